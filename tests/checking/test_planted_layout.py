"""Faults that an audience would see, and leftovers of the making: each is reported on its slide."""

import io

from conftest import codes
from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from generator.checking import check

# --- geometry -------------------------------------------------------------------------------------------------------


def test_an_overfilled_box(opened, audit):
    frame = opened.body("point-1-1")
    for _ in range(9):
        frame.add_paragraph().text = "层层签订责任书486份"
    assert ("text_overflow", opened.numbers["point-1-1"]) in codes(audit(opened.presentation))


def test_type_too_small(opened, audit):
    opened.line("point-2-2").font.size = Pt(14)
    (found,) = audit(opened.presentation)
    assert (found.code, found.slide) == ("type_too_small", opened.numbers["point-2-2"])
    assert "14 磅" in found.message
    assert "18 磅" in found.message


def test_type_that_shrinks_on_overflow_counts_as_it_is_shown(opened, audit):
    body = opened.body("point-2-2")._txBody.find(qn("a:bodyPr"))
    for child in list(body):
        body.remove(child)
    etree.SubElement(body, qn("a:normAutofit")).set("fontScale", "62500")  # 24 pt → 15 pt
    assert codes(audit(opened.presentation)) == [("type_too_small", opened.numbers["point-2-2"])]


def test_small_type_in_a_table_and_a_chart(opened, audit):
    opened.table().cell(2, 0).text_frame.paragraphs[0].runs[0].font.size = Pt(11)
    opened.chart().font.size = Pt(10)
    assert codes(audit(opened.presentation)) == [
        ("type_too_small", opened.numbers["chart-1"]),
        ("type_too_small", opened.numbers["figures"]),
    ]


def test_a_title_with_a_single_character_on_its_last_line(opened, audit):
    frame = opened.slides["part-1"].shapes.title.text_frame
    frame.text = "抓在日常，村庄面貌焕然一\v新"
    for run in frame.paragraphs[0].runs:
        run.font.size = Pt(28)
    assert codes(audit(opened.presentation)) == [("title_orphan", opened.numbers["part-1"])]


def test_a_table_that_runs_off_the_slide(opened, audit):
    for row in opened.table().rows:
        row.height = Inches(0.9)
    assert codes(audit(opened.presentation)) == [("table_off_slide", opened.numbers["figures"])]


def test_a_table_grows_with_its_words_whatever_its_rows_say(opened, audit):
    table = opened.table()
    table.columns[0].width = Inches(0.4)
    assert ("table_off_slide", opened.numbers["figures"]) in codes(audit(opened.presentation))


def test_a_box_moved_off_the_slide(opened, audit):
    body = opened.slides["point-2-2"].placeholders[1]
    body.left, body.top, body.width, body.height = Inches(4), body.top, body.width, body.height
    assert codes(audit(opened.presentation)) == [("shape_outside", opened.numbers["point-2-2"])]


# --- leftovers ------------------------------------------------------------------------------------------------------


def test_an_empty_placeholder(opened, audit):
    slide = opened.slides["point-2-2"]
    slide.placeholders[1].text_frame.text = ""
    assert codes(audit(opened.presentation)) == [("placeholder_empty", opened.numbers["point-2-2"])]


def test_a_prompt_left_on_a_slide(opened, audit):
    opened.line("point-2-2").text = "单击此处添加文本"
    assert ("placeholder_empty", opened.numbers["point-2-2"]) in codes(audit(opened.presentation))


def test_table_and_chart_without_alternative_text(opened, audit):
    for name in ("figures", "chart-1"):
        for frame in opened.slides[name]._element.iter(qn("p:graphicFrame")):
            del frame.nvGraphicFramePr.cNvPr.attrib["descr"]
    assert codes(audit(opened.presentation)) == [
        ("alternative_text_missing", opened.numbers["chart-1"]),
        ("alternative_text_missing", opened.numbers["figures"]),
    ]


def test_slide_numbers_and_numerals_are_no_numbers_of_the_speech(opened, audit):
    slide = opened.slides["point-2-2"]
    box = slide.shapes.add_textbox(Inches(0.2), Inches(7), Inches(1), Inches(0.4))
    run = box.text_frame.paragraphs[0].add_run()
    run.text = "02"
    field = etree.SubElement(box.text_frame.paragraphs[0]._p, qn("a:fld"))
    field.set("type", "slidenum")
    etree.SubElement(field, qn("a:t")).text = "8"
    assert audit(opened.presentation) == ()


def test_a_number_in_a_box_of_its_own_is_checked(opened, audit):
    box = opened.slides["point-2-2"].shapes.add_textbox(Inches(0.2), Inches(6.6), Inches(3), Inches(0.6))
    box.text_frame.text = "733吨"
    found = codes(audit(opened.presentation))
    assert ("number_not_in_speech", opened.numbers["point-2-2"]) in found


def test_words_on_the_cover_that_the_user_did_not_give(opened, audit):
    frame = opened.slides["cover"].placeholders[1].text_frame
    frame.paragraphs[1].runs[0].text = "王建国"
    # Somebody's name on the cover proves nothing; a number there does.
    assert audit(opened.presentation) == ()
    frame.paragraphs[1].runs[0].text = "投入1300万元"
    assert codes(audit(opened.presentation)) == [("number_not_in_speech", opened.numbers["cover"])]


def test_a_date_on_the_cover(opened, good_deck, outline, ledger, audit):
    run = opened.slides["cover"].placeholders[1].text_frame.paragraphs[2].runs[0]
    run.text = "2025年3月"
    assert codes(audit(opened.presentation)) == [("number_not_in_speech", opened.numbers["cover"])]
    # Nobody said which day it is: any date may stand there.
    assert check(opened.save(), outline, ledger) == ()
    assert check(good_deck, outline, ledger) == ()


def test_findings_are_the_same_every_time(opened, audit):
    opened.line("point-1-1", 0).text = "层层签订责任书487份"
    deck = opened.save()
    assert audit(deck) == audit(deck)
    assert Presentation(io.BytesIO(deck))
