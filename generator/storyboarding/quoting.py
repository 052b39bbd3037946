"""Whole sentences that the speech quotes: who says what, in the speech's own words.

A quotation is what somebody said, led in by a word of saying and closed with its sentence: 习近平总书记强调：“……。”
It is none where the marks only set off a term (“三维度”), a slogan (发出“马上就办”的号召) or what a demand is called
(践行“大兴务实之风、弘扬清廉之风”的要求): there the sentence goes on behind the marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.language import sentences
from generator.model import Span

SHORTEST_QUOTATION = 8
"""Characters between the marks of a sentence that ends inside them: 跟着党走没有错！"""
SHORTEST_CLAUSE = 12
"""Characters of a quotation without an end mark of its own; a shorter one is a slogan."""
LONGEST_QUOTATION = 110
"""Characters. A longer one does not stand on a slide at a size that the last row can read."""
_LONGEST_SOURCE = 32
"""Characters of who said it, with where and when: a line below the quotation."""

_SAYING = (
    r"(?:强调|指出|要求|说过|说道|说得好|讲得好|讲过|讲到|所说|所讲|所言|说|讲|写道|写到|告诫|教导|叮嘱|嘱托|嘱咐|提醒|勉励|"
    r"寄语|感慨|感叹|感言|坦言|直言|有言|有云|言道|云|曰|道|座右铭是|座右铭|名言|格言|古训|家训|校训是|校训)"
)
# 所指出的那样：“, 说，“. Counter-example: 我的态度是：“ (the speaker's own position)
_LEAD_IN = re.compile(rf"(?P<said>所?{_SAYING})(?:我们|大家|我)?的?(?:那样|一样)?(?P<mark>[：:，,]?)$")
# 反复强调, 激动地跟我说: how and to whom, which is no part of the name.
_MANNER = re.compile(
    r"(?:反复|多次|曾经|曾|经常|常常|常|再三|一再|特别|深刻|明确|鲜明|谆谆|殷切|(?:动情|激动|感慨|深情|高兴|自豪|"
    r"意味深长|语重心长|由衷)地|(?:跟|对|和|向|给|告诉)(?:我们?|大家|记者|村里人|身边人|同事们?))+$"
)
_CONNECTIVE = re.compile(
    r"^(?:正如|诚如|恰如|就像|就如|正像|因为|所以|但是|但|而且|而|同时|并且|并|也|还|又|我们要牢记|要牢记|牢记|记得|"
    r"我们常说|我想起|想起|这里|在这里|用)+"
)
_NOBODY = re.compile(
    r"^(?:我|我们|本人|这|那|这里|大家|可以|应该|必须|要|就是|也就是)$|^我们?(?:在|曾|也|就|一直|反复|始终|想|要|的态度)"
)
"""Not 我的老师, who is somebody."""
_MARKS = "，。；！？、：,.;!?: \t　\n"
_ENDS = frozenset("。！？!?…")
_CLOSED_BY = frozenset("。！？!?；;\n")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation: its words with their marks, who said it, and the sentence around it."""

    words: Span
    source: Span
    sentence: Span


def quotations(text: str, span: Span | None = None) -> tuple[Quoted, ...]:
    """The quotations in `text`, in order; each whole and attributed."""
    whole = Span(0, len(text)) if span is None else span
    return tuple(found for sentence in sentences(text, whole) for found in _in_sentence(text, sentence))


def _in_sentence(text: str, sentence: Span) -> Iterator[Quoted]:
    for match in re.finditer("“[^“”\n]+”", sentence.of(text)):
        words = Span(sentence.start + match.start(), sentence.start + match.end())
        source = _source(text, Span(sentence.start, words.start)) if _is_whole(text, words, sentence.end) else None
        if source is not None:
            yield Quoted(words, source, sentence)


def _is_whole(text: str, words: Span, end: int) -> bool:
    """Whether the marks hold a sentence and no term: long enough, and the sentence does not go on behind them.

    Counter-examples: “马上就办”的作风; 以“党员入户大走访”等活动; “学习强国”，线下……
    """
    inner = text[words.start + 1 : words.end - 1]
    ends_inside = inner[-1:] in _ENDS
    shortest = SHORTEST_QUOTATION if ends_inside else SHORTEST_CLAUSE
    if not shortest <= len(inner) <= LONGEST_QUOTATION:
        return False
    behind = text[words.end : end].strip(" \t　")
    return not behind or behind[0] in _CLOSED_BY or ends_inside


def _source(text: str, before: Span) -> Span | None:
    """Who says it: the words before the word of saying, in its clause; None where nobody does."""
    lead_in = _LEAD_IN.search(before.of(text).rstrip(" \t　"))
    if lead_in is None or not lead_in["mark"]:
        return None
    end = before.start + lead_in.start()
    start = _clause_start(text, before.start, end)
    named = _named(text, Span(start, end))
    if named is None and start > before.start:
        # 习近平总书记在考察时，反复强调：“……”: the clause before says who.
        named = _named(text, Span(_clause_start(text, before.start, start - 1), start))
    return named


def _clause_start(text: str, earliest: int, end: int) -> int:
    """Where the clause that ends at `end` begins."""
    at = max((text.rfind(mark, earliest, end) for mark in "，。；！？：,;:\n"), default=-1)
    return at + 1 if at >= earliest else earliest


def _named(text: str, clause: Span) -> Span | None:
    words = clause.of(text)
    end = clause.start + len(words.rstrip(_MARKS))
    start = clause.start + len(words) - len(words.lstrip(_MARKS))
    manner = _MANNER.search(text[start:end])
    if manner:
        end = start + manner.start()
    connective = _CONNECTIVE.match(text[start:end])
    if connective:
        start += connective.end()
    named = text[start:end]
    if not 2 <= len(named) <= _LONGEST_SOURCE or _NOBODY.match(named):
        return None
    return Span(start, end)
