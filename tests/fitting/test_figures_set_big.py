"""A figure set big: its number large, its unit small; one that is said in words stands whole."""

import pytest

from generator.fitting.points import value_paragraph
from generator.model import Callout, Excerpt, Quantity


def runs(before, number, after):
    quantity = Quantity(before, number, after)
    callout = Callout(quantity, Excerpt("指标"), Excerpt(quantity.surface))
    return [(run.text, run.size_pt) for run in value_paragraph(callout, 40).runs]


@pytest.mark.parametrize("words", [("", "四", "成"), ("近", "三", "成"), ("", "一", "半"), ("", "上千", "人")])
def test_a_figure_in_words_is_not_torn(words):
    assert runs(*words) == [("".join(words), 40)]


@pytest.mark.parametrize("words", [("", "1200", "元"), ("约", "2.6", "万元"), ("", "93.7", "%")])
def test_a_figure_in_digits_has_its_unit_small(words):
    found = runs(*words)
    assert [text for text, _ in found] == [word for word in words if word]
    assert dict(found)[words[1]] == 40
    assert dict(found)[words[2]] < 20
