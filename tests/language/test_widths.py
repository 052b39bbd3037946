import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language import break_lines, width_em

TEXT = st.text(alphabet="抓好落实，。（）“”《》123.5%ABab ", max_size=60)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("抓好整改落实", 4, ("抓好整改", "落实")),
        ("坚持问题导向，抓实", 6, ("坚持问题导", "向，抓实")),
        ("学习《条例》精神", 3, ("学习", "《条", "例》精", "神")),
        ("增长12.5%以上", 4, ("增长", "12.5%", "以上")),
        ("", 5, ()),
    ],
)
def test_lines_break_as_a_text_box_breaks_them(text, width, lines):
    assert break_lines(text, width) == lines


@given(TEXT, st.floats(1, 30))
def test_lines_join_up_and_follow_the_rules(text, width):
    lines = break_lines(text, width)
    assert "".join(lines) == text
    for line in lines[1:]:
        assert line[0] not in "，。）”》%"
    for line in lines[:-1]:
        assert line[-1] not in "（“《"


@given(TEXT, TEXT)
def test_width_grows_with_the_text(text, more):
    assert width_em(text + more) >= width_em(text)


def test_a_gap_stands_between_chinese_and_latin():
    assert width_em("改造41公里") == pytest.approx(4 + 2 * 0.58 + 2 * 0.2)
    assert width_em("41") == pytest.approx(2 * 0.58)
