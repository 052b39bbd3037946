"""A sentence as clauses: what each of them does, and what of it may go."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.condensing.fillers import filler_cuts
from generator.condensing.lexicon import ending, opening, opening_word, word_list
from generator.condensing.speech import is_verb, opens_with_verb, subject_length, verb_after, whole
from generator.language import clauses, words
from generator.model import Figure, Ledger, Manuscript, Span

_CLAUSE_MARKS = "，,；;：:。！？!?…—"
_TIME = re.compile(
    r"(?:过去|近|这|最近)?[\d一二三四五六七八九十两几]+(?:年|个月|月|天)(?:多)?(?:来|以来|间|内|中)?"
    r"|(?:\d{2,4}|[一二〇○零]{2,4})年(?:(?:末|底|初|上半年|下半年|以来|来)|\d{1,2}月(?:份|底|\d{1,2}日)?)?"
    r"|\d{1,2}月(?:份|底|初|末|中旬|上旬|下旬|\d{1,2}日)?(?:上午|下午|晚上?)?|.{0,24}以来"
)
_MARKER = re.compile(
    r"(?:第?[一二三四五六七八九十]+(?:是|要)|第[一二三四五六七八九十]+|[（(][一二三四五六七八九十\d]+[）)]|[①-⑳])[，、,：:]?"
)
_DISPOSAL = re.compile(r"(?:^|自觉|真正|要|应|必须|继续|切实|坚持|引导.{2,12})[把将](?=.{4})")
_THING_AT_END = re.compile(
    r"的(?:良好|浓厚|生动|工作|大|新|总|发展)?"
    r"(?:目标|局面|格局|要求|原则|机制|态势|氛围|效果|方式|办法|做法|思路|模式|体系|方针|理念|转变|跨越)$"
)
_ALREADY = ("均", "都", "已", "已经", "全部", "全", "均已", "是", "也", "正", "将", "现")
_GIVING = ("提供", "奠定", "作出", "做出", "贡献", "注入", "打下", "创造", "服务", "赢得")
"""Verbs of giving: 为群众提供便利 says what was done, 为方便群众 only to what end."""
_AS = re.compile(r"^以.{2,}为[^，]{2,}$")
_MEASURE = re.compile(
    r"(?:总投资|投资|累计|共计?|涉及|折合|总额|总量|增长|下降|提高|降低|减少|增加|增至|升至|降至|超过?|高于|低于|达到?|完成率|合格率|满意[率度]"
    r"|面积|为|占|居|排|约|近|年均|平均|户均|人均|月人?均)了?(?:[^\d，]{0,3})[\d一二三四五六七八九十百]"
)
"""覆盖700人, 总投资3亿元: a measure at once followed by its number belongs to what stands before it."""
_LONGEST_TOPIC = 18
"""Characters. A longer circumstance leaves no room for what happened in it."""
_SHORT_TAIL = 4
"""Characters behind the last 的: 通过大家的共同努力 has no verb, whatever the dictionary says of 努力."""
_PLACE_ENDS = ("上", "中", "下", "里", "内", "后", "前", "时", "间", "际")


class ClauseKind(StrEnum):
    """What a clause does in its sentence."""

    MAIN = "main"  # says what was done, is, or came of it
    FRAME = "frame"  # a circumstance or the first half of a pair: needs the clause behind it
    FOLLOWER = "follower"  # says more of what stands before it: needs the clause before it
    LINK = "link"  # joins or dates: goes
    COURTESY = "courtesy"  # words to the audience or an announcement: goes


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause without its end mark. Offsets into the manuscript, but for `text` and the spans in `fillers`."""

    span: Span
    text: str
    mark: Span | None
    kind: ClauseKind
    opener: int
    """Characters at its head that only tie it to what stands before (并, 同时, 我们)."""
    subject: int
    """Characters behind the opener that are its subject."""
    fillers: tuple[Span, ...]
    figures: tuple[Figure, ...]
    topic: bool
    """A circumstance that says of whom or of what field is spoken."""
    pair: bool
    """The first half of a pair (不仅…): the second half may not go."""
    redacted: bool


def read_clauses(manuscript: Manuscript, ledger: Ledger, sentence: Span) -> tuple[tuple[Clause, ...], ...]:
    """The clauses of a sentence, grouped by what stands between ； and ：, ends without white space and noise."""
    text = manuscript.words
    groups: list[list[Clause]] = [[]]
    after_among = False
    for piece in _quotes_attributed(text, clauses(text, sentence)):
        start, end = piece.start, piece.end
        while end > start and (text[end - 1].isspace() or text[end - 1] in _CLAUSE_MARKS):
            end -= 1
        while start < end and text[start].isspace():
            start += 1
        mark = Span(end, end + 1) if end < piece.end and text[end] in _CLAUSE_MARKS else None
        if start < end:
            clause = _clause(manuscript, ledger, Span(start, end), mark, after_among, bool(groups[-1]))
            after_among = clause.text.endswith(("其中", "包括"))
            groups[-1].append(clause)
        if mark and mark.of(text) in "；;：:":
            groups.append([])
    return tuple(_with_subjects_bound(group) for group in groups if group)


def _quotes_attributed(text: str, pieces: tuple[Span, ...]) -> list[Span]:
    """A quotation behind ： stays with the one who said it: 他说：“久久为功。” is one clause."""
    joined: list[Span] = []
    for piece in pieces:
        if joined and text[joined[-1].end - 1] in "：:" and text[piece.start] in "“「" and len(joined[-1]) <= 20:
            joined[-1] = Span(joined[-1].start, piece.end)
        else:
            joined.append(piece)
    return joined


def _with_subjects_bound(group: list[Clause]) -> tuple[Clause, ...]:
    """Halves that need each other: a subject before its verb, 把… before its verb, a verb before its object.

    成绩的取得，是大家努力的结果; 新区的小学等8个项目，均已开工; 把所思所想，融入工作; 实现招生零投诉，录取零差错的目标.
    """
    bound: list[Clause] = []
    for i, clause in enumerate(group):
        if i + 1 < len(group) and _needs(clause, group[i + 1]):
            clause = replace(clause, kind=ClauseKind.FRAME, pair=True)
        elif bound and clause.kind is ClauseKind.MAIN and (_completes(bound[-1], clause) or _goes_on(bound, clause)):
            clause = replace(clause, kind=ClauseKind.FOLLOWER)
        bound.append(clause)
    return tuple(bound)


def _completes(before: Clause, clause: Clause) -> bool:
    return before.pair and (_is_unfinished(before) or _needs_object(before, clause))


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
    first = words(following.text)[0].text
    if first in _ALREADY and not any(is_verb(word) for word in words(clause.text)):
        return True
    if clause.kind is ClauseKind.FOLLOWER:
        return False
    return first == "是" or _is_nominal(clause) or _is_unfinished(clause) or _needs_object(clause, following)


def _needs_object(clause: Clause, following: Clause) -> bool:
    """Whether the object of a verb of reaching ends only in the following clause, which has no verb of its own."""
    body = clause.text[clause.opener :]
    return (
        bool(opening(body, "reaching", "verbs"))
        and bool(_THING_AT_END.search(following.text))
        and not _THING_AT_END.search(body)
        and not opens_with_verb(following.text)
    )


def _is_nominal(clause: Clause) -> bool:
    """Whether the only verbs of a clause make an attribute of its noun: 当前面临的困难, 工作取得的成效."""
    text = clause.text
    verbs = [word for word in words(text) if is_verb(word) and len(word.text) > 1]
    ends = all(text.startswith("的", word.end) for word in verbs)
    return bool(verbs) and ends and not clause.figures and not opens_with_verb(text) and "、" not in text


def _is_unfinished(clause: Clause) -> bool:
    """Whether 把 or 将 still waits for its verb at the end of the clause: 把所思所想，融入日常工作."""
    match = _DISPOSAL.search(clause.text)
    return bool(match) and not verb_after(clause.text, max(clause.text.rfind("的") + 1, match.end() if match else 0))


def _clause(
    manuscript: Manuscript, ledger: Ledger, span: Span, mark: Span | None, after_among: bool, inner: bool
) -> Clause:
    text = span.of(manuscript.words)
    figures = ledger.inside(span)
    redacted = any(redaction.span.overlaps(span) for redaction in manuscript.redactions)
    opener = opener_length(text)
    body = text[opener:]
    subject = subject_length(body)
    pair = bool(opening_word(body, "pair", "openers")) and not body.startswith("是否")
    kind = _kind(text, body, subject, bool(figures), inner)
    if after_among or (redacted and kind is ClauseKind.MAIN and not verb_after(text)):
        kind = ClauseKind.FOLLOWER
    topic = kind is ClauseKind.FRAME and _is_topic(body)
    cuts = filler_cuts(text)
    return Clause(span, text, mark, kind, opener, subject, cuts, figures, topic, pair, redacted)


def opener_length(text: str) -> int:
    """How many characters at the head of a clause only tie it to what stands before, or count it.

    >>> [opener_length(text) for text in ("并建立了台账", "一是抓学习促提升", "并不意外", "还款能力增强")]
    [1, 2, 0, 0]
    """
    at = 0
    if match := _MARKER.match(text):
        at = match.end()
    while word := opening(text[at:], "opener", "words"):
        rest = text[at + len(word) :]
        bare = len(word) == 1
        first = next(iter(words(text[at:])), None)
        # 并 and 还 only before a verb and only as words of their own: not in 并不, 并网, 还款.
        if len(rest) < 4 or (bare and first and (first.text != word or not (opens_with_verb(rest) or _adverb(rest)))):
            break
        at += len(word)
    return at


def _adverb(rest: str) -> bool:
    first = next(iter(words(rest)), None)
    return first is not None and first.flag in ("d", "ad", "p") and not rest.startswith(("不", "未", "没"))


def _kind(text: str, body: str, subject: int, has_figures: bool, inner: bool) -> ClauseKind:
    if text in word_list("link", "words") or _TIME.fullmatch(text):
        return ClauseKind.LINK
    if any(pattern in text for pattern in word_list("courtesy", "patterns")):
        return ClauseKind.COURTESY
    if not has_figures and any(pattern in text for pattern in word_list("announcement", "patterns")):
        return ClauseKind.COURTESY
    acting = body[subject:]
    if (
        opening_word(body, "pair", "openers")
        or _is_frame(body, has_figures)
        or (subject and _is_frame(acting, has_figures))
    ):
        return ClauseKind.FRAME
    if body.startswith("其中"):
        return ClauseKind.FOLLOWER
    if inner and (opening_word(body, "follower", "openers") or _MEASURE.match(body) or _shares_out(body)):
        return ClauseKind.FOLLOWER
    if not any(is_verb(word) for word in words(body)) and inner:
        return ClauseKind.FOLLOWER
    return ClauseKind.MAIN


def _is_frame(text: str, has_figures: bool) -> bool:
    """Whether a clause that opens so is a circumstance.

    By rule: 围绕…, 按照… and the like, unless a second verb with an object shows a clause of its own; 在…中, 以…为…,
    对…, 从…入手; 以… and 通过… without a verb of their own (以自我革命的魄力; but 以优异成绩迎接大会 is none).
    """
    if _AS.match(text) or (ending(text, "frame", "endings") and not opens_with_verb(text)):
        return True
    if word := opening_word(text, "frame", "openers"):
        return not _acts_behind(text, len(word))
    first = text[:1]
    if first == "在" or text.startswith(("当", "自")):
        return text.endswith(_PLACE_ENDS) or bool(ending(text, "frame", "endings"))
    if text.startswith("通过") or first == "以":
        tail = text.rfind("的") + 1
        effort = 0 < len(text) - tail <= _SHORT_TAIL and tail > 0
        return bool(ending(text, "manner", "endings")) or effort or not (has_figures or verb_after(text, max(tail, 1)))
    if first in ("对", "为", "就", "与", "同", "从", "由", "于"):
        if len(words(text)[0].text) > 1:
            return False
        if first == "为" and any(verb in text for verb in _GIVING):
            return False
        if first == "为" and (opens_with_verb(text[1:]) or filler_cuts(text)):
            return True
        return not has_figures and not verb_after(text, max(text.rfind("的") + 1, 1))
    return False


def _shares_out(body: str) -> bool:
    """月人均分别提高90元和30元: what is shared out with 分别 needs those among whom, in the clause before."""
    at = body.find("分别")
    return 0 <= at <= 6 and "、" not in body[:at] and "和" not in body[:at]


def _acts_behind(text: str, at: int) -> bool:
    """Whether a verb with an object of its own stands behind the circumstance: 围绕主业开展技术攻关.

    It must be one of the verbs of making and doing, not open the object (围绕推进改革) and not stand before 的.
    """
    places = whole(text)
    tail = max(text.rfind("的") + 1, at + 2)
    for verb in word_list("result", "verbs"):
        found = text.find(verb, tail)
        if found >= tail and len(text) - found > len(verb) + 1 and not any(p.start < found < p.end for p in places):
            return text[found - 1] not in "、和与及"
    return False


def _is_topic(text: str) -> bool:
    if opening_word(text, "topic", "openers") and len(text) <= _LONGEST_TOPIC:
        return True
    place = bool(ending(text, "topic", "endings")) and not ending(text, "topic", "never")
    return text.startswith("在") and place and len(text) <= _LONGEST_TOPIC
