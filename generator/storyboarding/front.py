"""The slides before the first part: cover and agenda."""

from __future__ import annotations

from generator.model import Agenda, AgendaEntry, Cover, Excerpt, Label, Occasion, Span
from generator.storyboarding.material import Material, deck_title, label

_DASH = "——"


def cover(material: Material, occasion: Occasion) -> Cover:
    """The cover: title, subtitle, and what is known of the occasion; the user's word goes before the manuscript's."""
    outline = material.outline
    title, subtitle = _title_and_subtitle(material)
    byline = material.one_line(outline.byline).text if outline.byline else None
    date_line = material.one_line(outline.date_line).text if outline.date_line else None
    return Cover(
        title=title,
        subtitle=subtitle,
        unit=occasion.unit or None,
        speaker=occasion.speaker or _without_brackets(byline),
        date=occasion.date or _without_brackets(date_line),
    )


def _title_and_subtitle(material: Material) -> tuple[Excerpt, Excerpt | None]:
    """踔厉奋发 勇毅前行——在全县大会上的发言 is a title and, from the dash on, a subtitle."""
    outline = material.outline
    title = deck_title(material)
    if outline.subtitle:
        return title, material.one_line(outline.subtitle)
    head, dash, _rest = title.text.partition(_DASH)
    if dash and head.strip():
        return _cut(title, 0, len(head.rstrip())), _cut(title, len(head), len(title.text))
    return title, None


def _cut(excerpt: Excerpt, start: int, end: int) -> Excerpt:
    """Characters `start` to `end` of an excerpt, with their spans."""
    spans, at = [], 0
    for span in excerpt.spans:
        low, high = max(start, at), min(end, at + len(span))
        if low < high:
            spans.append(Span(span.start + low - at, span.start + high - at))
        at += len(span)
    return Excerpt(excerpt.text[start:end], tuple(spans))


def _without_brackets(text: str | None) -> str | None:
    """（2023年10月12日） stands on a cover without its brackets."""
    if not text:
        return None
    return text[1:-1].strip() if text[0] in "（(" and text[-1] in "）)" else text


def agenda(entries: tuple[AgendaEntry, ...]) -> Agenda:
    """The parts under 目录."""
    return Agenda(label(Label.AGENDA), entries)
