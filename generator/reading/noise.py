"""Characters of the source that are no words of the speech, wherever they stand in a line.

Paywall and page marks, HTML debris, characters nobody can see. Whole lines of a web page are the matter of `chrome`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.model import Noise, NoiseKind, Span

_TAGS = (
    "a|abbr|article|aside|audio|b|big|blockquote|body|br|button|center|cite|code|dd|del|div|dl|dt|em|embed|figcaption|"
    "figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|li|link|main|map|meta|nav|o:p|"
    "object|ol|option|p|param|pre|s|script|section|select|small|source|span|st1:[a-z]+|strike|strong|style|sub|sup|"
    "table|tbody|td|tfoot|th|thead|title|tr|tt|u|ul|video|w:[a-z]+|wbr"
)

# Marks of the sites that speeches are copied from.
#   ##paidbegin## ##paidend## ##pagebreak##     not: ##一、工作回顾 (a heading: no second ## behind Latin letters)
#   [!--page--] [!--empirenews.page--]          not: [2023]5号
_MARK = re.compile(r"##[A-Za-z][A-Za-z0-9_-]{1,30}##|\[!--[^\[\]\n]{1,60}--\]")

# HTML: a tag with its attributes, also when it was never closed (<img src="a.png"); entities (&nbsp;).
# Only names that HTML has: a<b 且 c>d stays.
_MARKUP = re.compile(
    rf"</?(?:{_TAGS})(?:\s[^<>\n]{{0,2000}})?/?>"
    r"|<(?:img|a|p|span|div|font|td|table)(?:\s+[\w:-]{1,30}\s*=\s*(?:\"[^\"\n]{0,2000}\"|'[^'\n]{0,2000}'|[^\s\"'<>]{1,500})){1,20}"
    r"|&(?:nbsp|ensp|emsp|thinsp|lt|gt|amp|quot|apos|ldquo|rdquo|lsquo|rsquo|mdash|ndash|hellip|middot|bull|times"
    r"|laquo|raquo|copy|reg|yen|zwj|zwnj|shy|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});"
    r"|(?<![A-Za-z\\])\\(?:u3000|xa0|u200b|r\\n|[nrt])(?![A-Za-z])"
    r"|\[/?(?:img|url|color|size|b|i|u|p|center|align|font)(?:=[^\[\]\n]{0,200})?\]"
    r"|[\[【](?:图片|视频|音频|附图|动图|表情)\d{0,2}[\]】]",
    re.IGNORECASE,
)

# What goes with all that stands between: program and style code, comments (<!--more-->), over lines too.
_ENCLOSED = (
    (re.compile(r"<script\b", re.IGNORECASE), re.compile(r"</script\s*>", re.IGNORECASE)),
    (re.compile(r"<style\b", re.IGNORECASE), re.compile(r"</style\s*>", re.IGNORECASE)),
    (re.compile(r"<!--"), re.compile(r"-->")),
)

# A footnote mark of an encyclopedia page: 成立于1949年[1-2]，   not: [2023]5号, [1]号楼, a list item [1] 背景
_REFERENCE = re.compile(r"(?<=[\u4e00-\u9fff，。；：！？”》）%])\[\d{1,2}(?:[-–,]\d{1,2})?\](?!号)")

# What no screen shows and no slide may hold: control characters, soft hyphens, zero-width and bidirectional marks,
# byte-order marks inside the text, characters that XML forbids. Variation selectors stay: they choose a glyph.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\U000e0001\U000e0020-\U000e007f]+"
)


class Scrap(NamedTuple):
    """A piece of scraped noise: where it stands, and the code of the finding that tells of it."""

    span: Span
    code: str


def scraps_in_lines(text: str) -> list[Scrap]:
    """Marks, markup and invisible characters in `text`, sorted, without overlaps (what begins first wins)."""
    found = [Scrap(Span(*m.span()), "scrape_mark") for m in _MARK.finditer(text)]
    if "<" in text or "&" in text or "\\" in text or "[" in text or "【" in text:
        found += [Scrap(span, "scrape_markup") for span in _enclosed(text)]
        found += [Scrap(Span(*m.span()), "scrape_markup") for m in _MARKUP.finditer(text)]
        found += [Scrap(Span(*m.span()), "scrape_markup") for m in _REFERENCE.finditer(text)]
    found += [Scrap(Span(*m.span()), "invisible_characters") for m in _INVISIBLE.finditer(text)]
    return first_of_overlapping(found)


def _enclosed(text: str) -> Iterator[Span]:
    for opening, closing in _ENCLOSED:
        at = 0
        while (opened := opening.search(text, at)) and (closed := closing.search(text, opened.end())):
            yield Span(opened.start(), closed.end())
            at = closed.end()


def first_of_overlapping(scraps: Iterable[Scrap]) -> list[Scrap]:
    """The scraps in order; one that begins inside another is dropped, with what it covers beyond it kept."""
    kept: list[Scrap] = []
    for scrap in sorted(scraps, key=lambda s: (s.span.start, -s.span.end)):
        start = max(scrap.span.start, kept[-1].span.end) if kept else scrap.span.start
        if start < scrap.span.end:
            kept.append(Scrap(Span(start, scrap.span.end), scrap.code))
    return kept


def merged(noise: Iterable[Noise]) -> tuple[Noise, ...]:
    """Sorted, without overlaps: SCRAPE wins over MARKUP where both claim a character; neighbours of a kind join."""
    scrape = _joined(n.span for n in noise if n.kind is NoiseKind.SCRAPE)
    markup = _joined(n.span for n in noise if n.kind is NoiseKind.MARKUP)
    result = [Noise(span, NoiseKind.SCRAPE) for span in scrape]
    at = 0
    for span in markup:
        start = span.start
        while at < len(scrape) and scrape[at].end <= start:
            at += 1
        i = at
        while i < len(scrape) and scrape[i].start < span.end:
            if scrape[i].start > start:
                result.append(Noise(Span(start, scrape[i].start), NoiseKind.MARKUP))
            start = max(start, scrape[i].end)
            i += 1
        if start < span.end:
            result.append(Noise(Span(start, span.end), NoiseKind.MARKUP))
    return tuple(sorted(result, key=lambda n: n.span))


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        elif span.start < span.end:
            joined.append(span)
    return joined
