"""Which figures tell a change: the words before a number that say so, and the number that it changed from."""

from __future__ import annotations

import re

from generator.language.quantities import NumberKind, Quantity, quantities
from generator.model import Change, ChangeDirection, ChangeKind, Span

_REACH = 60
"""Characters before a number in which the words of its change stand."""

_UP = (
    "增长|增加|增收|增幅|增速|增|提高|提升|提速|上升|上涨|涨幅|涨|上调|扩大|攀升|跃升|回升|拓展|扩展|扩容|净增|延长"
    "|发展|升"
)
_DOWN = "下降|降低|降幅|降|减少|减收|减幅|减|缩短|缩小|缩减|压缩|压减|压降|精简|下调|下滑|回落|收窄|放缓|跌幅|下跌|跌"
_LATER = r"(?:(?:19|20)\d{2}年|去年|上年|今年|本年|目前|现在)(?:底|末)?的?"
_TO = re.compile(
    rf"(?:[^，。；、：]{{0,6}}?(?:(?P<up>{_UP})|(?P<down>{_DOWN})|调整|变|恢复))?(?:到|至|为|成)了?(?:{_LATER})?"
)
"""Between the two numbers of a change: 由40元|提高到|80元, 从3个|到2024年的|5个."""
_LISTED = re.compile(r"(?:、|和|及|与)$")
"""Before the first number of a change: of 由45%、60%上升到50%、65%, which number became which is not said by place."""
_FROM = re.compile(r"(?:由|从)[^，。；：、]{0,16}$")
_EARLIER = (
    r"(?:比|较|同)(?P<earlier>(?:上|去|前)一?(?:年|月|季度?|届|学期)(?:同期|末|底)?"
    r"|(?:19|20)\d{2}年(?:同期|末|底)?|(?:年初|同期|此前|以前|过去))"
)
_ADVERB = (
    r"(?:同口径|按可比价格?计算?|可比|名义|实际|总体|平均|累计|合计|分别|又|再|净|大幅|共|也|[户人年月日亩]?均|都"
    r"|将|已|预计)"
)
_BY = re.compile(
    rf"(?:(?P<yearly>同比|比上年同期|较上年同期|比去年同期|较去年同期)|(?P<before>环比)|{_EARLIER}(?:相比)?[，,]?)?"
    rf"{_ADVERB}*(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了|率|幅度)?(?:达到?|为|约)?$"
)


def change_of(text: str, quantity: Quantity, sentence: Span) -> Change | None:
    """The change that a number of `sentence` tells, or None where it tells a state.

    >>> sentence = "办理时限由120天缩短到58天，压缩51.7%。"
    >>> numbers = quantities(sentence)
    >>> [change and (change.kind.value, change.direction.value) for change in
    ...  (change_of(sentence, number, Span(0, len(sentence))) for number in numbers)]
    [None, ('由…到…', 'down'), ('增减', 'down')]
    """
    start = max(sentence.start, quantity.span.start - _REACH)
    return _from_to(text, quantity, start) or _by(text, quantity, start)


def _from_to(text: str, quantity: Quantity, start: int) -> Change | None:
    before = [q for q in quantities(text, Span(start, quantity.span.start)) if q.kind is not NumberKind.DATE]
    if not before or before[-1].kind in (NumberKind.PLAIN, NumberKind.ORDINAL):
        return None
    origin = before[-1]
    between = _TO.fullmatch(text, origin.span.end, quantity.span.start)
    opened = _FROM.search(text, start, origin.span.start)
    verb = between and (between["up"] or between["down"])
    # 由 or a verb has to say that it is a change: 5至8个 is a range.
    if not between or not (opened or verb) or _other_unit(origin, quantity):
        return None
    if len(before) > 1 and _LISTED.fullmatch(text, before[-2].span.end, origin.span.start):
        return None
    said = _direction(between)
    compared = None if quantity.kind is NumberKind.RATIO else _compared(origin, quantity)
    words = Span(opened.start() if opened else origin.span.start, quantity.span.end)
    return Change(ChangeKind.FROM_TO, said or compared, words, origin.span)


def _compared(origin: Quantity, quantity: Quantity) -> ChangeDirection | None:
    if origin.base_unit != quantity.base_unit or origin.base_value == quantity.base_value:
        return None
    return ChangeDirection.UP if quantity.base_value > origin.base_value else ChangeDirection.DOWN


def _other_unit(origin: Quantity, quantity: Quantity) -> bool:
    """Whether two numbers are no two values of one thing: 从3家发展到5000户; a unit may be said once (由3增加到5个)."""
    return bool(origin.base_unit) and origin.base_unit != quantity.base_unit and origin.kind is not quantity.kind


def _by(text: str, quantity: Quantity, start: int) -> Change | None:
    said = _BY.search(text, start, quantity.span.start)
    if said is None:
        return None
    if said["yearly"]:
        kind = ChangeKind.YEAR_ON_YEAR
    elif said["before"]:
        kind = ChangeKind.PERIOD_ON_PERIOD
    else:
        kind = ChangeKind.THAN_EARLIER if said["earlier"] else ChangeKind.BY
    return Change(kind, _direction(said), Span(said.start(), quantity.span.end))


def _direction(said: re.Match[str]) -> ChangeDirection | None:
    if said["up"]:
        return ChangeDirection.UP
    return ChangeDirection.DOWN if said["down"] else None
