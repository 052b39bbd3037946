"""Which of the points that a section offers are taken: the best set of a given size, found exactly."""

from __future__ import annotations

from collections.abc import Sequence

from generator.condensing.candidates import Candidate
from generator.condensing.scoring import weight

Choice = tuple[float, tuple[Candidate, ...]]


def best_points(sentences: Sequence[Sequence[Candidate]], count: int, most: int) -> tuple[Candidate, ...]:
    """At most `count` candidates, none of which share a clause, with the greatest value together, in text order.

    Up to `most` of them where each one more brings in a figure that would otherwise stand in no point.
    Dynamic programming over clauses within a sentence, then over sentences; the first point of a sentence earns a
    bonus, so that no sentence is passed over while another gives its third.
    """
    choices = _best_for_each_count(sentences, max(count, most))
    best = max(choices[: count + 1], key=lambda choice: choice[0])
    for choice in choices[count + 1 :]:
        if _figures(choice[1]) > _figures(best[1]):
            best = choice
    return best[1]


def _figures(chosen: Sequence[Candidate]) -> int:
    return sum(len(clause.figures) for candidate in chosen for clause in candidate.clauses)


def _best_for_each_count(sentences: Sequence[Sequence[Candidate]], count: int) -> list[Choice]:
    so_far = _nothing(count)
    for offered in sentences:
        within = _best_within(offered, count)
        new = list(so_far)
        for taken in range(1, count + 1):
            value, chosen = within[taken]
            if not chosen:
                continue
            for before in range(count - taken + 1):
                total = so_far[before][0] + value + weight("sentence")
                if total > new[before + taken][0] + 1e-9:
                    new[before + taken] = (total, so_far[before][1] + chosen)
        so_far = new
    return so_far


def _nothing(count: int) -> list[Choice]:
    """The choices before any candidate was looked at: only the empty one exists."""
    start: list[Choice] = [(0.0, ())]
    return start + [(float("-inf"), ())] * count


def _best_within(offered: Sequence[Candidate], count: int) -> list[Choice]:
    """For each number of points the best set of one sentence."""
    size = max((candidate.last for candidate in offered), default=-1) + 1
    by_last: dict[int, list[Candidate]] = {}
    for candidate in offered:
        by_last.setdefault(candidate.last, []).append(candidate)
    table = [_nothing(count)]
    for last in range(size):
        row = list(table[last])
        for candidate in by_last.get(last, ()):
            before = table[candidate.first]
            for taken in range(1, count + 1):
                value = before[taken - 1][0] + candidate.value
                if value > row[taken][0] + 1e-9:
                    row[taken] = (value, (*before[taken - 1][1], candidate))
        table.append(row)
    return table[size]
