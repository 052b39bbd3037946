"""Three dated stages or more, in order and each with something said, stand along an axis of time."""

import pytest

from generator import pipeline
from generator.model import Detail, Reason, Span, Timeline
from generator.pipeline import Request
from generator.storyboarding.dating import dated_stages

SPEECH = """青山镇经验交流发言
各位领导：
一、抓产业发展
{first}
二、抓长效管护
健全巡查机制，落实管护责任。定期通报情况，及时整改问题。
"""


def stages(text):
    return [(stage.when.of(text), stage.said.of(text)) for stage in dated_stages(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("2021年，建成大棚3个；2022年，获评示范园区；2023年，产值突破10亿元。", ["2021年", "2022年", "2023年"]),
        ("2021年建成一期，2022年建成二期，2023年全面投用。", ["2021年", "2022年", "2023年"]),
        ("3月完成摸底，6月开工建设，9月竣工投用。", ["3月", "6月", "9月"]),
        ("2023年3月，启动建设；9月，主体封顶；2024年1月，投入使用。", ["2023年3月", "9月", "2024年1月"]),
        ("去年启动试点，今年全面推开，明年基本完成。", ["去年", "今年", "明年"]),
        ("到2025年，初步建成；到2030年，基本建成；到2035年，全面建成。", ["到2025年", "到2030年", "到2035年"]),
        (
            "第一阶段（3—5月），摸底排查。召开动员会3场。第二阶段（6—8月），集中整治。第三阶段（9—10月），巩固提升。",
            ["第一阶段（3—5月）", "第二阶段（6—8月）", "第三阶段（9—10月）"],
        ),
    ],
)
def test_stages_in_order(text, times):
    assert [when for when, _ in stages(text)] == times


@pytest.mark.parametrize(
    "text",
    [
        "2024年，全县实现地区生产总值100亿元，比2023年增长5%；2025年，我们要再接再厉。",  # two times, one a measure
        "2021年至2024年，全县农村自来水普及率分别为86.4%、89.1%、92.5%和95.8%。",  # one clause, a series
        "2023年，产值突破10亿元；2022年，产值8亿元；2021年，产值6亿元。",  # backwards: a comparison
        "到2025年，初步建成；到2030年，基本建成。",  # two
        "第一阶段，摸底排查；第二阶段，集中整治；第三阶段，巩固提升。",  # steps without a time
        "2023年同期增长3%；2024年同期增长4%；2025年同期增长5%。",  # what is measured against
        "一是2023年的项目要收尾，二是2024年的项目要提速，三是2025年的项目要谋划。",  # attributes
    ],
)
def test_other_dates_make_no_stages(text):
    assert stages(text) == []


def test_a_chronicle_of_nine_years_is_none():
    text = "".join(f"20{year}年，办成实事{year}件；" for year in range(11, 20))
    assert stages(text) == []
    assert len(stages(text[: text.index("2019年")])) == 8


def timelines(first):
    request = Request(detail=Detail.FULL)
    storyboard = pipeline.make_plan(pipeline.understand(SPEECH.format(first=first), request), request)[0]
    return [slide for slide in storyboard.slides if isinstance(slide.content, Timeline)]


def test_each_stage_keeps_all_that_is_said_of_it():
    (slide,) = timelines("2021年，流转土地3200亩；2022年，引进企业2家，注册商标5个；2023年，产值突破1.2亿元。")
    assert slide.why is Reason.DATED
    assert [stage.when.text for stage in slide.content.stages] == ["2021年", "2022年", "2023年"]
    assert [stage.body[0].text for stage in slide.content.stages] == [
        "流转土地3200亩",
        "引进企业2家，注册商标5个",
        "产值突破1.2亿元",
    ]


def test_items_that_begin_with_a_time_are_stages_too():
    first = (
        "我们分三个阶段推进。\n（一）第一阶段（3—5月），摸底排查。逐村走访登记，建立问题台账156条。\n"
        "（二）第二阶段（6—8月），集中整治。拆除违建42处，清运垃圾1800吨。\n"
        "（三）第三阶段（9—10月），巩固提升。组建长效管护队伍12支。"
    )
    (slide,) = timelines(first)
    assert slide.content.stages[1].when.text == "第二阶段（6—8月）"
    assert slide.content.stages[1].body[0].text == "集中整治"


def test_values_of_one_thing_are_a_chart_and_no_timeline():
    assert timelines("2021年，普及率为86.4%；2022年，普及率为89.1%；2023年，普及率为92.5%。") == []


def test_stages_too_long_for_their_columns_stay_points():
    long = "，".join(["组织镇村干部逐户走访登记造册建立台账明确责任限时办结"] * 5)
    assert timelines(f"2021年，{long}。2022年，{long}。2023年，{long}。") == []
