from generator.model import Block, Heading, Manuscript, Outline, Role, Section, Span
from generator.tallying import find_figures


def outline_of(*lines, headings=()):
    text = "\n".join(lines)
    blocks, at = [], 0
    for line in lines:
        blocks.append(Block(Span(at, at + len(line))))
        at += len(line) + 1
    sections = []
    for index, (head, until) in enumerate(headings or [("", "")], 1):
        start = text.index(head) if head else 0
        end = text.index(until) if until else len(text)
        heading = Heading(Span(start, start + len(head))) if head else None
        sections.append(Section(str(index), 1, Role.BODY, Span(start, end), heading))
    return Outline(Manuscript(text, "test", blocks=tuple(blocks)), Span(0, 0), tuple(sections))


def figures_of(*lines):
    ledger, findings = find_figures(outline_of(*lines))
    assert findings == ()
    return [(figure.text, figure.label.text) for figure in ledger.figures]


LEARNING = (
    "截至目前，通过青禾学堂小程序领取学习资料包126人，开展云端微课30余次，覆盖800余人，实施上门送学15次，覆盖40余人。"
)


def test_a_bare_verb_takes_its_subject_from_the_clause_before():
    assert figures_of(LEARNING) == [
        ("126人", "通过青禾学堂小程序领取学习资料包"),
        ("30余次", "开展云端微课"),
        ("800余人", "云端微课覆盖"),
        ("15次", "实施上门送学"),
        ("40余人", "上门送学覆盖"),
    ]


def test_people_reached_in_three_ways_make_a_series():
    ledger, _ = find_figures(outline_of("送学到人", LEARNING, headings=[("送学到人", "")]))
    (series,) = ledger.series
    assert [name.text for name in series.names] == ["领取学习资料包", "云端微课", "上门送学"]
    assert [figure.text for figure in series.figures] == ["126人", "800余人", "40余人"]
    assert (series.unit, series.title.text) == ("人", "送学到人")


def test_a_redacted_number_is_no_figure():
    assert figures_of("2023年，全镇XXX个村集体经济总收入有望突破XXX万元。") == []


def test_every_label_is_cut_from_the_text():
    outline = outline_of(LEARNING, "农民人均纯收入达到16720元，同比增长16.8%。")
    ledger, _ = find_figures(outline)
    for figure in ledger.figures:
        assert "".join(span.of(outline.manuscript.text) for span in figure.label.spans) == figure.label.text
        assert figure.rule
        assert figure.evidence


def test_a_figure_knows_its_section_and_sentence():
    ledger, _ = find_figures(outline_of("一部分", "新建村道12公里。", headings=[("一部分", "")]))
    (figure,) = ledger.figures
    assert (figure.section_id, len(figure.sentence)) == ("1", len("新建村道12公里。"))
