"""speechdeck: a Chinese speech manuscript in, the deck for its meeting out.

Nothing here prints, reads the network or changes global state, and every call may run beside others in threads.
Importing the package is cheap: python-pptx, jieba and the steps are loaded when a function is first used.

>>> from generator import build
>>> built = build("工作汇报\\n各位领导：\\n一、抓学习\\n全年组织学习12次。\\n二、抓落实\\n完成事项30件。")
>>> built.deck[:2], built.storyboard.title.text
(b'PK', '工作汇报')
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.api import build, check, figures, outline, plan, proofread, read, render
    from generator.errors import (
        GeneratorError,
        InputError,
        OutputError,
        SettingsError,
        StoryboardError,
        TemplateError,
    )
    from generator.model import (
        Excerpt,
        Figure,
        Finding,
        Ledger,
        Manuscript,
        Occasion,
        Outline,
        Section,
        Severity,
        Slide,
        Span,
        Storyboard,
    )
    from generator.pipeline import Built, Request, Source, TemplateFile
    from generator.settings import Settings

__all__ = [
    "Built",
    "Excerpt",
    "Figure",
    "Finding",
    "GeneratorError",
    "InputError",
    "Ledger",
    "Manuscript",
    "Occasion",
    "Outline",
    "OutputError",
    "Request",
    "Section",
    "Settings",
    "SettingsError",
    "Severity",
    "Slide",
    "Source",
    "Span",
    "Storyboard",
    "StoryboardError",
    "TemplateError",
    "TemplateFile",
    "build",
    "check",
    "figures",
    "outline",
    "plan",
    "proofread",
    "read",
    "render",
]

_HOMES = {
    "generator.api": ("build", "check", "figures", "outline", "plan", "proofread", "read", "render"),
    "generator.errors": (
        "GeneratorError",
        "InputError",
        "OutputError",
        "SettingsError",
        "StoryboardError",
        "TemplateError",
    ),
    "generator.model": (
        "Excerpt",
        "Figure",
        "Finding",
        "Ledger",
        "Manuscript",
        "Occasion",
        "Outline",
        "Section",
        "Severity",
        "Slide",
        "Span",
        "Storyboard",
    ),
    "generator.pipeline": ("Built", "Request", "Source", "TemplateFile"),
    "generator.settings": ("Settings",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    """The public names, each from the module that defines it (PEP 562)."""
    if name not in _HOME_OF:
        raise AttributeError(f"module 'generator' has no attribute {name!r}")
    return getattr(import_module(_HOME_OF[name]), name)
