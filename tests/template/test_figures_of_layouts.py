"""Layouts for figures set big and for quotations; no bullets where nothing is listed."""

import io

import pptx
import pytest
from pptx.oxml.ns import qn
from template_files import CONTENT, COVER, TITLE, template_file

from generator.model import LayoutRole, SlotPurpose
from generator.template import inspect_template, template_of

R = LayoutRole
VALUES = [("body", 30 + i, (4 + 31 * i, 26, 29, 21), "00", 60) for i in range(3)]
LABELS = [("body", 40 + i, (4 + 31 * i, 49, 29, 14), "指标", 18) for i in range(3)]
FRAME = [("封面", None, COVER), ("正文", None, CONTENT)]


def roles(*layouts):
    return inspect_template(template_file([*FRAME, *layouts]), "单位.pptx").roles


def test_large_type_in_a_row_with_small_type_under_it_is_for_figures():
    layout = roles(("版式3", None, [TITLE, *VALUES, *LABELS]))[R.BIG_NUMBER].layout
    assert layout.units == 3
    for unit in range(3):
        assert layout.slot(SlotPurpose.VALUE, unit).index == 30 + unit
        assert layout.slot(SlotPurpose.CAPTION, unit).index == 40 + unit


def test_such_a_page_is_not_taken_for_columns():
    found = roles(("版式3", None, [TITLE, *VALUES, *LABELS]))
    assert R.THREE_CONTENT not in found
    assert found[R.CONTENT].layout.name == "正文"


@pytest.mark.parametrize(
    "places",
    [
        [("body", 30 + i, (4 + 31 * i, 26, 29, 21), f"0{i + 1}", 60) for i in range(3)],  # numbers of entries
        [("body", 30 + i, (4 + 31 * i, 26, 29, 21), "文字", 20) for i in range(3)],  # ordinary type
        [("body", 30, (4, 26, 60, 21), "00", 60)],  # one alone: a slogan as well as a figure
    ],
)
def test_what_only_looks_like_figures(places):
    assert R.BIG_NUMBER not in roles(("核心数据", None, [TITLE, *places]))


def test_a_quotation_stands_under_a_title_and_above_who_said_it():
    layout = roles(("引用", None, [TITLE, ("body", 1, (10, 25, 80, 40), ""), ("body", 2, (10, 70, 80, 8), "")]))
    slots = layout[R.QUOTATION].layout
    assert slots.slot(SlotPurpose.BODY).index == 1
    assert slots.slot(SlotPurpose.CAPTION).index == 2


def test_a_layout_whose_title_is_the_quotation_holds_none():
    spoken = ("title", 0, (10, 10, 80, 50), "单击此处编辑标题")
    assert R.QUOTATION not in roles(("引言", None, [spoken, ("body", 1, (10, 65, 80, 10), "")]))


def test_heads_over_columns_are_no_list():
    compared = [
        TITLE,
        ("body", 1, (5, 20, 44, 8), ""),
        (None, 2, (5, 30, 44, 55), ""),
        ("body", 3, (51, 20, 44, 8), ""),
        (None, 4, (51, 30, 44, 55), ""),
    ]
    diagnosis = inspect_template(template_file([*FRAME, ("比较", None, compared)]), "单位.pptx")
    made = pptx.Presentation(io.BytesIO(template_of(diagnosis).package))
    bulletless = {
        shape.placeholder_format.idx
        for shape in made.slide_layouts[2].placeholders
        if shape._element.find(f".//{qn('a:lvl1pPr')}/{qn('a:buNone')}") is not None
    }
    assert {1, 3} <= bulletless
    assert not bulletless & {2, 4}
