"""Templates whose design lives on sample slides: which slide may serve which role, and the patterns made of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.model import Finding, Layout, LayoutRole
from generator.template.candidates import Candidate, TemplateKind, in_role
from generator.template.sample_slides_color import main_color
from generator.template.sample_slides_patterns import Pattern, patterns_of, removed_by
from generator.template.sample_slides_reading import CARD_ROLES, Reading, read_in_role
from generator.template.sample_slides_roles import judged_slides
from generator.template.sample_slides_shapes import SlideView, number_shapes, view_of
from generator.template.sample_slides_slots import slots_of
from generator.template.sample_slides_splitting import split_counts
from generator.template.sample_slides_words import squeezed
from generator.template.tokens import has_tokens, read_tokens, token_findings, token_role

_STANDING_IN = 0.25
"""Confidence of a slide that serves a role which no sample slide was drawn for."""
_INSTEAD: Mapping[LayoutRole, tuple[LayoutRole, ...]] = {
    LayoutRole.CONTENT: (
        LayoutRole.TWO_CONTENT,
        LayoutRole.THREE_CONTENT,
        LayoutRole.CARDS,
        LayoutRole.QUOTATION,
        LayoutRole.STEPS,
        LayoutRole.BIG_NUMBER,
        LayoutRole.CHART,
        LayoutRole.TABLE,
    ),
    LayoutRole.TABLE: (LayoutRole.CONTENT, LayoutRole.CHART),
    LayoutRole.CHART: (LayoutRole.CONTENT, LayoutRole.TABLE),
    LayoutRole.SECTION: (LayoutRole.COVER,),
    LayoutRole.CLOSING: (LayoutRole.COVER, LayoutRole.SECTION),
    LayoutRole.COVER: (LayoutRole.CLOSING, LayoutRole.SECTION),
}
"""What serves instead of a missing role among sample slides: its page is read again in that role."""
_OFTEN = 3
"""Slides on which a shape stands in the same place: then it belongs to all pages."""


def sample_slide_candidates(presentation: Any) -> tuple[Candidate, ...]:
    """Every sample slide that may serve a role, the surest first; where a role has none, another slide `instead`."""
    views = _views(presentation)
    by_number = {view.number: view for view in views}
    found = list(_marked(presentation, views))
    judged = judged_slides([view for view in views if not has_tokens(view)])
    for one in judged:
        layout = _layout(presentation, by_number[one.number], one.role, views)
        if layout is not None:
            found.append(Candidate(one.role, layout, one.confidence, (f"第 {one.number} 张示例页", *one.evidence)))
    return tuple(found) + tuple(_standing_in(presentation, views, found))


def _marked(presentation: Any, views: Sequence[SlideView]) -> Iterator[Candidate]:
    """What a person has marked with tokens is sure."""
    opens = True
    seen: set[LayoutRole] = set()
    for view in views:
        role = token_role(view, opens=opens)
        if role is None:
            continue
        opens = False
        if role in CARD_ROLES and role in seen:
            role = LayoutRole.CARDS
        seen.add(role)
        layout = _layout(presentation, view, role, views)
        if layout is not None:
            yield Candidate(role, layout, 1.0, (f"第 {view.number} 张示例页上写着记号",))


def has_marks(presentation: Any) -> bool:
    """Whether a person has marked a sample slide with tokens."""
    return any(has_tokens(view) for view in _views(presentation))


def marks_findings(presentation: Any) -> tuple[Finding, ...]:
    """What is wrong with the tokens on the sample slides."""
    return tuple(token_findings(_views(presentation)))


def _reading(view: SlideView, role: LayoutRole) -> Reading | None:
    """A slide in a role: by its tokens where it has some that say so, else by what it looks like."""
    marked = read_tokens(view, role) if has_tokens(view) else None
    return marked or read_in_role(view, role)


def with_sample_slides(candidates: Sequence[Candidate], presentation: Any, kind: TemplateKind) -> list[Candidate]:
    """The candidates among layouts and those among sample slides, as the kind of the template weighs them.

    Where the design lives on slides, tidy layouts beside them carry none of it and do not count.
    """
    own = sample_slide_candidates(presentation)
    marked = [candidate for candidate in own if candidate.confidence == 1.0]
    if kind is TemplateKind.LAYOUTS or kind is TemplateKind.UNUSABLE:
        return [*marked, *candidates]
    if kind is TemplateKind.SAMPLE_SLIDES and any(candidate.role is LayoutRole.CONTENT for candidate in own):
        return list(own)
    return [*candidates, *own]


def sample_slide_candidate(presentation: Any, role: LayoutRole, number: int) -> Candidate | None:
    """The slide of that number (from 1) in a role that the user gives it; None where it cannot serve."""
    views = _views(presentation)
    view = next((v for v in views if v.number == number), None)
    layout = None if view is None else _layout(presentation, view, role, views)
    return None if layout is None else Candidate(role, layout, 1.0, ("映射文件指定",))


def sample_slide_layouts(presentation: Any, layouts: Sequence[Layout]) -> tuple[tuple[Layout, ...], frozenset[int]]:
    """The layouts with those of sample slides replaced by their patterns, which are added to the presentation's slides.

    Gives with them the numbers of the slides to be kept. `Layout.sample_slide` of a pattern counts among the kept
    slides: so it stays right when all others are dropped.
    """
    slides = list(presentation.slides)
    views = {view.number: view for view in _views(presentation)}
    color = main_color(list(views.values()))
    found: list[Layout] = []
    patterns: list[Pattern] = []
    for layout in _with_cards(layouts):
        if layout.sample_slide is None:
            found.append(layout)
            continue
        view = views[layout.sample_slide]
        reading = _reading(view, layout.role) or _reading(view, LayoutRole.CONTENT)
        if reading is None:
            continue
        repeated = _repeated(view, list(views.values()))
        for pattern in patterns_of(presentation, slides[layout.sample_slide - 1], reading, layout, repeated, color):
            patterns.append(pattern)
    first = len(slides) + 1
    kept = frozenset(range(first, first + len(patterns)))
    found += [_numbered(pattern.layout, place) for place, pattern in enumerate(patterns, 1)]
    return tuple(found), kept


def _numbered(layout: Layout, place: int) -> Layout:
    return Layout(
        layout.name,
        layout.master,
        layout.role,
        layout.units,
        layout.slots,
        place,
        layout.position,
        layout.carried,
    )


def _with_cards(layouts: Sequence[Layout]) -> list[Layout]:
    """Columns and steps hold cards as well; each slide is prepared once for cards."""
    found = list(layouts)
    done = {layout.sample_slide for layout in layouts if layout.role is LayoutRole.CARDS}
    for layout in layouts:
        if layout.role in CARD_ROLES and layout.sample_slide is not None and layout.sample_slide not in done:
            done.add(layout.sample_slide)
            found.append(in_role(layout, LayoutRole.CARDS))
    return found


def _views(presentation: Any) -> list[SlideView]:
    width, height = int(presentation.slide_width or 0), int(presentation.slide_height or 0)
    views = []
    for number, slide in enumerate(presentation.slides, 1):
        number_shapes(slide)
        view = view_of(slide, number, width, height)
        if split_counts(view):
            view = view_of(slide, number, width, height)
        views.append(view)
    return views


def _layout(presentation: Any, view: SlideView, role: LayoutRole, views: Sequence[SlideView]) -> Layout | None:
    reading = _reading(view, role)
    if reading is None:
        return None
    slide = presentation.slides[view.number - 1]
    master, position = _place_of(presentation, slide)
    gone = removed_by(view, reading, _repeated(view, views))
    return Layout(
        slide._element.cSld.get("name") or f"示例页 {view.number}",
        master,
        role,
        _units(reading),
        slots_of(view, reading.fields, role, gone),
        sample_slide=view.number,
        position=position,
    )


def _units(reading: Reading) -> int:
    return reading.units.count if reading.units else len(reading.sides)


def _place_of(presentation: Any, slide: Any) -> tuple[int, int | None]:
    part = slide.slide_layout.part
    for index, master in enumerate(presentation.slide_masters):
        for position, layout in enumerate(master.slide_layouts):
            if layout.part is part:
                return index, position
    return 0, None


def _standing_in(presentation: Any, views: Sequence[SlideView], found: Sequence[Candidate]) -> list[Candidate]:
    """For each role that no slide was drawn for, the surest slide of another role that can be read so."""
    by_number = {view.number: view for view in views}
    surest: dict[LayoutRole, Candidate] = {}
    for candidate in found:
        surest.setdefault(candidate.role, candidate)
    instead = []
    for role, others in _INSTEAD.items():
        if role in surest:
            continue
        for other in others:
            given = surest.get(other)
            number = given.layout.sample_slide if given else None
            layout = None if number is None else _layout(presentation, by_number[number], role, views)
            if layout is None or given is None:
                continue
            words = (f"没有专门的示例页，用第 {number} 张代替",)
            candidate = Candidate(role, layout, min(_STANDING_IN, given.confidence), words, instead=True)
            instead.append(candidate)
            surest[role] = candidate
            break
    return instead


def _repeated(view: SlideView, views: Sequence[SlideView]) -> frozenset[int]:
    """The shapes that stand alike on many slides: words with the same words, drawings in the same place and size."""
    often = max(_OFTEN, round(0.4 * len(views)))
    return frozenset(
        shape.identity
        for shape in view.shapes
        if sum(any(_same(shape, other) for other in one.shapes) for one in views) >= often
    )


def _same(shape: object, other: object) -> bool:
    a, b = shape, other
    near = all(
        abs(getattr(a.box, side) - getattr(b.box, side)) < 40_000  # type: ignore[attr-defined]
        for side in ("left", "top", "width", "height")
    )
    return near and a.kind is b.kind and squeezed(a.words) == squeezed(b.words)  # type: ignore[attr-defined]
