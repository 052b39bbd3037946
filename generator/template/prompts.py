"""What a prompt's own runs look like becomes the look of what is typed there, where no list style says anything else.

A prompt is only there to be replaced: of its own formatting nothing is inherited. A designer who wrote 单击此处编辑标题
in white on a blue band meant the title; LibreOffice writes all formatting of masters and layouts in that way, and no
text styles at all, so that PowerPoint shows its templates with 18 pt in black.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from lxml import etree
from pptx.oxml.ns import qn

from generator.template.facts import FOOTERS, kind_of

_PLACEHOLDER = f"*/{qn('p:nvPr')}/{qn('p:ph')}"
_FILLS = ("a:solidFill", "a:gradFill", "a:noFill", "a:pattFill", "a:blipFill", "a:grpFill")
_OF_THE_PROMPT = ("lvl", "lang", "altLang", "dirty", "err", "noProof", "smtClean", "smtId", "bmk", "kumimoji")
"""Attributes that tell of these words, not of their look."""
_LEFT_OUT = ("a:hlinkClick", "a:hlinkMouseOver", "a:extLst", "a:defRPr")
_BULLETS = ("a:buNone", "a:buChar", "a:buAutoNum", "a:buBlip")
_LEVELS = 9


def promote_prompts(presentation: Any) -> None:
    """Write into the list styles of masters and layouts what their prompts show and nothing else gives.

    The colour of a layout's prompt always; everything where the master has no text styles.
    """
    for master in presentation.slide_masters:
        is_bare = master._element.find(qn("p:txStyles")) is None
        for owner in (master, *master.slide_layouts):
            for shape in owner.placeholders:
                element = shape._element
                if kind_of(element.find(_PLACEHOLDER)) in FOOTERS or element.find(qn("p:txBody")) is None:
                    continue
                if is_bare:
                    _promote_all(element)
                elif owner is not master:
                    _promote_color(element)


def _promote_color(element: Any) -> None:
    fill = element.find(f"{qn('p:txBody')}/{qn('a:p')}/{qn('a:r')}/{qn('a:rPr')}/{qn('a:solidFill')}")
    if fill is None or element.find(f"{qn('p:txBody')}/{qn('a:lstStyle')}") is None:
        return
    run = run_of(level_of(element, 1))
    if any(run.find(qn(tag)) is not None for tag in _FILLS):
        return
    line = run.find(qn("a:ln"))
    run.insert(0 if line is None else 1, copy.deepcopy(fill))


def _promote_all(element: Any) -> None:
    """Level by level what a prompt with words shows; an empty one tells its alignment, and that a subtitle is no list.

    The rest of an empty paragraph is not to be believed: LibreOffice writes the first master's colours on all layouts.
    """
    styles = element.find(f"{qn('p:txBody')}/{qn('a:lstStyle')}")
    if styles is not None and len(styles):
        return
    is_subtitle = kind_of(element.find(_PLACEHOLDER)) == "subTitle"
    for number, paragraph in _levels(element):
        given = paragraph.find(qn("a:pPr"))
        words = paragraph.find(f"{qn('a:r')}/{qn('a:rPr')}")
        if words is not None:
            level = level_of(element, number)
            _become(level, given)
            _become(run_of(level), words)
        elif given is not None and given.get("algn"):
            level_of(element, number).set("algn", given.get("algn"))
    level = level_of(element, 1) if is_subtitle else None
    if level is not None and not any(level.find(qn(tag)) is not None for tag in _BULLETS):
        level.set("marL", "0")
        level.set("indent", "0")
        later = [child for child in level if child.tag in {qn(tag) for tag in ("a:tabLst", "a:defRPr", "a:extLst")}]
        level.insert(len(level) - len(later), etree.Element(qn("a:buNone")))


def _levels(element: Any) -> Iterator[tuple[int, Any]]:
    """The first paragraph of each level, with its number from 1."""
    seen: set[int] = set()
    for paragraph in element.findall(f"{qn('p:txBody')}/{qn('a:p')}"):
        given = paragraph.find(qn("a:pPr"))
        number = 1 + int("0" if given is None else given.get("lvl", "0"))
        if number not in seen and number <= _LEVELS:
            seen.add(number)
            yield number, paragraph


def _become(target: Any, look: Any | None) -> None:
    """Take over the attributes and children that tell of a look; `a:defRPr` stays last but for extensions."""
    if look is None:
        return
    for name, value in look.attrib.items():
        if name not in _OF_THE_PROMPT:
            target.set(name, value)
    for position, child in enumerate(c for c in look if c.tag not in {qn(tag) for tag in _LEFT_OUT}):
        target.insert(position, copy.deepcopy(child))


def level_of(element: Any, number: int) -> Any:
    """The `a:lvlNpPr` of a placeholder's list style, made in its place where there is none."""
    body = element.find(qn("p:txBody"))
    styles = body.find(qn("a:lstStyle"))
    if styles is None:
        styles = etree.Element(qn("a:lstStyle"))
        body.insert(1, styles)
    level = styles.find(qn(f"a:lvl{number}pPr"))
    if level is None:
        level = etree.Element(qn(f"a:lvl{number}pPr"))
        before = [qn("a:defPPr"), *(qn(f"a:lvl{other}pPr") for other in range(1, number))]
        styles.insert(sum(child.tag in before for child in styles), level)
    return level


def run_of(level: Any) -> Any:
    """The `a:defRPr` of a level, made in its place where there is none."""
    run = level.find(qn("a:defRPr"))
    if run is None:
        run = etree.Element(qn("a:defRPr"))
        extensions = level.find(qn("a:extLst"))
        level.insert(len(level) if extensions is None else len(level) - 1, run)
    return run
