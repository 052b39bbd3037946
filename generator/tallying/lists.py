"""Lists of numbers that answer a list of things: A、B和C分别提高1元、2元和3元 gives each number its own name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.language.words import words
from generator.model import Span
from generator.tallying.heads import Heads
from generator.tallying.lexicon import either
from generator.tallying.phrases import coordinated, parts_at_predicate

_ENDING = re.compile(rf"(?:{either('shared_endings')})$")
_LONG_ENDING = re.compile(rf"(?:[^\s、]{{0,2}}(?:{either('shared_endings')}))+$")
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9.]*")
_SPHERES = frozenset(
    {"城镇", "农村", "城市", "乡村", "市区", "郊区", "县城", "集镇", "全国", "全省", "全市", "全县", "全区"}
)
"""Where something holds: two of them side by side leave out the same words (城镇、农村|居民收入)."""
_SHORT_LEAD = 5
"""Characters. 处理率分别达到 names a measure; what is measured is the list before it."""
_FARTHEST = 70
"""Characters. A list in a longer clause is the subject of something else."""


@dataclass(frozen=True, slots=True)
class NamedList:
    """The things of a list in order, and what the shorter ones leave out because the last one says it."""

    items: tuple[Span, ...]
    shared: tuple[Span | None, ...]
    whole: Span

    def own(self, index: int) -> Span:
        """What one thing has of its own: 理科, without the 上线率 that the others share."""
        item = self.items[index]
        tails = [tail for tail in self.shared if tail and item.contains(tail) and tail.start > item.start]
        return Span(item.start, tails[0].start) if tails else item

    def tail(self) -> Span | None:
        """What the shorter items leave out, or None where all are whole."""
        return next((tail for tail in self.shared if tail), None)

    def name(self, index: int) -> tuple[Span, ...]:
        """The whole name of one thing: 文科 … 上线率."""
        shared = self.shared[index]
        return (self.items[index], shared) if shared else (self.items[index],)


def list_before(text: str, head: Span, clauses: tuple[Span, ...], count: int) -> NamedList | None:
    """The `count` things that a row of numbers behind `head` answers, in its clause or in one of `clauses` before.

    An earlier clause is asked only where the own one names nothing: 养老金、低保标准再次提高，月人均分别提高….
    """
    heads = Heads(text)
    core = heads.bare(head)
    lead = heads.core(head)
    asks = heads.is_dependent(core) or ("分别" in core.of(text) and len(lead) <= _SHORT_LEAD)
    earlier = [clause for clause in clauses if clause.end <= head.start + 1] if asks else []
    for span in (core, *reversed(earlier)):
        whole = heads.bare(span)
        if whole.of(text).startswith("其中"):
            whole = Span(whole.start + 2, whole.end)
        if len(whole) > _FARTHEST and span is not core:
            return None
        items = coordinated(text, whole, count)
        if not items:
            continue
        spread = items[-1].of(text).find("分别")
        if spread > 0:
            items = (*items[:-1], Span(items[-1].start, items[-1].start + spread))
        noun, _ = parts_at_predicate(text, items[-1], known_only=True)
        items = (*items[:-1], noun if len(noun) else items[-1])
        shared = tuple(_left_out(text, item, items[-1]) for item in items[:-1])
        return NamedList(items, (*shared, None), Span(items[0].start, items[-1].end))
    return None


def _left_out(text: str, item: Span, last: Span) -> Span | None:
    """What `item` leaves out of the end of `last`: 上线率 of 文科、理科上线率; nothing of 基本养老金和工资."""
    own = words(last.of(text))
    if item.of(text)[-1] in "级类型性" and len(item) <= 4 and own[0].end < len(last):
        return Span(last.start + own[0].end, last.end)  # 国家级、部级|创新平台
    ending = _ENDING.search(last.of(text))
    if not ending or _ENDING.search(item.of(text)) or ending.start() == 0:
        return None
    code = _CODE.match(last.of(text))
    if code and code.end() <= ending.start():
        return Span(last.start + code.end(), last.end)  # PM10、PM2.5|平均浓度
    if own[0].end == len(item) <= ending.start():
        return Span(last.start + own[0].end, last.end)  # 广州、深圳|地铁客运量
    if {item.of(text), last.of(text)[: len(item)]} <= _SPHERES:
        return Span(last.start + len(item), last.end)  # 城镇、农村|居民人均可支配收入
    if len(last) > len(item) + 8:
        long = _LONG_ENDING.search(last.of(text))
        start = long.start() if long else ending.start()
        start = max((word.start for word in own if word.start <= start), default=start)
        return Span(last.start + start, last.end) if start else None
    again = last.of(text).rfind(item.of(text)[-1], 0, ending.start())
    if again > 0:
        return Span(last.start + again + 1, last.end)
    first = own[0].end if own[0].end > 1 or len(own) < 2 else own[1].end
    if first > len(item) > 1 and last.of(text)[0] == item.of(text)[0]:
        first = len(item)  # 第一、第三|产业增加值
    return Span(last.start + first, last.end) if first <= ending.start() else None


def said_of_all(text: str, named: NamedList, head: Span) -> Span | None:
    """What stands between the list and the numbers: 月人均提高."""
    core = Heads(text).core(head)
    start = min(max(core.start, named.items[-1].end if named.items[-1].start >= core.start else core.start), core.end)
    match = re.match(r"(?:[，、\s]|再次|分别|均|都|已|将)+", text[start : core.end])
    rest = Span(start + (match.end() if match else 0), core.end)
    return rest if len(rest) else None
