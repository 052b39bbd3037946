"""Pages whose design lives on a slide: the pattern cloned whole, the new words put into the runs of the old ones."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.shapes.placeholder import SlidePlaceholder

from generator.model import Box, ChartPlacement, Page, Paragraph, SlotPurpose, TablePlacement, TextPlacement
from generator.rendering.charts import draw_chart
from generator.rendering.sample_slides_charts import chart_look, fill_chart
from generator.rendering.sample_slides_tables import fill_table
from generator.rendering.slides import Links
from generator.rendering.tables import draw_table
from generator.template.sample_slides.cleaning import mark_decorative, paragraph_properties, space_before, to_holder
from generator.template.sample_slides.color import lightness
from generator.template.sample_slides.words import is_plain_numeral, numeral_in_form
from generator.template.slide_cloning import clone_slide

_TITLE_NAME = "标题 {}"
"""As PowerPoint names titles: so the check, and who listens to the slide, know the title of a slide without one."""
_PALE = 0.5
"""Lightness of a table's head from which white words on it could not be read."""
_PALEST = 0.45
"""How much lighter than the first the last share of a ring is: white words still stand on it."""
_FILLS = tuple(qn(f"a:{name}") for name in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"))


def draw_sample_slide(presentation: Any, page: Page) -> tuple[Any, Links]:
    """A new last slide for a page; gives it and the links that are still to be set.

    Raises:
        KeyError: the page names a shape that the pattern does not have.
    """
    number = page.layout.sample_slide or 0
    slide = clone_slide(presentation, presentation.slides[number - 1])
    slide._element.cSld.set("name", page.slide_id)
    tree = slide.shapes._spTree
    shapes = {int(p.get("id", "0")): p.getparent().getparent() for p in tree.iter(qn("p:cNvPr"))}
    links: Links = []
    for placement in page.placements:
        element = shapes[placement.slot.index]
        if isinstance(placement, TextPlacement):
            own = next(slot for slot in page.layout.slots if slot.index == placement.slot.index)
            _widen(element, own.box, placement.slot.box)
            links += _fill(element, placement)
        else:
            _draw_frame(slide, element, placement)
    filled = {placement.slot.index for placement in page.placements}
    for slot in page.layout.slots:
        if slot.index not in filled and slot.index in shapes:
            element = shapes[slot.index]
            element.getparent().remove(element)
    return slide, links


def drop_patterns(presentation: Any, count: int) -> None:
    """Take the first `count` slides, the patterns, out of the finished presentation."""
    listed = presentation.part._element.get_or_add_sldIdLst()
    for entry in list(listed)[:count]:
        presentation.part.rels.pop(entry.rId)
        listed.remove(entry)
    # LibreOffice finds the slide that a link leads to by the number in its part's name.
    presentation.part.rename_slide_parts([entry.rId for entry in listed])


def _widen(element: Any, own: Box, wanted: Box) -> None:
    """A plate longer by what its words' room is wider than the pattern's, to the same sides."""
    place = element.find(f"{qn('p:spPr')}/{qn('a:xfrm')}")
    if place is None or wanted.width <= own.width:
        return
    offset, extent = place.find(qn("a:off")), place.find(qn("a:ext"))
    offset.set("x", str(int(offset.get("x")) + wanted.left - own.left))
    extent.set("cx", str(int(extent.get("cx")) + wanted.width - own.width))


def _fill(element: Any, placement: TextPlacement) -> Links:
    properties = element.find(f"{qn('p:nvSpPr')}/{qn('p:cNvPr')}")
    body = element.find(qn("p:txBody"))
    if placement.slot.purpose is SlotPurpose.TITLE:
        properties.set("name", _TITLE_NAME.format(properties.get("id")))
    links: Links = [(properties, placement.link)] if placement.link else []
    if placement.slot.purpose is SlotPurpose.NUMERAL:
        _count(element, body, placement.paragraphs[0].text)
        return links
    pattern = body.find(qn("a:p"))
    for old in body.findall(qn("a:p")):
        body.remove(old)
    for position, paragraph in enumerate(placement.paragraphs):
        new = _paragraph(pattern, paragraph, placement, position)
        body.append(new)
        if paragraph.link:
            links.append((new.find(qn("a:r")).find(qn("a:rPr")), paragraph.link))
    return links


def _count(element: Any, body: Any, number: str) -> None:
    """A numeral in the form that the designer gave it: 3 for 1, 叁 for 壹, PART THREE for PART ONE."""
    runs = list(body.iter(qn("a:r")))
    texts = [run.find(qn("a:t")) for run in runs]
    for text, words in zip(texts, numeral_in_form([t.text or "" for t in texts], int(number)), strict=True):
        text.text = words
    if not is_plain_numeral("".join(t.text or "" for t in texts)):
        mark_decorative(element)


def _paragraph(pattern: Any, paragraph: Paragraph, placement: TextPlacement, position: int) -> Any:
    """A paragraph like the pattern's: its properties, and for each run those of the pattern's own."""
    new = etree.Element(qn("a:p"))
    given = pattern.find(qn("a:pPr"))
    if given is not None:
        new.append(copy.deepcopy(given))
    if placement.gap_pt is not None and position:
        space_before(paragraph_properties(new), placement.gap_pt)
    look = pattern.find(f"{qn('a:r')}/{qn('a:rPr')}")
    for run in paragraph.runs:
        for line, text in enumerate(run.text.split("\n")):
            properties = copy.deepcopy(look)
            if size := run.size_pt or placement.size_pt:
                properties.set("sz", str(round(size * 100)))
            if run.bold is not None:
                properties.set("b", "1" if run.bold else "0")
            if line:
                etree.SubElement(new, qn("a:br")).append(copy.deepcopy(properties))
            if text:
                element = etree.SubElement(new, qn("a:r"))
                element.append(properties)
                etree.SubElement(element, qn("a:t")).text = text
    return new


def _draw_frame(slide: Any, element: Any, placement: TablePlacement | ChartPlacement) -> None:
    """A table or chart in the place of a shape: the template's own where it suits, else one in its colours."""
    if element.tag == qn("p:graphicFrame"):
        color, ink = None, None
        if isinstance(placement, ChartPlacement):
            color, ink = chart_look(slide, element)
            filled = fill_chart(slide, element, placement)
        else:
            filled = fill_table(element, placement)
        if filled:
            return
        for reference in element.iter(qn("c:chart")):
            slide.part.rels.pop(reference.get(qn("r:id")))
        element = to_holder(element, placement.slot.index, placement.slot.box, color)
        _set_ink(slide, element, ink)
    colors = list(_colors(element))
    main = element.find(f"{qn('p:spPr')}/{qn('a:ln')}/{qn('a:solidFill')}")
    properties = element.find(f"{qn('p:nvSpPr')}/{qn('p:nvPr')}")
    mark = etree.SubElement(properties, qn("p:ph"))
    mark.set("type", "body")
    mark.set("idx", str(10_000 + placement.slot.index))
    placeholder = SlidePlaceholder(element, slide.shapes)
    if not isinstance(placement, ChartPlacement):
        table = draw_table(placeholder, placement).table
        if main is not None:
            _color_table(table, main)
        return
    frame = draw_chart(placeholder, placement)
    if main is not None:
        _color_bars(frame.chart, main)
    if colors:
        words = frame.chart._chartSpace.find(qn("c:txPr")).find(f".//{qn('a:defRPr')}")
        for old in [child for child in words if child.tag in _FILLS]:
            words.remove(old)
        line = words.find(qn("a:ln"))
        words.insert(0 if line is None else 1, copy.deepcopy(colors[0]))


def _set_ink(slide: Any, element: Any, ink: Any | None) -> None:
    """The words of a new chart in those of the old one, else in those of the page's title: both can be read there."""
    if ink is None:
        names = [s for s in slide.shapes._spTree.iter(qn("p:sp")) if _is_title(s)]
        ink = next((fill for name in names for fill in _colors(name)), None)
    if ink is not None:
        element.find(f".//{qn('a:rPr')}").append(copy.deepcopy(ink))


def _is_title(shape: Any) -> bool:
    properties = shape.find(f"{qn('p:nvSpPr')}/{qn('p:cNvPr')}")
    return str(properties.get("name")) == _TITLE_NAME.format(properties.get("id"))


def _paint(fill: Any, main: Any, lighter: float = 0.0) -> None:
    """A fill in the design's colour (`a:solidFill`), of the theme or of its own, lighter by a share."""
    fill.solid()
    if main[0].tag == qn("a:srgbClr"):
        fill.fore_color.rgb = RGBColor.from_string(str(main[0].get("val")).upper())
    else:
        fill.fore_color.theme_color = MSO_THEME_COLOR.from_xml(str(main[0].get("val")))
    if lighter:
        fill.fore_color.brightness = lighter


def _color_table(table: Any, main: Any) -> None:
    """The head in the design's colour, the rows in a breath of it, in place of the theme's."""
    pale = main[0].tag == qn("a:srgbClr") and lightness(str(main[0].get("val"))) > _PALE
    for number, row in enumerate(table.rows):
        for cell in row.cells:
            _paint(cell.fill, main, 0.9 if number else 0.0)
            for paragraph in cell.text_frame.paragraphs:
                for run in paragraph.runs:
                    run.font.color.rgb = RGBColor.from_string("FFFFFF" if not (number or pale) else "262626")


def _color_bars(chart: Any, main: Any) -> None:
    """Bars and lines in the design's colour; the shares of a ring from it to its paler shades."""
    for series in chart.plots[0].series:
        if chart.chart_type == XL_CHART_TYPE.DOUGHNUT:
            count = len(list(series.values))
            for index in range(count):
                _paint(series.points[index].format.fill, main, _PALEST * index / max(1, count - 1))
            continue
        look = series.format
        for target in (look.fill, look.line.fill) if chart.chart_type == XL_CHART_TYPE.LINE_MARKERS else (look.fill,):
            _paint(target, main)


def _colors(element: Any) -> Iterator[Any]:
    """The fill of the shape's first run."""
    look = element.find(f".//{qn('a:r')}/{qn('a:rPr')}")
    if look is not None:
        yield from (child for child in look if child.tag == qn("a:solidFill"))
