"""Which figures can truly be compared: three or more of one unit and one meaning in one sentence.

Two meanings never share a chart: what is said of all of them has to be said once in the text (分别提高), or be the
same word each time (一等奖, 二等奖, 三等奖), or be one and the same act of reaching people. When in doubt, no series.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from generator.model import Excerpt, Figure, FigureKind, Manuscript, Outline, Series, SeriesKind, Span, without
from generator.settings import FiguresSettings
from generator.tallying.labels import Labelled

_PEOPLE = frozenset({"人", "人次", "名", "户", "万人", "万人次", "万户"})
_REACH = re.compile(r"(?:领取|覆盖|惠及|受益|参加|参与|受教育|观看|收看)")
_MARK = re.compile(r"\s*(?:[、，,；;]|和|以及|及)\s*")
_YEARS = re.compile(r"(?P<first>(?:19|20)\d{2})年?(?:[-－–—~～至到]+)(?P<last>(?:19|20)\d{2})年")
_YEAR = re.compile(r"(?:19|20)\d{2}年")
_LONGEST_PATTERN = 6
"""Characters of 一期工程投资; longer names that end alike are things of their own (失业人员再就业, 高校毕业生就业)."""
_FARTHEST_YEAR = 120
"""Characters between a figure and the years that it stands for."""
_LEADS_TO_NUMBER = r"(?:分别|则|又|已|就|预计)?(?:为|达到?了?|完成|实现|是|有|增[到至加]到?|[提升上攀]\S?到)?"

_Sentence: TypeAlias = tuple[tuple[Figure, Labelled], ...]


@dataclass(frozen=True, slots=True)
class _Member:
    """A figure that could stand in a series, and what tells it from the others."""

    figure: Figure
    label: Labelled
    name: Excerpt


def comparable(outline: Outline, sentence: _Sentence, settings: FiguresSettings) -> Iterator[Series]:
    """The series among the figures of one sentence, in the order of the text."""
    fewest = settings.fewest_in_series
    if len(sentence) < fewest:
        return
    taken: set[Span] = set()
    for kind, find in (
        (SeriesKind.PERIODS, _over_the_years),
        (SeriesKind.ITEMS, _answering_a_list),
        (SeriesKind.ITEMS, _same_kind_of_thing),
        (SeriesKind.ITEMS, _people_reached),
    ):
        for members in find(outline.manuscript, sentence):
            spans = {member.figure.span for member in members}
            names = tuple(member.name for member in members)
            if len(members) < fewest or spans & taken or not _one_unit(members):
                continue
            if len({name.text for name in names}) < len(names):
                continue
            taken |= spans
            figures = tuple(member.figure for member in members)
            yield Series(kind, _title(outline, members, kind), figures[0].unit, names, figures)


def _one_unit(members: list[_Member]) -> bool:
    first = members[0].figure
    same = all(m.figure.unit == first.unit and m.figure.kind is first.kind for m in members)
    ranges = any(m.figure.upper is not None for m in members)
    return same and not ranges and first.kind not in (FigureKind.RATIO, FigureKind.MULTIPLE)


def _runs(sentence: _Sentence, joined: Callable[[Figure, Figure], bool]) -> Iterator[list[tuple[Figure, Labelled]]]:
    """The figures in runs: each is `joined` to the one before it."""
    run = [sentence[0]]
    for before, after in pairwise(sentence):
        if joined(before[0], after[0]):
            run.append(after)
        else:
            yield run
            run = [after]
    yield run


def _between(text: str, before: Figure, after: Figure) -> str:
    return text[before.span.end : after.span.start]


def _over_the_years(manuscript: Manuscript, sentence: _Sentence) -> Iterator[list[_Member]]:
    """2021年至2023年分别为1亿元、2亿元和3亿元; 2021年1亿元，2022年2亿元，2023年3亿元: one thing, year by year."""
    text = manuscript.words
    for run in _runs(sentence, lambda before, after: bool(_MARK.fullmatch(_between(text, before, after)))):
        opening = [_YEAR.match(text, label.name[0].start) if label.name else None for _, label in run]
        if all(label.listed for _, label in run) and all(opening):
            listed = [manuscript.excerpt(Span(*match.span())) for match in opening if match]
            yield [_Member(figure, label, year) for (figure, label), year in zip(run, listed, strict=True)]
            continue
        if any(label.spans != run[0][1].spans for _, label in run):
            continue
        names = _years_before(manuscript, run[0][0], len(run)) if len(run) > 1 else ()
        yield [_Member(figure, label, name) for (figure, label), name in zip(run, names, strict=False)]
    year_between = re.compile(rf"{_MARK.pattern}{_YEAR.pattern}{_LEADS_TO_NUMBER}")
    year_at_end = re.compile(rf"{_YEAR.pattern}{_LEADS_TO_NUMBER}$")
    for run in _runs(sentence, lambda before, after: bool(year_between.fullmatch(_between(text, before, after)))):
        first = run[0][0]
        if len(run) < 2 or not year_at_end.search(text[_near(first) : first.span.start]):
            continue
        found = [list(_YEAR.finditer(text, _near(f), f.span.start))[-1] for f, _ in run]
        years = [manuscript.excerpt(Span(*match.span())) for match in found]
        yield [_Member(figure, label, year) for (figure, label), year in zip(run, years, strict=True)]


def _near(figure: Figure) -> int:
    """Where the words before a figure begin that may name its years."""
    return max(figure.sentence.start, figure.span.start - _FARTHEST_YEAR)


def _years_before(manuscript: Manuscript, first: Figure, count: int) -> tuple[Excerpt, ...]:
    """The years that `count` numbers stand for, or nothing where the text does not name exactly as many.

    Between 2021年至2024年 the text itself counts the years 2022 and 2023; they have no place of their own in it.
    """
    text, start = manuscript.words, _near(first)
    listed = list(_YEAR.finditer(text, start, first.span.start))
    span = _YEARS.search(text, start, first.span.start)
    if span and int(span["last"]) - int(span["first"]) + 1 == count:
        years = range(int(span["first"]), int(span["last"]) + 1)
        middle = tuple(Excerpt(f"{year}年") for year in years[1:-1])
        opening = Span(span.start("first"), span.end("first") + (text[span.end("first")] == "年"))
        closing = Span(span.start("last"), span.end())
        return (manuscript.excerpt(opening), *middle, manuscript.excerpt(closing))
    if span is None and len(listed) == count:
        return tuple(manuscript.excerpt(Span(*match.span())) for match in listed)
    return ()


def _answering_a_list(manuscript: Manuscript, sentence: _Sentence) -> Iterator[list[_Member]]:
    """A、B、C分别提高1元、2元、3元: one thing said of all three."""
    text = manuscript.words
    for run in _runs(sentence, lambda before, after: bool(_MARK.fullmatch(_between(text, before, after)))):
        if all(label.listed for _, label in run):
            yield [_Member(figure, label, manuscript.excerpt(*label.name)) for figure, label in run]


def _same_kind_of_thing(manuscript: Manuscript, sentence: _Sentence) -> Iterator[list[_Member]]:
    """一等奖5个、二等奖4个、三等奖7个; 甲村12户、乙村15户、丙村8户: short names that end in the same characters."""
    text = manuscript.words

    def joined(before: Figure, after: Figure) -> bool:
        gap = _between(text, before, after)
        mark = _MARK.match(gap)
        return mark is not None and 1 < len(gap) - mark.end() <= 8

    for run in _runs(sentence, joined):
        if len(run) < 2 or any(label.listed or not label.spans for _, label in run):
            continue
        later = [_name_between(text, a[0], b[0]) for a, b in pairwise(run)]
        # Names of one length are one pattern (一等奖, 二等奖); of different lengths they only happen to end alike.
        if len({len(name) for name in later}) > 1 or len(later[0]) > _LONGEST_PATTERN:
            continue
        ending = _common_ending([name.of(text) for name in later])
        first = run[0][1].spans[-1]
        if not ending or not first.of(text).endswith(ending):
            continue
        size = max(len(name) for name in later)
        names = [Span(max(first.start, first.end - size), first.end), *later]
        yield [_Member(f, label, manuscript.excerpt(name)) for (f, label), name in zip(run, names, strict=True)]


def _name_between(text: str, before: Figure, after: Figure) -> Span:
    mark = _MARK.match(text, before.span.end, after.span.start)
    return Span(mark.end() if mark else before.span.end, after.span.start)


def _common_ending(names: list[str]) -> str:
    """The characters that all names end in, when each has something of its own before them."""
    ending = ""
    while names and all(len(name) > len(ending) for name in names):
        tails = {name[-len(ending) - 1 :] for name in names}
        if len(tails) > 1:
            break
        ending = tails.pop()
    return ending if all(len(name) > len(ending) for name in names) else ""


def _people_reached(manuscript: Manuscript, sentence: _Sentence) -> Iterator[list[_Member]]:
    """领取资料111人，网络授课覆盖700人，上门授课覆盖30人: how many people each way reached."""
    text = manuscript.words
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
        by_unit.setdefault(figure.unit, []).append(_Member(figure, label, manuscript.excerpt(*name)))
    yield from by_unit.values()


def _without_and_so_on(text: str, span: Span) -> Span:
    """产业增加值 of 食品、医药、信息等|产业增加值."""
    return Span(span.start + 1, span.end) if text[span.start] == "等" else span


def _title(outline: Outline, members: list[_Member], kind: SeriesKind) -> Excerpt:
    """What the series is about: what is said of all of its members, else the heading that it stands under."""
    first = members[0]
    if kind is SeriesKind.PERIODS:
        text = outline.manuscript.words
        years = [Span(*m.span()) for m in _YEAR.finditer(text, _near(first.figure), first.figure.span.start)]
        spans = tuple(piece for span in first.label.spans for piece in without(span, years))
        return outline.manuscript.excerpt(*(spans or first.label.spans))
    shared = outline.manuscript.excerpt(*(_without_and_so_on(outline.manuscript.words, s) for s in first.label.shared))
    if first.label.listed and len(shared.text) >= 4:
        return shared
    section = outline.section_at(first.figure.span.start)
    if section and section.heading:
        return outline.manuscript.excerpt(section.heading.span)
    return outline.manuscript.excerpt(*first.label.spans)
