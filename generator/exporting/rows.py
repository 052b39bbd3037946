"""The rows of the ledger as a person reads them: every figure and every blank, in the order of the speech."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.model import Blank, Change, ChangeDirection, Figure, Ledger, Outline, Role, Section, Span

COLUMNS = (
    "指标",
    "原文数值",
    "数值",
    "数值上限",
    "单位",
    "限定词",
    "变化",
    "升降",
    "时间",
    "所属部分",
    "所属小点",
    "原句",
)
"""The header, in the order of `LedgerRow.cells`."""

TO_BE_FILLED = "待填"
"""In place of the number of a figure that the author left blank."""

_DIRECTIONS = {ChangeDirection.UP: "上升", ChangeDirection.DOWN: "下降"}
_PARTS = {
    Role.OPENING: "开头",
    Role.BODY: "",
    Role.RESULTS: "成效",
    Role.PROBLEMS: "存在问题",
    Role.NEXT_STEPS: "下一步",
    Role.CLOSING: "结尾",
}
"""What a part without a heading is called."""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One figure. `number` is None for one that is still to be filled; `upper` is the upper end of a range.

    All texts are words of the speech but `direction` and, for a part without a heading, `part`.
    """

    indicator: str
    surface: str
    number: Decimal | None
    upper: Decimal | None
    unit: str
    qualifier: str
    change: str
    direction: str
    period: str
    part: str
    sub_point: str
    sentence: str

    @property
    def cells(self) -> tuple[str | Decimal, ...]:
        """The row under `COLUMNS`."""
        return (
            self.indicator,
            self.surface,
            TO_BE_FILLED if self.number is None else self.number,
            "" if self.upper is None else self.upper,
            self.unit,
            self.qualifier,
            self.change,
            self.direction,
            self.period,
            self.part,
            self.sub_point,
            self.sentence,
        )


def ledger_rows(outline: Outline, ledger: Ledger) -> tuple[LedgerRow, ...]:
    """Every figure and every blank figure, in the order of the speech."""
    listed: list[Figure | Blank] = [*ledger.figures, *ledger.blanks]
    return tuple(_row(outline, item) for item in sorted(listed, key=lambda item: item.span))


def _row(outline: Outline, item: Figure | Blank) -> LedgerRow:
    figure = item if isinstance(item, Figure) else None
    change = figure.change if figure else None
    part = outline.part_of(item.span.start)
    section = outline.section_at(item.span.start)
    return LedgerRow(
        indicator=_one_line(item.label.text),
        surface=_one_line(item.text),
        number=figure.value if figure else None,
        upper=figure.upper if figure else None,
        unit=item.unit,
        qualifier=(figure.qualifier or "") if figure else "",
        change=_words(outline, change.words) if change else "",
        direction=_direction(change),
        period=(figure.period or "") if figure else "",
        part=_name(outline, part) or (_PARTS[part.role] if part else ""),
        sub_point=_name(outline, section) if section is not part else "",
        sentence=_words(outline, item.sentence),
    )


def _direction(change: Change | None) -> str:
    return _DIRECTIONS[change.direction] if change and change.direction else ""


def _name(outline: Outline, section: Section | None) -> str:
    return _words(outline, section.heading.span) if section and section.heading else ""


def _words(outline: Outline, span: Span) -> str:
    return _one_line(outline.manuscript.excerpt(span).text)


def _one_line(words: str) -> str:
    """The words as the author has them, line ends left out, so that a row stays one row."""
    return "".join(words.splitlines()).strip()
