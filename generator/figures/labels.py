"""What a figure measures, from the words of its sentence, so that a row of the summary can be read alone.

A number takes its label from up to three places: the words before it in its clause (农民人均纯收入|达到), the thing
counted behind it (486名|有服务能力的党员), and, where its own words only say what happened to something (同比增长,
覆盖, 其中市区), the thing named earlier in the sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from generator.figures.lexicon import either
from generator.figures.phrases import (
    coordinated,
    opens_with_predicate,
    parts_at_predicate,
    shortened,
    tail,
)
from generator.language.quantities import NumberKind, Quantity
from generator.language.sentences import clauses
from generator.model import Span

LONGEST_HEAD = 30
"""Characters of a label before its number."""
LONGEST_THING = 20
"""Characters of a label behind its number."""

_MARKER = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十]{1,3}[）)、]|[一二三四五六七八九十]{1,2}[是要]|第[一二三四五六七八九十][，,]"
    r"|[（(]?\d{1,2}[）)．.、](?!\d)|[①-⑳]|[—-]{2,})"
)
_LEADING = re.compile(
    r"\s*(?:[、，,]|以及|并且|并|且|而且|同时|此外|另外|另有|如|例如|比如|据统计|据不完全统计|统计显示|目前|截止目前|截至目前|截止到目前|迄今|到目前为止"
    r"|和|及|与|还|也|又|再|即|则|又有|其余|余下|共|(?:先后|累计)?共有|我们|就|了|着|的|将|已|可)"
)
_COPULA = re.compile(
    r"(?:达到了?|达(?!成)|完成了?|实现了?|为|是|有|共计?|总计|合计|约|可达|超过|突破|增加[到至]|增[至到]|提高[到至]|提升[到至]|上升[到至]|升[至到]|扩大[到至]"
    r"|发展[到至]|下降[到至为]|降低?[到至为]|减少[到至为]|减[到至]|缩[小短减][到至为]|压[缩减][到至]|稳定在|保持在|控制在|维持在|调整[到至为]|延长[到至]|跃升[到至]"
    r"|攀升[到至]|回升[到至]|回落[到至]|增长[到至]|拓展[到至]|扩展[到至]|[、，,：:\s]|近|仅|只|就|均|都|已经?|将|分别|平均(?=为|达)|最多|至少|力争|连续|高达|多达|了|着|过"
    r"|其中(?=有)|总共|先后|一共|全部|不到|不足|从|由|到|至|在|向|给|对|被|用|按照?|以|把|每|等(?=达|为|共)|折合为?|逾|超|又|再|还|也|左右|价值(?=约))$"
)
_GROWTH = either("changes")
_DEPENDENT = re.compile(
    r"(?:其中|同时|且|并|也|还|又|再|均|都|将|已|共|累计|合计|总|同比|环比|同口径|可比口径|按可比价计算?|按可比价格计算|预计|名义|实际|年均|月均|日均|平均|分别|连续|净|新|大幅|提前"
    r"|比[^，。]{1,9}?|较[^，。]{1,9}?|与[^，。]{1,8}?相比|由|从|至|到)*"
    rf"(?:(?:{_GROWTH})[^，。；：的]{{0,2}}|覆盖(?:面|率)?|惠及|涉及|受益|占比?|占比[重例]?|超额完成|完成率|达标率|总[投面产]资?积?值?|投资额?|总投资|高于|低于|快于|好于|优于)?"
)
_RELATIVE = re.compile(
    r"(?:占|高于|低于|快于|优于|高出|低出|相当于|居|位居|较|比(?!例|重|率)|同比|环比|其中|分别|是[^，]{1,10}的$)"
)
_LIGHT_VERBS = re.compile(
    rf"^(?:[^，。]{{0,10}}?(?<![的、]))??(?:先后|累计|全年|共|已|再|新)?(?:{either('light_verbs')})了?(?=.{{2}})"
)
_SHARED_ENDING = re.compile(rf"(?:[^\s、]{{0,2}}(?:{either('shared_endings')}))+$")
_GROWTH_TAIL = re.compile(rf"(?:同比|环比|比上年|比去年|较上年|累计|年均|平均|预计|又|再|净|分别)*(?:{_GROWTH})$")
_EMPTY_VERB = re.compile(r"(?:共|有|为|达|在|由|从|约|超过|突破|达到|向|对|给|把|被|近|仅|将|已|\s)*$")
_JOINED = re.compile(r"\s*(?:[、,，]|和|及|与|以及|或)?\s*$")


@dataclass(slots=True)
class _Slot:
    """A figure on its way to its label: the words before it, those behind it, and the list it stands in."""

    quantity: Quantity
    clause: Span
    head: Span
    thing: Span
    joined: bool = False  # to the number before it, with at most 、 between
    adjacent: bool = False  # with nothing between
    index: int = 0  # in its list of joined numbers
    count: int = 1
    named: tuple[Span, ...] = ()  # what a list in the text says this number is of
    spans: tuple[Span, ...] = field(default=())
    name: tuple[Span, ...] = ()
    shared: tuple[Span, ...] = ()
    listed: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A figure's label: the pieces of text that make it, in order, and how they were found (Chinese, for --why).

    `name` is what tells it from its neighbours and `shared` what is said of all of them, where the label has such
    parts (网络传学 and 覆盖); `listed`: the number answers an item of a list (分别).
    """

    quantity: Quantity
    spans: tuple[Span, ...]
    why: str
    name: tuple[Span, ...] = ()
    shared: tuple[Span, ...] = ()
    listed: bool = False


class SentenceLabels:
    """The labels of all figures of one sentence. `topic` is what the figures before this sentence were about."""

    def __init__(
        self, text: str, sentence: Span, quantities: tuple[Quantity, ...], topic: tuple[Span, ...] = ()
    ) -> None:
        self._text = text
        self._sentence = sentence
        self._clauses = clauses(text, sentence)
        self._slots = self._make_slots(quantities)
        self.topic = topic
        self._list: tuple[Span, ...] = ()
        self._last_verb: Span | None = None

    def labelled(self) -> tuple[Labelled, ...]:
        """A label for each figure, in order."""
        for index, slot in enumerate(self._slots):
            self._label(index, slot)
        return tuple(
            Labelled(
                slot.quantity,
                self._clean(slot.spans),
                slot.why,
                self._clean(slot.name or slot.spans),
                self._clean(slot.shared),
                slot.listed,
            )
            for slot in self._slots
        )

    def _make_slots(self, quantities: tuple[Quantity, ...]) -> list[_Slot]:
        slots = []
        for quantity in quantities:
            clause = self._clause_of(quantity.span, quantities)
            head, thing = Span(clause.start, quantity.span.start), Span(quantity.span.end, clause.end)
            slots.append(_Slot(quantity, clause, head, thing))
        for before, slot in pairwise(slots):
            if before.clause != slot.clause:
                continue
            gap = Span(before.quantity.span.end, slot.quantity.span.start)
            if _JOINED.fullmatch(gap.of(self._text)):
                slot.joined, slot.adjacent = True, len(gap) == 0
                slot.head = Span(slot.quantity.span.start, slot.quantity.span.start)
                before.thing = Span(before.quantity.span.end, before.quantity.span.end)
                continue
            before.thing, slot.head = self._parted(gap)
        self._number_lists(slots)
        return slots

    def _parted(self, gap: Span) -> tuple[Span, Span]:
        """The words between two numbers: the thing counted before, the words that lead to the number behind."""
        piece = gap.of(self._text)
        joint = re.search(r"、|，", piece)
        if joint:
            return Span(gap.start, gap.start + joint.start()), Span(gap.start + joint.end(), gap.end)
        return parts_at_predicate(self._text, gap)

    @staticmethod
    def _number_lists(slots: list[_Slot]) -> None:
        start = 0
        for index in range(1, len(slots) + 1):
            if index == len(slots) or not slots[index].joined:
                for place in range(start, index):
                    slots[place].index, slots[place].count = place - start, index - start
                start = index

    def _clause_of(self, span: Span, quantities: tuple[Quantity, ...]) -> Span:
        """The clause of a number: its bracket if it stands in one, else up to a bracket that holds other numbers."""
        clause = next((c for c in self._clauses if c.start <= span.start < c.end), self._sentence)
        opening = self._open_bracket(clause, span)
        start, end = clause.start, clause.end
        if opening is not None:
            closing = re.compile(r"[）)]").search(self._text, span.end, clause.end)
            inner = Span(opening + 1, closing.start() if closing else clause.end)
            marks = [m.start() for m in re.finditer(r"[，；。：,;]", inner.of(self._text))]
            start = max([inner.start, *(inner.start + m + 1 for m in marks if inner.start + m < span.start)])
            end = min([inner.end, *(inner.start + m for m in marks if inner.start + m >= span.end)])
            return Span(start, end)
        for match in re.finditer(r"[（(][^（）()]*[）)]", clause.of(self._text)):
            bracket = Span(clause.start + match.start(), clause.start + match.end())
            if any(bracket.contains(q.span) for q in quantities):
                if bracket.start >= span.end:
                    end = min(end, bracket.start)
                elif bracket.end <= span.start:
                    start = max(start, bracket.end)
        while end > start and self._text[end - 1] in "，；。：:,;！？!? \n\r\t　）”":
            if self._text[end - 1] in "）”" and self._text.count("（“"["）”".index(self._text[end - 1])], start, end):
                break
            end -= 1
        return Span(start, max(end, span.end))

    def _open_bracket(self, clause: Span, span: Span) -> int | None:
        for at in range(span.start - 1, clause.start - 1, -1):
            if self._text[at] in "）)":
                return None
            if self._text[at] in "（(":
                return at
        return None

    def _label(self, index: int, slot: _Slot) -> None:
        previous = self._slots[index - 1] if index else None
        if slot.count > 1 and not self._alike(index, slot):
            slot.count = 1 if slot.index == 0 else slot.count
        if slot.count > 1 and self._spread(index, slot):
            return
        thing = self._thing(index, slot)
        head = self._core(slot.head)
        if slot.joined and previous:
            self._like_previous(slot, previous, thing)
            return
        bare = self._bare(slot.head)
        words = head.of(self._text)
        fallback = ""
        if thing and _EMPTY_VERB.fullmatch(words):
            verb = bare if not _EMPTY_VERB.fullmatch(bare.of(self._text)) else None
            slot.spans = (*((verb,) if verb else ()), thing)
            slot.why = "数字后面的事物"
            self._last_verb = verb
            self.topic = (thing,)
            return
        if not words or _DEPENDENT.fullmatch(words) or _RELATIVE.match(words):
            subject, fallback = self._subject(slot)
            kept = (head,) if words else ()
            slot.spans = (*subject, *kept, *((thing,) if thing else ()))
            slot.name, slot.shared = subject, kept
            slot.why = fallback
            if not slot.spans:
                slot.spans = (bare,) if len(bare) else (slot.clause,)
                slot.why = "所在分句"
            return
        slot.spans = (head, *((thing,) if thing else ()))
        slot.why = "数字前面的词语" + ("和后面的事物" if thing else "")
        self._last_verb = head
        self.topic = self._topic_of(slot.spans if thing else (head,))

    def _alike(self, index: int, slot: _Slot) -> bool:
        first = index - slot.index
        members = self._slots[first : first + slot.count]
        return not any(member.adjacent for member in members)

    def _spread(self, index: int, slot: _Slot) -> bool:
        """A list of numbers that answers a list of things: each number its own (分别提高221元、90元)."""
        first = self._slots[index - slot.index]
        head = first.head
        if slot.index == 0:
            self._list = self._things_listed(head, slot.count) or (self._list if len(self._list) == slot.count else ())
            if not self._list:
                return False
        if len(self._list) != slot.count:
            return False
        item = self._list[slot.index]
        last = self._list[-1]
        rest = self._rest_of(last, head)
        shared = self._shared_tail(last) if item != last else ()
        slot.spans = (item, *shared, *((rest,) if len(rest) else ()))
        slot.why = "并列的名称与并列的数字一一对应"
        slot.name, slot.shared, slot.listed = (item,), (*shared, *((rest,) if len(rest) else ())), True
        self.topic = (item, *shared)
        return True

    def _things_listed(self, head: Span, count: int) -> tuple[Span, ...]:
        core = self._core(head)
        for span in (core, *reversed([c for c in self._clauses if c.end <= head.start + 1])):
            end = span.end
            while end > span.start and self._text[end - 1] in "，；。：,;\n ":
                end -= 1
            items = coordinated(self._text, self._without_marker(Span(span.start, end)), count)
            if items:
                noun, _ = parts_at_predicate(self._text, items[-1])
                return (*items[:-1], noun if len(noun) and span is not core else items[-1])
            if span is not core and len(self._text[span.start : end]) > 60:
                break
        return ()

    def _shared_tail(self, last: Span) -> tuple[Span, ...]:
        """理科上线率 after 文科: the part that the shorter items before it lack."""
        shortest = min(len(item) for item in self._list)
        if len(last) - shortest < 2:
            return ()
        match = _SHARED_ENDING.search(last.of(self._text))
        if not match or match.start() == 0:
            return ()
        if any(item.of(self._text).endswith(match.group()[-1]) for item in self._list[:-1]):
            return ()
        return (Span(last.start + match.start(), last.end),)

    def _rest_of(self, last: Span, head: Span) -> Span:
        """What is said of all of them between the list and the numbers: 月人均…提高."""
        core = self._core(head)
        start = max(core.start, last.end) if last.end > core.start else core.start
        start = min(start, core.end)
        match = re.match(r"(?:[，、]|再次|分别|均|都|已|将)+", self._text[start : core.end])
        return Span(start + (match.end() if match else 0), core.end)

    def _like_previous(self, slot: _Slot, previous: _Slot, thing: Span | None) -> None:
        """A number joined to the one before it: 打造5个地标和5个好去处; 98万平方米1028幢校舍."""
        if thing and previous.thing and self._last_verb and not slot.adjacent:
            slot.spans = (self._last_verb, thing)
        elif thing:
            verb = self._last_verb if self._last_verb and slot.adjacent else None
            slot.spans = (*((verb,) if verb else ()), thing)
        else:
            slot.spans, slot.name, slot.shared = previous.spans, previous.name, previous.shared
        slot.why = "与前一个数字并列"

    def _subject(self, slot: _Slot) -> tuple[tuple[Span, ...], str]:
        """What the figure is of, where its own words do not say: the last thing named, or the clause before."""
        if self.topic:
            return self.topic, "沿用前文的名称"
        before = [c for c in self._clauses if c.end <= slot.clause.start]
        for clause in reversed(before):
            core = self._core(clause)
            noun, _ = parts_at_predicate(self._text, core)
            if len(noun) >= 2:
                return (shortened(self._text, noun, LONGEST_THING),), "前一分句的主语"
            if len(core) >= 2:
                return (shortened(self._text, core, LONGEST_THING),), "前一分句"
        return (), ""

    def _thing(self, index: int, slot: _Slot) -> Span | None:
        """The thing counted behind the number, or None where the sentence goes on with a predicate."""
        span = slot.thing
        if slot.count > 1 and slot.index < slot.count - 1:
            following = self._slots[index + 1]
            if following.adjacent:
                return self._thing(index + 1, following)
        piece = span.of(self._text)
        skip = len(piece) - len(piece.lstrip("的 、，"))
        span = Span(span.start + skip, span.end)
        piece = span.of(self._text)
        if not piece or not re.search(r"[一-鿿A-Za-z]", piece):
            return None
        relative = piece.startswith(("有", "被")) and "的" in piece
        head = self._core(slot.head).of(self._text)
        if not skip and not relative and opens_with_predicate(piece):
            named = len(head) >= 2 and not _EMPTY_VERB.fullmatch(head)
            if named or slot.joined or slot.quantity.kind is not NumberKind.QUANTITY:
                return None
        return shortened(self._text, span, LONGEST_THING)

    def _without_marker(self, span: Span) -> Span:
        match = _MARKER.match(self._text, span.start, span.end)
        return Span(match.end(), span.end) if match else span

    def _bare(self, span: Span) -> Span:
        """`span` without marker and leading conjunctions, white space trimmed."""
        span = self._without_marker(span)
        while match := _LEADING.match(self._text, span.start, span.end):
            span = Span(match.end(), span.end)
        start, end = span.start, span.end
        while start < end and self._text[start] in "　 \n\t，、；。：,;）”":
            start += 1
        while end > start and self._text[end - 1] in "　 \n\t，；。：,;、":
            end -= 1
        return Span(start, end)

    def _core(self, span: Span) -> Span:
        """`span` without the words that only lead to a number: 达到, 完成, 为, 增加到."""
        span = self._bare(span)
        end = span.end
        while match := _COPULA.search(self._text[span.start : end]):
            end = span.start + match.start()
        return tail(self._text, Span(span.start, end), LONGEST_HEAD)

    def _topic_of(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """The thing that a later 同比增长 or 覆盖 is about: without the verb in front and the change at the end."""
        last = spans[-1]
        text = last.of(self._text)
        change = _GROWTH_TAIL.search(text)
        if change and change.start() >= 2:
            last = Span(last.start, last.start + change.start())
        light = _LIGHT_VERBS.match(last.of(self._text))
        if light and len(last) - light.end() >= 2:
            last = Span(last.start + light.end(), last.end)
        if len(spans) > 1 and len(last) >= 2:
            return (last,)
        return (*spans[:-1], last)

    def _clean(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        kept: list[Span] = []
        for span in sorted(spans):
            start, end = span.start, span.end
            while start < end and (self._text[start].isspace() or self._text[start] in "，、；。：,;"):
                start += 1
            while end > start and (self._text[end - 1].isspace() or self._text[end - 1] in "，、；。：,;"):
                end -= 1
            if kept:
                start = max(start, kept[-1].end)
            if start < end:
                kept.append(Span(start, end))
        return tuple(kept)
