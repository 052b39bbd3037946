"""Sentences that announce what follows: problems, next steps, a list, an aside to the audience."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from generator.language import clauses, sentences
from generator.model import Role, Span
from generator.outlining.draft import Paragraph
from generator.outlining.markers import Token, inline_series
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
    after the heading begins. `ahead` says that a list is one of next steps, `apart` that it addresses the
    audience after all parts: 同志们，…我提三点希望：  `inner` says that the announcement is what
    a heading line above it has promised, so that it opens no section of its own.
    """

    purpose: Purpose
    start: int
    heading: Span
    body: int
    evidence: tuple[str, ...]
    ahead: bool = False
    apart: bool = False
    inner: bool = False


_ADDRESS = re.compile(
    r"(?:尊敬的|亲爱的)?(?:各位|同志们|同学们|老师们|朋友们|代表们|委员们|女士们|先生们|乡亲们|大家)[^。：:]{0,20}?[，,！!：:、]"
)
"""各位代表，… 同志们！…"""

_SEEING = "(?:看到|认识到|意识到|清醒|感到|面临|存在|正视|发现|反思|审视|察觉|也有|还有|仍有|尚有)"
_LACKING = "(?:问题|不足|困难|差距|短板|薄弱环节|矛盾|挑战|弱项|欠缺)"
_BUT = re.compile(
    rf"(?:同时|但是?|然而|不过|当然|尽管|虽然|也|仍|还|清醒|对照|对标|总结|回顾)[^。；]*{_SEEING}[^。；]*{_LACKING}"
)
_HAVING = re.compile(
    rf"(?:{_SEEING}|主要|突出)[^。；，]{{0,24}}{_LACKING}|{_LACKING}[^。；，]{{0,6}}(?:依然|仍然|仍旧|还|也)?(?:存在|不少|较多|突出)"
)
_SOBER = re.compile(r"(?:也|还|同时|必须|应|但)[^，。；]{0,8}清醒[^，。；]{0,3}(?:认识到|看到|意识到)[：，:]?$")
"""我们也清醒认识到： turns to problems even where the word is not said."""
_SOLVING = re.compile(
    r"(?:解决|整改|化解|破解|克服|针对|聚焦|查摆|检视|排查|直面|研究|梳理|反映|发现)[^。；，]{0,14}" + _LACKING
)
"""解决了一批问题 tells of work, not of what is lacking."""

_LONGEST_HEADING_LINE = 60
"""Characters of a marked paragraph that is a heading as a whole."""
_LONGEST_LISTING = 45
"""Characters of a sentence that heads the list in the rest of its paragraph."""
_LONGEST_STEPS = 60
"""Characters of the sentence that announces next steps; a longer one gives its first clauses."""
_LONGEST_TIME = 8
"""Characters of a clause that only says when: 三年来，虽然做了一些工作，但…"""
_NEAR_THE_END = 4
"""Paragraphs before the next part within which a part turns to problems or next steps."""
_LINES_A_PARAGRAPH = 8
"""Lines that a paragraph may have where each sentence has its own."""
_WEIGHING = re.compile(r"清醒|成绩|成效|成果|肯定|收获|总结|回顾|对照|看到|认识到|感到|反思|剖析|与[^，]{2,12}相比")
"""A turn to problems weighs them against something, or says that they are seen."""
_VIEWING = re.compile(r"从[^，。]{1,12}(?:看|讲|说)，")
"""从自身看，还存在不少问题 is one view of several on the situation, no turn of the speech."""
_LATEST_NAMING = 8
"""Clauses before the naming one. Behind more of them the word is an aside in a sentence on something else."""
_TURN = re.compile(
    r"但|[^，]{0,8}虽然?|然而|不过|当然|同时|我们(?:也|还|清|必须|应)|也|(?:在|全面|充分|认真)?(?:总结|回顾|肯定|看到|取得|盘点)|在[^，]{0,30}(?:同时|之余)，"
    r"|对照|对标|尽管|虽然"
)
"""How the clause begins with which a sentence turns from what was reached to what is lacking."""

_AHEAD = re.compile(
    r"(?:下一步|下一阶段|下阶段|下步|接下来|今后(?:工作|一段时期|一个时期|，)|展望未来|面向未来，我们)[^。]*"
)
_YEAR_AHEAD = re.compile(
    r"(?:新的一年|明年|来年|下半年|新学期|新征程上|20\d\d年)[^。，]{0,4}，[^，。]{0,10}(?:将|(?<![主重需必首])要)"
)
_AGAINST = re.compile(
    r"(?:针对|对照|围绕)(?:以上|上述|这些|存在的?)[^。，]{0,10}?(?:问题|不足|差距|短板)[^。]{0,6}(?:今后|下一步|[^。]*(?:将|要|重点))"
)
_TAIL = re.compile(
    r"(?:主要|具体|突出|集中|重点)(?:表现[为在]?|体现[为在]|反映在|存在|包括|如下|是|有|为)(?:以下[^。；，：]{0,10})?"
)
"""主要是, 主要表现为: the words between the naming of problems and the problems."""

_ADVERBIAL = re.compile(r"(?:为了?|围绕|按照|根据|通过|经过|依靠)|在[^，]*(?:下|中|上|里|时|期间|支持|帮助|努力)，?$")
_PAIRED = re.compile(r"同时|之余|基础上")


def find_announcements(
    paragraphs: tuple[Paragraph, ...], tokens: list[Token], first: int, end: int, lined: bool
) -> dict[int, tuple[Announcement, ...]]:
    """The announcements at the paragraphs from `first` to `end`, by index; marked paragraphs announce nothing here."""
    marked = {token.paragraph: token for token in tokens}
    ranked = [token for token in tokens if token.family.rank is not None]
    top = min((token.family.rank or 0 for token in ranked), default=None)
    found: dict[int, tuple[Announcement, ...]] = {}
    told: Role | None = None
    passed, began = 0, False
    near = _NEAR_THE_END * (_LINES_A_PARAGRAPH if lined else 1)
    for index in range(first, end):
        while passed < len(ranked) and ranked[passed].paragraph <= index:
            if ranked[passed].family.rank == top:
                # 2023年主要工作 as the first part looks back, whatever it would say as a later one.
                told = role_of_heading(paragraphs[ranked[passed].paragraph].text[:60].strip("。"), began)
                began = True
            passed += 1
        if index in marked:
            continue
        following = ranked[passed] if passed < len(ranked) else None
        outside = following is None or following.number in (1, None) or following.family.rank == top
        if following and passed and following.paragraph - index > near:
            # 当前我们也面临不少困难 early in a part is an aside: a part turns to problems at its end.
            outside = False
        made = _announcement(paragraphs[index], told, top is None) if outside else None
        last = ranked[passed - 1] if passed else None
        if (
            made
            and last
            and last.paragraph == index - 1
            and last.family.rank == top
            and _is_line(paragraphs[index - 1])
        ):
            names_lack = re.search(_LACKING, paragraphs[index - 1].text)
            made = replace(made, inner=True) if names_lack or made.purpose is not Purpose.PROBLEMS else None
        if made:
            told = Role.PROBLEMS if made.purpose is Purpose.PROBLEMS else Role.NEXT_STEPS
        opens = marked.get(index + 1)
        if made is None and opens and opens.family.rank is None and opens.number == 1:
            made = list_announcement(paragraphs[index], _past(found), following is None and passed > 0)
            if made and index > first:
                made = replace(made, start=paragraphs[index].span.start)
        if made is None and top is None and tokens and index > tokens[0].paragraph:
            made = listing_paragraph(paragraphs[index], _past(found))
        if made is None and index > first and _ADDRESS.match(paragraphs[index].text):
            span = paragraphs[index].span
            made = Announcement(Purpose.ASIDE, span.start, span, span.end, ())
        if made:
            found[index] = (made,)
        if made and made.purpose is Purpose.PROBLEMS:
            behind = next_steps_behind(paragraphs[index], made.body)
            if behind:
                found[index] = (made, behind)
                told = Role.NEXT_STEPS
    return found


def _is_line(paragraph: Paragraph) -> bool:
    return len(paragraph.text) <= _LONGEST_HEADING_LINE and "。" not in paragraph.text.rstrip()[:-1]


def _announcement(paragraph: Paragraph, told: Role | None, unnumbered: bool) -> Announcement | None:
    """The turn to problems or to next steps, unless what it stands in tells them already."""
    made = problems(paragraph) if told is None else None
    if made is None and told is not Role.NEXT_STEPS:
        made = next_steps(paragraph, unnumbered)
    return made


def _past(found: Mapping[int, tuple[Announcement, ...]]) -> bool:
    """Whether problems were told already, so that a list of what is to be done tells next steps."""
    return any(made.purpose is Purpose.PROBLEMS for several in found.values() for made in several)


def problems(paragraph: Paragraph) -> Announcement | None:
    """The sentence with which a paragraph turns to problems: 在肯定成绩的同时，我们也清醒看到存在的问题：…"""
    for number, sentence in enumerate(sentences(paragraph.text)):
        text = sentence.of(paragraph.text)
        if not (_BUT.search(text) or "清醒" in text):
            continue
        pieces = clauses(paragraph.text, sentence)
        words = [piece.of(paragraph.text) for piece in pieces]
        at = _naming_clause(words)
        if at is None or at > _LATEST_NAMING or _VIEWING.match(words[0]):
            continue
        begin = next((i for i in range(at + 1) if _TURN.match(words[i])), None)
        if begin is None and number > 2:
            continue
        if begin == 1 and len(words[0]) <= _LONGEST_TIME:
            begin = 0
        end = pieces[at].end
        tail = _TAIL.match(paragraph.text, end) if at + 1 < len(pieces) else None
        if not (tail or words[at].rstrip().endswith(("：", ":")) or _WEIGHING.search(text)):
            # 那时我们也面临许多困难。 tells a story; it weighs nothing and lists nothing.
            continue
        start = pieces[at if begin is None else begin].start
        return _make(paragraph, Purpose.PROBLEMS, start, tail.end() if tail else end)
    return None


def _naming_clause(words: list[str]) -> int | None:
    """The index of the clause that names problems; where none does, of the one that turns soberly to them."""
    named = next((i for i, w in enumerate(words) if _HAVING.search(w) and not _SOLVING.search(w)), None)
    sober = next((i for i, w in enumerate(words) if _SOBER.search(w)), None)
    if sober is None:
        return named
    if named is not None and named <= sober + 3 and not words[sober].rstrip().endswith(("：", ":")):
        return named
    return sober


def next_steps(paragraph: Paragraph, unnumbered: bool = False) -> Announcement | None:
    """The sentence with which a paragraph turns to what will be done: 下一步，我们将…。

    In a speech without numbered parts (`unnumbered`) 新的一年，我们将… turns to it too; elsewhere a part says it.
    """
    first = sentences(paragraph.text)[:1]
    return _steps(paragraph, first[0], unnumbered) if first else None


def next_steps_behind(paragraph: Paragraph, offset: int) -> Announcement | None:
    """The same further on in a paragraph that told problems before `offset`: …还不够。针对以上不足，今后一是…"""
    inside = Span(offset - paragraph.span.start, len(paragraph.text))
    made = (_steps(paragraph, sentence) for sentence in sentences(paragraph.text, inside)[1:])
    return next((announcement for announcement in made if announcement), None)


def _steps(paragraph: Paragraph, sentence: Span, unnumbered: bool = False) -> Announcement | None:
    text = sentence.of(paragraph.text)
    address = _ADDRESS.match(text)
    begin = address.end() if address else 0
    lead = text[begin:]
    plain = _AHEAD.match(lead) or _AGAINST.match(lead)
    if not (plain or (unnumbered and _YEAR_AHEAD.match(lead))):
        return None
    pieces = clauses(paragraph.text, sentence)
    stop = len(pieces) - 1
    marks = [i for i, c in enumerate(pieces) if re.match(r"一[是要]|第一|首先", c.of(paragraph.text))]
    if marks and marks[0] > 0:
        stop = marks[0] - 1
    else:
        inner = re.search(r"(?<=[^，。；：])一是", text)
        if inner:
            return _make(paragraph, Purpose.NEXT_STEPS, sentence.start + begin, sentence.start + inner.start())
    while stop > 0 and pieces[stop].end - sentence.start - begin > _LONGEST_STEPS:
        stop -= 1
    return _make(paragraph, Purpose.NEXT_STEPS, sentence.start + begin, pieces[stop].end)


def list_announcement(paragraph: Paragraph, problems_told: bool, last: bool) -> Announcement | None:
    """The last sentence of a paragraph as what announces the list in the paragraphs after it."""
    pieces = [s for s in sentences(paragraph.text) if any(map(str.isalnum, s.of(paragraph.text)))]
    if not pieces:
        return None
    parts = clauses(paragraph.text, pieces[-1])
    text = pieces[-1].of(paragraph.text)
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
    apart = last and bool(_ADDRESS.match(paragraph.text))
    return Announcement(Purpose.LIST, made.start, made.heading, made.body, evidence, ahead, apart)


def listing_paragraph(paragraph: Paragraph, problems_told: bool) -> Announcement | None:
    """A paragraph whose first sentence announces the list in the rest of it: …交出了一份答卷。一是…。二是…。三是…。"""
    first = sentences(paragraph.text)[0]
    if not 6 <= len(first) <= _LONGEST_LISTING or first.end >= len(paragraph.text):
        return None
    rest = paragraph.text[first.end :]
    series = inline_series(rest, 0, lambda found: len(found) > 2)
    if not series or series[0].marker.start > 0 or series[0].family.rank is not None:
        return None
    pieces = clauses(paragraph.text, first)
    begin = 0
    while begin < len(pieces) - 1 and _ADDRESS.fullmatch(pieces[begin].of(paragraph.text).strip()):
        begin += 1
    made = _make(paragraph, Purpose.LIST, pieces[begin].start, first.end)
    ahead = problems_told and bool(re.search(r"要|将|继续|今后|下一步", first.of(paragraph.text)))
    return replace(made, start=paragraph.span.start, ahead=ahead)


def _adverbial(clause: str) -> bool:
    return bool(_ADVERBIAL.match(clause) or _ADDRESS.fullmatch(clause.strip())) and not _PAIRED.search(clause)


def _bare(clause: str) -> str:
    return clause.rstrip().rstrip("，；：:。,;")


_EXAMPLE = re.compile(r"(?:如|例如|比如|主要有|表现在)[：:]")


def _make(paragraph: Paragraph, purpose: Purpose, start: int, end: int) -> Announcement:
    """The announcement whose heading stands from `start` to `end` (offsets in the paragraph), closing marks dropped."""
    base = paragraph.span.start
    words = _bare(paragraph.text[start:end])
    label = {Purpose.PROBLEMS: "转折后说到问题与不足", Purpose.NEXT_STEPS: "说到今后的打算", Purpose.LIST: "引出列举"}
    while end < len(paragraph.text) and paragraph.text[end] in "，：；、。:,; ":
        end += 1
    example = _EXAMPLE.match(paragraph.text, end)
    if example:
        end = example.end()
    return Announcement(
        purpose,
        base + start,
        Span(base + start, base + start + len(words)),
        base + end,
        (f"{label[purpose]}：“{words[:24]}”",),
    )
