"""Which figures tell a change, which way it went, and from which figure."""

import pytest

from generator.model import Block, Manuscript, Outline, Role, Section, Span
from generator.tallying import find_figures


def ledger_of(text):
    whole = Span(0, len(text))
    manuscript = Manuscript(text, "test", blocks=(Block(whole),))
    return find_figures(Outline(manuscript, Span(0, 0), (Section("1", 1, Role.BODY, whole),)))[0]


def changes_of(text):
    return [
        (figure.text, figure.change.kind.value, figure.change.direction and figure.change.direction.value)
        for figure in ledger_of(text).figures
        if figure.change
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("全县粮食产量达到41.5万吨，同比增长3.2%。", [("3.2%", "同比", "up")]),
        ("二手房成交量环比下降4.1%。", [("4.1%", "环比", "down")]),
        ("参保人数比上年增加1200人。", [("1200人", "比上年", "up")]),
        ("森林覆盖率较2020年提高2.5个百分点。", [("2.5个百分点", "比上年", "up")]),
        ("项目审批时限由120天缩短到58天。", [("58天", "由…到…", "down")]),
        ("村级养老点由2021年的4个发展到2024年的11个。", [("11个", "由…到…", "up")]),
        ("低保标准从每月560元提高到620元。", [("620元", "由…到…", "up")]),
        ("示范户从3户到15户。", [("15户", "由…到…", "up")]),
        ("三次产业结构由12.4∶45.3∶42.3调整为11.8∶46.1∶42.1。", [("11.8∶46.1∶42.1", "由…到…", None)]),
        ("企业用电成本压减12.6%。", [("12.6%", "增减", "down")]),
    ],
)
def test_a_change_is_read_with_its_direction(sentence, expected):
    assert changes_of(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "全县粮食产量达到41.5万吨。",
        "新增就业岗位1200个。",
        "每村配备5至8人。",
        "培训覆盖12个村320人。",
        "人均收入比全国高1200元。",
        "优良天数比例为93.4%。",
        "引进企业15家、服务机构6家。",
        "从12个村选派驻村干部36名。",
        "由县财政投入380万元。",
        "占全县总量的18.5%。",
    ],
)
def test_a_state_is_no_change(sentence):
    assert changes_of(sentence) == []


def test_a_change_knows_the_figure_that_it_came_from():
    text = "项目审批时限由120天缩短到58天，压缩51.7%。"
    before, after, share = ledger_of(text).figures
    assert before.change is None
    assert after.change.origin == before.span
    assert after.change.words.of(text) == "由120天缩短到58天"
    assert share.change.words.of(text) == "压缩51.7%"
    assert share.change.origin is None


def test_of_two_listed_numbers_none_is_said_to_have_become_the_other():
    changed = ledger_of("补助标准从2375元、280元提高到2423元、290元。").figures
    assert [figure.change.origin if figure.change else None for figure in changed] == [None] * 4
