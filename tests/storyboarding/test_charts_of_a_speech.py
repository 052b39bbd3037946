"""Which figures are drawn: shares of a whole, one figure before and after; and where a picture would mislead."""

import pytest

from generator import pipeline
from generator.model import BigNumbers, Chart, ChartKind, Comparison, Detail, Label, Table
from generator.pipeline import Request
from generator.storyboarding import from_json, from_markdown, to_json, to_markdown

REPORT = """青山县工作报告
各位代表：
一、产业结构持续优化
全年完成投资3.2亿元。{first}受理群众诉求3260件。
二、民生保障更加有力
新增就业1200人，改造老旧小区15个。{second}
"""


def plan(first="", second=""):
    text = REPORT.format(first=first, second=second)
    request = Request(detail=Detail.FULL)
    return pipeline.make_plan(pipeline.understand(text, request), request)[0]


def of_kind(storyboard, kind):
    return [slide.content for slide in storyboard.slides if isinstance(slide.content, kind)]


SHARES = "项目资金中，中央资金占30%、省级资金占45%、县级资金占25%。"


def test_shares_that_come_to_a_whole_are_a_ring():
    (chart,) = of_kind(plan(SHARES), Chart)
    assert chart.kind is ChartKind.DOUGHNUT
    assert [(p.name.text, p.surface.text, p.value) for p in chart.points] == [
        ("中央资金", "30%", 30.0),
        ("省级资金", "45%", 45.0),
        ("县级资金", "25%", 25.0),
    ]
    assert (chart.title.text, chart.group.text) == (Label.COMPARISON, "产业结构持续优化")


@pytest.mark.parametrize(
    "sentence",
    [
        "项目资金中，中央资金占30%、省级资金占45%。",  # two shares, and nobody states the third
        "项目资金中，中央资金占30%、省级资金占45%、县级资金占15%。",  # not the whole
        "项目资金中，中央资金约占30%、省级资金约占45%、县级资金约占25%。",  # none of them exact
        "中央资金增长30%、省级资金增长45%、县级资金增长25%。",  # changes, no shares
        "项目资金中，中央资金占30%。省级资金占45%。县级资金占25%。",  # three sentences
    ],
)
def test_anything_less_is_no_ring(sentence):
    assert not [chart for chart in of_kind(plan(sentence), Chart) if chart.kind is ChartKind.DOUGHNUT]


def test_a_figure_before_and_after():
    (comparison,) = of_kind(plan("办理时限由120天缩短到58天。"), Comparison)
    assert comparison.before.quantity.surface == "120天"
    assert comparison.after.quantity.surface == "58天"
    assert comparison.after.label.text == "由120天缩短到58天"
    assert comparison.group.text == "办理时限"


@pytest.mark.parametrize("sentence", ["办理时限缩短58天。", "办理时限同比缩短51.7%。", "办理时限由XX天缩短到58天。"])
def test_half_a_change_is_no_comparison(sentence):
    assert not of_kind(plan(sentence), Comparison)


def test_at_most_two_changes_get_a_slide_and_all_a_row():
    changes = ("办理时限由120天缩短到58天。", "供水能力由3万吨提高到6万吨。", "管网漏损率由14.3%下降到9.7%。")
    storyboard = plan("".join(changes))
    assert len(of_kind(storyboard, Comparison)) == 2
    values = [row.value.text for table in of_kind(storyboard, Table) for row in table.rows]
    assert {"由120天缩短到58天", "由3万吨提高到6万吨", "由14.3%下降到9.7%"} <= set(values)


def test_a_plan_keeps_rings_and_comparisons():
    storyboard = plan(SHARES, "办理时限由120天缩短到58天。")
    assert from_json(to_json(storyboard)) == storyboard
    written = to_markdown(storyboard)
    assert to_markdown(from_markdown(written)) == written
    (again,) = of_kind(from_markdown(written), Comparison)
    assert (again.before.quantity.surface, again.group.text) == ("120天", "办理时限")


def test_two_units_of_one_thing_share_a_row():
    values = [r.value.text for t in of_kind(plan(second="每年至少带动300余户1500余人。"), Table) for r in t.rows]
    assert "300余户1500余人" in values


def test_a_blank_is_a_row_that_waits_to_be_filled():
    rows = [r for t in of_kind(plan(second="全年集体经济总收入突破XXX万元。"), Table) for r in t.rows]
    assert [row.indicator.text for row in rows if row.value.text == Label.BLANK] == ["全年集体经济总收入"]


def test_every_deck_passes_its_check(office_errors):
    text = REPORT.format(first=SHARES, second="办理时限由120天缩短到58天。每年至少带动300余户1500余人。")
    built = pipeline.build_from_speech(text, Request())
    assert [f.code for f in built.findings if f.severity != "info"] == []
    assert office_errors(built.deck) == []


def test_few_figures_are_set_big_and_not_in_a_table():
    assert not of_kind(plan(), Table)
    assert len(of_kind(plan(), BigNumbers)) == 1


@pytest.mark.parametrize(
    ("sentence", "indicator"),
    [("客户投诉由去年的87起减少到52起。", "客户投诉"), ("办理时限由120天缩短到58天。", "办理时限")],
)
def test_a_change_is_called_by_what_both_its_figures_measure(sentence, indicator):
    rows = [row for table in of_kind(plan(second=sentence + "受理诉求32件。"), Table) for row in table.rows]
    assert [row.indicator.text for row in rows if row.value.text in sentence and "由" in row.value.text] == [indicator]
