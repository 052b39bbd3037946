"""What a number as written may stand for: rounding and qualifiers leave room, and only what lies outside is wrong."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from generator.model import Figure, FigureKind

_OVER = re.compile(r"余|多|超|逾|突破|以上|不少于|不低于|至少|\+|高达")
_UNDER = re.compile(r"近|接近|不足|不到|不超过|以内|以下|至多|最多")
_ABOUT = re.compile(r"约|左右|上下")
_ROOM = {"over": Decimal("0.2"), "under": Decimal("0.2"), "about": Decimal("0.1")}
"""Share of the number that its qualifier leaves open: 700余 is up to 840, 近700 from 560, 约700 within 70."""


class Bounds(NamedTuple):
    """The lowest and the highest value, in the base unit."""

    low: Decimal
    high: Decimal

    def meets(self, other: Bounds) -> bool:
        """Whether some value lies within both."""
        return self.low <= other.high and other.low <= self.high


def bounds(figure: Figure) -> Bounds:
    """What the figure may stand for. A count without 万 and without a point (120天, 56件) is exact."""
    value, room = figure.base_value, last_place(figure) / 2
    low, high = value - room, max(value, _upper(figure)) + room
    said = figure.qualifier or ""
    if _OVER.search(said):
        return Bounds(low, high + value * _ROOM["over"])
    if _UNDER.search(said):
        return Bounds(low - value * _ROOM["under"], high)
    if _ABOUT.search(said):
        return Bounds(low - value * _ROOM["about"], high + value * _ROOM["about"])
    return Bounds(low, high)


def last_place(figure: Figure) -> Decimal:
    """What one step of the last digit is worth, in the base unit; 0 for an exact count.

    4.16万亿元 → 100000000 (元), 61% → 1, 58天 → 0.
    """
    scale = figure.base_value / figure.value if figure.value else Decimal(1)
    exponent = figure.value.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    rounded = places or scale != 1 or figure.kind in (FigureKind.PERCENT, FigureKind.POINTS)
    return scale * Decimal(1).scaleb(-places) if rounded else Decimal(0)


def is_exact(figure: Figure) -> bool:
    """Whether nothing about the figure is left open: no qualifier, no range."""
    return figure.qualifier is None and figure.upper is None


def _upper(figure: Figure) -> Decimal:
    if figure.upper is None:
        return figure.base_value
    return figure.upper * (figure.base_value / figure.value if figure.value else 1)
