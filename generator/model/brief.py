"""The points that a section comes down to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.text import Excerpt, Span


@dataclass(frozen=True, slots=True)
class Point:
    """One line of a slide: words of one sentence, in their order, some left out, none added.

    The first `lead` characters of `words` carry the point and are set bold (0: nothing stands out).
    `sentence` is where it comes from: a long brief is broken into two slides between sentences.
    """

    words: Excerpt
    sentence: Span
    lead: int = 0


@dataclass(frozen=True, slots=True)
class Brief:
    """A section in points, in the order of the speech, and its heading made fit for a title."""

    section_id: str
    title: Excerpt | None
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Briefs:
    """The briefs of all sections that have words of their own, by section id."""

    by_section: Mapping[str, Brief] = field(default_factory=dict)

    def of(self, section_id: str) -> Brief | None:
        """The brief of a section, or None where it has no words of its own."""
        return self.by_section.get(section_id)
