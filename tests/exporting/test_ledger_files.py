"""The ledger as CSV and as a workbook: what a clerk opens in Excel or WPS."""

import csv
import io
import re
import zipfile
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from generator.exporting import COLUMNS, ledger_csv, ledger_rows, ledger_workbook
from generator.outlining import find_outline
from generator.output import write_file
from generator.reading import read_manuscript
from generator.tallying import find_figures

SPEECH = """在全县供水工作会上的发言
各位领导：
一、抓工程建设
（一）管网改造。2024年改造管网41.6公里，惠及1200余户。漏损率由14.3%下降到9.7%。
（二）水厂建设。新建水厂XX座，完成投资3～5亿元，同比增长12.5%。
二、抓优质服务
办结诉求约560件。
"""
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def ledger_of(text=SPEECH):
    outline = find_outline(read_manuscript(text)[0])[0]
    return outline, find_figures(outline)[0]


def csv_rows(text=SPEECH):
    content = ledger_csv(*ledger_of(text)).decode("utf-8-sig")
    return [dict(zip(COLUMNS, row, strict=True)) for row in list(csv.reader(io.StringIO(content, newline="")))[1:]]


def sheet_of(package):
    with zipfile.ZipFile(io.BytesIO(package)) as files:
        strings = [
            "".join(t.text or "" for t in item.iter(f"{SHEET}t"))
            for item in ElementTree.fromstring(files.read("xl/sharedStrings.xml"))
        ]
        sheet = ElementTree.fromstring(files.read("xl/worksheets/sheet1.xml"))
    rows = []
    for row in sheet.iter(f"{SHEET}row"):
        values = []
        for cell in row.iter(f"{SHEET}c"):
            value = cell.findtext(f"{SHEET}v")
            values.append(strings[int(value)] if cell.get("t") == "s" else None if value is None else Decimal(value))
        rows.append(values)
    return sheet, rows


def test_every_figure_and_every_blank_is_a_row_in_the_order_of_the_speech():
    assert [row["原文数值"] for row in csv_rows()] == [
        "41.6公里",
        "1200余户",
        "14.3%",
        "9.7%",
        "XX座",
        "3～5亿元",
        "12.5%",
        "约560件",
    ]


def test_a_row_says_number_unit_qualifier_part_sub_point_and_sentence():
    row = csv_rows()[1]
    assert (row["数值"], row["单位"], row["限定词"]) == ("1200", "户", "余")
    assert (row["所属部分"], row["所属小点"]) == ("抓工程建设", "管网改造")
    assert row["时间"] == "2024年"
    assert row["原句"] == "2024年改造管网41.6公里，惠及1200余户。"


def test_a_row_says_the_change_in_the_words_of_the_speech():
    changes = {row["原文数值"]: (row["变化"], row["升降"]) for row in csv_rows() if row["变化"]}
    assert changes == {"9.7%": ("由14.3%下降到9.7%", "下降"), "12.5%": ("同比增长12.5%", "上升")}


def test_a_range_keeps_both_ends():
    row = next(row for row in csv_rows() if row["原文数值"] == "3～5亿元")
    assert (row["数值"], row["数值上限"], row["单位"]) == ("3", "5", "亿元")


def test_a_blank_is_to_be_filled_and_has_no_number():
    row = next(row for row in csv_rows() if row["原文数值"] == "XX座")
    assert (row["指标"], row["数值"], row["单位"]) == ("新建水厂", "待填", "座")


def test_csv_begins_with_the_mark_that_excel_needs():
    content = ledger_csv(*ledger_of())
    assert content.startswith(b"\xef\xbb\xbf" + COLUMNS[0].encode())
    assert content.count(b"\r\n") == len(csv_rows()) + 1


@pytest.mark.parametrize("opening", ["=1+1，", "@各单位，", "+"])
def test_no_text_becomes_a_formula(opening):
    rows = csv_rows(f"汇报\n各位领导：\n{opening}全年新建站点12个。")
    assert rows
    assert all(not cell.startswith(("=", "+", "@")) for row in rows for cell in row.values())


def test_a_speech_without_figures_gives_the_header_alone():
    text = "汇报\n各位领导：\n我们要抓好学习。"
    assert csv_rows(text) == []
    assert sheet_of(ledger_workbook(*ledger_of(text)))[1] == [list(COLUMNS)]


def test_the_workbook_holds_what_the_csv_holds_with_numbers_as_numbers():
    _, rows = sheet_of(ledger_workbook(*ledger_of()))
    header, *body = rows
    assert header == list(COLUMNS)
    for cells, expected in zip(body, csv_rows(), strict=True):
        assert [("" if cell is None else str(cell)) for cell in cells] == list(expected.values())
    number = COLUMNS.index("数值")
    assert [type(row[number]) for row in body] == [Decimal] * 4 + [str] + [Decimal] * 3


def test_the_header_is_frozen_and_columns_have_widths():
    sheet, _ = sheet_of(ledger_workbook(*ledger_of()))
    pane = next(sheet.iter(f"{SHEET}pane"))
    assert (pane.get("state"), pane.get("ySplit")) == ("frozen", "1")
    widths = [float(column.get("width")) for column in sheet.iter(f"{SHEET}col")]
    assert sum(widths) > 200
    assert next(sheet.iter(f"{SHEET}autoFilter")) is not None


def test_two_workbooks_are_the_same_bytes():
    assert ledger_workbook(*ledger_of()) == ledger_workbook(*ledger_of())


def test_an_own_workbook_may_be_written_again(tmp_path):
    path = tmp_path / "台账.xlsx"
    for _ in range(2):
        write_file(path, ledger_workbook(*ledger_of()))
    assert path.stat().st_size > 1000


def test_the_validator_finds_no_error_in_the_workbook(office_errors):
    assert office_errors(ledger_workbook(*ledger_of()), ".xlsx") == []


def test_every_word_of_a_row_is_of_the_speech():
    outline, ledger = ledger_of()
    words = re.sub(r"\s", "", outline.manuscript.text)
    for row in ledger_rows(outline, ledger):
        for cell in (row.surface, row.change, row.period, row.part, row.sub_point, row.sentence):
            assert re.sub(r"\s", "", cell) in words
