"""More or fewer things than a sample slide was drawn for, and content that it was not drawn for."""

import io
import itertools
from functools import cache

import pytest
import sample_decks
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.ns import qn

from generator.model import Box, LayoutRole, SlotPurpose
from generator.template import inspect_template, template_of
from generator.template.sample_slides.numbering import number_shapes
from generator.template.sample_slides.places import places_for
from generator.template.sample_slides.reading import read_in_role
from generator.template.sample_slides.shapes import view_of

WIDE, HIGH = 12_192_000, 6_858_000


@cache
def made(name):
    return template_of(inspect_template(getattr(sample_decks, name)(), f"{name}.pptx"))


def layout(template, role, units, **wanted):
    return next(
        lay
        for lay in template.layouts_for(role)
        if lay.units == units and all((lay.slot(SlotPurpose[p]) is not None) == there for p, there in wanted.items())
    )


def pattern(template, lay):
    return Presentation(io.BytesIO(template.package)).slides[lay.sample_slide - 1]


def boxes(lay, purpose):
    return [lay.slot(purpose, unit).box for unit in range(lay.units)]


def apart(slots):
    return all(
        a.left + a.width <= b.left
        or b.left + b.width <= a.left
        or a.top + a.height <= b.top
        or b.top + b.height <= a.top
        for a, b in itertools.combinations(slots, 2)
    )


@pytest.mark.parametrize("count", [1, 5, 6, 8])
def test_a_zig_zag_agenda_goes_on_in_its_zig_zag(count):
    template = made("business")
    lay = layout(template, LayoutRole.AGENDA, count)
    heads = boxes(lay, SlotPurpose.HEAD)
    assert [box.left for box in heads] == sorted(box.left for box in heads)
    assert len({round(box.top, -5) for box in heads}) == min(count, 2)
    assert apart(heads)
    assert all(box.left >= 0 and box.left + box.width <= WIDE for box in heads)


def test_a_single_entry_leaves_nothing_of_the_others():
    template = made("business")
    lay = layout(template, LayoutRole.AGENDA, 1)
    ovals = [s for s in pattern(template, lay)._element.iter(qn("a:prstGeom")) if s.get("prst") == "ellipse"]
    assert len(ovals) == 1


def test_four_cards_take_the_page_that_was_drawn_for_four_and_not_four_arrows():
    template = made("business")
    lay = layout(template, LayoutRole.CARDS, 4, HEAD=True)
    assert lay.slot(SlotPurpose.NUMERAL, 3) is not None  # the grid counts its cards, the arrows do not
    tops = {box.top for box in boxes(lay, SlotPurpose.HEAD)}
    assert len(tops) == 2


def test_five_cards_become_narrower_where_three_were_drawn():
    template = made("business")
    three, five = (layout(template, LayoutRole.CARDS, count, HEAD=True) for count in (3, 5))
    bodies = boxes(five, SlotPurpose.BODY)
    assert bodies[0].width < three.slot(SlotPurpose.BODY, 0).box.width
    assert apart(bodies)
    # What is round stays round.
    for place in pattern(template, five)._element.iter(qn("p:spPr")):
        geometry = place.find(qn("a:prstGeom"))
        if geometry is not None and geometry.get("prst") == "ellipse":
            size = place.find(f"{qn('a:xfrm')}/{qn('a:ext')}")
            assert abs(int(size.get("cx")) - int(size.get("cy"))) < 10


def test_units_are_not_narrowed_beyond_reading():
    drawn = [Box(i * 2_400_000 + 300_000, 2_000_000, 2_300_000, 2_000_000) for i in range(5)]
    assert places_for(drawn, 8, WIDE, HIGH, row=True, column=False, scalable=True) is None
    assert places_for(drawn, 6, WIDE, HIGH, row=True, column=False, scalable=False) is None


def test_arrows_that_touch_keep_their_distance():
    drawn = [Box(600_000 + i * 2_800_000, 2_000_000, 2_700_000, 1_000_000) for i in range(4)]
    places = places_for(drawn, 3, WIDE, HIGH, row=True, column=False, scalable=True)
    lefts = [left for left, _ in places.corners]
    assert lefts[1] - lefts[0] == pytest.approx(2_800_000, abs=2)


def test_a_column_stops_above_the_bar_at_the_foot():
    template = made("party")
    lay = layout(template, LayoutRole.AGENDA, 8)
    last = lay.slot(SlotPurpose.HEAD, 7).box
    assert last.top + last.height <= 7.1 * 914_400


def test_cards_without_headings_show_their_count_where_the_heading_stood():
    template = made("nested")
    lay = layout(template, LayoutRole.CARDS, 3, HEAD=False)
    pill = lay.slot(SlotPurpose.NUMERAL, 0)
    shape = next(s for s in pattern(template, lay).shapes if s.shape_id == pill.index)
    assert shape.auto_shape_type == MSO_SHAPE.ROUNDED_RECTANGLE


def test_texts_beside_each_other_keep_a_gutter():
    for name, role, count in (("nested", LayoutRole.STEPS, 4), ("party", LayoutRole.CARDS, 4)):
        template = made(name)
        bodies = sorted(boxes(layout(template, role, count), SlotPurpose.BODY), key=lambda box: box.left)
        for a, b in itertools.pairwise(bodies):
            assert a.left + a.width + 0.01 * template.width <= b.left


def test_before_and_after_take_a_page_of_two_texts():
    lay = layout(made("business"), LayoutRole.COMPARISON, 2)
    for unit in range(2):
        head, value, caption = (
            lay.slot(purpose, unit) for purpose in (SlotPurpose.HEAD, SlotPurpose.VALUE, SlotPurpose.CAPTION)
        )
        assert value.size_pt > 40
        assert head.box.top < value.box.top < caption.box.top
        assert caption.size_pt >= 20


def test_figures_stand_on_one_line_on_a_page_of_cards():
    template = made("nested")
    values = boxes(layout(template, LayoutRole.BIG_NUMBER, 4), SlotPurpose.VALUE)
    assert len({box.top for box in values}) == 1


def quoting(by="—— 某某某"):
    deck = sample_decks.Deck()
    deck.page("1F3864")
    deck.text("工作总结", 1, 2.2, 11, 1.2, 54, "FFFFFF", "c", True)
    for _ in range(2):
        deck.page("FFFFFF")
        deck.head("请输入标题")
        deck.text("\n".join([sample_decks.LOREM] * 4), 0.8, 1.5, 11.7, 5, 16)
    deck.page("FFFFFF")
    deck.head("请输入标题")
    deck.text("“", 0.8, 1.4, 1, 1, 80, "C9A227")
    deck.text("此处输入一句有分量的名言警句，由领导或群众说出来的原话。", 1.8, 2.2, 9.6, 2.4, 30)
    if by:
        deck.text(by, 7.4, 5.0, 4, 0.5, 18, align="r")
    return template_of(inspect_template(deck.bytes(), "模板.pptx"))


def test_a_quotation_has_its_words_its_speaker_and_its_mark():
    template = quoting()
    lay = template.layouts_for(LayoutRole.QUOTATION)[0]
    body, caption = lay.slot(SlotPurpose.BODY), lay.slot(SlotPurpose.CAPTION)
    assert body.box.top < caption.box.top
    assert lay.slot(SlotPurpose.TITLE) is not None
    assert "“" in [s.text_frame.text for s in pattern(template, lay).shapes if s.has_text_frame]
    assert quoting(by=None).layouts_for(LayoutRole.QUOTATION)[0].slot(SlotPurpose.CAPTION) is None


def test_words_in_an_arrow_keep_off_its_tips():
    lay = layout(made("business"), LayoutRole.STEPS, 4)
    head = lay.slot(SlotPurpose.HEAD, 0)
    arrow = next(s for s in pattern(made("business"), lay).shapes if s.shape_id == head.index)
    assert arrow.auto_shape_type == MSO_SHAPE.CHEVRON
    assert head.box.width <= arrow.width - 0.9 * arrow.height


def test_a_comparison_on_figures_without_headings_names_its_sides_below_them():
    from generator.fitting import fit
    from generator.model import Callout, Comparison, Excerpt, Quantity, Slide, Storyboard

    deck = sample_decks.Deck()
    deck.page("1F3864")
    deck.text("工作总结", 1, 2.2, 11, 1.2, 54, "FFFFFF", "c", True)
    for _ in range(2):
        deck.page("FFFFFF")
        deck.head("请输入标题")
        deck.text("\n".join([sample_decks.LOREM] * 4), 0.8, 1.5, 11.7, 5, 16)
    deck.page("FFFFFF")
    deck.head("请输入标题")
    for index, figure in enumerate(("85%", "12%", "36%")):
        deck.text(figure, 0.8 + 4.1 * index, 2.4, 3.6, 1.1, 54, "1F3864", "c", True)
        deck.text("关键指标", 0.8 + 4.1 * index, 3.7, 3.6, 0.5, 18, align="c")
    template = template_of(inspect_template(deck.bytes(), "模板.pptx"))
    before = Callout(Quantity("", "5.2", "天"), Excerpt(""), Excerpt("由5.2天"))
    after = Callout(Quantity("", "1.6", "天"), Excerpt("由5.2天缩短到1.6天"), Excerpt("缩短到1.6天"))
    content = Comparison(Excerpt("数据对比"), None, before, after)
    storyboard = Storyboard(Excerpt("标题"), (), (Slide("data-1", content),), "讲稿.txt")
    page = fit(storyboard, template)[0].pages[0]
    said = {
        placement.slot.unit: [paragraph.text for paragraph in placement.paragraphs]
        for placement in page.placements
        if placement.slot.purpose is SlotPurpose.CAPTION
    }
    assert said[0] == ["变化前"]
    assert said[1][0] == "变化后"
    assert said[1][1].replace("\n", "") == "由5.2天缩短到1.6天"


@pytest.mark.parametrize(("anchor", "down"), [("t", 0.0), ("ctr", -0.4), ("b", -0.8)])
def test_a_count_in_a_box_two_rows_high_belongs_to_the_row_that_its_digits_stand_in(anchor, down):
    deck = sample_decks.Deck()
    deck.page("FFFFFF")
    deck.text("目录", 0.8, 0.3, 3, 0.8, 36, bold=True)
    for index in range(4):
        top = 1.6 + 1.05 * index
        count = deck.text(f"0{index + 1}", 2, top + down, 1.1, 1.5, 32)
        count.text_frame._txBody.bodyPr.set("anchor", anchor)
        deck.text("单击添加标题", 3.2, top, 7, 0.6, 24)
    slide = deck.slide
    number_shapes(slide)
    view = view_of(slide, 1, WIDE, HIGH)
    reading = read_in_role(view, LayoutRole.AGENDA)
    for unit in range(4):
        count = view.shape(reading.fields[SlotPurpose.NUMERAL, unit])
        head = view.shape(reading.fields[SlotPurpose.HEAD, unit])
        assert count.words == f"0{unit + 1}"
        assert abs(head.box.top - (1.6 + 1.05 * unit) * 914_400) < 2


def test_fewer_cards_share_the_row_among_them_and_arrows_do_not():
    drawn = [Box(600_000 + i * 2_800_000, 2_000_000, 2_500_000, 3_000_000) for i in range(4)]
    cards = places_for(drawn, 3, WIDE, HIGH, row=True, column=False, scalable=True, panels=True)
    assert 1.2 < cards.scale <= 1.35
    lefts = [left for left, _ in cards.corners]
    width = 2_500_000 * cards.scale
    assert lefts[1] - lefts[0] == pytest.approx(width + 300_000, abs=2)
    assert (lefts[0] + lefts[2] + width) / 2 == pytest.approx((600_000 + 9_000_000 + 2_500_000) / 2, abs=2)
    plain = places_for(drawn, 3, WIDE, HIGH, row=True, column=False, scalable=True)
    assert plain.scale == 1


def test_a_frame_around_a_text_stands_around_its_figure_and_caption_alike():
    deck = sample_decks.Deck()
    deck.page("1F3864")
    deck.text("工作总结", 1, 2.2, 11, 1.2, 54, "FFFFFF", "c", True)
    for _ in range(2):
        deck.page("FFFFFF")
        deck.head("请输入标题")
        deck.text("\n".join([sample_decks.LOREM] * 4), 0.8, 1.5, 11.7, 5, 16)
    deck.page("FFFFFF")
    deck.head("请输入标题")
    for index, name in enumerate(("优势", "劣势")):
        deck.block(0.8 + 6.1 * index, 1.6, 5.6, 0.8, "1F3864", words=name, size=24)
        box = deck.text(sample_decks.LOREM * 2, 0.8 + 6.1 * index, 2.6, 5.6, 3.6, 16)
        box.line.color.rgb = RGBColor.from_string("C9A227")
    template = template_of(inspect_template(deck.bytes(), "模板.pptx"))
    lay = layout(template, LayoutRole.COMPARISON, 2)
    framed = [s for s in pattern(template, lay).shapes if "C9A227" in s._element.xml and s.height > 3 * 914_400]
    assert len(framed) == 2  # one around each side, and none around a figure or a caption by itself
    for unit, frame in enumerate(sorted(framed, key=lambda s: s.left)):
        value, caption = lay.slot(SlotPurpose.VALUE, unit).box, lay.slot(SlotPurpose.CAPTION, unit).box
        assert frame.top <= value.top
        assert caption.top + caption.height <= frame.top + frame.height
