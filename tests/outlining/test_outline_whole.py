"""What holds for the outline of any text: nothing is left out, nothing stands twice, every node can explain itself."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Role
from generator.outlining import find_outline
from generator.reading import read_manuscript
from generator.settings import OutliningSettings

MARKERS = [
    "一、",
    "二、",
    "三、",
    "（一）",
    "（二）",
    "1．",
    "2．",
    "（1）",
    "①",
    "一是",
    "二是",
    "三是",
    "一要",
    "第一，",
    "第二，",
    "——",
]
MARKERS += ["首先，", "其次，", "最后，", "第一阶段：", "", "", "", "在教育方面，", "其一，", "附件", "（"]
SENTENCES = [
    "加强队伍建设。",
    "全年新增就业三百余人，群众的日子一天比一天好。",
    "一是抓早；二是抓小；三是抓细。",
    "在肯定成绩的同时，我们也清醒看到存在的问题：学习不深；作风不实。",
    "下一步，我们将再接再厉。",
    "摸底调查先行一着。",
    "方案论证细走一着。",
    "“一是一，二是二”。",
    "各位代表，成绩来之不易！",
    "同志们：",
    "谢谢大家！",
    "主要任务",
    "2023年1月10日",
    "今后，一是",
    "针对以上不足，今后一是抓学习；二是抓作风。",
    "　　 ",
    "##paidbegin##",
    "。",
    "XX镇",
]
LINES = st.builds(
    lambda marker, words: marker + "".join(words),
    st.sampled_from(MARKERS),
    st.lists(st.sampled_from(SENTENCES), max_size=5),
)
TEXTS = st.lists(LINES, min_size=1, max_size=25).map("\n".join).filter(lambda t: any(c.isalnum() for c in t))


def hold(manuscript, outline, deepest):
    at = outline.front.end
    assert outline.front.start == 0
    for section in outline.sections:
        assert section.span.start == at
        at = section.span.end
    assert at == len(manuscript.text) or not outline.sections
    owned = [0] * len(manuscript.text)
    for section in outline.walk():
        assert section.rule
        assert section.evidence
        assert section.level == section.id.count(".") + 1 <= deepest
        if section.heading:
            assert section.span.contains(section.heading.whole)
            assert section.heading.span.of(manuscript.text).strip()
            if section.heading.marker_span:
                written = section.heading.marker_span.of(manuscript.text)
                assert "".join(section.heading.marker.split()) == "".join(written.split())
            for offset in range(section.heading.start, section.heading.whole.end):
                owned[offset] += 1
        else:
            assert not section.children or section.level > 1 or section.role not in (Role.OPENING, Role.CLOSING)
        before = section.span.start
        for index, child in enumerate(section.children):
            assert child.id == f"{section.id}.{index + 1}"
            assert before <= child.span.start < child.span.end <= section.span.end
            before = child.span.end
        for span in section.own:
            for offset in range(span.start, span.end):
                owned[offset] += 1
    for block in manuscript.blocks:
        for offset in range(max(block.span.start, outline.front.end), block.span.end):
            assert owned[offset] == 1, f"{offset}: {manuscript.text[offset]!r} stands in {owned[offset]} sections"


@settings(max_examples=150)
@given(TEXTS)
def test_every_character_stands_in_exactly_one_section(text):
    manuscript, _ = read_manuscript(text)
    outline, _ = find_outline(manuscript)
    hold(manuscript, outline, 4)


@settings(max_examples=60)
@given(
    st.text(
        alphabet="一二三四五是要、（）()1234.．。，；：！“”《》\n 　—同志们代表问题不足下一步政工作",
        min_size=1,
        max_size=160,
    ).filter(lambda t: any(c.isalnum() for c in t))
)
def test_no_order_of_marks_breaks_it(text):
    manuscript, _ = read_manuscript(text)
    outline, _ = find_outline(manuscript)
    hold(manuscript, outline, 4)


def test_every_seed_is_covered(seed):
    manuscript, _ = read_manuscript(seed)
    outline, _ = find_outline(manuscript)
    hold(manuscript, outline, 4)


@pytest.mark.parametrize("deepest", [1, 2, 3])
def test_structure_below_the_deepest_level_stays_in_the_text(seeds, deepest):
    manuscript, _ = read_manuscript(seeds / "report.txt")
    outline, _ = find_outline(manuscript, OutliningSettings(deepest_level=deepest))
    assert max(section.level for section in outline.walk()) == deepest
    hold(manuscript, outline, deepest)


def test_the_same_text_gives_the_same_outline(township):
    manuscript, _ = read_manuscript(township)
    assert find_outline(manuscript) == find_outline(manuscript)


def test_a_text_of_a_title_alone_has_no_sections():
    manuscript, _ = read_manuscript("工作汇报")
    outline, _ = find_outline(manuscript)
    assert outline.sections == ()
    assert outline.front.end == len(manuscript.text)


def test_100_000_characters_take_seconds(seeds):
    text = (seeds / "report.txt").read_text(encoding="utf-8")
    manuscript, _ = read_manuscript(text * (100_000 // len(text) + 1))
    find_outline(manuscript)
    begun = time.perf_counter()
    find_outline(manuscript)
    assert time.perf_counter() - begun < 10  # half a second on an idle machine: a guard against squares, not a measure


@pytest.mark.parametrize(
    "text",
    [
        "## 一、下一步打算\n\n早作谋划，抓好落实。\n\n# 工作总结\n\n## 二、存在问题\n\n学习不深。",
        "同志们，我提两点希望。：\n一是要有大局意识。想大局、谋大局。\n二是要有责任意识。担责任、尽责任。",
        "…………\n一是抓早。早谋划。\n二是抓小。小处着手。\n…………\n一是抓细。\n二是抓实。",
    ],
)
def test_odd_orders_are_covered_too(text):
    manuscript, _ = read_manuscript(text)
    outline, _ = find_outline(manuscript)
    hold(manuscript, outline, 4)
