from generator.fitting.measure import (
    fits,
    largest_common_size,
    largest_size,
    line_count,
    one_line_size,
    set_lines,
    text_height,
    ugly_breaks,
)
from generator.model import Box, Paragraph, Run, Slot, SlotPurpose
from generator.settings import FittingSettings

POINT = 12_700
SETTINGS = FittingSettings(line_height_em=1.5, reserve_lines=0.5)


def slot(width_pt=242, height_pt=200, size_pt=24.0, gap_pt=10.0):
    return Slot(1, SlotPurpose.BODY, 0, Box(0, 0, round(width_pt * POINT), height_pt * POINT), size_pt, 1.0, gap_pt)


def paragraphs(*texts):
    return [Paragraph((Run(text),)) for text in texts]


def test_lines_and_gaps_add_up_to_the_height():
    text = paragraphs("一二三四五六七八九十", "一二三四五六七八九十一二")
    assert line_count(text[0].text, slot(), 24) == 1
    assert line_count(text[1].text, slot(), 24) == 2
    assert text_height(text, slot(), 24, SETTINGS) == 3 * 24 * 1.5 + 10


def test_a_line_break_counts_as_a_line():
    assert line_count("一\n二", slot(), 24) == 2


def test_the_reserve_keeps_half_a_line_free():
    text = paragraphs("一", "二")
    height = text_height(text, slot(), 24, SETTINGS)
    assert not fits(text, slot(height_pt=int(height) + 11), 24, SETTINGS)
    assert fits(text, slot(height_pt=int(height) + 12), 24, SETTINGS)


def test_text_steps_down_to_the_floor_and_no_further():
    text = paragraphs("一" * 30, "二" * 30)
    assert largest_size(text, slot(height_pt=170), 18, SETTINGS) is None
    size = largest_size(text, slot(height_pt=220), 18, SETTINGS)
    assert size is not None
    assert 18 <= size < 24
    assert not fits(text, slot(height_pt=220), size + 1, SETTINGS)


def test_siblings_take_the_smallest_size_of_all():
    short, long = paragraphs("一"), paragraphs("一" * 60)
    tall = slot(height_pt=170)
    own = largest_size(long, tall, 18, SETTINGS)
    assert own is not None
    assert own < 24
    assert largest_common_size([(short, tall), (long, tall)], 18, SETTINGS) == own
    assert largest_common_size([(short, tall), (paragraphs("一" * 600), tall)], 18, SETTINGS) is None


def test_what_fills_a_line_to_the_hair_takes_two():
    # 聚力项目攻坚，壮大发展动能: thirteen em in thirteen are broken by programs that round widths
    assert line_count("一" * 10, slot(width_pt=240), 24) == 2
    assert line_count("一" * 10, slot(width_pt=242), 24) == 1


def test_one_line_stays_one_line():
    assert one_line_size("一" * 10, slot(), 11, SETTINGS) == 24
    assert one_line_size("一" * 16, slot(), 11, SETTINGS) == 15
    assert one_line_size("一" * 100, slot(), 11, SETTINGS) == 11


def test_a_line_that_a_program_may_fill_by_one_character_more_is_judged_both_ways():
    text = "新改建农村公路46.8公里，安装路灯1240盏，建成垃圾分类收集点93个"
    body = slot(width_pt=31.62 * 25, size_pt=25.0)
    assert set_lines(text, body, 25.0, hanging=False)[-1] == "93个"
    assert ugly_breaks(text, body, 25.0)
    assert not ugly_breaks("新改建农村公路46.8公里，安装路灯1240盏，\n建成垃圾分类收集点93个", body, 25.0)
