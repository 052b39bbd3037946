"""What a plan says of itself, in Markdown and in JSON."""

from __future__ import annotations

PLAN_FORMAT = "speechdeck-plan"
"""The `format` of a plan's header: tells a plan from a manuscript that is written in Markdown too."""
