"""Holds tests/spec/proofreading_positive.md and proofreading_negative.md."""

from pathlib import Path

import pytest

from generator.errors.finding_wording import FINDINGS
from generator.outlining import find_outline
from generator.proofreading import proofread
from generator.reading import read_manuscript
from generator.tallying import find_figures

SPEC = Path(__file__).parent.parent / "spec"
OPENING = "工作汇报\n各位领导：\n"


def cases(name):
    for line in (SPEC / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("- "):
            text, _, rule = line.removeprefix("- ").partition(" → ")
            yield OPENING + text.replace("⏎", "\n"), rule


POSITIVE = list(cases("proofreading_positive.md"))
NEGATIVE = [text for text, _ in cases("proofreading_negative.md")]


def findings_of(text):
    outline = find_outline(read_manuscript(text)[0])[0]
    return proofread(outline, find_figures(outline)[0])


@pytest.mark.parametrize(("text", "rule"), POSITIVE)
def test_what_does_not_agree_is_found(text, rule):
    assert [finding.code for finding in findings_of(text)] == [rule]


@pytest.mark.parametrize("text", NEGATIVE)
def test_what_is_right_is_left_alone(text):
    assert [finding.message for finding in findings_of(text)] == []


def test_both_files_are_as_long():
    assert len(NEGATIVE) >= len(POSITIVE)


@pytest.mark.parametrize(("text", "rule"), POSITIVE)
def test_a_finding_says_where_it_is_and_quotes_the_sentence(text, rule):
    (finding,) = findings_of(text)
    place = finding.spans[0]
    line = text.count("\n", 0, place.start) + 1
    assert f"第 {line} 行" in finding.message
    assert place.of(text) in finding.message.replace("…", "") or len(place) > 50
    assert finding.hint == FINDINGS[rule].hint
