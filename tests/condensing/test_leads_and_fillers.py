"""Which words stand out, and which adverbs go."""

import pytest

from generator.condensing.fillers import filler_cuts
from generator.condensing.leads import lead_length
from generator.settings import CondensingSettings


@pytest.mark.parametrize(
    ("point", "lead"),
    [
        ("制定学习计划，细化分解目标任务", "制定学习计划"),
        ("压实责任、拧紧链条，实现闭环管理", "压实责任"),
        ("“三服务”清单6件，办结率100%", "“三服务”清单"),
        ("“三公”经费压减9.5%", "“三公”经费"),
        ("“三项制度”改革全面完成，管理人员竞争上岗126人", "“三项制度”改革"),
        ("“两金”占流动资产比重降至35%以下", "“两金”"),
        ("各党支部制定学习计划，组织主题党日", "各党支部"),
        ("对留守老人，采取邻里代扫方式搭把手", "对留守老人"),
        ("在农旅融合方面，走出一条双赢路子", "在农旅融合方面"),
    ],
)
def test_a_lead_is_what_can_be_read_alone(point, lead):
    assert point[: lead_length(point, CondensingSettings())] == lead


@pytest.mark.parametrize(
    "point",
    [
        "明确步骤、任务、时间，实施挂图作战",  # half a list
        "统筹抓好稳增长、防风险各项工作",  # the verb governs the whole list
        "“上海标准”、“上海品牌”双双扩容",  # half a pair
        "“最美乡村图书馆”公益阅读推广项目落地",  # with what it is called too long to stand out
        "围绕中心任务，开展技术攻关",  # a circumstance
        "谁家遇到难处，网格员就上门",  # half a pair
        "新建公园12个，改造小区36个",  # a figure has a place of its own
        "全县农村自来水普及率达到95.8%",
        "2023年企业利润增长5%",
        "城中村改造跑出加速度",
        "构建上下贯通、左右协同的格局",
    ],
)
def test_no_lead_is_forced(point):
    assert lead_length(point, CondensingSettings()) == 0


@pytest.mark.parametrize(
    ("clause", "gone"),
    [
        ("切实把问题解决在基层", ["切实"]),
        ("不断丰富学习实践载体", ["不断"]),
        ("充分发挥示范引领作用", ["充分"]),
        ("认真地核对每一笔账目", ["认真地"]),
        ("积极践行为民服务宗旨，", ["积极"]),
        ("着力在补短板上见真章", ["着力"]),
    ],
)
def test_a_filler_is_found_before_its_verb(clause, gone):
    assert [place.of(clause) for place in filler_cuts(clause)] == gone


@pytest.mark.parametrize(
    "clause",
    [
        "实现高质量充分就业",
        "培养入党积极分子",
        "调动了积极因素",
        "精心部署、扎实推进",
        "生活水平稳步提升",
        "未能充分发挥作用",
        "更加积极主动作为",
        "落实“切实减负”的要求",
        "严格审批取水许可",
        "深入基层听取意见",
        "不断线联系群众",
        "始终如一坚守岗位",
    ],
)
def test_what_is_no_filler_stays(clause):
    assert filler_cuts(clause) == ()
