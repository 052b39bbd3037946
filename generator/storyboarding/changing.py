"""Changes told in words: 由“要我学”变为“我要学”, 从只管校内的秩序转变为校内校周边的秩序一起管理.

Numbers that change (由14.3%下降到9.7%) are the ledger's, not these.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.language import clauses, sentences
from generator.model import Span

FEWEST_CHANGES = 2
"""Changes side by side. One alone is a phrase of its sentence, and stays there."""

_SIDE = r"(?:“[^“”\n]{1,24}”|[^，。；：！？、“”\n\d由从]{2,24}?)"
_BECOMES = r"(?:转变成|转变为|转变到|转化为|变成|变为|转为|升级为|拓展为|延伸到)"
# 由被动应付向主动作为转变: here the verb stands behind. Counter-example: 从村头到村尾 (a stretch, no change)
_TOWARDS = r"(?:向|到)"
_CHANGE = re.compile(
    rf"(?:由|从)(?P<left>{_SIDE}){_BECOMES}(?P<right>{_SIDE})(?=[，。；！、\n]|$)"
    rf"|(?:由|从)(?P<from>{_SIDE}){_TOWARDS}(?P<to>{_SIDE})的?(?:转变|转型|跨越|跃升|转换|提升|迈进|转移|过渡|延伸|拓展|升级|蝶变)"
)


@dataclass(frozen=True, slots=True)
class WordedChange:
    """What was, what it became, and the clause that says so."""

    left: Span
    right: Span
    clause: Span


@lru_cache(maxsize=1_024)  # a deck is planned again and again until it is as short as was asked
def worded_changes(text: str, span: Span) -> tuple[WordedChange, ...]:
    """The changes in words in `span`, each the only one of its clause."""
    found = []
    for sentence in sentences(text, span):
        for clause in clauses(text, sentence):
            matches = list(_CHANGE.finditer(text, clause.start, clause.end))
            if len(matches) == 1:
                names = ("left", "right") if matches[0]["left"] else ("from", "to")
                left, right = (Span(*matches[0].span(name)) for name in names)
                found.append(WordedChange(left, right, clause))
    return tuple(found)
