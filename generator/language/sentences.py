"""Lossless splitting: the spans of a text's sentences, and of a sentence's clauses, join up to the text again.

Nothing inside a pair of quotation marks, book-title marks or brackets is ever a border, as long as the pair closes in
the same paragraph: “大走访。大排查。” stays one piece, since a quotation may not be cut.
"""

from __future__ import annotations

import re

from generator.model import Span

_SENTENCE_ENDS = frozenset("。！？!?")
_CLAUSE_ENDS = frozenset("，,；;：:。！？!?")
_PAIRS = {
    "“": "”",
    "‘": "’",
    "《": "》",
    "（": "）",
    "(": ")",
    "「": "」",
    "『": "』",
    "【": "】",
    "〈": "〉",
    "〔": "〕",
}
_CLOSERS = frozenset(_PAIRS.values())
_STOPS = {
    ends: re.compile("[" + re.escape("".join(sorted({*ends, *_PAIRS, "\n"}))) + "]")
    for ends in (_SENTENCE_ENDS, _CLAUSE_ENDS)
}
"""Where splitting looks twice; all other characters are passed over at once."""
_LONGEST_PAIR = 400
"""Characters between an opening mark and its closing one; further apart, one of the two was forgotten."""


def sentences(text: str, span: Span | None = None) -> tuple[Span, ...]:
    """The sentences of `text` inside `span`: together they cover it, white space belongs to what stands before it.

    A line end always ends a sentence; 。！？ do outside of quotations and brackets, together with the closing marks
    that follow; a quotation that itself ends with one ends the sentence around it too.

    >>> [s.of("他说：“好。行。”对吧？嗯") for s in sentences("他说：“好。行。”对吧？嗯")]
    ['他说：“好。行。”', '对吧？', '嗯']
    """
    return _split(text, Span(0, len(text)) if span is None else span, _SENTENCE_ENDS)


def clauses(text: str, span: Span | None = None) -> tuple[Span, ...]:
    """The clauses of `text` inside `span`, each with the mark that ends it (，；：。！？).

    >>> [c.of("抓早，抓小；“一，二”都抓。") for c in clauses("抓早，抓小；“一，二”都抓。")]
    ['抓早，', '抓小；', '“一，二”都抓。']
    """
    return _split(text, Span(0, len(text)) if span is None else span, _CLAUSE_ENDS)


def _split(text: str, span: Span, ends: frozenset[str]) -> tuple[Span, ...]:
    pieces: list[Span] = []
    start = at = span.start
    stops = _STOPS[ends]
    while stop := stops.search(text, at, span.end):
        at, char = stop.start(), stop[0]
        if char in _PAIRS:
            at = _after_pair(text, at, span.end)
            if at - 2 > span.start and text[at - 1] in _CLOSERS and text[at - 2] in _SENTENCE_ENDS:
                at = _after_marks(text, at, span.end, ends)
                pieces.append(Span(start, at))
                start = at
            continue
        at += 1
        if char == "\n" or not _inside_number(text, at - 1):
            at = _after_marks(text, at, span.end, ends)
            pieces.append(Span(start, at))
            start = at
    if start < span.end:
        pieces.append(Span(start, span.end))
    return tuple(pieces)


def _after_pair(text: str, at: int, end: int) -> int:
    """The offset behind the mark that closes the pair opened at `at`; just behind `at` when it is never closed."""
    waiting = [_PAIRS[text[at]]]
    for i in range(at + 1, min(end, at + _LONGEST_PAIR)):
        char = text[i]
        if char == "\n":
            break
        if char == waiting[-1]:
            waiting.pop()
            if not waiting:
                return i + 1
        elif char in _PAIRS:
            waiting.append(_PAIRS[char])
    return at + 1


def _after_marks(text: str, at: int, end: int, ends: frozenset[str]) -> int:
    """Behind further end marks, closing marks and white space that belong to the piece that has just ended."""
    while at < end and (text[at] in ends or text[at] in _CLOSERS or text[at].isspace()):
        at += 1
    return at


def _inside_number(text: str, at: int) -> bool:
    """1,200 and 8:41 hold no border."""
    return 0 < at < len(text) - 1 and text[at] in ",:" and text[at - 1].isdigit() and text[at + 1].isdigit()
