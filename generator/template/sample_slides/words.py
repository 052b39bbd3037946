"""What the words on a sample slide are: a numeral, a prompt, an ornament, an advert, or words of its author."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model import FIELD_NAMES
from generator.template.symptoms import ADVERT, PROMPT

AGENDA = re.compile(
    r"目\s*录|目\s*錄|议\s*程|提\s*纲|\bcontents?\b|\bagenda\b|\bcatalog(?:ue)?\b|\boutline\b|目次|"
    # Said alone on a page, these name what follows; inside a sentence they name nothing.
    r"^\s*(?:主要内容|汇报内容|内容提[要纲]|内容概[要览]|内容导[航览]|(?:报告|汇报|内容)框架|本[讲节]?课?内容|课程内容|"
    r"主要议题|今天我们讲什么)\s*$",
    re.I,
)
THANKS = re.compile(
    r"谢\s*谢|感\s*谢|致\s*谢|謝\s*謝|多谢|敬请\S{0,4}指[正导]|恳请\S{0,4}指[正导]|批评指[正导]|聆听|观看|感恩|"
    r"\bthanks?\b|\bthank\s*you|\bthe\s+end\b|\bq\s*&\s*a\b|\bend\b$",
    re.IGNORECASE,
)
OCCASION = re.compile(
    r"(?:汇\s*报|演\s*讲|主\s*讲|答\s*辩|报\s*告|发\s*言|述\s*职|分\s*享|授\s*课)\s*(?:人|者|单\s*位|部\s*门|教\s*师|老\s*师)|姓\s*名|日\s*期|时\s*间|"
    r"班\s*级|班\s*主\s*任|学\s*号|老\s*师[:：]|部\s*门|单\s*位|导\s*师|指导老师|学\s*院\s*[:：]|专\s*业\s*[:：]|作\s*者|制\s*作|年.{0,6}月|20\d\d[.\-/年]|\b(?:reporter|speaker|date|name|presenter|author)\b",
    re.IGNORECASE,
)
UNIT_FIELD = re.compile(r"单\s*位|部\s*门|学\s*院|学\s*校|公\s*司|机\s*构|院\s*系")
SPEAKER_FIELD = re.compile(
    r"(?:汇\s*报|演\s*讲|主\s*讲|答\s*辩|报\s*告|发\s*言|述\s*职|分\s*享|授\s*课|宣\s*讲|主\s*持)\s*[人者]|姓\s*名|作\s*者|\b(?:reporter|speaker|presenter)\b",
    re.IGNORECASE,
)
DATE_FIELD = re.compile(r"日\s*期|时\s*间|年.{0,6}月|20\d\d[.\-/年]|20[xX×]{2}|\bdate\b", re.IGNORECASE)
"""Which of unit, speaker and date a box of the cover names."""
INSTRUCTION = re.compile(
    r"字体(?:说明|使用|安装|下载|名称)|(?:模板|使用|操作|素材|配色|修改)说明|使用(?:方法|教程|帮助|须知)|版权(?:声明|说明|所有|归)|"
    r"更多(?:精品|优质|免费)?\s*(?:PPT|模板|素材)|(?:PPT|图标|图片|矢量)素材|素材下载|模板下载|关注(?:微信)?公众号|扫码|扫一扫|二维码|"
    r"如何(?:修改|更换|替换|使用)|图标库|icon\s*(?:library|set)|fonts?\s+used|how\s+to\s+use|instructions|credits?\b|license|删除本页|本页可删",
    re.IGNORECASE,
)
DIVIDER = re.compile(
    r"\bpart\b|\bchapter\b|\bsection\b|第\s*[一二三四五六七八九十0-9]+\s*(?:部\s*分|部|章|篇|节|讲|课|编|单元|专题)",
    re.IGNORECASE,
)
COMPARING = re.compile(
    r"\bvs\.?\b|对\s*比|比\s*较|优\s*势|劣\s*势|之前|之后|\bbefore\b|\bafter\b|传统|创新前", re.IGNORECASE
)
STEPPING = re.compile(
    r"步\s*骤|流\s*程|阶\s*段|路\s*径|时间轴|历\s*程|\bsteps?\b|\bprocess\b|\btimeline\b|第[一二三四五六1-6]步|[一二三四五六]步[走法曲]|第[一二三四]季度",
    re.I,
)
QUOTING = re.compile(r"^[“\"「『❝].{8,}|名\s*言|寄\s*语|——\s*\S{2,8}$", re.S)
QUOTE_MARKS = frozenset(("“", "”", "“”", '"', "❝", "❞", "「", "」", "『", "』", "‘", "’"))
"""A mark set large beside the words that somebody said."""
_COUNTED = re.compile(
    r"[\s\-—·.、,，/|]*(?:part|chapter|section|no|step|第)?[\s.:·\-—]*"
    r"(?P<number>[0-9Oo〇○]{1,2}|[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|[ⅠⅡⅢⅣⅤⅥⅦⅧ①②③④⑤⑥⑦⑧⑨])"
    r"[\s]*(?:部\s*分|部|章|篇|节|步|讲|课|编|单元|专题)?[\s.、:：\-—/|]*",
    re.IGNORECASE,
)
_FILLING = re.compile(
    r"标题|文[本字]|内容|关键词|某某|[xX×X]{2,}|\blogo\b|\byour?\b|\bhere\b|\btitle\b|\btext\b|lorem|ipsum|dolor", re.I
)
_PREFIX = re.compile(
    r"\s*(?P<count>(?:第\s*)?(?:[0-9Oo]{1,2}|[一二三四五六七八九十]{1,2}|[①②③④⑤⑥⑦⑧⑨])\s*(?:部分|章|篇)?\s*[、.．:：\s|]?)\s*(?P<text>\S.*)",
    re.S,
)
_HAN_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {
    c: i for i, c in enumerate("零壹贰叁肆伍陆柒捌玖")
}
_NAMES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SIGNS = ("ⅠⅡⅢⅣⅤⅥⅦⅧ", "①②③④⑤⑥⑦⑧⑨")
_ORNAMENT = re.compile(
    r"[\s·.\-—/|&]*(?:parts?|contents?|catalog(?:ue)?|agenda|chapter|section|thanks?(?:\s+you)?|thank\s*you|the\s+end|step)[\s·.\-—/|&!]*",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"[约近超]?\s*[+\-]?\d[\d,.]*\s*(?:[%％‰+]|[kKmM万亿余多个项人次家元倍年件分天]{1,3}\+?)?\s*")
_HAN = re.compile(r"[㐀-鿿]")
_YEAR = re.compile(r"\s*(?:19|20)[\dxX×X]{2}\s*年?\s*")


def squeezed(words: str) -> str:
    """Without white space."""
    return "".join(words.split())


def is_han(words: str) -> bool:
    """Whether there is a Chinese character among them."""
    return bool(_HAN.search(words))


def is_advert(words: str) -> bool:
    """Whether a template site speaks: 更多模板 www.…"""
    return bool(ADVERT.search(words))


def is_prompt(words: str) -> bool:
    """Whether the words tell a person to write something there."""
    return bool(PROMPT.search(words))


def is_filling(words: str) -> bool:
    """Whether the words only fill a place: 请输入标题, LOGO, XX公司, lorem ipsum.

    >>> is_filling("添加小标题"), is_filling("YOUR LOGO"), is_filling("青禾县农业农村局")
    (True, True, False)
    """
    return is_prompt(words) or bool(_FILLING.search(words))


def is_year(words: str) -> bool:
    """2025, 20XX, 2024年: large on covers, and never the speech's own."""
    return bool(_YEAR.fullmatch(words))


def is_ornament(words: str) -> bool:
    """A label that says what a page is and nothing of its content: PART, CONTENTS, THANKS.

    >>> is_ornament("CONTENTS"), is_ornament("WORK SUMMARY")
    (True, False)
    """
    return bool(_ORNAMENT.fullmatch(squeezed(words) if len(squeezed(words)) > 1 else words))


def numeral_of(words: str) -> int | None:
    """What a text that only counts says: 01, O1 (a letter for the zero), 一, PART TWO, 第三部分, ④.

    >>> numeral_of("O3"), numeral_of("PART TWO"), numeral_of("第三部分"), numeral_of("2025")
    (3, 2, 3, None)
    """
    match = _COUNTED.fullmatch(" ".join(words.split()))
    if match is None:
        return None
    text = match["number"]
    if text.lower() in _NAMES:
        return _NAMES.index(text.lower()) + 1
    for signs in _SIGNS:
        if text in signs:
            return signs.index(text) + 1
    digits = text.translate(str.maketrans("Oo〇○", "0000"))
    if digits.isdigit():
        return int(digits)
    if text[0] in "十拾":
        return 10 + (_HAN_DIGITS.get(text[1], 0) if len(text) > 1 else 0)
    return _HAN_DIGITS.get(text)


def numeral_in_form(runs: Sequence[str], number: int) -> list[str]:
    """The runs of a numeral with another number, in its own form.

    >>> numeral_in_form(["PART ", "O1"], 3), numeral_in_form(["第一部分"], 4), numeral_in_form(["1"], 2)
    (['PART ', '03'], ['第四部分'], ['2'])
    """
    whole = "".join(runs)
    match = _COUNTED.fullmatch(whole)
    if match is None:
        return [f"{number:02d}", *[""] * (len(runs) - 1)]
    start, end = match.span("number")
    new = _like(match["number"], number)
    changed, at = [], 0
    for run in runs:
        low, high = max(start, at), min(end, at + len(run))
        at_start = at <= start < at + len(run)
        if low < high or at_start:
            changed.append(run[: max(0, low - at)] + (new if at_start else "") + run[max(0, high - at) :])
        else:
            changed.append(run)
        at += len(run)
    return changed


def counted(words: str) -> tuple[str, str] | None:
    """A counted entry as its count and its text; None where it does not count.

    >>> counted("一、工作回顾"), counted("01 年度概述"), counted("2024年工作"), counted("三农工作")
    (('一、', '工作回顾'), ('01 ', '年度概述'), None, None)
    """
    match = _PREFIX.fullmatch(words)
    if match is None or numeral_of(match["count"]) is None:
        return None
    parted = match["count"][-1] in "、.．:：| \t\u3000\n" or match["count"].strip()[-1] in "分章篇①②③④⑤⑥⑦⑧⑨"
    digits = match["count"].strip()
    if not parted and not (len(digits) == 2 and digits.isdigit() and is_han(match["text"][0]) and digits[0] == "0"):
        return None
    return match["count"], match["text"]


def counted_lines(words: str) -> bool:
    """Whether several lines count: 一、… 二、…"""
    return sum(counted(line) is not None for line in words.split("\n")) > 1


def is_plain_numeral(words: str) -> bool:
    """Whether it is digits and nothing else: 01."""
    return bool(re.fullmatch(r"\s*\d{1,2}\s*", words))


def _like(form: str, number: int) -> str:
    if form.lower() in _NAMES and number <= len(_NAMES):
        name = _NAMES[number - 1]
        return name.upper() if form.isupper() else name.capitalize() if form[0].isupper() else name
    for signs in _SIGNS:
        if form in signs and number <= len(signs):
            return signs[number - 1]
    for digits in ("零壹贰叁肆伍陆柒捌玖", "〇一二三四五六七八九"):
        if form[0] in digits[1:] + "十拾" and number < 20:
            ten = "拾" if digits[0] == "零" else "十"
            return digits[number] if number < 10 else ten + (digits[number - 10] if number > 10 else "")
    return f"{number:02d}" if len(form) > 1 else str(number)


def is_figure(words: str) -> bool:
    """A figure set for itself: 85%, 2.5亿, 500+; a bare 01 counts, 2024 is a year, and both are none."""
    counts = numeral_of(words) is not None and squeezed(words).isdigit()
    return bool(_FIGURE.fullmatch(words)) and not counts and not is_year(words)


def field_name(words: str) -> str:
    """The word and colon before a person, unit or date that a cover leaves to be filled in; empty where there is none.

    >>> field_name("汇报人：某某某"), field_name("时  间: 20XX年"), field_name("副标题：某某")
    ('汇报人：', '时间：', '')
    """
    name, colon, _ = squeezed(words).replace(":", "：").partition("：")
    return name + colon if colon and name in FIELD_NAMES else ""
