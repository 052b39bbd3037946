"""The cells of a chart's embedded workbook, read straight from its XML."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from typing import TypeAlias

from lxml import etree

Cell: TypeAlias = str | float | None

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_REFERENCE = re.compile(
    r"^(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[^'!]+))!\$?(?P<c1>[A-Z]{1,3})\$?(?P<r1>\d+)(?::\$?(?P<c2>[A-Z]{1,3})\$?(?P<r2>\d+))?$"
)
"""A range as a chart names it: Sheet1!$B$2:$B$5, 'Sheet 1'!$A$1."""
_MOST_CELLS = 10_000


class Workbook:
    """The sheets of an .xlsx. A sheet is read when a range of it is asked for."""

    def __init__(self, package: bytes) -> None:
        """Open it.

        Raises:
            ValueError: not a workbook.
        """
        try:
            with zipfile.ZipFile(io.BytesIO(package)) as archive:
                self._parts = {
                    name: archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))
                }
            self._sheets = self._sheet_parts()
            self._strings = self._shared_strings()
        except (zipfile.BadZipFile, zlib.error, KeyError, etree.LxmlError, NotImplementedError) as error:
            raise ValueError("not a workbook") from error
        self._cells: dict[str, dict[str, Cell]] = {}

    def cells(self, reference: str) -> tuple[Cell, ...]:
        """The cells of a range in the order of rows, then columns; empty where the reference leads nowhere."""
        match = _REFERENCE.match(reference.strip())
        if not match:
            return ()
        sheet = match["plain"] or match["quoted"].replace("''", "'")
        if sheet not in self._sheets:
            return ()
        first, last = _column(match["c1"]), _column(match["c2"] or match["c1"])
        top, bottom = int(match["r1"]), int(match["r2"] or match["r1"])
        if (last - first + 1) * (bottom - top + 1) > _MOST_CELLS:
            return ()
        cells = self._sheet(sheet)
        return tuple(
            cells.get(f"{_letters(column)}{row}") for row in range(top, bottom + 1) for column in range(first, last + 1)
        )

    def _sheet_parts(self) -> dict[str, str]:
        relations = {
            relation.get("Id"): str(relation.get("Target"))
            for relation in etree.fromstring(self._parts["xl/_rels/workbook.xml.rels"])
        }
        sheets = {}
        for sheet in etree.fromstring(self._parts["xl/workbook.xml"]).iter(f"{_MAIN}sheet"):
            target = relations[sheet.get(f"{_RELATIONSHIP}id")]
            sheets[str(sheet.get("name"))] = (
                target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
            )
        return sheets

    def _shared_strings(self) -> tuple[str, ...]:
        content = self._parts.get("xl/sharedStrings.xml")
        if content is None:
            return ()
        return tuple(_text(item) for item in etree.fromstring(content).iter(f"{_MAIN}si"))

    def _sheet(self, name: str) -> dict[str, Cell]:
        if name not in self._cells:
            try:
                root = etree.fromstring(self._parts[self._sheets[name]])
            except (KeyError, etree.LxmlError):
                self._cells[name] = {}
            else:
                self._cells[name] = {str(cell.get("r")): self._value(cell) for cell in root.iter(f"{_MAIN}c")}
        return self._cells[name]

    def _value(self, cell: etree._Element) -> Cell:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return _text(cell)
        content = cell.findtext(f"{_MAIN}v")
        if content is None:
            return None
        if kind == "s":
            index = int(content) if content.isdigit() else -1
            return self._strings[index] if 0 <= index < len(self._strings) else None
        if kind in ("str", "e", "b"):
            return content
        try:
            return float(content)
        except ValueError:
            return content


def _text(element: etree._Element) -> str:
    """The words of a string item, phonetic guides (`rPh`) left out."""
    guides = {t for guide in element.iter(f"{_MAIN}rPh") for t in guide.iter(f"{_MAIN}t")}
    return "".join(t.text or "" for t in element.iter(f"{_MAIN}t") if t not in guides)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
