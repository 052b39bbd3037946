"""Headings that stand behind their text: closing words of one build in paragraph after paragraph.

…多商量、多通气，以诚换来信任。 …多读书、多下乡，以勤补上短板。 …多自省、多自律，以廉赢得口碑。
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.language import clauses, sentences
from generator.model import HeadingPlace, Span
from generator.outlining.draft import Paragraph
from generator.outlining.lead import FEWEST_WORDS_BELOW, Lead, heading_at
from generator.outlining.parallel import bare, has_headline_build, likeness, mean_likeness

_LONGEST = 26
"""Characters of closing words that serve as a heading."""
_FEWEST = 3
"""Paragraphs in a row. Two that end alike may do so by chance."""
_ALIKE = 0.5
"""Likeness of neighbouring closing words, whose lengths must be nearly equal too."""
_RAGGED = 2
"""Characters by which the lengths of closing words differ."""
_LONGEST_BEFORE = 14
"""Characters of a clause before them that belongs to the heading: 多商量、多通气，"""
_ALIKE_BEFORE = 0.6
"""Mean likeness of these clauses."""


def trailing_leads(paragraphs: Sequence[Paragraph]) -> list[Lead]:
    """The closing words that head their paragraphs; empty where there are none."""
    spans = [_closing_words(paragraph) for paragraph in paragraphs]
    best: list[int] = []
    run: list[int] = []
    for index, span in enumerate(spans):
        before = spans[run[-1]] if run else None
        if span is None:
            run = []
        elif before and _of_one_build(before.of(paragraphs[run[-1]].text), span.of(paragraphs[index].text)):
            run = [*run, index]
        else:
            run = [index]
        best = max(best, run, key=len)
    if len(best) < _FEWEST:
        return []
    chosen = [(paragraphs[i], span) for i in best if (span := spans[i])]
    reason = f"{len(best)} 个自然段都以句式相同的短句收尾"
    return [
        Lead(paragraph.span.start, heading_at(paragraph, span, HeadingPlace.TRAIL), "段末小标题句", (reason,))
        for paragraph, span in _widened(chosen)
    ]


def _of_one_build(one: str, other: str) -> bool:
    return abs(len(bare(one)) - len(bare(other))) <= _RAGGED and likeness(one, other).score >= _ALIKE


def _closing_words(paragraph: Paragraph) -> Span | None:
    """The last sentence of a paragraph where it is short, else its last clause; None where neither is a headline."""
    pieces = sentences(paragraph.text)
    if not pieces:
        return None
    last = pieces[-1]
    if len(last) > _LONGEST:
        last = clauses(paragraph.text, last)[-1]
    text = last.of(paragraph.text)
    fits = 4 <= len(bare(text)) <= _LONGEST and len(paragraph.text) - len(text) >= FEWEST_WORDS_BELOW
    return last if fits and has_headline_build(text) else None


def _widened(chosen: list[tuple[Paragraph, Span]]) -> list[tuple[Paragraph, Span]]:
    """The closing words with the clause before them, where that is short and of one build in all paragraphs."""
    before = []
    for paragraph, span in chosen:
        earlier = [c for c in clauses(paragraph.text, Span(0, span.start)) if c.end == span.start]
        if (
            not earlier
            or not 4 <= len(earlier[0]) <= _LONGEST_BEFORE
            or earlier[0].of(paragraph.text)[-1] not in "，、"
        ):
            return chosen
        before.append(earlier[0])
    texts = [span.of(paragraph.text) for (paragraph, _), span in zip(chosen, before, strict=True)]
    if mean_likeness(texts) < _ALIKE_BEFORE:
        return chosen
    return [(paragraph, Span(wide.start, span.end)) for (paragraph, span), wide in zip(chosen, before, strict=True)]
