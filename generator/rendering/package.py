"""The package as the same bytes every time.

python-pptx writes the current time into the zip entries, and XlsxWriter into the core properties of every embedded
workbook. Both are set to fixed values; nothing else differs between two saves.
"""

from __future__ import annotations

import io
import re
import zipfile

from generator.model import SAVED_AT

_FIXED_DATE = (1980, 1, 1, 0, 0, 0)
"""The first date that a zip entry can hold."""
_STAMPS = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")
_WORKBOOK_PROPERTIES = "docProps/core.xml"


def same_bytes_every_time(package: bytes) -> bytes:
    """The same package with fixed times, embedded workbooks included; the order of the entries is kept."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith(".xlsx"):
                content = _workbook(content)
            new.writestr(_entry(name), content)
    return stream.getvalue()


def _workbook(package: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == _WORKBOOK_PROPERTIES:
                content = _STAMPS.sub(rb"\g<1>" + SAVED_AT.encode() + rb"\g<2>", content)
            new.writestr(_entry(name), content)
    return stream.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _FIXED_DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry
