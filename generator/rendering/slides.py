"""One slide: its placeholders filled, the unused ones taken off, the slide number carried over from the layout."""

from __future__ import annotations

import copy
from typing import Any, TypeAlias, assert_never

from pptx.enum.shapes import PP_PLACEHOLDER

from generator.model import ChartPlacement, Layout, Page, Placement, SlotPurpose, TablePlacement, TextPlacement
from generator.rendering.charts import draw_chart
from generator.rendering.paragraphs import write_paragraphs
from generator.rendering.tables import draw_table

Links: TypeAlias = list[tuple[Any, str]]
"""Properties of shapes (`p:cNvPr`) or runs (`a:rPr`) that lead to another slide, and that slide's id; set once all
slides exist."""

_CARRIED_OVER = {
    PP_PLACEHOLDER.SLIDE_NUMBER: SlotPurpose.SLIDE_NUMBER,
    PP_PLACEHOLDER.FOOTER: SlotPurpose.FOOTER,
    PP_PLACEHOLDER.DATE: SlotPurpose.DATE,
}
"""Placeholders that python-pptx leaves behind when it makes a slide from a layout."""


def draw_slide(slide: Any, page: Page) -> Links:
    """Fill a fresh slide of the page's layout; gives the links that are still to be set."""
    # The id in <p:cSld name> lets the check tell dividers and agenda of a saved deck.
    slide._element.cSld.set("name", page.slide_id)
    placeholders = {shape.placeholder_format.idx: shape for shape in slide.placeholders}
    links: Links = []
    for placement in page.placements:
        shape = _place(placeholders.pop(placement.slot.index), placement)
        if isinstance(placement, TextPlacement):
            links += _links(shape, placement)
    for unused in placeholders.values():
        unused._element.getparent().remove(unused._element)
    _carry_over(slide, page.layout)
    return links


def _links(shape: Any, placement: TextPlacement) -> Links:
    links: Links = []
    if placement.link:
        links.append((shape._element._nvXxPr.cNvPr, placement.link))
    for element, paragraph in zip(shape.text_frame._txBody.p_lst, placement.paragraphs, strict=True):
        if paragraph.link:
            links += [(run.get_or_add_rPr(), paragraph.link) for run in element.r_lst]
    return links


def _place(placeholder: Any, placement: Placement) -> Any:
    match placement:
        case TextPlacement():
            write_paragraphs(placeholder, placement)
            return placeholder
        case TablePlacement():
            return draw_table(placeholder, placement)
        case ChartPlacement():
            return draw_chart(placeholder, placement)
        case _:
            assert_never(placement)


def _carry_over(slide: Any, layout: Layout) -> None:
    taken = {shape.shape_id for shape in slide.shapes}
    for placeholder in slide.slide_layout.placeholders:
        purpose = _CARRIED_OVER.get(placeholder.placeholder_format.type)
        if purpose and placeholder.has_text_frame and (layout.carried is None or purpose in layout.carried):
            if not placeholder.text_frame.text and not _has_field(placeholder):
                continue
            element = copy.deepcopy(placeholder._element)
            identity = max(taken) + 1
            taken.add(identity)
            element.nvSpPr.cNvPr.set("id", str(identity))
            slide.shapes._spTree.append(element)


def _has_field(placeholder: Any) -> bool:
    return bool(placeholder._element.xpath(".//a:fld"))
