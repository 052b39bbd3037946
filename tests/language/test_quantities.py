from decimal import Decimal

import pytest

from generator.language.quantities import NumberKind, quantities
from generator.language.units import unit_table
from generator.model import Span


def read(text):
    return [(q.text, q.value, q.unit, q.base_value, q.base_unit, q.qualifier) for q in quantities(text)]


@pytest.mark.parametrize(
    ("text", "surface", "value", "unit", "base_value", "base_unit", "qualifier"),
    [
        ("可支配收入2.1余万元。", "2.1余万元", "2.1", "万元", 21000, "元", "余"),
        ("带动900多户", "900多户", "900", "户", 900, "户", "多"),
        ("户均增收约2.6万元", "约2.6万元", "2.6", "万元", 26000, "元", "约"),
        ("总额近1.5个亿", "近1.5个亿", "1.5", "亿", 150_000_000, "", "近"),
        ("每年捐资600万，", "600万", "600", "万", 6_000_000, "", None),
        ("覆盖率60%以上", "60%以上", "60", "%", 60, "%", "以上"),
        ("投资不超过3亿元", "不超过3亿元", "3", "亿元", 300_000_000, "元", "不超过"),
        ("人口3亿多人", "3亿多人", "3", "亿人", 300_000_000, "人", "多"),
        ("约80座左右", "约80座左右", "80", "座", 80, "座", "约左右"),
        ("浓度为26.3微克/立方米", "26.3微克/立方米", "26.3", "微克/立方米", Decimal("26.3"), "微克/立方米", None),
        ("按200元/生·年补助", "200元/生·年", "200", "元/生·年", 200, "元/生·年", None),
        ("交流50人/次", "50人/次", "50", "人/次", 50, "人/次", None),
        ("建设2×35万千瓦机组", "2×35万千瓦", "35", "万千瓦", 350_000, "千瓦", None),
        ("完成NBP27.5亿元", "27.5亿元", "27.5", "亿元", 2_750_000_000, "元", None),
        ("折合1148亿元人民币", "1148亿元人民币", "1148", "亿元人民币", 114_800_000_000, "元", None),
        ("达１２．５％", "１２．５％", "12.5", "%", Decimal("12.5"), "%", None),
        ("产量1,200吨", "1,200吨", "1200", "吨", 1200, "吨", None),
        ("划分十二个网格", "十二个", "12", "个", 12, "个", None),
        ("三千余人参加", "三千余人", "3000", "人", 3000, "人", "余"),
        ("增长百分之七", "百分之七", "7", "%", 7, "%", None),
        ("占三成以上", "三成以上", "3", "成", 3, "成", "以上"),
        ("产值翻两番", "翻两番", "2", "番", 2, "番", None),
        ("下降-5.2%", "-5.2%", "-5.2", "%", Decimal("-5.2"), "%", None),
        ("节约3000万元", "3000万元", "3000", "万元", 30_000_000, "元", None),
        ("回落2.5个百分点", "2.5个百分点", "2.5", "个百分点", Decimal("2.5"), "个百分点", None),
    ],
)
def test_a_number_is_read_as_it_is_written(text, surface, value, unit, base_value, base_unit, qualifier):
    assert read(text) == [(surface, Decimal(value), unit, base_value, base_unit, qualifier)]


@pytest.mark.parametrize(
    ("text", "value"),
    [("八分之一", "0.125"), ("占1/4", "0.25"), ("三分之一", "0.3333"), ("约2/3", "0.6667")],
)
def test_a_fraction_has_a_value_and_no_unit(text, value):
    (quantity,) = quantities(text)
    assert (quantity.value, quantity.unit, quantity.kind) == (Decimal(value), "", NumberKind.PERCENT)


@pytest.mark.parametrize(
    ("text", "value", "upper", "unit"),
    [("增长7-8%", 7, 8, "%"), ("用时3～6个月", 3, 6, "个月"), ("5%—6%", 5, 6, "%"), ("补助3至5万元", 3, 5, "万元")],
)
def test_a_range_keeps_both_ends(text, value, upper, unit):
    (quantity,) = quantities(text)
    assert (quantity.value, quantity.upper, quantity.unit) == (value, upper, unit)


@pytest.mark.parametrize(
    "text",
    [
        "2023年",
        "9月底",
        "12月10日",
        "2020—2024年",
        "2025年1—11月",
        "9、10月间",
        "14:30",
        "2026-02-09",
        "二〇二四年",
        "09年",
    ],
)
def test_a_date_is_one_token(text):
    (quantity,) = quantities(text)
    assert (quantity.kind, quantity.text) == (NumberKind.DATE, text)


@pytest.mark.parametrize("text", ["第二批", "前100名", "18号线", "第1、3、4名", "第22位"])
def test_an_ordinal_is_one_token(text):
    (quantity,) = quantities(text)
    assert (quantity.kind, quantity.text) == (NumberKind.ORDINAL, text)


@pytest.mark.parametrize("text", ["PM2.5浓度", "C9高校", "6G技术", "985高校", "4S店", "5A级"])
def test_digits_of_a_name_have_no_unit(text):
    (quantity,) = quantities(text)
    assert (quantity.kind, quantity.unit) == (NumberKind.PLAIN, "")


@pytest.mark.parametrize("text", ["十分艰巨", "一般公共预算", "百姓", "一致", "千方百计", "万象更新", "四季", "一方面"])
def test_a_word_with_a_numeral_in_it_is_no_number(text):
    assert quantities(text) == ()


def test_a_list_of_parts_is_one_ratio():
    _, quantity = quantities("三次产业比例为8.7∶41.2∶50.1，")
    assert (quantity.text, quantity.kind) == ("8.7∶41.2∶50.1", NumberKind.RATIO)


def test_medals_are_three_numbers():
    assert [(q.text, q.unit) for q in quantities("夺得3金3银7铜，")] == [("3金", "金"), ("3银", "银"), ("7铜", "铜")]


@pytest.mark.parametrize(
    ("sentence", "fragment"),
    [
        ("每年至少带动300余户1500余人实现收入900余万元，户均增收约2.6万元。", "户均增收约2.6万元"),
        ("全镇集体经济总收入5.6亿元，同比增长18.5%；新增企业22家。", "同比增长18.5%"),
        ("共有98万平方米1028幢校舍需要加固", "1028幢校舍"),
    ],
)
def test_a_fragment_gives_the_numbers_of_the_sentence(sentence, fragment):
    start = sentence.index(fragment)
    inside = [q for q in quantities(sentence) if start <= q.span.start < start + len(fragment)]
    assert [(q.text, q.value, q.unit) for q in inside] == [(q.text, q.value, q.unit) for q in quantities(fragment)]
    bounded = quantities(sentence, Span(start, start + len(fragment)))
    assert [q.span for q in bounded] == [q.span for q in inside]


def test_the_digits_have_a_span_of_their_own():
    text = "收入约2.6万元"
    (quantity,) = quantities(text)
    assert quantity.number.of(text) == "2.6"
    assert quantity.span.of(text) == quantity.text == "约2.6万元"


def test_a_chinese_numeral_carries_known_units_only():
    assert unit_table().chinese <= set(unit_table().kinds)


def test_reading_is_linear():
    text = "全年完成产值235.2亿元，同比增长18.5%；" * 2000
    assert len(quantities(text)) == 4000
