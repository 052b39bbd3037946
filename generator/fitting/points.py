"""Slides of points, with the figures that stand out beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.errors import TemplateError
from generator.fitting.breaking import balanced_text, well_broken, without_stub
from generator.fitting.context import Context, parts, plain
from generator.fitting.measure import (
    EMU_PER_POINT,
    fits,
    grown,
    largest_size,
    sizes,
    ugly_breaks,
    wider_gap,
)
from generator.language import width_em
from generator.model import (
    Callout,
    Label,
    Layout,
    LayoutRole,
    Page,
    Paragraph,
    Placement,
    Point,
    Points,
    Run,
    Slide,
    Slot,
    SlotPurpose,
    Storyboard,
    TextPlacement,
    ThemeColor,
)

_STEPS_FOR_BREAKS = 5
"""Sizes that are tried to get rid of ugly breaks: 28 down to 24 pt."""
_COST_OF_A_POINT = 0.4
"""Breaks of our own. Two of them are worth a type smaller by five points, one is not."""
_COST_OF_AN_UGLY_BREAK = 3.0
_SMALL_SHARE = 0.42
"""Of the numeral's size: what stands before and after it (约, 余万元)."""
_ROOM_FOR_DIGITS = 1.08
"""Bold digits are wider than plain ones, and a blank stands before the unit: 2274.8万亿元 must not break."""
_SMALLEST_VALUE_PT = 28.0
"""Points. A figure set smaller no longer stands out from the points beside it."""


@dataclass(frozen=True, slots=True)
class _PointsPage:
    """The points of one page and where they go; `callouts` says whether the slide's figures stand beside them."""

    layout: Layout
    body: Slot
    paragraphs: Sequence[Paragraph]
    callouts: bool


def points_pages(slide: Slide, content: Points, context: Context) -> list[Page]:
    """The points at the size their siblings share; what does not fit goes on to a （续） page."""
    pages: list[Page] = []
    title = content.title.text + (Label.CONTINUED if content.continued else "")
    for part, planned in enumerate(_planned(content, context)):
        placements: list[Placement] = []
        if planned.paragraphs:
            shared = context.point_sizes.get(_siblings(slide, planned.callouts))
            own = _largest(planned, context)
            size = min(own, shared) if shared else own
            gap = wider_gap(planned.paragraphs, planned.body, size, context.settings)
            paragraphs = tuple(well_broken(paragraph, planned.body, size) for paragraph in planned.paragraphs)
            placements.append(TextPlacement(planned.body, paragraphs, size, gap_pt=gap))
        if planned.callouts:
            placements += callout_placements(planned.layout, content.callouts, context)
        ending = Label.CONTINUED if part and not content.continued else ""
        pages.append(context.page(slide, planned.layout, title + ending, placements, part))
    return pages


def shared_sizes(storyboard: Storyboard, context: Context) -> dict[str, float]:
    """The body size of each group of sibling pages, the same on all of them: the fullest page decides.

    A few steps below it are taken where that spares more breaks than the size is worth.
    """
    pages: dict[str, list[_PointsPage]] = {}
    for slide in storyboard.slides:
        if isinstance(slide.content, Points):
            for planned in _planned(slide.content, context):
                if planned.paragraphs:
                    pages.setdefault(_siblings(slide, planned.callouts), []).append(planned)
    shared = {}
    for group, siblings in pages.items():
        largest = min(_largest(planned, context) for planned in siblings)
        candidates = [largest - step * context.settings.size_step_pt for step in range(_STEPS_FOR_BREAKS)]
        floor = context.settings.split_below_pt
        shared[group] = min(
            (size for size in candidates if size >= floor or size == largest),
            key=lambda size: _COST_OF_A_POINT * (largest - size) + sum(_cost(planned, size) for planned in siblings),
        )
    return shared


def drawn_sizes(drawn: Iterable[tuple[Slide, Page]]) -> dict[str, float]:
    """The smallest size of each group of siblings whose points were drawn at several, as cards told as points are."""
    found: dict[str, set[float]] = {}
    for slide, page in drawn:
        texts = [placement for placement in page.placements if isinstance(placement, TextPlacement)]
        body = next((text for text in texts if text.slot.purpose is SlotPurpose.BODY), None)
        if page.layout.role is LayoutRole.CONTENT and body is not None and body.size_pt is not None:
            figures = any(text.slot.purpose is SlotPurpose.VALUE for text in texts)
            found.setdefault(_siblings(slide, figures), set()).add(body.size_pt)
    return {group: min(sizes) for group, sizes in found.items() if len(sizes) > 1}


def _siblings(slide: Slide, beside_figures: bool) -> str:
    """Which pages share a size: those of one part and kind, the narrower ones beside figures among themselves."""
    return f"{slide.part} {type(slide.content).__name__} {'beside figures' if beside_figures else 'plain'}"


def _planned(content: Points, context: Context) -> list[_PointsPage]:
    """Page by page: one page when all points fit, else as even as the order allows; figures on the first."""
    layout = context.layout(LayoutRole.CONTENT, len(content.callouts)) or context.content_layout()
    plain_layout = context.content_layout()
    body, plain_body = layout.slot(SlotPurpose.BODY), plain_layout.slot(SlotPurpose.BODY)
    if plain_body is None:
        raise TemplateError.of("template_holds_nothing", where=context.template.name)
    if body is None:
        layout, body = plain_layout, plain_body
    paragraphs = [point_paragraph(point, context.template.emphasis) for point in content.points]
    for count in range(1, max(2, len(paragraphs) + 1)):
        pages = [
            _PointsPage(
                layout if index == 0 else plain_layout,
                body if index == 0 else plain_body,
                group,
                bool(content.callouts) and index == 0 and layout is not plain_layout,
            )
            for index, group in enumerate(parts(paragraphs, count))
        ]
        if count == len(paragraphs) or all(
            largest_size(page.paragraphs, page.body, context.settings.split_below_pt, context.settings) is not None
            for page in pages
        ):
            break
    return pages


def body_placement(points: tuple[Point, ...], body: Slot, context: Context) -> TextPlacement | None:
    """Points in a body that is not the content layout's, at the largest size they fit in; None where they do not."""
    paragraphs = [point_paragraph(point, context.template.emphasis) for point in points]
    if largest_size(paragraphs, body, context.settings.split_below_pt, context.settings) is None:
        return None
    size = _largest_in(paragraphs, body, context)
    gap = wider_gap(paragraphs, body, size, context.settings)
    return TextPlacement(body, tuple(well_broken(p, body, size) for p in paragraphs), size, gap_pt=gap)


def _largest(planned: _PointsPage, context: Context) -> float:
    """The largest size for one page."""
    return _largest_in(planned.paragraphs, planned.body, context)


def _largest_in(paragraphs: Sequence[Paragraph], body: Slot, context: Context) -> float:
    """The largest size in a body: above the slot's own where there is room, so that few points fill their box."""
    settings = context.settings
    roomy = grown(body, settings.largest_body_pt)
    airy = replace(roomy, box=replace(roomy.box, height=round(roomy.box.height * settings.crammed_fill)))
    # What is kept free above the airy height is more than the reserve.
    for slot, own in ((airy, replace(settings, reserve_lines=0.0)), (roomy, settings)):
        size = largest_size(paragraphs, slot, settings.split_below_pt, own)
        if size is not None:
            return size
    return settings.smallest_body_pt


def _cost(planned: _PointsPage, size: float) -> float:
    """How badly a page breaks at a size: breaks of our own cost one, what they cannot mend costs more."""
    body, cost = planned.body, 0.0
    for paragraph in planned.paragraphs:
        if ugly_breaks(paragraph.text, body, size):
            mended = not ugly_breaks(without_stub(paragraph.text, body, size), body, size)
            cost += 1.0 if mended else _COST_OF_AN_UGLY_BREAK
    return cost


def point_paragraph(point: Point, emphasis: ThemeColor | None) -> Paragraph:
    """A point with its lead in the colour that stands out in this template."""
    text = point.words.text
    if not point.lead:
        return plain(text)
    runs = [Run(text[: point.lead], bold=True, color=emphasis)]
    if text[point.lead :]:
        runs.append(Run(text[point.lead :]))
    return Paragraph(tuple(runs))


def callout_placements(layout: Layout, callouts: tuple[Callout, ...], context: Context) -> list[Placement]:
    """The figures of a slide, all at one size: numeral large, what belongs to it small, the label below."""
    places = [
        (callout, value, layout.slot(SlotPurpose.CAPTION, unit))
        for unit, callout in enumerate(callouts)
        if (value := layout.slot(SlotPurpose.VALUE, unit)) is not None
    ]
    if not places:
        return []
    size = min(value_size(callout, slot, context) for callout, slot, _ in places)
    captions = [([plain(callout.label.text)], caption) for callout, _, caption in places if caption and callout.label]
    floor = context.settings.smallest_label_pt
    caption_size = min(
        (
            next((s for s in sizes(slot, floor, context.settings) if fits(text, slot, s, context.settings)), floor)
            for text, slot in captions
        ),
        default=floor,
    )
    placements: list[Placement] = []
    for callout, slot, caption in places:
        placements.append(TextPlacement(slot, (value_paragraph(callout, size),)))
        if caption and callout.label:
            own = caption_size if caption_size != caption.size_pt else None
            text = balanced_text(callout.label.text, caption, caption_size)
            placements.append(TextPlacement(caption, (plain(text),), own))
    return placements


def value_size(callout: Callout, slot: Slot, context: Context) -> float:
    """The numeral's largest size at which the figure stays on one line."""
    quantity = callout.quantity
    width_pt = (slot.box.width - slot.indent) / EMU_PER_POINT
    ems = width_em(quantity.number) + _SMALL_SHARE * width_em(quantity.before + quantity.after)
    if _in_words(callout):
        ems = width_em(quantity.surface)
    for size in sizes(slot, _SMALLEST_VALUE_PT, context.settings):
        if ems * size * _ROOM_FOR_DIGITS <= width_pt:
            return size
    return _SMALLEST_VALUE_PT


def _in_words(callout: Callout) -> bool:
    return not any(char.isdigit() for char in callout.quantity.number)


def value_paragraph(callout: Callout, size: float) -> Paragraph:
    """The number large, what stands before and after it small; one in words whole: 四成 is no figure with a unit."""
    if _in_words(callout):
        return Paragraph((Run(callout.quantity.surface, size_pt=size),))
    small = round(size * _SMALL_SHARE)
    quantity = callout.quantity
    runs = [
        Run(quantity.before, size_pt=small) if quantity.before else None,
        Run(quantity.number, size_pt=size),
        Run(quantity.after, size_pt=small) if quantity.after else None,
    ]
    return Paragraph(tuple(run for run in runs if run))
