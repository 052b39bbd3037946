"""Sections made of a few sentences, and the reading of the case files under tests/spec."""

import re
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from generator.condensing import condense
from generator.model import (
    Block,
    Excerpt,
    Figure,
    FigureKind,
    Heading,
    Ledger,
    Manuscript,
    Outline,
    Redaction,
    Role,
    Section,
    Span,
)

SPEC = Path(__file__).parent.parent / "spec"
QUANTITY = re.compile(
    r"(?:约|近|超过|突破|不少于)?\d[\d.,]*[余多]?(?:万|亿)?"
    r"(?:人次|个百分点|平方公里|公里|万元|亿元|场次|元|人|户|件|个|亩|家|名|吨|起|次|场|项|座|所|%)"
)
BLANK = re.compile(r"[X×]{2,}|[＊□]{2,}")


def figures_in(text):
    """Every number with its unit as a figure: enough for what condensing asks of a ledger."""
    found = []
    for match in QUANTITY.finditer(text):
        span = Span(*match.span())
        found.append(
            Figure(span, match[0], span, Decimal(0), "", Decimal(0), "", FigureKind.QUANTITY, Excerpt(""), span, "1")
        )
    return Ledger(tuple(found))


def section_outline(text, *, heading="", role=Role.BODY):
    """A speech of one section: a heading line, where one is given, and `text`."""
    whole = f"{heading}\n{text}" if heading else text
    blocks, at = [], 0
    for line in whole.split("\n"):
        if line.strip():
            blocks.append(Block(Span(at, at + len(line))))
        at += len(line) + 1
    blanks = tuple(Redaction(Span(*match.span()), match[0]) for match in BLANK.finditer(whole))
    manuscript = Manuscript(whole, "test", blocks=tuple(blocks), redactions=blanks)
    title = Heading(Span(0, len(heading))) if heading else None
    section = Section("1", 1, role, Span(0, len(whole)), title)
    return Outline(manuscript, Span(0, 0), (section,))


def brief_of(text, *, heading="第一件事", role=Role.BODY, settings=None):
    """The brief of a section with that heading and text, or None."""
    outline = section_outline(text, heading=heading, role=role)
    briefs, _ = condense(outline, figures_in(outline.manuscript.text), settings)
    return briefs.of("1")


def points_of(text, **how):
    """The words of the points of a section."""
    brief = brief_of(text, **how)
    return [point.words.text for point in brief.points] if brief else []


class Case(NamedTuple):
    """A rule, what the speaker says, and what is expected of the points."""

    rule: str
    sentence: str
    expected: tuple[str, ...]


def cases(name):
    """The cases of a file: `## rule`, then pairs of one `>` line and its `-` lines."""
    found, rule, sentence, expected = [], "", "", []
    for line in [*(SPEC / name).read_text(encoding="utf-8").splitlines(), "## end"]:
        if line.startswith(("## ", "> ")) and sentence:
            found.append(Case(rule, sentence, tuple(expected)))
            sentence, expected = "", []
        if line.startswith("## "):
            rule = line[3:]
        elif line.startswith("> "):
            sentence = line[2:]
        elif line.startswith("- "):
            expected.append(line[2:])
    return found
