"""Markers that skip or repeat a number: 一是…二是…四是…, 一、二、二、."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model import Finding, Ledger, Section, Span
from generator.proofreading.counting import Counter, heading_counter, inline_counters, runs
from generator.proofreading.places import Places
from generator.settings import ProofreadingSettings


def markers_out_of_order(places: Places, _ledger: Ledger, settings: ProofreadingSettings) -> Iterator[Finding]:
    """Series of headings, by the outline, and series inside a paragraph, by their markers.

    Where a number is not where it should be but stands anywhere between its neighbours, nothing is said: the heading
    was only not recognised as one.
    """
    told: set[int] = set()
    faults = [*_between_siblings(places.outline.sections)]
    faults += [fault for block in places.blocks for fault in _inside(places, block.span)]
    for before, counter in faults:
        # One slip can upset two neighbours: of 一、三、三、 and of 二、二、四、 only the first is told.
        if not told & {before.span.start, counter.span.start}:
            for finding in _fault(places, before, counter, settings.most_missing):
                told.add(counter.span.start)
                yield finding


def _between_siblings(siblings: Sequence[Section]) -> Iterator[tuple[Counter, Counter]]:
    """Neighbouring markers of one series that do not count on."""
    last: dict[str, Counter] = {}
    for section in siblings:
        counter = heading_counter(section)
        if counter:
            before = last.get(counter.family)
            if before and before.number + 1 != counter.number != 1:
                yield before, counter
            last[counter.family] = counter
        yield from _between_siblings(section.children)


def _inside(places: Places, span: Span) -> Iterator[tuple[Counter, Counter]]:
    """The same inside a paragraph."""
    families: dict[str, list[Counter]] = {}
    for counter in inline_counters(places.text, span):
        families.setdefault(counter.family, []).append(counter)
    for counters in families.values():
        for run, stray in runs(counters)[1]:
            yield run.counters[run.counters.index(stray) - 1], stray


def _fault(places: Places, before: Counter, counter: Counter, most: int) -> Iterator[Finding]:
    between = "".join(places.text[before.span.end : counter.span.start].split())
    if counter.number == before.number:
        if counter.stands_in(between, 1):
            return  # 甲组一是…，二是…；乙组一是…，二是…: another series began
        marker = before.written(before.number)
        yield places.report(
            "marker_twice", counter.span, before.span, marker=marker, line=places.line(before.span.start)
        )
        return
    missing = range(before.number + 1, counter.number)
    if not 0 < len(missing) <= most:
        return
    if any(counter.stands_in(between, number) for number in (1, *missing)):
        return
    listed = "、".join(before.written(number).rstrip("、.") for number in missing)
    yield places.report(
        "marker_missing",
        counter.span,
        before.span,
        missing=listed,
        before=before.written(before.number).rstrip("、."),
        marker=counter.written(counter.number).rstrip("、."),
    )
