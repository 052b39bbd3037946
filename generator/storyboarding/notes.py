"""Which words are spoken to which slide.

A slide that has notes says only where they begin; they run until the next such slide begins. So every word of the
manuscript stands in the notes of exactly one slide, in order, whatever slides are made or left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model import Content, Excerpt, Manuscript, Reason, Slide, Span


@dataclass(frozen=True, slots=True)
class Draft:
    """A slide before its notes are dealt out. `starts_at`: the offset of its first spoken word; None: it has none.

    `why` is the reason of its shape.
    """

    id: str
    content: Content
    part: str | None = None
    starts_at: int | None = None
    why: Reason | None = None


def deal_notes(drafts: Sequence[Draft], manuscript: Manuscript) -> tuple[Slide, ...]:
    """The slides with their notes. The first slide's begin with the manuscript, whatever it says."""
    starts = [0 if number == 0 else draft.starts_at for number, draft in enumerate(drafts)]
    ends = _ends(starts, len(manuscript.text))
    slides = []
    for draft, start, end in zip(drafts, starts, ends, strict=True):
        notes = () if start is None else tuple(_paragraphs(manuscript, Span(start, end)))
        slides.append(Slide(draft.id, draft.content, draft.part, notes, draft.why))
    return tuple(slides)


def _ends(starts: Iterable[int | None], end_of_text: int) -> list[int]:
    """For each slide the offset at which the next slide with notes begins."""
    ends: list[int] = []
    next_start = end_of_text
    for start in reversed(list(starts)):
        ends.append(next_start)
        if start is not None:
            next_start = min(start, next_start)
    return ends[::-1]


def _paragraphs(manuscript: Manuscript, span: Span) -> Iterable[Excerpt]:
    for block in manuscript.blocks_in(span):
        paragraph = manuscript.excerpt(block.span)
        if paragraph.text.strip():
            yield paragraph
