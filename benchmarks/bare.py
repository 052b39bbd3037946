"""The measure that a build is held against: python-pptx alone, writing the same slides from ready data.

Same number of slides, same texts, notes, tables and charts, into python-pptx's own default template: nothing is read,
nothing is found out, nothing is decided.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.util import Inches


@dataclass
class ReadySlide:
    """All that is written to one slide."""

    title: str = ""
    paragraphs: list[str] = field(default_factory=list)
    notes: str = ""
    tables: list[list[list[str]]] = field(default_factory=list)
    charts: list[tuple[int, list[str], str, list[float]]] = field(default_factory=list)


def ready_slides(deck: bytes) -> list[ReadySlide]:
    """What stands on the slides of a finished deck."""
    slides = []
    for slide in Presentation(io.BytesIO(deck)).slides:
        ready = ReadySlide(notes=slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else "")
        for shape in slide.shapes:
            if shape.has_table:
                ready.tables.append([[cell.text for cell in row.cells] for row in shape.table.rows])
            elif shape.has_chart:
                plot = shape.chart.plots[0]
                series = plot.series[0]
                ready.charts.append((shape.chart.chart_type, list(plot.categories), series.name, list(series.values)))
            elif shape == slide.shapes.title:
                ready.title = shape.text_frame.text
            elif shape.has_text_frame:
                ready.paragraphs += [paragraph.text for paragraph in shape.text_frame.paragraphs]
        slides.append(ready)
    return slides


def write(slides: list[ReadySlide]) -> bytes:
    """The deck of these slides in python-pptx's default template."""
    presentation = Presentation()
    layout = presentation.slide_layouts[1]
    box = (Inches(0.5), Inches(2), Inches(9), Inches(4))
    for ready in slides:
        slide = presentation.slides.add_slide(layout)
        slide.shapes.title.text = ready.title
        body = slide.placeholders[1].text_frame
        for at, text in enumerate(ready.paragraphs):
            (body.paragraphs[0] if at == 0 else body.add_paragraph()).text = text
        for rows in ready.tables:
            table = slide.shapes.add_table(len(rows), len(rows[0]), *box).table
            for row, texts in enumerate(rows):
                for column, text in enumerate(texts):
                    table.cell(row, column).text = text
        for kind, categories, name, values in ready.charts:
            data = CategoryChartData()
            data.categories = categories
            data.add_series(name, values)
            slide.shapes.add_chart(kind, *box, data)
        slide.notes_slide.notes_text_frame.text = ready.notes
    saved = io.BytesIO()
    presentation.save(saved)
    return saved.getvalue()
