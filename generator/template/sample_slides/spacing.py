"""More or fewer of what repeats: the last unit copied or taken off, and the row spaced anew."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pptx.oxml.ns import qn

from generator.model import Box
from generator.template.sample_slides.cleaning import move, set_box
from generator.template.sample_slides.places import places_for
from generator.template.sample_slides.shapes import Kind, SlideView
from generator.template.sample_slides.units import Units

_HAIR = 12_700
"""EMU, a point."""
_THIN = 0.012
"""Share of the slide's width: a drawing as thin as that is a line."""
_WIDE = 0.45
"""Of a unit's width: what is wider becomes narrower with it, what is less (an icon, a count) keeps its size."""


@dataclass(frozen=True)
class Spaced:
    """What became of the units: for each its shapes' new ids by their old ones, and the ids to be taken off.

    `bases` says of which drawn unit each is made.
    """

    ids: tuple[Mapping[int, int], ...]
    gone: frozenset[int]
    bases: tuple[int, ...]


def respaced(view: SlideView, units: Units, count: int, gone: frozenset[int]) -> Spaced | None:
    """The slide's units become `count`, in place; None where there is no room for so many."""
    members = [frozenset(i for i in unit if i not in gone) for unit in units.members]
    boxes = [around(view, unit) for unit in members]
    placed = places_for(
        boxes,
        count,
        view.width,
        view.height,
        row=units.row,
        column=units.column,
        scalable=_is_scalable(view, members),
        panels=_is_scalable(view, members) and all(_is_card(view, unit) for unit in members),
        area=_free_area(view, members, gone),
    )
    if placed is None:
        return None
    places = placed.corners
    if placed.scale != 1:
        for member, box in zip(members, boxes, strict=True):
            _scale(view, member, box, placed.scale)
    ids: list[Mapping[int, int]] = []
    bases = [placed.pattern(unit, units.count) for unit in range(count)]
    for unit, base in enumerate(bases[: units.count]):
        corner, box = places[unit], boxes[base]
        for identity in members[unit]:
            move(view.shape(identity), corner[0] - box.left, corner[1] - box.top)
        ids.append({identity: identity for identity in units.members[unit]})
    for unit, base in enumerate(bases[units.count :], units.count):
        # What it is copied of stands in its new place already.
        shift = places[unit][0] - places[base][0], places[unit][1] - places[base][1]
        ids.append(_copied(view, members[base], shift, unit - units.count + 1))
    off = {i for unit in units.members[count:] for i in unit}
    if count != units.count:
        off |= _separators(view, boxes, {i for unit in units.members for i in unit} | gone)
    return Spaced(tuple(ids), frozenset(off), tuple(bases))


def _separators(view: SlideView, boxes: Sequence[Box], own: set[int]) -> set[int]:
    """Thin lines that stand between the units: among more or fewer they would run through the words."""
    found = set()
    for shape in view.shapes:
        box = shape.box
        thin = min(box.width, box.height) < _THIN * view.width and shape.kind in (Kind.LINE, Kind.DRAWING)
        if shape.identity in own or not thin:
            continue
        stands = box.height > box.width
        x, y = box.left + box.width / 2, box.top + box.height / 2
        if stands and any(box.top < b.top + b.height and b.top < box.top + box.height for b in boxes):
            between = any(a.left + a.width / 2 < x < b.left + b.width / 2 for a, b in pairwise(boxes))
        else:
            level = any(box.left < b.left + b.width and b.left < box.left + box.width for b in boxes)
            between = level and any(a.top + a.height / 2 < y < b.top + b.height / 2 for a, b in pairwise(boxes))
            between = between and not stands
        if between:
            found.add(shape.identity)
    return found


def _free_area(view: SlideView, members: Sequence[frozenset[int]], gone: frozenset[int]) -> Box:
    """The page without what stands at its edges and stays: a bar at the foot, a column at the side."""
    own = {i for unit in members for i in unit} | gone
    whole = around(view, frozenset(i for unit in members for i in unit))
    right, bottom = whole.left + whole.width, whole.top + whole.height
    left, top, far, foot = 0, 0, view.width, view.height
    boxes = [s.box for s in view.shapes if s.identity not in own] + list(view.backdrop)
    for box in boxes:
        if box.top >= bottom - _HAIR and box.width > 0.5 * view.width:
            foot = min(foot, box.top)
        if box.height < 0.6 * view.height:
            continue
        if box.left + box.width <= whole.left + _HAIR:
            left = max(left, box.left + box.width)
        elif box.left >= right - _HAIR:
            far = min(far, box.left)
    return Box(left, top, far - left, foot - top)


def _is_scalable(view: SlideView, members: Sequence[frozenset[int]]) -> bool:
    """Whether units can become narrower: texts and drawings do, a picture would be squeezed."""
    return all(view.shape(i).kind in (Kind.TEXT, Kind.DRAWING, Kind.LINE) for unit in members for i in unit)


def _is_card(view: SlideView, unit: frozenset[int]) -> bool:
    """Whether a drawing under all that belongs to a unit makes it a card."""
    box = around(view, unit)
    return any(
        s.filled and s.kind is Kind.DRAWING and s.box.width > 0.9 * box.width and s.box.height > 0.5 * box.height
        for s in (view.shape(i) for i in unit)
    )


def _scale(view: SlideView, unit: frozenset[int], box: Box, scale: float) -> None:
    """The shapes of a unit as wide as its share, from its left edge on; small ones keep their size about the middle."""
    for identity in unit:
        shape = view.shape(identity)
        own = shape.box
        left = box.left + (own.left - box.left) * scale
        width = own.width * scale
        if own.width < _WIDE * box.width:
            left, width = left + (width - own.width) / 2, own.width
        set_box(shape, Box(round(left), own.top, round(width), own.height))


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


def put_in_middle(view: SlideView, lone: frozenset[int], others: frozenset[int]) -> None:
    """What is left of several things moves to the middle of where they stood, along the way that they stood in."""
    own, whole = around(view, lone), around(view, lone | others)
    dx = whole.left + whole.width // 2 - own.left - own.width // 2
    dy = whole.top + whole.height // 2 - own.top - own.height // 2
    for identity in lone:
        move(view.shape(identity), dx, dy)


def around(view: SlideView, ids: frozenset[int]) -> Box:
    """The bounds of several shapes."""
    boxes = [view.shape(i).box for i in ids]
    left, top = min(b.left for b in boxes), min(b.top for b in boxes)
    right, bottom = max(b.left + b.width for b in boxes), max(b.top + b.height for b in boxes)
    return Box(left, top, right - left, bottom - top)


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
