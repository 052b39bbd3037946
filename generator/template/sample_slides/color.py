"""The colour that a design lives on, where it stands on the slides alone and not in the theme; what has it."""

from __future__ import annotations

import colorsys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from pptx.oxml.ns import qn

from generator.template.colors import contrast, owner_colors
from generator.template.grounds import ground_under
from generator.template.sample_slides.shapes import Kind, Shape, SlideView

_LEAST_SATURATION = 0.25
_PALE_SATURATION = 0.12
"""The same where nothing is stronger; greys have less."""
_LIGHTEST, _DARKEST = 0.68, 0.08
"""Lightness beyond which bars could not be told from their ground."""
_WORTH_OF_THEME = 1.0
_SEEN = 2.5
"""Contrast with the page at which large words and bars can be seen; below it they may be all that there is."""
_TOLD = 1.8
"""Contrast with the ground of one page: blue bars do not lie on a blue page."""
_LARGE, _BELOW_HEAD = 0.3, 0.55
"""Shares of the slide: what is as large may be a page's ground; of the height: where data stand."""
_LIGHT = 0.6
"""Lightness of words that are meant for a dark ground."""
_DIGITS = 6


def main_colors(views: Sequence[SlideView]) -> tuple[str, ...]:
    """The strong colours of the shapes as six hex digits, what most have first; none where most take the theme's.

    One that can be seen on the pages comes before one that cannot: the yellow of a star on a cover is no colour for the
    bars of a page of cream.
    """
    counted: Counter[str] = Counter()
    themed = 0.0
    for view in views:
        for shape in view.shapes:
            properties = shape.element.find(qn("p:spPr"))
            fill = None if properties is None else properties.find(qn("a:solidFill"))
            words = shape.element.find(f".//{qn('a:rPr')}/{qn('a:solidFill')}") if shape.kind is Kind.TEXT else None
            for given, weight in ((fill, 2.0), (words, 1.0)):
                if given is None or not len(given):
                    continue
                if given[0].tag == qn("a:schemeClr"):
                    themed += weight if str(given[0].get("val")).startswith("accent") else 0.0
                elif given[0].tag == qn("a:srgbClr") and _is_strong(str(given[0].get("val"))):
                    counted[str(given[0].get("val")).upper()] += round(weight)
    if not counted and not themed:
        # A design in pale green and grey lives on the strongest that it has.
        counted.update(color for color in _fills(views) if _is_strong(color, _PALE_SATURATION))
    if not counted or themed * _WORTH_OF_THEME >= counted.total():
        return ()
    page = "FFFFFF" if _has_dark_ink(views) else "000000"
    return tuple(sorted(counted, key=lambda color: (contrast(color, page) < _SEEN, -counted[color], color)))


def color_on(slide: Any, view: SlideView, colors: Sequence[str]) -> str | None:
    """The first of the colours that can be told from the ground in the middle of a slide, or else the first."""
    large = [s for s in view.shapes if s.kind is not Kind.TEXT and s.area >= _LARGE * view.width * view.height]
    middle = view.width / 2, _BELOW_HEAD * view.height
    ground = ground_under(slide, middle, owner_colors(slide), below=[(s.element, s.box) for s in large]).color
    told = [color for color in colors if ground is None or contrast(color, ground) >= _TOLD]
    return next(iter(told or colors), None)


def _has_dark_ink(views: Sequence[SlideView]) -> bool:
    """Whether most words of the slides are dark, and so their pages light."""
    dark = light = 0
    for shape in (shape for view in views for shape in view.texts):
        for run in shape.element.iter(qn("a:r")):
            fill = run.find(f"{qn('a:rPr')}/{qn('a:solidFill')}")
            length = len((run.findtext(qn("a:t")) or "").strip())
            if _is_light(fill):
                light += length
            else:
                dark += length
    return dark >= light


def _is_light(fill: Any | None) -> bool:
    """Whether words are set in a light colour; without one of their own they take the dark one of the page."""
    if fill is None or not len(fill):
        return False
    value = str(fill[0].get("val"))
    if fill[0].tag != qn("a:srgbClr"):
        return value in ("bg1", "lt1", "bg2", "lt2")
    return len(value) == _DIGITS and lightness(value) > _LIGHT


def lightness(color: str) -> float:
    """HLS lightness of six hex digits, 0 to 1."""
    red, green, blue = (int(color[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return colorsys.rgb_to_hls(red, green, blue)[1]


def _fills(views: Sequence[SlideView]) -> Iterator[str]:
    """The colours of the shapes and words of all slides, as six hex digits."""
    for view in views:
        for shape in view.shapes:
            for fill in shape.element.iter(qn("a:solidFill")):
                if len(fill) and fill[0].tag == qn("a:srgbClr"):
                    yield str(fill[0].get("val")).upper()


def _is_strong(color: str, least: float = _LEAST_SATURATION) -> bool:
    try:
        red, green, blue = (int(color[i : i + 2], 16) / 255 for i in (0, 2, 4))
    except ValueError:
        return False
    _, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    return saturation >= least and _DARKEST <= lightness <= _LIGHTEST


def keeps_look(slide: Any, shape: Shape, color: str | None) -> bool:
    """Whether a table or chart has a look worth keeping: its own colours, or the theme's where the design is in it.

    Where the design's `color` is on the slides alone, what takes the theme's colours has those of no design.
    """
    if color is None:
        return True
    if shape.kind is Kind.TABLE:
        return any(p.find(qn("a:solidFill")) is not None for p in shape.element.iter(qn("a:tcPr")))
    reference = shape.element.find(f".//{qn('c:chart')}")
    relation = None if reference is None else slide.part.rels.get(reference.get(qn("r:id"), ""))
    if relation is None or relation.is_external:
        return False
    space = getattr(relation.target_part, "_element", None)
    fills = [] if space is None else space.findall(f".//{qn('c:ser')}//{qn('c:spPr')}")
    return any(next(fill.iter(qn("a:srgbClr")), None) is not None for fill in fills)
