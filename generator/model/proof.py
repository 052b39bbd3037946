"""Where every word of a deck comes from, as the deck itself keeps it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.text import Excerpt, Span


@dataclass(frozen=True, slots=True)
class ProvenText:
    """One text of a slide: its words, the places in the speech that they are made of, and the sentence around them.

    `sentence` is an index into `Proof.sentences`; `kind` is what the text is on the slide: title, figure, text,
    or optional where a layout without room may leave it out.
    """

    kind: str
    words: str
    spans: tuple[Span, ...]
    sentence: int


@dataclass(frozen=True, slots=True)
class ProvenSlide:
    """The texts of one slide of the storyboard, by its id."""

    slide_id: str
    texts: tuple[ProvenText, ...]


@dataclass(frozen=True, slots=True)
class ProvenSentence:
    """A sentence of the speech that some slide draws on."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Proof:
    """The origin of every text. `digest` is the SHA-256 of the speech's text in UTF-8, in hexadecimal.

    `left_to_notes` are the figures that the deck was not asked to show, see `Storyboard`.
    """

    speech: str
    digest: str
    slides: tuple[ProvenSlide, ...]
    sentences: tuple[ProvenSentence, ...]
    left_to_notes: tuple[Excerpt, ...] = ()

    def slide(self, slide_id: str) -> ProvenSlide | None:
        """The slide of that id."""
        return next((slide for slide in self.slides if slide.slide_id == slide_id), None)
