"""What of a proof the pages really show: a template may have no place for a text."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from generator.errors import finding
from generator.model import ChartPlacement, Finding, Page, Pages, Placement, Proof, TablePlacement, TextPlacement

_OPTIONAL = "optional"


def only_shown(proof: Proof, pages: Pages) -> tuple[Proof, tuple[Finding, ...]]:
    """The proof with what no page shows marked as optional, and a finding for each text that should have been shown.

    A closing page with 谢谢 drawn on it and no placeholder: the speaker's closing words are in the notes alone.
    """
    shown: dict[str, str] = defaultdict(str)
    numbers: dict[str, int] = {}
    for number, page in enumerate(pages.pages, 1):
        identity = _slide_id(page)
        shown[identity] += "\n".join(_squeezed(text) for placement in page.placements for text in _texts(placement))
        numbers.setdefault(identity, number)
    findings, slides = [], []
    for slide in proof.slides:
        texts = []
        for text in slide.texts:
            if text.kind != _OPTIONAL and _squeezed(text.words) not in shown[slide.slide_id]:
                if slide.slide_id in numbers:
                    findings.append(finding("words_not_on_slide", slide=numbers[slide.slide_id], words=text.words))
                text = replace(text, kind=_OPTIONAL)
            texts.append(text)
        slides.append(replace(slide, texts=tuple(texts)))
    return replace(proof, slides=tuple(slides)), tuple(findings)


def _slide_id(page: Page) -> str:
    head, dot, tail = page.slide_id.rpartition(".")
    return head if dot and tail.isdigit() else page.slide_id


def _texts(placement: Placement) -> tuple[str, ...]:
    match placement:
        case TextPlacement():
            return tuple(paragraph.text for paragraph in placement.paragraphs)
        case TablePlacement():
            return tuple(text for row in (placement.header, *placement.rows) for text in row)
        case ChartPlacement():
            return (placement.series_name, *placement.categories, *placement.surfaces)


def _squeezed(text: str) -> str:
    return "".join(text.split())
