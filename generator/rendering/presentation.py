"""The presentation as a whole: slides in order, links between them, sections, properties, bytes."""

from __future__ import annotations

import datetime
import io
import uuid
from collections.abc import Iterable
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn

from generator.model import MAKER, SAVED_AT, Layout, Page, Pages, PageSection, Template
from generator.rendering.motion import write_timing, write_transition
from generator.rendering.notes import NotesWriter
from generator.rendering.package import with_fixed_dates
from generator.rendering.paragraphs import keep_text_color
from generator.rendering.proof import write_proof
from generator.rendering.slides import Links, draw_slide

_NAMESPACE_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_SECTION_LIST_EXTENSION = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
"""[MS-PPTX] 2.6.14: the extension of `p:presentation` that holds the sections."""


def render(pages: Pages, template: Template, proof: bytes | None = None) -> bytes:
    """The finished .pptx: same pages and template, same bytes. `proof` is kept in it as a custom XML part.

    Raises:
        KeyError: a page names a slot that the template does not have (a fault of `fit`).
        StopIteration: the same for a layout.
    """
    presentation = Presentation(io.BytesIO(template.package))
    slides: dict[str, Any] = {}
    links: list[tuple[Any, Links]] = []
    notes = NotesWriter()
    patterns = len(presentation.slides)
    for page in pages.pages:
        slide, waiting = _draw(presentation, page)
        slides[page.slide_id] = slide
        links.append((slide, waiting))
        write_transition(slide, pages.transition)
        notes.write(slide, page.notes)
    if patterns:
        from generator.rendering.sample_slides import drop_patterns  # a template's own slides: most decks have none

        drop_patterns(presentation, patterns)
    for slide, waiting in links:
        _link(slide, waiting, slides)
    _write_sections(presentation, pages, slides)
    _write_properties(presentation, pages)
    if proof is not None:
        write_proof(presentation, proof)
    stream = io.BytesIO()
    presentation.save(stream)
    return with_fixed_dates(stream.getvalue())


def _draw(presentation: Any, page: Page) -> tuple[Any, Links]:
    if page.layout.sample_slide is not None:
        from generator.rendering.sample_slides import draw_sample_slide

        slide, links = draw_sample_slide(presentation, page)
        # A box of a sample slide is known by its shape's id.
        shapes = {reveal.index: str(reveal.index) for click in page.reveals for reveal in click}
        write_timing(slide, page.reveals, shapes)
        return slide, links
    slide = presentation.slides.add_slide(_layout(presentation, page.layout))
    return slide, draw_slide(slide, page)


def _layout(presentation: Any, layout: Layout) -> Any:
    """python-pptx's layout: by its place where that is known, since names repeat, else by name."""
    layouts = presentation.slide_masters[layout.master].slide_layouts
    if layout.position is not None:
        return layouts[layout.position]
    return next(own for own in layouts if own.name == layout.name)


def _link(slide: Any, links: Links, slides: dict[str, Any]) -> None:
    """Make shapes, or the runs of a line that shares its shape with others, lead to other slides.

    On the shape where that is possible, so that no underline is drawn.
    """
    for properties, target in links:
        relation = slide.part.relate_to(slides[target].part, RELATIONSHIP_TYPE.SLIDE)
        click = etree.SubElement(properties, qn("a:hlinkClick"))
        if properties.tag == qn("p:cNvPr"):
            properties.insert(0, click)  # before the extensions of a shape that has some
        click.set(qn("r:id"), relation)
        click.set("action", "ppaction://hlinksldjump")
        if properties.tag == qn("a:rPr"):
            keep_text_color(click)


def _write_sections(presentation: Any, pages: Pages, slides: dict[str, Any]) -> None:
    """<p:ext><p14:sectionLst><p14:section name id><p14:sldIdLst><p14:sldId id/>…"""
    if not pages.sections:
        return
    element = presentation.part._element
    extensions = element.find(qn("p:extLst"))
    if extensions is None:
        extensions = etree.SubElement(element, qn("p:extLst"))
    extension = etree.SubElement(extensions, qn("p:ext"))
    extension.set("uri", _SECTION_LIST_EXTENSION)
    listed = etree.SubElement(extension, f"{{{_NAMESPACE_P14}}}sectionLst", nsmap={"p14": _NAMESPACE_P14})
    # Not through `slide.slide_id`, which goes through all slides each time.
    part = presentation.part
    numbers = {part.related_part(entry.rId): entry.id for entry in element.sldIdLst}
    for position, section in enumerate(pages.sections):
        _write_section(listed, section, position, [numbers[slides[own].part] for own in section.slide_ids])


def _write_section(listed: Any, section: PageSection, position: int, numbers: Iterable[int]) -> None:
    element = etree.SubElement(listed, f"{{{_NAMESPACE_P14}}}section")
    element.set("name", section.name)
    identity = uuid.uuid5(uuid.NAMESPACE_URL, f"speechdeck:section:{position}:{section.name}")
    element.set("id", "{" + str(identity).upper() + "}")
    members = etree.SubElement(element, f"{{{_NAMESPACE_P14}}}sldIdLst")
    for number in numbers:
        member = etree.SubElement(members, f"{{{_NAMESPACE_P14}}}sldId")
        member.set("id", str(number))


def _write_properties(presentation: Any, pages: Pages) -> None:
    properties = presentation.core_properties
    properties.title = pages.title
    properties.author = pages.author
    properties.last_modified_by = pages.author
    properties.language = "zh-CN"
    properties.category = MAKER
    properties.created = properties.modified = datetime.datetime.fromisoformat(SAVED_AT)
    properties.revision = 1
