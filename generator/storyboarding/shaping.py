"""The shape that the words of one sub-point ask for: a quotation, a timeline, changes side by side, else points.

One decision in one place (`feature_of`), by what the text says: the first that holds, in the order in which a listener
would miss it most. What the shape does not take stays on slides of points beside it, so that nothing is lost.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator.model import (
    Excerpt,
    Label,
    Pair,
    Pairs,
    Point,
    Quotation,
    Reason,
    Section,
    Span,
    Stage,
    Timeline,
)
from generator.storyboarding.changing import FEWEST_CHANGES, worded_changes
from generator.storyboarding.chunks import continued_id
from generator.storyboarding.dating import dated_stages
from generator.storyboarding.excerpts import after
from generator.storyboarding.material import Material, label
from generator.storyboarding.notes import Draft
from generator.storyboarding.points import points_drafts
from generator.storyboarding.quoting import Quoted

_STAGE_CHARACTERS = {3: 70, 4: 44}
"""Characters of a stage by how many stand side by side: what its column holds at 18 pt and more."""
_NARROW_STAGE_CHARACTERS = 34
_FEWEST_BESIDE = 2
"""Points that fill a slide of their own beside a quotation; one alone would stand lost on it."""
_LONGEST_QUOTED_POINT = 64
"""Characters of a quotation with who said it, among points: two lines, three beside figures."""
_LONGEST_LEAD = 12
"""Characters of who said it that stand out in bold; more in bold no longer stands out."""
_LONGEST_REMARK = 16
"""Characters of a sentence that says no more than that something follows."""
_MOST_CHANGES = 4
_WORDS_AROUND_A_VALUE = 4
"""Characters beside a figure and its name: 普及率为86.4%, 产值达到2亿元."""
_LARGEST_SHARE_OF_A_SERIES = 0.5
"""Of the stages: where more than that tell a value of one series, its chart says it better than a timeline."""


@dataclass(frozen=True, slots=True)
class Feature:
    """A shape found in a sub-point: its content, why, and the span of the speech that it tells."""

    content: Quotation | Timeline | Pairs
    why: Reason
    span: Span


def shaped_drafts(
    material: Material,
    points: tuple[Point, ...],
    *,
    slide_id: str,
    part: str,
    title: Excerpt,
    span: Span,
) -> list[Draft]:
    """The slides of a sub-point's own words: its feature where it has one, and its points; none without either.

    The order is that of the speech. One point alone on its side of the feature joins the points on the other side.
    """
    feature = feature_of(material, points, title, span)
    if feature is None:
        told = with_quotation(material, points, span)
        return points_drafts(material, told, slide_id=slide_id, part=part, title=title, span=span)
    before, behind = _without_a_remark(material, *_beside(points, feature.span))
    if before and len(before) < _FEWEST_BESIDE and behind:
        before, behind = (), (*before, *behind)
    elif behind and len(behind) < _FEWEST_BESIDE and before:
        before, behind = (*before, *behind), ()
    drafts: list[Draft] = []
    # The feature is spoken to with the words that it tells; what is said before it belongs to the slide before, if any.
    starts = feature.span.start if before else span.start
    if before:
        drafts += points_drafts(
            material, before, slide_id=slide_id, part=part, title=title, span=Span(span.start, starts)
        )
    own_id = continued_id(slide_id, len(drafts))
    drafts.append(Draft(own_id, _named(feature.content, title, bool(drafts)), part, starts, feature.why))
    if behind:
        rest = points_drafts(
            material,
            behind,
            slide_id=continued_id(slide_id, len(drafts)),
            part=part,
            title=title,
            span=Span(feature.span.end, max(feature.span.end, span.end)),
            continued=True,
        )
        drafts += [_numbered(draft, slide_id, len(drafts) + number) for number, draft in enumerate(rest)]
    return drafts


def feature_of(material: Material, points: tuple[Point, ...], title: Excerpt, span: Span) -> Feature | None:
    """The shape that a sub-point asks for, or None where its points say it best."""
    for find in (_timeline, _changes, _quotation):
        feature = find(material, points, title, span)
        if feature is not None:
            return feature
    return None


def has_feature(material: Material, section: Section) -> bool:
    """Whether the own words of a sub-point ask for a shape, which a card among others would lose."""
    return feature_of(material, material.points(section), material.title(section), section.span) is not None


def with_quotation(material: Material, points: tuple[Point, ...], span: Span) -> tuple[Point, ...]:
    """The points, with the first quotation of `span` as one of them, whole, where none of them tells it.

    Condensing leaves out what is longer than a point and may not be cut; a quotation of two lines is worth its room.
    """
    if not points or len(points) >= material.settings.points_a_slide:
        return points
    for quoted in material.all_quotations:
        whole = Span(quoted.source.start, quoted.words.end)
        words = material.one_line(whole)
        told = any(own.overlaps(quoted.words) for point in points for own in point.words.spans)
        if span.contains(whole) and len(words.text) <= _LONGEST_QUOTED_POINT:
            if told:
                return points
            lead = len(quoted.source) if len(quoted.source) <= _LONGEST_LEAD else 0
            quotation = Point(words, quoted.sentence, lead)
            return tuple(sorted((*points, quotation), key=_start))
    return points


def _beside(points: tuple[Point, ...], taken: Span) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """The points before and behind what a feature tells; those inside it are told by it."""
    before = tuple(point for point in points if _end(point) <= taken.start)
    behind = tuple(point for point in points if _start(point) >= taken.end)
    return before, behind


def _without_a_remark(
    material: Material, before: tuple[Point, ...], behind: tuple[Point, ...]
) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """The points beside a feature, without a short remark that only leads over to it and is spoken to it.

    坚持边试点、边总结、边推广。2020年9月，…；2021年3月，…: a slide of that one line would say nothing more.
    Counter-example: 完善四级管理网络，实现三个转变：…, which says something of its own, alone or not.
    """
    leads_over = len(before) == 1 and not behind and len(before[0].words.text) <= _LONGEST_REMARK
    if leads_over and not any(material.figures(span) for span in before[0].words.spans):
        return (), ()
    return before, behind


def _start(point: Point) -> int:
    return point.words.spans[0].start if point.words.spans else point.sentence.start


def _end(point: Point) -> int:
    return point.words.spans[-1].end if point.words.spans else point.sentence.end


def _named(content: Quotation | Timeline | Pairs, title: Excerpt, continued: bool) -> Quotation | Timeline | Pairs:
    match content:
        case Quotation():
            return Quotation(title, content.words, content.source, continued)
        case Timeline():
            return Timeline(title, content.stages, continued)
        case Pairs():
            return Pairs(title, content.left_head, content.right_head, content.pairs, continued)


def _numbered(draft: Draft, slide_id: str, number: int) -> Draft:
    return Draft(continued_id(slide_id, number), draft.content, draft.part, draft.starts_at, draft.why)


# A quotation -------------------------------------------------------------------------------------------------------


def _quotation(material: Material, points: tuple[Point, ...], title: Excerpt, span: Span) -> Feature | None:
    """The first quotation of a sub-point that deserves a slide of its own."""
    for quoted in material.quotations:
        if span.contains(quoted.words) and deserves_own_slide(points, quoted):
            words, source = material.one_line(quoted.words), material.one_line(quoted.source)
            if words.text not in title.text:  # a heading that is the quotation says it already
                told = Span(quoted.sentence.start, quoted.words.end)
                return Feature(Quotation(title, words, source), Reason.QUOTED, told)
    return None


def deserves_own_slide(points: tuple[Point, ...], quoted: Quoted) -> bool:
    """Whether a quotation gets a slide: it is all that its sub-point says, or two other points fill one beside it.

    Beside one other point it stays among the points: two slides of one line each say less than one of two.
    """
    before, behind = _beside(points, Span(quoted.sentence.start, quoted.words.end))
    others = len(before) + len(behind)
    return others == 0 or others >= _FEWEST_BESIDE


# A timeline --------------------------------------------------------------------------------------------------------


def _timeline(material: Material, points: tuple[Point, ...], title: Excerpt, span: Span) -> Feature | None:
    """The dated stages of a sub-point, each with its points or, where it is short, its own words."""
    found = dated_stages(material.manuscript.words, span)
    if not found or _is_a_series(material, [stage.said for stage in found]):
        return None
    room = _STAGE_CHARACTERS.get(len(found), _NARROW_STAGE_CHARACTERS)
    stages = []
    for stage in found:
        whole = material.one_line(stage.said)
        body: tuple[Excerpt, ...] = (whole,)
        if len(whole.text) > room:
            own = [point for point in points if stage.when.start <= _start(point) < stage.said.end]
            if any(_end(point) > stage.said.end for point in own):
                return None  # a point that runs over into the next stage belongs to neither
            body = tuple(line for point in own if (line := without_time(point.words, stage.when)))
        if not body:
            return None
        stages.append(Stage(material.one_line(stage.when), body))
    if max(sum(len(line.text) for line in stage.body) for stage in stages) > room:
        return None
    told = Span(found[0].when.start, found[-1].said.end)
    return Feature(Timeline(title, tuple(stages)), Reason.DATED, told)


def without_time(words: Excerpt, when: Span) -> Excerpt:
    """What a point says of a time, without naming it again."""
    inside = sum(len(span) for span in words.spans if when.contains(span))
    cut = next((when.end - span.start for span in words.spans if span.start < when.end < span.end), 0)
    return after(words, inside + cut) if inside + cut else words


def _is_a_series(material: Material, said: list[Span]) -> bool:
    """Whether most stages tell but the value of one thing: 2021年为86.4%；2022年为89.1%；2023年为92.5%."""
    named: Counter[str] = Counter()
    for span in said:
        figures = material.figures(span)
        if len(figures) == 1 and len(span) <= len(figures[0].text) + len(figures[0].label.text) + _WORDS_AROUND_A_VALUE:
            named[figures[0].label.text] += 1
    return max(named.values(), default=0) > _LARGEST_SHARE_OF_A_SERIES * len(said)


# Changes in words --------------------------------------------------------------------------------------------------


def _changes(material: Material, points: tuple[Point, ...], title: Excerpt, span: Span) -> Feature | None:
    """Two to four changes in words that a sub-point tells in one sentence or in neighbouring ones."""
    changes = worded_changes(material.manuscript.words, span)
    if not FEWEST_CHANGES <= len(changes) <= _MOST_CHANGES:
        return None
    told = Span(changes[0].clause.start, changes[-1].clause.end)
    own = sum(len(change.clause) for change in changes)
    inside = [point for point in points if told.contains(Span(_start(point), _end(point)))]
    if own < len(told) - own or len(inside) > len(changes):
        return None  # more is said between them than by them
    pairs = tuple(Pair((material.one_line(c.left),), (material.one_line(c.right),)) for c in changes)
    content = Pairs(title, label(Label.BEFORE), label(Label.AFTER), pairs)
    return Feature(content, Reason.CHANGED, told)
