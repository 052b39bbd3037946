"""Which slides are made, and the plan as a file. Step 5."""

from generator.storyboarding.json_form import from_json, to_json
from generator.storyboarding.markdown_reader import from_markdown, read_markdown
from generator.storyboarding.markdown_writer import to_markdown
from generator.storyboarding.plans import is_plan, read_plan
from generator.storyboarding.sequence import make_storyboard

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
