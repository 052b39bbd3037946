import tomllib

import pytest
from template_files import COLUMNS, CONTENT, COVER, ORDINARY, template_file

from generator.errors import TemplateError
from generator.model import LayoutRole
from generator.template import inspect_template, mapping_text, read_mapping

TWO = [("甲", None, COVER), ("乙", None, CONTENT), ("丙", None, CONTENT), ("丁", None, COLUMNS)]
SLIDES = [(3, {0: "示例", 1: "这是一段足够长的示例正文，写在占位符里，用来当作一页正文的样子。"}, [])]


def inspected(text, layouts=TWO, slides=()):
    return inspect_template(template_file(layouts, slides), "单位.pptx", read_mapping(text, "单位.toml"))


def refused(text, layouts=TWO, slides=()):
    with pytest.raises(TemplateError) as raised:
        inspected(text, layouts, slides)
    assert raised.value.where == "单位.toml"
    return raised.value


def test_what_a_person_says_is_certain():
    candidate = inspected('[roles]\ncontent = "丙"\nsection = "丁"').roles[LayoutRole.CONTENT]
    assert (candidate.layout.name, candidate.confidence) == ("丙", 1.0)


def test_a_role_that_is_not_mentioned_is_found_as_ever():
    assert inspected('[roles]\ncontent = "丙"').roles[LayoutRole.COVER].layout.name == "甲"


def test_a_role_that_is_not_wanted_is_not_served():
    assert LayoutRole.TWO_CONTENT not in inspected("[roles]\ntwo_content = false").roles
    assert LayoutRole.CLOSING not in inspected("[roles]\nclosing = false").roles


def test_a_layout_can_be_named_with_its_master():
    assert inspected('[roles]\ncontent = { layout = "丙", master = 0 }').roles[LayoutRole.CONTENT].layout.name == "丙"


def test_a_sample_slide_can_serve():
    candidate = inspected("[roles]\ncontent = { sample_slide = 1 }", ORDINARY, SLIDES).roles[LayoutRole.CONTENT]
    assert (candidate.layout.sample_slide, candidate.confidence) == (1, 1.0)


def test_a_layout_that_does_not_exist_is_refused_with_those_that_do():
    error = refused('[roles]\ncover = "封面"')
    assert error.code == "mapping_layout"
    assert all(name in error.hint for name in "甲乙丙丁")
    assert refused('[roles]\ncover = { layout = "甲", master = 3 }').code == "mapping_layout"


def test_an_unknown_key_is_refused_with_those_that_are_known():
    error = refused('[roles]\nagends = "甲"')
    assert error.code == "mapping_key"
    assert "agenda" in error.hint
    assert "two_content" in error.hint
    assert refused('[role]\ncover = "甲"').code == "mapping_key"
    assert refused('[roles]\ncover = { name = "甲" }').code == "mapping_key"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[roles\n", "mapping_form"),
        ("[roles]\ncover = 3", "mapping_value"),
        ("[roles]\ncover = true", "mapping_value"),
        ("[roles]\ncover = {}", "mapping_value"),
        ("[roles]\ncover = { sample_slide = '一' }", "mapping_value"),
        ("[roles]\ncover = { layout = '甲', master = true }", "mapping_value"),
        ("roles = 1", "mapping_value"),
        ("[roles]\ncover = { sample_slide = 9 }", "mapping_slide"),
    ],
)
def test_what_cannot_be_meant_is_refused(text, code):
    assert refused(text, ORDINARY, SLIDES).code == code


def test_the_written_mapping_says_what_was_found_and_reads_back_to_the_same():
    diagnosis = inspect_template(template_file(ORDINARY, SLIDES), "单位.pptx")
    text = mapping_text(diagnosis)
    assert all(layout.name in text for layout in diagnosis.facts.layouts)
    assert "第 1 张" in text
    assert set(tomllib.loads(text)["roles"]) == {r.value for r, c in diagnosis.roles.items() if not c.instead}
    again = inspected(text, ORDINARY, SLIDES)
    assert {r: c.layout for r, c in again.roles.items()} == {r: c.layout for r, c in diagnosis.roles.items()}


def test_every_commented_line_becomes_a_right_one_without_its_mark():
    text = mapping_text(inspect_template(template_file(TWO), "单位.pptx"))
    lines = [line.removeprefix("# ") for line in text.splitlines() if " = " in line and "layout" not in line]
    roles = [line for line in lines if line.split(" = ")[0] in {role.value for role in LayoutRole}]
    assert len(roles) == len(LayoutRole)
    assert inspected("[roles]\n" + "\n".join(roles)).roles[LayoutRole.CONTENT].confidence == 1.0
