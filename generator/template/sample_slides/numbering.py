"""Every shape of a slide known by an id of its own, in one form."""

from __future__ import annotations

from typing import Any

from pptx.oxml.ns import qn

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def number_shapes(slide: Any) -> None:
    """Give every shape of a slide an id of its own (copies in WPS share one), and take away the choice between forms.

    <mc:AlternateContent> holds one shape in two forms; the one that every program can draw stays.
    """
    tree = slide._element.cSld.spTree
    for choice in list(tree.iter(f"{_MC}AlternateContent")):
        _settle(choice)
    seen: set[int] = set()
    waiting = []
    for properties in tree.iter(qn("p:cNvPr")):
        identity = int(properties.get("id", "0") or 0)
        if identity < 1 or identity in seen:
            waiting.append(properties)
        seen.add(identity)
    for properties in waiting:
        identity = max(seen) + 1
        seen.add(identity)
        properties.set("id", str(identity))


def _settle(choice: Any) -> None:
    parent = choice.getparent()
    forms = [choice.find(f"{_MC}Fallback"), choice.find(f"{_MC}Choice")]
    chosen = next((form for form in forms if form is not None and len(form)), None)
    at = parent.index(choice)
    for child in reversed(list(chosen) if chosen is not None else []):
        parent.insert(at, child)
    parent.remove(choice)
