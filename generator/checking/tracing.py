"""Slide by slide, where each text comes from: for a person who asks “where did he say that?”."""

from __future__ import annotations

from dataclasses import dataclass

from generator.checking.opened import open_deck
from generator.checking.proof import slide_id
from generator.checking.provenance import squeezed
from generator.checking.texts import shown_texts
from generator.errors import OutputError
from generator.model import Span


@dataclass(frozen=True, slots=True)
class TracedText:
    """A text of a slide, and the sentence of the speech that it comes from.

    `sentence` and `spans` are None and empty for a label of the deck (目录, 01) and for what a person typed in.
    """

    slide: int
    text: str
    sentence: str | None
    spans: tuple[Span, ...]


def trace(deck: bytes, slide: int | None = None) -> tuple[TracedText, ...]:
    """The texts of one slide (from 1), or of all, each with its sentence as the deck's own proof has it.

    Raises:
        OutputError: the deck cannot be opened, carries no proof (`deck_without_proof`), or has no such slide
            (`slide_unknown`).
    """
    saved = open_deck(deck)
    if saved.proof is None:
        raise OutputError.of("deck_without_proof")
    if slide is not None and not 1 <= slide <= len(saved.slides):
        raise OutputError.of("slide_unknown", slide=slide, count=len(saved.slides))
    names = {own.number: slide_id(own.name) for own in saved.slides}
    traced = []
    for shown in shown_texts(saved, frozenset()):
        if slide is not None and shown.slide != slide:
            continue
        proven_slide = saved.proof.slide(names[shown.slide])
        words = squeezed(shown.text)
        proven = next((t for t in proven_slide.texts if squeezed(t.words) in words), None) if proven_slide else None
        sentence = saved.proof.sentences[proven.sentence].words if proven else None
        line = shown.text.replace("\n", "").replace("\v", "")  # a line break is set, not said
        traced.append(TracedText(shown.slide, line, sentence, proven.spans if proven else ()))
    return tuple(traced)
