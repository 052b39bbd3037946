"""What the storyboard is made from, and the few questions that every slide asks of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from generator.language import sentences
from generator.language.quantities import quantities
from generator.model import (
    Brief,
    Briefs,
    Excerpt,
    Figure,
    Label,
    Ledger,
    Manuscript,
    Outline,
    Point,
    Role,
    Section,
    Span,
)
from generator.settings import StoryboardSettings
from generator.storyboarding.quoting import Quoted, quotations

ROLE_LABELS = {Role.RESULTS: Label.RESULTS, Role.PROBLEMS: Label.PROBLEMS, Role.NEXT_STEPS: Label.NEXT_STEPS}
"""The deck's own words for a section to which the speaker gave no heading."""

_LONGEST_FALLBACK = 30
"""Characters of the first sentence that stand for a title where there is none: two lines of a cover's size."""
_MARKS = "，。；！？、：,.;!?:—（）() \t　\n"
_LEADER = re.compile("总书记|主席|总理|习近平|毛泽东|邓小平")
_LINE_BREAK = re.compile(r"[ \t　]*\n[ \t　]*")


def label(words: Label) -> Excerpt:
    """Words of the deck itself: an excerpt without spans."""
    return Excerpt(words.value)


@dataclass(frozen=True)
class Material:
    """Outline, briefs, ledger and settings together, so that each decision takes one argument instead of four."""

    outline: Outline
    briefs: Briefs
    ledger: Ledger
    settings: StoryboardSettings

    @property
    def manuscript(self) -> Manuscript:
        """The speech."""
        return self.outline.manuscript

    def brief(self, section: Section) -> Brief:
        """The brief of a section; an empty one where it has no words of its own."""
        return self.briefs.of(section.id) or Brief(section.id, None, ())

    def points(self, section: Section) -> tuple[Point, ...]:
        """The points of the section's own words."""
        return self.brief(section).points

    def heading(self, section: Section) -> Excerpt | None:
        """The section's heading as a title: the brief's shorter form, else the speaker's words whole."""
        title = self.brief(section).title
        if title:
            return title
        return self.one_line(section.heading.span) if section.heading else None

    def title(self, section: Section) -> Excerpt:
        """The title of a section's slide: its brief's title; a label for results, problems and next steps; its heading.

        The un-numbered transition 肯定成绩的同时，也要看到存在的问题，主要是 is a heading to the outline but none for
        a slide: without a brief's title 存在问题 stands there instead. A numbered 二、主要问题和不足 is one.
        """
        title = self.brief(section).title
        if title:
            return title
        if section.role in ROLE_LABELS and not is_counted(section):
            return label(ROLE_LABELS[section.role])
        return self.heading(section) or self.first_words(section)

    def first_words(self, section: Section) -> Excerpt:
        """What a slide of a section without heading is called: its first point, else the speech's own title."""
        points = self.points(section)
        return points[0].words if points else deck_title(self)

    def one_line(self, *spans: Span) -> Excerpt:
        """The words under `spans` with line breaks, and the blanks around them, taken out."""
        return self.manuscript.excerpt(*(piece for span in spans for piece in self._between_breaks(span)))

    def _between_breaks(self, span: Span) -> list[Span]:
        pieces, at = [], span.start
        for match in _LINE_BREAK.finditer(self.manuscript.text, span.start, span.end):
            pieces.append(Span(at, match.start()))
            at = match.end()
        pieces.append(Span(at, span.end))
        return [piece for piece in pieces if len(piece)]

    def figures(self, span: Span) -> tuple[Figure, ...]:
        """The figures that stand in `span`, in the order of the text."""
        places = self._places
        first = bisect_left(places, span.start, key=lambda figure: figure.span.start)
        last = bisect_left(places, span.end, key=lambda figure: figure.span.start)
        return tuple(figure for figure in places[first:last] if span.contains(figure.span))

    @cached_property
    def quotations(self) -> tuple[Quoted, ...]:
        """The quotations that may have a slide of their own, in the order of the speech: the weightiest ones.

        What a leader says goes before others, a longer one before a shorter one: a quotation on every second slide
        would move nobody.
        """
        found = self.all_quotations
        weighed = sorted(found, key=lambda one: (not self._is_leading(one), -len(one.words), one.words.start))
        return tuple(sorted(weighed[: self.settings.quotations], key=lambda one: one.words.start))

    @cached_property
    def all_quotations(self) -> tuple[Quoted, ...]:
        """Every quotation of the speech, in its order."""
        return quotations(self.manuscript.words)

    def _is_leading(self, quoted: Quoted) -> bool:
        return _LEADER.search(quoted.source.of(self.manuscript.words)) is not None

    @cached_property
    def _places(self) -> list[Figure]:
        return sorted(self.ledger.figures, key=lambda figure: figure.span)

    @cached_property
    def said(self) -> Counter[tuple[str, Decimal, str]]:
        """How often the speech says a value of a thing, by the thing's name, the value and its unit."""
        return Counter((figure.label.text, figure.base_value, figure.base_unit) for figure in self.ledger.figures)


def is_counted(section: Section) -> bool:
    """Whether the speaker counts this section among the parts of the speech, so that it stands in the agenda.

    Every body part does. Results, problems and next steps do when they carry a marker or a line of their own
    (二、存在的主要问题); a paragraph that merely turns to them (但也要看到存在的问题，主要是…) does not.
    """
    if section.role is Role.BODY:
        return section.heading is not None
    if section.role in ROLE_LABELS and section.heading:
        return section.heading.marker is not None or section.heading.place == "line"
    return False


def speech_title(outline: Outline) -> Excerpt:
    """The title of the speech on one line; empty where it has none.

    A title set with a blank between all characters (政 府 工 作 报 告) is drawn together; the one blank between two
    halves of a title (踔厉奋发 勇毅前行) stays.
    """
    manuscript = outline.manuscript
    spans = [piece for span in outline.title for piece in _unspaced(manuscript, span)]
    return manuscript.excerpt(*spans)


def deck_title(material: Material) -> Excerpt:
    """The title of the speech; without one the beginning of its first sentence, since a file needs a name."""
    title = speech_title(material.outline)
    return title or _first_words(material)


def _first_words(material: Material) -> Excerpt:
    text = material.manuscript.words
    for sentence in sentences(text, _after_salutation(material.outline)):
        words = sentence.of(text)
        start = sentence.start + len(words) - len(words.lstrip(_MARKS))
        end = sentence.start + len(words.rstrip(_MARKS))
        heading = next((own.heading for own in material.outline.walk() if own.heading), None)
        if heading and start <= heading.span.start < end:
            start = heading.span.start  # （一）抓学习: the name is 抓学习
        if start < end:
            return material.one_line(Span(start, _cut_end(text, start, end)))
    return Excerpt("")


def _cut_end(text: str, start: int, end: int) -> int:
    """Where a name made of the words from `start` on ends: at `end`, else at a mark, never inside a number.

    进一步盘活道路突破2306场次 is not cut to 突破2306场.
    """
    latest = start + _LONGEST_FALLBACK
    if end <= latest:
        return end
    marks = [at for at in range(start + 1, latest) if text[at] in "，、；："]
    if marks:
        return marks[-1]
    torn = next((q.span for q in quantities(text, Span(start, end)) if q.span.start < latest < q.span.end), None)
    return torn.start if torn and torn.start > start else latest


def _after_salutation(outline: Outline) -> Span:
    start = outline.salutation.end if outline.salutation else outline.front.start
    return Span(start, len(outline.manuscript.text))


def _unspaced(manuscript: Manuscript, span: Span) -> list[Span]:
    words = [Span(span.start + m.start(), span.start + m.end()) for m in re.finditer(r"\S+", span.of(manuscript.text))]
    letter_spaced = len(words) >= 3 and all(len(word) == 1 for word in words)
    if letter_spaced:
        return words
    lines = [
        Span(span.start + m.start(), span.start + m.end()) for m in re.finditer(r"[^\n]+", span.of(manuscript.text))
    ]
    return [_trimmed(manuscript.text, line) for line in lines]


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
