"""What speaks for a layout in a role: its name, its type, its placeholders, and what the author's slides use it for.

Each piece is evidence and none is proof: a 标题和内容 may be empty, `ctrTitle` may stand on the content layout, `title`
and `secHead` may be swapped. What the placeholders cannot hold, no name can make up for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.model import LayoutRole
from generator.template.facts import LayoutFacts, SampleSlide, TemplateFacts
from generator.template.names import role_by_name
from generator.template.signature import Signature, middle

AGENDA_WORDS = re.compile(
    r"目\s*录|目\s*錄|议\s*程|提\s*纲|\bcontents?\b|\bagenda\b|\boutline\b|目次|inhalt|sommaire", re.IGNORECASE
)
THANKS_WORDS = re.compile(
    r"谢\s*谢|感\s*谢|致\s*谢|謝\s*謝|敬请\S{0,4}指[正导]|恳请\S{0,4}指[正导]|批评指正|thank|\bq\s*&\s*a\b|merci|danke|ご清聴|ありがとう",
    re.IGNORECASE,
)
DIVIDER_WORDS = re.compile(
    r"\bpart\b|\bchapter\b|第\s*[一二三四五六七八九十0-9]+\s*[部章篇节]|^0?[1-9]$", re.IGNORECASE
)
_FEW_WORDS = 40
"""Characters, spaces not counted. A slide with no more is no content slide."""
_FRAME_WORDS = 140
"""Characters of a first slide that is still a cover: title, subtitle, unit, speaker, date."""
_ROLE_NAMES = {
    LayoutRole.COVER: "封面",
    LayoutRole.AGENDA: "目录",
    LayoutRole.SECTION: "章节",
    LayoutRole.CONTENT: "要点",
    LayoutRole.TWO_CONTENT: "两栏",
    LayoutRole.THREE_CONTENT: "三栏",
    LayoutRole.CARDS: "卡片",
    LayoutRole.STEPS: "步骤",
    LayoutRole.TABLE: "表格",
    LayoutRole.CHART: "图表",
    LayoutRole.BIG_NUMBER: "大数字",
    LayoutRole.COMPARISON: "比较",
    LayoutRole.QUOTATION: "引用",
    LayoutRole.CLOSING: "结束",
}
_TYPES = {
    "title": LayoutRole.COVER,
    "secHead": LayoutRole.SECTION,
    "obj": LayoutRole.CONTENT,
    "tx": LayoutRole.CONTENT,
    "twoObj": LayoutRole.TWO_CONTENT,
    "twoColTx": LayoutRole.TWO_CONTENT,
    "txAndObj": LayoutRole.TWO_CONTENT,
    "objAndTx": LayoutRole.TWO_CONTENT,
    "twoTxTwoObj": LayoutRole.COMPARISON,
    "fourObj": LayoutRole.CARDS,
    "tbl": LayoutRole.TABLE,
    "chart": LayoutRole.CHART,
}
"""ECMA-376 part 1, 19.7.15 ST_SlideLayoutType: those that tell a role. `cust` and `blank` tell none."""


class Evidence(NamedTuple):
    """A piece of evidence: between 0 and 1, and in words."""

    weight: float
    words: str


class Judged(NamedTuple):
    """How far a layout can serve a role at all, and what speaks for it."""

    fitness: float
    evidence: tuple[Evidence, ...]


def role_name(role: LayoutRole) -> str:
    """What the user calls it."""
    return _ROLE_NAMES[role]


def judged(role: LayoutRole, layout: LayoutFacts, seen: Signature, facts: TemplateFacts) -> Judged:
    """Everything that speaks for and against a layout in a role."""
    fitness, sign = _SIGNATURES[role](layout, seen, facts)
    found = [sign] if sign.weight else []
    named = role_by_name(layout.name)
    is_shared = named is not None and facts.namesakes(layout) > 1
    if named and named.role is role:
        # Three layouts called 节标题: at most one of them is.
        weight = 0.35 if is_shared else 0.62 if named.whole else 0.5
        found.append(Evidence(weight, f"名称“{layout.name}”"))
    elif named and not is_shared:
        # The name speaks for another role, which may be a lie; 空白 or 图片与标题 seldom is one.
        fitness *= 0.55 if named.role else 0.4
    elif not named:
        group = next((n for name in layout.group_names if (n := role_by_name(name)) and n.role is role), None)
        if group:
            found.append(Evidence(0.45, f"母版名称含“{group.word}”"))
    typed = _TYPES.get(layout.kind or "")
    if typed is role:
        found.append(Evidence(0.4, f"版式类型 {layout.kind}"))
    elif typed and not (named and named.role is role):
        fitness *= 0.8
    found += _prompts(role, seen, layout)
    found += _uses(role, layout, seen, facts)
    return Judged(fitness, tuple(found))


def _prompts(role: LayoutRole, seen: Signature, layout: LayoutFacts) -> Iterator[Evidence]:
    """What the layout itself says: a title that prompts 目录, a 谢谢 that is drawn on it."""
    said = [seen.title.prompt] if seen.title else []
    said += layout.words
    pattern = {LayoutRole.AGENDA: AGENDA_WORDS, LayoutRole.CLOSING: THANKS_WORDS}.get(role)
    if pattern:
        word = next((match[0] for words in said if len(words) < _FEW_WORDS and (match := pattern.search(words))), None)
        if word:
            yield Evidence(0.6, f"版式上写着“{word}”")


def _uses(role: LayoutRole, layout: LayoutFacts, seen: Signature, facts: TemplateFacts) -> Iterator[Evidence]:
    uses = facts.uses(layout)
    numbers = [slide.number for slide in uses if _is_used_as(role, slide, facts)]
    if not numbers:
        yield from _master_used(role, layout, facts)
        return
    listed = "、".join(str(number) for number in numbers[:5]) + ("等" if len(numbers) > 5 else "")
    match role:
        case LayoutRole.COVER:
            yield Evidence(0.5, "第 1 张示例页用它作封面")
        case LayoutRole.CLOSING:
            yield Evidence(0.65, f"第 {listed} 张示例页用它作结束页")
        case LayoutRole.AGENDA:
            yield Evidence(0.6, f"第 {listed} 张示例页用它作目录")
        case LayoutRole.SECTION:
            yield Evidence(0.5 if len(numbers) > 1 else 0.35, f"第 {listed} 张示例页用它作章节页")
        case LayoutRole.CONTENT if seen.body:
            yield Evidence(min(0.5, 0.15 + 0.07 * len(numbers)), f"第 {listed} 张示例页用它放正文")
        case _:
            return


def _master_used(role: LayoutRole, layout: LayoutFacts, facts: TemplateFacts) -> Iterator[Evidence]:
    """LibreOffice writes slides as made from a blank layout, but of the right one of several masters."""
    if len(facts.masters) < 2:
        return
    masters = {slide.layout[0] for slide in facts.slides if _is_used_as(role, slide, facts)}
    if layout.master in masters:
        yield Evidence(0.2, f"示例页的{role_name(role)}用这个母版")


def _is_used_as(role: LayoutRole, slide: SampleSlide, facts: TemplateFacts) -> bool:
    size = slide.inside + slide.outside
    first, last = slide.number == 1, slide.number == len(facts.slides)
    short = [text for text in slide.texts if len("".join(text.split())) <= _FEW_WORDS]
    is_agenda = any(AGENDA_WORDS.search(text) for text in (slide.title, *short[:2])) and not first
    thanks = any(THANKS_WORDS.search(text) for text in short)
    match role:
        case LayoutRole.COVER:
            return first and size <= _FRAME_WORDS and not is_agenda
        case LayoutRole.CLOSING:
            return thanks and size <= _FRAME_WORDS and not first
        case LayoutRole.AGENDA:
            return is_agenda and not thanks
        case LayoutRole.SECTION:
            divides = 0 < size <= _FEW_WORDS and not (first or last or is_agenda or thanks)
            return divides and (len(slide.texts) <= 2 or any(DIVIDER_WORDS.search(text) for text in short))
        case LayoutRole.CONTENT:
            return size > _FEW_WORDS and not (first or is_agenda or thanks) and slide.inside > slide.outside
        case _:
            return False


_Sign = tuple[float, Evidence]
_NOTHING = Evidence(0.0, "")


def _title_above(seen: Signature) -> bool:
    return bool(seen.title and seen.body and seen.title.box.top <= seen.body.box.top)


def _cover(_layout: LayoutFacts, seen: Signature, facts: TemplateFacts) -> _Sign:
    if seen.title is None:
        return 0.15 if seen.holds_text else 0.0, _NOTHING
    is_center = seen.title.kind == "ctrTitle"
    with_subtitle = any(place.kind == "subTitle" for place in (*seen.areas, *seen.lines))
    large = [p for p in seen.areas if p.kind != "subTitle" and p.box.width * p.box.height > 0.3 * _area(facts)]
    if large or len(seen.columns) > 1:
        return 0.25, _NOTHING
    if with_subtitle:
        return 1.0, Evidence(0.4 if is_center else 0.3, "标题加副标题")
    in_middle = 0.15 * facts.height < middle(seen.title.box) < 0.75 * facts.height
    return 0.9, Evidence((0.25 if is_center else 0.15) if in_middle else 0.0, "标题居于页面中部")


def _section(_layout: LayoutFacts, seen: Signature, facts: TemplateFacts) -> _Sign:
    if seen.title is None:
        return (0.3 if seen.holds_text else 0.0), _NOTHING
    large = [p for p in seen.areas if p.box.width * p.box.height > 0.3 * _area(facts)]
    if len(seen.columns) > 1:
        return 0.15, _NOTHING
    if large:
        return 0.5, _NOTHING
    in_middle = 0.25 * facts.height < middle(seen.title.box) < 0.85 * facts.height
    is_cover = any(place.kind == "subTitle" for place in (*seen.areas, *seen.lines)) or seen.title.kind == "ctrTitle"
    weight = 0.0 if is_cover or not in_middle else 0.3
    return (0.8 if is_cover else 1.0 if in_middle else 0.7), Evidence(weight, "标题居于页面中部，没有大内容区")


def _content(_layout: LayoutFacts, seen: Signature, facts: TemplateFacts) -> _Sign:
    body = seen.body
    if body is None:
        # A title above an empty page: a body can be drawn on its grid.
        at_top = seen.title is not None and middle(seen.title.box) < 0.25 * facts.height
        return (0.6 if at_top else 0.2 if seen.title else 0.0), _NOTHING
    share = body.box.width * body.box.height / _area(facts)
    fitness = 1.0 if share >= 0.25 else 0.7
    if seen.title is None:
        fitness *= 0.5
    elif not _title_above(seen) or middle(seen.title.box) > 0.35 * facts.height:
        fitness *= 0.6
    if body.kind == "subTitle":
        fitness *= 0.5
    if len(seen.columns) > 1:
        fitness *= 0.5
    elif len(seen.areas) > 1:
        fitness *= 0.65
    elif len(seen.pictures) or len(seen.tables) + len(seen.charts):
        fitness *= 0.7
    elif seen.title and body.box.width < 0.5 * facts.width:
        fitness *= 0.75
    # Of several alike the roomiest: what stands beside a picture or a side bar is for special pages.
    return fitness, Evidence(0.45 + 0.1 * min(share, 0.6), "标题下有一个大内容区")


def _columns(count: int, heads: bool = False) -> Callable[[LayoutFacts, Signature, TemplateFacts], _Sign]:
    words = {2: "两栏并排", 3: "三栏并排"}[count] + ("，栏上各有小标题" if heads else "")

    def sign(_layout: LayoutFacts, seen: Signature, _facts: TemplateFacts) -> _Sign:
        if len(seen.columns) != count:
            return (0.5 if len(seen.areas) >= count else 0.0), _NOTHING
        more = len(seen.areas) > count
        fitness = (1.0 if seen.heads else 0.6) if heads else (0.5 if seen.heads else 1.0)
        return fitness * (0.6 if more else 1.0) * (1.0 if seen.title else 0.7), Evidence(0.5, words)

    return sign


def _cards(_layout: LayoutFacts, seen: Signature, _facts: TemplateFacts) -> _Sign:
    count = max(len(seen.columns), len(seen.entries))
    if count < 3 and len(seen.areas) < 4:
        return (0.4 if count == 2 else 0.0), _NOTHING
    return 1.0, Evidence(0.4 if len(seen.columns) >= 3 else 0.2, f"{max(count, len(seen.areas))} 个相同的区域")


def _agenda(_layout: LayoutFacts, seen: Signature, _facts: TemplateFacts) -> _Sign:
    if seen.entries:
        return 1.0, Evidence(0.3 if seen.numerals else 0.1, f"{len(seen.entries)} 条目录项的位置")
    return (1.0 if seen.body else 0.3 if seen.holds_text else 0.0), _NOTHING


def _data(kind: str) -> Callable[[LayoutFacts, Signature, TemplateFacts], _Sign]:
    def sign(_layout: LayoutFacts, seen: Signature, _facts: TemplateFacts) -> _Sign:
        places = seen.tables if kind == "tbl" else seen.charts
        if places:
            return 1.0, Evidence(0.6, "有表格占位符" if kind == "tbl" else "有图表占位符")
        return (0.6 if seen.body else 0.0), _NOTHING

    return sign


def _named_only(_layout: LayoutFacts, seen: Signature, _facts: TemplateFacts) -> _Sign:
    return (0.9 if seen.holds_text else 0.0), _NOTHING


def _big_number(_layout: LayoutFacts, seen: Signature, _facts: TemplateFacts) -> _Sign:
    if not seen.figures:
        return 0.0, _NOTHING
    return (1.0 if seen.title else 0.7), Evidence(0.5, f"{len(seen.figures)} 个并列的大字号位置")


def _quotation(_layout: LayoutFacts, seen: Signature, _facts: TemplateFacts) -> _Sign:
    """A quotation stands under a title; where the words themselves are the title, nothing can be put above them."""
    return (0.9 if _title_above(seen) else 0.0), _NOTHING


def _closing(layout: LayoutFacts, seen: Signature, _facts: TemplateFacts) -> _Sign:
    if seen.title and not seen.areas:
        return 1.0, _NOTHING
    thanks = any(THANKS_WORDS.search(words) for words in layout.words)
    return (0.9 if thanks or (layout.drawn and not seen.holds_text) else 0.5), _NOTHING


def _area(facts: TemplateFacts) -> int:
    return max(1, facts.width * facts.height)


_SIGNATURES: dict[LayoutRole, Callable[[LayoutFacts, Signature, TemplateFacts], _Sign]] = {
    LayoutRole.COVER: _cover,
    LayoutRole.AGENDA: _agenda,
    LayoutRole.SECTION: _section,
    LayoutRole.CONTENT: _content,
    LayoutRole.TWO_CONTENT: _columns(2),
    LayoutRole.THREE_CONTENT: _columns(3),
    LayoutRole.CARDS: _cards,
    LayoutRole.STEPS: _named_only,
    LayoutRole.TABLE: _data("tbl"),
    LayoutRole.CHART: _data("chart"),
    LayoutRole.BIG_NUMBER: _big_number,
    LayoutRole.COMPARISON: _columns(2, heads=True),
    LayoutRole.QUOTATION: _quotation,
    LayoutRole.CLOSING: _closing,
}
