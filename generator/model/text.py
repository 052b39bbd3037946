"""The manuscript as it was read, and places in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import accumulate


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of character offsets into `Manuscript.text`.

    >>> Span(2, 5).of("一二三四五六")
    '三四五'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` that this span covers."""
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


def without(span: Span, holes: Iterable[Span]) -> tuple[Span, ...]:
    """What is left of `span` after `holes` (sorted by start) are cut out, in order, empty pieces dropped.

    >>> without(Span(0, 10), [Span(2, 4), Span(8, 12)])
    (Span(start=0, end=2), Span(start=4, end=8))
    """
    pieces = []
    at = span.start
    for hole in holes:
        if hole.end <= at:
            continue
        if hole.start >= span.end:
            break
        if hole.start > at:
            pieces.append(Span(at, hole.start))
        at = hole.end
    if at < span.end:
        pieces.append(Span(at, span.end))
    return tuple(pieces)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words on a slide and where in the manuscript they stand.

    `text` is exactly the characters under `spans`, in order, joined: words are left out, never added. An excerpt
    without spans is a label of the deck itself (目录), or comes from a plan that a person edited.
    """

    text: str
    spans: tuple[Span, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text)


class SourceFormat(StrEnum):
    """What kind of file the manuscript came from."""

    TEXT = "text"
    MARKDOWN = "markdown"
    DOCX = "docx"


class BlockKind(StrEnum):
    """What a block of the manuscript is by the form of its source, before anybody reads its words."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the manuscript: its words without the white space and the noise at both ends.

    `level` is the level of a Markdown or Word heading, from 1. `prominent` is true for a Word paragraph that stands
    out as a heading does (wholly bold, or centred) without a heading style.
    """

    span: Span
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int | None = None
    prominent: bool = False


class NoiseKind(StrEnum):
    """Why characters of the source are not words of the speech."""

    SCRAPE = "scrape"  # ##paidbegin##, <img …>, 下载 打印 【字号：… : reported
    MARKUP = "markup"  # the ## and ** of Markdown: carried by the block kind, not reported


@dataclass(frozen=True, slots=True)
class Noise:
    """Characters of the source that are not words of the speech."""

    span: Span
    kind: NoiseKind


@dataclass(frozen=True, slots=True)
class Redaction:
    """A blank that the author left to be filled (XX, XXX, ××, ＊＊, □□); `text` with what it stands before: XX镇."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class LineJoint:
    """A line end that only the page of the source made: before `offset`, `removed` characters with its white space."""

    offset: int
    removed: int


@dataclass(frozen=True)
class Manuscript:
    """A speech as text: decoded, line ends `\\n`, no byte-order mark, lines that a page broke joined, no other change.

    `blocks`, `noise`, `redactions` and `joints` are sorted and do not overlap among themselves. Every character that is
    neither white space nor noise stands in exactly one block. Spans everywhere are those of `text`; what a person or
    another program is told of a place goes through `source_span` and `line`.
    """

    text: str
    name: str
    source_format: SourceFormat = SourceFormat.TEXT
    blocks: tuple[Block, ...] = ()
    noise: tuple[Noise, ...] = ()
    redactions: tuple[Redaction, ...] = field(default=())
    joints: tuple[LineJoint, ...] = ()

    @cached_property
    def words(self) -> str:
        """`text` with every noise character replaced by a space (line ends kept): same length, same offsets."""
        parts, at = [], 0
        for noise in self.noise:
            parts.append(self.text[at : noise.span.start])
            parts.append("".join("\n" if c == "\n" else " " for c in noise.span.of(self.text)))
            at = noise.span.end
        parts.append(self.text[at:])
        return "".join(parts)

    @cached_property
    def _removed(self) -> tuple[int, ...]:
        """Up to each joint, how many characters of the source are not in `text`."""
        return tuple(accumulate(joint.removed for joint in self.joints))

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        """Where the lines of the source begin in `text`."""
        ends = (at + 1 for at, char in enumerate(self.text) if char == "\n")
        return tuple(sorted([0, *ends, *(joint.offset for joint in self.joints)]))

    def source_offset(self, offset: int) -> int:
        """Where the character at `offset` stands in the decoded source."""
        at = bisect_right(self.joints, offset, key=lambda joint: joint.offset)
        return offset + (self._removed[at - 1] if at else 0)

    def source_span(self, span: Span) -> Span:
        """The characters of the decoded source from the first to the last one under `span`."""
        if span.start == span.end:
            return Span(self.source_offset(span.start), self.source_offset(span.start))
        return Span(self.source_offset(span.start), self.source_offset(span.end - 1) + 1)

    def line(self, offset: int) -> int:
        """The line of the source in which the character at `offset` stands, from 1, as an editor shows it."""
        return bisect_right(self._line_starts, offset)

    def excerpt(self, *spans: Span) -> Excerpt:
        """The words under `spans`, noise left out."""
        kept = tuple(piece for span in spans for piece in self.spoken(span))
        return Excerpt("".join(piece.of(self.text) for piece in kept), kept)

    def spoken(self, span: Span) -> tuple[Span, ...]:
        """The pieces of `span` that are not noise."""
        return without(span, (noise.span for noise in self.noise))

    def blocks_in(self, span: Span) -> Iterator[Block]:
        """The blocks, or the parts of blocks, that lie in `span`, in order, white space at their ends trimmed."""
        for block in self.blocks:
            if block.span.overlaps(span):
                start, end = max(block.span.start, span.start), min(block.span.end, span.end)
                while start < end and self.words[start].isspace():
                    start += 1
                while start < end and self.words[end - 1].isspace():
                    end -= 1
                if start < end:
                    yield Block(Span(start, end), block.kind, block.level, block.prominent)
