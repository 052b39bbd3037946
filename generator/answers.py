"""The answers that others build on, as plain data for JSON. Each has a version; fields are only ever added."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from generator.model import Figure, Finding, Ledger, NoiseKind, Outline, Section, Severity

ANSWER_VERSION = 1


def outline_answer(outline: Outline, *, why: bool = False) -> dict[str, Any]:
    """The outline; `why` adds rule and evidence to every node. Offsets are characters of the decoded text."""
    manuscript = outline.manuscript
    title = manuscript.excerpt(*outline.title).text
    return {
        "version": ANSWER_VERSION,
        "title": title or None,
        "salutation": outline.salutation.of(manuscript.text) if outline.salutation else None,
        "text_length": len(manuscript.text),
        "nodes": [_node(section, outline, why) for section in outline.sections],
        "placeholders": [{"text": blank.text, "start": blank.span.start} for blank in manuscript.redactions],
        "noise": [
            {"text": noise.span.of(manuscript.text), "start": noise.span.start}
            for noise in manuscript.noise
            if noise.kind is NoiseKind.SCRAPE
        ],
    }


def _node(section: Section, outline: Outline, why: bool) -> dict[str, Any]:
    heading = section.heading
    node: dict[str, Any] = {
        "id": section.id,
        "level": section.level,
        "role": section.role,
        "marker": heading.marker if heading else None,
        "heading": outline.manuscript.excerpt(heading.span).text if heading else None,
        "start": heading.start if heading else section.span.start,
        "end": section.span.end,
        "children": [_node(child, outline, why) for child in section.children],
    }
    if why:
        node["rule"] = section.rule
        node["evidence"] = list(section.evidence)
    return node


def figures_answer(ledger: Ledger, *, why: bool = False) -> dict[str, Any]:
    """Every figure in the order of the text; `why` adds rule and evidence."""
    return {"version": ANSWER_VERSION, "figures": [_figure(figure, why) for figure in ledger.figures]}


def _figure(figure: Figure, why: bool) -> dict[str, Any]:
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
        "start": figure.span.start,
        "end": figure.span.end,
        "node": figure.section_id,
        "kind": figure.kind,
    }
    if why:
        answer["rule"] = figure.rule
        answer["evidence"] = list(figure.evidence)
    return answer


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
