"""Slides of tables: the figures of the speech, one row a line or two side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.fitting.breaking import balanced_lines
from generator.fitting.context import Context, named, parts
from generator.fitting.data import as_points
from generator.fitting.measure import EMU_PER_POINT, sizes
from generator.fitting.points import points_pages
from generator.language import break_lines, width_em
from generator.model import (
    Label,
    LayoutRole,
    Page,
    Slide,
    Slot,
    SlotPurpose,
    Storyboard,
    Table,
    TablePlacement,
    TableRow,
)

_CELL_MARGIN_PT = 12.0
"""Points, left and right of a cell's text; twice that parts a right-aligned number from what follows."""
_ROW_PADDING_PT = 11.0
"""Points above and below a row's text together."""
_TALLEST_ROW_PT = 54.0
"""Points. A short table does not stretch its rows beyond this to fill the slide."""
_SMALLER_FOR_WHOLE_CELLS_PT = 2.0
"""Points that a table gives up to keep a cell on one line."""
_ROOM_BELOW_PT = 9.0
"""Points that a stretched table leaves free, so that its last line and the footer's stay apart."""
_NARROWEST_INDICATOR_SHARE = 0.42
"""Of the table's width: what is measured needs most of the words."""
_WIDEST_VALUE_SHARE = 0.4
_WIDEST_HALF_VALUE_SHARE = 0.5
"""The same of one half, where two rows share a line: 由3.5万吨提高到6.2万吨 stands on one line."""
_WIDER_TYPEFACE = 1.04
"""The widest usual typeface over the width that a text is taken to have: a value that just fits would lose its unit
to a line of its own."""
_UNLIKE_PT = 2.0
"""Points by which the type of two tables of a deck may differ."""
_MOST_SINGLE_ROWS = 8
"""Rows that stand one to a line; more of one part stand two and two, so that a slide holds them."""


@dataclass(frozen=True, slots=True)
class _Form:
    """A table as it is drawn: its lines of cells, header first, and the columns that hold values."""

    lines: tuple[tuple[str, ...], ...]
    values: frozenset[int]
    name: str


@dataclass(frozen=True, slots=True)
class _Fitted:
    """The forms of a table's pages, and the largest size at which each fits its page."""

    forms: tuple[_Form, ...]
    size: float


def table_pages(slide: Slide, content: Table, context: Context) -> list[Page]:
    """The table at one type size; rows that do not fit go on under the same header."""
    layout = context.layout(LayoutRole.TABLE)
    slot = layout.slot(SlotPurpose.TABLE) if layout else None
    title = named(content.title.text, content.group)
    if layout is None or slot is None:
        pairs = [(row.indicator, row.value) for row in content.rows]
        return points_pages(slide, as_points(content.title, content.group, pairs, content.continued), context)
    fitted = _fitted(content, slot, context)
    pages = []
    for part, form in enumerate(fitted.forms):
        size = min(fitted.size, context.table_sizes.get(form.name, fitted.size))
        heading = title + (Label.CONTINUED if content.continued or part else "")
        pages.append(context.page(slide, layout, heading, [_placed(form, slot, size, content, context)], part))
    return pages


def shared_table_sizes(storyboard: Storyboard, context: Context) -> dict[str, float]:
    """The type size of all tables of one form, so that they look alike: the fullest one decides.

    Tables of another form may be a little larger, not so much that a listener sees it from one slide to the next.
    """
    layout = context.layout(LayoutRole.TABLE)
    slot = layout.slot(SlotPurpose.TABLE) if layout else None
    shared: dict[str, float] = {}
    for slide in storyboard.slides:
        if slot is not None and isinstance(slide.content, Table):
            fitted = _fitted(slide.content, slot, context)
            name = fitted.forms[0].name
            shared[name] = min(fitted.size, shared.get(name, fitted.size))
    largest = min(shared.values(), default=0.0) + _UNLIKE_PT
    return {name: min(size, largest) for name, size in shared.items()}


def _fitted(content: Table, slot: Slot, context: Context) -> _Fitted:
    """The first form and the largest size at which all rows fit; at the floor, the rows in as few even pages as fit.

    Where the title names the section of all rows there is no column for it, and a table does without the column before
    it takes a second page.
    """
    rows = content.rows
    floor = context.settings.smallest_label_pt
    room = slot.box.height / EMU_PER_POINT
    split = _single
    if content.group and len(rows) > _MOST_SINGLE_ROWS:
        tried, split = [_side_by_side(rows)], _side_by_side
    elif {row.section.text for row in rows} - {"", content.group.text if content.group else ""}:
        tried = [_with_section(rows), _single(rows)]
    else:
        tried = [_single(rows)]
    for form in tried:
        fitting = [
            size for size in sizes(slot, floor, context.settings) if sum(_heights(form, slot, size, context)) <= room
        ]
        if fitting:
            return _Fitted((form,), _least_broken(form, fitting, slot, context))
    for count in range(2, len(rows) + 1):
        forms = tuple(split(group) for group in parts(rows, count))
        if all(sum(_heights(form, slot, floor, context)) <= room for form in forms):
            return _Fitted(forms, floor)
    return _Fitted(tuple(_single([row]) for row in rows), floor)


def _least_broken(form: _Form, fitting: Sequence[float], slot: Slot, context: Context) -> float:
    """The largest size, or one a little smaller at which fewer cells are broken."""
    near = [size for size in fitting if size >= fitting[0] - _SMALLER_FOR_WHOLE_CELLS_PT]

    def lines(size: float) -> int:
        line_pt = size * context.settings.line_height_em
        return sum(round((height - _ROW_PADDING_PT) / line_pt) for height in _heights(form, slot, size, context))

    return min(near, key=lambda size: (lines(size), -size))


def _with_section(rows: Sequence[TableRow]) -> _Form:
    header = (Label.INDICATOR.value, Label.VALUE.value, Label.SECTION.value)
    cells = tuple((row.indicator.text, row.value.text, row.section.text) for row in rows)
    return _Form((header, *cells), frozenset({1}), "with section")


def _single(rows: Sequence[TableRow]) -> _Form:
    header = (Label.INDICATOR.value, Label.VALUE.value)
    return _Form((header, *((row.indicator.text, row.value.text) for row in rows)), frozenset({1}), "single")


def _side_by_side(rows: Sequence[TableRow]) -> _Form:
    """The first half of the rows at the left, the second at the right, read downwards."""
    half = -(-len(rows) // 2)
    header = (Label.INDICATOR.value, Label.VALUE.value) * 2
    cells = [(row.indicator.text, row.value.text) for row in rows]
    cells += [("", "")] * (2 * half - len(rows))
    lines = tuple((*cells[i], *cells[half + i]) for i in range(half))
    return _Form((header, *lines), frozenset({1, 3}), "side by side")


def _heights(form: _Form, slot: Slot, size: float, context: Context) -> list[float]:
    """Points: a row is as tall as its fullest cell."""
    rooms = _rooms(form, slot, size)
    heights = []
    for line in form.lines:
        count = max(len(break_lines(text, room)) or 1 for text, room in zip(line, rooms, strict=True))
        heights.append(count * size * context.settings.line_height_em + _ROW_PADDING_PT)
    return heights


def _rooms(form: _Form, slot: Slot, size: float) -> list[float]:
    """Em: how wide the words of each column may be, so that they fit in a wider typeface as well."""
    widths = _column_widths(form, slot, size)
    return [(width / EMU_PER_POINT - 3 * _CELL_MARGIN_PT) / (size * _WIDER_TYPEFACE) for width in widths]


def _in_even_lines(form: _Form, slot: Slot, size: float) -> tuple[tuple[str, ...], ...]:
    """The lines of cells; two lines of a cell part between words: “三服务”|清单, not “三服务”清|单."""
    rooms = _rooms(form, slot, size)
    return tuple(
        tuple(
            "\n".join(balanced_lines(text, room, len(break_lines(text, room))) or (text,))
            for text, room in zip(line, rooms, strict=True)
        )
        for line in form.lines
    )


def _column_widths(form: _Form, slot: Slot, size: float) -> tuple[int, ...]:
    """EMU. A value column is as wide as its longest value; the others share the rest by what they have to hold."""
    whole = slot.box.width
    if len(form.values) > 1:
        # Both halves alike, so that the columns of one line answer those of the other.
        half = whole // 2
        value = _value_width(form, size, half * _WIDEST_HALF_VALUE_SHARE)
        return half - value, value, whole - half - value, value
    value = _value_width(form, size, whole * _WIDEST_VALUE_SHARE)
    if len(form.lines[0]) == 2:
        return whole - value, value
    indicator_em, section_em = (max(width_em(line[column]) for line in form.lines[1:]) for column in (0, 2))
    share = max(_NARROWEST_INDICATOR_SHARE, min(0.62, indicator_em / max(1.0, indicator_em + section_em)))
    indicator = round((whole - value) * share)
    return indicator, value, whole - indicator - value


def _value_width(form: _Form, size: float, most: float) -> int:
    widest = max(width_em(line[column]) for line in form.lines for column in form.values)
    return round(min(most, (widest * size * 1.08 + 4 * _CELL_MARGIN_PT) * EMU_PER_POINT))


def _placed(form: _Form, slot: Slot, size: float, content: Table, context: Context) -> TablePlacement:
    heights = _heights(form, slot, size, context)
    spare = slot.box.height / EMU_PER_POINT - sum(heights)
    stretch = max(0.0, min((spare - _ROOM_BELOW_PT) / len(heights), _TALLEST_ROW_PT - min(heights)))
    row_heights = tuple(int((height + stretch) * EMU_PER_POINT) for height in heights)
    read_out = "；".join(
        f"{line[column - 1]}：{line[column]}"
        for column in sorted(form.values)
        for line in form.lines[1:]
        if line[column]
    )
    group = f"（{content.group.text}）" if content.group else ""
    header, *rows = _in_even_lines(form, slot, size)
    return TablePlacement(
        slot,
        header=header,
        rows=tuple(rows),
        column_widths=_column_widths(form, slot, size),
        row_height=row_heights[0],
        column_margin=round(_CELL_MARGIN_PT * EMU_PER_POINT),
        size_pt=size,
        right_aligned=form.values,
        alternative_text=f"表格{group}：{read_out}",
        row_heights=row_heights,
    )
