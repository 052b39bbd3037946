"""What holds of every figure, whatever the text."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.language.quantities import quantities
from generator.model import Block, Manuscript, Outline, Role, Section, Span
from generator.tallying import find_figures

PIECES = [
    "增长",
    "分别",
    "其中",
    "（",
    "）",
    "“",
    "”",
    "《",
    "》",
    "、",
    "，",
    "。",
    "；",
    "和",
    "的",
    "达到",
    "由",
    "提高到",
    "投资",
    "完成",
    "5亿元",
    "12个",
    "三个",
    "2023年",
    "百分之七",
    "近",
    "余",
    "以上",
    "比",
    "全镇",
    "我校",
    "学生",
    "农田",
    "在",
    "中",
    "率",
    "XX",
    "2.5",
    "1/4",
    "8:1",
    "翻番",
    "第一",
    "每",
    "PM2.5",
    "%",
    "万",
    "3金4银",
    "——",
    "7-8%",
    "一",
    "年",
    "岁",
    "覆盖",
    "占",
    "2021年至2024年",
    "1,200",
    "１２％",
]
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map("".join)


def outline_of(text):
    whole = Span(0, len(text))
    return Outline(Manuscript(text, "any", blocks=(Block(whole),)), Span(0, 0), (Section("1", 1, Role.BODY, whole),))


@given(TEXTS)
def test_every_figure_and_label_is_cut_from_the_text(text):
    ledger, _ = find_figures(outline_of(text))
    places = [figure.span for figure in ledger.figures]
    assert places == sorted(places)
    for figure in ledger.figures:
        assert figure.span.of(text) == figure.text
        assert figure.span.contains(figure.number)
        assert figure.sentence.contains(figure.span)
        assert "".join(span.of(text) for span in figure.label.spans) == figure.label.text
        assert not any(span.overlaps(figure.span) for span in figure.label.spans)
    for series in ledger.series:
        assert set(series.figures) <= set(ledger.figures)
        assert len({figure.unit for figure in series.figures}) == 1


@given(TEXTS)
def test_numbers_never_overlap(text):
    found = quantities(text)
    assert all(before.span.end <= after.span.start for before, after in pairwise(found))


def test_a_sentence_without_end_is_read_whole():
    text = "甲村修路5公里，" * 2000
    ledger, _ = find_figures(outline_of(text))
    assert len(ledger.figures) == 2000
    assert {figure.label.text for figure in ledger.figures} == {"甲村修路"}


def test_the_same_sentence_gives_the_same_figures_wherever_it_stands():
    sentence = "新建村道12公里，惠及群众3600人，同比增长8.5%。"
    alone, _ = find_figures(outline_of(sentence))
    behind, _ = find_figures(outline_of("镇村面貌焕然一新。" + sentence))
    assert [(f.text, f.label.text) for f in alone.figures] == [(f.text, f.label.text) for f in behind.figures]
