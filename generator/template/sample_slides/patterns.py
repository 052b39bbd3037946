"""Sample slides made ready to be filled: leftovers off, units copied or taken off, boxes as roomy as they can be.

A pattern is a slide of the template's package that is never shown; a page is its clone. One sample slide gives several:
an agenda of four entries is a pattern for two to eight.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx.oxml.ns import qn

from generator.model import Box, Layout, LayoutRole, SlotPurpose
from generator.template.sample_slides.cleaning import (
    clean_slide,
    remove_shapes,
    set_box,
    settle_frame,
    settle_text,
    to_holder,
)
from generator.template.sample_slides.color import keeps_look
from generator.template.sample_slides.figures import figures_for_bodies
from generator.template.sample_slides.grounds import ground_of
from generator.template.sample_slides.numbering import number_shapes
from generator.template.sample_slides.room import (
    add_line_under,
    add_title_above,
    make_roomier,
    raise_bodies,
    widen_title_plate,
    write_lettering,
)
from generator.template.sample_slides.shapes import Kind, Shape, SlideView, view_of
from generator.template.sample_slides.slots import frame_room, raised, slots_of
from generator.template.sample_slides.spacing import put_in_middle, put_in_order, respaced
from generator.template.sample_slides.titles import CARD_ROLES, Reading
from generator.template.sample_slides.words import is_advert, is_filling
from generator.template.slide_cloning import clone_slide

_VARIANTS: Mapping[LayoutRole, range] = {
    LayoutRole.AGENDA: range(1, 9),
    LayoutRole.BIG_NUMBER: range(1, 5),
    **{role: range(2, 7) for role in CARD_ROLES},
    LayoutRole.COMPARISON: range(2, 3),
}
"""How many units a pattern of a role is made for, where the slide has room."""
_OF_FIGURES = (LayoutRole.BIG_NUMBER, LayoutRole.COMPARISON)
_AS_DRAWN = (LayoutRole.SECTION, LayoutRole.QUOTATION)
"""Pages of few words, which stand as the designer set them; points are set left."""
_HEADER, _FOOTER = 0.16, 0.9
"""Shares of the height: what stands above or below is the page's frame."""
_HEAD_LINE = 0.13
"""Share of the height in which the unit's name may stand."""
_LARGEST_CHROME_PT, _LONGEST_CHROME = 18, 30
"""Points and characters: what is larger or longer on many slides is a heading that was copied along."""
_FRAMES = (LayoutRole.COVER, LayoutRole.AGENDA, LayoutRole.SECTION, LayoutRole.CLOSING)
_OF_DATA = (LayoutRole.CHART, LayoutRole.TABLE)
_LARGEST_PLATE, _LARGEST_PANEL = 0.15, 0.36
"""Shares of the slide: a ground goes with the words that stood on it; beside a chart a whole panel does."""
_GROUND = 0.6
"""Share of the slide: a larger drawing is its ground."""
_LEAST_COLUMN = 0.5
"""Share of the width: what a slide's author set in less than that is no column for points of a speech."""
_LOWEST_TOP = 0.33
"""Share of the height: lower no page of points or data begins."""
_SIDE = 0.06
"""Share of the width that stays free beside a body that is stretched over the page."""


@dataclass(frozen=True)
class Pattern:
    """A slide ready to be cloned, and the layout that it is."""

    slide: Any
    layout: Layout


def patterns_of(
    presentation: Any, slide: Any, reading: Reading, layout: Layout, repeated: frozenset[int], color: str | None
) -> list[Pattern]:
    """The patterns that a sample slide gives in a role, one for each number of units that it has room for.

    `repeated` are the ids of its shapes that stand in the same place on many slides, `color` the design's main colour
    where its theme does not have it.
    """
    found = []
    counts: Sequence[int | None] = (None,)
    if reading.units is not None and reading.role in _VARIANTS:
        counts = _VARIANTS[reading.role]
    for count in counts:
        copied = clone_slide(presentation, slide)
        pattern = _pattern(presentation, copied, reading, layout, repeated, color, count)
        if pattern is None:
            _forget(presentation, copied)
        else:
            found.append(pattern)
    return found


def card_patterns(
    presentation: Any, slide: Any, reading: Reading, layout: Layout, repeated: frozenset[int], color: str | None
) -> list[Pattern]:
    """The same for cards, each once with headings and once without: there their count or the text takes the place."""
    given = presentation, slide, reading, layout, repeated, color
    heads = {key: identity for key, identity in reading.fields.items() if key[0] is SlotPurpose.HEAD}
    if not heads or (SlotPurpose.BODY, 0) not in reading.fields:
        return patterns_of(*given)
    fields = {key: identity for key, identity in reading.fields.items() if key not in heads}
    spared = {unit: identity for (_, unit), identity in heads.items()}
    if any(purpose is SlotPurpose.NUMERAL for purpose, _ in fields):
        plain = replace(reading, fields=fields, spared=spared)
    else:
        # The count of a card takes the place of its heading: the pill that was drawn for it is not lost.
        plain = replace(reading, fields=fields | {(SlotPurpose.NUMERAL, unit): i for unit, i in spared.items()})
    return [*patterns_of(*given), *patterns_of(presentation, slide, plain, layout, repeated, color)]


def removed_by(view: SlideView, reading: Reading, repeated: frozenset[int]) -> frozenset[int]:
    """The ids of all shapes that a page of this reading does without."""
    used = {*reading.fields.values(), *reading.kept}
    if reading.panel is not None:
        used.add(reading.panel)
    gone = {s.identity for s in view.texts if s.identity not in used and not _is_chrome(s, view, repeated)}
    gone |= reading.dropped
    for head in reading.spared.values():
        ground = ground_of(view, view.shape(head))
        if ground is not None and not any(_holds(ground.box, view.shape(i)) for i in used):
            gone.add(ground.identity)
    holders = {i for (purpose, _), i in reading.fields.items() if purpose in (SlotPurpose.TABLE, SlotPurpose.CHART)}
    data = {s.identity for s in view.shapes if s.kind in (Kind.TABLE, Kind.CHART, Kind.OBJECT)}
    gone |= data - holders
    if reading.stripped:
        gone |= {
            s.identity
            for s in view.shapes
            if s.identity not in used
            and not _is_frame(s, view, reading, repeated)
            and not _is_chrome(s, view, repeated)
        }
    for side in reading.sides:
        ground = view.shape(side)
        gone |= {s.identity for s in view.shapes if s.identity not in (side, *used) and _holds(ground.box, s)}
    gone |= _emptied(view, gone, used | repeated, reading)
    return frozenset(gone)


def _is_chrome(shape: Shape, view: SlideView, repeated: frozenset[int]) -> bool:
    """Words that stand at the edge of many slides alike are the unit's own, such as its name beside the logo."""
    if not shape.is_text or shape.identity not in repeated or is_advert(shape.words) or is_filling(shape.words):
        return False
    at_edge = not _HEAD_LINE < shape.middle[1] / view.height < _FOOTER
    return at_edge and shape.size_pt <= _LARGEST_CHROME_PT and len(shape.words) <= _LONGEST_CHROME


def _is_frame(shape: Shape, view: SlideView, reading: Reading, repeated: frozenset[int]) -> bool:
    """Whether a shape belongs to the page and not to its content: ground, head, foot, edges, what repeats."""
    if shape.is_text:
        return False
    if shape.is_field or shape.identity in repeated:
        return True
    area, box = view.width * view.height, shape.box
    title = reading.fields.get((SlotPurpose.TITLE, 0))
    head = _HEADER * view.height
    if title is not None:
        own = view.shape(title).box
        if own.top < 0.3 * view.height:
            head = max(head, own.top + own.height)
    if shape.area >= _GROUND * area or box.top >= _FOOTER * view.height:
        return True
    if box.top + box.height <= head * 1.15:
        return True
    tall = box.height >= 0.6 * view.height
    at_edge = box.left <= 0.01 * view.width or box.left + box.width >= 0.99 * view.width
    return at_edge and (tall or box.top + box.height >= 0.99 * view.height) and box.width < 0.3 * view.width


def _emptied(view: SlideView, gone: set[int], used: set[int], reading: Reading) -> set[int]:
    """Small grounds on which nothing stands any more once the texts are off."""
    members = {i for unit in reading.units.members for i in unit} if reading.units else set()
    area = view.width * view.height
    emptied = set()
    for ground in view.shapes:
        largest = _LARGEST_PANEL if reading.role in _OF_DATA else _LARGEST_PLATE
        if ground.identity in gone | used | members or ground.kind is not Kind.DRAWING or ground.area > largest * area:
            continue
        held = [s for s in view.texts if s.order > ground.order and _holds(ground.box, s)]
        if held and all(s.identity in gone for s in held) and ground.box.height >= 0.6 * held[0].box.height:
            emptied.add(ground.identity)
    return emptied


def _holds(box: Box, shape: Shape) -> bool:
    x, y = shape.middle
    return box.left <= x <= box.left + box.width and box.top <= y <= box.top + box.height


def _pattern(
    presentation: Any,
    slide: Any,
    reading: Reading,
    layout: Layout,
    repeated: frozenset[int],
    color: str | None,
    count: int | None,
) -> Pattern | None:
    width, height = int(presentation.slide_width), int(presentation.slide_height)
    number_shapes(slide)
    view = view_of(slide, 0, width, height)
    gone = removed_by(view, reading, repeated)
    fields = dict(reading.fields)
    if reading.spared and raise_bodies(view, reading.fields, reading.spared):
        view = view_of(slide, 0, width, height)
    own = reading.units.count if reading.units else 0
    if reading.units is not None and reading.role in _VARIANTS:
        put_in_order(view, reading.units, gone)
    if count is not None and reading.units is not None and count != own:
        spaced = respaced(view, reading.units, count, gone)
        if spaced is None:
            return None
        fields = {
            (purpose, unit): spaced.ids[unit].get(identity, identity)
            for (purpose, unit), identity in _spread(fields, spaced.bases).items()
        }
        gone |= spaced.gone
    if reading.lone:
        put_in_middle(view, reading.lone, reading.dropped)
        view = view_of(slide, 0, width, height)
    for identity, others in reading.joined.items():
        _join(view, identity, others)
    if reading.stripped:
        _stretch(view, reading, gone)
        view = view_of(slide, 0, width, height)
    for unit, side in enumerate(reading.sides):
        _fill_side(view, reading, unit, view.shape(side).box)
    if reading.sides:
        view = view_of(slide, 0, width, height)
    body = fields.get((SlotPurpose.BODY, 0))
    if body is not None and (SlotPurpose.BODY, 1) not in fields and not view.shape(body).filled:
        set_box(view.shape(body), raised(view.shape(body), view, gone))
        view = view_of(slide, 0, width, height)
    for identity in _data_holders(reading):
        shape = view.shape(identity)
        if shape.kind in (Kind.TABLE, Kind.CHART) and keeps_look(slide, shape, color):
            settle_frame(shape, shape.box if reading.stripped else frame_room(shape, view, gone))
        else:
            to_holder(shape.element, identity, shape.box, color)
    remove_shapes(slide, gone)
    clean_slide(slide, set(fields.values()))
    view = view_of(slide, 0, width, height)
    fields = {key: identity for key, identity in fields.items() if any(s.identity == identity for s in view.shapes)}
    if _is_broken(reading, fields):
        return None
    if reading.role in _OF_FIGURES and (SlotPurpose.VALUE, 0) not in fields:
        fields = figures_for_bodies(view, fields, color)
        view = view_of(slide, 0, width, height)
    lettering = fields.get((SlotPurpose.TITLE, 0)) if reading.role is LayoutRole.COVER else None
    if lettering is not None and view.shape(lettering).kind is Kind.PICTURE:
        fields[SlotPurpose.TITLE, 0] = write_lettering(view, view.shape(lettering))
        remove_shapes(slide, {lettering})
        view = view_of(slide, 0, width, height)
    if reading.role is LayoutRole.COVER and len(fields) == 1:
        fields[SlotPurpose.SUBTITLE, 0] = add_line_under(view.shape(fields[SlotPurpose.TITLE, 0]), view)
        view = view_of(slide, 0, width, height)
    if reading.role is LayoutRole.QUOTATION and (SlotPurpose.TITLE, 0) not in fields:
        fields[SlotPurpose.TITLE, 0] = add_title_above(view.shape(fields[SlotPurpose.BODY, 0]), view)
        view = view_of(slide, 0, width, height)
    title = fields.get((SlotPurpose.TITLE, 0))
    if reading.role not in _FRAMES and title is not None and widen_title_plate(view, view.shape(title)):
        view = view_of(slide, 0, width, height)
    if make_roomier(view, fields):
        view = view_of(slide, 0, width, height)
    slots = slots_of(view, fields, reading.role)
    points = count is None and reading.role not in _AS_DRAWN
    for slot in slots:
        if slot.purpose not in (SlotPurpose.TABLE, SlotPurpose.CHART):
            settle_text(view.shape(slot.index), slot, to_left=points and slot.purpose is SlotPurpose.BODY)
    units = count if count is not None else len(reading.sides)
    return Pattern(slide, replace(layout, units=units, slots=slots))


def _is_broken(reading: Reading, fields: Mapping[tuple[SlotPurpose, int], int]) -> bool:
    return any(key not in fields for key in reading.fields if key == (SlotPurpose.TITLE, 0))


def _data_holders(reading: Reading) -> list[int]:
    return [i for (purpose, _), i in reading.fields.items() if purpose in (SlotPurpose.TABLE, SlotPurpose.CHART)]


def _spread(fields: Mapping[tuple[SlotPurpose, int], int], bases: Sequence[int]) -> dict[tuple[SlotPurpose, int], int]:
    """The fields of as many units as there are `bases`: each has those of the drawn unit that it is made of."""
    repeated = {purpose for purpose, unit in fields if unit > 0}
    spread = {key: identity for key, identity in fields.items() if key[0] not in repeated}
    for purpose in repeated:
        for unit, base in enumerate(bases):
            identity = fields.get((purpose, base))
            if identity is not None:
                spread[purpose, unit] = identity
    return spread


def _join(view: SlideView, identity: int, others: frozenset[int]) -> None:
    """A shape takes over the room of others beside or under it, as far as they stand on one ground with it."""
    shapes = [view.shape(i) for i in (identity, *others) if any(s.identity == i for s in view.shapes)]
    grounds = [ground_of(view, shape) for shape in shapes]
    shapes = [shape for shape, ground in zip(shapes, grounds, strict=True) if ground is grounds[0]]
    if len(shapes) < 2:
        return
    left, top = min(s.box.left for s in shapes), min(s.box.top for s in shapes)
    right = max(s.box.left + s.box.width for s in shapes)
    bottom = max(s.box.top + s.box.height for s in shapes)
    if shapes[0].filled and shapes[0].geometry == "ellipse":
        # An oval for each character becomes a plate for all of them.
        shapes[0].element.find(f"{qn('p:spPr')}/{qn('a:prstGeom')}").set("prst", "roundRect")
        shapes[0].element.find(f"{qn('p:spPr')}/{qn('a:xfrm')}").attrib.pop("rot", None)
    set_box(shapes[0], Box(left, top, right - left, bottom - top))


def _stretch(view: SlideView, reading: Reading, gone: frozenset[int]) -> None:
    """The body, and the panel under it, over the page between head and foot."""
    target = next(
        i
        for (purpose, _), i in reading.fields.items()
        if purpose in (SlotPurpose.BODY, SlotPurpose.TABLE, SlotPurpose.CHART)
    )
    body = view.shape(target)
    area = _page_area(view, reading, gone)
    if reading.panel is not None and view.shape(reading.panel).kind is Kind.DRAWING:
        set_box(view.shape(reading.panel), area)
        side = round(0.025 * view.width)
        area = Box(area.left + side, area.top + side, area.width - 2 * side, area.height - 2 * side)
    set_box(body, area)


def _fill_side(view: SlideView, reading: Reading, unit: int, side: Box) -> None:
    """The body of a panel takes all of it that lies under its head."""
    body = view.shape(reading.fields[SlotPurpose.BODY, unit])
    margin = round(0.06 * side.width)
    top = side.top + margin
    if (SlotPurpose.HEAD, unit) in reading.fields:
        head = view.shape(reading.fields[SlotPurpose.HEAD, unit])
        top = head.box.top + head.box.height + round(0.02 * view.height)
        set_box(head, Box(side.left + margin, head.box.top, side.width - 2 * margin, head.box.height))
    set_box(body, Box(side.left + margin, top, side.width - 2 * margin, side.top + side.height - margin - top))


def _page_area(view: SlideView, reading: Reading, gone: frozenset[int]) -> Box:
    used = set(reading.fields.values()) | ({reading.panel} if reading.panel is not None else set())
    frame = [s for s in view.shapes if s.identity not in gone and s.identity not in used]
    area = view.width * view.height
    frame = [s for s in frame if s.area < _GROUND * area]
    title = reading.fields.get((SlotPurpose.TITLE, 0))
    heads = [s.box for s in frame if s.box.top + s.box.height < 0.34 * view.height and s.box.width > 0.3 * view.width]
    if title is not None and view.shape(title).box.top < 0.4 * view.height:
        heads.append(view.shape(title).box)
    top = max((b.top + b.height for b in heads), default=round(0.12 * view.height)) + round(0.03 * view.height)
    feet = [s.box.top for s in frame if s.box.top > 0.84 * view.height and s.box.width > 0.12 * view.width]
    bottom = min([round(0.94 * view.height), *(foot - round(0.01 * view.height) for foot in feet)])
    tall = [shape.box for shape in frame if shape.box.height >= 0.5 * view.height]
    bars = [box for box in tall if box.left + box.width < 0.4 * view.width or box.left > 0.6 * view.width]
    drawn = _drawn(view, reading, gone, bars)
    # Points and data begin where the slide's own did, but for the places of pages with little on them.
    began = min((b.top for b in drawn if b.top + b.height / 2 > top), default=top)
    top = max(top, min(began, round(_LOWEST_TOP * view.height)))
    left, right = _columns(view, reading, drawn)
    for box in bars:
        if box.left < 0.4 * view.width:
            left = max(left, box.left + box.width + round(0.02 * view.width))
        else:
            right = min(right, box.left - round(0.02 * view.width))
    return Box(left, top, max(1, right - left), max(1, bottom - top))


def _drawn(view: SlideView, reading: Reading, gone: frozenset[int], bars: Sequence[Box]) -> list[Box]:
    """Where the slide's author set its title and its content.

    What stands on a bar that runs down the page, such as the parts of the speech, is none of it.
    """
    used = {i for i in (*reading.fields.values(), reading.panel) if i is not None}
    own = [s.box for s in view.shapes if s.identity in used | gone and s.area < _GROUND * view.width * view.height]
    return [box for box in own if box.left >= 0 and box.left + box.width <= view.width and not _on_one(box, bars)]


def _columns(view: SlideView, reading: Reading, own: Sequence[Box]) -> tuple[int, int]:
    """Left and right edge of what the slide's author set on it: points keep to them, data may go on to the right."""
    left, right = round(_SIDE * view.width), round((1 - _SIDE) * view.width)
    body = reading.fields.get((SlotPurpose.BODY, 0), reading.panel)
    drawn_left, drawn_right = (
        min((b.left for b in own), default=left),
        max((b.left + b.width for b in own), default=right),
    )
    if drawn_right - drawn_left < _LEAST_COLUMN * view.width:
        return left, right
    left = max(left, drawn_left)
    return left, min(right, drawn_right) if body is not None else min(right, max(drawn_right, view.width - left))


def _on_one(box: Box, bars: Sequence[Box]) -> bool:
    middle = box.left + box.width / 2
    return any(bar.left <= middle <= bar.left + bar.width for bar in bars)


def _forget(presentation: Any, slide: Any) -> None:
    listed = presentation.part._element.sldIdLst
    for entry in list(listed):
        if presentation.part.related_part(entry.rId) is slide.part:
            presentation.part.rels.pop(entry.rId)
            listed.remove(entry)
