"""Step 2: from the manuscript to its outline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.language import prepare
from generator.model import Finding, Heading, Manuscript, NoiseKind, Outline, Role, Section, Span
from generator.outlining.draft import Draft, Paragraph
from generator.outlining.front import read_front, read_signature
from generator.outlining.paragraphs import read_paragraphs
from generator.outlining.parts import find_parts
from generator.outlining.remarks import remarks_on
from generator.settings import OutliningSettings

_DEFAULTS = OutliningSettings()


def find_outline(
    manuscript: Manuscript, settings: OutliningSettings = _DEFAULTS
) -> tuple[Outline, tuple[Finding, ...]]:
    """The structure of the speech, and what is worth telling about it.

    `settings.deepest_level` bounds the levels; structure below stays in its section's own text. A heading is never
    invented: what has none in the text has none here. Findings: `numbering` for numbers that skip or repeat,
    `no_structure` where the speech goes paragraph by paragraph. Any manuscript has an outline; nothing is raised.

    >>> from generator.model import Block
    >>> text = "交流发言\\n各位领导：\\n一是抓早。早谋划、早行动。\\n二是抓小。小问题、大整改。"
    >>> lines = [(0, 4), (5, 10), (11, 24), (25, 38)]
    >>> speech = Manuscript(text, "发言", blocks=tuple(Block(Span(*line)) for line in lines))
    >>> [section.heading.whole.of(text) for section in find_outline(speech)[0].sections]
    ['一是抓早', '二是抓小']
    """
    prepare(manuscript.words)
    speech = read_paragraphs(manuscript)
    front = read_front(speech.paragraphs)
    spoken = _spoken(speech.paragraphs, front.end)
    end = len(manuscript.text)
    if not spoken:
        outline = Outline(
            manuscript, Span(0, end), (), front.title, front.subtitle, front.byline, front.date_line, front.salutation
        )
        return outline, ()
    drafts = find_parts(spoken, 0, speech.lined, settings.deepest_level)
    sections = _sections(drafts, front.end, end, "", 1, Role.BODY, manuscript)
    outline = Outline(
        manuscript,
        Span(0, sections[0].span.start if sections else end),
        sections,
        front.title,
        front.subtitle,
        front.byline,
        front.date_line,
        front.salutation,
        read_signature(spoken, front.end),
    )
    return outline, remarks_on(manuscript, sections)


def _spoken(paragraphs: Sequence[Paragraph], start: int) -> tuple[Paragraph, ...]:
    return tuple(p.after(start) if p.span.start < start else p for p in paragraphs if p.span.end > start)


def _sections(
    drafts: Sequence[Draft], start: int, end: int, path: str, level: int, role: Role, manuscript: Manuscript
) -> tuple[Section, ...]:
    """The drafts as sections with ids; at the top level each reaches to the next, so that nothing is left out."""
    found = []
    headings = [_as_written(draft.heading, manuscript) if draft.heading else None for draft in drafts]
    begins = [min(d.start, h.start) if h else d.start for d, h in zip(drafts, headings, strict=True)]
    for index, (draft, heading) in enumerate(zip(drafts, headings, strict=True)):
        following = begins[index + 1] if index + 1 < len(drafts) else end
        stop = following if level == 1 else min(draft.end, following)
        begin = min(start, begins[0]) if level == 1 and index == 0 else begins[index]
        own = draft.role or role
        name = f"{path}{index + 1}"
        inner = _sections(draft.children, begin, stop, f"{name}.", level + 1, own, manuscript)
        found.append(Section(name, level, own, Span(begin, stop), heading, inner, draft.rule, draft.evidence))
    return tuple(found)


def _as_written(heading: Heading, manuscript: Manuscript) -> Heading:
    """The heading with its marker as the source has it, white space left out, and with the ## of Markdown before it."""
    if heading.marker_span is None:
        return heading
    marker = "".join(heading.marker_span.of(manuscript.text).split())
    before = next(
        (n.span for n in manuscript.noise if n.kind is NoiseKind.MARKUP and 0 <= heading.start - n.span.end <= 1), None
    )
    if before is None or before.start >= heading.start:
        return replace(heading, marker=marker)
    span = Span(before.start, heading.marker_span.end)
    return replace(heading, marker=f"{before.of(manuscript.text).strip()} {marker}", marker_span=span)
