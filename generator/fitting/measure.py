"""How much room text takes, and the largest size at which it fits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from math import ceil

from generator.language import break_lines, width_em
from generator.model import Paragraph, Slot
from generator.settings import FittingSettings

EMU_PER_POINT = 12_700
_HAIR_EM = 0.05
"""Em. What exactly fills a line here breaks it elsewhere: programs round widths to their own units."""
_SLACK = 0.02
"""Share of a line by which the widths here are on the safe side: a character more may stand on it in a program."""
_STUB = 2
"""Characters of a last line that looks left over."""


def line_width(slot: Slot, size_pt: float) -> float:
    """Em that a line of a slot holds at a size."""
    return (slot.box.width - slot.indent) / EMU_PER_POINT / max(1.0, size_pt + slot.spacing_pt) - _HAIR_EM


def line_count(text: str, slot: Slot, size_pt: float) -> int:
    """Lines that a paragraph takes in a slot at a size; an explicit line break counts."""
    width = line_width(slot, size_pt)
    return sum(max(1, len(break_lines(line, width))) for line in text.split("\n"))


def ugly_breaks(text: str, slot: Slot, size_pt: float) -> int:
    """Breaks that a reader stumbles over: a last line of one or two characters (抓落|实), a number without its unit.

    Whether a mark hangs into the margin or takes its character along, and whether one character more stands on a line
    (收集点93|个 for 收集点|93个), programs do not agree: the worst counts.
    """
    return max(
        _ugly(set_lines(text, slot, size_pt, hanging=hanging, slack=slack))
        for hanging in (False, True)
        for slack in (0.0, _SLACK)
    )


def set_lines(text: str, slot: Slot, size_pt: float, *, hanging: bool, slack: float = 0.0) -> tuple[str, ...]:
    """The lines of a paragraph in a slot, its own breaks kept; `slack` is the share by which a line may hold more."""
    width = line_width(slot, size_pt) * (1 + slack)
    return tuple(line for given in text.split("\n") for line in break_lines(given, width, hanging=hanging))


def _ugly(lines: Sequence[str]) -> int:
    stub = len(lines) > 1 and len(lines[-1]) <= _STUB
    torn = sum(line[-1:].isdigit() and after[:1].isalpha() for line, after in pairwise(lines))
    return stub + torn


def text_height(paragraphs: Sequence[Paragraph], slot: Slot, size_pt: float, settings: FittingSettings) -> float:
    """Points from the top of the first line to the bottom of the last."""
    lines = sum(line_count(paragraph.text, slot, size_pt) for paragraph in paragraphs)
    gaps = max(0, len(paragraphs) - 1) * slot.paragraph_gap_pt
    return lines * size_pt * settings.line_height_em * slot.line_spacing + gaps


def fits(paragraphs: Sequence[Paragraph], slot: Slot, size_pt: float, settings: FittingSettings) -> bool:
    """Whether the paragraphs stay inside the slot at that size, the reserve kept free."""
    reserve = settings.reserve_lines * size_pt if len(paragraphs) > 1 else 0.0
    return text_height(paragraphs, slot, size_pt, settings) + reserve <= slot.box.height / EMU_PER_POINT


def largest_size(
    paragraphs: Sequence[Paragraph], slot: Slot, floor_pt: float, settings: FittingSettings
) -> float | None:
    """The largest size from the slot's own down to the floor at which all fits, or None."""
    return next((size for size in sizes(slot, floor_pt, settings) if fits(paragraphs, slot, size, settings)), None)


def largest_common_size(
    fillings: Iterable[tuple[Sequence[Paragraph], Slot]], floor_pt: float, settings: FittingSettings
) -> float | None:
    """The largest size at which every one of several sibling slots holds its text, or None: siblings look alike."""
    found = [largest_size(paragraphs, slot, floor_pt, settings) for paragraphs, slot in fillings]
    present = [size for size in found if size is not None]
    return min(present) if found and len(present) == len(found) else None


def grown(slot: Slot, largest_pt: float) -> Slot:
    """The slot as one whose own size is `largest_pt`, unless it is larger already: text may grow to fill its box."""
    return replace(slot, size_pt=max(slot.size_pt, largest_pt))


def sizes(slot: Slot, floor_pt: float, settings: FittingSettings) -> Iterable[float]:
    """The slot's own size and every step below it, down to the floor; a slot that starts below keeps its own."""
    size = slot.size_pt
    yield size
    while size - settings.size_step_pt >= floor_pt:
        size = ceil(size - settings.size_step_pt)
        yield size


def one_line_size(text: str, slot: Slot, floor_pt: float, settings: FittingSettings) -> float:
    """The largest size at which `text` stays on one line; the floor when none does."""
    needed = width_em(text)
    return next((size for size in sizes(slot, floor_pt, settings) if needed <= line_width(slot, size)), floor_pt)


def wider_gap(paragraphs: Sequence[Paragraph], slot: Slot, size_pt: float, settings: FittingSettings) -> float | None:
    """Points between two paragraphs: wider than the slot's own where the text would leave its box half empty."""
    gaps = len(paragraphs) - 1
    if gaps < 1:
        return None
    height = text_height(paragraphs, slot, size_pt, settings)
    wanted = settings.wanted_fill * slot.box.height / EMU_PER_POINT
    wider = min(slot.paragraph_gap_pt + (wanted - height) / gaps, settings.widest_gap_em * size_pt)
    return round(wider) if wider > slot.paragraph_gap_pt else None
