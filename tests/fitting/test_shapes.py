"""Quotations, timelines, pairs and figures over points: in a look, and in a template that lacks their layouts."""

import re
from dataclasses import replace

import pytest

from generator.fitting import fit
from generator.fitting.shapes import pairs_as_points, quotation_as_points
from generator.model import (
    BigNumbers,
    Callout,
    Card,
    Cards,
    Excerpt,
    LayoutRole,
    Pair,
    Pairs,
    Point,
    Quantity,
    Quotation,
    Ratio,
    Slide,
    SlotPurpose,
    Span,
    Stage,
    Storyboard,
    TextPlacement,
    Timeline,
)
from generator.template import look_names, open_look

TITLE = Excerpt("坚持一张蓝图绘到底")
QUOTATION = Quotation(TITLE, Excerpt("“江山就是人民，人民就是江山。”"), Excerpt("习近平总书记"))
TIMELINE = Timeline(
    TITLE,
    tuple(Stage(Excerpt(f"202{n}年"), (Excerpt(f"流转土地{n}200亩，建成标准化大棚{n}40座"),)) for n in (1, 2, 3)),
)
PAIRS = Pairs(
    TITLE,
    Excerpt("存在问题"),
    Excerpt("下一步工作"),
    tuple(
        Pair((Excerpt(f"{name}短，农产品深加工不足"),), (Excerpt(f"延长{name}，再引进深加工企业3家"),))
        for name in ("产业链", "服务链", "人才链")
    ),
)
NUMBERS = BigNumbers(
    TITLE,
    tuple(Callout(Quantity("约", str(n), "万元"), Excerpt("户均增收"), Excerpt(f"约{n}万元")) for n in (1, 2, 3)),
    tuple(Point(Excerpt(f"第{n}批项目全部建成投用，带动群众增收"), Span(n, n + 1)) for n in range(1, 6)),
)
CONTENTS = pytest.mark.parametrize("content", [QUOTATION, TIMELINE, PAIRS, NUMBERS], ids=lambda c: type(c).__name__)


def pages(content, template, **how):
    return fit(Storyboard(TITLE, (), (Slide("point-1", content),), "发言.txt"), template, **how)[0].pages


def words(shown):
    """All words on some pages, line breaks taken out."""
    texts = [p for page in shown for p in page.placements if isinstance(p, TextPlacement)]
    return re.sub(r"\s", "", "\n".join(paragraph.text for text in texts for paragraph in text.paragraphs))


def excerpts(value):
    if isinstance(value, Quantity):
        return [value.number]
    if isinstance(value, Excerpt):
        return [value.text]
    if hasattr(value, "__dataclass_fields__"):
        fields = [name for name in value.__dataclass_fields__ if name not in ("origin", "left_head", "right_head")]
        return [text for name in fields for text in excerpts(getattr(value, name))]
    return [text for item in value for text in excerpts(item)] if isinstance(value, tuple) else []


def without(template, *roles):
    return replace(template, layouts=tuple(layout for layout in template.layouts if layout.role not in roles))


@CONTENTS
@pytest.mark.parametrize("ratio", list(Ratio))
def test_each_has_its_layout_in_every_look(content, ratio):
    wanted = {
        Quotation: (LayoutRole.QUOTATION, 0),
        Timeline: (LayoutRole.STEPS, 3),
        Pairs: (LayoutRole.COMPARISON, 6),
        BigNumbers: (LayoutRole.BIG_NUMBER, 3),
    }[type(content)]
    for look in look_names():
        (page,) = pages(content, open_look(look, ratio))
        assert (page.layout.role, page.layout.units) == wanted
        assert all(text in words([page]) for text in excerpts(content))


@CONTENTS
@pytest.mark.parametrize(
    "lacking",
    [
        (LayoutRole.QUOTATION, LayoutRole.COMPARISON, LayoutRole.BIG_NUMBER),
        (LayoutRole.QUOTATION, LayoutRole.COMPARISON, LayoutRole.BIG_NUMBER, LayoutRole.STEPS),
        tuple(role for role in LayoutRole if role is not LayoutRole.CONTENT),
    ],
    ids=["some", "steps too", "all but points"],
)
def test_a_template_without_their_layouts_loses_no_word(content, lacking):
    shown = pages(content, without(open_look(), *lacking))
    assert all(page.layout.role not in lacking for page in shown)
    told = words(shown)
    assert all(text in told for text in excerpts(content))


def test_two_plain_columns_hold_the_pairs_as_lists_that_are_numbered_alike():
    template = open_look()
    plain = tuple(
        layout for layout in template.layouts if layout.role is not LayoutRole.COMPARISON or layout.units == 2
    )
    (page,) = pages(PAIRS, replace(template, layouts=plain))
    left, right = (
        next(p for p in page.placements if p.slot.purpose is SlotPurpose.BODY and p.slot.unit == unit)
        for unit in (0, 1)
    )
    for number, (one, other) in enumerate(zip(left.paragraphs, right.paragraphs, strict=True), 1):
        assert one.text.startswith(f"{number}\u3000")
        assert other.text.startswith(f"{number}\u3000")


def test_a_timeline_in_a_template_of_steps_has_its_times_as_heads():
    template = open_look()
    dated = [layout for layout in template.layouts if layout.slot(SlotPurpose.CAPTION)]
    (page,) = pages(TIMELINE, replace(template, layouts=tuple(lay for lay in template.layouts if lay not in dated)))
    assert page.layout.role is LayoutRole.STEPS
    heads = [p.paragraphs[0].text for p in page.placements if p.slot.purpose is SlotPurpose.HEAD]
    assert heads == ["2021年", "2022年", "2023年"]


def test_steps_never_take_the_layout_of_a_timeline():
    steps = Cards(TITLE, tuple(Card(Excerpt(head), (Excerpt("逐户走访登记造册"),)) for head in "甲乙丙"), steps=True)
    (page,) = pages(steps, open_look())
    assert page.layout.slot(SlotPurpose.CAPTION) is None


@pytest.mark.parametrize(("count", "expected"), [(5, [5]), (6, [3, 3]), (7, [4, 3]), (8, [4, 4])])
def test_many_stages_go_on(count, expected):
    stages = tuple(Stage(Excerpt(f"{n}月"), (Excerpt("印发考核方案"),)) for n in range(1, count + 1))
    shown = pages(Timeline(TITLE, stages), open_look())
    assert [page.layout.units for page in shown] == expected


@pytest.mark.parametrize(("count", "expected"), [(1, [2]), (2, [4]), (4, [8]), (5, [6, 4])])
def test_pairs_stand_in_rows(count, expected):
    shown = pages(replace(PAIRS, pairs=(PAIRS.pairs * 2)[:count]), open_look())
    assert [page.layout.units for page in shown] == expected


def test_a_long_quotation_is_whole_at_a_smaller_size():
    long = Excerpt("“" + "人民对美好生活的向往，就是我们的奋斗目标。" * 5 + "”")
    (page,) = pages(replace(QUOTATION, words=long), open_look())
    body = next(p for p in page.placements if p.slot.purpose is SlotPurpose.BODY)
    assert body.paragraphs[0].text.replace("\n", "") == long.text
    assert body.size_pt >= 18


def test_a_quotation_breaks_between_its_clauses():
    words_ = Excerpt("“活了大半辈子，头一回看到村里的水这么清！”")
    (page,) = pages(replace(QUOTATION, words=words_), open_look())
    body = next(p for p in page.placements if p.slot.purpose is SlotPurpose.BODY)
    assert body.paragraphs[0].text.split("\n")[0].endswith("，")


def test_a_page_of_figures_too_full_for_its_points_sets_them_beside():
    long = "组织镇村干部沿河看水、进村看路、入户看厕，把问题写在纸上、标在图上、记在心里，逐项逐条销号整改"
    told = tuple(Point(Excerpt(long), Span(n, n + 1)) for n in range(5))
    shown = pages(replace(NUMBERS, points=told), open_look())
    assert shown[0].layout.role is LayoutRole.CONTENT


def test_as_points_they_keep_who_said_it_and_what_answers_what():
    (point,) = quotation_as_points(QUOTATION).points
    assert point.words.text == "习近平总书记\n“江山就是人民，人民就是江山。”"
    assert point.lead == len("习近平总书记")
    first = pairs_as_points(PAIRS).points[0]
    assert first.words.text == "产业链短，农产品深加工不足\n延长产业链，再引进深加工企业3家"


def test_a_change_as_points_says_what_was_before():
    change = Pair((Excerpt("大水漫灌"),), (Excerpt("精准滴灌"),))
    told = pairs_as_points(Pairs(TITLE, Excerpt("变化前"), Excerpt("变化后"), (change,))).points
    assert [point.words.text for point in told] == ["变化前：大水漫灌", "变化后：精准滴灌"]
    assert {point.lead for point in told} == {4}


def test_stages_and_rows_appear_one_after_the_other():
    (timeline,) = pages(TIMELINE, open_look(), animate=True)
    assert [len(click) for click in timeline.reveals] == [2, 2, 2]  # its time and what is said of it
    (pairs,) = pages(PAIRS, open_look(), animate=True)
    assert [len(click) for click in pairs.reveals] == [2, 2, 2]  # left and right
    heads = {p.slot.index for p in pairs.placements if p.slot.purpose is SlotPurpose.HEAD}
    assert not heads & {reveal.index for click in pairs.reveals for reveal in click}
    (numbers,) = pages(NUMBERS, open_look(), animate=True)
    assert len(numbers.reveals) == len(NUMBERS.points)
    (quotation,) = pages(QUOTATION, open_look(), animate=True)
    assert quotation.reveals == ()
