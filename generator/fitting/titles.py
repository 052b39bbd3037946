"""Titles of pages that were drawn alike, at one size: the longest of them decides for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.fitting.breaking import place_title
from generator.fitting.context import Context
from generator.model import LayoutRole, Page, SlotPurpose, TextPlacement

_APART = frozenset({LayoutRole.COVER, LayoutRole.AGENDA, LayoutRole.CLOSING, LayoutRole.QUOTATION})
"""Roles whose titles stand for themselves; dividers are alike among themselves."""
_MUCH_SMALLER = 0.75
"""Share of the drawn size. A title that needs less stays alone with it: one of thirty characters spoils no deck."""


def alike_titles(pages: Sequence[Page], context: Context) -> list[Page]:
    """The pages with the titles of each family (dividers; pages with content, by the size drawn) at one size."""
    titles = {at: title for at, page in enumerate(pages) if (title := _title(page)) is not None}
    sizes: dict[tuple[bool, float], float] = {}
    for at, title in titles.items():
        own = title.size_pt or title.slot.size_pt
        if own >= _MUCH_SMALLER * title.slot.size_pt:
            family = _family(pages[at], title)
            sizes[family] = min(own, sizes.get(family, own))
    found = list(pages)
    for at, title in titles.items():
        size = sizes.get(_family(pages[at], title))
        if size is None or size >= (title.size_pt or title.slot.size_pt):
            continue
        drawn = next(slot for slot in pages[at].layout.slots if slot.index == title.slot.index)
        words = title.paragraphs[0].text.replace("\n", "")
        placed = place_title(words, replace(drawn, size_pt=size), context.settings.widest_title_lines, context.settings)
        slot = replace(placed.slot, size_pt=drawn.size_pt)
        new = replace(placed, slot=slot, size_pt=size if placed.size_pt is None else placed.size_pt)
        found[at] = replace(pages[at], placements=tuple(new if p is title else p for p in pages[at].placements))
    return found


def _title(page: Page) -> TextPlacement | None:
    if page.layout.role in _APART:
        return None
    texts = (p for p in page.placements if isinstance(p, TextPlacement))
    return next((text for text in texts if text.slot.purpose is SlotPurpose.TITLE), None)


def _family(page: Page, title: TextPlacement) -> tuple[bool, float]:
    return page.layout.role is LayoutRole.SECTION, title.slot.size_pt
