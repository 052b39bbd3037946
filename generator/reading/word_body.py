"""The walk through a Word file's body: paragraphs, tables, text boxes and all that may stand around a run.

<w:p><w:pPr>…</w:pPr><w:ins><w:r><w:rPr><w:b/></w:rPr><w:t>一是</w:t><w:br/></w:r></w:ins></w:p>
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from lxml import etree

from generator.model import BlockKind
from generator.reading.word_numbering import Numbering
from generator.reading.word_styles import Styles, W, is_on, value

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_VML_IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"

_AROUND = {f"{W}{tag}" for tag in ("hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo", "sdtContent")}
_SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_LINE_ENDS = str.maketrans("\n\r\u2028\u2029\x85", "  \n\n\n")
_NOTES = {f"{W}footnoteReference", f"{W}endnoteReference"}
_HOLDERS = {f"{W}drawing", f"{W}pict", f"{W}object"}
_GLUED_MARKS = "、，）)】》：:①②③④⑤⑥⑦⑧⑨⑩"
"""What a number ends with that needs no space behind it; 1. does, lest 5G turn it into 1.5G."""
_LONGEST_CELL = 200
"""Characters. A cell that holds more, in several paragraphs, is a part of the page and no field of a table."""


class Skipped(Enum):
    """Why something of the file is not in the text."""

    NOTE = "note"
    COMMENT = "comment"
    HIDDEN = "hidden"
    CONTENTS = "contents"
    PROMPT = "prompt"
    PICTURE = "picture"
    OBJECT = "object"


class Look(NamedTuple):
    """How a line is set."""

    bold: bool = False
    centred: bool = False
    typeface: str = ""
    half_points: int = 20


class Line(NamedTuple):
    """A line of the document."""

    text: str
    kind: BlockKind
    level: int | None
    look: Look


class _Piece(NamedTuple):
    """Characters of one run."""

    text: str
    look: Look


@dataclass
class _Paragraph:
    """A paragraph in the making. `boxes` are the lines of text boxes anchored in it, before and behind its words."""

    properties: etree._Element | None
    pieces: list[_Piece] = field(default_factory=list)
    boxes_before: list[Line] = field(default_factory=list)
    boxes_behind: list[Line] = field(default_factory=list)


class BodyReader:
    """Reads one body, element after element, into `lines`; counts what it left out and what was revised."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.lines: list[Line] = []
        self.skipped: Counter[Skipped] = Counter()
        self.inserted = 0
        self.deleted = 0
        self.text_boxes = 0
        self._styles = styles
        self._numbering = numbering
        self._joined: _Paragraph | None = None  # a paragraph whose end was deleted: the next one goes on in it

    def read(self, parent: etree._Element) -> None:
        """Append the lines of all that `parent` (a body, a cell, a text box) holds.

        As deep as the file goes: libxml2 refuses more than 256 elements inside each other.
        """
        for element in parent:
            self._read_block(element)
        self._finish_joined()

    def _read_block(self, element: etree._Element) -> None:
        tag = element.tag
        if tag == f"{W}p":
            self._read_paragraph(element)
        elif tag == f"{W}tbl":
            self._finish_joined()
            self._read_table(element)
        elif tag == f"{W}sdt":
            if self._is_contents(element):
                self.skipped[Skipped.CONTENTS] += 1
            elif (content := element.find(f"{W}sdtContent")) is not None:
                self.read(content)
        elif tag in {f"{W}customXml", f"{W}ins", f"{W}moveTo"}:
            self.read(element)
        elif tag == f"{_MC}AlternateContent":
            if (branch := _branch(element)) is not None:
                self.read(branch)
        elif tag == f"{W}altChunk":
            self.skipped[Skipped.OBJECT] += 1

    @staticmethod
    def _is_contents(element: etree._Element) -> bool:
        gallery = value(element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery"))
        return gallery is not None and gallery.lower() == "table of contents"

    def _read_paragraph(self, element: etree._Element) -> None:
        properties = element.find(f"{W}pPr")
        if self._styles.is_contents(properties):
            self.skipped[Skipped.CONTENTS] += any(True for _ in element.iter(f"{W}t"))
            return
        paragraph = self._joined or _Paragraph(properties)
        self._joined = None
        self._read_inline(element, paragraph)
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            self.deleted += 1
            self._joined = paragraph
            return
        self._finish(paragraph)

    def _finish_joined(self) -> None:
        """A paragraph without an end, where no paragraph follows that it could go on in."""
        if self._joined:
            paragraph, self._joined = self._joined, None
            self._finish(paragraph)

    def _finish(self, paragraph: _Paragraph) -> None:
        """Turn a paragraph into lines: its number, its words split at line breaks, its text boxes around them."""
        properties = paragraph.properties
        level = self._styles.heading_level(properties)
        reference = self._styles.numbering(properties)
        mark = self._numbering.next(reference) if reference else None
        kind = BlockKind.HEADING if level else BlockKind.LIST_ITEM if mark else BlockKind.PARAGRAPH
        centred = self._styles.is_centred(properties) or self._styles.is_title(properties)
        self.lines += paragraph.boxes_before
        for index, pieces in enumerate(_split(paragraph.pieces)):
            text = "".join(piece.text for piece in pieces)
            if index == 0 and mark and mark.text and text.strip():
                glue = "" if mark.text[-1] in _GLUED_MARKS else " "
                text = mark.text + glue + text.lstrip()
            self.lines.append(Line(text, kind, level, _look(pieces, centred)))
        self.lines += paragraph.boxes_behind

    def _read_inline(self, parent: etree._Element, paragraph: _Paragraph) -> None:
        for element in parent:
            tag = element.tag
            if tag == f"{W}r":
                self._read_run(element, paragraph)
            elif tag in _AROUND:
                self._read_inline(element, paragraph)
            elif tag in {f"{W}ins", f"{W}moveTo"}:
                self.inserted += 1
                self._read_inline(element, paragraph)
            elif tag in {f"{W}del", f"{W}moveFrom"}:
                self.deleted += 1
            elif tag == f"{W}sdt":
                if is_on(element.find(f"{W}sdtPr/{W}showingPlcHdr")):
                    self.skipped[Skipped.PROMPT] += 1
                else:
                    self._read_inline(element, paragraph)
            elif tag == f"{_MC}AlternateContent":
                if (branch := _branch(element)) is not None:
                    self._read_inline(branch, paragraph)
            elif tag in _HOLDERS:
                self._read_holder(element, paragraph)
            elif tag == _MATH or (isinstance(tag, str) and tag.endswith("}oMathPara")):
                formula = "".join(part.text or "" for part in element.iter(_MATH_TEXT))
                paragraph.pieces.append(_Piece(formula, Look()))

    def _read_run(self, run: etree._Element, paragraph: _Paragraph) -> None:
        properties = run.find(f"{W}rPr")
        switch = self._styles.run_switch
        if switch("vanish", properties, paragraph.properties):
            self.skipped[Skipped.HIDDEN] += any((text.text or "").strip() for text in run.iter(f"{W}t"))
            return
        text = ""
        for element in run:
            tag = element.tag
            if tag == f"{W}t":
                text += _one_line(element.text)
            elif tag in _SIGNS:
                text += _SIGNS[tag]
            elif tag == f"{W}sym":
                text += _symbol(element)
            elif tag in _NOTES:
                self.skipped[Skipped.NOTE] += 1
            elif tag == f"{W}commentReference":
                self.skipped[Skipped.COMMENT] += 1
            elif tag == f"{W}ruby":
                # 拼音 above a word: the word alone is spoken.
                if (base := element.find(f"{W}rubyBase")) is not None:
                    self._read_inline(base, paragraph)
            elif tag == f"{_MC}AlternateContent":
                if (branch := _branch(element)) is not None:
                    for held in branch:
                        self._read_holder(held, paragraph)
            elif tag in _HOLDERS:
                self._read_holder(element, paragraph)
        if text:
            look = Look(
                switch("b", properties, paragraph.properties),
                False,
                self._styles.typeface(properties, paragraph.properties),
                self._styles.half_points(properties, paragraph.properties),
            )
            paragraph.pieces.append(_Piece(text, look))

    def _read_holder(self, holder: etree._Element, paragraph: _Paragraph) -> None:
        """A drawing: its text boxes are read, in both ways that Word writes them once; pictures are counted."""
        boxes = _text_boxes(holder)
        lines_before = self.lines
        self.lines = []
        for box in boxes:
            self.text_boxes += any((text.text or "").strip() for text in box.iter(f"{W}t"))
            self.read(box)
        read, self.lines = self.lines, lines_before
        read = [line for line in read if line.text.strip()]
        if any(piece.text.strip() for piece in paragraph.pieces):
            paragraph.boxes_behind += read
        else:
            paragraph.boxes_before += read
        if boxes:
            return
        if holder.tag == f"{W}object":
            self.skipped[Skipped.OBJECT] += 1
        elif any(True for _ in holder.iter(_PICTURE, _VML_IMAGE)):
            self.skipped[Skipped.PICTURE] += 1
        elif any(
            data.get("uri", "").endswith(("/chart", "/diagram")) for data in holder.iter(f"{_DRAWING}graphicData")
        ):
            self.skipped[Skipped.OBJECT] += 1

    def _read_table(self, table: etree._Element) -> None:
        for row in _children(table, f"{W}tr"):
            if row.find(f"{W}trPr/{W}del") is not None:
                self.deleted += 1
                continue
            cells = [self._cell_lines(cell) for cell in _children(row, f"{W}tc")]
            is_layout = any(sum(len(line.text) for line in cell) > _LONGEST_CELL and len(cell) > 1 for cell in cells)
            if len(cells) == 1 or is_layout:
                # A frame around the speech or a part of it: 一栏表格 as people draw it.
                self.lines += [line for cell in cells for line in cell]
                continue
            texts = [" ".join(line.text.strip().replace("\t", " ") for line in cell) for cell in cells]
            if any(texts):
                look = cells[0][0].look if cells[0] else Look()
                self.lines.append(Line("\t".join(texts), BlockKind.TABLE_ROW, None, look))

    def _cell_lines(self, cell: etree._Element) -> list[Line]:
        outside, self.lines = self.lines, []
        self.read(cell)
        inside, self.lines = self.lines, outside
        return [line for line in inside if line.text.strip()]


def _children(parent: etree._Element, tag: str) -> list[etree._Element]:
    """The rows of a table, the cells of a row: also those inside content controls."""
    found = []
    for child in parent:
        if child.tag == tag:
            found.append(child)
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo"}:
            found += _children(child, tag)
    return found


def _branch(alternate: etree._Element) -> etree._Element | None:
    """The way of writing that is read: the first choice, or what is there for old programs."""
    choice = alternate.find(f"{_MC}Choice")
    return choice if choice is not None else alternate.find(f"{_MC}Fallback")


def _text_boxes(element: etree._Element) -> list[etree._Element]:
    if element.tag == f"{W}txbxContent":
        return [element]
    if element.tag == f"{_MC}AlternateContent":
        branch = _branch(element)
        return [] if branch is None else _text_boxes(branch)
    return [box for child in element for box in _text_boxes(child)]


def _split(pieces: list[_Piece]) -> list[list[_Piece]]:
    """The pieces of each line."""
    lines: list[list[_Piece]] = [[]]
    for piece in pieces:
        first, *rest = piece.text.split("\n")
        lines[-1].append(_Piece(first, piece.look))
        lines += [[_Piece(text, piece.look)] for text in rest]
    return lines


def _look(pieces: list[_Piece], centred: bool) -> Look:
    """How a line is set: bold when all of it is, otherwise as most of its characters are."""
    seen = [piece for piece in pieces if piece.text.strip()]
    if not seen:
        return Look(False, centred)
    faces, sizes = Counter[str](), Counter[int]()
    for piece in seen:
        faces[piece.look.typeface] += len(piece.text)
        sizes[piece.look.half_points] += len(piece.text)
    bold = all(piece.look.bold for piece in seen)
    return Look(bold, centred, faces.most_common(1)[0][0], sizes.most_common(1)[0][0])


def _one_line(text: str | None) -> str:
    """A line end of the XML is a space; the line separator that some programs paste is a line end."""
    return (text or "").translate(_LINE_ENDS)


def _symbol(element: etree._Element) -> str:
    """A character of a symbol font; those of the private area have no meaning without the font."""
    code = element.get(f"{W}char", "")
    try:
        char = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return char if char.isprintable() and not "\ue000" <= char <= "\uf8ff" else ""
