"""Blanks that the author left to be filled (XX镇, ××同志, ＊＊万元, □□, 20XX年), and filling them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.model import Redaction, Span

# What a blank stands before, taken into its text: XX镇, XXX万元, XXXX领导. The negative look-aheads keep the first
# character of a longer word out: XX部署… is XX, not XX部.
_STANDS_BEFORE = (
    r"自治区|自治州|自治县|开发区|街道办|办事处|街道|社区|园区|省(?!力|心)|市(?!场|民|值)|县|区(?!别|分|域)|州|镇|乡(?!村振)|村(?!民)|旗(?!帜)"
    r"|政府|党委|党组|党支部|支部|工委|公司|集团|学校|大学|中学|小学|医院|银行|单位|部门|企业|项目|工程|基地|中心|局(?!面|部|势)|厅"
    r"|委(?!员|托|派)|部(?!署|分|门|队)|处(?!理|于|置|处)|站(?!在|位|稳)|所(?!有|以|在|谓|需|属)"
    r"|领导|同志|书记|主任|主席|局长|县长|区长|市长|镇长|乡长|省长|处长|科长|校长|院长|部长|董事长|总经理|经理|老师|教授|先生|女士"
    r"|年度|年(?!轻|均|龄)|月(?!均)|日(?!常|益|均|趋)"
    r"|亿元|万元|千元|元|万人次|人次|万人|人(?!民|才|员|口|均|大|们|社|力|心)|万户|户(?!均|籍)|万亩|亩(?!均)|公里|千米|平方米|万吨|吨"
    r"|个百分点|个(?!人|体|别)|名(?!称|牌|优)|家(?!庭|园|乡)|项(?!目)|件|次(?!序|要)|期(?!间|望)|场(?!所|景)|条(?!件|例)|份|台(?!账)|位(?!于|置|列)|届|倍"
    r"|%|％|亿|万|余"
)

# Single letters and crosses are blanks only right before these, and behind a border: 我×县, X年X月; not 2×35万千瓦,
# 数据要素×, X光, 维生素X.
_AFTER_SINGLE_PLACE = (
    r"省(?!力)|市(?!场)|县|区(?!别|域)|镇|乡|村(?!民)|局(?!面|部)|委(?!员)|政府|公司|集团|单位|部门|同志|书记"
)
_AFTER_SINGLE_TIME = r"年(?!轻)|月|日(?!常|益)"
_AFTER_SINGLE_NUMBER = (
    r"亿元|万元|元|个百分点|个(?!人|性|体)|万?人次|人(?!民|才|生|员|口|工|文)|名(?!称|牌)|家(?!庭|长|园)|项(?!目)|次(?!序)|户|件|亩|公里|吨"
    r"|场(?!所|景)|期(?!间)|届|批|条(?!件)|倍|[%％]"
)
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔"
    "钟谭陆汪范廖贾夏韦傅邹孟熊秦邱尹薛阎段雷侯陶黎贺顾毛郝龚邵钱严覃武戴莫孔汤"
)
_BORDER = r"(?:^|(?<=[\s，。、；：！？（）“”《》〔〕\[\]—在于是向对和与及由从自以为到我该各中共原任年月第达增超约近]))"

# Latin letters, digits and the marks of addresses and file names beside X belong to a word: XXL, MXX, xx@163.com,
# www.xx.cn, Roman XXIV. 20XX年 and 3XX万元 begin with digits.
_NO_LATIN_BEFORE = r"(?<![A-Za-z@./\\_&=])(?<![A-Za-z][ -])"
_NO_LATIN_AFTER = r"(?![A-Za-z@/\\_&=])(?![.\-:][A-WYZa-wyz0-9])"

_ASKING = r"请|此处|在此|具体|填写|填入|填|补充|插入|待定|待补充|待补|待填|您的|你的"
_NAMED = (
    r"单位名称|公司名称|部门名称|单位|公司|部门|姓名|名字|地名|地点|职务|职位|日期|年份|时间|数字|数据|金额|"
    r"数量|比例|内容|名称"
)

_BLANK = re.compile(
    # XX.X亿元, 12.XX%
    rf"(?P<decimal>{_NO_LATIN_BEFORE}(?<!\d)(?:\d{{1,4}}|[Xx]{{1,4}})\.[Xx]{{1,4}}{_NO_LATIN_AFTER})"
    # XX世纪 is a Roman numeral, the twentieth century.
    rf"|(?P<letters>{_NO_LATIN_BEFORE}(?<!\d)\d{{0,4}}[Xx]{{2,}}{_NO_LATIN_AFTER}(?!世纪))"
    r"|(?P<crosses>(?<!\d)\d{0,4}[×✕╳ＸｘХх]{2,})"
    # 202X年, 二〇二×年
    r"|(?P<year>(?:(?<!\d)\d{2,3}|(?<![〇零一二三四五六七八九])[〇零一二三四五六七八九]{2,3})[Xx×]{1,2}(?=年))"
    r"|(?P<stars>[*＊]{2,})"
    r"|(?P<boxes>[□▢◻]{2,})"
    # 〇〇镇, but 一〇〇 and 二○○八年 are numbers.
    r"|(?P<rings>(?<![\d〇○零一二三四五六七八九十百千])[〇○◯]{2,}(?![\d〇○零一二三四五六七八九十百千]))"
    r"|(?P<shapes>[△▲◇◆●■◎]{2,}(?=[\u4e00-\u9fff%％]))"
    r"|(?P<lines>[_＿]{2,})"
    # 某某镇; one 某 alone is a word (某些, 某单位), and 李某某 a person whom nobody means to name.
    rf"|(?P<certain>(?<![{_SURNAMES}])某{{2,}})"
    # Drafts with named blanks: [单位名称], 【具体数据】, （此处填写姓名）.
    # Not 【经济】, 【时间】5月3日, （见附件）, （单位）.
    rf"|(?P<asked>[【\[{{〔（(](?:{_ASKING}){{1,3}}(?:{_NAMED}){{0,2}}[】\]}}〕）)])"
    rf"|(?P<named>[\[{{](?:{_NAMED})\d{{0,2}}[\]}}]|【(?:单位名称|公司名称|部门名称|姓名|名字|地名)\d{{0,2}}】)"
    rf"|(?P<place>{_NO_LATIN_BEFORE}{_BORDER}[X×Ｘ＊*○](?={_AFTER_SINGLE_PLACE}))"
    rf"|(?P<time>{_NO_LATIN_BEFORE}(?<![\d〇零一二三四五六七八九])(?<![*＊])[XxＸ×*＊](?={_AFTER_SINGLE_TIME}))"
    rf"|(?P<number>{_NO_LATIN_BEFORE}(?<![\d”])[XＸ×](?={_AFTER_SINGLE_NUMBER}))",
    re.MULTILINE,
)
_SUFFIX = re.compile(_STANDS_BEFORE)


class _Blank(NamedTuple):
    """The signs alone (XX), and with the word that they stand before (XX镇)."""

    core: Span
    whole: Span


def find_redactions(text: str, taken: Iterable[Span] = ()) -> tuple[Redaction, ...]:
    """Every blank of `text` with the word that it stands before; none that touches a span of `taken` (sorted).

    >>> [r.text for r in find_redactions("XX镇的XXX个村收入XXX万元，买了XXL号")]
    ['XX镇', 'XXX个', 'XXX万元']
    """
    return tuple(Redaction(blank.whole, blank.whole.of(text)) for blank in _blanks(text, taken))


class Filled(NamedTuple):
    """A text with its blanks replaced: the keys that occur nowhere, and what was put where in the text before."""

    text: str
    unused: tuple[str, ...]
    replaced: tuple[tuple[Span, str], ...]


def fill_blanks(text: str, fills: Mapping[str, str], taken: Iterable[Span] = ()) -> Filled:
    """`text` with its blanks replaced.

    A key is a blank with or without words beside it (XX镇, XX, 张××). The longest key is used first; a key never
    matches a part of a blank (XX in XXX万元) nor words without a blank. Line ends in a value become spaces.

    >>> fill_blanks("XX镇有XXX个村", {"XX": "永昌", "XX县": "隆阳县"})[:2]
    ('永昌镇有XXX个村', ('XX县',))
    """
    cores = [blank.core for blank in _blanks(text, taken)]
    starts = [core.start for core in cores]
    free = [True] * len(cores)
    chosen: list[tuple[Span, str]] = []
    for key in sorted(filter(None, fills), key=lambda key: (-len(key), key)):
        at = text.find(key)
        while at >= 0:
            covered = range(bisect_left(starts, at), bisect_left(starts, at + len(key)))
            cut_in_front = covered.start > 0 and cores[covered.start - 1].end > at
            cut_behind = bool(covered) and cores[covered.stop - 1].end > at + len(key)
            if covered and not cut_in_front and not cut_behind and all(free[i] for i in covered):
                chosen.append((Span(at, at + len(key)), key))
                for i in covered:
                    free[i] = False
            at = text.find(key, at + 1)
    parts, at, replaced = [], 0, list[tuple[Span, str]]()
    for span, key in sorted(chosen):
        if span.start < at:
            continue  # two keys met in the words between two blanks: the first one has them
        words = " ".join(fills[key].splitlines())
        parts += [text[at : span.start], words]
        replaced.append((span, words))
        at = span.end
    parts.append(text[at:])
    used = {key for _, key in chosen}
    return Filled("".join(parts), tuple(key for key in fills if key not in used), tuple(replaced))


def _blanks(text: str, taken: Iterable[Span]) -> Iterator[_Blank]:
    holes = list(taken)
    at = 0
    for match in _BLANK.finditer(text):
        core = Span(*match.span())
        while at < len(holes) and holes[at].end <= core.start:
            at += 1
        if at < len(holes) and holes[at].overlaps(core):
            continue
        suffix = _SUFFIX.match(text, core.end)
        end = suffix.end() if suffix and not (at < len(holes) and holes[at].start < suffix.end()) else core.end
        yield _Blank(core, Span(core.start, end))
