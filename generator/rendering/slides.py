"""One slide: its placeholders filled, the unused ones taken off, the slide number carried over from the layout."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any, TypeAlias, assert_never

from pptx.oxml.ns import qn
from pptx.shapes.placeholder import SlidePlaceholder

from generator.model import ChartPlacement, Layout, Page, Placement, SlotPurpose, TablePlacement, TextPlacement
from generator.rendering.charts import draw_chart
from generator.rendering.paragraphs import write_paragraphs
from generator.rendering.tables import draw_table

Links: TypeAlias = list[tuple[Any, str]]
"""Properties of shapes (`p:cNvPr`) or runs (`a:rPr`) that lead to another slide, and that slide's id; set once all
slides exist."""

_CARRIED_OVER = {
    "sldNum": SlotPurpose.SLIDE_NUMBER,
    "ftr": SlotPurpose.FOOTER,
    "dt": SlotPurpose.DATE,
}
"""Placeholders, by `p:ph/@type`, that python-pptx leaves behind when it makes a slide from a layout."""
_PLACEHOLDER = f"{qn('p:nvSpPr')}/{qn('p:nvPr')}/{qn('p:ph')}"


def draw_slide(slide: Any, page: Page) -> Links:
    """Fill a fresh slide of the page's layout; gives the links that are still to be set."""
    # The id in <p:cSld name> lets the check tell dividers and agenda of a saved deck.
    slide._element.cSld.set("name", page.slide_id)
    tree = slide.shapes._spTree
    elements = {int(mark.get("idx", "0")): shape for shape, mark in _placeholders(tree)}
    links: Links = []
    for placement in page.placements:
        shape = _place(SlidePlaceholder(elements.pop(placement.slot.index), slide.shapes), placement)
        if isinstance(placement, TextPlacement):
            links += _links(shape, placement)
    for unused in elements.values():
        tree.remove(unused)
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


def _placeholders(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Every `p:sp` of a shape tree that is a placeholder, with its `p:ph`; far cheaper than python-pptx's proxies."""
    for shape in tree.iterchildren(qn("p:sp")):
        mark = shape.find(_PLACEHOLDER)
        if mark is not None:
            yield shape, mark


def _carry_over(slide: Any, layout: Layout) -> None:
    tree = slide.shapes._spTree
    identity = max(int(properties.get("id")) for properties in tree.iter(qn("p:cNvPr")))
    for element, mark in _placeholders(slide.slide_layout.shapes._spTree):
        purpose = _CARRIED_OVER.get(mark.get("type", ""))
        if purpose and (layout.carried is None or purpose in layout.carried) and _shows_something(element):
            carried = copy.deepcopy(element)
            identity += 1
            carried.nvSpPr.cNvPr.set("id", str(identity))
            tree.append(carried)


def _shows_something(element: Any) -> bool:
    """A field, such as the slide's number, or words of the template's own."""
    body = element.find(qn("p:txBody"))
    if body is None:
        return False
    return body.find(f".//{qn('a:fld')}") is not None or any(text.text for text in body.iter(qn("a:t")))
