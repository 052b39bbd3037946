"""The colour that a design lives on, where it stands on the slides alone and not in the theme; what has it."""

from __future__ import annotations

import colorsys
from collections import Counter
from collections.abc import Sequence
from typing import Any

from pptx.oxml.ns import qn

from generator.template.sample_slides_shapes import Kind, Shape, SlideView

_LEAST_SATURATION = 0.25
_LIGHTEST, _DARKEST = 0.68, 0.08
"""Lightness beyond which bars could not be told from their ground."""
_WORTH_OF_THEME = 1.0


def main_color(views: Sequence[SlideView]) -> str | None:
    """Six hex digits of the strong colour that most shapes have; None where most take the theme's."""
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
    if not counted or themed * _WORTH_OF_THEME >= counted.total():
        return None
    return max(counted, key=lambda color: (counted[color], color))


def lightness(color: str) -> float:
    """HLS lightness of six hex digits, 0 to 1."""
    red, green, blue = (int(color[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return colorsys.rgb_to_hls(red, green, blue)[1]


def _is_strong(color: str) -> bool:
    try:
        red, green, blue = (int(color[i : i + 2], 16) / 255 for i in (0, 2, 4))
    except ValueError:
        return False
    _, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    return saturation >= _LEAST_SATURATION and _DARKEST <= lightness <= _LIGHTEST


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
