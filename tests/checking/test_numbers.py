"""The numbers of a text against the sentence that it comes from."""

import pytest
from conftest import manuscript_of

from generator.checking.numbers import Fault, mismatches, mismatches_anywhere
from generator.checking.provenance import Piece, Sources
from generator.model import Ledger, Outline, Role, Section, Span

SENTENCE = (
    "2023年，全镇带动300余户1500余人增收900余万元，户均增收约2.6万元，覆盖率由45%提高到80%，第二批整改6件、56件。"
)


def sources_of(text):
    whole = Span(0, len(text))
    return Sources(Outline(manuscript_of(text), Span(0, 0), (Section("1", 1, Role.BODY, whole),)), Ledger(()))


def faults(text, *sources):
    return [mismatch.fault for mismatch in mismatches(text, [Piece(source, ()) for source in sources or (SENTENCE,)])]


@pytest.mark.parametrize(
    "text",
    [
        "带动300余户1500余人",
        "户均增收约2.6万元",
        "2023年增收900余万元",
        "覆盖率由45%提高到80%",
        "覆盖率提高到80%",
        "第二批整改6件、56件",
        "整改56件",
        "全镇增收",
        "",
    ],
)
def test_the_same_numbers(text):
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("带动301余户", Fault.VALUE),
        ("带动30余户", Fault.VALUE),
        ("2024年增收900余万元", Fault.VALUE),
        ("第三批整改", Fault.VALUE),
        ("覆盖率提高到85%", Fault.VALUE),
        ("户均增收约26万元", Fault.VALUE),
        ("带动300余人", Fault.UNIT),
        ("增收900余元", Fault.UNIT),
        ("覆盖率提高80个百分点", Fault.UNIT),
        ("带动300户", Fault.QUALIFIER),
        ("带动约300户", Fault.QUALIFIER),
        ("户均增收2.6万元", Fault.QUALIFIER),
        ("户均增收2.6余万元", Fault.QUALIFIER),
        ("带动1500余人300余户", Fault.PLACE),
        ("整改6件、6件", Fault.PLACE),
        ("APP9.0版", Fault.VALUE),
    ],
)
def test_other_numbers(text, fault):
    assert faults(text) == [fault]


def test_a_text_is_held_against_the_sentence_that_agrees_best():
    assert faults("评选56户", "评选65户。", "评选56户。") == []
    assert faults("评选56户", "评选65户。", "评选56人。") == [Fault.UNIT]


def test_what_the_speech_says_nearest_is_told():
    (mismatch,) = mismatches("带动310余户", [Piece("先带动3户，再带动300余户。", ())])
    assert mismatch.said == "300余户"


def test_chinese_numerals_count_in_a_sentence_and_not_in_somebodys_own_words():
    sentence = "组建三支队伍。"
    assert faults("组建五支队伍", sentence) == [Fault.VALUE]
    sources = sources_of(sentence)
    assert mismatches_anywhere("一个全新的开始", sources) == ()
    assert [mismatch.fault for mismatch in mismatches_anywhere("全新的5个村", sources)] == [Fault.VALUE]
