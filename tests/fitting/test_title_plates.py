"""Titles in the places that a template drew for them: plates as wide as their words, letters set apart, one size."""

from dataclasses import replace

from generator.fitting.breaking import place_title
from generator.fitting.context import Context
from generator.fitting.measure import EMU_PER_POINT, line_width
from generator.fitting.titles import alike_titles
from generator.language import width_em
from generator.model import (
    Box,
    Excerpt,
    Layout,
    LayoutRole,
    Page,
    Slot,
    SlotPurpose,
    Storyboard,
    Template,
)
from generator.settings import FittingSettings

SETTINGS = FittingSettings()
LONG = "主要数据：织密组织体系，让治理有主心骨"
PT = EMU_PER_POINT


def slot(width_pt, height_pt=40, size=24.0, **given):
    return Slot(1, SlotPurpose.TITLE, 0, Box(100 * PT, 0, width_pt * PT, height_pt * PT), size, **given)


def placed(text, where):
    return place_title(text, where, 2, SETTINGS)


def test_a_plate_gets_as_wide_as_a_long_title_and_keeps_its_type():
    plate = slot(300, widest=Box(0, 0, 500 * PT, 40 * PT))
    found = placed(LONG, plate)
    assert found.size_pt is None  # 24 pt, as drawn
    assert width_em(LONG) * 24 * PT <= found.slot.box.width < 500 * PT
    # As much to the left as to the right: it could grow by 100 pt on each side.
    middle = found.slot.box.left + found.slot.box.width / 2
    assert abs(middle - 250 * PT) < 2


def test_a_plate_that_is_free_on_one_side_grows_to_that_side():
    found = placed(LONG, slot(300, widest=Box(100 * PT, 0, 500 * PT, 40 * PT)))
    assert found.slot.box.left == 100 * PT


def test_a_short_title_and_one_that_stands_in_two_lines_leave_the_plate_as_it_is():
    widest = Box(0, 0, 500 * PT, 80 * PT)
    for text, height in (("主要数据", 40), (LONG, 80)):
        plate = slot(300, height, widest=widest)
        assert placed(text, plate).slot == plate


def test_a_box_without_a_plate_is_never_widened():
    where = slot(300)
    found = placed(LONG, where)
    assert found.slot == where
    assert found.size_pt < 24


def test_letters_that_are_set_apart_take_more_of_a_line():
    plain, apart = slot(300, size=60.0), slot(300, size=60.0, spacing_pt=6.0)
    assert line_width(apart, 60) < line_width(plain, 60)
    # 5 characters of 60 pt fill the line, with 6 pt after each they do not stand on it.
    text = "组织与人"
    assert placed(text, slot(250, 87, 60.0)).size_pt is None
    assert (placed(text, slot(250, 87, 60.0, spacing_pt=6.0)).size_pt or 60) < 60


def page(number, title, where, role=LayoutRole.CONTENT):
    layout = Layout(f"版式{number}", 0, role, 0, (where,))
    return Page(f"page-{number}", layout, (place_title(title, where, 2, SETTINGS),))


def sizes(*pages):
    template = Template("模板", b"", 12_192_000, 6_858_000, tuple(page.layout for page in pages))
    context = Context(Storyboard(Excerpt("发言"), (), (), source=""), template, SETTINGS)
    return [(p.placements[0].size_pt or p.placements[0].slot.size_pt) for p in alike_titles(pages, context)]


def test_titles_of_pages_drawn_alike_have_the_size_of_the_longest():
    where = slot(400, size=32.0)
    middling = "下好民生改善的先手棋子啊"  # 12 characters, 384 pt and the hair of a line
    found = sizes(page(1, "主要数据", where), page(2, f"{middling}们", where))
    assert found[0] == found[1] < 32


def test_one_title_of_thirty_characters_does_not_spoil_the_others():
    where = slot(400, size=32.0)
    found = sizes(page(1, "主要数据", where), page(2, LONG, where))
    assert found[0] == 32
    assert found[1] < 0.75 * 32


def test_dividers_and_pages_drawn_at_another_size_are_families_of_their_own():
    where, other = slot(400, size=32.0), slot(400, size=40.0)
    long = "下好民生改善的先手棋子啊们"
    found = sizes(page(1, "主要数据", where, LayoutRole.SECTION), page(2, long, where), page(3, "小结", other))
    assert found[0] == 32
    assert found[2] == 40


def test_the_slot_of_a_title_stays_the_layout_s():
    where = slot(400, size=32.0)
    long = page(2, "下好民生改善的先手棋子啊们", where)
    template = Template("模板", b"", 12_192_000, 6_858_000, ())
    context = Context(Storyboard(Excerpt("发言"), (), (), source=""), template, SETTINGS)
    first, _ = alike_titles([page(1, "主要数据", where), long], context)
    assert replace(first.placements[0].slot) == where
