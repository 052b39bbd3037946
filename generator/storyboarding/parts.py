"""The slides of one section of the first level: a divider where the deck has dividers, then what it says."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Divider, Excerpt, Part, Point, Role, Section, Span
from generator.storyboarding.items import section_drafts
from generator.storyboarding.material import Material, deck_title
from generator.storyboarding.notes import Draft
from generator.storyboarding.points import after_heading, is_told_at_length
from generator.storyboarding.shaping import has_feature, shaped_drafts

ROLE_IDS = {Role.RESULTS: "results", Role.PROBLEMS: "problems", Role.NEXT_STEPS: "next-steps"}

_FEWEST_FOR_A_SLIDE = 3
"""Points of a paragraph that fill a slide: one becomes the title, two stand below it."""


@dataclass(frozen=True, slots=True)
class PartPlan:
    """A section that the speaker counts, its number among them, and the slides it gets. `drafts` is never empty."""

    part: Part
    drafts: tuple[Draft, ...]


def has_dividers(material: Material, parts: tuple[Section, ...]) -> bool:
    """Whether parts open with a divider.

    A speech of three short parts, one slide each, would be divider, slide, divider, slide: there the slide of a part is
    its own divider. One part with sub-points, too long for one slide, or with nothing to show but its heading, and all
    parts get theirs.
    """
    most = material.settings.points_a_slide
    return any(part.children or not 1 <= len(material.points(part)) <= most for part in parts)


def part_plan(material: Material, section: Section, number: int, *, with_divider: bool) -> PartPlan:
    """The slides of the `number`-th part of the speech, counted from 1."""
    title = material.title(section)
    part_id = f"part-{number}"
    drafts: list[Draft] = []
    start = section.span.start
    if with_divider:
        items = tuple(h for child in section.children if (h := material.heading(child)))
        drafts.append(Draft(part_id, Divider(title, number, items), part_id, start))
        start = after_heading(material, section)
    drafts += _inner_drafts(material, section, number, part_id, title, Span(start, section.span.end), with_divider)
    if not drafts:
        # A part that is nothing but its heading still is a part: the divider alone says so.
        drafts = [Draft(part_id, Divider(title, number), part_id, section.span.start)]
    divider = part_id if isinstance(drafts[0].content, Divider) else None
    return PartPlan(Part(part_id, title, divider), tuple(drafts))


def _inner_drafts(
    material: Material, section: Section, number: int, part_id: str, title: Excerpt, span: Span, listed: bool
) -> list[Draft]:
    own_id = f"point-{number}"
    # Steps and results that are a part of their own have sub-points like any part; problems stand best side by side.
    if section.role is Role.PROBLEMS or not section.children or _children_are_lines(material, section):
        return section_drafts(material, section, slide_id=own_id, part=part_id, title=title, span=span, listed=listed)
    drafts: list[Draft] = []
    points = material.points(section)
    if is_told_at_length(points):
        own = Span(span.start, max(span.start, section.children[0].span.start))
        drafts = shaped_drafts(material, points, slide_id=own_id, part=part_id, title=title, span=own)
    for child_number, child in enumerate(section.children, 1):
        drafts += section_drafts(
            material,
            child,
            slide_id=f"{own_id}-{child_number}",
            part=part_id,
            title=material.title(child),
            span=child.span,
        )
    return drafts


def _children_are_lines(material: Material, section: Section) -> bool:
    """Whether most sub-points have no more to say than a heading and one point: together they fill one slide.

    （一）抓学习。每月一次。（二）抓整改。逐条销号。 : a slide each would be two empty slides.
    """
    counts = [len(material.points(child)) for child in section.children]
    has_grandchildren = any(child.children for child in section.children)
    if any(has_feature(material, child) for child in section.children):
        return False
    return len(counts) >= 2 and not has_grandchildren and max(counts) <= 2 and sum(counts) < 2 * len(counts)


def untitled_drafts(material: Material, sections: Sequence[Section], number: int, part: str) -> tuple[list[Draft], int]:
    """The slides of neighbouring sections without heading, paragraph by paragraph, and the number of the next one.

    What opens a paragraph is its first point, and that becomes the slide's title, unless condensing made one of the
    section's own words: nobody has to invent one. A single point has the title of the speech over it.
    """
    drafts: list[Draft] = []
    groups = _paragraph_groups(material, sections)
    starts = [sections[0].span.start, *(group[0].sentence.start for group in groups[1:])]
    ends = [*starts[1:], sections[-1].span.end]
    titles = {brief.points[0]: brief.title for s in sections if (brief := material.brief(s)).title and brief.points}
    for group, start, end in zip(groups, starts, ends, strict=False):
        title, points = titles.get(group[0]), group
        if title is None:
            title, points = (group[0].words, group[1:]) if len(group) > 1 else (deck_title(material), group)
        span = Span(start, max(start, end))
        drafts += shaped_drafts(material, points, slide_id=f"paragraph-{number}", part=part, title=title, span=span)
        number += 1
    return drafts, number


def _paragraph_groups(material: Material, sections: Sequence[Section]) -> list[tuple[Point, ...]]:
    """The points by paragraph; paragraphs of one or two points share a slide with what follows."""
    whole = Span(sections[0].span.start, sections[-1].span.end)
    paragraphs = [block.span.start for block in material.manuscript.blocks_in(whole)]
    most = material.settings.points_a_slide + 1  # one of them becomes the title
    groups: list[list[Point]] = []
    last_paragraph = -1
    for point in (point for section in sections for point in material.points(section)):
        paragraph = bisect_right(paragraphs, point.sentence.start)
        is_short = bool(groups) and len(groups[-1]) < _FEWEST_FOR_A_SLIDE
        if not groups or (paragraph != last_paragraph and not (is_short and len(groups[-1]) < most)):
            groups.append([])
        groups[-1].append(point)
        last_paragraph = paragraph
    if len(groups) > 1 and len(groups[-1]) == 1 and len(groups[-2]) < most:
        groups[-2:] = [groups[-2] + groups[-1]]
    return [tuple(group) for group in groups]
