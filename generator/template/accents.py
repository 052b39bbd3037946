"""The colour that tables, charts and leads take: the first accent of the theme, where it is one of the design's own.

Many units draw their masters in colours of their own and leave the theme as it came: a blue band over every page, and
the first accent of the theme is the purple of whoever the file was copied from. A table in that purple looks pasted in.
"""

from __future__ import annotations

import colorsys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn

from generator.model import Layout
from generator.template.colors import contrast, owner_colors, saturation, theme_colors
from generator.template.facts import TITLES, kind_of
from generator.template.grounds import drawings_of

_STRONG = 0.25
"""Saturation of a colour that a design can live on."""
_PALEST = 1.6
"""Contrast with the page. Bars in less cannot be seen."""
_DARK_ENOUGH = 3.0
_SAME_HUE = 25 / 360
"""Of the circle of hues: light blue and navy are one family, blue and purple are not."""
_RULE = 0.03
"""Share of the page. What is drawn in less than that is a rule, which may become darker with the bars."""
_LEAST_AREA = 0.004
"""Share of the page that a colour has to cover on a layout to be more than a dot in a logo."""
_WORTH_OF_A_TITLE = 0.005
"""Share of the page that a title's colour counts for: where all art is pictures, it is the only one that tells."""
_FIRST_COLOR = "/".join(qn(tag) for tag in ("a:lvl1pPr", "a:defRPr", "a:solidFill", "a:srgbClr"))
_PAINTS = tuple(qn(f"a:{name}") for name in ("noFill", "solidFill", "gradFill", "pattFill", "blipFill", "ln"))
_ACCENTS = ("accent2", "accent3", "accent4", "accent5", "accent6", "dk2", "dk1")


def better_accent(presentation: Any, layouts: Iterable[Layout], ground: str | None) -> str | None:
    """Six hex digits for the first accent, or None where the theme's own is right.

    `ground` is what tables and charts will stand on; None where it is a picture, on which nobody can tell.

    It is right where something is drawn in it, and where nothing else stands out; unless it is too pale for bars, and
    no more than a rule is drawn in it. `layouts` are those that pages are made from, the content page's first.
    """
    used = [layout for layout in layouts if layout.sample_slide is None and layout.position is not None]
    if not used or ground is None:
        return None
    master = presentation.slide_masters[used[0].master]
    owners = [master, *(master.slide_layouts[lay.position] for lay in used if lay.master == used[0].master)]
    width, height = int(presentation.slide_width), int(presentation.slide_height)
    drawn = [box for owner in owners for element, box in drawings_of(owner) if _shows_first_accent(element)]
    if sum(box.width * box.height for box in drawn) > _RULE * width * height:
        return None
    colors = owner_colors(owners[-1])
    accent = colors.get("accent1", "000000")
    own = None if drawn else _main_color(owners, width, height)
    if own is not None and _distance(own, accent) > _SAME_HUE and contrast(own, ground) >= _DARK_ENOUGH:
        return own
    if contrast(accent, ground) >= _PALEST:
        return None
    return next((colors[name] for name in _ACCENTS if contrast(colors.get(name, ground), ground) >= _DARK_ENOUGH), None)


def set_first_accent(master: Any, color: str) -> None:
    """Write another first accent into the theme of a master."""
    for relation in master.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.THEME and not relation.is_external:
            root = etree.fromstring(relation.target_part.blob)
            for slot in root.iterfind(f".//{qn('a:clrScheme')}/{qn('a:accent1')}"):
                for old in list(slot):
                    slot.remove(old)
                etree.SubElement(slot, qn("a:srgbClr")).set("val", color)
            relation.target_part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _shows_first_accent(element: Any) -> bool:
    """Whether a drawing is filled or outlined in it; a style that its own fill covers shows nothing."""
    own = element.find(qn("p:spPr"))
    if own is None:
        return False
    fills = [child for child in own if child.tag in _PAINTS]
    geometry = own.find(qn("a:prstGeom"))
    is_line = geometry is not None and geometry.get("prst") == "line"
    if not is_line and not any(child.tag != qn("a:ln") for child in fills):
        fills += element.findall(f"{qn('p:style')}/{qn('a:fillRef')}")
    return any(color.get("val") == "accent1" for fill in fills for color in fill.iter(qn("a:schemeClr")))


def _main_color(owners: Sequence[Any], width: int, height: int) -> str | None:
    """The strong colour that covers most of what is drawn on the page, each shape by its area; None where none does."""
    covered: dict[str, float] = defaultdict(float)
    for owner in owners:
        colors = theme_colors(getattr(owner, "slide_master", owner))
        for element, box in drawings_of(owner):
            fill = element.find(f"{qn('p:spPr')}/{qn('a:solidFill')}")
            if fill is None or not len(fill):
                continue
            given = fill[0]
            across = min(width, box.left + box.width) - max(0, box.left)
            down = min(height, box.top + box.height) - max(0, box.top)
            color = given.get("val") if given.tag == qn("a:srgbClr") else colors.get(str(given.get("val")))
            if color and across > 0 and down > 0 and saturation(color) >= _STRONG:
                covered[color.upper()] += across * down / (width * height)
    for owner in owners:
        for color in _title_colors(owner):
            covered[color.upper()] += _WORTH_OF_A_TITLE
    best = max(covered, key=lambda color: covered[color], default=None)
    return best if best is not None and covered[best] >= _LEAST_AREA else None


def _title_colors(owner: Any) -> Iterator[str]:
    """The strong colours, given as such and not through the theme, that titles are written in."""
    styles = [owner._element.find(f"{qn('p:txStyles')}/{qn('p:titleStyle')}")]
    styles += [
        shape._element.find(f"{qn('p:txBody')}/{qn('a:lstStyle')}")
        for shape in owner.placeholders
        if kind_of(shape._element.ph) in TITLES
    ]
    for style in styles:
        color = None if style is None else style.find(_FIRST_COLOR)
        if color is not None and saturation(str(color.get("val"))) >= _STRONG:
            yield str(color.get("val"))


def _distance(one: str, other: str) -> float:
    """Between two hues, from 0 to a half; a grey is as far from a colour as can be."""
    if saturation(one) < _STRONG or saturation(other) < _STRONG:
        return 0.5
    first, second = (_hue(color) for color in (one, other))
    apart = abs(first - second)
    return min(apart, 1 - apart)


def _hue(color: str) -> float:
    return colorsys.rgb_to_hls(*(int(color[at : at + 2], 16) / 255 for at in (0, 2, 4)))[0]
