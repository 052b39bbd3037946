"""The figures of a speech."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import islice, takewhile

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


class ChangeKind(StrEnum):
    """What a change is measured against."""

    YEAR_ON_YEAR = "同比"  # 同比增长18.5%: the same time of the year before
    PERIOD_ON_PERIOD = "环比"  # 环比下降3%: the period just before
    FROM_TO = "由…到…"  # 由120天缩短到58天: the figure that it changed from
    THAN_EARLIER = "比上年"  # 比上年增加12户, 较2020年提高2.5个百分点: a time that is named
    BY = "增减"  # 增长5%, 压缩61%: the sentence does not say against what


class ChangeDirection(StrEnum):
    """Which way a change went, by its verb or, without one, by its two numbers."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Change:
    """The change that a figure tells, be it the amount of it (同比增长18.5%) or where it ended (由120天缩短到58天).

    `origin` is the span of the figure that it changed from. `words` covers the words that say so, figure included.
    """

    kind: ChangeKind
    direction: ChangeDirection | None
    words: Span
    origin: Span | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity of the speech.

    `text` is the surface, qualifier included (约2.6万元, 40余次); `number` covers the digits alone (2.6). `value` and
    `unit` are as written (2.6, 万元); `base_value` and `base_unit` with 万 and 亿 multiplied out (26000, 元). A range
    has its upper bound in `upper`. `label` says what is measured, from the words of the sentence, so that it can be
    read alone. `period` is the time it holds for, as written. `sentence` is the sentence it stands in. `rule` and
    `evidence` explain it for `--why`. `change` is the change that it tells, where it tells one.
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
    change: Change | None = None


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
class Blank:
    """A figure that the author left to be filled: XXX万元. `text` as written, the rest as in `Figure`."""

    span: Span
    text: str
    label: Excerpt
    section_id: str | None
    sentence: Span
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every figure of the speech in the order of the text, the series among them, and the figures left blank."""

    figures: tuple[Figure, ...]
    series: tuple[Series, ...] = ()
    blanks: tuple[Blank, ...] = ()

    def inside(self, span: Span) -> tuple[Figure, ...]:
        """The figures that stand in `span`."""
        first = bisect_left(self.figures, span.start, key=lambda figure: figure.span.start)
        begun = takewhile(lambda figure: figure.span.start < span.end, islice(self.figures, first, None))
        return tuple(figure for figure in begun if span.contains(figure.span))
