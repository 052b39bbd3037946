import pytest

from generator.model import Severity
from generator.reading import read_manuscript
from generator.reading.redactions import fill_blanks, find_redactions


def texts(text):
    return [redaction.text for redaction in find_redactions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("XX镇认真贯彻落实", ["XX镇"]),
        ("尊敬的XXXX领导：", ["XXXX领导"]),
        ("全镇XXX个村集体经济收入突破XXX万元，其中，XXXXX，", ["XXX个", "XXX万元", "XXXXX"]),
        ("下一步，XX将再接再厉", ["XX"]),
        ("xx县xxx同志", ["xx县", "xxx同志"]),
        ("××区委书记××同志", ["××区", "××同志"]),
        ("中共×县委、×省", ["×县", "×省"]),
        ("＊＊市投入＊＊万元", ["＊＊市", "＊＊万元"]),
        ("在**镇召开", ["**镇"]),
        ("□□乡政府", ["□□乡"]),
        ("〇〇镇、○○村", ["〇〇镇", "○○村"]),
        ("＿＿＿＿年＿＿月", ["＿＿＿＿年", "＿＿月"]),
        ("____年__月__日", ["____年", "__月", "__日"]),
        ("某某公司的做法", ["某某公司"]),
        ("20XX年以来", ["20XX年"]),
        ("20××年度", ["20××年度"]),
        ("202X年", ["202X年"]),
        ("二〇二×年", ["二〇二×年"]),
        ("XXXX年XX月XX日", ["XXXX年", "XX月", "XX日"]),
        ("X月X日，在X市调研", ["X月", "X日", "X市"]),
        ("增长X%，达到X万元", ["X%", "X万元"]),
        ("共3XX万元", ["3XX万元"]),
        ("△△街道、●●社区", ["△△街道", "●●社区"]),
        ("ＸＸ局", ["ＸＸ局"]),
        ("由[单位名称]负责，完成【具体数据】", ["[单位名称]", "【具体数据】"]),
        ("（此处填写姓名）同志", ["（此处填写姓名）同志"]),
        ("XX部署到位，XX人民满意", ["XX", "XX"]),
        ("第XX届", ["XX届"]),
        ("完成XX.X亿元，增长X.X个百分点，占12.XX%", ["XX.X亿元", "X.X个百分点", "12.XX%"]),
        ("X委、X政府新增X家企业", ["X委", "X政府", "X家"]),
        ("第×届×次会议", ["×届", "×次"]),
        ("****年**月**日，***同志，*月*日", ["****年", "**月", "**日", "***同志", "*月", "*日"]),
        ("某某年，某某同志", ["某某年", "某某同志"]),
    ],
)
def test_blanks_and_what_they_stand_before(text, expected):
    assert texts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "购置XXL号工作服",
        "MAXX品牌",
        "第XXIV届会议、XXIII章",
        "XX世纪以来",
        "邮箱 xx@163.com",
        "登录 www.xx.gov.cn 查询",
        "https://a.cn/xx/xxx.html",
        "2×35万千瓦热电机组",
        "实施“数据要素×”行动",
        "“互联网×医疗”",
        "X光检查、X射线",
        "维生素X和SpaceX公司",
        "二〇〇八年、一〇〇号、二○○九年",
        "某些同志、某个方面、某种程度",
        "□ 同意  □ 不同意",
        "难道不是吗？？？县委高度重视。",
        "【经济】运行平稳",
        "【时间】5月3日",
        "有关单位（见附件）",
        "（单位：万元）",
        "打出“组合拳”……推动发展",
        "3*5的方阵",
        "★★★★★级景区",
        "EXXON、taxx",
        "1+1、A-B",
        "李某某、张某某两起案件",
        "“双千兆×行业”应用",
        "版本号为v1.x",
        "* 年内完成",
        "A市、B县、C公司",
    ],
)
def test_what_only_looks_like_a_blank(text):
    assert texts(text) == []


def test_a_blank_knows_its_place():
    text = "各位领导：\nXX镇有XXX个村。"
    assert [(r.span.start, r.span.of(text)) for r in find_redactions(text)] == [(6, "XX镇"), (10, "XXX个")]


def test_one_finding_names_every_blank_with_its_lines():
    _, findings = read_manuscript("发言\n尊敬的XXXX领导：\nXX镇做了工作。\nXX镇收入XXX万元，XX镇满意。")
    (found,) = findings
    assert found.code == "redactions"
    assert found.severity is Severity.WARNING
    assert "5 处" in found.message
    for words in ("XXXX领导（第 2 行）", "XX镇（第 3、4 行）", "XXX万元（第 4 行）"):
        assert words in found.message
    assert "--fill XXXX领导=" in found.hint
    assert len(found.spans) == 5


def test_a_markdown_pair_is_no_blank():
    manuscript, findings = read_manuscript("**县域经济**发展，**第一**，抓落实。")
    assert manuscript.redactions == ()
    assert manuscript.excerpt(manuscript.blocks[0].span).text == "县域经济发展，第一，抓落实。"
    assert findings == ()


def test_two_blanks_of_stars_are_no_markdown_pair():
    manuscript, _ = read_manuscript("**镇党委负责，**村支部落实。")
    assert [r.text for r in manuscript.redactions] == ["**镇", "**村"]


def test_filling_replaces_every_occurrence_before_anything_else():
    manuscript, findings = read_manuscript(
        "发言\nXX镇有XXX个村，XX镇收入XXX万元。", fills={"XX镇": "永昌镇", "XXX个": "12个", "XXX万元": "350万元"}
    )
    assert manuscript.text == "发言\n永昌镇有12个村，永昌镇收入350万元。"
    assert manuscript.redactions == ()
    assert findings == ()


@pytest.mark.parametrize(
    ("fills", "expected", "unused"),
    [
        ({"XX": "永昌"}, "永昌镇和永昌县有XXX个村", ()),
        ({"XX": "甲", "XX镇": "乙镇"}, "乙镇和甲县有XXX个村", ()),
        ({"XX镇": "乙镇", "XX": "甲"}, "乙镇和甲县有XXX个村", ()),
        ({"XXX": "9"}, "XX镇和XX县有9个村", ()),
        ({"XX市": "丙市"}, "XX镇和XX县有XXX个村", ("XX市",)),
        ({"X": "丁"}, "XX镇和XX县有XXX个村", ("X",)),
        ({"村": "社区"}, "XX镇和XX县有XXX个村", ("村",)),
        ({"": "空"}, "XX镇和XX县有XXX个村", ("",)),
        ({"XX镇和XX县": "两地"}, "两地有XXX个村", ()),
        ({"XX镇": "一\n二"}, "一 二和XX县有XXX个村", ()),
        ({"XX镇": "XX县"}, "XX县和XX县有XXX个村", ()),
    ],
)
def test_which_occurrences_a_key_fills(fills, expected, unused):
    assert fill_blanks("XX镇和XX县有XXX个村", fills)[:2] == (expected, unused)


def test_a_key_that_occurs_nowhere_is_a_finding():
    _, findings = read_manuscript("各位领导：大家好。", fills={"XX镇": "永昌镇"})
    assert [found.code for found in findings] == ["fill_unused"]
    assert "XX镇" in findings[0].message


def test_a_surname_before_a_blank_can_be_filled():
    assert fill_blanks("张××同志发言", {"张××": "张三"})[:2] == ("张三同志发言", ())


def test_scrape_marks_and_rules_are_no_blanks():
    manuscript, _ = read_manuscript("标题\n______________\n##paidbegin##正文如下。\n***\n完")
    assert manuscript.redactions == ()
