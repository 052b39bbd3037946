"""The saved .pptx → `SavedDeck`: every shape read, every inherited size worked out. Changes nothing in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE

from generator.checking.chart_data import read_chart
from generator.checking.deck import (
    Picture,
    SavedDeck,
    SavedParagraph,
    SavedRun,
    SavedSection,
    SavedShape,
    SavedSlide,
    TableCell,
    TableShape,
    TextShape,
)
from generator.checking.inheritance import (
    Inheritance,
    TextStyle,
    fraction,
    placeholder_of,
    placeholder_type,
    qn,
)
from generator.checking.package import open_presentation
from generator.errors import OutputError
from generator.language.quantities import quantities
from generator.model import Box, Proof
from generator.proving import from_xml

_P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_TITLE_NAME = re.compile(r"标题 \d+")
"""The name that rendering gives to the title of a slide whose design has no title placeholder."""
_SLIDE_JUMP = "ppaction://hlinksldjump"
_INSETS = (("lIns", 91_440), ("tIns", 45_720), ("rIns", 91_440), ("bIns", 45_720))
"""ECMA-376 part 1, 21.1.2.1.1: the insets where nobody gives them, in EMU."""
_CELL_INSETS = (("marL", 91_440), ("marT", 45_720), ("marR", 91_440), ("marB", 45_720))


def open_deck(deck: bytes) -> SavedDeck:
    """Everything that the checks ask of a saved deck.

    Raises:
        OutputError: it cannot be opened (see `package.open_presentation`).
    """
    presentation = open_presentation(deck)
    try:
        return _read(presentation)
    except (ValueError, KeyError, AttributeError, TypeError, IndexError) as error:
        # Well-formed XML with values that the schema forbids (sz="large", a shape without its properties).
        raise OutputError.of("deck_damaged") from error


def _read(presentation: Any) -> SavedDeck:
    inheritance = Inheritance(presentation)
    numbers = {slide.part.partname: number for number, slide in enumerate(presentation.slides, 1)}
    # Not `slide.slide_id`, which searches all slides for each.
    listed = presentation.part._element.iterfind(f"{qn('p:sldIdLst')}/{qn('p:sldId')}")
    ids = {int(entry.get("id")): number for number, entry in enumerate(listed, 1)}
    slides = tuple(
        _SlideReader(slide, number, inheritance, numbers).read() for number, slide in enumerate(presentation.slides, 1)
    )
    return SavedDeck(
        int(presentation.slide_width or 0),
        int(presentation.slide_height or 0),
        slides,
        _sections(presentation, ids),
        _proof(presentation),
    )


def _proof(presentation: Any) -> Proof | None:
    """The first custom XML part that is a proof; Office keeps such parts over a save and may rename them."""
    related = presentation.part.rels.values()
    parts = (relation.target_part for relation in related if relation.reltype == RELATIONSHIP_TYPE.CUSTOM_XML)
    return next((proof for part in parts if (proof := from_xml(part.blob)) is not None), None)


def _sections(presentation: Any, ids: dict[int, int]) -> tuple[SavedSection, ...]:
    """<p14:section name><p14:sldIdLst><p14:sldId id/>…"""
    return tuple(
        SavedSection(
            str(section.get("name", "")),
            tuple(ids[int(m.get("id"))] for m in section.iter(f"{_P14}sldId") if int(m.get("id", "0")) in ids),
        )
        for section in presentation.part._element.iter(f"{_P14}section")
    )


class _SlideReader:
    """Reads one slide."""

    def __init__(self, slide: Any, number: int, inheritance: Inheritance, numbers: dict[Any, int]) -> None:
        self._slide = slide
        self._number = number
        self._inheritance = inheritance
        self._numbers = numbers
        self._layout = slide.slide_layout

    def read(self) -> SavedSlide:
        tree = self._slide._element.cSld.spTree
        shapes = tuple(self._shapes(tree, (1.0, 1.0, 0.0, 0.0)))
        return SavedSlide(self._number, str(self._slide._element.cSld.get("name", "")), shapes, self._notes())

    def _notes(self) -> tuple[str, ...]:
        if not self._slide.has_notes_slide:
            return ()
        frame = self._slide.notes_slide.notes_text_frame
        return () if frame is None else tuple(_words(paragraph) for paragraph in frame._txBody.findall(qn("a:p")))

    def _shapes(self, tree: Any, frame: tuple[float, float, float, float]) -> Iterator[SavedShape]:
        """The shapes of a tree; `frame` is the group's scale and shift (x = x × a + c, y = y × b + d)."""
        for element in tree:
            if element.tag == qn("p:grpSp"):
                yield from self._shapes(element, _group_frame(element, frame))
            elif element.tag == qn("p:sp"):
                yield from self._text_shape(element, frame)
            elif element.tag == qn("p:graphicFrame"):
                yield self._graphic(element, frame)
            elif element.tag == qn("p:pic"):
                yield self._picture(element, _box(element.find(f"{qn('p:spPr')}/{qn('a:xfrm')}"), frame))

    def _text_shape(self, element: Any, frame: tuple[float, float, float, float]) -> Iterator[SavedShape]:
        body = element.find(qn("p:txBody"))
        placeholder = placeholder_of(element)
        properties = element.find(f"{qn('p:nvSpPr')}/{qn('p:cNvPr')}")
        if body is None or (placeholder is None and not any(t.text for t in body.iter(qn("a:t")))):
            # A free shape without words is decoration.
            return
        words = "".join(t.text or "" for t in body.iter(qn("a:t")))
        if placeholder is None and _is_decorative(properties) and not any(q.unit for q in quantities(words)):
            # Words of the design itself, such as CONTENTS; a figure is no decoration.
            return
        ancestors = () if placeholder is None else self._inheritance.ancestors(self._layout, placeholder)
        inherited = self._inheritance.style(self._layout, placeholder)
        style = inherited.under(body.find(qn("a:lstStyle")))
        body_properties = [found for shape in (element, *ancestors) if (found := _body_properties(shape)) is not None]
        scale, reduction = _autofit(body_properties[0] if body_properties else None)
        box = _first_box((element, *ancestors), frame)
        prompt = _prompt(ancestors[0]) if ancestors else ""
        yield TextShape(
            name=str(properties.get("name", "")),
            placeholder=_free_title(properties) if placeholder is None else self._type(placeholder, ancestors),
            box=box,
            room=_room(box, body_properties),
            paragraphs=tuple(self._paragraph(p, style, scale) for p in body.findall(qn("a:p"))),
            designed_pt=None if placeholder is None else inherited.of(None).size_pt,
            prompt=prompt,
            target=self._target(properties),
            wraps=_inherited(body_properties, "wrap", "square") != "none",
            vertical=_inherited(body_properties, "vert", "horz") != "horz",
            grows=any(p.find(qn("a:spAutoFit")) is not None for p in body_properties[:1]),
            columns=max(1, int(_inherited(body_properties, "numCol", "1"))),
            has_field=any(True for _ in body.iter(qn("a:fld"))),
            line_reduction=reduction,
        )

    def _type(self, placeholder: Any, ancestors: tuple[Any, ...]) -> str:
        """A slide's placeholder may leave its type to the layout's."""
        own = placeholder.get("type")
        return str(own) if own else (placeholder_type(ancestors[0]) if ancestors else "obj")

    def _paragraph(self, element: Any, text_style: TextStyle, scale: float) -> SavedParagraph:
        style = text_style.of(element.find(qn("a:pPr")))
        runs: list[SavedRun] = []
        target = None
        for child in element:
            if child.tag == qn("a:br"):
                runs.append(SavedRun("\n", runs[-1].size_pt if runs else style.size_pt * scale))
            elif child.tag == qn("a:r"):
                properties = child.find(qn("a:rPr"))
                size = properties.get("sz") if properties is not None else None
                words = (child.findtext(qn("a:t")) or "").replace("\v", "\n")
                runs.append(SavedRun(words, (int(size) / 100 if size else style.size_pt) * scale))
                if target is None and properties is not None:
                    target = self._target(properties)
        return SavedParagraph(tuple(runs), style, target)

    def _target(self, properties: Any) -> int | None:
        """The number of the slide that a link leads to: <a:hlinkClick r:id action="ppaction://hlinksldjump"/>."""
        click = properties.find(qn("a:hlinkClick"))
        if click is None or click.get("action") != _SLIDE_JUMP:
            return None
        relation = self._slide.part.rels.get(click.get(qn("r:id"), ""))
        return None if relation is None or relation.is_external else self._numbers.get(relation.target_part.partname)

    def _graphic(self, element: Any, frame: tuple[float, float, float, float]) -> SavedShape:
        properties = element.find(f"{qn('p:nvGraphicFramePr')}/{qn('p:cNvPr')}")
        name, alternative = str(properties.get("name", "")), str(properties.get("descr", ""))
        box = _box(element.find(qn("p:xfrm")), frame)
        table = element.find(f".//{qn('a:tbl')}")
        if table is not None:
            return self._table(table, name, box, alternative)
        chart = element.find(f".//{{{_CHART}}}chart")
        relation = None if chart is None else self._slide.part.rels.get(chart.get(qn("r:id"), ""))
        if relation is not None and not relation.is_external:
            return read_chart(relation.target_part, name, box, alternative)
        return Picture(name, box, alternative, _is_decorative(properties))

    def _table(self, table: Any, name: str, box: Box | None, alternative: str) -> TableShape:
        rows = table.findall(qn("a:tr"))
        return TableShape(
            name,
            box,
            tuple(int(column.get("w", "0")) for column in table.iter(qn("a:gridCol"))),
            tuple(int(row.get("h", "0")) for row in rows),
            tuple(tuple(self._cell(cell) for cell in row.findall(qn("a:tc"))) for row in rows),
            alternative,
        )

    def _cell(self, cell: Any) -> TableCell:
        body, properties = cell.find(qn("a:txBody")), cell.find(qn("a:tcPr"))
        style = self._inheritance.cell_style
        paragraphs = [] if body is None else [self._paragraph(p, style, 1.0) for p in body.findall(qn("a:p"))]
        left, top, right, bottom = (
            int(properties.get(key, default)) if properties is not None else default for key, default in _CELL_INSETS
        )
        return TableCell(tuple(paragraphs), int(cell.get("gridSpan", "1")), (left, top, right, bottom))

    def _picture(self, element: Any, box: Box | None) -> Picture:
        properties = element.find(f"{qn('p:nvPicPr')}/{qn('p:cNvPr')}")
        name, alternative = str(properties.get("name", "")), str(properties.get("descr", ""))
        return Picture(name, box, alternative, _is_decorative(properties))


def _words(paragraph: Any) -> str:
    """The words of an `a:p`: runs and line breaks, but not the fields that the program fills in."""
    parts = []
    for child in paragraph:
        if child.tag == qn("a:r"):
            parts.append(child.findtext(qn("a:t")) or "")
        elif child.tag == qn("a:br"):
            parts.append("\n")
    return "".join(parts).replace("\v", "\n")


def _free_title(properties: Any) -> str | None:
    return "title" if _TITLE_NAME.fullmatch(str(properties.get("name", ""))) else None


def _is_decorative(properties: Any) -> bool:
    return any(mark.get("val") in ("1", "true") for mark in properties.iter(_DECORATIVE))


def _body_properties(shape: Any) -> Any | None:
    return shape.find(f"{qn('p:txBody')}/{qn('a:bodyPr')}")


def _inherited(properties: list[Any], attribute: str, default: str) -> str:
    return next((str(value) for p in properties if (value := p.get(attribute)) is not None), default)


def _autofit(properties: Any | None) -> tuple[float, float]:
    """Scale of the type and part of the line taken off: <a:normAutofit fontScale="90000" lnSpcReduction="10000"/>."""
    fit = None if properties is None else properties.find(qn("a:normAutofit"))
    if fit is None:
        return 1.0, 0.0
    return fraction(fit.get("fontScale", "100000")), fraction(fit.get("lnSpcReduction", "0"))


def _prompt(shape: Any) -> str:
    body = shape.find(qn("p:txBody"))
    return "" if body is None else "\n".join(_words(paragraph) for paragraph in body.findall(qn("a:p"))).strip()


def _first_box(shapes: tuple[Any, ...], frame: tuple[float, float, float, float]) -> Box | None:
    own, *ancestors = (shape.find(f"{qn('p:spPr')}/{qn('a:xfrm')}") for shape in shapes)
    if own is not None:
        return _box(own, frame)
    # What is inherited is measured on the slide itself, not in a group.
    return next((_box(place, (1.0, 1.0, 0.0, 0.0)) for place in ancestors if place is not None), None)


def _box(place: Any | None, frame: tuple[float, float, float, float]) -> Box | None:
    if place is None:
        return None
    offset, extent = place.find(qn("a:off")), place.find(qn("a:ext"))
    if offset is None or extent is None:
        return None
    a, b, c, d = frame
    return Box(
        round(int(offset.get("x")) * a + c),
        round(int(offset.get("y")) * b + d),
        round(int(extent.get("cx")) * a),
        round(int(extent.get("cy")) * b),
    )


def _group_frame(group: Any, frame: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    place = group.find(f"{qn('p:grpSpPr')}/{qn('a:xfrm')}")
    outer = _box(place, frame)
    if place is None or outer is None:
        return frame
    offset, extent = place.find(qn("a:chOff")), place.find(qn("a:chExt"))
    if offset is None or extent is None or not (int(extent.get("cx")) and int(extent.get("cy"))):
        return frame
    a, b = outer.width / int(extent.get("cx")), outer.height / int(extent.get("cy"))
    return a, b, outer.left - int(offset.get("x")) * a, outer.top - int(offset.get("y")) * b


def _room(box: Box | None, properties: list[Any]) -> Box | None:
    if box is None:
        return None
    left, top, right, bottom = (int(_inherited(properties, name, str(default))) for name, default in _INSETS)
    return Box(box.left + left, box.top + top, max(0, box.width - left - right), max(0, box.height - top - bottom))
