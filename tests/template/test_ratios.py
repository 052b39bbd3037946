"""Every look for 4:3: nothing squeezed, nothing off the page, nothing on top of another."""

import itertools

import pytest
from drawing import ORNAMENT, PANEL, Rectangle, drawn, of_box, of_shape, outline, presentation, touches
from pptx.oxml.ns import qn

from generator.model import Ratio, SlotPurpose
from generator.template import look_names, open_look
from generator.template.ratios import MARGIN, WIDTHS, in_ratio

SLIDE = Rectangle(0, 0, 9_144_000, 6_858_000)
CASES = [(name, layout) for name in look_names() for layout in open_look(name, Ratio.STANDARD).layouts]
EVERY_LAYOUT = pytest.mark.parametrize(("name", "layout"), CASES, ids=[f"{n}-{lay.name}" for n, lay in CASES])
FLOORS = {SlotPurpose.TITLE: 30, SlotPurpose.BODY: 16, SlotPurpose.HEAD: 20, SlotPurpose.NUMERAL: 24}
NUMERAL_EM = 1.15
"""Two digits, in em: Arial's are 0.556 wide."""


def own_layout(name, layout):
    deck = presentation(open_look(name, Ratio.STANDARD))
    return next(own for own in deck.slide_layouts if own.name == layout.name)


@pytest.mark.parametrize("name", look_names())
def test_the_slides_are_four_to_three(name):
    deck = presentation(open_look(name, Ratio.STANDARD))
    assert (deck.slide_width, deck.slide_height) == (9_144_000, 6_858_000)
    image = next(
        shape for shape in deck.notes_master.placeholders if shape.placeholder_format.type.name == "SLIDE_IMAGE"
    )
    assert image.width / image.height == pytest.approx(4 / 3, abs=0.001)


@EVERY_LAYOUT
def test_slots_keep_the_margins_and_their_distance(name, layout):
    for slot in layout.slots:
        box = of_box(slot.box)
        assert box.left >= MARGIN, (name, slot)
        assert box.right <= SLIDE.right - MARGIN, slot
    for one, other in itertools.combinations(layout.slots, 2):
        assert not of_box(one.box).overlaps(of_box(other.box)), (one, other)


@EVERY_LAYOUT
def test_drawings_stay_on_the_page_and_out_of_the_text(name, layout):
    for shape in drawn(own_layout(name, layout)):
        assert SLIDE.contains(of_shape(shape)), shape.name
        if shape.name.startswith(ORNAMENT):
            points = outline(shape)
            assert not any(touches(points, of_box(slot.box)) for slot in layout.slots), shape.name


@EVERY_LAYOUT
def test_text_lies_on_one_panel_or_on_none(name, layout):
    for shape in drawn(own_layout(name, layout)):
        if shape.name.startswith(PANEL):
            panel = of_shape(shape)
            for slot in layout.slots:
                assert panel.contains(of_box(slot.box)) or not panel.overlaps(of_box(slot.box)), (shape.name, slot)


@EVERY_LAYOUT
def test_type_stays_readable_and_no_numeral_is_squeezed(name, layout):
    for slot in layout.slots:
        assert slot.size_pt >= FLOORS.get(slot.purpose, 11), (name, slot)
        if slot.purpose is SlotPurpose.NUMERAL:
            assert slot.size_pt * NUMERAL_EM <= slot.box.width / 12_700, slot


@pytest.mark.parametrize("name", look_names())
def test_what_is_round_stays_round(name):
    for wide, narrow in zip(*(presentation(open_look(name, r)).slide_layouts for r in Ratio), strict=True):
        for before, after in zip(wide.shapes, narrow.shapes, strict=True):
            if before.is_placeholder or before._element.find(f".//{qn('a:prstGeom')}[@prst='rect']") is not None:
                continue  # a panel that is as wide as high by chance becomes narrower like its neighbours
            if abs(before.width - before.height) <= 0.02 * before.width:
                assert after.width / after.height == pytest.approx(1, abs=0.03), (wide.name, before.name)


def test_the_wide_look_is_the_tree_as_it_is():
    parts = {"ppt/presentation.xml": b"<a/>", "ppt/slideLayouts/slideLayout1.xml": b"<b/>"}
    assert in_ratio(parts, Ratio.WIDE) == parts
    assert set(WIDTHS) == set(Ratio)


@pytest.mark.parametrize("name", look_names())
def test_the_package_is_valid(name, office_errors):
    assert office_errors(open_look(name, Ratio.STANDARD).package) == []
