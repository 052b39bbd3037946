"""What the modules of this room hand to each other: the paragraphs of the speech, and sections still without an id."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.model import BlockKind, Heading, Role, Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as the speaker meant it; `text` is what `Speech.flow` holds under `span`."""

    span: Span
    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int | None = None
    prominent: bool = False

    def after(self, offset: int) -> Paragraph:
        """The rest of the paragraph from `offset` (of the manuscript) on, white space dropped."""
        start = max(offset, self.span.start)
        start = min(start, self.span.end)
        while start < self.span.end and self.text[start - self.span.start].isspace():
            start += 1
        return Paragraph(Span(start, self.span.end), self.text[start - self.span.start :])

    def before(self, offset: int) -> Paragraph:
        """The paragraph up to `offset` (of the manuscript)."""
        return Paragraph(Span(self.span.start, offset), self.text[: offset - self.span.start])


def joined(paragraphs: Sequence[Paragraph]) -> Paragraph:
    """Neighbouring paragraphs as one, line ends between them kept as such."""
    first = paragraphs[0]
    parts = [first.text]
    for before, after in pairwise(paragraphs):
        parts += ["\n" * (after.span.start - before.span.end), after.text]
    return Paragraph(Span(first.span.start, paragraphs[-1].span.end), "".join(parts))


@dataclass(frozen=True, slots=True)
class Draft:
    """A section before it has its id and level. A role of None is that of what it lies in."""

    start: int
    end: int
    heading: Heading | None = None
    children: tuple[Draft, ...] = ()
    role: Role | None = None
    rule: str = ""
    evidence: tuple[str, ...] = ()
