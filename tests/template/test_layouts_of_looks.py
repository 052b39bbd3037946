import itertools
import tomllib
from importlib.resources import files

import pytest
from drawing import CLOSE_ENOUGH, Rectangle, of_box, presentation

from generator.model import LayoutRole, SlotPurpose
from generator.template import look_names, open_look

SLIDE = Rectangle(0, 0, 12_192_000, 6_858_000)
MARGIN = 548_640  # 0.6 in
CASES = [(name, layout) for name in look_names() for layout in open_look(name).layouts]
EVERY_LAYOUT = pytest.mark.parametrize("layout", [lay for _, lay in CASES], ids=[f"{n}-{lay.name}" for n, lay in CASES])
EVERY_LAYOUT_OF_EVERY_LOOK = pytest.mark.parametrize(
    ("name", "layout"), CASES, ids=[f"{n}-{lay.name}" for n, lay in CASES]
)
TABLE = tomllib.loads((files("generator") / "looks" / "base.toml").read_text(encoding="utf-8"))["layouts"]
FRAMED = {LayoutRole.COVER, LayoutRole.AGENDA, LayoutRole.SECTION, LayoutRole.CLOSING}
"""Roles with a drawing of their own; all others share the place of the title."""


@pytest.mark.parametrize("name", look_names())
def test_table_and_tree_name_the_same_layouts(name):
    in_tree = [layout.name for layout in presentation(open_look(name)).slide_layouts]
    assert [entry["name"] for entry in TABLE] == in_tree
    assert len(set(in_tree)) == len(in_tree)


@pytest.mark.parametrize("name", look_names())
def test_every_placeholder_has_a_purpose_and_every_purpose_a_placeholder(name):
    for entry, layout in zip(TABLE, presentation(open_look(name)).slide_layouts, strict=True):
        indexes = [shape.placeholder_format.idx for shape in layout.placeholders]
        assert sorted(indexes) == sorted(int(index) for index in entry["slots"]), layout.name


@EVERY_LAYOUT
def test_units_are_counted_without_a_gap(layout):
    by_purpose = {}
    for slot in layout.slots:
        by_purpose.setdefault(slot.purpose, []).append(slot.unit)
    for purpose, units in by_purpose.items():
        assert sorted(units) == list(range(len(units))), purpose
        over_columns = {2} if layout.role is LayoutRole.COMPARISON else set()  # of rows of two: a head a column
        assert len(units) in {1, layout.units} | over_columns, purpose


@EVERY_LAYOUT
def test_slots_keep_the_margins(layout):
    for slot in layout.slots:
        box = of_box(slot.box)
        assert SLIDE.contains(box), slot
        assert box.left >= MARGIN, slot
        assert box.right <= SLIDE.right - MARGIN, slot


@EVERY_LAYOUT
def test_slots_do_not_overlap(layout):
    for one, other in itertools.combinations(layout.slots, 2):
        assert not of_box(one.box).overlaps(of_box(other.box)), (one, other)


@EVERY_LAYOUT_OF_EVERY_LOOK
def test_title_and_breadcrumb_stand_where_they_stand_on_every_slide(name, layout):
    if layout.role in FRAMED:
        return
    plain = open_look(name).layouts_for(LayoutRole.CONTENT)[0]
    for purpose in (SlotPurpose.TITLE, SlotPurpose.BREADCRUMB, SlotPurpose.SLIDE_NUMBER, SlotPurpose.FOOTER):
        assert layout.slot(purpose) == plain.slot(purpose)


@EVERY_LAYOUT
def test_equals_are_of_one_size_with_equal_gaps(layout):
    for purpose in SlotPurpose:
        slots = [slot for slot in layout.slots if slot.purpose is purpose]
        if len(slots) < 2:
            continue
        assert len({slot.size_pt for slot in slots}) == 1
        assert max(s.box.height for s in slots) - min(s.box.height for s in slots) <= CLOSE_ENOUGH
        for start, length in (("left", "width"), ("top", "height")):
            across = "top" if start == "left" else "left"
            rows = {}
            for slot in slots:
                rows.setdefault(getattr(slot.box, across), []).append(slot.box)
            for boxes in rows.values():
                starts = sorted(getattr(box, start) for box in boxes)
                steps = [after - before for before, after in itertools.pairwise(starts)]
                if len(steps) > 1 and not (layout.role is LayoutRole.STEPS and purpose is SlotPurpose.HEAD):
                    assert max(steps) - min(steps) <= CLOSE_ENOUGH, (purpose, starts)
                if layout.role is not LayoutRole.STEPS:
                    widths = {getattr(box, length) for box in boxes}
                    assert max(widths) - min(widths) <= CLOSE_ENOUGH


@EVERY_LAYOUT
def test_units_follow_the_reading_order(layout):
    for purpose in SlotPurpose:
        slots = sorted((slot for slot in layout.slots if slot.purpose is purpose), key=lambda slot: slot.unit)
        places = [(slot.box.top, slot.box.left) for slot in slots]
        assert places == sorted(places)


FLOORS = {
    SlotPurpose.TITLE: 30,
    SlotPurpose.SUBTITLE: 20,
    SlotPurpose.SPEAKER: 18,
    SlotPurpose.BODY: 20,
    SlotPurpose.HEAD: 20,
    SlotPurpose.NUMERAL: 24,
    SlotPurpose.VALUE: 42,
    SlotPurpose.CAPTION: 16,
    SlotPurpose.TABLE: 16,
    SlotPurpose.CHART: 16,
    SlotPurpose.BREADCRUMB: 14,
    SlotPurpose.FOOTER: 11,
    SlotPurpose.DATE: 11,
    SlotPurpose.SLIDE_NUMBER: 11,
}


@EVERY_LAYOUT
def test_type_is_large_enough_for_the_last_row(layout):
    for slot in layout.slots:
        note = layout.role is LayoutRole.CHART and slot.purpose is SlotPurpose.BODY
        assert slot.size_pt >= (16 if note else FLOORS[slot.purpose]), slot


@EVERY_LAYOUT
def test_a_slot_has_room_for_what_it_is_meant_for(layout):
    # 1.45 em: the natural line of the tallest fallback typeface.
    for slot in layout.slots:
        line_pt = slot.size_pt * slot.line_spacing * 1.45
        two_lines = {SlotPurpose.TITLE, SlotPurpose.HEAD, SlotPurpose.BODY, SlotPurpose.TABLE, SlotPurpose.CHART}
        wanted = 2 if slot.purpose in two_lines else 1
        if slot.purpose is SlotPurpose.BODY and layout.role is LayoutRole.CHART:
            wanted = 1  # the note below a chart
        if slot.purpose is SlotPurpose.HEAD and layout.role is LayoutRole.CARDS and layout.units == 4:
            wanted = 1  # beside its numeral, over the whole width of the card
        if slot.purpose is SlotPurpose.HEAD and layout.role is LayoutRole.COMPARISON:
            wanted = 1
        if slot.purpose is SlotPurpose.TITLE and layout.role is LayoutRole.AGENDA:
            wanted = 1  # 目录
        if slot.purpose is SlotPurpose.TITLE and layout.role is LayoutRole.COVER:
            wanted = 3 * 0.7  # forty characters, in three lines as soon as two would need less of the size
        if slot.purpose is SlotPurpose.SPEAKER:
            wanted = 3
        assert slot.box.height / 12_700 >= wanted * line_pt - 1, slot


def test_cards_come_with_heads_and_without():
    cards = open_look().layouts_for(LayoutRole.CARDS)
    with_heads = [layout.units for layout in cards if layout.slot(SlotPurpose.HEAD)]
    without = [layout.units for layout in cards if not layout.slot(SlotPurpose.HEAD)]
    assert with_heads == without == [2, 3, 4, 5]


@EVERY_LAYOUT_OF_EVERY_LOOK
def test_the_tree_is_in_the_order_in_which_a_slide_is_read_out(name, layout):
    own = next(own for own in presentation(open_look(name)).slide_layouts if own.name == layout.name)
    slots = {slot.index: slot for slot in layout.slots}
    order = [slots[shape._element.ph.idx] for shape in own.shapes if shape.is_placeholder]
    purposes = [slot.purpose for slot in order]
    first = {
        LayoutRole.COVER: [SlotPurpose.TITLE, SlotPurpose.SUBTITLE],
        LayoutRole.CLOSING: [SlotPurpose.TITLE, SlotPurpose.SUBTITLE],
        LayoutRole.AGENDA: [SlotPurpose.TITLE],
        LayoutRole.SECTION: [SlotPurpose.NUMERAL, SlotPurpose.TITLE],
    }.get(layout.role, [SlotPurpose.BREADCRUMB, SlotPurpose.TITLE])
    assert purposes[: len(first)] == first
    last = [SlotPurpose.DATE, SlotPurpose.FOOTER, SlotPurpose.SLIDE_NUMBER]
    if layout.role not in FRAMED:
        assert purposes[-3:] == last
    repeated = [slot for slot in order if slot.purpose not in (*first, *last)]
    if layout.role is LayoutRole.BIG_NUMBER and layout.slot(SlotPurpose.BODY):
        assert repeated.pop().purpose is SlotPurpose.BODY  # the points below the figures
    if layout.role is LayoutRole.COMPARISON and layout.units > 2:
        assert [slot.purpose for slot in repeated[:2]] == [SlotPurpose.HEAD] * 2  # then row by row
        repeated = repeated[2:]
    units = [slot.unit for slot in repeated]
    assert units == sorted(units)


def test_comparisons_come_in_rows_and_steps_with_dates():
    template = open_look()
    rows = [layout.units // 2 for layout in template.layouts_for(LayoutRole.COMPARISON) if layout.units > 2]
    dated = [layout.units for layout in template.layouts_for(LayoutRole.STEPS) if layout.slot(SlotPurpose.CAPTION)]
    over_points = [
        layout.units for layout in template.layouts_for(LayoutRole.BIG_NUMBER) if layout.slot(SlotPurpose.BODY)
    ]
    assert (rows, dated, over_points) == ([2, 3, 4], [3, 4, 5], [1, 2, 3])
