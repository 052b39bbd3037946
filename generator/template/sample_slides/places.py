"""Where repeated things stand when there are more or fewer of them than the designer drew: rows, zig-zags, grids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.model import Box

_MARGIN = 0.04
"""Share of the slide that stays free beside a row that was widened."""
_LOWEST = 0.955
"""Share of the slide's height below which nothing is put."""
_WIDER = 1.5
"""Times the designer's own distance: further apart fewer units would fall asunder."""
_TOUCHING = 1.1
"""Of a unit's own extent: units that stand closer make one figure (arrows in a chain) and keep their distance."""
_LOWER = 0.4
"""Of the height of the lines that a grid lost: what is left moves down by so much, near the middle of the page."""
_TIGHTEST = 0.98
"""Of a unit's own extent: units may touch, as the designer's may, and no more."""
_NARROWEST = 0.155
"""Share of the slide's width: a narrower unit holds five characters a line."""
_LARGEST_SCALE = 1.35
"""Of the designer's own width: three cards in the row of four are a third wider."""
_LEAST_SCALE = 0.55
"""Of the designer's own width: a unit made narrower than this is another one."""
_LEVEL = 0.35
"""Of a unit's extent: what differs by less stands on one level."""


@dataclass(frozen=True, slots=True)
class Places:
    """The left upper corner of each unit in EMU, and how much narrower or wider each became (1: as drawn).

    `alike` is how many units back the one stands that a further unit is a copy of: in a zig-zag the last but one.
    """

    corners: tuple[tuple[int, int], ...]
    scale: float = 1.0
    alike: int = 1

    def pattern(self, unit: int, drawn: int) -> int:
        """Which of the `drawn` units a unit is made of."""
        return unit if unit < drawn else drawn - self.alike + (unit - drawn) % self.alike


@dataclass(frozen=True, slots=True)
class _Axis:
    """The way that units follow each other; they may stand between the shares `first` and `last` of `size`."""

    across: bool
    size: int
    first: float
    last: float

    def start(self, box: Box) -> int:
        return box.left if self.across else box.top

    def extent(self, box: Box) -> int:
        return box.width if self.across else box.height

    def middle(self, box: Box) -> float:
        return self.start(box) + self.extent(box) / 2

    def corner(self, box: Box, middle: float, scale: float = 1.0) -> tuple[int, int]:
        at = round(middle - self.extent(box) * scale / 2)
        return (at, box.top) if self.across else (box.left, at)


def places_for(
    boxes: Sequence[Box],
    count: int,
    width: int,
    height: int,
    *,
    row: bool,
    column: bool,
    scalable: bool,
    panels: bool = False,
    area: Box | None = None,
) -> Places | None:
    """Where `count` units stand that were drawn in `boxes`; None where there is no room for so many.

    `row` and `column` say that they stand beside or below each other, neither that they stand in a zig-zag or a grid.
    `scalable` allows the units of a row to become narrower, `panels` says that they are cards, which may become wider:
    fewer of them fill the row. Nothing is put outside of `area`, where it is given.
    """
    free = area or Box(0, 0, width, height)
    lowest = min(_LOWEST, (free.top + free.height) / height)
    down = _Axis(False, height, max(_MARGIN, free.top / height), lowest)
    right = _Axis(True, width, max(_MARGIN, free.left / width), min(1 - _MARGIN, (free.left + free.width) / width))
    if row or column:
        return _in_line(boxes, count, right if row else down, scalable=scalable and row, panels=panels and row)
    for axis, other in ((right, down), (down, right)):
        if _is_zig_zag(boxes, axis, other):
            return _in_zig_zag(boxes, count, axis)
    return _in_grid(boxes, count, width, round(lowest * height))


def _in_line(boxes: Sequence[Box], count: int, axis: _Axis, *, scalable: bool, panels: bool = False) -> Places | None:
    extent = max(axis.extent(box) for box in boxes)
    first, last = axis.middle(boxes[0]), axis.middle(boxes[-1])
    pitch = (last - first) / (len(boxes) - 1)
    middle, scale = (first + last) / 2, 1.0
    if count <= len(boxes):
        widest = pitch if pitch <= _TOUCHING * extent else _WIDER * pitch
        wanted = max(pitch, min((last - first) / max(1, count - 1), widest))
        if 1 < count < len(boxes) and panels:
            # Cards share the row among them: as wide as the drawn one, with its gaps.
            gap = max(0.0, pitch - extent)
            scale = min(_LARGEST_SCALE, (last - first + extent - gap * (count - 1)) / count / extent)
            wanted = extent * scale + gap
    else:
        wanted = (last - first) / (count - 1)
        if wanted < _TIGHTEST * extent:
            low, high = axis.first * axis.size + extent / 2, axis.last * axis.size - extent / 2
            low, high = (min(low, first) if axis.across else first), max(high, last)
            wanted, middle = (high - low) / (count - 1), (low + high) / 2
        if wanted < _TIGHTEST * extent:
            # As wide a row as the drawn one, its units narrower, with gaps of the same share.
            whole = last - first + extent
            gap = max(0.0, min(pitch - extent, 0.08 * extent))
            narrower = (whole - gap * (count - 1)) / count
            scale = narrower / extent
            if not scalable or scale < _LEAST_SCALE or narrower < _NARROWEST * axis.size:
                return None
            wanted, middle = narrower + gap, (first + last) / 2
    centres = [middle + (i - (count - 1) / 2) * wanted for i in range(count)]
    corners = [axis.corner(boxes[min(i, len(boxes) - 1)], centre, scale) for i, centre in enumerate(centres)]
    return Places(tuple(corners), scale)


def _is_zig_zag(boxes: Sequence[Box], axis: _Axis, other: _Axis) -> bool:
    """Whether units go on along one axis and alternate between two levels: 01 above, 02 below, 03 above."""
    if len(boxes) < 3:
        return False
    onward = all(axis.start(b) > axis.start(a) + 0.2 * axis.extent(a) for a, b in pairwise(boxes))
    extent = max(other.extent(box) for box in boxes)
    levels = [[other.middle(box) for box in boxes[parity::2]] for parity in (0, 1)]
    even = all(max(level) - min(level) <= _LEVEL * extent for level in levels)
    return onward and even and abs(levels[0][0] - levels[1][0]) > _LEVEL * extent


def _in_zig_zag(boxes: Sequence[Box], count: int, axis: _Axis) -> Places | None:
    """The same way on, each unit on the level of the one before the last; neighbours of a level may not touch."""
    extent = max(axis.extent(box) for box in boxes)
    first, last = axis.middle(boxes[0]), axis.middle(boxes[-1])
    pitch = (last - first) / (len(boxes) - 1)
    wanted, middle = pitch, (first + last) / 2
    if count > len(boxes):
        low, high = min(first, axis.first * axis.size + extent / 2), max(last, axis.last * axis.size - extent / 2)
        wanted = min(pitch, (high - low) / (count - 1))
        middle = min(max(middle, low + wanted * (count - 1) / 2), high - wanted * (count - 1) / 2)
        if 2 * wanted < extent * 1.04:
            return None
    places = Places((), alike=2)
    centres = [middle + (i - (count - 1) / 2) * wanted for i in range(count)]
    drawn = [boxes[places.pattern(i, len(boxes))] for i in range(count)]
    return replace(places, corners=tuple(axis.corner(box, at) for box, at in zip(drawn, centres, strict=True)))


def _in_grid(boxes: Sequence[Box], count: int, width: int, foot: int) -> Places | None:
    """A grid keeps its columns; it moves towards the middle without its last line, or closes up for one line more."""
    across = _columns(boxes, width)
    rows = [boxes[i : i + across] for i in range(0, len(boxes), across)]
    tops = [row[0].top for row in rows]
    level = len(rows) > 1 and all(abs(b.top - row[0].top) < _LEVEL * b.height for row in rows for b in row)
    if count <= len(boxes):
        freed = len(rows) - -(-count // across) if level else 0
        down = round(freed * (tops[-1] - tops[-2]) * _LOWER) if freed else 0
        return Places(tuple((box.left, box.top + down) for box in boxes[:count]))
    if not level:
        return None
    lines = -(-count // across)
    tallest = max(box.height for box in boxes)
    room = foot - tops[0] - tallest
    pitch = min(tops[-1] - tops[-2], room / max(1, lines - 1))
    if pitch >= _TIGHTEST * tallest:
        return Places(tuple((boxes[i % across].left, round(tops[0] + pitch * (i // across))) for i in range(count)))
    return _with_a_column(boxes, rows, count, width)


def _with_a_column(boxes: Sequence[Box], rows: Sequence[Sequence[Box]], count: int, width: int) -> Places | None:
    """The same lines, one unit longer each, where the page is wide enough."""
    across = -(-count // len(rows))
    widest = max(box.width for box in boxes)
    low, high = round(_MARGIN * width), round((1 - _MARGIN) * width) - widest
    low, high = min(low, boxes[0].left), max(high, rows[0][-1].left)
    pitch = (high - low) / (across - 1)
    if pitch < _TIGHTEST * widest:
        return None
    return Places(tuple((round(low + pitch * (i % across)), rows[i // across][0].top) for i in range(count)))


def _columns(boxes: Sequence[Box], width: int) -> int:
    """How many stand beside each other: lefts that differ by less than a thirtieth of the slide are one."""
    lefts: list[int] = []
    for box in boxes:
        if not any(abs(box.left - left) < 0.03 * width for left in lefts):
            lefts.append(box.left)
    return max(1, len(lefts))
