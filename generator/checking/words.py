"""Every text of every slide held against the speech: its words, its numbers, its negations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.checking.numbers import (
    Fault,
    Mismatch,
    has_numbers,
    mismatches,
    mismatches_anywhere,
    without_numbers,
)
from generator.checking.provenance import Origin, Piece, Sources, Traced, numbers_of, squeezed
from generator.checking.texts import Place, ShownText
from generator.errors import finding
from generator.language.quantities import NumberKind
from generator.model import Finding, Ledger

_CODES = {
    Fault.VALUE: "number_not_in_speech",
    Fault.UNIT: "unit_changed",
    Fault.PLACE: "number_misplaced",
    Fault.QUALIFIER: "qualifier_dropped",
}
_YEAR = re.compile(r"(\d{4})年?")
_YEARS = re.compile(r"(\d{4})年?(?:至|到|[-－–—~～]+)(\d{4})年")
_FEWEST_WORDS = 3
"""Characters beside its numbers by which a text can still be recognised."""
_LONGEST_QUOTED = 40
"""Characters of a text that a message quotes."""


def check_words(texts: Iterable[ShownText], sources: Sources, ledger: Ledger) -> Iterator[Finding]:
    """Words that the speech lacks, numbers that it says otherwise, negations lost, figures under another's name."""
    texts = tuple(texts)
    on_cover = frozenset(
        traced.words
        for text in texts
        if text.slide == 1 and text.place is Place.LINE
        for traced in sources.trace(text.text)
    )
    names = {squeezed(figure.label.text) for figure in ledger.figures if figure.label}
    named_figures = {(squeezed(figure.label.text), squeezed(figure.text)) for figure in ledger.figures}
    ends = {texts[0].slide, texts[-1].slide} if texts else set()
    for text in texts:
        own = on_cover if text.slide in ends else frozenset()
        for traced in sources.trace(text.text):
            yield from _check(text, traced, sources, own)
        if text.caption is not None and text.place is not Place.CHART_VALUE:
            name, figure = squeezed(text.caption), squeezed(text.text)
            if name in names and (name, figure) not in named_figures:
                said = "、".join(sorted(f.text for f in ledger.figures if squeezed(f.label.text) == name))
                yield finding(
                    "number_misplaced", slide=text.slide, shown=f"{name}：{figure}", said=said or "没有这个数"
                )


def _check(text: ShownText, traced: Traced, sources: Sources, own: frozenset[str]) -> Iterator[Finding]:
    if text.place is Place.CHART_NAME and _is_year_between(traced.words, sources):
        return
    match traced.origin:
        case Origin.LABEL | Origin.GIVEN:
            return
        case Origin.SPEECH if len(traced.words) == 1 and text.place is not Place.CHART_NAME:
            # 1处 without its number: a single letter is in every speech and proves nothing.
            yield finding("text_not_in_speech", slide=text.slide, shown=traced.words)
        case Origin.SPEECH:
            yield from _numbers(text, mismatches(traced.words, traced.pieces))
        case Origin.QUALIFIER_LOST:
            said = quoted(traced.pieces[0].text)
            yield finding("qualifier_dropped", slide=text.slide, shown=quoted(traced.words), said=said)
        case Origin.NUMBER_CUT:
            yield from _misplaced(text, traced.words, traced.pieces)
        case Origin.NEGATION_LOST:
            piece = traced.pieces[0]
            yield finding(
                "negation_dropped",
                slide=text.slide,
                spans=piece.spans,
                shown=quoted(traced.words),
                said=quoted(piece.text),
            )
        case Origin.NONE:
            yield from _unknown(text, traced.words, sources, own)


def _unknown(text: ShownText, words: str, sources: Sources, own: frozenset[str]) -> Iterator[Finding]:
    """Words that come from no sentence: with a number changed, or by somebody's own hand.

    `own` are the lines of the cover, which the last slide may repeat: the user says who speaks, for whom, and when.
    """
    if text.place is Place.LINE and words in own and _may_be_occasion(words, sources):
        return
    if has_numbers(words):
        bare = without_numbers(words)
        before = sources.made_of(bare) if len(bare) >= _FEWEST_WORDS else ()
        if before:
            yield from _misplaced(text, words, before)
            return
        found = mismatches_anywhere(words, sources)
        if found:
            yield from _numbers(text, found)
            return
    yield finding("text_not_in_speech", slide=text.slide, shown=quoted(words))


def _may_be_occasion(words: str, sources: Sources) -> bool:
    """Whether a line of the cover can be speaker, unit or date: the user's own words, which are in no speech.

    A date counts only as long as nobody said which one it is; 投入1300万元 never does.
    """
    numbers = numbers_of(words)
    return not numbers or (not sources.date_is_given and all(number.kind is NumberKind.DATE for number in numbers))


def _is_year_between(words: str, sources: Sources) -> bool:
    """Whether a name in a chart is a year that the speech counts without naming it: 2022年 of 2021年至2024年.

    Only a chart may say it, over one of the values of 分别为86.4%、89.1%、92.5%和95.8%; 2025年 is never meant.
    """
    year = _YEAR.fullmatch(words)
    if not year:
        return False
    ranges = (found for piece in sources.pieces for found in _YEARS.finditer(piece.text))
    return any(int(found[1]) < int(year[1]) < int(found[2]) for found in ranges)


def _misplaced(text: ShownText, words: str, pieces: Sequence[Piece]) -> Iterator[Finding]:
    """A text whose numbers stand otherwise in the sentences that it was made from, in whatever way."""
    found = mismatches(words, pieces)
    yield from _numbers(text, found)
    if not found:
        yield finding("number_misplaced", slide=text.slide, shown=quoted(words), said=quoted(pieces[0].text))


def _numbers(text: ShownText, found: Iterable[Mismatch]) -> Iterator[Finding]:
    for mismatch in found:
        yield finding(
            _CODES[mismatch.fault], slide=text.slide, shown=mismatch.shown, said=mismatch.said or "没有相近的数"
        )


def quoted(words: str) -> str:
    """Words as a message quotes them: long ones with their middle left out."""
    if len(words) <= _LONGEST_QUOTED:
        return words
    half = _LONGEST_QUOTED // 2
    return f"{words[:half]}……{words[-half:]}"
