import contextlib
import io
import os
import zipfile
from contextlib import contextmanager
from pathlib import Path

import docx
import pytest

from generator.errors import InputError
from generator.reading import read_manuscript
from generator.settings import ReadingSettings

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(files):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return buffer.getvalue()


def word_file(*paragraphs):
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def ole(*streams):
    return OLE + b"\x00" * 504 + b"".join(stream.encode("utf-16-le").ljust(128, b"\x00") for stream in streams)


WORD = word_file("一、抓学习。", "二、抓落实。")


def named(value):
    """A file's content is no name for a test: a Word file made now holds the time."""
    return "content" if isinstance(value, bytes) else None


@pytest.mark.parametrize(
    ("name", "data", "code", "says"),
    [
        ("空.txt", b"", "file_empty", "0 字节"),
        ("空.docx", b"", "file_empty", "0 字节"),
        ("白.txt", " \n\t　\r\n".encode(), "text_blank", "空白"),
        ("白.txt", b"\xef\xbb\xbf", "text_blank", "空白"),
        ("白.docx", word_file("", "　"), "text_blank", "空白"),
        ("杂.txt", "##paidbegin##\n下载 打印\n责任编辑：张三".encode(), "text_only_scrape", "网页"),
        ("图.txt", b"\x89PNG\r\n\x1a\n" + b"\x00" * 90, "binary_file", "PNG"),
        ("图.txt", b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\x00" * 90, "binary_file", "JPEG"),
        ("程序.txt", b"MZ\x90\x00" + bytes(300), "binary_file", "程序"),
        ("数据.txt", bytes(range(256)) * 40, "binary_file", "二进制"),
        ("数据.txt", b"\x00" * 5000, "binary_file", "二进制"),
        ("旧.doc", ole("WordDocument", "1Table"), "word_legacy", ".doc"),
        ("旧.docx", ole("WordDocument"), "word_legacy", "另存为 .docx"),
        ("密.docx", ole("EncryptionInfo", "EncryptedPackage"), "word_encrypted", "密码"),
        ("表.txt", ole("Workbook"), "not_word", ".xls"),
        ("讲.wps", ole("WordDocument"), "format_refused", ".wps"),
        ("断.docx", WORD[: len(WORD) // 2], "word_damaged", "损坏"),
        ("断.docx", WORD[:30], "word_damaged", "损坏"),
        ("尾.docx", WORD.replace(b"PK\x05\x06", b"PK\x00\x00"), "word_damaged", "损坏"),
        ("假.docx", "这其实是文字".encode(), "word_damaged", "文件头"),
        ("表.docx", zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<a/>"}), "not_word", ".xlsx"),
        ("讲.docx", zipped({"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<a/>"}), "not_word", ".pptx"),
        ("包.txt", zipped({"a.txt": "字"}), "not_word", ".zip"),
        ("缺.docx", zipped({"[Content_Types].xml": "<Types/>", "word/styles.xml": "<a/>"}), "word_damaged", "正文"),
        ("坏.docx", zipped({"word/document.xml": "<w:document"}), "word_damaged", "XML"),
        ("异.docx", zipped({"word/document.xml": "<html><p>字</p></html>"}), "word_damaged", "正文"),
        ("文.odt", zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "format_refused", ".odt"),
        ("文.pdf", b"%PDF-1.7\n%\xe2\xe3", "format_refused", "PDF"),
        ("文.txt", b"{\\rtf1\\ansi", "format_refused", "RTF"),
        ("文.html", "<!DOCTYPE html>\n<html><body>字</body></html>".encode(), "format_refused", ".html"),
        ("文.xml", b"<?xml version='1.0'?><w:wordDocument/>", "format_refused", "XML"),
    ],
    ids=named,
)
def test_each_kind_of_bad_file_has_its_own_error(tmp_path, name, data, code, says):
    path = tmp_path / name
    path.write_bytes(data)
    for source, given in ((path, None), (data, name)):
        with pytest.raises(InputError) as raised:
            read_manuscript(source, name=given)
        assert raised.value.code == code
        assert says in raised.value.message + raised.value.hint
        assert name in raised.value.message
        assert raised.value.hint
        assert raised.value.exit_code == 3


def test_a_missing_file(tmp_path):
    with pytest.raises(InputError) as raised:
        read_manuscript(tmp_path / "没有.txt")
    assert raised.value.code == "file_missing"
    assert "没有.txt" in raised.value.message


def test_a_name_that_no_file_can_have():
    for path in (Path("讲\x00话.txt"), Path("长" * 4000 + ".txt")):
        with pytest.raises(InputError) as raised:
            read_manuscript(path)
        assert raised.value.code in {"file_missing", "file_unreadable"}


def test_a_directory(tmp_path):
    with pytest.raises(InputError) as raised:
        read_manuscript(tmp_path)
    assert raised.value.code == "file_is_directory"


def test_a_file_without_permission(tmp_path):
    path = tmp_path / "密.txt"
    path.write_text("各位领导", encoding="utf-8")
    path.chmod(0)
    with as_an_ordinary_user(), pytest.raises(InputError) as raised:
        read_manuscript(path)
    assert raised.value.code == "file_unreadable"
    assert "权限" in raised.value.message


@contextmanager
def as_an_ordinary_user():
    """Permissions do not bind the superuser; while the block runs, this process is nobody."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65_534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that can be opened but not read")
def test_a_file_that_cannot_be_read_through():
    with pytest.raises(InputError) as raised:
        read_manuscript(Path("/proc/self/mem"))
    assert raised.value.code == "file_unreadable"


def test_an_endless_file_is_read_no_further_than_the_limit():
    if not Path("/dev/zero").exists():
        pytest.skip("needs /dev/zero")
    with pytest.raises(InputError) as raised:
        read_manuscript(Path("/dev/zero"), settings=ReadingSettings(longest_text=1000, largest_unpacked_mb=1))
    assert raised.value.code == "binary_file"


@pytest.mark.parametrize("source", ["字" * 1001, ("字" * 1001).encode(), word_file("字" * 1001)], ids=named)
def test_too_long(source):
    with pytest.raises(InputError) as raised:
        read_manuscript(source, settings=ReadingSettings(longest_text=1000))
    assert raised.value.code == "text_too_long"
    assert "1000" in raised.value.message


def test_a_zip_bomb_is_refused_before_it_fills_the_memory():
    bomb = zipped({"word/document.xml": b"<a>" + b" " * 3_000_000, "word/media/a.png": b"\x00" * 3_000_000})
    with pytest.raises(InputError) as raised:
        read_manuscript(bomb, settings=ReadingSettings(largest_unpacked_mb=5))
    assert raised.value.code == "word_oversized"
    assert "5 MB" in raised.value.message


def test_a_zip_that_lies_about_its_sizes():
    bomb = zipped({"word/document.xml": b"<a>" + b" " * 3_000_000})
    size = (3_000_003).to_bytes(4, "little")
    with pytest.raises(InputError) as raised:
        read_manuscript(bomb.replace(size, (10).to_bytes(4, "little")), settings=ReadingSettings(largest_unpacked_mb=1))
    assert raised.value.code in {"word_oversized", "word_damaged"}


def test_entities_are_not_expanded():
    laughs = "".join(f"<!ENTITY l{i} '{f'&l{i - 1};' * 10 if i else '哈'}'>" for i in range(9))
    document = f"<?xml version='1.0'?><!DOCTYPE d [{laughs}]><d>&l8;</d>"
    with pytest.raises(InputError) as raised:
        read_manuscript(zipped({"word/document.xml": document}))
    assert raised.value.code == "word_damaged"


def test_a_zip_with_a_password():
    data = bytearray(zipped({"word/document.xml": "<a/>"}))
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + at] |= 1
    with pytest.raises(InputError) as raised:
        read_manuscript(bytes(data), name="密.docx")
    assert raised.value.code == "word_encrypted"


@pytest.mark.parametrize("cut", range(1, len(WORD), max(1, len(WORD) // 60)))
def test_a_word_file_cut_anywhere_is_an_error_and_no_traceback(cut):
    with pytest.raises(InputError):
        read_manuscript(WORD[:cut], name="断.docx")


@pytest.mark.parametrize("at", range(40, len(WORD), max(1, len(WORD) // 80)))
def test_a_word_file_with_a_wrong_byte_is_read_or_refused(at):
    data = bytearray(WORD)
    data[at] ^= 0xFF
    text = "refused"
    with contextlib.suppress(InputError):
        text = read_manuscript(bytes(data), name="坏.docx")[0].text
    assert text.strip()


@pytest.mark.parametrize("text", ["工作汇报", "x", "工作汇报\n", "。"])
def test_a_title_alone_is_text(text):
    manuscript, _ = read_manuscript(text)
    assert len(manuscript.blocks) == 1


def test_a_word_file_under_another_name_is_still_one():
    assert read_manuscript(WORD, name="讲话.txt")[0].text == "一、抓学习。\n二、抓落实。"


def test_text_that_begins_like_a_binary():
    assert read_manuscript("BM值偏高的人群要注意健康。".encode())[0].blocks
    assert read_manuscript("MZ公司汇报".encode())[0].blocks
