"""Two columns whose rows belong together: changes in words, and problems that the next steps answer one by one."""

import pytest

from generator import pipeline
from generator.model import Cards, Detail, Pairs, Reason, Span
from generator.pipeline import Request
from generator.storyboarding.answering import announces_answers, answer_one_by_one, shares_a_word
from generator.storyboarding.changing import worded_changes

SPEECH = """青山镇经验交流发言
各位领导：
一、抓工作转变
{first}
二、抓长效管护
健全巡查机制，落实管护责任。定期通报情况，及时整改问题。
{rest}
谢谢大家！
"""
PROBLEMS = (
    "虽然取得了一些成绩，但仍有差距：网格员队伍流动性大、专业性不强；农产品深加工链条短；智慧平台数据壁垒尚未打通。"
)
ANSWERS = (
    "下一步，我们将做好三件事：一是建强专业队伍，三年内持证占比提高到60%以上；"
    "二是延长农产品深加工链条，再引进企业3家；三是打通数据壁垒，推动数据一网归集。"
)
OTHERS = (
    "下一步，我们将做好三件事：一是加强理论武装，抓好集中学习12次；"
    "二是改善人居环境，新建公园3个；三是做好防汛备汛，储备物资500件。"
)


def slides(first="健全机制，压实责任。", rest=""):
    request = Request(detail=Detail.FULL)
    speech = SPEECH.format(first=first, rest=rest)
    return pipeline.make_plan(pipeline.understand(speech, request), request)[0].slides


def pairs(*args, **kwargs):
    return [slide for slide in slides(*args, **kwargs) if isinstance(slide.content, Pairs)]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("推动党员由“要我学”变为“我要学”。", ("“要我学”", "“我要学”")),
        ("从只管校内的秩序转变为校内校周边的秩序一起管理；", ("只管校内的秩序", "校内校周边的秩序一起管理")),
        ("实现由被动应付向主动作为转变，", ("被动应付", "主动作为")),
    ],
)
def test_a_change_in_words(text, change):
    (found,) = worded_changes(text, Span(0, len(text)))
    assert (found.left.of(text), found.right.of(text)) == change


@pytest.mark.parametrize(
    "text",
    [
        "漏损率由14.3%下降到9.7%。",  # the ledger's
        "从村头到村尾都变了样。",  # a stretch
        "从发展所需、群众所盼入手，把作风转变落到实处。",
        "引导群众由旁观到参与、由参与到主动。",  # two in one clause: a chain
    ],
)
def test_other_words_are_no_change(text):
    assert worded_changes(text, Span(0, len(text))) == ()


def test_changes_in_a_row_stand_side_by_side():
    first = "工作方式实现了三个转变：从大水漫灌转变为精准滴灌，从干部包办转变为群众参与，从突击整治转变为常态管护。"
    (slide,) = pairs(first)
    assert slide.why is Reason.CHANGED
    assert (slide.content.left_head.text, slide.content.right_head.text) == ("变化前", "变化后")
    rows = [(pair.left[0].text, pair.right[0].text) for pair in slide.content.pairs]
    assert rows == [("大水漫灌", "精准滴灌"), ("干部包办", "群众参与"), ("突击整治", "常态管护")]


def test_one_change_alone_stays_in_its_sentence():
    assert pairs("全镇党员由“要我学”变为“我要学”。集中学习12场，覆盖党员860人。走访群众1200户，办实事96件。") == []


def test_problems_and_their_answers_stand_side_by_side():
    shown = slides(rest=f"{PROBLEMS}\n{ANSWERS}")
    (slide,) = [slide for slide in shown if isinstance(slide.content, Pairs)]
    assert slide.why is Reason.ANSWERED
    assert (slide.content.left_head.text, slide.content.right_head.text) == ("存在问题", "下一步工作")
    assert "建强专业队伍" in slide.content.pairs[0].right[0].text
    assert not any(isinstance(other.content, Cards) for other in shown)
    spoken = "".join(note.text for note in slide.notes)
    assert "数据壁垒尚未打通" in spoken
    assert "推动数据一网归集" in spoken


def test_steps_that_answer_nothing_keep_their_own_slide():
    shown = slides(rest=f"{PROBLEMS}\n{OTHERS}")
    assert not any(isinstance(slide.content, Pairs) for slide in shown)
    assert sum(isinstance(slide.content, Cards) for slide in shown) == 2


def test_another_number_of_steps_is_no_answer():
    two = (
        "下一步，我们将做好两件事：一是建强专业队伍，三年内持证占比提高到60%以上；二是打通数据壁垒，推动数据一网归集。"
    )
    assert pairs(rest=f"{PROBLEMS}\n{two}") == []


def test_words_of_every_speech_prove_nothing():
    assert not shares_a_word("部分干部工作落实不够到位", "加强工作落实，提升干部能力水平")
    assert shares_a_word("专业性不强", "建强专业队伍")


def test_an_announcement_lets_one_pair_of_three_do_without_a_word():
    problems = ["理论学习还不够系统", "深加工链条短", "求稳怕乱"]
    measures = ["制订理论学习计划", "延长深加工链条", "敢闯敢试"]
    assert answer_one_by_one(problems, measures, announced=True)
    assert not answer_one_by_one(problems, measures, announced=False)
    assert not answer_one_by_one(problems[1:], measures[1:], announced=True)


def test_what_announces_answers():
    assert announces_answers("针对以上不足，今后一是")
    assert not announces_answers("针对入秋以后降雨偏少的形势，提前编制预案")
