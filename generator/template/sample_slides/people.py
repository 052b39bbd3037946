"""Room for unit, speaker and date on a cover: their plates as wide as real names, side by side as they were drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.model import Box, SlotPurpose
from generator.settings import FittingSettings
from generator.template.sample_slides.cleaning import set_box
from generator.template.sample_slides.grounds import ground_of
from generator.template.sample_slides.shapes import Shape, SlideView
from generator.template.sample_slides.slots import room_of
from generator.template.sample_slides.words import field_name, squeezed

_EMU_PER_POINT = 12_700
_WHOLE_EM = 26.0
"""Characters of unit, speaker and date in one line: 永昌镇人民政府　张三　2025年6月 and a little more."""
_EMS = (11.0, 5.0, 9.0)
"""Characters of a unit, a name, a date: 青禾县农业农村局, 欧阳某某, 2025年10月18日."""
_LEVEL = 0.5
"""Of a plate's height: what differs by less stands in one row."""
_CENTRED = 0.04
"""Share of the slide's width: a row whose middle is off the page's by less is a centred one."""


def widen_people(view: SlideView, fields: Mapping[tuple[SlotPurpose, int], int]) -> bool:
    """Grow the places of unit, speaker and date to what real ones need; tells whether anything was changed."""
    people = {unit: view.shape(i) for (purpose, unit), i in fields.items() if purpose is SlotPurpose.SPEAKER}
    if not people:
        return False
    if len(people) == 1:
        return _widen_one(view, next(iter(people.values())))
    changed = False
    ordered = sorted(people.items(), key=lambda item: item[1].box.top)
    rows: list[list[tuple[int, Shape]]] = []
    for unit, shape in ordered:
        last = rows[-1][0][1] if rows else None
        if last is not None and abs(shape.middle[1] - last.middle[1]) < _LEVEL * max(1, last.box.height):
            rows[-1].append((unit, shape))
        else:
            rows.append([(unit, shape)])
    for row in rows:
        changed |= _widen_row(view, sorted(row, key=lambda item: item[1].box.left))
    return changed


def _points(view: SlideView, shape: Shape) -> float:
    return max(shape.size_pt, FittingSettings().for_height(view.height).smallest_label_pt)


def _widen_row(view: SlideView, row: Sequence[tuple[int, Shape]]) -> bool:
    """The plates of a row beside each other in their order, each as wide as its name, with the gaps they had."""
    shapes = [shape for _, shape in row]
    grounds = [shape if shape.filled else ground_of(view, shape) for shape in shapes]
    wanted = []
    for unit, shape in row:
        ems = _EMS[unit] + len(squeezed(field_name(shape.words))) + 0.5
        wanted.append(round(ems * _points(view, shape) * _EMU_PER_POINT) + shape.insets[0] + shape.insets[2])
    if all(shape.box.width >= width for shape, width in zip(shapes, wanted, strict=True)):
        return False
    drawn = [ground.box if ground is not None else shape.box for shape, ground in zip(shapes, grounds, strict=True)]
    own = {shape.identity for shape in shapes} | {g.identity for g in grounds if g is not None}
    free = replace(shapes[-1], filled=False, box=drawn[-1])
    right = room_of(replace(free, align="l"), view, own, SlotPurpose.SPEAKER)
    far = right.left + right.width
    near = drawn[0].left
    gap = max(round(0.01 * view.width), drawn[1].left - drawn[0].left - drawn[0].width if len(drawn) > 1 else 0)
    extra = [max(0, box.width - shape.box.width) for box, shape in zip(drawn, shapes, strict=True)]
    widths = [max(box.width, width + more) for box, width, more in zip(drawn, wanted, extra, strict=True)]
    total = sum(widths) + gap * (len(widths) - 1)
    middle = (drawn[0].left + drawn[-1].left + drawn[-1].width) / 2
    if abs(middle - view.width / 2) < _CENTRED * view.width:
        near = max(round(_CENTRED * view.width), round(middle - total / 2))
        far = view.width - near
    if total > far - near:
        # Not all that a long name needs: what there is, each by its share.
        spare = far - near - gap * (len(widths) - 1) - sum(box.width for box in drawn)
        lacking = sum(width - box.width for width, box in zip(widths, drawn, strict=True))
        if spare <= 0 or lacking <= 0:
            return False
        widths = [box.width + (width - box.width) * spare // lacking for width, box in zip(widths, drawn, strict=True)]
    for shape, ground, box, width in zip(shapes, grounds, drawn, widths, strict=True):
        shift, more = near - box.left, width - box.width
        if ground is not None and ground.identity != shape.identity:
            set_box(ground, Box(near, box.top, width, box.height))
        set_box(shape, Box(shape.box.left + shift, shape.box.top, shape.box.width + more, shape.box.height))
        near += width + gap
    return True


def _widen_one(view: SlideView, shape: Shape) -> bool:
    """A plate under 汇报人 grows to both sides until unit, speaker and date stand in it side by side."""
    ground = shape if shape.filled else ground_of(view, shape)
    if ground is None:
        return False
    box = ground.box
    wanted = round(_WHOLE_EM * _points(view, shape) * _EMU_PER_POINT)
    middle = box.left + box.width // 2
    half = min(wanted // 2, middle - round(0.04 * view.width), round(0.96 * view.width) - middle)
    for other in view.shapes:
        over = other.box
        level = min(box.top + box.height, over.top + over.height) > max(box.top, over.top)
        holds = over.left <= box.left and over.left + over.width >= box.left + box.width
        under = over.left < box.left + box.width and box.left < over.left + over.width  # the designer laid it over
        if other.identity in (shape.identity, ground.identity) or not level or holds or under:
            continue
        half = min(half, over.left - middle if over.left > middle else middle - over.left - over.width)
    more = 2 * half - box.width
    if more <= 0:
        return False
    if ground.identity != shape.identity:
        set_box(ground, Box(middle - half, box.top, 2 * half, box.height))
    own = shape.box
    set_box(shape, Box(own.left - more // 2, own.top, own.width + more, own.height))
    return True
