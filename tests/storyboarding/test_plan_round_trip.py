"""What is written as a plan is read back as it was."""

import json
from dataclasses import fields, is_dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from storyboard_speeches import long_speech, plain_speech

from generator.errors import StoryboardError
from generator.model import (
    Agenda,
    AgendaEntry,
    BigNumbers,
    Callout,
    Card,
    Cards,
    Chart,
    ChartKind,
    ChartPoint,
    Closing,
    Cover,
    Divider,
    Excerpt,
    Occasion,
    Pair,
    Pairs,
    Part,
    Point,
    Points,
    Quantity,
    Quotation,
    Reason,
    Slide,
    Span,
    Stage,
    Storyboard,
    Table,
    TableRow,
    Timeline,
)
from generator.storyboarding import (
    from_json,
    from_markdown,
    is_plan,
    make_storyboard,
    read_markdown,
    read_plan,
    to_json,
    to_markdown,
)

NASTY = "*|#_\\:`{}[]<>~^$@&-+=.()1a \t\n\r\u2028\u3000“”（续）—、。 中文字%!'\"/;"
letters = st.one_of(st.sampled_from(NASTY), st.characters(exclude_categories=["Cs"]))
texts = st.text(letters, min_size=1, max_size=12).filter(lambda text: text.strip())
fragments = st.sampled_from(
    [
        ":::",
        "::: notes",
        "---",
        "## 标题",
        "# 题",
        "### 头",
        "- 点",
        "* 点",
        "1. 点",
        "**粗**",
        "|a|b|",
        "&#10;",
        "\\",
        "（续）",
    ]
)
words = st.one_of(texts, fragments, st.tuples(fragments, texts).map("".join))
excerpts = words.map(Excerpt)
spanned = st.tuples(words, st.integers(0, 99), st.integers(0, 99)).map(
    lambda given: Excerpt(given[0], (Span(min(given[1:]), max(given[1:])),))
)
ids = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)
nothing = Span(0, 0)


@st.composite
def points(draw):
    text = draw(words)
    return Point(Excerpt(text), nothing, draw(st.integers(0, len(text))))


@st.composite
def callouts(draw):
    pieces = [draw(st.one_of(st.just(""), words)) for _ in range(2)]
    quantity = Quantity(pieces[0], draw(words), pieces[1])
    return Callout(quantity, draw(excerpts), Excerpt(quantity.surface))


def several(strategy, fewest=1):
    return st.lists(strategy, min_size=fewest, max_size=3).map(tuple)


cards = st.one_of(
    st.builds(Card, excerpts, several(excerpts, 0)),
    st.builds(Card, st.none(), several(excerpts)),
)
cells = st.one_of(st.just(Excerpt("")), excerpts)
reasons = st.none() | st.sampled_from([Reason.LISTED, Reason.UNEVEN, Reason.FOLDED, Reason.CHOSEN])
values = st.one_of(st.integers(-(10**9), 10**9).map(float), st.floats(allow_nan=False, allow_infinity=False))
contents = st.one_of(
    st.builds(Points, excerpts, several(points()), several(callouts(), 0), st.booleans()),
    st.builds(Cards, excerpts, several(cards), st.booleans(), st.just(False), st.booleans()),
    st.builds(BigNumbers, excerpts, several(callouts()), several(points(), 0), st.booleans()),
    st.builds(Timeline, excerpts, several(st.builds(Stage, excerpts, several(excerpts))), st.booleans()),
    st.builds(Quotation, excerpts, excerpts, cells, st.booleans()),
    st.builds(
        Pairs, excerpts, cells, cells, several(st.builds(Pair, several(excerpts), several(excerpts))), st.booleans()
    ),
    st.builds(
        Table, excerpts, st.none() | excerpts, several(st.builds(TableRow, excerpts, cells, cells)), st.booleans()
    ),
    st.builds(
        Chart,
        excerpts,
        st.sampled_from(ChartKind),
        st.one_of(st.just(""), words),
        several(st.builds(ChartPoint, excerpts, values, excerpts)),
    ),
    st.builds(Closing, excerpts),
)


@st.composite
def storyboards(draw):
    """Storyboards as steps make them: parts in a row, each opened by its divider or by none; spans left out."""
    names = iter(draw(st.lists(ids, min_size=30, max_size=30, unique=True)))
    slides, parts = [], []
    maybe = st.none() | words
    if draw(st.booleans()):
        cover = Cover(draw(excerpts), draw(st.none() | excerpts), draw(maybe), draw(maybe), draw(maybe))
        slides.append(Slide(next(names), cover, None, draw(several(excerpts, 0))))
    for number in range(1, draw(st.integers(1, 3)) + 1):
        part_id = next(names)
        if draw(st.booleans()):
            title = draw(excerpts)
            parts.append(Part(part_id, title, part_id))
            counted = draw(st.sampled_from([number, number + 4]))
            divider = Divider(title, counted, draw(several(excerpts, 0)))
            slides.append(Slide(part_id, divider, part_id, draw(several(excerpts, 0))))
        else:
            parts.append(Part(part_id, draw(excerpts)))
        for content in draw(several(contents)):
            slides.append(Slide(next(names), content, part_id, draw(several(excerpts, 0)), draw(reasons)))
    if draw(st.booleans()):
        targets = several(st.builds(AgendaEntry, st.sampled_from([s.id for s in slides]), excerpts))
        slides.append(Slide(next(names), Agenda(draw(excerpts), draw(targets)), slides[-1].part))
    return Storyboard(draw(excerpts), tuple(parts), tuple(slides), draw(words))


def without_spans(value):
    """The same with every span taken out: what Markdown can carry."""
    if isinstance(value, Excerpt):
        return Excerpt(value.text)
    if isinstance(value, Span):
        return nothing
    if isinstance(value, tuple):
        return tuple(without_spans(item) for item in value)
    if is_dataclass(value):
        return replace(value, **{item.name: without_spans(getattr(value, item.name)) for item in fields(value)})
    return value


@given(storyboards())
def test_markdown_keeps_everything_but_the_spans(storyboard):
    written = to_markdown(storyboard)
    back, findings = read_markdown(written)
    assert back == storyboard
    assert findings == ()
    assert to_markdown(back) == written


@given(storyboards())
def test_a_plan_survives_line_ends_of_windows_and_a_byte_order_mark(storyboard):
    assert from_markdown("\ufeff" + to_markdown(storyboard).replace("\n", "\r\n")) == storyboard


@given(storyboards(), spanned)
def test_json_keeps_everything(storyboard, title):
    storyboard = replace(storyboard, title=title)
    assert from_json(to_json(storyboard)) == storyboard


@pytest.mark.parametrize("speech", [long_speech, plain_speech])
def test_a_made_storyboard_comes_back(speech):
    storyboard, _ = make_storyboard(*speech(), Occasion(speaker="李明", unit='清河镇: "党委"', date="2024年1月"))
    assert from_json(to_json(storyboard)) == storyboard
    assert from_markdown(to_markdown(storyboard)) == without_spans(storyboard)
    assert read_plan(to_json(storyboard))[0] == storyboard
    assert read_plan(to_markdown(storyboard))[0] == without_spans(storyboard)


def test_a_plan_is_told_from_a_manuscript():
    storyboard, _ = make_storyboard(*long_speech())
    assert is_plan(to_markdown(storyboard))
    assert is_plan(to_json(storyboard))
    assert not is_plan("---\ntitle: 汇报\n---\n## 一、主要做法\n")
    assert not is_plan("# 工作汇报\n\n## 主要做法")
    assert not is_plan("")


def test_half_a_character_survives_json():
    storyboard, _ = make_storyboard(*long_speech())
    odd = replace(storyboard, source="半\ud83d")
    to_json(odd).encode("utf-8")
    assert from_json(to_json(odd)) == odd


class TestUnfitJson:
    @pytest.fixture
    def plan(self):
        return json.loads(to_json(make_storyboard(*long_speech())[0]))

    def refused(self, plan):
        with pytest.raises(StoryboardError) as raised:
            from_json(plan if isinstance(plan, str) else json.dumps(plan))
        return raised.value

    def test_broken_json_names_its_line(self):
        error = self.refused('{\n "format": "speechdeck-plan",\n oops')
        assert (error.code, error.where) == ("plan_json", "第 3 行")

    @pytest.mark.parametrize("text", ["[]", "3", "{}", '{"format": "x"}', '"speechdeck-plan"'])
    def test_other_json_is_no_plan(self, text):
        assert self.refused(text).code == "plan_not_plan"

    @pytest.mark.parametrize("version", [2, 0, "新", None, True, 1.5])
    def test_a_version_that_is_not_known(self, plan, version):
        plan["version"] = version
        assert self.refused(plan).code == "plan_version"

    def test_an_unknown_kind_lists_the_known_ones(self, plan):
        plan["slides"][3]["kind"] = "movie"
        error = self.refused(plan)
        assert error.where == "slides[3].kind"
        assert "points" in error.message
        assert "movie" in error.message

    @pytest.mark.parametrize(
        ("path", "value", "where"),
        [
            (("slides", 3, "content", "points", 0, "lead"), 999, "slides[3].content.points[0].lead"),
            (("slides", 3, "content", "points", 0, "lead"), "2", "slides[3].content.points[0].lead"),
            (("slides", 3, "content", "title"), "只有文字", "slides[3].content.title"),
            (("slides", 3, "content", "title", "spans"), [[5, 2]], "slides[3].content.title.spans[0]"),
            (("slides", 3, "notes"), "一段话", "slides[3].notes"),
            (("slides", 3, "extra"), 1, "slides[3].extra"),
            (("slides", 15, "content", "points", 0, "value"), "多", "slides[15].content.points[0].value"),
            (("slides", 15, "content", "kind"), "pie", "slides[15].content.kind"),
        ],
    )
    def test_an_unfit_value_names_its_path(self, plan, path, value, where):
        target = plan
        for step in path[:-1]:
            target = target[step]
        target[path[-1]] = value
        error = self.refused(plan)
        assert (error.code, error.where) == ("plan_field", where)

    def test_a_missing_field(self, plan):
        del plan["slides"][2]["content"]
        assert (self.refused(plan).code, self.refused(plan).where) == ("plan_field", "slides[2].content")

    @pytest.mark.parametrize("part", ["nowhere", None, "part-1"])
    def test_a_part_is_a_run_of_slides(self, plan, part):
        plan["slides"][-1]["part"] = part
        assert self.refused(plan).code == "plan_part"

    def test_a_duplicate_id_names_both_slides(self, plan):
        plan["slides"][4]["id"] = "cover"
        error = self.refused(plan)
        assert (error.code, error.where) == ("plan_duplicate_id", "slides[4]")
        assert "slides[0]" in error.message
