"""Where each figure of a sentence stands: its clause, the words before it, those behind it, the list it is part of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from generator.language.quantities import Quantity
from generator.language.sentences import clauses
from generator.model import Span
from generator.tallying.phrases import opens_with_predicate, parts_at_predicate

_JOINT = re.compile(r"、|，")
_CHANGED_TO = re.compile(
    r"的?(?:进一步|逐步|稳步|大幅|已|又)?[一-鿿]{0,2}(?:到|至|为|成)了?(?:(?:(?:19|20)\d{2}年|去年|上年|今年|本年)(?:底|末)?的?)?"
)
CHANGED_TO = "→"
"""The mark of a number that another one became: 由40元|提高到|80元."""
_CONJUNCTION = re.compile(r"(?:以及|(?<!共)和|(?<![惠涉普以])及|(?<!参)与)$")
_JOINED = re.compile(r"\s*(?:[、,，]|和|及|与|以及|或)?\s*")
_BRACKET = re.compile(r"[（(][^（）()]*[）)]")
_CLOSING_BRACKET = re.compile(r"[）)]")
_MARKS = "，；。：,;:！？!? \n\r\t　"
_OPENERS = {"）": "（", "”": "“", "》": "《"}


@dataclass(frozen=True, slots=True)
class Slot:
    """A figure and the words around it. `outside` is what stands before its bracket, where it is in one.

    A joined number has at most 、 or 和 between itself and the one before (`adjacent`: nothing at all); `index` and
    `count` are its place in such a row. `mark` is what separates it from the figure before: 、 ， 和 or nothing.
    """

    quantity: Quantity
    clause: Span
    head: Span
    thing: Span
    outside: Span | None = None
    mark: str = ""
    joined: bool = False
    adjacent: bool = False
    index: int = 0
    count: int = 1


class SentenceSlots:
    """The slots of one sentence, in order, and its clauses."""

    def __init__(self, text: str, sentence: Span, quantities: tuple[Quantity, ...]) -> None:
        self.text = text
        self.clauses = clauses(text, sentence)
        self._sentence = sentence
        self._quantities = quantities
        self.slots = self._with_rows(self._make())

    def _make(self) -> list[Slot]:
        places = [self._clause_of(quantity.span) for quantity in self._quantities]
        heads = [Span(place[0].start, q.span.start) for place, q in zip(places, self._quantities, strict=True)]
        things = [Span(q.span.end, place[0].end) for place, q in zip(places, self._quantities, strict=True)]
        marks = [""] * len(places)
        joined = [False] * len(places)
        for index, (before, after) in enumerate(pairwise(self._quantities), 1):
            gap = Span(before.span.end, after.span.start)
            if places[index - 1][0] != places[index][0]:
                marks[index] = self.text[gap.start : gap.start + 1]
            elif _JOINED.fullmatch(gap.of(self.text)):
                joined[index], marks[index] = True, gap.of(self.text).strip()
                heads[index] = Span(after.span.start, after.span.start)
                things[index - 1] = Span(before.span.end, before.span.end)
            else:
                things[index - 1], heads[index], marks[index] = self._parted(gap)
        return [
            Slot(quantity, place[0], head, thing, place[1], mark, is_joined, is_joined and not mark)
            for quantity, place, head, thing, mark, is_joined in zip(
                self._quantities, places, heads, things, marks, joined, strict=True
            )
        ]

    def _parted(self, gap: Span) -> tuple[Span, Span, str]:
        """The words between two numbers: the thing counted before, what leads to the next, the mark between."""
        piece = gap.of(self.text)
        nothing = Span(gap.start, gap.start)
        if _CHANGED_TO.fullmatch(piece):
            return nothing, gap, CHANGED_TO
        lead = re.match(r"\s*(?:[、，]|(?:以及|和|及|与)(?=[一-鿿]{3}))", piece)
        mark = lead.group().strip() if lead else ""
        if lead and (mark in "、，" or not opens_with_predicate(piece[lead.end() :])):
            return nothing, Span(gap.start + lead.end(), gap.end), mark
        if opens_with_predicate(piece) and "的" not in piece:
            return nothing, gap, ""
        joint = _JOINT.search(piece)
        until = Span(gap.start, gap.start + joint.start()) if joint else gap
        ends_noun = bool(joint) or bool(_CONJUNCTION.search(piece))
        thing, rest = parts_at_predicate(self.text, until, known_only=ends_noun)
        if joint and not len(rest):
            return thing, Span(gap.start + joint.end(), gap.end), joint.group()
        tail = _CONJUNCTION.search(thing.of(self.text))
        if tail and not len(rest):
            return Span(thing.start, thing.end - len(tail.group())), Span(gap.end, gap.end), "和"
        return thing, Span(rest.start, gap.end), ""

    @staticmethod
    def _with_rows(slots: list[Slot]) -> tuple[Slot, ...]:
        """The same slots, each knowing its place in a row of joined numbers."""
        placed: list[Slot] = []
        start = 0
        for end in range(1, len(slots) + 1):
            if end == len(slots) or not slots[end].joined:
                for at in range(start, end):
                    s = slots[at]
                    placed.append(
                        Slot(
                            *(s.quantity, s.clause, s.head, s.thing, s.outside, s.mark, s.joined, s.adjacent),
                            index=at - start,
                            count=end - start,
                        )
                    )
                start = end
        return tuple(placed)

    def _clause_of(self, span: Span) -> tuple[Span, Span | None]:
        """The clause of a number, and what stands before its bracket if it is in one.

        A bracket that holds numbers ends the clause around it: 经费1500万元（市本级500万）用于建设.
        """
        clause = next((c for c in self.clauses if c.start <= span.start < c.end), self._sentence)
        opening = self._open_bracket(clause, span)
        if opening is not None:
            closing = _CLOSING_BRACKET.search(self.text, span.end, clause.end)
            inner = Span(opening + 1, closing.start() if closing else clause.end)
            marks = [inner.start + m.start() for m in re.finditer(r"[，；。：,;]", inner.of(self.text))]
            start = max([inner.start, *(m + 1 for m in marks if m < span.start)])
            end = min([inner.end, *(m for m in marks if m >= span.end)])
            return Span(start, end), Span(clause.start, opening)
        start, end = clause.start, clause.end
        for match in _BRACKET.finditer(clause.of(self.text)):
            bracket = Span(clause.start + match.start(), clause.start + match.end())
            if any(bracket.contains(quantity.span) for quantity in self._quantities):
                if bracket.start >= span.end:
                    end = min(end, bracket.start)
                elif bracket.end <= span.start:
                    start = max(start, bracket.end)
        return Span(start, max(self._trimmed(start, end), span.end)), None

    def _trimmed(self, start: int, end: int) -> int:
        """`end` before the marks that close the clause; a closing mark stays when its opening one is inside."""
        while end > start:
            last = self.text[end - 1]
            opener = _OPENERS.get(last)
            if last not in _MARKS and (opener is None or self.text.count(opener, start, end)):
                break
            end -= 1
        return end

    def _open_bracket(self, clause: Span, span: Span) -> int | None:
        for at in range(span.start - 1, clause.start - 1, -1):
            if self.text[at] in "）)":
                return None
            if self.text[at] in "（(":
                return at
        return None
