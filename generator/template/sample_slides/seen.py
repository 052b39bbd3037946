"""A sample slide and what is asked of it again and again when its role is judged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.template.sample_slides.shapes import Kind, Shape, SlideView
from generator.template.sample_slides.titles import is_occasion
from generator.template.sample_slides.units import Units, in_reading_order, is_long
from generator.template.sample_slides.words import squeezed

_FRAME_WORDS = 160
"""Characters of a cover or closing slide at most."""
_ENTRIES = 4
"""So many things side by side are content."""


class Sign(NamedTuple):
    """What speaks for a role, between 0 and 1, and in words."""

    weight: float
    words: str


@dataclass(frozen=True)
class Seen:
    """A slide and what is asked of it again and again. `last` is the number of the last usable slide."""

    view: SlideView
    texts: tuple[Shape, ...]
    title: Shape | None
    units: Units | None
    characters: int
    first: bool
    last: bool
    place: int
    alike: tuple[int, ...]
    like_cover: bool
    elsewhere: frozenset[str] = frozenset()
    """What later slides say in a box of its own, squeezed: the headings of dividers among it."""

    @property
    def largest_pt(self) -> float:
        """The largest type on the slide."""
        return max((s.size_pt for s in self.texts), default=0.0)

    def short(self) -> Iterator[Shape]:
        """The texts that name something rather than explain it."""
        return (s for s in self.texts if len(squeezed(s.words)) <= 24)


def is_frame(seen: Seen) -> bool:
    """Whether a slide has so little on it that it opens or closes something."""
    explained = [s for s in seen.texts if is_long(s) and len(squeezed(s.words)) > 60]
    data = any(s.kind in (Kind.TABLE, Kind.CHART) for s in seen.view.shapes)
    return seen.characters <= _FRAME_WORDS and entries_of(seen) < _ENTRIES and len(explained) < 2 and not data


def entries_of(seen: Seen) -> int:
    """How many things repeat: not the letters of a word in a box each (2 O 2 5), nor 汇报人, 部门, 日期."""
    if seen.units is None:
        return 0
    for series in seen.units.series:
        spelled = all(len(squeezed(shape.words)) == 1 for shape in series.shapes)
        people = sum(is_occasion(shape) for shape in series.shapes)
        if not spelled and 2 * people < len(series.shapes):
            return seen.units.count
    return 0


def says(seen: Seen, pattern: re.Pattern[str]) -> str | None:
    """What of the pattern a short text of the slide says, the largest first, or a word with a letter a box (谢 谢)."""
    for shape in sorted(seen.short(), key=lambda s: -s.size_pt):
        match = pattern.search(shape.words)
        if match:
            return squeezed(match[0])
    letters = [shape for shape in seen.texts if len(squeezed(shape.words)) == 1]
    match = pattern.search("".join(shape.words.strip() for shape in in_reading_order(letters)))
    return squeezed(match[0]) if match else None
