import re
from dataclasses import replace

import pytest

from generator.fitting.breaking import balanced_lines, place_title, well_broken_page, without_stub
from generator.fitting.measure import EMU_PER_POINT, line_count
from generator.language import width_em
from generator.model import Box, Layout, LayoutRole, Page, Paragraph, Run, Slot, SlotPurpose, TextPlacement
from generator.settings import FittingSettings


@pytest.mark.parametrize(
    ("title", "width", "lines"),
    [
        ("存在问题", 20, ("存在问题",)),
        ("坚持“三步走”谋篇布局，在谋实谋深上做足文章", 18, ("坚持“三步走”谋篇布局，", "在谋实谋深上做足文章")),
        ("全面加强基层治理能力建设", 8, ("全面加强基层", "治理能力建设")),
    ],
)
def test_a_title_is_broken_where_a_person_would(title, width, lines):
    assert balanced_lines(title, width, 2) == lines


@pytest.mark.parametrize("width", range(8, 25))
def test_no_line_of_a_title_holds_a_single_character_or_a_torn_quotation(width):
    title = "聚焦“我为群众办实事”清单化推进落实见效"
    lines = balanced_lines(title, width, 3)
    if lines is None:
        assert width < 12
        return
    assert "".join(lines) == title
    assert all(len(line) > 1 for line in lines)
    for line in lines:
        assert line.count("“") == line.count("”")


def test_a_title_too_long_for_its_lines_is_not_forced():
    assert balanced_lines("一" * 40, 10, 2) is None


def card(text, size=20.0, lines=3):
    """A page of one card, ten characters wide and so many lines high."""
    box = Box(0, 0, round(10.2 * size * EMU_PER_POINT), round(lines * size * 1.45 * EMU_PER_POINT))
    slot = Slot(40, SlotPurpose.BODY, 0, box, size)
    layout = Layout("两项卡片", 0, LayoutRole.CARDS, 1, (slot,))
    return Page("point-1", layout, (TextPlacement(slot, (Paragraph((Run(text),)),)),))


def shown(page):
    return page.placements[0].paragraphs[0].text


def test_a_number_stays_with_its_unit_in_a_card():
    assert shown(well_broken_page(card("孵化社区的社会组织3个"))) == "孵化社区的社会\n组织3个"


def test_a_card_without_a_stub_is_left_alone():
    text = "孵化社区社会组织三十四个培育骨干"
    assert shown(well_broken_page(card(text))) == text


def test_no_line_of_two_characters_is_left_before_the_break_either():
    # six em: 压力传导不到|位 with a stub; broken before 传导, 压力 would stand alone on its line
    slot = card("").placements[0].slot
    narrow = replace(slot, box=replace(slot.box, width=round(6.2 * 20 * EMU_PER_POINT)))
    assert without_stub("有的支部责任压力传导不到位", narrow, 20.0) == "有的支部责任压力传导\n不到位"
    assert without_stub("抓好整改任务并推动各项落实", narrow, 20.0) == "抓好整改任务并推动\n各项落实"


def test_what_would_take_one_line_more_is_left_alone():
    # every line but the last is full: broken earlier, the words would stand over the box
    text = "一二三四五六七八九十" * 2 + "抓落实"
    assert shown(well_broken_page(card(text))).count("\n") <= 1
    assert line_count(shown(well_broken_page(card(text))), card(text).placements[0].slot, 20.0) == 3


def test_no_line_begins_or_ends_with_the_space_between_two_halves():
    lines = balanced_lines("守正铸魂育桃李 笃行实干谱新章", 10, 2)
    assert lines == ("守正铸魂育桃李", "笃行实干谱新章")


def test_a_mark_may_hang_into_the_margin_and_then_nothing_is_mended():
    # ten em: 水、 hangs, and 入户看厕 stands whole on the second line; a break of our own would make three lines
    text = "组织镇村干部沿河看水、进村看路、入户看厕"
    assert shown(well_broken_page(card(text))) == text


def test_no_break_of_our_own_follows_a_mark_that_hangs():
    for text in ("确保各项整治任务件件、处处有人管", "确保各项整治工作任务、处处都有人"):
        lines = shown(well_broken_page(card(text))).split("\n")
        assert all(width_em(line) <= 10.2 for line in lines[:-1])


def test_below_a_head_no_stub_is_left_either():
    runs = (Run("在“融”字上做文章", bold=True), Run("\n把党建着力点放到学生身上"))
    page = card("")
    slot = page.placements[0].slot
    (text,) = well_broken_page(replace(page, placements=(TextPlacement(slot, (Paragraph(runs),)),))).placements
    assert text.paragraphs[0].text == "在“融”字上做文章\n把党建着力点放到\n学生身上"
    assert text.paragraphs[0].runs[0] == runs[0]


@pytest.mark.parametrize(
    ("title", "lines"),
    [("临溪县水务局2024年工作", "临溪县水务局\n2024年工作"), ("临溪县水务局一年来工作", "临溪县水务局一年来工作")],
)
def test_bold_digits_keep_away_from_the_end_of_their_line(title, lines):
    box = Box(0, 0, round((width_em(title) + 0.1) * 40 * EMU_PER_POINT), 3 * 40 * EMU_PER_POINT)
    placed = place_title(title, Slot(0, SlotPurpose.TITLE, 0, box, 40.0), 2, FittingSettings())
    assert placed.paragraphs[0].text == lines


@pytest.mark.parametrize("width", range(5, 12))
def test_no_line_ends_between_a_number_and_its_unit(width):
    lines = balanced_lines("铺设污水管网14.2公里，服务1200余人次，节约资金约2.6万元", width, 9) or ()
    joined = "\n".join(lines)
    assert not re.search(r"\d[余多]?\n[一-鿿]|约\n\d", joined), joined
    assert lines or width < 7


def test_a_title_too_long_for_two_lines_at_the_floor_takes_a_third():
    settings = FittingSettings()
    slot = Slot(0, SlotPurpose.TITLE, 0, Box(0, 0, 500 * EMU_PER_POINT, 160 * EMU_PER_POINT), 36.0)
    long = "过去一年取得的成绩根本在于坚强领导和科学指引在于全市上下团结奋斗在于全体干部群众真抓实干"
    placed = place_title(long, slot, 2, settings)
    assert placed.size_pt is not None
    assert placed.size_pt >= settings.smallest_title_pt
    assert placed.paragraphs[0].text.count("\n") == 2


def test_a_low_box_gets_smaller_type_and_no_third_line():
    settings = FittingSettings()
    slot = Slot(0, SlotPurpose.TITLE, 0, Box(0, 0, 500 * EMU_PER_POINT, 40 * EMU_PER_POINT), 28.0)
    placed = place_title("过去一年取得的成绩根本在于坚强领导和科学指引在于团结奋斗", slot, 2, settings)
    assert "\n" not in placed.paragraphs[0].text
