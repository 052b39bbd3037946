import pytest

from generator.model import Block, Heading, Manuscript, Outline, Role, Section, SeriesKind, Span
from generator.settings import FiguresSettings
from generator.tallying import find_figures


def series_of(text, settings=None):
    whole = Span(0, len(text))
    outline = Outline(
        Manuscript(text, "test", blocks=(Block(whole),)),
        Span(0, 0),
        (Section("1", 1, Role.BODY, whole, Heading(Span(0, 4))),),
    )
    ledger, _ = find_figures(outline, settings) if settings else find_figures(outline)
    return [
        (
            series.kind,
            series.title.text,
            [(name.text, figure.text) for name, figure in zip(series.names, series.figures, strict=True)],
        )
        for series in ledger.series
    ]


@pytest.mark.parametrize(
    ("text", "title", "members"),
    [
        (
            "养老补贴、低保标准和护林员工资分别提高120元、80元和200元。",
            "养老补贴",
            [("养老补贴", "120元"), ("低保标准", "80元"), ("护林员工资", "200元")],
        ),
        (
            "粮食、蔬菜、水果产量分别达到3万吨、5万吨、2万吨。",
            "粮食、蔬",
            [("粮食", "3万吨"), ("蔬菜", "5万吨"), ("水果", "2万吨")],
        ),
        (
            "技能竞赛中，我校获一等奖5个、二等奖4个、三等奖7个。",
            "技能竞赛",
            [("一等奖", "5个"), ("二等奖", "4个"), ("三等奖", "7个")],
        ),
        (
            "一期工程投资5亿元，二期工程投资8亿元，三期工程投资12亿元。",
            "一期工程",
            [("一期工程投资", "5亿元"), ("二期工程投资", "8亿元"), ("三期工程投资", "12亿元")],
        ),
        (
            "送学活动领取资料包126人，开展微课30次，覆盖800人，实施送学上门15次，覆盖40人。",
            "送学活动",
            [("领取资料包", "126人"), ("微课", "800人"), ("送学上门", "40人")],
        ),
    ],
)
def test_several_things_of_one_meaning_make_a_series(text, title, members):
    assert series_of(text) == [(SeriesKind.ITEMS, title, members)]


@pytest.mark.parametrize(
    ("text", "title", "members"),
    [
        (
            "2021年至2023年，全县水利投资分别完成3.1亿元、3.9亿元和5.2亿元。",
            "全县水利投资",
            [("2021年", "3.1亿元"), ("2022年", "3.9亿元"), ("2023年", "5.2亿元")],
        ),
        (
            "2021年、2022年、2023年全镇收入分别为1.2亿元、1.5亿元、1.8亿元。",
            "全镇收入",
            [("2021年", "1.2亿元"), ("2022年", "1.5亿元"), ("2023年", "1.8亿元")],
        ),
        (
            "全镇收入2021年1.2亿元，2022年1.5亿元，2023年达到1.8亿元。",
            "全镇收入",
            [("2021年", "1.2亿元"), ("2022年", "1.5亿元"), ("2023年", "1.8亿元")],
        ),
    ],
)
def test_one_thing_over_the_years_makes_a_series(text, title, members):
    assert series_of(text) == [(SeriesKind.PERIODS, title, members)]


@pytest.mark.parametrize(
    "text",
    [
        "新增教师12人，表彰学生300人，处分干部15人。",  # one unit, three meanings
        "地区生产总值增长5%，工业增加值增长6%，城镇失业率为4%。",  # a rate among changes
        "养老补贴、低保标准分别提高120元、80元。",  # two values are a sentence
        "粮食、蔬菜、水果产量分别达到3万吨、5万吨、2万亩。",  # two units
        "2021年至2024年，全县水利投资分别完成3.1亿元、3.9亿元和5.2亿元。",  # four years, three values: none invented
        "领取资料包126人，覆盖800人次，走访农户40户。",  # three units
        "新增就业5000人，失业人员再就业2900人，高校毕业生就业900人。",  # one holds the others
        "领取资料包XX6人，微课覆盖800人，送学上门覆盖40人。",  # one of them is blacked out
        "粮食、蔬菜、水果产量分别增长1—2%、3%、4%。",  # a range has no single height
    ],
)
def test_two_meanings_never_share_a_series(text):
    assert series_of(text) == []


def test_the_fewest_figures_of_a_series_are_a_setting():
    text = "养老补贴、低保标准分别提高120元、80元。"
    assert len(series_of(text, FiguresSettings(fewest_in_series=2))) == 1
