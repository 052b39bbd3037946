"""Which slides are made, in which order, and which words are spoken to each."""

import re
from dataclasses import replace

import pytest
from storyboard_speeches import (
    LONG_TEXT,
    TITLE,
    briefs_of,
    figure_of,
    long_speech,
    manuscript_of,
    node,
    outline_of,
    plain_speech,
)

from generator.model import (
    Agenda,
    BigNumbers,
    Briefs,
    Cards,
    Chart,
    ChartKind,
    Closing,
    Cover,
    Divider,
    Excerpt,
    Label,
    Ledger,
    Occasion,
    Outline,
    Points,
    Role,
    Series,
    SeriesKind,
    Span,
    Table,
)
from generator.settings import StoryboardSettings
from generator.storyboarding import make_storyboard


def slide(storyboard, slide_id):
    return next(s for s in storyboard.slides if s.id == slide_id)


def bare(text):
    return re.sub(r"\s", "", text)


def spoken(storyboard):
    return bare("".join(paragraph.text for s in storyboard.slides for paragraph in s.notes))


def speech_of(text, title, nodes, titles=None):
    outline = outline_of(manuscript_of(text), title, nodes)
    return outline, briefs_of(outline, titles=titles), Ledger(())


@pytest.fixture(scope="module")
def storyboard():
    return make_storyboard(*long_speech())[0]


def test_the_slides_follow_the_speech(storyboard):
    assert [s.id for s in storyboard.slides] == [
        "cover",
        "agenda",
        *("part-1", "point-1-1", "point-1-2", "point-1-3"),
        *("part-2", "point-2-1", "point-2-2", "point-2-3"),
        *("part-3", "point-3-1", "point-3-2"),
        *("figures", "figures-b", "chart-1"),
        *("problems", "next-steps", "closing"),
    ]


def test_the_notes_are_the_manuscript_without_its_noise(storyboard):
    assert spoken(storyboard) == bare(LONG_TEXT.replace("##paidbegin##", "").replace("##paidend##", ""))


def test_notes_carry_the_spans_of_their_words(storyboard):
    for s in storyboard.slides:
        for paragraph in s.notes:
            assert "".join(span.of(LONG_TEXT) for span in paragraph.spans) == paragraph.text


def test_nothing_is_spoken_to_the_summary(storyboard):
    assert all(slide(storyboard, i).notes == () for i in ("figures", "figures-b", "chart-1"))


def test_agenda_dividers_and_parts_are_one(storyboard):
    agenda = slide(storyboard, "agenda").content
    dividers = [s for s in storyboard.slides if isinstance(s.content, Divider)]
    assert [entry.target for entry in agenda.entries] == [s.id for s in dividers]
    assert [entry.text for entry in agenda.entries] == [s.content.title for s in dividers]
    assert [part.divider for part in storyboard.parts if part.divider] == [s.id for s in dividers]
    assert [s.content.number for s in dividers] == [1, 2, 3]
    assert [item.text for item in dividers[1].content.items] == ["建好需求单", "用好服务单", "晒出成效单"]


def test_every_slide_belongs_to_a_part_and_parts_lie_together(storyboard):
    order = [part.id for part in storyboard.parts]
    seen = list(dict.fromkeys(s.part for s in storyboard.slides))
    assert seen == order
    assert [s.part for s in storyboard.slides] == sorted((s.part for s in storyboard.slides), key=order.index)


def test_a_sub_point_stands_under_its_own_words(storyboard):
    content = slide(storyboard, "point-1-2").content
    assert content.title.text == "统一思想紧跟一步"
    assert [p.words.text for p in content.points] == ["召开院坝会讲清道理", "干部带头签订承诺书"]
    assert not content.continued


def test_figures_stand_out_on_their_own_slide_split_as_the_text_has_them(storyboard):
    callouts = slide(storyboard, "point-3-1").content.callouts
    assert [c.quantity.surface for c in callouts] == ["3家", "280人", "突破350万元"]
    assert (callouts[2].quantity.before, callouts[2].quantity.number, callouts[2].quantity.after) == (
        "突破",
        "350",
        "万元",
    )
    assert callouts[2].label.text == "村集体收入"
    assert slide(storyboard, "point-1-1").content.callouts == ()


def test_the_summary_is_grouped_by_part_with_every_figure_once(storyboard):
    tables = [s.content for s in storyboard.slides if isinstance(s.content, Table)]
    assert [t.group.text for t in tables] == ["聚焦“三张单”，在落实上下功夫", "突出“一盘棋”，在发展上见实效"]
    values = [[row.value.text for row in table.rows] for table in tables]
    assert [sorted(own) for own in values] == [
        sorted(["420余条", "410条", "60余次", "1200人", "96.5%"]),
        sorted(["3家", "280人", "突破350万元", "12公里", "5个"]),
    ]
    # What a sentence makes most of comes first, the rest in the order of the speech.
    assert values[0][0] == "96.5%"
    assert values[0].index("420余条") < values[0].index("410条") < values[0].index("60余次")
    assert {row.value.text: row.section.text for row in tables[0].rows}["60余次"] == "用好服务单"
    assert [t.title.text for t in tables] == [Label.FIGURES] * 2
    assert not any(t.continued for t in tables)


def test_a_chart_prints_what_the_text_says_and_draws_the_value(storyboard):
    chart = slide(storyboard, "chart-1").content
    assert chart.kind is ChartKind.BAR
    assert [(p.value, p.surface.text) for p in chart.points] == [(420.0, "420余条"), (410.0, "410条"), (60.0, "60余次")]


def test_problems_are_cards_without_heads_and_steps_have_heads(storyboard):
    problems, steps = slide(storyboard, "problems").content, slide(storyboard, "next-steps").content
    assert problems.title.text == Label.PROBLEMS
    assert [card.head for card in problems.cards] == [None] * 3
    assert problems.cards[1].body[0].text == "数据共享不够及时，部门之间还有壁垒"
    assert steps.title.text == Label.NEXT_STEPS
    assert [card.head.text for card in steps.cards] == ["在“学”上着力", "在“改”上发力", "在“严”上用力"]
    assert [line.text for line in steps.cards[2].body] == ["拧紧责任链条，层层传导压力"]


def test_the_closing_is_the_speakers_own(storyboard):
    assert slide(storyboard, "closing").content == Closing(slide(storyboard, "closing").content.title)
    assert slide(storyboard, "closing").content.title.text == "敬请批评指正"


def test_all_words_are_the_speakers_or_labels(storyboard):
    labels = {item.value for item in Label}

    def excerpts(value):
        if isinstance(value, Excerpt):
            yield value
        elif isinstance(value, tuple):
            for item in value:
                yield from excerpts(item)
        elif hasattr(value, "__dataclass_fields__"):
            for name in value.__dataclass_fields__:
                yield from excerpts(getattr(value, name))

    for excerpt in excerpts(storyboard):
        assert excerpt.text in labels or "".join(s.of(LONG_TEXT) for s in excerpt.spans) == excerpt.text


def test_two_runs_give_the_same():
    assert make_storyboard(*long_speech()) == make_storyboard(*long_speech())


def test_the_occasion_comes_onto_the_cover():
    storyboard, _ = make_storyboard(*long_speech(), Occasion(speaker="李明", unit="清河镇党委"))
    cover = storyboard.slides[0].content
    assert cover == Cover(Excerpt(TITLE, (Span(0, len(TITLE)),)), None, "清河镇党委", "李明", None)


def test_a_title_is_parted_at_its_dash():
    text = "踔厉奋发 勇毅前行\n——在年会上的讲话\n一是抓学习。每月一次。"
    outline = outline_of(
        manuscript_of(text), "踔厉奋发 勇毅前行\n——在年会上的讲话", [node(Role.BODY, "抓学习", marker="一是")]
    )
    cover = make_storyboard(outline, briefs_of(outline), Ledger(()))[0].slides[0].content
    assert (cover.title.text, cover.subtitle.text) == ("踔厉奋发 勇毅前行", "——在年会上的讲话")


def test_a_letter_spaced_title_is_drawn_together():
    text = "政 府 工 作 报 告\n一是抓学习。每月一次。"
    outline = outline_of(manuscript_of(text), "政 府 工 作 报 告", [node(Role.BODY, "抓学习", marker="一是")])
    storyboard, _ = make_storyboard(outline, briefs_of(outline), Ledger(()))
    assert storyboard.title.text == "政府工作报告"
    assert spoken(storyboard) == bare(text)


def test_byline_and_date_stand_on_the_cover_unless_the_user_says_otherwise():
    outline, briefs, ledger = long_speech()
    outline = replace(outline, byline=Span(0, 3), date_line=Span(3, 5))
    cover = make_storyboard(outline, briefs, ledger, Occasion(date="2024年1月"))[0].slides[0].content
    assert (cover.speaker, cover.date) == ("在全县", "2024年1月")


class TestWithoutStructure:
    def test_a_paragraph_a_slide_under_its_first_point(self):
        storyboard, findings = make_storyboard(*plain_speech())
        assert [s.id for s in storyboard.slides] == ["cover", "paragraph-1", "paragraph-2", "paragraph-3", "closing"]
        first = storyboard.slides[1].content
        assert first.title.text == "三十年前我来到水文站"
        assert [p.words.text for p in first.points] == ["那时站里只有两间平房", "每到汛期大家轮流守夜"]
        assert [f.code for f in findings] == ["parts_missing"]

    def test_the_notes_are_whole(self):
        outline, briefs, ledger = plain_speech()
        assert spoken(make_storyboard(outline, briefs, ledger)[0]) == bare(outline.manuscript.text)

    def test_no_closing_slide_without_closing_words(self):
        outline = outline_of(
            manuscript_of("说几句\n今天很高兴。大家辛苦了。"), "说几句", [node(Role.BODY, starts="今天")]
        )
        storyboard, _ = make_storyboard(outline, briefs_of(outline), Ledger(()))
        assert not any(isinstance(s.content, Closing) for s in storyboard.slides)

    def test_a_text_without_a_title_says_so(self):
        outline = outline_of(manuscript_of("今天很高兴。大家辛苦了。"), None, [node(Role.BODY, starts="今天")])
        storyboard, findings = make_storyboard(outline, briefs_of(outline), Ledger(()))
        assert storyboard.title.text == "今天很高兴"
        assert "title_missing" in [f.code for f in findings]

    def test_nothing_but_a_title(self):
        manuscript = manuscript_of("说几句")
        outline = Outline(manuscript, Span(0, 3), (), title=(Span(0, 3),))
        storyboard, _ = make_storyboard(outline, Briefs(), Ledger(()))
        assert [s.id for s in storyboard.slides] == ["cover"]
        assert storyboard.slides[0].notes[0].text == "说几句"


class TestParts:
    SHORT = "汇报\n首先，抓学习。每月一次。人人发言。其次，抓整改。逐条销号。定期回访。最后，抓落实。"

    def short(self, text=SHORT):
        nodes = [
            node(Role.BODY, "抓学习", marker="首先，"),
            node(Role.BODY, "抓整改", marker="其次，"),
            node(Role.BODY, "抓落实", marker="最后，"),
        ]
        return speech_of(text, "汇报", nodes)

    def test_a_short_speech_has_no_divider_before_each_slide(self):
        storyboard, _ = make_storyboard(*self.short(self.SHORT + "责任到人。"))
        assert [s.id for s in storyboard.slides] == ["cover", "agenda", "point-1", "point-2", "point-3", "closing"]
        assert [e.target for e in storyboard.slides[1].content.entries] == ["point-1", "point-2", "point-3"]
        assert storyboard.slides[-1].content.title.text == Label.CLOSING_SLIDE
        assert storyboard.slides[-1].notes == ()

    def test_a_part_that_is_only_its_heading_stays_a_part(self):
        storyboard, _ = make_storyboard(*self.short())
        assert isinstance(slide(storyboard, "part-3").content, Divider)
        assert spoken(storyboard) == bare(self.SHORT)

    def test_a_long_part_brings_dividers_to_all(self):
        storyboard, _ = make_storyboard(
            *self.short(self.SHORT + "第一句话。第二句话。第三句话。第四句话。第五句话。第六句话。")
        )
        assert [s.id for s in storyboard.slides if isinstance(s.content, Divider)] == ["part-1", "part-2", "part-3"]

    def test_one_part_has_no_agenda(self):
        text = "汇报\n各位好。下面汇报。一是抓学习。每月一次。人人发言。"
        nodes = [node(Role.OPENING, starts="各位好"), node(Role.BODY, "抓学习", marker="一是")]
        storyboard, _ = make_storyboard(*speech_of(text, "汇报", nodes))
        assert not any(isinstance(s.content, Agenda) for s in storyboard.slides)
        assert [p.text for p in storyboard.slides[0].notes] == ["汇报", "各位好。下面汇报。"]

    def test_a_numbered_problems_part_stands_in_the_agenda(self):
        text = (
            "总结\n一、主要工作\n（一）抓学习\n每月一次。人人发言。\n（二）抓整改\n逐条销号。定期回访。\n"
            "二、存在问题\n认识不深。能力不强。\n"
        )
        nodes = [
            node(
                Role.BODY,
                "主要工作",
                node(Role.BODY, "抓学习", marker="（一）"),
                node(Role.BODY, "抓整改", marker="（二）"),
                marker="一、",
            ),
            node(Role.PROBLEMS, "存在问题", marker="二、"),
        ]
        storyboard, _ = make_storyboard(*speech_of(text, "总结", nodes))
        assert [e.text.text for e in slide(storyboard, "agenda").content.entries] == ["主要工作", "存在问题"]
        assert isinstance(slide(storyboard, "part-2").content, Divider)
        assert [c.body[0].text for c in slide(storyboard, "point-2").content.cards] == ["认识不深", "能力不强"]

    def test_a_heading_within_its_sentence_is_not_torn_from_it(self):
        text = "汇报\n一是抓学习，每月一次。人人发言。二是抓整改，逐条销号。（1）定期回访。一周一次。不留死角。"
        nodes = [
            node(Role.BODY, "抓学习", marker="一是"),
            node(Role.BODY, "抓整改", node(Role.BODY, "定期回访", marker="（1）"), marker="二是"),
        ]
        storyboard, _ = make_storyboard(*speech_of(text, "汇报", nodes))
        assert slide(storyboard, "part-1").notes == ()
        assert slide(storyboard, "point-1").notes[0].text == "一是抓学习，每月一次。人人发言。"

    def test_own_words_of_two_sentences_get_a_slide_and_a_lead_over_does_not(self):
        text = "汇报\n一是抓学习。今年学得多。也学得实。第一条很好。每月一次。人人发言。"
        text += "二是抓整改。主要是。第二条也好。逐条销号。定期回访。"
        nodes = [
            node(Role.BODY, "抓学习", node(Role.BODY, "第一条很好"), marker="一是"),
            node(Role.BODY, "抓整改", node(Role.BODY, "第二条也好"), marker="二是"),
        ]
        storyboard, _ = make_storyboard(*speech_of(text, "汇报", nodes))
        ids = [s.id for s in storyboard.slides]
        assert "point-1" in ids
        assert "point-2" not in ids
        assert slide(storyboard, "part-2").notes[0].text == "二是抓整改。主要是。"


class TestLongSubPoints:
    TEXT = (
        "汇报\n一是抓学习。先学一步。"
        + "".join(f"第{n}句说得清楚。" for n in "一二三四五六")
        + "二是抓整改。逐条销号。"
    )

    def speech(self):
        nodes = [
            node(Role.BODY, "抓学习", node(Role.BODY, "先学一步"), marker="一是"),
            node(Role.BODY, "抓整改", marker="二是"),
        ]
        return speech_of(self.TEXT, "汇报", nodes)

    def test_six_points_go_on_evenly_and_break_at_a_sentence(self):
        storyboard, _ = make_storyboard(*self.speech())
        first, second = slide(storyboard, "point-1-1"), slide(storyboard, "point-1-1-b")
        assert [len(first.content.points), len(second.content.points)] == [3, 3]
        assert [first.content.continued, second.content.continued] == [False, True]
        assert first.content.title == second.content.title
        assert second.notes[0].text == "第四句说得清楚。第五句说得清楚。第六句说得清楚。"

    def test_the_settings_say_how_many(self):
        storyboard, _ = make_storyboard(*self.speech(), settings=StoryboardSettings(points_a_slide=2))
        assert [s.id for s in storyboard.slides if s.id.startswith("point-1-1")] == [
            "point-1-1",
            "point-1-1-b",
            "point-1-1-c",
        ]
        assert spoken(storyboard) == bare(self.TEXT)


class TestFigures:
    TEXT = "汇报\n一是抓学习。培训甲类5次。培训乙类6次。培训丙类7次。二是抓整改。整改问题8个。"

    def speech(self, names, series=()):
        nodes = [node(Role.BODY, "抓学习", marker="一是"), node(Role.BODY, "抓整改", marker="二是")]
        outline = outline_of(manuscript_of(self.TEXT), "汇报", nodes)
        known = {
            "甲": figure_of(outline, "5次", "5", "次", "培训甲类"),
            "乙": figure_of(outline, "6次", "6", "次", "培训乙类"),
            "丙": figure_of(outline, "7次", "7", "次", "培训丙类"),
            "题": figure_of(outline, "8个", "8", "个", "整改问题"),
        }
        return outline, briefs_of(outline), Ledger(tuple(known[n] for n in names), series)

    def test_no_figures_no_summary(self):
        storyboard, _ = make_storyboard(*self.speech(""))
        assert not any(s.id.startswith("figures") for s in storyboard.slides)

    def test_a_single_figure_stands_out_on_its_slide_alone(self):
        storyboard, _ = make_storyboard(*self.speech("题"))
        assert not any(s.id.startswith("figures") for s in storyboard.slides)
        assert slide(storyboard, "point-2").content.callouts[0].quantity.surface == "8个"

    def test_a_few_are_set_big(self):
        storyboard, _ = make_storyboard(*self.speech("甲乙题"))
        content = slide(storyboard, "figures").content
        assert isinstance(content, BigNumbers)
        assert [c.quantity.surface for c in content.callouts] == ["5次", "6次", "8个"]

    def test_a_lone_row_joins_its_neighbour(self):
        outline, briefs, ledger = self.speech("甲乙丙题")
        unnamed = replace(ledger.figures[0], label=Excerpt(""))
        storyboard, _ = make_storyboard(outline, briefs, Ledger((unnamed, *ledger.figures[1:])))
        tables = [s.content for s in storyboard.slides if isinstance(s.content, Table)]
        assert len(tables) == 1
        assert tables[0].group is None
        assert tables[0].rows[0].indicator.text == "培训甲类"  # what is left of the clause

    def test_a_long_table_goes_on_evenly(self):
        outline, briefs, ledger = self.speech("甲")
        long = "全镇各村集中开展的面向脱贫户的技能培训场次"
        many = tuple(replace(ledger.figures[0], label=Excerpt(f"{long}之{n}")) for n in range(9))
        storyboard, _ = make_storyboard(outline, briefs, Ledger(many))
        tables = [s.content for s in storyboard.slides if isinstance(s.content, Table)]
        assert [(len(t.rows), t.continued) for t in tables] == [(5, False), (4, True)]

    @pytest.mark.parametrize(("count", "tables"), [(9, [9]), (16, [16]), (17, [9, 8])])
    def test_many_short_rows_share_a_slide(self, count, tables):
        outline, briefs, ledger = self.speech("甲")
        many = tuple(replace(ledger.figures[0], label=Excerpt(f"第{n}类")) for n in range(count))
        storyboard, _ = make_storyboard(outline, briefs, Ledger(many))
        assert [len(s.content.rows) for s in storyboard.slides if isinstance(s.content, Table)] == tables

    def test_what_is_said_twice_has_one_row(self):
        outline, briefs, ledger = self.speech("甲乙丙题")
        named = tuple(replace(f, label=Excerpt("很长的名称" * 6)) for f in ledger.figures)
        storyboard, _ = make_storyboard(outline, briefs, Ledger((*named, named[0])))
        rows = [row for s in storyboard.slides if isinstance(s.content, Table) for row in s.content.rows]
        assert [row.value.text for row in rows] == ["5次", "6次", "7次", "8个"]

    @pytest.mark.parametrize(
        ("count", "kind"), [(3, ChartKind.COLUMN), (4, ChartKind.COLUMN), (5, ChartKind.LINE), (6, ChartKind.LINE)]
    )
    def test_periods_are_columns_and_from_five_on_a_line(self, count, kind):
        outline, briefs, ledger = self.speech("甲")
        names = tuple(Excerpt(f"{2018 + n}年") for n in range(count))
        series = Series(SeriesKind.PERIODS, Excerpt(""), "次", names, ledger.figures * count)
        storyboard, _ = make_storyboard(outline, briefs, Ledger(ledger.figures, (series,)))
        chart = slide(storyboard, "chart-1").content
        assert isinstance(chart, Chart)
        assert chart.kind is kind
        assert chart.title.text == Label.COMPARISON

    def test_different_units_are_drawn_multiplied_out(self):
        outline, briefs, ledger = self.speech("甲乙丙")
        big = replace(ledger.figures[2], unit="十次", base_value=ledger.figures[2].value * 10)
        figures = (*ledger.figures[:2], big)
        series = Series(SeriesKind.ITEMS, Excerpt("培训"), "次", tuple(f.label for f in figures), figures)
        storyboard, _ = make_storyboard(outline, briefs, Ledger(figures, (series,)))
        assert [p.value for p in slide(storyboard, "chart-1").content.points] == [5.0, 6.0, 70.0]

    def test_orders_of_magnitude_apart_make_no_chart_but_a_word(self):
        outline, briefs, ledger = self.speech("甲乙丙")
        big = replace(ledger.figures[2], unit="万次", base_value=ledger.figures[2].value * 10_000)
        figures = (*ledger.figures[:2], big)
        series = Series(SeriesKind.ITEMS, Excerpt("培训"), "次", tuple(f.label for f in figures), figures)
        storyboard, findings = make_storyboard(outline, briefs, Ledger(figures, (series,)))
        assert not any(isinstance(s.content, Chart) for s in storyboard.slides)
        assert [f.code for f in findings if f.code.startswith("series")] == ["series_too_far_apart"]

    def test_a_name_given_twice_makes_no_chart_but_a_word(self):
        outline, briefs, ledger = self.speech("甲乙丙")
        names = (Excerpt("甲类"), Excerpt("甲类"), Excerpt("丙类"))
        series = Series(SeriesKind.ITEMS, Excerpt("培训"), "次", names, ledger.figures)
        storyboard, findings = make_storyboard(outline, briefs, Ledger(ledger.figures, (series,)))
        assert not any(isinstance(s.content, Chart) for s in storyboard.slides)
        assert [f.code for f in findings if f.code.startswith("series")] == ["series_two_readings"]


class TestItems:
    def speech(self, bodies, role=Role.BODY):
        heads = [f"第{n}件实事" for n, _ in zip("一二三四五六七", bodies, strict=False)]
        text = "汇报\n一是办实事。主动服务。" + "".join(h + "。" + b for h, b in zip(heads, bodies, strict=True))
        text += "二是抓整改。逐条销号。"
        items = [node(role, head) for head in heads]
        nodes = [
            node(Role.BODY, "办实事", node(Role.BODY, "主动服务", *items), marker="一是"),
            node(Role.BODY, "抓整改", marker="二是"),
        ]
        return text, speech_of(text, "汇报", nodes)

    def test_items_of_similar_weight_are_cards(self):
        _, speech = self.speech(["修路三条。", "架灯十盏。", "清渠两处。"])
        content = slide(make_storyboard(*speech)[0], "point-1-1").content
        assert isinstance(content, Cards)
        assert [card.head.text for card in content.cards] == ["第一件实事", "第二件实事", "第三件实事"]
        assert [card.body[0].text for card in content.cards] == ["修路三条", "架灯十盏", "清渠两处"]

    def test_a_heavy_item_beside_light_ones_makes_a_list_under_bold_heads(self):
        heavy = "组织全镇的干部职工走村入户听取意见建议并且逐条记录。形成清单以后交给各个部门办理并且限期答复。"
        _, speech = self.speech([heavy, "", ""])
        content = slide(make_storyboard(*speech)[0], "point-1-1").content
        assert isinstance(content, Points)
        assert [p.lead for p in content.points] == [5, 0, 0, 0, 0]

    def test_a_single_item_is_no_card(self):
        _, speech = self.speech(["修路三条。架灯十盏。"])
        assert isinstance(slide(make_storyboard(*speech)[0], "point-1-1").content, Points)

    def test_six_cards_are_three_and_three_and_the_notes_break_with_them(self):
        text, speech = self.speech(["修路三条。"] * 6)
        storyboard, _ = make_storyboard(*speech)
        first, second = slide(storyboard, "point-1-1"), slide(storyboard, "point-1-1-b")
        assert [len(first.content.cards), len(second.content.cards)] == [3, 3]
        assert second.content.continued
        assert second.notes[0].text.startswith("第四件实事。")
        assert spoken(storyboard) == bare(text)

    def test_long_items_get_a_slide_each_under_an_overview(self):
        long = "组织全镇的干部职工走村入户听取意见建议并且逐条记录。" * 8
        text, speech = self.speech([long, long])
        storyboard, _ = make_storyboard(*speech)
        ids = [s.id for s in storyboard.slides if s.id.startswith("point-1-1")]
        assert ids == ["point-1-1", "point-1-1-1", "point-1-1-1-b", "point-1-1-2", "point-1-1-2-b"]
        assert [p.words.text for p in slide(storyboard, "point-1-1").content.points] == ["第一件实事", "第二件实事"]
        assert spoken(storyboard) == bare(text)


def test_steps_that_are_a_part_have_a_slide_a_sub_point():
    text = (
        "总结\n一、主要工作\n每月一次。人人发言。\n二、下一步打算\n"
        "（一）抓学习\n坚持读原著。努力悟原理。动手写心得。\n（二）抓整改\n逐条销号。定期回访。\n"
    )
    nodes = [
        node(Role.BODY, "主要工作", marker="一、"),
        node(
            Role.NEXT_STEPS,
            "下一步打算",
            node(Role.NEXT_STEPS, "抓学习", marker="（一）"),
            node(Role.NEXT_STEPS, "抓整改", marker="（二）"),
            marker="二、",
        ),
    ]
    storyboard, findings = make_storyboard(*speech_of(text, "总结", nodes))
    assert [s.id for s in storyboard.slides][4:7] == ["part-2", "point-2-1", "point-2-2"]
    assert findings == ()
