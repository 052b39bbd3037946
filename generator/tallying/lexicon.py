"""The words that the rules of this room go by, read once from `lexicon.toml`."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources


@lru_cache(maxsize=1)
def _groups() -> dict[str, tuple[str, ...]]:
    groups = tomllib.loads(resources.files(__package__).joinpath("lexicon.toml").read_text(encoding="utf-8"))
    return {name: tuple(group["words"]) for name, group in groups.items()}


def listed(group: str) -> frozenset[str]:
    """The words of a group.

    >>> "走进" in listed("predicates"), "就业" in listed("predicates")
    (True, False)
    """
    return frozenset(_groups()[group])


def either(group: str) -> str:
    """A regular expression that matches the longest word of a group."""
    return "|".join(sorted(_groups()[group], key=lambda word: (-len(word), word)))
