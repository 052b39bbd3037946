"""What a template's file says of its layouts and of the slides that its author left in it. Judges nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree
from pptx.oxml.ns import qn

from generator.model import Box, SlotPurpose
from generator.template.grounds import drawings_of, shown_under
from generator.template.layouts import Lineage, frame_of, lineages, size_pt_of

FOOTERS = {"dt": SlotPurpose.DATE, "ftr": SlotPurpose.FOOTER, "sldNum": SlotPurpose.SLIDE_NUMBER}
"""The lines at a slide's edge, by placeholder type."""
TITLES = frozenset({"title", "ctrTitle"})
_NO_BOX = Box(0, 0, 0, 0)
_DRAWN = (qn("p:sp"), qn("p:pic"), qn("p:grpSp"), qn("p:cxnSp"), qn("p:graphicFrame"))
_PLACEHOLDER = f"*/{qn('p:nvPr')}/{qn('p:ph')}"


@dataclass(frozen=True, slots=True)
class Place:
    """A placeholder of a layout: `kind` is its `type` (`obj` where the file gives none), `prompt` its instruction.

    `box` is its frame, insets included; empty where nothing says where it stands. `size_pt` is what its first level
    inherits.
    """

    index: int
    kind: str
    name: str
    prompt: str
    box: Box
    size_pt: float
    vertical: bool
    lineage: Lineage

    @property
    def is_title(self) -> bool:
        """Whether its type is one of the title's; what the eye takes for the title may be another."""
        return self.kind in TITLES


@dataclass(frozen=True, slots=True)
class LayoutFacts:
    """A layout. `places` leave out date, footer and number, which `footers` names and `edges` places.

    `group_names` are the names of its master and of its theme. `drawn` counts the shapes and pictures that are no
    placeholders, `words` what is written in them; `pictures` is where pictures stand, `drawings` where anything does,
    the master's among them.
    """

    master: int
    position: int
    name: str
    kind: str | None
    group_names: tuple[str, ...]
    places: tuple[Place, ...]
    footers: frozenset[SlotPurpose]
    drawn: int
    words: tuple[str, ...]
    background: bool
    pictures: tuple[Box, ...] = ()
    edges: tuple[tuple[SlotPurpose, Box], ...] = ()
    drawings: tuple[Box, ...] = ()

    @property
    def key(self) -> tuple[int, int]:
        """Master and position: names repeat."""
        return self.master, self.position


@dataclass(frozen=True, slots=True)
class MasterFacts:
    """A master: its names (own and theme's), how much is drawn on it, how many layouts it has."""

    index: int
    names: tuple[str, ...]
    drawn: int
    layouts: int


@dataclass(frozen=True, slots=True)
class SampleSlide:
    """A slide that the template came with. `number` counts from 1; `layout` is its layout's key.

    `texts` are all its texts, title first; `filled` the placeholders (by idx) that hold some of them.
    `inside` and `outside` count the visible characters in placeholders and beside them.
    """

    number: int
    layout: tuple[int, int]
    title: str
    texts: tuple[str, ...]
    filled: tuple[int, ...]
    inside: int
    outside: int
    carried: frozenset[SlotPurpose]
    background: bool


@dataclass(frozen=True, slots=True)
class TemplateFacts:
    """All of it; sizes in EMU."""

    width: int
    height: int
    masters: tuple[MasterFacts, ...]
    layouts: tuple[LayoutFacts, ...]
    slides: tuple[SampleSlide, ...]

    def uses(self, layout: LayoutFacts) -> tuple[SampleSlide, ...]:
        """The sample slides made from a layout."""
        return tuple(slide for slide in self.slides if slide.layout == layout.key)

    def namesakes(self, layout: LayoutFacts) -> int:
        """How many layouts of its master bear a layout's name, itself among them."""
        return sum((other.master, other.name) == (layout.master, layout.name) for other in self.layouts)


def read_facts(presentation: Any) -> TemplateFacts:
    """What a presentation says of itself."""
    masters, layouts = [], []
    keys: dict[Any, tuple[int, int]] = {}
    for index, master in enumerate(presentation.slide_masters):
        names = tuple(name for name in (master.name or "", _theme_name(master)) if name.strip())
        count = 0
        for position, layout in enumerate(master.slide_layouts):
            keys[layout.part.partname] = (index, position)
            layouts.append(_layout(layout, index, position, names))
            count += 1
        masters.append(MasterFacts(index, names, _drawn(master), count))
    width, height = int(presentation.slide_width or 0), int(presentation.slide_height or 0)
    area = width * height
    slides = tuple(
        _slide(slide, number, keys.get(slide.slide_layout.part.partname, (0, -1)), area)
        for number, slide in enumerate(presentation.slides, 1)
    )
    return TemplateFacts(width, height, tuple(masters), tuple(layouts), slides)


def kind_of(placeholder: Any) -> str:
    """The `type` of a `p:ph`; ECMA-376, 19.3.1.36: obj where the file gives none."""
    return str(placeholder.get("type", "obj"))


def words_of(element: Any) -> str:
    """All words of an element, one line a paragraph."""
    return "\n".join("".join(t.text or "" for t in p.iter(qn("a:t"))) for p in element.iter(qn("a:p"))).strip()


def _layout(layout: Any, master: int, position: int, names: tuple[str, ...]) -> LayoutFacts:
    by_index = lineages(layout)
    places, edges = [], []
    for shape in layout.placeholders:
        kind = kind_of(shape._element.ph)
        index = shape.placeholder_format.idx
        if kind in FOOTERS:
            edges.append((FOOTERS[kind], frame_of(by_index[index].holders) or _NO_BOX))
        elif kind != "hdr":
            places.append(_place(shape, index, kind, by_index[index]))
    drawn = [e for e in layout._element.cSld.spTree if e.tag in _DRAWN and e.find(_PLACEHOLDER) is None]
    return LayoutFacts(
        master,
        position,
        layout.name,
        layout._element.get("type"),
        names,
        tuple(places),
        frozenset(purpose for purpose, _ in edges),
        len(drawn),
        tuple(words for element in drawn if (words := words_of(element))),
        layout._element.cSld.find(qn("p:bg")) is not None,
        tuple(_pictures(layout)),
        tuple(edges),
        tuple(box for owner in reversed(shown_under(layout)) for _, box in drawings_of(owner)),
    )


def _pictures(layout: Any) -> Iterator[Box]:
    owners = [layout] if layout._element.get("showMasterSp") in ("0", "false") else [layout, layout.slide_master]
    for owner in owners:
        for element in owner._element.cSld.spTree.iterfind(qn("p:pic")):
            box = frame_of((element,)) if element.find(_PLACEHOLDER) is None else None
            if box:
                yield box


def _place(shape: Any, index: int, kind: str, lineage: Lineage) -> Place:
    own = frame_of(lineage.holders) or _NO_BOX
    vertical = shape._element.ph.get("orient") == "vert" or any(
        body.get("vert", "horz") not in ("horz",) for body in shape._element.iter(qn("a:bodyPr"))
    )
    return Place(index, kind, shape.name, words_of(shape._element), own, size_pt_of(lineage), vertical, lineage)


def _drawn(master: Any) -> int:
    shapes = sum(e.tag in _DRAWN and e.find(_PLACEHOLDER) is None for e in master._element.cSld.spTree)
    background = master._element.cSld.find(f"{qn('p:bg')}/{qn('p:bgPr')}/{qn('a:blipFill')}")
    return shapes + (background is not None)


def _theme_name(master: Any) -> str:
    for relation in master.part.rels.values():
        if relation.reltype.endswith("/theme") and not relation.is_external:
            try:
                return str(etree.fromstring(relation.target_part.blob).get("name", ""))
            except etree.LxmlError:
                return ""
    return ""


def _slide(slide: Any, number: int, layout: tuple[int, int], area: int) -> SampleSlide:
    title, texts, filled, carried = "", [], [], set()
    inside = outside = 0
    full = False
    for element in _shapes(slide._element.cSld.spTree):
        placeholder = element.find(_PLACEHOLDER)
        extent = element.find(f"{qn('p:spPr')}/{qn('a:xfrm')}/{qn('a:ext')}")
        if placeholder is None and extent is not None:
            full |= int(extent.get("cx", "0")) * int(extent.get("cy", "0")) >= 0.9 * area
        kind = kind_of(placeholder) if placeholder is not None else None
        if kind in FOOTERS:
            carried.add(FOOTERS[str(kind)])
            continue
        words = words_of(element)
        if not words:
            continue
        size = len("".join(words.split()))
        if placeholder is None:
            outside += size
            texts.append(words)
            continue
        inside += size
        filled.append(int(placeholder.get("idx", "0")))
        if kind in TITLES and not title:
            title = words
            texts.insert(0, words)
        else:
            texts.append(words)
    background = full or slide._element.cSld.find(qn("p:bg")) is not None
    return SampleSlide(
        number, layout, title, tuple(texts), tuple(filled), inside, outside, frozenset(carried), background
    )


def _shapes(tree: Any) -> Iterator[Any]:
    """Shapes, those in groups too; hidden ones show nobody anything."""
    for element in tree:
        if element.tag == qn("p:grpSp"):
            yield from _shapes(element)
        elif element.tag in _DRAWN:
            properties = next(element.iter(qn("p:cNvPr")), None)
            if properties is None or properties.get("hidden") not in ("1", "true"):
                yield element
