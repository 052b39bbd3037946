"""Counted entries that share a box with their count (一、工作回顾) become two boxes: so each is filled for itself."""

from __future__ import annotations

import copy
from typing import Any

from lxml import etree
from pptx.oxml.ns import qn

from generator.language import width_em
from generator.model import Box
from generator.template.sample_slides.cleaning import set_box
from generator.template.sample_slides.shapes import Shape, SlideView
from generator.template.sample_slides.words import counted, numeral_of

_EMU_PER_POINT = 12_700
_FEWEST = 2
_SLACK_EM = 0.4
"""Em that the count's box is wider than its words."""


def split_counts(view: SlideView) -> bool:
    """Split the boxes of a slide whose texts count from one on; tells whether anything was changed."""
    entries = [(shape, found) for shape in view.texts if _is_line(shape) and (found := counted(shape.words.strip()))]
    numbers = sorted(numeral_of(found[0]) or 0 for _, found in entries)
    if len(entries) < _FEWEST or numbers != list(range(1, len(entries) + 1)):
        return False
    widest = max(width_em(count.strip()) for _, (count, _) in entries) + _SLACK_EM
    for shape, (count, text) in entries:
        _split(shape, count, text, round(widest * shape.size_pt * _EMU_PER_POINT))
    return True


def _is_line(shape: Shape) -> bool:
    return "\n" not in shape.words.strip() and shape.placeholder is None and not shape.filled and shape.align == "l"


def _split(shape: Shape, count: str, text: str, width: int) -> None:
    tree = shape.element
    while tree.tag != qn("p:spTree"):
        tree = tree.getparent()
    twin: Any = copy.deepcopy(shape.element)
    identity = max(int(e.get("id", "0")) for e in tree.iter(qn("p:cNvPr"))) + 1
    twin.find(f"*/{qn('p:cNvPr')}").set("id", str(identity))
    shape.element.addprevious(twin)
    _write(twin, count.strip())
    _write(shape.element, text.strip())
    box, (left, _, right, _) = shape.box, shape.insets
    apart = Shape(twin, identity, shape.kind, box, shape.frame, shape.order)
    set_box(apart, Box(box.left, box.top, width + left + right, box.height))
    set_box(shape, Box(box.left + width + left, box.top, max(1, box.width - width - left), box.height))
    for properties in twin.iter(qn("a:bodyPr")):
        properties.set("wrap", "none")


def _write(element: Any, words: str) -> None:
    """The words in the first run, the other runs empty: they keep their looks for nothing and go."""
    runs = list(element.iter(qn("a:r")))
    longest = max(runs, key=lambda run: len(run.findtext(qn("a:t")) or ""))
    for run in runs:
        if run is not longest:
            run.getparent().remove(run)
    for broken in list(element.iter(qn("a:br"))):
        broken.getparent().remove(broken)
    target = longest.find(qn("a:t"))
    if target is None:
        target = etree.SubElement(longest, qn("a:t"))
    target.text = words
