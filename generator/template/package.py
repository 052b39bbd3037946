"""Parts into a package, the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

# The first date a zip file can hold: a date of today would make every package another one.
_DATE = (1980, 1, 1, 0, 0, 0)
# Readers look for the list of content types first; the rest follows by name.
_FIRST = "[Content_Types].xml"


def pack(parts: Mapping[str, bytes]) -> bytes:
    """The OPC package that holds `parts`, given by their path inside it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path in sorted(parts, key=lambda path: (path != _FIRST, path)):
            entry = zipfile.ZipInfo(path, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # MS-DOS: the field would otherwise tell one operating system from another
            archive.writestr(entry, parts[path])
    return buffer.getvalue()
