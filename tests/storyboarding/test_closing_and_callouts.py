"""The words of the last slide, and the figures that stand out."""

from dataclasses import replace

import pytest
from storyboard_speeches import briefs_of, figure_of, manuscript_of, node, outline_of

from generator.language import sentences
from generator.model import Briefs, Closing, Excerpt, FigureKind, Label, Ledger, Role, Span
from generator.settings import StoryboardSettings
from generator.storyboarding import make_storyboard
from generator.tallying import find_figures


def closing_of(words):
    text = f"汇报\n一是抓学习。每月一次。人人发言。二是抓整改。逐条销号。定期回访。\n{words}"
    nodes = [
        node(Role.BODY, "抓学习", marker="一是"),
        node(Role.BODY, "抓整改", marker="二是"),
        node(Role.CLOSING, starts=words[:6]),
    ]
    outline = outline_of(manuscript_of(text), "汇报", nodes)
    last = make_storyboard(outline, briefs_of(outline), Ledger(()))[0].slides[-1]
    assert isinstance(last.content, Closing)
    assert last.notes[0].text == words.split("\n")[0]
    return last.content.title.text


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("我的发言完毕，有不妥之处敬请批评指正。", "敬请批评指正"),
        ("以上汇报，如有不当，恳请各位领导、同志们批评指正！谢谢大家！", "恳请各位领导、同志们批评指正"),
        ("以上报告，请予审议。", "请予审议"),
        ("我的汇报完了，谢谢大家！", "谢谢大家"),
        ("发言到此结束，感谢各位领导的聆听。", "感谢各位领导的聆听"),
        ("预祝大会圆满成功，祝大家身体健康、阖家幸福！", "祝大家身体健康、阖家幸福"),
        ("以上就是我的体会，谢谢大家，祝大家新年快乐！", "祝大家新年快乐"),
        ("让我们携手并进，共创未来！", Label.CLOSING_SLIDE),
        ("明天会更好！", "明天会更好"),
    ],
)
def test_the_courtesy_that_closes_a_speech(words, shown):
    assert closing_of(words) == shown


@pytest.mark.parametrize(
    "words",
    [
        "请各单位按照会议要求抓好落实，确保各项任务按期完成。",  # asks for work
        "感谢组织的培养，我将继续努力工作，不负期望。",  # looks back, and goes on
        "我们要更加紧密地团结起来，为实现目标而努力奋斗，再立新功。",
    ],
)
def test_what_is_no_courtesy_is_not_shown(words):
    assert closing_of(words) == Label.CLOSING_SLIDE


def test_closing_words_in_the_middle_make_no_slide():
    text = "汇报\n一是抓学习。每月一次。人人发言。谢谢大家。二是抓整改。逐条销号。定期回访。"
    nodes = [
        node(Role.BODY, "抓学习", marker="一是"),
        node(Role.CLOSING, starts="谢谢大家"),
        node(Role.BODY, "抓整改", marker="二是"),
    ]
    outline = outline_of(manuscript_of(text), "汇报", nodes)
    storyboard, _ = make_storyboard(outline, briefs_of(outline), Ledger(()))
    assert [s.id for s in storyboard.slides] == ["cover", "agenda", "point-1", "point-2", "closing"]
    assert storyboard.slides[2].notes[0].text.endswith("谢谢大家。")


def test_the_signature_is_spoken_to_the_last_slide_and_not_shown():
    text = "汇报\n一是抓学习。每月一次。人人发言。\n请批评指正。\n清河镇党委"
    nodes = [node(Role.BODY, "抓学习", marker="一是"), node(Role.CLOSING, starts="请批评")]
    outline = outline_of(manuscript_of(text), "汇报", nodes)
    at = text.index("清河镇")
    outline = replace(outline, signature=Span(at, len(text)))
    last = make_storyboard(outline, briefs_of(outline), Ledger(()))[0].slides[-1]
    assert last.content.title.text == "请批评指正"
    assert [paragraph.text for paragraph in last.notes] == ["请批评指正。", "清河镇党委"]


class TestCallouts:
    def chosen(self, body, figures, title="抓学习", **settings):
        """The surfaces that stand out on the slide of a sub-point whose text is `body`."""
        text = f"汇报\n一是{title}。{body}二是抓整改。逐条销号。"
        nodes = [node(Role.BODY, title, marker="一是"), node(Role.BODY, "抓整改", marker="二是")]
        outline = outline_of(manuscript_of(text), "汇报", nodes)
        ledger = Ledger(tuple(figure_of(outline, *figure) for figure in figures))
        storyboard, _ = make_storyboard(outline, briefs_of(outline), ledger, settings=StoryboardSettings(**settings))
        slide = next(s for s in storyboard.slides if s.id == "point-1")
        return [callout.quantity.surface for callout in slide.content.callouts]

    def test_a_change_goes_before_an_activity_however_small(self):
        body = "每年举办培训9000场。满意率提高5个百分点。"
        figures = [("9000场", "9000", "场", "举办培训"), ("5个百分点", "5", "个百分点", "满意率")]
        assert self.chosen(body, figures, callouts_a_slide=1) == ["5个百分点"]

    def test_what_came_of_it_goes_before_who_acted(self):
        body = "486名党员走进村组联系群众3590户。"
        figures = [("486名", "486", "名", "党员"), ("3590户", "3590", "户", "联系群众")]
        assert self.chosen(body, figures, callouts_a_slide=1) == ["3590户"]

    def test_units_that_differ_go_before_the_same_again(self):
        body = "完成清单56件，另有清单6件，走访1200人次。"
        figures = [
            ("56件", "56", "件", "完成清单"),
            ("6件", "6", "件", "另有清单", FigureKind.QUANTITY, "另有"),
            ("1200人次", "1200", "人次", "走访"),
        ]
        assert self.chosen(body, figures, callouts_a_slide=2) == ["56件", "1200人次"]

    def test_they_stand_in_the_order_of_the_text(self):
        body = "开展活动12次。收入增长8%。"
        figures = [("12次", "12", "次", "开展活动"), ("8%", "8", "%", "收入", FigureKind.PERCENT)]
        assert self.chosen(body, figures) == ["12次", "8%"]

    def test_no_label_no_callout(self):
        assert self.chosen("开展活动12次。收效好。", [("12次", "12", "次", "")]) == []

    def test_a_label_too_long_for_a_caption_stays_in_the_table(self):
        label = "全镇范围内面向各村党员干部和群众代表组织开展的各类活动"
        assert self.chosen(f"{label}12次。收效好。", [("12次", "12", "次", label)]) == []

    def test_what_a_change_left_behind_does_not_stand_out(self):
        text = "汇报\n一是抓效益。平均毛利率由7.6%提升到9.2%。二是抓整改。逐条销号。"
        nodes = [node(Role.BODY, "抓效益", marker="一是"), node(Role.BODY, "抓整改", marker="二是")]
        outline = outline_of(manuscript_of(text), "汇报", nodes)
        ledger, _ = find_figures(outline)
        storyboard, _ = make_storyboard(outline, briefs_of(outline), ledger)
        slide = next(s for s in storyboard.slides if s.id == "point-1")
        assert [callout.quantity.surface for callout in slide.content.callouts] == ["9.2%"]

    def test_none_when_the_settings_say_so(self):
        assert self.chosen("开展活动12次。收效好。", [("12次", "12", "次", "开展活动")], callouts_a_slide=0) == []


def test_a_title_of_the_brief_heads_an_untitled_section():
    text = "致辞\n一扇门是小家，一条巷是大家。楼道亮了。墙角开花了。"
    outline = outline_of(manuscript_of(text), "致辞", [node(Role.BODY, starts="一扇门")])
    briefs = briefs_of(outline, titles={"1": "一条巷是大家"})
    slide = make_storyboard(outline, briefs, Ledger(()))[0].slides[1]
    assert slide.content.title.text == "一条巷是大家"
    assert len(slide.content.points) == 3


def test_neighbouring_paragraphs_without_heading_share_a_slide():
    text = "致辞\n春天来了。\n花都开了。\n大家都来看花了。\n"
    nodes = [node(Role.BODY, starts=words) for words in ("春天", "花都", "大家")]
    outline = outline_of(manuscript_of(text), "致辞", nodes)
    slides = make_storyboard(outline, briefs_of(outline), Ledger(()))[0].slides
    assert [s.id for s in slides] == ["cover", "paragraph-1"]
    assert [p.words.text for p in slides[1].content.points] == ["花都开了", "大家都来看花了"]


def test_an_opening_with_a_heading_gets_a_slide_before_the_first_part():
    text = "汇报\n基本情况\n全镇有十个村。人口三万。\n一是抓学习。每月一次。人人发言。二是抓整改。逐条销号。定期回访。"
    nodes = [
        node(Role.OPENING, "基本情况"),
        node(Role.BODY, "抓学习", marker="一是"),
        node(Role.BODY, "抓整改", marker="二是"),
    ]
    outline = outline_of(manuscript_of(text), "汇报", nodes)
    slides = make_storyboard(outline, briefs_of(outline), Ledger(()))[0].slides
    assert [s.id for s in slides][:3] == ["cover", "agenda", "opening"]
    assert slides[2].content.title.text == "基本情况"
    assert slides[1].notes == ()


def test_sub_points_under_no_part_have_their_slides():
    text = "汇报\n说明如下。第一小点。先学一步。再学一步。第二小点。先改一步。再改一步。"
    nodes = [node(Role.BODY, None, node(Role.BODY, "第一小点"), node(Role.BODY, "第二小点"), starts="说明如下")]
    outline = outline_of(manuscript_of(text), "汇报", nodes)
    slides = make_storyboard(outline, briefs_of(outline), Ledger(()))[0].slides
    assert [s.id for s in slides] == ["cover", "passage-1", "passage-2"]
    assert slides[0].notes[-1].text == "说明如下。"


def test_cards_have_heads_all_or_none():
    text = "汇报\n一是抓学习。每月一次。人人发言。下一步，再加力。一是建强队伍提高素质。二是打通壁垒。汇聚数据。"
    nodes = [
        node(Role.BODY, "抓学习", marker="一是"),
        node(
            Role.NEXT_STEPS,
            "下一步，再加力",
            node(Role.NEXT_STEPS, "建强队伍提高素质", marker="一是"),
            node(Role.NEXT_STEPS, "打通壁垒", marker="二是"),
        ),
    ]
    outline = outline_of(manuscript_of(text), "汇报", nodes)
    slides = make_storyboard(outline, briefs_of(outline), Ledger(()))[0].slides
    cards = next(s for s in slides if s.id == "next-steps").content.cards
    assert [(card.head, [line.text for line in card.body]) for card in cards] == [
        (None, ["建强队伍提高素质"]),
        (None, ["打通壁垒", "汇聚数据"]),
    ]


def test_sentences_are_never_torn_between_two_slides():
    text = "汇报\n一是抓学习。" + "每月学一次，人人都发言。" * 7 + "二是抓整改。逐条销号。"
    nodes = [node(Role.BODY, "抓学习", marker="一是"), node(Role.BODY, "抓整改", marker="二是")]
    outline = outline_of(manuscript_of(text), "汇报", nodes)
    storyboard, _ = make_storyboard(outline, briefs_of(outline), Ledger(()))
    whole = {span.of(text) for span in sentences(text)}
    for slide in storyboard.slides:
        for paragraph in slide.notes:
            pieces = [span.of(paragraph.text) for span in sentences(paragraph.text)]
            assert all(piece in {words.strip() for words in whole} for piece in pieces)
    assert Excerpt("") not in [p for s in storyboard.slides for p in s.notes]


def test_a_section_that_no_slide_tells_is_named():
    text = "汇报\n一是抓学习。每月一次。人人发言。但也存在一些问题，如学得不深、用得不够。谢谢大家。"
    nodes = [
        node(Role.BODY, "抓学习", marker="一是"),
        node(Role.PROBLEMS, "但也存在一些问题"),
        node(Role.CLOSING, starts="谢谢大家"),
    ]
    outline = outline_of(manuscript_of(text), "汇报", nodes)
    briefs = briefs_of(outline)
    silent = Briefs({key: brief for key, brief in briefs.by_section.items() if key != "2"})
    assert make_storyboard(outline, briefs, Ledger(()))[1] == ()
    storyboard, findings = make_storyboard(outline, silent, Ledger(()))
    assert [found.code for found in findings] == ["section_untold"]
    assert "但也存在一些问题" in findings[0].message
    assert "学得不深" in "".join(p.text for s in storyboard.slides for p in s.notes)
