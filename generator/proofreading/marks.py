"""Marks: brackets and quotation marks that do not close, numbers written in two widths."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.model import Finding, Ledger, Span
from generator.proofreading.places import Places
from generator.settings import ProofreadingSettings

_PAIRS = {"“": "”", "‘": "’", "（": "）", "《": "》", "〈": "〉", "【": "】", "「": "」", "『": "』", "〔": "〕"}
_OPENERS = {closer: opener for opener, closer in _PAIRS.items()}
_SAME = {"(": "（", ")": "）"}
"""A bracket opened in full width and closed in half width is a matter of taste."""
_COUNTER = re.compile(r"(?:^|[\s，。；：、,;:])[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[A-Za-z])$")
"""Before the bracket of 1）, 一）, a)."""
_MIXED = re.compile(r"(?<![\d０-９.．])[\d０-９]+(?:[.．][\d０-９]+)?(?![\d０-９])")


@dataclass
class _Left:
    """What a paragraph leaves open, and what it closes without having opened it, by opening mark.

    `spare` are closing marks that need no opening one (1）, 一）) and may still close what an earlier line opened.
    """

    opened: dict[str, list[int]] = field(default_factory=dict)
    closed: dict[str, list[int]] = field(default_factory=dict)
    spare: dict[str, list[int]] = field(default_factory=dict)


def unclosed_marks(places: Places, _ledger: Ledger, settings: ProofreadingSettings) -> Iterator[Finding]:
    """（…, “…” without its other half; right where a quotation runs over several paragraphs.

    Each kind is counted by itself, so nested marks and marks that cross each other are no matter. A quotation over
    several paragraphs opens each of them and closes once (“…⏎“…”), or opens once and closes once; both are right.
    """
    left = [_left_over(places.text, block.span) for block in places.blocks]
    for number, paragraph in enumerate(left):
        for opener, offsets in paragraph.opened.items():
            while offsets and _closes_later(places, left, number, opener, settings.paragraphs_a_quotation):
                offsets.pop()
    for paragraph in left:
        for opener, offsets in paragraph.opened.items():
            for at in offsets:
                yield places.report("mark_unclosed", Span(at, at + 1), mark=places.text[at], other=_PAIRS[opener])
        for opener, offsets in paragraph.closed.items():
            for at in offsets:
                yield places.report("mark_unopened", Span(at, at + 1), mark=places.text[at], other=opener)


def _left_over(text: str, span: Span) -> _Left:
    left = _Left()
    for at in range(span.start, span.end):
        char = _SAME.get(text[at], text[at])
        if char in _PAIRS:
            left.opened.setdefault(char, []).append(at)
        elif char in _OPENERS:
            waiting = left.opened.get(_OPENERS[char])
            if waiting:
                waiting.pop()
            else:
                unopened = left.spare if _needs_no_opener(text, span, at, char) else left.closed
                unopened.setdefault(_OPENERS[char], []).append(at)
    return left


def _needs_no_opener(text: str, span: Span, at: int, char: str) -> bool:
    """1） counts off; ’ between Latin letters is an apostrophe."""
    if char == "’":
        return text[at - 1 : at].isascii() and at > span.start
    return char == "）" and bool(_COUNTER.search(text[max(span.start, at - 6) : at]))


def _closes_later(places: Places, left: list[_Left], number: int, opener: str, reach: int) -> bool:
    """Whether a later paragraph closes the mark; paragraphs between may open it again at their very beginning."""
    for later in range(number + 1, min(number + 1 + reach, len(left))):
        waiting = left[later].closed.get(opener) or left[later].spare.get(opener)
        if waiting:
            waiting.pop(0)
            return True
        if later == number + 1 and places.text[places.blocks[later].span.start] == opener:
            # “第一段⏎“第二段”: the paragraph that opens it again closes it, or hands it on.
            return True
    return False


def mixed_widths(places: Places, _ledger: Ledger, _settings: ProofreadingSettings) -> Iterator[Finding]:
    """１2.5％: digits of both widths in one number, or a full-width point between half-width digits.

    ％ behind half-width digits is common and read alike, and stays unmentioned.
    """
    for match in _MIXED.finditer(places.text):
        number = match.group()
        half, full = re.search(r"[\d]", number, re.ASCII), re.search(r"[０-９]", number)
        if not (half and (full or "．" in number)):
            continue
        if "．" in number and not full and _opens_line(places.text, match.start()):
            continue  # 1．2023年…: a marker and the year behind it
        yield places.report("width_mixed", Span(*match.span()), number=number)


def _opens_line(text: str, at: int) -> bool:
    return not text[text.rfind("\n", 0, at) + 1 : at].strip("# \t　（(")
