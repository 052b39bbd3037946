"""A sentence as clauses: what each of them does, and what of it may go."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TypeVar

from generator.condensing.clauses import Clause, ClauseKind
from generator.condensing.fillers import filler_cuts
from generator.condensing.halves import bound_halves
from generator.condensing.kinds import is_topic, kind_of, opens_pair
from generator.condensing.lexicon import opening
from generator.condensing.speech import is_empty, members, opens_with_verb, subject_length, verb_after
from generator.language import clauses, words
from generator.model import Figure, Ledger, Manuscript, Redaction, Span

_Placed = TypeVar("_Placed", Figure, Redaction)
_LONGEST_CLAUSE = 400
"""Characters. So long a run without a mark is a table or a dump, of which nothing can be made."""
_CLAUSE_MARKS = "，,；;：:。！？!?…—、"
_OF_US = ("是", "这", "那", "的", "每", "都是")
"""Behind 我们 they say who we are, and the clause is not the same without: 我们是人民政府, 我们这样一个大县."""
_SHORTEST_MEMBER = 7
"""Characters. 引进难, 留住难: shorter members share the subject of the first."""
_LACK = re.compile(r"不(?!断|同|仅|但)|未|没有|缺|欠|难|有待|有限|单一|薄弱|滞后|落后|[较偏][低弱少慢差松软]")
"""How a member says what is amiss: the predicate of a problem."""
_NAMED = ("等", "问题", "现象", "情况", "的")
"""A noun at the end governs the whole list: A不强、B不够等问题."""
_MARKER = re.compile(
    r"(?:第?[一二三四五六七八九十]+(?:是|要)|第[一二三四五六七八九十]+(?=[，、,：:])|[（(][一二三四五六七八九十\d]+[）)]|[①-⑳])[，、,：:]?"
)


def read_clauses(manuscript: Manuscript, ledger: Ledger, sentence: Span) -> tuple[tuple[Clause, ...], ...]:
    """The clauses of a sentence, grouped by what stands between ； and ：, ends without white space and noise.

    A list of whole clauses joined by 、 is parted like one joined by ； (形式单一、意识不强 each with its subject).
    """
    text = manuscript.words
    groups: list[list[Clause]] = [[]]
    after_among = False
    joined = _quotes_attributed(text, clauses(text, sentence))
    for piece in chain.from_iterable(_lacks_told(text, clause) for clause in joined):
        start, end = piece.start, piece.end
        while end > start and (text[end - 1].isspace() or text[end - 1] in _CLAUSE_MARKS):
            end -= 1
        while start < end and text[start].isspace():
            start += 1
        mark = next((Span(i, i + 1) for i in range(end, piece.end) if text[i] in _CLAUSE_MARKS), None)
        if start < end:
            found = _clause(manuscript, ledger, Span(start, end), mark, after_among, _says_something(groups[-1]))
            after_among = found.text.endswith(("其中", "包括"))
            groups[-1].append(found)
        if mark and mark.of(text) in "；;：:、":
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


def _lacks_told(text: str, piece: Span) -> Iterator[Span]:
    """The members of a 、 list each of which says by itself what is amiss, or the clause as it is.

    个别党员意识不强、党建与教学融合不够紧密 are two clauses; 意识不强、融合不够等问题 is one, of one noun, and so is
    人才引进难、留住难, whose second member has no subject.
    """
    clause = piece.of(text)
    runs = members(clause)
    pieces = [member.of(clause).strip(_CLAUSE_MARKS) for member in runs[0]] if runs else []
    told = len(pieces) > 1 and all(_tells_a_lack(part) for part in pieces)
    if not told:
        yield piece
        return
    at = piece.start
    for member in runs[0][:-1]:
        yield Span(at, piece.start + member.end + 1)
        at = piece.start + member.end + 1
    yield Span(at, piece.end)


def _tells_a_lack(member: str) -> bool:
    member = member[opener_length(member) :]
    named = member.startswith(("有的", "有些")) or not opens_with_verb(member)
    alone = len(member) >= _SHORTEST_MEMBER and named
    return alone and bool(_LACK.search(member)) and not member.endswith(_NAMED)


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
    return Clause(
        span, text, mark, kind, opener, subject, cuts, figures, topic, pair, redacted, blank, is_empty(body[subject:])
    )


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
        if rest.startswith(_OF_US) and word.endswith("我们"):
            break
        if len(rest) < 4 or (
            bare and first and (first.text != word or not (word == "但" or opens_with_verb(rest) or _adverb(rest)))
        ):
            break
        at += len(word)
    return at


def _adverb(rest: str) -> bool:
    first = next(iter(words(rest)), None)
    return first is not None and first.flag in ("d", "ad", "p") and not rest.startswith(("不", "未", "没"))
