"""A template to start from: the built-in look with a slide for each role, its tokens in place, explained in the notes.

What repeats stands on the slides themselves and not on layouts, so that a person can move, copy and recolour it, and so
that a deck may have more of it or less.
"""

from __future__ import annotations

import copy
import io
from collections.abc import Iterator
from typing import Any

import pptx
from lxml import etree
from pptx.oxml.ns import qn

from generator.model import Layout, LayoutRole, Slot, SlotPurpose
from generator.template.evidence import role_name
from generator.template.layouts import Lineage, lineages
from generator.template.looks import DEFAULT_LOOK, open_look
from generator.template.tokens import all_tokens

_UNITS = {
    LayoutRole.AGENDA: 4,
    LayoutRole.TWO_CONTENT: 2,
    LayoutRole.THREE_CONTENT: 3,
    LayoutRole.CARDS: 3,
    LayoutRole.STEPS: 4,
    LayoutRole.BIG_NUMBER: 3,
}
"""How many of what repeats the sample slide of a role shows."""
_BASE = "仅标题"
"""The layout under the slides whose parts repeat."""
_ORDER = (
    LayoutRole.COVER,
    LayoutRole.AGENDA,
    LayoutRole.SECTION,
    LayoutRole.CONTENT,
    LayoutRole.TWO_CONTENT,
    LayoutRole.THREE_CONTENT,
    LayoutRole.CARDS,
    LayoutRole.STEPS,
    LayoutRole.BIG_NUMBER,
    LayoutRole.TABLE,
    LayoutRole.CHART,
    LayoutRole.CLOSING,
)
_TOKENS = {
    SlotPurpose.TITLE: "{{标题}}",
    SlotPurpose.SUBTITLE: "{{副标题}}",
    SlotPurpose.SPEAKER: "{{单位}}\n{{发言人}}\n{{日期}}",
    SlotPurpose.BREADCRUMB: "{{章节标题}}",
    SlotPurpose.BODY: "{{要点}}",
    SlotPurpose.TABLE: "{{表格}}",
    SlotPurpose.CHART: "{{图表}}",
}
_COUNTED = {
    SlotPurpose.VALUE: "{{{{数字{0}}}}}{{{{单位{0}}}}}",
    SlotPurpose.CAPTION: "{{{{指标{0}}}}}",
    SlotPurpose.BODY: "{{{{要点{0}}}}}",
    SlotPurpose.NUMERAL: "{0:02d}",
}
_EXPLAINED = (
    "这一页是“{role}”页的样板。生成时整页复制，只把双花括号里的记号换成讲稿里的内容，"
    "其余（背景、图片、图形、字体、颜色、位置）都照原样保留。\n"
    "可以放心改：移动和缩放文本框，换字体、字号、颜色、底图，加单位标志，删去不需要的装饰。\n"
    "{units}"
    "全部记号：{chinese}。\n"
    "英文写法：{english}。\n"
    "不要的样板页可以删去，缺的角色由相近的页代替。改好以后先看一遍：speechdeck template inspect 本文件；"
    "再生成：speechdeck build 讲稿 --template 本文件。"
)
_UNITS_EXPLAINED = (
    "并列的部分（序号、文字、底框）算一组，讲稿里多几项或少几项时自动增减并重新排匀，请保持各组样式一致。\n"
)


def starting_template(look: str = DEFAULT_LOOK) -> bytes:
    """The .pptx.

    Raises:
        TemplateError: no look of that name.
    """
    template = open_look(look)
    presentation: Any = pptx.Presentation(io.BytesIO(template.package))
    by_name = {layout.name: layout for layout in presentation.slide_layouts}
    for role in _ORDER:
        layout = _chosen(template.layouts_for(role), role)
        if layout is None:
            continue
        own = by_name[layout.name]
        repeats = role in _UNITS and _BASE in by_name
        slide = presentation.slides.add_slide(by_name[_BASE] if repeats else own)
        slide._element.cSld.set("name", role_name(role))
        if repeats:
            _draw_parts(slide, own, by_name[_BASE])
        _write_tokens(slide, own, layout, role, repeats)
        _show_number(slide, own)
        units = _UNITS_EXPLAINED if repeats else ""
        slide.notes_slide.notes_text_frame.text = _EXPLAINED.format(
            role=role_name(role), units=units, chinese=" ".join(all_tokens(0)), english=" ".join(all_tokens(1))
        )
    stream = io.BytesIO()
    presentation.save(stream)
    return stream.getvalue()


def _chosen(layouts: tuple[Layout, ...], role: LayoutRole) -> Layout | None:
    """The layout of the wanted number of units, without heads of their own where there is one."""
    fitting = [layout for layout in layouts if layout.units == _UNITS.get(role, 0)] or list(layouts)
    plain = [layout for layout in fitting if role is LayoutRole.AGENDA or layout.slot(SlotPurpose.HEAD) is None]
    return next(iter(plain or fitting), None)


def _draw_parts(slide: Any, own: Any, base: Any) -> None:
    """The drawings of a layout, and its placeholders as free text boxes, on a slide of the plain layout."""
    tree = slide.shapes._spTree
    drawn = {etree.tostring(element, method="c14n") for element in _drawings(base)}
    under = 2  # after the tree's own properties, below everything else
    for element in _drawings(own):
        if etree.tostring(element, method="c14n") not in drawn:
            tree.insert(under, copy.deepcopy(element))
            under += 1
    background = own._element.cSld.find(qn("p:bg"))
    if background is not None:
        slide._element.cSld.insert(0, copy.deepcopy(background))
    for identity, properties in enumerate(tree.iter(qn("p:cNvPr")), 1):
        properties.set("id", str(identity))


def _drawings(layout: Any) -> Iterator[Any]:
    for element in layout._element.cSld.spTree:
        drawn = element.find(f"*/{qn('p:nvPr')}") is not None
        if drawn and element.find(f"*/{qn('p:nvPr')}/{qn('p:ph')}") is None:
            yield element


def _write_tokens(slide: Any, own: Any, layout: Layout, role: LayoutRole, repeats: bool) -> None:
    by_index = lineages(own)
    placeholders = {p.placeholder_format.idx: p for p in slide.placeholders}
    used = set()
    for slot in layout.slots:
        words = _token(slot, role, repeats)
        if words is None:
            continue
        placed = placeholders.get(slot.index)
        if placed is not None and (not repeats or slot.purpose is SlotPurpose.TITLE):
            placed.text_frame.text = words
            used.add(slot.index)
        else:
            _add_free(slide, by_index[slot.index], words)
    for index, placeholder in placeholders.items():
        if index not in used:
            placeholder._element.getparent().remove(placeholder._element)


def _token(slot: Slot, role: LayoutRole, repeats: bool) -> str | None:
    match slot.purpose:
        case SlotPurpose.HEAD:
            return "{{要点" + str(slot.unit + 1) + "}}" if role is LayoutRole.AGENDA else None
        case SlotPurpose.TITLE if role is LayoutRole.AGENDA:
            return "目录"
        case SlotPurpose.TITLE if role is LayoutRole.SECTION:
            return "{{章节标题}}"
        case SlotPurpose.NUMERAL if role is LayoutRole.SECTION:
            return "{{章节序号}}"
        case SlotPurpose.SUBTITLE | SlotPurpose.SPEAKER if role is LayoutRole.CLOSING:
            return None
        case SlotPurpose.BODY if role is LayoutRole.CHART:
            return None
        case SlotPurpose.DATE | SlotPurpose.FOOTER | SlotPurpose.SLIDE_NUMBER:
            return None
        case purpose if repeats and purpose in _COUNTED:
            return _COUNTED[purpose].format(slot.unit + 1)
        case purpose:
            return _TOKENS.get(purpose)


def _add_free(slide: Any, lineage: Lineage, words: str) -> None:
    """A placeholder as a text box that needs nothing from a layout: all that it inherits is written into it."""
    tree = slide.shapes._spTree
    element = copy.deepcopy(lineage.holders[0])
    identity = max(int(e.get("id", "0")) for e in tree.iter(qn("p:cNvPr"))) + 1
    properties = element.find(f"*/{qn('p:cNvPr')}")
    properties.set("id", str(identity))
    properties.set("name", f"文本框 {identity}")
    for child in list(properties):
        properties.remove(child)
    marks = element.find(f"*/{qn('p:nvPr')}")
    for child in list(marks):
        marks.remove(child)
    own = element.find(f"{qn('p:nvSpPr')}/{qn('p:cNvSpPr')}")
    own.set("txBox", "1")
    for child in list(own):
        own.remove(child)
    body = element.find(qn("p:txBody"))
    for holder in lineage.holders[1:]:
        inherited = holder.find(f"{qn('p:txBody')}/{qn('a:bodyPr')}")
        for name, value in ({} if inherited is None else inherited.attrib).items():
            if body.find(qn("a:bodyPr")).get(name) is None:
                body.find(qn("a:bodyPr")).set(name, value)
    if element.find(f"{qn('p:spPr')}/{qn('a:xfrm')}") is None:
        for holder in lineage.holders[1:]:
            place = holder.find(f"{qn('p:spPr')}/{qn('a:xfrm')}")
            if place is not None:
                element.find(qn("p:spPr")).insert(0, copy.deepcopy(place))
    if element.find(f"{qn('p:spPr')}/{qn('a:prstGeom')}") is None:
        geometry = etree.SubElement(element.find(qn("p:spPr")), qn("a:prstGeom"), {"prst": "rect"})
        etree.SubElement(geometry, qn("a:avLst"))
        element.find(qn("p:spPr")).insert(1, geometry)
    _write(body, words, _whole_level(lineage))
    extensions = tree.find(qn("p:extLst"))
    tree.insert(len(tree) if extensions is None else len(tree) - 1, element)


def _whole_level(lineage: Lineage) -> Any:
    """One `a:lvl1pPr` with everything that the chain of levels gives, the nearest first."""
    whole = etree.Element(qn("a:lvl1pPr"))
    for level in reversed(lineage.levels):
        for name, value in level.attrib.items():
            whole.set(name, value)
        for child in level:
            same = _FAMILIES.get(child.tag, (child.tag,))
            old = next((c for c in whole if c.tag in same), None)
            if child.tag == qn("a:defRPr") and old is not None:
                _merge(old, child)
                continue
            if old is not None:
                whole.remove(old)
            whole.append(copy.deepcopy(child))
    for child in sorted(whole, key=lambda c: _LEVEL_ORDER.index(c.tag) if c.tag in _LEVEL_ORDER else 99):
        whole.append(child)
    return whole


def _merge(run: Any, nearer: Any) -> None:
    for name, value in nearer.attrib.items():
        run.set(name, value)
    for child in nearer:
        same = _FILLS if child.tag in _FILLS else (child.tag,)
        for old in [c for c in run if c.tag in same]:
            run.remove(old)
        run.append(copy.deepcopy(child))
    for child in sorted(run, key=lambda c: _RUN_ORDER.index(c.tag) if c.tag in _RUN_ORDER else 99):
        run.append(child)


def _write(body: Any, words: str, level: Any) -> None:
    styles = body.find(qn("a:lstStyle"))
    for child in list(styles):
        styles.remove(child)
    styles.append(level)
    for paragraph in body.findall(qn("a:p")):
        body.remove(paragraph)
    for line in words.split("\n"):
        run = etree.SubElement(etree.SubElement(body, qn("a:p")), qn("a:r"))
        etree.SubElement(run, qn("a:rPr"), {"lang": "zh-CN", "altLang": "en-US"})
        etree.SubElement(run, qn("a:t")).text = line


def _show_number(slide: Any, own: Any) -> None:
    """The slide number, where the layout has one, as a token in its placeholder."""
    tree = slide.shapes._spTree
    for placeholder in own.placeholders:
        if placeholder._element.ph.get("type") != "sldNum":
            continue
        element = copy.deepcopy(placeholder._element)
        identity = max(int(e.get("id", "0")) for e in tree.iter(qn("p:cNvPr"))) + 1
        element.find(f"*/{qn('p:cNvPr')}").set("id", str(identity))
        tree.append(element)


def _tags(*names: str) -> tuple[str, ...]:
    return tuple(qn(f"a:{name}") for name in names)


_FILLS = _tags("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
_BULLETS = _tags("buNone", "buAutoNum", "buChar", "buBlip")
_FAMILIES = dict.fromkeys(_BULLETS, _BULLETS)
_LEVEL_ORDER = _tags(
    *("lnSpc", "spcBef", "spcAft", "buClrTx", "buClr", "buSzTx", "buSzPct", "buSzPts", "buFontTx", "buFont"),
    *("buNone", "buAutoNum", "buChar", "buBlip", "tabLst", "defRPr", "extLst"),
)
_RUN_ORDER = _tags(
    "ln",
    *("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"),
    *("effectLst", "effectDag", "highlight", "uLnTx", "uLn", "uFillTx", "uFill", "latin", "ea", "cs", "sym"),
)
