"""The bytes of a deck → a python-pptx presentation, or a clear word on why it cannot be opened."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.exc import PythonPptxError

from generator.errors import OutputError

_COMPOUND_FILE = bytes.fromhex("D0CF11E0A1B11AE1")
"""[MS-CFB] 2.2: the first bytes of an old Office file and of an encrypted new one alike."""
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
"""[MS-OFFCRYPTO] 2.3.4.4: the stream that only an encrypted file has; its name stands in the directory."""
_OLD_DECK_STREAM = "PowerPoint Document".encode("utf-16-le")
"""[MS-PPT] 2.1.2: the stream of a .ppt."""
_MAIN_PART = "ppt/presentation.xml"


def open_presentation(deck: bytes) -> Any:
    """The deck as python-pptx sees it.

    Raises:
        OutputError: `deck_empty`, `deck_encrypted`, `deck_old_format`, `deck_not_pptx` or `deck_damaged`.
    """
    if not deck:
        raise OutputError.of("deck_empty")
    if deck.startswith(_COMPOUND_FILE):
        raise OutputError.of(_compound_trouble(deck))
    if not deck.startswith(b"PK"):
        raise OutputError.of("deck_not_pptx")
    try:
        with zipfile.ZipFile(io.BytesIO(deck)) as package:
            names = set(package.namelist())
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise OutputError.of("deck_damaged") from error
    if (
        _MAIN_PART not in names
        and "[Content_Types].xml" in names
        and any(n.startswith(("word/", "xl/")) for n in names)
    ):
        raise OutputError.of("deck_not_pptx")
    try:
        presentation = Presentation(io.BytesIO(deck))
        # python-pptx opens parts late: a damaged slide must be noticed here and not in the middle of the check.
        for slide in presentation.slides:
            _ = slide.slide_layout.slide_master, slide.has_notes_slide and slide.notes_slide
    except (PythonPptxError, etree.LxmlError, zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error) as error:
        raise OutputError.of("deck_damaged") from error
    except ValueError as error:
        # python-pptx: "file … is not a PowerPoint file, content type is …"
        raise OutputError.of("deck_not_pptx") from error
    except (KeyError, AttributeError, TypeError, IndexError, OSError, EOFError, NotImplementedError) as error:
        # What a package with missing or mistyped parts makes python-pptx and zipfile stumble over.
        raise OutputError.of("deck_damaged") from error
    return presentation


def _compound_trouble(deck: bytes) -> str:
    if _ENCRYPTED_STREAM in deck:
        return "deck_encrypted"
    return "deck_old_format" if _OLD_DECK_STREAM in deck else "deck_not_pptx"
