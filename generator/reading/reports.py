"""The findings of reading: what was left out, what is blank, and where."""

from __future__ import annotations

from collections.abc import Iterable

from generator.errors import finding
from generator.model import Finding, Manuscript, Span
from generator.reading.noise import Scrap

_LONGEST_QUOTE = 30
"""Characters of the source that a message quotes."""
_MOST_LISTED = 12
"""Different blanks that a message names; more are counted."""
_MOST_PLACES = 8
"""Places that a message names for one blank."""


def _place(manuscript: Manuscript, span: Span) -> str:
    first, last = manuscript.line(span.start), manuscript.line(max(span.start, span.end - 1))
    return f"第 {first} 行" if first == last else f"第 {first}～{last} 行"


def report_redactions(manuscript: Manuscript) -> tuple[Finding, ...]:
    """One finding that names every blank with its lines; none without blanks."""
    redactions = manuscript.redactions
    if not redactions:
        return ()
    lines: dict[str, list[int]] = {}
    for redaction in redactions:
        lines.setdefault(redaction.text, []).append(manuscript.line(redaction.span.start))
    listed = [f"{blank}（第 {_numbers(where)} 行）" for blank, where in list(lines.items())[:_MOST_LISTED]]
    if len(lines) > _MOST_LISTED:
        listed.append(f"另有 {len(lines) - _MOST_LISTED} 种")
    spans = tuple(redaction.span for redaction in redactions)
    return (
        finding("redactions", spans=spans, count=len(redactions), listed="、".join(listed), example=redactions[0].text),
    )


def _numbers(lines: list[int]) -> str:
    different = list(dict.fromkeys(lines))
    shown = "、".join(map(str, different[:_MOST_PLACES]))
    return shown if len(different) <= _MOST_PLACES else shown + " 等"


def report_unreadable(manuscript: Manuscript) -> tuple[Finding, ...]:
    """One finding where characters could not be decoded."""
    text = manuscript.text
    at = text.find("\ufffd")
    if at < 0:
        return ()
    place = _place(manuscript, Span(at, at + 1))
    return (finding("unreadable_characters", spans=(Span(at, at + 1),), count=text.count("\ufffd"), place=place),)


def report_scraps(manuscript: Manuscript, scraps: Iterable[Scrap]) -> tuple[Finding, ...]:
    """A finding each mark and each run of page chrome; one for all markup, one for all invisible characters."""
    text = manuscript.text
    findings: list[Finding] = []
    by_code: dict[str, list[Span]] = {}
    for scrap in scraps:
        by_code.setdefault(scrap.code, []).append(scrap.span)
    marks: dict[str, list[Span]] = {}
    for span in by_code.get("scrape_mark", []):
        marks.setdefault(span.of(text), []).append(span)
    for mark, spans in marks.items():
        where = "、".join(dict.fromkeys(_place(manuscript, span) for span in spans[:_MOST_PLACES]))
        findings.append(finding("scrape_mark", spans=tuple(spans), place=where, text=_quoted(mark)))
    for run in _runs(text, by_code.get("scrape_chrome", [])):
        whole = Span(run[0].start, run[-1].end)
        quote = " ".join(span.of(text).strip() for span in run)
        findings.append(
            finding("scrape_chrome", spans=tuple(run), place=_place(manuscript, whole), text=_quoted(quote))
        )
    if markup := by_code.get("scrape_markup"):
        first = markup[0]
        findings.append(
            finding(
                "scrape_markup",
                spans=tuple(markup),
                count=len(markup),
                place=_place(manuscript, first),
                text=_quoted(first.of(text)),
            )
        )
    if invisible := by_code.get("invisible_characters"):
        first = invisible[0]
        findings.append(
            finding(
                "invisible_characters",
                spans=tuple(invisible),
                count=sum(map(len, invisible)),
                place=_place(manuscript, first),
                text=f"U+{ord(text[first.start]):04X}",
            )
        )
    return tuple(findings)


def _runs(text: str, spans: list[Span]) -> list[list[Span]]:
    """Chrome with nothing but white space between it, together."""
    runs: list[list[Span]] = []
    for span in spans:
        if runs and not text[runs[-1][-1].end : span.start].strip():
            runs[-1].append(span)
        else:
            runs.append([span])
    return runs


def _quoted(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1] + "…"
