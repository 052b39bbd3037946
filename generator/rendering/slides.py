"""One slide: its placeholders filled, the unused ones taken off, its frame and its clicks written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias, assert_never

from pptx.oxml.ns import qn
from pptx.shapes.placeholder import SlidePlaceholder

from generator.model import ChartPlacement, Page, Placement, TablePlacement, TextPlacement
from generator.rendering.charts import draw_chart
from generator.rendering.frame import write_frame
from generator.rendering.motion import write_timing
from generator.rendering.paragraphs import write_paragraphs
from generator.rendering.tables import draw_table

Links: TypeAlias = list[tuple[Any, str]]
"""Properties of shapes (`p:cNvPr`) or runs (`a:rPr`) that lead to another slide, and that slide's id; set once all
slides exist."""

_PLACEHOLDER = f"{qn('p:nvSpPr')}/{qn('p:nvPr')}/{qn('p:ph')}"


def draw_slide(slide: Any, page: Page) -> Links:
    """Fill a fresh slide of the page's layout; gives the links that are still to be set."""
    # The id in <p:cSld name> lets the check tell dividers and agenda of a saved deck.
    slide._element.cSld.set("name", page.slide_id)
    tree = slide.shapes._spTree
    elements = {int(mark.get("idx", "0")): shape for shape, mark in _placeholders(tree)}
    names = {
        int(mark.get("idx", "0")): shape.nvSpPr.cNvPr.get("name")
        for shape, mark in _placeholders(slide.slide_layout.shapes._spTree)
    }
    links: Links = []
    identities: dict[int, str] = {}
    for placement in page.placements:
        shape = _place(SlidePlaceholder(elements.pop(placement.slot.index), slide.shapes), placement)
        # 标题, 正文, 编号 1 as the layout has it, where python-pptx would say Text Placeholder 3: the selection pane,
        # the animation pane and screen readers show it.
        shape._element._nvXxPr.cNvPr.set("name", names[placement.slot.index])
        if isinstance(placement, TextPlacement):
            links += _links(shape, placement)
            identities[placement.slot.index] = shape._element._nvXxPr.cNvPr.get("id")
    for unused in elements.values():
        tree.remove(unused)
    write_frame(slide, page.layout, page.frame)
    write_timing(slide, page.reveals, identities)
    return links


def _links(shape: Any, placement: TextPlacement) -> Links:
    links: Links = []
    if placement.link:
        links.append((shape._element._nvXxPr.cNvPr, placement.link))
    for element, paragraph in zip(shape.text_frame._txBody.p_lst, placement.paragraphs, strict=True):
        if paragraph.link:
            links.append((element.r_lst[0].get_or_add_rPr(), paragraph.link))
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
