"""The ledger as CSV."""

from __future__ import annotations

import csv
import io

from generator.exporting.rows import COLUMNS, ledger_rows
from generator.model import Ledger, Outline

_OPENS_A_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""A spreadsheet takes text that begins so for a formula; a space in front keeps it text."""


def ledger_csv(outline: Outline, ledger: Ledger) -> bytes:
    """The ledger as CSV (RFC 4180): UTF-8 with a byte-order mark, without which Excel garbles Chinese."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in ledger_rows(outline, ledger):
        writer.writerow([_text(cell) if isinstance(cell, str) else f"{cell:f}" for cell in row.cells])
    return out.getvalue().encode("utf-8-sig", "replace")


def _text(cell: str) -> str:
    return f" {cell}" if cell.startswith(_OPENS_A_FORMULA) else cell
