"""Where a heading ends: a line of its own, the lead sentence, or the first clause of a long one."""

from __future__ import annotations

import re

from generator.language import clauses, sentences
from generator.model import Heading, HeadingPlace, Span
from generator.outlining.draft import Paragraph

_LONGEST_LINE = 70
"""Characters of a paragraph that is a heading as a whole."""
_LONGEST_LEAD = 48
"""Characters of a lead sentence; a longer one gives its first clause."""
_LONGEST_ALONE = 30
"""The same for a sentence that is all the text there is, so that something is left below the heading."""
_SHORTEST_CLAUSE = 5
"""Characters; a shorter first clause takes the next one with it."""
_LONGEST_NAMED_LINE = 30
"""Characters of a heading line with a colon in it (第一阶段：宣传发动); in a longer one the colon ends the heading."""
_MARKS = "。，；：！、.,;:! 　\t"


def heading_of(paragraph: Paragraph, text_start: int, marker: Span | None, end: int | None = None) -> Heading:
    """The heading that begins at `text_start` in `paragraph`; `end` is where the text that it heads ends."""
    base = paragraph.span.start
    stop = (end if end is not None else paragraph.span.end) - base
    start = text_start - base
    whole = Span(start, stop)
    pieces = sentences(paragraph.text, whole)
    text = whole.of(paragraph.text).rstrip()
    line = end is None and len(text) <= _LONGEST_LINE and _is_one_line(text, len(pieces))
    if line:
        span, place = whole, HeadingPlace.LINE
    else:
        alone = len(pieces[0]) >= len(whole.of(paragraph.text).rstrip())
        span, place = _lead(paragraph.text, pieces[0], alone), HeadingPlace.LEAD
    trimmed = trim(paragraph.text, span)
    return Heading(
        Span(base + trimmed.start, base + trimmed.end),
        marker.of(" " * base + paragraph.text) if marker else None,
        marker,
        place,
    )


def _is_one_line(text: str, count: int) -> bool:
    """One sentence, or two without a full stop at the end: 坚持改革。推动创新"""
    if re.search(r"[：:].", text) and len(text) > _LONGEST_NAMED_LINE:
        return False
    return count == 1 or (count == 2 and not text.endswith(("。", "！", "；")) and len(text) <= 45)


def _lead(text: str, sentence: Span, alone: bool) -> Span:
    """The lead sentence, or its first clause where it is long; shorter already where no text follows it."""
    pieces = clauses(text, sentence)
    first = pieces[0]
    if first.of(text).rstrip().endswith(("：", ":")) and len(first) > 2:
        return first
    if len(sentence) > (_LONGEST_ALONE if alone else _LONGEST_LEAD):
        end = first.end
        for piece in pieces[1:]:
            if end - sentence.start > _SHORTEST_CLAUSE:
                break
            end = piece.end
        return Span(sentence.start, end)
    return sentence


def trim(text: str, span: Span) -> Span:
    """`span` without white space at both ends and without the mark that ends it."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return Span(start, end) if end > start else span


def behind(paragraph: Paragraph, heading: Heading) -> int:
    """The offset behind a heading and the mark that ends it."""
    at = heading.span.end - paragraph.span.start
    while at < len(paragraph.text) and paragraph.text[at] in _MARKS:
        at += 1
    return paragraph.span.start + at
