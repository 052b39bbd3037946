"""Headings made fit for titles, by deletion only."""

import pytest
from condensing_cases import brief_of, section_outline

from generator.condensing import condense
from generator.model import Heading, Ledger, Outline, Role, Section, Span

BODY = "走访企业260余家，收集诉求418条，办结率97.4%。"


def title(heading, role=Role.BODY, text=BODY):
    brief = brief_of(text, heading=heading, role=role)
    return brief.title.text if brief.title else None


@pytest.mark.parametrize(
    "heading",
    [
        "聚焦“一件事”改革，让办事群众少跑腿",
        "切实把稳增长摆在首位，千方百计夯实高质量发展的产业根基",  # a filler in a heading is the speaker's wording
        "统筹推进",
        "我们也要看到变化",
    ],
)
def test_a_body_heading_stands_whole(heading):
    assert title(heading) == heading


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("但充分肯定成绩的同时，我们也要清醒看到存在的问题，主要是", "存在的问题"),
        ("总结成绩的同时，我们也清醒认识到工作中还有不少短板，主要表现为", "工作中还有不少短板"),
        ("虽然各项工作有了起色，但服务水平还存在一些不足", "服务水平还存在一些不足"),
        ("存在的主要问题", "存在的主要问题"),
        ("在看到进步的同时，也要看到，我区产业结构不优的问题依然存在", "我区产业结构不优的问题依然存在"),
    ],
)
def test_an_announcing_clause_comes_down_to_what_it_announces(heading, expected):
    assert title(heading, Role.PROBLEMS) == expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("下一步，XX镇将鼓足干劲、抢抓机遇，高起点推动乡村建设提档升级", "高起点推动乡村建设提档升级"),
        ("面对新形势新任务，我们要坚定信心，努力开创供水工作新局面", "开创供水工作新局面"),
        ("2025年工作打算", "2025年工作打算"),
        ("针对以上问题，今后", None),
        ("下一步，我们将从以下几个方面抓好落实", None),
    ],
)
def test_a_leading_over_clause_comes_down_to_where_it_leads(heading, expected):
    assert title(heading, Role.NEXT_STEPS) == expected


def test_a_heading_of_a_paragraph_is_cut_at_a_clause():
    heading = "开工建设北部五个乡镇的引水工程，铺设输水主干管网34公里，从根本上解决6.8万人的季节性缺水问题"
    assert title(heading) == "开工建设北部五个乡镇的引水工程，铺设输水主干管网34公里"


def test_a_paragraph_without_heading_is_titled_by_its_first_sentence_and_does_not_repeat_it():
    brief = brief_of("一条巷走下来是大家。" + BODY, heading="")
    assert brief.title.text == "一条巷走下来是大家"
    assert all("一条巷" not in point.words.text for point in brief.points)


def test_results_without_heading_have_no_title_of_their_own():
    assert brief_of(BODY, heading="", role=Role.RESULTS).title is None


def test_a_part_over_children_gets_a_brief_only_where_its_heading_is_no_title():
    def briefs(heading, role):
        outline = section_outline(BODY, heading=heading, role=role)
        manuscript = outline.manuscript
        end = len(manuscript.text)
        child = Section("1.1", 2, role, Span(len(heading), end))
        section = Section("1", 1, role, Span(0, end), Heading(Span(0, len(heading))), (child,))
        return condense(Outline(manuscript, Span(0, 0), (section,)), Ledger(()))[0]

    reduced = briefs("但我们也要清醒看到存在的问题，主要是", Role.PROBLEMS).of("1")
    assert reduced.title.text == "存在的问题"
    assert reduced.points == ()
    assert briefs("存在的问题", Role.PROBLEMS).of("1") is None
    assert briefs("夯实产业根基", Role.BODY).of("1") is None


def test_no_point_repeats_the_heading():
    brief = brief_of("深入开展清廉村居建设。走访企业260余家，收集诉求418条。", heading="开展清廉村居建设")
    assert [point.words.text for point in brief.points] == ["走访企业260余家，收集诉求418条"]


def test_a_section_that_offers_no_point_is_told():
    long_clause = "一" * 60 + "。"
    outline = section_outline(long_clause, heading="工作")
    briefs, findings = condense(outline, Ledger(()))
    assert briefs.of("1") is None
    assert [finding.code for finding in findings] == ["no_points"]
    assert findings[0].spans


def test_words_to_the_audience_are_no_brief():
    assert brief_of("我的发言完毕，不当之处敬请批评指正。", heading="", role=Role.CLOSING) is None
