"""What a template's layouts lack is added to them in memory, so that every text still stands in a placeholder.

Only what would otherwise make them useless: a second placeholder of the same `idx` gets one of its own, a title over
an empty page gets a body on its grid, a package without table styles gets the list of them. The file itself stays as it
is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from generator.model import Box, LayoutRole
from generator.template.facts import FOOTERS, LayoutFacts, TemplateFacts, kind_of
from generator.template.layouts import frame_of
from generator.template.names import role_by_name
from generator.template.signature import Signature

_PLACEHOLDERS = f".//{qn('p:nvPr')}/{qn('p:ph')}"
_BODY_PT = 20
"""Points, for a drawn body whose master sets less: what a hall can read."""
_GAP = 0.03
"""Share of the slide's height between what stands above and a drawn body."""
_LOWEST = 0.92
"""Share of the height where a drawn body ends when no footer tells."""
_SIDE = 0.05
"""Share of the width that stays free at the sides."""
_NAMESPACES = " ".join(f'xmlns:{prefix}="{qn(prefix + ":x")[1:-2]}"' for prefix in ("p", "a"))
_TABLE_STYLES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    b'def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>'
)
_FRAMES = frozenset({LayoutRole.COVER, LayoutRole.SECTION, LayoutRole.CLOSING})
_AS_ON_MASTER = (("title", 0, None, False), ("body", 1, None, False))
_IN_MIDDLE = (("ctrTitle", 0, (0.08, 0.34, 0.84, 0.2), True), ("subTitle", 1, (0.15, 0.57, 0.7, 0.13), True))
"""Placeholders that a layout borrows: type, idx, box in shares of the slide (None: the master's), whether centred."""


def number_apart(presentation: Any) -> bool:
    """Give placeholders of one layout that share an `idx` one each, in the slides made from it as well.

    LibreOffice leaves out `idx` altogether, so that title, left and right column are all 0 and stand in one place.
    Tells whether anything was changed.
    """
    changed = False
    trees: dict[Any, list[Any]] = {}
    for slide in presentation.slides:
        trees.setdefault(slide.slide_layout.part.partname, []).append(slide._element)
    for master in presentation.slide_masters:
        for layout in master.slide_layouts:
            elements = [layout._element, *trees.get(layout.part.partname, ())]
            apart = [_number_apart(element) for element in elements]
            changed |= any(apart)
    return changed


def _number_apart(element: Any) -> bool:
    """The title keeps its number, then the first of each; the n-th of a number gets the same new one on every slide."""
    seen: dict[int, int] = {}
    changed = False
    placeholders = sorted(element.iterfind(_PLACEHOLDERS), key=lambda ph: kind_of(ph) not in ("title", "ctrTitle"))
    for placeholder in placeholders:
        index = int(placeholder.get("idx", "0"))
        seen[index] = seen.get(index, 0) + 1
        if seen[index] > 1:
            placeholder.set("idx", str(9000 + index % 100 * 40 + seen[index]))
            changed = True
    return changed


def borrow_placeholders(presentation: Any, facts: TemplateFacts) -> tuple[str, ...]:
    """Give layouts without any placeholder their master's title and body; the names of those that got them.

    内容页 with a drawing and no place for text, over a master that has a title and a body: whoever adds a slide in
    PowerPoint gets an empty page. What is named a cover, a divider or a closing gets a title in its middle instead.
    A 空白 stays empty, unless every layout is one.
    """
    found: list[str] = []
    for master in facts.masters:
        owner = presentation.slide_masters[master.index]
        kinds = {kind_of(shape._element.ph): frame_of((shape._element,)) for shape in owner.placeholders}
        if not (kinds.get("title") and kinds.get("body")):
            continue
        layouts = [layout for layout in facts.layouts if layout.master == master.index and not layout.places]
        named = {layout.key: role_by_name(layout.name) for layout in layouts}
        told = [layout for layout in layouts if (name := named[layout.key]) is None or name.role is not None]
        for layout in told or layouts:
            name = named[layout.key]
            in_middle = name is not None and name.role in _FRAMES
            tree = owner.slide_layouts[layout.position]._element.cSld.spTree
            for kind, index, box, centred in _IN_MIDDLE if in_middle else _AS_ON_MASTER:
                _append(tree, _borrowed_element(_next_id(tree), kind, index, _of_slide(box, facts), centred))
            found.append(layout.name)
    return tuple(found)


def add_table_styles(presentation: Any) -> None:
    """The list of table styles, which says no more than the default's name: LibreOffice leaves it out and then draws
    tables without any lines."""
    main = presentation.part
    if any(relation.reltype == RELATIONSHIP_TYPE.TABLE_STYLES for relation in main.rels.values()):
        return
    part = Part(PackURI("/ppt/tableStyles.xml"), CONTENT_TYPE.PML_TABLE_STYLES, main.package, _TABLE_STYLES)
    main.relate_to(part, RELATIONSHIP_TYPE.TABLE_STYLES)


def draw_body(presentation: Any, layout: LayoutFacts, seen: Signature, facts: TemplateFacts) -> bool:
    """Put a body placeholder under the title of a layout that has none; False where there is no room for one."""
    target = presentation.slide_masters[layout.master].slide_layouts[layout.position]
    box = _free_box(target, layout, seen, facts)
    if box.height < 0.25 * facts.height or box.width < 0.3 * facts.width:
        return False
    tree = target._element.cSld.spTree
    index = max((int(ph.get("idx", "0")) for ph in tree.iterfind(_PLACEHOLDERS)), default=0) + 1
    body = _body_element(_next_id(tree), max(index, 40), box)
    level = body.find(f"{qn('p:txBody')}/{qn('a:lstStyle')}/{qn('a:lvl1pPr')}/{qn('a:defRPr')}")
    level.set("sz", str(round(_BODY_PT * max(1.0, facts.height / 6_858_000)) * 100))
    _append(tree, body)
    return True


def _next_id(tree: Any) -> int:
    return max((int(e.get("id", "0")) for e in tree.iter(qn("p:cNvPr"))), default=1) + 1


def _append(tree: Any, shape: Any) -> None:
    """Above all that is drawn; extensions stay last."""
    extensions = tree.find(qn("p:extLst"))
    tree.insert(len(tree) if extensions is None else len(tree) - 1, shape)


def _of_slide(shares: tuple[float, float, float, float] | None, facts: TemplateFacts) -> Box | None:
    if shares is None:
        return None
    left, top, width, height = shares
    return Box(
        *(
            round(s * e)
            for s, e in ((left, facts.width), (top, facts.height), (width, facts.width), (height, facts.height))
        )
    )


def _free_box(target: Any, layout: LayoutFacts, seen: Signature, facts: TemplateFacts) -> Box:
    """Under all that stands at the head, above the footers, as wide as the title; no lower than the master's body."""
    head = [place.box for place in layout.places if place.box.top + place.box.height < 0.5 * facts.height]
    top = max((box.top + box.height for box in head), default=round(0.2 * facts.height))
    top += round(_GAP * facts.height)
    bottom = min([round(_LOWEST * facts.height), *_footer_tops(target, facts)])
    title = seen.title.box if seen.title else Box(0, 0, facts.width, 0)
    left = max(title.left, round(_SIDE * facts.width / 2))
    right = min(title.left + title.width, facts.width - round(_SIDE * facts.width / 2))
    master = next(
        (s for s in target.slide_master.placeholders if kind_of(s._element.ph) == "body"),
        None,
    )
    frame = frame_of((master._element,)) if master is not None else None
    if frame and frame.height > 0.3 * facts.height and frame.width >= 0.5 * facts.width:
        bottom = min(bottom, max(frame.top + frame.height, round(0.8 * facts.height)))
    return Box(left, top, max(0, right - left), max(0, bottom - top))


def _footer_tops(target: Any, facts: TemplateFacts) -> Sequence[int]:
    shapes = (*target.placeholders, *target.slide_master.placeholders)
    frames = [frame_of((s._element,)) for s in shapes if kind_of(s._element.ph) in FOOTERS]
    return [frame.top for frame in frames if frame and 0.7 * facts.height < frame.top < facts.height]


def _borrowed_element(identity: int, kind: str, index: int, box: Box | None, centred: bool) -> Any:
    """<p:sp> with <p:ph>, in its own place or in the master's; `centred` text stands in the middle of its box."""
    frame = (
        ""
        if box is None
        else f'<a:xfrm><a:off x="{box.left}" y="{box.top}"/><a:ext cx="{box.width}" cy="{box.height}"/></a:xfrm>'
    )
    body = '<a:bodyPr anchor="ctr"/>' if centred else "<a:bodyPr/>"
    level = '<a:lvl1pPr marL="0" indent="0" algn="ctr"><a:buNone/></a:lvl1pPr>' if centred else ""
    number = f' idx="{index}"' if index else ""
    return parse_xml(
        f'<p:sp {_NAMESPACES}><p:nvSpPr><p:cNvPr id="{identity}" name="占位符 {identity}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{kind}"{number}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{frame}</p:spPr><p:txBody>{body}<a:lstStyle>{level}</a:lstStyle>"
        f'<a:p><a:r><a:rPr lang="zh-CN"/><a:t>单击此处编辑</a:t></a:r></a:p></p:txBody></p:sp>'
    )


def _body_element(identity: int, index: int, box: Box) -> Any:
    """<p:sp> with <p:ph type="body">, its place and its size; the rest it inherits from the master's body."""
    return parse_xml(
        f'<p:sp {_NAMESPACES}><p:nvSpPr><p:cNvPr id="{identity}" name="正文占位符 {identity}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="{index}"/></p:nvPr></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{box.left}" y="{box.top}"/><a:ext cx="{box.width}" cy="{box.height}"/></a:xfrm>'
        f"</p:spPr><p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle><a:lvl1pPr><a:defRPr/></a:lvl1pPr>"
        f'</a:lstStyle><a:p><a:r><a:rPr lang="zh-CN"/><a:t>单击此处编辑正文</a:t></a:r></a:p></p:txBody></p:sp>'
    )
