"""The room of each slot of a sample slide: its box, grown into what is free around it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from generator.model import Box, LayoutRole, Slot, SlotPurpose
from generator.settings import FittingSettings
from generator.template.layouts import Lineage, slot_of
from generator.template.sample_slides.insets import inner_insets
from generator.template.sample_slides.limits import (
    GAP,
    between_lines,
    inside_of,
    is_under,
    margins,
    overlap,
    padded,
    panel_under,
    stands_in_the_way,
    words_in,
)
from generator.template.sample_slides.paragraphs import letter_spacing_pt
from generator.template.sample_slides.shapes import Shape, SlideView
from generator.template.sample_slides.words import field_name

_GAP_EM = 0.45
"""Em between two points at least."""
_EMU_PER_POINT = 12_700
_COLUMNS = 4.5
"""Em that lines which run down may take side by side: three of them."""
_GUTTER = 0.026
"""Share of the slide's width between two texts beside each other."""
_RESERVE_EM, _POINTS_RESERVE_EM = 0.5, 1.0
"""Em of a line of a title and of points that stay free: a typeface that another machine puts in place of the template's
may be wider, and would push the last character of 12345热线投诉量下降四成 to a line of its own."""
_RAISED = 0.05
"""Share of the slide's height: what stands further above a body is no heading of it."""
ROOMY = 0.2
"""Share of the slide: a body as large holds points as it stands."""
_TWO_LINES = 1_200_000
"""EMU, 94 pt: two lines of a title at the least size, and their insets."""
_TWO_LINES_EM = 2.6
"""Em: two lines of a title, and its insets."""
_HEAD = 0.2
"""Share of the height: a title above stands over content."""
_VALUE_RESERVE = 0.08
"""Share of a figure's line that stays free: 1200元 in a wider typeface would touch the figure beside it."""
_FIXED = frozenset({SlotPurpose.NUMERAL, SlotPurpose.TABLE, SlotPurpose.CHART})
"""Purposes whose box is right as it is."""
_PEOPLE_EM = 24.0
"""Characters of unit, speaker and date in one line: 永昌镇人民政府　张三　2025年6月 and a little more."""
_LOWEST_FRAME = 0.93
"""Share of the slide's height below which no table or chart grows."""
_LEAST_VALUE_PT = 40.0
"""Points, on a slide of 7.5 in, of a figure set big, where there is room."""
_PLATES = frozenset(
    {"rect", "roundRect", "flowChartTerminator", "snip1Rect", "snip2SameRect", "round2SameRect", "plaque"}
)
"""Preset geometries that stay themselves when they get longer."""
_TABLE_PT, _CHART_PT = 18.0, 16.0
_SLIDE_HEIGHT = 6_858_000


def slots_of(
    view: SlideView, fields: Mapping[tuple[SlotPurpose, int], int], role: LayoutRole, gone: Collection[int] = ()
) -> tuple[Slot, ...]:
    """The slots of a slide. `gone` are shapes that will be taken off and so are in nobody's way."""
    settings = FittingSettings().for_height(view.height)
    scale = view.height / _SLIDE_HEIGHT
    found = []
    for (purpose, unit), identity in fields.items():
        shape = view.shape(identity)
        fixed = purpose in _FIXED or (purpose is SlotPurpose.TITLE and role is LayoutRole.AGENDA)
        lone = purpose is SlotPurpose.BODY and (purpose, 1) not in fields
        if lone and not shape.filled:
            shape = replace(shape, box=raised(shape, view, gone))
        # Points stand where the designer had them stand, if there is room for them.
        fixed = fixed or (lone and shape.area >= ROOMY * view.width * view.height)
        box = shape.box if fixed else room_of(shape, view, gone, purpose)
        if purpose in (SlotPurpose.TABLE, SlotPurpose.CHART):
            largest = _TABLE_PT if purpose is SlotPurpose.TABLE else _CHART_PT
            size = max(round(largest * scale), settings.smallest_label_pt)
            found.append(Slot(identity, purpose, unit, box, float(size)))
            continue
        left, top, right, bottom = inner_insets(shape)
        width, height = max(1, box.width - left - right), max(1, box.height - top - bottom)
        if shape.vertical:
            # Its lines run down: as long as the box is high, as many as it is wide.
            width, height = height, width
        inner = Box(box.left + left, box.top + top, width, height)
        slot = slot_of(identity, purpose, unit, Lineage((), shape.levels))
        size = _legible(purpose, role, shape.size_pt, settings)
        if purpose is SlotPurpose.VALUE:
            slot = replace(slot, indent=slot.indent + round(_VALUE_RESERVE * width))
        if purpose is SlotPurpose.VALUE and role is LayoutRole.BIG_NUMBER and not shape.filled:
            # 85% in a ring of its own was set small; without the ring it is what the page is about.
            size = max(size, min(_LEAST_VALUE_PT * scale, height / _EMU_PER_POINT / settings.line_height_em))
        if purpose is SlotPurpose.BODY and (purpose, 1) not in fields:
            # One paragraph was drawn there; several need to be told apart.
            slot = replace(slot, paragraph_gap_pt=max(slot.paragraph_gap_pt, round(_GAP_EM * size)))
            slot = replace(slot, indent=slot.indent + round(_POINTS_RESERVE_EM * size * _EMU_PER_POINT))
        if purpose is SlotPurpose.TITLE and role is not LayoutRole.AGENDA and not shape.vertical:
            slot = replace(slot, indent=slot.indent + round(_RESERVE_EM * size * _EMU_PER_POINT))
            slot = replace(slot, widest=_widest(shape, inner, view, gone))
        slot = replace(slot, spacing_pt=letter_spacing_pt(shape.element, shape.levels))
        if purpose is SlotPurpose.SPEAKER:
            slot = replace(slot, prefix=field_name(shape.words))
        found.append(replace(slot, box=_one_line(inner, shape, size, settings), size_pt=size))
    found = _apart(found, view)
    return tuple(_alike(slot, [other for other in found if other.purpose is slot.purpose], view) for slot in found)


def _one_line(box: Box, shape: Shape, size_pt: float, settings: FittingSettings) -> Box:
    """At least as high as a line: a box drawn too low for its type shows it all the same, and its words stand still."""
    lacking = round(size_pt * settings.line_height_em * _EMU_PER_POINT) - box.height
    if lacking <= 0 or shape.filled or shape.vertical:
        return box
    up = {"t": 0, "b": lacking}.get(shape.anchor, lacking // 2)
    return Box(box.left, max(0, box.top - up), box.width, box.height + lacking)


def _widest(plate: Shape, inner: Box, view: SlideView, gone: Collection[int]) -> Box | None:
    """The room for words in a title's plate made as wide as what stands beside it lets it be; None for other texts.

    A bar or pill may be longer; a disc or cloud would be another drawing, and one in a group belongs to its neighbours.
    """
    if not plate.filled or plate.geometry not in _PLATES or plate.group is not None:
        return None
    room = room_of(replace(plate, filled=False), view, gone, SlotPurpose.TITLE)
    left, right = plate.box.left - room.left, room.left + room.width - plate.box.left - plate.box.width
    return Box(inner.left - left, inner.top, inner.width + left + right, inner.height)


def _apart(slots: Sequence[Slot], view: SlideView) -> list[Slot]:
    """Repeated texts beside each other with a gutter between them; those that run down stand apart as they are."""
    found = list(slots)
    for purpose in {slot.purpose for slot in slots if slot.unit and slot.purpose not in _FIXED}:
        places = [i for i, slot in enumerate(slots) if slot.purpose is purpose]
        shapes = [view.shape(slots[i].index) for i in places]
        if purpose is SlotPurpose.SPEAKER or any(shape.vertical for shape in shapes):
            continue
        for i, box in zip(places, kept_apart([slots[i].box for i in places], shapes, view.width), strict=True):
            found[i] = replace(slots[i], box=box)
    return found


def kept_apart(rooms: Sequence[Box], shapes: Sequence[Shape], width: int) -> list[Box]:
    """The rooms that `shapes` grew into, each on its own side of the middle between two that stand beside each other.

    A centred one gives up as much on its other side, so that it stays over its own icon. `width` is the slide's.
    """
    found = []
    for room, shape in zip(rooms, shapes, strict=True):
        own = shape.box
        # The boxes stand apart as well as the words in them.
        gutter = max(round(_GUTTER * width), shape.insets[0] + shape.insets[2] + _EMU_PER_POINT)
        left, right = room.left, room.left + room.width
        for other, beside in zip(rooms, shapes, strict=True):
            theirs = beside.box
            level = min(room.top + room.height, other.top + other.height) > max(room.top, other.top)
            if beside is shape or not level:
                continue
            if own.left + own.width <= theirs.left + gutter:
                middle = (own.left + own.width + theirs.left) // 2
                right = min(right, max(middle - gutter // 2, own.left + own.width - gutter))
            elif theirs.left + theirs.width <= own.left + gutter:
                middle = (theirs.left + theirs.width + own.left) // 2
                left = max(left, min(middle + gutter // 2, own.left + gutter))
        if shape.align == "ctr":
            centre = room.left + room.width / 2
            half = min(centre - left, right - centre)
            left, right = round(centre - half), round(centre + half)
        found.append(Box(left, room.top, max(1, right - left), room.height))
    return found


def _alike(slot: Slot, siblings: Sequence[Slot], view: SlideView) -> Slot:
    """A repeated slot as narrow and low as the smallest of its kind, in its own place: siblings look alike."""
    if len(siblings) < 2 or slot.purpose is SlotPurpose.SPEAKER:
        return slot
    shape = view.shape(slot.index)
    width, height = (min(getattr(s.box, side) for s in siblings) for side in ("width", "height"))
    box = slot.box
    across = {"ctr": (box.width - width) // 2, "r": box.width - width}.get(shape.align, 0)
    down = {"ctr": (box.height - height) // 2, "b": box.height - height}.get(shape.anchor, 0)
    return replace(slot, box=Box(box.left + across, box.top + down, width, height))


def _legible(purpose: SlotPurpose, role: LayoutRole, size_pt: float, settings: FittingSettings) -> float:
    """What a template sets smaller than a hall can read is set larger."""
    match purpose:
        case SlotPurpose.BODY | SlotPurpose.HEAD:
            floor = settings.smallest_body_pt
        case SlotPurpose.TITLE if role is not LayoutRole.AGENDA:
            floor = settings.smallest_title_pt
        case SlotPurpose.NUMERAL | SlotPurpose.VALUE:
            floor = settings.smallest_label_pt
        case _:
            floor = settings.smallest_label_pt
    return float(round(max(size_pt, floor)))


def room_of(shape: Shape, view: SlideView, gone: Collection[int], purpose: SlotPurpose) -> Box:
    """The box of a text, grown sideways and then up or down until something stands in its way.

    Right of a text that is set left, to both sides of a centred one; down, or up too where it hangs in the middle.
    A shape with a ground of its own stays as it is drawn; inside a panel nothing grows over the panel's edge.
    """
    if shape.filled:
        return shape.box
    if shape.vertical:
        # Lines that run down follow each other to the left: room for a few, the first where it was.
        room = room_of(replace(shape, align="r", anchor="t", vertical=False), view, gone, purpose)
        right = shape.box.left + shape.box.width
        width = max(shape.box.width, min(right - room.left, round(_COLUMNS * shape.size_pt * _EMU_PER_POINT)))
        return Box(right - width, room.top, width, room.height)
    others = [s for s in view.shapes if s.identity != shape.identity and s.identity not in gone]
    panel = panel_under(shape, others, view)
    obstacles = [s.box for s in others if not is_under(s, shape) and stands_in_the_way(s)]
    obstacles += view.backdrop
    gap = round(GAP * view.width)
    box = shape.box if panel is None else inside_of(shape.box, words_in(panel))
    box = between_lines(replace(shape, box=box), others)
    limits = margins(view) if panel is None else padded(panel, shape, others)
    obstacles = [o for o in obstacles if not overlap(o, box)]
    left, right = _sideways(box, obstacles, limits, gap)
    if shape.align == "ctr":
        grow = max(0, min(box.left - left, right - box.left - box.width))
        box = Box(box.left - grow, box.top, box.width + 2 * grow, box.height)
    elif shape.align == "r":
        box = Box(left, box.top, box.left + box.width - left, box.height)
    else:
        box = Box(box.left, box.top, max(box.width, right - box.left), box.height)
    top, bottom = _upright(box, obstacles, limits, gap)
    most = _tallest(purpose, view)
    if purpose is SlotPurpose.SPEAKER and box.width >= _PEOPLE_EM * shape.size_pt * _EMU_PER_POINT:
        # Unit, speaker and date stand in one line, as the words did that were drawn there: what is below may be dark.
        most = box.height
    large = round(_TWO_LINES_EM * shape.size_pt * _EMU_PER_POINT) if box.top > _HEAD * view.height else 0
    tight = purpose is SlotPurpose.TITLE and bottom - box.top < min(most, max(_TWO_LINES, large))
    if tight and shape.anchor != "ctr":
        # Two lines of a title need room; what is not free under it is taken to both sides, so that one line stays put.
        wanted = max(_TWO_LINES, round(_TWO_LINES_EM * shape.size_pt * _EMU_PER_POINT))
        grow = max(0, min(box.top - top, bottom - box.top - box.height, (wanted - box.height) // 2))
        down = min(bottom - box.top - box.height, wanted - box.height)
        if shape.anchor == "t" and down > 2 * grow:
            # Its one line stays at its head, a second one goes below it.
            return Box(box.left, box.top, box.width, box.height + down)
        lacking = min(wanted - box.height - 2 * grow, box.top - grow - top)
        if lacking > 0 and box.top > _HEAD * view.height:
            # A title in the middle of the page has air above it: its last line stays where its only one stood.
            return Box(box.left, box.top - grow - lacking, box.width, box.height + grow + lacking)
        return Box(box.left, box.top - grow, box.width, box.height + 2 * grow)
    if shape.anchor == "ctr":
        grow = max(0, min(box.top - top, bottom - box.top - box.height, (most - box.height) // 2))
        return Box(box.left, box.top - grow, box.width, box.height + 2 * grow)
    if shape.anchor == "b":
        grow = max(0, min(box.top - top, most - box.height))
        return Box(box.left, box.top - grow, box.width, box.height + grow)
    grow = max(0, min(bottom - box.top - box.height, most - box.height))
    return Box(box.left, box.top, box.width, box.height + grow)


def frame_room(frame: Shape, view: SlideView, gone: Collection[int]) -> Box:
    """The box of a table or chart with what is free beside and below it once the texts there are off."""
    free = replace(frame, filled=False)
    boxes = [room_of(replace(free, align=align, anchor="t"), view, gone, SlotPurpose.BODY) for align in "lr"]
    left, right = min(box.left for box in boxes), max(box.left + box.width for box in boxes)
    # The room of a note under it that goes as well.
    notes = [s.box for s in view.texts if s.identity in gone and s.box.top >= frame.box.top + 0.8 * frame.box.height]
    below = [box for box in notes if box.left < right and left < box.left + box.width]
    lowest = min(box.top + box.height for box in boxes)
    own = frame.box.top + frame.box.height
    bottom = max([own, *(min(lowest, box.top + box.height) for box in below)])
    return Box(left, frame.box.top, right - left, bottom - frame.box.top)


def raised(shape: Shape, view: SlideView, gone: Collection[int]) -> Box:
    """The box of a page's only body, up to where the headings stood that were set over it and are `gone`."""
    box = shape.box
    for other in sorted((s for s in view.texts if s.identity in gone), key=lambda s: -s.box.top):
        own = other.box
        level = min(box.left + box.width, own.left + own.width) - max(box.left, own.left)
        near = own.top < box.top and own.top + own.height >= box.top - round(_RAISED * view.height)
        if near and level >= 0.5 * min(box.width, own.width):
            box = Box(box.left, own.top, box.width, box.top + box.height - own.top)
    return box


def _tallest(purpose: SlotPurpose, view: SlideView) -> int:
    """A title or head that grows over half the page would stand anywhere; a body may."""
    share = {SlotPurpose.BODY: 0.8, SlotPurpose.TITLE: 0.3, SlotPurpose.SPEAKER: 0.3}.get(purpose, 0.2)
    return round(share * view.height)


def _sideways(box: Box, obstacles: list[Box], limits: Box, gap: int) -> tuple[int, int]:
    left, right = min(box.left, limits.left), max(box.left + box.width, limits.left + limits.width)
    for other in obstacles:
        # A line has no height and stands in the way all the same.
        if min(box.top + box.height, other.top + max(1, other.height)) <= max(box.top, other.top):
            continue
        if other.left + other.width <= box.left:
            left = max(left, other.left + other.width + gap)
        elif other.left >= box.left + box.width:
            right = min(right, other.left - gap)
    return min(left, box.left), max(right, box.left + box.width)


def _upright(box: Box, obstacles: list[Box], limits: Box, gap: int) -> tuple[int, int]:
    top, bottom = min(box.top, limits.top), max(box.top + box.height, limits.top + limits.height)
    for other in obstacles:
        if min(box.left + box.width, other.left + other.width) <= max(box.left, other.left):
            continue
        if other.top + other.height <= box.top:
            top = max(top, other.top + other.height + gap)
        elif other.top >= box.top + box.height:
            bottom = min(bottom, other.top - gap)
    return min(top, box.top), max(bottom, box.top + box.height)
