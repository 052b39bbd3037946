"""Bytes to text: which encoding a Chinese text file is in.

A byte-order mark decides; then UTF-8, which hardly any other text satisfies by chance; then whichever of the
encodings that Chinese offices use reads most like Chinese. What none of them reads goes to charset-normalizer.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.errors import InputError

_BYTE_ORDER_MARKS = (
    # UTF-32 first: its little-endian mark begins with the one of UTF-16.
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_WITHOUT_MARK = ("gb18030", "cp950", "utf-16-le", "utf-16-be")

# The characters that every Chinese text is full of, simplified and traditional, with its punctuation. Bytes read in
# the wrong encoding give rare ones: 政府工作 in Big5 read as GBK is 巒淉馱釬.
_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所"
    "民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日"
    "那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想"
    "已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指"
    "强决区保护领导坚持落实推教育务村镇县市省委书记发展工作"
    "這個們為來時會對發說產種麼還沒問題後過進經現動學體業點當與關間樣機應實總員黨領導務縣鎮書記強區長資級農話歡謝數據開無氣線"
    "，。、：；！？“”‘’（）《》—…·％　「」"
)
_TRUSTED_SHARE = 0.12
"""Of a text's characters outside ASCII, how many are frequent ones at the least; real Chinese has 0.3 to 0.6."""
_DAMAGED_SHARE = 0.01
"""Of a text's characters, how many unreadable ones are taken for damage to a file of that encoding."""
_SAMPLE = 20_000
"""Characters looked at when encodings are compared: enough for the shares, and the same time for every length."""


class Decoded(NamedTuple):
    """Text without its byte-order mark, and the encoding it was in, by Python's name."""

    text: str
    encoding: str


def decode(data: bytes, *, where: str | None = None) -> Decoded:
    """The text in `data`. Unreadable bytes of an otherwise clear encoding become U+FFFD, one each place.

    Raises:
        InputError: `text_undecodable`.

    >>> decode("各位领导，同志们：".encode("gb18030"))
    Decoded(text='各位领导，同志们：', encoding='gb18030')
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, errors="replace")
            if _looks_readable(text):
                return Decoded(text, encoding)
            raise InputError.of("text_undecodable", where=where)
    decoded = _strict_utf_8(data) or _best(data, damaged=False) or _best(data, damaged=True) or _guessed(data)
    if decoded is None or not _looks_readable(decoded.text):
        raise InputError.of("text_undecodable", where=where)
    return decoded


def reads_as_utf_16(sample: bytes) -> bool:
    """Whether the first bytes of a file, an even number of them, are text in UTF-16 without a mark.

    >>> reads_as_utf_16("一、抓学习".encode("utf-16-le")), reads_as_utf_16(bytes(range(64)))
    (True, False)
    """
    texts = (sample.decode(encoding, errors="replace") for encoding in ("utf-16-le", "utf-16-be"))
    return any(_frequent_share(text) > _TRUSTED_SHARE and _looks_readable(text) for text in texts)


def _strict_utf_8(data: bytes) -> Decoded | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if not text.isascii() and not any("\u3000" <= char <= "\u9fff" for char in text):
        # 联通 in GBK happens to be UTF-8 for two letters of another script. Short files only: no long one does so.
        other = _best(data, damaged=False)
        if other and other.encoding == "gb18030":
            return other
    if text.count("\x00") > len(text) // 8:
        # UTF-16 of nothing but Latin letters is UTF-8 with a NUL behind each.
        return _best(data, damaged=False)
    return Decoded(text, "utf-8")


def _best(data: bytes, *, damaged: bool) -> Decoded | None:
    """What reads most like Chinese; `damaged` allows a few unreadable places and tries UTF-8 as well."""
    best, best_share = None, _TRUSTED_SHARE
    for encoding in ("utf-8", *_WITHOUT_MARK) if damaged else _WITHOUT_MARK:
        try:
            text = data.decode(encoding, errors="replace" if damaged else "strict")
        except UnicodeDecodeError:
            continue
        if damaged and text.count("\ufffd") > max(1, len(text) * _DAMAGED_SHARE):
            continue
        share = _frequent_share(text)
        if share > best_share:
            best, best_share = Decoded(text, encoding), share
    return best


def _frequent_share(text: str) -> float:
    sample = text[:_SAMPLE]
    foreign = [char for char in sample if not char.isascii()]
    plain = len(sample) - len(foreign)
    if not foreign:
        # All ASCII: right when it reads as words, wrong when it is full of NULs.
        return 0.0 if "\x00" in sample else 0.5
    share = sum(char in _FREQUENT for char in foreign) / len(foreign)
    # UTF-16 read with the wrong byte order has hardly a digit or line end, and plenty of unassigned characters.
    return share * (1.0 + 0.1 * min(1.0, plain / len(foreign)))


def _guessed(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes  # deferred: hardly any file needs it

    match = from_bytes(data).best()
    if match is None or match.encoding in {"utf_16", "utf_32"}:
        return None
    text = str(match)
    return Decoded(text.removeprefix("\ufeff"), match.encoding)


def _looks_readable(text: str) -> bool:
    """Whether `text` is text at all: hardly any control, private or unassigned character."""
    sample = text[:_SAMPLE]
    odd = sum(
        (char < " " and char not in "\t\n\r\f\v") or char == "\ufffd" or "\ue000" <= char <= "\uf8ff" for char in sample
    )
    return odd <= len(sample) * 0.1
