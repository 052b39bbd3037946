"""An agenda that stands before each part with the part's entry lit: which entry is it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from pptx.oxml.ns import qn

from generator.template.sample_slides.shapes import SlideView
from generator.template.sample_slides.units import Units

_FEWEST = 3
"""Of two entries that differ nobody could say which one is lit."""
_COLORS = (qn("a:srgbClr"), qn("a:schemeClr"))


def lit_unit(view: SlideView, units: Units) -> int | None:
    """The one entry whose colours or letters differ from all others, which are alike; None where there is none."""
    if units.count < _FEWEST:
        return None
    looks = [_look(view, members) for members in units.members]
    counted = Counter(looks)
    if len(counted) != 2 or counted.most_common()[0][1] != units.count - 1:
        return None
    return looks.index(counted.most_common()[1][0])


def _look(view: SlideView, members: frozenset[int]) -> tuple[tuple[str, ...], ...]:
    """The colours, sizes and weights of a unit's shapes, whatever stands in them."""
    return tuple(sorted(_of_shape(view.shape(identity).element) for identity in members))


def _of_shape(element: Any) -> tuple[str, ...]:
    found = []
    for child in element.iter(*_COLORS, qn("a:rPr")):
        if child.tag == qn("a:rPr"):
            found.append(f"{child.get('sz')} {child.get('b')}")
        else:
            changed = " ".join(f"{c.tag.split('}')[-1]}{c.get('val')}" for c in child)
            found.append(f"{child.get('val')} {changed}")
    return tuple(found)
