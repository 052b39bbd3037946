"""Slides of points, with the figures that stand out beside them."""

from __future__ import annotations

from collections.abc import Sequence

from generator.fitting.context import Context, parts, plain
from generator.fitting.measure import EMU_PER_POINT, fits, largest_size, sizes
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
    TextPlacement,
    ThemeColor,
)

_SMALL_SHARE = 0.42
"""Of the numeral's size: what stands before and after it (约, 余万元)."""
_SMALLEST_VALUE_PT = 28.0
"""Points. A figure set smaller no longer stands out from the points beside it."""


def points_pages(slide: Slide, content: Points, context: Context) -> list[Page]:
    """The points at one size; what does not fit at the floor goes on to a （续） page, broken between two points."""
    layout = context.layout(LayoutRole.CONTENT, len(content.callouts)) or context.content_layout()
    body = layout.slot(SlotPurpose.BODY)
    if body is None:
        layout = context.content_layout()
        body = layout.slot(SlotPurpose.BODY)
    paragraphs = [point_paragraph(point) for point in content.points]
    pages: list[Page] = []
    title = content.title.text + (Label.CONTINUED if content.continued else "")
    for part, group in enumerate(_groups(paragraphs, body, context)):
        placements: list[Placement] = []
        if body and group:
            size = largest_size(group, body, context.settings.split_below_pt, context.settings)
            own = size if size is not None else context.settings.smallest_body_pt
            placements.append(TextPlacement(body, tuple(group), own if own != body.size_pt else None))
        if part == 0:
            placements += callout_placements(layout, content.callouts, context)
        ending = Label.CONTINUED if part and not content.continued else ""
        pages.append(context.page(slide, layout, title + ending, placements, part))
        if content.callouts:
            layout = context.content_layout()
            body = layout.slot(SlotPurpose.BODY)
    return pages


def point_paragraph(point: Point) -> Paragraph:
    """A point with its lead in the accent colour."""
    text = point.words.text
    if not point.lead:
        return plain(text)
    runs = [Run(text[: point.lead], bold=True, color=ThemeColor.ACCENT1)]
    if text[point.lead :]:
        runs.append(Run(text[point.lead :]))
    return Paragraph(tuple(runs))


def _groups(paragraphs: list[Paragraph], slot: Slot | None, context: Context) -> list[Sequence[Paragraph]]:
    """The paragraphs page by page: one group when all fit, else as even as the order allows."""
    if slot is None or not paragraphs:
        return [paragraphs]
    floor = context.settings.split_below_pt
    for count in range(1, len(paragraphs) + 1):
        groups = parts(paragraphs, count)
        if all(largest_size(group, slot, floor, context.settings) is not None for group in groups):
            return groups
    return [[paragraph] for paragraph in paragraphs]


def callout_placements(layout: Layout, callouts: tuple[Callout, ...], context: Context) -> list[Placement]:
    """The figures of a slide, all at one size: numeral large, what belongs to it small, the label below."""
    places = [
        (callout, value, layout.slot(SlotPurpose.CAPTION, unit))
        for unit, callout in enumerate(callouts)
        if (value := layout.slot(SlotPurpose.VALUE, unit)) is not None
    ]
    if not places:
        return []
    size = min(_value_size(callout, slot, context) for callout, slot, _ in places)
    captions = [([plain(callout.label.text)], caption) for callout, _, caption in places if caption]
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
        placements.append(TextPlacement(slot, (_value_paragraph(callout, size),)))
        if caption:
            own = caption_size if caption_size != caption.size_pt else None
            placements.append(TextPlacement(caption, (plain(callout.label.text),), own))
    return placements


def _value_size(callout: Callout, slot: Slot, context: Context) -> float:
    """The numeral's largest size at which the figure stays on one line."""
    quantity = callout.quantity
    width_pt = slot.box.width / EMU_PER_POINT
    ems = width_em(quantity.number) + _SMALL_SHARE * width_em(quantity.before + quantity.after)
    for size in sizes(slot, _SMALLEST_VALUE_PT, context.settings):
        if ems * size <= width_pt:
            return size
    return _SMALLEST_VALUE_PT


def _value_paragraph(callout: Callout, size: float) -> Paragraph:
    small = round(size * _SMALL_SHARE)
    quantity = callout.quantity
    runs = [
        Run(quantity.before, size_pt=small) if quantity.before else None,
        Run(quantity.number, size_pt=size),
        Run(quantity.after, size_pt=small) if quantity.after else None,
    ]
    return Paragraph(tuple(run for run in runs if run))
