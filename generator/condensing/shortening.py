"""A clause in shorter and shorter forms, every one of them by leaving out a unit whose loss leaves a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from generator.condensing.clauses import Clause
from generator.condensing.lexicon import opening
from generator.condensing.speech import is_verb, members, opens_with_verb, stands_in, verb_after, whole
from generator.language import words
from generator.model import Span, without

_COUNTED = re.compile(r"[两二三四五六七八九十\d](?:大|项|个|类|种|级|方面|条|道|风|者|化|关|通)|分别|依次|从.{1,20}到")
"""What stands behind an announced number, or is dealt out with 分别, is a closed list: no member may go."""
_LONGEST_MEMBER = 10
"""Characters. A longer middle piece is not one member but the end of one list and the head of the next."""
_BETWEEN_LISTS = re.compile(r"[的中上下把将对以等]|和|与|及")
_PLACE = re.compile(r"[中上下里内时后]|方面|同时|过程中|基础上")
_OCCASION = re.compile(
    r"(在[^、，在的]{2,24}(?:(?:会议?|班|现场)上|时|期间|中)的)(?=(?:重要)?(?:讲话|指示|论述|要求|精神|部署|发言))"
)
_SHORTEST_REST = 8
"""Characters. A clause that loses its circumstance must still be one."""


@dataclass(frozen=True, slots=True)
class Form:
    """A clause with some of its words left out. `losses` name what went beyond fillers and openers."""

    spans: tuple[Span, ...]
    length: int
    losses: tuple[str, ...]

    @property
    def weight(self) -> int:
        """How much is lost: an attribute says most (形成(上下联动的)良好格局), anything else counts once."""
        return sum(2 if loss == "attribute" else 1 for loss in self.losses)


@dataclass(frozen=True, slots=True)
class _Loss:
    name: str
    holes: tuple[Span, ...]


def forms(clause: Clause, longest: int, *, keep_opener: bool = False) -> tuple[Form, ...]:
    """The forms of a clause, the one that loses least first.

    Members of a list and attributes go only from a clause that has more than `longest` characters without its
    fillers: what fits as it stands stands whole (净化社交圈、生活圈、朋友圈), and makes no room for another clause.
    `keep_opener`: the clause is the second half of a pair (不仅…，还…) and keeps what ties it to the first.
    """
    holes = [hole for hole in clause.fillers if hole.start >= clause.opener]
    if clause.opener and not keep_opener:
        holes.append(Span(0, clause.opener))
    found = []
    too_long = len(clause.text) - sum(map(len, holes)) > longest
    for chosen in product(*_losses(clause, too_long=too_long)):
        losses = tuple(loss for loss in chosen if loss)
        found.append(_form(clause, [*holes, *(hole for loss in losses for hole in loss.holes)], losses))
    unique = {form.spans: form for form in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda form: (form.weight, -form.length, form.spans)))


def _form(clause: Clause, holes: list[Span], chosen: tuple[_Loss, ...]) -> Form:
    start = clause.span.start
    kept = without(clause.span, sorted(Span(start + hole.start, start + hole.end) for hole in holes))
    return Form(kept, sum(map(len, kept)), tuple(loss.name for loss in chosen))


def _losses(clause: Clause, *, too_long: bool) -> Iterator[tuple[_Loss | None, ...]]:
    """What may go: tuples of alternatives, the first of which is to lose nothing."""
    optional = [("means", _means(clause))]
    if too_long:
        middle = _middle_members(clause)
        if middle:
            yield None, *(_Loss("middle members", middle[kept:]) for kept in range(len(middle)))
        optional += [
            ("later members", _later_members(clause)),
            ("circumstance", _inner_frame(clause)),
            ("occasion", _occasion(clause)),
            ("attribute", _attribute(clause)),
        ]
    for name, hole in optional:
        if hole:
            yield None, _Loss(name, (hole,))


def _has_figure(clause: Clause, span: Span) -> bool:
    place = Span(clause.span.start + span.start, clause.span.start + span.end)
    return any(figure.span.overlaps(place) for figure in clause.figures)


def _middle_members(clause: Clause) -> tuple[Span, ...]:
    """Members between the first, which holds the common verb, and the last, which holds the common head.

    推动经济、社会、文化发展 → 推动经济、文化发展. Not where the list was counted (三项制度), and not where a piece
    is the end of one list and the head of another (在A、B中做到C、D).
    """
    if _COUNTED.search(clause.text):
        return ()
    holes = []
    for run in members(clause.text):
        for member in run[1:-1]:
            text = member.of(clause.text)
            if len(text) > _LONGEST_MEMBER or _has_figure(clause, member):
                return ()
            if (_BETWEEN_LISTS.search(text) or _acts_inside(text)) and not text.startswith("“"):
                return ()
            if _has_figure(clause, run[-1]):
                return ()  # 座谈会、研讨会、听课16次: the number counts them all
            holes.append(Span(member.start, member.end + 1))
    return tuple(holes)


def _acts_inside(text: str) -> bool:
    """Whether a member is the end of one list and the verb of another: 运用法治思维、(法治方式处理问题)、化解矛盾."""
    found = words(text)
    return any(is_verb(word) and word.start > 0 and word.end < len(text) for word in found)


def _later_members(clause: Clause) -> Span | None:
    """All members but the first two, where each is a verb with its own object: 创新方法、丰富内容、活化载体."""
    if _COUNTED.search(clause.text):
        return None
    for run in members(clause.text):
        if len(run) < 3 or run[0].start < clause.opener:
            return None
        pieces = [member.of(clause.text) for member in run]
        pieces[0] = pieces[0][clause.opener :]
        alike = max(map(len, pieces)) - min(map(len, pieces)) <= 1
        if not (alike and all(opens_with_verb(piece) and "的" not in piece for piece in pieces)):
            return None
        if any(_has_figure(clause, member) for member in run[2:]):
            return None
        return Span(run[2].start - 1, run[-1].end)
    return None


def _inner_frame(clause: Clause) -> Span | None:
    """A circumstance 在…中 at the head of a clause, with its own verb behind it: 在应对挑战中冲锋在前、建功立业."""
    text = clause.text
    at = clause.opener
    if not text.startswith("在", at):
        return None
    places = whole(text)
    for match in reversed(list(_PLACE.finditer(text, at + 2))):
        end = match.end()
        rest = text[end:]
        inside = any(place.start < end <= place.end for place in places)
        if inside or len(rest) < _SHORTEST_REST or _has_figure(clause, Span(at, end)):
            continue
        if opens_with_verb(rest) and verb_after(rest):
            return Span(at, end)
    return None


def _attribute(clause: Clause) -> Span | None:
    """What stands between a verb of making and the last 的 before its object: 形成(党委带头学、支部跟进学的)良好氛围.

    Only verbs whose object is a thing (lexicon `thing`): 带动群众实现增收的目标 would become 带动目标.
    """
    text, at = clause.text, clause.opener
    verb = opening(text[at:], "thing", "verbs")
    end = text.rfind("的") + 1
    start = at + len(verb)
    if not verb or end - start < 6 or len(text) - end < 4 or _has_figure(clause, Span(start, end)):
        return None
    if stands_in(end, whole(text)) or "、" in text[end:] or verb_after(text[end:]):
        return None
    return Span(start, end)


def _occasion(clause: Clause) -> Span | None:
    """Where a speech was held, between the speaker and his words: 传达学习书记(在全县抓落实大会上的)讲话精神."""
    for match in _OCCASION.finditer(clause.text):
        hole = Span(*match.span(1))
        places = whole(clause.text)
        cut = stands_in(hole.start, places) or stands_in(hole.end, places)
        if hole.start > clause.opener + 2 and not cut and not _has_figure(clause, hole):
            return hole
    return None


def _means(clause: Clause) -> Span | None:
    """通过 before a verb of its own: 通过使用平台发送资料 → 使用平台发送资料."""
    text, at = clause.text, clause.opener
    if text.startswith("通过", at) and opens_with_verb(text[at + 2 :]) and verb_after(text, at + 4):
        return Span(at, at + 2)
    return None
