"""Layouts as python-pptx sees them, with everything that a placeholder inherits worked out."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import pptx
from pptx.oxml.ns import qn

from generator.model import Box, Layout, LayoutRole, Slot, SlotPurpose
from generator.settings import FittingSettings

# Where a layout's placeholder inherits from, as PowerPoint does it: by type, since master and layout number
# their placeholders apart. Whatever is not named here inherits from the body.
_MASTER_TYPES = {"title": "title", "ctrTitle": "title", "dt": "dt", "ftr": "ftr", "sldNum": "sldNum"}
_TEXT_STYLES = {"title": "p:titleStyle", "body": "p:bodyStyle"}

# ECMA-376, 21.1.2.1.1 bodyPr: the insets that hold where nobody gives any, in EMU.
_INSETS = {"lIns": 91440, "tIns": 45720, "rIns": 91440, "bIns": 45720}
# ECMA-376, 21.1.2.3: the type size that holds where nobody gives any, in points.
_SIZE_PT = 18.0

# The elements are asked through lxml: python-pptx's shapes make a proxy and an XPath of every question, and a look
# has four hundred placeholders.
_SHAPES = f"{qn('p:cSld')}/{qn('p:spTree')}/*"
_PLACEHOLDER = f"*/{qn('p:nvPr')}/{qn('p:ph')}"
_FRAME = f"{qn('p:spPr')}/{qn('a:xfrm')}"
_TEXT_FRAME = f"{qn('p:txBody')}/{qn('a:bodyPr')}"
_DEFAULT_LEVEL = f"{qn('p:defaultTextStyle')}/{qn('a:lvl1pPr')}"
_FIRST_LEVEL = f"{qn('p:txBody')}/{qn('a:lstStyle')}/{qn('a:lvl1pPr')}"
_OFFSET, _EXTENT, _RUN = qn("a:off"), qn("a:ext"), qn("a:defRPr")
_GAPS = tuple((f"{qn(tag)}/{qn('a:spcPts')}", f"{qn(tag)}/{qn('a:spcPct')}") for tag in ("a:spcBef", "a:spcAft"))
_LINE_PERCENT, _LINE_POINTS = (f"{qn('a:lnSpc')}/{qn(unit)}" for unit in ("a:spcPct", "a:spcPts"))


class Lineage(NamedTuple):
    """What gives a placeholder its properties, nearest first.

    `holders` are its own element and the master's that it inherits from; `levels` the properties of the first level
    in the two, in the text styles of the master and in the default of the presentation.
    """

    holders: tuple[Any, ...]
    levels: tuple[Any, ...]


def read_layouts(package: bytes, table: Sequence[Mapping[str, Any]]) -> tuple[int, int, tuple[Layout, ...]]:
    """Width and height of the slides in EMU, and the layouts of the first master that `table` gives a role.

    `table` has one mapping a layout: name, role, units, slots (idx → "purpose" or "purpose:unit").
    """
    presentation: Any = pptx.Presentation(io.BytesIO(package))
    return presentation.slide_width, presentation.slide_height, layouts_by_table(presentation, table)


def layouts_by_table(presentation: Any, table: Sequence[Mapping[str, Any]]) -> tuple[Layout, ...]:
    """The layouts of the first master that `table` gives a role.

    Raises:
        KeyError: a layout or a placeholder of the table is not there.
    """
    by_name = {layout.name: layout for layout in presentation.slide_layouts}
    return tuple(
        Layout(
            entry["name"],
            master=0,
            role=LayoutRole(entry["role"]),
            units=entry["units"],
            slots=tuple(_slots(by_name[entry["name"]], entry["slots"])),
        )
        for entry in table
        if "role" in entry
    )


def lineages(layout: Any) -> dict[int, Lineage]:
    """The lineage of every placeholder of a layout, by its `idx`."""
    master = layout.slide_master
    default = master.part.package.presentation_part._element.find(_DEFAULT_LEVEL)
    by_type: dict[str, Any] = {}
    for shape, placeholder in _placeholders(master._element):
        by_type.setdefault(placeholder.get("type", "obj"), shape)
    found: dict[int, Lineage] = {}
    for shape, placeholder in _placeholders(layout._element):
        kind = _MASTER_TYPES.get(placeholder.get("type", "obj"), "body")
        holders = (shape, by_type[kind]) if kind in by_type else (shape,)
        style = f"{qn('p:txStyles')}/{qn(_TEXT_STYLES.get(kind, 'p:otherStyle'))}/{qn('a:lvl1pPr')}"
        levels = [holder.find(_FIRST_LEVEL) for holder in holders] + [master._element.find(style), default]
        lineage = Lineage(holders, tuple(level for level in levels if level is not None))
        found.setdefault(int(placeholder.get("idx", "0")), lineage)
    return found


def _placeholders(element: Any) -> Iterator[tuple[Any, Any]]:
    """The shapes of a layout or master that are placeholders, each with its `p:ph`."""
    for shape in element.iterfind(_SHAPES):
        placeholder = shape.find(_PLACEHOLDER)
        if placeholder is not None:
            yield shape, placeholder


def _slots(layout: Any, purposes: Mapping[str, str]) -> Iterator[Slot]:
    """The slots of a layout in the order of its table."""
    by_index = lineages(layout)
    for index, described in purposes.items():
        purpose, _, unit = described.partition(":")
        yield slot_of(int(index), SlotPurpose(purpose), int(unit or 0), by_index[int(index)])


def slot_of(index: int, purpose: SlotPurpose, unit: int, lineage: Lineage) -> Slot:
    """The slot that a placeholder makes, with all that it inherits."""
    size_pt = _size_pt(lineage.levels)
    return Slot(
        index,
        purpose,
        unit,
        _text_box(lineage.holders),
        size_pt,
        _line_spacing(lineage.levels, size_pt),
        _paragraph_gap_pt(lineage.levels, size_pt),
        _indent(lineage.levels),
    )


def frame_of(holders: Sequence[Any]) -> Box | None:
    """Where a placeholder stands, taken whole from the nearest holder that says so; None where none does."""
    for holder in holders:
        frame = holder.find(_FRAME)
        if frame is None:
            continue
        offset, extent = frame.find(_OFFSET), frame.find(_EXTENT)
        if offset is not None and extent is not None:
            return Box(int(offset.get("x")), int(offset.get("y")), int(extent.get("cx")), int(extent.get("cy")))
    return None


def _text_box(holders: Sequence[Any]) -> Box:
    """The frame without its insets, each of which may come from any holder; an empty box where there is no frame."""
    frame = frame_of(holders) or Box(0, 0, 0, 0)
    bodies = [body for holder in holders if (body := holder.find(_TEXT_FRAME)) is not None]
    left, top, right, bottom = (
        next((int(body.get(side)) for body in bodies if body.get(side)), default) for side, default in _INSETS.items()
    )
    return Box(
        frame.left + left, frame.top + top, max(0, frame.width - left - right), max(0, frame.height - top - bottom)
    )


def _indent(levels: Sequence[Any]) -> int:
    """ECMA-376, 21.1.2.2.7 pPr: marL is where every line of the paragraph begins, the bullet hangs before it."""
    return next((int(level.get("marL")) for level in levels if level.get("marL") is not None), 0)


def size_pt_of(lineage: Lineage) -> float:
    """The type size, in points, that the first level inherits."""
    return _size_pt(lineage.levels)


def _size_pt(levels: Sequence[Any]) -> float:
    for level in levels:
        run = level.find(_RUN)
        if run is not None and run.get("sz"):
            return int(run.get("sz")) / 100
    return _SIZE_PT


def _line_spacing(levels: Sequence[Any], size_pt: float) -> float:
    """A factor of the typeface's own line; points are brought to one by the line that fitting reckons with."""
    for level in levels:
        percent = level.find(_LINE_PERCENT)
        if percent is not None:
            return _share(percent.get("val"))
        points = level.find(_LINE_POINTS)
        if points is not None:
            return int(points.get("val")) / 100 / (size_pt * FittingSettings().line_height_em)
    return 1.0


def _paragraph_gap_pt(levels: Sequence[Any], size_pt: float) -> float:
    """Space before a paragraph and after the one above it: PowerPoint adds the two."""
    return sum(_space_pt(levels, *paths, size_pt) for paths in _GAPS)


def _space_pt(levels: Sequence[Any], in_points: str, in_percent: str, size_pt: float) -> float:
    for level in levels:
        points = level.find(in_points)
        if points is not None:
            return int(points.get("val")) / 100
        percent = level.find(in_percent)
        if percent is not None:
            return _share(percent.get("val")) * size_pt
    return 0.0


def _share(percentage: str) -> float:
    """ECMA-376, 22.9.2.9 ST_Percentage: 90000 and 90% are both 0.9."""
    return float(percentage[:-1]) / 100 if percentage.endswith("%") else int(percentage) / 100_000
