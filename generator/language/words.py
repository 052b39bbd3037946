"""Words and their classes, by jieba.

jieba's dictionary holds 349,000 words; loading it whole costs 0.7 s. A text can only contain words whose characters
all occur in it, so only those are taken from the dictionary file, which costs a tenth and changes no result. What was
taken is kept and grows with the texts that follow.
"""

from __future__ import annotations

import re
import threading
import warnings
from functools import lru_cache
from importlib import resources
from typing import Any, NamedTuple

_SUM_OF_FREQUENCIES = 60_101_967
"""Of all entries of jieba's dict.txt (0.42.1): the base of its word probabilities. A test adds it up."""

_TAKEN_WHOLE = 6_000
"""Characters. A vocabulary of so many different ones is a dictionary's, and taken whole."""


class Word(NamedTuple):
    """A word, its offset in the text that was given, and its class in jieba's notation (n, v, a, m, q, d, p, c …).

    `x` is punctuation and the like, `eng` Latin letters, `m` digits; a word that the dictionary lacks counts as `n`.
    """

    text: str
    start: int
    flag: str

    @property
    def end(self) -> int:
        """The offset behind the word."""
        return self.start + len(self.text)


@lru_cache(maxsize=16_384)
def words(text: str) -> tuple[Word, ...]:
    """The words of `text`, in order; joined they are `text` again.

    >>> [word.text for word in words("压实责任链条")]
    ['压实', '责任', '链条']
    """
    vocabulary = _VOCABULARY.covering(text)
    found, at = [], 0
    for piece in vocabulary.cut(text):
        found.append(Word(piece, at, vocabulary.flag(piece)))
        at += len(piece)
    return tuple(found)


def prepare(text: str) -> None:
    """Take the words that `text` may contain from the dictionary at once; without it each new sentence may do so."""
    _VOCABULARY.covering(text)


class _Vocabulary:
    """A tokenizer over the part of the dictionary whose words use only `characters`."""

    def __init__(self, characters: frozenset[str], tokenizer: Any, flags: dict[str, str]) -> None:
        self.characters = characters
        self._tokenizer = tokenizer
        self._flags = flags

    def cut(self, text: str) -> list[str]:
        return list(self._tokenizer.cut(text))

    def flag(self, word: str) -> str:
        known = self._flags.get(word)
        if known:
            return known
        if word.isdigit() or re.fullmatch(r"[\d.,%％．]+", word):
            return "m"
        if word.isascii() and word.isalnum():
            return "eng"
        return "n" if any(c.isalnum() for c in word) else "x"


class _GrowingVocabulary:
    """The vocabulary of every text so far. Replaced whole under a lock, so that readers never see a half-made one."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._current: _Vocabulary | None = None

    def covering(self, text: str) -> _Vocabulary:
        characters = frozenset(text)
        current = self._current
        if current and characters <= current.characters:
            return current
        with self._lock:
            current = self._current
            if current:
                characters |= current.characters
            if current is None or not characters <= current.characters:
                self._current = current = _load(characters)
            return current


_VOCABULARY = _GrowingVocabulary()


def _load(characters: frozenset[str]) -> _Vocabulary:
    with warnings.catch_warnings():
        # Importing jieba 0.42.1 warns about pkg_resources and about escapes in its own source: not the caller's matter.
        warnings.simplefilter("ignore")
        import jieba  # deferred: only when a word is asked for

    dictionary = resources.files(jieba).joinpath("dict.txt").read_text(encoding="utf-8")
    if len(characters) < _TAKEN_WHOLE:
        letters = re.escape("".join(sorted(c for c in characters if not c.isspace())))
        pattern = rf"^([{letters}]+) (\d+) (\S+)$" if letters else r"(?!)()()()"
    else:
        pattern = r"^(\S+) (\d+) (\S+)$"
    frequencies: dict[str, int] = {}
    flags: dict[str, str] = {}
    for word, frequency, flag in re.findall(pattern, dictionary, re.MULTILINE):
        frequencies[word] = int(frequency)
        flags[word] = flag
        for end in range(1, len(word)):
            frequencies.setdefault(word[:end], 0)
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ = frequencies
    tokenizer.total = _SUM_OF_FREQUENCIES
    tokenizer.initialized = True
    return _Vocabulary(characters, tokenizer, flags)
