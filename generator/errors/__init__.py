"""The two kinds of trouble and all their wording.

An exception (`GeneratorError`) means that no deck can be made. A finding (`model.Finding`) means that a deck was made
and somebody should look at it. Every wording says what was found, what was expected and what to do, in Chinese,
and stands in this room: one table of errors, one of findings, each entry under a code that never changes its meaning.
"""

from __future__ import annotations

from typing import ClassVar, Self

from generator.errors.error_wording import ERRORS
from generator.errors.finding_wording import FINDINGS
from generator.errors.template_wording import TEMPLATE_FINDINGS
from generator.model import Finding, Span


class GeneratorError(Exception):
    """No deck can be made. `code` is stable, `where` names the file or place, `exit_code` is the process's answer.

    Raise a subclass through `of`, which takes the wording from the table.
    """

    exit_code: ClassVar[int] = 2

    def __init__(self, code: str, message: str, hint: str, where: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.where = where

    @classmethod
    def of(cls, code: str, *, where: str | None = None, **fields: object) -> Self:
        """The error of that code.

        Raises:
            KeyError: no such code in `ERRORS`.
        """
        wording = ERRORS[code]
        return cls(code, wording.message.format(**fields), wording.hint.format(**fields), where)


class InputError(GeneratorError):
    """The manuscript cannot be read. Exit code 3."""

    exit_code = 3


class SettingsError(GeneratorError):
    """A setting or an option does not hold. Exit code 4."""

    exit_code = 4


class TemplateError(GeneratorError):
    """The look or template cannot be used. Exit code 5."""

    exit_code = 5


class StoryboardError(GeneratorError):
    """A plan cannot be read. Exit code 6."""

    exit_code = 6


class OutputError(GeneratorError):
    """The result cannot be written, or a deck to be checked cannot be opened. Exit code 7."""

    exit_code = 7


def finding(code: str, *, slide: int | None = None, spans: tuple[Span, ...] = (), **fields: object) -> Finding:
    """The finding of that code.

    Raises:
        KeyError: no such code in `FINDINGS` or `TEMPLATE_FINDINGS`.
    """
    wording = FINDINGS[code] if code in FINDINGS else TEMPLATE_FINDINGS[code]
    return Finding(
        code, wording.severity, wording.message.format(**fields), wording.hint.format(**fields), slide, spans
    )


__all__ = [
    "GeneratorError",
    "InputError",
    "OutputError",
    "SettingsError",
    "StoryboardError",
    "TemplateError",
    "finding",
]
