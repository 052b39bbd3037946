"""Slides of parallel things: the items of a sub-point, the problems, the next steps.

Their shape follows their weight in the text: long ones get a slide each, two to some of similar weight become cards,
and what is left (one alone, or a long one beside short ones) a list under bold heads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from generator.model import Card, Cards, Excerpt, Point, Reason, Role, Section, Span, Stage, Timeline
from generator.storyboarding.chunks import continued_id, even_chunks
from generator.storyboarding.dating import FEWEST_STAGES, MOST_STAGES, date_length, in_order
from generator.storyboarding.material import Material
from generator.storyboarding.notes import Draft
from generator.storyboarding.points import heading_point, is_told_at_length, points_drafts
from generator.storyboarding.shaping import has_feature, shaped_drafts, without_time

_WIDE_CARDS = 3
"""So many cards stand side by side as wide columns; more make them narrow, or stand in two rows."""
_MOST_STEPS = 5
"""Steps in a row of arrows."""
_LONGEST_OPENING = 8
"""Characters at the beginning of a thing in which it is counted off."""
_STEP = re.compile(r"[（(]?第[一二三四五1-5](?:步|阶段|环节|道工序)|[一二三四五]步")
_COUNTED_OFF = re.compile(
    r"[（(]?(?P<named>第?[一二三四五1-5](?:步|阶段|环节|道工序)|首先|其次|再次|然后|接着|随后|最后|最终)"
)
_FIRST = re.compile(r"首先|第一步|先")
_THEN = re.compile(r"其次|再次|然后|接着|随后|再|后|最后|最终")
_STEPS_ANNOUNCED = re.compile(r"([二三四五])(?:步走|步工作法|个步骤|个阶段|步法)")
_SIMILAR_WEIGHT = 4.0
"""The heaviest card's characters over the lightest one's. Above it a column stands almost empty beside a full one."""


def section_drafts(
    material: Material, section: Section, *, slide_id: str, part: str, title: Excerpt, span: Span, listed: bool = False
) -> list[Draft]:
    """All slides of a section: its own words, then its children. `listed`: a divider already lists the children."""
    points = material.points(section)
    if len(points) > 1 and points[0].words == title:
        # The section has no heading and its first point became the title: it is not said twice.
        points = points[1:]
    if not section.children:
        is_list = section.role is Role.PROBLEMS and section.level == 1
        if is_list and 2 <= len(points) <= material.settings.cards_a_slide:
            # Problems told in one run of sentences are as parallel as listed ones: each point is one.
            cards = tuple(Card(None, (point.words,)) for point in points)
            return _cards_drafts(material, cards, slide_id=slide_id, part=part, title=title, starts_at=span.start)
        return shaped_drafts(material, points, slide_id=slide_id, part=part, title=title, span=span)
    drafts: list[Draft] = []
    first_child = section.children[0].span.start
    if is_told_at_length(points):
        own = Span(span.start, max(span.start, first_child))
        drafts = shaped_drafts(material, points, slide_id=slide_id, part=part, title=title, span=own)
    # The slides of the children follow under the same title, and their ids go on counting.
    start = first_child if drafts else span.start
    rest = _children_drafts(material, section, slide_id, part, title, Span(start, span.end), listed, len(drafts))
    return drafts + rest


def _children_drafts(
    material: Material,
    section: Section,
    slide_id: str,
    part: str,
    title: Excerpt,
    span: Span,
    listed: bool,
    before: int,
) -> list[Draft]:
    children = section.children
    own_id = continued_id(slide_id, before)
    if deserve_own_slides(material, children):
        drafts = []
        if not listed:
            headings = tuple(heading_point(c, h) for c in children if (h := material.heading(c)))
            overview = Span(span.start, children[0].span.start)
            drafts = points_drafts(
                material,
                headings,
                slide_id=own_id,
                part=part,
                title=title,
                span=overview,
                continued=before > 0,
                why=Reason.OVERVIEW,
            )
        for number, child in enumerate(children, 1):
            child_id = f"{slide_id}-{number}"
            drafts += section_drafts(
                material, child, slide_id=child_id, part=part, title=material.title(child), span=child.span
            )
        return drafts
    told = tuple(child for child in children if material.heading(child) or _all_points(material, child))
    stages = _stages(material, told)
    if stages is not None:
        timeline = Timeline(title, stages, before > 0)
        return [Draft(own_id, timeline, part, span.start, Reason.DATED)]
    # Six cards are three and three: what a card takes depends on how many share its slide.
    neighbours = max((len(chunk) for chunk in even_chunks(len(told), material.settings.cards_a_slide)), default=0)
    cards = _of_one_form(tuple(_card(material, child, neighbours) for child in told))
    steps = _steps(material, title, told, cards)
    cards = steps or cards
    if are_cards(cards):
        return _cards_drafts(
            material,
            cards,
            slide_id=slide_id,
            part=part,
            title=title,
            starts_at=span.start,
            before=before,
            child_starts=tuple(child.span.start for child in told),
            steps=bool(steps),
        )
    listing: list[Point] = []
    borders = []
    for child in told:
        borders.append(len(listing))
        listing += _listed(material, child)
    return points_drafts(
        material,
        tuple(listing),
        slide_id=own_id,
        part=part,
        title=title,
        span=span,
        continued=before > 0,
        borders=borders,
        why=Reason.UNEVEN if len(told) > 1 else Reason.LISTED,
    )


def deserve_own_slides(material: Material, children: tuple[Section, ...]) -> bool:
    """Whether the children are as long as a sub-point usually is, with points enough to fill a slide each.

    一是探索长效机制… in a hundred characters is a card; a step of three hundred would lose most of itself there, and so
    would one that tells a timeline, changes in a row or what somebody said.
    """
    long = median(len(child.span) for child in children) >= material.settings.own_slide_characters
    shaped = [has_feature(material, child) for child in children]
    filled = all(
        feature or len(material.points(child)) >= 2 or child.children
        for child, feature in zip(children, shaped, strict=True)
    )
    return (long or any(shaped)) and filled


def are_cards(cards: tuple[Card, ...]) -> bool:
    """Whether things can stand side by side: two at least, and none more than four times as heavy as another."""
    if len(cards) < 2:
        return False
    weights = [len(card.head.text if card.head else "") + sum(len(line.text) for line in card.body) for card in cards]
    return max(weights) <= _SIMILAR_WEIGHT * min(weights)


def are_steps(material: Material, title: Excerpt, sections: Sequence[Section]) -> bool:
    """Whether parallel things follow each other in time: three to five of them, counted off as steps or stages.

    第一步摸底数、第二步建台账、第三步抓整改; 首先、其次、最后; or three things under 坚持“三步走”.
    Counter-examples: 一是、二是、三是 (the order is that of speaking); 首先要看到成绩 (one alone); two of three steps.
    """
    if not 3 <= len(sections) <= _MOST_STEPS:
        return False
    words = material.manuscript.words
    openings = [words[section.span.start : section.span.start + _LONGEST_OPENING] for section in sections]
    counted = all(_STEP.match(opening) for opening in openings)
    in_time = bool(_FIRST.match(openings[0])) and all(_THEN.match(opening) for opening in openings[1:])
    announced = _STEPS_ANNOUNCED.search(title.text)
    return counted or in_time or (announced is not None and "二三四五".find(announced[1]) + 2 == len(sections))


def _stages(material: Material, told: Sequence[Section]) -> tuple[Stage, ...] | None:
    """Three things or more that each begin with a time, in order: 第一阶段（3—5月），宣传发动。… None for any others.

    Counter-example: two of three begin with one.
    """
    if not FEWEST_STAGES <= len(told) <= MOST_STAGES:
        return None
    words = material.manuscript.words
    openings = tuple(words[_opening(section) : section.span.end] for section in told)
    if not in_order(openings):
        return None
    stages = []
    for section, opening in zip(told, openings, strict=True):
        start = _opening(section)
        when = Span(start, start + date_length(opening))
        card = _card(material, section, len(told))
        lines = [card.head, *card.body] if card.head else list(card.body)
        body = tuple(line for own in lines if (line := without_time(own, when)))
        if not body:
            return None
        stages.append(Stage(material.one_line(when), body))
    return tuple(stages)


def _opening(section: Section) -> int:
    """Where the first words of a thing stand, behind its marker."""
    return section.heading.span.start if section.heading else section.span.start


def _steps(material: Material, title: Excerpt, told: Sequence[Section], cards: tuple[Card, ...]) -> tuple[Card, ...]:
    """Things that follow each other as steps, each with a head and what is said of it; empty where they are none.

    A step without a heading of its own is headed by the words that count it off: 第一步 over 逐户走访登记造册.
    """
    if not are_steps(material, title, told):
        return ()
    words = material.manuscript.words
    steps = []
    for section, card in zip(told, cards, strict=True):
        opening = _COUNTED_OFF.match(words, section.span.start, section.span.end)
        head = card.head
        if head is None and opening:
            head = material.one_line(Span(*opening.span("named")))
        steps.append(Card(head, card.body))
    return tuple(steps) if all(step.head and step.body for step in steps) else ()


def _of_one_form(cards: tuple[Card, ...]) -> tuple[Card, ...]:
    """Cards that all have heads, or none: where one item is a mere sentence, the others' heads join their bodies."""
    if all(card.head for card in cards):
        return cards
    return tuple(Card(None, (card.head, *card.body)) if card.head else card for card in cards)


def _card(material: Material, section: Section, neighbours: int) -> Card:
    """One thing as a card: its heading over its points; a problem that is just a sentence has no head, only a body."""
    heading = material.heading(section)
    body = _card_body(material, _all_points(material, section), neighbours)
    return Card(heading, body) if body or heading is None else Card(None, (heading,))


def _card_body(material: Material, points: tuple[Point, ...], neighbours: int) -> tuple[Excerpt, ...]:
    """As many points as a narrow column takes, from the first: the others are in the notes, whole."""
    settings = material.settings
    room = settings.card_characters if neighbours <= _WIDE_CARDS else settings.small_card_characters
    body: list[Excerpt] = []
    used = 0
    for point in points[: settings.points_a_card]:
        used += len(point.words.text)
        if body and used > room:
            break
        body.append(point.words)
    return tuple(body)


def _all_points(material: Material, section: Section) -> tuple[Point, ...]:
    """The points of a section, or of its children where it has none of its own."""
    points = material.points(section)
    if points:
        return points
    return tuple(point for child in section.children for point in _listed(material, child))


def _listed(material: Material, section: Section) -> tuple[Point, ...]:
    """A thing in a list: its heading, bold when points follow, and its points."""
    points = _all_points(material, section)
    heading = material.heading(section)
    return (heading_point(section, heading, bold=bool(points)), *points) if heading else points


def _cards_drafts(
    material: Material,
    cards: tuple[Card, ...],
    *,
    slide_id: str,
    part: str,
    title: Excerpt,
    starts_at: int,
    before: int = 0,
    child_starts: tuple[int, ...] = (),
    steps: bool = False,
) -> list[Draft]:
    """Cards on as few slides as hold them; a later slide's notes begin with the child of its first card."""
    drafts = []
    for number, chunk in enumerate(even_chunks(len(cards), material.settings.cards_a_slide)):
        start: int | None = starts_at
        if number:
            start = child_starts[chunk.start] if child_starts else None
        content = Cards(title, cards[chunk.start : chunk.stop], before + number > 0, steps)
        why = Reason.IN_TURN if steps else Reason.PARALLEL
        drafts.append(Draft(continued_id(slide_id, before + number), content, part, start, why))
    return drafts
