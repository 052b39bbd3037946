"""What was handed in: the bytes of a file, and what they are by their first bytes rather than by their name."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import NamedTuple

from generator.errors import InputError
from generator.reading.encodings import reads_as_utf_16
from generator.settings import ReadingSettings

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")

# What people hand in that holds a speech, but not in a form that is read here: named, with the way out.
_REFUSED = (
    (b"%PDF-", "PDF 文件"),
    (b"{\\rtf", "RTF 文件"),
    (b"<?xml", "XML 文件"),
    (b"<!doctype html", "网页文件（.html）"),
    (b"<html", "网页文件（.html）"),
    (b"MIME-Version:", "网页存档（.mht）"),
)
_BINARY = (
    (b"\x89PNG\r\n", "PNG 图片"),
    (b"\xff\xd8\xff", "JPEG 图片"),
    (b"GIF8", "GIF 图片"),
    (b"BM", "BMP 图片"),
    (b"Rar!", "RAR 压缩包"),
    (b"7z\xbc\xaf", "7z 压缩包"),
    (b"\x1f\x8b", "gzip 压缩包"),
    (b"MZ", "程序文件"),
    (b"\x7fELF", "程序文件"),
    (b"ID3", "音频文件"),
    (b"SQLite format 3", "数据库文件"),
)
BYTES_A_CHARACTER = 4
"""At the most, in every encoding that is read."""
_SAMPLE = 4_096
_CONTROLS = bytes({*range(32), 127} - set(b"\t\n\v\f\r\x1b"))


class Container(Enum):
    """What kind of file the bytes are."""

    TEXT = "text"
    WORD = "word"


class File(NamedTuple):
    """A file's content, the name it goes by in messages, and what it is."""

    data: bytes
    name: str
    container: Container


def display_name(path: Path) -> str:
    """The file's name in characters that can be printed and stored: undecodable bytes in it become `?`."""
    return printable(path.name or str(path))


def printable(text: str) -> str:
    """`text` with lone surrogates, as Python has them for undecodable bytes of a file name, as `?`."""
    return text.encode("utf-8", errors="replace").decode("utf-8")


def read_file(path: Path, settings: ReadingSettings) -> bytes:
    """The bytes of a file, at most as many as the settings can ever accept.

    Raises:
        InputError: `file_missing`, `file_is_directory`, `file_unreadable`.
    """
    name, where = display_name(path), printable(str(path))
    most = max(settings.largest_unpacked_mb * 1_000_000, settings.longest_text * BYTES_A_CHARACTER) + 1
    try:
        if path.is_dir():
            raise InputError.of("file_is_directory", where=where, name=name)
        with path.open("rb") as stream:
            return stream.read(most)
    except FileNotFoundError as error:
        raise InputError.of("file_missing", where=where, name=name) from error
    except PermissionError as error:
        raise InputError.of("file_unreadable", where=where, name=name, reason="没有读取权限") from error
    except ValueError as error:
        # A path with a NUL in it.
        raise InputError.of("file_missing", where=where, name=name) from error
    except OSError as error:
        raise InputError.of("file_unreadable", where=where, name=name, reason=error.strerror or "读取出错") from error


def identify(data: bytes, name: str) -> File:
    """What the bytes are, by content; the suffix decides nothing but what to call a damaged file.

    Raises:
        InputError: `file_empty`, `word_legacy`, `word_encrypted`, `word_damaged`, `format_refused`, `binary_file`.
    """
    if not data:
        raise InputError.of("file_empty", where=name, name=name)
    if data.startswith(_ZIP):
        return File(data, name, Container.WORD)
    if data.startswith(_OLE):
        raise _ole_error(data, name)
    for signature, kind in _REFUSED:
        if data[:_SAMPLE].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(signature.lower()):
            raise InputError.of("format_refused", where=name, name=name, kind=kind)
    for signature, kind in _BINARY:
        # Two letters may open a text as well (BM值…): a signature that short needs a NUL soon after it.
        if data.startswith(signature) and (len(signature) > 3 or b"\x00" in data[:64]):
            raise InputError.of("binary_file", where=name, name=name, kind=kind)
    if _is_binary(data):
        raise InputError.of("binary_file", where=name, name=name, kind="二进制数据")
    if name.lower().endswith(".docx"):
        raise InputError.of("word_damaged", where=name, name=name, reason="文件头不是 Word 文件的开头")
    return File(data, name, Container.TEXT)


def _ole_error(data: bytes, name: str) -> InputError:
    """Both a .doc and a .docx with a password are OLE files: the names of the streams inside tell them apart."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        return InputError.of("word_encrypted", where=name, name=name)
    if holds("Workbook"):
        return InputError.of("not_word", where=name, name=name, kind="旧版表格文件（.xls）")
    if holds("PowerPoint Document"):
        return InputError.of("not_word", where=name, name=name, kind="旧版演示文稿（.ppt）")
    if name.lower().endswith(".wps"):
        return InputError.of("format_refused", where=name, name=name, kind="WPS 文字文件（.wps）")
    return InputError.of("word_legacy", where=name, name=name)


def _is_binary(data: bytes) -> bool:
    """Many control bytes mean binary, unless they are halves of UTF-16 characters (一 is 4E 00), or a mark says so.

    No encoding but UTF-16 and UTF-32 has control bytes inside its characters.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return False
    sample = data[:_SAMPLE]
    odd = len(sample) - len(sample.translate(None, _CONTROLS))
    return odd > max(8, len(sample) // 20) and not reads_as_utf_16(sample)
