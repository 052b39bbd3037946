"""Words and their classes, by jieba.

jieba's dictionary holds 349,000 words; loading it whole costs 0.7 s and 100 MB. A text can only contain words whose
neighbouring characters are neighbours in the text too, so only those are taken from the dictionary file, which costs a
tenth and changes no result. What was taken is kept and grows with the texts that follow, until the whole is cheaper.
"""

from __future__ import annotations

import re
import threading
import warnings
from collections.abc import Iterable, Set
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
    """A tokenizer over the words that texts with these `pairs` of neighbouring characters may contain; None: all.

    It grows with the pairs. A word that joins has a pair which no text before had, so it changes nothing for them, not
    even for one that is being cut in another thread.
    """

    def __init__(self, pairs: Set[str] | None, tokenizer: Any) -> None:
        self._pairs = None if pairs is None else set(pairs)
        self._growing = set(pairs or ())
        """The pairs and those whose words are just being let in."""
        self._tokenizer = tokenizer
        self._flags: dict[str, str] = {}
        self._waiting: dict[str, list[str]] = {}
        """Entries of the dictionary that wait for the pair they are kept under, the first that they lack."""

    def covers(self, pairs: Set[str]) -> bool:
        return self._pairs is None or pairs <= self._pairs

    def lacks_letters(self, pairs: Set[str]) -> bool:
        """Whether a character is new: words with it were never taken from the dictionary file."""
        return self._pairs is not None and any(len(pair) == 1 and pair not in self._pairs for pair in pairs)

    def with_pairs(self, pairs: Set[str]) -> frozenset[str]:
        """All pairs that there were, and these."""
        return frozenset(pairs).union(self._pairs or ())

    def grow(self, pairs: Set[str]) -> None:
        """Let the words in that waited for these pairs."""
        if self._pairs is None:
            return
        new = pairs - self._pairs
        self._growing |= new
        for pair in new:
            self.take(self._waiting.pop(pair, ()))
        self._pairs.update(new)  # only now: who finds a pair here finds its words too

    def take(self, entries: Iterable[str]) -> None:
        """Let those entries in (“责任 12345 n”) whose pairs are all there; the others wait."""
        frequencies: dict[str, int] = self._tokenizer.FREQ
        pairs = None if self._pairs is None else self._growing
        for entry in entries:
            word = entry[: entry.index(" ")]
            if pairs is not None and word not in pairs:
                lacking = word[:2]  # most words lack their first pair already
                if lacking in pairs:
                    lacking = next((a + b for a, b in pairwise(word) if a + b not in pairs), "")
                if lacking:
                    self._waiting.setdefault(lacking, []).append(entry)
                    continue
            _, frequency, flag = entry.split(" ")
            self._flags[word] = flag
            for end in range(1, len(word)):
                frequencies.setdefault(word[:end], 0)
            frequencies[word] = int(frequency)

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
    """The vocabulary of every text so far. It grows, and is replaced whole, under a lock."""

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
            elif current.lacks_letters(pairs):
                self._extensions += 1
                self._current = current = _load(
                    None if self._extensions > _MOST_EXTENSIONS else current.with_pairs(pairs)
                )
            elif not current.covers(pairs):
                current.grow(pairs)
            return current


def _pairs(text: str) -> frozenset[str]:
    """Neighbouring characters, and every character by itself."""
    return frozenset(map("".join, pairwise(text))).union(text)


_VOCABULARY = _GrowingVocabulary()


def _load(pairs: Set[str] | None) -> _Vocabulary:
    with warnings.catch_warnings():
        # Importing jieba 0.42.1 warns about pkg_resources and about escapes in its own source: not the caller's matter.
        warnings.simplefilter("ignore")
        import jieba  # deferred: only when a word is asked for

    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ = {}
    tokenizer.total = _SUM_OF_FREQUENCIES
    tokenizer.initialized = True
    vocabulary = _Vocabulary(pairs, tokenizer)
    vocabulary.take(_entries(resources.files(jieba).joinpath("dict.txt").read_bytes().decode("utf-8"), pairs))
    return vocabulary


def _entries(dictionary: str, pairs: Set[str] | None) -> list[str]:
    """The dictionary's lines (word, frequency, class) whose words are written in characters of the pairs."""
    if pairs is None:
        return dictionary.splitlines()
    letters = re.escape("".join(sorted(pair for pair in pairs if len(pair) == 1 and not pair.isspace())))
    return re.findall(rf"^[{letters}]+ .+$", dictionary, re.MULTILINE) if letters else []
