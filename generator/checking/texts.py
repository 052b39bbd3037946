"""Every text that a slide shows, with what it is there: title, line, cell, name or value in a chart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.checking.deck import ChartShape, SavedDeck, SavedSlide, TableShape, TextShape
from generator.checking.provenance import squeezed
from generator.language.quantities import quantities


class Place(StrEnum):
    """Where on a slide a text stands."""

    TITLE = "title"
    LINE = "line"
    CELL = "cell"
    CHART_NAME = "chart_name"
    CHART_VALUE = "chart_value"


_LONGEST_FIGURE = 24
"""Characters. A longer text is more than a figure."""


@dataclass(frozen=True, slots=True)
class ShownText:
    """One text of a slide. `caption` is what a figure that stands alone is said to be: 覆盖 for 700余人."""

    slide: int
    text: str
    place: Place
    caption: str | None = None


def shown_texts(deck: SavedDeck, surfaces: frozenset[str]) -> tuple[ShownText, ...]:
    """All texts of the deck, slide by slide; slide numbers, dates and footers left out.

    `surfaces` are the figures of the speech, squeezed: 8.7∶41.2∶50.1 is one although no unit follows it.
    """
    return tuple(text for slide in deck.slides for text in _on_slide(slide, surfaces))


def _on_slide(slide: SavedSlide, surfaces: frozenset[str]) -> Iterator[ShownText]:
    shapes = [shape for shape in slide.texts if not shape.is_footer]
    for shape in shapes:
        if shape.is_title:
            # A title stands in one paragraph; whoever broke it into two meant one title.
            if shape.text.strip():
                yield ShownText(slide.number, shape.text, Place.TITLE)
            continue
        for index, paragraph in enumerate(shape.paragraphs):
            if paragraph.text.strip():
                caption = _caption(shape, index, shapes) if _is_figure(paragraph.text, surfaces) else None
                yield ShownText(slide.number, paragraph.text, Place.LINE, caption)
    for table in slide.tables:
        yield from _in_table(slide.number, table, surfaces)
    for chart in slide.charts:
        yield from _in_chart(slide.number, chart)


def _is_figure(text: str, surfaces: frozenset[str]) -> bool:
    """Whether a text is a figure and nothing else: 700余人, 约2.6万元."""
    words = squeezed(text)
    if words in surfaces:
        return True
    if not words or len(words) > _LONGEST_FIGURE:
        return False
    found = quantities(words)
    return len(found) == 1 and len(found[0].span) == len(words) and bool(found[0].unit)


def _caption(shape: TextShape, index: int, shapes: list[TextShape]) -> str | None:
    """The next line of the same shape; else the nearest shape under the figure, its columns overlapping."""
    if index + 1 < len(shape.paragraphs):
        return shape.paragraphs[index + 1].text
    if shape.box is None or len(shape.paragraphs) > 1:
        return None
    box = shape.box
    below = [
        (other.box.top, other.text)
        for other in shapes
        if other is not shape
        and other.box is not None
        and other.text.strip()
        and other.box.top >= box.top + box.height // 2
        and other.box.left < box.left + box.width
        and box.left < other.box.left + other.box.width
    ]
    return min(below)[1] if below else None


def _in_table(slide: int, table: TableShape, surfaces: frozenset[str]) -> Iterator[ShownText]:
    for row in table.rows:
        filled = [cell.text for cell in row if cell.text.strip()]
        caption = None
        for position, text in enumerate(filled):
            is_value = position > 0 and _is_figure(text, surfaces)
            yield ShownText(slide, text, Place.CELL, caption if is_value else None)
            # Where two rows stand side by side, a figure belongs to the words before it.
            caption = caption if is_value else text


def _in_chart(slide: int, chart: ChartShape) -> Iterator[ShownText]:
    if chart.title:
        yield ShownText(slide, chart.title, Place.CHART_NAME)
    for series in chart.series:
        if series.name:
            yield ShownText(slide, series.name, Place.CHART_NAME)
        for category in dict.fromkeys(series.categories):
            if category:
                yield ShownText(slide, category, Place.CHART_NAME)
        for index, label in enumerate(series.labels):
            if label:
                name = series.categories[index] if index < len(series.categories) else None
                yield ShownText(slide, label, Place.CHART_VALUE, name)
