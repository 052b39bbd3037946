"""The case files: what sentences come down to, and what must not be cut."""

import pytest
from condensing_cases import brief_of, cases

POSITIVE = cases("points_positive.md")
NEGATIVE = cases("points_negative.md")


def shown(point):
    words = point.words.text
    return f"**{words[: point.lead]}**{words[point.lead :]}" if point.lead else words


@pytest.mark.parametrize("case", POSITIVE, ids=lambda case: f"{case.rule}: {case.sentence[:12]}")
def test_a_sentence_comes_down_to_its_points(case):
    brief = brief_of(case.sentence)
    assert tuple(map(shown, brief.points)) == case.expected


@pytest.mark.parametrize("case", NEGATIVE, ids=lambda case: f"{case.rule}: {case.sentence[:12]}")
def test_what_must_not_be_cut_is_not_cut(case):
    brief = brief_of(case.sentence)
    points = [point.words.text for point in brief.points] if brief else []
    assert case.expected, "a case without expectations tests nothing"
    for expectation in case.expected:
        verb, _, words = expectation.partition(" ")
        match verb:
            case "有":
                assert any(words in point for point in points), (words, points)
            case "无":
                assert not any(words in point for point in points), (words, points)
            case "无首":
                assert not any(point.startswith(words) for point in points), (words, points)
            case "无尾":
                assert not any(point.endswith(words) for point in points), (words, points)
            case _:
                pytest.fail(f"unknown expectation: {expectation}")


def test_the_negative_file_is_as_long_as_the_positive_one():
    assert len(NEGATIVE) >= len(POSITIVE)
