"""Lines that a page broke are joined, others are left alone, and the places told are those of the source."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.cli.commands import run
from generator.language import width_em
from generator.model import LineJoint, Span
from generator.reading import read_manuscript
from generator.reading.wrapping import moved, unwrapped

PARAGRAPHS = (
    "我镇坚持党建引领，组织机关干部下沉到村组一线，全年开展走访活动1263场次，收集群众意见建议4587条，办结4402条。",
    "二、聚焦产业抓增收",
    "围绕茶叶、蔬菜两大产业，投入衔接资金23267元，新建标准化大棚318亩，带动1046户群众户均增收2.6万元，群众满意度达98.7%。",
    "三是补短板。硬化通组道路41.5公里，改造农村户厕863座，通过“掌上通”APP办理事项15300件，群众在家门口就能把事办好。",
)


def broken(text: str, width: int, indent: str = "") -> str:
    """The paragraphs as a page of that many characters sets them, no line beginning with a closing mark."""
    lines = []
    for paragraph in text.split("\n"):
        line = indent
        for char in paragraph:
            if len(line) >= width and char not in "，。；：、”":
                lines.append(line)
                line = ""
            line += char
        lines.append(line)
    return "\n".join(lines)


WHOLE = "\n".join(PARAGRAPHS * 2)


@pytest.mark.parametrize("width", [18, 21, 30, 37, 38])
@pytest.mark.parametrize("indent", ["", "\u3000\u3000", "    "])
def test_no_number_stays_broken_at_any_width(width, indent):
    joined = unwrapped(broken(WHOLE, width, indent)).text
    for number in ("1263场次", "4587条", "23267元", "2.6万元", "41.5公里", "98.7%", "15300件"):
        assert joined.count(number) == 2


def test_indented_paragraphs_come_back_as_they_were():
    joined = unwrapped(broken(WHOLE, 30, "\u3000\u3000")).text
    assert joined.split("\n") == ["\u3000\u3000" + paragraph for paragraph in PARAGRAPHS * 2]


def test_a_page_filled_by_width_and_not_by_count_is_seen():
    lines, line = [], ""
    for char in "".join(PARAGRAPHS[::2]) * 4:
        if width_em(line + char) > 30:
            lines.append(line)
            line = ""
        line += char
    assert unwrapped("\n".join([*lines, line])).text.count("\n") <= 1


@pytest.mark.parametrize(
    "text",
    [
        WHOLE,
        "\n".join(f"{mark}是把第{mark}件事办好，把责任落到实处。" for mark in "一二三四五六七八九十"),
        # Verse: every line as wide as the others, each ends a sentence or is short.
        "\n".join(["东风吹来满眼春，", "茶山处处是歌声；"] * 8),
        # Headings alone.
        "\n".join(f"第{mark}部分" for mark in "一二三四五六七八九十"),
        "",
        "\n\n\n",
    ],
)
def test_lines_that_are_paragraphs_are_left_alone(text):
    assert unwrapped(text) == (text, ())


@pytest.mark.parametrize("sign", ["# 一、抓学习", "- 抓学习", "> 抓学习", "| 指标 | 数据 |", "--------"])
def test_a_line_with_a_sign_of_its_own_is_not_joined(sign):
    wrapped = broken("\n".join(PARAGRAPHS[::2] * 3), 30)
    first, rest = wrapped.split("\n", 1)
    assert f"\n{sign}\n" in unwrapped(f"{first}\n{sign}\n{rest}").text


def test_between_latin_letters_a_space_is_kept_and_between_digits_none():
    filled = "全镇推广应用便民服务平台并接入全省统一的the"
    lines = [filled, "whole平台，", "全镇推广应用便民服务平台并接入全省统一的网络12", "34个。"] * 4
    joined = unwrapped("\n".join(lines)).text
    assert "the whole平台" in joined
    assert "网络1234个" in joined


def test_places_are_those_of_the_source():
    source = broken(WHOLE, 30, "\u3000\u3000")
    manuscript, _ = read_manuscript(source)
    for number in ("1263", "23267", "318", "863"):
        at = manuscript.text.index(number)
        place = manuscript.source_span(Span(at, at + len(number)))
        assert "".join(place.of(source).split()) == number
        assert manuscript.line(at) == source.count("\n", 0, place.start) + 1


def test_a_fill_moves_the_joints_behind_it():
    joints = (LineJoint(3, 1), LineJoint(20, 3))
    assert moved(joints, [(Span(5, 7), "永昌县")]) == (LineJoint(3, 1), LineJoint(21, 3))
    source = broken(WHOLE.replace("我镇", "XX镇"), 30)
    manuscript, _ = read_manuscript(source, fills={"XX镇": "永昌县永昌镇"})
    at = manuscript.text.rindex("15300")
    expected = source.replace("XX镇", "永昌县永昌镇")
    assert manuscript.line(at) == expected.count("\n", 0, manuscript.source_offset(at)) + 1
    assert manuscript.source_span(Span(at, at + 5)).of(expected).replace("\n", "") == "15300"


def test_the_answers_count_characters_of_the_source(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    source = "工作汇报\n" + broken("一、强化引领抓落实\n" + "\n".join(PARAGRAPHS), 30, "\u3000\u3000")
    (tmp_path / "speech.txt").write_text(source, encoding="utf-8")
    assert run(["figures", str(tmp_path / "speech.txt"), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)["figures"]
    assert len(figures) >= 7
    for figure in figures:
        assert "".join(source[figure["start"] : figure["end"]].split()) == figure["text"]
    assert run(["outline", str(tmp_path / "speech.txt"), "--json"]) == 0
    outline = json.loads(capsys.readouterr().out)
    assert outline["text_length"] == len(source)
    node = next(node for node in outline["nodes"] if node["heading"] == "聚焦产业抓增收")
    assert source[node["start"] :].startswith("二、聚焦产业抓增收")
