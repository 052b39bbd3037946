"""Step 3: every figure of a speech with what it measures, and the series among them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from generator.language.quantities import NumberKind, Quantity, quantities
from generator.language.sentences import sentences
from generator.language.words import prepare
from generator.model import Figure, FigureKind, Finding, Ledger, Outline, Series, Span
from generator.settings import FiguresSettings
from generator.tallying.blanks import find_blanks
from generator.tallying.changes import change_of
from generator.tallying.exclusions import Place, excluded_by
from generator.tallying.labels import Labelled, SentenceLabels
from generator.tallying.series import comparable

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
            dates = tuple(quantity for quantity in found if quantity.kind is NumberKind.DATE)
            for piece, members in _bounded(sentence, data, settings.longest_sentence):
                labels = SentenceLabels(text, piece, members, topic)
                labelled = labels.labelled()
                times = _within(dates, piece)
                made = tuple(_figure(outline, label, sentence, piece, times) for label in labelled)
                figures += made
                series += comparable(outline, tuple(zip(made, labelled, strict=True)), settings)
                topic = labels.topic
    return Ledger(tuple(figures), tuple(series), find_blanks(outline, settings)), ()


def _bounded(sentence: Span, data: tuple[Quantity, ...], longest: int) -> Iterator[tuple[Span, tuple[Quantity, ...]]]:
    """The sentence and its figures; in pieces that part between two figures where it is longer than `longest`."""
    start, members = sentence.start, list[Quantity]()
    for quantity in data:
        if members and quantity.span.end - start > longest:
            yield Span(start, members[-1].span.end), tuple(members)
            start, members = members[-1].span.end, []
        elif not members:
            start = max(start, quantity.span.start - longest)
        members.append(quantity)
    if members:
        yield Span(start, min(sentence.end, members[-1].span.end + longest)), tuple(members)


def _within(dates: tuple[Quantity, ...], piece: Span) -> tuple[Quantity, ...]:
    first = bisect_left(dates, piece.start, key=lambda date: date.span.start)
    last = bisect_right(dates, piece.end, key=lambda date: date.span.end)
    return dates[first:last]


def _figure(outline: Outline, labelled: Labelled, sentence: Span, piece: Span, times: tuple[Quantity, ...]) -> Figure:
    quantity, manuscript = labelled.quantity, outline.manuscript
    section = outline.section_at(quantity.span.start)
    label, why = manuscript.excerpt(*labelled.spans), labelled.why
    if not label and section and section.heading:
        label, why = manuscript.excerpt(section.heading.span), "所在部分的标题"
    amount = _leaves_out_yuan(quantity, label.text)
    period = _period(manuscript.words, quantity, piece, times)
    return Figure(
        span=quantity.span,
        text=quantity.text,
        number=quantity.number,
        value=quantity.value,
        unit=quantity.unit,
        base_value=quantity.base_value,
        base_unit="元" if amount else quantity.base_unit,
        kind=FigureKind.MONEY if amount else _kind(quantity),
        label=label,
        sentence=sentence,
        section_id=section.id if section else None,
        qualifier=quantity.qualifier,
        upper=quantity.upper,
        period=period,
        rule=why,
        evidence=tuple(_evidence(quantity, label.text, why, period, amount)),
        change=change_of(manuscript.words, quantity, sentence),
    )


def _evidence(quantity: Quantity, label: str, why: str, period: str | None, amount: bool) -> Iterator[str]:
    unit = f"单位“{quantity.unit}”" if quantity.unit else "没有单位"
    yield f"写作“{quantity.text}”，数值 {quantity.value:f}，{unit}"
    yield f"名称“{label}”：{why}"
    if quantity.qualifier:
        yield f"限定词“{quantity.qualifier}”"
    if quantity.upper is not None:
        yield f"是一个范围，上限 {quantity.upper:f}"
    if period:
        yield f"时间“{period}”"
    if amount:
        yield "省略了“元”：名称说的是钱"


_OF_MONEY = re.compile(
    r"资金|投资|捐|经费|补助|补贴|补偿|收入|产值|贷款|奖金|募集|筹|投入|拨付|节约|债|利润|税|支出|工资|预算|成交|销售|营收|额|款|费|租金|让利|减负"
)


def _leaves_out_yuan(quantity: Quantity, label: str) -> bool:
    """每年捐资600万: an amount of money whose 元 is not said."""
    return quantity.unit in _ONLY_MAGNITUDE and bool(_OF_MONEY.search(label))


_ONLY_MAGNITUDE = frozenset({"万", "亿", "万亿", "千万", "百万"})
_IN_WORDS = re.compile(
    r"(?:全|去|今|上|本)年(?!度?龄)|上半年|下半年|每年|年内|近[三五两]年|过去[一五]年|“十[一二三四五]五”(?:期间|时期|末)?"
    r"|截[至止]目前|目前"
)
_COMPARED = re.compile(r"(?:比|较|是)$")


def _period(text: str, quantity: Quantity, piece: Span, dates: tuple[Quantity, ...]) -> str | None:
    """The time that a figure holds for: the last one named before it that is not merely compared with (比2002年)."""
    before = [q.span for q in dates if q.span.end <= quantity.span.start and re.search(r"[年月日]", q.text)]
    before += [Span(*match.span()) for match in _IN_WORDS.finditer(text, piece.start, quantity.span.start)]
    held = [span for span in sorted(before) if not _COMPARED.search(text, max(piece.start, span.start - 2), span.start)]
    return held[-1].of(text) if held else None


def _kind(quantity: Quantity) -> FigureKind:
    return FigureKind.QUANTITY if quantity.kind is NumberKind.PLAIN else FigureKind(quantity.kind.value)
