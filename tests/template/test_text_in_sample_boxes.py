"""How a speech's words sit in the boxes of a sample slide: in its designer's places, in the look of his own words."""

import io
from functools import cache

import pytest
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE, MSO_SHAPE_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt
from sample_decks import GREY, LOREM, NAVY, SAND, WHITE, Deck

from generator.model import Box, Layout, LayoutRole, SlotPurpose
from generator.template import inspect_template, template_of
from generator.template.sample_slides.cleaning import settle_text
from generator.template.sample_slides.numbering import number_shapes
from generator.template.sample_slides.paragraphs import main_paragraph, words_of_paragraph
from generator.template.sample_slides.patterns import patterns_of
from generator.template.sample_slides.reading import read_in_role
from generator.template.sample_slides.shapes import view_of
from generator.template.sample_slides.slots import frame_room, raised, room_of, slots_of

GOLD = "D8B26A"
INCH = 914_400


def frame(deck, left, top, width, height):
    """An outline without a fill."""
    drawn = deck.block(left, top, width, height)
    drawn.fill.background()
    drawn.line.color.rgb = RGBColor.from_string(GOLD)
    return drawn


def low_title(deck):
    deck.text("单击添加标题", 1.2, 0.24, 5.5, 0.47, 24, bold=True)
    deck.block(1.2, 0.98, 11, 0.03, GOLD)


def pages(body, head=low_title):
    """Cover, agenda, two parts with a page each, closing; titles of 24 pt in boxes of 1.2 cm over a line."""
    deck = Deck()
    deck.page(NAVY)
    deck.text("年终工作总结", 1, 2.4, 11, 1.1, 48, WHITE, "c", True)
    deck.text("汇报人：某某某", 1, 4.6, 11, 0.5, 18, WHITE, "c")
    deck.page("FFFFFF")
    deck.text("目录", 0.8, 0.5, 3, 0.8, 36, bold=True)
    for index in range(4):
        deck.text(f"0{index + 1}", 2, 1.6 + 1.2 * index, 1, 0.7, 32, GOLD, bold=True)
        deck.text("单击添加标题", 3.2, 1.65 + 1.2 * index, 7, 0.6, 24)
    for index in range(2):
        deck.page(NAVY)
        deck.text(f"0{index + 1}", 5.2, 1.6, 3, 1.5, 80, GOLD, "c", True)
        deck.text("添加章节标题", 1, 3.4, 11.3, 0.9, 40, WHITE, "c", True)
        deck.page("FFFFFF")
        head(deck)
        body(deck)
    deck.page(NAVY)
    deck.text("谢谢聆听", 1, 2.8, 11, 1.2, 54, WHITE, "c", True)
    return deck.bytes()


def framed_body(deck):
    """Heads in gold between lines of grey, all in one box inside a frame."""
    frame(deck, 0.8, 1.6, 11.7, 5)
    box = deck.text(f"不足之处\n{LOREM}\n改进方向\n{LOREM}", 1.25, 1.9, 10.8, 4.4, 18, GREY)
    for paragraph in box.text_frame.paragraphs[::2]:
        paragraph.runs[0].font.size = Pt(24)
        paragraph.runs[0].font.color.rgb = RGBColor.from_string(GOLD)


@cache
def framed():
    return template_of(inspect_template(pages(framed_body), "模板.pptx"))


def content(template):
    layout = next(iter(template.layouts_for(LayoutRole.CONTENT)))
    return layout, Presentation(io.BytesIO(template.package)).slides[layout.sample_slide - 1]


def shape_of(slide, slot):
    return next(s for s in slide.shapes if s.shape_id == slot.index)


def test_a_title_box_a_little_too_low_keeps_its_type():
    layout, slide = content(framed())
    slot = layout.slot(SlotPurpose.TITLE)
    # One line of 24 pt and more, though the box was drawn 34 pt high with 7 pt of insets.
    assert slot.size_pt >= 24
    assert slot.box.height >= 1.45 * slot.size_pt * 12_700
    # The line stands where it stood: the box begins at its place, the words at its top.
    drawn = shape_of(slide, slot)
    assert abs(drawn.top - 0.24 * INCH) < 2_000
    assert drawn._element.find(f"{qn('p:txBody')}/{qn('a:bodyPr')}").get("anchor", "t") == "t"


def test_a_title_beside_nothing_is_no_larger_than_the_room_over_its_line():
    layout, _ = content(framed())
    box = layout.slot(SlotPurpose.TITLE).box
    assert box.top + box.height <= 0.98 * INCH


def test_points_stay_inside_the_frame_in_the_box_that_was_drawn_for_them():
    layout, slide = content(framed())
    drawn = shape_of(slide, layout.slot(SlotPurpose.BODY))
    assert (drawn.left, drawn.top) == (round(1.25 * INCH), round(1.9 * INCH))
    assert drawn.left + drawn.width <= (0.8 + 11.7) * INCH
    assert drawn.top + drawn.height <= (1.6 + 5) * INCH


def test_points_look_like_the_lines_and_not_like_the_heads_between_them():
    layout, slide = content(framed())
    slot = layout.slot(SlotPurpose.BODY)
    assert slot.size_pt == 18
    run = shape_of(slide, slot).text_frame.paragraphs[0].runs[0]
    assert run.font.color.rgb == RGBColor.from_string(GREY)


def paragraphs(*lines):
    made = "".join(
        f'<a:p><a:r><a:rPr sz="{size}"/><a:t>{words}</a:t></a:r></a:p>' if words else "<a:p/>" for words, size in lines
    )
    return parse_xml(f'<p:txBody xmlns:p="{qn("p:x")[1:-2]}" xmlns:a="{qn("a:x")[1:-2]}"><a:bodyPr/>{made}</p:txBody>')


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        ([("不足之处", 2400), ("工作中还存在调查研究不够深入、方式方法不够灵活的问题", 1800)], "工作中"),
        ([("", 0), ("目录", 3600), ("CONTENTS", 1400)], "目录"),
        ([("年终总结", 4400), ("ANNUAL WORK SUMMARY", 1400)], "年终"),
        ([("工作中还存在调查研究不够深入、方式方法不够灵活的问题", 1800), ("不足", 2400)], "工作中"),
        ([("", 0)], None),
    ],
)
def test_the_paragraph_that_others_look_like(lines, kept):
    found = main_paragraph(paragraphs(*lines))
    assert found is None if kept is None else words_of_paragraph(found).startswith(kept)


@pytest.mark.parametrize(
    ("left", "top", "height", "raised_to"),
    [
        (3.2, 1.4, 0.6, 1.4),  # a heading over the body
        (3.2, 0.3, 0.6, 2.1),  # far above it: the head of the page
        (0.3, 1.4, 0.6, 2.1),  # in a bar beside it
    ],
)
def test_a_body_rises_to_the_heading_that_goes_and_to_nothing_else(left, top, height, raised_to):
    deck = Deck()
    slide = deck.page("FFFFFF")
    body = deck.text(LOREM, 3, 2.1, 9, 4, 18)
    gone = deck.text("添加小标题", left, top, 2.5, height, 20)
    number_shapes(slide)
    view = view_of(slide, 1, Inches(13.333), Inches(7.5))
    found = raised(view.shape(body.shape_id), view, {gone.shape_id})
    assert found == Box(body.left, Inches(raised_to), body.width, body.top + body.height - Inches(raised_to))
    assert raised(view.shape(body.shape_id), view, ()).top == body.top


def plain_body(deck):
    deck.text("\n".join([LOREM] * 3), 1.2, 1.6, 10.9, 4.6, 18, GREY)


def pilled(deck):
    deck.block(4.3, 0.2, 4.7, 0.7, NAVY, MSO_SHAPE.ROUNDED_RECTANGLE, "单击添加标题", 24)


def pill(shape, inside=None):
    deck = Deck()
    slide = deck.page("FFFFFF")
    group = deck.group() if inside else None
    plate = deck.block(4.3, 0.2, 4.7, 0.8, NAVY, shape, "单击添加标题", 24, inside=group)
    body = deck.text("\n".join([LOREM] * 3), 1.2, 1.6, 10.9, 4.6, 18, GREY)
    number_shapes(slide)
    view = view_of(slide, 1, Inches(13.333), Inches(7.5))
    fields = {(SlotPurpose.TITLE, 0): plate.shape_id, (SlotPurpose.BODY, 0): body.shape_id}
    return next(s for s in slots_of(view, fields, LayoutRole.CONTENT) if s.purpose is SlotPurpose.TITLE)


def test_a_title_in_a_pill_may_widen_it_to_both_sides():
    slot = pill(MSO_SHAPE.ROUNDED_RECTANGLE)
    assert slot.widest.width > 1.8 * slot.box.width
    left, right = slot.box.left - slot.widest.left, slot.widest.left + slot.widest.width - slot.box.left
    assert abs(left - (right - slot.box.width)) < 20_000


@pytest.mark.parametrize(("shape", "grouped"), [(MSO_SHAPE.CLOUD, False), (MSO_SHAPE.ROUNDED_RECTANGLE, True)])
def test_a_cloud_and_a_pill_of_a_group_stay_as_they_are(shape, grouped):
    assert pill(shape, grouped).widest is None


def test_letters_set_apart_are_known():
    deck = Deck()
    slide = deck.page("FFFFFF")
    title = deck.text("单击添加标题", 1, 3, 11, 1, 60)
    title.text_frame.paragraphs[0].runs[0].font._element.set("spc", "300")
    plain = deck.text("单击添加标题", 1, 5, 11, 1, 60)
    number_shapes(slide)
    view = view_of(slide, 1, Inches(13.333), Inches(7.5))
    fields = {(SlotPurpose.TITLE, 0): title.shape_id, (SlotPurpose.SUBTITLE, 0): plain.shape_id}
    assert [slot.spacing_pt for slot in slots_of(view, fields, LayoutRole.COVER)] == [3.0, 0.0]


def test_the_drawn_pill_is_as_wide_as_its_title_needs(township):
    from generator.pipeline import Request, TemplateFile, build_from_speech

    deck = pages(plain_body, pilled)
    built = build_from_speech(township, Request(template=TemplateFile(deck, "模板.pptx")), township.name)
    widths = {}
    for slide in Presentation(io.BytesIO(built.deck)).slides:
        for shape in slide.shapes:
            if shape.name.startswith("标题") and shape.shape_type == MSO_SHAPE_TYPE.AUTO_SHAPE:
                widths[shape.text_frame.text] = shape.width
    short = min(widths, key=len)
    long = max(widths, key=len)
    # A usual title is why all are longer than drawn; an unusual one makes its own longer still.
    assert Inches(4.7) < widths[short] < widths[long]


def beside_bar(deck):
    """A bar at the left with the parts of the speech, the text right of it."""
    deck.block(0, 0, 2.45, 7.5, NAVY)
    for index, part in enumerate(("选题背景", "文献综述", "研究方法", "研究结果")):
        deck.text(part, 0.2, 1.8 + 0.9 * index, 2.1, 0.5, 16, WHITE, "c")
    deck.text(f"现实背景\n{LOREM}\n理论背景\n{LOREM}", 3.1, 1.5, 9.6, 5.2, 18, GREY)


def test_points_beside_a_bar_of_parts_keep_to_the_column_of_the_text():
    def head(deck):
        deck.text("单击添加标题", 3.05, 0.3, 9, 0.6, 28, bold=True)

    layout, slide = content(template_of(inspect_template(pages(beside_bar, head), "模板.pptx")))
    drawn = shape_of(slide, layout.slot(SlotPurpose.BODY))
    assert abs(drawn.left - 3.05 * INCH) < 20_000  # where the title and the text begin
    assert drawn.left + drawn.width <= 12.75 * INCH


def test_a_small_text_is_widened_over_what_stood_beside_it():
    def beside_picture(deck):
        deck.photo(1.2, 1.6, 5.6, 4.6)
        deck.text(LOREM, 7.2, 2.6, 4.9, 2.2, 18, GREY)

    layout, slide = content(template_of(inspect_template(pages(beside_picture), "模板.pptx")))
    drawn = shape_of(slide, layout.slot(SlotPurpose.BODY))
    assert drawn.left + drawn.width <= 12.3 * INCH
    assert drawn.height > 2.2 * INCH
    # It begins where the picture began, and not right under the title.
    assert abs(drawn.top - 1.6 * INCH) < 20_000


def test_lines_of_points_and_of_figures_keep_something_free_for_wider_typefaces():
    deck = Deck()
    slide = deck.page("FFFFFF")
    body = deck.text("\n".join([LOREM] * 3), 1, 2, 11, 4, 20)
    value = deck.text("85%", 1, 6.2, 3, 0.9, 40)
    number_shapes(slide)
    view = view_of(slide, 1, Inches(13.333), Inches(7.5))
    fields = {(SlotPurpose.BODY, 0): body.shape_id, (SlotPurpose.VALUE, 0): value.shape_id}
    points, figure = slots_of(view, fields, LayoutRole.CONTENT)
    assert points.indent == 20 * 12_700  # a character
    assert 0 < figure.indent < 0.1 * figure.box.width


def test_a_figure_never_breaks_between_number_and_unit_and_points_do_break():
    def figures(deck):
        for index, figure in enumerate(("85%", "1200+", "3.6亿")):
            deck.text(figure, 0.8 + 4.1 * index, 2.4, 3.6, 1.1, 54, NAVY, "c", True)
            deck.text("关键指标", 0.8 + 4.1 * index, 3.7, 3.6, 0.5, 18, GREY, "c")

    turns = iter((figures, framed_body))
    made = template_of(inspect_template(pages(lambda deck: next(turns)(deck)), "模板.pptx"))
    slides = Presentation(io.BytesIO(made.package)).slides
    wraps = {
        slot.purpose: shape_of(slides[layout.sample_slide - 1], slot).text_frame.word_wrap
        for role in (LayoutRole.BIG_NUMBER, LayoutRole.CONTENT)
        for layout in made.layouts_for(role)
        for slot in layout.slots
    }
    assert wraps[SlotPurpose.VALUE] is False
    assert wraps[SlotPurpose.CAPTION] is True
    assert wraps[SlotPurpose.BODY] is True


def view_with(*drawn):
    """A page with what the functions draw on it; gives the view and the ids."""
    deck = Deck()
    slide = deck.page("FFFFFF")
    ids = [draw(deck).shape_id for draw in drawn]
    number_shapes(slide)
    return view_of(slide, 1, Inches(13.333), Inches(7.5)), ids


def line(left, top, width):
    return lambda deck: deck.slide.shapes.add_connector(
        MSO_CONNECTOR.STRAIGHT, Inches(left), Inches(top), Inches(left + width), Inches(top)
    )


def centred(left, width, top=0.4, height=0.8):
    return lambda deck: deck.text("单击添加标题", left, top, width, height, 28, align="c")


def test_a_centred_title_stays_between_the_lines_at_its_sides():
    view, (title, *_) = view_with(centred(2.7, 8), line(3, 0.8, 1.4), line(9, 0.8, 1.4))
    room = room_of(view.shape(title), view, (), SlotPurpose.TITLE)
    assert room.left >= 4.4 * INCH
    assert room.left + room.width <= 9 * INCH


@pytest.mark.parametrize("under", [line(6, 1.15, 1.4), line(2, 0.8, 9.4), line(1, 1.6, 3)])
def test_a_line_under_a_title_or_across_it_takes_none_of_its_room(under):
    view, (title, _) = view_with(centred(2.7, 8), under)
    assert room_of(view.shape(title), view, (), SlotPurpose.TITLE).width >= 8 * INCH


@pytest.mark.parametrize(("shape", "narrower"), [(MSO_SHAPE.CLOUD, True), (MSO_SHAPE.RECTANGLE, False)])
def test_words_stand_in_the_middle_of_a_cloud_and_all_over_a_rectangle(shape, narrower):
    view, (_, title) = view_with(
        lambda deck: deck.block(4, 1, 6, 4, SAND, shape), centred(4.05, 5.9, top=2.6, height=1.2)
    )
    room = room_of(view.shape(title), view, (), SlotPurpose.TITLE)
    assert (room.width < 5 * INCH) is narrower


@pytest.mark.parametrize(("top", "taken"), [(5.2, True), (0.4, False)])
def test_a_table_takes_the_room_of_the_note_under_it_that_goes(top, taken):
    view, (table, note) = view_with(
        lambda deck: deck.table(1, 1.6, 11, 3), lambda deck: deck.text(LOREM, 1, top, 11, 1, 14)
    )
    grown = frame_room(view.shape(table), view, {note})
    assert (grown.height > 4 * INCH) is taken
    assert frame_room(view.shape(table), view, ()).height == view.shape(table).box.height


def cover_on_a_plate(second_top):
    """A cover with the period on its plate and who reports further down."""
    deck = Deck()
    deck.page("FFFFFF")
    deck.block(0, 2, 6.7, 2.2, NAVY)
    deck.text("年度财务分析报告", 0.5, 2.2, 5.9, 0.8, 36, WHITE, bold=True)
    deck.text("报告期：20XX年1月—12月", 0.5, 3.5, 5.9, 0.4, 14, WHITE)
    deck.text("财务管理部\n20XX年X月", 0.5, second_top, 4.3, 0.6, 14, NAVY)
    return deck


def test_who_speaks_stands_where_he_stood_and_not_half_on_the_plate_above():
    deck = cover_on_a_plate(5.3)
    number_shapes(deck.slide)
    view = view_of(deck.slide, 1, Inches(13.333), Inches(7.5))
    layout = Layout("封面", 0, LayoutRole.COVER, 0, ())
    reading = read_in_role(view, LayoutRole.COVER)
    (pattern,) = patterns_of(deck.presentation, deck.slide, reading, layout, frozenset(), None)
    people = pattern.layout.slot(SlotPurpose.SPEAKER)
    assert people.box.top >= 5.2 * INCH


@pytest.mark.parametrize(("count", "wraps"), [("01", False), ("叁", False), ("PART ONE", True)])
def test_a_count_of_two_digits_does_not_break_in_its_narrow_box_and_part_one_may(count, wraps):
    deck = Deck()
    slide = deck.page("FFFFFF")
    narrow = deck.text(count, 1, 2, 0.9, 1.6, 48, GOLD)
    number_shapes(slide)
    view = view_of(slide, 1, Inches(13.333), Inches(7.5))
    shape = view.shape(narrow.shape_id)
    (slot,) = slots_of(view, {(SlotPurpose.NUMERAL, 0): narrow.shape_id}, LayoutRole.AGENDA)
    settle_text(shape, slot, to_left=False)
    assert narrow.text_frame.word_wrap is wraps
