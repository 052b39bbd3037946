"""Word files as lines of text: what is spoken, in the order of the page, and what each line is.

A paragraph is a line; a line break inside it begins a new one, so that a heading and the text glued to it by a break
are told apart. A table row is a line, its cells parted by tabs. What is not spoken (footnotes, comments, hidden and
deleted text, the table of contents) is left out and told of.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from generator.errors import finding
from generator.model import BlockKind, Finding
from generator.reading.forms import Form
from generator.reading.word_body import BodyReader, Line, Skipped
from generator.reading.word_numbering import Numbering
from generator.reading.word_package import open_word
from generator.reading.word_styles import Styles
from generator.settings import ReadingSettings

# The typefaces that a document of state (GB/T 9704) sets its title and headings in; its text is 仿宋.
_HEADING_FACES = ("黑体", "小标宋", "大标宋", "中宋", "楷体", "SimHei", "KaiTi")
_LARGER = 4
"""Half points above the size of most of the text: what is set so much larger stands out."""
_SAID_BY_FEW = 0.5
"""Share of the characters. What more than half of a text is set in does not make a line stand out."""

_FINDINGS = {
    Skipped.NOTE: "word_notes",
    Skipped.COMMENT: "word_comments",
    Skipped.HIDDEN: "word_hidden",
    Skipped.CONTENTS: "word_contents",
    Skipped.PROMPT: "word_prompts",
    Skipped.PICTURE: "word_pictures",
    Skipped.OBJECT: "word_objects",
}


class WordLine(NamedTuple):
    """A line of a Word file and what it is."""

    text: str
    form: Form


def read_word(data: bytes, name: str, settings: ReadingSettings) -> tuple[tuple[WordLine, ...], tuple[Finding, ...]]:
    """The lines of a .docx, and findings on what was left out or settled.

    Raises:
        InputError: see `word_package.open_word`.
    """
    parts = open_word(data, name, settings)
    reader = BodyReader(Styles(parts.styles), Numbering(parts.numbering))
    reader.read(parts.body)
    lines = tuple(WordLine(line.text, form) for line, form in zip(reader.lines, _forms(reader.lines), strict=True))
    return lines, _findings(reader)


def _forms(lines: list[Line]) -> list[Form]:
    faces, sizes, bold, whole = Counter[str](), Counter[int](), 0, 0
    for line in lines:
        faces[line.look.typeface] += len(line.text)
        sizes[line.look.half_points] += len(line.text)
        bold += len(line.text) * line.look.bold
        whole += len(line.text)
    face = faces.most_common(1)[0][0] if faces else ""
    size = sizes.most_common(1)[0][0] if sizes else 0
    bold_says_something = bold <= whole * _SAID_BY_FEW

    def prominent(line: Line) -> bool:
        look = line.look
        other_face = look.typeface != face and any(name in look.typeface for name in _HEADING_FACES)
        return (look.bold and bold_says_something) or look.centred or other_face or look.half_points >= size + _LARGER

    return [
        Form(line.kind, line.level, line.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM} and prominent(line))
        for line in lines
    ]


def _findings(reader: BodyReader) -> tuple[Finding, ...]:
    findings = []
    if reader.inserted or reader.deleted:
        findings.append(finding("word_revisions", inserted=reader.inserted, deleted=reader.deleted))
    if reader.text_boxes:
        findings.append(finding("word_text_boxes", count=reader.text_boxes))
    findings += [
        finding(_FINDINGS[reason], count=count) for reason in Skipped if (count := reader.skipped.get(reason, 0))
    ]
    return tuple(findings)
