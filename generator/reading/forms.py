"""What a line of the source is by its form, and the lines of a text."""

from __future__ import annotations

from typing import NamedTuple

from generator.model import BlockKind, Span


class Form(NamedTuple):
    """What a line is before anybody reads its words; see `model.Block`."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int | None = None
    prominent: bool = False


def lines_of(text: str) -> tuple[Span, ...]:
    """The lines of `text` without their ends; a last line that is empty counts.

    >>> lines_of("一\\n\\n二")
    (Span(start=0, end=1), Span(start=2, end=2), Span(start=3, end=4))
    """
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return tuple(spans)
