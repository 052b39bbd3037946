"""Holds tests/spec/figures_positive.md and figures_negative.md: sentences and what is read out of them."""

from pathlib import Path

import pytest

from generator.language.quantities import quantities
from generator.model import Block, Manuscript, Outline, Role, Section, Span
from generator.tallying import find_figures
from generator.tallying.exclusions import EXCLUSIONS, Place, excluded_by

SPEC = Path(__file__).parent.parent / "spec"


def outline_of(text):
    whole = Span(0, len(text))
    return Outline(Manuscript(text, "spec", blocks=(Block(whole),)), Span(0, 0), (Section("1", 1, Role.BODY, whole),))


def cases(name):
    for line in (SPEC / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("- "):
            sentence, _, expected = line.removeprefix("- ").partition(" → ")
            yield sentence, expected


def pairs(expected):
    return [] if expected == "无" else [tuple(pair.split("｜")) for pair in expected.split("；")]


POSITIVE = list(cases("figures_positive.md"))
NEGATIVE = list(cases("figures_negative.md"))


@pytest.mark.parametrize(("sentence", "expected"), POSITIVE)
def test_data_is_found_with_its_label(sentence, expected):
    ledger, _ = find_figures(outline_of(sentence))
    assert [(figure.text, figure.label.text) for figure in ledger.figures] == pairs(expected)


@pytest.mark.parametrize(("sentence", "expected"), NEGATIVE)
def test_what_is_no_data_is_left_out_for_its_reason(sentence, expected):
    ledger, _ = find_figures(outline_of(sentence))
    assert ledger.figures == ()
    whole = Span(0, len(sentence))
    found = [(number.text, excluded_by(Place(sentence, number, whole))) for number in quantities(sentence)]
    assert [(text, rule.name if rule else None) for text, rule in found] == pairs(expected)


def test_the_two_files_are_of_one_length():
    assert abs(len(POSITIVE) - len(NEGATIVE)) <= 3


def number_in(marked):
    """The sentence without ‹ and ›, and the number between them."""
    start, end = marked.index("‹"), marked.index("›") - 1
    sentence = marked.replace("‹", "").replace("›", "")
    (number,) = [q for q in quantities(sentence) if q.span.start < end and start < q.span.end]
    return Place(sentence, number, Span(0, len(sentence)))


@pytest.mark.parametrize("rule", EXCLUSIONS, ids=lambda rule: rule.name)
def test_a_rule_holds_in_its_example_and_not_in_its_counter_example(rule):
    assert rule.holds(number_in(rule.example))
    assert not rule.holds(number_in(rule.counter_example))
    assert excluded_by(number_in(rule.counter_example)) is None
    assert rule.reason


def test_every_rule_has_a_negative_case():
    named = {pair[1] for _, expected in NEGATIVE for pair in pairs(expected)}
    assert named == {rule.name for rule in EXCLUSIONS}
