"""Values of a chart against what is printed at them."""

from decimal import Decimal

import pytest

from generator.checking.chart_values import check_charts
from generator.checking.deck import ChartSeries, ChartShape, SavedDeck, SavedSlide
from generator.model import Ledger

NAMES = ("甲村", "乙村", "丙村")


def deck_of(values, labels, cells=None):
    series = ChartSeries("收入", NAMES, values, labels, "收入", NAMES, values if cells is None else cells)
    chart = ChartShape("图表 1", None, "", (series,), True, 16, "收入")
    return SavedDeck(1, 1, (SavedSlide(1, "chart-1", (chart,), ()),), ())


def troubles(values, labels, cells=None):
    return [finding.message for finding in check_charts(deck_of(values, labels, cells), Ledger(()))]


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        ((320.0, 450.0, 610.0), ("320吨", "450吨", "610余吨")),
        ((70_000_000.0, 120_000_000.0, 5_000_000.0), ("7000万元", "1.2亿元", "500万元")),
        ((700.0, 900.0, 500.0), ("700万元", "900余万元", "约500万元")),
        ((86.4, 89.1, 95.8), ("86.4%", "89.1%", "95.8%")),
        ((12.0, 7.0, 3.0), ("12", "7", "3")),
    ],
)
def test_drawn_as_printed(values, labels):
    assert troubles(values, labels) == []


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        ((320.0, 451.0, 610.0), ("320吨", "450吨", "610吨")),
        ((320.0, None, 610.0), ("320吨", "450吨", "610吨")),
        ((320.0, 450.0, 610.0), ("320吨", "四百多吨吧", "610吨")),
        # 7000 beside 1.2: a bar of seven thousand times the length
        ((7000.0, 1.2, 500.0), ("7000万元", "1.2亿元", "500万元")),
        # one of three multiplied out
        ((7_000_000.0, 900.0, 500.0), ("700万元", "900万元", "500万元")),
        # nothing printed, and no such number in the speech
        ((320.0, 450.0, 610.0), ("320吨", None, "610吨")),
    ],
)
def test_drawn_otherwise(values, labels):
    assert len(troubles(values, labels)) == 1


@pytest.mark.parametrize("cells", [(320.0, 450.0), (320.0, 450.0, None), (), (320.0, 450.0, 610.5)])
def test_the_workbook_holds_the_same(cells):
    found = troubles((320.0, 450.0, 610.0), ("320吨", "450吨", "610吨"), cells)
    assert found
    assert all("数据表" in message for message in found)


def test_a_number_survives_its_way_through_a_float():
    value = float(Decimal("0.1") * 3)
    assert troubles((value, 2.0, 3.0), ("0.3吨", "2吨", "3吨")) == []
