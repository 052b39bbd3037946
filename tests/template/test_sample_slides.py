"""Templates whose design lives on sample slides: which slide serves which role, and what no deck may keep of them."""

import io
import itertools
from functools import cache

import pytest
import sample_decks
from pptx import Presentation
from pptx.oxml.ns import qn

from generator.model import LayoutRole, SlotPurpose
from generator.pipeline import Request, TemplateFile
from generator.template import TemplateKind, inspect_template, template_of
from generator.template.sample_slides.choosing import sample_slide_candidate

EXPECTED = {
    "business": (sample_decks.business, sample_decks.BUSINESS_ROLES),
    "party": (sample_decks.party, sample_decks.PARTY_ROLES),
    "listed": (sample_decks.listed, sample_decks.LISTED_ROLES),
    "upright": (sample_decks.upright, sample_decks.UPRIGHT_ROLES),
    "nested": (sample_decks.nested, sample_decks.NESTED_ROLES),
}


@cache
def template(name):
    return EXPECTED[name][0]()


@cache
def diagnosis(name):
    return inspect_template(template(name), f"{name}.pptx")


def deck_on(content, speech, name="模板.pptx"):
    from generator.pipeline import build_from_speech

    return build_from_speech(speech, Request(template=TemplateFile(content, name)), speech.name)


def opened(deck):
    return Presentation(io.BytesIO(deck))


def words(slide):
    return ["".join(t.text or "" for t in p.iter(qn("a:t"))) for p in slide._element.iter(qn("a:p"))]


@pytest.mark.parametrize("name", EXPECTED)
def test_each_role_is_served_by_the_slide_drawn_for_it(name):
    found = diagnosis(name)
    assert found.kind is TemplateKind.SAMPLE_SLIDES
    chosen = {role.value: c.layout.sample_slide for role, c in found.roles.items() if not c.instead}
    for role, numbers in EXPECTED[name][1].items():
        assert chosen.get(role) in numbers, role


@pytest.mark.parametrize("name", EXPECTED)
def test_instructions_and_adverts_serve_no_role(name):
    used = {c.layout.sample_slide for c in diagnosis(name).roles.values()}
    if name == "business":
        assert not used & {1, 17}
    assert None not in used


def test_an_advert_at_the_foot_makes_no_page_an_advert():
    assert diagnosis("party").roles[LayoutRole.COVER].layout.sample_slide == 1


def test_zig_zag_entries_in_groups_with_own_coordinates_are_read_in_order():
    agenda = diagnosis("business").roles[LayoutRole.AGENDA].layout
    heads = [agenda.slot(SlotPurpose.HEAD, unit) for unit in range(4)]
    assert all(heads)
    lefts = [slot.box.left for slot in heads]
    assert lefts == sorted(lefts)
    # On the slide, not in the coordinates of the group: two inches apart or more, inside 13.33 in.
    assert all(0 <= left < 12_192_000 for left in lefts)


def test_entries_in_one_box_are_a_list_and_not_units():
    agenda = diagnosis("listed").roles[LayoutRole.AGENDA].layout
    assert agenda.units == 0
    assert agenda.slot(SlotPurpose.BODY) is not None


def test_a_count_in_the_box_of_its_entry_gets_a_box_of_its_own():
    agenda = diagnosis("party").roles[LayoutRole.AGENDA].layout
    assert agenda.units == 5
    for unit in range(5):
        count, head = agenda.slot(SlotPurpose.NUMERAL, unit), agenda.slot(SlotPurpose.HEAD, unit)
        assert count.index != head.index
        assert count.box.left + count.box.width <= head.box.left + 200_000


def test_lines_that_run_down_have_the_height_of_their_box_for_length():
    head = diagnosis("upright").roles[LayoutRole.AGENDA].layout.slot(SlotPurpose.HEAD, 0)
    assert head.box.width > 2 * head.box.height


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6])
def test_an_agenda_of_five_serves_other_numbers(count):
    made = template_of(inspect_template(template("party"), "party.pptx"))
    layout = next(lay for lay in made.layouts_for(LayoutRole.AGENDA) if lay.units == count)
    tops = [layout.slot(SlotPurpose.HEAD, unit).box.top for unit in range(count)]
    steps = [b - a for a, b in itertools.pairwise(tops)]
    assert max(steps) - min(steps) < 20_000  # spaced evenly
    assert tops[-1] + layout.slot(SlotPurpose.HEAD, count - 1).box.height < 6_858_000
    assert len({layout.slot(SlotPurpose.HEAD, unit).index for unit in range(count)}) == count


def test_a_slide_given_a_role_by_a_person_serves_it():
    presentation = Presentation(io.BytesIO(template("business")))
    candidate = sample_slide_candidate(presentation, LayoutRole.CONTENT, 8)
    assert candidate.confidence == 1.0
    assert candidate.layout.slot(SlotPurpose.BODY)
    assert sample_slide_candidate(presentation, LayoutRole.CONTENT, 99) is None
    assert sample_slide_candidate(presentation, LayoutRole.AGENDA, 16) is None


@pytest.mark.parametrize("name", EXPECTED)
def test_a_deck_is_complete_and_clean(name, township):
    built = deck_on(template(name), township)
    errors = [f for f in built.findings if f.severity == "error"]
    assert not errors
    deck = opened(built.deck)
    shown = [line for slide in deck.slides for line in words(slide)]
    for left in (
        "点击",
        "单击",
        "请输入",
        "输入标题",
        "添加",
        "example-ppt",
        "Click",
        "某某",
        "20XX",
        "汇报人",
        "WORK SUMMARY",
    ):
        assert not [line for line in shown if left in line], left


@pytest.mark.parametrize("name", EXPECTED)
def test_the_validator_finds_nothing(name, township, office_errors):
    assert office_errors(deck_on(template(name), township).deck) == []


def test_the_design_comes_along(township):
    deck = opened(deck_on(template("business"), township).deck)
    cover = deck.slides[0]
    assert cover._element.cSld.find(qn("p:bg")) is not None
    assert sum(shape.shape_type == 13 for shape in cover.shapes) == 1
    divider = next(s for s in deck.slides if s._element.cSld.get("name") == "part-1")
    assert "PART 01" in words(divider)
    second = next(s for s in deck.slides if s._element.cSld.get("name") == "part-2")
    assert "PART 02" in words(second)


def test_labels_stay_and_are_marked_as_decoration(township):
    deck = opened(deck_on(template("business"), township).deck)
    agenda = deck.slides[1]
    label = next(s for s in agenda.shapes if s.has_text_frame and s.text_frame.text == "CONTENTS")
    assert "decorative" in sample_decks.xml_of(agenda)
    assert label._element.find(f".//{qn('a:ext')}") is not None


def test_words_that_stand_on_many_slides_are_the_units_own(township):
    deck = opened(deck_on(template("listed"), township).deck)
    named = [s for s in deck.slides if "青禾县农业农村局" in words(s)]
    assert len(named) > 5


def test_hidden_shapes_links_and_orphans_are_gone(township):
    deck = opened(deck_on(template("business"), township).deck)
    for slide in deck.slides:
        assert not [p for p in slide._element.iter(qn("p:cNvPr")) if p.get("hidden") == "1"]
        assert not [r for r in slide.part.rels.values() if r.is_external]
    names = [str(part.partname) for part in deck.part.package.iter_parts()]
    assert len(names) == len(set(names))
    assert len([n for n in names if n.startswith("/ppt/slides/slide")]) == len(deck.slides)
    assert not [n for n in names if "embeddings" in n and not any("chart" in m for m in names)]


def test_no_dummy_figure_of_the_template_is_shown(township):
    deck = opened(deck_on(template("business"), township).deck)
    for slide in deck.slides:
        assert not {"85%", "1200+", "3.6亿", "系列1", "类别1", "输入文字"} & set(words(slide))
        for shape in slide.shapes:
            if shape.has_chart:
                assert shape.chart.plots[0].series[0].name != "系列1"
                assert shape.chart.part.chart_workbook.xlsx_part is not None


def test_animations_of_shapes_that_went_are_dropped():
    presentation = Presentation(io.BytesIO(template("business")))
    assert presentation.slides[13]._element.find(qn("p:timing")) is not None
    made = template_of(inspect_template(template("business"), "business.pptx"))
    for slide in Presentation(io.BytesIO(made.package)).slides:
        ids = {p.get("id") for p in slide._element.iter(qn("p:cNvPr"))}
        assert {t.get("spid") for t in slide._element.iter(qn("p:spTgt"))} <= ids


def test_agenda_entries_lead_to_their_dividers(township):
    deck = opened(deck_on(template("business"), township).deck)
    links = list(deck.slides[1]._element.iter(qn("a:hlinkClick")))
    assert len(links) == 6  # numeral and head of three parts
    targets = {deck.slides[1].part.rels[c.get(qn("r:id"))].target_part.partname for c in links}
    dividers = {s.part.partname for s in deck.slides if s._element.cSld.get("name", "").startswith("part-")}
    assert targets == dividers


def test_a_cover_with_a_title_alone_gets_a_line_for_unit_and_speaker():
    deck = sample_decks.Deck()
    deck.page("1F3864")
    deck.text("工作总结", 1, 2.2, 11, 1.2, 54, "FFFFFF", "c", True)
    for _ in range(2):
        deck.page("FFFFFF")
        deck.text("请输入标题", 0.8, 0.4, 8, 0.7, 28, bold=True)
        deck.text("\n".join([sample_decks.LOREM] * 4), 0.8, 1.5, 11.7, 5, 16)
    made = template_of(inspect_template(deck.bytes(), "模板.pptx"))
    cover = made.layouts_for(LayoutRole.COVER)[0]
    title, line = cover.slot(SlotPurpose.TITLE), cover.slot(SlotPurpose.SUBTITLE)
    assert line.box.top >= title.box.top + title.box.height
    assert line.size_pt < title.size_pt


def test_a_picture_linked_to_a_file_is_not_taken_along(township):
    presentation = Presentation(io.BytesIO(template("business")))
    slide = presentation.slides[4]
    blip = next(slide._element.iter(qn("a:blip")))
    relation = slide.part.relate_to("file:///C:/Users/x/a.png", blip_type(slide, blip), is_external=True)
    blip.attrib.pop(qn("r:embed"))
    blip.set(qn("r:link"), relation)
    stream = io.BytesIO()
    presentation.save(stream)
    deck = opened(deck_on(stream.getvalue(), township).deck)
    for page in deck.slides:
        assert not [b for b in page._element.iter(qn("a:blip")) if b.get(qn("r:link"))]
        assert not [r for r in page.part.rels.values() if r.is_external]


def blip_type(slide, blip):
    return slide.part.rels[blip.get(qn("r:embed"))].reltype


def test_the_same_deck_twice(township):
    assert deck_on(template("business"), township).deck == deck_on(template("business"), township).deck


def test_more_parts_than_there_is_room_for_go_on_to_a_second_agenda():
    parts = "".join(
        f"{n}、抓好第{n}方面的重点工作\n我们认真落实上级部署，扎实推进各项任务见效。\n" for n in "一二三四五六七八九"
    )
    speech = f"在全县工作推进会上的交流发言\n\n各位领导，同志们：\n现将有关情况汇报如下。\n{parts}谢谢大家！\n"
    from generator.pipeline import build_from_speech

    built = build_from_speech(speech, Request(template=TemplateFile(template("business"), "business.pptx")), "讲稿.txt")
    names = [s._element.cSld.get("name") for s in opened(built.deck).slides]
    assert "agenda" in names
    assert "agenda.2" in names
