"""What a name says about the role of a layout."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from generator.model import LayoutRole

_COPY_NUMBER = re.compile(r"^\d+[_ ]")
_LAST_NUMBER = re.compile(r"[ _（(]*\d+[）)]?$")
_SPACES = re.compile(r"[_\-\s]+")


class NamedRole(NamedTuple):
    """The role that a name points to (None: to none of them, as 空白 does), and whether the name says nothing else."""

    role: LayoutRole | None
    word: str
    whole: bool


def role_by_name(name: str) -> NamedRole | None:
    """The role of the longest word that the name holds; None where it holds none.

    >>> role_by_name("1_标题和内容").role.value, role_by_name("自定义版式")
    ('content', None)
    """
    written = _SPACES.sub(" ", name.strip().lower())
    forms = dict.fromkeys((written, _LAST_NUMBER.sub("", _COPY_NUMBER.sub("", name.strip().lower()))))
    normal = [_SPACES.sub(" ", form).strip() for form in forms]
    best: NamedRole | None = None
    for role, word, pattern in _words():
        whole = word in normal
        if best is not None and (best.whole or len(word) <= len(best.word)) and not (whole and not best.whole):
            continue
        if whole or (pattern is not None and pattern.search(written)):
            best = NamedRole(role, word, whole)
    return best


@cache
def _words() -> tuple[tuple[LayoutRole | None, str, re.Pattern[str] | None], ...]:
    """Role, word, and what finds the word inside a name; one sign alone (节, 表) is sought in none."""
    table = tomllib.loads((files("generator.template") / "role_names.toml").read_text(encoding="utf-8"))
    found = []
    for role, words in table.items():
        for entry in words:
            word = entry.removeprefix("=")
            # Latin words have borders; Chinese and Japanese ones have none.
            whole_word = r"(?<![a-zà-ÿ]){}(?![a-zà-ÿ])" if word[0].isascii() or word[-1].isascii() else "{}"
            pattern = re.compile(whole_word.format(re.escape(word)))
            alone = entry.startswith("=") or len(word) == 1
            found.append((None if role == "other" else LayoutRole(role), word, None if alone else pattern))
    return tuple(found)
