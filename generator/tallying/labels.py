"""What a figure measures, from the words of its sentence, so that a row of the summary can be read alone.

A number takes its label from up to three places: the words before it in its clause (农民人均纯收入|达到), the thing
counted behind it (486名|有服务能力的党员), and, where its own words only say what happened to something (同比增长,
覆盖, 其中市区), the thing named earlier in the sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.language.quantities import NumberKind, Quantity
from generator.model import Span, without
from generator.tallying.heads import LONGEST_SUBJECT, Heads
from generator.tallying.lists import NamedList, list_before, said_of_all
from generator.tallying.phrases import opens_with_predicate, shortened
from generator.tallying.slots import CHANGED_TO, SentenceSlots, Slot

LONGEST_THING = 20
"""Characters of a label behind its number."""
LONGEST_LABEL = 30
"""Characters. Above it a list before the thing counted is left out."""
LONGEST_FRAMED = 12
"""Characters. A longer label does not need the 在…中 before it."""

_FRAME = re.compile(r"\s*(?:[一二三四五六七八九十][是要])?在([^，。；：]{4,22}(?:中|方面|(?<=[赛会])上))[，,]")
_FRAME_END = re.compile(r"(?:中|方面|上)$")
_MODIFIER = re.compile(r"[的就便 　]+(?!业)")
_INSIDE_BEFORE = re.compile(r"(?:中|里|内|之中)(?=有|的|$)")
_MILESTONE = re.compile(r"(?:大关|关口)")
_RELATIVE_CLAUSE = re.compile(r"(?:有|被|最|较|更)")
_COUNTING_END = re.compile(r"(?:的|(?<![拥享具占现持])有|共|(?<![成作])为|了|已|(?<![面投])向|(?<!应)对|给|从|由)+$")
_NEAR_CLAUSES = 3
"""Clauses before a figure that may name its subject, beside the first of the sentence."""
_OWN_NAME_AFTER_OF_THEM = 6
"""Characters behind 其中 that name a thing of their own: 其中高速铁路运营里程, not 其中市区."""
_SHORTEST_NAME = 2
"""Characters. 其中25人 names nothing."""
_REACHED = re.compile(r"(?:已|实际)?(?:完成|兑现|到位)")
_TOLD_BEFORE = "前一分句说的就是它"
_BECAME = re.compile(r"[一-鿿]{1,4}(?:到|至|为)")
_EACH = re.compile("分别")
_EDGES = "，、；。：,; \n\t　"


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
        self._heads = Heads(text)
        found = SentenceSlots(text, sentence, quantities)
        self._slots, self._clauses = found.slots, found.clauses
        self._numbers = tuple(quantity.span for quantity in quantities)
        each = (Span(*match.span()) for match in _EACH.finditer(text, sentence.start, sentence.end))
        self._holes = tuple(sorted((*self._numbers, *each)))
        self._earlier_topic = topic
        self.topic: tuple[Span, ...] = ()
        self._verb: Span | None = None
        self._list: NamedList | None = None
        self._row: Labelled | None = None
        self._named_things: list[Span] = []
        self._frame = self._find_frame(sentence)

    def labelled(self) -> tuple[Labelled, ...]:
        """A label for each figure, in order."""
        made = []
        for index, slot in enumerate(self._slots):
            label = self._label(index, slot)
            self._row = label
            spans = self._framed(label.spans, slot)
            when = self._heads.when(self._slots[index - slot.index].head)
            if when and not any(span.overlaps(when) for span in spans):
                spans = (*spans, when)
            made.append(
                Labelled(
                    label.quantity,
                    self._clean(spans),
                    label.why,
                    self._clean(label.name or label.spans),
                    self._clean(label.shared),
                    label.listed,
                )
            )
        return tuple(made)

    def _label(self, index: int, slot: Slot) -> Labelled:
        if slot.count > 1 and not any(other.adjacent for other in self._row_of(index, slot)):
            listed = self._from_list(index, slot)
            if listed:
                return listed
        if slot.mark == CHANGED_TO and self._row and self._row.spans:
            row, earlier = self._row, self._heads.when(self._slots[index - 1].head)
            each = (earlier,) if earlier and self._text[earlier.start] == "每" else ()  # 每人每月 holds for both
            spans = (*row.spans, *each)
            return Labelled(slot.quantity, spans, "变化前后的两个数，同一名称", row.name, row.shared)
        if slot.joined and self._row:
            row = self._row
            return Labelled(slot.quantity, row.spans, "与前一个数字并列，同一名称", row.name, row.shared)
        thing = self._thing(index, slot)
        core = self._heads.core(slot.head)
        if slot.outside is not None:
            return self._in_bracket(slot, core, thing)
        if thing and (not len(core) or self._heads.is_empty(core) or not self._heads.is_named(core)):
            return self._counted(slot, thing)
        if self._heads.is_outlay(core) and not thing:
            outlay = self._outlay(index, slot, core)
            if outlay:
                return outlay
        of_thing = thing is not None and (self._heads.is_outlay(core) or self._heads.is_carrier(core))
        if self._heads.is_dependent(core) and not of_thing:
            return self._dependent(index, slot, core, thing)
        return self._named(index, slot, core, thing)

    def _row_of(self, index: int, slot: Slot) -> tuple[Slot, ...]:
        first = index - slot.index
        return self._slots[first : first + slot.count]

    def _from_list(self, index: int, slot: Slot) -> Labelled | None:
        """A list of numbers that answers a list of things: each number its own (分别提高221元、90元)."""
        head = self._slots[index - slot.index].head
        if slot.index == 0:
            found = list_before(self._text, head, (), slot.count)
            if found is None and self._list and len(self._list.items) == slot.count:
                found = self._list
            if found is None and "分别" in head.of(self._text) and self._heads.is_dependent(self._heads.core(head)):
                found = self._names_before(slot.count)
            found = found or list_before(self._text, head, self._silent_clauses(), slot.count)
            self._list = found
        named = self._list
        if named is None or len(named.items) != slot.count:
            return None
        rest = said_of_all(self._text, named, head)
        shared = tuple(span for span in (named.tail(), rest) if span)
        self.topic = (named.whole,)
        self._verb = None
        name = named.name(slot.index)
        return Labelled(
            slot.quantity,
            (*name, *((rest,) if rest else ())),
            "并列的名称与并列的数字一一对应",
            (named.own(slot.index),),
            shared,
            listed=True,
        )

    def _names_before(self, count: int) -> NamedList | None:
        """接待国内游客4亿人次、入境游客936万人次，分别增长…: the last things that were named, one by one."""
        if len(self._named_things) < count:
            return None
        items = tuple(self._named_things[-count:])
        return NamedList(items, (None,) * count, Span(items[0].start, items[-1].end))

    def _silent_clauses(self) -> tuple[Span, ...]:
        """The clauses without a number."""
        numbers = [slot.quantity.span for slot in self._slots]
        return tuple(clause for clause in self._clauses if not any(clause.overlaps(number) for number in numbers))

    def _in_bracket(self, slot: Slot, core: Span, thing: Span | None) -> Labelled:
        """（其中文科22人）: of what stands before the bracket."""
        subject = self.topic
        if not subject and slot.outside:
            outer = self._heads.core(slot.outside)
            subject = (shortened(self._text, outer, LONGEST_SUBJECT),) if len(outer) else ()
        own = tuple(span for span in (core, thing) if span)
        return Labelled(slot.quantity, (*subject, *own), "括号说明前面的事物", own or subject, ())

    def _counted(self, slot: Slot, thing: Span) -> Labelled:
        """新增4所示范幼儿园: the thing stands behind the number, a verb or nothing before it."""
        bare = self._heads.without_preposition(self._heads.bare(slot.head))
        ending = _COUNTING_END.search(bare.of(self._text))
        bare = Span(bare.start, bare.start + ending.start()) if ending else bare
        if self._heads.is_filler(bare):
            bare = Span(bare.end, bare.end)
        became = bool(_BECAME.fullmatch(bare.of(self._text)))  # 从15个县|扩大到|57个县
        bare = Span(bare.end, bare.end) if became else bare
        carried = self._verb if not len(bare) and slot.mark in ("和", "、", "及", "与") else None
        if became and self._row:
            carried = self._row.spans[0]
        verb = carried or (bare if len(bare) else None)
        self._verb = None
        if verb:
            self._verb = self._heads.verb(verb) or (verb if self._heads.ends_with_predicate(verb) else None)
        self.topic = (thing,)
        self._named_things.append(thing)
        return Labelled(slot.quantity, (*((verb,) if verb else ()), thing), "数字后面的事物", (thing,))

    def _outlay(self, index: int, slot: Slot, core: Span) -> Labelled | None:
        """投资1.2亿元完成护坡改造; 投资3600万元，完成楼宇改造: what the money went into stands behind it."""
        rest = self._rest_of_clause(slot)
        raw = self._heads.bare(slot.head)
        if not rest and len(raw) == len(core) and not slot.head.of(self._text).rstrip().endswith("达"):
            following = next((c for c in self._clauses if c.start >= slot.clause.end), None)
            ends = self._text[slot.clause.end : slot.clause.end + 1] in "，,"
            before = self._text[max(slot.clause.start - 1, 0)]
            first_of_group = not index or before in "；;。" or self._slots[index - 1].clause.end + 1 < slot.clause.start
            goes_on = following is not None and opens_with_predicate(following.of(self._text))
            if following and ends and (goes_on or first_of_group or not self.topic):
                rest = self._without_numbers(Span(following.start, following.end))
        if not rest:
            return None
        self.topic = ()
        return Labelled(slot.quantity, (core, *rest), "投入的数额与后面所投的事", (core,))

    def _rest_of_clause(self, slot: Slot) -> tuple[Span, ...]:
        return self._without_numbers(Span(slot.quantity.span.end, slot.clause.end))

    def _without_numbers(self, span: Span) -> tuple[Span, ...]:
        """At most `LONGEST_THING` characters of `span`, its numbers left out."""
        kept, room, at = [], LONGEST_THING, span.start
        numbers = [s.quantity.span for s in self._slots if span.contains(s.quantity.span)]
        for hole in [*numbers, Span(span.end, span.end)]:
            piece = self._heads.bare(Span(at, hole.start)) if at == span.start else Span(at, hole.start)
            piece = shortened(self._text, piece, room) if room else Span(at, at)
            if len(piece):
                kept.append(piece)
            room -= min(len(piece), room)
            at = hole.end
        return tuple(kept) if sum(len(piece) for piece in kept) >= 2 else ()

    def _dependent(self, index: int, slot: Slot, core: Span, thing: Span | None) -> Labelled:
        """同比增长5%: of the thing named before."""
        words = core.of(self._text)
        kind = slot.quantity.kind
        counted = kind in (NumberKind.QUANTITY, NumberKind.DURATION) or (kind is NumberKind.PERCENT and not words)
        predicate = self._predicate(index, slot) if counted and not thing else ()
        subject, why = self._subject(slot, core)
        if predicate and kind is NumberKind.QUANTITY and self._heads.is_empty(core) and not words.startswith("其中"):
            subject = ()  # 先后有12人|考入重点高中
        elif words.startswith("其中") and (
            len(words) >= _OWN_NAME_AFTER_OF_THEM + 2 or (predicate and sum(map(len, subject)) > LONGEST_SUBJECT)
        ):
            subject = ()
        if self._heads.is_measure(core) and not self._heads.is_change(core):
            subject = self._heads.thing_measured(subject)
        bare = self._heads.bare(slot.head)
        if not words and subject and _REACHED.fullmatch(bare.of(self._text)):
            core, words = bare, bare.of(self._text)  # 任务174万，完成198万
        own = (*((core,) if words else ()), *((thing,) if thing else ()), *predicate)
        spans = (*subject, *own)
        if not subject and self._heads.is_empty(core) and not thing and not predicate:
            rest = self._rest_of_clause(slot)
            spans, why = ((bare,) if len(bare) else rest or self._earlier_topic), "所在分句"
        if subject and (not self.topic or why == _TOLD_BEFORE):
            self.topic = subject
        if words.startswith("其中"):
            self._verb = subject[-1] if len(subject) == 1 else None
            if len(core) >= len("其中") + _SHORTEST_NAME:
                # 财政总收入15.6亿元，其中一般公共预算收入9.8亿元，分别增长6.1%和5.3%
                self._named_things.append(Span(core.start + len("其中"), core.end))
        return Labelled(slot.quantity, spans, why or "数字前面的词语", subject or spans, own if subject else ())

    def _named(self, index: int, slot: Slot, core: Span, thing: Span | None) -> Labelled:
        """农民人均纯收入达到16720元: the words before the number say it."""
        carried = self._carried(index, slot, core)
        predicate: tuple[Span, ...] = ()
        if not thing and (self._heads.is_empty(core) or len(core) <= 2) and not carried:
            predicate = self._predicate(index, slot)
            if not predicate and self._heads.is_empty(core):
                return self._dependent(index, slot, core, thing)
        if not self._heads.has_known_predicate(core):
            core = self._heads.without_preposition(core)
        own_verb = self._heads.verb(core)
        too_long = thing is not None and len(core) + len(thing) > LONGEST_LABEL and "、" in core.of(self._text)
        sibling = slot.head.of(self._text).rstrip().endswith("、")
        if thing and own_verb and (too_long or sibling):
            core = own_verb  # 推进A、B、C等5个|项目建设; 实施河道治理、5000亩|沙区治理
        spans = (*((carried,) if carried else ()), core, *((thing,) if thing else ()), *predicate)
        leads = core if thing and self._heads.ends_with_predicate(core) else None
        self._verb = leads or own_verb or carried
        self.topic = self._heads.topic((core, thing) if thing else (core, *predicate))
        if thing and thing.of(self._text).endswith("台阶"):  # 生产总值连跨3个百亿台阶，由320亿元…
            self.topic = (self._heads.noun_of(core) or core,)
        self._named_things.append(self.topic[-1])
        why = "数字前面的词语" + ("和后面的事物" if thing or predicate else "")
        return Labelled(slot.quantity, spans, why, (core, *((thing,) if thing else ())))

    def _predicate(self, index: int, slot: Slot) -> tuple[Span, ...]:
        """有42人|被名校录取: what those who are counted do, where nothing else names them."""
        following = self._slots[index + 1] if index + 1 < len(self._slots) else None
        if following and following.clause == slot.clause:
            gap = Span(slot.quantity.span.end, following.quantity.span.start)
            if len(gap) <= 2 or following.joined or following.mark:
                return ()
            return (shortened(self._text, gap, LONGEST_THING),)
        return self._rest_of_clause(slot)

    def _carried(self, index: int, slot: Slot, core: Span) -> Span | None:
        """The verb that 建成大棚2350亩、温室500栋 says only once."""
        if not index or not self._verb or slot.outside is not None or self._slots[index - 1].outside is not None:
            return None
        counts = {slot.quantity.kind, self._slots[index - 1].quantity.kind} <= {NumberKind.QUANTITY, NumberKind.MONEY}
        alike = len(core.of(self._text).strip("“”")) <= 6 and slot.quantity.unit == self._slots[index - 1].quantity.unit
        next_clause = slot.mark in ("，", ",") and slot.clause.start == self._next_clause(index)
        near = slot.mark in ("、", "和", "及") or (next_clause and alike and not self._heads.has_verb(core))
        own_verb = self._heads.has_known_predicate(core) or self._heads.opens_with_verb(core)
        if not counts or not near or own_verb or self._heads.is_measure(core):
            return None
        return None if self._verb.of(self._text) in core.of(self._text) else self._verb

    def _next_clause(self, index: int) -> int:
        """Where the clause behind that of the figure before begins."""
        before = self._slots[index - 1].quantity.span.end
        return next((c.start for c in self._clauses if c.start >= before), -1)

    def _subject(self, slot: Slot, core: Span) -> tuple[tuple[Span, ...], str]:
        """What the figure is of, where its own words do not say: the last thing named, or the clause before."""
        before = [c for c in self._clauses if c.end <= slot.clause.start]
        silent = bool(before) and not any(before[-1].overlaps(number) for number in self._numbers)
        told = self._heads.changed_thing(before[-1]) if silent and self._heads.is_change(core) else None
        if silent and self.topic and self._heads.is_empty(core) and len(self._heads.bare(slot.head)):
            told = self._heads.noun_of(before[-1])
        if told:
            return (told,), _TOLD_BEFORE
        if self.topic:
            return self.topic, "沿用前文的名称"
        for clause in (*before[:1], *reversed(before[1:][-_NEAR_CLAUSES:])):
            noun = self._heads.noun_of(clause)
            if noun:
                return (noun,), "前面分句的主语"
        if self._earlier_topic and self._heads.is_change(core):
            return self._earlier_topic, "沿用前一句的名称"
        return (), ""

    def _thing(self, index: int, slot: Slot) -> Span | None:
        """The thing counted behind the number, or None where the sentence goes on with a predicate."""
        slot = self._slots[index + slot.count - 1 - slot.index]  # of a row, what stands behind its last number
        span = slot.thing
        if not len(span) and index + 1 < len(self._slots):
            following = self._slots[index + 1]
            shares = following.mark == "、" and self._heads.is_carrier(self._heads.core(following.head))
            if shares and self._text[following.thing.start : following.thing.start + 1] == "的":
                span = following.thing  # 总投资58亿元、全长42公里的|绕城高速
        skip = _MODIFIER.match(self._text, span.start, span.end)
        span = Span(skip.end(), span.end) if skip else span
        inside = _INSIDE_BEFORE.match(self._text, span.start, span.end)
        span = Span(inside.end(), span.end) if inside else span
        piece = span.of(self._text)
        if not piece or piece[0] in "、，" or _MILESTONE.match(piece) or not re.search(r"[一-鿿A-Za-z]", piece):
            return None
        relative = _RELATIVE_CLAUSE.match(piece) and (("的" in piece) or piece[0] in "最较更")
        if not skip and not relative and opens_with_predicate(piece):
            return None
        return shortened(self._text, span, LONGEST_THING)

    def _find_frame(self, sentence: Span) -> Span | None:
        """在全省技能大赛中，: the frame of all figures of a sentence."""
        match = _FRAME.match(self._text, sentence.start, sentence.end)
        if not match:
            return None
        end = _FRAME_END.search(match.group(1))
        return Span(match.start(1), match.start(1) + end.start()) if end else None

    def _framed(self, spans: tuple[Span, ...], slot: Slot) -> tuple[Span, ...]:
        frame = self._frame
        if frame is None or not spans or slot.quantity.span.start < frame.end:
            return spans
        if sum(len(span) for span in spans) > LONGEST_FRAMED or any(span.overlaps(frame) for span in spans):
            return spans
        return (frame, *spans)

    def _clean(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """`spans` in the order of the text, without numbers, 分别, overlaps and marks at their edges."""
        kept: list[Span] = []
        for span in (piece for whole in sorted(spans) for piece in without(whole, self._holes)):
            start, end = span.start, span.end
            if kept:
                start = max(start, kept[-1].end)
            while start < end and self._text[start] in _EDGES:
                start += 1
            while end > start and self._text[end - 1] in _EDGES + "的":
                end -= 1
            if start < end:
                kept.append(Span(start, end))
        return tuple(kept)
