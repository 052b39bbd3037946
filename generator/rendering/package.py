"""The package as the same bytes every time.

python-pptx writes the current time into every zip entry, and XlsxWriter into the entries and the core properties of
every embedded workbook. All are set to fixed values; nothing else differs between two saves.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile

from generator.model import SAVED_AT

_FIXED_DATE = (1980, 1, 1, 0, 0, 0)
"""The first date that a zip entry can hold."""
_FIXED_STAMP = struct.pack("<HH", 0, (1 << 5) | 1)
"""The same in MS-DOS form: time 0:00, then day 1 and month 1 of year 0."""
_CENTRAL_ENTRY = b"PK\x01\x02"
_STAMPS = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")
_WORKBOOK_PROPERTIES = "docProps/core.xml"


def with_fixed_dates(package: bytes) -> bytes:
    """The same zip file with one fixed date on all entries, in local headers and central directory alike.

    APPNOTE.TXT 4.3.7 and 4.3.12: the date stands 10 bytes into a local header, 12 into an entry of the directory.
    """
    patched = bytearray(package)
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        for entry in archive.infolist():
            patched[entry.header_offset + 10 : entry.header_offset + 14] = _FIXED_STAMP
        at = archive.start_dir
        for _entry in archive.infolist():
            if package[at : at + 4] != _CENTRAL_ENTRY:
                raise ValueError("the central directory is not where the zip file says")
            patched[at + 12 : at + 16] = _FIXED_STAMP
            name, extra, comment = struct.unpack("<HHH", package[at + 28 : at + 34])
            at += 46 + name + extra + comment
    return bytes(patched)


def workbook_without_times(workbook: bytes) -> bytes:
    """An .xlsx whose entries and core properties hold fixed times."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == _WORKBOOK_PROPERTIES:
                content = _STAMPS.sub(rb"\g<1>" + SAVED_AT.encode() + rb"\g<2>", content)
            entry = zipfile.ZipInfo(name, _FIXED_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            new.writestr(entry, content)
    return stream.getvalue()
