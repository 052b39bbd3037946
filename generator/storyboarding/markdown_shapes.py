"""The shapes of a plan's slides, each read from the blocks under its heading; what a reader need not remember."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from generator.errors import StoryboardError
from generator.model import (
    Card,
    Content,
    Excerpt,
    Label,
    Pair,
    Pairs,
    Quantity,
    Quotation,
    Reason,
    Stage,
    Timeline,
)
from generator.storyboarding.markdown_blocks import BlockForm, PlanBlock, PlanSlide, place, rows
from generator.storyboarding.markdown_text import plain, runs
from generator.storyboarding.markdown_writer import GROUP_MARK, LINE_BREAK, OTHERS_MARK, REASON_MARK
from generator.storyboarding.turning import kind_of

_DIGITS = re.compile(r"[0-9０-９](?:[0-9０-９.,．，]*[0-9０-９])?[%％]?")
_SHAPE_OF = {
    Reason.PARALLEL: "cards",
    Reason.IN_CARDS: "cards",
    Reason.IN_TURN: "steps",
    Reason.AS_LIST: "points",
    Reason.NUMBERS_FIRST: "numbers",
    Reason.QUOTED: "quotation",
    Reason.DATED: "timeline",
}
"""Reasons that hold for one shape alone: where a person wrote another one, the reason is theirs."""


def reason_of(plan_slide: PlanSlide, content: Content) -> Reason | None:
    """Why a slide has its shape: as its remark says, or since a person asked for it."""
    remark = plan_slide.remark
    if not remark.startswith(REASON_MARK):
        return None
    written = remark.removeprefix(REASON_MARK).partition(f"。{OTHERS_MARK}")[0]
    reason = next((reason for reason in Reason if reason.value == written), None)
    wanted = plan_slide.values.get("kind")
    is_own = plan_slide.classes in ((), ("cards",)) and wanted in (None, "steps", "points")
    turned = wanted is not None and "chart" not in plan_slide.classes and not is_own
    if reason and (turned or _SHAPE_OF.get(reason, kind_of(content)) != kind_of(content)):
        return Reason.CHOSEN
    return reason


def cards_of(blocks: Sequence[PlanBlock]) -> tuple[Card, ...]:
    """The cards: a ### line is the head of one; without any, every bullet is a card."""
    cards: list[Card] = []
    under_head = False
    for block in blocks:
        words = Excerpt(plain(block.text))
        if block.form is BlockForm.HEAD:
            cards.append(Card(words or None, ()))
            under_head = True
        elif not words:
            continue
        elif under_head:
            cards[-1] = Card(cards[-1].head, (*cards[-1].body, words))
        else:
            # Without any ### line every bullet is a card: the problems of most speeches.
            cards.append(Card(None, (words,)))
    return tuple(cards)


def timeline(plan_slide: PlanSlide, title: Excerpt, continued: bool) -> Content:
    """A ### line is a time, the bullets below it what is said of it."""
    stages = tuple(Stage(card.head or Excerpt(""), card.body) for card in cards_of(plan_slide.blocks))
    return Timeline(title, stages, continued)


def quotation(plan_slide: PlanSlide, title: Excerpt, continued: bool) -> Content:
    """A paragraph of words, and behind a colon who said them."""
    words = [plain(block.text) for block in plan_slide.blocks if block.form is BlockForm.PARAGRAPH]
    said_by = [plain(block.text) for block in plan_slide.blocks if block.form is BlockForm.DEFINITION]
    return Quotation(title, Excerpt("".join(words)), Excerpt("".join(said_by)), continued)


def pairs(plan_slide: PlanSlide, title: Excerpt, continued: bool) -> Content:
    """A table of two columns; `<br>` parts the lines of a cell."""
    table = plan_slide.blocks
    header = table[0] if table and next(rows(table), None) is not table[0] else None
    left_head, right_head = (Excerpt(plain(cell)) for cell in (_two(header) if header else ("", "")))
    found = tuple(Pair(*(_lines(cell) for cell in _two(row))) for row in rows(table))
    return Pairs(title, left_head, right_head, found, continued)


def _two(row: PlanBlock) -> tuple[str, str]:
    if len(row.cells) != 2:
        raise StoryboardError.of("plan_columns", where=place(row.line), found=len(row.cells), expected=2)
    return row.cells[0], row.cells[1]


def _lines(cell: str) -> tuple[Excerpt, ...]:
    return tuple(Excerpt(words) for line in cell.split(LINE_BREAK) if (words := plain(line)))


def table_blocks(plan_slide: PlanSlide) -> tuple[list[PlanBlock], list[PlanBlock]]:
    """The rows of a slide's table, and its captions."""
    table = [block for block in plan_slide.blocks if block.form is BlockForm.ROW]
    return table, [block for block in plan_slide.blocks if block.form is BlockForm.DEFINITION]


def three(row: PlanBlock) -> tuple[str, str, str]:
    """The cells of a row of three."""
    if len(row.cells) != 3:
        raise StoryboardError.of("plan_columns", where=place(row.line), found=len(row.cells), expected=3)
    return row.cells[0], row.cells[1], row.cells[2]


def number(row: PlanBlock, written: str) -> float:
    """The number that a chart draws."""
    try:
        value = float(plain(written))
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise StoryboardError.of("plan_value", where=place(row.line), name="绘图数值", found=written, expected="数字")
    return value


def title_and_group(title: Excerpt) -> tuple[Excerpt, Excerpt | None]:
    """数据对比：城区供水管网漏损率 is the deck's own label and what is compared; any other title is a title."""
    own = Label.COMPARISON.value + GROUP_MARK
    if title.text.startswith(own) and len(title.text) > len(own):
        return Excerpt(Label.COMPARISON.value), Excerpt(title.text[len(own) :])
    return title, None


def quantity_of(written: str) -> Quantity:
    """A quantity from its line: what is bold is set large; without bold type the first run of digits, else all."""
    pieces = runs(written)
    large = next((i for i, (_text, bold) in enumerate(pieces) if bold), None)
    if large is not None:
        before, after = ("".join(text for text, _bold in some) for some in (pieces[:large], pieces[large + 1 :]))
        return Quantity(before, pieces[large][0], after)
    text = plain(written)
    digits = _DIGITS.search(text)
    if digits is None:
        return Quantity("", text, "")
    return Quantity(text[: digits.start()], digits.group(), text[digits.end() :])
