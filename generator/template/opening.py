"""The file that a clerk hands over → a package that python-pptx loads, or a clear word on why it cannot be one.

.pptx, .potx, .ppsx and their forms with macros differ in the content type of the main part alone; strict files in
their namespace names. Both are mended in memory; the file stays as it is.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pptx
from lxml import etree
from pptx.exc import PythonPptxError

from generator.errors import TemplateError
from generator.settings import TemplateSettings
from generator.template.strict import is_strict, to_transitional

_COMPOUND_FILE = bytes.fromhex("D0CF11E0A1B11AE1")
"""[MS-CFB] 2.2: the first bytes of an old Office file and of an encrypted new one alike."""
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
"""[MS-OFFCRYPTO] 2.3.4.4: the stream that only an encrypted file has; its name stands in the directory."""
_OLD_DECK_STREAM = "PowerPoint Document".encode("utf-16-le")
"""[MS-PPT] 2.1.2: the stream of a .ppt."""
_ZIP_START = b"PK"
_ZIP_END = b"PK\x05\x06"
"""The record that ends every zip file: where it is missing, the file was cut off on its way."""
_ZIP_END_ROOM = 65_557
"""Bytes at the end of a file in which that record begins: its own 22 and the longest comment."""
_CONTENT_TYPES = "[Content_Types].xml"
_MAIN_TYPES = re.compile(
    rb"application/vnd\.(?:openxmlformats-officedocument\.presentationml\.(?:template|slideshow)"
    rb"|ms-powerpoint\.(?:presentation|template|slideshow|addin)\.macroEnabled)\.main\+xml"
)
_MAIN_TYPE = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_XML_SUFFIXES = (".xml", ".rels")
_MEGABYTE = 1_000_000
_HEAVY = 100_000
"""Bytes. Smaller pictures are not worth the trouble."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A template as python-pptx sees it, and the name it goes by (its file's).

    Large pictures, films and typefaces are empty in it: what a template can do does not depend on them. They stay in
    the `content` of the file; `left_out` names them.
    """

    presentation: Any
    name: str
    content: bytes
    left_out: frozenset[str]

    def whole(self, package: bytes) -> bytes:
        """A package saved from the presentation, with its media in their places again.

        Raises:
            TemplateError: `template_damaged`: one of them cannot be read.
        """
        if not self.left_out:
            return package
        stream = io.BytesIO()
        try:
            with (
                zipfile.ZipFile(io.BytesIO(package)) as light,
                zipfile.ZipFile(io.BytesIO(self.content)) as file,
                zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as filled,
            ):
                for name in light.namelist():
                    filled.writestr(name, (file if name in self.left_out else light).read(name))
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
            raise TemplateError.of("template_damaged", where=self.name, name=self.name) from error
        return stream.getvalue()


def open_presentation(content: bytes, name: str, settings: TemplateSettings | None = None) -> Opened:
    """The presentation in a template file.

    Raises:
        TemplateError: `template_empty`, `template_encrypted`, `template_legacy`, `template_not_pptx`,
            `template_truncated`, `template_damaged` or `template_oversized`.
    """
    package, left_out = loadable(content, name, settings or TemplateSettings())
    try:
        presentation: Any = pptx.Presentation(io.BytesIO(package))
        for master in presentation.slide_masters:
            _ = len(master.slide_layouts)
        for slide in presentation.slides:
            _ = slide.slide_layout.slide_master
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise TemplateError.of("template_damaged", where=name, name=name) from error
    except (PythonPptxError, etree.LxmlError, KeyError, AttributeError, TypeError, IndexError, ValueError) as error:
        # What a package with missing or mistyped parts makes python-pptx stumble over.
        raise TemplateError.of("template_damaged", where=name, name=name) from error
    return Opened(presentation, Path(name).stem, content, left_out)


def loadable(content: bytes, name: str, settings: TemplateSettings) -> tuple[bytes, frozenset[str]]:
    """The package with the main part's content type of a .pptx and transitional names, and what was left out of it.

    The file itself where nothing has to be changed.
    """
    trouble = _trouble_at_first_sight(content)
    if trouble:
        raise TemplateError.of(trouble, where=name, name=name)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _mended(archive, content, name, settings)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        # RuntimeError: zipfile's word for an entry with a password.
        raise TemplateError.of("template_damaged", where=name, name=name) from error


def _trouble_at_first_sight(content: bytes) -> str | None:
    if not content:
        return "template_empty"
    if content.startswith(_COMPOUND_FILE):
        if _ENCRYPTED_STREAM in content:
            return "template_encrypted"
        return "template_legacy" if _OLD_DECK_STREAM in content else "template_not_pptx"
    if not content.startswith(_ZIP_START):
        return "template_not_pptx"
    return None if _ZIP_END in content[-_ZIP_END_ROOM:] else "template_truncated"


def _mended(
    archive: zipfile.ZipFile, content: bytes, name: str, settings: TemplateSettings
) -> tuple[bytes, frozenset[str]]:
    entries = archive.infolist()
    names = {entry.filename for entry in entries}
    if _CONTENT_TYPES not in names or not any(n.startswith("ppt/presentation") for n in names):
        raise TemplateError.of("template_not_pptx", where=name, name=name)
    if sum(entry.file_size for entry in entries) > settings.largest_unpacked_mb * _MEGABYTE:
        raise TemplateError.of("template_oversized", where=name, name=name, limit=settings.largest_unpacked_mb)
    types = archive.read(_CONTENT_TYPES)
    main_types = _MAIN_TYPES.sub(_MAIN_TYPE, types)
    relations = archive.read("_rels/.rels") if "_rels/.rels" in names else b""
    strict = is_strict(relations)
    repeated = len(names) != len(entries)
    heavy = frozenset(e.filename for e in entries if _is_heavy(e))
    if main_types == types and not strict and not repeated and not heavy:
        return content, heavy
    stream = io.BytesIO()
    # Nothing is packed again: the copy lives in memory only, and pictures do not get smaller.
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as copy:
        for entry in {entry.filename: entry for entry in entries}.values():
            part = b"" if entry.filename in heavy else archive.read(entry)
            if entry.filename == _CONTENT_TYPES:
                part = main_types
            if strict and entry.filename.endswith(_XML_SUFFIXES):
                part = to_transitional(part)
            copy.writestr(entry.filename, part)
    return stream.getvalue(), heavy


def _is_heavy(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > _HEAVY and not entry.filename.endswith(_XML_SUFFIXES)
