"""Breaking a row of things over slides: as few slides as hold them, evenly filled, at the best borders."""

from __future__ import annotations

from collections.abc import Collection

_BAD_BORDER = 100.0
"""Cost of a break that is not at a good border: more than any unevenness can cost, so it is only taken when forced."""


def even_chunks(count: int, most: int, good_borders: Collection[int] | None = None) -> tuple[range, ...]:
    """Index ranges over `count` things, at most `most` each; breaks fall before an index of `good_borders` if they can.

    Evenly filled, since a first slide of five and a second of one is the mark of a machine.

    >>> even_chunks(6, 5)
    (range(0, 3), range(3, 6))
    >>> even_chunks(6, 5, good_borders={2, 4})
    (range(0, 4), range(4, 6))
    """
    if count == 0:
        return ()
    slides = -(-count // most)
    target = count / slides
    # best[k][end]: the cheapest way to fill k slides with the first `end` things, and where its last slide begins.
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for slide in range(1, slides + 1):
        row: dict[int, tuple[float, int]] = {}
        for start, (cost, _before) in best[-1].items():
            border = 0.0 if start == 0 or good_borders is None or start in good_borders else _BAD_BORDER
            for end in range(start + 1, min(start + most, count) + 1):
                if abs(end - slide * target) > most:
                    continue  # further than a slide from an even filling: never best, and the time stays linear
                total = cost + border + (end - start - target) ** 2
                if end not in row or total <= row[end][0]:  # equally even: the fuller slide comes first
                    row[end] = (total, start)
        best.append(row)
    chunks, end = [], count
    for row in reversed(best[1:]):
        start = row[end][1]
        chunks.append(range(start, end))
        end = start
    return tuple(reversed(chunks))


def continued_id(base: str, number: int) -> str:
    """The id of the slide that goes on with another one, counted from 0.

    >>> continued_id("point-1-2", 0), continued_id("point-1-2", 1), continued_id("point-1-2", 30)
    ('point-1-2', 'point-1-2-b', 'point-1-2-31')
    """
    if number == 0:
        return base
    return f"{base}-{'abcdefghijklmnopqrstuvwxyz'[number]}" if number < 26 else f"{base}-{number + 1}"
