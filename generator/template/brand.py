"""A unit's own colours, typefaces, logo and footer on a look or a template, without PowerPoint.

Colours and typefaces go into the themes, logo and footer on to masters and layouts: slides carry none of it, and so
whoever changes the theme in PowerPoint later changes the whole deck.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pptx
from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.oxml.shapes.picture import CT_Picture

from generator.errors import SettingsError, finding
from generator.model import Box, Finding, Layout, LayoutRole, SlotPurpose, Template
from generator.template.facts import kind_of
from generator.template.layouts import frame_of, lineages
from generator.template.sample_slides.shapes import Shape, view_of

COLOR_SLOTS = (
    *("dk1", "lt1", "dk2", "lt2"),
    *("accent1", "accent2", "accent3", "accent4", "accent5", "accent6"),
    *("hlink", "folHlink"),
)
"""ECMA-376 part 1, 20.1.6.2 clrScheme: the twelve colours of a theme."""
FONT_SLOTS = ("latin", "ea")
_COLOR = re.compile(r"#?([0-9A-Fa-f]{6})")
_LOGO_HEIGHTS = (0.085, 0.07, 0.055, 0.045, 0.038)
_LOGO_WIDTH = 0.2
_MARGIN = 0.025
"""Shares of the slide: the heights that a logo tries, its greatest width, what stays free around it."""
_LANGUAGE = "zh-CN"
_UNCOLORED = frozenset({"FFFFFF", "000000", "bg1", "tx1"})


@dataclass(frozen=True, slots=True)
class Brand:
    """What a unit gives of its own. `colors` by theme slot, six hex digits; `logo` the bytes of a picture."""

    colors: Mapping[str, str] = field(default_factory=dict)
    latin: str | None = None
    east_asian: str | None = None
    logo: bytes | None = None
    footer: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is given."""
        return not (self.colors or self.latin or self.east_asian or self.logo or self.footer)


def color_digits(name: str, written: str) -> str:
    """Six hex digits from `#9E1B32` or `9e1b32`.

    Raises:
        SettingsError: `setting_value`.
    """
    match = _COLOR.fullmatch(written.strip())
    if not match:
        raise SettingsError.of("setting_value", name=name, value=written, expected="六位颜色值，如 #9E1B32")
    return match[1].upper()


def branded(template: Template, brand: Brand) -> tuple[Template, tuple[Finding, ...]]:
    """The template with a unit's own things in it, and where they found no place.

    Raises:
        SettingsError: `brand_logo`: the logo is no picture.
    """
    if brand.is_empty:
        return template, ()
    presentation: Any = pptx.Presentation(io.BytesIO(template.package))
    findings: list[Finding] = []
    for part in _themes(presentation):
        part._blob = _with_brand(part.blob, brand)
    _free_typefaces(presentation, brand)
    if brand.colors and _colored_by_hand(presentation):
        findings.append(finding("brand_colors_on_slides"))
    if brand.logo is not None:
        findings += _place_logo(presentation, template, brand.logo)
    if brand.footer and not _write_footer(presentation, template, brand.footer):
        findings.append(finding("brand_footer_no_place", footer=brand.footer))
    stream = io.BytesIO()
    presentation.save(stream)
    layouts = template.layouts
    if brand.footer:
        shown = frozenset({SlotPurpose.FOOTER})
        layouts = tuple(
            replace(layout, carried=None if layout.carried is None else layout.carried | shown) for layout in layouts
        )
    return replace(template, package=stream.getvalue(), layouts=layouts), tuple(findings)


def _themes(presentation: Any) -> Iterator[Any]:
    for master in presentation.slide_masters:
        for relation in master.part.rels.values():
            if relation.reltype == RELATIONSHIP_TYPE.THEME and not relation.is_external:
                yield relation.target_part


def _with_brand(theme: bytes, brand: Brand) -> bytes:
    root = etree.fromstring(theme)
    scheme = root.find(f".//{qn('a:clrScheme')}")
    for slot in () if scheme is None else scheme:
        digits = brand.colors.get(etree.QName(slot).localname)
        if digits:
            for old in list(slot):
                slot.remove(old)
            etree.SubElement(slot, qn("a:srgbClr")).set("val", digits)
    for kind in ("a:majorFont", "a:minorFont"):
        fonts = root.find(f".//{qn('a:fontScheme')}/{qn(kind)}")
        if fonts is None:
            continue
        for tag, typeface in (("a:latin", brand.latin), ("a:ea", brand.east_asian)):
            element = fonts.find(qn(tag))
            if typeface and element is not None:
                _name(element, typeface)
        for font in fonts.iterfind(qn("a:font")):
            # Some programs read the script map before `a:ea`.
            if brand.east_asian and font.get("script") == "Hans":
                _name(font, brand.east_asian)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _name(element: Any, typeface: str) -> None:
    """Another typeface; what else describes the old one (`panose` …) goes."""
    for attribute in ("panose", "pitchFamily", "charset"):
        element.attrib.pop(attribute, None)
    element.set("typeface", typeface)


def _free_typefaces(presentation: Any, brand: Brand) -> None:
    """A typeface that masters, layouts and kept sample slides name for themselves would hide the theme's.

    微软雅黑 in a list style, or in every run of a design that lives on slides.
    """
    given = {qn("a:latin"): ("lt", brand.latin), qn("a:ea"): ("ea", brand.east_asian)}
    owners = [owner for master in presentation.slide_masters for owner in (master, *master.slide_layouts)]
    for owner in (*owners, *presentation.slides):
        for element in owner._element.iter(*given):
            script, typeface = given[element.tag]
            if typeface and not str(element.get("typeface", "")).startswith("+"):
                _name(element, f"+mn-{script}")


def _colored_by_hand(presentation: Any) -> bool:
    """Whether the kept sample slides give most of their colours for themselves, whatever the theme's are."""
    counted = {qn("a:srgbClr"): 0, qn("a:schemeClr"): 0}
    for slide in presentation.slides:
        for fill in slide._element.iter(qn("a:solidFill"), qn("a:gs")):
            for color in fill:
                if color.tag in counted and color.get("val") not in _UNCOLORED:
                    counted[color.tag] += 1
    by_hand, by_theme = counted.values()
    return by_hand > by_theme


def _used(layouts: Iterable[Layout]) -> set[tuple[int, int | None, str]]:
    """By what python-pptx's layouts are known again; names alone tell those of the built-in looks."""
    return {(layout.master, layout.position, layout.name) for layout in layouts if layout.sample_slide is None}


def _is_used(master: int, position: int, name: str, used: set[tuple[int, int | None, str]]) -> bool:
    return (master, position, name) in used or (master, None, name) in used


def _write_footer(presentation: Any, template: Template, words: str) -> bool:
    """The footer's words on every layout that has a place for them; whether the pages of points will show them."""
    used = _used(template.layouts_for(LayoutRole.CONTENT))
    found = False
    for index, master in enumerate(presentation.slide_masters):
        for position, layout in enumerate(master.slide_layouts):
            for placeholder in layout.placeholders:
                if kind_of(placeholder._element.ph) == "ftr" and placeholder.has_text_frame:
                    placeholder.text_frame.text = words
                    for properties in placeholder._element.iter(qn("a:rPr")):
                        properties.set("lang", _LANGUAGE)
                    found |= _is_used(index, position, layout.name, used)
    return found


def _place_logo(presentation: Any, template: Template, logo: bytes) -> Iterator[Finding]:
    """On each master, on each layout that hides its master's shapes, on each kept sample slide, whose ground may hide
    both; in a corner that holds no text."""
    used = _used(template.layouts)
    homeless: list[str] = []
    for index, master in enumerate(presentation.slide_masters):
        showing: list[Any] = []
        hiding: list[Any] = []
        for position, layout in enumerate(master.slide_layouts):
            if _is_used(index, position, layout.name, used):
                hides = layout._element.get("showMasterSp") in ("0", "false")
                (hiding if hides else showing).append(layout)
        for owner, layouts in ((master, showing), *((layout, [layout]) for layout in hiding)):
            pictures = [box for box in _drawn(owner, layouts, "p:pic") if not _is_ground(box, template)]
            drawings = [box for box in _drawn(owner, layouts, "p:sp") if not _is_ground(box, template)]
            if layouts and not _put(owner, [*_text_places(layouts), *pictures], drawings, template, logo):
                homeless.append("、".join(layout.name for layout in layouts[:3]))
    for number, slide in enumerate(presentation.slides, 1):
        view = view_of(slide, number, template.width, template.height)
        shown = [shape for shape in view.shapes if not _is_ground(shape.box, template)]
        texts = [_inside(shape) for shape in shown if shape.words]
        texts += [shape.box for shape in shown if shape.element.tag == qn("p:pic")]
        if not _put(slide, texts, [shape.box for shape in shown], template, logo):
            homeless.append(slide._element.cSld.get("name") or f"示例页 {number}")
    if homeless:
        yield finding("brand_logo_no_place", layouts="、".join(dict.fromkeys(homeless)))


def _inside(shape: Shape) -> Box:
    """A text's box without its insets: a logo may reach into those."""
    left, top, right, bottom = shape.insets
    box = shape.box
    width, height = max(0, box.width - left - right), max(0, box.height - top - bottom)
    return Box(box.left + left, box.top + top, width, height)


def _put(owner: Any, texts: Sequence[Box], drawings: Sequence[Box], template: Template, logo: bytes) -> bool:
    try:
        part, relation = owner.part.get_or_add_image_part(io.BytesIO(logo))
        width, height = part.image.size
    except Exception as error:  # Pillow and python-pptx name a dozen ways in which a file is no picture
        raise SettingsError.of("brand_logo") from error
    ratio = width / max(1, height)
    # A corner without any drawing is better; a corner without text it has to be.
    box = _free_corner([*texts, *drawings], ratio, template) or _free_corner(texts, ratio, template)
    if box is None:
        owner.part.drop_rel(relation)
        return False
    tree = owner._element.cSld.spTree
    identity = max((int(e.get("id", "0")) for e in tree.iter(qn("p:cNvPr"))), default=1) + 1
    picture = CT_Picture.new_pic(identity, "单位标志", "单位标志", relation, box.left, box.top, box.width, box.height)
    extensions = tree.find(qn("p:extLst"))
    tree.insert(len(tree) if extensions is None else len(tree) - 1, picture)
    return True


def _text_places(layouts: Sequence[Any]) -> list[Box]:
    """Where text may stand; dates are left out."""
    boxes = []
    for layout in layouts:
        by_index = lineages(layout)
        for placeholder in layout.placeholders:
            if kind_of(placeholder._element.ph) != "dt":
                boxes.append(frame_of(by_index[placeholder.placeholder_format.idx].holders))
    return [box for box in boxes if box is not None]


def _drawn(owner: Any, layouts: Sequence[Any], tag: str) -> list[Box]:
    """What is drawn and no placeholder: pictures (another logo), or shapes (bands, ribbons, lines)."""
    found = [
        frame_of((element,))
        for drawing in (owner, *layouts)
        for element in drawing._element.cSld.spTree.iterfind(qn(tag))
        if element.find(f"*/{qn('p:nvPr')}/{qn('p:ph')}") is None
    ]
    return [box for box in found if box is not None]


def _free_corner(occupied: Sequence[Box], ratio: float, template: Template) -> Box | None:
    """Top right, top left, bottom right, bottom left: the first corner and the largest size that cover nothing."""
    for share in _LOGO_HEIGHTS:
        height = round(share * template.height)
        width = round(height * ratio)
        if width > _LOGO_WIDTH * template.width:
            width = round(_LOGO_WIDTH * template.width)
            height = round(width / ratio)
        margin = round(_MARGIN * template.height)
        right, bottom = template.width - width - margin, template.height - height - margin
        for left, top in ((right, margin), (margin, margin), (right, bottom), (margin, bottom)):
            box = Box(left, top, width, height)
            if not any(_overlap(box, other) for other in occupied):
                return box
    return None


def _is_ground(box: Box, template: Template) -> bool:
    """What fills the page behind everything."""
    return box.width >= 0.95 * template.width and box.height >= 0.5 * template.height


def _overlap(one: Box, other: Box) -> bool:
    return (
        one.left < other.left + other.width
        and other.left < one.left + one.width
        and one.top < other.top + other.height
        and other.top < one.top + one.height
    )
