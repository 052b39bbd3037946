"""Every page is called by a title of its own, in words of the speech and labels of the deck."""

import pytest

from generator.fitting import fit
from generator.model import (
    Agenda,
    AgendaEntry,
    Divider,
    Excerpt,
    Part,
    Point,
    Points,
    Slide,
    SlotPurpose,
    Span,
    Storyboard,
    TextPlacement,
)
from generator.template import open_look

POINTS = tuple(Point(Excerpt(f"把第{number}件事做细做实做到位"), Span(0, 1)) for number in "一二三")


def points(identity, title, part="one", continued=False):
    return Slide(identity, Points(Excerpt(title), POINTS, continued=continued), part)


def divider(identity, title, part="one", number=1):
    return Slide(identity, Divider(Excerpt(title), number), part)


def titles(*slides, parts=(("one", "抓学习"), ("two", "抓落实"))):
    named = tuple(Part(identity, Excerpt(name), f"part-{identity}") for identity, name in parts)
    storyboard = Storyboard(Excerpt("发言"), named, slides, source="")
    pages = fit(storyboard, open_look("政务红"))[0].pages
    return [
        text.paragraphs[0].text.replace("\n", "")
        for page in pages
        for text in page.placements
        if isinstance(text, TextPlacement) and text.slot.purpose is SlotPurpose.TITLE
    ]


def test_titles_of_their_own_stay_as_they_are():
    assert titles(points("a", "学理论"), points("b", "学业务")) == ["学理论", "学业务"]


def test_pages_that_go_on_are_counted():
    going_on = [points(f"p{at}", "建好需求单", continued=at > 0) for at in range(4)]
    assert titles(*going_on) == ["建好需求单", "建好需求单（续）", "建好需求单（续二）", "建好需求单（续三）"]


def test_the_slide_of_a_divider_holds_its_points():
    slides = divider("part-1", "抓学习"), points("p1", "抓学习"), points("p2", "抓学习", continued=True)
    assert titles(*slides) == ["抓学习", "抓学习（要点）", "抓学习（续）"]


def test_the_same_heading_in_two_parts_says_which():
    slides = points("a", "存在的问题"), points("b", "存在的问题", "two")
    assert titles(*slides) == ["存在的问题", "存在的问题：抓落实"]


def test_a_name_with_a_colon_is_set_off_by_a_blank():
    slides = points("a", "存在的问题"), points("b", "存在的问题", "two")
    parts = ("one", "抓学习"), ("two", "抓落实：一抓到底")
    assert titles(*slides, parts=parts)[1] == "存在的问题　抓落实：一抓到底"


def test_the_same_heading_twice_in_a_part_goes_on():
    assert titles(points("a", "存在的问题"), points("b", "存在的问题"), points("c", "存在的问题")) == [
        "存在的问题",
        "存在的问题（续）",
        "存在的问题（续二）",
    ]


@pytest.mark.parametrize("count", [9, 25])
def test_an_agenda_of_several_pages(count):
    entries = tuple(AgendaEntry(f"part-{number}", Excerpt(f"第{number}项重点工作")) for number in range(count))
    found = titles(Slide("agenda", Agenda(Excerpt("目录"), entries)))
    assert found[0] == "目录"
    assert len(found) == len(set(found)) > 1
