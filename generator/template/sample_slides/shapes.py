"""A sample slide as the eye sees it: every shape where it stands, groups resolved, hidden ones left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, NamedTuple

from pptx.oxml.ns import qn

from generator.model import Box
from generator.template.facts import FOOTERS, TITLES, kind_of, words_of
from generator.template.layouts import Lineage, lineages
from generator.template.sample_slides.paragraphs import main_paragraph

_PLACEHOLDER = f"*/{qn('p:nvPr')}/{qn('p:ph')}"
_PROPERTIES = f"*/{qn('p:cNvPr')}"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
_DEFAULT_PT = 18.0
"""ECMA-376, 21.1.2.3.9: the type size where nobody gives one."""
ARROWS = frozenset(
    ["chevron", "homePlate", "rightArrow", "notchedRightArrow", "stripedRightArrow", "curvedRightArrow", "bentArrow"]
)
"""Preset geometries that lead from one step to the next."""
_OUTLINES = frozenset(["ellipse", "flowChartConnector", "diamond", "roundRect", "homePlate", "chevron"])
_ROUND = 0.1464
"""(1 − √½) ÷ 2: the share of an ellipse's box beside the rectangle in it."""
_CORNER = 0.29289
"""1 − √½: the share of a rounded corner's radius that words keep off its sides."""
_INSETS = (("lIns", 91_440), ("tIns", 45_720), ("rIns", 91_440), ("bIns", 45_720))
_FILLS = tuple(qn(f"a:{name}") for name in ("solidFill", "gradFill", "blipFill", "pattFill"))


class Kind(Enum):
    """What a shape shows."""

    TEXT = auto()
    PICTURE = auto()
    TABLE = auto()
    CHART = auto()
    LINE = auto()
    DRAWING = auto()
    OBJECT = auto()  # SmartArt, an embedded document, a film


class Frame(NamedTuple):
    """How a group's own coordinates lie on the slide: x × across + left, y × down + top."""

    across: float = 1.0
    down: float = 1.0
    left: float = 0.0
    top: float = 0.0

    def on_slide(self, left: int, top: int, width: int, height: int) -> Box:
        """A box of the group's coordinates on the slide."""
        return Box(
            round(left * self.across + self.left),
            round(top * self.down + self.top),
            round(width * self.across),
            round(height * self.down),
        )


@dataclass(frozen=True, slots=True)
class Shape:
    """A leaf of the shape tree. `box` is on the slide; `order` its place in the tree, later ones lie above.

    `size_pt` is the size that most of its words have, `align` and `anchor` as `algn` and `anchor` have them. `filled`
    says whether it has a ground of its own, `vertical` whether its lines run down. `group` is the identity of the
    outermost group it stands in. `levels` are the elements that give its paragraphs their properties, nearest first;
    `insets` left, top, right, bottom in EMU.
    """

    element: Any
    identity: int
    kind: Kind
    box: Box
    frame: Frame
    order: int
    words: str = ""
    size_pt: float = _DEFAULT_PT
    align: str = "l"
    anchor: str = "t"
    filled: bool = False
    geometry: str = ""
    placeholder: str | None = None
    group: int | None = None
    is_field: bool = False
    vertical: bool = False
    levels: tuple[Any, ...] = ()
    insets: tuple[int, int, int, int] = (91_440, 45_720, 91_440, 45_720)

    @property
    def outlined(self) -> bool:
        """Whether a line is drawn around it."""
        properties = self.element.find(qn("p:spPr"))
        line = None if properties is None else properties.find(qn("a:ln"))
        return line is not None and any(line.find(fill) is not None for fill in _FILLS)

    @property
    def drawn_insets(self) -> tuple[int, int, int, int]:
        """How far its outline keeps words off its box: left, top, right, bottom in EMU (presetShapeDefinitions.xml)."""
        if self.geometry not in _OUTLINES:
            return 0, 0, 0, 0
        width, height = self.box.width, self.box.height
        short = min(width, height)
        if self.geometry in ("ellipse", "flowChartConnector"):
            return (round(width * _ROUND), round(height * _ROUND), round(width * _ROUND), round(height * _ROUND))
        if self.geometry == "diamond":
            return width // 4, height // 4, width // 4, height // 4
        if self.geometry == "roundRect":
            corner = round(short * min(0.5, _adjusted(self.element, 0.16667)) * _CORNER)
            return corner, corner, corner, corner
        tip = min(round(short * _adjusted(self.element, 0.5)), width // 3)
        if self.geometry == "homePlate":
            return 0, 0, tip // 2, 0
        return tip, 0, tip, 0

    @property
    def is_text(self) -> bool:
        """Whether it shows words that are the slide's own: a page number is none."""
        return self.kind is Kind.TEXT and not self.is_field

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre, in EMU."""
        return self.box.left + self.box.width / 2, self.box.top + self.box.height / 2

    @property
    def area(self) -> int:
        """In EMU²."""
        return self.box.width * self.box.height


@dataclass(frozen=True, slots=True)
class SlideView:
    """One slide: its shapes in the order of the tree, and the size of the slide in EMU.

    `backdrop` is where its layout and master draw something that is not the ground of the whole page.
    """

    number: int
    shapes: tuple[Shape, ...]
    width: int
    height: int
    backdrop: tuple[Box, ...] = ()

    @property
    def texts(self) -> tuple[Shape, ...]:
        """The shapes with words."""
        return tuple(shape for shape in self.shapes if shape.is_text)

    def shape(self, identity: int) -> Shape:
        """The shape of that id.

        Raises:
            KeyError: there is none.
        """
        for shape in self.shapes:
            if shape.identity == identity:
                return shape
        raise KeyError(identity)


def view_of(slide: Any, number: int, width: int, height: int) -> SlideView:
    """What a slide shows. Ids have to be unique: see `number_shapes`."""
    reader = _Reader(slide)
    shapes = tuple(reader.shapes(slide._element.cSld.spTree, Frame(), None))
    return SlideView(number, shapes, width, height, _backdrop(slide, width, height))


def _backdrop(slide: Any, width: int, height: int) -> tuple[Box, ...]:
    """The boxes of what layout and master draw beside their placeholders; lines and whole grounds are none."""
    layout = slide.slide_layout
    holders = [layout]
    if layout._element.get("showMasterSp", "1") not in ("0", "false"):
        holders.append(layout.slide_master)
    boxes = []
    for holder in holders if slide._element.get("showMasterSp", "1") not in ("0", "false") else []:
        for element in holder._element.cSld.spTree:
            properties = element.find(_PROPERTIES) if isinstance(element.tag, str) else None
            if (
                properties is None
                or element.find(_PLACEHOLDER) is not None
                or properties.get("hidden") in ("1", "true")
            ):
                continue
            box = _group_box(element) if element.tag == qn("p:grpSp") else _box(element, Frame(), None)
            if box is not None and box.height > 0.02 * height and box.width * box.height < 0.4 * width * height:
                boxes.append(box)
    return tuple(boxes)


def _group_box(group: Any) -> Box | None:
    place = group.find(f"{qn('p:grpSpPr')}/{qn('a:xfrm')}")
    return None if place is None or place.find(qn("a:off")) is None else Frame().on_slide(*_numbers(place))


class _Reader:
    def __init__(self, slide: Any) -> None:
        self._lineages = lineages(slide.slide_layout)
        self._rels = slide.part.rels
        master = slide.slide_layout.slide_master
        main = master.part.package.presentation_part._element
        styles = master._element.find(f"{qn('p:txStyles')}/{qn('p:otherStyle')}")
        default = main.find(qn("p:defaultTextStyle"))
        self._free_levels = [
            level
            for style in (default, styles)
            if style is not None and (level := style.find(qn("a:lvl1pPr"))) is not None
        ]
        self._order = 0

    def shapes(self, tree: Any, frame: Frame, group: int | None) -> Iterator[Shape]:
        for element in tree:
            properties = element.find(_PROPERTIES) if isinstance(element.tag, str) else None
            if properties is None or properties.get("hidden") in ("1", "true"):
                continue
            self._order += 1
            if element.tag == qn("p:grpSp"):
                yield from self.shapes(element, _inner(element, frame), group or int(properties.get("id")))
            elif (shape := self._shape(element, int(properties.get("id")), frame, group)) is not None:
                yield shape

    def _shape(self, element: Any, identity: int, frame: Frame, group: int | None) -> Shape | None:
        placeholder = element.find(_PLACEHOLDER)
        lineage = None if placeholder is None else self._lineages.get(int(placeholder.get("idx", "0")))
        box = _box(element, frame, lineage)
        if box is None:
            return None
        role = None if placeholder is None else self._role(placeholder, lineage)
        body = element.find(qn("p:txBody"))
        words = "" if body is None else words_of(body)
        if element.tag == qn("p:graphicFrame"):
            words = self._frame_words(element)
        field = body is not None and any(f.get("type") == "slidenum" for f in body.iter(qn("a:fld")))
        kind = _kind(element, words)
        properties = element.find(qn("p:spPr"))
        geometry = None if properties is None else properties.find(qn("a:prstGeom"))
        filled = properties is not None and (
            any(properties.find(fill) is not None for fill in _FILLS)
            or (properties.find(qn("a:noFill")) is None and _styled(element))
        )
        return Shape(
            element,
            identity,
            kind,
            box,
            frame,
            self._order,
            words,
            self._size_pt(body, lineage) if words and body is not None else _DEFAULT_PT,
            _align(body, lineage),
            _inherited(element, lineage, "anchor", "t"),
            filled,
            "" if geometry is None else str(geometry.get("prst", "")),
            role,
            group,
            field or role in FOOTERS,
            _inherited(element, lineage, "vert", "horz") != "horz",
            tuple(self._levels(body, lineage)) if words and body is not None else (),
            _insets(element, lineage),
        )

    def _levels(self, body: Any, lineage: Lineage | None) -> Iterator[Any]:
        """What gives the paragraphs their properties, nearest first: the first one's own, the list style, the rest."""
        kept = main_paragraph(body)
        own = None if kept is None else kept.find(qn("a:pPr"))
        if own is not None:
            yield own
        style = body.find(f"{qn('a:lstStyle')}/{qn('a:lvl1pPr')}")
        if style is not None:
            yield style
        yield from lineage.levels if lineage else self._free_levels

    def _frame_words(self, element: Any) -> str:
        """The words of a table's cells or of a chart's title."""
        chart = element.find(f".//{{{_CHART}}}chart")
        relation = None if chart is None else self._rels.get(chart.get(qn("r:id"), ""))
        if relation is None or relation.is_external:
            return words_of(element)
        title = getattr(relation.target_part, "_element", element).find(f".//{{{_CHART}}}title")
        return "" if title is None else words_of(title)

    def _role(self, placeholder: Any, lineage: Lineage | None) -> str:
        own = placeholder.get("type")
        if own is None and lineage is not None:
            inherited = lineage.holders[0].find(_PLACEHOLDER)
            return kind_of(inherited) if inherited is not None else "obj"
        return str(own or "obj")

    def _size_pt(self, body: Any, lineage: Lineage | None) -> float:
        """The size of most of the words. Scripts write it into `a:pPr/a:defRPr`, which counts for what they meant."""
        levels = self._levels(body, lineage)
        inherited = next((size for level in levels if (size := _size(level.find(qn("a:defRPr"))))), _DEFAULT_PT)
        counted: dict[float, int] = {}
        for paragraph in body.iter(qn("a:p")):
            meant = _size(paragraph.find(f"{qn('a:pPr')}/{qn('a:defRPr')}"))
            for run in paragraph.findall(qn("a:r")):
                size = _size(run.find(qn("a:rPr"))) or meant or inherited
                counted[size] = counted.get(size, 0) + len((run.findtext(qn("a:t")) or "").strip())
        size = max(counted, key=lambda key: counted[key]) if counted else inherited
        fit = body.find(f"{qn('a:bodyPr')}/{qn('a:normAutofit')}")
        scale = str(fit.get("fontScale", "100000")) if fit is not None else "100000"
        return size * (float(scale[:-1]) / 100 if scale.endswith("%") else int(scale) / 100_000)


def _adjusted(element: Any, default: float) -> float:
    """The first adjustment of a preset geometry as a share: <a:gd name="adj" fmla="val 50000"/> is 0.5."""
    guide = element.find(f"{qn('p:spPr')}/{qn('a:prstGeom')}/{qn('a:avLst')}/{qn('a:gd')}")
    written = "" if guide is None else str(guide.get("fmla", ""))
    digits = written.removeprefix("val ").strip()
    return int(digits) / 100_000 if digits.isdigit() else default


def _insets(element: Any, lineage: Lineage | None) -> tuple[int, int, int, int]:
    left, top, right, bottom = (int(_inherited(element, lineage, name, str(value))) for name, value in _INSETS)
    return left, top, right, bottom


def _inherited(element: Any, lineage: Lineage | None, attribute: str, default: str) -> str:
    for holder in (element, *(lineage.holders if lineage else ())):
        body = holder.find(f"{qn('p:txBody')}/{qn('a:bodyPr')}")
        if body is not None and body.get(attribute) is not None:
            return str(body.get(attribute))
    return default


def _align(body: Any, lineage: Lineage | None) -> str:
    if body is None:
        return "l"
    kept = main_paragraph(body)
    levels = [
        None if kept is None else kept.find(qn("a:pPr")),
        body.find(f"{qn('a:lstStyle')}/{qn('a:lvl1pPr')}"),
        *(lineage.levels if lineage else ()),
    ]
    return next((str(level.get("algn")) for level in levels if level is not None and level.get("algn")), "l")


def _size(run: Any | None) -> float | None:
    return int(run.get("sz")) / 100 if run is not None and run.get("sz") else None


def _kind(element: Any, words: str) -> Kind:
    if element.tag == qn("p:pic"):
        media = element.find(f"{qn('p:nvPicPr')}/{qn('p:nvPr')}")
        plays = media is not None and any(str(child.tag).endswith(("audioFile", "videoFile")) for child in media)
        return Kind.OBJECT if plays else Kind.PICTURE
    if element.tag == qn("p:graphicFrame"):
        data = element.find(f"{qn('a:graphic')}/{qn('a:graphicData')}")
        uri = "" if data is None else str(data.get("uri"))
        return {_CHART: Kind.CHART, _TABLE: Kind.TABLE}.get(uri, Kind.OBJECT)
    if element.tag == qn("p:cxnSp"):
        return Kind.LINE
    if element.tag != qn("p:sp"):
        return Kind.OBJECT
    return Kind.TEXT if words else Kind.DRAWING


def _styled(element: Any) -> bool:
    reference = element.find(f"{qn('p:style')}/{qn('a:fillRef')}")
    return reference is not None and reference.get("idx", "0") != "0"


def _box(element: Any, frame: Frame, lineage: Lineage | None) -> Box | None:
    tag = qn("p:xfrm") if element.tag == qn("p:graphicFrame") else f"{qn('p:spPr')}/{qn('a:xfrm')}"
    own = element.find(tag)
    if own is not None and own.find(qn("a:off")) is not None and own.find(qn("a:ext")) is not None:
        box = frame.on_slide(*_numbers(own))
        turned = (int(own.get("rot", "0")) % 10_800_000) / 60_000
        if 45 <= turned < 135:  # a text that stands on its side takes the room of the turned box
            middle = box.left + box.width // 2, box.top + box.height // 2
            return Box(middle[0] - box.height // 2, middle[1] - box.width // 2, box.height, box.width)
        return box
    for holder in lineage.holders if lineage else ():
        given = holder.find(f"{qn('p:spPr')}/{qn('a:xfrm')}")
        if given is not None and given.find(qn("a:off")) is not None:
            return Frame().on_slide(*_numbers(given))
    return None


def _numbers(place: Any, offset: str = "a:off", extent: str = "a:ext") -> tuple[int, int, int, int]:
    at, size = place.find(qn(offset)), place.find(qn(extent))
    return int(at.get("x")), int(at.get("y")), int(size.get("cx")), int(size.get("cy"))


def _inner(group: Any, frame: Frame) -> Frame:
    """ECMA-376, 20.1.7.6 xfrm of a group: its children are measured in chOff and chExt."""
    place = group.find(f"{qn('p:grpSpPr')}/{qn('a:xfrm')}")
    if place is None or any(place.find(qn(tag)) is None for tag in ("a:off", "a:ext", "a:chOff", "a:chExt")):
        return frame
    outer = frame.on_slide(*_numbers(place))
    left, top, width, height = _numbers(place, "a:chOff", "a:chExt")
    if not (width and height):
        return frame
    across, down = outer.width / width, outer.height / height
    return Frame(across, down, outer.left - left * across, outer.top - top * down)


def is_title_type(shape: Shape) -> bool:
    """Whether it is a title placeholder."""
    return shape.placeholder in TITLES
