"""The front matter: what stands before the first spoken sentence, and the signature behind the last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import BlockKind, Span
from generator.outlining.draft import Paragraph
from generator.outlining.markers import marker_at

_SALUTATION = re.compile(r"(?P<names>[^。；：:！!]{2,78})[：:！!]")
_ADDRESSED = re.compile(
    r"各位|尊敬的|敬爱的|亲爱的|们$|领导|代表|委员|来宾|嘉宾|朋友|同志|老师|同学|同仁|同事|评委|家长|女士|先生|职工|员工|专家|战友|乡亲|全体"
)
_SPEAKING = re.compile(r"我|你|大家好|现在|下面|今天|汇报|要求|希望")
_LONGEST_NAME_OF_AUDIENCE = 28
"""Characters between two commas of a salutation: what is longer says something."""
_BARE_SALUTATION = re.compile(
    r"(?:(?:尊敬的|亲爱的|敬爱的)?(?:各位|全体)?(?:领导|同志|同志们|代表|委员|老师|同学|同仁|同事|来宾|嘉宾|朋友|评委|家长|女士们|先生们|乡亲|职工|员工)们?[、，,\s]{0,3}){1,6}[，,。]?"
)
_SUBTITLE = re.compile(r"(?:—|─|－|-|――){1,4}")
_YEAR = r"(?:[12]\d{3}|[二一][〇零○ＯO0一二三四五六七八九]{3})"
_DATE = re.compile(
    rf"[（(]?\s*{_YEAR}\s*年\s*[\d一二三四五六七八九十]{{1,3}}\s*月[^。，]{{0,30}}|[（(][^）)]*(?:\d{{1,2}}月|\d年)[^）)]*[）)]$"
)
_FULL_DATE = re.compile(rf"{_YEAR}年\s*[\d一二三四五六七八九十]{{1,3}}月\s*[\d一二三四五六七八九十]{{1,3}}日")
_SOURCE = re.compile(
    r"(?:来源|时间|日期|发布|作者|编辑|责任编辑|字号|浏览|点击|阅读|发布时间|信息来源)[：:]|现摘录|（?转载"
)
_OFFICE = re.compile(
    r"(?:主席|书记|省长|市长|县长|区长|镇长|乡长|州长|旗长|总理|局长|校长|院长|主任|部长|厅长|处长|科长|所长|董事长|总经理|经理|支书|委员|站长|厂长|会长|秘书长|队长|教授|老师|汇报人|述职人|发言人|报告人|演讲人|讲话人|姓名)[^，。]{0,12}$"
)
_UNIT = re.compile(
    r"[^，。：“]{2,20}(?:镇|乡|街道|县|区|市|局|委|委员会|公司|集团|学校|中学|小学|大学|学院|村|社区|支部|政府|办公室|中心|医院|厂|部|处|所|站|协会|联合会)"
)
_NAME = re.compile(r"[一-鿿]{1,4}(?:[\s　]{1,6}[一-鿿]{1,3}){0,2}")
_TITLE_WORD = re.compile(
    r"(?:讲话|发言|报告|致辞|总结|汇报|述职|演讲|讲稿|材料|意见|计划|要点|说明|主持词|体会|交流|经验|辞)$"
)
_SUBTITLE_END = re.compile(r"(?:上|讲话|发言|报告|材料|讲稿|致辞|汇报|演讲|总结|体会)[）)]?$")
_FRONT_AT_MOST = 25
"""Paragraphs among which the salutation is looked for: longer fronts are page chrome."""
_LONGEST_TITLE = 60


@dataclass(frozen=True, slots=True)
class Front:
    """The front matter. `end` is where the first section begins."""

    end: int
    title: tuple[Span, ...] = ()
    subtitle: Span | None = None
    byline: Span | None = None
    date_line: Span | None = None
    salutation: Span | None = None


def read_front(paragraphs: Sequence[Paragraph]) -> Front:
    """Title, subtitle, byline, date line and salutation."""
    if not paragraphs:
        return Front(0)
    salutation_at, salutation = _find_salutation(paragraphs)
    lines = _front_lines(paragraphs, salutation_at)
    kinds = [_kind(paragraphs, i, bool(salutation)) for i in range(lines)]
    title = _title(paragraphs, kinds)
    if salutation:
        rest = paragraphs[salutation_at].after(salutation.end)
        end = rest.span.start if len(rest.span) else _start_of(paragraphs, salutation_at + 1)
    else:
        end = _start_of(paragraphs, lines)
    return Front(
        end,
        title,
        _subtitle(paragraphs, kinds),
        _first(paragraphs, kinds, "byline"),
        _first(paragraphs, kinds, "date"),
        salutation,
    )


def _start_of(paragraphs: Sequence[Paragraph], index: int) -> int:
    return paragraphs[index].span.start if index < len(paragraphs) else paragraphs[-1].span.end


def _find_salutation(paragraphs: Sequence[Paragraph]) -> tuple[int, Span | None]:
    for index, paragraph in enumerate(paragraphs[:_FRONT_AT_MOST]):
        if index and marker_at(paragraph.text, 0) and paragraph.text[0] in "一（(1":
            break
        length = _salutation_length(paragraph.text)
        if length:
            return index, Span(paragraph.span.start, paragraph.span.start + length)
        bare = _BARE_SALUTATION.fullmatch(paragraph.text)
        if bare and index:
            return index, paragraph.span
        if len(paragraph.text) > 150 and index > 1:
            break
    return 0, None


def _salutation_length(text: str) -> int:
    """How many characters a salutation at the head of `text` takes, 0 where there is none.

    各位领导，同志们： is one; 各位领导，下面我汇报三点： is not, since 下面我汇报三点 names nobody.
    """
    match = _SALUTATION.match(text)
    if not match:
        return 0
    parts = [part for part in re.split("，", match["names"]) if part.strip()]
    named = all(_ADDRESSED.search(part.strip()) and len(part) <= _LONGEST_NAME_OF_AUDIENCE for part in parts)
    return match.end() if parts and named and not _SPEAKING.search(match["names"]) else 0


def _front_lines(paragraphs: Sequence[Paragraph], salutation_at: int) -> int:
    """How many paragraphs stand before the first spoken one."""
    if salutation_at:
        return salutation_at
    count = 0
    for index, paragraph in enumerate(paragraphs[:_FRONT_AT_MOST]):
        text = paragraph.text.strip()
        if _salutation_length(text):
            break
        styled = paragraph.kind is BlockKind.HEADING and paragraph.level == 1
        if marker_at(text, 0) and not _SUBTITLE.match(text):
            break
        if paragraph.kind is BlockKind.HEADING and not styled:
            break
        if len(text) > _LONGEST_TITLE + 20 or text.endswith(("。", "；", "！")):
            break
        if index and not (
            styled
            or _DATE.match(text)
            or _SUBTITLE.match(text)
            or _SOURCE.match(text)
            or _is_byline(text)
            or _title_goes_on(paragraphs, index)
        ):
            break
        count = index + 1
    if count == len(paragraphs) and count > 1:
        return 1
    return count


def _title_goes_on(paragraphs: Sequence[Paragraph], index: int) -> bool:
    text = paragraphs[index].text.strip()
    before = paragraphs[index - 1].text.strip()
    return len(text) <= 40 and (bool(_TITLE_WORD.search(text)) and not _TITLE_WORD.search(before))


def _is_byline(text: str) -> bool:
    if len(text) > 36 or "，" in text or text.endswith("："):
        return False
    if _UNIT.fullmatch(text) or _OFFICE.search(text):
        return True
    return len(text) <= 12 and bool(_NAME.fullmatch(text)) and len(re.sub(r"\s", "", text)) <= 4


def _kind(paragraphs: Sequence[Paragraph], index: int, saluted: bool) -> str:
    text = paragraphs[index].text.strip()
    if _SUBTITLE.match(text):
        return "subtitle"
    if _SOURCE.match(text):
        return "chrome"
    if _DATE.match(text) and not _TITLE_WORD.search(text.rstrip("）)")) and (len(text) < 40):
        return "date"
    if text.startswith("（") and text.endswith("）"):
        return "chrome"
    if index and len(text) < 45 and _FULL_DATE.search(text) and not _TITLE_WORD.search(text):
        return "date"
    if index and _is_byline(text):
        return "byline"
    if len(text) > _LONGEST_TITLE or len(re.sub(r"\s", "", text)) < 2 or text.endswith(("。", "！", "：")):
        return "chrome"
    return "title" if saluted or index == 0 or _title_goes_on(paragraphs, index) or index <= 2 else "chrome"


def _title(paragraphs: Sequence[Paragraph], kinds: list[str]) -> tuple[Span, ...]:
    """The lines of the title: the last run of title lines before the subtitle, byline or date."""
    runs: list[list[int]] = []
    for index, kind in enumerate(kinds):
        if kind != "title":
            continue
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    after = next((i for i, kind in enumerate(kinds) if kind in ("subtitle", "byline", "date")), len(kinds))
    runs = [run for run in runs if run[0] < after] or runs[:1]
    if not runs:
        return (paragraphs[0].span,) if kinds and kinds[0] not in ("chrome", "date") else ()
    lines = runs[-1]
    if len(lines) > 2:
        lines = lines[-2:]
    if len(lines) == 2:
        upper, lower = (re.sub(r"\s", "", paragraphs[i].text) for i in lines)
        # Given twice, or complete in the second line: the last one stands.
        if lower in upper or _TITLE_WORD.search(upper):
            lines = [lines[0]] if upper != lower and lower in upper else [lines[1]]
    return tuple(paragraphs[i].span for i in lines)


def _subtitle(paragraphs: Sequence[Paragraph], kinds: list[str]) -> Span | None:
    """The subtitle, with its second line where it breaks: ——…在青禾县第十届⏎人民代表大会第二次会议上"""
    at = next((i for i, kind in enumerate(kinds) if kind == "subtitle"), None)
    if at is None:
        return None
    span = paragraphs[at].span
    following = paragraphs[at + 1].text.strip() if at + 1 < len(kinds) else ""
    if not _SUBTITLE_END.search(paragraphs[at].text.strip()) and _SUBTITLE_END.search(following):
        return Span(span.start, paragraphs[at + 1].span.end)
    return span


def _first(paragraphs: Sequence[Paragraph], kinds: list[str], kind: str) -> Span | None:
    return next((paragraphs[i].span for i, k in enumerate(kinds) if k == kind), None)


_SIGNING = re.compile(r"(?:述职|汇报|发言|报告|讲话|演讲|承诺|落款)(?:人|者|单位)[：:]")
_SIGNATURE_DATE = re.compile(
    r"(?:[12]\d{3}|二[〇零○ＯO][〇零○ＯO一二三四五六七八九]{2})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月(?:\s*[\d一二三四五六七八九十]{1,3}\s*日)?"
)


def read_signature(paragraphs: Sequence[Paragraph], front_end: int) -> Span | None:
    """The 落款: short last lines that hold a date or a name."""
    lines = []
    for paragraph in reversed(paragraphs):
        text = paragraph.text.strip()
        marked = paragraph.kind is not BlockKind.PARAGRAPH or marker_at(text, 0)
        text = _SIGNING.sub("", text)
        if paragraph.span.start < front_end or len(text) > 30 or marked or re.search(r"[。！？；：，]", text):
            break
        lines.append(paragraph)
        if len(lines) == 3:
            break
    if not any(
        _SIGNING.match(p.text.strip()) or _SIGNATURE_DATE.fullmatch(p.text.strip()) or _OFFICE.search(p.text.strip())
        for p in lines
    ):
        return None
    return Span(lines[-1].span.start, lines[0].span.end)
