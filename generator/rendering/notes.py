"""The words that are spoken to a slide, in its notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.model import Paragraph, Run
from generator.rendering.paragraphs import write_text_body


def write_notes(slide: Any, notes: Sequence[str]) -> None:
    """A paragraph each; a slide to which nothing is spoken gets no notes page."""
    if not notes:
        return
    frame = slide.notes_slide.notes_text_frame
    write_text_body(frame._txBody, [Paragraph((Run(note),)) for note in notes])
