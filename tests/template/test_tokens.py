"""Tokens on sample slides: what a person marks wins over what the slide looks like."""

import io

import pytest
import sample_decks
from pptx import Presentation
from pptx.oxml.ns import qn

from generator.model import LayoutRole, SlotPurpose
from generator.pipeline import Request, TemplateFile, build_from_speech
from generator.template import inspect_template
from generator.template.starting import starting_template
from generator.template.tokens import Mark, all_tokens, nearest_token, tokens_in


def marked():
    """Every token somewhere: in a group, a table cell, a chart title, split over runs, in full-width braces."""
    deck = sample_decks.Deck()
    deck.page("FFFFFF")
    deck.text("{{标题}}", 1, 1.5, 11, 1.2, 40)
    deck.text("{{单位}}", 1, 4.0, 5, 0.5, 18)
    deck.text("{{发言人}}", 1, 4.6, 5, 0.5, 18)
    deck.text("｛｛日期｝｝", 7, 4.0, 5, 0.5, 18)
    deck.page("FFFFFF")
    deck.text("目录", 1, 0.5, 4, 0.8, 36)
    group = deck.group()
    for index in range(3):
        deck.text(f"0{index + 1}", 1, 1.8 + 1.6 * index, 1, 0.7, 28, inside=group)
        deck.text(f"{{{{要点{index + 1}}}}}", 2.2, 1.8 + 1.6 * index, 9, 0.7, 24, inside=group)
    deck.own_coordinates(group, 3)
    deck.page("1F3864")
    deck.text("第{{章节序号}}部分", 1, 2, 6, 1, 36, "FFFFFF")
    deck.text("{{章节标题}}", 1, 3.2, 11, 1, 40, "FFFFFF")
    deck.page("FFFFFF")
    box = deck.text("{{标", 0.8, 0.4, 10, 0.8, 28)
    for part in ("题", "}}"):
        box.text_frame.paragraphs[0].add_run().text = part
    deck.text("{{要点}}", 0.8, 1.6, 11.6, 4.8, 20)
    deck.text("{{页码}}", 12.2, 7.0, 0.8, 0.3, 12)
    deck.text("第一季度内部资料", 0.8, 7.0, 4, 0.3, 12)
    deck.page("FFFFFF")
    deck.text("{{title}}", 0.8, 0.4, 10, 0.8, 28)
    table = deck.table(0.8, 1.6, 11.6, 4.8)
    table.table.cell(0, 0).text = "{{表格}}"
    deck.page("FFFFFF")
    deck.text("{{title}}", 0.8, 0.4, 10, 0.8, 28)
    chart = deck.chart(0.8, 1.6, 11.6, 4.8)
    chart.chart.has_title = True
    chart.chart.chart_title.text_frame.text = "{{图表}}"
    deck.page("FFFFFF")
    deck.text("{{标题}}", 0.8, 0.4, 10, 0.8, 28)
    for index in range(3):
        deck.block(0.8 + 4.1 * index, 1.8, 3.6, 3.4)
        deck.text(f"{{{{数字{index + 1}}}}}{{{{单位{index + 1}}}}}", 0.9 + 4.1 * index, 2.2, 3.4, 1.2, 44, align="c")
        deck.text(f"{{{{指标{index + 1}}}}}", 0.9 + 4.1 * index, 3.8, 3.4, 0.8, 18, align="c")
    deck.page("FFFFFF")
    deck.text("{{标题}}", 1, 3, 11, 1.2, 44, align="c")
    return deck


def found(deck):
    return inspect_template(deck.bytes(), "模板.pptx")


def test_each_marked_slide_serves_the_role_that_its_tokens_say():
    roles = {role.value: c.layout.sample_slide for role, c in found(marked()).roles.items() if c.confidence == 1.0}
    assert roles == {
        "cover": 1,
        "agenda": 2,
        "section": 3,
        "content": 4,
        "table": 5,
        "chart": 6,
        "big_number": 7,
        "closing": 8,
    }


def test_unit_speaker_and_date_have_places_of_their_own():
    cover = found(marked()).roles[LayoutRole.COVER].layout
    slots = [cover.slot(SlotPurpose.SPEAKER, unit) for unit in range(3)]
    assert len({slot.index for slot in slots}) == 3


def test_tokens_win_over_guesses():
    deck = sample_decks.Deck()
    deck.page("FFFFFF")
    deck.text("谢谢观看", 1, 0.4, 6, 0.8, 40)
    deck.text("{{标题}}", 1, 1.6, 6, 0.8, 28)
    deck.text("{{要点}}", 1, 2.6, 11, 4, 20)
    assert found(deck).roles[LayoutRole.CONTENT].layout.sample_slide == 1


def test_a_template_made_of_layouts_may_have_marked_slides():
    presentation = Presentation()
    layout = presentation.slide_layouts[1]
    slide = presentation.slides.add_slide(layout)
    slide.shapes.title.text = "{{标题}}"
    slide.placeholders[1].text = "{{要点}}"
    stream = io.BytesIO()
    presentation.save(stream)
    roles = inspect_template(stream.getvalue(), "模板.pptx").roles
    assert roles[LayoutRole.CONTENT].layout.sample_slide == 1
    assert roles[LayoutRole.COVER].layout.sample_slide is None


def test_no_token_reaches_the_deck(township, office_errors):
    deck = marked()
    built = build_from_speech(township, Request(template=TemplateFile(deck.bytes(), "模板.pptx")), "township.txt")
    shown = Presentation(io.BytesIO(built.deck))
    for slide in shown.slides:
        text = sample_decks.xml_of(slide)
        assert "{{" not in text
        assert "｛｛" not in text
    assert not [f for f in built.findings if f.severity == "error"]
    assert office_errors(built.deck) == []


def test_the_page_number_becomes_a_field_and_own_words_stay(township):
    built = build_from_speech(township, Request(template=TemplateFile(marked().bytes(), "模板.pptx")), "township.txt")
    slides = [s for s in Presentation(io.BytesIO(built.deck)).slides if "第一季度内部资料" in sample_decks.xml_of(s)]
    assert slides
    assert all(any(f.get("type") == "slidenum" for f in s._element.iter(qn("a:fld"))) for s in slides)


def test_words_around_a_section_number_are_counted_on(township):
    built = build_from_speech(township, Request(template=TemplateFile(marked().bytes(), "模板.pptx")), "township.txt")
    slide = next(s for s in Presentation(io.BytesIO(built.deck)).slides if s._element.cSld.get("name") == "part-2")
    assert "第02部分" in ["".join(t.text or "" for t in p.iter(qn("a:t"))) for p in slide._element.iter(qn("a:p"))]


@pytest.mark.parametrize(
    ("written", "nearest"), [("{{标提}}", "{{标题}}"), ("{{要点三}}", "{{要点}}"), ("{{subtitel}}", "{{subtitle}}")]
)
def test_a_wrong_token_is_told_with_the_nearest_right_one(written, nearest):
    deck = marked()
    deck.text(written, 1, 6.5, 4, 0.4, 12)
    told = [f for f in found(deck).findings if f.code == "template_token_unknown"]
    assert len(told) == 1
    assert written in told[0].message
    assert nearest in told[0].message
    assert nearest_token(written) == nearest


def test_a_token_like_none_is_told_without_a_guess():
    assert nearest_token("{{qqqqqq}}") is None


def test_right_tokens_are_not_told():
    assert not [f for f in found(marked()).findings if f.code == "template_token_unknown"]


@pytest.mark.parametrize("language", [0, 1])
def test_every_token_is_read_as_itself(language):
    for mark, written in zip(Mark, all_tokens(language), strict=True):
        read = tokens_in(written)
        assert len(read) == 1
        assert read[0].mark is mark
        assert (read[0].number == 1) == (written[-3] == "1")


def test_braces_alone_are_no_token():
    assert tokens_in("{标题} {{}} {{ }}") == ()


def test_the_starting_template_is_whole(office_errors):
    content = starting_template()
    assert office_errors(content) == []
    diagnosis = inspect_template(content, "mine.pptx")
    sure = {role.value for role, c in diagnosis.roles.items() if c.confidence == 1.0}
    assert sure >= {"cover", "agenda", "section", "content", "cards", "table", "chart", "big_number", "closing"}
    assert not [f for f in diagnosis.findings if f.code == "template_token_unknown"]
    for slide in Presentation(io.BytesIO(content)).slides:
        assert "{{标题}}" in slide.notes_slide.notes_text_frame.text


def test_a_deck_on_the_starting_template_is_clean(township):
    built = build_from_speech(
        township, Request(template=TemplateFile(starting_template(), "mine.pptx")), "township.txt"
    )
    assert not [f for f in built.findings if f.severity == "error"]
