"""An un-numbered lead, as the modules that look for leads give it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Heading, HeadingPlace, Span
from generator.outlining.draft import Paragraph
from generator.outlining.headings import trim

FEWEST_WORDS_BELOW = 20
"""Characters of text that a lead must have to head: otherwise it heads nothing."""


@dataclass(frozen=True, slots=True)
class Lead:
    """A lead found: where its section starts, its heading, and why."""

    start: int
    heading: Heading
    rule: str
    evidence: tuple[str, ...]


def heading_at(paragraph: Paragraph, span: Span, place: HeadingPlace) -> Heading:
    """The words under `span` (offsets in the paragraph) as a heading."""
    trimmed = trim(paragraph.text, span)
    base = paragraph.span.start
    return Heading(Span(base + trimmed.start, base + trimmed.end), place=place)
