"""A long speech comes down to the number of slides that was asked for, and loses no word of its notes."""

import pytest

from generator import pipeline
from generator.model import Cards, Chart, Detail, Divider, Points, Table
from generator.pipeline import Request
from generator.storyboarding import from_markdown, to_markdown

POINTS = ("逐户走访摸清底数", "建立台账逐项销号", "组织专班集中攻坚", "压实责任按月通报", "完善机制长效管护")


def speech(parts, sub_points, items=0, figures=True):
    """A report of invented work: parts with sub-points, each with sentences of their own, and items below them."""
    lines = ["青山县工作报告", "各位代表："]
    for part in range(1, parts + 1):
        lines.append(f"{'一二三四五六七八九十'[part - 1]}、全力抓好第{part}类工作")
        for sub in range(1, sub_points + 1):
            lines.append(f"（{'一二三四五六七八九十'[sub - 1]}）推进第{part}类第{sub}项任务")
            own = [f"{words}，覆盖{part}号片区的第{sub}批村组，群众反映良好。" for words in POINTS]
            if figures:
                own.append(f"全年改造第{sub}批管网{part * 10 + sub}公里，新增岗位{part * 100 + sub}个。")
            lines.append("".join(own) + "各责任单位定期会商、定期督查，确保各项任务落地见效，让群众看得见变化。")
            lines += [f"{n}．抓好第{sub}批第{n}件实事。{POINTS[n % 5]}，做到件件有着落。" for n in range(1, items + 1)]
    return "\n".join(lines)


def built(text, **asked):
    return pipeline.build_from_speech(text, Request(**asked))


def spoken(storyboard):
    return "".join("".join(note.text.split()) for slide in storyboard.slides for note in slide.notes)


@pytest.fixture(scope="module")
def long_text():
    return speech(4, 9)


@pytest.fixture(scope="module")
def full(long_text):
    return built(long_text, detail=Detail.FULL)


@pytest.mark.parametrize("most", [60, 40, 24, 15, 10])
def test_the_deck_has_no_more_slides_than_asked(long_text, full, most):
    deck = built(long_text, most_slides=most)
    assert deck.slides <= most < full.slides
    assert not [f for f in deck.findings if f.severity == "error"]
    assert "slides_folded" in {f.code for f in deck.findings}
    assert "slides_over" not in {f.code for f in deck.findings}


@pytest.mark.parametrize("most", [1, 12, 30])
def test_the_notes_hold_the_whole_speech_in_order(long_text, most):
    assert spoken(built(long_text, most_slides=most).storyboard) == "".join(long_text.split())


def test_fewer_slides_than_the_speech_has_parts_give_the_least_and_say_so(long_text):
    deck = built(long_text, most_slides=2)
    assert [f.severity for f in deck.findings if f.code == "slides_over"] == ["warning"]
    assert sum(isinstance(s.content, Divider) for s in deck.storyboard.slides) == 4


def test_what_is_folded_away_first_is_what_lies_deepest():
    text = speech(3, 4, items=4)
    full = pipeline.make_plan(pipeline.understand(text, Request()), Request(detail=Detail.FULL))[0]
    less = built(text, most_slides=len(full.slides) - 2).storyboard
    titles = [s.content.title.text for s in less.slides]
    assert all(f"推进第{part}类第{sub}项任务" in titles for part in (1, 2, 3) for sub in (1, 2, 3, 4))


def test_a_short_speech_keeps_all_its_slides():
    text = speech(2, 3)
    assert built(text).storyboard == built(text, detail=Detail.FULL).storyboard
    assert not [f for f in built(text).findings if f.code.startswith("slides")]


def test_a_brief_deck_is_an_overview(long_text):
    deck = built(long_text, detail=Detail.BRIEF)
    assert deck.slides <= 24
    assert sum(isinstance(s.content, Table) for s in deck.storyboard.slides) <= 4
    assert any(isinstance(s.content, Cards | Points) for s in deck.storyboard.slides)


def test_figures_that_the_summary_has_no_room_for_are_told_once_and_are_no_error(long_text):
    deck = built(long_text, most_slides=14)
    assert deck.storyboard.left_to_notes
    assert [f.severity for f in deck.findings if f.code == "figures_in_notes"] == ["info"]
    assert not [f for f in deck.findings if f.code == "figure_missing"]


def test_the_deck_itself_records_what_it_was_not_asked_to_show(long_text):
    deck = built(long_text, most_slides=14)
    found = pipeline.audit(deck.deck, pipeline.understand(long_text, Request()), Request())
    assert {f.code for f in found} >= {"figures_in_notes"}
    assert not [f for f in found if f.severity == "error"]


def test_so_does_the_plan(long_text):
    request = Request(most_slides=14)
    storyboard, _ = pipeline.make_plan(pipeline.understand(long_text, request), request)
    plan = from_markdown(to_markdown(storyboard))
    assert [figure.text for figure in plan.left_to_notes] == [figure.text for figure in storyboard.left_to_notes]
    deck = pipeline.build_from_plan(plan, (), Request())
    assert not [f for f in deck.findings if f.severity == "error"]


def test_a_figure_that_nobody_left_out_is_still_missed(long_text):
    deck = built(long_text, detail=Detail.FULL)
    assert deck.storyboard.left_to_notes == ()
    more = long_text + "\n全年新建粮仓77座。"
    found = pipeline.audit(deck.deck, pipeline.understand(more, Request()), Request())
    assert "figure_missing" in {f.code for f in found}


def test_ids_stay_and_the_agenda_still_leads_somewhere(long_text, full):
    less = built(long_text, most_slides=20).storyboard
    ids = [slide.id for slide in less.slides]
    assert len(ids) == len(set(ids))
    known = {slide.id for slide in full.storyboard.slides}
    assert {slide.id for slide in less.slides if isinstance(slide.content, Divider | Chart)} <= known
