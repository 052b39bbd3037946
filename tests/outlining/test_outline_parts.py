"""The rooms behind the outline, one by one: markers, front matter, paragraphs, wording of announcements, findings."""

import pytest

from generator.model import HeadingPlace, Manuscript, Role, Span
from generator.outlining import find_outline
from generator.outlining.announcing import Purpose, next_steps, problems
from generator.outlining.draft import Paragraph
from generator.outlining.markers import FAMILIES, marker_at
from generator.outlining.paragraphs import read_paragraphs
from generator.outlining.parallel import has_headline_build, likeness
from generator.outlining.roles import role_of_heading, role_of_sub_point
from generator.reading import read_manuscript

RUNNING = "全年走访农户三百多户，收集意见建议四十多条，逐条建立台账，逐件明确责任人，做到件件有着落、事事有回音。"


def outline_of(text):
    manuscript, _ = read_manuscript(text)
    return find_outline(manuscript)


def words_of(outline, span):
    return span.of(outline.manuscript.text) if span else None


def paragraph(text):
    return Paragraph(Span(0, len(text)), text)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_each_family_matches_its_example_and_not_its_counter_example(family):
    marked = marker_at(family.example, 0)
    assert marked is not None
    assert marked.family is family
    counter = marker_at(family.counter, 0)
    assert counter is None or counter.family is not family


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("十二、抓落实", 12),
        ("⑶抓落实", 3),
        ("⒉抓落实", 2),
        ("㈤抓落实", 5),
        ("１．抓落实", 1),
        ("( 四 )抓落实", 4),
        ("第三，抓落实", 3),
        ("③抓落实", 3),
    ],
)
def test_numbers_are_read_in_every_script(text, number):
    marked = marker_at(text, 0)
    assert (marked.number if marked else None) == number


def test_a_marker_without_words_behind_it_is_none():
    assert marker_at("一、", 0) is None


FRONTS = [
    (
        "政 府 工 作 报 告\n——2023年1月5日在青禾县第十届\n人民代表大会第二次会议上\n青禾县县长  陆清河\n"
        "各位代表：\n一、回顾\n二、安排",
        "政 府 工 作 报 告",
        "——2023年1月5日在青禾县第十届\n人民代表大会第二次会议上",
        "青禾县县长  陆清河",
        None,
        "各位代表：",
    ),
    (
        "工作会议讲话\n（2023年1月5日）\n林知远\n同志们！\n一、回顾\n二、安排",
        "工作会议讲话",
        None,
        "林知远",
        "（2023年1月5日）",
        "同志们！",
    ),
    (
        "述职报告\n各位领导、同志们\n一年来，我认真履职。\n一、回顾\n二、安排",
        "述职报告",
        None,
        None,
        None,
        "各位领导、同志们",
    ),
    (
        "用“小板凳”坐出“大民生”\n青禾县柳湾镇\n近年来，我镇探索推行“板凳议事”。\n一、回顾\n二、安排",
        "用“小板凳”坐出“大民生”",
        None,
        "青禾县柳湾镇",
        None,
        None,
    ),
    ("各位代表：现在，我报告工作。\n一、回顾\n二、安排", "", None, None, None, "各位代表："),
]


@pytest.mark.parametrize(("text", "title", "subtitle", "byline", "date", "salutation"), FRONTS)
def test_the_front_matter_is_told_apart(text, title, subtitle, byline, date, salutation):
    outline, _ = outline_of(text)
    assert "".join(words_of(outline, span) for span in outline.title) == title
    assert words_of(outline, outline.subtitle) == subtitle
    assert words_of(outline, outline.byline) == byline
    assert words_of(outline, outline.date_line) == date
    assert words_of(outline, outline.salutation) == salutation


def test_a_title_over_two_lines_has_two_spans():
    outline, _ = outline_of(
        f"牢记初心担使命\n奋力谱写新篇章\n——在总结会上的讲话\n同志们：\n一、回顾\n{RUNNING}\n二、安排\n{RUNNING}"
    )
    assert [words_of(outline, span) for span in outline.title] == ["牢记初心担使命", "奋力谱写新篇章"]


def test_a_title_given_twice_counts_once():
    outline, _ = outline_of(
        f"在教育工作会议上的讲话\n在教育工作会议上的讲话\n同志们：\n一、回顾\n{RUNNING}\n二、安排\n{RUNNING}"
    )
    assert len(outline.title) == 1


def test_an_announcement_is_no_salutation():
    outline, _ = outline_of(
        f"汇报\n各位领导，下面我汇报三点：一是抓早。{RUNNING}二是抓小。{RUNNING}三是抓细。{RUNNING}"
    )
    assert outline.salutation is None


def test_the_signature_is_found_and_lies_in_the_last_section():
    outline, _ = outline_of(f"工作总结\n一、回顾\n{RUNNING}\n二、打算\n{RUNNING}\n青禾县水务局\n2023年1月10日")
    assert words_of(outline, outline.signature) == "青禾县水务局\n2023年1月10日"
    assert outline.sections[-1].span.contains(outline.signature)


@pytest.mark.parametrize("line", ["强化考核", "柳湾村口", "做到位、做到底"])
def test_a_short_last_line_alone_is_no_signature(line):
    outline, _ = outline_of(f"工作总结\n一、回顾\n{RUNNING}\n二、打算\n{RUNNING}\n{line}")
    assert outline.signature is None


def test_lines_broken_at_a_width_are_joined():
    body = RUNNING * 3
    lines = "\n".join(body[at : at + 30] for at in range(0, len(body), 30))
    manuscript, _ = read_manuscript(f"工作总结\n{lines}\n{lines}")
    assert len(read_paragraphs(manuscript).paragraphs) == 3


def test_paragraphs_of_various_lengths_are_left_alone():
    manuscript, _ = read_manuscript("\n".join(f"这里{RUNNING[at:]}" for at in range(0, 40, 4)))
    assert len(read_paragraphs(manuscript).paragraphs) == len(manuscript.blocks)


def test_half_width_marks_are_read_as_full_width_ones_at_the_same_offsets():
    text = f"讲话\n同志们:\n一、抓早,抓小\n{RUNNING}\n二、抓实\n投资1,200万元,比例2.5:1。"
    manuscript, _ = read_manuscript(text)
    speech = read_paragraphs(manuscript)
    assert len(speech.flow) == len(text)
    assert "一、抓早，抓小" in speech.flow
    assert "1,200万元，比例2.5:1" in speech.flow
    assert [s.heading.span.of(text) for s in find_outline(manuscript)[0].sections] == ["抓早,抓小", "抓实"]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("在肯定成绩的同时，我们也清醒看到存在的问题：学习不深。", "在肯定成绩的同时，我们也清醒看到存在的问题"),
        ("我们也清醒认识到：经济总量偏小；人才不足。", "我们也清醒认识到"),
        (
            "三年来，虽然取得了一点成绩，但离要求还有不小差距，主要表现在学习不够。",
            "三年来，虽然取得了一点成绩，但离要求还有不小差距，主要表现在",
        ),
        ("工作有收获也存在不足。如：学习不够系统。", "工作有收获也存在不足"),
    ],
)
def test_turning_to_problems(text, heading):
    found = problems(paragraph(text))
    assert found.purpose is Purpose.PROBLEMS
    assert found.heading.of(text) == heading


@pytest.mark.parametrize(
    "text",
    [
        "同时，我们还着力解决了群众反映强烈的突出问题。",
        "全镇共排查化解矛盾纠纷三百余件。",
        "要坚持问题导向，既要看到成绩，更要解决问题。",
        "学习没有捷径，困难面前不低头。",
        "那时候，我也面临着不少困难，可从没想过退缩。",
        "从自身看，我们还存在一些突出问题：产品结构不优。",
    ],
)
def test_what_only_speaks_of_problems_does_not_turn_to_them(text):
    assert problems(paragraph(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "下一步，我们将抓落实。",
        "今后，我们要再努力。",
        "针对以上不足，今后一是抓学习。",
        "同志们，下一阶段，任务更重。",
    ],
)
def test_turning_to_next_steps(text):
    assert next_steps(paragraph(text)).purpose is Purpose.NEXT_STEPS


@pytest.mark.parametrize(
    "text", ["今后的日子还长。", "我们将抓落实。", "去年，我们迈出了下一步。", "针对群众需求，我们开了夜校。"]
)
def test_what_only_looks_ahead_is_no_next_step(text):
    assert next_steps(paragraph(text)) is None


def test_a_year_ahead_turns_to_next_steps_only_where_no_part_is_numbered():
    text = "新的一年，我们将抓落实。早谋划、早行动。"
    assert next_steps(paragraph(text)) is None
    assert next_steps(paragraph(text), unnumbered=True).heading.of(text) == "新的一年，我们将抓落实"


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("存在的主要问题", Role.PROBLEMS),
        ("问题与不足", Role.PROBLEMS),
        ("2023年工作安排", Role.NEXT_STEPS),
        ("下一步打算", Role.NEXT_STEPS),
        ("着力解决突出问题", None),
        ("工作成效", None),
        ("2022年工作完成情况", None),
        ("扎实做好今年各项工作", None),
        ("坚持问题导向", None),
        ("问题就是努力的方向", None),
    ],
)
def test_roles_by_heading(heading, role):
    assert role_of_heading(heading, True) is role


def test_a_directive_after_a_review_is_what_comes_next():
    assert role_of_heading("扎实做好今年各项工作", True, after_review=True) is Role.NEXT_STEPS
    outline, _ = outline_of(f"工作报告\n一、过去一年工作回顾\n{RUNNING}\n二、扎实做好今年各项工作\n{RUNNING}")
    assert [section.role for section in outline.sections] == [Role.BODY, Role.NEXT_STEPS]


def test_the_first_part_has_no_next_steps_and_a_sub_point_needs_plain_words():
    assert role_of_heading("今年的主要任务", False) is None
    assert role_of_sub_point("明年的主要任务") is None
    assert role_of_sub_point("下步打算") is Role.NEXT_STEPS


@pytest.mark.parametrize(
    "text", ["经济实力明显增强。", "办好人民满意的教育。", "发挥支部“带学”作用。", "下好“三步棋”。"]
)
def test_a_headline_is_known_by_its_build(text):
    assert has_headline_build(text)


@pytest.mark.parametrize(
    "text",
    [
        "我们跨过了这道坎。",
        "全年完成投资三亿元。",
        "质量是企业的生命。",
        "群众的笑容多了起来。",
        "为什么要学？",
        "去年雨水偏多。",
    ],
)
def test_a_telling_sentence_is_no_headline(text):
    assert not has_headline_build(text)


def test_parallel_sentences_are_more_alike_than_others():
    parallel = likeness("摸底调查先行一着。", "方案论证细走一着。").score
    other = likeness("摸底调查先行一着。", "村口的老槐树又发了新芽。").score
    assert parallel > 0.6 > 0.5 > other


def test_where_a_heading_stands_is_told():
    outline, _ = outline_of(f"总结\n一、回顾\n{RUNNING}\n二、抓实抓细。{RUNNING}")
    assert [section.heading.place for section in outline.sections] == [HeadingPlace.LINE, HeadingPlace.LEAD]


def test_numbers_that_skip_or_repeat_are_told():
    _, findings = outline_of(f"总结\n一、回顾\n{RUNNING}\n三、打算\n{RUNNING}\n三、建议\n{RUNNING}")
    assert [finding.code for finding in findings] == ["numbering", "numbering"]
    assert "三、" in findings[0].message


def test_a_speech_without_structure_is_told():
    _, findings = outline_of("致辞\n各位来宾：\n欢迎大家来到青禾。\n愿大家玩得开心！")
    assert [finding.code for finding in findings] == ["no_structure"]


def test_a_series_in_order_has_no_finding(township):
    manuscript, _ = read_manuscript(township)
    assert find_outline(manuscript)[1] == ()


def test_a_manuscript_without_blocks_has_an_empty_outline():
    outline, findings = find_outline(Manuscript("", "空"))
    assert outline.sections == ()
    assert findings == ()


def test_closing_words_take_the_clause_before_them_along_where_all_have_one():
    outline, _ = outline_of(
        "述职报告\n各位领导：\n现将一年来的情况汇报如下。\n"
        "平时遇事，我总把大家请到一张桌子上慢慢谈、细细想，多商量、多通气，以诚换来信任。\n"
        "业务不熟，我就把文件带回家一页一页看、一条一条记，多读书、多下乡，以勤补上短板。\n"
        "面对人情，我常把家人和亲友的招呼一次一次挡、一回一回劝，多自省、多自律，以廉赢得口碑。\n以上报告，请予评议。"
    )
    led = [section for section in outline.sections if section.heading]
    assert [words_of(outline, section.heading.span) for section in led] == [
        "多商量、多通气，以诚换来信任",
        "多读书、多下乡，以勤补上短板",
        "多自省、多自律，以廉赢得口碑",
    ]
    assert {section.heading.place for section in led} == {HeadingPlace.TRAIL}
