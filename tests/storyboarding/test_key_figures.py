"""Which figures carry a speech: what was reached, then what is planned, never what is wanting."""

from generator import pipeline
from generator.model import BigNumbers, Detail, Label
from generator.pipeline import Request

REVIEW = """工会工作报告
各位代表：
一、2021年工作回顾
（一）凝聚职工。开展主题活动210场，覆盖职工6.8万人次，推送信息560条。{reached}
（二）服务职工。筹集资金186万元，走访职工1250户次，建成站点40处，建成小屋22间，培育工匠15人，新建创新工作室6个。
二、存在的主要问题
一是覆盖不够广，小微企业建会率仅提高到58%。二是力量不够强，兼职干部占比上升到90%。
三、2022年工作安排
（一）扩大覆盖。新增会员5000名，建会率提高到85%以上。
（二）做强服务。集体合同签订率提高到96%以上，培育示范点10个。
"""


def key_figures(reached=""):
    request = Request(detail=Detail.FULL)
    storyboard, _ = pipeline.make_plan(pipeline.understand(REVIEW.format(reached=reached), request), request)
    slides = [slide.content for slide in storyboard.slides if isinstance(slide.content, BigNumbers)]
    return [c.quantity.surface for slide in slides if slide.title.text == Label.KEY_FIGURES for c in slide.callouts]


def test_what_is_wanting_is_no_key_figure():
    shown = key_figures()
    assert shown
    assert not {"58%", "90%"} & set(shown)


def test_what_was_reached_goes_before_what_is_planned():
    reached = "职工满意率提高到97%。入会率提高到88%。互助保障覆盖率提高到79%。困难职工脱困率达到100%。"
    assert key_figures(reached) == ["97%", "88%", "79%", "100%"]


def test_what_is_planned_fills_the_places_that_are_left():
    shown = key_figures("职工满意率提高到97%。")
    assert shown[0] == "97%"
    assert {"85%以上", "96%以上"} & set(shown)
