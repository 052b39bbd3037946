"""Un-numbered leads: sentences that head the text after them by their build alone.

摸底调查先行一着。…… 方案论证细走一着。…… 责任分解实走一着。…… : no marker says that these are headings. What does: they
are short, each opens a run of longer text, they have the build of a headline (no 我们, no 了, no figures), and they are
of one build: equal length, shared words, the same word classes in the same order.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.language import words

_SHORTEST = 3
_LONGEST = 34
"""Characters of a lead that stands for itself; where all begin alike (这五年，我们…) it may be longer."""
_LONGEST_ALIKE = 75

_TELLING = re.compile(
    r"我们|我(?!国|省|市|县|区|镇|乡|校|院|局|厂|公司|党)|你们|大家|他们|各位|同志|\d|[０-９]|(?!千家|万家|万户|百家|百姓)[二三四五六七八九十百千万]+[余多]?[个项次家件名人户条亿万元]|%|％"
    r"|[？?]|吗|呢$|：|:|例如|比如|^(?:如|据|但|而|也|又|再|还|并|且|则|即|同时|此外|另外|因此|所以|为此|对此|总之|其中|其次|首先|最后|"
    r"特别|尤其|目前|当前|截至|截止|今年|去年|明年|今天|近年来|近期|近日|过去|一年来|几年来|多年来|长期以来|这|那|此|在此|本|该|其|从|由于|"
    r"随着|经过|通过|只有|只要|如果|虽然|尽管|无论|不论|要知道|可以说|应该说|总的|回顾|下面|现在|为了|我)"
)
"""A sentence with one of these tells something; a headline does not."""
_STATING = re.compile(
    r"(?:是|即为|意味着|在于|关乎|事关|关系到|来自|离不开|取决于).{2,}|[^，]*(?:的|之)(?:根本|关键|基础|前提|保证|生命|灵魂|重要)[^，]{0,4}$"
)
"""质量是教育的生命。 states; 质量稳步提升。 heads."""


def has_headline_build(sentence: str, longest: int = _LONGEST) -> bool:
    """Whether a sentence is built as a headline.

    >>> has_headline_build("经济实力明显增强。"), has_headline_build("我们主要做了以下工作。")
    (True, False)
    """
    text = bare(sentence)
    if "？" in sentence:
        return False
    if not _SHORTEST <= len(text) <= longest or _TELLING.search(unquoted(text)):
        return False
    if _STATING.search(unquoted(text)) or text[-1] == "的":
        return False
    if any(word.text == "了" for word in words(text)) and "有了" not in text:
        return False
    return text.count("、") <= 3


def bare(sentence: str) -> str:
    """A sentence without white space and without the marks at its end."""
    return re.sub(r"\s", "", sentence).rstrip("。！？；，：!?;,:”’")


def unquoted(text: str) -> str:
    """`text` without what stands in quotation marks: a slogan there may hold any word."""
    return re.sub(r"“[^”]*”|《[^》]*》|‘[^’]*’", "“”", text)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two leads are (0–1), and in what."""

    score: float
    shared: str


def likeness(one: str, other: str) -> Likeness:
    """How parallel two sentences are built: length, word classes in order, shared words."""
    one, other = bare(one), bare(other)
    if not one or not other:
        return Likeness(0.0, "")
    length = min(len(one), len(other)) / max(len(one), len(other))
    first, second = words(one), words(other)
    classes = SequenceMatcher(None, [w.flag[:1] for w in first], [w.flag[:1] for w in second], autojunk=False).ratio()
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    common = [one[m.a : m.a + m.size] for m in matcher.get_matching_blocks() if m.size]
    shared = sum(map(len, common)) / max(len(one), len(other))
    edge = 0.15 if one[:2] == other[:2] or one[-2:] == other[-2:] else 0.0
    score = 0.3 * length + 0.3 * classes + 0.4 * min(1.0, 2 * shared) + edge
    return Likeness(min(1.0, score), "、".join(c for c in common if len(c) > 1 or c not in "，、“”"))


def mean_likeness(sentences: list[str]) -> float:
    """How alike neighbours among the sentences are, on average."""
    if len(sentences) < 2:
        return 0.0
    scores = [likeness(a, b).score for a, b in itertools.pairwise(sentences)]
    return sum(scores) / len(scores)


def common_start(sentences: list[str]) -> str:
    """The characters with which all the sentences begin: 这五年，我们"""
    start = sentences[0] if sentences else ""
    for sentence in sentences[1:]:
        size = 0
        while size < min(len(start), len(sentence)) and start[size] == sentence[size]:
            size += 1
        start = start[:size]
    return start
