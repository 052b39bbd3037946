"""What stands around a page's content: the footer, the number of how many, the line of progress."""

from __future__ import annotations

import copy
from typing import Any

from lxml import etree
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from generator.model import Bar, Frame, Layout, SlotPurpose

CARRIED_OVER = {
    "sldNum": SlotPurpose.SLIDE_NUMBER,
    "ftr": SlotPurpose.FOOTER,
    "dt": SlotPurpose.DATE,
}
"""Placeholders, by `p:ph/@type`, that python-pptx leaves behind when it makes a slide from a layout."""
_PLACEHOLDER = f"{qn('p:nvSpPr')}/{qn('p:nvPr')}/{qn('p:ph')}"
_BEFORE_SHAPES = 2
"""`p:nvGrpSpPr` and `p:grpSpPr` open a shape tree; what follows first lies lowest."""
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
"""[MS-ODRAWXML] 2.29: a screen reader passes over the shape."""


def write_frame(slide: Any, layout: Layout, frame: Frame | None) -> None:
    """Carry number, footer and date over from the layout, with the page's own words, and draw the line of progress."""
    tree = slide.shapes._spTree
    identity = max(int(properties.get("id")) for properties in tree.iter(qn("p:cNvPr")))
    for element in slide.slide_layout.shapes._spTree.iterchildren(qn("p:sp")):
        mark = element.find(_PLACEHOLDER)
        purpose = CARRIED_OVER.get(mark.get("type", "")) if mark is not None else None
        if purpose is None or (layout.carried is not None and purpose not in layout.carried):
            continue
        carried = copy.deepcopy(element)
        if frame is not None:
            _write_words(carried, purpose, frame)
        if _shows_something(carried):
            identity += 1
            carried.nvSpPr.cNvPr.set("id", str(identity))
            tree.append(carried)
    for position, bar in enumerate(frame.bars if frame else ()):
        identity += 1
        tree.insert(_BEFORE_SHAPES + position, _drawn(bar, identity, position))


def _write_words(element: Any, purpose: SlotPurpose, frame: Frame) -> None:
    if purpose is SlotPurpose.FOOTER and frame.footer:
        _replace_words(element.find(qn("p:txBody")), frame)
    elif purpose is SlotPurpose.SLIDE_NUMBER:
        for field in element.iter(qn("a:fld")):
            # A program that does not count by itself shows what stands here.
            field.find(qn("a:t")).text = str(frame.number)
            if frame.total is not None:
                run = etree.Element(qn("a:r"))
                run.append(copy.deepcopy(field.find(qn("a:rPr"))))
                etree.SubElement(run, qn("a:t")).text = f" / {frame.total}"
                field.addnext(run)


def _replace_words(body: Any, frame: Frame) -> None:
    for paragraph in body.findall(qn("a:p")):
        body.remove(paragraph)
    size = f' sz="{round(frame.footer_pt * 100)}"' if frame.footer_pt else ""
    paragraph = parse_xml(f'<a:p {nsdecls("a")}><a:r><a:rPr lang="zh-CN" altLang="en-US"{size}/><a:t/></a:r></a:p>')
    paragraph.find(f".//{qn('a:t')}").text = frame.footer
    body.append(paragraph)


def _shows_something(element: Any) -> bool:
    """A field, such as the slide's number, or words of the template's own."""
    body = element.find(qn("p:txBody"))
    if body is None:
        return False
    return body.find(f".//{qn('a:fld')}") is not None or any(text.text for text in body.iter(qn("a:t")))


def _drawn(bar: Bar, identity: int, position: int) -> Any:
    box = bar.box
    return parse_xml(
        f"<p:sp {nsdecls('p', 'a')}><p:nvSpPr>"
        f'<p:cNvPr id="{identity}" name="进度线 {position + 1}">{_DECORATIVE}</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{box.left}" y="{box.top}"/><a:ext cx="{box.width}" cy="{box.height}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:schemeClr val="{bar.color}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
    )
