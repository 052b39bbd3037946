"""The grammar of markers: which words at the head of a paragraph or a sentence count something off.

Each family has a rank where writing custom gives it one (一、 above （一） above 1. above （1） above ①, GB/T 9704);
families without a rank (一是, 第一，, 首先, ——) stand at any depth, and where they stand is read from the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.language import chinese_number
from generator.model import BlockKind, Span
from generator.outlining.draft import Paragraph

_NUMERAL = "[一二三四五六七八九十]{1,3}"
_GAP = r"[ \t　]*"


@dataclass(frozen=True, slots=True)
class Family:
    """One way of counting off. `pattern` matches at the marker; its group `n` is the number, `key` what repeats.

    `rank` is None where the family stands at any depth. `inline` says whether it also counts inside a paragraph.
    `example` and `counter` are held by a test.
    """

    name: str
    pattern: re.Pattern[str]
    rank: int | None
    example: str
    counter: str
    inline: bool = True


@dataclass(frozen=True, slots=True)
class Token:
    """A marker found: `key` is the series that it can belong to, `number` its place there (None: not counted).

    `paragraph` is the index of its paragraph, or -1 inside one.
    """

    family: Family
    key: str
    number: int | None
    marker: Span
    text_start: int
    paragraph: int = -1


FAMILIES: tuple[Family, ...] = (
    Family(
        "部分",
        re.compile(rf"第(?P<n>{_NUMERAL})(?:部分|章|篇|编)[：:、，,]?"),
        0,
        "第一部分 过去一年的工作",
        "第一时间到达现场",
        inline=False,
    ),
    Family(
        "一、",
        re.compile(rf"(?P<n>{_NUMERAL}){_GAP}(?:、|[．.]|[，,](?!{_NUMERAL}))(?!{_NUMERAL}[、，产次])"),
        1,
        "一、过去一年工作回顾",
        "一、二、三产业协调发展",
    ),
    Family(
        "（一）",
        re.compile(rf"(?:[（(]{_GAP}(?P<n>{_NUMERAL}){_GAP}[）)]|(?P<sign>[㈠-㈩]))[、．.，]?"),
        2,
        "（一）加快产业发展",
        "（一般贸易）出口增长",
    ),
    Family(
        "1.",
        re.compile(r"(?:(?P<n>\d{1,2}) ?(?:[．、]|\.(?!\d)|[）)])|(?P<sign>[⒈-⒛]))"),
        3,
        "1．目标体系。",
        "3.5万平方米",
    ),
    Family(
        "（1）",
        re.compile(r"(?:[（(] ?(?P<n>\d{1,2}) ?[）)]|(?P<sign>[⑴-⒇]))[、．.]?"),
        4,
        "（1）政策倾斜。",
        "（2008年）开工",
    ),
    Family("①", re.compile(r"(?P<n>[①-⑳])"), 5, "①建立台账。", "产量1.2吨"),
    Family(
        "第一，",
        re.compile(
            rf"第(?P<n>{_NUMERAL})(?P<key>[，、：]|(?:阶段|步|方面|[点个件条项类份堂种层句])[^，。：、；“是]{{0,6}}(?=[，：、是]))"
            r"[，,：:、]?(?:是)?"
        ),
        None,
        "第一，统一思想。",
        "第一产业稳步增长",
    ),
    Family(
        "首先",
        re.compile(r"(?P<n>首先|其次|再次|再者|最后(?!，?(?:祝|让|预祝|感谢|衷心|再次|谢|愿|恭)))[，、是要]?"),
        None,
        "首先，要统一思想。",
        "首创精神得到尊重",
    ),
    Family(
        "——",
        re.compile(r"(?P<n>)(?:—{1,2}|－{2}|-{2,}|─{1,2})(?![—\d])"),
        None,
        "——经济实力增强。",
        "—2018年3月7日",
        inline=False,
    ),
    Family("•", re.compile(r"(?P<n>)[•·●◆■▲★※➢✓]"), None, "●严把质量关", "3·15晚会", inline=False),
    Family(
        "方面",
        re.compile(r"(?P<n>)(?=[在从]?[^，。；：、]{2,12}方面[，：:。])(?!.{0,4}(?:一|另|各|多|等)方面)"),
        None,
        "在教育方面。全年投入…",
        "一方面，要抓紧整改",
        inline=False,
    ),
    Family(
        "一是",
        re.compile(
            rf"(?P<n>{_NUMERAL})(?P<key>[是要抓讲看强促建保推重学做有靠带严转破立聚守筑优提盯树把增创补稳扩兴用拓到为以在])"
        ),
        None,
        "一是补足了精神之钙。",
        "一年来，我们坚持…",
    ),
)

_LISTED = Family("列表项", re.compile("(?!)"), None, "", "", inline=False)
"""An item of a Markdown list, whose mark the source's own format has taken."""
_LONGEST_LINE = 60
"""Characters of a heading line without a marker."""
_SHORTEST_BELOW = 30
"""Characters of the paragraph under it."""
_NO_HEADING = re.compile(r"各位|同志|尊敬|[（(]|[\d/\-.年月日: ]+$|(?:来源|作者|编辑|时间|日期|主题词|抄送|附)")
_NAMES_A_PART = re.compile(
    r"(?:年|年度|以来|过去|今后|下一步|下一阶段|主要)[^，。]{0,8}(?:工作|任务|回顾|总结|安排|打算|计划|思路|建议|情况)$"
    r"|^[^，。]{0,6}(?:存在|面临)[^，。]{0,6}(?:问题|不足|困难|差距)[^，。]{0,4}$"
)
"""2023年主要工作, 存在的问题: lines that name a part of a report by its time or by its matter."""
_SIGNS = "①⑴⒈㈠"
"""The first of each run of numbered signs in Unicode."""
_ORDINAL_WORDS = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": 99}
_SENTENCE_HEAD = re.compile(r"(?:^|(?<=[。！？!?；;：:，,”]))[ \t　]*")


class Marked(NamedTuple):
    """A marker in a text: `end` is the offset behind it, `body` where the words after it begin."""

    family: Family
    key: str
    number: int | None
    end: int
    body: int


def marker_at(text: str, at: int) -> Marked | None:
    """The marker that stands at `at`, or None."""
    for family in FAMILIES:
        match = family.pattern.match(text, at)
        if match:
            end = match.end()
            while end < len(text) and text[end] in " \t　":
                end += 1
            if end >= len(text):
                return None
            groups = match.groupdict()
            suffix = groups.get("key") or ""
            return Marked(
                family,
                family.name + suffix.replace(",", "，"),
                _number(groups["n"] or groups.get("sign") or ""),
                match.end(),
                end,
            )
    return None


def _token(marked: Marked, offset: int, at: int, paragraph: int = -1) -> Token:
    marker = Span(offset + at, offset + marked.end)
    return Token(marked.family, marked.key, marked.number, marker, offset + marked.body, paragraph)


def _number(written: str) -> int | None:
    if not written:
        return None
    if written in _ORDINAL_WORDS:
        return _ORDINAL_WORDS[written]
    for first in _SIGNS:
        if first <= written <= chr(ord(first) + 19) and len(written) == 1:
            return ord(written) - ord(first) + 1
    if written.isdigit():
        return int(written)
    value = chinese_number(written)
    return int(value) if value is not None else None


def block_tokens(paragraphs: tuple[Paragraph, ...], first: int) -> list[Token]:
    """The markers at the head of the paragraphs from index `first` on, heading styles of the source included."""
    found = []
    for index in range(first, len(paragraphs)):
        paragraph = paragraphs[index]
        start = paragraph.span.start
        if paragraph.kind is BlockKind.TABLE_ROW:
            continue
        marked = marker_at(paragraph.text, 0)
        if paragraph.kind is BlockKind.HEADING and paragraph.level:
            style = Family(f"标题{paragraph.level}", re.compile("(?!)"), paragraph.level - 10, "", "", inline=False)
            end, body = (marked.end, marked.body) if marked else (0, 0)
            found.append(Token(style, style.name, None, Span(start, start + end), start + body, index))
        elif paragraph.kind is BlockKind.LIST_ITEM and not marked:
            found.append(Token(_LISTED, _LISTED.name, None, Span(start, start), start, index))
        elif marked:
            found.append(_token(marked, start, 0, index))
    counted = _in_series(_without_contents(paragraphs, found))
    return sorted([*counted, *_line_tokens(paragraphs, first, counted)], key=lambda token: token.paragraph)


def _without_contents(paragraphs: tuple[Paragraph, ...], tokens: list[Token]) -> list[Token]:
    """Drop the lines of a table of contents: headings in a row, each of which comes again with its text."""
    words = [re.sub(r"[\s….·\d]+$", "", paragraphs[token.paragraph].text) for token in tokens]
    again = {text: index for index, text in enumerate(words)}
    listed = [again[text] > index for index, text in enumerate(words)]
    in_a_row = [
        here
        and any(
            listed[i] and abs(tokens[i].paragraph - token.paragraph) == 1
            for i in (index - 1, index + 1)
            if 0 <= i < len(tokens)
        )
        for index, (token, here) in enumerate(zip(tokens, listed, strict=True))
    ]
    return [token for token, contents in zip(tokens, in_a_row, strict=True) if not contents]


def _line_tokens(paragraphs: tuple[Paragraph, ...], first: int, tokens: list[Token]) -> list[Token]:
    """Heading lines without a marker that stand above all series, as tokens of a rank of their own.

    They do where nothing of the speech is counted by 一、 or （一）, and where 一、 begins anew under each of them.
    """
    marked = {token.paragraph for token in tokens}
    free = [i for i in range(first, len(paragraphs) - 1) if i not in marked]
    lines = [i for i in free if is_heading_line(paragraphs, i)]
    ranks = [token.family.rank for token in tokens if token.family.rank is not None]
    top = min(ranks, default=9)
    if top > 2:
        # What a list within the text holds together (主要做法⏎1.…) is no part.
        chosen = lines if len(lines) > 1 else []
    else:
        starts = [token.paragraph for token in tokens if token.family.rank == top and token.number == 1]
        lines += [i for i in free if i + 1 in starts and _is_line(paragraphs[i])]
        above = {start: [i for i in sorted(lines) if start - 4 <= i < start] for start in starts}
        chosen = [under[-1] for under in above.values() if under] if len(starts) > 1 and all(above.values()) else []
        first_top = min(token.paragraph for token in tokens if token.family.rank == top)
        early = [i for i in lines if paragraphs[i].prominent and i < first_top]
        named = [i for i in free if _is_line(paragraphs[i]) and _NAMES_A_PART.search(paragraphs[i].text.strip())]
        if not chosen and len(named) > 1 and any(start - 4 <= named[0] < start for start in starts):
            # 2023年主要工作⏎一、…⏎二、…⏎2024年工作安排⏎…: lines that name parts stand above a series that only one has.
            chosen = named
        if not chosen and len(early) > 1:
            # Bold lines before the first heading style are parts as those under the style are.
            chosen, top = early, top + 1
    style = Family("标题行", re.compile("(?!)"), min(top, 3) - 1, "", "", inline=False)
    spans = [paragraphs[i].span for i in chosen]
    return [
        Token(style, style.name, None, Span(span.start, span.start), span.start, i)
        for i, span in zip(chosen, spans, strict=True)
    ]


def is_heading_line(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether a paragraph is a line without an end mark over a paragraph of text."""
    text, below = paragraphs[index].text.strip(), paragraphs[index + 1].text
    if paragraphs[index].prominent and 3 <= len(text) <= _LONGEST_LINE and not _NO_HEADING.match(text):
        return len(below) >= _SHORTEST_BELOW
    if not _is_line(paragraphs[index]):
        return False
    if below.rstrip().endswith("：") and index + 2 < len(paragraphs):
        # 2022年工作重点⏎全力抓好以下工作：⏎稳住经济大盘。…
        below += paragraphs[index + 2].text
    elif len(below) < _SHORTEST_BELOW and below.rstrip().endswith("。") and index + 2 < len(paragraphs):
        # 一年的工作⏎一年来，各级组织奋发有为。⏎引领更有力量。… : a short sentence opens what stands below the line.
        below += paragraphs[index + 2].text
    return len(below) >= max(_SHORTEST_BELOW, len(text)) and bool(re.search("[。；！]", below))


def _is_line(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    if paragraph.kind is not BlockKind.PARAGRAPH or not 3 <= len(text) <= _LONGEST_LINE:
        return False
    return text[-1] not in "。！？；：，、.!?;:," and "。" not in text and not _NO_HEADING.match(text)


def _in_series(tokens: list[Token]) -> list[Token]:
    """Drop what counts nothing off: a series needs a second item, and an item its first (二年级 is no 二…)."""
    kept = []
    for index, token in enumerate(tokens):
        if token.number is None:
            near = [t for t in tokens[max(0, index - 3) : index + 4] if t.key == token.key and t is not token]
            if near or token.family.rank is not None:
                kept.append(token)
        elif token.number == 1:
            if _follows(tokens, index):
                kept.append(token)
        elif any(t.key == token.key for t in kept) or (
            token.family.rank is not None and token.family.rank <= 2 and _follows(tokens, index)
        ):
            kept.append(token)
    return kept


def _follows(tokens: list[Token], index: int) -> bool:
    """Whether the series of the token at `index` goes on after it."""
    token = tokens[index]
    for later in tokens[index + 1 :]:
        if later.key == token.key:
            return later.number != 1 and (later.number or 0) > (token.number or 0)
        if later.family.rank is not None and token.family.rank is not None and later.family.rank < token.family.rank:
            return False
    return False


def inline_series(text: str, offset: int, accept: Callable[[list[Token]], bool]) -> list[Token]:
    """The first series of two or more markers that count off inside `text`, which stands at `offset`.

    Items that begin sentences are preferred to items that begin clauses: 一是…：一是…；二是…。二是… is two.
    `accept` may refuse a series (the search then goes on with the next 一).
    """
    tokens = list(_inline_tokens(text, offset))
    strong = {t.marker.start for t in tokens if _begins_sentence(text, t.marker.start - offset)}
    for at, token in enumerate(tokens):
        if token.number != 1:
            continue
        for allowed in (strong, {t.marker.start for t in tokens}):
            series = _chain(tokens[at:], allowed)
            if len(series) > 1 and accept(series):
                return series
    return []


def _inline_tokens(text: str, offset: int) -> Iterator[Token]:
    for head in _SENTENCE_HEAD.finditer(text):
        at = head.end()
        marked = marker_at(text, at)
        if marked and marked.family.inline and marked.number is not None:
            yield _token(marked, offset, at)


def _begins_sentence(text: str, at: int) -> bool:
    before = text[:at].rstrip()
    return not before or before[-1] in "。！？!?" or before[-2:] in ("。”", "！”")


def _chain(tokens: list[Token], allowed: set[int]) -> list[Token]:
    """The tokens that continue the first one, in order; after the first, only those that start at an allowed place."""
    series = [tokens[0]]
    for token in tokens[1:]:
        if token.key != tokens[0].key or token.marker.start not in allowed:
            continue
        last = series[-1].number or 0
        if token.number == last + 1 or (token.number == 99 and last > 1):
            series.append(token)
        elif token.number == 1:
            break
    return series
