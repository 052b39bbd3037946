"""Which adverbs may go from a clause: those that carry no statement, where they stand as adverbs."""

from __future__ import annotations

import re

from generator.condensing.lexicon import Filler, filler_words, fillers
from generator.condensing.speech import members, opens_with_verb, stands_in, whole
from generator.language import words
from generator.model import Span

_NEGATION = re.compile(r"不(?!断|仅|但|忘|负)|未|没|难以|缺乏|尚|难")
"""未能充分发挥作用 without 充分 says another thing; 不断, 不忘 negate nothing."""
_DEGREE = ("更加", "更", "最", "很", "较", "比较", "十分", "非常", "越来越", "和", "与", "及", "并", "又", "既")
"""更加积极, 认真和积极: what stands behind these is itself the statement or half of a pair."""
_PREPOSITIONS = (
    "把",
    "将",
    "对",
    "以",
    "从",
    "在",
    "向",
    "为",
    "按",
    "同",
    "与",
    "围绕",
    "按照",
    "依托",
    "立足",
    "围着",
)
_SHORTEST_REST = 4
"""Characters behind the adverb to the end of its member: before a bare verb it carries the rhythm (稳步提升)."""


def filler_cuts(text: str) -> tuple[Span, ...]:
    """The places of the fillers in a clause, in order.

    >>> [place.of("切实把抓好安全作为首要任务") for place in filler_cuts("切实把抓好安全作为首要任务")]
    ['切实']
    >>> filler_cuts("促进充分就业"), filler_cuts("未能充分发挥作用"), filler_cuts("落实“切实解决困难”的要求")
    ((), (), ())
    """
    places = whole(text)
    starts = {word.start for word in words(text)}
    cuts: list[Span] = []
    for start in sorted(starts):
        if (cuts and start < cuts[-1].end) or stands_in(start, places) or any(p.start == start for p in places):
            continue
        if not text.startswith(filler_words(), start):
            continue
        filler = next(filler for filler in fillers() if text.startswith(filler.text, start))
        if cut := _cut(text, start, filler):
            cuts.append(cut)
    return tuple(cuts)


def _cut(text: str, start: int, filler: Filler) -> Span | None:
    end = start + len(filler.text)
    if text.startswith("地", end):
        end += 1
    before, rest = text[:start], text[end:]
    if _NEGATION.search(before) or before.endswith(_DEGREE) or rest.startswith(filler.keep_before):
        return None
    if not (opens_with_verb(rest) or rest.startswith(_PREPOSITIONS)) or _is_noun_phrase(rest):
        return None
    member = _member_at(text, start)
    if member.end - end < _SHORTEST_REST:
        return None
    # A member of a four-character rhythm stays whole: 精心部署、扎实推进.
    if len(member) < len(text) and len(member) - (end - start) <= _SHORTEST_REST and not rest.startswith(_PREPOSITIONS):
        return None
    return Span(start, end)


def _member_at(text: str, offset: int) -> Span:
    for run in members(text):
        for member in run:
            if member.start <= offset < member.end:
                return member
    return Span(0, len(text))


def _is_noun_phrase(rest: str) -> bool:
    """积极发展对象, 认真学习的态度: a verb that 的 turns into an attribute keeps its adverb."""
    head = rest.partition("、")[0]
    return len(head) > 2 and "的" in head[:4] and not head.startswith("把")
