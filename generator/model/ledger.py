"""The figures of a speech."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from generator.model.text import Excerpt, Span


class FigureKind(StrEnum):
    """What sort of quantity a figure is."""

    QUANTITY = "quantity"  # 56件
    MONEY = "money"  # 900余万元
    PERCENT = "percent"  # 18.5%, 八分之一, 三成以上
    POINTS = "points"  # 2.5个百分点
    RATIO = "ratio"  # 8.7∶41.2∶50.1
    MULTIPLE = "multiple"  # 翻番, 增长1.5倍
    DURATION = "duration"  # 58天


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity of the speech.

    `text` is the surface, qualifier included (约2.6万元, 40余次); `number` covers the digits alone (2.6). `value` and
    `unit` are as written (2.6, 万元); `base_value` and `base_unit` with 万 and 亿 multiplied out (26000, 元). A range
    has its upper bound in `upper`. `label` says what is measured, from the words of the sentence, so that it can be
    read alone. `period` is the time it holds for, as written. `sentence` is the sentence it stands in. `rule` and
    `evidence` explain it for `--why`.
    """

    span: Span
    text: str
    number: Span
    value: Decimal
    unit: str
    base_value: Decimal
    base_unit: str
    kind: FigureKind
    label: Excerpt
    sentence: Span
    section_id: str | None
    qualifier: str | None = None
    upper: Decimal | None = None
    period: str | None = None
    rule: str = ""
    evidence: tuple[str, ...] = ()


class SeriesKind(StrEnum):
    """In what respect the figures of a series can be compared."""

    ITEMS = "items"  # several things, one unit, one meaning: bars
    PERIODS = "periods"  # one thing over the years: columns, or a line from five on


@dataclass(frozen=True, slots=True)
class Series:
    """Three or more figures that are truly comparable: one unit, one meaning, none of them redacted.

    `names` are what tells them apart, one a figure: the things (bars) or the periods (columns).
    """

    kind: SeriesKind
    title: Excerpt
    unit: str
    names: tuple[Excerpt, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every figure of the speech in the order of the text, and the series among them."""

    figures: tuple[Figure, ...]
    series: tuple[Series, ...] = ()

    def inside(self, span: Span) -> tuple[Figure, ...]:
        """The figures that stand in `span`."""
        return tuple(figure for figure in self.figures if span.contains(figure.span))
