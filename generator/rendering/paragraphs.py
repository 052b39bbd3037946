"""Paragraphs and runs into a text body. Nothing is written that the placeholder would inherit anyway."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lxml import etree
from pptx.oxml.ns import qn

from generator.model import Paragraph, Run, TextPlacement

_LINK_COLOR = "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor"
_LANGUAGE = {"lang": "zh-CN", "altLang": "en-US"}


def write_paragraphs(placeholder: Any, placement: TextPlacement) -> None:
    """Fill a text placeholder."""
    write_text_body(placeholder.text_frame._txBody, placement.paragraphs, placement.size_pt, gap_pt=placement.gap_pt)


def write_text_body(
    body: Any,
    paragraphs: Iterable[Paragraph],
    size_pt: float | None = None,
    alignment: str | None = None,
    gap_pt: float | None = None,
) -> None:
    """Replace the paragraphs of a `txBody`.

    `size_pt` holds for runs without a size; `alignment` is an `algn` value; `gap_pt` is the space before each
    paragraph but the first.
    """
    for old in body.findall(qn("a:p")):
        body.remove(old)
    for position, paragraph in enumerate(paragraphs):
        element = etree.SubElement(body, qn("a:p"))
        if alignment or gap_pt is not None or not paragraph.listed:
            gap = gap_pt if position or gap_pt is None else 0
            _write_properties(element, alignment, gap, listed=paragraph.listed)
        for run in paragraph.runs:
            for position, line in enumerate(run.text.split("\n")):
                if position:
                    etree.SubElement(element, qn("a:br"))
                _write_run(element, run, line, size_pt)


def keep_text_color(click: Any) -> None:
    """[MS-ODRAWXML] 2.9.2: a link in the colour of its text, not in the theme's link colour.

    <a:extLst><a:ext uri="{A12FA001-…}"><ahyp:hlinkClr val="tx"/></a:ext></a:extLst>
    """
    extension = etree.SubElement(etree.SubElement(click, qn("a:extLst")), qn("a:ext"))
    extension.set("uri", "{A12FA001-AC4F-418D-AE19-62706E023703}")
    etree.SubElement(extension, f"{{{_LINK_COLOR}}}hlinkClr", nsmap={"ahyp": _LINK_COLOR}).set("val", "tx")


def _write_properties(paragraph: Any, alignment: str | None, gap_pt: float | None, *, listed: bool = True) -> None:
    """<a:pPr marL indent algn><a:spcBef><a:spcPts/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft><a:buNone/>"""
    properties = etree.SubElement(paragraph, qn("a:pPr"))
    if alignment:
        properties.set("algn", alignment)
    if gap_pt is not None:
        for tag, points in (("a:spcBef", gap_pt), ("a:spcAft", 0)):
            spacing = etree.SubElement(etree.SubElement(properties, qn(tag)), qn("a:spcPts"))
            spacing.set("val", str(round(points * 100)))
    if not listed:
        properties.set("marL", "0")
        properties.set("indent", "0")
        etree.SubElement(properties, qn("a:buNone"))


def _write_run(paragraph: Any, run: Run, text: str, size_pt: float | None) -> None:
    """<a:r><a:rPr lang altLang sz b><a:solidFill><a:schemeClr val/></a:solidFill></a:rPr><a:t>…"""
    element = etree.SubElement(paragraph, qn("a:r"))
    properties = etree.SubElement(element, qn("a:rPr"), _LANGUAGE)
    size = run.size_pt or size_pt
    if size:
        properties.set("sz", str(round(size * 100)))
    if run.bold is not None:
        properties.set("b", "1" if run.bold else "0")
    if run.color:
        fill = etree.SubElement(properties, qn("a:solidFill"))
        etree.SubElement(fill, qn("a:schemeClr")).set("val", run.color)
    etree.SubElement(element, qn("a:t")).text = text
