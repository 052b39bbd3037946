"""The public functions: each a step, or all of them.

Nothing here prints, reads the network or changes global state, and every call may run beside others in threads.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator import pipeline
from generator.errors import OutputError
from generator.model import Finding, Ledger, Manuscript, Outline, Storyboard
from generator.pipeline import Built, Request, Source
from generator.settings import Settings


def read(
    source: Source, *, name: str | None = None, fills: Mapping[str, str] | None = None, settings: Settings | None = None
) -> Manuscript:
    """The manuscript of a file (Path), of a file's content (bytes), or of a text (str).

    Args:
        source: .txt in any usual encoding, .docx, .md.
        name: what to call it where it has no path; its suffix tells the format of bytes.
        fills: redactions and what they stand for.
        settings: thresholds.

    Raises:
        InputError: it cannot be read; `code`, `message` and `hint` say why.

    >>> read("讲话稿\\n同志们：\\n今天讲XX镇。").redactions[0].text
    'XX镇'
    """
    return _understand(source, name, fills, settings).manuscript


def outline(
    source: Source, *, name: str | None = None, fills: Mapping[str, str] | None = None, settings: Settings | None = None
) -> Outline:
    """The structure of a speech: parts, sub-points, roles; every section with its place in the text.

    Raises:
        InputError: as `read`.

    >>> found = outline("汇报\\n一、抓学习\\n学了。\\n二、抓落实\\n做了。")
    >>> [found.manuscript.excerpt(s.heading.span).text for s in found.sections if s.heading]
    ['抓学习', '抓落实']
    """
    return _understand(source, name, fills, settings).outline


def figures(
    source: Source, *, name: str | None = None, fills: Mapping[str, str] | None = None, settings: Settings | None = None
) -> Ledger:
    """Every figure of a speech: value, unit, qualifier, what it measures, where it stands.

    Raises:
        InputError: as `read`.

    >>> [(f.text, str(f.base_value), f.base_unit) for f in figures("汇报\\n全年增收约2.6万元。").figures]
    [('约2.6万元', '26000.0', '元')]
    """
    return _understand(source, name, fills, settings).ledger


def proofread(
    source: Source, *, name: str | None = None, fills: Mapping[str, str] | None = None, settings: Settings | None = None
) -> tuple[Finding, ...]:
    """What in a speech does not agree with itself: counts, series, shares, changes, totals, marks, blanks.

    Raises:
        InputError: as `read`.

    >>> [finding.code for finding in proofread("汇报\\n办理时限由120天缩短到58天，压缩61%。")]
    ['change_amount']
    """
    request = Request(fills=fills or {}, settings=settings or Settings())
    return pipeline.proofread_findings(pipeline.understand(source, request, name), request)


def plan(source: Source, request: Request | None = None, *, name: str | None = None) -> Storyboard:
    """The deck before it has a shape: which slides, what stands on each, what is spoken to it.

    Raises:
        InputError: as `read`.

    >>> [slide.id for slide in plan("汇报\\n一、抓学习\\n全年学习12次。\\n二、抓落实\\n办结30件。").slides][:2]
    ['cover', 'agenda']
    """
    request = request or Request()
    return pipeline.make_plan(pipeline.understand(source, request, name), request)[0]


def render(storyboard: Storyboard, request: Request | None = None) -> bytes:
    """The .pptx of a storyboard: the same storyboard and look, the same bytes.

    Raises:
        TemplateError: no look of that name.

    >>> render(plan("汇报\\n全年增收2万元。"))[:2]
    b'PK'
    """
    return pipeline.draw(storyboard, request or Request())[0]


def check(
    deck: bytes | Path, source: Source, request: Request | None = None, *, name: str | None = None
) -> tuple[Finding, ...]:
    """What a saved deck lost or changed against its manuscript; empty when nothing.

    Raises:
        InputError: the manuscript cannot be read.
        OutputError: the deck cannot be opened.

    >>> text = "汇报\\n全年增收2万元。"
    >>> [finding.code for finding in check(build(text).deck, text) if finding.severity == "error"]
    []
    """
    request = request or Request()
    content = deck if isinstance(deck, bytes) else _file_content(deck)
    return pipeline.audit(content, pipeline.understand(source, request, name), request)


def build(source: Source, request: Request | None = None, *, name: str | None = None) -> Built:
    """All of it: the deck's bytes, the storyboard it was drawn from, and everything worth telling about it.

    Raises:
        InputError: the manuscript cannot be read.
        TemplateError: no look of that name.

    >>> built = build("汇报\\n全年增收2万元。")
    >>> any(finding.severity == "error" for finding in built.findings)
    False
    """
    return pipeline.build_from_speech(source, request or Request(), name)


def _file_content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise OutputError.of("deck_unreadable", where=str(path), path=path, reason=error.strerror) from error


def _understand(
    source: Source, name: str | None, fills: Mapping[str, str] | None, settings: Settings | None
) -> pipeline.Understanding:
    return pipeline.understand(source, Request(fills=fills or {}, settings=settings or Settings()), name)
