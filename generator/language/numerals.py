"""Chinese numerals: what they are worth, and how a count is written."""

from __future__ import annotations

from decimal import Decimal

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "俩": 2}
_DIGITS |= {c: i for i, c in enumerate("零壹贰叁肆伍陆柒捌玖")}
_TENS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_MYRIADS = {"万": 10_000, "亿": 100_000_000}


def chinese_number(text: str) -> Decimal | None:
    """What a Chinese numeral is worth, or None where `text` is none.

    >>> chinese_number("一百二十三"), chinese_number("三点五"), chinese_number("二〇二三"), chinese_number("人")
    (Decimal('123'), Decimal('3.5'), Decimal('2023'), None)
    """
    if not text:
        return None
    whole, point, fraction = text.partition("点")
    if point and not (whole and fraction and all(c in _DIGITS for c in fraction)):
        return None
    number = _whole_number(whole)
    if number is None:
        return None
    return Decimal(f"{number}.{''.join(str(_DIGITS[c]) for c in fraction)}") if point else Decimal(number)


def _whole_number(text: str) -> int | None:
    if text and all(c in _DIGITS for c in text):
        # 二〇二三 is read digit by digit; a single one stands for itself.
        return int("".join(str(_DIGITS[c]) for c in text))
    total = section = 0
    digit: int | None = None
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _TENS:
            section += (1 if digit is None else digit) * _TENS[char]
            digit = None
        elif char in _MYRIADS:
            section += digit or 0
            if section == 0 and total == 0:
                return None
            total = (total + section) * _MYRIADS[char] if _MYRIADS[char] > 10_000 else total + section * 10_000
            section, digit = 0, None
        else:
            return None
    return total + section + (digit or 0)


def counting_word(number: int) -> str:
    """A count from 1 to 99 in Chinese, as parts are numbered.

    >>> counting_word(1), counting_word(10), counting_word(12), counting_word(20), counting_word(35)
    ('一', '十', '十二', '二十', '三十五')
    """
    tens, ones = divmod(number, 10)
    digits = "零一二三四五六七八九"
    head = "" if tens == 0 else ("十" if tens == 1 else digits[tens] + "十")
    return head + (digits[ones] if ones or not tens else "")
