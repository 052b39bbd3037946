"""What is worth telling about an outline: numbers that do not go on, a speech without structure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.errors import finding
from generator.model import Finding, Manuscript, Section
from generator.outlining.markers import marker_at


def remarks_on(manuscript: Manuscript, sections: Sequence[Section]) -> tuple[Finding, ...]:
    """The findings on these top-level sections, in the order of the text."""
    found = list(_numbering(manuscript, sections))
    if sections and not any(section.heading for section in sections):
        found.append(finding("no_structure"))
    return tuple(found)


def _numbering(manuscript: Manuscript, siblings: Sequence[Section]) -> Iterator[Finding]:
    """Markers of one series that skip or repeat a number: （一）（三）, 三、三、 are kept, and told."""
    last: dict[str, tuple[int, str]] = {}
    for section in siblings:
        heading = section.heading
        marker = heading.marker.lstrip("# ") if heading and heading.marker else ""
        marked = marker_at(marker + "字", 0) if marker else None
        if heading and heading.marker_span and marked and marked.number is not None:
            before = last.get(marked.key)
            if before and marked.number not in (1, before[0] + 1, 99):
                words = heading.span.of(manuscript.text)
                yield finding("numbering", spans=(heading.whole,), marker=marker, words=words, before=before[1])
            last[marked.key] = (marked.number, marker)
        yield from _numbering(manuscript, section.children)
