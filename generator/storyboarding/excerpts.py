"""Pieces of excerpts: the characters with the spans under them."""

from __future__ import annotations

from generator.model import Excerpt, Span

_LEADING = "，、：；。,:; \t　"


def piece(excerpt: Excerpt, start: int, end: int | None = None) -> Excerpt:
    """The characters from `start` to `end` of an excerpt, with their spans.

    >>> piece(Excerpt("抓学习", (Span(4, 5), Span(9, 11))), 1)
    Excerpt(text='学习', spans=(Span(start=9, end=11),))
    """
    stop = len(excerpt.text) if end is None else end
    spans, at = [], 0
    for span in excerpt.spans:
        first, last = max(start - at, 0), min(stop - at, len(span))
        if first < last:
            spans.append(Span(span.start + first, span.start + last))
        at += len(span)
    return Excerpt(excerpt.text[start:stop], tuple(spans))


def after(excerpt: Excerpt, start: int) -> Excerpt:
    """What stands behind the first `start` characters, without the marks that parted it from them.

    >>> after(Excerpt("对年老体弱党员，送学上门"), 7).text
    '送学上门'
    """
    words = excerpt.text[start:]
    return piece(excerpt, start + len(words) - len(words.lstrip(_LEADING)))
