"""Whether the colours that a deck sets text in can be read on the template's own background."""

from __future__ import annotations

from typing import Any

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


def emphasis_on(master: Any) -> ThemeColor | None:
    """The first accent that can be read on a master's background; None: what stands out is only bold."""
    colors = theme_colors(master)
    background = _background(master, colors)
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
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return round((lighter + 0.05) / (darker + 0.05), 3)


def _luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
