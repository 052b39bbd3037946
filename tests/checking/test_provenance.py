"""Which words a deck may show: a sentence with words left out, and nothing that only looks like it."""

import pytest
from conftest import OCCASION, SPEECH, make_ledger, make_outline, manuscript_of

from generator.checking.provenance import Origin, Sources, fewest_runs
from generator.model import Ledger, Outline, Role, Section, Span


def sources_of(text):
    manuscript = manuscript_of(text)
    whole = Span(0, len(text))
    return Sources(Outline(manuscript, Span(0, 0), (Section("1", 1, Role.BODY, whole),)), Ledger(()))


def origin(text, source):
    return [traced.origin for traced in sources_of(source).trace(text)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("压实责任链条", "进一步压实责任、拧紧链条。"),  # two runs
        ("压实责任", "不断压实各级领导干部责任。"),  # 不断 denies nothing
        ("丰富学习载体", "不断丰富学习实践载体。"),
        ("认识不到位", "个别党员的认识还不到位。"),  # the negation is kept
        ("结合不紧密", "与实际工作结合还不够紧密。"),  # 不 kept, 够 left out
        ("抓好落实", "不得不抓好落实。"),  # a double negation denies nothing
        ("“一张图”推进", "坚持“一张图”对标推进。"),
        ("党员带头学", "党员　带头\t学。"),  # white space is no word
        ("防止返贫", "健全防止返贫机制。"),
    ],
)
def test_words_left_out(text, source):
    assert origin(text, source) == [Origin.SPEECH]


def test_a_numbered_line_may_be_broken_anywhere():
    source = "要守住质量不能退让的底线。"
    assert origin("02\u3000守住质量不能\n退让的底线", source) == [Origin.LABEL, Origin.SPEECH]
    assert Origin.NEGATION_LOST in origin("02\u3000守住质量\n退让的底线", source)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("责任压实", "压实责任。"),  # order changed
        ("压实担子", "压实责任。"),  # a word added
        ("压实责任拧紧链条", "压实责任。拧紧链条。"),  # two sentences
        ("民生问题", "人民的生活有问话也有答题。"),  # crumbs: single letters from everywhere
        ("全面从严", "学习。"),
    ],
)
def test_words_of_nobody(text, source):
    assert origin(text, source) == [Origin.NONE]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("认识到位", "认识不到位。"),
        ("结合紧密", "与工作结合不够紧密。"),
        ("整改完成", "三个问题整改未完成。"),
        ("发生安全事故", "全年没有发生安全事故。"),
        ("安全事故", "全年没有发生安全事故。"),
        ("适应新形势", "还不能适应新形势。"),
        ("返贫", "坚决防止返贫。"),
        ("合格率2%", "不合格率2%。"),
    ],
)
def test_a_negation_left_out(text, source):
    assert origin(text, source) == [Origin.NEGATION_LOST]


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("有45%的渠系不配套", "约有45%的渠系不配套。", Origin.QUALIFIER_LOST),
        ("销售收入亿元企业", "销售收入超亿元的企业。", Origin.QUALIFIER_LOST),
        ("约有45%不配套", "约有45%的渠系不配套。", Origin.SPEECH),
        ("有3个站点", "附近有3个站点。", Origin.SPEECH),  # 附近 qualifies nothing
        ("清单6件", "清单56件。", Origin.NUMBER_CUT),
        ("评选户", "评选56户。", Origin.NUMBER_CUT),
        ("评选清洁户", "评选56户清洁户。", Origin.SPEECH),
        ("评选清洁", "评选56户清洁。", Origin.SPEECH),  # the number goes with its unit
    ],
)
def test_numbers_go_or_stay_as_a_whole(text, source, expected):
    assert origin(text, source) == [expected]


def test_a_negation_left_out_in_one_place_and_not_in_another():
    assert origin("思想认识", "没有思想认识，也有思想认识。") == [Origin.SPEECH]


def test_labels_and_what_the_user_gave_and_numerals():
    sources = Sources(make_outline(manuscript_of(SPEECH)), make_ledger(), OCCASION)
    for text in ("目录", "主要数据（续）", "01", "三", "第二部分", "2/3"):
        assert [t.origin for t in sources.trace(text)] == [Origin.LABEL], text
    for text in ("陈立新", "柳溪镇 人民政府", "2024年3月"):
        assert Origin.GIVEN in {t.origin for t in sources.trace(text)}, text


def test_several_texts_in_one_line_each_have_their_origin():
    sources = Sources(make_outline(manuscript_of(SPEECH)), make_ledger(), OCCASION)
    crumb = sources.trace("1/2　抓在日常")
    assert [(t.words, t.origin) for t in crumb] == [("1/2", Origin.LABEL), ("抓在日常", Origin.SPEECH)]
    assert [t.origin for t in sources.trace("参加清扫：1200余人次")] == [Origin.SPEECH, Origin.SPEECH]
    assert [t.origin for t in sources.trace("1/2　抓在平常")] == [Origin.NONE]


def test_a_label_of_a_figure_may_be_put_together_from_further_words():
    ledger = make_ledger()
    sources = Sources(make_outline(manuscript_of(SPEECH)), ledger)
    assert [t.origin for t in sources.trace(ledger.figures[1].label.text)] == [Origin.SPEECH]


def test_a_subtitle_over_two_lines_may_be_broken_elsewhere():
    text = "政府工作报告\n——在青山县第十四届\n人民代表大会第五次会议上\n一、抓学习。"
    outline = Outline(manuscript_of(text), Span(0, 34), (), subtitle=Span(7, 31))
    shown = "——在青山县第十四届人民代表大会\n第五次会议上"
    (traced,) = Sources(outline, Ledger(())).trace(shown)
    assert traced.origin is Origin.SPEECH


def test_a_title_over_two_lines():
    text = "在全县推进会\n上的发言\n各位领导：\n正文一句。"
    manuscript = manuscript_of(text)
    lines = [block.span for block in manuscript.blocks]
    outline = Outline(
        manuscript, Span(0, lines[2].end), (Section("1", 1, Role.BODY, lines[3]),), title=tuple(lines[:2])
    )
    sources = Sources(outline, Ledger(()))
    assert [t.origin for t in sources.trace("在全县推进会上的发言")] == [Origin.SPEECH]


@pytest.mark.parametrize(
    ("text", "source", "runs"),
    [
        ("甲乙", "甲乙丙", 1),
        ("甲丙", "甲乙丙", None),  # two letters in two runs are crumbs
        ("甲乙丁戊", "甲乙丙丁戊", 2),
        ("甲乙丁戊", "甲丙乙甲乙丙丁戊", 2),  # the later, unbroken 甲乙
        ("甲乙甲乙", "甲乙乙甲乙", 2),
    ],
)
def test_fewest_runs(text, source, runs):
    assert fewest_runs(text, source) == runs


def test_long_texts_are_traced_in_linear_time():
    lines = [f"第{n}条举措推动{chr(0x4E00 + n)}村第{n}组环境整治取得实实在在的成效。" for n in range(3000)]
    text = "\n".join(lines)
    sources = sources_of(text)
    found = [sources.trace(f"推动{chr(0x4E00 + n)}村环境整治取得成效") for n in range(0, 3000, 10)]
    assert all(traced[0].origin is Origin.SPEECH for traced in found)
