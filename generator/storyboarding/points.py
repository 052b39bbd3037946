"""Slides of points: one a section, and a second when the section is long."""

from __future__ import annotations

from collections.abc import Collection

from generator.model import Excerpt, HeadingPlace, Point, Points, Reason, Section, Span
from generator.storyboarding.callouts import choose_callouts
from generator.storyboarding.chunks import continued_id, even_chunks
from generator.storyboarding.material import Material
from generator.storyboarding.notes import Draft

_SENTENCE_END = frozenset("。！？!?\n")
_HEADING_END = _SENTENCE_END | frozenset(" \t　，,；;：:、.”’」』）)》】")


def points_drafts(
    material: Material,
    points: tuple[Point, ...],
    *,
    slide_id: str,
    part: str,
    title: Excerpt,
    span: Span,
    continued: bool = False,
    borders: Collection[int] | None = None,
    why: Reason = Reason.LISTED,
) -> list[Draft]:
    """The slides that hold `points`, drawn from the words of `span`; none without points.

    More points than a slide takes go on to a second one, broken before a sentence, with the notes and the figures
    broken at the same place. `continued` says that a slide of the same title stands before the first;
    `borders` are the indexes before which a break is good, where that is not before every sentence. `why` is the reason
    of the shape.
    """
    if not points:
        return []
    sentences = {i for i in range(1, len(points)) if points[i].sentence != points[i - 1].sentence}
    chunks = even_chunks(len(points), material.settings.points_a_slide, sentences if borders is None else borders)
    if borders is None and len(chunks) > 1 and min(map(len, chunks)) == 1:
        # A sentence of five points behind a short one: a lone point before a full slide is worse than a break inside.
        chunks = even_chunks(len(points), material.settings.points_a_slide)
    starts = [span.start] + [_break_before(points, chunk.start, chunk.start in sentences) for chunk in chunks[1:]]
    ends = [*starts[1:], span.end]
    drafts = []
    for number, (chunk, start, end) in enumerate(zip(chunks, starts, ends, strict=True)):
        callouts = choose_callouts(material, Span(start, end), title)
        content = Points(title, points[chunk.start : chunk.stop], callouts, continued or number > 0)
        drafts.append(Draft(continued_id(slide_id, number), content, part, start, why))
    return drafts


def _break_before(points: tuple[Point, ...], index: int, at_sentence: bool) -> int:
    """Where the words of a later slide begin: with its first sentence that is not already told on the slide before."""
    sentence = points[index].sentence
    return sentence.start if at_sentence else sentence.end


def after_heading(material: Material, section: Section) -> int:
    """Where the section's own words begin behind its heading.

    Only a heading that ends its sentence can be parted from them: 一是抓学习。全面… is broken. In 一是抓学习，全面…
    both are one sentence, which no slide's notes may tear: there, and behind the text, it is the section's start.
    """
    heading = section.heading
    if heading is None or heading.place is HeadingPlace.TRAIL:
        return section.span.start
    words, at = material.manuscript.words, heading.span.end
    while at < section.span.end and words[at] in _HEADING_END:
        at += 1
    ended = any(char in _SENTENCE_END for char in words[heading.span.end - 1 : at])
    return at if ended or heading.place is HeadingPlace.LINE else section.span.start


def is_told_at_length(points: tuple[Point, ...]) -> bool:
    """Whether a parent's own words, before its first child, deserve a slide: they come from two sentences or more.

    今年以来，我们主要做了三件事： is one and leads over to the children; it is spoken to the slide before.
    """
    return len({point.sentence for point in points}) >= 2


def heading_point(section: Section, heading: Excerpt, *, bold: bool = False) -> Point:
    """A heading as a point of its own; bold when points of its section follow it on the slide."""
    sentence = section.heading.whole if section.heading else section.span
    return Point(heading, sentence, len(heading.text) if bold else 0)
