import pytest
from template_files import (
    BODY,
    COLUMNS,
    COVER,
    DIVIDER,
    NUMBER,
    TITLE,
    placeholder,
    presentation,
    saved,
    template_file,
)

from generator.model import LayoutRole, SlotPurpose
from generator.template import inspect_template, spots_of

DATE = ("dt", 10, (5, 92, 20, 5), "2019年1月")
PICTURE = ("pic", 14, (70, 22, 25, 40), "")
LONG = "这里是示例正文，写在占位符里，足够长，长到不会被当成封面、目录或者章节页。"


def spots(role, layouts, slides=()):
    diagnosis = inspect_template(template_file(layouts, slides), "单位.pptx")
    return {spot.purpose: spot for spot in spots_of(diagnosis.roles[role], diagnosis.facts)}


def test_what_the_speech_fills_has_a_size_and_a_capacity():
    found = spots(LayoutRole.CONTENT, [("封面", None, COVER), ("正文", None, [TITLE, (*BODY, 20)])])
    body = found[SlotPurpose.BODY]
    assert (body.count, body.size_pt) == (1, 20.0)
    characters, lines = body.capacity
    # 90 % of 13.33 in without insets and the bullet's indent, at 20 pt; 65 % of 7.5 in at 1.45 lines.
    assert characters in range(38, 44)
    assert lines in range(11, 13)


def test_repeated_places_are_one_line_with_the_least_room():
    found = spots(LayoutRole.TWO_CONTENT, [("正文", None, [TITLE, BODY]), ("两栏", None, COLUMNS)])
    assert found[SlotPurpose.BODY].count == 2


def test_pictures_and_numbers_are_named_though_no_speech_fills_them():
    layouts = [("封面", None, COVER), ("正文", None, [TITLE, (None, 1, (5, 22, 62, 65), ""), PICTURE, NUMBER])]
    found = spots(LayoutRole.CONTENT, layouts)
    assert found[None].box.width > 0
    assert found[None].capacity is None
    assert found[SlotPurpose.SLIDE_NUMBER].box.top > 6_000_000


@pytest.mark.parametrize("dated", [False, True])
def test_a_date_is_named_where_the_authors_own_slides_show_one(dated):
    layouts = [("封面", None, COVER), ("节标题", None, DIVIDER), ("正文", None, [TITLE, BODY, DATE])]
    made = presentation(layouts, [(2, {0: "成效", 1: LONG}, [])])
    if dated:  # python-pptx leaves the lines at the edge out of a new slide
        made.slides[0].shapes._spTree.append(placeholder(40, "dt", 10, None, "2019年1月"))
    diagnosis = inspect_template(saved(made), "单位.pptx")
    found = spots_of(diagnosis.roles[LayoutRole.CONTENT], diagnosis.facts)
    assert (SlotPurpose.DATE in {spot.purpose for spot in found}) is dated


def test_the_title_comes_first():
    layouts = [("封面", None, COVER), ("正文", None, [("body", 12, (5, 1, 50, 3), "所在部分"), TITLE, BODY])]
    assert next(iter(spots(LayoutRole.CONTENT, layouts))) is SlotPurpose.TITLE
