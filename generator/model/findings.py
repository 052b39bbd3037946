"""Things worth telling about a deck that was made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model.text import Span


class Severity(StrEnum):
    """ERROR: the deck lost or changed something. WARNING: look here before the meeting. INFO: good to know."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing worth telling. `slide` counts from 1; `spans` point into the manuscript."""

    code: str
    severity: Severity
    message: str
    hint: str
    slide: int | None = None
    spans: tuple[Span, ...] = ()
