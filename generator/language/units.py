"""The units that a number can carry, read once from `units.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib import resources
from typing import NamedTuple


class UnitTable(NamedTuple):
    """All units by group. `kinds` gives the group's kind by unit, `chinese` what a Chinese numeral may carry."""

    kinds: dict[str, str]
    chinese: frozenset[str]


@lru_cache(maxsize=1)
def unit_table() -> UnitTable:
    """The units of `units.toml`.

    >>> unit_table().kinds["平方米"], "分" in unit_table().chinese
    ('quantity', False)
    """
    groups = tomllib.loads(resources.files(__package__).joinpath("units.toml").read_text(encoding="utf-8"))
    kinds = {unit: group["kind"] for group in groups.values() for unit in group["units"]}
    chinese = frozenset(unit for group in groups.values() for unit in group["chinese"])
    return UnitTable(kinds, chinese)


def alternation(units: frozenset[str] | dict[str, str]) -> str:
    """A regular expression that matches the longest of `units`."""
    return "|".join(re.escape(unit) for unit in sorted(units, key=lambda unit: (-len(unit), unit)))
