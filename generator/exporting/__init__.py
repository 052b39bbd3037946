"""Beside the eight steps: the ledger of figures as files for people, CSV and a workbook."""

from generator.exporting.csv_form import ledger_csv
from generator.exporting.rows import COLUMNS, LedgerRow, ledger_rows
from generator.exporting.workbook import ledger_workbook

__all__ = ["COLUMNS", "LedgerRow", "ledger_csv", "ledger_rows", "ledger_workbook"]
