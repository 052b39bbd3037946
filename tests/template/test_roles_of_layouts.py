from dataclasses import replace

import pytest
from template_files import (
    BODY,
    COLUMNS,
    CONTENT,
    COVER,
    DIVIDER,
    NUMBER,
    ORDINARY,
    TITLE,
    drawing,
    presentation,
    saved,
    template_file,
)

from generator.model import Box, LayoutRole, SlotPurpose
from generator.template import TemplateKind, inspect_template, template_of
from generator.template.facts import read_facts
from generator.template.names import role_by_name
from generator.template.signature import signature_of
from generator.template.slots import layout_in_role

R = LayoutRole


def diagnosed(layouts, slides=()):
    return inspect_template(template_file(layouts, slides), "单位.pptx")


def chosen(layouts, slides=()):
    return {role: candidate.layout.name for role, candidate in diagnosed(layouts, slides).roles.items()}


def test_an_ordinary_template_serves_its_roles():
    roles = chosen(ORDINARY)
    assert roles[R.COVER] == "封面"
    assert roles[R.AGENDA] == "目录"
    assert roles[R.SECTION] == "章节页"
    assert roles[R.CONTENT] == roles[R.TABLE] == roles[R.CHART] == "标题和内容"
    assert roles[R.TWO_CONTENT] == "两栏内容"
    assert roles[R.CLOSING] == "结束页"
    assert R.THREE_CONTENT not in roles
    assert "空白" not in roles.values()


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("1_标题和内容", R.CONTENT),
        ("TITLE_AND_TWO_COLUMNS", R.TWO_CONTENT),
        ("Abschnittsüberschrift", R.SECTION),
        ("Diapositive de titre", R.COVER),
        ("タイトルとコンテンツ", R.CONTENT),
        ("Inhaltsverzeichnis", R.AGENDA),
        ("封底", R.CLOSING),
        ("节", R.SECTION),
    ],
)
def test_names_in_five_languages(name, role):
    assert role_by_name(name).role is role


@pytest.mark.parametrize("name", ["空白", "Title Only", "图片与标题", "Titel und vertikaler Text"])
def test_names_of_what_serves_no_role(name):
    assert role_by_name(name).role is None


@pytest.mark.parametrize("name", ["自定义版式", "Custom Layout", "2_自定义设计", "季节变换", "layout", "Textilien"])
def test_names_that_say_nothing(name):
    assert role_by_name(name) is None


def test_without_names_and_types_the_placeholders_tell():
    roles = chosen([("自定义版式", None, COVER), ("1_自定义版式", None, CONTENT), ("2_自定义版式", None, COLUMNS)])
    assert roles[R.COVER] == "自定义版式"
    assert roles[R.CONTENT] == "1_自定义版式"
    assert roles[R.TWO_CONTENT] == "2_自定义版式"


def test_an_empty_layout_is_not_chosen_for_its_name():
    roles = chosen([("标题和内容", "obj", []), ("封面", None, COVER), ("版式3", None, CONTENT)])
    assert roles[R.CONTENT] == "版式3"


def test_types_that_are_swapped_do_not_win_over_what_is_there():
    roles = chosen([("封面", "secHead", COVER), ("章节", "title", DIVIDER), ("正文", "title", CONTENT)])
    assert (roles[R.COVER], roles[R.SECTION], roles[R.CONTENT]) == ("封面", "章节", "正文")


def test_a_decoy_called_title_slide_is_a_content_page_by_its_places():
    roles = chosen([("Title Slide", None, CONTENT), ("Layout 2", None, COVER)])
    assert (roles[R.COVER], roles[R.CONTENT]) == ("Layout 2", "Title Slide")


def test_a_center_title_on_the_content_layout_does_not_make_it_a_cover():
    places = [("ctrTitle", 0, (5, 4, 90, 14), ""), BODY]
    assert chosen([("甲", None, places), ("乙", None, COVER)])[R.CONTENT] == "甲"


def test_layouts_of_one_name_are_told_apart_by_their_places():
    diagnosis = diagnosed([("节标题", None, COVER), ("节标题", None, CONTENT), ("节标题", None, DIVIDER)])
    positions = {role: c.layout.position for role, c in diagnosis.roles.items()}
    assert (positions[R.COVER], positions[R.CONTENT], positions[R.SECTION]) == (0, 1, 2)


def test_what_the_authors_slides_use_is_evidence():
    layouts = [("甲", None, CONTENT), ("乙", None, CONTENT)]
    long = {0: "工作成效", 1: "这是一段足够长的正文，用来说明这一页确实是正文页而不是封面或者章节页，字数够多。"}
    slides = [(0, {0: "年度汇报"}, []), (1, long, []), (1, long, [])]
    candidate = diagnosed(layouts, slides).roles[R.CONTENT]
    assert candidate.layout.name == "乙"
    assert any("第 2、3 张示例页" in words for words in candidate.evidence)


def test_the_layout_of_the_thanks_closes():
    layouts = [("甲", None, DIVIDER), ("乙", None, DIVIDER), ("正文", None, CONTENT)]
    diagnosis = diagnosed(layouts, [(2, {0: "题", 1: "文"}, []), (1, {0: "谢谢观看"}, [])])
    assert diagnosis.roles[R.CLOSING].layout.name == "乙"


def test_the_first_slide_is_no_cover_when_it_is_the_agenda():
    layouts = [("甲", None, CONTENT), ("乙", None, COVER)]
    diagnosis = diagnosed(layouts, [(0, {0: "目 录", 1: "一\n二"}, []), (1, {0: "年度汇报", 1: "单位"}, [])])
    assert diagnosis.roles[R.AGENDA].layout.name == "甲"
    assert diagnosis.roles[R.COVER].layout.name == "乙"


def test_a_closing_page_with_thanks_drawn_on_it_needs_no_placeholder():
    layouts = [*ORDINARY[:6], ("结束页", None, [], [((20, 40, 60, 20), "Thank you")])]
    diagnosis = diagnosed(layouts)
    assert diagnosis.roles[R.CLOSING].layout.name == "结束页"
    assert diagnosis.roles[R.CLOSING].layout.slots == ()


def test_the_branded_master_is_preferred():
    made = presentation(ORDINARY[:4])
    plain = inspect_template(saved(made), "a.pptx")
    assert plain.roles[R.CONTENT].layout.master == 0
    made.slide_masters[0]._element.cSld.spTree.append(drawing(99, (0, 0, 100, 8)))
    assert inspect_template(saved(made), "a.pptx").facts.masters[0].drawn == 1


def test_body_is_the_largest_area_and_not_the_lead_line():
    places = [TITLE, ("body", 1, (5, 18, 90, 8), ""), ("body", 13, (5, 28, 90, 60), "")]
    layout = diagnosed([("正文", None, places), ("封面", None, COVER)]).roles[R.CONTENT].layout
    assert layout.slot(SlotPurpose.BODY).index == 13


def test_a_low_line_over_the_title_is_the_breadcrumb():
    places = [("body", 10, (5, 1, 45, 3), ""), ("title", 0, (5, 5, 90, 10), ""), BODY]
    layout = diagnosed([("正文", None, places), ("封面", None, COVER)]).roles[R.CONTENT].layout
    assert layout.slot(SlotPurpose.BREADCRUMB).index == 10


def test_without_a_body_one_is_drawn_on_the_titles_grid():
    places = [("title", 0, (5, 6, 90, 8), ""), ("body", 1, (5, 16, 90, 9), "")]
    diagnosis = diagnosed([("表紙", None, COVER), ("汎用", None, places)])
    slot = diagnosis.roles[R.CONTENT].layout.slot(SlotPurpose.BODY)
    assert diagnosis.roles[R.CONTENT].layout.name == "汎用"
    assert slot.box.top > 0.25 * 6_858_000
    assert slot.box.top + slot.box.height <= 0.93 * 6_858_000
    assert "template_body_drawn" in [finding.code for finding in diagnosis.findings]
    assert template_of(diagnosis).layouts_for(R.CONTENT)[0].slot(SlotPurpose.BODY) == slot


def test_columns_that_share_an_index_get_one_each():
    places = [("title", 0, (5, 4, 90, 14), ""), ("body", 0, (5, 22, 44, 65), ""), ("body", 0, (51, 22, 44, 65), "")]
    layout = diagnosed([("两栏", None, places), ("正文", None, CONTENT)]).roles[R.TWO_CONTENT].layout
    left, right = (layout.slot(SlotPurpose.BODY, unit) for unit in (0, 1))
    assert len({layout.slot(SlotPurpose.TITLE).index, left.index, right.index}) == 3
    assert left.box.left + left.box.width <= right.box.left


def test_a_band_that_asks_for_the_title_is_the_title():
    places = [(None, 13, (0, 25, 100, 23), "单击此处编辑母版标题样式"), ("title", 0, (0, 52, 100, 16), "")]
    layout = diagnosed([("封面", None, places), ("正文", None, CONTENT)]).roles[R.COVER].layout
    assert (layout.slot(SlotPurpose.TITLE).index, layout.slot(SlotPurpose.SUBTITLE).index) == (13, 0)


def test_a_band_that_asks_for_a_subtitle_is_none():
    places = [(None, 13, (0, 25, 100, 23), "单击此处编辑副标题"), ("title", 0, (0, 52, 100, 16), "")]
    layout = diagnosed([("封面", None, places), ("正文", None, CONTENT)]).roles[R.COVER].layout
    assert layout.slot(SlotPurpose.TITLE).index == 0


def test_a_subtitle_over_a_content_area_is_the_title_of_a_layout_without_one():
    places = [("subTitle", 1, (5, 6, 88, 14), "单击此处添加标题"), (None, 12, (5, 22, 88, 68), "单击此处添加文本")]
    layout = diagnosed([("正文", None, places)]).roles[R.CONTENT].layout
    assert (layout.slot(SlotPurpose.TITLE).index, layout.slot(SlotPurpose.BODY).index) == (1, 12)


def test_agenda_entries_are_read_row_by_row_with_their_numerals():
    entries = [("body", 20 + i, (15 + 45 * (i % 2), 30 + 20 * (i // 2), 30, 10), "标题") for i in (0, 2, 1, 3)]
    numerals = [("body", 30 + i, (5 + 45 * (i % 2), 30 + 20 * (i // 2), 8, 10), f"0{i + 1}") for i in (3, 0, 2, 1)]
    layout = diagnosed([("目录", None, [TITLE, *entries, *numerals]), ("正文", None, CONTENT)]).roles[R.AGENDA].layout
    assert layout.units == 4
    assert [layout.slot(SlotPurpose.HEAD, i).index for i in range(4)] == [20, 21, 22, 23]
    assert [layout.slot(SlotPurpose.NUMERAL, i).index for i in range(4)] == [30, 31, 32, 33]


def test_a_comparison_has_heads_over_its_columns():
    heads = [("body", 3, (5, 18, 44, 8), ""), ("body", 4, (51, 18, 44, 8), "")]
    low = [(None, 1, (5, 28, 44, 60), ""), (None, 2, (51, 28, 44, 60), "")]
    roles = diagnosed([("比较", None, [TITLE, *heads, *low]), ("两栏", None, COLUMNS), ("正文", None, CONTENT)]).roles
    assert roles[R.COMPARISON].layout.name == "比较"
    assert roles[R.TWO_CONTENT].layout.name == "两栏"
    assert [roles[R.COMPARISON].layout.slot(SlotPurpose.HEAD, i).index for i in (0, 1)] == [3, 4]


def test_vertical_text_is_nothing_to_write_points_in():
    made = presentation([("标题和竖排文字", None, [TITLE, BODY]), ("正文", None, CONTENT)])
    body = made.slide_layouts[0].placeholders[1]
    body._element.ph.set("orient", "vert")
    assert inspect_template(saved(made), "a.pptx").roles[R.CONTENT].layout.name == "正文"


def test_missing_roles_stay_inside_the_template_and_are_told():
    diagnosis = diagnosed([("甲", None, COVER), ("乙", None, CONTENT)])
    roles = {role: c.layout.name for role, c in diagnosis.roles.items()}
    assert roles[R.SECTION] == roles[R.CLOSING] == "甲"
    assert roles[R.AGENDA] == roles[R.TABLE] == "乙"
    assert all(diagnosis.roles[role].instead for role in (R.SECTION, R.AGENDA, R.CLOSING))
    told = next(finding for finding in diagnosis.findings if finding.code == "template_roles_missing")
    assert "目录用“乙”" in told.message


def test_one_layout_serves_everything():
    roles = chosen([("Title and Content", "obj", CONTENT)])
    assert {roles[role] for role in (R.COVER, R.AGENDA, R.SECTION, R.CONTENT, R.CLOSING)} == {"Title and Content"}
    assert R.TWO_CONTENT not in roles


def test_the_kind_is_told_by_what_the_slides_are_made_of():
    text = "这一页的文字写在文本框里，不在占位符里，版式只是摆设而已，没有人用它。"
    inside, outside = (3, {0: "标题", 1: text}, []), (5, {}, [text, text])
    assert diagnosed(ORDINARY).kind is TemplateKind.LAYOUTS
    assert diagnosed(ORDINARY, [inside, inside]).kind is TemplateKind.LAYOUTS
    assert diagnosed(ORDINARY, [outside, outside]).kind is TemplateKind.SAMPLE_SLIDES
    assert diagnosed(ORDINARY, [inside, outside]).kind is TemplateKind.BOTH


def test_the_number_is_carried_where_the_authors_slides_show_it():
    layouts = [("封面", None, [*COVER, NUMBER]), ("正文", None, CONTENT)]
    roles = diagnosed(layouts).roles
    assert SlotPurpose.SLIDE_NUMBER not in roles[R.COVER].layout.carried
    assert SlotPurpose.SLIDE_NUMBER in roles[R.CONTENT].layout.carried
    assert SlotPurpose.DATE not in roles[R.CONTENT].layout.carried


def test_a_title_keeps_off_a_logo_at_its_end():
    made = presentation([("正文", None, CONTENT), ("封面", None, COVER)])
    plain = inspect_template(saved(made), "a.pptx").roles[R.CONTENT].layout.slot(SlotPurpose.TITLE)
    assert plain.box.width > 0.85 * 12_192_000
    facts = read_facts(made)
    logo = Box(9_000_000, 300_000, 2_500_000, 600_000)
    layout = replace(facts.layouts[0], pictures=(logo,))
    seen = signature_of(layout, facts.width, facts.height)
    title = layout_in_role(R.CONTENT, layout, seen, facts).slot(SlotPurpose.TITLE)
    assert title.box.left + title.box.width <= logo.left
