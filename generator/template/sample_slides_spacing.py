"""More or fewer of what repeats: the last unit copied or taken off, and the row spaced anew."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pptx.oxml.ns import qn

from generator.model import Box
from generator.template.sample_slides_cleaning import move
from generator.template.sample_slides_shapes import SlideView
from generator.template.sample_slides_units import Units

_MARGIN = 0.04
"""Share of the slide that stays free beside a row that was widened."""
_WIDER = 1.5
"""Times the designer's own distance: further apart fewer units would fall asunder."""
_LOWER = 0.4
"""Of the height of the lines that a grid lost: what is left moves down by so much, near the middle of the page."""
_TIGHTEST = 0.98
"""Of a unit's own extent: units may touch, as the designer's may, and no more."""


@dataclass(frozen=True)
class Spaced:
    """What became of the units: for each its shapes' new ids by their old ones, and the ids to be taken off."""

    ids: tuple[Mapping[int, int], ...]
    gone: frozenset[int]


def respaced(view: SlideView, units: Units, count: int, gone: frozenset[int]) -> Spaced | None:
    """The slide's units become `count`, in place; None where there is no room for so many."""
    members = [frozenset(i for i in unit if i not in gone) for unit in units.members]
    boxes = [around(view, unit) for unit in members]
    places = _places(view, units, boxes, count)
    if places is None:
        return None
    ids: list[Mapping[int, int]] = []
    for unit in range(count):
        own = min(unit, units.count - 1)
        dx = places[unit][0] - boxes[own].left
        dy = places[unit][1] - boxes[own].top
        if unit < units.count:
            for identity in members[unit]:
                move(view.shape(identity), dx, dy)
            ids.append({identity: identity for identity in units.members[unit]})
        else:
            base = boxes[units.count - 1], places[units.count - 1]
            # The copy is made of the last unit, which stands in its new place already.
            shift = places[unit][0] - base[1][0], places[unit][1] - base[1][1]
            ids.append(_copied(view, members[-1], shift, unit - units.count + 1))
    off = {i for unit in units.members[count:] for i in unit}
    return Spaced(tuple(ids), frozenset(off))


def put_in_order(view: SlideView, units: Units, gone: frozenset[int]) -> None:
    """The units in the file in the order in which they are read: a screen reader follows the file.

    What holds one unit whole (its group) changes places; what stands apart from it stays where it is.
    """
    leaves = [[view.shape(i).element for i in unit if i not in gone] for unit in units.members]
    owner = {element: number for number, unit in enumerate(leaves) for element in unit}
    nodes: dict[Any, int] = {}
    for element, number in owner.items():
        node = element
        while node.getparent().tag == qn("p:grpSp") and {
            owner[leaf] for leaf in node.getparent().iter() if leaf in owner
        } == {number}:
            node = node.getparent()
        nodes[node] = number
    parents = {node.getparent() for node in nodes}
    for parent in parents:
        own = [child for child in parent if child in nodes]
        wanted = sorted(own, key=lambda child: nodes[child])
        places = [parent.index(child) for child in own]
        for child in own:
            parent.remove(child)
        for place, child in zip(places, wanted, strict=True):
            parent.insert(place, child)


def around(view: SlideView, ids: frozenset[int]) -> Box:
    """The bounds of several shapes."""
    boxes = [view.shape(i).box for i in ids]
    left, top = min(b.left for b in boxes), min(b.top for b in boxes)
    right, bottom = max(b.left + b.width for b in boxes), max(b.top + b.height for b in boxes)
    return Box(left, top, right - left, bottom - top)


def _places(view: SlideView, units: Units, boxes: Sequence[Box], count: int) -> list[tuple[int, int]] | None:
    """The left upper corner of each unit."""
    if not (units.row or units.column):
        return _grid_places(view, boxes, count)
    extent = max(b.width if units.row else b.height for b in boxes)
    starts = [b.left + b.width / 2 if units.row else b.top + b.height / 2 for b in boxes]
    first, last = starts[0], starts[-1]
    pitch = (last - first) / (units.count - 1)
    size = view.width if units.row else view.height
    middle = (first + last) / 2
    if count <= units.count:
        wanted = min((last - first) / max(1, count - 1), _WIDER * pitch)
        wanted = max(wanted, pitch)
    else:
        wanted = (last - first) / (count - 1)
        if wanted < _TIGHTEST * extent:
            low, high = _MARGIN * size + extent / 2, (0.96 if units.column else 1 - _MARGIN) * size - extent / 2
            low, high = min(low, first) if units.row else first, max(high, last)
            wanted = (high - low) / (count - 1)
            middle = (low + high) / 2
            if wanted < _TIGHTEST * extent:
                return None
    centres = [middle + (i - (count - 1) / 2) * wanted for i in range(count)]
    places = []
    for i, centre in enumerate(centres):
        own = boxes[min(i, units.count - 1)]
        if units.row:
            places.append((round(centre - own.width / 2), own.top))
        else:
            places.append((own.left, round(centre - own.height / 2)))
    return places


def _grid_places(view: SlideView, boxes: Sequence[Box], count: int) -> list[tuple[int, int]] | None:
    """A grid keeps its columns, moves towards the middle without its last line, and may get one line more.

    What stands in zig-zag keeps its places and grows no further.
    """
    places = [(b.left, b.top) for b in boxes]
    lefts = sorted({round(b.left / (0.03 * view.width)) for b in boxes})
    across = len(lefts)
    rows = [boxes[i : i + across] for i in range(0, len(boxes), across)]
    tops = [row[0].top for row in rows]
    level = len(rows) > 1 and all(abs(b.top - row[0].top) < 0.3 * b.height for row in rows for b in row)
    if count <= len(boxes):
        freed = len(rows) - -(-count // across) if level else 0
        down = round(freed * (tops[-1] - tops[-2]) * _LOWER) if freed else 0
        return [(left, top + down) for left, top in places[:count]]
    if not level or count > across * (len(rows) + 1):
        return None
    pitch = tops[-1] - tops[-2]
    for i in range(len(boxes), count):
        row, column = divmod(i, across)
        top = tops[-1] + pitch * (row - len(rows) + 1)
        if top + boxes[-1].height > 0.95 * view.height:
            return None
        places.append((boxes[column].left, top))
    return places


def _copied(view: SlideView, unit: frozenset[int], shift: tuple[int, int], nth: int) -> dict[int, int]:
    shapes = sorted((view.shape(i) for i in unit), key=lambda s: s.order)
    tree = shapes[0].element
    while tree.tag != qn("p:spTree"):
        tree = tree.getparent()
    ids: dict[int, int] = {}
    for shape in shapes:
        twin: Any = copy.deepcopy(shape.element)
        identity = max(int(e.get("id", "0")) for e in tree.iter(qn("p:cNvPr"))) + 1
        twin.find(f"*/{qn('p:cNvPr')}").set("id", str(identity))
        siblings = shape.element.getparent()
        siblings.insert(siblings.index(shape.element) + nth, twin)
        move(shape, shift[0], shift[1], element=twin)
        ids[shape.identity] = identity
    return ids
