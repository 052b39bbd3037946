"""Changes that do not fit their own numbers: 由120天缩短到58天，压缩61%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.model import ChangeDirection, ChangeKind, Figure, FigureKind, Finding, Ledger, Span
from generator.proofreading.bounds import Bounds, bounds, last_place
from generator.proofreading.places import Places
from generator.settings import ProofreadingSettings

_FOLLOWS = re.compile(r"\s*[，,、（(]?\s*")
_NO_OTHER_BASE = re.compile(r"年均|月均|平均|人均|分别|同比|环比|比|较|又|再|连续|实际|可比")
_ENDS = re.compile(r"\s*(?:$|[，。；、）)！,;])")
_RANKS = frozenset({"位", "名", "级", "类", "等", "档"})
"""位次由12位上升到3位, 水质由4类提升到3类: of these the smaller is the better."""
_COMPARABLE = (FigureKind.QUANTITY, FigureKind.MONEY, FigureKind.DURATION, FigureKind.PERCENT)


def changes_that_do_not_fit(places: Places, ledger: Ledger, _settings: ProofreadingSettings) -> Iterator[Finding]:
    """The amount that follows a change, and the direction that its verb names, held against its two numbers.

    压缩61% right behind 由120天缩短到58天 is of those two; 同比, 年均 and what comes later in the sentence is not.
    """
    by_span = {figure.span: figure for figure in ledger.figures}
    for place, figure in enumerate(ledger.figures):
        change = figure.change
        if change is None or change.origin is None or change.kind is not ChangeKind.FROM_TO:
            continue
        origin = by_span.get(change.origin)
        if origin is None or figure.kind not in _COMPARABLE or origin.base_unit != figure.base_unit:
            continue
        words = change.words.of(places.text)
        if _goes_the_other_way(origin, figure):
            yield places.report("change_direction", change.words, words=words)
            continue
        following = ledger.figures[place + 1] if place + 1 < len(ledger.figures) else None
        if following is None or following.sentence != figure.sentence:
            continue
        said = following.change
        if said is None or said.kind is not ChangeKind.BY or said.direction != change.direction:
            continue
        if not _FOLLOWS.fullmatch(places.text, figure.span.end, said.words.start):
            continue
        if _NO_OTHER_BASE.search(places.text, said.words.start, following.span.start):
            continue
        true = _true_amount(places, origin, figure, following)
        if true is not None:
            yield places.report(
                "change_amount",
                Span(change.words.start, following.span.end),
                words=words,
                said=following.text,
                true=true,
            )


def _goes_the_other_way(origin: Figure, figure: Figure) -> bool:
    if figure.change is None or figure.change.direction is None or figure.unit in _RANKS:
        return False
    before, after = bounds(origin), bounds(figure)
    if figure.change.direction is ChangeDirection.UP:
        return after.high < before.low
    return after.low > before.high


def _true_amount(places: Places, origin: Figure, figure: Figure, said: Figure) -> str | None:
    """The amount that the two numbers give, where what is said is surely another; None where it fits."""
    before, after = bounds(origin), bounds(figure)
    step = max(abs(after.high - before.low), abs(after.low - before.high))
    least = max(Decimal(0), max(after.low - before.high, before.low - after.high))
    if said.kind is FigureKind.POINTS and figure.kind is FigureKind.PERCENT:
        return _unless_met(Bounds(least, step), said, figure.base_value - origin.base_value, "个百分点")
    if said.kind is FigureKind.PERCENT and figure.kind is not FigureKind.PERCENT and before.low > 0:
        share = Bounds(least / before.high * 100, step / before.low * 100)
        return _unless_met(share, said, (figure.base_value - origin.base_value) / origin.base_value * 100, "%")
    if said.kind is figure.kind and said.base_unit == figure.base_unit and figure.kind is not FigureKind.PERCENT:
        if not _ENDS.match(places.text, said.span.end):
            return None  # 由12个部门减到5个，减少30个环节: of something else
        difference = (figure.base_value - origin.base_value) / (said.base_value / said.value if said.value else 1)
        return _unless_met(Bounds(least, step), said, difference, said.unit)
    return None


def _unless_met(true: Bounds, said: Figure, difference: Decimal, unit: str) -> str | None:
    # One step of the last digit either way: 51.67 % is said as 51.6 % or 51.7 %, and both are common.
    low, high = bounds(said)
    room = last_place(said) / 2
    if true.meets(Bounds(low - room, high + room)):
        return None
    rounded = abs(difference).quantize(Decimal("0.1")).normalize()
    return f"{rounded:f}{unit}"
