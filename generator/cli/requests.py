"""From options to what the pipeline takes, and from findings to an exit code: what all verbs do alike."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import typer

from generator.configuration import configured
from generator.errors import OutputError, SettingsError
from generator.model import Detail, Finding, Occasion, Severity
from generator.pipeline import Request, Source, Understanding, understand

_EXIT_FINDINGS = 1
"""A deck that lost something, or with --strict one with warnings."""
_STANDARD_INPUT = "-"


def request(
    fill: list[str] | None,
    fill_from: Path | None,
    settings: Path | None,
    occasion: Occasion | None = None,
    look: str | None = None,
    sets: list[str] | None = None,
) -> Request:
    """What the options ask for.

    Raises:
        SettingsError: `fill_form`, `fill_file`, `setting_file`, `set_form`, or a setting that does not hold.
    """
    fills: dict[str, str] = {}
    if fill_from is not None:
        fills |= _fills_from(fill_from)
    for pair in fill or ():
        blank, equals, content = pair.partition("=")
        if not (blank and equals):
            raise SettingsError.of("fill_form", given=pair)
        fills[blank] = content
    own = configured(settings, sets or ())
    return Request(occasion=occasion or Occasion(), look=look, fills=fills, settings=own.settings, brand=own.brand)


def with_detail(asked: Request, detail: str, most_slides: int | None) -> Request:
    """The request with how much the deck is to show.

    Raises:
        SettingsError: `detail_unknown` or `slides_too_few`.
    """
    known = [level.value for level in Detail]
    if detail not in known:
        raise SettingsError.of("detail_unknown", given=detail, known="、".join(known))
    if most_slides is not None and most_slides < 1:
        raise SettingsError.of("slides_too_few", given=most_slides)
    return replace(asked, detail=Detail(detail), most_slides=most_slides)


def _fills_from(path: Path) -> dict[str, str]:
    try:
        table = tomllib.loads(_text_of(path))
    except tomllib.TOMLDecodeError as error:
        raise SettingsError.of("fill_file", where=str(path), path=path, reason=str(error)) from error
    for blank, content in table.items():
        if not isinstance(content, str):
            raise SettingsError.of("fill_file", where=str(path), path=path, reason=f"{blank} 的内容不是文字")
    return table


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "不是 UTF-8 文本"
        raise SettingsError.of("setting_file", where=str(path), path=path, reason=reason) from error


def source(path: Path) -> tuple[Source, str]:
    """The speech as the pipeline takes it, and what it is called; `-` is standard input."""
    if str(path) == _STANDARD_INPUT:
        return sys.stdin.buffer.read(), "标准输入"
    return path, path.name


def understanding(
    speech: Path, fill: list[str] | None, fill_from: Path | None, settings: Path | None
) -> tuple[Understanding, Request]:
    """A speech as it is understood, for the verbs that answer from it and make no deck.

    Raises:
        SettingsError: see `request`.
        InputError: the speech cannot be read.
    """
    asked = request(fill, fill_from, settings)
    read, name = source(speech)
    return understand(read, asked, name), asked


def stem(name: str) -> str:
    """What the result is called after its speech."""
    return Path(name).stem or "讲稿"


def deck_bytes(path: Path) -> bytes:
    """The content of a deck.

    Raises:
        OutputError: `deck_unreadable`.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise OutputError.of("deck_unreadable", where=str(path), path=path, reason=error.strerror) from error


def write(path: Path, content: bytes, force: bool) -> None:
    """Write a result; see `output.write_file`."""
    from generator.output import write_file

    write_file(path, content, force=force)


def verdict(findings: Iterable[Finding]) -> str:
    """One sentence: passed or not, and what to look at."""
    severities = [finding.severity for finding in findings]
    errors, warnings = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
    if errors:
        return f"核对未通过：{errors} 处错误，请先处理。"
    return f"核对通过，另有 {warnings} 处请留意。" if warnings else "核对通过。"


def finish(findings: Iterable[Finding], strict: bool) -> None:
    """Leave with a failing exit code where something was lost, or with `strict` where there is a warning."""
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    if any(finding.severity in failing for finding in findings):
        raise typer.Exit(_EXIT_FINDINGS)
