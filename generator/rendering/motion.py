"""How slides follow each other and how points appear: `p:transition` and `p:timing` (ECMA-376 part 1, 19.5).

Both are restrained: one slide fades into the next, a point fades in at a click. Nothing flies.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree
from pptx.oxml.ns import qn

from generator.model import Reveal, Transition

_FADE_MILLISECONDS = "400"
_FADE_PRESET = "10"
"""[MS-OE376] 2.1.758: the entrance effect that PowerPoint's panel calls 淡化."""
_BEFORE_TRANSITION = (qn("p:cSld"), qn("p:clrMapOvr"))
_BEFORE_TIMING = (*_BEFORE_TRANSITION, qn("p:transition"))


def write_transition(slide: Any, transition: Transition) -> None:
    """<p:transition spd="med"><p:fade/></p:transition>, in the place of one that the slide has; NONE takes it off."""
    element = slide._element
    for old in element.findall(qn("p:transition")):
        element.remove(old)
    if transition is Transition.NONE:
        return
    written = etree.Element(qn("p:transition"))
    written.set("spd", "med")
    etree.SubElement(written, qn("p:fade"))
    _insert_after(element, written, _BEFORE_TRANSITION)


def write_timing(slide: Any, reveals: tuple[tuple[Reveal, ...], ...], shapes: Mapping[int, str]) -> None:
    """The clicks of a slide, each a group of texts that fade in together; `shapes` gives shape ids by slot index."""
    if not reveals:
        return
    element = slide._element
    for old in element.findall(qn("p:timing")):
        element.remove(old)
    timing = etree.Element(qn("p:timing"))
    numbers = _numbers()
    root = _node(_below(timing, "p:tnLst", "p:par"), numbers, dur="indefinite", restart="never", nodeType="tmRoot")
    sequence = _below(root, "p:childTnLst", "p:seq")
    sequence.set("concurrent", "1")
    sequence.set("nextAc", "seek")
    clicks = _below(_node(sequence, numbers, dur="indefinite", nodeType="mainSeq"), "p:childTnLst")
    for group in reveals:
        _write_click(clicks, group, shapes, numbers)
    for tag, event in (("p:prevCondLst", "onPrev"), ("p:nextCondLst", "onNext")):
        condition = _below(sequence, tag, "p:cond")
        condition.set("evt", event)
        condition.set("delay", "0")
        _below(condition, "p:tgtEl", "p:sldTgt")
    built = etree.SubElement(timing, qn("p:bldLst"))
    for index, by_paragraph in {r.index: r.paragraph is not None for group in reveals for r in group}.items():
        build = etree.SubElement(built, qn("p:bldP"))
        build.set("spid", shapes[index])
        build.set("grpId", "0")
        if by_paragraph:
            build.set("build", "p")
    _insert_after(element, timing, _BEFORE_TIMING)


def _write_click(clicks: Any, group: tuple[Reveal, ...], shapes: Mapping[int, str], numbers: Iterator[str]) -> None:
    click = _node(etree.SubElement(clicks, qn("p:par")), numbers, fill="hold")
    _starts(click, "indefinite")
    together = _node(_below(click, "p:childTnLst", "p:par"), numbers, fill="hold")
    _starts(together, "0")
    effects = _below(together, "p:childTnLst")
    for position, reveal in enumerate(group):
        effect = _node(
            etree.SubElement(effects, qn("p:par")),
            numbers,
            presetID=_FADE_PRESET,
            presetClass="entr",
            presetSubtype="0",
            fill="hold",
            grpId="0",
            nodeType="withEffect" if position else "clickEffect",
        )
        _starts(effect, "0")
        behaviours = _below(effect, "p:childTnLst")
        _write_appearance(behaviours, reveal, shapes[reveal.index], numbers)


def _write_appearance(behaviours: Any, reveal: Reveal, shape: str, numbers: Iterator[str]) -> None:
    """The text becomes visible, and fades in."""
    visible = etree.SubElement(behaviours, qn("p:set"))
    behaviour = _below(visible, "p:cBhvr")
    _starts(_node(behaviour, numbers, dur="1", fill="hold"), "0")
    _target(behaviour, reveal, shape)
    _below(behaviour, "p:attrNameLst", "p:attrName").text = "style.visibility"
    _below(visible, "p:to", "p:strVal").set("val", "visible")
    fade = etree.SubElement(behaviours, qn("p:animEffect"))
    fade.set("transition", "in")
    fade.set("filter", "fade")
    behaviour = _below(fade, "p:cBhvr")
    _node(behaviour, numbers, dur=_FADE_MILLISECONDS)
    _target(behaviour, reveal, shape)


def _target(behaviour: Any, reveal: Reveal, shape: str) -> None:
    target = _below(behaviour, "p:tgtEl", "p:spTgt")
    target.set("spid", shape)
    if reveal.paragraph is not None:
        paragraphs = _below(target, "p:txEl", "p:pRg")
        paragraphs.set("st", str(reveal.paragraph))
        paragraphs.set("end", str(reveal.paragraph))


def _node(parent: Any, numbers: Iterator[str], **attributes: str) -> Any:
    """<p:cTn id="…" …/>: a node of time; every one of a slide has a number of its own."""
    node = etree.SubElement(parent, qn("p:cTn"))
    node.set("id", next(numbers))
    for name, value in attributes.items():
        node.set(name, value)
    return node


def _starts(node: Any, delay: str) -> None:
    _below(node, "p:stCondLst", "p:cond").set("delay", delay)


def _below(parent: Any, *tags: str) -> Any:
    for tag in tags:
        parent = etree.SubElement(parent, qn(tag))
    return parent


def _numbers() -> Iterator[str]:
    number = 0
    while True:
        number += 1
        yield str(number)


def _insert_after(element: Any, new: Any, before: tuple[str, ...]) -> None:
    """The schema fixes the order of a slide's children."""
    at = max(position for position, child in enumerate(element) if child.tag in before)
    element.insert(at + 1, new)
