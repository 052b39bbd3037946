"""Not more than three neighbours of one kind where the words of one of them fit another shape."""

from functools import cache

from generator.condensing import condense
from generator.model import BigNumbers, Card, Cards, Excerpt, Point, Points, Reason, Span
from generator.outlining import find_outline
from generator.reading import read_manuscript
from generator.settings import StoryboardSettings
from generator.storyboarding.callouts import callout
from generator.storyboarding.material import Material
from generator.storyboarding.notes import Draft
from generator.storyboarding.turning import kind_of
from generator.storyboarding.variety import another_shape, are_parallel, varied
from generator.tallying import find_figures

SPEECH = """工作汇报
各位领导：
一、抓发展
全年完成投资2.6亿元，同比增长12.5%。共有25项工作。
"""


@cache
def material():
    manuscript, _ = read_manuscript(SPEECH)
    outline, _ = find_outline(manuscript)
    ledger, _ = find_figures(outline)
    briefs, _ = condense(outline, ledger)
    return Material(outline, briefs, ledger, StoryboardSettings())


def points(*texts, figures=(), one_sentence=False):
    told = tuple(Point(Excerpt(text), Span(0, 1) if one_sentence else Span(n, n + 1)) for n, text in enumerate(texts))
    callouts = tuple(callout(figure) for figure in material().ledger.figures if figure.text in figures)
    assert len(callouts) == len(figures)
    return Points(Excerpt("抓发展"), told, callouts)


PLAIN = points("一段很长的话把前因后果都讲清楚了而且说了许多细节所以不宜拆开", "短句")
PARALLEL = points("健全学习制度，压实学习责任", "完善巡查机制，抓实日常巡查", "强化结果运用，严格考核奖惩")
FIGURED = points("集中学习三场", "覆盖党员干部", figures=("2.6亿元", "12.5%"))
CARDS = Cards(Excerpt("抓学习"), tuple(Card(Excerpt(head), (Excerpt("内容"),)) for head in "甲乙丙"))


def kinds(contents):
    drafts = [Draft(f"slide-{n}", content, "part-1", n) for n, content in enumerate(contents)]
    shown = varied(material(), drafts)
    assert [(draft.id, draft.starts_at) for draft in shown] == [(draft.id, draft.starts_at) for draft in drafts]
    return [kind_of(draft.content) for draft in shown]


def test_three_neighbours_are_left_alone():
    assert kinds([FIGURED] * 3) == ["points"] * 3


def test_the_fourth_takes_the_shape_that_its_words_offer():
    assert kinds([FIGURED] * 4) == ["points", "points", "points", "numbers"]
    assert kinds([PARALLEL] * 4) == ["points", "points", "points", "cards"]


def test_the_best_of_those_that_would_break_the_run_is_taken():
    assert kinds([PLAIN, PLAIN, FIGURED, PARALLEL]) == ["points", "points", "numbers", "points"]
    assert kinds([PLAIN, PARALLEL, PLAIN, PLAIN]) == ["points", "cards", "points", "points"]
    assert kinds([PARALLEL, PLAIN, PLAIN, PLAIN]) == ["cards", "points", "points", "points"]


def test_a_run_that_offers_nothing_stays():
    assert kinds([PLAIN] * 6) == ["points"] * 6


def test_a_long_run_is_broken_again_and_again():
    shown = kinds([FIGURED] * 11)
    assert shown == (["points"] * 3 + ["numbers"]) * 2 + ["points"] * 3


def test_another_kind_between_them_ends_a_run():
    assert kinds([FIGURED] * 3 + [CARDS] + [FIGURED] * 3) == ["points"] * 3 + ["cards"] + ["points"] * 3


def test_cards_become_a_list():
    assert kinds([CARDS] * 5) == ["cards", "cards", "cards", "points", "cards"]


def test_steps_stay_steps():
    steps = Cards(CARDS.title, CARDS.cards, steps=True)
    assert kinds([steps] * 5) == ["steps"] * 5


def test_nothing_is_lost_and_the_reason_is_told():
    alternative = another_shape(material(), Draft("slide", FIGURED))
    assert isinstance(alternative.content, BigNumbers)
    assert alternative.why is Reason.NUMBERS_FIRST
    assert (alternative.content.points, alternative.content.callouts) == (FIGURED.points, FIGURED.callouts)
    alternative = another_shape(material(), Draft("slide", PARALLEL))
    assert alternative.why is Reason.IN_CARDS
    assert [card.body[0] for card in alternative.content.cards] == [point.words for point in PARALLEL.points]


def test_what_are_things_of_one_rank():
    texts = [point.words.text for point in PARALLEL.points]
    assert are_parallel(PARALLEL)
    assert not are_parallel(points(*texts, one_sentence=True))
    assert not are_parallel(points(*texts[:2]))
    assert not are_parallel(points(*texts[:2], "说到底，不是设备不行，而是规矩没有立住"))
    assert not are_parallel(points(*texts[:2], "健全制度"))


def test_a_figure_that_tells_little_is_not_set_over_its_points():
    assert another_shape(material(), Draft("slide", points("集中学习三场", "覆盖党员干部", figures=("25项",)))) is None


def test_many_long_points_keep_their_figures_beside_them():
    long = "组织镇村干部沿河看水、进村看路、入户看厕，把问题写在纸上、标在图上、记在心里"
    assert another_shape(material(), Draft("slide", points(*[long] * 5, figures=("2.6亿元", "12.5%")))) is None


def test_the_plan_says_it_in_chinese():
    assert all("一" <= reason.value[0] <= "鿿" for reason in Reason)
