import io
import zipfile

import pytest
from pptx import Presentation

from generator.checking import trace
from generator.errors import OutputError
from generator.model import Span
from generator.pipeline import Request, audit, build_from_speech, understand
from generator.proving import from_xml, prove, to_xml

SPEECH = """在全县供水工作会上的发言
各位领导：
下面我作简要汇报。
一、抓工程建设
完善管网。全年改造管网41.6公里，新增用水户1200余户。
提升水质。全年检测水样320份，合格率达到98.5%。
二、抓优质服务
上门服务。全年上门维修560次，群众满意度持续提高。
我的发言完毕，谢谢大家。
"""


@pytest.fixture(scope="module")
def understood():
    return understand(SPEECH, Request(), "发言.txt")


@pytest.fixture(scope="module")
def built():
    return build_from_speech(SPEECH, Request(), "发言.txt")


def codes(deck, understood):
    return {finding.code for finding in audit(deck, understood, Request())}


def edited(deck, change):
    presentation = Presentation(io.BytesIO(deck))
    change(presentation)
    stream = io.BytesIO()
    presentation.save(stream)
    return stream.getvalue()


def with_record(deck, change):
    """The deck with another record of its origins."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(deck)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content.decode()).encode() if name.startswith("customXml/item1") else content)
    return stream.getvalue()


def test_the_proof_spells_every_text_from_the_speech(built, understood):
    proof = prove(built.storyboard, understood.manuscript)
    texts = [text for slide in proof.slides for text in slide.texts]
    assert len(texts) > 20
    for text in texts:
        assert "".join(span.of(SPEECH) for span in text.spans) == text.words
        sentence = proof.sentences[text.sentence]
        assert sentence.span.contains(Span(text.spans[0].start, text.spans[0].start + 1))


def test_the_proof_goes_through_xml_unchanged(built, understood):
    proof = prove(built.storyboard, understood.manuscript)
    assert from_xml(to_xml(proof)) == proof


@pytest.mark.parametrize("content", [b"", b"<a/>", b"<proof", b'<proof xmlns="urn:speechdeck:proof:1"/>', b"\x00"])
def test_what_is_no_proof_is_none(content):
    assert from_xml(content) is None


def test_a_fresh_deck_carries_a_proof_that_holds(built, understood):
    assert codes(built.deck, understood) == set()


def test_a_deck_made_of_an_older_speech_says_so(built):
    newer = understand(SPEECH.replace("谢谢大家", "谢谢各位"), Request(), "发言.txt")
    assert "speech_differs" in codes(built.deck, newer)


def test_a_point_changed_by_hand_is_told(built, understood):
    def shorten(presentation):
        for slide in presentation.slides:
            for shape in slide.placeholders:
                if shape.has_text_frame and shape.text_frame.text == "抓优质服务":
                    shape.text_frame.paragraphs[0].runs[0].text = "优质服务"

    deck = edited(built.deck, shorten)
    assert "edited_by_hand" in codes(deck, understood)


def test_a_slide_taken_away_is_told(built, understood):
    def drop_last_but_one(presentation):
        listed = presentation.slides._sldIdLst
        entry = listed[len(listed) - 2]
        presentation.part.drop_rel(entry.rId)
        listed.remove(entry)

    assert "slide_removed" in codes(edited(built.deck, drop_last_but_one), understood)


def test_a_record_that_was_tampered_with_is_an_error(built, understood):
    forged = with_record(built.deck, lambda text: text.replace("41.6公里", "48.6公里"))
    assert "proof_broken" in codes(forged, understood)


def test_a_damaged_record_is_no_record(built, understood):
    damaged = with_record(built.deck, lambda text: text[:-20])
    assert codes(damaged, understood) == set()
    with pytest.raises(OutputError) as caught:
        trace(damaged)
    assert caught.value.code == "deck_without_proof"


def test_labels_have_no_sentence(built):
    texts = {text.text: text for text in trace(built.deck)}
    assert texts["目录"].sentence is None
    assert texts["抓优质服务"].sentence == "二、抓优质服务"
