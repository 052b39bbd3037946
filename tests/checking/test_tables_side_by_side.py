"""A table that shows two rows on a line is checked row by row: a figure belongs to the words before it."""

import io

import pptx
import pytest

from generator import pipeline
from generator.pipeline import Request

KINDS = ("水库", "泵站", "水厂", "堤防", "涵闸", "渠道", "机井", "塘坝", "管网", "水文站", "雨量站", "监测点")
SPEECH = "青山县水利工作汇报\n各位领导：\n一、工程建设扎实推进\n" + "".join(
    f"全年维修{kind}{number}处。" for number, kind in enumerate(KINDS, 21)
)


@pytest.fixture(scope="module")
def deck():
    return pipeline.build_from_speech(SPEECH, Request()).deck


def with_table(deck, change):
    saved = pptx.Presentation(io.BytesIO(deck))
    (table,) = (shape.table for slide in saved.slides for shape in slide.shapes if shape.has_table)
    change(table)
    stream = io.BytesIO()
    saved.save(stream)
    return pipeline.audit(stream.getvalue(), pipeline.understand(SPEECH, Request()), Request())


def run(table, row, column):
    return table.cell(row, column).text_frame.paragraphs[0].runs[0]


def codes(findings):
    return {finding.code for finding in findings if finding.severity == "error"}


def test_the_table_as_it_was_made_is_right(deck):
    def look(table):
        assert len(table.columns) == 4
        assert [cell.text for cell in table.rows[0].cells] == ["指标", "数据"] * 2

    assert codes(with_table(deck, look)) == set()


def test_two_figures_of_one_line_swapped_are_found(deck):
    def swap(table):
        left, right = run(table, 1, 1), run(table, 1, 3)
        left.text, right.text = right.text, left.text

    assert "number_misplaced" in codes(with_table(deck, swap))


def test_a_figure_of_the_right_half_changed_by_one_is_found(deck):
    def change(table):
        run(table, 2, 3).text = "99处"

    assert codes(with_table(deck, change)) >= {"figure_missing"}
