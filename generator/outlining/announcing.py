"""Sentences that announce what follows: problems, next steps, a list, an aside to the audience."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from generator.language import clauses, sentences
from generator.model import Role, Span
from generator.outlining.draft import Paragraph
from generator.outlining.markers import Token
from generator.outlining.roles import role_of_heading


class Purpose(Enum):
    """What an announcement is for."""

    PROBLEMS = "problems"
    NEXT_STEPS = "next steps"
    LIST = "list"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Announcement:
    """An announcing sentence: where its section begins, and the words that serve as its heading.

    `start` may lie inside a paragraph: what stands before it belongs to what came before. `body` is where the text
    after the heading begins. `ahead` says that a list is one of next steps.
    """

    purpose: Purpose
    start: int
    heading: Span
    body: int
    evidence: tuple[str, ...]
    ahead: bool = False


_ADDRESS = re.compile(
    r"(?:尊敬的|亲爱的)?(?:各位|同志们|同学们|老师们|朋友们|代表们|委员们|女士们|先生们|乡亲们|大家)[^。：:]{0,20}?[，,！!：:、]"
)
"""各位代表，… 同志们！…"""

_SEEING = "(?:看到|认识到|意识到|清醒|感到|面临|存在|正视|发现|反思|审视|察觉|也有|还有)"
_LACKING = "(?:问题|不足|困难|差距|短板|薄弱环节|矛盾|挑战|弱项|欠缺)"
_BUT = re.compile(
    rf"(?:同时|但是?|然而|不过|当然|尽管|虽然|也|仍|还|对照|对标|总结|回顾|我们)[^。；]*{_SEEING}[^。；]*{_LACKING}"
)
_HAVING = re.compile(
    rf"(?:{_SEEING}|主要|突出)[^。；，]{{0,24}}{_LACKING}|{_LACKING}[^。；，]{{0,6}}(?:依然|仍然|仍旧|还|也)?(?:存在|不少|较多|突出)"
)
_SOLVING = re.compile(
    r"(?:解决|整改|化解|破解|克服|针对|聚焦|查摆|检视|排查|直面|研究|梳理|反映|发现)[^。；，]{0,14}" + _LACKING
)
"""解决了一批问题 tells of work, not of what is lacking."""

_TURN = re.compile(
    r"但|然而|不过|当然|同时|我们(?:也|还|清|必须|应)|也|(?:在|全面|充分|认真)?(?:总结|回顾|肯定|看到|取得|盘点)|在[^，]{0,30}(?:同时|之余)，"
    r"|对照|对标|尽管|虽然|各位|同志们"
)
"""How the clause begins with which a sentence turns from what was reached to what is lacking."""

_AHEAD = re.compile(
    r"(?:下一步|下一阶段|下阶段|下步|接下来|今后(?:工作|一段时期|一个时期|，)|展望未来|面向未来，我们)[^。]*"
)
_AGAINST = re.compile(
    r"(?:针对|对照|围绕)(?:以上|上述|这些|存在的?)[^。，]{0,10}(?:问题|不足|差距)[^。]{0,6}(?:，|今后|下一步)[^。]*(?:将|要|重点)"
)
_TAIL = re.compile(
    r"(?:主要|具体|突出|集中|重点)(?:表现[为在]?|体现[为在]|反映在|存在|包括|如下|是|有|为)(?:以下[^。；，：]{0,10})?"
)
"""主要是, 主要表现为: the words between the naming of problems and the problems."""

_ADVERBIAL = re.compile(r"(?:为了?|围绕|按照|根据|通过|经过|依靠)|在[^，]*(?:下|中|上|里|时|期间|支持|帮助|努力)，?$")
_PAIRED = re.compile(r"同时|之余|基础上")


def find_announcements(
    paragraphs: tuple[Paragraph, ...], tokens: list[Token], first: int, end: int
) -> dict[int, Announcement]:
    """The announcements at the paragraphs from `first` to `end`, by index; marked paragraphs announce nothing here."""
    marked = {token.paragraph: token for token in tokens}
    top = min((t.family.rank for t in tokens if t.family.rank is not None), default=None)
    found: dict[int, Announcement] = {}
    for index in range(first, end):
        if index in marked:
            continue
        paragraph = paragraphs[index]
        following = next((t for t in tokens if t.paragraph > index and t.family.rank is not None), None)
        outside = following is None or following.number in (1, None) or following.family.rank == top
        above = (
            next((t for t in reversed(tokens) if t.paragraph < index and t.family.rank == top), None)
            if top is not None
            else None
        )
        told = role_of_heading(paragraphs[above.paragraph].text[:60].strip("。"), True) if above else None
        announcement = None
        if outside and told is not Role.PROBLEMS:
            announcement = problems(paragraph)
        if outside and told is not Role.NEXT_STEPS and announcement is None:
            announcement = next_steps(paragraph)
        opening = marked.get(index + 1)
        if announcement is None and opening and opening.family.rank is None and opening.number == 1:
            announcement = list_announcement(paragraph, _past(found))
        if announcement is None and _ADDRESS.match(paragraph.text) and index > first:
            announcement = Announcement(Purpose.ASIDE, paragraph.span.start, paragraph.span, paragraph.span.end, ())
        if announcement:
            found[index] = announcement
    return found


def _past(found: Mapping[int, Announcement]) -> bool:
    """Whether problems were told already, so that a list of what is to be done tells next steps."""
    return any(a.purpose is Purpose.PROBLEMS for a in found.values())


def problems(paragraph: Paragraph) -> Announcement | None:
    """The sentence with which a paragraph turns to problems: 在肯定成绩的同时，我们也清醒看到存在的问题：…"""
    for sentence in sentences(paragraph.text)[:3]:
        text = sentence.of(paragraph.text)
        pieces = clauses(paragraph.text, sentence)
        at = next((i for i, c in enumerate(pieces) if _names_lack(c.of(paragraph.text))), None)
        if at is None or at > 8 or not _BUT.search(text):
            continue
        begin = next(i for i in range(at + 1) if i == at or _TURN.match(pieces[i].of(paragraph.text)))
        stop = at
        end = pieces[stop].end
        tail = _TAIL.match(paragraph.text, end) if stop + 1 < len(pieces) else None
        return _make(paragraph, Purpose.PROBLEMS, pieces[begin].start, tail.end() if tail else end)
    return None


def _names_lack(clause: str) -> bool:
    return bool(_HAVING.search(clause)) and not _SOLVING.search(clause)


def next_steps(paragraph: Paragraph) -> Announcement | None:
    """The sentence with which a paragraph turns to what will be done: 下一步，我们将…。"""
    first = sentences(paragraph.text)[:1]
    if not first:
        return None
    text = first[0].of(paragraph.text)
    body = _ADDRESS.match(text)
    lead = text[body.end() :] if body else text
    if not (_AHEAD.match(lead) or _AGAINST.match(lead)):
        return None
    pieces = clauses(paragraph.text, first[0])
    stop = len(pieces) - 1
    marks = [i for i, c in enumerate(pieces) if re.match(r"一[是要]|第一|首先", c.of(paragraph.text))]
    if marks and marks[0] > 0:
        stop = marks[0] - 1
    return _make(paragraph, Purpose.NEXT_STEPS, pieces[0].start, pieces[stop].end)


def list_announcement(paragraph: Paragraph, problems_told: bool) -> Announcement | None:
    """The last sentence of a paragraph as what announces the list in the paragraphs after it."""
    pieces = sentences(paragraph.text)
    last = pieces[-1]
    parts = clauses(paragraph.text, last)
    text = last.of(paragraph.text)
    reached = next(
        (
            i
            for i, c in enumerate(parts)
            if re.search(r"(?:取得|实现|收到)[^，]{0,8}(?:成效|成绩|成果|效果|进展)", c.of(paragraph.text))
        ),
        None,
    )
    stop = len(parts) - 1
    if reached is not None and not text.rstrip().endswith(("：", ":")):
        stop = reached
    begin = 0
    while begin < stop and _adverbial(parts[begin].of(paragraph.text)):
        begin += 1
    ahead = problems_told and bool(re.search(r"要|将|继续|今后|下一步", text))
    made = _make(paragraph, Purpose.LIST, parts[begin].start, parts[stop].end)
    evidence = ("紧接着的段落逐条列出",)
    whole = len(pieces) == 1 or paragraph.span.start + last.start == made.start
    start = paragraph.span.start if len(pieces) == 1 and whole else made.start
    return Announcement(Purpose.LIST, start, made.heading, made.body, evidence, ahead)


def _adverbial(clause: str) -> bool:
    return bool(_ADVERBIAL.match(clause)) and not _PAIRED.search(clause)


def _bare(clause: str) -> str:
    return clause.rstrip().rstrip("，；：:。,;")


def _make(paragraph: Paragraph, purpose: Purpose, start: int, end: int) -> Announcement:
    """The announcement whose heading stands from `start` to `end` (offsets in the paragraph), closing marks dropped."""
    base = paragraph.span.start
    words = _bare(paragraph.text[start:end])
    label = {Purpose.PROBLEMS: "转折后说到问题与不足", Purpose.NEXT_STEPS: "说到今后的打算", Purpose.LIST: "引出列举"}
    while end < len(paragraph.text) and paragraph.text[end] in "，：；、。:,; ":
        end += 1
    return Announcement(
        purpose,
        base + start,
        Span(base + start, base + start + len(words)),
        base + end,
        (f"{label[purpose]}：“{words[:24]}”",),
    )
