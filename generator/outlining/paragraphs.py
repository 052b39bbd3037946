"""From the blocks of the source to the paragraphs of the speaker: what a page broke apart is joined again."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from statistics import median

from generator.model import Block, BlockKind, Manuscript, Span
from generator.outlining.draft import Paragraph

_HALF_MARKER = re.compile(r"[（(]\s*[一二三四五六七八九十\d]{0,3}\s*")
"""（ on a line of its own, 三）… on the next."""

_LONE_MARKER = re.compile(
    r"(?:[（(]?[一二三四五六七八九十]{1,3}[）)、．.]|[（(]?\d{1,2}[）)、．.]|第[一二三四五六七八九十]{1,3}[，、])\s*"
)
"""（一） on a line of its own, its heading on the next."""

_GOES_ON = re.compile(r"[，、。；：！？）》”’%％]|是[：，]")
"""No paragraph begins so: 主要目标⏎是：地区生产总值…"""

_OPEN_END = re.compile(r"[，、（《“：；]$")
_SYMBOL = re.compile(r"[A-Za-z0-9.\s]{1,8}")
"""PM⏎2.5⏎浓度: an index that a page set apart."""

_FULL_WIDTH = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）"}
_HALF_WIDTH = re.compile(r"(?<=[\u4e00-\u9fff”》）])[,;:!?()]|[,;:!?()](?=[\u4e00-\u9fff“《（])")
"""Half-width marks between Chinese characters: 各位代表: means 各位代表：, while 1,200 and 2.5:1 stay as they are."""
_LINED_LENGTH = 50
"""Characters: the median length of lines from which they are paragraphs."""
_FEWEST_LINED = 20
"""Lines. Fewer short paragraphs are a style."""
_MOSTLY = 0.7
"""Share of the lines that are one sentence or less."""
_LINE_MARKS = ("。", "！", "？", "；", "，", "、")


@dataclass(frozen=True, slots=True)
class Speech:
    """The text as it is read here: `flow` is `Manuscript.words` with the line ends inside a paragraph as spaces and
    half-width marks made full-width, every character at its own offset.

    `lined` says that the source gives each sentence a line of its own, so that a short line is no sign of a heading.
    """

    flow: str
    paragraphs: tuple[Paragraph, ...]
    lined: bool


def read_paragraphs(manuscript: Manuscript) -> Speech:
    """The paragraphs of `manuscript`, split markers and broken sentences joined."""
    words = _HALF_WIDTH.sub(lambda match: _FULL_WIDTH[match[0]], manuscript.words)
    blocks = manuscript.blocks
    lined = _is_lined([block.span.of(words) for block in blocks])
    groups: list[list[Block]] = []
    for block in blocks:
        if groups and _belongs_before(groups[-1], block, words, lined):
            groups[-1].append(block)
        else:
            groups.append([block])
    flow = list(words)
    for group in groups:
        for left, right in itertools.pairwise(group):
            for at in range(left.span.end, right.span.start):
                if flow[at] == "\n":
                    flow[at] = " "
    text = "".join(flow)
    found = []
    for group in groups:
        span = Span(group[0].span.start, group[-1].span.end)
        kind = group[0].kind
        prominent = all(block.prominent for block in group)
        found.append(Paragraph(span, span.of(text), kind, group[0].level, prominent))
    return Speech(text, tuple(found), lined)


def _belongs_before(group: list[Block], block: Block, words: str, lined: bool) -> bool:
    last = group[-1]
    if block.kind is not BlockKind.PARAGRAPH or last.kind is not BlockKind.PARAGRAPH:
        return False
    before = last.span.of(words)
    here = block.span.of(words)
    if len(group) == 1 and (_HALF_MARKER.fullmatch(before) or _LONE_MARKER.fullmatch(before)):
        return True
    if _GOES_ON.match(here):
        return True
    if _SYMBOL.fullmatch(here) and here.strip() and not before.endswith(("。", "！", "？", "：")):
        return len(before) > len(_strip_marks(before)) or len(before) > 30
    if len(group) > 1 and _SYMBOL.fullmatch(before) and not here.startswith("第"):
        return True
    return lined and bool(_OPEN_END.search(before)) and not before.endswith(("：", ":")) and len(before) > 4


def _is_lined(lines: list[str]) -> bool:
    """Whether the source gives each sentence its own line. Lines without an end mark are headings and tell nothing."""
    ended = [line for line in lines if line.endswith(_LINE_MARKS)]
    if len(ended) < max(_FEWEST_LINED, len(lines) / 2) or median(map(len, ended)) >= _LINED_LENGTH:
        return False
    single = sum(1 for line in ended if not re.search("[。！？].", line))
    return single >= _MOSTLY * len(ended)


def _strip_marks(text: str) -> str:
    return text.rstrip("，、；")
