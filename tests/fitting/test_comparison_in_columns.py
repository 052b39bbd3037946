"""Before and after in the columns of a user's template: heads, figures set big, the words of the speech under them."""

from generator.fitting import fit
from generator.model import (
    Box,
    Callout,
    Comparison,
    Excerpt,
    Layout,
    LayoutRole,
    Quantity,
    Slide,
    Slot,
    SlotPurpose,
    Storyboard,
    Template,
)

CM = 360_000


def slot(index, purpose, unit, left, top, width, height, size):
    return Slot(index, purpose, unit, Box(left * CM, top * CM, width * CM, height * CM), size)


TITLE = slot(0, SlotPurpose.TITLE, 0, 1, 1, 30, 2, 30)
POINTS = slot(1, SlotPurpose.BODY, 0, 1, 4, 30, 12, 24)
HEADS = (slot(1, SlotPurpose.HEAD, 0, 1, 4, 14, 2, 20), slot(3, SlotPurpose.HEAD, 1, 17, 4, 14, 2, 20))


def columns(height=9):
    return (slot(2, SlotPurpose.BODY, 0, 1, 6, 14, height, 24), slot(4, SlotPurpose.BODY, 1, 17, 6, 14, height, 24))


COMPARISON = Comparison(
    Excerpt("数据对比"),
    Excerpt("平均处置时长"),
    Callout(Quantity("", "5.2", "天"), Excerpt(""), Excerpt("5.2天")),
    Callout(Quantity("", "1.6", "天"), Excerpt("由5.2天缩短到1.6天"), Excerpt("1.6天")),
)


def page(*slots, units=2, sample_slide=None):
    content = Layout("正文", 0, LayoutRole.CONTENT, 0, (TITLE, POINTS))
    compared = Layout("比较", 0, LayoutRole.COMPARISON, units, (TITLE, *slots), sample_slide)
    template = Template("单位", b"", 33 * CM, 19 * CM, (content, compared))
    storyboard = Storyboard(Excerpt("讲话"), (), (Slide("comparison-1", COMPARISON, None, ()),), "a.txt")
    (drawn,) = fit(storyboard, template)[0].pages
    return drawn


def texts(drawn):
    return {
        (placement.slot.purpose, placement.slot.unit): [paragraph.text for paragraph in placement.paragraphs]
        for placement in drawn.placements
    }


def test_each_side_has_its_head_its_figure_and_the_later_one_the_words():
    shown = texts(page(*HEADS, *columns()))
    assert shown[SlotPurpose.HEAD, 0] == ["变化前"]
    assert shown[SlotPurpose.HEAD, 1] == ["变化后"]
    assert shown[SlotPurpose.BODY, 0] == ["5.2天"]
    assert shown[SlotPurpose.BODY, 1] == ["1.6天", "由5.2天缩短到1.6天"]


def test_the_figures_are_large_and_of_one_size_and_no_items_of_a_list():
    bodies = [p for p in page(*HEADS, *columns()).placements if p.slot.purpose is SlotPurpose.BODY]
    sizes = {run.size_pt for body in bodies for run in body.paragraphs[0].runs if run.text[0].isdigit()}
    assert len(sizes) == 1
    assert sizes.pop() >= 1.5 * bodies[0].slot.size_pt
    assert not any(paragraph.listed for body in bodies for paragraph in body.paragraphs)


def test_columns_without_heads_say_above_the_figure_what_it_is():
    shown = texts(page(*columns()))
    assert shown[SlotPurpose.BODY, 0] == ["变化前", "5.2天"]
    assert shown[SlotPurpose.BODY, 1][0] == "变化后"


def test_columns_that_are_too_low_are_not_used():
    drawn = page(*HEADS, *columns(height=2))
    assert drawn.layout.role is LayoutRole.CONTENT


def test_points_lose_none_of_the_words():
    shown = texts(page(units=0))
    assert shown[SlotPurpose.BODY, 0] == ["变化前：5.2天", "变化后：1.6天", "由5.2天缩短到1.6天"]


def test_a_sample_slide_without_places_for_figures_is_not_used_so():
    assert page(*HEADS, *columns(), sample_slide=3).layout.role is LayoutRole.CONTENT
