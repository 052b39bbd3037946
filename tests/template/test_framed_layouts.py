"""Covers: made of a content page where a template has none, and without bullets under their title."""

import io

import pptx
import pytest
from packages import package_faults
from pptx.oxml.ns import qn
from template_files import BODY, CONTENT, COVER, TITLE, template_file

import generator
from generator.model import LayoutRole, SlotPurpose
from generator.pipeline import Request, TemplateFile
from generator.template import inspect_template, template_of

R = LayoutRole


def diagnosed(layouts):
    return inspect_template(template_file(layouts), "单位.pptx")


def middle_of(slot, height):
    return (slot.box.top + slot.box.height / 2) / height


def test_a_template_of_content_pages_alone_gets_a_cover_with_its_title_in_the_middle():
    diagnosis = diagnosed([("标题和内容", "obj", CONTENT)])
    height = diagnosis.facts.height
    for role in (R.COVER, R.CLOSING):
        layout = diagnosis.roles[role].layout
        assert (layout.name, diagnosis.roles[role].instead) == ("标题和内容", True)
        assert 0.35 < middle_of(layout.slot(SlotPurpose.TITLE), height) < 0.5
    assert diagnosis.roles[R.COVER].layout.slot(SlotPurpose.SUBTITLE)
    assert middle_of(diagnosis.roles[R.CONTENT].layout.slot(SlotPurpose.TITLE), height) < 0.2


def test_the_lines_under_it_are_smaller_than_its_title_and_no_list():
    diagnosis = diagnosed([("标题和内容", "obj", CONTENT)])
    cover = diagnosis.roles[R.COVER].layout
    title, lines = cover.slot(SlotPurpose.TITLE), cover.slot(SlotPurpose.SUBTITLE)
    assert lines.size_pt < 0.7 * title.size_pt
    assert lines.indent == 0


def test_a_cover_of_the_designers_own_is_not_copied():
    diagnosis = diagnosed([("封面", None, COVER), ("标题和内容", "obj", CONTENT)])
    made = pptx.Presentation(io.BytesIO(template_of(diagnosis).package))
    assert len(made.slide_layouts) == 2


def test_the_doctor_counts_the_layouts_of_the_file():
    assert len(diagnosed([("标题和内容", "obj", CONTENT)]).facts.layouts) == 1


def test_a_deck_on_it_is_sound(township, office_errors):
    package = template_file([("标题和内容", "obj", CONTENT)])
    built = generator.build(township, Request(template=TemplateFile(package, "单位.pptx")))
    assert package_faults(built.deck) == []
    assert office_errors(built.deck) == []
    names = [slide.slide_layout.name for slide in pptx.Presentation(io.BytesIO(built.deck)).slides]
    assert set(names) == {"标题和内容"}


def bullet_under(layouts, name):
    """Whether the second place of a layout shows a bullet in the cleaned template."""
    made = pptx.Presentation(io.BytesIO(template_of(diagnosed(layouts)).package))
    layout = next(layout for layout in made.slide_layouts if layout.name == name)
    shape = next(shape for shape in layout.placeholders if shape.placeholder_format.idx == 1)
    return shape._element.find(f".//{qn('a:lvl1pPr')}/{qn('a:buNone')}") is None


LISTED = [("ctrTitle", 0, (10, 25, 80, 22), ""), ("body", 1, (10, 52, 80, 12), "")]


@pytest.mark.parametrize(
    ("layouts", "name", "shown"),
    [
        ([("封面", None, LISTED), ("正文", None, CONTENT)], "封面", False),
        ([("封面", None, LISTED), ("正文", None, CONTENT)], "正文", True),
        ([("封面", None, [TITLE, BODY]), ("空白", "blank", [])], "封面", True),  # points stand on it as well
    ],
)
def test_bullets_go_from_under_a_cover_and_from_nowhere_else(layouts, name, shown):
    assert bullet_under(layouts, name) is shown


SUBTITLE = ("subTitle", 1, (10, 52, 80, 9), "")


def lines_under(cover):
    layouts = [("封面", "title", cover), ("标题和内容", "obj", CONTENT)]
    diagnosis = diagnosed(layouts)
    return diagnosis.roles[R.COVER].layout.slot(SlotPurpose.SUBTITLE).box.height / diagnosis.facts.height


def test_a_low_place_under_a_covers_title_is_made_as_high_as_subtitle_unit_and_date_need():
    assert lines_under([COVER[0], SUBTITLE]) > 0.2


@pytest.mark.parametrize(
    "cover",
    [
        [COVER[0], SUBTITLE, ("body", 13, (10, 63, 80, 9), "")],  # another place stands right under it
        [COVER[0], ("subTitle", 1, (10, 84, 80, 9), "")],  # the page ends
        [COVER[0], SUBTITLE, ("ftr", 11, (10, 63, 80, 5), "页脚")],
    ],
)
def test_not_where_something_stands_below(cover):
    assert lines_under(cover) < 0.1
