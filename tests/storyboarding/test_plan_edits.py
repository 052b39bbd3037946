"""A plan that a person edited is built word for word; what cannot be built is named with its line."""

import pytest
from storyboard_speeches import long_speech

from generator.errors import StoryboardError
from generator.model import BigNumbers, Card, Cards, Chart, Divider, Points, Quantity, Table
from generator.storyboarding import from_markdown, make_storyboard, read_markdown, to_markdown

HEADER = "---\nformat: speechdeck-plan\nversion: 1\ntitle: 汇报\n---\n\n"


@pytest.fixture(scope="module")
def plan():
    return to_markdown(make_storyboard(*long_speech())[0])


def slide(storyboard, slide_id):
    return next(s for s in storyboard.slides if s.id == slide_id)


def only(body):
    """The one slide of a plan of one."""
    storyboard = from_markdown(HEADER + body)
    assert len(storyboard.slides) == 1
    return storyboard.slides[0]


class TestEdits:
    def test_changed_words_are_taken_as_they_stand(self, plan):
        edited = plan.replace("- 召开院坝会讲清道理", "- **院坝会**上把道理讲清 * 讲透")
        point = slide(from_markdown(edited), "point-1-2").content.points[0]
        assert (point.words.text, point.lead) == ("院坝会上把道理讲清 * 讲透", 3)

    def test_a_slide_taken_out_is_gone_with_its_notes(self, plan):
        start = plan.index("## 统一思想紧跟一步")
        edited = plan[:start] + plan[plan.index("## 压实责任更进一步") :]
        ids = [s.id for s in from_markdown(edited).slides]
        assert "point-1-2" not in ids
        assert "point-1-3" in ids

    def test_a_part_without_slides_is_gone_too(self, plan):
        start, end = plan.index("## 存在问题"), plan.index("# 下一步工作")
        storyboard = from_markdown(plan[:start] + plan[end:])
        assert "part-problems" not in [part.id for part in storyboard.parts]

    def test_a_slide_moved_to_another_part_belongs_there(self, plan):
        start, end = plan.index("## 统一思想紧跟一步"), plan.index("## 压实责任更进一步")
        moved = plan[start:end]
        rest = plan[:start] + plan[end:]
        target = rest.index("## 用好服务单")
        storyboard = from_markdown(rest[:target] + moved + rest[target:])
        assert slide(storyboard, "point-1-2").part == "part-2"

    def test_parts_that_change_places_are_counted_anew(self, plan):
        one, two, three = (plan.index(f"# {words}") for words in ("坚持“三步走”", "聚焦“三张单”", "突出“一盘棋”"))
        edited = plan[:one] + plan[two:three] + plan[one:two] + plan[three:]
        dividers = [s for s in from_markdown(edited).slides if isinstance(s.content, Divider)]
        assert [(s.id, s.content.number) for s in dividers] == [("part-2", 1), ("part-1", 2), ("part-3", 3)]

    def test_added_slides_get_ids_of_their_own(self, plan):
        added = "## 补充一页\n\n- 第一条\n\n## 又一页\n\n* 第二条\n1. 第三条\n\n"
        edited = plan.replace("## 用好服务单", added + "## 用好服务单")
        storyboard = from_markdown(edited)
        assert [s.id for s in storyboard.slides if s.id.startswith("added")] == ["added-1", "added-2"]
        content = slide(storyboard, "added-2").content
        assert [p.words.text for p in content.points] == ["第二条", "第三条"]
        assert slide(storyboard, "added-2").part == "part-2"

    def test_an_added_id_never_takes_one_that_is_there(self):
        storyboard = from_markdown(HEADER + "## 甲\n\n- 一\n\n## 乙 {#added-1}\n\n- 二\n")
        assert [s.id for s in storyboard.slides] == ["added-2", "added-1"]

    def test_an_added_part_is_a_divider(self):
        storyboard = from_markdown(HEADER + "# 新的部分\n\n- 小标题\n\n## 页\n\n- 点\n")
        assert isinstance(storyboard.slides[0].content, Divider)
        assert [(part.id, part.divider) for part in storyboard.parts] == [("added-1", "added-1")]
        assert storyboard.slides[1].part == "added-1"

    def test_continued_is_what_the_title_says(self):
        content = only("## 建好需求单（续）{#a .points}\n\n- 点\n").content
        assert (content.title.text, content.continued) == ("建好需求单（续）{#a .points}", False)  # no blank: words
        content = only("## 建好需求单（续） {#a .points}\n\n- 点\n").content
        assert (content.title.text, content.continued) == ("建好需求单", True)

    def test_a_wrapped_line_is_one_point(self):
        assert only("## 页\n\n- 一条\n  很长的要点\n- 用APP\nOK\n").content.points[0].words.text == "一条很长的要点"
        assert only("## 页\n\n- 用 APP\nOK\n").content.points[0].words.text == "用 APP OK"

    def test_what_stands_below_tells_the_kind(self):
        assert isinstance(only("## 页\n\n### 头\n\n- 点\n").content, Cards)
        assert isinstance(only("## 页\n\n- 点\n").content, Points)
        assert isinstance(only("## 页\n\n|指标|数据|所属部分|\n|--|--|--|\n|甲|5次|一|\n").content, Table)

    def test_cards_without_heads_are_bullets(self):
        cards = only("## 存在问题 {.cards}\n\n- 甲\n- 乙\n").content.cards
        assert [(card.head, card.body[0].text) for card in cards] == [(None, "甲"), (None, "乙")]

    def test_a_card_may_be_its_head_alone(self):
        assert only("## 页 {.cards}\n\n### 甲\n\n###\n\n- 乙\n").content.cards[0] == Card(
            only("## 甲 {.closing}\n").content.title, ()
        )

    @pytest.mark.parametrize(
        ("term", "expected"),
        [
            ("约**2.6**万元", Quantity("约", "2.6", "万元")),
            ("约2.6万元", Quantity("约", "2.6", "万元")),
            ("超1,200人次", Quantity("超", "1,200", "人次")),
            ("96.5%", Quantity("", "96.5%", "")),
            ("三成以上", Quantity("", "三成以上", "")),
        ],
    )
    def test_a_figure_that_is_set_big(self, term, expected):
        content = only(f"## 数据 {{.numbers}}\n\n{term}\n:   户均增收\n").content
        assert isinstance(content, BigNumbers)
        assert content.callouts[0].quantity == expected
        assert content.callouts[0].label.text == "户均增收"

    def test_the_chart_draws_what_its_column_says(self):
        content = only(
            "## 收入 {.chart kind=line}\n\n| 年 | 数据 | 值 |\n|---|---|---|\n| 2021年 | 700余 | 700 |\n"
        ).content
        assert isinstance(content, Chart)
        assert [(p.name.text, p.surface.text, p.value) for p in content.points] == [("2021年", "700余", 700.0)]
        assert content.unit == ""

    def test_cells_may_hold_strokes(self):
        table = "|指标|数据|所属部分|\n|--|--|--|\n|甲\\|乙|5次\\\\|一|\n"
        row = only(f"## 页 {{.table}}\n\n{table}").content.rows[0]
        assert (row.indicator.text, row.value.text) == ("甲|乙", "5次\\")

    def test_comments_and_rules_are_no_text(self):
        content = only("## 页\n\n- 甲\n\n<!-- 这里还要\n改一改 -->\n\n---\n\n- 乙\n").content
        assert [p.words.text for p in content.points] == ["甲", "乙"]

    def test_notes_keep_their_paragraphs(self):
        notes = only("## 页\n\n- 甲\n\n::: {.notes}\n第一段\n还是第一段\n\n- 第二段\n:::\n").notes
        assert [paragraph.text for paragraph in notes] == ["第一段还是第一段", "- 第二段"]

    def test_the_header_fills_the_cover(self):
        storyboard = from_markdown(
            HEADER.replace("title", "speaker: '李''明'\ntitle") + "## 汇报 {.cover}\n\n——副标题\n"
        )
        assert storyboard.slides[0].content.speaker == "李'明"
        assert storyboard.slides[0].content.subtitle.text == "——副标题"
        assert storyboard.slides[0].content.date is None


class TestFindings:
    @pytest.mark.parametrize(
        ("body", "code"),
        [
            ("## 页\n\n忘了写横线的一条\n", "plan_bare_text"),
            ("## 页\n\n- 前面**中间**后面\n", "plan_bold"),
            ("## 页\n\n- 甲\n\n::: notes\n没有结束\n", "plan_notes_open"),
            ("随手写的一句\n\n## 页\n\n- 甲\n", "plan_outside"),
            ("## 页 {.table}\n\n|名称|数据|部分|\n|--|--|--|\n|甲|5次|一|\n", "plan_table_header"),
        ],
    )
    def test_harmless_slips_are_told(self, body, code):
        _, findings = read_markdown(HEADER + body)
        assert [found.code for found in findings] == [code]
        assert "行" in findings[0].message

    def test_the_words_are_there_all_the_same(self):
        assert only("## 页\n\n忘了写横线的一条\n").content.points[0].words.text == "忘了写横线的一条"
        assert only("## 页\n\n- 前面**中间**后面\n").content.points[0].words.text == "前面中间后面"
        assert only("## 页\n\n- 甲\n\n::: notes\n没有结束\n").notes[0].text == "没有结束"

    def test_notes_that_nothing_closes_end_at_the_next_slide(self):
        storyboard, _ = read_markdown(HEADER + "## 页\n\n- 甲\n\n::: notes\n话\n\n## 另一页\n\n- 乙\n")
        assert [s.content.title.text for s in storyboard.slides] == ["页", "另一页"]


class TestErrors:
    def refused(self, text):
        with pytest.raises(StoryboardError) as raised:
            from_markdown(text)
        assert "{" not in raised.value.message.replace("{#", "")
        return raised.value

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "\n\n",
            "在会上的发言\n各位领导：",
            "# 汇报\n\n## 做法",
            "---\ntitle: 汇报\n---\n## 页\n",
            "---\n没有结束",
        ],
    )
    def test_a_text_that_is_no_plan(self, text):
        assert self.refused(text).code == "plan_not_plan"

    @pytest.mark.parametrize("version", ["2", "", "新", "1.5", "-1"])
    def test_a_version_that_is_not_known(self, version):
        error = self.refused(HEADER.replace("version: 1", f"version: {version}") + "## 页\n\n- 点\n")
        assert error.code == "plan_version"
        assert "1 至 1" in error.message

    def test_a_header_line_that_says_nothing(self):
        error = self.refused(HEADER.replace("title: 汇报", "title 汇报") + "## 页\n\n- 点\n")
        assert (error.code, error.where) == ("plan_header", "第 4 行")

    def test_no_slides(self):
        assert self.refused(HEADER).code == "plan_no_slides"
        assert self.refused(HEADER + "# 一组 {#a .part}\n").code == "plan_no_slides"

    @pytest.mark.parametrize(
        ("body", "code", "line", "told"),
        [
            ("## 页 {#a .movie}\n\n- 点\n", "plan_kind", 7, ".points"),
            ("## 页 {#a .points .cards}\n\n- 点\n", "plan_kind", 7, "points .cards"),
            ("## 页 {#a}\n\n- 点\n\n## 页 {#a}\n\n- 点\n", "plan_duplicate_id", 11, "第 7 行"),
            ("## 页 {#a.b}\n\n- 点\n", "plan_id", 7, "a.b"),
            ("## 页 {#a}\n", "plan_empty", 7, "一条要点"),
            ("## 页 {.cards}\n\n### \n", "plan_empty", 7, "卡片"),
            ("## 页 {.table}\n\n|指标|数据|所属部分|\n|--|--|--|\n", "plan_empty", 7, "一行数据"),
            ("##  {#a .points}\n\n- 点\n", "plan_title", 7, "标题"),
            ("## 目录 {.agenda}\n\n- [甲](#nowhere)\n\n# 甲 {#part-1}\n", "plan_link", 7, "#part-1"),
            ("## 目录 {.agenda}\n\n- 甲\n", "plan_value", 9, "[文字](#编号)"),
            ("## 页 {.table}\n\n|指标|数据|所属部分|\n|--|--|--|\n|甲|5次|\n", "plan_columns", 11, "2 列，应为 3 列"),
            ("## 页 {.table}\n\n|指标|数据|所属部分|\n|--|--|--|\n|甲|5次|一|二|\n", "plan_columns", 11, "4 列"),
            ("## 页 {.chart}\n\n|年|数据|值|\n|--|--|--|\n|甲|5次|多|\n", "plan_value", 11, "数字"),
            ("## 页 {.chart}\n\n|年|数据|值|\n|--|--|--|\n|甲|5次|nan|\n", "plan_value", 11, "数字"),
            ("## 页 {.chart kind=pie}\n\n|年|数据|值|\n|--|--|--|\n|甲|5次|5|\n", "plan_value", 7, "bar、column、line"),
            ("# 页 {.divider number=三}\n", "plan_value", 7, "整数"),
            ("## 页 {.closing}\n\n- 点\n", "plan_content", 9, "只有标题和备注"),
            ("## 页 {.points}\n\n- 点\n\n|甲|乙|丙|\n", "plan_content", 11, "要点"),
            ("## 页 {.points}\n\n- 点\n\n:   没有数据的说明\n", "plan_content", 11, "数据说明"),
            ("## 页 {.numbers}\n\n没有说明的56件\n", "plan_value", 9, "说明"),
            ("## 封面 {.cover}\n\n## 封面 {.cover}\n", "plan_covers", 9, "第 7 行"),
            ("# 组 {#a .part}\n\n::: notes\n话\n:::\n\n## 页\n\n- 点\n", "plan_content", 7, "备注"),
        ],
    )
    def test_what_cannot_be_built_is_named_with_its_line(self, body, code, line, told):
        error = self.refused(HEADER + body)
        assert error.code == code
        assert error.where == f"第 {line} 行"
        assert told in error.message + error.hint

    def test_a_divider_taken_out_leaves_a_link_to_nowhere(self, plan):
        start = plan.index("# 聚焦“三张单”，在落实上下功夫 {#part-2")
        edited = plan[:start] + plan[plan.index("## 建好需求单") :]
        error = self.refused(edited)
        assert error.code == "plan_link"
        assert "part-2" in error.message
