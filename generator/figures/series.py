"""Which figures can truly be compared: three or more of one unit and one meaning in one sentence.

Two meanings never share a chart: what is said of all of them has to be said once in the text (分别提高), or be the
same word each time (一等奖, 二等奖, 三等奖), or be one and the same act of reaching people. When in doubt, no series.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.figures.labels import Labelled
from generator.language.quantities import NumberKind, quantities
from generator.model import Excerpt, Figure, FigureKind, Outline, Series, SeriesKind, Span
from generator.settings import FiguresSettings

_PEOPLE = frozenset({"人", "人次", "名", "户", "万人", "万人次", "万户"})
_REACH = re.compile(r"(?:领取|覆盖|惠及|受益|参加|参与|受教育|观看|收看)")
_BETWEEN_ITEMS = re.compile(r"\s*(?:[、，,；;]|和|以及|及)\s*")


@dataclass(frozen=True, slots=True)
class _Member:
    """A figure that could stand in a series, and what tells it from the others."""

    figure: Figure
    label: Labelled
    name: tuple[Span, ...]


def comparable(
    outline: Outline, sentence: tuple[tuple[Figure, Labelled], ...], settings: FiguresSettings
) -> Iterator[Series]:
    """The series among the figures of one sentence, in the order of the text."""
    fewest = settings.fewest_in_series
    if len(sentence) < fewest:
        return
    taken: set[Span] = set()
    text = outline.manuscript.words
    for find in (_answering_a_list, _same_kind_of_thing, _people_reached):
        for members in find(text, sentence):
            left = [member for member in members if member.figure.span not in taken]
            if len(left) < fewest or len(left) < len(members) or not _one_unit(left):
                continue
            names = tuple(outline.manuscript.excerpt(*member.name) for member in left)
            if len({name.text for name in names}) < len(names):
                continue
            taken.update(member.figure.span for member in left)
            kind = SeriesKind.PERIODS if all(_is_period(name.text) for name in names) else SeriesKind.ITEMS
            yield Series(kind, _title(outline, left), left[0].figure.unit, names, tuple(m.figure for m in left))


def _one_unit(members: list[_Member]) -> bool:
    first = members[0].figure
    return all(
        m.figure.unit == first.unit and m.figure.kind is first.kind and m.figure.upper is None for m in members
    ) and first.kind not in (FigureKind.RATIO, FigureKind.MULTIPLE)


def _runs(
    sentence: tuple[tuple[Figure, Labelled], ...], joined: Callable[[Figure, Figure], bool]
) -> Iterator[list[tuple[Figure, Labelled]]]:
    run = [sentence[0]]
    for before, after in pairwise(sentence):
        if joined(before[0], after[0]):
            run.append(after)
        else:
            yield run
            run = [after]
    yield run


def _answering_a_list(text: str, sentence: tuple[tuple[Figure, Labelled], ...]) -> Iterator[list[_Member]]:
    """A、B、C分别提高1元、2元、3元: one thing said of all three."""

    def joined(before: Figure, after: Figure) -> bool:
        return bool(_BETWEEN_ITEMS.fullmatch(text[before.span.end : after.span.start]))

    for run in _runs(sentence, joined):
        if all(label.listed for _, label in run):
            yield [_Member(figure, label, label.name) for figure, label in run]


def _same_kind_of_thing(text: str, sentence: tuple[tuple[Figure, Labelled], ...]) -> Iterator[list[_Member]]:
    """一等奖5个、二等奖4个、三等奖7个; 甲村12户、乙村15户、丙村8户: short names that end in the same characters."""

    def joined(before: Figure, after: Figure) -> bool:
        gap = text[before.span.end : after.span.start]
        mark = _BETWEEN_ITEMS.match(gap)
        return bool(mark) and 1 < len(gap) - mark.end() <= 8 if mark else False

    for run in _runs(sentence, joined):
        if len(run) < 3 or any(label.listed for _, label in run):
            continue
        first = run[0][1].name[-1].of(text) if run[0][1].name else ""
        later = [_name_between(text, a[0], b[0]) for a, b in pairwise(run)]
        ending = _common_ending([name.of(text) for name in later])
        if not ending or not first.endswith(ending):
            continue
        size = max(len(name) for name in later)
        end = run[0][1].name[-1].end
        names = [Span(max(run[0][1].name[-1].start, end - size), end), *later]
        yield [_Member(figure, label, (name,)) for (figure, label), name in zip(run, names, strict=True)]


def _name_between(text: str, before: Figure, after: Figure) -> Span:
    mark = _BETWEEN_ITEMS.match(text, before.span.end, after.span.start)
    return Span(mark.end() if mark else before.span.end, after.span.start)


def _common_ending(names: list[str]) -> str:
    ending = ""
    while names and all(len(name) > len(ending) + 0 for name in names):
        tails = {name[-len(ending) - 1 :] for name in names}
        if len(tails) > 1:
            break
        ending = tails.pop()
    return ending if all(len(name) > len(ending) for name in names) else ""


def _people_reached(text: str, sentence: tuple[tuple[Figure, Labelled], ...]) -> Iterator[list[_Member]]:
    """领取资料111人，网络授课覆盖700人，上门授课覆盖30人: how many people each way reached."""
    by_unit: dict[str, list[_Member]] = {}
    for figure, label in sentence:
        if figure.unit not in _PEOPLE or not label.spans:
            continue
        own = label.spans[-1]
        reach = list(_REACH.finditer(own.of(text)))
        if not reach:
            continue
        whole = Span(own.start + reach[-1].start(), own.end)
        name = label.name if label.shared else ((whole,) if len(whole) > 2 else label.spans)
        by_unit.setdefault(figure.unit, []).append(_Member(figure, label, name))
    yield from by_unit.values()


def _is_period(name: str) -> bool:
    found = quantities(name)
    return len(found) == 1 and found[0].kind is NumberKind.DATE and found[0].text == name


def _title(outline: Outline, members: list[_Member]) -> Excerpt:
    """What the series is about: what is said of all of its members, else the heading that it stands under."""
    shared = outline.manuscript.excerpt(*members[0].label.shared)
    if members[0].label.listed and len(shared.text) >= 4:
        return shared
    section = outline.section_at(members[0].figure.span.start)
    if section and section.heading:
        return outline.manuscript.excerpt(section.heading.span)
    return outline.manuscript.excerpt(*members[0].label.spans)
