"""The notes of all slides, in order, against the manuscript: whole, each sentence once, nothing else."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.checking.deck import SavedDeck
from generator.checking.provenance import squeezed
from generator.checking.words import quoted
from generator.errors import finding
from generator.language import sentences
from generator.model import Finding, Manuscript, Span

_KEY = 3
"""Characters by which the sentences that may begin at a place are looked up."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of the manuscript: its words squeezed, its place."""

    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A stretch of the notes: a sentence of the manuscript, or words that are none (`known` false)."""

    words: str
    start: int
    known: bool


def check_notes(deck: SavedDeck, manuscript: Manuscript) -> Iterator[Finding]:
    """`notes_missing`, `notes_twice`, `notes_foreign`, `notes_out_of_order`; nothing when the two texts are equal."""
    notes, slides = _notes_of(deck)
    if notes == squeezed(manuscript.words):
        return
    said = tuple(
        _Sentence(words, span)
        for block in manuscript.blocks
        for span in sentences(manuscript.words, block.span)
        if (words := squeezed(span.of(manuscript.words)))
    )
    spoken = _read(notes, said)
    yield from _missing(said, spoken, slides)
    yield from _twice(said, spoken, slides)
    for stretch in spoken:
        if not stretch.known:
            yield finding("notes_foreign", slide=slides.at(stretch.start), words=quoted(stretch.words))
    yield from _order(said, spoken, slides)


class _SlideMap:
    """Which slide a place in the joined notes belongs to."""

    def __init__(self, starts: list[int], numbers: list[int]) -> None:
        self._starts = starts
        self._numbers = numbers

    def at(self, offset: int) -> int | None:
        """The slide's number, or None where no slide has notes."""
        return self._numbers[max(0, bisect_right(self._starts, offset) - 1)] if self._numbers else None


def _notes_of(deck: SavedDeck) -> tuple[str, _SlideMap]:
    parts: list[str] = []
    starts, numbers, length = [], [], 0
    for slide in deck.slides:
        words = squeezed("".join(slide.notes))
        if words:
            starts.append(length)
            numbers.append(slide.number)
            parts.append(words)
            length += len(words)
    return "".join(parts), _SlideMap(starts, numbers)


def _read(notes: str, said: tuple[_Sentence, ...]) -> list[_Spoken]:
    """The notes cut into sentences of the manuscript and what lies between them.

    After a sentence its successor is tried first, so that a sentence that begins like another is not mistaken for it.
    """
    beginnings: dict[str, list[str]] = defaultdict(list)
    for words in dict.fromkeys(sentence.words for sentence in said):
        beginnings[words[:_KEY]].append(words)
    for listed in beginnings.values():
        listed.sort(key=len, reverse=True)
    successor = {first.words: second.words for first, second in zip(said[-2::-1], said[:0:-1], strict=True)}
    spoken: list[_Spoken] = []
    at, foreign_from = 0, 0
    last = None
    expected = said[0].words if said else ""
    while at < len(notes):
        found = expected if expected and notes.startswith(expected, at) else None
        if found is None:
            keys = {notes[at : at + size] for size in range(1, _KEY + 1)}
            options = [words for key in keys for words in beginnings.get(key, ()) if notes.startswith(words, at)]
            found = max(options, key=len, default=None)
        if found is None:
            at += 1
            continue
        if foreign_from < at:
            spoken.append(_Spoken(notes[foreign_from:at], foreign_from, known=False))
        spoken.append(_Spoken(found, at, known=True))
        at += len(found)
        foreign_from = at
        last = found
        expected = successor.get(last, "")
    if foreign_from < len(notes):
        spoken.append(_Spoken(notes[foreign_from:], foreign_from, known=False))
    return spoken


def _missing(said: tuple[_Sentence, ...], spoken: list[_Spoken], slides: _SlideMap) -> Iterator[Finding]:
    """One finding for each run of sentences that the notes lack, on the slide where they should stand."""
    left = Counter(stretch.words for stretch in spoken if stretch.known)
    first_place: dict[str, int] = {}
    for stretch in spoken:
        first_place.setdefault(stretch.words, stretch.start)
    present: list[bool] = []
    for sentence in said:
        present.append(left[sentence.words] > 0)
        left[sentence.words] -= 1
    before: int | None = None
    for is_present, run in groupby(range(len(said)), key=lambda index: present[index]):
        members = list(run)
        if is_present:
            before = first_place[said[members[-1]].words]
            continue
        first, last = said[members[0]], said[members[-1]]
        yield finding(
            "notes_missing",
            slide=slides.at(before if before is not None else 0),
            spans=(Span(first.span.start, last.span.end),),
            words=quoted(first.words),
            count=len(members),
        )


def _twice(said: tuple[_Sentence, ...], spoken: list[_Spoken], slides: _SlideMap) -> Iterator[Finding]:
    expected = Counter(sentence.words for sentence in said)
    seen: Counter[str] = Counter()
    for stretch in spoken:
        if stretch.known:
            seen[stretch.words] += 1
            if seen[stretch.words] == expected[stretch.words] + 1:
                yield finding("notes_twice", slide=slides.at(stretch.start), words=quoted(stretch.words))


def _order(said: tuple[_Sentence, ...], spoken: list[_Spoken], slides: _SlideMap) -> Iterator[Finding]:
    """The first sentence that stands elsewhere than in the speech, among those that both have."""
    present = Counter(stretch.words for stretch in spoken if stretch.known)
    in_speech: list[str] = []
    for sentence in said:
        if present[sentence.words] > 0:
            present[sentence.words] -= 1
            in_speech.append(sentence.words)
    expected = Counter(in_speech)
    in_notes: list[_Spoken] = []
    for stretch in spoken:
        if stretch.known and expected[stretch.words] > 0:
            expected[stretch.words] -= 1
            in_notes.append(stretch)
    for words, stretch in zip(in_speech, in_notes, strict=True):
        if words != stretch.words:
            yield finding("notes_out_of_order", slide=slides.at(stretch.start), words=quoted(stretch.words))
            return
