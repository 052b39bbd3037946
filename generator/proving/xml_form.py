"""The proof as a custom XML part of the deck.

    <proof xmlns="urn:speechdeck:proof:1" speech="发言.txt" sha256="…">
      <sentence start="117" end="170">学习领会先行一步。切实把……</sentence>
      <slide id="point-1-1">
        <text kind="title" spans="117-125" sentence="0">学习领会先行一步</text>
      </slide>
      <figure spans="803-806">56件</figure>
    </proof>

Offsets are characters of the decoded speech, half open. A `text` is exactly the characters under its spans, joined.
`sentence` counts the sentences of the part from 0. A `figure` is one that the deck was not asked to show.
"""

from __future__ import annotations

from lxml import etree

from generator.model import Excerpt, Proof, ProvenSentence, ProvenSlide, ProvenText, Span

PROOF_NAMESPACE = "urn:speechdeck:proof:1"


def to_xml(proof: Proof) -> bytes:
    """The part's content."""
    root = etree.Element(_tag("proof"), nsmap={None: PROOF_NAMESPACE}, speech=proof.speech, sha256=proof.digest)
    for sentence in proof.sentences:
        element = etree.SubElement(root, _tag("sentence"), start=str(sentence.span.start), end=str(sentence.span.end))
        element.text = sentence.words
    for slide in proof.slides:
        parent = etree.SubElement(root, _tag("slide"), id=slide.slide_id)
        for text in slide.texts:
            spans = " ".join(f"{span.start}-{span.end}" for span in text.spans)
            element = etree.SubElement(parent, _tag("text"), kind=text.kind, spans=spans, sentence=str(text.sentence))
            element.text = text.words
    for figure in proof.left_to_notes:
        spans = " ".join(f"{span.start}-{span.end}" for span in figure.spans)
        etree.SubElement(root, _tag("figure"), spans=spans).text = figure.text
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def from_xml(content: bytes) -> Proof | None:
    """The proof in a part's content, or None where it is none or somebody has damaged it."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(content, parser)
        if root.tag != _tag("proof"):
            return None
        return Proof(
            root.attrib["speech"],
            root.attrib["sha256"],
            tuple(_slide(element) for element in root.iterfind(_tag("slide"))),
            tuple(
                ProvenSentence(Span(int(element.attrib["start"]), int(element.attrib["end"])), element.text or "")
                for element in root.iterfind(_tag("sentence"))
            ),
            tuple(Excerpt(element.text or "", _spans(element)) for element in root.iterfind(_tag("figure"))),
        )
    except (etree.XMLSyntaxError, KeyError, ValueError):
        return None


def _slide(element: etree._Element) -> ProvenSlide:
    return ProvenSlide(element.attrib["id"], tuple(_text(text) for text in element.iterfind(_tag("text"))))


def _text(element: etree._Element) -> ProvenText:
    return ProvenText(element.attrib["kind"], element.text or "", _spans(element), int(element.attrib["sentence"]))


def _spans(element: etree._Element) -> tuple[Span, ...]:
    pairs = (pair.split("-") for pair in element.attrib["spans"].split())
    return tuple(Span(int(start), int(end)) for start, end in pairs)


def _tag(name: str) -> str:
    return f"{{{PROOF_NAMESPACE}}}{name}"
