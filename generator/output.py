"""Files on disk: written beside and renamed, so that a crash or a full disk leaves no half file."""

from __future__ import annotations

import os
import tempfile
import zipfile
from pathlib import Path

from generator.errors import OutputError
from generator.model import MAKER, SAVED_AT

_OWN_MARKS = (f"<cp:category>{MAKER}</cp:category>".encode(), f">{SAVED_AT}</dcterms:modified>".encode())
"""In the core properties of a deck that this program made and nobody has saved since."""


def write_file(path: Path, content: bytes, *, force: bool = False) -> None:
    """Write `content` to `path`, making its folder.

    Raises:
        OutputError: the path is a folder (`output_is_folder`), holds a file that this program did not make or that a
            person has changed since (`output_exists`), or cannot be written (`output_unwritable`).
    """
    if path.is_dir():
        raise OutputError.of("output_is_folder", where=str(path), path=path)
    if path.exists() and not force and not _is_own_deck(path):
        raise OutputError.of("output_exists", where=str(path), path=path)
    beside = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        beside = Path(name)
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        beside.chmod(0o644)
        beside.replace(path)
    except OSError as error:
        if beside is not None:
            beside.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise OutputError.of("output_unwritable", where=str(path), path=path, reason=reason) from error


def _is_own_deck(path: Path) -> bool:
    """Whether the file is a deck of this program that nobody has saved since."""
    try:
        with zipfile.ZipFile(path) as package:
            properties = package.read("docProps/core.xml")
    except (OSError, KeyError, zipfile.BadZipFile):
        return False
    return all(mark in properties for mark in _OWN_MARKS)
