import pytest
from template_files import BODY, COLUMNS, CONTENT, COVER, TITLE, presentation, saved, template_file

from generator.model import LayoutRole, SlotPurpose
from generator.template import TemplateKind, inspect_template, open_look, template_of

R = LayoutRole
NARROW_AND_WIDE = [TITLE, (None, 13, (7, 32, 26, 50), ""), (None, 15, (36, 32, 57, 50), "")]
THREE = [TITLE, *((None, 1 + i, (4 + 32 * i, 22, 29, 65), "") for i in range(3))]


def diagnosed(layouts, slides=()):
    return inspect_template(template_file(layouts, slides), "单位.pptx")


def codes(diagnosis):
    return {finding.code for finding in diagnosis.findings}


def test_a_narrow_area_beside_a_wide_one_is_no_page_for_points_where_a_body_can_be_drawn():
    diagnosis = diagnosed([("甲", None, [TITLE]), ("乙", None, COVER), ("丙", None, NARROW_AND_WIDE)])
    content = diagnosis.roles[R.CONTENT].layout
    assert content.name == "甲"
    assert content.slot(SlotPurpose.BODY).box.width >= 0.85 * content.slot(SlotPurpose.TITLE).box.width
    assert "template_body_drawn" in codes(diagnosis)


@pytest.mark.parametrize(
    "layouts",
    [
        [("甲", None, [TITLE]), ("标题和内容", None, NARROW_AND_WIDE)],  # its name says what it is for
        [("甲", None, COVER), ("丙", None, NARROW_AND_WIDE)],  # nothing to draw a body on
        [("甲", None, [TITLE]), ("丙", None, CONTENT)],
    ],
)
def test_a_content_page_of_the_designers_own_stays(layouts):
    diagnosis = diagnosed(layouts)
    assert diagnosis.roles[R.CONTENT].layout.name == layouts[1][0]
    assert "template_body_drawn" not in codes(diagnosis)


def test_columns_stand_in_for_a_comparison_and_for_cards():
    diagnosis = diagnosed([("封面", None, COVER), ("正文", None, CONTENT), ("两栏", None, COLUMNS)])
    for role in (R.COMPARISON, R.CARDS):
        assert (diagnosis.roles[role].layout.name, diagnosis.roles[role].instead) == ("两栏", True)
    listed = next(finding for finding in diagnosis.findings if finding.code == "template_roles_missing")
    assert "比较用“两栏”" in listed.message


def test_three_columns_are_better_for_cards_than_two():
    layouts = [("封面", None, COVER), ("正文", None, CONTENT), ("两栏", None, COLUMNS), ("三栏", None, THREE)]
    diagnosis = diagnosed(layouts)
    assert diagnosis.roles[R.CARDS].layout.units == 3
    assert {layout.units for layout in template_of(diagnosis).layouts_for(R.CARDS)} == {2, 3}


def test_what_becomes_points_is_told():
    diagnosis = diagnosed([("封面", None, COVER), ("正文", None, CONTENT)])
    told = next(finding for finding in diagnosis.findings if finding.code == "template_roles_as_points")
    assert all(word in told.message for word in ("卡片", "步骤", "大数字", "比较", "引用"))


def test_a_template_with_every_shape_has_none_to_tell():
    told = [f for f in inspect_template(open_look().package, "a.pptx").findings if f.code == "template_roles_as_points"]
    assert [word for finding in told for word in ("卡片", "步骤", "大数字", "比较") if word in finding.message] == []


EMPTY = [("封面页", None, []), ("过渡页", None, []), ("内容页", None, []), ("空白", None, []), ("结束页", None, [])]


def test_layouts_without_placeholders_borrow_those_of_their_master():
    diagnosis = diagnosed(EMPTY)
    assert diagnosis.kind is TemplateKind.LAYOUTS
    names = {role: diagnosis.roles[role].layout.name for role in (R.COVER, R.SECTION, R.CONTENT, R.CLOSING)}
    assert names == {R.COVER: "封面页", R.SECTION: "过渡页", R.CONTENT: "内容页", R.CLOSING: "结束页"}
    told = next(finding for finding in diagnosis.findings if finding.code == "template_placeholders_borrowed")
    assert "内容页" in told.message
    assert "空白" not in told.message


def test_a_single_blank_layout_borrows_as_well():
    assert diagnosed([("空白", "blank", [])]).roles[R.CONTENT].layout.slot(SlotPurpose.BODY)


def test_nothing_is_borrowed_where_one_layout_holds_text():
    diagnosis = diagnosed([*EMPTY, ("自定义", None, CONTENT)])
    assert "template_placeholders_borrowed" not in codes(diagnosis)
    assert diagnosis.roles[R.CONTENT].layout.name == "自定义"


def test_a_master_without_placeholders_has_nothing_to_lend():
    made = presentation(EMPTY)
    tree = made.slide_master._element.cSld.spTree
    for shape in list(tree)[2:]:
        tree.remove(shape)
    diagnosis = inspect_template(saved(made), "单位.pptx")
    assert diagnosis.kind is TemplateKind.UNUSABLE
    assert "template_no_text" in codes(diagnosis)


def test_body_beside_body_of_one_width_are_columns():
    diagnosis = diagnosed([("甲", None, [TITLE]), ("乙", None, [TITLE, BODY]), ("丙", None, COLUMNS)])
    assert diagnosis.roles[R.TWO_CONTENT].layout.name == "丙"
    assert diagnosis.roles[R.CONTENT].layout.name == "乙"
