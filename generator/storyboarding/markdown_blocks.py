"""The plan's Markdown taken apart: header, slides, and the blocks of each slide, all with their line numbers.

Line by line and not through a Markdown parser: every error has to name its line, and every character of a text has to
come back, blanks and all.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from generator.errors import StoryboardError

HEADER_NAMES = ("format", "version", "title", "unit", "speaker", "date", "occasion", "source", "left")

_BLANKS = " \t"
_HEADING = re.compile(r"^(#{1,2})(?!#)[ \t]*(.*)$")
_HEAD = re.compile(r"^###(?!#)[ \t]*(.*)$")
_ATTRIBUTES = re.compile(r"(?:^|[ \t])\{((?:[ \t]*(?:#[^\s{}]+|\.[^\s{}]+|[A-Za-z]+=[^\s{}]+))+)[ \t]*\}$")
_BULLET = re.compile(r"^[ \t]*(?:[-*+]|[0-9]{1,9}[.)])(?:[ \t]+(.*)|)$")
_DEFINITION = re.compile(r"^[:~](?:[ \t]+(.*)|)$")
_NOTES = re.compile(r"^:{3,}[ \t]*(?:notes|\{[ \t]*\.notes[ \t]*\})[ \t]*:*$")
_FENCE_END = re.compile(r"^:{3,}$")
_RULE = re.compile(r"^(?:-{3,}|\*{3,})$")
_SEPARATOR = re.compile(r"^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$")
_CELL_BORDER = re.compile(r"(?<!\\)((?:\\\\)*)\|")


class BlockForm(StrEnum):
    """What a block of a slide is by its form."""

    PARAGRAPH = "文字段落"
    BULLET = "要点"
    HEAD = "卡片标题"
    ROW = "表格"
    DEFINITION = "数据说明"


@dataclass(slots=True)
class PlanBlock:
    """A block under a slide's heading: its words as written, one line. A row of a table has them by cell."""

    line: int
    form: BlockForm
    text: str
    cells: tuple[str, ...] = ()


@dataclass(slots=True)
class PlanSlide:
    """A heading of the plan and what stands below it. `classes`, `values` and `slide_id` are its attributes."""

    line: int
    level: int
    title: str
    slide_id: str | None
    classes: tuple[str, ...]
    values: dict[str, str]
    blocks: list[PlanBlock] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    remark: str = ""
    """The comment on the line below its heading."""


@dataclass(slots=True)
class PlanParts:
    """A plan taken apart. `unclosed` are lines of notes that nothing closes, `outside` lines before the first slide."""

    header: dict[str, str]
    slides: list[PlanSlide]
    unclosed: list[int] = field(default_factory=list)
    outside: list[int] = field(default_factory=list)


def place(line: int) -> str:
    """How an error names a line."""
    return f"第 {line} 行"


def take_apart(text: str) -> PlanParts:
    """The header and the slides of a plan.

    Raises:
        StoryboardError: `plan_not_plan` without the header of a plan, `plan_header` for a line in it that says nothing.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    header, after = _header(lines)
    parts = PlanParts(header, [])
    _Scanner(parts).scan(lines, after)
    return parts


def _header(lines: list[str]) -> tuple[dict[str, str], int]:
    """The values of the header, and the index of the line behind it."""
    start = next((i for i, line in enumerate(lines) if line.strip()), len(lines))
    opened = start < len(lines) and lines[start].strip(_BLANKS) == "---"
    end = next((i for i in range(start + 1, len(lines)) if lines[i].strip(_BLANKS) in ("---", "...")), None)
    if not opened or end is None:
        found = lines[start].strip()[:20] if start < len(lines) else ""
        raise StoryboardError.of("plan_not_plan", where=place(min(start + 1, len(lines))), found=found)
    header: dict[str, str] = {}
    for i in range(start + 1, end):
        line = lines[i].strip(_BLANKS)
        if not line or line.startswith("#"):
            continue
        name, colon, value = line.partition(":")
        if not colon:
            raise StoryboardError.of("plan_header", where=place(i + 1), found=line, known="、".join(HEADER_NAMES))
        header[name.strip(_BLANKS)] = _value(value.strip(_BLANKS), i + 1)
    return header, end + 1


def _value(written: str, line: int) -> str:
    if written.startswith('"'):
        try:
            value = json.loads(written)
        except ValueError as error:
            raise StoryboardError.of(
                "plan_header", where=place(line), found=written, known="、".join(HEADER_NAMES)
            ) from error
        return str(value)
    if len(written) >= 2 and written[0] == written[-1] == "'":
        return written[1:-1].replace("''", "'")
    return written


class _Scanner:
    """Goes through the lines once; lives for one call of `take_apart`."""

    def __init__(self, parts: PlanParts) -> None:
        self._parts = parts
        self._slide: PlanSlide | None = None
        self._notes_line: int | None = None
        self._goes_on = False
        """Whether the next line, if it opens nothing, goes on with the block or paragraph before it."""
        self._in_comment = False

    def scan(self, lines: list[str], start: int) -> None:
        for number, line in enumerate(lines[start:], start + 1):
            self._take(number, line.rstrip(_BLANKS))
        self._close_notes()

    def _take(self, number: int, line: str) -> None:
        if self._in_comment or line.lstrip(_BLANKS).startswith("<!--"):
            self._in_comment = "-->" not in line
            if self._slide and not self._slide.blocks and not self._slide.notes and not self._slide.remark:
                self._slide.remark = line.strip(_BLANKS).removeprefix("<!--").partition("-->")[0].strip(_BLANKS)
            return
        heading = _HEADING.match(line)
        if heading:
            self._close_notes()
            self._slide = _slide(number, len(heading[1]), heading[2])
            self._parts.slides.append(self._slide)
            self._goes_on = False
        elif self._notes_line is not None:
            self._take_note(line)
        elif _NOTES.match(line) and self._slide:
            self._notes_line, self._goes_on = number, False
        elif not line.strip(_BLANKS) or _RULE.match(line):
            self._goes_on = False
        elif self._slide is None:
            self._parts.outside.append(number)
        else:
            self._take_block(self._slide, number, line)

    def _take_note(self, line: str) -> None:
        assert self._slide is not None, "notes open under a slide only"
        text = line.strip(_BLANKS)
        if _FENCE_END.match(text):
            self._notes_line, self._goes_on = None, False
        elif not text:
            self._goes_on = False
        elif self._goes_on:
            self._slide.notes[-1] = _joined(self._slide.notes[-1], text)
        else:
            self._slide.notes.append(text)
            self._goes_on = True

    def _close_notes(self) -> None:
        if self._notes_line is not None:
            self._parts.unclosed.append(self._notes_line)
        self._notes_line = None

    def _take_block(self, slide: PlanSlide, number: int, line: str) -> None:
        text = line.strip(_BLANKS)
        block = _opened_block(number, line, text)
        if block is None and text and self._goes_on and slide.blocks:
            slide.blocks[-1].text = _joined(slide.blocks[-1].text, text)
            return
        if block is None:
            block = PlanBlock(number, BlockForm.PARAGRAPH, text)
        slide.blocks.append(block)
        self._goes_on = block.form not in (BlockForm.HEAD, BlockForm.ROW)


def _opened_block(number: int, line: str, text: str) -> PlanBlock | None:
    """The block that a line opens by its first characters, or None where it goes on with words."""
    head = _HEAD.match(line)
    if head:
        return PlanBlock(number, BlockForm.HEAD, _ATTRIBUTES.sub("", head[1]).strip(_BLANKS))
    if text.startswith("|"):
        return PlanBlock(number, BlockForm.ROW, text, _cells(text))
    definition = _DEFINITION.match(text)
    if definition:
        return PlanBlock(number, BlockForm.DEFINITION, definition[1] or "")
    bullet = _BULLET.match(line)
    if bullet:
        return PlanBlock(number, BlockForm.BULLET, bullet[1] or "")
    return None


def _slide(number: int, level: int, written: str) -> PlanSlide:
    match = _ATTRIBUTES.search(written)
    title = (written[: match.start()] if match else written).strip(_BLANKS)
    slide_id, classes, values = None, [], {}
    for item in match[1].split() if match else ():
        if item.startswith("#"):
            slide_id = item[1:]
        elif item.startswith("."):
            classes.append(item[1:])
        else:
            name, _, value = item.partition("=")
            values[name] = value.strip("\"'")
    return PlanSlide(number, level, title, slide_id, tuple(classes), values)


def _cells(row: str) -> tuple[str, ...]:
    """The cells of a row, as written; a stroke behind a backslash is none."""
    inner = row.removeprefix("|")
    borders = [match.end() for match in _CELL_BORDER.finditer(inner)]
    starts = [0, *borders]
    ends = [*(border - 1 for border in borders), len(inner)]
    cells = [inner[start:end].strip(_BLANKS) for start, end in zip(starts, ends, strict=True)]
    return tuple(cells[:-1] if borders and borders[-1] == len(inner) else cells)


def rows(blocks: list[PlanBlock]) -> Iterator[PlanBlock]:
    """The rows of a slide's table that hold data: without the header and the line below it."""
    separator = next((i for i, block in enumerate(blocks) if _SEPARATOR.match(block.text)), None)
    for i, block in enumerate(blocks):
        if separator is None or i > separator:
            yield block


def _joined(before: str, after: str) -> str:
    """Two lines of one paragraph: a blank between Latin words, none between Chinese ones."""
    needs_blank = before[-1:].isascii() and before[-1:].isalnum() and after[:1].isascii() and after[:1].isalnum()
    return before + (" " if needs_blank else "") + after
