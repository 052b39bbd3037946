"""More room where a designer left too little for real words: taller grounds, a line under a cover's title."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import replace
from math import ceil
from typing import Any

from pptx.oxml.ns import qn

from generator.model import Box, LayoutRole, SlotPurpose
from generator.settings import FittingSettings
from generator.template.sample_slides.cleaning import paragraph_properties, set_box
from generator.template.sample_slides.grounds import ground_of
from generator.template.sample_slides.people import widen_people
from generator.template.sample_slides.shapes import Kind, Shape, SlideView
from generator.template.sample_slides.slots import room_of, slots_of

_EMU_PER_POINT = 12_700
_HEAD_EM = 26.0
"""Characters of a long heading of a part: 围绕“三个一”转化成果，在变净变美变富上见到实效."""
_LOWEST = 0.95
"""Share of the slide's height that no ground may pass."""
_GAP = 0.015
"""Share of the slide's height between two grounds."""
_TITLE_PT = 26.0
"""Points, on a slide of 7.5 in: a title over words that are set larger."""
_SLIDE_HEIGHT = 6_858_000
_PLATE_HEIGHT, _PLATE_WIDTH = 0.16, 0.58
"""Shares of the slide: what is higher or wider is no plate of a title, or wide enough."""
_TITLE_EM, _PLATE_PT = 18.0, 26.0
"""Characters of a usual title (激发多元活力，让共治有众人帮), and the size in points at which a plate holds it."""
_LETTERING_PT = 48.0
"""Points, on a slide of 7.5 in, of a cover's title that takes the place of art lettering."""
_MIDDLE, _SMALL = 0.03, 0.02
"""Shares of the width and of the slide."""
_UNDER = 0.45
"""Of the title's size: a line added under it."""


def make_roomier(view: SlideView, fields: Mapping[tuple[SlotPurpose, int], int]) -> bool:
    """Grow the grounds under an agenda's or a row of cards' heads down, all alike, where their words have no room.

    Tells whether anything was changed.
    """
    if any(purpose is SlotPurpose.SPEAKER for purpose, _ in fields):
        return widen_people(view, fields)
    heads = [identity for (purpose, _), identity in fields.items() if purpose is SlotPurpose.HEAD]
    if not heads or any(purpose is SlotPurpose.BODY for purpose, _ in fields):
        return False
    settings = FittingSettings().for_height(view.height)
    lacking = 0.0
    grounds: list[Shape] = []
    for slot in slots_of(
        view, {(SlotPurpose.HEAD, i): identity for i, identity in enumerate(heads)}, LayoutRole.AGENDA
    ):
        shape = view.shape(slot.index)
        ground = shape if shape.filled else ground_of(view, shape)
        if ground is None:
            return False
        size = settings.smallest_body_pt
        lines = ceil(_HEAD_EM / max(1.0, slot.box.width / _EMU_PER_POINT / size))
        needed = (lines * settings.line_height_em * max(1.0, slot.line_spacing) + 0.3) * size * _EMU_PER_POINT
        lacking = max(lacking, needed - slot.box.height)
        grounds.append(ground)
    if lacking <= 0:
        return False
    room = min(_free_under(view, ground) for ground in grounds)
    more = round(min(lacking * 1.1, room))
    if more <= 0:
        return False
    for ground in grounds:
        box = ground.box
        set_box(ground, Box(box.left, box.top, box.width, box.height + more))
    return True


def raise_bodies(view: SlideView, fields: Mapping[tuple[SlotPurpose, int], int], spared: Mapping[int, int]) -> bool:
    """Each unit's text up to where the heading stood that it does without; tells whether anything was changed."""
    raised = False
    for unit, identity in spared.items():
        head, body = view.shape(identity), view.shape(fields[SlotPurpose.BODY, unit])
        top, bottom = head.box.top, body.box.top + body.box.height
        over = min(head.box.left + head.box.width, body.box.left + body.box.width) > max(head.box.left, body.box.left)
        crossed = [s for s in view.shapes if top < s.middle[1] < body.box.top and _beside(s, body) and s is not head]
        if over and top < body.box.top and not body.filled and not crossed:
            set_box(body, Box(body.box.left, top, body.box.width, bottom - top))
            raised = True
    return raised


def widen_title_plate(view: SlideView, title: Shape) -> bool:
    """A plate under a title grows until it holds a usual one on a line; what decorates its end moves along.

    A plate in the middle of the page grows to both sides, another to the right. Tells whether anything was changed.
    """
    plate = title if title.filled else ground_of(view, title)
    if plate is None or plate.box.height > _PLATE_HEIGHT * view.height or plate.box.width > _PLATE_WIDTH * view.width:
        return False
    box = plate.box
    size = min(title.size_pt, _PLATE_PT * view.height / _SLIDE_HEIGHT)
    wanted = round(_TITLE_EM * size * _EMU_PER_POINT) + box.width - title.box.width
    more = min(wanted, round(_PLATE_WIDTH * view.width)) - box.width
    middle = abs(box.left + box.width / 2 - view.width / 2) < _MIDDLE * view.width
    moved = []
    for other in view.shapes:
        over = other.box
        level = min(box.top + box.height, over.top + over.height) > max(box.top, over.top)
        if other.identity in (plate.identity, title.identity) or not level or over.width > 0.6 * view.width:
            continue
        if over.left >= box.left + box.width - 0.02 * view.width:
            if other.kind is Kind.DRAWING and other.area < _SMALL * view.width * view.height:
                moved.append(other)
            else:
                more = min(more, (over.left - box.left - box.width) * (2 if middle else 1))
        elif middle and over.left + over.width <= box.left + 0.02 * view.width:
            more = min(more, 2 * (box.left - over.left - over.width))
    ends = max((other.box.left + other.box.width for other in moved), default=box.left + box.width)
    more = min(more, round(0.97 * view.width) - ends)
    if more <= 0:
        return False
    left = box.left - more // 2 if middle else box.left
    own = title.box
    if plate.identity != title.identity:
        set_box(title, Box(own.left + left - box.left, own.top, own.width + more, own.height))
    set_box(plate, Box(left, box.top, box.width + more, box.height))
    for other in moved if not middle else ():
        set_box(other, Box(other.box.left + more, other.box.top, other.box.width, other.box.height))
    return True


def _beside(shape: Shape, body: Shape) -> bool:
    """Whether a shape that is no ground stands in a text's columns."""
    box, own = shape.box, body.box
    return min(box.left + box.width, own.left + own.width) > max(box.left, own.left) and shape.area < 4 * body.area


def _free_under(view: SlideView, ground: Shape) -> int:
    """EMU under a ground that nothing stands in."""
    box = ground.box
    bottom = box.top + box.height
    limit = round(_LOWEST * view.height)
    for other in view.shapes:
        over = other.box
        beside = over.left + over.width <= box.left or over.left >= box.left + box.width
        if other.identity == ground.identity or beside or over.top < bottom - 0.1 * box.height:
            continue
        limit = min(limit, over.top - round(_GAP * view.height))
    return max(0, limit - bottom)


def add_line_under(title: Shape, view: SlideView) -> int:
    """A text like the title, smaller, under it: for subtitle, unit, speaker and date without a place.

    Gives its id.
    """
    twin = _twin(title, "副标题", title.size_pt * _UNDER, bold=False)
    room = room_of(title, view, (), SlotPurpose.TITLE)
    top = room.top + room.height + round(0.02 * view.height)
    height = min(round(0.16 * view.height), round(0.96 * view.height) - top)
    if height < 0.06 * view.height:
        height = round(0.1 * view.height)
        top = max(0, title.box.top - height)
    set_box(twin, Box(room.left, top, room.width, height))
    return twin.identity


def add_title_above(body: Shape, view: SlideView) -> int:
    """A line like a page's only text at the head of the page, for the title that it lacks; gives its id."""
    size = _TITLE_PT * view.height / _SLIDE_HEIGHT
    twin = _twin(body, "标题", min(size, body.size_pt), bold=True)
    twin.element.find(f"{qn('p:txBody')}/{qn('a:bodyPr')}").attrib.pop("vert", None)
    side = round(0.06 * view.width)
    set_box(twin, Box(side, round(0.05 * view.height), view.width - 2 * side, round(2 * size * _EMU_PER_POINT)))
    return twin.identity


def write_lettering(view: SlideView, picture: Shape) -> int:
    """A title in the place of one that was drawn as a picture, like the largest text of the page; gives its id."""
    like = max((s for s in view.texts if not s.vertical), key=lambda s: (not s.filled, s.size_pt))
    twin = _twin(like, "标题", _LETTERING_PT * view.height / _SLIDE_HEIGHT, bold=True)
    set_box(replace(twin, frame=like.frame), picture.box)
    body = twin.element.find(qn("p:txBody"))
    body.find(qn("a:bodyPr")).set("anchor", "ctr")
    for paragraph in body.findall(qn("a:p")):
        paragraph_properties(paragraph).set("algn", "ctr")
    return twin.identity


def copy_of(shape: Shape, name: str) -> Any:
    """A copy of a shape's element with an identity of its own; no placeholder, and not yet in the tree."""
    tree = shape.element
    while tree.tag != qn("p:spTree"):
        tree = tree.getparent()
    twin: Any = copy.deepcopy(shape.element)
    identity = max(int(e.get("id", "0")) for e in tree.iter(qn("p:cNvPr"))) + 1
    properties = twin.find(f"*/{qn('p:cNvPr')}")
    properties.set("id", str(identity))
    properties.set("name", f"{name} {identity}")
    placeholder = twin.find(f"*/{qn('p:nvPr')}/{qn('p:ph')}")
    if placeholder is not None:
        placeholder.getparent().remove(placeholder)
    return twin


def _twin(shape: Shape, name: str, size_pt: float, *, bold: bool) -> Shape:
    """A copy of a free text beside it in the file, in another size."""
    twin = copy_of(shape, name)
    for run in twin.iter(qn("a:rPr"), qn("a:defRPr")):
        run.set("sz", str(round(size_pt) * 100))
        run.attrib.pop("b", None)
        if bold:
            run.set("b", "1")
    shape.element.addnext(twin)
    identity = int(twin.find(f"*/{qn('p:cNvPr')}").get("id"))
    return Shape(twin, identity, Kind.TEXT, shape.box, shape.frame, shape.order)
