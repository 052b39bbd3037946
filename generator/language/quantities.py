"""Every number of a text with its unit, as it is written, before anybody asks what it means.

The reading is lexical: it looks at no more than the characters that touch the number, so a sentence and a piece cut
out of it at word borders give the same numbers. What a number means in its sentence (datum, slogan, threshold) is
decided by the room `figures`; the check of a finished deck compares its numbers with those of the manuscript.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from generator.language.numerals import chinese_number
from generator.language.units import alternation, unit_table
from generator.model import Span


class NumberKind(StrEnum):
    """What a number is by its form alone. The first seven carry a unit or are worth comparing."""

    QUANTITY = "quantity"
    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"
    RATIO = "ratio"
    MULTIPLE = "multiple"
    DURATION = "duration"
    DATE = "date"  # 2023年, 9月底, 14:30
    ORDINAL = "ordinal"  # 第二批, 前100名, 18号线
    PLAIN = "plain"  # 985, PM2.5: digits without a unit


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written. `span` covers qualifiers and unit, `number` the digits alone.

    `value` and `unit` as written (900, 万元), `base_value` and `base_unit` with 万 and 亿 multiplied out (9000000, 元);
    of a range `value` is the lower end and `upper` the higher one. `chinese`: written 三, not 3. `factor` is the 2 of
    2×35万千瓦, which multiplies nothing.
    """

    span: Span
    text: str
    number: Span
    value: Decimal
    unit: str
    base_value: Decimal
    base_unit: str
    kind: NumberKind
    qualifier: str | None = None
    upper: Decimal | None = None
    chinese: bool = False
    factor: Decimal | None = None


_FULL_WIDTH = str.maketrans("０１２３４５６７８９．％＋", "0123456789.%+")

_BEFORE = (
    r"大约|(?<![节制签契合条预违特邀履])约|将近|接近|(?<![最附临靠接将远邻就])近|超过|(?<![赶反高])超|(?<!豪)逾|突破|不低于|不少于|不多于"
    r"|不超过|不高于|不足|不到|至少|最多|至多|最少|(?<!最)高达|多达|力争"
)
_AFTER = r"左右|上下|以上|以内|以下|之多|有余|多(?![轮样元次种个项家层党边少久方])|余(?![个人年名户])|\+(?!\d)"
_MAGNITUDES = {
    "万亿": Decimal(10) ** 12,
    "千亿": Decimal(10) ** 11,
    "百亿": Decimal(10) ** 10,
    "十亿": Decimal(10) ** 9,
    "亿": Decimal(10) ** 8,
    "千万": Decimal(10) ** 7,
    "百万": Decimal(10) ** 6,
    "十万": Decimal(10) ** 5,
    "万": Decimal(10) ** 4,
    "千": Decimal(10) ** 3,
    "百": Decimal(10) ** 2,
}
_ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_NUMERALS = "一二三四五六七八九十百千万亿两零〇"
_CHINESE = rf"(?<![{_NUMERALS}])[{_NUMERALS}]{{1,16}}(?:点[一二三四五六七八九零〇]{{1,6}})?"
_DASH = r"——|[-－–—~～]"

_DATES = (
    r"(?:19|20)\d{2}[-./](?:1[0-2]|0?\d)[-./](?:[12]\d|3[01]|0?\d)(?!\d)"
    r"|(?:19|20)\d{2}(?:年|学年)?(?:[-－–—~～至到、和]+(?:19|20)?\d{2,4}年?){0,12}(?:年度|学年度?|年代|年底|年初|年末|年|届|级(?=[学新毕本]))"
    r"(?:上半年|下半年|(?:\d{1,2}[-－–—~～至、])*\d{1,2}月(?:份|底|初|末|中旬|上旬|下旬)?(?:(?:\d{1,2}[-－–—~～至、])*\d{1,2}[日号])?)?"
    r"|(?<![\d.])\d{1,2}(?:月)?[-－–—~～至、]\d{1,2}月(?:份|底|初|末|间|中旬|上旬|下旬)?(?:\d{1,2}[日号])?"
    r"|(?<![\d.])\d{1,2}月(?:\d{1,2}(?:[-－–—~～至、]\d{1,2})*[日号](?:[至到](?:\d{1,2}月)?\d{1,2}[日号])?|份|底|初|末|间|中旬|上旬|下旬|(?!\d))"
    r"(?:上午|下午|晚|凌晨|中午)?(?:\d{1,2}(?:[:：]\d{2}|[点时](?:\d{1,2}分|半)?))?"
    r"|(?<![\d.])\d{1,2}日(?!均|元|间照)(?:上午|下午|晚)?"
    r"|(?<![\d.:：])(?:[01]?\d|2[0-3])[:：][0-5]\d(?![\d.:：])"
    r"|(?<![\d.])\d{1,2}世纪(?:\d{2}年代)?"
    r"|(?<![\d.亿万千百])[0-9]{2}(?:后(?=[^0-9])|年代)"
    r"|(?<![\d.])\d{1,2}时(?:\d{1,2}分)?(?!代|间|速)"
    r"|(?<![\d.亿万千百十多余])0\d年"
    r"|二[〇○零][一二三四五六七八九〇○零]{2}年"
    r"|[一二三四五六七八九十]{1,2}月(?:份|底|初|末|[一二三四五六七八九十]{1,3}日)"
)
_ORDINALS = (
    r"第(?:\d+(?:[、至\-—～]\d+){0,12}|[一二三四五六七八九十百千零]+(?:[、至][一二三四五六七八九十]+)*)"
    r"(?:位|名|届|次|批|期|轮|个|条|项|款|章|节|号|季度|产业|方阵|一)?"
    r"|[一二三]次(?=产业)"
    r"|前[二三四五六七八九十百]{1,3}(?:名|位|强|列)|[前后]\d+(?:名|位|强|%)(?![\d.])|前\d+(?![\d.])"
    r"|(?<![\d.])\d+(?:[、]\d+){0,8}号(?:线|楼|院|文|令|机)?"
    r"|(?<![\d.])\d+强"
)


_LONGEST_NUMBER = 24
"""Characters. A longer run of digits is an account or a mistake, not a quantity."""
_BEHIND = 4
"""Characters before a span that the pattern may look back at."""
_ROW_JOINT = re.compile(r"、|和|及|与")


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    table = unit_table()
    unit = alternation(table.kinds)
    # 三元 is a name; 三百元 and 两万元 are amounts.
    unit_chinese = alternation(table.chinese) + r"|(?<=[十百千万亿余多])元"
    per = rf"(?:\/(?:{unit}|[一-鿿]{{1,2}}?)(?:[·・]?(?:年|月|日|天|人))?|·(?:年|月|日))*"
    magnitude = r"万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?![瓦米克卡伏])|百(?!分)"
    measure = (
        rf"(?P<middle>余|多|来)?(?:个(?=[万亿]))?(?P<magnitude>{magnitude})?(?P<inner>余|多)?"
        rf"(?:(?P<month>个[多余]月)|(?P<unit>{unit}){per})?"
    )
    return re.compile(
        rf"(?P<date>{_DATES})"
        rf"|(?P<ordinal>{_ORDINALS})"
        rf"|(?P<before>{_BEFORE})?(?:"
        rf"(?P<parts>百分|千分|万分|[二两三四五六七八九十]+分)之(?P<numerator>{_CHINESE}|{_ARABIC})"
        rf"|(?<![\d.A-Za-z])(?P<over>\d{{1,6}})\/(?P<under>\d{{1,6}})(?![\d/])"
        rf"|(?<![\d.])(?P<ratio>(?:{_ARABIC})(?:\s*[∶:：]\s*(?:{_ARABIC}))+)"
        r"|(?P<medal>(?<![\d.])\d+(?=[金银铜牌](?:\d+[金银铜牌])|(?<=[金银铜]\d)[金银铜](?![\d币])|(?<=[金银铜]\d\d)[金银铜](?![\d币]))[金银铜])"
        rf"|(?:(?P<factor>\d{{1,4}})[×xX*](?=\d))?(?<![\d.])(?P<arabic>(?:(?<=[一-鿿])[-－−](?=\d[\d.]*%))?(?:{_ARABIC}))"
        rf"(?:(?P<low_unit>%|‰|万亿|亿|万)?(?:{_DASH}|至(?!\d+年))(?P<upper>{_ARABIC})(?![\d.]))?{measure}"
        rf"|(?P<chinese>{_CHINESE})(?P<chinese_middle>余|多)?"
        rf"(?:(?P<chinese_month>个[多余]月)|(?P<chinese_magnitude>万亿|亿|万)?(?P<chinese_unit>{unit_chinese}))"
        r"|(?P<double>翻(?:了)?(?P<fold>[一两二三四五六七八九]|\d+)?番)"
        rf")(?P<after>{_AFTER})?"
    )


def quantities(text: str, span: Span | None = None) -> tuple[Quantity, ...]:
    """Every number of `text` inside `span`, in order.

    >>> [(q.text, str(q.value), q.unit, q.qualifier) for q in quantities("带动300余户，户均增收约2.6万元")]
    [('300余户', '300', '户', '余'), ('约2.6万元', '2.6', '万元', '约')]
    >>> [(q.text, q.kind.value) for q in quantities("2023年第二批")]
    [('2023年', 'date'), ('第二批', 'ordinal')]
    """
    return tuple(_read(text, Span(0, len(text)) if span is None else span))


def _read(text: str, span: Span) -> Iterator[Quantity]:
    base = max(span.start - _BEHIND, 0)
    window = text[base : span.end]
    waiting: list[Quantity] = []
    for match in _pattern().finditer(window.translate(_FULL_WIDTH), span.start - base):
        found = _Reading(window, match, base).quantity()
        if found is None or len(found.number) > _LONGEST_NUMBER:
            continue
        if waiting and not _ROW_JOINT.fullmatch(text, waiting[-1].span.end, found.span.start):
            yield from waiting
            waiting.clear()
        if found.kind is NumberKind.PLAIN and found.text == found.number.of(text):
            waiting.append(found)
            continue
        for before in waiting:
            yield _with_unit_of(before, found)
        waiting.clear()
        yield found
    yield from waiting


def _with_unit_of(before: Quantity, last: Quantity) -> Quantity:
    """分别提高20.9、36.2、54个百分点: a row of numbers says its unit once, behind the last."""
    if last.kind not in (NumberKind.POINTS, NumberKind.PERCENT) or not last.unit:
        return before
    return replace(before, unit=last.unit, base_unit=last.base_unit, kind=last.kind)


class _Reading:
    """One match of the pattern in a window of the text that begins at `base`, turned into a quantity."""

    def __init__(self, text: str, match: re.Match[str], base: int) -> None:
        self._text = text
        self._base = base
        self._match = match
        self._groups = match.groupdict()

    def quantity(self) -> Quantity | None:
        groups = self._groups
        if groups["date"] or groups["ordinal"]:
            kind = NumberKind.DATE if groups["date"] else NumberKind.ORDINAL
            return self._build(kind, self._match.span(), _first_number(self._match.group()), "")
        if groups["parts"]:
            return self._fraction_in_words()
        if groups["over"]:
            under = Decimal(groups["under"])
            if not under:
                return None
            share = _share(Decimal(groups["over"]), under)
            return self._build(NumberKind.PERCENT, self._joined("over", "under"), share, "")
        if groups["ratio"]:
            first = re.split(r"\s*[∶:：]\s*", groups["ratio"])[0]
            return self._build(NumberKind.RATIO, self._match.span("ratio"), _decimal(first), "")
        if groups["medal"]:
            start, end = self._match.span("medal")
            digits, color = groups["medal"][:-1], groups["medal"][-1]
            return self._build(NumberKind.QUANTITY, (start, end - 1), Decimal(digits), color)
        if groups["double"]:
            value = _numeral(groups["fold"] or "一")
            where = self._match.span("fold") if groups["fold"] else self._match.span("double")
            return self._build(NumberKind.MULTIPLE, where, value or Decimal(1), "番", chinese=True)
        return self._arabic() if groups["arabic"] else self._chinese()

    def _fraction_in_words(self) -> Quantity | None:
        above = _numeral(self._groups["numerator"])
        parts = self._groups["parts"][:-1]
        if above is None:
            return None
        unit = {"百": "%", "千": "‰", "万": "‱"}.get(parts)
        if unit:
            return self._build(NumberKind.PERCENT, self._match.span("numerator"), above, unit, chinese=True)
        under = chinese_number(parts)
        if not under:
            return None
        where = self._joined("parts", "numerator")
        return self._build(NumberKind.PERCENT, where, _share(above, under), "", chinese=True)

    def _arabic(self) -> Quantity | None:
        groups = self._groups
        magnitude, unit = groups["magnitude"] or "", self._unit_text("unit")
        if groups["month"]:
            unit = "个月"
        glued = self._match.start() > 0 and _is_latin(self._text[self._match.start() - 1])
        following = self._text[self._match.end() : self._match.end() + 1]
        named = (glued and not magnitude and unit not in ("元", "%")) or (not unit and _is_latin(following))
        if (not unit and not magnitude) or named:
            # PM2.5, C9, 6G: a name that has digits in it. 985 is no more than digits either.
            value = _decimal(groups["arabic"])
            return self._build(NumberKind.PLAIN, self._match.span("arabic"), value, "", glued=named)
        return self._build(
            _kind_of(groups["unit"] or groups["month"] or ""),
            self._match.span("arabic"),
            _decimal(groups["arabic"]),
            unit,
            magnitude=magnitude,
            middle=groups["middle"] or groups["inner"] or (groups["month"] or "  ")[1].strip(),
        )

    def _chinese(self) -> Quantity | None:
        groups = self._groups
        unit = "个月" if groups["chinese_month"] else groups["chinese_unit"] or ""
        magnitude = groups["chinese_magnitude"] or ""
        value = chinese_number(groups["chinese"])
        if value is None and groups["before"]:
            value = _MAGNITUDES.get(groups["chinese"])  # 近亿人次
        if value is None:
            return None
        middle = groups["chinese_middle"] or (groups["chinese_month"] or "  ")[1].strip()
        return self._build(
            _kind_of(unit), self._match.span("chinese"), value, unit, magnitude=magnitude, middle=middle, chinese=True
        )

    def _unit_text(self, group: str) -> str:
        """The unit with its denominator (微克/立方米), as written."""
        if not self._groups[group]:
            return ""
        start = self._match.start(group)
        end = self._match.start("after") if self._groups["after"] else self._match.end()
        return self._text[start:end].replace("％", "%")

    def _joined(self, first: str, last: str) -> tuple[int, int]:
        return self._match.start(first), self._match.end(last)

    def _build(
        self,
        kind: NumberKind,
        number: tuple[int, int],
        value: Decimal,
        unit: str,
        *,
        magnitude: str = "",
        middle: str = "",
        chinese: bool = False,
        glued: bool = False,
    ) -> Quantity:
        groups = self._groups
        qualifier = (groups["before"] or "") + middle + (groups["after"] or "")
        start, end = self._match.span() if kind is not NumberKind.PLAIN or not glued else number
        return Quantity(
            span=Span(self._base + start, self._base + end),
            text=self._text[start:end],
            number=Span(self._base + number[0], self._base + number[1]),
            value=value,
            unit=magnitude + unit,
            base_value=value * _MAGNITUDES.get(magnitude, Decimal(1)),
            base_unit=unit.replace("人民币", ""),
            kind=kind,
            qualifier=qualifier or None,
            upper=_decimal(groups["upper"]) if groups["upper"] else None,
            chinese=chinese,
            factor=Decimal(groups["factor"]) if groups["factor"] else None,
        )


def _share(part: Decimal, whole: Decimal) -> Decimal:
    """A fraction as a value; four decimals tell every fraction that is spoken from every other."""
    return (part / whole).quantize(Decimal("0.0001")).normalize()


def _kind_of(unit: str) -> NumberKind:
    return NumberKind(unit_table().kinds.get(unit, "quantity"))


def _decimal(digits: str) -> Decimal:
    return Decimal(re.sub(r"[－−]", "-", digits).replace(",", ""))


def _numeral(text: str) -> Decimal | None:
    return _decimal(text) if text[0].isdigit() else chinese_number(text)


def _first_number(text: str) -> Decimal:
    digits = re.search(r"\d+", text)
    if digits:
        return Decimal(digits.group())
    chinese = re.search(r"[一二三四五六七八九十百千零〇○]+", text)
    return (chinese_number(chinese.group()) if chinese else None) or Decimal(0)


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()
