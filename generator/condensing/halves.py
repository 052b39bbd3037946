"""Clauses that need each other: the halves of a pair, a subject before its verb, a verb before its object."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.condensing.clauses import Clause, ClauseKind
from generator.condensing.kinds import shares_out
from generator.condensing.lexicon import opening
from generator.condensing.speech import is_verb, opens_with_verb, verb_after, whole
from generator.language import words

_DISPOSAL = re.compile(r"(?:^|自觉|真正|要|应|必须|继续|切实|坚持|引导.{2,12})[把将](?=.{4})")
_PUT = re.compile(r"[建放写摆落挺当作变化抓扛送做种装存融沉设埋植推交搬办开立](?:在|到|成|为|给|进|入|向|好|实|起来).")
"""A verb of one character behind 把 and where it puts the thing: 把支部建在网格上 waits for nothing."""
_THING_AT_END = re.compile(
    r"的(?:良好|浓厚|生动|工作|大|新|总|发展){0,3}"
    r"(?:目标|局面|格局|要求|原则|机制|态势|氛围|效果|方式|办法|做法|思路|模式|体系|方针|理念|转变|跨越)$"
)
_GIFT = re.compile(r"(?:[作做]出|贡献|奠定|提供|注入|打下).{0,10}(?:贡献|基础|支撑|保障|动力|力量|活力)$")
_PERIOD = re.compile(r"[一二两三四五六七八九十几\d]年(?:来|间|多来)$|[至到—－-]\d{2,4}年$|时期$|期间$")
_CHANGE = re.compile(r"[由从].*\d.*到.*\d|年均|累计")
"""A rise from one value to another, or a sum, is said of a stretch of time: without it nobody knows how fast."""
_LONGEST_REACH = 4
"""Clauses. Further on, an object has long been forgotten."""
_NOMINAL = ("n", "r", "m", "q", "j", "t", "s", "b", "vn", "eng")
_GOES_ON = ("从", "由", "较", "比", "达到", "达", "为", "占", "成为", "被", "得到", "受到")
"""How a clause opens that says something of a noun before it."""
_THANKS = re.compile(r"感谢|敬意|问候|祝愿|慰问")
_REPORTS = re.compile(r"(?<!的)(?:表示|指出|强调|认为|说|写道|表明|看到|认识到|体会到|深知|证明)$")
"""Who said or saw it: 会议强调，要守住底线. The words keep the one who said them."""
_ASKS = re.compile(r"[谁哪]|凡|无论|不管")
"""谁把关不严，就追究谁: the question waits for its answer."""
_ALREADY = ("就", "便", "才", "均", "都", "已", "已经", "全部", "全", "均已", "是", "也", "正", "将", "现")


def bound_halves(group: list[Clause]) -> tuple[Clause, ...]:
    """The clauses between two ；, with halves that need each other marked as first half and follower.

    成绩的取得，是大家努力的结果; 新区的小学等8个项目，均已开工; 把所思所想，融入工作; 实现招生零投诉，录取零差错的目标.
    """
    thanks = any(clause.kind is ClauseKind.COURTESY and _THANKS.search(clause.text) for clause in group)
    bound: list[Clause] = []
    awaited = 0
    for i, clause in enumerate(group):
        if thanks and clause.text.startswith("向"):
            clause = replace(clause, kind=ClauseKind.COURTESY)  # 向甲，向乙，表示感谢
        if i + 1 < len(group) and _shared_over_time(clause, group[i + 1]):
            clause = replace(clause, kind=ClauseKind.FRAME, topic=True)
        needed = 0 if awaited else _needed(clause, group[i + 1 : i + 1 + _LONGEST_REACH])
        if needed:
            clause = replace(clause, kind=ClauseKind.FRAME, pair=True)
        elif bound and clause.kind is ClauseKind.MAIN and (awaited or _goes_on(bound, clause)):
            clause = replace(clause, kind=ClauseKind.FOLLOWER, pair=awaited > 1)
        if i + 1 < len(group) and _gives_later(clause, group[i + 1]):
            clause = replace(clause, kind=ClauseKind.FRAME, pair=True)
        awaited = needed or max(0, awaited - 1)
        bound.append(clause)
    return tuple(bound)


def _gives_later(clause: Clause, following: Clause) -> bool:
    """Whether 为 still waits for what is given: 为办好人民满意的教育，建成教育强县作出贡献."""
    for_whom = clause.text[clause.opener :].startswith("为") and not _GIFT.search(clause.text)
    return for_whom and "为" not in following.text and bool(_GIFT.search(following.text))


def _needed(clause: Clause, rest: list[Clause]) -> int:
    """How many of the clauses behind it a clause cannot do without."""
    if not rest:
        return 0
    reach = _reach_of_object(clause, rest)
    return reach or int(_needs(clause, rest[0]))


def _reach_of_object(clause: Clause, rest: list[Clause]) -> int:
    """How many clauses on the object of a verb of reaching ends: 呈现出经济向好，民生改善，社会安定的良好局面 → 2."""
    body = clause.text[clause.opener :]
    verb = re.search(r"^.{0,8}?(?:呈现出?|出现|形成了?|实现了?|达到了?|取得了?)", body)
    opens = bool(opening(body, "reaching", "verbs")) or (verb is not None and not clause.figures)
    if clause.kind is not ClauseKind.MAIN or not opens or _THING_AT_END.search(body):
        return 0
    for i, following in enumerate(rest):
        if opening(following.text, "result", "verbs") or opening(following.text, "verb", "words"):
            return 0  # It has a verb of its own, and so an object of its own.
        if _THING_AT_END.search(following.text):
            return i + 1
    return 0


def _goes_on(bound: list[Clause], clause: Clause) -> bool:
    """Whether a clause says more of a subject that only a pair before it named: 8个项目，均已开工，列入考核.

    So does what stands behind 其中25人获一等奖: 奖牌数占全省1/3 is said of the 25.
    """
    if bound[-1].text.startswith("其中") and len(bound[-1].text) > len("其中"):
        return True
    halves = len(bound) > 1 and bound[-2].pair and bound[-1].kind is ClauseKind.FOLLOWER
    return halves and not clause.subject and opens_with_verb(clause.text)


def _needs(clause: Clause, following: Clause) -> bool:
    """Whether a clause is the first half of what only the following one completes."""
    if clause.kind not in (ClauseKind.MAIN, ClauseKind.FOLLOWER):
        return False
    if _REPORTS.search(clause.text) and not clause.figures:
        return True
    if _ASKS.match(clause.text):
        return True
    first = words(following.text)[0].text
    if first in _ALREADY and not any(is_verb(word) for word in words(clause.text)):
        return True
    if clause.kind is ClauseKind.FOLLOWER:
        return False
    if shares_out(following.text) and not clause.figures:
        return True
    return first == "是" or _is_nominal(clause) or _is_unfinished(clause) or _is_bare_noun(clause, following)


def _shared_over_time(clause: Clause, following: Clause) -> bool:
    """2021年至2024年，…分别完成: the years are what the figures are shared out among; 五年来，…由3万元提高到4万元."""
    if clause.kind is not ClauseKind.LINK or not following.figures:
        return False
    several = any(mark in clause.text for mark in "至到、—-－") and any(char.isdigit() for char in clause.text)
    return (several and "分别" in following.text) or bool(
        _PERIOD.search(clause.text) and _CHANGE.search(following.text)
    )


def _is_bare_noun(clause: Clause, following: Clause) -> bool:
    """Whether a clause is a noun that waits for its verb: 全社会研究与实验发展经费，从12亿元增加到36亿元."""
    if clause.figures or opens_with_verb(clause.text) or not following.text.startswith(_GOES_ON):
        return False
    return all(word.flag.startswith(_NOMINAL) or word.text in "与和及的" for word in words(clause.text))


def _is_nominal(clause: Clause) -> bool:
    """Whether the only verbs of a clause make an attribute of its noun: 当前面临的困难, 工作取得的成效."""
    text = clause.text
    if clause.figures or "、" in text or opens_with_verb(text):
        return False
    places = whole(text)
    attributive = False
    for word in words(text):
        if len(word.text) == 1 or any(place.start <= word.start < place.end for place in places):
            continue
        if (is_verb(word) or word.flag == "vn") and text.startswith("的", word.end):
            attributive = True
        elif is_verb(word):
            return False
    return attributive


def _is_unfinished(clause: Clause) -> bool:
    """Whether 把 or 将 still waits for its verb at the end of the clause: 把所思所想，融入日常工作."""
    body = clause.text[clause.opener :]
    match = _DISPOSAL.search(body)
    if match and _PUT.search(body, match.end()):
        return False
    return bool(match) and not verb_after(body, max(body.rfind("的") + 1, match.end() if match else 0))
