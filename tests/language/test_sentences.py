import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language import clauses, sentences
from generator.model import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("学了。做了！成了？", ["学了。", "做了！", "成了？"]),
        ("开展“大走访。大排查”活动。好。", ["开展“大走访。大排查”活动。", "好。"]),
        ("他说：“要快。”会后就办。", ["他说：“要快。”", "会后就办。"]),
        ("标题\n正文一。正文二", ["标题\n", "正文一。", "正文二"]),
        ("没有关上“的引号。下一句。", ["没有关上“的引号。", "下一句。"]),
        ("增长3.5%。", ["增长3.5%。"]),
        ("（一是学。二是干。）完。", ["（一是学。二是干。）", "完。"]),
    ],
)
def test_sentences(text, expected):
    assert [span.of(text) for span in sentences(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("抓早，抓小；抓实。", ["抓早，", "抓小；", "抓实。"]),
        ("投资1,200万元，增长8%。", ["投资1,200万元，", "增长8%。"]),
        ("《条例》“学，用”结合，好。", ["《条例》“学，用”结合，", "好。"]),
    ],
)
def test_clauses(text, expected):
    assert [span.of(text) for span in clauses(text)] == expected


@given(st.text(alphabet="一二三。，；：！？“”‘’《》（）()\n 1,.a", max_size=80))
def test_nothing_is_lost(text):
    for split in (sentences, clauses):
        assert "".join(span.of(text) for span in split(text)) == text


@given(st.text(alphabet="一。，“”《》\n", max_size=60), st.data())
def test_a_span_is_covered_and_not_left(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = sentences(text, Span(start, end))
    assert "".join(span.of(text) for span in found) == text[start:end]
