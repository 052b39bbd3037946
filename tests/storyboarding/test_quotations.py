"""What is a quotation and what only stands in marks; when a quotation gets a slide of its own, whole and attributed."""

import pytest

from generator import pipeline
from generator.model import Detail, Points, Quotation, Reason
from generator.pipeline import Request
from generator.storyboarding.quoting import quotations

WHOLE = "“江山就是人民，人民就是江山。”"
SPEECH = """青山镇经验交流发言
各位领导：
一、抓学习教育
{first}
二、抓长效管护
健全巡查机制，落实管护责任。定期通报情况，及时整改问题。
"""
OTHERS = "全镇集中学习教育12场，覆盖党员干部860人。建立走访联系群众制度，解决急难愁盼问题96件。"


def found(text):
    return [(quoted.source.of(text), quoted.words.of(text)) for quoted in quotations(text)]


@pytest.mark.parametrize(
    ("lead_in", "source"),
    [
        ("习近平总书记强调：", "习近平总书记"),
        ("习近平总书记指出，", "习近平总书记"),
        ("正如习近平总书记所指出的那样：", "习近平总书记"),
        ("今年3月，习近平总书记在江苏考察时强调：", "习近平总书记在江苏考察时"),
        ("今年3月，习近平总书记在江苏考察时，反复强调：", "习近平总书记在江苏考察时"),
        ("有位老党员说：", "有位老党员"),
        ("住在3栋的张大爷激动地跟我说：", "住在3栋的张大爷"),
        ("俗话说：", "俗话"),
        ("县委书记多次要求：", "县委书记"),
    ],
)
def test_who_says_it_is_told_in_the_words_of_the_speech(lead_in, source):
    assert found(f"{lead_in}{WHOLE}我们要牢记。") == [(source, WHOLE)]


@pytest.mark.parametrize(
    "text",
    [
        "注重“三维度”学思践悟，在入心入脑上下功夫。",  # a term
        "全镇上下叫响“马上就办、真抓实干、紧跟快上”的口号。",  # a slogan, and the sentence goes on
        "践行习近平总书记“大兴务实之风、弘扬清廉之风、养成俭朴之风”的要求。",  # what a demand is called
        "县委提出：“马上就办”。",  # too short to be a sentence
        "会议强调：“学习教育、调查研究、检视问题、整改落实”贯穿始终。",  # a part of its sentence
        "我的态度是：“要坚决减、科学减，特别是义务教育阶段要减。”",  # the speaker's own words
        "我在会上讲过：“谁家的孩子谁抱走，谁的问题谁负责。”",
        "我们常说“金杯银杯不如老百姓的口碑”。",  # no mark before it: a phrase of the sentence
        "以“永昌发展我献策、攻坚克难我冲锋、绿美保山我有责”等活动为载体。",
        "习近平总书记强调：“江山就是人民，人民就是江山。",  # never closed
    ],
)
def test_marks_alone_make_no_quotation(text):
    assert found(text) == []


def test_a_quotation_of_several_sentences_is_one():
    text = "他说：“路修好了。灯也亮了。日子有奔头。”大家都笑了。"
    assert [words for _, words in found(text.replace("他说", "老支书说"))] == ["“路修好了。灯也亮了。日子有奔头。”"]


def slides(first, detail=Detail.FULL):
    request = Request(detail=detail)
    return pipeline.make_plan(pipeline.understand(SPEECH.format(first=first), request), request)[0].slides


def quotation_slides(first):
    return [slide for slide in slides(first) if isinstance(slide.content, Quotation)]


def test_a_quotation_beside_two_points_has_a_slide_and_they_have_theirs():
    told = [slide for slide in slides(f"习近平总书记强调：{WHOLE}{OTHERS}") if slide.id.startswith("point-1")]
    assert [type(slide.content) for slide in told] == [Quotation, Points]
    quotation, points = told
    assert quotation.why is Reason.QUOTED
    assert (quotation.content.words.text, quotation.content.source.text) == (WHOLE, "习近平总书记")
    assert not quotation.content.continued
    assert points.content.continued
    assert len(points.content.points) >= 2
    assert WHOLE in "".join(note.text for note in quotation.notes)
    assert WHOLE not in "".join(point.words.text for point in points.content.points)


def test_what_is_said_before_a_quotation_keeps_its_slide_before_it():
    told = [slide for slide in slides(f"{OTHERS}习近平总书记强调：{WHOLE}") if slide.id.startswith("point-1")]
    assert [type(slide.content) for slide in told] == [Points, Quotation]
    assert told[1].content.continued


def test_beside_one_other_point_it_stays_among_the_points():
    assert quotation_slides(f"习近平总书记强调：{WHOLE}全镇集中学习教育12场，覆盖党员干部860人。") == []


def test_a_quotation_alone_fills_its_sub_point():
    (slide,) = quotation_slides(f"习近平总书记强调：{WHOLE}")
    assert slide.id == "point-1"


def test_a_term_in_marks_changes_nothing():
    assert quotation_slides(f"注重“三维度”学思践悟。{OTHERS}") == []


def test_a_speech_full_of_quotations_shows_the_weightiest():
    said = [f"村民李{n}说：“村里的第{n}条路修到了家门口，出行方便多了。”{OTHERS}" for n in "一二三四五六"]
    items = "\n".join(f"（{n}）抓好第{n}件事。{words}" for n, words in zip("一二三四五六", said, strict=True))
    leader = f"（七）抓好学习。习近平总书记强调：{WHOLE}{OTHERS}"
    shown = quotation_slides(f"\n{items}\n{leader}")
    assert len(shown) == 4
    assert shown[-1].content.source.text == "习近平总书记"


def test_among_the_points_it_is_whole_with_who_says_it():
    shown = slides(f"习近平总书记强调：{WHOLE}全镇集中学习教育12场，覆盖党员干部860人。")
    (points,) = [slide.content.points for slide in shown if slide.id == "point-1"]
    assert points[0].words.text == f"习近平总书记强调：{WHOLE}"
    assert points[0].words.text[: points[0].lead].startswith("习近平总书记")
    assert len(points) == 2


def test_short_sub_points_get_slides_where_one_of_them_asks_for_a_shape():
    items = (
        "\n（一）听群众怎么说。召开屋场会64场，收集意见建议318条。建立村民议事会，按月商议村中大事。"
        "\n（二）看干部怎么干。党员认领责任区38个，带头整治房前屋后。全村义务投工2100余个，节约资金46万元。"
        "{said}"
    )
    folded = slides(items.format(said=""))
    assert not any(slide.id == "point-1-2" for slide in folded)
    apart = slides(items.format(said="老支书周长河说：“干部把袖子挽起来，群众的心就热起来了。”"))
    assert [type(slide.content) for slide in apart if slide.id.startswith("point-1-2")] == [Points, Quotation]
