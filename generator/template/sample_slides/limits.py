"""What bounds the room of a text on a sample slide: the panel, frame or cloud it stands in, lines, other shapes."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Box
from generator.template.sample_slides.shapes import Kind, Shape, SlideView

_MARGIN = 0.03
"""Share of the slide that stays free at its edges."""
_PADDING = 0.04
"""Share of a panel that stays free inside its edges."""
GAP = 0.008
"""Share of the slide's width between two shapes."""
_ROUND = frozenset({"ellipse", "cloud", "cloudCallout", "wedgeEllipseCallout", "heart", "sun", "flowChartConnector"})
_ROUND_SIDE = 0.1
"""Preset geometries whose corners are empty, and the share of their box at each side in which no words stand."""
_HAIR, _LEAST_BETWEEN = 50_000, 0.15
"""EMU: what is lower is a line; share of a box's width: between lines nearer than that no title was drawn."""


def panel_under(shape: Shape, others: list[Shape], view: SlideView) -> Shape | None:
    """The panel or the frame that the text stands in; None where it stands on the slide."""
    area = view.width * view.height
    panels = [
        s
        for s in others
        if is_under(s, shape) and s.area < 0.75 * area and s.kind is Kind.DRAWING and (s.filled or s.outlined)
    ]
    return min(panels, key=lambda s: s.area, default=None)


def words_in(panel: Shape) -> Box:
    """Where words stand inside a panel: all of a rectangle, the middle of a cloud or a disc."""
    box = panel.box
    if panel.geometry not in _ROUND:
        return box
    side, head = round(_ROUND_SIDE * box.width), round(_ROUND_SIDE * box.height)
    return Box(box.left + side, box.top + head, box.width - 2 * side, box.height - 2 * head)


def between_lines(shape: Shape, others: Sequence[Shape]) -> Box:
    """The box of a centred text without what lines to its left and right take of it: —— 党建引领 ——.

    A line under the words, or right across the box, takes nothing.
    """
    box = shape.box
    middle = box.left + box.width // 2
    free = box.width // 2
    if shape.align != "ctr":
        return box
    for other in others:
        line = other.box
        is_line = other.kind in (Kind.LINE, Kind.DRAWING) and line.height <= _HAIR and line.width > _HAIR
        inside = box.top < line.top + line.height // 2 < box.top + box.height
        gap = line.left - middle if line.left > middle else middle - line.left - line.width
        if is_line and inside and 0 < gap < free:
            free = gap
    if free == box.width // 2 or free < _LEAST_BETWEEN * box.width:
        return box
    spare = free - max(1, round(GAP * box.width))
    return Box(middle - spare, box.top, 2 * spare, box.height)


def padded(panel: Shape, shape: Shape, others: list[Shape]) -> Box:
    """What a text inside a panel may grow into."""
    if panel.geometry in _ROUND:
        return words_in(panel)
    box = panel.box
    side, head = round(_PADDING * box.width), round(_PADDING * box.height)
    inner = Box(box.left + side, box.top + head, box.width - 2 * side, box.height - 2 * head)
    return inner if panel.geometry else _drawn_in(inner, shape, others)


def margins(view: SlideView) -> Box:
    """The slide without what stays free at its edges."""
    side = round(_MARGIN * view.width)
    return Box(side, side, view.width - 2 * side, view.height - 2 * side)


def _drawn_in(panel: Box, shape: Shape, others: list[Shape]) -> Box:
    """What of a free form's box is surely inside the form: as far to the right as the designer's texts on it go."""
    texts = [shape.box, *(s.box for s in others if s.kind is Kind.TEXT and panel.left <= s.middle[0])]
    on_it = [box for box in texts if box.left + box.width / 2 <= panel.left + panel.width]
    right = min(panel.left + panel.width, max(box.left + box.width for box in on_it))
    return Box(panel.left, panel.top, max(1, right - panel.left), panel.height)


def stands_in_the_way(shape: Shape) -> bool:
    """Whether a shape stands in a text's way: a hair line or an empty frame that crosses it does not."""
    return shape.is_field or shape.kind is not Kind.LINE or shape.box.height < shape.box.width


def is_under(ground: Shape, text: Shape) -> bool:
    """Whether a shape is the ground of a text: it holds its middle and most of it."""
    x, y = text.middle
    box = ground.box
    if not (box.left <= x <= box.left + box.width and box.top <= y <= box.top + box.height):
        return False
    return ground.kind is not Kind.TEXT or (ground.order < text.order and ground.area > 1.5 * text.area)


def inside_of(box: Box, limits: Box) -> Box:
    """The part of a box inside its limits; itself where little is left of it."""
    left, top = max(box.left, limits.left), max(box.top, limits.top)
    right = min(box.left + box.width, limits.left + limits.width)
    bottom = min(box.top + box.height, limits.top + limits.height)
    if right - left < 0.5 * box.width or bottom - top < 0.5 * box.height:
        return box
    return Box(left, top, right - left, bottom - top)


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share an area; those that touch do not."""
    across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    down = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    return across > 0 and down > 0
