"""Markers that count off (一、 （一） 一是 第一， ①), and the series that they make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.language import chinese_number
from generator.model import Section, Span

_NUMERAL = "[一二三四五六七八九十]{1,2}"
_INLINE = re.compile(
    rf"(?:(?P<is>{_NUMERAL})(?P<word>[是要])(?!{_NUMERAL}|[素点件求不])"
    rf"|第(?P<ordinal>{_NUMERAL})(?:[，、：:]|是)(?![一二三四五六七八九十第])"
    rf"|其(?P<of>[一二三四五六])(?:[，、：:]|是)"
    rf"|[（(](?P<bracket>{_NUMERAL})[）)](?![一-鿿]{{0,3}}[》”])"
    rf"|(?P<ring>[①-⑳]))"
)
"""Markers inside a paragraph. 一是一、二是二 is an idiom, 三要素 and 三要三不要 are names, 第一、二产业 is a list."""
_BORDER = re.compile(r"(?:^|(?<=[。；：！？，;:,!?”）—\s]))\s*")
_HEADING = re.compile(
    rf"#*\s*(?:(?P<chinese>{_NUMERAL})(?P<comma>[、．.，,])|[（(](?P<bracket>{_NUMERAL})[）)]|(?P<arabic>\d{{1,2}})(?P<dot>[．.、）)])"
    rf"|[（(](?P<both>\d{{1,2}})[）)]|(?P<is>{_NUMERAL})(?P<word>[是要])|第(?P<ordinal>{_NUMERAL})(?P<mark>[，、：:])|(?P<ring>[①-⑳]))"
)


@dataclass(frozen=True, slots=True)
class Counter:
    """A marker: the series it can belong to, its number, where it stands, and how another of its kind is written."""

    family: str
    number: int
    span: Span

    def written(self, number: int) -> str:
        """The marker of that number, as this series writes it."""
        return self.family.replace("#", _numeral(self.family, number))

    def stands_in(self, words: str, number: int) -> bool:
        """Whether a marker of that number stands anywhere in `words`, be it in a place where none was expected."""
        numeral = _numeral(self.family, number)
        behind = {"#、": "[、．.，,]", "#.": "[．.、）)]", "第#": "[，、：:是]", "其#": "[，、：:是]"}.get(self.family)
        before = {"第#": "第", "其#": "其"}.get(self.family, "")
        if behind is None:
            return self.written(number) in words
        return bool(re.search(before + numeral + behind, words))


@dataclass
class Run:
    """Markers that count on from each other. A run that opens a paragraph with 二是 goes on from one before."""

    counters: list[Counter] = field(default_factory=list)

    @property
    def last(self) -> int:
        """The number that it has come to."""
        return self.counters[-1].number


_CHINESE = ("", *"一二三四五六七八九十", *(f"十{c}" for c in "一二三四五六七八九"), "二十")


def _numeral(family: str, number: int) -> str:
    if family == "#":
        return chr(ord("①") + number - 1)
    return str(number) if family[-1:] in "．." or family == "(#)" else _CHINESE[number]


def inline_counters(text: str, span: Span) -> Iterator[Counter]:
    """The markers that open a clause or a sentence inside `span`."""
    for border in _BORDER.finditer(text, span.start, span.end):
        match = _INLINE.match(text, border.end(), span.end)
        if match is None:
            continue
        family, number = _read(match)
        if number:
            yield Counter(family, number, Span(*match.span()))


def _read(match: re.Match[str]) -> tuple[str, int]:
    if match["ring"]:
        return "#", ord(match["ring"]) - ord("①") + 1
    forms = {"is": "#" + (match["word"] or ""), "ordinal": "第#", "of": "其#", "bracket": "（#）"}
    name = next(name for name in forms if match[name])
    return forms[name], int(chinese_number(match[name]) or 0)


def heading_counter(section: Section) -> Counter | None:
    """The marker of a section, where it counts off."""
    heading = section.heading
    if heading is None or heading.marker is None or heading.marker_span is None:
        return None
    match = _HEADING.match(heading.marker)
    if match is None:
        return None
    groups = match.groupdict()
    span = heading.marker_span
    if groups["ring"]:
        return Counter("#", ord(groups["ring"]) - ord("①") + 1, span)
    if groups["arabic"] or groups["both"]:
        number = int(groups["arabic"] or groups["both"])
        return Counter("#." if groups["arabic"] else "(#)", number, span) if 0 < number <= 20 else None
    forms = {"chinese": "#、", "bracket": "（#）", "is": "#" + (groups["word"] or ""), "ordinal": "第#"}
    name = next(name for name in forms if groups[name])
    number = int(chinese_number(groups[name]) or 0)
    return Counter(forms[name], number, span) if 0 < number <= 20 else None


def runs(counters: Sequence[Counter]) -> tuple[list[Run], list[tuple[Run, Counter]]]:
    """The series of these markers of one family, and the markers that go on in none, with the run they follow.

    一 opens a series inside the item that is open; any other number goes on in the innermost series that waits for
    it, which closes those inside it. What no series waits for skips or repeats a number.
    """
    made: list[Run] = []
    open_runs: list[Run] = []
    strays: list[tuple[Run, Counter]] = []
    for counter in counters:
        if counter.number == 1 or not open_runs:
            run = Run([counter])
            made.append(run)
            open_runs.append(run)
            continue
        depth = next((d for d in range(len(open_runs) - 1, -1, -1) if open_runs[d].last + 1 == counter.number), None)
        if depth is None:
            strays.append((open_runs[-1], counter))
            depth = len(open_runs) - 1
        del open_runs[depth + 1 :]
        open_runs[depth].counters.append(counter)
    return made, strays
