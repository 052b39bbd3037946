"""A look's colours and typefaces, put into a theme part."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree

_NS = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}


def with_theme(theme: bytes, name: str, colors: Mapping[str, str], fonts: Mapping[str, Any]) -> bytes:
    """The theme part with another name, colours (six hex digits by slot: dk1 … folHlink) and typefaces.

    `fonts` holds `major` and `minor`, each with `latin` and `east_asian`. The east-asian typeface is written to the
    `Hans` script as well: some programs read only that one.
    """
    root = etree.fromstring(theme)
    root.set("name", name)
    for scheme in root.iterfind(".//a:clrScheme", _NS):
        scheme.set("name", name)
        for slot in scheme:
            slot[0].set("val", colors[etree.QName(slot).localname])
    for scheme in root.iterfind(".//a:fontScheme", _NS):
        scheme.set("name", name)
        for script in ("major", "minor"):
            latin, east_asian = fonts[script]["latin"], fonts[script]["east_asian"]
            for tag, typeface in (("latin", latin), ("ea", east_asian), ("cs", latin), ("font", east_asian)):
                for font in scheme.iterfind(f"a:{script}Font/a:{tag}", _NS):
                    font.set("typeface", typeface)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
