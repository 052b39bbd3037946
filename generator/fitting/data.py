"""Slides of figures: charts, big numbers, one figure before and after."""

from __future__ import annotations

from dataclasses import replace

from generator.fitting.context import Context, named, plain
from generator.fitting.measure import EMU_PER_POINT, grown, largest_common_size, text_height
from generator.fitting.points import body_placement, callout_placements, points_pages, value_paragraph, value_size
from generator.model import (
    BigNumbers,
    Chart,
    ChartPlacement,
    Comparison,
    Excerpt,
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
    SlotPurpose,
    Span,
    TextPlacement,
)

_SIDES = (Label.BEFORE, Label.AFTER)
_LARGER = 2.2
"""How much larger than the text of its column a figure is set."""
_WORDS_PT = 24.0
"""Points. The words below a figure are larger nowhere: they would compete with it."""


def chart_pages(slide: Slide, content: Chart, context: Context) -> list[Page]:
    """One chart, its values printed as the text has them; as points where the template has no room."""
    layout = context.layout(LayoutRole.CHART)
    slot = layout.slot(SlotPurpose.CHART) if layout else None
    if layout is None or slot is None:
        pairs = [(point.name, point.surface) for point in content.points]
        return points_pages(slide, as_points(content.title, content.group, pairs), context)
    subject = (content.group or content.title).text
    read_out = "；".join(f"{point.name.text}：{point.surface.text}" for point in content.points)
    placement: Placement = ChartPlacement(
        slot,
        kind=content.kind,
        series_name=subject,
        categories=tuple(point.name.text for point in content.points),
        values=tuple(point.value for point in content.points),
        surfaces=tuple(point.surface.text for point in content.points),
        size_pt=max(context.settings.smallest_label_pt, slot.size_pt),
        alternative_text=f"图表：{subject}。{read_out}",
        ink=context.template.ink,
    )
    return [context.page(slide, layout, named(content.title.text, content.group), [placement])]


def big_numbers_pages(slide: Slide, content: BigNumbers, context: Context) -> list[Page]:
    """The figures, each as large as its slot allows, with the points of the sub-point below them where it has any.

    Slots: VALUE and CAPTION a figure, BODY for the points. Where all do not stand on one page, the points have a page
    with the figures beside them; without a layout for figures at all they are told as points.
    """
    if content.points:
        return _numbers_over_points(slide, content, context) or points_pages(slide, beside_points(content), context)
    layout = context.layout(LayoutRole.BIG_NUMBER, len(content.callouts))
    if layout is None:
        pairs = [(callout.label, callout.origin) for callout in content.callouts]
        return points_pages(slide, as_points(content.title, None, pairs, content.continued), context)
    title = content.title.text + (Label.CONTINUED if content.continued else "")
    return [context.page(slide, layout, title, callout_placements(layout, content.callouts, context))]


def _numbers_over_points(slide: Slide, content: BigNumbers, context: Context) -> list[Page]:
    layouts = context.template.layouts_for(LayoutRole.BIG_NUMBER)
    for layout in layouts:
        body, value = layout.slot(SlotPurpose.BODY), layout.slot(SlotPurpose.VALUE)
        if layout.units != len(content.callouts) or body is None or value is None:
            continue
        placement = body_placement(content.points, body, context)
        if placement is not None:
            title = content.title.text + (Label.CONTINUED if content.continued else "")
            placements = [*callout_placements(layout, content.callouts, context), placement]
            return [context.page(slide, layout, title, placements)]
    return []


def beside_points(content: BigNumbers) -> Points:
    """The same figures and points, the figures beside the points."""
    return Points(content.title, content.points, content.callouts, content.continued)


def comparison_pages(slide: Slide, content: Comparison, context: Context) -> list[Page]:
    """Before at the left, after at the right, both figures at one size; as points where no layout holds them.

    Each side says whether it is the earlier or the later one, and below the later one stand the words of the speech.
    """
    layout = next((lay for lay in context.template.layouts_for(LayoutRole.COMPARISON) if _holds_values(lay)), None)
    callouts = (content.before, content.after)
    if layout is None:
        page = _in_columns(slide, content, context)
        return [page] if page else points_pages(slide, comparison_as_points(content), context)
    placements = callout_placements(layout, callouts, context)
    if layout.slot(SlotPurpose.HEAD) is None:
        placements = _sided(placements, layout)
    heads = [
        ([plain(name.value)], slot)
        for unit, name in enumerate(_SIDES)
        if (slot := layout.slot(SlotPurpose.HEAD, unit)) is not None
    ]
    size = largest_common_size(heads, context.settings.smallest_body_pt, context.settings)
    placements += [
        TextPlacement(slot, tuple(paragraphs), size if size != slot.size_pt else None) for paragraphs, slot in heads
    ]
    return [context.page(slide, layout, named(content.title.text, content.group), placements)]


def _sided(placements: list[Placement], layout: Layout) -> list[Placement]:
    """A page without headings names each side below its figure, above the words of the speech."""
    captions = {
        placement.slot.unit: placement
        for placement in placements
        if isinstance(placement, TextPlacement) and placement.slot.purpose is SlotPurpose.CAPTION
    }
    named_sides: list[Placement] = [p for p in placements if p not in captions.values()]
    sizes = [placement.size_pt for placement in captions.values()]
    for unit, side in enumerate(_SIDES):
        slot = layout.slot(SlotPurpose.CAPTION, unit)
        if slot is not None:
            said = captions[unit].paragraphs if unit in captions else ()
            named_sides.append(TextPlacement(slot, (plain(side.value), *said), sizes[0] if sizes else None))
    return named_sides


def _in_columns(slide: Slide, content: Comparison, context: Context) -> Page | None:
    """In two columns of a user's template: what each side is, its figure set big, below it the words of the speech.

    None where the template has no columns, or they are too low.
    """
    columns = (lay for lay in context.template.layouts_for(LayoutRole.COMPARISON) if lay.sample_slide is None)
    layout = next((lay for lay in columns if lay.units == len(_SIDES) and lay.slot(SlotPurpose.BODY, 1)), None)
    if layout is None:
        return None
    sides = list(zip(_SIDES, (content.before, content.after), strict=True))
    bodies = [slot for unit, _ in enumerate(sides) if (slot := layout.slot(SlotPurpose.BODY, unit)) is not None]
    size = min(
        value_size(callout, grown(slot, _LARGER * slot.size_pt), context)
        for (_, callout), slot in zip(sides, bodies, strict=True)
    )
    placements: list[Placement] = []
    for unit, ((name, callout), body) in enumerate(zip(sides, bodies, strict=True)):
        head = layout.slot(SlotPurpose.HEAD, unit)
        if head is not None:
            placements.append(TextPlacement(head, (plain(name.value),)))
        first = () if head is not None else (Paragraph((Run(name.value, bold=True),), listed=False),)
        words = (Paragraph((Run(callout.label.text),), listed=False),) if callout.label.text else ()
        own = max(min(body.size_pt, _WORDS_PT), context.settings.smallest_body_pt)
        room = body.box.height / EMU_PER_POINT - size * context.settings.line_height_em * body.line_spacing
        if text_height((*first, *words), body, own, context.settings) > room:
            return None
        figure = replace(value_paragraph(callout, size), listed=False)
        placements.append(TextPlacement(body, (*first, figure, *words), own if own != body.size_pt else None))
    return context.page(slide, layout, named(content.title.text, content.group), placements)


def comparison_as_points(content: Comparison) -> Points:
    """The two figures by name, and the words of the speech that tell the change."""
    callouts = (content.before, content.after)
    pairs = [(Excerpt(name.value), callout.origin) for name, callout in zip(_SIDES, callouts, strict=True)]
    listed = as_points(content.title, content.group, pairs)
    words = tuple(Point(callout.label, Span(0, 0)) for callout in callouts if callout.label.text)
    return replace(listed, points=(*listed.points, *words))


def _holds_values(layout: Layout) -> bool:
    return layout.slot(SlotPurpose.VALUE, 0) is not None and layout.slot(SlotPurpose.VALUE, 1) is not None


def as_points(
    title: Excerpt, group: Excerpt | None, pairs: list[tuple[Excerpt, Excerpt]], continued: bool = False
) -> Points:
    """Names and figures as points, for a template that has no room for them in their own shape."""
    points = tuple(
        Point(Excerpt(f"{name.text}：{figure.text}", name.spans + figure.spans), Span(0, 0), len(name.text) + 1)
        for name, figure in pairs
    )
    return Points(Excerpt(named(title.text, group)), points, continued=continued)
