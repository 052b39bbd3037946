"""The charts: what is drawn, what is printed at the bars, what the workbook holds and what the speech says are one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import zip_longest
from math import isclose
from typing import NamedTuple

from generator.checking.deck import ChartSeries, SavedDeck
from generator.checking.provenance import squeezed
from generator.errors import finding
from generator.language.quantities import quantities
from generator.model import Finding, Ledger

_NUMBER = re.compile(r"-?\d+(?:,\d{3})*(?:\.\d+)?")


def check_charts(deck: SavedDeck, ledger: Ledger) -> Iterator[Finding]:
    """`chart_value_changed` for each value or name that disagrees, `chart_not_editable` without a workbook."""
    pairs = {
        (squeezed(name.text), squeezed(figure.text))
        for series in ledger.series
        for name, figure in zip(series.names, series.figures, strict=True)
    }
    said = {value for figure in ledger.figures for value in (figure.value, figure.base_value, figure.upper)}
    values = {float(value) for value in said if value is not None}
    for slide in deck.slides:
        for chart in slide.charts:
            if not chart.has_workbook:
                yield finding("chart_not_editable", slide=slide.number, name=chart.name)
            for series in chart.series:
                troubles = [*_against_speech(series, pairs, values)]
                if chart.has_workbook:
                    troubles += _against_workbook(series)
                for trouble in troubles:
                    yield finding("chart_value_changed", slide=slide.number, trouble=trouble)


def _against_workbook(series: ChartSeries) -> Iterator[str]:
    if series.workbook_name is not None and squeezed(series.workbook_name) != squeezed(series.name):
        yield f"系列名称图上是“{series.name}”，图表的数据表里是“{series.workbook_name}”"
    for shown, held in zip_longest(series.categories, series.workbook_categories):
        if squeezed(shown or "") != squeezed(held or ""):
            yield f"分类名称图上是“{shown or '空'}”，图表的数据表里是“{held or '空'}”"
    for index, (drawn, cell) in enumerate(zip_longest(series.values, series.workbook_values)):
        if not _equal(drawn, cell):
            yield f"“{_name(series, index)}”图上画的是 {_plain(drawn)}，图表的数据表里是 {_plain(cell)}"


def _against_speech(series: ChartSeries, pairs: set[tuple[str, str]], values: set[float]) -> Iterator[str]:
    """Each value against what is printed at it, and its name against the figure that the speech gives it.

    7000万元 beside 1.2亿元 is drawn multiplied out: then all values of the series are.
    """
    names = {name for name, _ in pairs}
    printed: list[tuple[float, _Worth]] = []
    for index, drawn in enumerate(series.values):
        label = series.labels[index] if index < len(series.labels) else None
        name = squeezed(_name(series, index))
        if drawn is None:
            yield f"“{name}”没有数值"
        elif label is None:
            if not any(_equal(drawn, value) for value in values):
                yield f"“{name}”画的是 {_plain(drawn)}，讲话稿里没有这个数"
        else:
            worth = _worth(label)
            printed.append((drawn, worth))
            if not (_equal(drawn, worth.written) or _equal(drawn, worth.multiplied)):
                yield f"“{name}”画的是 {_plain(drawn)}，旁边写的是“{label}”"
            if name in names and (name, squeezed(label)) not in pairs:
                yield f"“{name}”旁边写的是“{label}”，讲话稿里不是这个数"
    if not _comparable(printed):
        yield "各项的单位不同，画的数却没有换算成同一单位，长短不能相比"


class _Worth(NamedTuple):
    """What a printed figure is worth: 1.2亿元 is 1.2 as written, 120000000 multiplied out."""

    written: float | None
    multiplied: float | None
    unit: str


def _worth(label: str) -> _Worth:
    found = quantities(squeezed(label))
    if len(found) == 1:
        return _Worth(float(found[0].value), float(found[0].base_value), found[0].unit)
    digits = _NUMBER.findall(label)
    value = float(Decimal(digits[0].replace(",", ""))) if len(digits) == 1 else None
    return _Worth(value, value, "")


def _comparable(printed: list[tuple[float, _Worth]]) -> bool:
    """Whether all values that are right one by one are drawn in one measure."""
    right = [(d, w) for d, w in printed if _equal(d, w.written) or _equal(d, w.multiplied)]
    one_unit = len({worth.unit for _, worth in right}) <= 1
    as_written = all(_equal(drawn, worth.written) for drawn, worth in right)
    return (one_unit and as_written) or all(_equal(drawn, worth.multiplied) for drawn, worth in right)


def _equal(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return isclose(one, other, rel_tol=1e-9, abs_tol=1e-12)


def _name(series: ChartSeries, index: int) -> str:
    return series.categories[index] if index < len(series.categories) else f"第{index + 1}项"


def _plain(value: float | None) -> str:
    if value is None:
        return "空"
    return str(int(value)) if value.is_integer() else repr(value)
