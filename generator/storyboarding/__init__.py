"""Which slides are made, and the plan as a file. Step 5."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from generator.storyboarding.plans import is_plan, read_plan
from generator.storyboarding.sequence import make_storyboard

if TYPE_CHECKING:
    from generator.storyboarding.json_form import from_json, to_json
    from generator.storyboarding.markdown_reader import from_markdown, read_markdown
    from generator.storyboarding.markdown_writer import to_markdown

__all__ = [
    "from_json",
    "from_markdown",
    "is_plan",
    "make_storyboard",
    "read_markdown",
    "read_plan",
    "to_json",
    "to_markdown",
]

_HOME_OF = {
    "from_json": "json_form",
    "from_markdown": "markdown_reader",
    "read_markdown": "markdown_reader",
    "to_json": "json_form",
    "to_markdown": "markdown_writer",
}


def __getattr__(name: str) -> Any:
    """What only a plan file needs, each name from the module that defines it (PEP 562)."""
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
