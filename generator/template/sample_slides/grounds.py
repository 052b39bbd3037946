"""The grounds that the words of a sample slide stand on: panels under a text, two sides beside each other."""

from __future__ import annotations

from generator.template.sample_slides.shapes import Kind, Shape, SlideView
from generator.template.sample_slides.units import is_long
from generator.template.sample_slides.words import is_advert, is_figure, is_ornament, numeral_of

_TWO_SIDES = 2


def usable_texts(view: SlideView) -> list[Shape]:
    """The texts that may hold words of a speech: no adverts, nothing that only decorates, nothing off the slide."""
    return [
        shape
        for shape in view.texts
        if not is_advert(shape.words)
        and shape.box.left < view.width
        and shape.box.top < view.height
        and shape.box.left + shape.box.width > 0
        and shape.box.top + shape.box.height > 0
    ]


def body_of(view: SlideView, title: Shape | None) -> Shape | None:
    """The text that explains most: the largest box among the long ones, else the largest text under the title."""
    texts = [s for s in usable_texts(view) if s is not title and numeral_of(s.words) is None and not is_figure(s.words)]
    long = [s for s in texts if is_long(s)]
    under = [s for s in texts if not is_ornament(s.words) and (title is None or s.box.top > title.box.top)]
    return max(long or under, key=lambda s: s.area, default=None)


def panel_of(view: SlideView, body: Shape) -> Shape | None:
    """The drawing under a text: the smallest filled one that holds it; None where the page itself is."""
    if body.filled:
        return None
    holding = [
        s
        for s in view.shapes
        if s.kind in (Kind.DRAWING, Kind.PICTURE)
        and s.order < body.order
        and (s.filled or s.kind is Kind.PICTURE)
        and _holds(s, body)
        and s.area < 0.75 * view.width * view.height
    ]
    return min(holding, key=lambda s: s.area, default=None)


def sides_of(view: SlideView) -> tuple[Shape, Shape] | None:
    """Two grounds beside each other with words on both, each as tall as the body of the page; else None."""
    large = [
        s
        for s in view.shapes
        if s.kind is Kind.DRAWING
        and s.filled
        and s.box.height >= 0.4 * view.height
        and 0.25 * view.width <= s.box.width <= 0.6 * view.width
    ]
    outer = [s for s in large if not any(o is not s and o.area > s.area and _holds(o, s) for o in large)]
    if len(outer) != _TWO_SIDES:
        return None
    left, right = sorted(outer, key=lambda s: s.box.left)
    level = abs(left.box.height - right.box.height) < 0.15 * left.box.height
    apart = left.box.left + left.box.width <= right.box.left + 0.02 * view.width
    spoken = all(any(stands_on(t, side) for t in usable_texts(view)) for side in outer)
    return (left, right) if level and apart and spoken else None


def ground_of(view: SlideView, shape: Shape) -> Shape | None:
    """The drawing that a text stands on."""
    x, y = shape.middle
    under = [
        s
        for s in view.shapes
        if s.kind is Kind.DRAWING
        and s.filled
        and s.order < shape.order
        and s.area < 0.4 * view.width * view.height
        and s.box.height > shape.box.height
        and s.box.left <= x <= s.box.left + s.box.width
        and s.box.top <= y <= s.box.top + s.box.height
    ]
    return min(under, key=lambda s: s.area, default=None)


def stands_on(text: Shape, ground: Shape) -> bool:
    """Whether the middle of a text lies on a ground."""
    x, y = text.middle
    box = ground.box
    return box.left <= x <= box.left + box.width and box.top <= y <= box.top + box.height


def _holds(outer: Shape, inner: Shape) -> bool:
    x, y = inner.middle
    a, b = outer.box, inner.box
    within = a.left <= x <= a.left + a.width and a.top <= y <= a.top + a.height
    overlap = min(a.left + a.width, b.left + b.width) - max(a.left, b.left)
    return within and overlap >= 0.8 * b.width and outer.area >= 0.7 * inner.area
