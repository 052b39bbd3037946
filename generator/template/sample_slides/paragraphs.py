"""Paragraphs of a sample slide's text: which of them the new words are to look like."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.oxml.ns import qn

from generator.language import width_em

_EXPLAINS_EM = 20.0
"""Em of a paragraph that is no heading and no line of letters under one."""


def main_paragraph(body: Any) -> Any | None:
    """The paragraph whose look others take: the first with words; the first that explains under short heads.

    不足之处 in gold over four lines of grey: points look like the lines. CONTENTS under 目录 explains nothing.
    """
    wordy = [p for p in body.findall(qn("a:p")) if words_of_paragraph(p)]
    if len(wordy) < 2:
        return wordy[0] if wordy else None
    kinds: dict[tuple[str, ...], list[Any]] = {}
    for paragraph in wordy:
        kinds.setdefault(_look(paragraph), []).append(paragraph)
    widths = {look: sum(width_em(words_of_paragraph(p)) for p in found) for look, found in kinds.items()}
    longest = max(widths, key=lambda look: widths[look])
    explains = width_em(words_of_paragraph(kinds[longest][0])) >= _EXPLAINS_EM
    return kinds[longest][0] if explains else wordy[0]


def _look(paragraph: Any) -> tuple[str, ...]:
    """Size, weight and fill of a paragraph's first run with words."""
    for run in paragraph.findall(qn("a:r")):
        properties = run.find(qn("a:rPr"))
        if properties is not None and (run.findtext(qn("a:t")) or "").strip():
            fill = properties.find(qn("a:solidFill"))
            color = "" if fill is None or not len(fill) else str(fill[0].get("val"))
            return properties.get("sz", ""), properties.get("b", "0"), color
    return ()


def letter_spacing_pt(element: Any, levels: Sequence[Any]) -> float:
    """Points between the characters of a shape's words, on top of their widths: <a:rPr spc="300"> is 3."""
    body = element.find(qn("p:txBody"))
    kept = None if body is None else main_paragraph(body)
    looks = [] if kept is None else [run.find(qn("a:rPr")) for run in kept.findall(qn("a:r"))][:1]
    looks += [level.find(qn("a:defRPr")) for level in levels]
    given = next((look.get("spc") for look in looks if look is not None and look.get("spc")), "0")
    return int(given) / 100 if given.lstrip("-").isdigit() else 0.0


def words_of_paragraph(paragraph: Any) -> str:
    """The words of an `a:p`."""
    return "".join(t.text or "" for t in paragraph.iter(qn("a:t"))).strip()
