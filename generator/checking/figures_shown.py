"""Every figure of the speech stands on a slide: in a point, a table, a chart or on its own."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate

from generator.checking.provenance import Sources, squeezed
from generator.checking.texts import ShownText
from generator.errors import finding
from generator.model import Excerpt, Figure, Finding, Ledger, Span

_FIGURES_NAMED = 3
"""Figures that a finding names; the spans lead to all."""


def check_figures_shown(
    texts: Sequence[ShownText], sources: Sources, ledger: Ledger, left_to_notes: Sequence[Excerpt] = ()
) -> Iterator[Finding]:
    """`figure_missing` for each figure that no slide shows; `figures_in_notes` once for those left to the notes.

    30余人 said of two things must stand there for both: a text shows a figure when it comes from the figure's sentence
    or stands under the figure's name. A text of which that cannot be told counts for any one of them.
    """
    left = _Left(left_to_notes)
    in_notes: list[Figure] = []
    said: dict[str, list[Figure]] = defaultdict(list)
    for figure in ledger.figures:
        said[squeezed(figure.text)].append(figure)
    everything = [squeezed(text.text) + "\n" for text in texts]
    starts = [0, *accumulate(len(words) for words in everything)]
    joined = "".join(everything)
    for surface, figures in said.items():
        places = _places(surface, joined)
        holding = [texts[index] for index in dict.fromkeys(bisect_right(starts, place) - 1 for place in places)]
        # The same words stand on many slides of a speech that repeats itself, and show the same figures on each.
        alike = Counter((text.text, text.caption) for text in holding)
        shown: set[str | Span] = set()
        unclear = 0
        for (words, caption), times in alike.items():
            told = _shown_by(words, caption, figures, sources)
            shown.update(_said_of(figure) for figure in told)
            unclear += 0 if told else times
        unshown = [figure for figure in figures if _said_of(figure) not in shown]
        left_here = {_said_of(figure) for figure in figures if left.holds(figure)}
        for figure in unshown[unclear:]:
            if _said_of(figure) in left_here:
                in_notes.append(figure)
                continue
            yield finding(
                "figure_missing", spans=(figure.span,), figure=figure.text, label=figure.label.text or "未注明指标"
            )
    if in_notes:
        in_notes.sort(key=lambda figure: figure.span)
        listed = "、".join(f"{figure.label.text}{figure.text}" for figure in in_notes[:_FIGURES_NAMED])
        yield finding(
            "figures_in_notes", spans=tuple(figure.span for figure in in_notes), count=len(in_notes), listed=listed
        )


class _Left:
    """The figures that the deck was not asked to show: by their place, or by their words where a plan has no places."""

    def __init__(self, figures: Sequence[Excerpt]) -> None:
        self._spans = {span for figure in figures for span in figure.spans}
        self._words = {squeezed(figure.text) for figure in figures if not figure.spans}

    def holds(self, figure: Figure) -> bool:
        """Whether a figure is one of them."""
        return figure.span in self._spans or squeezed(figure.text) in self._words


def _said_of(figure: Figure) -> str | Span:
    """The same for figures that say the same of the same thing again: 56件 of 清单 once more in the summing-up."""
    return figure.label.text if figure.label else figure.span


def _places(surface: str, text: str) -> Iterator[int]:
    """Where a figure stands as a whole: 5件 does not stand in 35件, nor 2.6 in 2.65."""
    at = text.find(surface)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(surface) : at + len(surface) + 1]
        is_whole = not surface[-1].isdigit() or not (after.isdigit() or after == ".")
        if is_whole and not before.isdigit() and before != ".":
            yield at
        at = text.find(surface, at + 1)


def _shown_by(words: str, caption: str | None, figures: Sequence[Figure], sources: Sources) -> list[Figure]:
    """Which of these figures, all written alike, a text shows that holds them, under that caption."""
    name = None if caption is None else squeezed(caption)
    told = [figure for figure in figures if squeezed(figure.label.text) == name]
    ordered = sorted(figures, key=lambda figure: figure.span)
    ends = [figure.span.end for figure in ordered]
    for traced in sources.trace(words):
        for piece in traced.pieces:
            for span in piece.spans:
                at = bisect_right(ends, span.start)
                while at < len(ordered) and ordered[at].span.start < span.end:
                    told.append(ordered[at])
                    at += 1
    return told
