"""Things that follow each other in time are drawn as steps; things that are merely counted off are not."""

import pytest

from generator import pipeline
from generator.model import Cards, Detail, LayoutRole
from generator.pipeline import Request
from generator.storyboarding import from_markdown, to_markdown
from generator.template import open_look

SPEECH = """青山镇经验交流发言
各位领导：
一、抓排查整治
{lead}
{items}
二、抓长效管护
健全巡查机制，落实管护责任。定期通报情况，及时整改问题。
"""
STEPS = ("摸清底数。逐户走访登记造册。", "建立台账。逐项明确整改时限。", "集中攻坚。组织专班逐项销号。")


def plan(openings, lead="工作中，我们分步推进。", bodies=STEPS):
    items = "\n".join(opening + body for opening, body in zip(openings, bodies, strict=True))
    request = Request(detail=Detail.FULL)
    return pipeline.make_plan(pipeline.understand(SPEECH.format(lead=lead, items=items), request), request)[0]


def cards(storyboard):
    return [slide.content for slide in storyboard.slides if isinstance(slide.content, Cards)]


def test_counted_steps_are_steps():
    (found,) = cards(plan(("第一步，", "第二步，", "第三步，")))
    assert found.steps
    assert len(found.cards) == 3


@pytest.mark.parametrize("openings", [("一是", "二是", "三是"), ("（一）", "（二）", "（三）"), ("1．", "2．", "3．")])
def test_the_order_of_speaking_makes_no_steps(openings):
    assert not any(found.steps for found in cards(plan(openings)))


def test_a_person_makes_steps_of_cards_and_cards_of_steps():
    written = to_markdown(plan(("第一步，", "第二步，", "第三步，")))
    assert ".cards kind=steps}" in written
    assert to_markdown(from_markdown(written)) == written
    assert not any(found.steps for found in cards(from_markdown(written.replace(" kind=steps", ""))))


def test_steps_have_their_layout():
    storyboard = plan(("第一步，", "第二步，", "第三步，"))
    deck, _, _ = pipeline.draw(storyboard, Request())
    assert deck[:2] == b"PK"
    layouts = {layout.units for layout in open_look().layouts_for(LayoutRole.STEPS)}
    assert 3 in layouts
