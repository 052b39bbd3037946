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
    for finding in _of_siblings(places, places.outline.sections, settings.most_missing):
        told.add(finding.spans[0].start)
        yield finding
    for block in places.blocks:
        for finding in _inside(places, block.span, settings.most_missing):
            if finding.spans[0].start not in told:
                yield finding


def _of_siblings(places: Places, siblings: Sequence[Section], most: int) -> Iterator[Finding]:
    last: dict[str, Counter] = {}
    for section in siblings:
        counter = heading_counter(section)
        if counter:
            before = last.get(counter.family)
            if before and before.number + 1 != counter.number != 1:
                yield from _fault(places, before, counter, most)
            last[counter.family] = counter
        yield from _of_siblings(places, section.children, most)


def _inside(places: Places, span: Span, most: int) -> Iterator[Finding]:
    families: dict[str, list[Counter]] = {}
    for counter in inline_counters(places.text, span):
        families.setdefault(counter.family, []).append(counter)
    for counters in families.values():
        for run, stray in runs(counters)[1]:
            before = run.counters[run.counters.index(stray) - 1]
            yield from _fault(places, before, stray, most)


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
