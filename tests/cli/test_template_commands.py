import io
import json
import tomllib

import pptx
import pytest

from generator.cli.commands import run
from generator.model import LayoutRole
from generator.template import open_look

SPEECH = """在全县供水工作会上的发言
各位领导：
一、抓工程建设
全年改造管网41.6公里，新增用水户1200余户。
二、抓优质服务
全年上门维修560次，群众满意度持续提高。
我的发言完毕，谢谢大家。
"""


@pytest.fixture(autouse=True)
def alone(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))


@pytest.fixture
def speech(tmp_path):
    path = tmp_path / "发言.txt"
    path.write_text(SPEECH, encoding="utf-8")
    return path


@pytest.fixture
def template(tmp_path):
    """python-pptx's default: eleven stock layouts with English names."""
    path = tmp_path / "单位模板.pptx"
    pptx.Presentation().save(str(path))
    return path


def layouts_of(path):
    return [slide.slide_layout.name for slide in pptx.Presentation(str(path)).slides]


def test_build_uses_the_template(speech, template, tmp_path):
    target = tmp_path / "a.pptx"
    assert run(["build", str(speech), "--template", str(template), "-o", str(target), "--quiet"]) == 0
    assert set(layouts_of(target)) <= {layout.name for layout in pptx.Presentation().slide_layouts}
    assert layouts_of(target)[0] == "Title Slide"


def test_a_mapping_is_used_when_given_and_when_it_lies_beside(speech, template, tmp_path, capsys):
    mapping = tmp_path / "改.toml"
    target = tmp_path / "a.pptx"
    assert run(["template", "map", str(template), "-o", str(mapping)]) == 0
    assert "--template-map" in capsys.readouterr().err
    table = tomllib.loads(mapping.read_text(encoding="utf-8"))["roles"]
    assert table["cover"] == "Title Slide"
    mapping.write_text('[roles]\ncover = "Section Header"\n', encoding="utf-8")
    build = ["build", str(speech), "--template", str(template), "-o", str(target), "--quiet", "--force"]
    assert run([*build, "--template-map", str(mapping)]) == 0
    assert layouts_of(target)[0] == "Section Header"
    mapping.rename(template.with_suffix(".toml"))
    assert run(build) == 0
    assert layouts_of(target)[0] == "Section Header"


def test_a_mapping_is_written_anew_where_the_one_beside_the_template_is_broken(template, capsys):
    beside = template.with_suffix(".toml")
    beside.write_text('[roles]\ncover = "没有"\n', encoding="utf-8")
    assert run(["template", "inspect", str(template)]) == 5
    assert "Title Slide" in capsys.readouterr().err
    assert run(["template", "map", str(template), "-o", str(beside)]) == 7  # a person wrote it: only --force
    assert run(["template", "map", str(template), "-o", str(beside), "--force"]) == 0
    assert run(["template", "inspect", str(template)]) == 0


def test_a_wrong_mapping_is_an_error_of_the_template(speech, template, tmp_path, capsys):
    mapping = tmp_path / "改.toml"
    mapping.write_text('[roles]\ncover = "封面"\n', encoding="utf-8")
    command = ["build", str(speech), "--template", str(template), "--template-map", str(mapping)]
    assert run(command) == 5
    assert "Title Slide" in capsys.readouterr().err


def test_inspect_answers_with_every_role(template, capsys):
    assert run(["template", "inspect", str(template), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["version"], answer["kind"]) == (1, "layouts")
    assert set(answer["roles"]) == {role.value for role in LayoutRole}
    cover = answer["roles"]["cover"]
    assert (cover["layout"], cover["master"], cover["sample_slide"]) == ("Title Slide", 0, None)
    assert 0 < cover["confidence"] <= 1
    assert cover["evidence"]
    assert answer["roles"]["three_content"]["layout"] is None
    assert all(set(finding) >= {"code", "severity", "message"} for finding in answer["findings"])


def test_inspect_shows_a_table(template, capsys):
    assert run(["template", "inspect", str(template)]) == 0
    said = capsys.readouterr()
    assert "Title Slide" in said.out
    assert "字 ×" in said.out
    assert "厘米" in said.out
    assert "主题字体：Calibri（本机" in said.out
    for place in ("标题", "正文 × 2", "小标题 × 2", "页码"):
        assert place in said.out, place
    assert "template map" in said.err or "主题" in said.err


def test_inspect_answers_for_a_file_that_cannot_be_used(tmp_path, capsys):
    broken = tmp_path / "坏.pptx"
    broken.write_bytes(b"PK\x03\x04 cut off")
    assert run(["template", "inspect", str(broken), "--json"]) == 5
    answer = json.loads(capsys.readouterr().out)
    assert answer["kind"] == "unusable"
    assert answer["findings"][0]["code"] == "template_truncated"
    assert run(["template", "inspect", str(broken)]) == 5
    assert "不完整" in capsys.readouterr().err


@pytest.mark.parametrize("path", ["没有.pptx", "."])
def test_a_template_that_is_not_there(path, speech, capsys):
    assert run(["build", str(speech), "--template", path]) == 5
    assert "办法" in capsys.readouterr().err


def test_export_gives_a_look_as_a_file(tmp_path):
    target = tmp_path / "我的.pptx"
    assert run(["template", "export", "政务红", "-o", str(target)]) == 0
    assert target.read_bytes() == open_look("政务红").package
    assert run(["template", "export", "政务红", "-o", str(target)]) == 7
    assert run(["template", "export", "没有", "-o", str(target), "--force"]) == 5


def test_set_changes_the_look(speech, tmp_path, capsys):
    target = tmp_path / "a.pptx"
    command = ["build", str(speech), "-o", str(target), "--quiet", "--force"]
    assert run([*command, "--set", "colors.accent1=#123456"]) == 0
    theme = next(p for p in pptx.Presentation(str(target)).part.package.iter_parts() if "theme1" in p.partname)
    assert b"123456" in theme.blob
    assert run([*command, "--set", "colors.accent1=深蓝"]) == 4
    assert "#9E1B32" in capsys.readouterr().err


def test_the_working_folders_file_is_heeded(speech, tmp_path):
    (tmp_path / "speechdeck.toml").write_text('[colors]\naccent1 = "#654321"\n', encoding="utf-8")
    target = tmp_path / "a.pptx"
    assert run(["build", str(speech), "-o", str(target), "--quiet"]) == 0
    parts = pptx.Presentation(io.BytesIO(target.read_bytes())).part.package.iter_parts()
    assert any(b"654321" in part.blob for part in parts if "theme1" in part.partname)


@pytest.mark.usefixtures("drawing_tools")
def test_inspect_draws_every_role(template, tmp_path):
    folder = tmp_path / "图"
    assert run(["template", "inspect", str(template), "--png", str(folder), "--quiet"]) == 0
    assert len(list(folder.glob("slide-*.png"))) >= 8
    assert (folder / "contact-sheet.png").exists()
