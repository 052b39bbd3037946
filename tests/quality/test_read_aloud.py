"""A built deck as a screen reader meets it: titles, order, words for pictures, headers, language, no mere colour.

Held on the saved slides, not on what fitting meant: a deck with every kind of slide in every look and ratio, and every
seed in both ratios.
"""

import io
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pptx
import pytest
from every_kind import every_kind
from pptx.oxml.ns import qn

from generator.fitting import fit
from generator.model import Occasion, Ratio
from generator.pipeline import Request, build_from_speech
from generator.rendering import render
from generator.template import DEFAULT_LOOK, look_names, open_look

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
GIVEN = Occasion(speaker="陈立新", unit="青禾镇人民政府", date="2024年3月", meeting="全县经验交流会")
KINDS = "kinds"
CASES = [(KINDS, look, ratio) for look in look_names() for ratio in Ratio]
CASES += [(seed.stem, DEFAULT_LOOK, ratio) for seed in SEEDS for ratio in Ratio]
EVERY_DECK = pytest.mark.parametrize("case", CASES, ids=lambda case: "-".join(case))
FOOTERS = ("ftr", "dt", "sldNum")


@cache
def slides_of(case):
    name, look, ratio = case
    if name == KINDS:
        template = open_look(look, ratio)
        deck = render(fit(every_kind(), template)[0], template)
    else:
        seed = next(seed for seed in SEEDS if seed.stem == name)
        deck = build_from_speech(seed, Request(occasion=GIVEN, look=look, ratio=ratio)).deck
    return tuple(pptx.Presentation(io.BytesIO(deck)).slides)


def is_decoration(shape):
    return bool(shape._element.xpath('.//*[local-name()="decorative"][@val="1"]'))


def told(slide):
    """The shapes that are read out, in the order of the file."""
    return [shape for shape in slide.shapes if not is_decoration(shape)]


def mark(shape):
    return shape._element.find(f".//{qn('p:nvPr')}/{qn('p:ph')}") if shape.is_placeholder else None


def is_footer(shape):
    return mark(shape) is not None and mark(shape).get("type") in FOOTERS


@EVERY_DECK
def test_every_slide_has_a_title_of_its_own(case):
    titles = [slide.shapes.title.text_frame.text.replace("\v", "").strip() for slide in slides_of(case)]
    assert all(titles)
    assert len(set(titles)) == len(titles), sorted(titles)


@EVERY_DECK
def test_what_is_read_before_stands_above_or_to_the_left(case):
    """Of two shapes in one column the upper is read first, of two in one row the left one; the footers come last."""
    for slide in slides_of(case):
        shapes = [(shape.name, is_footer(shape), Box.of(shape)) for shape in told(slide)]
        footers = [footer for _, footer, _ in shapes]
        assert footers == sorted(footers), slide.name
        for (first, _, before), (second, _, after) in combinations(shapes, 2):
            assert not comes_before(after, before), (slide.name, first, second)


@EVERY_DECK
def test_the_title_is_read_before_what_it_is_over(case):
    """Above it stands the way through the speech, beside that of a divider its numeral; nothing else comes first."""
    for slide in slides_of(case):
        shapes = told(slide)
        before = shapes[: shapes.index(slide.shapes.title)]
        assert [shape.name for shape in before] in ([], ["路径"], ["编号"]), slide.name


@EVERY_DECK
def test_shapes_are_named_in_chinese(case):
    for slide in slides_of(case):
        assert all(not shape.name.isascii() for shape in slide.shapes), [shape.name for shape in slide.shapes]


class Box(NamedTuple):
    left: int
    top: int
    width: int = 10
    height: int = 10

    @classmethod
    def of(cls, shape):
        return cls(shape.left, shape.top, shape.width, shape.height)


def comes_before(one, other):
    """Whether the eye meets `one` before `other`."""
    if shared(one.left, one.width, other.left, other.width) and one.top + one.height <= other.top + other.height / 2:
        return True
    return shared(one.top, one.height, other.top, other.height) and one.left + one.width <= other.left


def shared(start, length, other_start, other_length):
    """Whether two stretches share more than half of the shorter."""
    common = min(start + length, other_start + other_length) - max(start, other_start)
    return common > 0.5 * min(length, other_length)


@EVERY_DECK
def test_tables_and_charts_say_in_words_what_they_show(case):
    for slide in slides_of(case):
        for shape in told(slide):
            if not (shape.has_chart or shape.has_table or shape.shape_type == 13):
                continue
            words = shape._element.xpath(".//p:cNvPr")[0].get("descr")
            assert words, (slide.name, shape.name)
            if shape.has_chart:
                labels = shape.chart._chartSpace.iter(qn("c:dLbl"))
                for label in labels:
                    assert "".join(text.text for text in label.iter(qn("a:t"))) in words
            else:
                for row in list(shape.table.rows)[1:]:
                    assert all(cell.text.replace("\v", "") in words for cell in list(row.cells)[:2])


@EVERY_DECK
def test_the_first_row_of_a_table_is_marked_as_its_header(case):
    tables = [shape.table for slide in slides_of(case) for shape in slide.shapes if shape.has_table]
    assert tables or case[0] == "short"
    for table in tables:
        assert table._tbl.tblPr.get("firstRow") == "1"
        assert all(cell.text for cell in table.rows[0].cells)


@EVERY_DECK
def test_every_run_says_that_it_is_chinese(case):
    for slide in slides_of(case):
        for run in slide._element.iter(qn("a:r"), qn("a:fld")):
            properties = run.find(qn("a:rPr"))
            assert properties is not None, slide.name
            assert (properties.get("lang"), properties.get("altLang")) == ("zh-CN", "en-US"), slide.name


@EVERY_DECK
def test_colour_is_never_the_only_carrier(case):
    """Who sees no colours sees it bold; shares of a ring are named beside it; links are no colour but whole shapes."""
    for slide in slides_of(case):
        for run in slide._element.iter(qn("a:r")):
            properties = run.find(qn("a:rPr"))
            if properties.find(qn("a:solidFill")) is not None:
                assert properties.get("b") == "1", (slide.name, run.find(qn("a:t")).text)
        for shape in slide.shapes:
            if shape.has_chart:
                shown_without_colour(shape.chart)


def shown_without_colour(chart):
    points = chart._chartSpace.findall(f".//{qn('c:dPt')}")
    coloured = {point.find(f".//{qn('a:schemeClr')}").get("val") for point in points}
    if len(coloured) > 1:
        assert chart.has_legend
        assert chart._chartSpace.find(f".//{qn('c:doughnutChart')}") is not None
    values = list(chart.plots[0].series[0].values)
    assert len(list(chart._chartSpace.iter(qn("c:dLbl")))) == len(values)


def test_the_order_of_reading_is_measured():
    assert comes_before(Box(0, 0), Box(0, 20))  # above
    assert comes_before(Box(0, 0), Box(20, 2))  # to the left
    assert not comes_before(Box(20, 0), Box(0, 20))  # another column, further up: either may come first
    assert not comes_before(Box(0, 20), Box(0, 0))
