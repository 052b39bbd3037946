"""Fewer slides for a long speech: neighbouring slides folded together, the notes left whole.

A government report of 30,000 characters gives 170 slides where every sub-point has its own. Nobody presents that. Four
rules fold what lies deepest first, the largest group first, until the deck is as short as was asked:

1. `continued`: a slide and its （续） become one, with the most telling points of both.
2. `items`: the items of a sub-point become one overview of that sub-point.
3. `sub_points`: the sub-points of a part become an overview of that part.
4. `parts`: of each part one slide is left; its divider goes where that slide says the same.

A slide that is folded away gives its notes to the slide before it, so that they stay whole and in order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from generator.model import (
    BigNumbers,
    Card,
    Cards,
    Divider,
    Excerpt,
    Pairs,
    Point,
    Points,
    Quotation,
    Reason,
    Span,
    Timeline,
)
from generator.storyboarding.callouts import choose_callouts
from generator.storyboarding.chunks import continued_id, even_chunks
from generator.storyboarding.items import are_cards
from generator.storyboarding.material import Material, deck_title
from generator.storyboarding.notes import Draft

_CARDS_OF_AN_OVERVIEW = 4
"""Cards on one overview slide: five are narrow, and each holds a heading and a point."""
_CHARACTERS_BESIDE_FIGURES = 23
"""Characters of a line of points beside figures that are set big."""
_LINES_BESIDE_FIGURES = 7
"""Lines of such points; more would take a second page, and folding would have saved none."""
_LONGEST_HEAD = 16
"""Characters. A longer heading takes the room of a card for itself, and is listed instead."""
_NO_SENTENCE = Span(0, 0)
_TOPICS = (Points, Cards, Timeline, Quotation, Pairs)
"""Slides that tell what the speech says; the others frame it, or sum up its figures."""

RULE_NAMES = {
    "continued": "续页并入前页",
    "items": "分项并成一页",
    "sub_points": "要点并成概览",
    "parts": "各部分只留概览",
}
"""How a finding names the rules, in the order in which they are tried."""


@dataclass(frozen=True, slots=True)
class Reduced:
    """The slides that are left, and how many each rule folded away."""

    drafts: tuple[Draft, ...]
    folded: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class _Group:
    """Neighbouring slides that can become fewer: their range among all, and what they would become."""

    start: int
    stop: int
    replacement: tuple[Draft, ...]

    @property
    def saved(self) -> int:
        return self.stop - self.start - len(self.replacement)


def reduced(material: Material, drafts: Sequence[Draft], most: int) -> Reduced:
    """At most `most` of `drafts`, or as few as the rules reach. The order stays, and so does every id that is left."""
    kept = tuple(drafts)
    folded: Counter[str] = Counter()
    rules: tuple[tuple[str, Callable[[Material, Sequence[Draft]], list[_Group]]], ...] = (
        ("continued", _continued_groups),
        ("items", lambda m, d: _topic_groups(m, d, 2)),
        ("sub_points", lambda m, d: [*_topic_groups(m, d, 1), *_paragraph_groups(m, d)]),
        ("parts", _part_groups),
    )
    for name, groups_of in rules:
        if len(kept) <= most:
            break
        groups = sorted((g for g in groups_of(material, kept) if g.saved > 0), key=lambda g: (-g.saved, g.start))
        chosen: dict[int, _Group] = {}
        over = len(kept) - most
        for group in groups:
            if over <= 0:
                break
            chosen[group.start] = group
            over -= group.saved
            folded[name] += group.saved
        kept = _replaced(kept, chosen)
    return Reduced(kept, folded)


def _replaced(drafts: tuple[Draft, ...], groups: dict[int, _Group]) -> tuple[Draft, ...]:
    left: list[Draft] = []
    at = 0
    while at < len(drafts):
        group = groups.get(at)
        left += group.replacement if group else (drafts[at],)
        at = group.stop if group else at + 1
    return tuple(left)


# Rule 1 ------------------------------------------------------------------------------------------------------------


def _continued_groups(material: Material, drafts: Sequence[Draft]) -> list[_Group]:
    """答好为民“一张卷” and 答好为民“一张卷”（续）: one slide. Counter-example: two sub-points of the same heading."""
    groups = []
    start = 0
    while start < len(drafts):
        stop = start + 1
        while stop < len(drafts) and _goes_on(drafts[start], drafts[stop]):
            stop += 1
        if stop - start > 1 and _is_topic(drafts[start]):
            merged = _merged(material, drafts[start:stop], _end_of(drafts, stop, material))
            groups.append(_Group(start, stop, (merged,)))
        start = stop
    return groups


def _goes_on(first: Draft, later: Draft) -> bool:
    content = later.content
    return (
        isinstance(content, _TOPICS)
        and content.continued
        and first.part == later.part
        and first.content.title == content.title
    )


def _merged(material: Material, drafts: Sequence[Draft], end: int) -> Draft:
    """One slide in place of several of one title: its cards where one slide of cards says it, else its best points."""
    first = drafts[0]
    cards = [card for draft in drafts if isinstance(draft.content, Cards) for card in draft.content.cards]
    continued = isinstance(first.content, _TOPICS) and first.content.continued
    title = first.content.title
    if 2 <= len(cards) <= material.settings.cards_a_slide and are_cards(tuple(cards)):
        steps = isinstance(first.content, Cards) and first.content.steps
        return replace(first, content=Cards(title, tuple(cards), continued, steps), why=Reason.FOLDED)
    points = [point for draft in drafts for point in _points_of(draft)]
    span = Span(first.starts_at or 0, max(first.starts_at or 0, end))
    callouts = choose_callouts(material, span, title)
    most = material.settings.points_a_slide
    chosen = most_telling(material, points, most)
    while callouts and len(chosen) > 2 and _lines(chosen) > _LINES_BESIDE_FIGURES:
        most -= 1
        chosen = most_telling(material, points, most)
    return replace(first, content=Points(title, chosen, callouts, continued), why=Reason.FOLDED)


def _lines(points: Sequence[Point]) -> int:
    """Lines that points take in the narrow column beside figures that are set big."""
    return sum(-(-len(point.words.text) // _CHARACTERS_BESIDE_FIGURES) for point in points)


def _points_of(draft: Draft) -> Iterator[Point]:
    """What a slide says, as points; a card by its heading, one without by its first line."""
    content = draft.content
    if isinstance(content, Points):
        yield from content.points
    elif isinstance(content, Cards):
        for card in content.cards:
            words = card.head or card.body[0]
            yield Point(words, _NO_SENTENCE)
    elif isinstance(content, Timeline):
        for stage in content.stages:
            yield Point(stage.body[0], _NO_SENTENCE)
    elif isinstance(content, Pairs):
        for pair in content.pairs:
            yield Point(pair.left[0], _NO_SENTENCE)
    elif isinstance(content, Quotation):
        yield Point(content.words, _NO_SENTENCE)
    elif isinstance(content, BigNumbers):
        for called in content.callouts:
            yield Point(called.label, _NO_SENTENCE)


def most_telling(material: Material, points: Sequence[Point], most: int) -> tuple[Point, ...]:
    """At most `most` of the points, in their order: headings first, then what opens, what has figures, what has a lead.

    Two points of one sentence tell less than two of two sentences.
    """
    if len(points) <= most:
        return tuple(points)
    sentences: Counter[Span] = Counter()
    weights = []
    for index, point in enumerate(points):
        whole_heading = 0 < point.lead == len(point.words.text)
        figures = any(material.figures(span) for span in point.words.spans)
        again = sentences[point.sentence] > 0 and point.sentence != _NO_SENTENCE
        sentences[point.sentence] += 1
        weight = 4 * whole_heading + 2 * (index == 0) + 2 * figures + (point.lead > 0) - again
        weights.append((-weight, index))
    return tuple(points[index] for index in sorted(index for _, index in sorted(weights)[:most]))


# Rules 2 and 3 -----------------------------------------------------------------------------------------------------


def _topic_groups(material: Material, drafts: Sequence[Draft], depth: int) -> list[_Group]:
    """The slides of each section of a depth (1: a part), when two of its sub-sections or more have slides."""
    paths = _paths(material, drafts)
    sections = {section.id: section for section in material.outline.walk()}
    groups = []
    for (path, _part), members in groupby(
        range(len(drafts)), key=lambda i: ((paths[i] or ())[:depth] if paths[i] else None, drafts[i].part)
    ):
        indexes = list(members)
        if path is None or len(path) < depth or len(indexes) < 2:
            continue
        start, stop = indexes[0], indexes[-1] + 1
        topics = [[drafts[i] for i in own] for _, own in groupby(indexes, key=lambda i: (paths[i] or ())[: depth + 1])]
        if len(topics) < 2:
            continue
        section = sections[path[-1]]
        title = material.title(section) if section.heading else drafts[start].content.title
        overview = _overview(material, drafts[start], title, topics, _end_of(drafts, stop, material))
        groups.append(_Group(start, stop, overview))
    return groups


def _paragraph_groups(material: Material, drafts: Sequence[Draft]) -> list[_Group]:
    """The slides of neighbouring paragraphs that no heading opens: a list of what each is about."""

    def opens_alone(draft: Draft) -> bool:
        section = material.outline.part_of(draft.starts_at) if draft.starts_at is not None else None
        return _is_topic(draft) and section is not None and section.heading is None and not section.children

    groups = []
    for (alone, _part), members in groupby(range(len(drafts)), key=lambda i: (opens_alone(drafts[i]), drafts[i].part)):
        indexes = list(members)
        if alone and len(indexes) > 1:
            end = _end_of(drafts, indexes[-1] + 1, material)
            topics = [[drafts[i]] for i in indexes]
            overview = _overview(material, drafts[indexes[0]], deck_title(material), topics, end)
            groups.append(_Group(indexes[0], indexes[-1] + 1, overview))
    return groups


def _paths(material: Material, drafts: Sequence[Draft]) -> list[tuple[str, ...] | None]:
    """For each slide that can be folded the ids of the sections around its first word, outermost first.

    Cover, agenda, dividers, the summary and the closing stay where they are. Words under no heading have no path.
    """
    paths: list[tuple[str, ...] | None] = []
    before: tuple[str, ...] | None = None
    for draft in drafts:
        if not _is_topic(draft):
            before = None
        elif draft.starts_at is not None:
            before = _path(material, draft.starts_at)
        paths.append(before)
    return paths


def _path(material: Material, offset: int) -> tuple[str, ...]:
    deepest = material.outline.section_at(offset)
    if deepest is None:
        return ()
    steps = deepest.id.split(".")
    return tuple(".".join(steps[: n + 1]) for n in range(len(steps)))


def _is_topic(draft: Draft) -> bool:
    return isinstance(draft.content, _TOPICS) and draft.part is not None


def _overview(
    material: Material, first: Draft, title: Excerpt, topics: Sequence[Sequence[Draft]], end: int
) -> tuple[Draft, ...]:
    """The topics of a section on as few slides as show them: as cards where their headings are short, else as a list.

    The section's own words, which come before its first topic, go to the notes.
    """
    told = [topic for topic in topics if topic[0].content.title != title] or list(topics)
    cards = [_card(material, topic) for topic in told]
    short = all(card.head and len(card.head.text) <= _LONGEST_HEAD for card in cards)
    as_cards = short and len(cards) >= 2 and are_cards(tuple(cards))
    most = _CARDS_OF_AN_OVERVIEW if as_cards else material.settings.points_a_slide
    starts = [first.starts_at if n == 0 else topic[0].starts_at for n, topic in enumerate(told)]
    slides = []
    chunks = even_chunks(len(told), most)
    for number, chunk in enumerate(chunks):
        start = starts[chunk.start]
        later = chunks[number + 1].start if number + 1 < len(chunks) else None
        stop = starts[later] if later is not None and starts[later] is not None else end
        if as_cards and len(chunk) > 1:
            content: Points | Cards = Cards(title, tuple(cards[i] for i in chunk), number > 0)
        else:
            heads = tuple(Point(head, _NO_SENTENCE) for i in chunk if (head := cards[i].head))
            span = Span(start or 0, max(start or 0, stop or 0))
            content = Points(title, heads, choose_callouts(material, span, title), number > 0)
        own_id = continued_id(first.id, number)
        slides.append(replace(first, id=own_id, content=content, starts_at=start, why=Reason.FOLDED))
    return tuple(slides)


def _card(material: Material, topic: Sequence[Draft]) -> Card:
    """A topic as a card: the title of its first slide, and its most telling point."""
    points = [point for draft in topic for point in _points_of(draft)]
    title = topic[0].content.title
    others = [point for point in points if point.words != title]
    body = tuple(point.words for point in most_telling(material, others, 1))
    return Card(title, body)


def _end_of(drafts: Sequence[Draft], stop: int, material: Material) -> int:
    """Where the words of the slides before `stop` end."""
    following = (draft.starts_at for draft in drafts[stop:])
    return next((start for start in following if start is not None), len(material.manuscript.text))


# Rule 4 ------------------------------------------------------------------------------------------------------------


def _part_groups(material: Material, drafts: Sequence[Draft]) -> list[_Group]:
    """A part whose divider lists its sub-points, or whose slides come after one: the divider alone, or one slide."""
    groups = []
    for part, members in groupby(range(len(drafts)), key=lambda i: drafts[i].part):
        indexes = list(members)
        opening = drafts[indexes[0]]
        if part is None or len(indexes) < 2:
            continue
        if isinstance(opening.content, Divider) and all(_is_topic(drafts[i]) for i in indexes[1:]):
            groups.append(_Group(indexes[0], indexes[-1] + 1, (opening,)))
        elif all(_is_topic(drafts[i]) for i in indexes):
            topics = [[drafts[i]] for i in indexes]
            end = _end_of(drafts, indexes[-1] + 1, material)
            if all(topic[0].content.title == opening.content.title for topic in topics):
                slides: tuple[Draft, ...] = (_merged(material, [t[0] for t in topics], end),)
            else:
                slides = _overview(material, opening, opening.content.title, topics, end)[:1]
            groups.append(_Group(indexes[0], indexes[-1] + 1, slides))
    return groups
