"""Where the words on a slide come from: a sentence of the speech, what the user gave, or a label of the deck.

A text comes from a sentence when it is the sentence with words left out. Three guards keep chance and malice away:
it may not fall into more runs than half its characters (words are left out, not letters), it comes from one sentence
alone, and no negation may be left out before words that are kept (认识不到位 → 认识到位).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache

from generator.language import bare_title, sentences
from generator.language.quantities import Quantity, quantities
from generator.model import FIELD_NAMES, Label, Ledger, Occasion, Outline, Span

_NEGATION = re.compile(
    # 尚未, 不, 没有, 无; what forbids or wards off counts too: 防止返贫 → 返贫 says the opposite
    r"不|未|没有|没|无|勿|莫|并非|难以|严禁|禁止|杜绝|防止|避免|切忌"
)
_BETWEEN = re.compile(
    # 不[够]紧密, 不[能]适应, 不[搞]“一刀切”, 没有[发生]事故: what stands between the negation and the words it denies
    r"够|太|很|能够|能|会|再|敢|要|应该|应|该|得|准|可|许|宜|曾|是|需|须|必|法|完全|充分|及时"
    r"|搞|让|留|发生|出现|存在|产生"
)
_QUALIFIER = re.compile(
    # 约有45%, 近有三成, 超亿元: not 节约有方, 附近有3个站, 赶超
    r"(?:大约|(?<![节制签契合条预违特邀履简大])约|(?<![最附临靠接将远邻就])近|超过|(?<![赶反高])超|逾|突破)(?=[有达]\d|[百千万]?亿)"
)
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_WHITE = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]+")
_NUMERAL = re.compile(r"第?(?:0?\d{1,3}|[一二三四五六七八九十]{1,3})(?:部分)?")
"""01, 12, 一, 第三部分: how the deck itself counts agenda entries, dividers and cards."""
_COUNT_OF_COUNT = re.compile(r"\d{1,3}/\d{1,3}")
"""2/3: where in the speech a slide stands."""
_SEPARATORS = (
    re.compile(r"[\u3000\n]+"),  # 学校党委书记  林  澈　1月18日: a name may be spaced out
    re.compile(r"[|｜·•›»>]|\s[/／]\s|\s{2,}|\u3000+|\n"),  # 2/3　注重“三维度”学思践悟；张三 · 2023年6月
    re.compile(r"：(?!.*：)"),  # 覆盖人数：700余人: a figure and its name where the template has no table
)
_NUMBERED = re.compile(r"\d{1,2}\u3000")
_MOST_PARTS = 6
"""Texts in one box: on a cover the subtitle, unit, speaker, date and place."""


class Origin(StrEnum):
    """Where a text comes from."""

    SPEECH = "speech"
    NEGATION_LOST = "negation_lost"  # from a sentence, but only by dropping its negation
    QUALIFIER_LOST = "qualifier_lost"  # from a sentence, but only by dropping what qualifies a number: 约有45% → 有45%
    NUMBER_CUT = "number_cut"  # from a sentence, but only by beginning inside a number: 56件 → 6件
    GIVEN = "given"  # by the user: speaker, unit, date
    LABEL = "label"  # the deck's own: 目录, 01
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the manuscript that a text may be made of: a sentence, or a heading, title or name of a figure."""

    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Traced:
    """A text, or one of the texts that stand in a line together, with its origin.

    `words` are squeezed. `pieces` are all stretches of the speech that it can be made of.
    """

    words: str
    origin: Origin
    pieces: tuple[Piece, ...] = ()


def squeezed(text: str) -> str:
    """`text` without white space and invisible characters: what is compared everywhere in the check."""
    return _WHITE.sub("", text)


@lru_cache(maxsize=4_096)
def numbers_of(text: str) -> tuple[Quantity, ...]:
    """The numbers of a squeezed text; kept, since the same sentence answers for many texts."""
    return quantities(text)


def digit_runs(text: str) -> list[str]:
    """The numbers of a text as runs of digits, whatever they count: 2023, 6 and 1,300.5."""
    return _DIGITS.findall(text)


class Sources:
    """All words that a deck of this speech may show."""

    def __init__(self, outline: Outline, ledger: Ledger, occasion: Occasion | None = None) -> None:
        self.pieces = tuple(dict.fromkeys(_pieces(outline, ledger)))
        self._places: dict[str, set[int]] = defaultdict(set)
        for index, piece in enumerate(self.pieces):
            for char in set(piece.text):
                self._places[char].add(index)
        given = (occasion.speaker, occasion.unit, occasion.date) if occasion else ()
        self._given = frozenset(squeezed(text) for text in given if text)
        self.date_is_given = bool(occasion and occasion.date)
        self._labels = frozenset(squeezed(label) for label in Label)
        self._known: dict[str, tuple[Traced, ...]] = {}

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The words of all pieces, each once."""
        return tuple(dict.fromkeys(piece.text for piece in self.pieces))

    @cached_property
    def numbers(self) -> tuple[Quantity, ...]:
        """Every number of the speech."""
        return tuple(number for text in self.texts for number in numbers_of(text))

    @cached_property
    def digits(self) -> frozenset[str]:
        """Every run of digits in the speech."""
        return frozenset(run for text in self.texts for run in digit_runs(text))

    def trace(self, text: str) -> tuple[Traced, ...]:
        """Where `text` comes from: one answer, or one for each of several texts in a line (2/3　抓学习)."""
        if text not in self._known:
            words = squeezed(text)
            # 04　2025年工作安排: squeezed it reads 042025年, and is a number and a heading.
            # 02　守住不能⏎退让的底线: a line break is set, not said.
            composed = self._composed(text.replace("\n", "")) if _NUMBERED.match(text) else None
            whole = None if composed else self._whole(words)
            self._known[text] = (
                composed or ((whole,) if whole else self._composed(text)) or (Traced(words, Origin.NONE),)
            )
        return self._known[text]

    def made_of(self, text: str) -> tuple[Piece, ...]:
        """The pieces that squeezed `text` is a subsequence of, whatever it leaves out."""
        return tuple(piece for piece in self._candidates(text) if fewest_runs(text, piece.text) is not None)

    def _whole(self, text: str) -> Traced | None:
        bare = bare_title(text)
        if not bare or bare in self._labels or _NUMERAL.fullmatch(bare) or _COUNT_OF_COUNT.fullmatch(bare):
            return Traced(bare, Origin.LABEL)
        if bare in self._given:
            return Traced(bare, Origin.GIVEN)
        name, colon, rest = bare.partition("：")
        if colon and name in FIELD_NAMES and rest and (named := self._whole(rest)):
            return named  # 汇报人：张三: the template's own word before it tells nothing
        found: dict[Origin, list[Piece]] = defaultdict(list)
        origins: dict[str, Origin | None] = {}  # a sentence that is said a thousand times is looked at once
        for piece in self._candidates(bare):
            if piece.text not in origins:
                origins[piece.text] = _origin(bare, piece.text)
            origin = origins[piece.text]
            if origin:
                found[origin].append(piece)
        for origin in (Origin.SPEECH, Origin.QUALIFIER_LOST, Origin.NUMBER_CUT, Origin.NEGATION_LOST):
            if found[origin]:
                return Traced(bare, origin, tuple(found[origin]))
        return None

    def _composed(self, text: str) -> tuple[Traced, ...] | None:
        """Several texts in one line, each with an origin of its own."""
        for separator in _SEPARATORS:
            parts = [squeezed(part) for part in separator.split(text.strip())]
            if 1 < len(parts) <= _MOST_PARTS:
                answers = [self._whole(part) for part in parts]
                found = tuple(answer for answer in answers if answer)
                if len(found) == len(parts):
                    return found
        return None

    def _candidates(self, text: str) -> Iterator[Piece]:
        """The pieces that have every character of `text`, the rarest character first."""
        sets = [self._places.get(char) for char in set(text)]
        if not sets or None in sets:
            return
        present = sorted((s for s in sets if s is not None), key=len)
        common = set.intersection(*present)
        for index in sorted(common):
            if len(self.pieces[index].text) >= len(text):
                yield self.pieces[index]


def _pieces(outline: Outline, ledger: Ledger) -> Iterator[Piece]:
    manuscript = outline.manuscript
    for block in manuscript.blocks:
        for span in sentences(manuscript.words, block.span):
            yield _piece(manuscript.words, (span,))
    if outline.title:
        yield _piece(manuscript.words, outline.title)
    if outline.subtitle:
        yield _piece(manuscript.words, (outline.subtitle,))  # a source may break it over two lines, a cover elsewhere
    for section in outline.walk():
        if section.heading:
            # A heading may hold two sentences; with its marker it is still the heading.
            yield _piece(manuscript.words, (section.heading.whole,))
    for figure in ledger.figures:
        if figure.label.spans:
            yield _piece(manuscript.words, figure.label.spans)


def _piece(text: str, spans: tuple[Span, ...]) -> Piece:
    return Piece(squeezed("".join(span.of(text) for span in spans)), spans)


def _origin(text: str, source: str) -> Origin | None:
    """Whether a squeezed text is `source` with words left out, and what the guards say of it."""
    runs = fewest_runs(text, source)
    if runs is None:
        return None
    blocked: dict[int, int] = {}
    for origin, offsets in (
        (Origin.NEGATION_LOST, _after_negations(source)),
        (Origin.NUMBER_CUT, _inside_numbers(source)),
        (Origin.QUALIFIER_LOST, _after_qualifiers(source)),
    ):
        blocked |= offsets
        if offsets and fewest_runs(text, source, blocked) != runs:
            return origin
    return Origin.SPEECH


def fewest_runs(text: str, source: str, blocked: dict[int, int] | None = None) -> int | None:
    """Of how many unbroken runs of `source` the text can be put together, in order; None: not at all, or of crumbs.

    `blocked` maps an offset to the start of the negation that ends there: a run may begin at such an offset only when
    the run before it ends inside or behind that negation. All positions are worked out at once as the bits of integers.

    >>> fewest_runs("压实责任", "压实了层层责任"), fewest_runs("压实责任", "责任压实")
    (2, None)
    """
    blocked = blocked or {}
    first = source.find(text)
    while first >= 0:
        if first not in blocked:
            return 1
        first = source.find(text, first + 1)
    if not _is_subsequence(text, source):
        return None
    places: dict[str, int] = defaultdict(int)
    for offset, char in enumerate(source):
        places[char] |= 1 << offset
    barrier = sum(1 << offset for offset in blocked)
    most = (len(text) + 1) // 2
    # ends[k]: the offsets where the text so far can end, made of k + 1 runs
    ends = [places[text[0]] & ~barrier]
    for char in text[1:]:
        here = places[char]
        grown = [(mask << 1) & here for mask in ends]
        if len(grown) < most:
            grown.append(0)
        for runs in range(1, len(grown)):
            before = ends[runs - 1]
            if before:
                grown[runs] |= _run_starts(before, here, barrier, blocked)
        ends = grown
    return next((runs + 1 for runs, mask in enumerate(ends) if mask), None)


def _run_starts(before: int, here: int, barrier: int, blocked: dict[int, int]) -> int:
    """Where in `here` a new run may begin after a run that ends somewhere in `before`."""
    lowest = (before & -before).bit_length()
    later = (here >> lowest) << lowest
    starts = later & ~barrier
    doubtful = later & barrier
    while doubtful:
        offset = (doubtful & -doubtful).bit_length() - 1
        negation = blocked[offset]
        if (before >> negation) & ((1 << (offset - negation)) - 1):
            starts |= 1 << offset
        doubtful &= doubtful - 1
    return starts


def _inside_numbers(source: str) -> dict[int, int]:
    """The offsets inside each number with a unit, and where it begins: 56件 may go as a whole or stay as a whole."""
    return {
        offset: number.number.start
        for number in numbers_of(source)
        if number.unit and not number.chinese
        for offset in range(number.number.start + 1, number.span.end)
    }


def _after_qualifiers(source: str) -> dict[int, int]:
    """The offsets behind each qualifier that does not touch its number, and where it begins."""
    return {match.end(): match.start() for match in _QUALIFIER.finditer(source)}


def _is_subsequence(text: str, source: str) -> bool:
    at = -1
    for char in text:
        at = source.find(char, at + 1)
        if at < 0:
            return False
    return True


def _after_negations(source: str) -> dict[int, int]:
    """The offsets where words begin that a negation denies, and its start; 不得不 and 无不 deny nothing."""
    found: dict[int, int] = {}
    before: list[int] = []
    for match in _NEGATION.finditer(source):
        if match.start() in before:
            for offset in before:
                del found[offset]
            before = []
            continue
        before = [match.end()]
        while between := _BETWEEN.match(source, before[-1]):
            before.append(between.end())
        found |= dict.fromkeys(before, match.start())
    return found
