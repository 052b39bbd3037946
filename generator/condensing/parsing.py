"""A sentence as clauses: what each of them does, and what of it may go."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TypeVar

from generator.condensing.clauses import Clause, ClauseKind
from generator.condensing.fillers import filler_cuts
from generator.condensing.halves import bound_halves
from generator.condensing.kinds import is_topic, kind_of, opens_pair
from generator.condensing.lexicon import opening
from generator.condensing.speech import opens_with_verb, subject_length, verb_after
from generator.language import clauses, words
from generator.model import Figure, Ledger, Manuscript, Redaction, Span

_Placed = TypeVar("_Placed", Figure, Redaction)
_LONGEST_CLAUSE = 400
"""Characters. So long a run without a mark is a table or a dump, of which nothing can be made."""
_CLAUSE_MARKS = "，,；;：:。！？!?…—"
_MARKER = re.compile(
    r"(?:第?[一二三四五六七八九十]+(?:是|要)|第[一二三四五六七八九十]+(?=[，、,：:])|[（(][一二三四五六七八九十\d]+[）)]|[①-⑳])[，、,：:]?"
)


def read_clauses(manuscript: Manuscript, ledger: Ledger, sentence: Span) -> tuple[tuple[Clause, ...], ...]:
    """The clauses of a sentence, grouped by what stands between ； and ：, ends without white space and noise."""
    text = manuscript.words
    groups: list[list[Clause]] = [[]]
    after_among = False
    for piece in _quotes_attributed(text, clauses(text, sentence)):
        start, end = piece.start, piece.end
        while end > start and (text[end - 1].isspace() or text[end - 1] in _CLAUSE_MARKS):
            end -= 1
        while start < end and text[start].isspace():
            start += 1
        mark = next((Span(i, i + 1) for i in range(end, piece.end) if text[i] in _CLAUSE_MARKS), None)
        if start < end:
            clause = _clause(manuscript, ledger, Span(start, end), mark, after_among, _says_something(groups[-1]))
            after_among = clause.text.endswith(("其中", "包括"))
            groups[-1].append(clause)
        if mark and mark.of(text) in "；;：:":
            groups.append([])
    return tuple(bound_halves(group) for group in groups if group)


def _inside(items: Sequence[_Placed], span: Span) -> tuple[_Placed, ...]:
    """Those of `items`, sorted by their spans, that begin in `span` and end there."""
    found = []
    for i in range(bisect_left(items, span.start, key=lambda item: item.span.start), len(items)):
        if items[i].span.start >= span.end:
            break
        if items[i].span.end <= span.end:
            found.append(items[i])
    return tuple(found)


def _says_something(group: list[Clause]) -> bool:
    """Whether a clause that stays stands before: 截至目前，共排查隐患418处 opens with the second one."""
    return any(clause.kind not in (ClauseKind.LINK, ClauseKind.COURTESY) for clause in group)


def _quotes_attributed(text: str, pieces: tuple[Span, ...]) -> list[Span]:
    """A quotation behind ： stays with the one who said it: 他说：“久久为功。” is one clause."""
    joined: list[Span] = []
    for piece in pieces:
        if joined and text[joined[-1].end - 1] in "：:" and text[piece.start] in "“「" and len(joined[-1]) <= 20:
            joined[-1] = Span(joined[-1].start, piece.end)
        else:
            joined.append(piece)
    return joined


def _clause(
    manuscript: Manuscript, ledger: Ledger, span: Span, mark: Span | None, after_among: bool, inner: bool
) -> Clause:
    text = span.of(manuscript.words)
    figures = _inside(ledger.figures, span)
    redactions = _inside(manuscript.redactions, span)
    redacted = bool(redactions)
    if len(text) > _LONGEST_CLAUSE:
        return Clause(span, text, mark, ClauseKind.LINK, 0, 0, (), figures, False, False, redacted)
    opener = opener_length(text)
    body = text[opener:]
    subject = subject_length(body)
    pair = opens_pair(body)
    kind = kind_of(text, body, subject, bool(figures), inner)
    if after_among or (redacted and kind is ClauseKind.MAIN and not verb_after(text)):
        kind = ClauseKind.FOLLOWER
    topic = kind is ClauseKind.FRAME and is_topic(body)
    blank = any(redaction.span.start > span.start + opener for redaction in redactions)
    cuts = filler_cuts(text)
    return Clause(span, text, mark, kind, opener, subject, cuts, figures, topic, pair, redacted, blank)


def opener_length(text: str) -> int:
    """How many characters at the head of a clause only tie it to what stands before, or count it.

    >>> [opener_length(text) for text in ("并建立了台账", "一是抓学习促提升", "并不意外", "还款能力增强")]
    [1, 2, 0, 0]
    """
    at = 0
    if match := _MARKER.match(text):
        at = match.end()
    while word := opening(text[at:], "opener", "words"):
        rest = text[at + len(word) :]
        bare = len(word) == 1
        first = next(iter(words(text[at:])), None)
        # 并 and 还 only before a verb and only as words of their own: not in 并不, 并网, 还款.
        if len(rest) < 4 or (bare and first and (first.text != word or not (opens_with_verb(rest) or _adverb(rest)))):
            break
        at += len(word)
    return at


def _adverb(rest: str) -> bool:
    first = next(iter(words(rest)), None)
    return first is not None and first.flag in ("d", "ad", "p") and not rest.startswith(("不", "未", "没"))
