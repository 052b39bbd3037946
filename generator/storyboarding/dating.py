"""Dated stages: 2021年…；2022年…；2023年…, or 第一阶段（3—5月）…, in the order of time, each with something said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from generator.language import clauses, sentences
from generator.model import Span

FEWEST_STAGES = 3
"""Two dates are a comparison, or a beginning and an end."""
MOST_STAGES = 8
"""More are a chronicle, which no slide holds."""
_LONGEST_STAGE = 160
"""Characters. A stage that goes on longer is a passage of its own."""
_FEWEST_SAID = 2
"""Characters that say something of a time."""

_DAY = r"(?P<day>[12]?\d|3[01])日"
_MONTH = rf"(?P<month>1[0-2]|[1-9])月(?:份|底|末|初|中旬|上旬|下旬|中|{_DAY})?"
_UNTIL = r"(?:至|到|[-－–—~～]+)(?:(?:20|19)\d{2}年)?(?:1[0-2]|[1-9])?月?(?:份|底|末|初|中旬|上旬|下旬|[123]?\d日)?"
_YEAR = rf"(?P<year>(?:20|19)\d{{2}})年(?:底|末|初|上半年|下半年|春|夏|秋|冬)?(?:{_MONTH})?"
_MONTHS = (
    r"(?P<months>1[0-2]|[1-9])(?:月(?:份|底|末|初|中旬|上旬|下旬|(?P<monthday>[12]?\d|3[01])日)?"
    rf"(?:{_UNTIL})?|[-－–—~～]+(?:1[0-2]|[1-9])月)"
)
_RELATIVE = r"(?P<relative>前年|去年|今年|明年|后年)(?:底|初|上半年|下半年)?"
_NUMBERED = r"第(?P<stage>[一二三四五六七八])(?:个)?(?:阶段|步|季度|批)(?:[（(][^（()）\n]{1,20}[）)])?"
_DATE = re.compile(rf"(?:到|自|从|至)?(?:{_YEAR}(?:{_UNTIL})?|{_RELATIVE}|{_MONTHS})(?P<span>期间|之前|前|以前)?")
_DATED_STAGE = re.compile(_NUMBERED)
_IN_BRACKETS = re.compile(r"[（(](?P<inner>[^（()）\n]{2,20})[）)]")
_OPENING = re.compile(r"[ \t　—－-]*(?:[一二三四五六七八]是|[（(]?[一二三四五六七八1-8][）)、.．])?[ \t　]*")
# 2023年同期, 2022年相比: a measure for another time, no stage of its own.
_NO_STAGE = re.compile(r"(?:同期|相比|以来|度|的|末的|和|与|、|至今|比)")
_RELATIVE_ORDER = ("前年", "去年", "今年", "明年", "后年")
_MARKS = "，、：；。！,:;!是 \t　\n"


@dataclass(frozen=True, slots=True)
class DatedStage:
    """A stage: where its time stands, and where what is said of it."""

    when: Span
    said: Span


def date_length(text: str) -> int:
    """How many characters at the beginning of `text` name a time; 0 where it begins otherwise.

    >>> date_length("2023年3月，启动建设"), date_length("3—5月，宣传发动"), date_length("第一阶段（3—5月）：摸底")
    (7, 4, 10)
    >>> date_length("2023年同期相比"), date_length("三个阶段"), date_length("第一阶段：摸底")
    (0, 0, 0)
    """
    found = _moment(text)
    return found[1] if found else 0


def _moment(text: str) -> tuple[tuple[int, int, int, int], int] | None:
    """The time that `text` begins with as year, stage, month and day (0 where not said), and its length."""
    numbered = _DATED_STAGE.match(text)
    if numbered:
        inner = _IN_BRACKETS.search(numbered.group())
        dated = _moment(inner["inner"]) if inner else None
        # 第一阶段：摸底 counts, but names no time.
        return (dated[0], numbered.end()) if dated else None
    match = _DATE.match(text)
    if match is None or _NO_STAGE.match(text, match.end()):
        return None
    if match["relative"]:
        return (_RELATIVE_ORDER.index(match["relative"]) + 1, 0, 0, 0), match.end()
    year = int(match["year"] or 0)
    month = int(match["month"] or match["months"] or 0)
    day = int(match["day"] or match["monthday"] or 0)
    return (year, 0, month, day), match.end()


def in_order(texts: tuple[str, ...]) -> bool:
    """Whether all texts begin with a time, each later than the one before; a month goes on in the year said last.

    >>> in_order(("2023年3月，启动", "9月，建成", "2024年1月，投用")), in_order(("2023年", "2022年", "2021年"))
    (True, False)
    """
    moments: list[tuple[int, int, int, int]] = []
    for text in texts:
        found = _moment(text)
        if found is None:
            return False
        moment = found[0]
        if not moment[0] and moments and moments[-1][0]:
            moment = (moments[-1][0], *moment[1:])
        moments.append(moment)
    return all(before < after for before, after in pairwise(moments))


@lru_cache(maxsize=1_024)  # a deck is planned again and again until it is as short as was asked
def dated_stages(text: str, span: Span) -> tuple[DatedStage, ...]:
    """The stages told in `span`, each from its time to the next one; none where there are fewer than three in order.

    A time opens a clause: 2021年建成一期，2022年建成二期，2023年全面投用. What follows without a time of its own
    belongs to the stage before, to the end of its sentence for the last one. Counter-examples: 比2023年增长5%;
    2021年至2024年分别为… (one clause); 到2025年…、到2030年… (two).
    """
    opened: list[tuple[Span, int]] = []
    for sentence in sentences(text, span):
        for clause in clauses(text, sentence):
            opening = _OPENING.match(text, clause.start, clause.end)
            start = opening.end() if opening else clause.start
            length = date_length(text[start : clause.end])
            if length:
                opened.append((Span(start, start + length), sentence.end))
    best: tuple[DatedStage, ...] = ()
    for first in range(len(opened)):
        # One more than a timeline may have: a chronicle of nine years is no timeline of eight of them.
        for last in range(min(len(opened), first + MOST_STAGES + 1), first + FEWEST_STAGES - 1, -1):
            stages = _stages(text, opened[first:last])
            if len(stages) > len(best):
                best = stages
    return best if len(best) <= MOST_STAGES else ()


def _stages(text: str, opened: list[tuple[Span, int]]) -> tuple[DatedStage, ...]:
    """The stages of some neighbouring times, where they are in order and each says something; else none."""
    if not in_order(tuple(when.of(text) for when, _ in opened)):
        return ()
    stages = []
    for number, (when, sentence_end) in enumerate(opened):
        end = opened[number + 1][0].start if number + 1 < len(opened) else sentence_end
        words = text[when.end : end]
        said = Span(when.end + len(words) - len(words.lstrip(_MARKS)), when.end + len(words.rstrip(_MARKS)))
        if not _FEWEST_SAID <= len(said) <= _LONGEST_STAGE:
            return ()
        stages.append(DatedStage(when, said))
    return tuple(stages)
