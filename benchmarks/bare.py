"""The measure that a build is held against: python-pptx alone, writing the same slides from ready data.

The same look, layouts, placeholders, texts, tables, charts and notes, through python-pptx's own interface: nothing is
read, nothing is found out, nothing is decided, and links, sections, breaks and the proof are left out.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.shapes.placeholder import ChartPlaceholder, TablePlaceholder
from pptx.util import Pt


@dataclass
class ReadySlide:
    """All that is written to one slide; texts, tables and charts by the `idx` of their placeholder."""

    layout: str
    texts: dict[int, list[list[tuple[str, float | None]]]] = field(default_factory=dict)
    tables: dict[int, list[list[str]]] = field(default_factory=dict)
    charts: dict[int, tuple[int, list[str], str, list[float], list[str]]] = field(default_factory=dict)
    notes: str = ""


def ready_slides(deck: bytes) -> list[ReadySlide]:
    """What stands on the slides of a finished deck."""
    slides = []
    for slide in Presentation(io.BytesIO(deck)).slides:
        ready = ReadySlide(slide.slide_layout.name)
        ready.notes = slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""
        for shape in slide.placeholders:
            index = shape.placeholder_format.idx
            if shape.has_table:
                ready.tables[index] = [[cell.text for cell in row.cells] for row in shape.table.rows]
            elif shape.has_chart:
                plot = shape.chart.plots[0]
                series = plot.series[0]
                values = list(series.values)
                ready.charts[index] = (
                    shape.chart.chart_type,
                    list(plot.categories),
                    series.name,
                    values,
                    [f"{v:g}" for v in values],
                )
            elif shape.has_text_frame:
                ready.texts[index] = [
                    [(run.text, run.font.size.pt if run.font.size else None) for run in paragraph.runs]
                    for paragraph in shape.text_frame.paragraphs
                ]
        slides.append(ready)
    return slides


def write(slides: list[ReadySlide], package: bytes) -> bytes:
    """The deck of these slides in the template of that package."""
    presentation = Presentation(io.BytesIO(package))
    layouts = {layout.name: layout for layout in presentation.slide_layouts}
    for ready in slides:
        slide = presentation.slides.add_slide(layouts[ready.layout])
        for placeholder in list(slide.placeholders):
            index = placeholder.placeholder_format.idx
            if index in ready.texts:
                _fill(placeholder.text_frame, ready.texts[index])
            elif index in ready.tables:
                _insert_table(TablePlaceholder(placeholder._element, placeholder._parent), ready.tables[index])
            elif index in ready.charts:
                _insert_chart(ChartPlaceholder(placeholder._element, placeholder._parent), *ready.charts[index])
            else:
                placeholder._element.getparent().remove(placeholder._element)
        if ready.notes:
            slide.notes_slide.notes_text_frame.text = ready.notes
    saved = io.BytesIO()
    presentation.save(saved)
    return saved.getvalue()


def _fill(frame, paragraphs) -> None:
    for at, runs in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        for text, size in runs:
            run = paragraph.add_run()
            run.text = text
            if size:
                run.font.size = Pt(size)


def _insert_table(placeholder, rows) -> None:
    table = placeholder.insert_table(len(rows), len(rows[0])).table
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text


def _insert_chart(placeholder, kind, categories, name, values, labels) -> None:
    data = CategoryChartData()
    data.categories = categories
    data.add_series(name, values)
    chart = placeholder.insert_chart(XL_CHART_TYPE(kind), data).chart
    chart.has_legend = False
    for point, label in enumerate(labels):
        chart.plots[0].series[0].points[point].data_label.text_frame.text = label
