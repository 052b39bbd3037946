"""Covers and closings: for a template that has only content pages a copy of one, its title in the middle.

A title at the head of an otherwise empty page is no cover. The copy keeps all that the designer drew, the typefaces and
the alignment; it stands beside the layout that it was made from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.parts.slide import SlideLayoutPart

from generator.model import Box, LayoutRole, SlotPurpose
from generator.settings import FittingSettings
from generator.template.candidates import Candidate
from generator.template.facts import LayoutFacts, Place, TemplateFacts, read_facts
from generator.template.layouts import frame_of, lineages
from generator.template.prompts import level_of, run_of
from generator.template.signature import signature_of
from generator.template.slots import layout_in_role

_ROLES = (LayoutRole.COVER, LayoutRole.CLOSING)
_TITLE_TOP, _TITLE_HEIGHT = 0.3, 0.24
_LINES_TOP, _LINES_HEIGHT = 0.58, 0.18
"""Shares of the slide's height: the title of such a page, and the place for unit, speaker and date under it."""
_LABELS = frozenset({SlotPurpose.HEAD, SlotPurpose.NUMERAL, SlotPurpose.VALUE, SlotPurpose.CAPTION})
_COVER_LINES = frozenset({SlotPurpose.SUBTITLE, SlotPurpose.SPEAKER})
_SIDE = 0.08
_LINES_SIZE = 0.55
_LINES_PT = 18.0
"""What unit, speaker and date are set in: of the title's size, and no less than the points on 7.5 in."""
_SLIDE_HEIGHT = 6_858_000
_EMU_PER_POINT = 12_700
_PEOPLE_LINES = 4.2
"""Subtitle, unit, speaker and date, with a hair to spare."""
_LOWEST = 0.95
"""Share of the height that nothing is made to reach beyond."""
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PLACEHOLDER = f"*/{qn('p:nvPr')}/{qn('p:ph')}"
_BULLETS = ("a:buNone", "a:buChar", "a:buAutoNum", "a:buBlip", "a:buFont", "a:buSzPct", "a:buSzPts", "a:buClr")


def with_frames(
    presentation: Any, facts: TemplateFacts, chosen: Mapping[LayoutRole, Candidate]
) -> dict[LayoutRole, Candidate]:
    """The roles with a cover and a closing of their own where the content page would have to stand in for them."""
    content = chosen[LayoutRole.CONTENT].layout
    key = (content.master, content.position)
    bare = [role for role in _ROLES if role in chosen and chosen[role].instead and _key(chosen[role]) == key]
    source = next((layout for layout in facts.layouts if layout.key == key), None)
    if not bare or source is None or content.sample_slide is not None or not content.slot(SlotPurpose.TITLE):
        return dict(chosen)
    seen = signature_of(source, facts.width, facts.height)
    if seen.title is None or seen.body is None:
        return dict(chosen)
    position = _copied(presentation, source, seen.title, seen.body, facts)
    again = read_facts(presentation)
    made = next(layout for layout in again.layouts if layout.key == (source.master, position))
    framed = {
        role: Candidate(
            role,
            layout_in_role(role, made, signature_of(made, facts.width, facts.height), again),
            chosen[role].confidence,
            (*chosen[role].evidence, "标题移到页面中部"),
            instead=True,
        )
        for role in bare
    }
    return {**chosen, **framed}


def with_room(
    presentation: Any, facts: TemplateFacts, chosen: Mapping[LayoutRole, Candidate]
) -> dict[LayoutRole, Candidate]:
    """The roles with a cover whose only place under its title holds a subtitle, a unit and a date, a line each.

    A person types on below the edge of a box that was drawn for one line; the box is made as high as the page is free.
    """
    cover = chosen.get(LayoutRole.COVER)
    lines = cover.layout.slot(SlotPurpose.SUBTITLE) if cover else None
    if cover is None or lines is None or cover.layout.sample_slide is not None or cover.layout.position is None:
        return dict(chosen)
    size = _LINES_PT * facts.height / _SLIDE_HEIGHT * _EMU_PER_POINT
    wanted = round(_PEOPLE_LINES * size * FittingSettings().line_height_em)
    owner = presentation.slide_masters[cover.layout.master].slide_layouts[cover.layout.position]
    lineage = lineages(owner)[lines.index]
    frame = frame_of(lineage.holders)
    anchors = [body.get("anchor") for holder in lineage.holders for body in holder.iter(qn("a:bodyPr"))]
    hangs = next((anchor for anchor in anchors if anchor), "t") != "b"
    short = wanted - lines.box.height
    is_small = lines.size_pt * _EMU_PER_POINT < size  # a designer's small line stays one: higher, it would be a body
    if cover.layout.slot(SlotPurpose.SPEAKER) or frame is None or not hangs or short <= 0 or is_small:
        return dict(chosen)
    below = Box(frame.left, frame.top + frame.height, frame.width, short)
    own = next((layout for layout in facts.layouts if layout.key == (cover.layout.master, cover.layout.position)), None)
    if (
        own is None
        or below.top + short > _LOWEST * facts.height
        or any(_meet(below, box) for box in _taken(own, facts))
    ):
        return dict(chosen)
    _put(lineage.holders[0], Box(frame.left, frame.top, frame.width, frame.height + short))
    again = read_facts(presentation)
    made = next(layout for layout in again.layouts if layout.key == own.key)
    layout = layout_in_role(LayoutRole.COVER, made, signature_of(made, facts.width, facts.height), again)
    return {**chosen, LayoutRole.COVER: replace(cover, layout=layout)}


def _taken(layout: LayoutFacts, facts: TemplateFacts) -> Iterator[Box]:
    """Where something else stands on a layout; what is larger than half of the page is its ground."""
    yield from (place.box for place in layout.places)
    yield from (box for _, box in layout.edges)
    page = facts.width * facts.height
    yield from (box for box in layout.drawings if box.width * box.height < 0.5 * page)


def _meet(one: Box, other: Box) -> bool:
    return (
        one.left < other.left + other.width
        and other.left < one.left + one.width
        and one.top < other.top + other.height
        and other.top < one.top + one.height
    )


def _copied(presentation: Any, layout: LayoutFacts, title: Place, body: Place, facts: TemplateFacts) -> int:
    """Put the copy behind the layouts of its master; gives its position among them."""
    master = presentation.slide_masters[layout.master]
    source = master.slide_layouts[layout.position]
    package = source.part.package
    uri = package.next_partname("/ppt/slideLayouts/slideLayout%d.xml")
    part: Any = SlideLayoutPart.load(uri, source.part.content_type, package, etree.tostring(source._element))
    names = {
        identity: part.relate_to(
            relation.target_ref if relation.is_external else relation.target_part,
            relation.reltype,
            is_external=relation.is_external,
        )
        for identity, relation in source.part.rels.items()
    }
    for element in part._element.iter():
        for name, value in element.attrib.items():
            if str(name).startswith(_RELATIONS) and value in names:
                element.set(name, names[value])
    part._element.attrib.pop("type", None)
    align = next((level.get("algn") for level in title.lineage.levels if level.get("algn")), "l")
    for shape in list(part._element.cSld.spTree.iter(qn("p:sp"))):
        holder = shape.find(_PLACEHOLDER)
        if holder is None:
            continue
        index = int(holder.get("idx", "0"))
        if index == title.index and holder.get("type", "obj") == title.kind:
            _place(shape, facts, _TITLE_TOP, _TITLE_HEIGHT, "ctr")
        elif index == body.index:
            _place(shape, facts, _LINES_TOP, _LINES_HEIGHT, "t")
            _as_line(shape)
            level_of(shape, 1).set("algn", align)
            size = max(_LINES_SIZE * title.size_pt, _LINES_PT * facts.height / _SLIDE_HEIGHT)
            run_of(level_of(shape, 1)).set("sz", str(100 * round(size)))
    listed = master._element.find(qn("p:sldLayoutIdLst"))
    entry = etree.SubElement(listed, qn("p:sldLayoutId"))
    entry.set("id", str(_next_number(presentation)))
    entry.set(qn("r:id"), master.part.relate_to(part, RELATIONSHIP_TYPE.SLIDE_LAYOUT))
    return len(listed) - 1


def _place(shape: Any, facts: TemplateFacts, top: float, height: float, anchor: str) -> None:
    across = round((1 - 2 * _SIDE) * facts.width)
    _put(shape, Box(round(_SIDE * facts.width), round(top * facts.height), across, round(height * facts.height)))
    shape.find(f"{qn('p:txBody')}/{qn('a:bodyPr')}").set("anchor", anchor)


def _put(shape: Any, box: Box) -> None:
    """Give a placeholder a place of its own."""
    properties = shape.find(qn("p:spPr"))
    for old in properties.findall(qn("a:xfrm")):
        properties.remove(old)
    frame = etree.Element(qn("a:xfrm"))
    offset, extent = etree.SubElement(frame, qn("a:off")), etree.SubElement(frame, qn("a:ext"))
    for element, name, value in (
        (offset, "x", box.left),
        (offset, "y", box.top),
        (extent, "cx", box.width),
        (extent, "cy", box.height),
    ):
        element.set(name, str(value))
    properties.insert(0, frame)


def plain_lines(presentation: Any, roles: Mapping[LayoutRole, Candidate]) -> None:
    """Take the bullets off what is no list: unit, speaker and date under a cover's title, heads, figures, captions.

    Not from the lines of a cover where the same layout holds points as well.
    """
    framing = (*_ROLES, LayoutRole.SECTION)
    listing = {_key(candidate) for role, candidate in roles.items() if role not in framing}
    for role, candidate in roles.items():
        if candidate.layout.sample_slide is not None or candidate.layout.position is None:
            continue
        layout = candidate.layout
        on_cover = role in _ROLES and _key(candidate) not in listing
        purposes = _LABELS | (_COVER_LINES if on_cover else frozenset())
        by_index = lineages(presentation.slide_masters[layout.master].slide_layouts[layout.position])
        for slot in layout.slots:
            lineage = by_index.get(slot.index)
            if slot.purpose in purposes and lineage and _has_bullet(lineage.levels):
                _as_line(lineage.holders[0])


def _key(candidate: Candidate) -> tuple[int, int | None]:
    return candidate.layout.master, candidate.layout.position


def _has_bullet(levels: Iterable[Any]) -> bool:
    for level in levels:
        found = [level.find(qn(tag)) for tag in ("a:buNone", "a:buChar", "a:buAutoNum", "a:buBlip")]
        if any(bullet is not None for bullet in found):
            return found[0] is None
    return False


def _as_line(shape: Any) -> None:
    """Without a bullet, and without the indent that was for it."""
    level = level_of(shape, 1)
    for tag in _BULLETS:
        for old in level.findall(qn(tag)):
            level.remove(old)
    for name, value in (("marL", "0"), ("indent", "0")):
        level.set(name, value)
    later = [child for child in level if child.tag in (qn("a:tabLst"), qn("a:defRPr"), qn("a:extLst"))]
    level.insert(len(level) - len(later), etree.Element(qn("a:buNone")))


def _next_number(presentation: Any) -> int:
    """ECMA-376 part 1, 19.7.9: masters and layouts share their numbers, from 2^31."""
    main = presentation.part._element
    used = [int(entry.get("id", "0")) for entry in main.iter(qn("p:sldMasterId"))]
    for master in presentation.slide_masters:
        used += [int(entry.get("id", "0")) for entry in master._element.iter(qn("p:sldLayoutId"))]
    return max([*used, 2_147_483_647]) + 1
