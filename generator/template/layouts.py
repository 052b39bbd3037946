"""Layouts as python-pptx sees them, with everything that a placeholder inherits worked out."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pptx
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn

from generator.model import Box, Layout, LayoutRole, Slot, SlotPurpose
from generator.settings import FittingSettings

# Where a layout's placeholder inherits from, as PowerPoint does it: by type, since master and layout number
# their placeholders apart. Whatever is not named here inherits from the body.
_MASTER_TYPES = {
    PP_PLACEHOLDER.TITLE: PP_PLACEHOLDER.TITLE,
    PP_PLACEHOLDER.CENTER_TITLE: PP_PLACEHOLDER.TITLE,
    PP_PLACEHOLDER.DATE: PP_PLACEHOLDER.DATE,
    PP_PLACEHOLDER.FOOTER: PP_PLACEHOLDER.FOOTER,
    PP_PLACEHOLDER.SLIDE_NUMBER: PP_PLACEHOLDER.SLIDE_NUMBER,
}
_TEXT_STYLES = {PP_PLACEHOLDER.TITLE: "p:titleStyle", PP_PLACEHOLDER.BODY: "p:bodyStyle"}

# ECMA-376, 21.1.2.1.1 bodyPr: the insets that hold where nobody gives any, in EMU.
_INSETS = {"lIns": 91440, "tIns": 45720, "rIns": 91440, "bIns": 45720}
# ECMA-376, 21.1.2.3: the type size that holds where nobody gives any, in points.
_SIZE_PT = 18.0


def read_layouts(package: bytes, table: Sequence[Mapping[str, Any]]) -> tuple[int, int, tuple[Layout, ...]]:
    """Width and height of the slides in EMU, and the layouts of the first master that `table` gives a role.

    `table` has one mapping a layout: name, role, units, slots (idx → "purpose" or "purpose:unit").
    """
    presentation: Any = pptx.Presentation(io.BytesIO(package))
    by_name = {layout.name: layout for layout in presentation.slide_layouts}
    layouts = tuple(
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
    return presentation.slide_width, presentation.slide_height, layouts


def _slots(layout: Any, purposes: Mapping[str, str]) -> Iterator[Slot]:
    """The slots of a layout in reading order as its author listed them."""
    by_index = {shape.placeholder_format.idx: shape for shape in layout.placeholders}
    for index, described in purposes.items():
        purpose, _, unit = described.partition(":")
        yield _slot(by_index[int(index)], SlotPurpose(purpose), int(unit or 0))


def _slot(shape: Any, purpose: SlotPurpose, unit: int) -> Slot:
    ancestry = tuple(_ancestry(shape))
    size_pt = _size_pt(ancestry)
    return Slot(
        shape.placeholder_format.idx,
        purpose,
        unit,
        _text_box(shape),
        size_pt,
        _line_spacing(ancestry, size_pt),
        _paragraph_gap_pt(ancestry, size_pt),
        _indent(ancestry),
    )


def _master_placeholder(shape: Any) -> Any:
    wanted = _MASTER_TYPES.get(shape.placeholder_format.type, PP_PLACEHOLDER.BODY)
    master = shape.part.slide_layout.slide_master
    return next((own for own in master.placeholders if own.placeholder_format.type == wanted), None)


def _ancestry(shape: Any) -> Iterator[Any]:
    """What gives the first level its properties, nearest first: layout, master placeholder, the master's styles."""
    inherited = _master_placeholder(shape)
    for holder in (shape, inherited):
        if holder is not None:
            yield from holder._element.iterfind(f"{qn('p:txBody')}/{qn('a:lstStyle')}/{qn('a:lvl1pPr')}")
    wanted = _MASTER_TYPES.get(shape.placeholder_format.type, PP_PLACEHOLDER.BODY)
    style = _TEXT_STYLES.get(wanted, "p:otherStyle")
    master = shape.part.slide_layout.slide_master
    yield from master._element.iterfind(f"{qn('p:txStyles')}/{qn(style)}/{qn('a:lvl1pPr')}")


def _text_box(shape: Any) -> Box:
    bodies = [
        holder._element.find(f"{qn('p:txBody')}/{qn('a:bodyPr')}")
        for holder in (shape, _master_placeholder(shape))
        if holder is not None
    ]
    insets = {
        side: next((int(body.get(side)) for body in bodies if body is not None and body.get(side)), default)
        for side, default in _INSETS.items()
    }
    return Box(
        shape.left + insets["lIns"],
        shape.top + insets["tIns"],
        shape.width - insets["lIns"] - insets["rIns"],
        shape.height - insets["tIns"] - insets["bIns"],
    )


def _indent(ancestry: Sequence[Any]) -> int:
    """ECMA-376, 21.1.2.2.7 pPr: marL is where every line of the paragraph begins, the bullet hangs before it."""
    return next((int(level.get("marL")) for level in ancestry if level.get("marL") is not None), 0)


def _size_pt(ancestry: Sequence[Any]) -> float:
    for level in ancestry:
        run = level.find(qn("a:defRPr"))
        if run is not None and run.get("sz"):
            return int(run.get("sz")) / 100
    return _SIZE_PT


def _line_spacing(ancestry: Sequence[Any], size_pt: float) -> float:
    """A factor of the typeface's own line; points are brought to one by the line that fitting reckons with."""
    for level in ancestry:
        percent = level.find(f"{qn('a:lnSpc')}/{qn('a:spcPct')}")
        if percent is not None:
            return int(percent.get("val")) / 100000
        points = level.find(f"{qn('a:lnSpc')}/{qn('a:spcPts')}")
        if points is not None:
            return int(points.get("val")) / 100 / (size_pt * FittingSettings().line_height_em)
    return 1.0


def _paragraph_gap_pt(ancestry: Sequence[Any], size_pt: float) -> float:
    """Space before a paragraph and after the one above it: PowerPoint adds the two."""
    return sum(_space_pt(ancestry, tag, size_pt) for tag in ("a:spcBef", "a:spcAft"))


def _space_pt(ancestry: Sequence[Any], tag: str, size_pt: float) -> float:
    for level in ancestry:
        points = level.find(f"{qn(tag)}/{qn('a:spcPts')}")
        if points is not None:
            return int(points.get("val")) / 100
        percent = level.find(f"{qn(tag)}/{qn('a:spcPct')}")
        if percent is not None:
            return int(percent.get("val")) / 100000 * size_pt
    return 0.0
