"""Where the words around a number come apart: what belongs to it as the thing counted, and what begins a new predicate.

新增|4所|示范幼儿园 holds a number between a verb and its noun; in 486名|有服务能力的党员 ¦ 走进|6个|村 the words
between two numbers are parted at ¦: the noun phrase belongs to the number before it, the verb to the one behind it.
"""

from __future__ import annotations

import re

from generator.figures.lexicon import listed as lexicon
from generator.language.words import Word, words
from generator.model import Span

_CONJUNCTION = re.compile(r"、|以及|和(?!谐|平|睦)|及(?!时|格)|与(?!会)")


def parts_at_predicate(text: str, span: Span) -> tuple[Span, Span]:
    """`span` in two: the noun phrase of the number before it, and the predicate that leads to what comes next.

    A phrase with 的 reaches to the end of the nouns behind the 的, even if it opens with a verb (有服务能力的党员).
    """
    piece = span.of(text)
    listed = words(piece)
    at = _end_of_relative_clause(listed)
    for index in range(at, len(listed)):
        word = listed[index]
        if opens_predicate(listed, index):
            return Span(span.start, span.start + word.start), Span(span.start + word.start, span.end)
    return span, Span(span.end, span.end)


def _end_of_relative_clause(listed: tuple[Word, ...]) -> int:
    """The index behind the 的 of a phrase in front of a noun: 有服务能力的|党员 → 3; 0 where there is none."""
    for index, word in enumerate(listed):
        if word.text in {"，", "；", "。", "："}:
            return 0
        if word.text == "的":
            return index + 1 if index + 1 < len(listed) else 0
    return 0


def opens_predicate(listed: tuple[Word, ...], index: int) -> bool:
    """Whether the word opens a predicate here: 发放 in 困难人员发放补贴; not 就业 in 就业困难人员."""
    word = listed[index]
    if word.text in lexicon("predicates"):
        return True
    # A verb that the lexicon does not know opens a predicate behind a noun: 农户|喜迁新居.
    plain_verb = word.flag == "v" and len(word.text) >= 2 and word.text not in lexicon("describing")
    return plain_verb and index > 0 and _noun(listed, index - 1)


def _noun(listed: tuple[Word, ...], index: int) -> bool:
    return listed[index].flag[0] in "njlsr" or listed[index].text in "）”》"


def opens_with_predicate(text: str) -> bool:
    """Whether the words behind a number go on with the sentence instead of naming what was counted.

    >>> opens_with_predicate("妥善解决了一批问题"), opens_with_predicate("就业困难人员")
    (True, False)
    """
    listed = words(text)
    return bool(listed) and (opens_predicate(listed, 0) or listed[0].flag[0] in "pcduy")


def shortened(text: str, span: Span, longest: int) -> Span:
    """`span` cut at a word border behind at most `longest` characters."""
    if len(span) <= longest:
        return span
    end = span.start
    for word in words(span.of(text)):
        if word.end > longest:
            break
        end = span.start + word.end
    return Span(span.start, end)


def tail(text: str, span: Span, longest: int) -> Span:
    """`span` without its first words, at most `longest` characters long, from behind a 的 or a mark if one is near."""
    if len(span) <= longest:
        return span
    piece = span.of(text)
    earliest = len(piece) - longest
    for mark in ("，", "的", "、"):
        at = piece.find(mark, earliest - 1, earliest + longest // 3)
        if at >= 0:
            return Span(span.start + at + 1, span.end)
    start = next((word.start for word in words(piece) if word.start >= earliest), earliest)
    return Span(span.start + start, span.end)


def coordinated(text: str, span: Span, count: int) -> tuple[Span, ...]:
    """The `count` things joined by 、和与及 in `span`, or nothing where there are not as many.

    >>> [item.of("甲乡、乙乡和丙乡") for item in coordinated("甲乡、乙乡和丙乡", Span(0, 8), 3)]
    ['甲乡', '乙乡', '丙乡']
    """
    piece = span.of(text)
    joints = [match.span() for match in _CONJUNCTION.finditer(piece) if _outside_marks(piece, match.start())]
    for limit in (joints, [joint for joint in joints if piece[joint[0]] == "、"]):
        if len(limit) == count - 1:
            edges = [0, *(edge for joint in limit for edge in joint), len(piece)]
            items = tuple(Span(span.start + edges[i], span.start + edges[i + 1]) for i in range(0, len(edges), 2))
            if all(len(item) > 0 for item in items):
                return items
    return ()


def _outside_marks(piece: str, at: int) -> bool:
    head = piece[:at]
    return all(head.count(opening) <= head.count(closing) for opening, closing in ("“”", "（）", "《》"))
