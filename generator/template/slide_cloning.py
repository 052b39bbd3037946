"""A slide as a whole, once more: its tree, its background and everything that it refers to."""

from __future__ import annotations

import copy
from typing import Any

from pptx.oxml.ns import qn

_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_LEFT_BEHIND = ("/slideLayout", "/notesSlide", "/comments", "/slide", "/tags", "/threadedComment")
"""Relationships that the copy has of its own, or that belong to the first slide alone, by the end of their type."""


def clone_slide(presentation: Any, slide: Any) -> Any:
    """A new last slide that shows what `slide` shows. Pictures and films are shared, as PowerPoint shares them."""
    copied = presentation.slides.add_slide(slide.slide_layout)
    element, old = copied._element, slide._element
    _become(element, old, qn("p:cSld"))
    _become(element.cSld, old.cSld, qn("p:spTree"))
    _become(element.cSld.spTree, old.cSld.spTree, None)
    names: dict[str, str] = {}
    for identity, relation in slide.part.rels.items():
        if str(relation.reltype).endswith(_LEFT_BEHIND):
            continue
        if relation.is_external:
            names[identity] = copied.part.relate_to(relation.target_ref, relation.reltype, is_external=True)
        else:
            names[identity] = copied.part.relate_to(relation.target_part, relation.reltype)
    for child in list(element.iter()):
        for name, value in list(child.attrib.items()):
            if name.startswith(_RELATIONS):
                if value in names:
                    child.set(name, names[value])
                elif value:
                    _without(child, name)
    return copied


def _become(element: Any, old: Any, own: str | None) -> None:
    """The attributes and children of `old`, but for the child `own`, which stays: python-pptx holds it."""
    held = element.find(own) if own else None
    for child in list(element):
        element.remove(child)
    for name, value in old.attrib.items():
        element.set(name, value)
    for child in old:
        element.append(held if held is not None and child.tag == own else copy.deepcopy(child))


def _without(element: Any, attribute: str) -> None:
    """A link to what was left behind goes; what is nothing without it goes whole."""
    if element.tag in (qn("a:hlinkClick"), qn("a:hlinkHover"), qn("p:tags")) and element.getparent() is not None:
        element.getparent().remove(element)
    else:
        del element.attrib[attribute]
