"""The heading of a section made fit for the title of a slide, by deletion only."""

from __future__ import annotations

import re

from generator.condensing.candidates import reads_alone
from generator.condensing.clauses import Clause, ClauseKind
from generator.condensing.parsing import read_clauses
from generator.condensing.shortening import forms
from generator.condensing.speech import is_verb, opens_with_verb
from generator.language import sentences, words
from generator.model import Excerpt, Ledger, Manuscript, Role, Section, Span
from generator.settings import CondensingSettings

_SEEN = re.compile(r"(?:看到|认识到|意识到|正视|直面)(?:了|到)?(?=.{3,})")
"""Verbs of seeing: what is seen is the title (我们也要清醒看到|存在的问题)."""
_ANNOUNCING = re.compile(r"(?:主要)?(?:是|有|为|如下|包括|表现在|体现在|表现为|做法是|做了以下工作)$")
_SPEAKER = re.compile(
    r"^(?:但是?|同时|当然)?(?:在.{2,16}的同时)?"
    r"(?:我们|我[镇县市区乡省校院局村]|我公司|我(?!国|军|党)|全[镇县市区校院局]|X+(?:学校|公司|街道|社区|[镇县市区乡校院局村])?)?"
    r"(?:也|还|仍|要|将|必须|应|需|清醒地?|深知|更|会|继续|一定)*"
)
"""Who speaks, and the adverbs of his will: what stands behind them is the title (XX镇将|抓好落实)."""
_TURNING = re.compile(r"^(?:但|虽然|尽管|下一步|今后|接下来|针对|面对|对照|在.{2,20}的同时|.{0,8}成绩的同时|展望).*，")
"""Openings of a clause that leads over from one part to the next; a title says where to."""
_ANNOUNCING_ROLES = (Role.PROBLEMS, Role.NEXT_STEPS, Role.RESULTS, Role.OPENING, Role.CLOSING)
_TELLING = ("问题", "不足", "困难", "不少", "较多", "突出", "挑战", "差距", "短板", "薄弱")
_SHORTEST_TITLE = 4


def title_of(manuscript: Manuscript, section: Section, settings: CondensingSettings) -> Excerpt | None:
    """The title of a section's slide, or None where nothing sensible remains and the deck's own label is used.

    A body heading stands whole unless it is longer than `longest_heading`. A heading that is an announcing clause
    (但…的同时，我们也要清醒看到存在的问题，主要是) is brought down to what it announces (存在的问题).
    """
    if section.heading is None:
        return _from_first_sentence(manuscript, section, settings)
    heading = manuscript.excerpt(section.heading.span)
    if not heading:
        return None
    turning = section.role in _ANNOUNCING_ROLES
    announcing = turning and section.level == 1 and _announces(heading.text)
    longest = settings.longest_title if turning and section.level == 1 else settings.longest_heading
    line = [clause for group in read_clauses(manuscript, Ledger(()), section.heading.span) for clause in group]
    if turning and not announcing and len(line) > 1 and _only_announces(line[0]):
        # 主要是：外部环境变化影响加深 is the first item of a list, not what announces it.
        heading = manuscript.excerpt(Span(line[1].span.start, section.heading.span.end))
        line = line[1:]
    if not announcing and len(heading.text) <= longest:
        return heading
    shorter = _last_saying(manuscript, line, settings) if turning and section.level == 1 else None
    shorter = shorter or _first_saying(manuscript, line, settings)
    return shorter or (None if announcing else heading)


def _only_announces(clause: Clause) -> bool:
    return clause.kind is ClauseKind.LINK or bool(_ANNOUNCING.fullmatch(clause.text))


def _first_saying(manuscript: Manuscript, line: list[Clause], settings: CondensingSettings) -> Excerpt | None:
    """As many whole clauses from the first main one on as a title holds: 开工建设引水工程，铺设主干管34公里."""
    start = next((i for i, clause in enumerate(line) if clause.kind is ClauseKind.MAIN), None)
    if start is None or (start and line[start - 1].pair):
        return None
    end = start
    first = line[start]
    while end + 1 < len(line) and line[end + 1].kind in (ClauseKind.MAIN, ClauseKind.FOLLOWER):
        if line[end + 1].span.end - first.span.start - first.opener > settings.longest_title:
            break
        end += 1
    if end == start:
        return _as_title(manuscript, first, settings)
    excerpt = manuscript.excerpt(Span(first.span.start + first.opener, line[end].span.end))
    return excerpt if reads_alone(excerpt.text) else None


def _announces(text: str) -> bool:
    """Whether a heading leads over to what follows; 正视差距不足，明确努力方向 says itself what the part is about."""
    if _SEEN.match(text) and not _ANNOUNCING.search(text):
        return False
    return bool(_ANNOUNCING.search(text) or _SEEN.search(text) or _TURNING.search(text))


def _last_saying(manuscript: Manuscript, line: list[Clause], settings: CondensingSettings) -> Excerpt | None:
    """The last clause of the heading that says something, its speaker and its connectives left out."""
    unsaying = (ClauseKind.LINK, ClauseKind.FRAME, ClauseKind.COURTESY)
    for clause in reversed(line):
        if clause.kind in unsaying or _ANNOUNCING.fullmatch(clause.text):
            continue
        found = _object_seen(manuscript, clause) or _as_title(manuscript, clause, settings)
        if found:
            return found
    return None


def _object_seen(manuscript: Manuscript, clause: Clause) -> Excerpt | None:
    match = _SEEN.search(clause.text)
    if not match:
        return None
    tail = clause.text[match.end() :]
    announcing = _ANNOUNCING.search(tail)
    end = clause.span.end - (len(announcing.group()) if announcing else 0)
    excerpt = manuscript.excerpt(Span(clause.span.start + match.end(), end))
    return excerpt if len(excerpt.text) >= _SHORTEST_TITLE and reads_alone(excerpt.text) else None


def _as_title(manuscript: Manuscript, clause: Clause, settings: CondensingSettings) -> Excerpt | None:
    for form in forms(clause, settings.longest_title):
        excerpt = manuscript.excerpt(*form.spans)
        match = _SPEAKER.match(excerpt.text)
        at = match.end() if match else 0
        if at and not opens_with_verb(excerpt.text[at:]):
            at = 1 if excerpt.text[0] == "但" else 0
        if at:
            excerpt = manuscript.excerpt(*_without_head(form.spans, at))
        if match_end := _ANNOUNCING.search(excerpt.text):
            excerpt = manuscript.excerpt(*_without_tail(excerpt.spans, len(match_end.group())))
        says = any(is_verb(word) for word in words(excerpt.text)) or excerpt.text.endswith(_TELLING)
        if _SHORTEST_TITLE <= len(excerpt.text) <= settings.longest_title and says and reads_alone(excerpt.text):
            return excerpt
    return None


def _without_head(spans: tuple[Span, ...], count: int) -> tuple[Span, ...]:
    kept = []
    for span in spans:
        gone = min(count, len(span))
        count -= gone
        if gone < len(span):
            kept.append(Span(span.start + gone, span.end))
    return tuple(kept)


def _without_tail(spans: tuple[Span, ...], count: int) -> tuple[Span, ...]:
    kept: list[Span] = []
    for span in reversed(spans):
        gone = min(count, len(span))
        count -= gone
        if gone < len(span):
            kept.insert(0, Span(span.start, span.end - gone))
    return tuple(kept)


def _from_first_sentence(manuscript: Manuscript, section: Section, settings: CondensingSettings) -> Excerpt | None:
    """A paragraph without heading: its first sentence where that is short, or else the first main clause of it."""
    if section.role is not Role.BODY:
        return None  # The deck has labels for these (主要成效); their words are points.
    for piece in section.own:
        for sentence in sentences(manuscript.words, piece):
            line = [clause for group in read_clauses(manuscript, Ledger(()), sentence) for clause in group]
            empty = all(clause.kind in (ClauseKind.LINK, ClauseKind.COURTESY) for clause in line)
            if empty or any(clause.redacted for clause in line):
                continue
            if all(clause.kind is ClauseKind.MAIN for clause in line):
                whole_sentence = manuscript.excerpt(Span(line[0].span.start + line[0].opener, line[-1].span.end))
                if _SHORTEST_TITLE <= len(whole_sentence.text) <= settings.longest_title:
                    return whole_sentence
            mains = (clause for clause in line if clause.kind is ClauseKind.MAIN)
            return next((title for clause in mains if (title := _as_title(manuscript, clause, settings))), None)
    return None
