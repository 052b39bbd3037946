"""A plan says why each slide has its shape, and lets a person ask for another one that its words fit."""

import json
from pathlib import Path

import pytest

from generator import pipeline
from generator.errors import StoryboardError
from generator.model import BigNumbers, Cards, Comparison, Pairs, Points, Quotation, Reason, Table, Timeline
from generator.pipeline import Request
from generator.storyboarding import from_json, from_markdown, to_json, to_markdown
from generator.storyboarding.turning import KINDS, kind_of, possible_kinds, turned

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
HEADER = "---\nformat: speechdeck-plan\nversion: 1\ntitle: 汇报\n---\n\n"
STEPS = "### 摸清底数\n\n- 走访1200户\n\n### 集中攻坚\n\n- 拆除42处\n\n### 巩固提升\n\n- 建队12支\n"


def only(body):
    (slide,) = from_markdown(HEADER + body).slides
    return slide


def refused(body):
    with pytest.raises(StoryboardError) as raised:
        from_markdown(HEADER + body)
    return raised.value


@pytest.mark.parametrize(
    ("body", "kind", "expected"),
    [
        ("## 做法 {.points kind=cards}\n\n- 抓好学习教育\n- 抓好整改落实\n- 抓好长效管护\n", "cards", Cards),
        ("## 做法 {.points kind=steps}\n\n- **摸底**，走访\n- **攻坚**，拆除\n- **巩固**，建队\n", "steps", Cards),
        ("## 历程 {.points kind=timeline}\n\n- 2021年，启动\n- 2022年，建成\n- 2023年，投用\n", "timeline", Timeline),
        (
            "## 牢记嘱托 {.points kind=quotation}\n\n- 习近平总书记强调：“江山就是人民，人民就是江山。”\n",
            "quotation",
            Quotation,
        ),
        ("## 转变 {.points kind=pairs}\n\n- 由“要我学”变为“我要学”\n- 从被动应付转变为主动作为\n", "pairs", Pairs),
        ("## 数据 {.points kind=numbers}\n\n- 抓好增收\n\n**2.6**万元\n:   户均增收\n", "numbers", BigNumbers),
        (f"## 做法 {{.cards kind=steps}}\n\n{STEPS}", "steps", Cards),
        (f"## 做法 {{.cards kind=points}}\n\n{STEPS}", "points", Cards),
        ("## 历程 {.timeline kind=cards}\n\n### 2021年\n\n- 启动\n\n### 2022年\n\n- 建成\n", "cards", Cards),
        ("## 嘱托 {.quotation kind=points}\n\n“江山就是人民。”\n:   习近平总书记\n", "points", Points),
        ("## 转变 {.pairs kind=points}\n\n|前|后|\n|:---|:---|\n|被动|主动|\n", "points", Cards),
        ("## 数据 {.numbers kind=points}\n\n**2.6**万元\n:   户均增收\n\n- 抓好增收\n", "points", Points),
        ("## 数据 {.table kind=points}\n\n|指标|数据|所属部分|\n|--|--|--|\n|增收|2.6万元||\n", "points", Points),
        ("## 数据 {.chart kind=table}\n\n|名称|数据|绘图数值|\n|--|--|--|\n|甲|5次|5|\n", "table", Table),
    ],
)
def test_a_person_asks_for_another_shape(body, kind, expected):
    slide = only(body)
    assert isinstance(slide.content, expected)
    assert kind_of(slide.content) == kind


@pytest.mark.parametrize(
    ("body", "possible"),
    [
        # A figure beside the points that no point tells would be lost on cards.
        ("## 做法 {.points kind=cards}\n\n- 抓好增收\n- 抓好就业\n\n**2.6**万元\n:   户均增收\n", "kind=numbers"),
        ("## 做法 {.points kind=timeline}\n\n- 抓学习\n- 抓整改\n", "kind=cards"),
        (f"## 做法 {{.cards kind=quotation}}\n\n{STEPS}", "kind=points"),
        ("## 做法 {.cards kind=steps}\n\n- 抓学习\n- 抓整改\n- 抓管护\n", "kind=points"),
        ("## 做法 {.points kind=columns}\n\n- 抓学习\n- 抓整改\n", "kind=cards"),
    ],
)
def test_what_does_not_fit_is_refused_with_what_does(body, possible):
    error = refused(body)
    assert error.code == "plan_shape"
    assert possible in (error.hint or "")
    assert error.where == "第 7 行"


def test_a_slide_without_another_shape_says_so():
    assert refused("## 谢谢 {.closing kind=cards}\n").code == "plan_shape_only"


def test_the_reason_stands_below_the_heading_and_comes_back():
    body = f"## 做法 {{.cards}}\n\n<!-- 形式：{Reason.PARALLEL}。可改写为 kind=points -->\n\n{STEPS}"
    slide = only(body)
    assert slide.why is Reason.PARALLEL
    assert f"<!-- 形式：{Reason.PARALLEL}。可改写为 kind=points、kind=steps -->" in to_markdown(
        from_markdown(HEADER + body)
    )


@pytest.mark.parametrize("kind", ["steps", "points"])
def test_a_shape_that_a_person_chose_is_theirs(kind):
    body = f"## 做法 {{.cards kind={kind}}}\n\n<!-- 形式：{Reason.PARALLEL}。可改写为 kind=points -->\n\n{STEPS}"
    assert only(body).why is Reason.CHOSEN


def test_other_comments_are_no_reasons():
    assert only(f"## 做法 {{.cards}}\n\n<!-- 这页再想想 -->\n\n{STEPS}").why is None


def test_a_program_asks_by_turn_into():
    plan = json.loads(to_json(from_markdown(HEADER + f"## 做法 {{.cards}}\n\n{STEPS}")))
    plan["slides"][0]["turn_into"] = "steps"
    (slide,) = from_json(json.dumps(plan)).slides
    assert slide.content.steps
    assert slide.why is Reason.CHOSEN
    plan["slides"][0]["turn_into"] = "table"
    with pytest.raises(StoryboardError) as raised:
        from_json(json.dumps(plan))
    assert raised.value.where == "slides[0].turn_into"


def texts(value, left_out=()):
    """Every text of a content, in whichever field it stands; those of the fields `left_out` apart."""
    if hasattr(value, "surface") and isinstance(value.surface, str):
        return [value.surface]
    if hasattr(value, "spans"):
        return [value.text]
    if hasattr(value, "__dataclass_fields__"):
        fields = [name for name in value.__dataclass_fields__ if name not in left_out]
        return [text for name in fields for text in texts(getattr(value, name), left_out)]
    return [text for item in value for text in texts(item, left_out)] if isinstance(value, tuple) else []


def letters(content, left_out=()):
    """The letters and digits of all of them, sorted: what a change of shape may not change."""
    return sorted(char for text in texts(content, ("origin", *left_out)) for char in text if char.isalnum())


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_every_shape_of_every_slide_keeps_every_word(seed):
    request = Request()
    storyboard = pipeline.make_plan(pipeline.understand(seed, request), request)[0]
    for slide in from_markdown(to_markdown(storyboard)).slides:
        for kind in possible_kinds(slide.content):
            other = turned(slide.content, kind)
            assert kind_of(other) == kind
            # Heads of columns are the deck's own; where a figure is from, its title says too; figures that cards leave
            # out are told by their points.
            left_out = ("left_head", "right_head", "section", *(["callouts"] if kind in ("cards", "steps") else []))
            if not isinstance(slide.content, Comparison):
                assert letters(other, left_out) == letters(slide.content, left_out), (slide.id, kind)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_every_slide_of_a_seed_says_why(seed):
    request = Request()
    storyboard = pipeline.make_plan(pipeline.understand(seed, request), request)[0]
    written = to_markdown(storyboard)
    assert to_markdown(from_markdown(written)) == written
    assert from_json(to_json(storyboard)) == storyboard
    for slide in storyboard.slides:
        chosen = kind_of(slide.content) in (*KINDS, "chart", "comparison")
        assert (slide.why is not None) is chosen, slide.id
