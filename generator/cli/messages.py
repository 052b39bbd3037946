"""What the command line says: progress and findings on standard error, answers on standard output."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from generator.errors import GeneratorError
from generator.model import Finding, Severity
from generator.pipeline import Step

if TYPE_CHECKING:
    from rich.console import Console

_MARKS = {
    Severity.ERROR: ("错误", "bold red"),
    Severity.WARNING: ("注意", "yellow"),
    Severity.INFO: ("说明", "cyan"),
}
_MOST_OF_A_KIND = 5
"""Findings of one code that are written out; the rest is counted."""


def console(*, error: bool = False) -> Console:
    """A console on standard output or standard error; made when something is said."""
    from rich.console import Console  # costs 60 ms, and a quiet build needs none

    return Console(stderr=error, highlight=False, soft_wrap=True)


def say_error(error: GeneratorError) -> None:
    """What went wrong and what to do."""
    screen = console(error=True)
    screen.print("[bold red]错误[/]", _literal(error.message))
    if error.where and error.where not in error.message:
        screen.print("  位置：", _literal(error.where), sep="")
    screen.print("  办法：", _literal(error.hint), sep="")
    screen.print(f"  [dim]（代码 {error.code}）[/]")


def say_usage(message: str) -> None:
    """What is wrong with the command as it was typed."""
    console(error=True).print("[bold red]用法有误[/]", _literal(message), "\n  加 --help 查看用法。")


def _literal(text: str) -> Any:
    """Text that may hold [ and ] of its own."""
    from rich.text import Text

    return Text(text)


def say_findings(findings: Iterable[Finding]) -> None:
    """Findings by severity, the gravest first; many of one kind are counted."""
    order = list(_MARKS)
    shown: dict[str, int] = {}
    listed = sorted(findings, key=lambda finding: (order.index(finding.severity), finding.slide or 0))
    if not listed:
        return
    screen = console(error=True)
    for finding in listed:
        shown[finding.code] = shown.get(finding.code, 0) + 1
        if shown[finding.code] > _MOST_OF_A_KIND:
            continue
        mark, style = _MARKS[finding.severity]
        place = f"第 {finding.slide} 页：" if finding.slide else ""
        screen.print(f"[{style}]{mark}[/]", _literal(place + finding.message))
        if finding.hint:
            screen.print("     ", _literal(finding.hint), style="dim", sep="")
    more = {code: count - _MOST_OF_A_KIND for code, count in shown.items() if count > _MOST_OF_A_KIND}
    if more:
        screen.print(
            "[dim]另有 " + "、".join(f"{code} {count} 处" for code, count in more.items()) + "，用 --json 查看全部。[/]"
        )


def say(message: str) -> None:
    """A line on standard error."""
    console(error=True).print(_literal(message))


def answer_json(answer: Any) -> None:
    """An answer that others build on, on standard output."""
    write_out((json.dumps(answer, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace"))


def write_out(content: bytes) -> None:
    """Bytes on standard output, whatever its encoding."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


class Progress:
    """The eight named steps on standard error, one line that moves on a terminal, a line each elsewhere."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet
        self._moving = sys.stderr.isatty()

    def __call__(self, step: Step) -> None:
        """A step begins."""
        if self._quiet:
            return
        line = f"[{step.value}/{len(Step)}] {step.title}"
        sys.stderr.write(f"\r\033[K{line}" if self._moving else f"{line}\n")
        sys.stderr.flush()

    def done(self) -> None:
        """All steps are done."""
        if self._moving and not self._quiet:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
