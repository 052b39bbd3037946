"""Problems and what is to be done about them, where the speech answers one with the other.

The relation is the speaker's, never ours: as many measures as problems, in the same order, and each measure takes up a
word of its problem (专业性不强 → 建强专业队伍). Words that every speech is full of prove nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from generator.language import words

FEWEST_PAIRS = 2
MOST_PAIRS = 4
"""Rows of a slide; five of them would be too low for two lines."""

_CONTENT_CLASSES = ("n", "v", "a", "j", "l", "i", "eng")
"""jieba's classes of words that mean something by themselves."""
_EVERYWHERE = re.compile(
    "工作|问题|加强|建设|推进|推动|提升|提高|完善|落实|机制|发展|持续|进一步|深入|全面|"
    "不够|不足|存在|部分|个别|方面|能力|水平|开展|强化|加大|力度|健全|建立|实现|做好|"
    "确保|形成|着力|重点|任务|要求|措施|情况|需要|还有|有待|不高|不强|突出|影响|发力|"
    "用力|用劲|用功|用情|用心|下功夫|功夫|一定|程度|一些|有的|尚未|还没|力争|基本|更加|"
    "明显|有效|积极|切实|不断|努力|继续|坚持|抓好|促进|增强|优化|创新|管理|服务|制度|"
    "体系|质量|群众|干部|党员|单位|同志"
)
"""Words that stand in every speech, whatever it is about."""
_LONGEST_DWELT_ON = 24
"""Characters of a text that dwells on a single character: in a longer one a character comes back by chance."""
_PLAIN_CHARACTERS = frozenset("的了不和与在是有人大要性化力度工作建设一二三四五上下中个还年以到为之等而发能够也还更")
_ANNOUNCED = re.compile(
    "(?:针对|对照|围绕|聚焦)(?:以上|上述|这些|存在的?|所存在的?)+(?:[一二三四五六两几]个?(?:方面的?)?)?"
    "(?:突出)?(?:不足|问题|短板|差距|困难|薄弱环节)"
)


def announces_answers(text: str) -> bool:
    """Whether the next steps are said to answer the problems: 针对以上不足，今后一是……

    Counter-example: 针对入秋以后降雨偏少的形势 (one matter, no list of problems).
    """
    return _ANNOUNCED.search(text) is not None


def answer_one_by_one(problems: Sequence[str], measures: Sequence[str], *, announced: bool) -> bool:
    """Whether each measure answers the problem of its number: as many of both, and every pair shares a word.

    Where the speech says that the measures answer the problems (`announced`), one pair of three or more may do without.
    """
    if len(problems) != len(measures) or not FEWEST_PAIRS <= len(problems) <= MOST_PAIRS:
        return False
    sharing = [shares_a_word(one, other) for one, other in zip(problems, measures, strict=True)]
    return sum(sharing) >= len(sharing) - (announced and len(sharing) > FEWEST_PAIRS)


def shares_a_word(one: str, other: str) -> bool:
    """Whether two texts share a word of content, or a character that both dwell on (议题议而不决, 议事机制、议事清单).

    >>> shares_a_word("数据归集不全、壁垒尚未打通", "打通数据壁垒"), shares_a_word("部分同志认识不到位", "加强工作落实")
    (True, False)
    """
    if _pairs_of_words(one) & _pairs_of_characters(other) or _pairs_of_words(other) & _pairs_of_characters(one):
        return True
    return bool(_dwelt_on(one) & _dwelt_on(other))


def _pairs_of_words(text: str) -> frozenset[str]:
    """The neighbouring characters inside the words of content: 专业性 holds 专业, which 专业队伍 holds too."""
    pairs = set()
    for word in words(text):
        if word.flag.startswith(_CONTENT_CLASSES) and not _EVERYWHERE.fullmatch(word.text):
            pairs |= {pair for pair in _pairs_of_characters(word.text) if not _EVERYWHERE.fullmatch(pair)}
    return frozenset(pairs)


def _pairs_of_characters(text: str) -> frozenset[str]:
    return frozenset(text[i : i + 2] for i in range(len(text) - 1) if text[i : i + 2].isalpha())


def _dwelt_on(text: str) -> frozenset[str]:
    if len(text) > _LONGEST_DWELT_ON:
        return frozenset()
    counted = Counter(char for char in text if char.isalpha())
    return frozenset(char for char, count in counted.items() if count >= 2 and char not in _PLAIN_CHARACTERS)
