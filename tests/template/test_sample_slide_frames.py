"""Covers, agendas and dividers as real templates draw them: letter by letter, one entry lit, plates for names."""

import io
from functools import cache

import pytest
import sample_decks
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE

from generator.checking.provenance import Origin, Sources
from generator.model import FIELD_NAMES, LayoutRole, Occasion, SlotPurpose
from generator.pipeline import Request, TemplateFile, build_from_speech
from generator.template import inspect_template, template_of
from generator.template.sample_slides.words import field_name

PARTS = ("选题背景", "文献综述", "研究方法", "研究结果", "结论建议")


def content(deck, count=2):
    for _ in range(count):
        deck.page("FFFFFF")
        deck.head("请输入标题")
        deck.text("\n".join([sample_decks.LOREM] * 4), 0.8, 1.5, 11.7, 5, 16)


def agenda(deck, lit=None):
    """Five pills; the one that is lit dark, the others pale."""
    deck.page("FFFFFF")
    deck.block(0, 0, 4, 7.5, "0B5D3B")
    deck.text("目录", 0.8, 2.6, 2.6, 1, 48, "FFFFFF", "c", True)
    for index, name in enumerate(PARTS):
        top = 0.8 + 1.2 * index
        dark = lit is None or lit == index
        deck.block(4.8, top, 7.4, 0.9, "0B5D3B" if dark else "EEEEEE", MSO_SHAPE.ROUNDED_RECTANGLE)
        deck.block(4.9, top + 0.08, 0.75, 0.75, "C9A227" if dark else "BBBBBB", MSO_SHAPE.OVAL, f"{index + 1}", 24)
        deck.text(name, 6, top + 0.12, 5.6, 0.65, 26, "FFFFFF" if dark else "999999")


@cache
def lit_deck():
    deck = sample_decks.Deck()
    deck.page("FFFFFF")
    deck.text("论文题目：基于某某的研究", 1.2, 3.8, 11, 1, 40, "0B5D3B", "c", True)
    for index, words in enumerate(("答辩人：某某某", "指导教师：某某某", "专  业：某某某", "日期：20XX年6月")):
        deck.text(words, 2.8 + 4.4 * (index % 2), 5.6 + 0.6 * (index // 2), 4, 0.45, 18, "333333")
    agenda(deck)
    for index in range(3):
        agenda(deck, lit=index)
        content(deck, 1)
    deck.page("0B5D3B")
    for index, letter in enumerate("谢谢观看"):
        deck.block(2.4 + 2.2 * index, 2.6, 1.9, 1.9, "C9A227", MSO_SHAPE.OVAL, letter, 60)
    return deck.bytes()


def roles(content_bytes):
    found = inspect_template(content_bytes, "模板.pptx").roles
    return {role.value: c.layout.sample_slide for role, c in found.items() if not c.instead}


def test_the_agenda_with_one_entry_lit_is_the_divider():
    found = roles(lit_deck())
    assert found["agenda"] == 2
    assert found["section"] in (3, 5, 7)


def test_a_divider_shows_the_lit_entry_alone_in_the_middle_of_where_they_stood():
    template = template_of(inspect_template(lit_deck(), "模板.pptx"))
    layout = template.layouts_for(LayoutRole.SECTION)[0]
    title, numeral = layout.slot(SlotPurpose.TITLE), layout.slot(SlotPurpose.NUMERAL)
    middle = title.box.top + title.box.height / 2
    assert middle == pytest.approx((0.8 + 2.4 + 0.45) * 914_400, rel=0.05)
    assert numeral.box.left < title.box.left
    slide = Presentation(io.BytesIO(template.package)).slides[layout.sample_slide - 1]
    shown = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text]
    assert "目录" in shown
    assert not [name for name in PARTS[1:] if name in shown]
    assert sum(s.auto_shape_type == MSO_SHAPE.OVAL for s in slide.shapes if s.shape_type == 1) == 1


def test_an_agenda_in_two_colours_by_turns_has_no_lit_entry():
    deck = sample_decks.Deck()
    deck.page("FFFFFF")
    deck.text("工作总结", 1, 2.4, 11, 1.2, 54, "0B5D3B", "c", True)
    for _ in range(2):
        deck.page("FFFFFF")
        deck.text("目录", 0.8, 0.6, 3, 1, 40, "0B5D3B", bold=True)
        for index in range(4):
            color = ("0B5D3B", "C9A227")[index % 2]
            deck.block(1, 2 + 1.1 * index, 0.8, 0.8, color, MSO_SHAPE.OVAL, f"{index + 1}", 24)
            deck.text("请输入标题", 2.2, 2.05 + 1.1 * index, 8, 0.7, 26, color)
    content(deck)
    assert "section" not in roles(deck.bytes())


def test_four_lines_of_people_are_no_four_cards():
    assert roles(lit_deck())["cover"] == 1


def test_words_with_a_box_a_letter_are_read():
    assert roles(lit_deck())["closing"] == 9
    template = template_of(inspect_template(lit_deck(), "模板.pptx"))
    layout = template.layouts_for(LayoutRole.CLOSING)[0]
    slide = Presentation(io.BytesIO(template.package)).slides[layout.sample_slide - 1]
    plates = [shape for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text]
    assert len(plates) == 1
    assert plates[0].auto_shape_type == MSO_SHAPE.ROUNDED_RECTANGLE


def test_entries_that_step_aside_keep_their_own_numbers():
    deck = sample_decks.Deck()
    deck.page("FFFFFF")
    deck.text("工作总结", 1, 2.4, 11, 1.2, 54, "B01E23", "c", True)
    deck.page("FFFFFF")
    deck.text("目录", 0.8, 2.4, 2.6, 1, 48, "B01E23", "c", True)
    for index in (0, 2, 3, 1):
        left, top = 4.8 + (0.6 if index in (1, 3) else 0), 0.8 + 1.12 * index
        deck.block(left, top, 0.8, 0.75, "B01E23", MSO_SHAPE.DIAMOND, "一二三四"[index], 18)
        deck.text("请输入标题", left + 0.9, top + 0.1, 5.4, 0.6, 28, "333333")
    content(deck)
    layout = inspect_template(deck.bytes(), "模板.pptx").roles[LayoutRole.AGENDA].layout
    for unit in range(4):
        numeral, head = layout.slot(SlotPurpose.NUMERAL, unit), layout.slot(SlotPurpose.HEAD, unit)
        assert abs(numeral.box.top - head.box.top) < 400_000


def named_deck(*words, plates=True):
    deck = sample_decks.Deck()
    deck.page("FFFFFF")
    deck.text("年终工作总结", 1, 2.0, 8, 1, 48, "1F3864", bold=True)
    deck.text("请输入副标题", 1, 3.2, 8, 0.8, 28, "1F3864")
    for index, line in enumerate(words):
        if plates:
            deck.block(1 + 2.2 * index, 5, 2, 0.45, "1F3864", MSO_SHAPE.ROUNDED_RECTANGLE, line, 14)
        else:
            deck.text(line, 1 + 2.2 * index, 5, 2, 0.45, 14)
    content(deck)
    return deck.bytes()


def cover_lines(template_bytes, speech, **given):
    request = Request(template=TemplateFile(template_bytes, "模板.pptx"), occasion=Occasion(**given))
    built = build_from_speech(speech, request, "讲稿.txt")
    slide = Presentation(io.BytesIO(built.deck)).slides[0]
    shown = [s.text_frame.text.replace("\x0b", "") for s in slide.shapes if s.has_text_frame and s.text_frame.text]
    return shown, [f for f in built.findings if f.severity == "error"]


SPEECH = (
    "在全县工作推进会上的交流发言\n\n各位领导：\n一、抓学习\n我们认真学习，人人参加。\n"
    "二、抓落实\n我们狠抓落实，件件见效。\n谢谢！\n"
)


def test_the_words_before_the_names_stay():
    shown, errors = cover_lines(
        named_deck("部门：市场部", "汇报人：某某某"), SPEECH, unit="永昌镇人民政府", speaker="张三", date="2026年11月"
    )
    assert "汇报人：张三" in shown
    assert "部门：永昌镇人民政府" in shown
    assert any("2026年11月" in line and "：" not in line for line in shown)
    assert not errors


def test_an_advert_in_the_speakers_place_leaves_its_word_only():
    shown, errors = cover_lines(
        named_deck("汇报人：第一PPT", "时间：20XX.XX"), SPEECH, speaker="张三", date="2026年11月"
    )
    assert "汇报人：张三" in shown
    assert "时间：2026年11月" in shown
    assert not errors


def test_a_name_that_nobody_gave_leaves_no_word_of_its_own():
    shown, errors = cover_lines(named_deck("部门：市场部", "汇报人：某某某"), SPEECH, speaker="张三")
    assert "汇报人：张三" in shown
    assert not [line for line in shown if "部门" in line]
    assert not errors


def test_plates_grow_to_real_names_and_stay_apart():
    template = template_of(inspect_template(named_deck("部门：市场部", "汇报人：某某某"), "模板.pptx"))
    cover = template.layouts_for(LayoutRole.COVER)[0]
    unit, speaker = cover.slot(SlotPurpose.SPEAKER, 0), cover.slot(SlotPurpose.SPEAKER, 1)
    assert (unit.prefix, speaker.prefix) == ("部门：", "汇报人：")
    assert unit.box.width / 12_700 >= 14 * (3 + 8)  # 部门： and a unit of eight characters
    assert unit.box.left + unit.box.width < speaker.box.left


def test_only_known_words_before_a_colon_are_kept():
    assert field_name("汇报人：某某某") == "汇报人："
    assert field_name("指导教师：某某某") == ""
    assert "张三" not in FIELD_NAMES


def test_the_check_knows_the_words_before_a_given_name_and_no_others():
    from generator.outlining import find_outline
    from generator.reading import read_manuscript
    from generator.tallying import find_figures

    manuscript, _ = read_manuscript(SPEECH, name="讲稿.txt")
    outline, _ = find_outline(manuscript)
    ledger, _ = find_figures(outline)
    sources = Sources(outline, ledger, Occasion(speaker="张三"))
    assert [traced.origin for traced in sources.trace("汇报人：张三")] == [Origin.GIVEN]
    assert [traced.origin for traced in sources.trace("汇报人：李四")] == [Origin.NONE]
    assert Origin.NONE in [traced.origin for traced in sources.trace("总工程师：张三")]


def lettered_deck():
    """A cover whose title is a picture, and a last page on which nothing is written at all."""
    deck = sample_decks.Deck()
    deck.page("FFFFFF")
    deck.photo(0, 0, 13.333, 7.5, "#f6e3c8")
    deck.photo(1.2, 2.1, 10.9, 1.6, "#b01e23")
    deck.text("——某某街道20XX年工作总结", 2, 3.9, 9.3, 0.6, 26, "B01E23", "c", True)
    deck.text("宣讲人：某某某　时间：20XX年X月", 3, 4.8, 7.3, 0.5, 18, "333333", "c")
    content(deck)
    deck.page("FFFFFF")
    deck.photo(0, 0, 13.333, 7.5, "#f6e3c8")
    deck.photo(3.2, 2.3, 7, 1.8, "#b01e23")
    return deck.bytes()


def test_a_title_in_art_lettering_gives_its_place_to_the_new_one():
    template = template_of(inspect_template(lettered_deck(), "模板.pptx"))
    cover = template.layouts_for(LayoutRole.COVER)[0]
    title, line = cover.slot(SlotPurpose.TITLE), cover.slot(SlotPurpose.SUBTITLE)
    assert title.size_pt == 48
    assert title.box.top < line.box.top
    slide = Presentation(io.BytesIO(template.package)).slides[cover.sample_slide - 1]
    assert sum(shape.shape_type == 13 for shape in slide.shapes) == 1  # the ground alone


def test_a_wide_picture_under_a_written_title_stays():
    deck = sample_decks.Deck()
    deck.page("FFFFFF")
    deck.text("年终工作总结", 1.2, 0.8, 11, 1.2, 54, "B01E23", "c", True)
    deck.photo(1.2, 2.6, 10.9, 2.2, "#b01e23")
    content(deck)
    template = template_of(inspect_template(deck.bytes(), "模板.pptx"))
    cover = template.layouts_for(LayoutRole.COVER)[0]
    slide = Presentation(io.BytesIO(template.package)).slides[cover.sample_slide - 1]
    assert sum(shape.shape_type == 13 for shape in slide.shapes) == 1


def test_a_last_page_without_words_closes_as_it_is():
    found = roles(lettered_deck())
    assert found["closing"] == 4


def test_unit_speaker_and_date_stay_in_the_one_line_that_was_drawn_for_them():
    shown, errors = cover_lines(lettered_deck(), SPEECH, unit="永昌镇人民政府", speaker="张三", date="2026年11月")
    assert [line for line in shown if "永昌镇人民政府" in line and "张三" in line and "2026年11月" in line]
    assert not errors


def test_four_plates_after_the_cover_are_the_agenda_where_their_words_head_later_pages():
    names = ("资产负债情况", "收入利润情况", "现金流量情况", "预算执行情况")

    def deck_with(headings):
        deck = sample_decks.Deck()
        deck.page("FFFFFF")
        deck.text("年度财务分析", 1.2, 2.4, 11, 1.2, 54, "103B3B", "c", True)
        deck.page("FFFFFF")
        deck.text("我们要说的", 0.8, 0.6, 7, 0.8, 36, "103B3B", bold=True)
        for index, name in enumerate(names):
            left, top = 0.8 + 6 * (index % 2), 2.2 + 2.3 * (index // 2)
            deck.block(left, top, 5.6, 1.9, "E4F1F0")
            deck.text(name, left + 0.5, top + 0.3, 4.6, 0.6, 24, "103B3B", bold=True)
            deck.text("单击此处添加内容提要", left + 0.5, top + 1.0, 4.6, 0.6, 12, "333333")
        for heading in headings:
            deck.page("103B3B")
            deck.text(heading, 1, 3, 11.3, 1.2, 44, "FFFFFF", "c", True)
            content(deck, 1)
        return roles(deck.bytes())

    assert deck_with(names).get("agenda") == 2
    assert deck_with(("第一部分", "第二部分", "第三部分")).get("agenda") is None


def test_a_page_of_cards_without_photos_comes_before_one_with_them():
    deck = sample_decks.Deck()
    deck.page("FFFFFF")
    deck.text("工作总结", 1, 2.4, 11, 1.2, 54, "1F3864", "c", True)
    content(deck)
    for photos in (True, False):
        deck.page("FFFFFF")
        deck.head("请输入标题")
        for index in range(3):
            left = 0.8 + 4.1 * index
            if photos:
                deck.photo(left, 1.6, 3.6, 2.2)
            else:
                deck.block(left, 1.6, 3.6, 5, "EAF0F9")
            deck.text("添加标题", left + 0.2, 4.0, 3.2, 0.5, 20, "1F3864", "c", True)
            deck.text(sample_decks.LOREM, left + 0.2, 4.6, 3.2, 1.8, 14, "333333")
    assert roles(deck.bytes())["cards"] == 5
