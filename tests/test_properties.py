"""Whatever is handed in, a deck comes out that lost and changed nothing, or one error that says why not."""

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation
from strategies import damaged, manuscripts

import generator
from generator.errors import GeneratorError
from generator.model import Content, Points, Severity

SEEDS = Path(__file__).parent.parent / "seeds"
TEXTS = {name: (SEEDS / f"{name}.txt").read_text(encoding="utf-8") for name in ("township", "report", "enterprise")}


def words_only(text):
    """The characters that are spoken: no white space, and nothing that XML cannot hold."""
    return "".join(c for c in text if not c.isspace() and c.isprintable())


def built_or_refused(source):
    try:
        return generator.build(source)
    except GeneratorError as error:
        told = error
    assert told.code
    assert told.message
    assert told.hint
    return None


def hold(text):
    """All that has to hold for any manuscript; gives what was built."""
    built = built_or_refused(text)
    if built is None:
        return None
    presentation = Presentation(io.BytesIO(built.deck))
    slides = list(presentation.slides)
    assert len(slides) == built.slides
    manuscript = generator.read(text)
    notes = "".join(slide.notes_slide.notes_text_frame.text for slide in slides if slide.has_notes_slide)
    assert words_only(notes) == words_only(manuscript.words)
    for slide in built.storyboard.slides:
        for point in points(slide.content):
            assert point.words.text == "".join(span.of(manuscript.text) for span in point.words.spans)
            assert all(point.sentence.contains(span) for span in point.words.spans)
    return built


def points(content: Content):
    return content.points if isinstance(content, Points) else ()


@settings(max_examples=30)
@given(manuscripts(soiled=False))
def test_manuscripts_of_any_structure(text):
    """Nonsense may be told badly, and then the check says so; nothing of it is lost, and it is told alike again."""
    built = hold(text)
    assert built is None or generator.build(text).deck == built.deck


ONCE_AN_ERROR = {
    "a title that is a heading elsewhere": "切实推进供水。\n## 切实推进供水。",
    "two headings alike under no title": "尊敬的XX领导：\n\n（一）切实推进供水。\n（二）切实推进供水。",
    "a part of nothing but its heading": "在供水工作会议上的讲话\n（1）全面整治产业，\n扎实打造服务企业。\n"
    "（2）不断完善人才。\n建成班子！\n（3）切实落实环境：\n加强企业供水、完善治理。",
    "a number where a borrowed name ends": "不断建成园区约164,549户、进一步盘活道路突破2306场次、着力组织河道治理\n"
    "二要深入盘活群众。\n三要充分加强河道群众。",
}


@pytest.mark.parametrize("text", ONCE_AN_ERROR.values(), ids=ONCE_AN_ERROR)
def test_what_was_once_told_as_an_error(text):
    built = hold(text)
    assert built is not None
    assert [finding for finding in built.findings if finding.severity is Severity.ERROR] == []


@settings(max_examples=30)
@given(manuscripts())
def test_soiled_manuscripts(text):
    """A mark inside a number may cost that number its place on a slide, and then the check says so."""
    built = hold(text)
    assert built is None or generator.build(text).deck == built.deck


@pytest.mark.parametrize("name", TEXTS)
@settings(max_examples=5)
@given(data=st.data())
def test_damaged_manuscripts(name, data):
    hold(data.draw(damaged(TEXTS[name])))


@settings(max_examples=40)
@given(st.text(max_size=400))
def test_any_text(text):
    hold(text)


@settings(max_examples=60)
@given(st.binary(max_size=300))
def test_any_bytes(content):
    built_or_refused(content)


@settings(max_examples=8)
@given(st.sampled_from(sorted(TEXTS)), st.sampled_from(["gb18030", "utf-16", "utf-8-sig", "big5"]))
def test_the_encoding_changes_nothing(name, encoding):
    text = (
        TEXTS[name]
        if encoding != "big5"
        else "各位朋友：\n今天天氣晴朗，大家上午好！我代表社區向大家問好。\n謝謝大家！\n"
    )
    expected, found = generator.build(text), generator.build(text.encode(encoding))
    assert [slide.content for slide in found.storyboard.slides] == [
        slide.content for slide in expected.storyboard.slides
    ]


@settings(max_examples=10)
@given(st.sampled_from(sorted(TEXTS)), st.integers(0, 3000))
def test_a_speech_that_breaks_off(name, length):
    hold(TEXTS[name][:length])
