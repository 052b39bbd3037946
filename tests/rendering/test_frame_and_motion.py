"""What stands around every slide and how it moves, as the saved file has it."""

import io
from pathlib import Path

import pptx
import pytest
from pptx.oxml.ns import qn

from generator.api import build, render
from generator.model import Occasion, Ratio, Severity, Transition
from generator.pipeline import Request
from generator.storyboarding import from_json, from_markdown, to_json, to_markdown
from generator.template import look_names

SEEDS = Path(__file__).parents[2] / "seeds"
MEETING = Occasion(unit="青禾镇人民政府", meeting="全县农村人居环境整治推进会")
FOOTER = "青禾镇人民政府 · 全县农村人居环境整治推进会"
EDGES = {"sldNum": "number", "ftr": "footer"}


def slides_of(deck):
    return list(pptx.Presentation(io.BytesIO(deck)).slides)


def edges(slide):
    """Number and footer of a slide as they read."""
    found = {}
    for shape in slide.placeholders:
        kind = shape._element.ph.get("type")
        if kind in EDGES:
            found[EDGES[kind]] = "".join(text.text or "" for text in shape._element.iter(qn("a:t")))
    return found


def bars(slide):
    return [shape for shape in slide.shapes if shape.name.startswith("进度线")]


@pytest.fixture(scope="module")
def built():
    return build(SEEDS / "report.txt", Request(occasion=MEETING, animate=True))


def test_number_total_and_footer_stand_on_every_content_slide(built):
    slides = slides_of(built.deck)
    framed = [number for number, slide in enumerate(slides, 1) if edges(slide)]
    assert len(framed) > len(slides) / 2
    for number in framed:
        assert edges(slides[number - 1]) == {"number": f"{number} / {len(slides)}", "footer": FOOTER}


def test_cover_and_closing_stay_clean(built):
    slides = slides_of(built.deck)
    for slide in (slides[0], slides[-1]):
        assert edges(slide) == {}
        assert bars(slide) == []


def test_the_number_is_still_a_field(built):
    slide = next(slide for slide in slides_of(built.deck) if edges(slide))
    assert [field.get("type") for field in slide._element.iter(qn("a:fld"))] == ["slidenum"]


def test_the_line_of_progress_grows_and_is_decoration(built):
    slides = [slide for slide in slides_of(built.deck) if bars(slide)]
    widths = [bars(slide)[1].width for slide in slides]
    assert widths == sorted(set(widths))
    for slide in slides:
        whole, done = bars(slide)
        assert (whole.left, whole.top, whole.height) == (done.left, done.top, done.height)
        assert done.width <= whole.width
        for bar in (whole, done):
            assert bar._element.xpath('.//*[local-name()="decorative"]/@val') == ["1"]
            assert not bar._element.xpath(".//a:srgbClr")


def test_nothing_is_given_and_nothing_stands_in_the_footer():
    slides = slides_of(build(SEEDS / "short.txt").deck)
    assert all("footer" not in edges(slide) for slide in slides)


def test_a_line_too_long_for_the_footer_gives_up_the_unit():
    meeting = "关于深入推进全县农村人居环境整治提升与乡村建设行动现场观摩暨经验交流会"
    deck = build(
        SEEDS / "short.txt", Request(occasion=Occasion(unit="青禾镇人民政府", meeting=meeting), ratio=Ratio.STANDARD)
    )
    footers = {edges(slide)["footer"] for slide in slides_of(deck.deck) if edges(slide)}
    assert footers == {meeting}


def test_the_meeting_travels_with_the_plan(built):
    storyboard = built.storyboard
    assert from_json(to_json(storyboard)).meeting == MEETING.meeting
    assert from_markdown(to_markdown(storyboard)).meeting == MEETING.meeting
    again = slides_of(render(from_json(to_json(storyboard))))
    assert {edges(slide)["footer"] for slide in again if edges(slide)} == {FOOTER}


def test_breadcrumbs_mark_the_part_and_lead_to_it(built):
    marked = 0
    for slide in slides_of(built.deck):
        for shape in slide.placeholders:
            runs = (
                [run for paragraph in shape.text_frame.paragraphs for run in paragraph.runs]
                if shape.has_text_frame
                else []
            )
            if "｜" in "".join(run.text for run in runs):
                marked += 1
                assert [run.font.bold for run in runs].count(True) == 1
                assert shape.click_action.target_slide is not None
    assert marked > 5


@pytest.mark.parametrize("transition", list(Transition))
def test_slides_fade_or_do_not(transition):
    slides = slides_of(build(SEEDS / "short.txt", Request(transition=transition)).deck)
    fading = [len(slide._element.xpath("./p:transition/p:fade")) for slide in slides]
    assert set(fading) == ({1} if transition is Transition.FADE else {0})


def test_points_appear_one_by_one_and_only_when_asked(built):
    timed = [slide for slide in slides_of(built.deck) if slide._element.find(qn("p:timing")) is not None]
    assert timed
    for slide in timed:
        identities = {str(shape.shape_id) for shape in slide.shapes}
        targets = {target.get("spid") for target in slide._element.iter(qn("p:spTgt"))}
        assert targets <= identities
        numbers = [node.get("id") for node in slide._element.iter(qn("p:cTn"))]
        assert len(numbers) == len(set(numbers))
    still = slides_of(build(SEEDS / "short.txt").deck)
    assert all(slide._element.find(qn("p:timing")) is None for slide in still)


def test_every_paragraph_of_points_has_a_click(built):
    slide = next(s for s in slides_of(built.deck) if s._element.xpath(".//p:bldP[@build='p']"))
    shape = next(s for s in slide.shapes if str(s.shape_id) == slide._element.xpath(".//p:bldP/@spid")[0])
    clicks = slide._element.xpath(".//p:cTn[@nodeType='clickEffect']")
    assert len(clicks) == len(shape.text_frame.paragraphs)


@pytest.mark.parametrize("look", look_names())
def test_a_moving_deck_of_every_look_is_valid(look, office_errors):
    request = Request(occasion=MEETING, look=look, ratio=Ratio.STANDARD, animate=True)
    assert office_errors(build(SEEDS / "report.txt", request).deck) == []


@pytest.mark.parametrize(
    "occasion",
    [
        Occasion(),
        Occasion(unit="青禾镇人民政府"),
        Occasion(speaker="陈立新", unit="青禾镇人民政府", date="2024年3月", meeting="会"),
    ],
)
def test_a_cover_takes_a_title_of_forty_characters_and_whatever_is_given(occasion):
    title = "关于深入学习运用先进经验全面提升农村人居环境整治水平推动乡村建设再上新台阶的发言"
    for look in look_names():
        for ratio in Ratio:
            text = f"{title}\n\n同志们：\n\n我镇坚持一件一件抓落实，全年办结30件。"
            found = build(text, Request(occasion=occasion, look=look, ratio=ratio))
            assert [f.code for f in found.findings if f.severity is not Severity.INFO] == []
            lines = slides_of(found.deck)[0].shapes.title.text_frame.text.replace("\v", "\n").split("\n")
            assert 1 < len(lines) <= 3
            assert min(map(len, lines)) > 4
