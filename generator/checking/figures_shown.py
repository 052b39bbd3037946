"""Every figure of the speech stands on a slide: in a point, a table, a chart or on its own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.checking.provenance import Sources, squeezed
from generator.checking.texts import ShownText
from generator.errors import finding
from generator.model import Figure, Finding, Ledger


def check_figures_shown(texts: Sequence[ShownText], sources: Sources, ledger: Ledger) -> Iterator[Finding]:
    """`figure_missing` for each figure that no slide shows.

    30余人 said of two things must stand there for both: a text shows a figure when it comes from the figure's sentence
    or stands under the figure's name. A text of which that cannot be told counts for any one of them.
    """
    said: dict[str, list[Figure]] = defaultdict(list)
    for figure in ledger.figures:
        said[squeezed(figure.text)].append(figure)
    squeezed_texts = [(squeezed(text.text), text) for text in texts]
    everything = "\n".join(words for words, _ in squeezed_texts)
    for surface, figures in said.items():
        whole = _whole_number(surface)
        if surface in everything:
            showing = [text for words, text in squeezed_texts if surface in words and whole.search(words)]
        else:
            showing = []
        unshown = [
            f
            for f in figures
            if not any(_shows(text, twin, sources) for text in showing for twin in _twins(f, figures))
        ]
        unclear = [text for text in showing if not any(_shows(text, figure, sources) for figure in figures)]
        for figure in unshown[len(unclear) :]:
            yield finding(
                "figure_missing", spans=(figure.span,), figure=figure.text, label=figure.label.text or "未注明指标"
            )


def _twins(figure: Figure, figures: Sequence[Figure]) -> list[Figure]:
    """The figure and those that say the same of the same thing again: 56件 of 清单 once more in the summing-up."""
    return [other for other in figures if other is figure or (figure.label and other.label.text == figure.label.text)]


def _whole_number(surface: str) -> re.Pattern[str]:
    """5件 does not stand in 35件, nor 2.6 in 2.65."""
    behind = r"(?![\d.])" if surface[-1].isdigit() else ""
    return re.compile(rf"(?<![\d.]){re.escape(surface)}{behind}")


def _shows(text: ShownText, figure: Figure, sources: Sources) -> bool:
    if text.caption is not None and squeezed(text.caption) == squeezed(figure.label.text):
        return True
    return any(
        span.overlaps(figure.span)
        for traced in sources.trace(text.text)
        for piece in traced.pieces
        for span in piece.spans
    )
