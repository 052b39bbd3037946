"""A cloned sample slide without what its author left on it, and its texts ready to take others in the same form."""

from __future__ import annotations

import copy
import re
from collections.abc import Collection
from typing import Any

from lxml import etree
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from generator.model import Box, Slot, SlotPurpose
from generator.template.sample_slides.insets import lean_insets
from generator.template.sample_slides.paragraphs import main_paragraph, words_of_paragraph
from generator.template.sample_slides.shapes import Shape
from generator.template.sample_slides.words import is_advert
from generator.template.tokens import Mark, tokens_in

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_DECORATIVE_URI = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
"""[MS-ODRAWXML] 2.26: the extension that says that a shape tells nothing."""
_PAGE_FIELD = "{6E1A4F0C-52E7-4C55-9E55-5C0F0E5B7A31}"
_RUN_ORDER = (
    ("ln",),
    ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"),
    ("effectLst", "effectDag"),
    ("highlight",),
    ("uLnTx", "uLn"),
    ("uFillTx", "uFill"),
    ("latin",),
    ("ea",),
    ("cs",),
    ("sym",),
)
"""ECMA-376, 21.1.2.3.9 rPr: its children in their order, links left out."""
_LONGEST_COUNT = 3
"""Characters of a count that stands on one line: 01, 叁, 第3; PART ONE may take two."""
_HAIR = 12_700
"""EMU, a point: edges that differ by less are one."""
_SHAPES = tuple(qn(f"p:{name}") for name in ("sp", "pic", "grpSp", "graphicFrame", "cxnSp"))


def set_box(shape: Shape, box: Box) -> None:
    """Put a shape into a box on the slide, in the coordinates of the group it stands in."""
    offset, extent = _place(shape.element)
    frame = shape.frame
    offset.set("x", str(round((box.left - frame.left) / frame.across)))
    offset.set("y", str(round((box.top - frame.top) / frame.down)))
    width, height = max(1, round(box.width / frame.across)), max(1, round(box.height / frame.down))
    _keep_corners(shape.element, min(int(extent.get("cx")), int(extent.get("cy"))), min(width, height))
    extent.set("cx", str(width))
    extent.set("cy", str(height))


def _keep_corners(element: Any, before: int, after: int) -> None:
    """A rounded rectangle's corners are a share of its shorter side: larger, it would get larger corners."""
    geometry = element.find(f"{qn('p:spPr')}/{qn('a:prstGeom')}")
    if geometry is None or geometry.get("prst") != "roundRect" or before <= 1 or after <= before:
        return
    values = geometry.find(qn("a:avLst"))
    if values is None:
        values = etree.SubElement(geometry, qn("a:avLst"))
    own = values.find(qn("a:gd"))
    if own is None:
        own = etree.SubElement(values, qn("a:gd"), {"name": "adj", "fmla": "val 16667"})
    own.set("fmla", f"val {round(int(own.get('fmla').split()[-1]) * before / after)}")


def move(shape: Shape, dx: int, dy: int, element: Any | None = None) -> None:
    """Move a shape (or a copy of it) by a distance on the slide."""
    target = shape.element if element is None else element
    own = target.find(qn("p:xfrm") if target.tag == qn("p:graphicFrame") else f"{qn('p:spPr')}/{qn('a:xfrm')}")
    if own is None:
        set_box(shape, shape.box)
    offset, _ = _place(target)
    offset.set("x", str(round(int(offset.get("x")) + dx / shape.frame.across)))
    offset.set("y", str(round(int(offset.get("y")) + dy / shape.frame.down)))


def _place(element: Any) -> tuple[Any, Any]:
    """<a:off> and <a:ext>, made where a placeholder inherits them."""
    if element.tag == qn("p:graphicFrame"):
        own = element.find(qn("p:xfrm"))
    else:
        properties = element.find(qn("p:spPr"))
        own = properties.find(qn("a:xfrm"))
        if own is None:
            own = etree.Element(qn("a:xfrm"))
            properties.insert(0, own)
    for tag, values in (("a:off", {"x": "0", "y": "0"}), ("a:ext", {"cx": "1", "cy": "1"})):
        if own.find(qn(tag)) is None:
            etree.SubElement(own, qn(tag), values)
    return own.find(qn("a:off")), own.find(qn("a:ext"))


def remove_shapes(slide: Any, gone: Collection[int]) -> None:
    """Take shapes off by their ids."""
    for properties in list(slide._element.cSld.spTree.iter(qn("p:cNvPr"))):
        if int(properties.get("id", "0")) in gone:
            _remove(properties.getparent().getparent())


def _remove(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def clean_slide(slide: Any, filled: Collection[int]) -> None:
    """Take off what no finished deck may show or do: hidden shapes, links, dates, sound, empty placeholders.

    Words that stay beside the shapes to be `filled` (by id) are of the design, as its pictures are.
    """
    root, tree = slide._element, slide._element.cSld.spTree
    root.attrib.pop("show", None)
    for properties in list(tree.iter(qn("p:cNvPr"))):
        element = properties.getparent().getparent()
        if element is not tree and (properties.get("hidden") in ("1", "true") or _is_leftover(element)):
            _remove(element)
    for choice in root.findall(f"{_MC}AlternateContent"):
        # A transition in two forms; the deck has one of its own.
        root.remove(choice)
    for tag in ("a:hlinkClick", "a:hlinkHover", "p:custDataLst", "p:sndAc", "p:controls"):
        for found in list(root.iter(qn(tag))):
            _remove(found)
    _settle_page_tokens(tree)
    for group in reversed(list(tree.iter(qn("p:grpSp")))):
        if not any(child.tag in _SHAPES for child in group):
            _remove(group)
    for picture in list(tree.iter(qn("p:pic"))):
        blip = picture.find(f"{qn('p:blipFill')}/{qn('a:blip')}")
        if blip is None or not blip.get(f"{_R}embed"):
            _remove(picture)  # the file it shows lies on its author's machine
        else:
            mark_decorative(picture)
    for shape in list(tree.iter(qn("p:sp"))):
        if _is_label(shape) and int(shape.find(f"*/{qn('p:cNvPr')}").get("id", "0")) not in filled:
            mark_decorative(shape)
    for linked in list(root.iter(qn("a:blip"))):
        linked.attrib.pop(f"{_R}link", None)
    _drop_unused_relations(slide)


def _is_leftover(element: Any) -> bool:
    """A date, a footer that advertises, a placeholder in which nothing stands."""
    placeholder = element.find(f"*/{qn('p:nvPr')}/{qn('p:ph')}")
    if placeholder is None or element.tag != qn("p:sp"):
        return False
    words = "".join(t.text or "" for t in element.iter(qn("a:t"))).strip()
    kind = placeholder.get("type", "obj")
    if kind == "dt" or (kind == "ftr" and (not words or is_advert(words))):
        return True
    return kind != "sldNum" and not words and element.find(f".//{qn('a:fld')}") is None


def _settle_page_tokens(tree: Any) -> None:
    """{{页码}} becomes the field that PowerPoint counts: <a:fld type="slidenum">, in the look of the token's run."""
    for paragraph in tree.iter(qn("a:p")):
        if not any(token.mark is Mark.PAGE for token in tokens_in(words_of_paragraph(paragraph))):
            continue
        look = paragraph.find(f"{qn('a:r')}/{qn('a:rPr')}")
        for child in [c for c in paragraph if c.tag != qn("a:pPr")]:
            paragraph.remove(child)
        field = etree.SubElement(paragraph, qn("a:fld"), {"id": _PAGE_FIELD, "type": "slidenum"})
        if look is not None:
            field.append(copy.deepcopy(look))
        etree.SubElement(field, qn("a:t")).text = "‹#›"


def _is_label(element: Any) -> bool:
    """Whether a free shape shows words; the slide's number is none."""
    own = element.find(f"*/{qn('p:nvPr')}/{qn('p:ph')}") is None and element.find(f".//{qn('a:fld')}") is None
    return own and any((t.text or "").strip() for t in element.iter(qn("a:t")))


def _drop_unused_relations(slide: Any) -> None:
    used = {value for e in slide._element.iter() for name, value in e.attrib.items() if str(name).startswith(_R)}
    for identity, relation in list(slide.part.rels.items()):
        if identity not in used and not str(relation.reltype).endswith(("/slideLayout", "/notesSlide")):
            slide.part.rels.pop(identity)


def mark_decorative(element: Any) -> None:
    """<p:cNvPr descr=""><a:extLst><a:ext uri><adec:decorative val="1"/>: a picture of the design tells nothing."""
    properties = element.find(f"*/{qn('p:cNvPr')}")
    properties.set("descr", "")
    properties.attrib.pop("title", None)
    extensions = properties.find(qn("a:extLst"))
    if extensions is None:
        extensions = etree.SubElement(properties, qn("a:extLst"))
    for old in extensions.findall(qn("a:ext")):
        if old.get("uri") == _DECORATIVE_URI:
            extensions.remove(old)
    extension = etree.SubElement(extensions, qn("a:ext"))
    extension.set("uri", _DECORATIVE_URI)
    etree.SubElement(extension, f"{{{_DECORATIVE}}}decorative", nsmap={"adec": _DECORATIVE}).set("val", "1")


def to_holder(element: Any, identity: int, box: Box, color: str | None) -> Any:
    """A shape with its author's figures or words becomes an empty box that keeps its place and id; gives the box.

    `color` (six hex digits, or a name of the theme's) is the design's own, for bars and table heads; the box carries it
    as that of its line.
    """
    tree = element
    while tree.tag != qn("p:spTree"):
        tree = tree.getparent()
    runs = element.find(f".//{qn('a:rPr')}") if element.tag == qn("p:sp") else None
    holder = parse_xml(
        f'<p:sp xmlns:p="{qn("p:x")[1:-2]}" xmlns:a="{qn("a:x")[1:-2]}"><p:nvSpPr>'
        f'<p:cNvPr id="{identity}" name="内容 {identity}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
        f'<a:off x="{box.left}" y="{box.top}"/><a:ext cx="{box.width}" cy="{box.height}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr/><a:t>·</a:t></a:r></a:p></p:txBody></p:sp>"
    )
    if color:
        line = etree.SubElement(holder.find(qn("p:spPr")), qn("a:ln"))
        kind = "a:srgbClr" if re.fullmatch(r"[0-9A-Fa-f]{6}", color) else "a:schemeClr"
        etree.SubElement(etree.SubElement(line, qn("a:solidFill")), qn(kind)).set("val", color)
    if runs is not None:
        own = holder.find(f".//{qn('a:rPr')}")
        own.getparent().replace(own, copy.deepcopy(runs))
    _remove(element)
    _append(tree, holder)
    return holder


def settle_frame(shape: Shape, box: Box) -> None:
    """A table's or chart's frame at the end of the tree, out of any group, in a box on the slide."""
    tree = shape.element
    while tree.tag != qn("p:spTree"):
        tree = tree.getparent()
    _remove(shape.element)
    _append(tree, shape.element)
    offset, extent = _place(shape.element)
    for target, names, values in ((offset, "xy", (box.left, box.top)), (extent, ("cx", "cy"), (box.width, box.height))):
        for name, value in zip(names, values, strict=True):
            target.set(name, str(value))
    mark = shape.element.find(f"*/{qn('p:nvPr')}/{qn('p:ph')}")
    if mark is not None:
        _remove(mark)


def _append(tree: Any, element: Any) -> None:
    extensions = tree.find(qn("p:extLst"))
    tree.insert(len(tree) if extensions is None else len(tree) - 1, element)


def settle_text(shape: Shape, slot: Slot, *, to_left: bool) -> None:
    """A text box as its slot: box, size and form explicit, one paragraph, one run. `to_left` sets points left."""
    body = shape.element.find(qn("p:txBody"))
    inset = lean_insets(shape)
    width, height = slot.box.width, slot.box.height
    if shape.vertical:
        width, height = height, width
    left, top, right, bottom = (own + drawn for own, drawn in zip(inset, shape.drawn_insets, strict=True))
    if not shape.filled:
        set_box(shape, Box(slot.box.left - left, slot.box.top - top, width + left + right, height + top + bottom))
    count = slot.purpose is SlotPurpose.NUMERAL and len("".join(shape.words.split())) <= _LONGEST_COUNT
    whole = (slot.purpose is SlotPurpose.VALUE or count) and not shape.vertical
    _settle_body(body.find(qn("a:bodyPr")), wraps=not whole, inset=inset)
    if slot.purpose is SlotPurpose.TITLE and slot.box.top - top < shape.box.top:
        # The box was widened up and down alike: the line in its middle stands where it stood. Widened up alone, the
        # line at its foot does.
        grown_down = slot.box.top + height + bottom > shape.box.top + shape.box.height + _HAIR
        body.find(qn("a:bodyPr")).set("anchor", "ctr" if grown_down else "b")
    paragraphs = body.findall(qn("a:p"))
    kept = main_paragraph(body)
    kept = paragraphs[0] if kept is None else kept
    for paragraph in paragraphs:
        if paragraph is not kept:
            body.remove(paragraph)
    for run in kept.findall(qn("a:r")):
        _make_explicit(run, kept)
    if slot.purpose is SlotPurpose.NUMERAL and tokens_in(words_of_paragraph(kept)):
        _count_from_one(kept)
    if slot.purpose is not SlotPurpose.NUMERAL:
        _single_run(kept, slot.size_pt)
    if to_left:
        properties = paragraph_properties(kept)
        properties.set("algn", "l")
        space_before(properties, slot.paragraph_gap_pt)
        if properties.get("marL") is None and properties.get("indent") is not None:
            properties.attrib.pop("indent")


def _count_from_one(paragraph: Any) -> None:
    """PART {{章节序号}} becomes PART 01, which is counted on from there."""
    words = words_of_paragraph(paragraph)
    for token in tokens_in(words):
        words = words.replace(token.written, "01")
    texts = list(paragraph.iter(qn("a:t")))
    for text in texts:
        text.text = ""
    texts[0].text = words


def paragraph_properties(paragraph: Any) -> Any:
    """The `a:pPr` of a paragraph, made where it has none."""
    properties = paragraph.find(qn("a:pPr"))
    if properties is None:
        properties = etree.Element(qn("a:pPr"))
        paragraph.insert(0, properties)
    return properties


def space_before(properties: Any, gap_pt: float) -> None:
    """<a:spcBef><a:spcPts val/></a:spcBef> and no space after, in the place that the schema has for them."""
    for tag in ("a:spcBef", "a:spcAft"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
    at = 1 if properties.find(qn("a:lnSpc")) is not None else 0
    for tag, points in (("a:spcAft", 0.0), ("a:spcBef", gap_pt)):
        spacing = etree.Element(qn(tag))
        etree.SubElement(spacing, qn("a:spcPts")).set("val", str(round(points * 100)))
        properties.insert(at, spacing)


def _settle_body(properties: Any, inset: tuple[int, int, int, int], *, wraps: bool) -> None:
    """The text wraps in its box, a figure or a count never (1200|元, 0|1).

    Its size is chosen by fitting and not by what was written there before.
    """
    properties.set("wrap", "square" if wraps else "none")
    properties.attrib.pop("numCol", None)
    for name, value in zip(("lIns", "tIns", "rIns", "bIns"), inset, strict=True):
        properties.set(name, str(value))
    for tag in ("a:spAutoFit", "a:noAutofit", "a:normAutofit"):
        for found in properties.findall(qn(tag)):
            properties.remove(found)
    warp = properties.find(qn("a:prstTxWarp"))
    fit = etree.Element(qn("a:normAutofit"))
    properties.insert(0 if warp is None else 1, fit)


def _single_run(paragraph: Any, size_pt: float) -> None:
    runs = paragraph.findall(qn("a:r"))
    if not runs:
        run = etree.SubElement(paragraph, qn("a:r"))
        etree.SubElement(run, qn("a:rPr"))
        etree.SubElement(run, qn("a:t")).text = "·"
        runs = [run]
    kept = max(runs, key=lambda run: len((run.findtext(qn("a:t")) or "").strip()))
    for child in list(paragraph):
        if child is not kept and child.tag != qn("a:pPr"):
            paragraph.remove(child)
    kept.find(qn("a:rPr")).set("sz", str(round(size_pt * 100)))


def _make_explicit(run: Any, paragraph: Any) -> None:
    """What a script wrote into `a:pPr/a:defRPr`, which PowerPoint does not heed, goes into the run itself."""
    own = run.find(qn("a:rPr"))
    if own is None:
        own = etree.Element(qn("a:rPr"))
        run.insert(0, own)
    meant = paragraph.find(f"{qn('a:pPr')}/{qn('a:defRPr')}")
    for attribute in ("baseline", "err", "dirty"):
        own.attrib.pop(attribute, None)
    if meant is None:
        return
    for name, value in meant.attrib.items():
        if own.get(name) is None:
            own.set(name, value)
    children = []
    for names in _RUN_ORDER:
        tags = {qn(f"a:{name}") for name in names}
        found = next((c for source in (own, meant) for c in source if c.tag in tags), None)
        if found is not None:
            children.append(copy.deepcopy(found))
    for child in list(own):
        own.remove(child)
    own.extend(children)
