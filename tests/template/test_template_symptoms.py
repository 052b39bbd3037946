import re
import subprocess

import pytest
from template_files import CONTENT, COVER, ORDINARY, rewritten, template_file

from generator.model import LayoutRole
from generator.template import inspect_template
from generator.template.fonts import has_chinese_signs

LONG = "这里是示例正文，写在占位符里，足够长，长到不会被当成封面、目录或者章节页。"


def codes(package):
    return [finding.code for finding in inspect_template(package, "单位.pptx").findings]


def with_fonts(package, east_asian, hans=""):
    def change(name, part):
        if not name.startswith("ppt/theme/"):
            return part
        part = re.sub(rb'<a:ea typeface="[^"]*"', f'<a:ea typeface="{east_asian}"'.encode(), part)
        return re.sub(rb'(script="Hans" typeface=")[^"]*', rb"\g<1>" + hans.encode(), part)

    return rewritten(package, change)


@pytest.mark.parametrize(
    "name", ["微软雅黑", "方正小标宋简体", "SimHei", "Microsoft YaHei", "Source Han Sans CN", "STKaiti"]
)
def test_typefaces_with_chinese_signs(name):
    assert has_chinese_signs(name)


@pytest.mark.parametrize("name", ["", "Century Gothic", "Arial", "DejaVu Sans", "Calibri", "Helvetica Neue"])
def test_typefaces_without(name):
    assert not has_chinese_signs(name)


@pytest.mark.parametrize(
    ("east_asian", "hans", "told"),
    [("", "", True), ("Century Gothic", "宋体", True), ("", "宋体", False), ("微软雅黑", "", False)],
)
def test_a_theme_without_a_chinese_typeface_is_told(east_asian, hans, told):
    package = with_fonts(template_file(ORDINARY), east_asian, hans)
    assert ("template_no_east_asian_font" in codes(package)) is told


def test_prompts_and_adverts_on_sample_slides_are_told():
    slides = [(3, {0: "单击此处添加标题", 1: LONG}, ["更多模板 www.example.com"])]
    found = codes(template_file(ORDINARY, slides))
    assert "template_prompts" in found
    assert "template_adverts" in found


def test_an_ordinary_template_has_nothing_to_tell_but_of_fonts_and_of_shapes_that_it_lacks():
    package = with_fonts(template_file(ORDINARY, [(3, {0: "工作成效", 1: LONG}, [])]), "微软雅黑")
    told = {"template_fonts_missing", "template_roles_missing", "template_roles_as_points"}
    assert set(codes(package)) <= told


def test_a_file_that_libreoffice_saved(tmp_path, soffice):
    """LibreOffice gives every page design a master with a dozen layouts, whose placeholders share their index."""
    source = tmp_path / "a.pptx"
    slides = [(0, {0: "汇报"}, []), (1, {0: "成效", 1: LONG * 2}, [])]
    source.write_bytes(template_file([("封面", None, COVER), ("正文", None, CONTENT)], slides))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    target = str(tmp_path / "out")
    command = [soffice, profile, "--headless", "--convert-to", "pptx", "--outdir", target, str(source)]
    subprocess.run(command, capture_output=True, timeout=240, check=True)
    diagnosis = inspect_template((tmp_path / "out" / "a.pptx").read_bytes(), "a.pptx")
    assert "template_masters" in [finding.code for finding in diagnosis.findings]
    cover, content = (diagnosis.roles[role].layout for role in (LayoutRole.COVER, LayoutRole.CONTENT))
    assert [cover.master, content.master] == [slide.layout[0] for slide in diagnosis.facts.slides]
    assert (cover.name, content.name) == ("Title Slide", "Title, Content")
