"""Words and their classes, by jieba.

jieba's dictionary holds 349,000 words; loading it whole costs 0.7 s and 100 MB. A text can only contain words whose
neighbouring characters are neighbours in the text too, so only those are taken from the dictionary file, which costs a
tenth and changes no result. What was taken is kept and grows with the texts that follow, until the whole is cheaper.
"""

from __future__ import annotations

import re
import threading
import warnings
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from itertools import pairwise
from typing import Any, NamedTuple

_SUM_OF_FREQUENCIES = 60_101_967
"""Of all entries of jieba's dict.txt (0.42.1): the base of its word probabilities. A test adds it up."""

_MOST_EXTENSIONS = 3
"""A process that reads one text after another takes the whole dictionary then, and never looks into the file again."""


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
    """A tokenizer over the words that texts with these `pairs` of neighbouring characters may contain; None: all."""

    def __init__(self, pairs: frozenset[str] | None, tokenizer: Any, flags: dict[str, str]) -> None:
        self.pairs = pairs
        self._tokenizer = tokenizer
        self._flags = flags

    def covers(self, pairs: frozenset[str]) -> bool:
        return self.pairs is None or pairs <= self.pairs

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
        self._extensions = 0

    def covering(self, text: str) -> _Vocabulary:
        pairs = _pairs(text)
        current = self._current
        if current and current.covers(pairs):
            return current
        with self._lock:
            current = self._current
            if current is None:
                self._current = current = _load(pairs)
            elif not current.covers(pairs):
                self._extensions += 1
                known = current.pairs or frozenset()
                self._current = current = _load(None if self._extensions > _MOST_EXTENSIONS else known | pairs)
            return current


def _pairs(text: str) -> frozenset[str]:
    """Neighbouring characters, and every character by itself."""
    return frozenset(map("".join, pairwise(text))).union(text)


_VOCABULARY = _GrowingVocabulary()


def _load(pairs: frozenset[str] | None) -> _Vocabulary:
    with warnings.catch_warnings():
        # Importing jieba 0.42.1 warns about pkg_resources and about escapes in its own source: not the caller's matter.
        warnings.simplefilter("ignore")
        import jieba  # deferred: only when a word is asked for

    dictionary = resources.files(jieba).joinpath("dict.txt").read_text(encoding="utf-8")
    frequencies: dict[str, int] = {}
    flags: dict[str, str] = {}
    for word, frequency, flag in _entries(dictionary, pairs):
        frequencies[word] = int(frequency)
        flags[word] = flag
        for end in range(1, len(word)):
            frequencies.setdefault(word[:end], 0)
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ = frequencies
    tokenizer.total = _SUM_OF_FREQUENCIES
    tokenizer.initialized = True
    return _Vocabulary(pairs, tokenizer, flags)


def _entries(dictionary: str, pairs: frozenset[str] | None) -> Iterator[tuple[str, str, str]]:
    """The dictionary's lines (word, frequency, class) whose words lie in the pairs."""
    if pairs is None:
        yield from re.findall(r"^(\S+) (\d+) (\S+)$", dictionary, re.MULTILINE)
        return
    letters = re.escape("".join(sorted(pair for pair in pairs if len(pair) == 1 and not pair.isspace())))
    if not letters:
        return
    for entry in re.findall(rf"^([{letters}]+) (\d+) (\S+)$", dictionary, re.MULTILINE):
        word = entry[0]
        if word in pairs or (len(word) > 2 and all(word[at : at + 2] in pairs for at in range(len(word) - 1))):
            yield entry
