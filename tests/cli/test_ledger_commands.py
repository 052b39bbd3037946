"""`figures` as files, `build --ledger`, and `proofread`."""

import io
import json
import zipfile

import pytest

from generator.cli.commands import run

SPEECH = """在全县供水工作会上的发言
各位领导：
一、抓工程建设
（一）管网改造。全年改造管网41.6公里，惠及1200余户。
（二）提速审批。审批时限由120天缩短到58天，压缩61%。
二、抓优质服务
我们做好以下三项工作：
（一）上门服务。服务人员走进小区，现场解决用水难题。
（二）限时办结。群众反映的诉求当天受理，全年处理诉求XX件。
"""
CLEAN = SPEECH.replace("压缩61%", "压缩51.7%").replace("三项", "两项").replace("XX件", "320件")


@pytest.fixture
def speech(tmp_path):
    path = tmp_path / "发言.txt"
    path.write_text(SPEECH, encoding="utf-8")
    return path


@pytest.fixture
def clean(tmp_path):
    path = tmp_path / "清样.txt"
    path.write_text(CLEAN, encoding="utf-8")
    return path


def test_figures_as_csv_on_standard_output(speech, capfdbinary):
    assert run(["figures", str(speech), "--csv", "-q"]) == 0
    lines = capfdbinary.readouterr().out.decode("utf-8-sig").splitlines()
    assert lines[0].startswith("指标,原文数值,数值")
    assert any("41.6公里" in line for line in lines)
    assert any("待填" in line for line in lines)


def test_figures_as_files(speech, tmp_path, capsys):
    table, workbook = tmp_path / "台账.csv", tmp_path / "台账.xlsx"
    assert run(["figures", str(speech), "-o", str(table), "--xlsx", str(workbook)]) == 0
    assert "41.6公里" in table.read_text(encoding="utf-8-sig")
    assert zipfile.ZipFile(io.BytesIO(workbook.read_bytes())).testzip() is None
    assert str(workbook) in capsys.readouterr().err
    assert run(["figures", str(speech), "-o", str(table), "-q"]) == 7
    assert run(["figures", str(speech), "-o", str(table), "-q", "--force"]) == 0


def test_a_workbook_of_another_name_is_refused(speech, tmp_path, capsys):
    assert run(["figures", str(speech), "--xlsx", str(tmp_path / "台账.xls")]) == 7
    assert "ledger_form" in capsys.readouterr().err
    assert not (tmp_path / "台账.xls").exists()


def test_csv_and_json_at_once_are_refused(speech, capsys):
    assert run(["figures", str(speech), "--csv", "--json"]) == 2
    assert "只能选一个" in capsys.readouterr().err


def test_json_tells_changes_and_blanks(speech, capsys):
    assert run(["figures", str(speech), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    changes = {figure["text"]: figure["change"] for figure in answer["figures"]}
    assert changes["41.6公里"] is None
    shortened = changes["58天"]
    assert (shortened["kind"], shortened["direction"]) == ("由…到…", "down")
    assert SPEECH[shortened["from"]["start"] : shortened["from"]["end"]] == "120天"
    assert SPEECH[shortened["start"] : shortened["end"]] == "由120天缩短到58天"
    (blank,) = answer["blanks"]
    assert (blank["text"], blank["unit"], SPEECH[blank["start"] : blank["end"]]) == ("XX件", "件", "XX件")


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_build_writes_the_ledger_beside_the_deck(speech, tmp_path, suffix):
    deck, ledger = tmp_path / "a.pptx", tmp_path / f"台账{suffix}"
    assert run(["build", str(speech), "-o", str(deck), "-q", "--ledger", str(ledger)]) == 0
    assert deck.exists()
    assert ledger.stat().st_size > 200


def test_a_ledger_of_another_form_is_refused_before_any_work(speech, tmp_path, capsys):
    deck = tmp_path / "a.pptx"
    assert run(["build", str(speech), "-o", str(deck), "-q", "--ledger", str(tmp_path / "台账.doc")]) == 7
    assert "ledger_form" in capsys.readouterr().err
    assert not deck.exists()


def test_proofread_lists_what_does_not_agree(speech, capsys):
    assert run(["proofread", str(speech)]) == 0
    shown = capsys.readouterr()
    for words in ("第 5 行", "51.7%", "三项工作", "XX件"):
        assert words in shown.out
    assert "共 3 处" in shown.err


def test_proofread_answers_in_json(speech, capsys):
    assert run(["proofread", str(speech), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["ok"] is False
    assert [finding["code"] for finding in answer["findings"]] == ["change_amount", "count_announced", "blank_left"]
    change = answer["findings"][0]
    assert change["line"] == 5
    assert change["sentence"] == "审批时限由120天缩短到58天，压缩61%。"
    assert SPEECH[change["start"] : change["end"]] == "由120天缩短到58天，压缩61%"


def test_a_clean_speech_has_nothing_to_proofread(clean, capsys):
    assert run(["proofread", str(clean), "--strict"]) == 0
    assert capsys.readouterr().out == ""
    assert run(["proofread", str(clean), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"version": 1, "ok": True, "findings": []}


def test_strict_proof_reading_fails_on_a_warning(speech):
    assert run(["proofread", str(speech), "-q", "--strict"]) == 1


def test_build_tells_what_proof_reading_found_and_blanks_once(speech, tmp_path, capsys):
    assert run(["build", str(speech), "-o", str(tmp_path / "a.pptx"), "--json"]) == 0
    codes = [finding["code"] for finding in json.loads(capsys.readouterr().out)["findings"]]
    assert {"change_amount", "count_announced", "redactions"} <= set(codes)
    assert "blank_left" not in codes


def test_check_outline_and_figures_are_silent_on_it(speech, tmp_path, capsys):
    deck = tmp_path / "a.pptx"
    assert run(["build", str(speech), "-o", str(deck), "-q"]) == 0
    capsys.readouterr()
    assert run(["check", str(deck), str(speech), "--json"]) == 0
    codes = {finding["code"] for finding in json.loads(capsys.readouterr().out)["findings"]}
    assert not codes & {"change_amount", "count_announced", "blank_left"}
    for verb in ("outline", "figures"):
        assert run([verb, str(speech)]) == 0
        assert "51.7%" not in capsys.readouterr().err
