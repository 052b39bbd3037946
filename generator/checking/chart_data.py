"""A chart of a saved deck: what it shows (the values cached in its XML) and what its workbook holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from generator.checking.deck import ChartSeries, ChartShape
from generator.checking.workbook import Cell, Workbook
from generator.model import Box

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_RELATIONSHIP_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DEFAULT_SIZE_PT = 10.0
"""ECMA-376 leaves it open; PowerPoint sets the text of a chart at 10 pt where nobody gives a size."""


def read_chart(part: Any, name: str, box: Box | None, alternative_text: str) -> ChartShape:
    """The chart of a chart part."""
    space = etree.fromstring(part.blob)
    workbook = _workbook(part, space)
    plot = space.find(f"{_C}chart/{_C}plotArea")
    series = () if plot is None else tuple(_series(element, workbook) for element in plot.iter(f"{_C}ser"))
    return ChartShape(
        name,
        box,
        _rich_text(space.find(f"{_C}chart/{_C}title")),
        series,
        workbook is not None,
        _smallest(space),
        alternative_text,
    )


def _workbook(part: Any, space: Any) -> Workbook | None:
    data = space.find(f"{_C}externalData")
    relation = None if data is None else part.rels.get(data.get(_RELATIONSHIP_ID, ""))
    if relation is None or relation.is_external:
        return None
    try:
        return Workbook(relation.target_part.blob)
    except ValueError:
        return None


def _series(series: Any, workbook: Workbook | None) -> ChartSeries:
    names = _strings(series.find(f"{_C}tx"))
    categories = _strings(series.find(f"{_C}cat"))
    points = _strings(series.find(f"{_C}val"))
    values = tuple(_number(point) for point in points)
    labels: list[str | None] = [None] * len(values)
    for label in series.iterfind(f"{_C}dLbls/{_C}dLbl"):
        index = int(label.find(f"{_C}idx").get("val", "-1"))
        words = _rich_text(label)
        if words and 0 <= index < len(labels):
            labels[index] = words
    name_cells = _cells(series.find(f"{_C}tx"), workbook)
    return ChartSeries(
        names[0] if names else "",
        categories,
        values,
        tuple(labels),
        _words(name_cells[0]) if name_cells else None,
        tuple(_words(cell) for cell in _cells(series.find(f"{_C}cat"), workbook)),
        tuple(_number(cell) for cell in _cells(series.find(f"{_C}val"), workbook)),
    )


def _strings(element: Any | None) -> tuple[str, ...]:
    """The cached points of a reference, by their index; a missing one is empty."""
    if element is None:
        return ()
    count = element.find(f".//{_C}ptCount")
    found = {int(point.get("idx")): point.findtext(f"{_C}v") or "" for point in element.iter(f"{_C}pt")}
    size = max(int(count.get("val", "0")) if count is not None else 0, max(found, default=-1) + 1)
    return tuple(found.get(index, "") for index in range(min(size, 10_000)))


def _cells(element: Any | None, workbook: Workbook | None) -> tuple[Cell, ...]:
    reference = None if element is None else element.findtext(f".//{_C}f")
    return workbook.cells(reference) if workbook and reference else ()


def _number(value: Cell) -> float | None:
    if value is None:
        return None
    try:
        return float(value)
    except ValueError:
        return None


def _words(cell: Cell) -> str | None:
    """A cell as a label: whole numbers without `.0` (2023)."""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    return cell


def _rich_text(element: Any | None) -> str:
    if element is None:
        return ""
    rich = element.find(f"{_C}tx/{_C}rich")
    return "" if rich is None else "".join(t.text or "" for t in rich.iter(f"{_A}t"))


def _smallest(space: Any) -> float:
    """The smallest size that text of the chart is given, in points; hidden parts (`c:delete`) do not count."""
    whole = space.find(f"{_C}txPr")
    base = next(_sizes(whole), None) if whole is not None else None
    sizes = [base or _DEFAULT_SIZE_PT]
    for properties in space.iter(f"{_C}txPr", f"{_C}rich"):
        if properties is not whole and not _is_hidden(properties):
            sizes.extend(_sizes(properties))
    return min(sizes)


def _sizes(element: Any) -> Iterator[float]:
    for run in element.iter(f"{_A}defRPr", f"{_A}rPr"):
        size = run.get("sz")
        if size:
            yield int(size) / 100


def _is_hidden(element: Any) -> bool:
    for ancestor in element.iterancestors():
        delete = ancestor.find(f"{_C}delete")
        if delete is not None and delete.get("val", "1") in ("1", "true"):
            return True
    return False
