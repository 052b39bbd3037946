"""A template's own table with other words: the cells of its head and of its rows, as often as they are needed."""

from __future__ import annotations

import copy
from typing import Any

from lxml import etree
from pptx.oxml.ns import qn

from generator.model import TablePlacement

_MERGING = ("gridSpan", "rowSpan", "hMerge", "vMerge")
_BANDS = 2
"""Rows whose looks alternate."""


def fill_table(frame: Any, placement: TablePlacement) -> bool:
    """Put a table's words into a frame's own cells; False, and nothing done, where its cells are all merged."""
    table = frame.find(f".//{qn('a:tbl')}")
    rows = [row for row in table.findall(qn("a:tr")) if not any(_is_merged(cell) for cell in row.findall(qn("a:tc")))]
    if len(rows) < _BANDS or not rows[0].findall(qn("a:tc")):
        return False
    head, bands = copy.deepcopy(rows[0]), [copy.deepcopy(row) for row in rows[1 : 1 + _BANDS]]
    for row in table.findall(qn("a:tr")):
        table.remove(row)
    properties = table.find(qn("a:tblPr"))
    if properties is None:
        properties = etree.Element(qn("a:tblPr"))
        table.insert(0, properties)
    properties.set("firstRow", "1")
    for flag in ("lastRow", "lastCol"):
        properties.attrib.pop(flag, None)
    grid = table.find(qn("a:tblGrid"))
    for column in list(grid):
        grid.remove(column)
    for width in placement.column_widths:
        etree.SubElement(grid, qn("a:gridCol")).set("w", str(width))
    lines = (placement.header, *placement.rows)
    heights = placement.row_heights or (placement.row_height,) * len(lines)
    for number, (texts, height) in enumerate(zip(lines, heights, strict=True)):
        table.append(_row(bands[(number - 1) % len(bands)] if number else head, texts, height, placement))
    _place(frame, placement, sum(heights))
    return True


def _is_merged(cell: Any) -> bool:
    """Whether a cell is one of several that are drawn as one; a span of 1 and a merge of 0 are none."""
    spans = any(cell.get(name, "1") != "1" for name in ("gridSpan", "rowSpan"))
    return spans or any(cell.get(name, "0") in ("1", "true") for name in ("hMerge", "vMerge"))


def _row(pattern: Any, texts: tuple[str, ...], height: int, placement: TablePlacement) -> Any:
    row = etree.Element(qn("a:tr"))
    row.set("h", str(height))
    cells = pattern.findall(qn("a:tc"))
    for index, text in enumerate(texts):
        cell = copy.deepcopy(cells[min(index, len(cells) - 1)])
        right = index in placement.right_aligned
        _write(cell, text, placement.size_pt, "r" if right else "l")
        properties = cell.find(qn("a:tcPr"))
        if properties is None:
            properties = etree.SubElement(cell, qn("a:tcPr"))
        for name in ("marT", "marB", "vert"):
            properties.attrib.pop(name, None)
        properties.set("anchor", "ctr")
        properties.set("marL", str(placement.column_margin))
        properties.set("marR", str(placement.column_margin * (2 if right else 1)))
        row.append(cell)
    return row


def _write(cell: Any, text: str, size_pt: float, alignment: str) -> None:
    """The words in the look of the cell's first run; a cell without one has its look in `a:endParaRPr`."""
    for name in _MERGING:
        cell.attrib.pop(name, None)
    body = cell.find(qn("a:txBody"))
    paragraphs = body.findall(qn("a:p"))
    own = next((p for p in paragraphs if p.find(qn("a:r")) is not None), paragraphs[0])
    look = own.find(f"{qn('a:r')}/{qn('a:rPr')}")
    look = own.find(qn("a:endParaRPr")) if look is None else look
    given = own.find(qn("a:pPr"))
    for paragraph in paragraphs:
        body.remove(paragraph)
    new = etree.SubElement(body, qn("a:p"))
    properties = etree.Element(qn("a:pPr")) if given is None else copy.deepcopy(given)
    properties.set("algn", alignment)
    new.append(properties)
    style = etree.Element(qn("a:rPr"))
    if look is not None:
        for name, value in look.attrib.items():
            style.set(name, value)
        for child in look:
            style.append(copy.deepcopy(child))
    for name in ("dirty", "err", "u", "strike"):
        style.attrib.pop(name, None)
    style.set("lang", "zh-CN")
    style.set("altLang", "en-US")
    style.set("sz", str(round(size_pt * 100)))
    for number, line in enumerate(text.split("\n")):
        if number:
            etree.SubElement(new, qn("a:br")).append(copy.deepcopy(style))
        run = etree.SubElement(new, qn("a:r"))
        run.append(copy.deepcopy(style))
        etree.SubElement(run, qn("a:t")).text = line


def _place(frame: Any, placement: TablePlacement, height: int) -> None:
    box = placement.slot.box
    place = frame.find(qn("p:xfrm"))
    place.find(qn("a:off")).set("x", str(box.left))
    place.find(qn("a:off")).set("y", str(box.top))
    place.find(qn("a:ext")).set("cx", str(sum(placement.column_widths)))
    place.find(qn("a:ext")).set("cy", str(height))
    properties = frame.find(f"{qn('p:nvGraphicFramePr')}/{qn('p:cNvPr')}")
    properties.set("descr", placement.alternative_text)
    properties.attrib.pop("title", None)
