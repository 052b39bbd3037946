"""What the speech is made of: its parts, their sub-points, and the role of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.model.text import Manuscript, Span, without


class Role(StrEnum):
    """What a section does in the speech.

    RESULTS is a paragraph that sums up what was reached, outside the numbered parts; a numbered part that is headed
    工作成效 stays BODY, since the speaker counts it as a part.
    """

    OPENING = "opening"
    BODY = "body"
    RESULTS = "results"
    PROBLEMS = "problems"
    NEXT_STEPS = "next_steps"
    CLOSING = "closing"


class HeadingPlace(StrEnum):
    """Where a heading stands: on a line of its own, or as the first or last words of the text that it heads."""

    LINE = "line"
    LEAD = "lead"
    TRAIL = "trail"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading without its marker and without the punctuation that ends it.

    `marker` as written (一、 （一） 一是 ## 一、); `marker_span` covers it.
    """

    span: Span
    marker: str | None = None
    marker_span: Span | None = None
    place: HeadingPlace = HeadingPlace.LINE

    @property
    def start(self) -> int:
        """Where the marker, or without one the first word, stands."""
        return self.marker_span.start if self.marker_span else self.span.start

    @property
    def whole(self) -> Span:
        """Marker and heading together."""
        return Span(self.start, self.span.end)


@dataclass(frozen=True, slots=True)
class Section:
    """A node of the outline: a part (level 1), a sub-point (2), an item of it (3).

    `span` covers everything that belongs to it, heading and children included; sections of one level never overlap and
    children lie inside their parent. `id` is its path from the top, counted from 1: "3.2". `rule` names the rule that
    found it and `evidence` what spoke for it, in Chinese, for `--why`.
    """

    id: str
    level: int
    role: Role
    span: Span
    heading: Heading | None = None
    children: tuple[Section, ...] = ()
    rule: str = ""
    evidence: tuple[str, ...] = ()

    @property
    def own(self) -> tuple[Span, ...]:
        """The text that is this section's alone: neither its heading nor a child's."""
        holes = [child.span for child in self.children]
        if self.heading:
            holes.append(self.heading.whole)
        return without(self.span, sorted(holes))

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True)
class Outline:
    """The speech as a tree. `sections` follow the front matter in the order of the text and cover all the rest of it.

    `title` may be two spans where the source breaks it over lines. `front` is everything before the first section
    (title, subtitle, byline, date line, salutation, page header). `signature` is the 落款 at the end, part of the last
    section's span.
    """

    manuscript: Manuscript
    front: Span
    sections: tuple[Section, ...]
    title: tuple[Span, ...] = ()
    subtitle: Span | None = None
    byline: Span | None = None
    date_line: Span | None = None
    salutation: Span | None = None
    signature: Span | None = None

    def walk(self) -> Iterator[Section]:
        """Every section, parents before children, in the order of the text."""
        for section in self.sections:
            yield from section.walk()

    def part_of(self, offset: int) -> Section | None:
        """The top-level section in which the character at `offset` stands."""
        return next((s for s in self.sections if s.span.start <= offset < s.span.end), None)

    def section_at(self, offset: int) -> Section | None:
        """The deepest section in which the character at `offset` stands."""
        found = self.part_of(offset)
        while found:
            below = next((s for s in found.children if s.span.start <= offset < s.span.end), None)
            if below is None:
                return found
            found = below
        return None
