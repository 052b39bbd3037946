import pytest

from generator.fitting.breaking import balanced_lines


@pytest.mark.parametrize(
    ("title", "width", "lines"),
    [
        ("存在问题", 20, ("存在问题",)),
        ("坚持“三步走”谋篇布局，在谋实谋深上做足文章", 18, ("坚持“三步走”谋篇布局，", "在谋实谋深上做足文章")),
        ("全面加强基层治理能力建设", 8, ("全面加强基层", "治理能力建设")),
    ],
)
def test_a_title_is_broken_where_a_person_would(title, width, lines):
    assert balanced_lines(title, width, 2) == lines


@pytest.mark.parametrize("width", range(8, 25))
def test_no_line_of_a_title_holds_a_single_character_or_a_torn_quotation(width):
    title = "聚焦“我为群众办实事”清单化推进落实见效"
    lines = balanced_lines(title, width, 3)
    if lines is None:
        assert width < 12
        return
    assert "".join(lines) == title
    assert all(len(line) > 1 for line in lines)
    for line in lines:
        assert line.count("“") == line.count("”")


def test_a_title_too_long_for_its_lines_is_not_forced():
    assert balanced_lines("一" * 40, 10, 2) is None
