import codecs

import pytest

from generator.errors import InputError
from generator.reading import read_manuscript
from generator.reading.encodings import decode

SPEECH = (
    "在全镇工作会议上的发言\n各位领导、同志们：\n一、抓学习，强根基。今年以来，我镇组织学习12次，参加人数约300人次。\n"
    "二、抓项目，促发展。完成投资1.2亿元，同比增长8.5%。\n我的发言完了，谢谢大家！\n"
)
TRADITIONAL = (
    "各位鄉親、各位來賓：\n今天我們在這裡開會，感謝大家的支持。過去一年，我們完成了十二項工作，發展經濟，改善民生。\n"
)


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("gb18030", b""),
        ("gbk", b""),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("utf-32-le", codecs.BOM_UTF32_LE),
    ],
)
def test_every_encoding_of_an_office_gives_the_same_text(encoding, mark):
    manuscript, findings = read_manuscript(mark + SPEECH.encode(encoding), name="发言.txt")
    assert manuscript.text == SPEECH
    assert findings == ()


def test_big5():
    assert decode(TRADITIONAL.encode("big5")).text == TRADITIONAL


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["同志们", "工作报告", "各位领导：大家好！", "联通"])
def test_a_few_characters_are_enough(text, encoding):
    assert decode(text.encode(encoding)).text == text


def test_four_byte_characters_of_gb18030():
    text = "各位领导，镇党委委员㐂𠮷同志负责这项工作。"
    assert decode(text.encode("gb18030")).text == text


@pytest.mark.parametrize("text", ["Report of the year", "2023", "Café und Straße: Übersicht über das Jahr"])
def test_latin_text_in_utf_8_stays_what_it_is(text):
    assert decode(text.encode()).text == text


def test_latin_text_in_utf_16_without_a_mark():
    assert decode("Report 2023 of the county".encode("utf-16-le")).text == "Report 2023 of the county"


def test_line_ends_become_one_and_offsets_count_from_there():
    manuscript, _ = read_manuscript("标题\r\n一、甲。\r二、乙。\u2028三、丙。\x0b四、丁。".encode())
    assert manuscript.text == "标题\n一、甲。\n二、乙。\n三、丙。\n四、丁。"
    assert [block.span.of(manuscript.text) for block in manuscript.blocks] == manuscript.text.split("\n")


def test_a_mark_at_the_head_of_a_string_is_no_character():
    manuscript, _ = read_manuscript("\ufeff各位领导：大家好。")
    assert manuscript.text == "各位领导：大家好。"


def test_full_width_spaces_stay_and_are_outside_the_block():
    manuscript, _ = read_manuscript("　　各位领导：　\n　　大家好。")
    assert manuscript.text == "　　各位领导：　\n　　大家好。"
    assert [block.span.of(manuscript.text) for block in manuscript.blocks] == ["各位领导：", "大家好。"]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_few_broken_bytes_become_a_finding(encoding):
    data = SPEECH.encode(encoding) * 3
    at = data.index("约".encode(encoding))
    manuscript, findings = read_manuscript(data[:at] + b"\xff" + data[at + 1 :], name="发言.txt")
    assert "�" in manuscript.text
    assert "完成投资1.2亿元" in manuscript.text
    assert [found.code for found in findings] == ["unreadable_characters"]
    assert "第 3 行" in findings[0].message


def test_a_file_cut_inside_its_last_character_loses_only_that_one():
    manuscript, findings = read_manuscript(SPEECH.rstrip("！\n").encode()[:-1])
    assert manuscript.text.endswith("谢谢大�")
    assert [found.code for found in findings] == ["unreadable_characters"]


@pytest.mark.parametrize(
    "data",
    [bytes(range(128, 256)) * 20, b"\xff\xfe" + b"\x00\xd8" * 60, b"\xe6\x88" * 200 + b"\xff\xfb\xfa" * 90],
    ids=["high bytes", "surrogates", "half characters"],
)
def test_what_no_encoding_reads_is_an_error_of_its_own(data):
    with pytest.raises(InputError) as raised:
        read_manuscript(data, name="稿.txt")
    assert raised.value.code == "text_undecodable"
    assert "UTF-8" in raised.value.message
    assert raised.value.hint


def test_lone_surrogates_become_a_finding_and_never_reach_a_file():
    manuscript, findings = read_manuscript("各位领导\ud83d：大家\udc00好。")
    assert manuscript.text == "各位领导�：大家�好。"
    manuscript.text.encode("utf-8")
    assert [found.code for found in findings] == ["unreadable_characters"]
    assert "2 个字" in findings[0].message
