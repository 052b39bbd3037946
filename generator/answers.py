"""The answers that others build on, as plain data for JSON. Each has a version; fields are only ever added."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from generator.model import (
    Blank,
    Change,
    Figure,
    Finding,
    LayoutRole,
    Ledger,
    Manuscript,
    NoiseKind,
    Outline,
    Section,
    Severity,
    Slot,
    Span,
)
from generator.proofreading import Places

if TYPE_CHECKING:
    from generator.errors import TemplateError
    from generator.template import Candidate, Diagnosis

ANSWER_VERSION = 1
_EMU_PER_CM = 360_000


def outline_answer(outline: Outline, *, why: bool = False) -> dict[str, Any]:
    """The outline; `why` adds rule and evidence to every node. Offsets are characters of the decoded text."""
    manuscript = outline.manuscript
    title = manuscript.excerpt(*outline.title).text
    return {
        "version": ANSWER_VERSION,
        "title": title or None,
        "salutation": outline.salutation.of(manuscript.text) if outline.salutation else None,
        "text_length": manuscript.source_offset(len(manuscript.text)),
        "nodes": [_node(section, outline, why) for section in outline.sections],
        "placeholders": [
            {"text": blank.text, "start": manuscript.source_offset(blank.span.start)} for blank in manuscript.redactions
        ],
        "noise": [
            {"text": noise.span.of(manuscript.text), "start": manuscript.source_offset(noise.span.start)}
            for noise in manuscript.noise
            if noise.kind is NoiseKind.SCRAPE
        ],
    }


def _node(section: Section, outline: Outline, why: bool) -> dict[str, Any]:
    heading, manuscript = section.heading, outline.manuscript
    place = manuscript.source_span(Span(heading.start if heading else section.span.start, section.span.end))
    node: dict[str, Any] = {
        "id": section.id,
        "level": section.level,
        "role": section.role,
        "marker": heading.marker if heading else None,
        "heading": manuscript.excerpt(heading.span).text if heading else None,
        "start": place.start,
        "end": place.end,
        "children": [_node(child, outline, why) for child in section.children],
    }
    if why:
        node["rule"] = section.rule
        node["evidence"] = list(section.evidence)
    return node


def figures_answer(manuscript: Manuscript, ledger: Ledger, *, why: bool = False) -> dict[str, Any]:
    """Every figure in the order of the text, and the figures left blank; `why` adds rule and evidence."""
    return {
        "version": ANSWER_VERSION,
        "figures": [_figure(figure, manuscript, why) for figure in ledger.figures],
        "blanks": [_blank(blank, manuscript) for blank in ledger.blanks],
    }


def _figure(figure: Figure, manuscript: Manuscript, why: bool) -> dict[str, Any]:
    place = manuscript.source_span(figure.span)
    answer: dict[str, Any] = {
        "text": figure.text,
        "value": _number(figure.value),
        "unit": figure.unit,
        "approx": figure.qualifier,
        "base_value": _number(figure.base_value),
        "base_unit": figure.base_unit,
        "upper": None if figure.upper is None else _number(figure.upper),
        "label": figure.label.text,
        "period": figure.period,
        "start": place.start,
        "end": place.end,
        "node": figure.section_id,
        "kind": figure.kind,
        "change": None if figure.change is None else _change(figure.change, manuscript),
    }
    if why:
        answer["rule"] = figure.rule
        answer["evidence"] = list(figure.evidence)
    return answer


def _change(change: Change, manuscript: Manuscript) -> dict[str, Any]:
    words = manuscript.source_span(change.words)
    origin = None if change.origin is None else manuscript.source_span(change.origin)
    return {
        "kind": change.kind,
        "direction": change.direction,
        "start": words.start,
        "end": words.end,
        "from": None if origin is None else {"start": origin.start, "end": origin.end},
    }


def _blank(blank: Blank, manuscript: Manuscript) -> dict[str, Any]:
    place = manuscript.source_span(blank.span)
    return {
        "text": blank.text,
        "unit": blank.unit,
        "label": blank.label.text,
        "start": place.start,
        "end": place.end,
        "node": blank.section_id,
    }


def proofread_answer(outline: Outline, findings: Iterable[Finding]) -> dict[str, Any]:
    """What in a speech does not agree with itself: findings with line (from 1), sentence and offsets."""
    places = Places(outline)
    listed = [(finding, finding.spans[0]) for finding in findings]
    in_source = outline.manuscript.source_span
    return {
        "version": ANSWER_VERSION,
        "ok": not listed,
        "findings": [
            {
                "code": finding.code,
                "severity": finding.severity,
                "message": finding.message,
                "hint": finding.hint,
                "line": places.line(place.start),
                "sentence": places.sentence(place).of(places.text).strip(),
                "start": in_source(place).start,
                "end": in_source(place).end,
                "beside": [{"start": span.start, "end": span.end} for span in map(in_source, finding.spans[1:])],
            }
            for finding, place in listed
        ],
    }


def check_answer(findings: Iterable[Finding]) -> dict[str, Any]:
    """Whether the deck lost or changed nothing, and everything that was found."""
    listed = list(findings)
    return {
        "version": ANSWER_VERSION,
        "ok": not any(finding.severity is Severity.ERROR for finding in listed),
        "findings": findings_answer(listed),
    }


def findings_answer(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Findings as code, severity, message, hint and slide (from 1)."""
    return [
        {
            "code": finding.code,
            "severity": finding.severity,
            "message": finding.message,
            "hint": finding.hint,
            "slide": finding.slide,
        }
        for finding in findings
    ]


def _number(value: Decimal) -> int | float:
    """A whole number stays one: 56, not 56.0."""
    return int(value) if value == value.to_integral_value() else float(value)


def template_answer(diagnosis: Diagnosis) -> dict[str, Any]:
    """A template's diagnosis: its kind, the layout or sample slide of each role, the findings.

    `master` counts from 0, `sample_slide` from 1; a role that nothing serves has null for its layout.
    """
    facts = diagnosis.facts
    return {
        "version": ANSWER_VERSION,
        "kind": diagnosis.kind,
        "name": diagnosis.name,
        "width": facts.width,
        "height": facts.height,
        "masters": len(facts.masters),
        "fonts": list(diagnosis.fonts),
        "fonts_missing": None if diagnosis.fonts_missing is None else list(diagnosis.fonts_missing),
        "roles": {role.value: _served(diagnosis.roles.get(role)) for role in LayoutRole},
        "findings": [_template_finding(finding) for finding in diagnosis.findings],
    }


def unusable_template_answer(error: TemplateError) -> dict[str, Any]:
    """The same for a file that cannot be opened."""
    return {
        "version": ANSWER_VERSION,
        "kind": "unusable",
        "roles": {role.value: _served(None) for role in LayoutRole},
        "findings": [{"code": error.code, "severity": "error", "message": error.message, "hint": error.hint}],
    }


def _served(candidate: Candidate | None) -> dict[str, Any]:
    if candidate is None:
        return {"layout": None, "master": None, "sample_slide": None, "confidence": 0.0, "evidence": [], "slots": []}
    layout = candidate.layout
    return {
        "layout": None if layout.sample_slide else layout.name,
        "master": layout.master,
        "sample_slide": layout.sample_slide,
        "confidence": candidate.confidence,
        "evidence": list(candidate.evidence),
        "instead": candidate.instead,
        "slots": [_slot(slot) for slot in layout.slots],
    }


def _slot(slot: Slot) -> dict[str, Any]:
    from generator.template import slot_capacity  # python-pptx, which the other answers do without

    characters, lines = slot_capacity(slot)
    box = slot.box
    return {
        "index": slot.index,
        "purpose": slot.purpose,
        "unit": slot.unit,
        "box_cm": [round(value / _EMU_PER_CM, 2) for value in (box.left, box.top, box.width, box.height)],
        "size_pt": slot.size_pt,
        "characters": characters,
        "lines": lines,
    }


def _template_finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "hint": finding.hint,
    }
