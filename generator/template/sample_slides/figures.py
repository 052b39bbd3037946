"""Figures on a slide that was drawn for text: a unit's text gives its room to a figure and what it measures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from lxml import etree
from pptx.oxml.ns import qn

from generator.model import Box, SlotPurpose
from generator.template.sample_slides.cleaning import mark_decorative, paragraph_properties, set_box
from generator.template.sample_slides.color import lightness
from generator.template.sample_slides.paragraphs import main_paragraph
from generator.template.sample_slides.room import copy_of
from generator.template.sample_slides.shapes import Shape, SlideView
from generator.template.sample_slides.slots import kept_apart, room_of

_LARGEST_PT = 54.0
"""Points, on a slide of 7.5 in: a figure that stands out and leaves its caption in sight."""
_CAPTION_PT = 20.0
"""Points: what a figure measures, at least."""
_DARK = 0.5
"""Lightness of words: darker ones stand on a light ground."""
_LIGHTEST_INK = 0.62
"""Lightness up to which a colour can be read on a light ground."""
_VALUE_SHARE = 0.52
"""Of the unit's room: the figure; below it, what it measures."""
_TALLEST = 0.42
"""Share of the slide's height: a figure far above its caption would not belong to it."""
_LEVEL = 0.13
"""Share of the slide's height: texts beside each other whose tops differ by less show their figures on one line."""
_RAISED = 0.3
"""Share of the slide's height that a figure may stand higher than the text whose place it takes."""
_EMU_PER_POINT = 12_700
_FILLS = tuple(qn(f"a:{name}") for name in ("noFill", "gradFill", "blipFill", "pattFill", "grpFill"))
_LINE = 1.3
"""Of the type size: the height of a line of a figure."""
_SLIDE_HEIGHT = 6_858_000


def figures_for_bodies(
    view: SlideView, fields: Mapping[tuple[SlotPurpose, int], int], color: str | None
) -> dict[tuple[SlotPurpose, int], int]:
    """The fields with a VALUE and a CAPTION in place of each unit's BODY, both alike in all units.

    Figures take the design's main `color` (six hex digits), else the theme's accent, where the text is dark: there the
    ground is light.
    """
    bodies = {unit: view.shape(identity) for (purpose, unit), identity in fields.items() if purpose is SlotPurpose.BODY}
    found = {key: identity for key, identity in fields.items() if key[0] is not SlotPurpose.BODY}
    grown = kept_apart([_room(body, view) for body in bodies.values()], list(bodies.values()), view.width)
    rooms = dict(zip(bodies, grown, strict=True))
    for unit, body in bodies.items():
        # Figures of one row stand on one line, whatever stands above one of them.
        level = max(rooms[u].top for u, other in bodies.items() if _in_a_row(body, other, view.height))
        room = rooms[unit]
        rooms[unit] = Box(room.left, level, room.width, room.top + room.height - level)
    height = min(min(room.height for room in rooms.values()), round(_TALLEST * view.height))
    size = min(_LARGEST_PT * view.height / _SLIDE_HEIGHT, height * _VALUE_SHARE / _EMU_PER_POINT / _LINE)
    for unit, body in bodies.items():
        room = rooms[unit]
        if body.filled or body.outlined:
            _frame_apart(body)
        # In the middle of a card that was drawn for a long text.
        top = room.top + (room.height - height) // (2 if body.anchor == "ctr" else 3)
        head = fields.get((SlotPurpose.HEAD, unit))
        value = _value(body, None if head is None else view.shape(head), size)
        _color(value, color)
        _enlarge(body.element, _CAPTION_PT * view.height / _SLIDE_HEIGHT)
        parted = round(height * _VALUE_SHARE)
        set_box(replace(body, element=value), Box(room.left, top, room.width, parted))
        set_box(body, Box(room.left, top + parted, room.width, height - parted))
        for element, anchor in ((value, "b"), (body.element, "t")):
            element.find(f"{qn('p:txBody')}/{qn('a:bodyPr')}").set("anchor", anchor)
        found[SlotPurpose.VALUE, unit] = int(value.find(f"*/{qn('p:cNvPr')}").get("id"))
        found[SlotPurpose.CAPTION, unit] = body.identity
    return found


def _in_a_row(one: Shape, other: Shape, height: int) -> bool:
    a, b = one.box, other.box
    beside = one is other or a.left + a.width <= b.left or b.left + b.width <= a.left
    return beside and abs(a.top - b.top) < _LEVEL * height


def _room(body: Shape, view: SlideView) -> Box:
    """The text's room, up as well where a heading or a count went off above it."""
    if body.filled or body.outlined:
        return body.box  # the text's own frame is the panel of its figure
    free = replace(body, filled=False)
    down, up = (room_of(replace(free, anchor=anchor), view, (), SlotPurpose.BODY) for anchor in "tb")
    top = max(up.top, body.box.top - round(_RAISED * view.height))
    return Box(down.left, top, down.width, down.top + down.height - top)


def _frame_apart(body: Shape) -> None:
    """The ground or the line of a text becomes a drawing of its own, under the figure and its caption alike."""
    frame = copy_of(body, "底框")
    mark_decorative(frame)
    text = frame.find(qn("p:txBody"))
    for paragraph in text.findall(qn("a:p")):
        text.remove(paragraph)
    etree.SubElement(text, qn("a:p"))
    body.element.addprevious(frame)
    shape = body.element.find(qn("p:spPr"))
    for child in [c for c in shape if c.tag in (*_FILLS, qn("a:solidFill"), qn("a:ln"), qn("a:effectLst"))]:
        shape.remove(child)
    geometry = shape.find(qn("a:prstGeom"))
    geometry = shape.find(qn("a:custGeom")) if geometry is None else geometry
    line = etree.Element(qn("a:ln"))
    etree.SubElement(line, qn("a:noFill"))
    fill = etree.Element(qn("a:noFill"))
    shape.insert(len(shape) if geometry is None else shape.index(geometry) + 1, fill)
    fill.addnext(line)
    style = body.element.find(qn("p:style"))
    if style is not None:
        body.element.remove(style)


def _value(body: Shape, head: Shape | None, size_pt: float) -> Any:
    """A text like the body, one bold figure large, set as the heading above it is; put before the body."""
    value = copy_of(body, "数字")
    text = value.find(qn("p:txBody"))
    paragraphs = text.findall(qn("a:p"))
    kept = main_paragraph(text)
    kept = paragraphs[0] if kept is None else kept
    for paragraph in paragraphs:
        if paragraph is not kept:
            text.remove(paragraph)
    for bullet in [c for c in paragraph_properties(kept) if str(c.tag).endswith(("buChar", "buAutoNum", "buBlip"))]:
        bullet.getparent().remove(bullet)
    for run in kept.iter(qn("a:rPr")):
        run.set("sz", str(round(size_pt) * 100))
        run.set("b", "1")
    if head is not None:
        for element in (value, body.element):
            for paragraph in element.iter(qn("a:p")):
                paragraph_properties(paragraph).set("algn", head.align)
    body.element.addprevious(value)
    return value


def _enlarge(element: Any, size_pt: float) -> None:
    for run in element.iter(qn("a:rPr"), qn("a:endParaRPr")):
        if int(run.get("sz", "0")) < size_pt * 100:
            run.set("sz", str(round(size_pt) * 100))


def _color(value: Any, color: str | None) -> None:
    """The fill of the figure's runs: the design's colour where it is as far from the ground as the text's own.

    Dark ink stands on a light ground, light ink on a dark one; without a fill the page's dark ink is inherited.
    """
    for run in value.iter(qn("a:rPr")):
        fill = run.find(qn("a:solidFill"))
        dark = fill is None or _is_dark(fill)
        if color and (lightness(color) > _LIGHTEST_INK if dark else lightness(color) < _DARK):
            continue
        if not color and not dark:
            continue
        new = etree.Element(qn("a:solidFill"))
        if color:
            etree.SubElement(new, qn("a:srgbClr")).set("val", color)
        else:
            etree.SubElement(new, qn("a:schemeClr")).set("val", "accent1")
        if fill is not None:
            run.replace(fill, new)
        elif not [child for child in run if child.tag in _FILLS]:
            line = run.find(qn("a:ln"))
            run.insert(0 if line is None else 1, new)


def _is_dark(fill: Any) -> bool:
    """Whether a fill is one of dark ink: a dark colour of its own, or the theme's for text."""
    given = fill.find(qn("a:srgbClr"))
    if given is None:
        named = fill.find(qn("a:schemeClr"))
        return named is not None and named.get("val") in ("tx1", "tx2", "dk1", "dk2")
    return lightness(str(given.get("val"))) < _DARK
