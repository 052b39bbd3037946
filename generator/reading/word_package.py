"""Opening a .docx: is it one, is it whole, is it safe; and the three parts of it that hold what is read.

python-docx gets a package with those parts alone. Pictures and settings are not needed, and what breaks other readers
(a relation that leads nowhere, a template's content type, the Strict namespaces) never reaches it.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from typing import NamedTuple

import docx
from docx.opc.exceptions import OpcError
from lxml import etree

from generator.errors import InputError
from generator.settings import ReadingSettings

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_STRICT = (
    # ISO 29500 Strict (“Strict Open XML 文档”) says the same in other namespaces.
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", _RELATIONS.encode()),
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
)
_WANTED = {"styles": f"{_WORD_TYPES}.styles+xml", "numbering": f"{_WORD_TYPES}.numbering+xml"}
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    struct.error,
    NotImplementedError,
    OSError,
    ValueError,
    RuntimeError,
)
_MEGABYTE = 1_000_000


class WordParts(NamedTuple):
    """The root elements of a Word file's main parts; a part that it lacks is None."""

    body: etree._Element
    styles: etree._Element | None
    numbering: etree._Element | None


def open_word(data: bytes, name: str, settings: ReadingSettings) -> WordParts:
    """The parts of the Word file in `data`.

    Raises:
        InputError: `word_damaged`, `word_encrypted`, `word_oversized`, `not_word`, `format_refused`.
    """
    if len(data) > settings.largest_unpacked_mb * _MEGABYTE:
        raise InputError.of("word_oversized", where=name, name=name, limit=settings.largest_unpacked_mb)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            slim = _slimmed(_Package(package, name, settings))
        return _parts(slim, name)
    except InputError:
        raise
    except etree.XMLSyntaxError as error:
        raise InputError.of("word_damaged", where=name, name=name, reason="里面的 XML 不完整") from error
    except (OpcError, KeyError, *_DAMAGE) as error:
        raise InputError.of("word_damaged", where=name, name=name, reason="压缩包不完整") from error


class _Package:
    """The files of a zip under their OPC names, read with a limit, since a zip may lie about sizes."""

    def __init__(self, package: zipfile.ZipFile, name: str, settings: ReadingSettings) -> None:
        self._zip = package
        self._entries = {info.filename.replace("\\", "/").lstrip("/").lower(): info for info in package.infolist()}
        self._limit = settings.largest_unpacked_mb
        self.name = name
        if any(info.flag_bits & 1 for info in self._entries.values()):
            raise InputError.of("word_encrypted", where=name, name=name)
        if sum(info.file_size for info in self._entries.values()) > self._limit * _MEGABYTE:
            raise self._oversized()

    def __contains__(self, path: str) -> bool:
        return path.lower() in self._entries

    def holds_folder(self, folder: str) -> bool:
        return any(path.startswith(f"{folder}/") for path in self._entries)

    def read(self, path: str) -> bytes:
        with self._zip.open(self._entries[path.lower()]) as stream:
            content = stream.read(self._limit * _MEGABYTE + 1)
        if len(content) > self._limit * _MEGABYTE:
            raise self._oversized()
        for strict, transitional in _STRICT:
            content = content.replace(strict, transitional)
        return content

    def relations(self, source: str) -> dict[str, str]:
        """Kind (styles, numbering …) → path of the first target that is there, of the part at path `source`."""
        folder, leaf = posixpath.split(source)
        path = posixpath.join(folder, "_rels", f"{leaf}.rels")
        found: dict[str, str] = {}
        if path in self:
            for relation in _parse(self.read(path)).iter(f"{{{_PACKAGE_RELATIONS}}}Relationship"):
                kind = relation.get("Type", "").rpartition("/")[2]
                target = relation.get("Target", "").replace("\\", "/")
                target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
                if relation.get("TargetMode") != "External" and target in self:
                    found.setdefault(kind, target)
        return found

    def _oversized(self) -> InputError:
        return InputError.of("word_oversized", where=self.name, name=self.name, limit=self._limit)


def _slimmed(package: _Package) -> bytes:
    """The package with the document, its styles and its numbering alone, under their usual names."""
    main = package.relations("").get("officeDocument", "word/document.xml")
    if main not in package or not main.lower().startswith("word"):
        raise _not_word(package)
    related = package.relations(main)
    parts = {"document": package.read(main)} | {
        kind: package.read(related[kind]) for kind in _WANTED if kind in related
    }
    types = {"document": f"{_WORD_TYPES}.document.main+xml"} | _WANTED
    overrides = "".join(f'<Override PartName="/word/{kind}.xml" ContentType="{types[kind]}"/>' for kind in parts)
    relations = "".join(
        f'<Relationship Id="rId{i}" Type="{_RELATIONS}/{kind}" Target="{kind}.xml"/>'
        for i, kind in enumerate(parts)
        if kind != "document"
    )
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE_RELATIONS}"><Relationship Id="rId1" '
        f'Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE_RELATIONS}">{relations}</Relationships>',
    }
    slim = io.BytesIO()
    with zipfile.ZipFile(slim, "w", zipfile.ZIP_STORED) as out:
        for path, text in files.items():
            out.writestr(path, text)
        for kind, content in parts.items():
            out.writestr(f"word/{kind}.xml", content)
    return slim.getvalue()


def _parts(slim: bytes, name: str) -> WordParts:
    document = docx.Document(io.BytesIO(slim))
    body = getattr(document.element, "body", None)
    if body is None:  # an element of another name, or a document without a body
        raise InputError.of("word_damaged", where=name, name=name, reason="缺少正文部分")
    roots: dict[str, etree._Element] = {
        relation.reltype.rpartition("/")[2]: relation.target_part.element for relation in document.part.rels.values()
    }
    return WordParts(body, roots.get("styles"), roots.get("numbering"))


def _not_word(package: _Package) -> InputError:
    """What a zip without a Word document is."""
    name = package.name
    if "mimetype" in package and b"opendocument" in package.read("mimetype")[:200]:
        return InputError.of("format_refused", where=name, name=name, kind="OpenDocument 文件（.odt 等）")
    for folder, kind in (("xl", "表格文件（.xlsx）"), ("ppt", "演示文稿（.pptx）")):
        if package.holds_folder(folder):
            return InputError.of("not_word", where=name, name=name, kind=kind)
    if package.holds_folder("word") or "[Content_Types].xml" in package:
        return InputError.of("word_damaged", where=name, name=name, reason="缺少正文部分")
    return InputError.of("not_word", where=name, name=name, kind="普通压缩包（.zip）")


def _parse(content: bytes) -> etree._Element:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
