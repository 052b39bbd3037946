"""The ledger as an .xlsx workbook, for the clerk to hand round."""

from __future__ import annotations

import io
from datetime import datetime

import xlsxwriter

from generator.exporting.rows import COLUMNS, TO_BE_FILLED, ledger_rows
from generator.model import MAKER, SAVED_AT, Ledger, Outline

_SHEET = "数据台账"
_WIDTHS = (30, 14, 12, 10, 10, 9, 26, 7, 14, 26, 26, 70)
"""Characters of the default type, by column."""
_TYPEFACE = "微软雅黑"
_A4 = 9
_HEADER_FILL, _OPEN_FILL = "#DDE6F0", "#FFF2CC"


def ledger_workbook(outline: Outline, ledger: Ledger) -> bytes:
    """The ledger as a workbook of one sheet: header frozen, numbers as numbers, blanks marked; always the same."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    title = outline.manuscript.excerpt(*outline.title).text
    saved = datetime.fromisoformat(SAVED_AT).replace(tzinfo=None)
    book.set_properties({"title": title, "category": MAKER, "created": saved})
    plain = {"font_name": _TYPEFACE, "font_size": 11, "valign": "top", "border": 1, "border_color": "#BFBFBF"}
    text, number = book.add_format({**plain, "text_wrap": True}), book.add_format(plain)
    header = book.add_format({**plain, "bold": True, "bg_color": _HEADER_FILL, "valign": "vcenter", "align": "center"})
    still_open = book.add_format({**plain, "text_wrap": True, "bg_color": _OPEN_FILL})
    sheet = book.add_worksheet(_SHEET)
    for column, (name, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, header)
    rows = ledger_rows(outline, ledger)
    for line, row in enumerate(rows, 1):
        for column, cell in enumerate(row.cells):
            if isinstance(cell, str):
                marked = row.number is None and cell == TO_BE_FILLED
                sheet.write_string(line, column, cell, still_open if marked else text)
            else:
                sheet.write_number(line, column, cell, number)  # a float would be written as 9.699999999999999
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(rows), len(COLUMNS) - 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()
    return out.getvalue()
