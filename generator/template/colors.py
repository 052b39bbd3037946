"""Whether the colours that a deck sets text in can be read on the template's own background."""

from __future__ import annotations

import colorsys
from typing import Any, NamedTuple

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn

from generator.model import ThemeColor

_LEAST_BOLD = 3.0
"""WCAG 2.2, 1.4.3: contrast that large or bold text needs; leads and table heads are bold."""
_ACCENTS = (ThemeColor.ACCENT1, ThemeColor.ACCENT2)
_FOLLOWS_ACCENT1 = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"
_STYLES = {
    "accent2": "{21E4AEA4-8DFA-4A89-87EB-49C32662AFE0}",
    "accent3": "{F5AB1C69-6EDB-4FF4-983F-18BD219EF322}",
    "accent4": "{00A15C55-8517-42AA-B614-E9B94910E393}",
    "accent5": "{7DF18680-E054-41AD-8BC1-D1AEF772440D}",
    "accent6": "{93296810-A885-4BE3-A3E7-6D5BEEA58F35}",
    "dk1": "{073A0DAA-6AF3-43AB-8588-CEC1D06C72B9}",
}
"""“中度样式 2” on each colour: the styles that PowerPoint and WPS know without a definition. Heads are white."""
_WHITE, _BLACK = "FFFFFF", "000000"
_STEPS = 20
"""Steps in which a colour is made darker or lighter."""


class Ink(NamedTuple):
    """Six hex digits, and how much of it covers what lies under it, from 0 to 1."""

    color: str
    alpha: float = 1.0


def emphasis_on(master: Any, ground: str | None = None) -> ThemeColor | None:
    """The first accent that can be read on a master's background; None: what stands out is only bold.

    `ground` (six hex digits) is what lies under the points where that is another colour, a panel of the layout.
    """
    colors = theme_colors(master)
    background = ground or _background(master, colors)
    for color in _ACCENTS:
        if contrast(colors.get(color.value, _BLACK), background) >= _LEAST_BOLD:
            return color
    return None


def mend_table_style(presentation: Any, master: Any) -> None:
    """Where the default table sets white heads on a light accent, the same style on the first dark one.

    A style of the template's own making stays.
    """
    colors = theme_colors(master)
    light = colors.get("lt1", _WHITE)
    if contrast(colors.get("accent1", _BLACK), light) >= _LEAST_BOLD:
        return
    try:
        part = presentation.part.part_related_by(RELATIONSHIP_TYPE.TABLE_STYLES)
    except KeyError:
        return
    root = etree.fromstring(part.blob)
    if root.get("def") != _FOLLOWS_ACCENT1:
        return
    dark = next(color for color in (*_STYLES, "dk1") if contrast(colors.get(color, _BLACK), light) >= _LEAST_BOLD)
    root.set("def", _STYLES[dark])
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def theme_colors(master: Any) -> dict[str, str]:
    """Six hex digits by the names of the theme (dk1, accent1 …) and by those of the master's map (tx1, bg1 …)."""
    found: dict[str, str] = {}
    for relation in master.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.THEME and not relation.is_external:
            scheme = etree.fromstring(relation.target_part.blob).find(f".//{qn('a:clrScheme')}")
            for slot in () if scheme is None else scheme:
                if len(slot):
                    found[etree.QName(slot).localname] = slot[0].get("lastClr") or slot[0].get("val") or _BLACK
    mapping = master._element.find(qn("p:clrMap"))
    for name, target in () if mapping is None else mapping.attrib.items():
        if target in found:
            found.setdefault(str(name), found[str(target)])
    return {name: value if len(value) == 6 else _BLACK for name, value in found.items()}


def owner_colors(owner: Any) -> dict[str, str]:
    """The colours of a slide's or layout's theme by all their names, under the colour map that holds on it."""
    layout = getattr(owner, "slide_layout", None)
    master = (layout or owner).slide_master
    colors = theme_colors(master)
    for each in (layout, owner) if layout is not None else (owner,):
        override = each._element.find(f"{qn('p:clrMapOvr')}/{qn('a:overrideClrMapping')}")
        for name, target in () if override is None else override.attrib.items():
            colors[str(name)] = colors.get(str(target), _BLACK)
    for name, usual in (("bg1", _WHITE), ("tx1", _BLACK)):
        colors.setdefault(name, usual)
    for name, usual in (("bg2", "bg1"), ("tx2", "tx1")):
        colors.setdefault(name, colors[usual])
    return colors


def ink_of(fill: Any, colors: dict[str, str]) -> Ink | None:
    """The colour in a fill (or in a style's reference), that of a gradient the mean of its stops; None for none.

    ECMA-376 part 1, 20.1.2.3: lumMod, lumOff, shade, tint and alpha change it; other changes are left out.
    """
    stops = list(fill.iter(qn("a:gs"))) or [fill]
    inks = [ink for stop in stops if len(stop) and (ink := _ink(stop[0], colors)) is not None]
    if not inks:
        return None
    digits = [[int(ink.color[at : at + 2], 16) for at in (0, 2, 4)] for ink in inks]
    mean = "".join(f"{round(sum(parts) / len(parts)):02X}" for parts in zip(*digits, strict=True))
    return Ink(mean, sum(ink.alpha for ink in inks) / len(inks))


def _ink(element: Any, colors: dict[str, str]) -> Ink | None:
    name = etree.QName(element).localname
    if name == "srgbClr":
        color = str(element.get("val", ""))
    elif name == "sysClr":
        color = str(element.get("lastClr") or (_WHITE if element.get("val") == "window" else _BLACK))
    elif name == "schemeClr":
        color = colors.get(str(element.get("val")), "")
    else:
        color = {"white": _WHITE, "black": _BLACK}.get(str(element.get("val")), "") if name == "prstClr" else ""
    if len(color) != 6:
        return None
    alpha = 1.0
    for change in element:
        share = _share(str(change.get("val", "100000")))
        kind = etree.QName(change).localname
        if kind == "alpha":
            alpha = share
        else:
            color = _changed(color, kind, share)
    return Ink(color.upper(), alpha)


def _changed(color: str, kind: str, share: float) -> str:
    parts = [int(color[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    if kind in ("lumMod", "lumOff"):
        hue, lightness, saturation = colorsys.rgb_to_hls(*parts)
        lightness = lightness * share if kind == "lumMod" else lightness + share
        parts = list(colorsys.hls_to_rgb(hue, min(1.0, max(0.0, lightness)), saturation))
    elif kind == "shade":
        parts = [part * share for part in parts]
    elif kind == "tint":
        parts = [part * share + 1 - share for part in parts]
    return "".join(f"{round(min(1.0, max(0.0, part)) * 255):02X}" for part in parts)


def _share(amount: str) -> float:
    return float(amount[:-1]) / 100 if amount.endswith("%") else int(amount) / 100_000


def saturation(color: str) -> float:
    """How much hue a colour has, from 0 (grey) to 1."""
    return colorsys.rgb_to_hls(*(int(color[at : at + 2], 16) / 255 for at in (0, 2, 4)))[2]


def with_lightness(color: str, ground: str, wanted: float) -> tuple[str, float] | None:
    """How the lightness of a colour has to change to be read on a ground: `lumMod` or `lumOff` and its share.

    The smaller change of the two, darker or lighter; None where neither is enough.

    >>> with_lightness("1AA6A6", "FFFFFF", 4.5)
    ('lumMod', 0.75)
    """
    lightness = colorsys.rgb_to_hls(*(int(color[at : at + 2], 16) / 255 for at in (0, 2, 4)))[1]
    changes = [("lumMod", 1 - step / _STEPS, lightness * step / _STEPS) for step in range(1, _STEPS)]
    changes += [("lumOff", step / _STEPS, step / _STEPS) for step in range(1, _STEPS) if lightness + step / _STEPS <= 1]
    enough = [c for c in changes if contrast(_changed(color, c[0], c[1]), ground) >= wanted]
    best = min(enough, key=lambda change: change[2], default=None)
    return (best[0], round(best[1], 2)) if best else None


def blended(ink: Ink, under: str) -> str:
    """What is seen of a colour on another.

    >>> blended(Ink("000000", 0.5), "FFFFFF")
    '808080'
    """
    pairs = ((int(ink.color[at : at + 2], 16), int(under[at : at + 2], 16)) for at in (0, 2, 4))
    return "".join(f"{round(own * ink.alpha + other * (1 - ink.alpha)):02X}" for own, other in pairs)


def _background(master: Any, colors: dict[str, str]) -> str:
    """The plain colour of a master's background; where it is a picture, that of the page."""
    background = master._element.cSld.find(qn("p:bg"))
    plain = colors.get("bg1", _WHITE)
    if background is None:
        return plain
    fill = background.find(f".//{qn('a:srgbClr')}")
    if fill is not None and background.find(f".//{qn('a:gradFill')}") is None:
        return str(fill.get("val", plain))
    scheme = background.find(f".//{qn('a:schemeClr')}")
    return plain if scheme is None else colors.get(str(scheme.get("val")), plain)


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, 1.4.3: from 1 (the same) to 21 (black on white).

    >>> contrast("000000", "FFFFFF")
    21.0
    """
    darker, lighter = sorted((luminance(one), luminance(other)))
    return round((lighter + 0.05) / (darker + 0.05), 3)


def luminance(color: str) -> float:
    """WCAG 2.2, 1.4.3: from 0 (black) to 1 (white)."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
