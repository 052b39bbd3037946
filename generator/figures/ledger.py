"""Step 3: every figure of a speech with what it measures, and the series among them."""

from __future__ import annotations

import re

from generator.figures.exclusions import Place, excluded_by
from generator.figures.labels import Labelled, SentenceLabels
from generator.figures.series import comparable
from generator.language.quantities import NumberKind, Quantity, quantities
from generator.language.sentences import sentences
from generator.language.words import prepare
from generator.model import Figure, FigureKind, Finding, Ledger, Outline, Series, Span
from generator.settings import FiguresSettings

_DEFAULT = FiguresSettings()


def find_figures(outline: Outline, settings: FiguresSettings = _DEFAULT) -> tuple[Ledger, tuple[Finding, ...]]:
    """The figures of the speech behind its front matter, in the order of the text."""
    manuscript = outline.manuscript
    text = manuscript.words
    prepare(text)
    figures: list[Figure] = []
    series: list[Series] = []
    for block in manuscript.blocks_in(Span(outline.front.end, len(text))):
        topic: tuple[Span, ...] = ()
        for sentence in sentences(text, block.span):
            found = quantities(text, sentence)
            data = tuple(quantity for quantity in found if not excluded_by(Place(text, quantity, sentence)))
            if not data:
                topic = ()
                continue
            labels = SentenceLabels(text, sentence, data, topic)
            labelled = labels.labelled()
            made = tuple(_figure(outline, label, sentence, found) for label in labelled)
            figures += made
            series += comparable(outline, tuple(zip(made, labelled, strict=True)), settings)
            topic = labels.topic
    return Ledger(tuple(figures), tuple(series)), ()


def _figure(outline: Outline, labelled: Labelled, sentence: Span, found: tuple[Quantity, ...]) -> Figure:
    quantity = labelled.quantity
    section = outline.section_at(quantity.span.start)
    return Figure(
        span=quantity.span,
        text=quantity.text,
        number=quantity.number,
        value=quantity.value,
        unit=quantity.unit,
        base_value=quantity.base_value,
        base_unit=quantity.base_unit,
        kind=_kind(quantity),
        label=outline.manuscript.excerpt(*labelled.spans),
        sentence=sentence,
        section_id=section.id if section else None,
        qualifier=quantity.qualifier,
        upper=quantity.upper,
        period=_period(outline.manuscript.words, quantity, sentence, found),
        rule=labelled.why,
        evidence=(f"数量：{quantity.text}",),
    )


_IN_WORDS = re.compile(
    r"(?:全|去|今|上|本)年(?!度?龄)|上半年|下半年|每年|年内|近[三五两]年|过去[一五]年|“十[一二三四五]五”(?:期间|时期|末)?"
    r"|截[至止]目前|目前"
)
_COMPARED = re.compile(r"(?:比|较|是)$")


def _period(text: str, quantity: Quantity, sentence: Span, found: tuple[Quantity, ...]) -> str | None:
    """The time that a figure holds for: the last one named before it that is not merely compared with (比2002年)."""
    times = [
        q.span
        for q in found
        if q.kind is NumberKind.DATE and q.span.end <= quantity.span.start and re.search(r"[年月日]", q.text)
    ]
    times += [Span(*m.span()) for m in _IN_WORDS.finditer(text, sentence.start, quantity.span.start)]
    held = [span for span in sorted(times) if not _COMPARED.search(text[sentence.start : span.start])]
    return held[-1].of(text) if held else None


def _kind(quantity: Quantity) -> FigureKind:
    return FigureKind.QUANTITY if quantity.kind is NumberKind.PLAIN else FigureKind(quantity.kind.value)
