"""A look for screens of another shape: the wide tree drawn for 4:3, as older halls have it.

The margins stay, what lies between them moves closer together; heights and the type of running text stay too. What
would be squeezed by that is not: circles and arrows keep their shape, large numerals and titles become smaller.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree

from generator.model import Ratio

WIDTHS = {Ratio.WIDE: 12_192_000, Ratio.STANDARD: 9_144_000}
"""EMU. Slides of both are 6,858,000 high: so PowerPoint makes them (宽屏, 全屏显示(4:3))."""
_HEIGHT = 6_858_000
MARGIN = 548_640
"""EMU, 0.6 in: the looks' left and right margin."""

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_SLIDE_PARTS = ("ppt/slideLayouts/slideLayout", "ppt/slideMasters/slideMaster")
_NOTES_MASTER = "ppt/notesMasters/notesMaster1.xml"
_PRESENTATION = "ppt/presentation.xml"
_ROUND = frozenset({"ellipse", "rightArrow"})
"""Shapes that are known by being as wide as high; so are drawings of which that is true to a fiftieth."""
_NEARLY = 0.02
_POINTED = frozenset({"chevron", "homePlate"})
"""Shapes whose tip is as deep as their first adjustment says, in shares of the height."""
_KEPT_SIZE, _SMALLER = 3600, 0.8
"""Hundredths of a point, and a share: type above it is set that much smaller, but not below it."""


def in_ratio(parts: Mapping[str, bytes], ratio: Ratio) -> dict[str, bytes]:
    """The parts of a look, drawn for 16:9, for slides of `ratio`."""
    if ratio is Ratio.WIDE:
        return dict(parts)
    return {path: _converted(path, part, WIDTHS[ratio]) for path, part in parts.items()}


def _converted(path: str, part: bytes, width: int) -> bytes:
    if not (path.endswith(".xml") and (path.startswith(_SLIDE_PARTS) or path in (_NOTES_MASTER, _PRESENTATION))):
        return part
    root: Any = etree.fromstring(part)
    if path == _PRESENTATION:
        size = root.find(f"{_P}sldSz")
        size.set("cx", str(width))
        size.set("type", "screen4x3")
    elif path == _NOTES_MASTER:
        _reshape_slide_image(root, width / _HEIGHT)
    else:
        for properties in root.iter(f"{_P}spPr"):
            _move(properties, width)
        for text in root.iter(f"{_A}defRPr"):
            _set_smaller(text)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _place(x: int, width: int) -> int:
    """Where `x` of a wide slide comes to lie: the margins as they are, what lies between them evenly."""
    wide = WIDTHS[Ratio.WIDE]
    if x <= MARGIN:
        return x
    if x >= wide - MARGIN:
        return x - wide + width
    return MARGIN + round((x - MARGIN) * (width - 2 * MARGIN) / (wide - 2 * MARGIN))


def _move(properties: Any, width: int) -> None:
    frame = properties.find(f"{_A}xfrm")
    if frame is None:
        return
    offset, extent = frame.find(f"{_A}off"), frame.find(f"{_A}ext")
    left, old = int(offset.get("x")), int(extent.get("cx"))
    right, new_left = _place(left + old, width), _place(left, width)
    new = right - new_left
    preset = properties.find(f"{_A}prstGeom")
    kind = preset.get("prst") if preset is not None else None
    if kind in _ROUND:
        # Not wider than its place, and as high as wide, in the middle of where it stood.
        top, height = int(offset.get("y")), int(extent.get("cy"))
        new_height = round(height * new / old)
        offset.set("y", str(top + (height - new_height) // 2))
        extent.set("cy", str(new_height))
    elif kind in _POINTED:
        for adjustment in preset.iter(f"{_A}gd"):
            _, _, value = adjustment.get("fmla").partition(" ")
            adjustment.set("fmla", f"val {round(int(value) * new / old)}")
    offset.set("x", str(new_left))
    extent.set("cx", str(new))
    for outline in properties.iter(f"{_A}path"):
        if abs(old - int(extent.get("cy"))) <= _NEARLY * old:
            _shrink(outline, offset, extent, new / old)
            continue
        outline.set("w", str(new))
        for point in outline.iter(f"{_A}pt"):
            point.set("x", str(_place(left + int(point.get("x")), width) - new_left))


def _shrink(outline: Any, offset: Any, extent: Any, share: float) -> None:
    """A drawing as wide as high, such as a quarter of a disc in a corner, stays so, and at the edge that it touches."""
    top, height = int(offset.get("y")), int(extent.get("cy"))
    new = round(height * share)
    if top + height >= _HEIGHT:
        offset.set("y", str(top + height - new))
    extent.set("cy", str(new))
    for axis, name in (("x", "w"), ("y", "h")):
        outline.set(name, extent.get("cx" if axis == "x" else "cy"))
        for point in outline.iter(f"{_A}pt"):
            point.set(axis, str(round(int(point.get(axis)) * share)))


def _set_smaller(text: Any) -> None:
    size = int(text.get("sz", "0"))
    if size > _KEPT_SIZE:
        text.set("sz", str(max(_KEPT_SIZE, round(size * _SMALLER / 100) * 100)))


def _reshape_slide_image(root: Any, ratio: float) -> None:
    """The picture of the slide above the notes, as high as it was."""
    for mark in root.iter(f"{_P}ph"):
        if mark.get("type") == "sldImg":
            frame = mark.getparent().getparent().getparent().find(f"{_P}spPr/{_A}xfrm")
            offset, extent = frame.find(f"{_A}off"), frame.find(f"{_A}ext")
            width = round(int(extent.get("cy")) * ratio)
            offset.set("x", str(int(offset.get("x")) + (int(extent.get("cx")) - width) // 2))
            extent.set("cx", str(width))
