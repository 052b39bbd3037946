"""Whether a template's own words can be read on its own grounds; where they cannot, a colour of its theme that can.

A designer's colours stay as they are, and what is hard to read is told. Only where the contrast is less than any text
may have (dark red on a red band) is the colour changed, and then to a darker or lighter one of the same hue: black
words on a teal plate would look like a fault. What lies on a picture or on a free form is not judged: the box of a
curve says nothing of where its colour is.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from lxml import etree
from pptx.oxml.ns import qn

from generator.errors import finding
from generator.model import Box, Finding, Layout, LayoutRole, Slot, SlotPurpose, ThemeColor
from generator.template.candidates import Candidate
from generator.template.colors import (
    Ink,
    blended,
    contrast,
    ink_of,
    luminance,
    owner_colors,
    saturation,
    with_lightness,
)
from generator.template.evidence import role_name
from generator.template.grounds import Ground, ground_under
from generator.template.inventory import purpose_name
from generator.template.layouts import lineages
from generator.template.prompts import level_of, run_of
from generator.template.sample_slides.paragraphs import main_paragraph
from generator.template.sample_slides.shapes import view_of

_LEAST = 3.0
"""WCAG 2.2, 1.4.3: what large text needs."""
_LEAST_LARGE = 2.5
"""Below it nobody reads even a bold heading. White on sky blue (2.7) is what half of all designs have in their plates:
it is told, and stays."""
_ENOUGH = 4.5
"""WCAG 2.2, 1.4.3, for text of any size."""
_LARGE_PT = 24.0
_LARGE_BOLD_PT = 18.0
"""Points on 7.5 in. Text from here up, bold text from the second, needs the lesser contrast only."""
_SLIDE_HEIGHT = 6_858_000
_READABLE = ("bg1", "tx1", "bg2", "tx2")
"""Colours of the theme that a grey text may take instead; the page's own first: on a band designers write in white."""
_ROUNDING = 0.05
"""2.97 : 1 is told as 3.0 : 1, and is."""
_MOST_TOLD = 5
_COLORED = 0.15
"""Saturation from which a colour has a hue that can be kept."""
_INKS = (ThemeColor.BACKGROUND1, ThemeColor.TEXT2)
_ALIKE = 1.5
"""Contrast of two colours that do the same service."""
_EDGES = frozenset({SlotPurpose.DATE, SlotPurpose.FOOTER, SlotPurpose.SLIDE_NUMBER})
_DATA = frozenset({SlotPurpose.TABLE, SlotPurpose.CHART})
"""Tables and charts bring colours of their own."""


@dataclass(frozen=True, slots=True)
class WeakText:
    """A text that is hard to read. `element` is its `p:sp`; `better` a colour element for it, None: its own stays."""

    role: LayoutRole
    purpose: SlotPurpose
    element: Any
    ratio: float
    better: Any | None


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
        ("template_contrast_mended", [text for text in weak if text.better is not None]),
        ("template_contrast_low", [text for text in weak if text.better is None]),
    ):
        ratios: dict[str, float] = {}
        for text in texts:
            place = f"{role_name(text.role)}页的{purpose_name(text.purpose)}"
            ratios[place] = min(text.ratio, ratios.get(place, text.ratio))
        worst = sorted(ratios, key=lambda place: ratios[place])[:_MOST_TOLD]
        if worst:
            listed = "，".join(f"{place}（{ratios[place]:.1f}:1）" for place in worst)
            yield finding(code, listed=listed + (f"等 {len(ratios)} 处" if len(ratios) > len(worst) else ""))


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


def ink_of_charts(presentation: Any, layout: Layout) -> ThemeColor | None:
    """The theme's colour that is nearest to a page's points where those are not in the page's own; None: they are.

    A black page whose designer wrote white into its placeholders, over a theme that says black on white.
    """
    body = next((text for text in _texts(presentation, layout) if text.slot.purpose is SlotPurpose.BODY), None)
    own = ink_of(body.fill, body.colors) if body is not None and body.fill is not None else None
    if body is None or own is None or contrast(own.color, body.colors["tx1"]) < _LEAST:
        return None
    near = [color for color in _INKS if contrast(own.color, body.colors[color.value]) < _ALIKE]
    return near[0] if near else None


def ground_of(presentation: Any, layout: Layout, slot: Slot) -> str | None:
    """Six hex digits of what lies under a slot of a layout; None where nobody can tell, or on a sample slide."""
    if layout.sample_slide is not None or layout.position is None:
        return None
    owner = presentation.slide_masters[layout.master].slide_layouts[layout.position]
    return ground_under(owner, _middle(slot.box), owner_colors(owner)).color


def _of(presentation: Any, candidate: Candidate) -> Iterator[WeakText]:
    height = int(presentation.slide_height or _SLIDE_HEIGHT)
    for text in _texts(presentation, candidate.layout):
        ground = text.ground.color
        own = ink_of(text.fill, text.colors) if text.fill is not None else Ink(text.colors["tx1"])
        if own is None or ground is None:
            continue
        ratio = contrast(blended(own, ground), ground)
        size = text.slot.size_pt * _SLIDE_HEIGHT / height
        is_large = size >= (_LARGE_BOLD_PT if text.bold else _LARGE_PT)
        if ratio >= (_LEAST if is_large else _ENOUGH) - _ROUNDING:
            continue
        better = None
        # A pale 01 is an ornament.
        if ratio < (_LEAST_LARGE if is_large else _LEAST) and text.slot.purpose is not SlotPurpose.NUMERAL:
            better = _better(text, own, ground, _LEAST if is_large else _ENOUGH)
        yield WeakText(candidate.role, text.slot.purpose, text.element, ratio, better)


def _better(text: _Text, own: Ink, ground: str, wanted: float) -> Any:
    """A colour that can be read: the text's own, darker or lighter; for a grey one the theme's white, or the ground's
    own hue, dark."""
    if saturation(own.color) >= _COLORED and text.color is not None:
        moved = with_lightness(own.color, ground, wanted)
        if moved is not None:
            return _moved(copy.deepcopy(text.color), moved)
    readable = [name for name in _READABLE if contrast(text.colors[name], ground) >= wanted]
    light = next((name for name in readable if luminance(text.colors[name]) > luminance(ground)), None)
    moved = with_lightness(ground, ground, wanted) if saturation(ground) >= _COLORED else None
    if light is None and moved is not None:
        color = etree.Element(qn("a:srgbClr"))
        color.set("val", ground)
        return _moved(color, moved)
    plain = etree.Element(qn("a:schemeClr"))
    best = max(_READABLE, key=lambda name: contrast(text.colors[name], ground))
    plain.set("val", light or next(iter(readable), best))
    return plain


def _moved(color: Any, change: tuple[str, float]) -> Any:
    """<a:srgbClr val="C0392B"><a:lumMod val="40000"/></a:srgbClr>: after what else changes it, and opaque."""
    for child in color.findall(qn("a:alpha")):
        color.remove(child)
    kind, amount = change
    etree.SubElement(color, qn(f"a:{kind}")).set("val", str(round(amount * 100_000)))
    return color


class _Text(NamedTuple):
    """A slot for words: its element, the fill of its words (None: the page's own colour), its ground."""

    slot: Slot
    element: Any
    fill: Any | None
    bold: bool
    ground: Ground
    colors: dict[str, str]

    @property
    def color(self) -> Any | None:
        """The colour element of a plain fill."""
        if self.fill is None or self.fill.tag not in (qn("a:solidFill"), qn("a:fontRef")) or not len(self.fill):
            return None
        return self.fill[0]


def _texts(presentation: Any, layout: Layout) -> Iterator[_Text]:
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
                looks = [level.find(qn("a:defRPr")) for level in lineage.levels]
                yield _Text(slot, element, _first_fill(looks), _is_bold(looks), ground, colors)
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
            kept = main_paragraph(shape.element.find(qn("p:txBody")))
            runs = [] if kept is None else [run.find(qn("a:rPr")) for run in kept.iter(qn("a:r"))][:1]
            levels = [level.find(qn("a:defRPr")) for level in shape.levels]
            fill = _first_fill([*runs, *levels[:-2]])
            if fill is None:
                style = shape.element.find(f"{qn('p:style')}/{qn('a:fontRef')}")
                fill = style if style is not None and len(style) else _first_fill(levels[-2:])
            yield _Text(slot, shape.element, fill, _is_bold([*runs, *levels]), ground, colors)


def _first_fill(looks: Iterable[Any | None]) -> Any | None:
    return next((fill for look in looks if (fill := _fill(look)) is not None), None)


def _is_bold(looks: Iterable[Any | None]) -> bool:
    given = (look.get("b") for look in looks if look is not None)
    return next((value for value in given if value is not None), "0") in ("1", "true")


def _fill(properties: Any | None) -> Any | None:
    if properties is None:
        return None
    fills = (properties.find(qn(f"a:{name}")) for name in ("solidFill", "gradFill", "blipFill", "pattFill"))
    return next((fill for fill in fills if fill is not None), None)


def _middle(box: Box) -> tuple[float, float]:
    return box.left + box.width / 2, box.top + box.height / 2


def _color(properties: Any, color: Any) -> None:
    for kind in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"):
        for old in properties.findall(qn(f"a:{kind}")):
            properties.remove(old)
    fill = etree.Element(qn("a:solidFill"))
    fill.append(copy.deepcopy(color))
    properties.insert(0 if properties.find(qn("a:ln")) is None else 1, fill)
