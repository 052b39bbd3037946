"""The words that are spoken to a slide, in its notes."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.parts.slide import NotesSlidePart

from generator.model import Paragraph, Run
from generator.rendering.paragraphs import write_text_body


class NotesWriter:
    """Writes the notes pages of one presentation.

    python-pptx looks through all parts of the package for each new notes page, and clones the notes master's
    placeholders one by one; here the pages are numbered in order, and all but the first are copies of the first.
    """

    def __init__(self) -> None:
        self._pattern: Any = None
        self._number = 0

    def write(self, slide: Any, notes: Sequence[str]) -> None:
        """A paragraph each; a slide to which nothing is spoken gets no notes page."""
        if not notes:
            return
        page = self._page(slide)
        write_text_body(page.notes_text_frame._txBody, [Paragraph((Run(note),)) for note in notes])

    def _page(self, slide: Any) -> Any:
        if self._pattern is None or slide.has_notes_slide:
            page = slide.notes_slide
            if self._pattern is None:
                self._pattern = copy.deepcopy(page._element)
                taken = {str(part.partname) for part in slide.part.package.iter_parts()}
                self._number = len([name for name in taken if name.startswith("/ppt/notesSlides/")])
            return page
        self._number += 1
        package = slide.part.package
        name = PackURI(f"/ppt/notesSlides/notesSlide{self._number}.xml")
        part = NotesSlidePart(name, CONTENT_TYPE.PML_NOTES_SLIDE, package, copy.deepcopy(self._pattern))
        part.relate_to(package.presentation_part.notes_master_part, RELATIONSHIP_TYPE.NOTES_MASTER)
        part.relate_to(slide.part, RELATIONSHIP_TYPE.SLIDE)
        slide.part.relate_to(part, RELATIONSHIP_TYPE.NOTES_SLIDE)
        return part.notes_slide
