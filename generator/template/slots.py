"""The slots that a layout's placeholders make in a role: which is the title, which the body, which are repeated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.model import Box, Layout, LayoutRole, Slot, SlotPurpose
from generator.settings import FittingSettings
from generator.template.facts import LayoutFacts, Place, TemplateFacts
from generator.template.layouts import slot_of
from generator.template.signature import Signature, is_numeral

_TABLE_PT = 18.0
"""Points, on a slide of 7.5 in: a table at the size of a body would shout."""
_CHART_PT = 16.0
_EMU_PER_POINT = 12_700
_SLIDE_HEIGHT = 6_858_000
"""EMU, 7.5 in: the height that type sizes are thought for."""
_CRUMB_TOP = 0.14
_CRUMB_HEIGHT = 0.08
"""Shares of the height: a breadcrumb is a low line at the head of the slide."""
_LOWEST_LINE = 0.045
"""Share of the height that a line of the cover needs: 18 pt on 7.5 in."""
_NARROWEST_LINE = 0.25
"""Share of the width that unit, speaker or date needs."""
_FRAMES = frozenset({LayoutRole.COVER, LayoutRole.CLOSING})


def layout_in_role(role: LayoutRole, layout: LayoutFacts, seen: Signature, facts: TemplateFacts) -> Layout:
    """The layout with the slots that it offers in a role."""
    slots = tuple(_clipped(_beside_pictures(slot, layout, facts), facts) for slot in _slots(role, seen, facts))
    units = {
        LayoutRole.AGENDA: len(seen.entries),
        LayoutRole.TWO_CONTENT: len(seen.columns),
        LayoutRole.THREE_CONTENT: len(seen.columns),
        LayoutRole.COMPARISON: len(seen.columns),
        LayoutRole.CARDS: max(len(seen.columns), len(seen.areas) if len(seen.areas) > 2 else 0),
        LayoutRole.STEPS: len(seen.columns),
        LayoutRole.BIG_NUMBER: len(seen.figures),
    }.get(role, 0)
    return Layout(
        layout.name,
        layout.master,
        role,
        units,
        slots,
        position=layout.position,
        carried=_carried(role, layout, facts),
    )


def slot_capacity(slot: Slot) -> tuple[int, int]:
    """How many Chinese characters a line of the slot holds at its own size, and how many lines.

    Every place holds a line: a numeral's box is often lower than the line that its type asks for.
    """
    size = max(1.0, slot.size_pt) * _EMU_PER_POINT
    line = size * FittingSettings().line_height_em * slot.line_spacing
    return max(1, int((slot.box.width - slot.indent) / size)), max(1, int(slot.box.height / line))


def _slots(role: LayoutRole, seen: Signature, facts: TemplateFacts) -> Iterator[Slot]:
    if seen.title:
        yield _slot(seen.title, SlotPurpose.TITLE)
    match role:
        case LayoutRole.COVER | LayoutRole.CLOSING:
            yield from _cover_lines(seen, facts)
            return
        case LayoutRole.SECTION:
            yield from _divider(seen)
            return
        case LayoutRole.AGENDA if seen.entries:
            for unit, entry in enumerate(seen.entries):
                yield _slot(entry, SlotPurpose.HEAD, unit)
            for unit, numeral in enumerate(seen.numerals):
                yield _slot(numeral, SlotPurpose.NUMERAL, unit)
            return
        case LayoutRole.BIG_NUMBER:
            for unit, (value, caption) in enumerate(seen.figures):
                yield _slot(value, SlotPurpose.VALUE, unit)
                if caption is not None:
                    yield _slot(caption, SlotPurpose.CAPTION, unit)
            return
        case LayoutRole.QUOTATION:
            yield from _quotation(seen)
            return
        case LayoutRole.TABLE | LayoutRole.CHART:
            yield from _data(role, seen, facts)
        case LayoutRole.TWO_CONTENT | LayoutRole.THREE_CONTENT | LayoutRole.COMPARISON | LayoutRole.STEPS:
            yield from _columns(seen.columns or seen.areas, seen)
        case LayoutRole.CARDS:
            yield from _columns(seen.columns if len(seen.columns) >= len(seen.areas) else _rows(seen.areas), seen)
        case _:
            if seen.body:
                yield _slot(seen.body, SlotPurpose.BODY)
    crumb = _breadcrumb(seen, facts)
    if crumb:
        yield _slot(crumb, SlotPurpose.BREADCRUMB)


def _quotation(seen: Signature) -> Iterator[Slot]:
    """The words in the largest place, who said them in the next one below."""
    if seen.body is None:
        return
    yield _slot(seen.body, SlotPurpose.BODY)
    words = seen.body.box
    below = [p for p in (*seen.areas[1:], *seen.lines) if p.box.top >= words.top + words.height // 2]
    if below:
        yield _slot(min(below, key=lambda p: p.box.top), SlotPurpose.CAPTION)


def _columns(columns: Sequence[Place], seen: Signature) -> Iterator[Slot]:
    for unit, column in enumerate(columns):
        yield _slot(column, SlotPurpose.BODY, unit)
    for unit, head in enumerate(seen.heads):
        yield _slot(head, SlotPurpose.HEAD, unit)


def _rows(areas: Sequence[Place]) -> list[Place]:
    return sorted(areas, key=lambda p: (round(p.box.top / max(1, p.box.height)), p.box.left))


def _cover_lines(seen: Signature, facts: TemplateFacts) -> Iterator[Slot]:
    """The place for the subtitle, and another for unit, speaker and date where there is one."""
    roomy = [
        place
        for place in (*seen.areas, *seen.lines)
        if place.box.height >= _LOWEST_LINE * facts.height and place.box.width >= _NARROWEST_LINE * facts.width
    ]
    roomy.sort(key=lambda p: (p.kind != "subTitle", -p.box.width * p.box.height, p.box.top))
    for place, purpose in zip(roomy, (SlotPurpose.SUBTITLE, SlotPurpose.SPEAKER), strict=False):
        yield _slot(place, purpose)


def _divider(seen: Signature) -> Iterator[Slot]:
    numeral = next((place for place in seen.lines if is_numeral(place)), None)
    if numeral:
        yield _slot(numeral, SlotPurpose.NUMERAL)
    # A title's type under a band that is the visual title: items in it would be read out as the slide's title.
    rest = [place for place in (*seen.areas, *seen.lines) if place is not numeral and not place.is_title]
    if rest:
        yield _slot(max(rest, key=lambda p: p.box.width * p.box.height), SlotPurpose.BODY)


def _data(role: LayoutRole, seen: Signature, facts: TemplateFacts) -> Iterator[Slot]:
    own = seen.tables if role is LayoutRole.TABLE else seen.charts
    place = own[0] if own else seen.body
    if place is None:
        return
    scale = facts.height / _SLIDE_HEIGHT
    if role is LayoutRole.TABLE:
        slot, largest = _slot(place, SlotPurpose.TABLE), _TABLE_PT * scale
    else:
        slot, largest = _slot(place, SlotPurpose.CHART), _CHART_PT * scale
    frame = place.box
    yield replace(slot, box=frame, size_pt=round(max(largest, 14.0)))


def _breadcrumb(seen: Signature, facts: TemplateFacts) -> Place | None:
    """A low line at the head of the slide, above the title or beside it."""
    title = seen.title
    for place in seen.lines:
        low = place.box.height <= _CRUMB_HEIGHT * facts.height and place.box.top <= _CRUMB_TOP * facts.height
        if low and title and place.box.top < title.box.top and place.box.width >= _NARROWEST_LINE * facts.width:
            return place
    return None


def _carried(role: LayoutRole, layout: LayoutFacts, facts: TemplateFacts) -> frozenset[SlotPurpose]:
    """What of date, footer and number its pages show: what the author's own slides of it show.

    A layout that no slide uses shows footer and number, a cover neither; a date only where the author's slides show
    dates, since the one on the layout is the day it was drawn.
    """
    uses = facts.uses(layout)
    if uses:
        shown = frozenset(purpose for slide in uses for purpose in slide.carried)
        return shown if role in _FRAMES else shown | {SlotPurpose.SLIDE_NUMBER, SlotPurpose.FOOTER}
    if role in _FRAMES:
        return frozenset()
    dated = any(SlotPurpose.DATE in slide.carried for slide in facts.slides)
    return frozenset({SlotPurpose.SLIDE_NUMBER, SlotPurpose.FOOTER} | ({SlotPurpose.DATE} if dated else set()))


def _slot(place: Place, purpose: SlotPurpose, unit: int = 0) -> Slot:
    return slot_of(place.index, purpose, unit, place.lineage)


def _beside_pictures(slot: Slot, layout: LayoutFacts, facts: TemplateFacts) -> Slot:
    """The title's room without what a logo at either end of it covers; a picture behind it covers nothing."""
    if slot.purpose is not SlotPurpose.TITLE:
        return slot
    box = slot.box
    left, right = box.left, box.left + box.width
    for picture in layout.pictures:
        beside = picture.width < 0.4 * facts.width and picture.height < 0.3 * facts.height
        covers = picture.top < box.top + box.height and picture.top + picture.height > box.top
        if not (beside and covers):
            continue
        if picture.left + picture.width / 2 > box.left + box.width / 2:
            right = min(right, max(picture.left, box.left))
        else:
            left = max(left, min(picture.left + picture.width, box.left + box.width))
    if right - left < 0.4 * box.width:
        return slot
    return replace(slot, box=Box(left, box.top, right - left, box.height))


def _clipped(slot: Slot, facts: TemplateFacts) -> Slot:
    """The slot without what stands off the slide: nobody would read it there."""
    box = slot.box
    left, top = max(0, box.left), max(0, box.top)
    right, bottom = min(facts.width, box.left + box.width), min(facts.height, box.top + box.height)
    return replace(slot, box=Box(left, top, max(0, right - left), max(0, bottom - top)))
