"""Words and marks that were typed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.language import words
from generator.model import Finding, Ledger, Span
from generator.proofreading.places import Places
from generator.settings import ProofreadingSettings

_MARKS = re.compile(
    r"(?<![，。、；：,;])(?:，，|、、|；；|：：|。。|，。|。，|、，|，、|；。|。；|、。|，；)(?![，。、；：,;.…])"
)
_PHRASE = re.compile(r"(?![一二两三每半])([\u4e00-\u9fff]{4,20}?)\1(?!\1)")
"""一个零件一个零件地磨 counts one by one."""
_GRAMMAR = re.compile(r"([的在与及被对从以])\1")
"""Words of grammar that no sentence has twice in a row; 了了, 是是 and 和和 can be right (为了了解, 是是非非)."""
_AROUND = 6
"""Characters on each side that are cut into words, so that 目的|的 and 的的确确 are known."""


def doubled(places: Places, _ledger: Ledger, _settings: ProofreadingSettings) -> Iterator[Finding]:
    """的的, ，，, 全面推进全面推进."""
    text = places.text
    for match in _MARKS.finditer(text):
        yield places.report("mark_doubled", Span(*match.span()), marks=match.group())
    for match in _PHRASE.finditer(text):
        if len(set(match.group(1))) > 2:
            yield places.report("word_doubled", Span(*match.span()), word=match.group(1))
    for match in _GRAMMAR.finditer(text):
        start, end = max(0, match.start() - _AROUND), match.end() + _AROUND
        for one, other in pairwise(words(text[start:end])):
            if one.text == other.text == match.group(1) and start + one.start == match.start():
                yield places.report("word_doubled", Span(*match.span()), word=one.text)
