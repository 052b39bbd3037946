"""Step 8: the saved deck held against its manuscript. Knows the file alone, nothing of storyboards or pages."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from generator.checking.audit import check

if TYPE_CHECKING:
    from generator.checking.report import report_html, report_markdown
    from generator.checking.tracing import TracedText, trace

__all__ = ["TracedText", "check", "report_html", "report_markdown", "trace"]

_HOME_OF = {"TracedText": "tracing", "report_html": "report", "report_markdown": "report", "trace": "tracing"}


def __getattr__(name: str) -> Any:
    """What a build does without, each name from the module that defines it (PEP 562)."""
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
