"""Proof-reading and the ledger's files hold on any manuscript: nothing raised, every place inside the text."""

import csv
import io

from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import damaged, manuscripts

from generator.exporting import COLUMNS, ledger_csv, ledger_workbook
from generator.outlining import find_outline
from generator.proofreading import proofread
from generator.reading import read_manuscript
from generator.tallying import find_figures

MARKS = "“”‘’（）()《》、，。；：的１1.．%％Xx一二三是要第①由到共计其中占\n "


def hold(text):
    outline = find_outline(read_manuscript(text)[0])[0]
    ledger = find_figures(outline)[0]
    for finding in proofread(outline, ledger):
        assert finding.message
        assert finding.hint
        assert all(0 <= span.start < span.end <= len(outline.manuscript.text) for span in finding.spans)
    rows = list(csv.reader(io.StringIO(ledger_csv(outline, ledger).decode("utf-8-sig"), newline="")))
    assert len(rows) == 1 + len(ledger.figures) + len(ledger.blanks)
    assert {len(row) for row in rows} == {len(COLUMNS)}
    assert ledger_workbook(outline, ledger)[:2] == b"PK"


@settings(max_examples=40)
@given(manuscripts())
def test_manuscripts_of_any_structure(text):
    hold(text)


@settings(max_examples=40)
@given(st.data())
def test_damaged_manuscripts(data):
    hold(data.draw(damaged(data.draw(manuscripts()))))


@settings(max_examples=150)
@given(st.text(alphabet=MARKS, min_size=1, max_size=120))
def test_marks_in_any_order(text):
    hold("工作汇报\n各位领导：\n全年工作。" + text)


@settings(max_examples=40)
@given(manuscripts(soiled=False))
def test_the_same_manuscript_gives_the_same_findings(text):
    def found():
        outline = find_outline(read_manuscript(text)[0])[0]
        return proofread(outline, find_figures(outline)[0])

    assert found() == found()
