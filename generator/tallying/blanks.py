"""Figures that the author left blank: which blanks stand for a number, and what it will measure."""

from __future__ import annotations

import re
from bisect import bisect_left

from generator.language.quantities import NumberKind, quantities
from generator.language.sentences import sentences
from generator.model import Blank, Outline, Span
from generator.settings import FiguresSettings
from generator.tallying.exclusions import Place, excluded_by
from generator.tallying.labels import SentenceLabels

_SIGN = re.compile(r"[Xx×✕╳ＸｘХх*＊□▢◻〇○◯△▲◇◆●■◎_＿某]")
_STAND_IN = "9"
"""A digit in place of each sign: XXX万元 is read as 999万元 would be, by the same grammar and with the same offsets."""
_CALENDAR = ("年", "周年", "岁", "周岁")
"""XX年 is a date that is still open, not a length of time."""
_PLACES = frozenset(
    {"省", "市", "县", "区", "州", "旗", "镇", "乡", "村", "街道", "社区", "部门", "单位", "公司", "企业", "学校"}
)
"""XX镇 is a name that is still open; a count of places has 个 (XXX个村)."""
_ONLY_HOPED = re.compile(r"(?:有望|可望|预计|预期|力争|争取|将|累计|共)*")
"""Words that name nothing: …总收入|有望|突破XXX万元 is of what was named before."""


def find_blanks(outline: Outline, settings: FiguresSettings) -> tuple[Blank, ...]:
    """The blanks of the speech that stand for data (XXX万元), not for names or dates (XX镇, XX年X月).

    A sentence longer than `settings.longest_sentence` characters is a list without end, and its blanks are left alone.
    """
    manuscript = outline.manuscript
    if not manuscript.redactions:
        return ()
    blanks = [redaction.span for redaction in manuscript.redactions]
    text = _with_digits(manuscript.words, blanks)
    found: list[Blank] = []
    for block in manuscript.blocks_in(Span(outline.front.end, len(text))):
        for sentence in sentences(text, block.span):
            if len(sentence) > settings.longest_sentence:
                continue
            first, last = bisect_left(blanks, Span(sentence.start, 0)), bisect_left(blanks, Span(sentence.end, 0))
            open_ones = blanks[first:last]
            if open_ones:
                found += _blanks_of(outline, text, sentence, open_ones)
    return tuple(found)


def _with_digits(text: str, blanks: list[Span]) -> str:
    parts, at = [], 0
    for span in blanks:
        parts += [text[at : span.start], _SIGN.sub(_STAND_IN, span.of(text))]
        at = span.end
    return "".join([*parts, text[at:]])


def _blanks_of(outline: Outline, text: str, sentence: Span, open_ones: list[Span]) -> list[Blank]:
    manuscript = outline.manuscript
    data = tuple(
        quantity
        for quantity in quantities(text, sentence)
        if not excluded_by(Place(text, quantity, sentence))
        and not (quantity.kind is NumberKind.DURATION and quantity.unit in _CALENDAR)
        and not (quantity.unit in _PLACES and any(quantity.span.overlaps(blank) for blank in open_ones))
    )
    made = []
    named: tuple[Span, ...] = ()
    for labelled in SentenceLabels(text, sentence, data, ()).labelled():
        span = labelled.quantity.span
        if not _ONLY_HOPED.fullmatch("".join(piece.of(text) for piece in labelled.spans)):
            named = labelled.spans
        if not any(span.overlaps(blank) for blank in open_ones):
            continue
        section = outline.section_at(span.start)
        label = manuscript.excerpt(*named)
        if not label and section and section.heading:
            label = manuscript.excerpt(section.heading.span)
        place, unit = section.id if section else None, labelled.quantity.unit
        made.append(Blank(span, span.of(manuscript.text), label, place, sentence, unit))
    return made
