"""What stands where on a page of a role, as a person wants to know it before a deck is made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Box, Slot, SlotPurpose
from generator.template.candidates import Candidate
from generator.template.facts import TemplateFacts
from generator.template.slots import slot_capacity

_PICTURES = frozenset({"pic", "media", "clipArt"})
_PURPOSES = {
    SlotPurpose.TITLE: "标题",
    SlotPurpose.SUBTITLE: "副标题",
    SlotPurpose.SPEAKER: "落款",
    SlotPurpose.BREADCRUMB: "所在部分",
    SlotPurpose.BODY: "正文",
    SlotPurpose.HEAD: "小标题",
    SlotPurpose.NUMERAL: "序号",
    SlotPurpose.VALUE: "数字",
    SlotPurpose.CAPTION: "指标",
    SlotPurpose.TABLE: "表格",
    SlotPurpose.CHART: "图表",
    SlotPurpose.DATE: "日期",
    SlotPurpose.FOOTER: "页脚",
    SlotPurpose.SLIDE_NUMBER: "页码",
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a page: `count` alike of one purpose, the first of which stands in `box`.

    `purpose` is None for a picture, which no speech fills. `size_pt` and `capacity` (characters a line, lines; the
    least of all) are None where the template itself writes what stands there.
    """

    purpose: SlotPurpose | None
    count: int
    box: Box
    size_pt: float | None = None
    capacity: tuple[int, int] | None = None


def purpose_name(purpose: SlotPurpose) -> str:
    """What the user calls it."""
    return _PURPOSES[purpose]


def spots_of(candidate: Candidate, facts: TemplateFacts) -> tuple[Spot, ...]:
    """The places of a candidate: those for the speech, from the top; then pictures, then the lines at the edge."""
    slots: dict[SlotPurpose, list[Slot]] = {}
    for slot in sorted(candidate.layout.slots, key=lambda slot: slot.unit):
        slots.setdefault(slot.purpose, []).append(slot)
    filled = [_spot(purpose, alike) for purpose, alike in slots.items()]
    filled.sort(key=lambda spot: (spot.purpose is not SlotPurpose.TITLE, spot.box.top, spot.box.left))
    return (*filled, *_unfilled(candidate, facts))


def _spot(purpose: SlotPurpose, slots: list[Slot]) -> Spot:
    capacities = [slot_capacity(slot) for slot in slots]
    least = min(characters for characters, _ in capacities), min(lines for _, lines in capacities)
    return Spot(purpose, len(slots), slots[0].box, min(slot.size_pt for slot in slots), least)


def _unfilled(candidate: Candidate, facts: TemplateFacts) -> Iterator[Spot]:
    """Pictures that a layout asks for, and the date, footer and number that its pages carry."""
    layout = candidate.layout
    own = next((found for found in facts.layouts if found.key == (layout.master, layout.position)), None)
    if own is None or layout.sample_slide is not None:
        return
    pictures = [place.box for place in own.places if place.kind in _PICTURES]
    if pictures:
        yield Spot(None, len(pictures), pictures[0])
    for purpose, box in own.edges:
        if layout.carried is None or purpose in layout.carried:
            yield Spot(purpose, 1, box)
