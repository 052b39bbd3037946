"""Figures that the author left blank are rows to be filled; names and dates left blank are none."""

import pytest

from generator.pipeline import Request, understand


def blanks_of(sentence):
    ledger = understand(f"工作汇报\n各位领导：\n{sentence}", Request()).ledger
    return [(blank.text, blank.label.text) for blank in ledger.blanks]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("全年新建村级活动室XX个。", [("XX个", "全年新建村级活动室")]),
        ("全镇农产品销售额达到XXX万元。", [("XXX万元", "全镇农产品销售额")]),
        ("群众满意率达到XX%。", [("XX%", "群众满意率")]),
        ("累计培训骨干××名。", [("××名", "累计培训骨干")]),
        (
            "全镇XXX个村经营总收入有望突破XXX万元。",
            [("XXX个", "全镇村经营总收入"), ("突破XXX万元", "全镇村经营总收入")],
        ),
    ],
)
def test_a_blank_figure_is_named_like_one_that_is_filled(sentence, expected):
    assert blanks_of(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "XX镇党委高度重视这项工作。",
        "20XX年以来，工作稳步推进。",
        "XX年X月，活动正式启动。",
        "张××同志带头入户走访。",
        "全年新建村级活动室12个。",
    ],
)
def test_a_blank_name_or_date_is_no_figure(sentence):
    assert blanks_of(sentence) == []


def test_a_blank_points_at_its_place():
    text = "工作汇报\n各位领导：\n全年新建村级活动室XX个。"
    (blank,) = understand(text, Request()).ledger.blanks
    assert blank.span.of(text) == "XX个"
    assert blank.sentence.of(text) == "全年新建村级活动室XX个。"
    assert blank.section_id


def test_a_filled_blank_is_a_figure():
    text = "工作汇报\n各位领导：\n全年新建村级活动室XX个。"
    ledger = understand(text, Request(fills={"XX个": "12个"})).ledger
    assert ledger.blanks == ()
    assert [figure.text for figure in ledger.figures] == ["12个"]
