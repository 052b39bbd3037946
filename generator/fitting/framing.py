"""What stands around a page's content: footer, number and total, the line of progress; and what appears by click."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.fitting.measure import EMU_PER_POINT
from generator.language import width_em
from generator.model import (
    Bar,
    Box,
    Cover,
    Frame,
    LayoutRole,
    Page,
    Reveal,
    Slot,
    SlotPurpose,
    Storyboard,
    Template,
    TextPlacement,
    ThemeColor,
)
from generator.settings import FittingSettings

_BETWEEN = " · "
"""Between unit and occasion: 永昌镇人民政府 · 全县乡村振兴现场会."""
_BY_UNIT = frozenset({LayoutRole.CARDS, LayoutRole.STEPS})
"""Roles whose repeated things appear one after the other, each with all that belongs to it."""
_COLUMNS = 2
_BY_PARAGRAPH = frozenset({LayoutRole.CONTENT, LayoutRole.BIG_NUMBER})
"""Roles whose points appear one after the other; figures beside or over them are there from the start."""
_APPEARING = frozenset({SlotPurpose.NUMERAL, SlotPurpose.HEAD, SlotPurpose.BODY, SlotPurpose.CAPTION})


def framed(
    pages: Sequence[Page], storyboard: Storyboard, template: Template, settings: FittingSettings
) -> tuple[Page, ...]:
    """The pages with their frames. Pages whose layout shows no number (cover, agenda, dividers, closing) have none."""
    lines = _footer_lines(storyboard)
    total = len(pages)
    return tuple(
        replace(page, frame=_frame(page, number, total, lines, template, settings))
        if page.layout.slot(SlotPurpose.SLIDE_NUMBER) or page.layout.slot(SlotPurpose.FOOTER)
        else page
        for number, page in enumerate(pages, 1)
    )


def _footer_lines(storyboard: Storyboard) -> list[str]:
    """What a footer may say, the fullest first; empty where the user gave nothing."""
    cover = next((slide.content for slide in storyboard.slides if isinstance(slide.content, Cover)), None)
    given = [line for line in (cover.unit if cover else None, storyboard.meeting) if line]
    return [_BETWEEN.join(given), *reversed(given)] if len(given) > 1 else given


def _frame(
    page: Page, number: int, total: int, lines: list[str], template: Template, settings: FittingSettings
) -> Frame:
    slot = page.layout.slot(SlotPurpose.FOOTER)
    footer, size = _footer(lines, slot, settings) if slot else (None, None)
    if template.progress is None:
        # Nobody knows whether a template's own place for the number has room for 12 / 25.
        return Frame(number, None, footer, size)
    return Frame(number, total, footer, size, _progress(template.progress, number, total))


def _footer(lines: list[str], slot: Slot, settings: FittingSettings) -> tuple[str | None, float | None]:
    """The fullest words that stay on one line, at the slot's own size or a step below; the size where it differs."""
    for line in lines:
        for size in (slot.size_pt, slot.size_pt - settings.size_step_pt):
            if width_em(line) * size * EMU_PER_POINT <= slot.box.width:
                return line, (size if size != slot.size_pt else None)
    return None, None


def _progress(line: Box, number: int, total: int) -> tuple[Bar, Bar]:
    """The whole way, and over it the part that is done with this page."""
    done = Box(line.left, line.top, round(line.width * number / total), line.height)
    return Bar(line, ThemeColor.ACCENT3), Bar(done, ThemeColor.ACCENT1)


def revealing(page: Page) -> Page:
    """The page with its points, cards, steps, stages or rows appearing one click after the other."""
    texts = [placement for placement in page.placements if isinstance(placement, TextPlacement)]
    if page.layout.role in _BY_PARAGRAPH:
        body = next((text for text in texts if text.slot.purpose is SlotPurpose.BODY), None)
        count = len(body.paragraphs) if body else 0
        return replace(page, reveals=tuple((Reveal(body.slot.index, at),) for at in range(count))) if body else page
    rows = page.layout.role is LayoutRole.COMPARISON and page.layout.units > _COLUMNS
    if page.layout.role not in _BY_UNIT and not rows:
        return page
    clicks: dict[int, list[Reveal]] = {}
    for text in texts:
        if rows and text.slot.purpose is SlotPurpose.BODY:
            # Two columns whose rows belong together: 问题 and its 措施 appear at one click, under heads that are there.
            clicks.setdefault(text.slot.unit // _COLUMNS, []).append(Reveal(text.slot.index))
        elif not rows and text.slot.purpose in _APPEARING:
            clicks.setdefault(text.slot.unit, []).append(Reveal(text.slot.index))
    return replace(page, reveals=tuple(tuple(clicks[unit]) for unit in sorted(clicks)))
