"""A plan in whichever form it was saved."""

from __future__ import annotations

from generator.model import Finding, Storyboard
from generator.storyboarding.plan_format import PLAN_FORMAT


def is_plan(text: str) -> bool:
    """Whether a text is a plan and no manuscript: by the `format` in its header, not by the name of its file.

    >>> is_plan("# 工作汇报\\n\\n一、主要做法"), is_plan("---\\nformat: speechdeck-plan\\nversion: 1\\n---\\n")
    (False, True)
    """
    start = text.removeprefix("\ufeff").lstrip()[:400]
    return start.startswith(("---", "{")) and PLAN_FORMAT in start


def read_plan(text: str) -> tuple[Storyboard, tuple[Finding, ...]]:
    """The storyboard of a plan in Markdown or JSON, and what was taken otherwise than it was perhaps meant.

    Raises:
        StoryboardError: see `read_markdown` and `from_json`.
    """
    from generator.storyboarding.json_form import from_json  # a speech is no plan and does without both
    from generator.storyboarding.markdown_reader import read_markdown

    if text.removeprefix("\ufeff").lstrip().startswith("{"):
        return from_json(text.removeprefix("\ufeff")), ()
    return read_markdown(text)
