"""Sample slides that wear a design of their own over layouts that have none, whatever their words stand in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from pptx.oxml.ns import qn

from generator.template.grounds import drawings_of, shown_under
from generator.template.sample_slides.shapes import Kind, Shape, SlideView

_DRESSED = 0.08
"""Share of the slide that is drawn on it: a strip across the head, a side bar. A photo or a chart alone is content."""
_GROUND = 0.6
"""Share of the slide that a picture under everything covers."""
MOSTLY = 0.6
"""Share of the slides that wear their own design: then the layouts carry none of it."""
_FEWEST = 4
"""Slides. Fewer show no design that repeats."""


def dressed_slides(presentation: Any, views: Sequence[SlideView]) -> frozenset[int]:
    """The numbers of the slides whose design is on the slide itself: their layout would leave a white page.

    WPS and many teachers write into the placeholders of the stock layouts and draw bars, bands and grounds beside them.
    """
    return frozenset(
        view.number
        for slide, view in zip(presentation.slides, views, strict=True)
        if is_bare(slide.slide_layout) and _is_dressed(slide, view.shapes, view.width * view.height)
    )


def wear_one_design(
    presentation: Any, views: Sequence[SlideView], repeated: Callable[[SlideView], frozenset[int]]
) -> bool:
    """Whether most slides wear the same design over bare layouts: a ground, or drawings that stand alike on many.

    What differs from slide to slide is content that its author drew. `repeated` gives what does not differ.
    """
    worn = 0
    for slide, view in zip(presentation.slides, views, strict=True):
        alike = repeated(view)
        shapes = tuple(s for s in view.shapes if s.identity in alike)
        worn += is_bare(slide.slide_layout) and _is_dressed(slide, shapes, view.width * view.height)
    return len(views) >= _FEWEST and worn >= MOSTLY * len(views)


def is_bare(layout: Any) -> bool:
    """Whether a page made from a layout shows nothing but its words: neither layout nor master draw anything."""
    owners = shown_under(layout)
    grounds = [owner._element.cSld.find(f"{qn('p:bg')}/{qn('p:bgPr')}") for owner in owners]
    plain = all(ground is None or ground.find(qn("a:solidFill")) is not None for ground in grounds)
    return plain and not any(True for owner in owners for _ in drawings_of(owner))


def _is_dressed(slide: Any, shapes: Sequence[Shape], area: int) -> bool:
    if slide._element.cSld.find(f"{qn('p:bg')}/{qn('p:bgPr')}") is not None:
        return True
    drawn = [s for s in shapes if s.filled and s.placeholder is None and s.kind in (Kind.DRAWING, Kind.TEXT)]
    grounds = [s for s in shapes if s.kind is Kind.PICTURE and s.area > _GROUND * area]
    return bool(grounds) or sum(s.area for s in drawn) >= _DRESSED * area
