"""What one must know of a clause before cutting it: what is never cut, where its verbs are, its 、 lists."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from generator.condensing.lexicon import filler_words, word_list
from generator.language import Word, words
from generator.model import Span

_PAIRED = re.compile(
    r"“[^”]*”|‘[^’]*’|《[^》]*》|（[^）]*）|\([^)]*\)|「[^」]*」|『[^』]*』|【[^】]*】|〈[^〉]*〉|〔[^〕]*〕"
)
_ADVERBS = (
    "全面",
    "及时",
    "定期",
    "灵活",
    "统一",
    "优质",
    "精准",
    "分类",
    "分级",
    "常态化",
    "高质量",
    "高标准",
    "高水平",
)
"""Adverbs that the dictionary takes for nouns or adjectives: no subject."""
_OPENING_MARKS = "“‘《（(「『【〈〔"
_VERB_CLASSES = ("v", "l", "i")
_GLUED = 4
"""Characters of an adverb and a verb that stand together as one word."""
_NOMINAL_CLASSES = ("n", "r", "m", "q", "eng", "t", "s", "j", "b", "x")


def whole(text: str) -> tuple[Span, ...]:
    """The places of `text` that are never cut inside: quotations, titles, brackets.

    >>> [place.of("讲好“三个故事”，读《手册》") for place in whole("讲好“三个故事”，读《手册》")]
    ['“三个故事”', '《手册》']
    """
    if not any(mark in text for mark in _OPENING_MARKS):
        return ()
    return tuple(Span(*match.span()) for match in _PAIRED.finditer(text))


def stands_in(offset: int, places: tuple[Span, ...]) -> bool:
    """Whether a cut at `offset` would fall inside one of `places`."""
    return any(place.start < offset < place.end for place in places)


@lru_cache(maxsize=1)
def _known_verbs() -> frozenset[str]:
    return frozenset(word_list("verb", "words")) | frozenset(word_list("result", "verbs"))


@lru_cache(maxsize=1)
def _verbs() -> tuple[str, ...]:
    return tuple(_known_verbs())


def is_verb(word: Word) -> bool:
    """Whether a word can be the verb of a clause. Verbal nouns (vn 教育, 改革) count only where our list names them.

    >>> [is_verb(word) for word in words("压实责任")]
    [True, False]
    """
    if word.text in _known_verbs():
        return True
    filler = next((text for text in filler_words() if word.text.startswith(text)), "")
    if filler and len(word.text) > len(filler):
        # 充分利用, 努力实现: the dictionary takes them for one word, often for a noun.
        return opens_with_verb(word.text[len(filler) :])
    if word.flag == "vn":
        return False
    if word.flag == "n" and len(word.text) == _GLUED and word.text[2:] in _known_verbs():
        return True  # 灵活运用: an adverb glued to its verb, which the dictionary does not know and calls a noun
    return word.flag.startswith(_VERB_CLASSES)


def opens_with_verb(text: str) -> bool:
    """Whether the first word of `text` is a verb, alone or glued to the next by the dictionary (大力发展)."""
    if text.startswith(_verbs()):
        return True
    first = next(iter(words(text)), None)
    return first is not None and is_verb(first)


def verb_after(text: str, start: int = 0) -> bool:
    """Whether a verb of two or more characters stands in `text` behind `start`, outside of quotations and titles."""
    places = whole(text)
    return any(
        is_verb(word) and len(word.text) > 1
        for word in words(text)
        if word.start >= start and not any(place.start <= word.start < place.end for place in places)
    )


def opens_with_filler(word: str) -> bool:
    """Whether the dictionary glued an adverb of ours to what stands behind it: 充分发挥, 不断丰富."""
    return word.startswith(filler_words())


def subject_length(text: str) -> int:
    """How many characters of `text` stand before its first verb, adverb or preposition: its subject, or 0.

    各党支部按照方案… → 4; 制定学习计划 → 0.
    """
    places = whole(text)
    found = words(text)
    at = 0
    for i, word in enumerate(found):
        if any(place.start <= word.start < place.end for place in places):
            at = word.end
            continue
        following = found[i + 1].flag if i + 1 < len(found) else ""
        # A verbal noun before a noun belongs to the subject: 社区干部(生活)补贴.
        nominal = word.flag.startswith(_NOMINAL_CLASSES) or (word.flag == "vn" and at and following.startswith("n"))
        if word.text in _ADVERBS:
            break
        acts = word.text in _known_verbs() or opens_with_filler(word.text) or (word.flag == "n" and is_verb(word))
        if acts or not nominal or word.flag in ("nz", "nr"):
            if word.text in ("和", "与", "及", "的") and at:
                at = word.end
                continue
            break
        if word.flag == "n" and word.start and opens_with_verb(word.text):
            break
        at = word.end
    else:
        return 0
    return at


def members(text: str) -> tuple[tuple[Span, ...], ...]:
    """The 、 lists of `text`: each a tuple of the spans of its members, marks left out.

    The first member reaches back to the start of the clause and the last one to its end; what of them belongs to the
    list and what stands before and behind it only a reader knows, so that only middle members are ever dropped.

    >>> [[m.of("明确任务、时间、人员") for m in run] for run in members("明确任务、时间、人员")]
    [['明确任务', '时间', '人员']]
    """
    places = whole(text)
    marks = [i for i, char in enumerate(text) if char == "、" and not stands_in(i, places)]
    if not marks:
        return ()
    borders = [-1, *marks, len(text)]
    return (tuple(Span(a + 1, b) for a, b in pairwise(borders)),)


def is_empty(text: str) -> bool:
    """Whether a clause holds nothing but assurances, in what manner or with what spirit they are given aside.

    >>> [is_empty(text) for text in ("以高度的自觉精心部署、扎实推进", "扎实推进管网改造、泵站扩容")]
    [True, False]
    """
    phrases = word_list("empty", "phrases")
    if not text.endswith(phrases):
        return False
    runs = members(text)
    pieces = [member.of(text) for member in runs[0]] if runs else [text]
    manner = text.startswith(("以", "坚持以"))
    return all(piece in phrases or (i == 0 and manner and piece.endswith(phrases)) for i, piece in enumerate(pieces))
