"""Step 4: every section as points, made by leaving words out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil

from generator.condensing.candidates import Candidate, candidates
from generator.condensing.clauses import Clause, ClauseKind
from generator.condensing.leads import lead_length
from generator.condensing.lexicon import ending
from generator.condensing.parsing import read_clauses
from generator.condensing.scoring import pairs, repeats
from generator.condensing.selection import best_points
from generator.condensing.titles import title_of
from generator.errors import finding
from generator.language import prepare, sentences
from generator.model import Brief, Briefs, Excerpt, Finding, Ledger, Outline, Point, Role, Section, Span
from generator.settings import CondensingSettings

_LONGEST_SENTENCE = 2_000
"""Characters. What runs on longer without a full stop is a table or a dump: its beginning gives the points, the notes
hold it all, and the time stays in proportion to the text."""


def condense(
    outline: Outline, ledger: Ledger, settings: CondensingSettings | None = None
) -> tuple[Briefs, tuple[Finding, ...]]:
    """The points of every section that has words of its own, and its heading made fit for a title.

    Each point is a subsequence of one sentence. Figures of `ledger`, quotations and titles are never cut inside.
    A section whose own words offer no point (too short, or words to the audience only) gets no brief; where it is a
    body section of some length, the finding `no_points` says so. A part with children only gets a brief, without
    points, where its heading is no title as it stands.
    """
    settings = settings or CondensingSettings()
    prepare(outline.manuscript.words)
    found: dict[str, Brief] = {}
    notices: list[Finding] = []
    for section in outline.walk():
        own = [sentence for piece in section.own for sentence in _sentences(outline, piece)]
        spoken = sum(map(len, own))
        here = Ledger(tuple(figure for piece in section.own for figure in ledger.inside(piece)))
        title = title_of(outline.manuscript, section, settings)
        points = _points(outline, here, section, title, own, settings) if spoken else ()
        if not points and section.heading and not section.children and 0 < spoken <= settings.short_text:
            shortest = min(settings.shortest_point, settings.shortest_only_point)
            lenient = replace(settings, shortest_point=shortest, shortest_figure_point=shortest)
            points = _points(outline, here, section, title, own, lenient)
        if points or _is_reduced(outline, section, title):
            found[section.id] = Brief(section.id, title, points)
        elif section.role not in (Role.OPENING, Role.CLOSING) and spoken >= settings.speech_a_point:
            notices.append(
                finding("no_points", spans=tuple(section.own), start=own[0].of(outline.manuscript.text)[:16])
            )
    return Briefs(found), tuple(notices)


def _is_reduced(outline: Outline, section: Section, title: Excerpt | None) -> bool:
    """Whether a heading over children only had to be made fit: its brief carries the title and no points."""
    return section.heading is not None and title != outline.manuscript.excerpt(section.heading.span)


def _sentences(outline: Outline, piece: Span) -> Iterator[Span]:
    """The sentences of a stretch of a section's own text, without white space; those of marks alone left out.

    The signature under the speech is no sentence.
    """
    text = outline.manuscript.words
    for sentence in sentences(text, piece):
        start, end = sentence.start, sentence.end
        while start < end and not (text[start].isalnum() or text[start] in "“《（‘(「『【"):
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if end - start > _LONGEST_SENTENCE:
            end = start + _LONGEST_SENTENCE
        if start < end and not (outline.signature and outline.signature.overlaps(Span(start, end))):
            yield Span(start, end)


def _points(
    outline: Outline,
    ledger: Ledger,
    section: Section,
    title: Excerpt | None,
    own: Sequence[Span],
    settings: CondensingSettings,
) -> tuple[Point, ...]:
    manuscript = outline.manuscript
    heading = manuscript.excerpt(section.heading.span).text if section.heading else ""
    said = [
        heading,
        title.text if title else "",
        *(manuscript.excerpt(c.heading.span).text for c in section.children if c.heading),
    ]
    heading_pairs = pairs(heading)
    offered: list[list[Candidate]] = []
    parsed: dict[Span, tuple[tuple[Clause, ...], ...]] = {}
    seen: set[str] = set()
    told_apart = 0
    for sentence in own:
        clauses = parsed[sentence] = read_clauses(manuscript, ledger, sentence)
        told_apart = max(told_apart, _told_apart(manuscript.words, clauses))
        fresh = [
            candidate
            for candidate in candidates(manuscript, sentence, clauses, heading_pairs, settings)
            if candidate.text not in seen and not any(repeats(candidate.text, other) for other in said if other)
        ]
        seen.update(candidate.text for candidate in fresh)
        offered.append(fresh)
    count = max(_count(sum(map(len, own)), settings), min(told_apart, settings.points_a_slide))
    slides = ceil(count / settings.points_a_slide)
    most = min(settings.most_points, slides * settings.points_a_slide)
    points: list[Point] = []
    spoken_of: set[Span] = set()
    for candidate in best_points(offered, count, most):
        sentence = candidate.sentence
        if any(repeats(candidate.text, point.words.text) for point in points):
            continue
        words = manuscript.excerpt(*candidate.spans)
        if sentence not in spoken_of:
            words = _with_subject(outline, parsed[sentence], candidate, words, settings)
        spoken_of.add(sentence)
        points.append(Point(words, sentence, lead_length(words.text, settings)))
    return tuple(points)


def _told_apart(text: str, groups: tuple[tuple[Clause, ...], ...]) -> int:
    """How many whole clauses a 、 list of the sentence has: each is a problem of its own, however short they are."""
    marks = [group[-1].mark for group in groups]
    parted = sum(1 for mark in marks if mark and mark.of(text) == "、")
    return parted + 1 if parted else 0


def _count(length: int, settings: CondensingSettings) -> int:
    """How many points a text of `length` characters gets."""
    return min(settings.most_points, max(settings.fewest_points, ceil(length / settings.speech_a_point)))


def _with_subject(
    outline: Outline,
    groups: tuple[tuple[Clause, ...], ...],
    candidate: Candidate,
    words: Excerpt,
    settings: CondensingSettings,
) -> Excerpt:
    """The first point of a sentence with the one who acts before it, where the text names him further ahead.

    各党支部按照方案，制定计划 → 各党支部制定计划. Only persons and bodies are carried on: the bridges of
    农村公路建成100公里，新建桥梁3座 are no roads.
    """
    opening_clause = candidate.clauses[0]
    if opening_clause.subject or opening_clause.kind is not ClauseKind.MAIN:
        return words
    manuscript = outline.manuscript
    for group in groups:
        starts = [clause.span.start for clause in group]
        if opening_clause.span.start not in starts:
            continue
        acting = (ClauseKind.MAIN, ClauseKind.FRAME)
        ahead = [c for c in group if c.span.start < opening_clause.span.start and c.subject and c.kind in acting]
        if not ahead:
            return words
        first = ahead[-1]
        start = first.span.start + first.opener
        subject = Span(start, start + first.subject)
        named = manuscript.excerpt(subject).text
        redacted = any(redaction.span.overlaps(subject) for redaction in manuscript.redactions)
        if redacted or not ending(named, "agent", "endings") or len(named) + len(words.text) > settings.longest_point:
            return words
        return manuscript.excerpt(subject, *words.spans)
    return words
