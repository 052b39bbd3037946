"""Markdown signs in text that is no Markdown file: `## 一、基本情况`, `**重点**`, bullets, rules.

Language models and note-taking programs leave them in .txt and .docx files. Only what cannot be meant otherwise counts;
a whole Markdown file is read by `markdown`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.model import BlockKind, Noise, NoiseKind, Span
from generator.reading.forms import Form

# "## 一、基本情况", and without the space where Chinese follows: "##一、基本情况". Not: "#1 机组", "#话题#".
_HEADING = re.compile(r"[ \t\u3000]{0,4}(?P<marks>#{1,6})(?:[ \t\u3000]+(?=[^\s#])|(?=[\u4e00-\u9fff“《（][^#\n]*$))")
# "- 抓学习", "* 抓学习", "• 抓学习". Not: "--2014年…会议上", "-5℃", "*镇".
_BULLET = re.compile(
    r"[ \t\u3000]{0,12}(?P<bullet>[-*•●▪◦◆■◼➢➤✓✔√·\uf000-\uf0ff](?:[ \t\u3000]+(?=\S)|(?<![-*])(?=[^\s•●▪◦◆■·])))"
)
# A line of nothing but a rule: ---, ***, ______, ══════. Not …………, which stands for words.
_RULE = re.compile(r"[ \t\u3000]*(?:[-*_=~＝﹏＿＊─━═—－#|+.·:]|- ){3,}[ \t\u3000]*$")
_QUOTE = re.compile(r"[ \t]{0,3}(?P<signs>>(?:[ \t]*>)*)(?=[ \t]|[^\s>])")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$")
_PIPE = re.compile(r"\|")
# A heading with its space makes the whole text one that somebody wrote in Markdown.
_SURE_HEADING = re.compile(r"^[ \t]{0,3}#{1,6} +[^\s#]", re.MULTILINE)
_CODE = re.compile(r"(?P<open>`{1,3})[^`\n]+(?P<close>`{1,3})")
_STARS = re.compile(r"(?<!\*)\*\*(?!\*)")
# Stars that stand for a place or an amount: **镇…，**村… is two blanks and no emphasis.
_BLANKED = re.compile(r"[省市县区州镇乡村组]|街道|社区|公司|同志|书记|[百千]?万|亿|[元个名户人家项年月日%％]")


def light_markup(lines: Iterable[Span], text: str) -> tuple[list[Noise], dict[int, Form]]:
    """The signs of Markdown in `text` as MARKUP noise, and the forms of the lines (by index) that they make."""
    noise: list[Noise] = []
    forms: dict[int, Form] = {}

    def drop(start: int, end: int) -> None:
        noise.append(Noise(Span(start, end), NoiseKind.MARKUP))

    lines = list(lines)
    table = _table_rows(lines, text)
    is_markdown = bool(_SURE_HEADING.search(text))
    for index, line in enumerate(lines):
        words = line.of(text)
        if not words or words.isspace():
            continue
        if _RULE.match(words) or (index in table and _TABLE_RULE.match(words)):
            drop(line.start, line.end)
            continue
        if index in table:
            forms[index] = Form(BlockKind.TABLE_ROW)
            for pipe in _PIPE.finditer(words):
                drop(line.start + pipe.start(), line.start + pipe.end())
        if heading := _HEADING.match(words):
            forms[index] = Form(BlockKind.HEADING, len(heading["marks"]))
            drop(line.start + heading.start("marks"), line.start + heading.end("marks"))
            closing = _closing_marks(words)
            if closing.start >= heading.end():
                drop(line.start + closing.start, line.start + closing.end)
        elif is_markdown and (quote := _QUOTE.match(words)):
            drop(line.start + quote.start("signs"), line.start + quote.end("signs"))
        elif bullet := _BULLET.match(words):
            forms[index] = Form(BlockKind.LIST_ITEM)
            drop(line.start + bullet.start("bullet"), line.start + bullet.start("bullet") + 1)
        for mark in emphasis_marks(words):
            drop(line.start + mark.start, line.start + mark.end)
        if is_markdown and "`" in words:
            for code in _CODE.finditer(words):
                drop(line.start + code.start("open"), line.start + code.end("open"))
                drop(line.start + code.start("close"), line.start + code.end("close"))
    return noise, forms


def _closing_marks(words: str) -> Span:
    """The #s that close a heading (## 一、做法 ##): behind a space, at the end of the line; empty without them."""
    end = len(words.rstrip())
    start = len(words[:end].rstrip("#"))
    return Span(start, end) if start and words[start - 1].isspace() else Span(end, end)


def _table_rows(lines: list[Span], text: str) -> set[int]:
    """The lines of Markdown tables: those with pipes around a rule | --- | --- |."""
    rows: set[int] = set()
    if "|" not in text:
        return rows
    for index, line in enumerate(lines):
        if index and "|" in line.of(text) and _TABLE_RULE.match(line.of(text)) and "|" in lines[index - 1].of(text):
            rows.update((index - 1, index))
            below = index + 1
            while below < len(lines) and "|" in lines[below].of(text):
                rows.add(below)
                below += 1
    return rows


def emphasis_marks(words: str) -> list[Span]:
    """The ** of every `**…**` in a line, paired from the left; blanks like **镇 are none.

    >>> len(emphasis_marks("**重点**：抓落实")), emphasis_marks("**镇的领导和**村的群众")
    (2, [])
    """
    stars = [star.start() for star in _STARS.finditer(words)]
    marks = []
    i = 0
    while i + 1 < len(stars):
        start, end = stars[i] + 2, stars[i + 1]
        inside = words[start:end]
        holds = bool(inside.strip("* ")) and not inside[0].isspace() and not inside[-1].isspace()
        blanked = _BLANKED.match(words, start) and _BLANKED.match(words, end + 2)
        if holds and not blanked:
            marks += [Span(start - 2, start), Span(end, end + 2)]
            i += 2
        else:
            i += 1
    return marks
