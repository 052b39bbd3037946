"""What the deck itself recorded when it was made, held against what it shows now and against the speech."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.checking.deck import SavedDeck
from generator.checking.provenance import squeezed
from generator.checking.texts import ShownText
from generator.errors import finding
from generator.model import Finding, Manuscript, Proof
from generator.proving import digest_of

_LONGEST_QUOTED = 30
"""Characters of a text that a message repeats."""


def check_proof(deck: SavedDeck, texts: Iterable[ShownText], manuscript: Manuscript) -> Iterator[Finding]:
    """`speech_differs`, `proof_broken`, `edited_by_hand`, `slide_removed`; nothing for a deck without a proof."""
    if deck.proof is None:
        return
    if deck.proof.digest != digest_of(manuscript):
        yield finding("speech_differs", speech=deck.proof.speech)
    else:
        yield from _broken(deck.proof, manuscript)
    yield from _edited(deck, deck.proof, texts)


def _broken(proof: Proof, manuscript: Manuscript) -> Iterator[Finding]:
    for slide in proof.slides:
        for text in slide.texts:
            if "".join(span.of(manuscript.text) for span in text.spans) != text.words:
                yield finding("proof_broken", spans=text.spans, words=_quoted(text.words))


def _edited(deck: SavedDeck, proof: Proof, texts: Iterable[ShownText]) -> Iterator[Finding]:
    """What a person took away or changed. Pages of one slide (point-1-2, point-1-2.2) count together."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for slide in deck.slides:
        numbers[slide_id(slide.name)].append(slide.number)
    shown: dict[int, str] = defaultdict(str)
    for text in texts:
        shown[text.slide] += squeezed(text.text) + "\n"
    for proven in proof.slides:
        own = numbers.get(proven.slide_id)
        if not proven.texts:
            continue
        if own is None:
            yield finding("slide_removed", title=_quoted(proven.texts[0].words))
            continue
        visible = "".join(shown[number] for number in own)
        for was in proven.texts:
            if was.kind != "optional" and squeezed(was.words) not in visible:
                yield finding("edited_by_hand", slide=own[0], spans=was.spans, words=_quoted(was.words))


def slide_id(name: str) -> str:
    """The id of the storyboard's slide that a page belongs to: point-1-2.2 is the second page of point-1-2."""
    head, dot, tail = name.rpartition(".")
    return head if dot and tail.isdigit() else name


def _quoted(words: str) -> str:
    return words if len(words) <= _LONGEST_QUOTED else words[:_LONGEST_QUOTED] + "……"
