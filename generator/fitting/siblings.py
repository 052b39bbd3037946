"""Repeated things of one slide: equals are set at one size, the largest that all of them fit in."""

from __future__ import annotations

from collections.abc import Sequence

from generator.fitting.breaking import balanced_text
from generator.fitting.context import plain
from generator.fitting.measure import grown, largest_common_size
from generator.model import Layout, Paragraph, Placement, Slot, SlotPurpose, TextPlacement
from generator.settings import FittingSettings

Filling = tuple[Sequence[Paragraph], Slot]
"""A text and its slot."""


def fillings(layout: Layout, purpose: SlotPurpose, texts: Sequence[Sequence[Paragraph]]) -> list[Filling]:
    """The texts of all units that have one, with the slots of that purpose; a unit without a slot is left out."""
    return [
        (paragraphs, slot)
        for unit, paragraphs in enumerate(texts)
        if paragraphs and (slot := layout.slot(purpose, unit)) is not None
    ]


def largest_under(heads: Sequence[Placement] | None, largest_pt: float) -> float:
    """How large text may grow below its headings, in points: never above them, at most `largest_pt`."""
    sizes = [head.size_pt or head.slot.size_pt for head in heads or () if isinstance(head, TextPlacement)]
    return min(largest_pt, *sizes) if sizes else largest_pt


def at_one_size(
    filled: Sequence[Filling],
    floor_pt: float,
    settings: FittingSettings,
    *,
    largest_pt: float = 0.0,
    balanced: bool = False,
) -> list[Placement] | None:
    """The texts in their slots at the largest size that fits all, at most `largest_pt` or the slots' own; None: none.

    `balanced` breaks each text into even lines, as a heading is broken.
    """
    if not filled:
        return []
    size = largest_common_size(
        [(paragraphs, grown(slot, largest_pt)) for paragraphs, slot in filled], floor_pt, settings
    )
    if size is None:
        return None
    return [
        TextPlacement(
            slot,
            tuple(plain(balanced_text(p.text, slot, size)) for p in paragraphs) if balanced else tuple(paragraphs),
            size if size != slot.size_pt else None,
        )
        for paragraphs, slot in filled
    ]
