"""The numbers that Word counts itself and keeps in no text: 一、 （一） 1. 1.1 ①.

    <w:abstractNum w:abstractNumId="0">
      <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
    </w:abstractNum>
    <w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>

Lists of one abstract definition share their count; an override of the start restarts it where the list is first used.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from lxml import etree

from generator.language import counting_word
from generator.reading.word_styles import NumberingRef, W, is_on, value

_PLACE = re.compile(r"%([1-9])")
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_DIGITS = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_MOST_LETTERS = 30
"""Repeats of a letter (aaa …); Word goes no further than 780."""
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


class _Level(NamedTuple):
    start: int
    style: str  # w:numFmt
    text: str  # w:lvlText
    decimal_above: bool  # w:isLgl
    restarts: bool  # w:lvlRestart is not 0


class _List(NamedTuple):
    counts_with: str  # id of the abstract definition
    levels: dict[int, _Level]
    start_overrides: dict[int, int]
    style_levels: dict[str, int]  # which level a paragraph style stands for


class Mark(NamedTuple):
    """What stands before a list paragraph: its number, or nothing for a bullet."""

    text: str
    is_bullet: bool


class Numbering:
    """Counts the lists of one file, paragraph after paragraph."""

    def __init__(self, root: etree._Element | None) -> None:
        self._lists = _lists(root)
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def next(self, reference: NumberingRef) -> Mark | None:
        """The mark of the next paragraph of that list; None where the file does not define it."""
        the_list = self._lists.get(reference.list_id)
        if the_list is None:
            return None
        at = reference.level
        if at is None:
            at = the_list.style_levels.get(reference.style or "", 0)
        level = the_list.levels.get(at)
        if level is None:
            return None
        counts = self._counts.setdefault(the_list.counts_with, {})
        start = level.start
        if at in the_list.start_overrides and (reference.list_id, at) not in self._begun:
            start = the_list.start_overrides[at]
            counts.pop(at, None)
        self._begun.add((reference.list_id, at))
        counts[at] = counts[at] + 1 if at in counts else start
        for deeper in [deep for deep in counts if deep > at]:
            if deeper not in the_list.levels or the_list.levels[deeper].restarts:
                del counts[deeper]
        if level.style == "bullet":
            return Mark("", True)
        return Mark(self._written(the_list, level, counts), False)

    def _written(self, the_list: _List, level: _Level, counts: dict[int, int]) -> str:
        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            shown = the_list.levels.get(at)
            if shown is None:
                return ""
            count = counts.setdefault(at, shown.start)
            return write_number(count, "decimal" if level.decimal_above and shown is not level else shown.style)

        return _PLACE.sub(number, level.text).strip()


def write_number(count: int, style: str) -> str:
    """A count in a number format of WordprocessingML (ST_NumberFormat); an unknown one counts in Arabic digits.

    >>> [write_number(12, style) for style in ("chineseCounting", "decimalEnclosedCircle", "upperRoman", "lowerLetter")]
    ['十二', '⑫', 'XII', 'l']
    """
    write = _WRITERS.get(style)
    written = write(count) if write else None
    return str(count) if written is None else written


def _chinese(count: int) -> str | None:
    return counting_word(count) if 1 <= count <= 99 else None


def _legal(count: int) -> str | None:
    plain = _chinese(count)
    if plain is None:
        return None
    formal = "".join(_LEGAL[_DIGITS.index(c)] if c in _DIGITS else c for c in plain).replace("十", "拾")
    return "壹" + formal if formal.startswith("拾") else formal


def _from(first: str, last: int) -> Callable[[int], str | None]:
    """Characters that Unicode holds in a row, from the one for 1 to the one for `last`: ① … ⑳."""
    return lambda count: chr(ord(first) + count - 1) if 1 <= count <= last else None


def _roman(count: int) -> str | None:
    if not 1 <= count < 4000:
        return None
    written = ""
    for worth, sign in _ROMAN:
        repeats, count = divmod(count, worth)
        written += sign * repeats
    return written


def _letters(count: int) -> str | None:
    """a … z, aa, bb …, as Word counts."""
    repeats, index = divmod(count - 1, 26)
    return chr(ord("a") + index) * (repeats + 1) if 0 <= repeats < _MOST_LETTERS else None


def _of(signs: str) -> Callable[[int], str | None]:
    return lambda count: signs[(count - 1) % len(signs)] if count >= 1 else None


def _circled(count: int) -> str | None:
    if 21 <= count <= 35:
        return chr(ord("㉑") + count - 21)
    if 36 <= count <= 50:
        return chr(ord("㊱") + count - 36)
    return _from("①", 20)(count)


_WRITERS: dict[str, Callable[[int], str | None]] = {
    "none": lambda _: "",
    "decimalZero": lambda count: f"{count:02d}",
    "decimalFullWidth": lambda count: str(count).translate({ord("0") + i: 0xFF10 + i for i in range(10)}),
    "decimalFullWidth2": lambda count: str(count).translate({ord("0") + i: 0xFF10 + i for i in range(10)}),
    "upperRoman": _roman,
    "lowerRoman": lambda count: written.lower() if (written := _roman(count)) else None,
    "upperLetter": lambda count: written.upper() if (written := _letters(count)) else None,
    "lowerLetter": _letters,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "ideographEnclosedCircle": _from("㊀", 10),
    "ideographDigital": lambda count: "".join(_DIGITS[int(digit)] for digit in str(count)),
    "ideographTraditional": _of(_STEMS),
    "ideographZodiac": _of(_BRANCHES),
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal,
} | dict.fromkeys(
    (
        "chineseCounting",
        "chineseCountingThousand",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
        "taiwaneseDigital",
        "japaneseCounting",
        "japaneseDigitalTenThousand",
        "koreanCounting",
    ),
    _chinese,
)


def _lists(root: etree._Element | None) -> dict[str, _List]:
    if root is None:
        return {}
    abstract = {element.get(f"{W}abstractNumId", ""): element for element in root.iterfind(f"{W}abstractNum")}
    by_style = {
        name: key for key, element in abstract.items() if (name := value(element.find(f"{W}styleLink"))) is not None
    }
    lists = {}
    for number in root.iterfind(f"{W}num"):
        abstract_id = value(number.find(f"{W}abstractNumId")) or ""
        linked = abstract.get(abstract_id)
        if linked is not None and (style := value(linked.find(f"{W}numStyleLink"))) in by_style:
            # The definition stands where the numbering style has its own.
            abstract_id = by_style[style or ""]
        definition = abstract.get(abstract_id)
        if definition is None:
            continue
        levels, style_levels = {}, {}
        overrides: dict[int, int] = {}
        elements = list(definition.iterfind(f"{W}lvl"))
        for override in number.iterfind(f"{W}lvlOverride"):
            elements += override.findall(f"{W}lvl")
            start = value(override.find(f"{W}startOverride"))
            if start is not None:
                overrides[_whole(override.get(f"{W}ilvl"), 0)] = _whole(start, 1)
        for element in elements:
            at = _whole(element.get(f"{W}ilvl"), 0)
            levels[at] = _level(element)
            style = value(element.find(f"{W}pStyle"))
            if style is not None:
                style_levels[style] = at
        lists[number.get(f"{W}numId", "")] = _List(abstract_id, levels, overrides, style_levels)
    return lists


def _level(element: etree._Element) -> _Level:
    # With mc:AlternateContent around a custom format (001, 002) the last numFmt is the one every program knows.
    styles = [value(found) for found in element.iter(f"{W}numFmt")]
    return _Level(
        _whole(value(element.find(f"{W}start")), 1),
        (styles[-1] if styles else None) or "decimal",
        value(element.find(f"{W}lvlText")) or "",
        bool(is_on(element.find(f"{W}isLgl"))),
        value(element.find(f"{W}lvlRestart")) != "0",
    )


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) <= 9 else otherwise
