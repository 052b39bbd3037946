"""What lies under a place of a slide or layout: the nearest filled drawing, else the background."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Any, NamedTuple

from pptx.oxml.ns import qn

from generator.model import Box
from generator.template.colors import Ink, blended, ink_of
from generator.template.layouts import frame_of

_WHOLE = frozenset(
    {
        *("rect", "roundRect", "round1Rect", "round2SameRect", "round2DiagRect", "snip1Rect", "snip2SameRect"),
        *("snip2DiagRect", "snipRoundRect", "ellipse", "flowChartConnector", "flowChartProcess", "bevel", "plaque"),
        *("homePlate", "chevron", "parallelogram", "hexagon", "octagon", "flowChartTerminator"),
    }
)
"""Preset geometries whose middle is filled. Of a wave or a curve nobody can tell by its box."""
_PLACEHOLDER = f"*/{qn('p:nvPr')}/{qn('p:ph')}"
_OPAQUE = 0.95
_PLAIN_FILL = 1001
"""ECMA-376 part 1, 19.3.1.3 bgRef: 1001 is the theme's first background fill, which is a plain colour."""


class Ground(NamedTuple):
    """Six hex digits; None where a picture or a free form lies there."""

    color: str | None


class _Fill(Enum):
    NONE = "nothing"
    UNKNOWN = "picture"


def ground_under(
    owner: Any,
    point: tuple[float, float],
    colors: dict[str, str],
    own: Any | None = None,
    below: Sequence[tuple[Any, Box]] = (),
) -> Ground:
    """The ground of a point (EMU) on a slide or layout as python-pptx knows them.

    `own` is the shape whose words stand there: its own fill comes first. `below` are the shapes of the slide under it,
    from the lowest; those of layout and master follow by themselves.
    """
    veils: list[Ink] = []
    for fill in (*([_fill(own, colors)] if own is not None else ()), *_fills(owner, point, colors, below)):
        if fill is _Fill.NONE:
            continue
        if fill is _Fill.UNKNOWN:
            return Ground(None)
        assert isinstance(fill, Ink)
        if fill.alpha >= _OPAQUE:
            return _veiled(fill.color, veils)
        veils.append(fill)
    plain = _background(owner, colors)
    return Ground(None) if plain is None else _veiled(plain, veils)


def _veiled(color: str, veils: Sequence[Ink]) -> Ground:
    for veil in reversed(veils):
        color = blended(veil, color)
    return Ground(color)


def _fills(
    owner: Any, point: tuple[float, float], colors: dict[str, str], below: Sequence[tuple[Any, Box]]
) -> Iterator[Ink | _Fill]:
    """The fills of what covers a point, from the top."""
    for element, box in reversed(below):
        if _covers(box, point):
            yield _fill(element, colors)
    for drawing in shown_under(owner):
        for element, box in reversed(list(drawings_of(drawing))):
            if _covers(box, point):
                yield _fill(element, colors)


def shown_under(owner: Any) -> tuple[Any, ...]:
    """Layout and master under a slide, the layout itself and its master under a layout, as far as they are shown."""
    layout = getattr(owner, "slide_layout", None)
    if layout is not None and owner._element.get("showMasterSp") in ("0", "false"):
        return ()
    layout = layout or owner
    return (layout,) if layout._element.get("showMasterSp") in ("0", "false") else (layout, layout.slide_master)


def drawings_of(owner: Any) -> Iterator[tuple[Any, Box]]:
    """What is drawn on a layout or master beside its placeholders, from the lowest, with the boxes on the slide."""
    yield from _drawings(owner._element.cSld.spTree, (1.0, 1.0, 0.0, 0.0))


def _drawings(tree: Any, place: tuple[float, float, float, float]) -> Iterator[tuple[Any, Box]]:
    """Shapes and pictures that are no placeholders, from the lowest, with their boxes on the slide."""
    across, down, left, top = place
    for element in tree:
        if element.tag == qn("p:grpSp"):
            yield from _drawings(element, _inside(element, place))
        elif element.tag in (qn("p:sp"), qn("p:pic")) and element.find(_PLACEHOLDER) is None:
            box = frame_of((element,))
            if box is not None:
                yield (
                    element,
                    Box(
                        round(left + box.left * across),
                        round(top + box.top * down),
                        round(box.width * across),
                        round(box.height * down),
                    ),
                )


def _inside(group: Any, place: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """The scale and shift of a group's children: ECMA-376 part 1, 20.1.7.5, chOff and chExt become off and ext."""
    frame = group.find(f"{qn('p:grpSpPr')}/{qn('a:xfrm')}")
    if frame is None or frame.find(qn("a:chExt")) is None:
        return place
    x, y = (int(frame.find(qn("a:off")).get(name)) for name in ("x", "y"))
    width, height = (int(frame.find(qn("a:ext")).get(name)) for name in ("cx", "cy"))
    own_x, own_y = (int(frame.find(qn("a:chOff")).get(name)) for name in ("x", "y"))
    own_width, own_height = (int(frame.find(qn("a:chExt")).get(name)) for name in ("cx", "cy"))
    across, down = width / max(1, own_width), height / max(1, own_height)
    scale_x, scale_y, left, top = place
    return (
        scale_x * across,
        scale_y * down,
        left + scale_x * (x - own_x * across),
        top + scale_y * (y - own_y * down),
    )


def _covers(box: Box, point: tuple[float, float]) -> bool:
    x, y = point
    return box.left <= x <= box.left + box.width and box.top <= y <= box.top + box.height


def _fill(element: Any, colors: dict[str, str]) -> Ink | _Fill:
    """What a shape shows in its middle."""
    if element.tag != qn("p:sp"):
        return _Fill.NONE if element.tag == qn("p:cxnSp") else _Fill.UNKNOWN
    properties = element.find(qn("p:spPr"))
    if properties is None or properties.find(qn("a:noFill")) is not None:
        return _Fill.NONE
    ink = _paint(properties, colors)
    if ink is _Fill.NONE:
        style = element.find(f"{qn('p:style')}/{qn('a:fillRef')}")
        if style is None or style.get("idx", "0") == "0" or not len(style):
            return _Fill.NONE
        ink = ink_of(style, colors) or _Fill.UNKNOWN
    geometry = properties.find(qn("a:prstGeom"))
    is_whole = properties.find(qn("a:custGeom")) is None and (geometry is None or geometry.get("prst") in _WHOLE)
    return ink if is_whole else _Fill.UNKNOWN


def _paint(properties: Any, colors: dict[str, str]) -> Ink | _Fill:
    """The colour of a fill; that of a gradient is the mean of its ends."""
    if properties.find(qn("a:blipFill")) is not None or properties.find(qn("a:grpFill")) is not None:
        return _Fill.UNKNOWN
    for name in ("solidFill", "gradFill", "pattFill"):
        found = properties.find(qn(f"a:{name}"))
        if found is not None:
            return ink_of(found, colors) or _Fill.UNKNOWN
    return _Fill.NONE


def _background(owner: Any, colors: dict[str, str]) -> str | None:
    """The plain colour of the nearest background; None where it is a picture."""
    layout = getattr(owner, "slide_layout", None)
    chain = [owner, *([layout] if layout is not None else []), (layout or owner).slide_master]
    for each in chain:
        given = each._element.cSld.find(qn("p:bg"))
        if given is None:
            continue
        properties = given.find(qn("p:bgPr"))
        if properties is not None:
            ink = _paint(properties, colors)
            return ink.color if isinstance(ink, Ink) else None
        reference = given.find(qn("p:bgRef"))
        if reference is not None and int(reference.get("idx", "0")) == _PLAIN_FILL:
            ink_given = ink_of(reference, colors)
            return ink_given.color if ink_given else None
        return None
    return colors["bg1"]
