"""Whether a template's own words can be read on its own grounds; where they cannot, a colour of its theme that can.

A designer's colours stay as they are, and what is hard to read is told. Only where the contrast is less than any text
may have (dark red on a red band) is the colour changed. What lies on a picture or on a free form is not judged: the
box of a curve says nothing of where its colour is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree
from pptx.oxml.ns import qn

from generator.errors import finding
from generator.model import Box, Finding, Layout, LayoutRole, Slot, SlotPurpose
from generator.template.candidates import Candidate
from generator.template.colors import Ink, blended, contrast, ink_of, owner_colors
from generator.template.evidence import role_name
from generator.template.grounds import Ground, ground_under
from generator.template.inventory import purpose_name
from generator.template.layouts import lineages
from generator.template.prompts import level_of, run_of
from generator.template.sample_slides_shapes import view_of

_LEAST = 3.0
"""WCAG 2.2, 1.4.3: what large text needs. Below it nobody in a hall reads anything."""
_ENOUGH = 4.5
"""The same, for text of any size."""
_LARGE_PT = 24.0
"""Points on 7.5 in. Text from here up needs the lesser contrast only."""
_SLIDE_HEIGHT = 6_858_000
_READABLE = ("bg1", "tx1", "bg2", "tx2")
"""Colours of the theme that a text may take instead; the page's own first: on a band designers write in white."""
_EDGES = frozenset({SlotPurpose.DATE, SlotPurpose.FOOTER, SlotPurpose.SLIDE_NUMBER})
_DATA = frozenset({SlotPurpose.TABLE, SlotPurpose.CHART})
"""Tables and charts bring colours of their own."""


@dataclass(frozen=True, slots=True)
class WeakText:
    """A text that is hard to read. `element` is its `p:sp`; `better` the theme's colour for it, None: its own stays."""

    role: LayoutRole
    purpose: SlotPurpose
    element: Any
    ratio: float
    better: str | None


def weak_texts(presentation: Any, candidates: Iterable[Candidate]) -> tuple[WeakText, ...]:
    """The texts of all candidates with less contrast than they should have, each shape once."""
    seen: set[Any] = set()
    found = []
    for candidate in candidates:
        for weak in _of(presentation, candidate):
            if weak.element not in seen:
                seen.add(weak.element)
                found.append(weak)
    return tuple(found)


def contrast_findings(weak: Sequence[WeakText]) -> Iterator[Finding]:
    """What is told of them, before and after a deck is made."""
    for code, texts in (
        ("template_contrast_mended", [text for text in weak if text.better]),
        ("template_contrast_low", [text for text in weak if not text.better]),
    ):
        ratios: dict[str, float] = {}
        for text in texts:
            place = f"{role_name(text.role)}页的{purpose_name(text.purpose)}"
            ratios[place] = min(text.ratio, ratios.get(place, text.ratio))
        if ratios:
            yield finding(code, listed="，".join(f"{place}（{ratio:.1f}:1）" for place, ratio in ratios.items()))


def mend_contrast(weak: Iterable[WeakText]) -> None:
    """Give each text that cannot be read the colour that can: to the runs of a slide, to the style of a placeholder."""
    for text in weak:
        if text.better is None:
            continue
        if text.element.find(f"*/{qn('p:nvPr')}/{qn('p:ph')}") is not None:
            _color(run_of(level_of(text.element, 1)), text.better)
        for run in text.element.iter(qn("a:r"), qn("a:fld"), qn("a:br")):
            properties = run.find(qn("a:rPr"))
            if properties is None:
                properties = etree.Element(qn("a:rPr"))
                run.insert(0, properties)
            _color(properties, text.better)


def ground_of(presentation: Any, layout: Layout, slot: Slot) -> str | None:
    """Six hex digits of what lies under a slot of a layout; None where nobody can tell, or on a sample slide."""
    if layout.sample_slide is not None or layout.position is None:
        return None
    owner = presentation.slide_masters[layout.master].slide_layouts[layout.position]
    return ground_under(owner, _middle(slot.box), owner_colors(owner)).color


def _of(presentation: Any, candidate: Candidate) -> Iterator[WeakText]:
    layout = candidate.layout
    height = int(presentation.slide_height or _SLIDE_HEIGHT)
    for slot, element, own, ground, colors in _texts(presentation, layout):
        if own is None or ground.color is None:
            continue
        ratio = contrast(blended(own, ground.color), ground.color)
        wanted = _LEAST if slot.size_pt * _SLIDE_HEIGHT / height >= _LARGE_PT else _ENOUGH
        if ratio >= wanted:
            continue
        better = None
        if ratio < _LEAST and slot.purpose is not SlotPurpose.NUMERAL:  # a pale 01 is an ornament
            better = next((name for name in _READABLE if contrast(colors[name], ground.color) >= wanted), None)
            better = better or max(_READABLE, key=lambda name: contrast(colors[name], str(ground.color)))
        yield WeakText(candidate.role, slot.purpose, element, ratio, better)


def _texts(presentation: Any, layout: Layout) -> Iterator[tuple[Slot, Any, Ink | None, Ground, dict[str, str]]]:
    """Each slot for words: its element, the colour of its words, its ground, the colours that there are."""
    slots = [slot for slot in layout.slots if slot.purpose not in _EDGES | _DATA]
    if layout.sample_slide is None:
        if layout.position is None:
            return
        owner = presentation.slide_masters[layout.master].slide_layouts[layout.position]
        colors, by_index = owner_colors(owner), lineages(owner)
        for slot in slots:
            lineage = by_index.get(slot.index)
            if lineage is not None:
                element = lineage.holders[0]
                ground = ground_under(owner, _middle(slot.box), colors, own=element)
                yield slot, element, _ink((), lineage.levels, None, colors), ground, colors
        return
    slide = presentation.slides[layout.sample_slide - 1]
    colors = owner_colors(slide)
    view = view_of(slide, layout.sample_slide, int(presentation.slide_width), int(presentation.slide_height))
    shapes = {shape.identity: shape for shape in view.shapes if shape.element.tag == qn("p:sp")}
    for slot in slots:
        shape = shapes.get(slot.index)
        if shape is not None and shape.words:
            below = [(other.element, other.box) for other in view.shapes if other.order < shape.order]
            ground = ground_under(slide, _middle(shape.box), colors, own=shape.element, below=below)
            style = shape.element.find(f"{qn('p:style')}/{qn('a:fontRef')}")
            runs = [run.find(qn("a:rPr")) for run in shape.element.iter(qn("a:r"))]
            yield slot, shape.element, _ink(runs, shape.levels, style, colors), ground, colors


def _ink(runs: Sequence[Any | None], levels: Sequence[Any], style: Any | None, colors: dict[str, str]) -> Ink | None:
    """The colour of the first run: its own, or what it inherits; None where it is a gradient or a picture."""
    inherited = [level.find(qn("a:defRPr")) for level in levels]
    for properties in (*runs[:1], *inherited[:-2]):
        given = _fill(properties)
        if given is not None:
            return ink_of(given, colors)
    if style is not None and len(style):
        return ink_of(style, colors)
    for properties in inherited[-2:]:
        given = _fill(properties)
        if given is not None:
            return ink_of(given, colors)
    return Ink(colors["tx1"])


def _fill(properties: Any | None) -> Any | None:
    if properties is None:
        return None
    fills = (properties.find(qn(f"a:{name}")) for name in ("solidFill", "gradFill", "blipFill", "pattFill"))
    return next((fill for fill in fills if fill is not None), None)


def _middle(box: Box) -> tuple[float, float]:
    return box.left + box.width / 2, box.top + box.height / 2


def _color(properties: Any, name: str) -> None:
    for kind in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"):
        for old in properties.findall(qn(f"a:{kind}")):
            properties.remove(old)
    fill = etree.Element(qn("a:solidFill"))
    etree.SubElement(fill, qn("a:schemeClr")).set("val", name)
    properties.insert(0 if properties.find(qn("a:ln")) is None else 1, fill)
