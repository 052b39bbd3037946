"""The proof of a storyboard: every excerpt on it with its spans and its sentence."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from generator.language import sentences
from generator.model import (
    Content,
    Excerpt,
    Manuscript,
    Proof,
    ProvenSentence,
    ProvenSlide,
    ProvenText,
    Span,
    Storyboard,
)

_KINDS = {
    "title": "title",
    "value": "figure",
    "surface": "figure",
    "items": "optional",
    "group": "optional",
    "section": "optional",
    "callouts": "optional",
    "left_head": "optional",
    "right_head": "optional",
}
"""By the field of the content that holds the excerpt; every other is text. What is optional says again what stands
elsewhere, and a layout without room for it leaves it out."""
_OPTIONAL = {name for name, kind in _KINDS.items() if kind == "optional"}


def prove(storyboard: Storyboard, manuscript: Manuscript) -> Proof:
    """The origin of every text on the storyboard that comes from the speech."""
    known = _Sentences(manuscript)
    slides = tuple(
        ProvenSlide(slide.id, tuple(known.proven(kind, excerpt) for kind, excerpt in _excerpts(slide.content)))
        for slide in storyboard.slides
    )
    return Proof(
        manuscript.name, digest_of(manuscript), slides, tuple(known.used), left_to_notes=storyboard.left_to_notes
    )


def digest_of(manuscript: Manuscript) -> str:
    """The SHA-256 of the manuscript's text; lone surrogates, which UTF-8 cannot hold, count as they are."""
    return hashlib.sha256(manuscript.text.encode("utf-8", "surrogatepass")).hexdigest()


def _excerpts(content: Content) -> Iterator[tuple[str, Excerpt]]:
    """Every excerpt of a slide that has spans, with its kind, each once."""
    seen: set[tuple[str, Excerpt]] = set()
    for name, excerpt in _walk(content, ""):
        pair = (_KINDS.get(name, "text"), excerpt)
        if excerpt.spans and pair not in seen:
            seen.add(pair)
            yield pair


def _walk(value: Any, name: str) -> Iterator[tuple[str, Excerpt]]:
    if isinstance(value, Excerpt):
        yield name, value
    elif isinstance(value, tuple):
        for item in value:
            yield from _walk(item, name)
    elif is_dataclass(value) and not isinstance(value, type):
        for own in fields(value):
            yield from _walk(getattr(value, own.name), name if name in _OPTIONAL else own.name)


class _Sentences:
    """The sentences of a manuscript, and those of them that were asked for."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._manuscript = manuscript
        self._spans = [span for block in manuscript.blocks for span in sentences(manuscript.words, block.span)]
        self._starts = [span.start for span in self._spans]
        self._index_of: dict[Span, int] = {}
        self.used: list[ProvenSentence] = []

    def proven(self, kind: str, excerpt: Excerpt) -> ProvenText:
        at = max(0, bisect_right(self._starts, excerpt.spans[0].start) - 1)
        span = self._spans[at]
        if span not in self._index_of:
            self._index_of[span] = len(self.used)
            self.used.append(ProvenSentence(span, self._manuscript.excerpt(span).text.strip()))
        return ProvenText(kind, excerpt.text, excerpt.spans, self._index_of[span])
