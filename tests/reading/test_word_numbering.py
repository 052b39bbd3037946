import pytest
from word_files import definition, listed, number, paragraph, word_file

from generator.model import BlockKind
from generator.reading import read_manuscript
from generator.reading.word_numbering import write_number


def lines(*body, **parts):
    return read_manuscript(word_file(*body, **parts))[0].text.split("\n")


CHINESE = definition(0, ("chineseCounting", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3."))


def test_numbers_that_are_in_no_text_are_seen():
    assert lines(
        listed("抓学习", 1),
        listed("学理论", 1, 1),
        listed("学业务", 1, 1),
        listed("5G建设", 1, 2),
        listed("抓落实", 1),
        listed("建机制", 1, 1),
        numbering=CHINESE + number(1, 0),
    ) == ["一、抓学习", "（一）学理论", "（二）学业务", "1. 5G建设", "二、抓落实", "（一）建机制"]


def test_levels_together():
    levels = definition(0, ("decimal", "%1."), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3"))
    assert lines(
        listed("甲", 1), listed("乙", 1, 1), listed("丙", 1, 2),
        listed("丁", 1, 1), listed("戊", 1), listed("己", 1, 1),
        numbering=levels + number(1, 0),
    ) == ["1. 甲", "1.1 乙", "1.1.1 丙", "1.2 丁", "2. 戊", "2.1 己"]  # fmt: skip


def test_chinese_above_and_legal_below():
    levels = definition(0, ("chineseCounting", "第%1章"), ("decimal", "%1.%2", "<w:isLgl/>"))
    assert lines(listed("甲", 1), listed("乙", 1, 1), numbering=levels + number(1, 0)) == ["第一章 甲", "1.1 乙"]


def test_a_level_below_that_does_not_restart():
    levels = definition(0, ("chineseCounting", "%1、"), ("decimal", "%2.", '<w:lvlRestart w:val="0"/>'))
    got = lines(
        listed("甲", 1), listed("乙", 1, 1), listed("丙", 1), listed("丁", 1, 1), numbering=levels + number(1, 0)
    )
    assert got == ["一、甲", "1. 乙", "二、丙", "2. 丁"]


def test_a_list_that_starts_anew_and_one_that_goes_on():
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = CHINESE + number(1, 0) + number(2, 0, restart) + number(3, 0)
    assert lines(
        listed("甲", 1), listed("乙", 1), listed("丙", 2), listed("丁", 2), listed("戊", 3), numbering=numbering
    ) == ["一、甲", "二、乙", "一、丙", "二、丁", "三、戊"]


def test_a_start_other_than_one_and_a_level_of_its_own():
    own = (
        '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="decimalEnclosedCircle"/>'
        '<w:lvlText w:val="%1"/></w:lvl></w:lvlOverride>'
    )
    assert lines(listed("甲", 1), listed("乙", 1), numbering=CHINESE + number(1, 0, own)) == ["⑤甲", "⑥乙"]


def test_numbering_given_by_the_style():
    style = (
        '<w:style w:type="paragraph" w:styleId="A1"><w:name w:val="一级标题"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="A2"><w:name w:val="我的二级"/><w:basedOn w:val="A1"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = [
        paragraph("抓学习", properties='<w:pStyle w:val="A1"/>'),
        paragraph("学理论", properties='<w:pStyle w:val="A2"/>'),
        paragraph("不编号", properties='<w:pStyle w:val="A1"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
        paragraph("抓落实", properties='<w:pStyle w:val="A1"/>'),
    ]
    assert lines(*body, styles=style, numbering=CHINESE + number(1, 0)) == [
        "一、抓学习",
        "（一）学理论",
        "不编号",
        "二、抓落实",
    ]


def test_a_level_found_by_the_style_that_it_names():
    linked = definition(
        0, ("chineseCounting", "%1、", '<w:pStyle w:val="A1"/>'), ("decimal", "%2.", '<w:pStyle w:val="A2"/>')
    )
    style = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for name in ("A1", "A2")
    )
    body = [paragraph(text, properties=f'<w:pStyle w:val="{name}"/>') for text, name in (("甲", "A1"), ("乙", "A2"))]
    assert lines(*body, styles=style, numbering=linked + number(1, 0)) == ["一、甲", "1. 乙"]


def test_bullets_have_no_text_but_make_list_items():
    manuscript, _ = read_manuscript(
        word_file(listed("甲", 1), listed("乙", 2), "丙", numbering=definition(0, ("bullet", "\uf0b7")) + number(1, 0))
    )
    assert manuscript.text == "甲\n乙\n丙"
    assert [block.kind for block in manuscript.blocks] == [
        BlockKind.LIST_ITEM,
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
    ]


def test_an_empty_paragraph_counts_and_shows_nothing():
    assert lines(listed("甲", 1), listed("", 1), listed("乙", 1), numbering=CHINESE + number(1, 0)) == [
        "一、甲",
        "",
        "三、乙",
    ]


@pytest.mark.parametrize("start", ["-1", "x", "9" * 5000, ""])
def test_a_start_that_is_no_number_counts_from_one(start):
    numbering = definition(0, ("decimal", "%1.")).replace('<w:start w:val="1"/>', f'<w:start w:val="{start}"/>')
    assert lines(listed("甲", 1), numbering=numbering + number(1, 0)) == ["1. 甲"]


def test_a_number_written_by_hand_stays_alone():
    assert lines("一、甲", "（一）乙") == ["一、甲", "（一）乙"]


@pytest.mark.parametrize(
    ("style", "count", "written"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("decimalFullWidth", 12, "１２"),
        ("upperRoman", 14, "XIV"),
        ("lowerRoman", 9, "ix"),
        ("upperLetter", 2, "B"),
        ("lowerLetter", 27, "aa"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 21, "二十一"),
        ("chineseCountingThousand", 11, "十一"),
        ("japaneseCounting", 3, "三"),
        ("ideographDigital", 10, "一〇"),
        ("ideographTraditional", 3, "丙"),
        ("ideographZodiac", 12, "亥"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircleChinese", 1, "①"),
        ("decimalEnclosedCircle", 21, "㉑"),
        ("decimalEnclosedCircle", 51, "51"),
        ("decimalEnclosedParen", 3, "⑶"),
        ("decimalEnclosedFullstop", 3, "⒊"),
        ("ideographEnclosedCircle", 2, "㊁"),
        ("none", 1, ""),
        ("hebrew1", 4, "4"),
        ("upperRoman", 0, "0"),
        ("lowerLetter", 10**9, "1000000000"),
        ("chineseCounting", 10**9, "1000000000"),
    ],
)
def test_number_formats(style, count, written):
    assert write_number(count, style) == written
