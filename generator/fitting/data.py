"""Slides of figures: tables, charts, big numbers."""

from __future__ import annotations

from collections.abc import Sequence

from generator.fitting.context import Context, parts
from generator.fitting.measure import EMU_PER_POINT, sizes
from generator.fitting.points import callout_placements, points_pages
from generator.language import break_lines, width_em
from generator.model import (
    BigNumbers,
    Chart,
    ChartPlacement,
    Excerpt,
    Label,
    LayoutRole,
    Page,
    Placement,
    Point,
    Points,
    Slide,
    Slot,
    SlotPurpose,
    Span,
    Storyboard,
    Table,
    TablePlacement,
    TableRow,
)

_CELL_MARGIN_PT = 12.0
"""Points, left and right of a cell's text; twice that parts a right-aligned number from what follows."""
_ROW_PADDING_PT = 11.0
"""Points above and below a row's text together."""
_TALLEST_ROW_PT = 46.0
"""Points. A short table does not stretch its rows beyond this to fill the slide."""
_NARROWEST_INDICATOR_SHARE = 0.42
"""Of the table's width: what is measured needs most of the words."""


def table_pages(slide: Slide, content: Table, context: Context) -> list[Page]:
    """The table at one type size, rows of equal height; rows that do not fit go on under the same header."""
    layout = context.layout(LayoutRole.TABLE)
    slot = layout.slot(SlotPurpose.TABLE) if layout else None
    if layout is None or slot is None:
        pairs = [(row.indicator, row.value) for row in content.rows]
        return points_pages(slide, _as_points(content.title, pairs, content.continued), context)
    size, groups = _paged_rows(content.rows, slot, context)
    size = min(size, context.table_size or size)
    pages = []
    for part, rows in enumerate(groups):
        title = content.title.text + (Label.CONTINUED if content.continued or part else "")
        pages.append(context.page(slide, layout, title, [_table(rows, slot, size, content, context)], part))
    return pages


def shared_table_size(storyboard: Storyboard, context: Context) -> float | None:
    """The type size of all tables, so that they look alike: the fullest one decides. None without a table."""
    layout = context.layout(LayoutRole.TABLE)
    slot = layout.slot(SlotPurpose.TABLE) if layout else None
    tables = [slide.content for slide in storyboard.slides if isinstance(slide.content, Table)]
    if slot is None or not tables:
        return None
    return min(_paged_rows(table.rows, slot, context)[0] for table in tables)


def _paged_rows(rows: Sequence[TableRow], slot: Slot, context: Context) -> tuple[float, list[Sequence[TableRow]]]:
    """The largest size at which all rows fit; at the floor, the rows in as few even groups as fit."""
    floor = context.settings.smallest_label_pt
    for size in sizes(slot, floor, context.settings):
        if _table_height(rows, slot, size, context) <= slot.box.height / EMU_PER_POINT:
            return size, [rows]
    for count in range(2, len(rows) + 1):
        groups = parts(rows, count)
        if all(_table_height(group, slot, floor, context) <= slot.box.height / EMU_PER_POINT for group in groups):
            return floor, groups
    return floor, [(row,) for row in rows]


def _table_height(rows: Sequence[TableRow], slot: Slot, size: float, context: Context) -> float:
    return (len(rows) + 1) * _row_height(rows, slot, size, context)


def _row_height(rows: Sequence[TableRow], slot: Slot, size: float, context: Context) -> float:
    """Points. All rows are as tall as the one with the most lines."""
    widths = _column_widths(rows, slot, size)
    lines = max(
        len(break_lines(text, (width / EMU_PER_POINT - 3 * _CELL_MARGIN_PT) / size)) or 1
        for row in rows
        for text, width in zip(_cells(row), widths, strict=True)
    )
    return lines * size * context.settings.line_height_em + _ROW_PADDING_PT


def _cells(row: TableRow) -> tuple[str, str, str]:
    return row.indicator.text, row.value.text, row.section.text


def _column_widths(rows: Sequence[TableRow], slot: Slot, size: float) -> tuple[int, int, int]:
    """EMU. The value column is as wide as its longest value; the others share the rest by what they have to hold."""
    widest = max(width_em(text) for text in (Label.VALUE, *(row.value.text for row in rows)))
    value = min(slot.box.width * 0.4, (widest * size * 1.08 + 4 * _CELL_MARGIN_PT) * EMU_PER_POINT)
    rest = slot.box.width - value
    indicator_em = max(width_em(row.indicator.text) for row in rows)
    section_em = max(width_em(row.section.text) for row in rows)
    share = max(_NARROWEST_INDICATOR_SHARE, min(0.62, indicator_em / (indicator_em + section_em)))
    indicator = round(rest * share)
    return indicator, round(value), slot.box.width - indicator - round(value)


def _table(rows: Sequence[TableRow], slot: Slot, size: float, content: Table, context: Context) -> TablePlacement:
    own = _row_height(rows, slot, size, context)
    room = slot.box.height / EMU_PER_POINT / (len(rows) + 1)
    height = max(own, min(room, _TALLEST_ROW_PT))
    read_out = "；".join(f"{row.indicator.text}：{row.value.text}" for row in rows)
    group = f"（{content.group.text}）" if content.group else ""
    return TablePlacement(
        slot,
        header=(Label.INDICATOR, Label.VALUE, Label.SECTION),
        rows=tuple(_cells(row) for row in rows),
        column_widths=_column_widths(rows, slot, size),
        row_height=round(height * EMU_PER_POINT),
        column_margin=round(_CELL_MARGIN_PT * EMU_PER_POINT),
        size_pt=size,
        right_aligned=frozenset({1}),
        alternative_text=f"表格{group}：{read_out}",
    )


def chart_pages(slide: Slide, content: Chart, context: Context) -> list[Page]:
    """One chart, its values printed as the text has them; as big numbers' points where the template has no room."""
    layout = context.layout(LayoutRole.CHART)
    slot = layout.slot(SlotPurpose.CHART) if layout else None
    if layout is None or slot is None:
        pairs = [(point.name, point.surface) for point in content.points]
        return points_pages(slide, _as_points(content.title, pairs), context)
    read_out = "；".join(f"{point.name.text}：{point.surface.text}" for point in content.points)
    placement: Placement = ChartPlacement(
        slot,
        kind=content.kind,
        series_name=content.title.text,
        categories=tuple(point.name.text for point in content.points),
        values=tuple(point.value for point in content.points),
        surfaces=tuple(point.surface.text for point in content.points),
        size_pt=max(context.settings.smallest_label_pt, slot.size_pt),
        alternative_text=f"图表：{content.title.text}。{read_out}",
    )
    return [context.page(slide, layout, content.title.text, [placement])]


def big_numbers_pages(slide: Slide, content: BigNumbers, context: Context) -> list[Page]:
    """Two to four figures, each as large as its slot allows."""
    layout = context.layout(LayoutRole.BIG_NUMBER, len(content.callouts))
    if layout is None:
        pairs = [(callout.label, callout.origin) for callout in content.callouts]
        return points_pages(slide, _as_points(content.title, pairs), context)
    return [context.page(slide, layout, content.title.text, callout_placements(layout, content.callouts, context))]


def _as_points(title: Excerpt, pairs: list[tuple[Excerpt, Excerpt]], continued: bool = False) -> Points:
    """Names and figures as points, for a template that has no room for them in their own shape."""
    points = tuple(
        Point(Excerpt(f"{name.text}：{figure.text}", name.spans + figure.spans), Span(0, 0), len(name.text) + 1)
        for name, figure in pairs
    )
    return Points(title, points, continued=continued)
