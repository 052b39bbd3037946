"""Where the words around a number come apart: what belongs to it as the thing counted, and what begins a new predicate.

新增|4所|示范幼儿园 holds a number between a verb and its noun; in 486名|有服务能力的党员 ¦ 走进|6个|村 the words
between two numbers are parted at ¦: the noun phrase belongs to the number before it, the verb to the one behind it.
"""

from __future__ import annotations

import re

from generator.language.words import Word, words
from generator.model import Span
from generator.tallying.lexicon import listed as lexicon

_BETWEEN_NOUNS = frozenset({"与", "对", "在", "从"})
_CONJUNCTION = re.compile(
    r"、|以及|(?<![共温饱缓])和(?![谐平睦解])|(?<![惠涉普危触提旁以])及(?![时格早第其])|(?<![参给])与(?!会)"
)


def parts_at_predicate(text: str, span: Span, *, known_only: bool = False) -> tuple[Span, Span]:
    """`span` in two: the noun phrase of the number before it, and the predicate that leads to what comes next.

    A phrase with 的 reaches to the end of the nouns behind the 的, even if it opens with a verb (有服务能力的党员).
    A verb of the lexicon is tried first; another verb behind a noun opens a predicate only where `known_only` is not
    set, since in 概念|验证平台和 nothing but a noun phrase can follow.
    """
    found = words(span.of(text))
    first = _end_of_relative_clause(found)
    for opens in (_known_predicate, opens_predicate)[: 1 if known_only else 2]:
        for index in range(first, len(found)):
            if opens(found, index):
                at = span.start + found[index].start
                return Span(span.start, at), Span(at, span.end)
    return span, Span(span.end, span.end)


def subject_before_predicate(text: str, span: Span) -> Span:
    """The words of a clause before its first predicate: 园区基础设施|全面开工; empty where it opens with one."""
    found = words(span.of(text))
    if found and found[0].flag == "v" and len(found[0].text) > 1:
        return Span(span.start, span.start)
    if "的" in span.of(text) and found[-1].flag[0] in "nv" and not found[-1].text.endswith("了"):
        noun, rest = parts_at_predicate(text, span, known_only=True)  # 中央财政用于教育的|投入
        return span if rest.of(text) == found[-1].text else noun
    for index, word in enumerate(found):
        if _known_predicate(found, index) and word.text not in _BETWEEN_NOUNS:
            return Span(span.start, span.start + word.start)
    return span


def _end_of_relative_clause(listed: tuple[Word, ...]) -> int:
    """The index behind the 的 of a phrase in front of a noun: 有服务能力的|党员 → 3; 0 where there is none."""
    for index, word in enumerate(listed):
        if word.text in {"，", "；", "。", "："}:
            return 0
        if word.text == "的":
            return index + 1 if index + 1 < len(listed) else 0
    return 0


def _known_predicate(listed: tuple[Word, ...], index: int) -> bool:
    return listed[index].text in lexicon("predicates")


def opens_predicate(listed: tuple[Word, ...], index: int) -> bool:
    """Whether the word opens a predicate here: 发放 in 困难人员发放补贴; not 就业 in 就业困难人员."""
    if _known_predicate(listed, index):
        return True
    word = listed[index]
    # A verb that the lexicon does not know opens a predicate behind a noun: 农户|喜迁新居.
    plain_verb = word.flag == "v" and len(word.text) >= 2 and word.text not in lexicon("describing")
    return plain_verb and index > 0 and _noun(listed, index - 1)


def _noun(listed: tuple[Word, ...], index: int) -> bool:
    return listed[index].flag[0] in "njlsr" or listed[index].text in "）”》"


def opens_with_predicate(text: str) -> bool:
    """Whether the words behind a number go on with the sentence instead of naming what was counted.

    >>> opens_with_predicate("走进6个村"), opens_with_predicate("就业困难人员")
    (True, False)
    """
    listed = words(text)
    return bool(listed) and opens_predicate(listed, 0)


def shortened(text: str, span: Span, longest: int) -> Span:
    """`span` cut at a word border behind at most `longest` characters."""
    if len(span) <= longest:
        return span
    end = span.start
    for word in words(span.of(text)):
        if word.end > longest:
            break
        end = span.start + word.end
    kept = Span(span.start, end).of(text)
    for opening, closing in ("“”", "（）", "《》"):
        if kept.count(opening) > kept.count(closing):
            end = min(end, span.start + kept.rindex(opening))  # a quotation is never cut
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
