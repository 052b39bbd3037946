"""The word lists of this room, from `fillers.toml` and `clauses.toml`, where each list says why it exists."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from generator.language import words


@dataclass(frozen=True, slots=True)
class Filler:
    """An adverb that may go, and the words before which it may not."""

    text: str
    keep_before: tuple[str, ...]


@lru_cache(maxsize=1)
def fillers() -> tuple[Filler, ...]:
    """All fillers, the longest first, so that 切切实实 is found before 切实."""
    groups = _table("fillers.toml")["group"]
    found = [Filler(word, tuple(group.get("keep_before", ()))) for group in groups for word in group["words"]]
    return tuple(sorted(found, key=lambda filler: (-len(filler.text), filler.text)))


@lru_cache(maxsize=1)
def filler_words() -> tuple[str, ...]:
    """The fillers without what goes with them."""
    return tuple(filler.text for filler in fillers())


@lru_cache(maxsize=64)
def word_list(table: str, name: str) -> tuple[str, ...]:
    """A list of `clauses.toml`, the longest words first.

    >>> word_list("own", "words")[0]
    '我公司'

    Raises:
        KeyError: there is no such list.
    """
    return tuple(sorted(_table("clauses.toml")[table][name], key=lambda word: (-len(word), word)))


def opening(text: str, table: str, name: str) -> str:
    """The longest word of a list with which `text` opens, or an empty string."""
    listed = word_list(table, name)
    return next(word for word in listed if text.startswith(word)) if text.startswith(listed) else ""


def opening_word(text: str, table: str, name: str) -> str:
    """As `opening`, but a single character counts only as a word of its own: 使 opens 使群众受益, not 使用平台."""
    word = opening(text, table, name)
    if len(word) == 1 and (first := next(iter(words(text)), None)) and first.text != word:
        return ""
    return word


def ending(text: str, table: str, name: str) -> str:
    """The longest word of a list with which `text` ends, or an empty string."""
    listed = word_list(table, name)
    return next(word for word in listed if text.endswith(word)) if text.endswith(listed) else ""


@lru_cache(maxsize=2)
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))
