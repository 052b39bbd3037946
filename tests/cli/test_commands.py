import json
import zipfile
from pathlib import Path

import pytest

from generator.cli.commands import run

SEEDS = Path(__file__).parent.parent.parent / "seeds"
SPEECH = """在全县供水工作会上的发言
各位领导：
下面我作简要汇报。
一、抓工程建设
完善管网。全年改造管网41.6公里，新增用水户1200余户。
提升水质。全年检测水样320份，合格率达到98.5%。
二、抓优质服务
上门服务。全年上门维修560次，群众满意度持续提高。
我的发言完毕，谢谢大家。
"""


@pytest.fixture
def speech(tmp_path):
    path = tmp_path / "发言.txt"
    path.write_text(SPEECH, encoding="utf-8")
    return path


def test_build_writes_a_deck_and_says_so(speech, tmp_path, capsys):
    target = tmp_path / "结果" / "发言.pptx"
    assert run(["build", str(speech), "-o", str(target)]) == 0
    assert target.read_bytes()[:2] == b"PK"
    said = capsys.readouterr()
    assert said.out == ""
    for name in ("读取讲稿", "梳理提纲", "提取数据", "提炼要点", "编排页面", "排版", "绘制", "核对"):
        assert name in said.err
    assert "核对通过" in said.err


def test_build_goes_to_the_output_folder_by_default(speech, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run(["build", str(speech), "--quiet"]) == 0
    assert (tmp_path / "output" / "发言.pptx").exists()


def test_quiet_says_nothing_when_all_is_well(speech, tmp_path, capsys):
    assert run(["build", str(speech), "-o", str(tmp_path / "a.pptx"), "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")


def test_build_json_tells_what_came_of_it(speech, tmp_path, capsys):
    target = tmp_path / "a.pptx"
    assert run(["build", str(speech), "-o", str(target), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["ok"] is True
    assert answer["version"] == 1
    assert answer["output"] == str(target)
    assert answer["slides"] >= 6


def test_a_deck_of_this_program_may_be_built_again_but_not_one_that_was_edited(speech, tmp_path, capsys):
    from pptx import Presentation

    target = tmp_path / "a.pptx"
    assert run(["build", str(speech), "-o", str(target), "-q"]) == 0
    assert run(["build", str(speech), "-o", str(target), "-q"]) == 0
    edited = Presentation(str(target))
    edited.core_properties.modified = __import__("datetime").datetime(2026, 3, 1)
    edited.save(str(target))
    before = target.read_bytes()
    assert run(["build", str(speech), "-o", str(target), "-q"]) == 7
    assert "output_exists" in capsys.readouterr().err
    assert target.read_bytes() == before
    assert run(["build", str(speech), "-o", str(target), "-q", "--force"]) == 0


def test_outline_and_figures_answer_in_json(speech, capsys):
    assert run(["outline", str(speech), "--json"]) == 0
    outline = json.loads(capsys.readouterr().out)
    assert outline["version"] == 1
    assert outline["title"] == "在全县供水工作会上的发言"
    assert outline["text_length"] == len(SPEECH)
    body = [node for node in outline["nodes"] if node["role"] == "body"]
    assert [node["heading"] for node in body] == ["抓工程建设", "抓优质服务"]
    assert SPEECH[body[0]["start"] :].startswith("一、抓工程建设")
    assert run(["figures", str(speech), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)["figures"]
    assert [figure["text"] for figure in figures] == ["41.6公里", "1200余户", "320份", "98.5%", "560次"]
    assert all(SPEECH[f["start"] : f["end"]] == f["text"] for f in figures)


def test_why_names_rule_and_evidence(speech, capsys):
    assert run(["outline", str(speech), "--json", "--why"]) == 0
    nodes = json.loads(capsys.readouterr().out)["nodes"]
    assert all(node["rule"] for node in nodes)
    assert run(["figures", str(speech), "--json", "--why"]) == 0
    assert all(figure["rule"] for figure in json.loads(capsys.readouterr().out)["figures"])


def test_outline_and_figures_are_shown_to_a_person(speech, capsys):
    assert run(["outline", str(speech)]) == 0
    assert "抓工程建设" in capsys.readouterr().out
    assert run(["figures", str(speech)]) == 0
    assert "1200余户" in capsys.readouterr().out


def test_check_finds_nothing_in_a_fresh_deck_and_something_in_another_speech(speech, tmp_path, capsys):
    deck = tmp_path / "a.pptx"
    run(["build", str(speech), "-o", str(deck), "-q"])
    assert run(["check", str(deck), str(speech), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"version": 1, "ok": True, "findings": []}
    other = tmp_path / "另一篇.txt"
    other.write_text(SPEECH.replace("41.6公里", "48.6公里"), encoding="utf-8")
    assert run(["check", str(deck), str(other), "--json"]) == 1
    codes = {finding["code"] for finding in json.loads(capsys.readouterr().out)["findings"]}
    assert "number_not_in_speech" in codes


def test_a_plan_is_built_word_for_word(speech, tmp_path, capsys):
    from pptx import Presentation

    plan, deck = tmp_path / "plan.md", tmp_path / "a.pptx"
    assert run(["plan", str(speech), "-o", str(plan), "-q"]) == 0
    text = plan.read_text(encoding="utf-8")
    assert "抓优质服务" in text
    plan.write_text(text.replace("抓优质服务", "抓贴心服务"), encoding="utf-8")
    run(["build", str(plan), "-o", str(deck), "-q"])
    shown = "\n".join(
        shape.text_frame.text
        for slide in Presentation(str(deck)).slides
        for shape in slide.shapes
        if shape.has_text_frame
    )
    assert "抓贴心服务" in shown
    capsys.readouterr()
    assert run(["plan", str(speech), "-o", str(plan), "-q"]) == 7
    assert "output_exists" in capsys.readouterr().err


def test_an_unedited_plan_gives_the_deck_of_its_speech(speech, tmp_path):
    plan, of_plan, of_speech = tmp_path / "发言.md", tmp_path / "b.pptx", tmp_path / "a.pptx"
    assert run(["plan", str(speech), "-o", str(plan), "-q"]) == 0
    assert run(["build", str(plan), "-o", str(of_plan), "-q"]) == 0
    assert run(["build", str(speech), "-o", str(of_speech), "-q"]) == 0
    assert shown_parts(of_plan) == shown_parts(of_speech)


def shown_parts(deck):
    """Everything that is seen or said: all but the proof, which an edited plan cannot have."""
    with zipfile.ZipFile(deck) as package:
        return {
            name: package.read(name) for name in package.namelist() if name.startswith(("ppt/slides/", "ppt/notes"))
        }


def test_a_text_is_led_back_to_its_sentence(speech, tmp_path, capsys):
    deck = tmp_path / "a.pptx"
    run(["build", str(speech), "-o", str(deck), "-q"])
    assert run(["trace", str(deck), "--json"]) == 0
    texts = json.loads(capsys.readouterr().out)["texts"]
    told = {text["text"]: text for text in texts if text["sentence"]}
    assert told["抓工程建设"]["sentence"] == "一、抓工程建设"
    for text in told.values():
        assert "".join(SPEECH[start:end] for start, end in text["spans"]) in text["text"]
    assert run(["trace", str(deck), "--slide", "99"]) == 7
    assert "slide_unknown" in capsys.readouterr().err


def test_the_report_sets_every_figure_beside_its_sentence(speech, tmp_path):
    deck = tmp_path / "a.pptx"
    run(["build", str(speech), "-o", str(deck), "-q"])
    for name in ("核对单.html", "核对单.md"):
        assert run(["check", str(deck), str(speech), "-q", "--report", str(tmp_path / name)]) == 0
        page = (tmp_path / name).read_text(encoding="utf-8")
        for words in ("结论：通过", "41.6公里", "1200余户", "320份", "98.5%", "560次", "核对人"):
            assert words in page


def test_strict_turns_warnings_into_a_failing_exit_code(tmp_path):
    path = tmp_path / "发言.txt"
    path.write_text(SPEECH.replace("全县", "XX县"), encoding="utf-8")
    assert run(["build", str(path), "-o", str(tmp_path / "a.pptx"), "-q"]) == 0
    assert run(["build", str(path), "-o", str(tmp_path / "a.pptx"), "-q", "--strict"]) == 1
    assert run(["build", str(path), "-o", str(tmp_path / "a.pptx"), "-q", "--strict", "--fill", "XX县=青禾县"]) == 0


def test_blanks_are_filled_from_a_file(tmp_path):
    path, fills = tmp_path / "发言.txt", tmp_path / "填写.toml"
    path.write_text(SPEECH.replace("全县", "XX县"), encoding="utf-8")
    fills.write_text('"XX县" = "青禾县"\n', encoding="utf-8")
    deck = tmp_path / "a.pptx"
    assert run(["build", str(path), "-o", str(deck), "-q", "--strict", "--fill-from", str(fills)]) == 0


@pytest.mark.parametrize(
    ("arguments", "exit_code", "said"),
    [
        (["build", "没有这个文件.txt"], 3, "没有"),
        (["build", str(SEEDS)], 3, "文件夹"),
        (["build", "x.txt", "--fill", "XX镇"], 4, "fill_form"),
        (["build", "x.txt", "--settings", "没有.toml"], 4, "setting_file"),
        (["check", "没有.pptx", "x.txt"], 7, "deck_unreadable"),
        (["bild", "x.txt"], 2, "没有 bild 这个命令"),
        (["build"], 2, "缺少参数"),
        (["build", "x.txt", "--colour"], 2, "没有 --colour 这个选项"),
        (["build", "a.txt", "b.txt"], 2, "多出了参数"),
    ],
)
def test_trouble_has_a_sentence_a_code_and_no_traceback(arguments, exit_code, said, capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert run(arguments) == exit_code
    shown = capsys.readouterr().err
    assert said in shown
    assert "Traceback" not in shown
    assert list(tmp_path.iterdir()) == []


def test_help_is_in_chinese(capsys):
    assert run(["--help"]) == 0
    shown = capsys.readouterr().out
    assert "用法" in shown
    assert "命令" in shown
    for english in ("Usage", "Options", "Commands", "Show this message"):
        assert english not in shown
    for verb in ("build", "plan", "outline", "figures", "check", "look"):
        assert verb in shown
        assert run([verb, "--help"]) == 0
        own = capsys.readouterr().out
        for english in ("Usage", "Options", "Arguments", "Show this message", "required", "default", "bool"):
            assert english not in own, (verb, english)


def test_a_speech_comes_through_standard_input(monkeypatch, capsys):
    import io
    import sys

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SPEECH.encode("gb18030"))))
    assert run(["outline", "-", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "在全县供水工作会上的发言"


@pytest.mark.parametrize(
    ("options", "code"), [(("--detail", "long"), "detail_unknown"), (("--max-slides", "0"), "slides_too_few")]
)
def test_how_long_a_deck_may_be_is_refused_where_it_makes_no_sense(tmp_path, capsys, options, code):
    target = tmp_path / "deck.pptx"
    assert run(["build", str(SEEDS / "short.txt"), "-o", str(target), *options]) == 4
    assert code in capsys.readouterr().err
    assert not target.exists()
