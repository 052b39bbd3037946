"""The plan as Markdown: what a clerk reads and edits before the deck is built."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from generator.model import (
    Agenda,
    BigNumbers,
    Callout,
    Card,
    Cards,
    Chart,
    Closing,
    Comparison,
    Content,
    Cover,
    Divider,
    Excerpt,
    Label,
    Pairs,
    Part,
    Point,
    Points,
    Quotation,
    Slide,
    Storyboard,
    Table,
    Timeline,
)
from generator.storyboarding.markdown_text import escaped, survives, titled
from generator.storyboarding.plan_format import PLAN_FORMAT
from generator.storyboarding.turning import kind_of, possible_kinds

GROUP_MARK = "："
"""Between 数据对比 and what is compared: 数据对比：城区供水管网漏损率."""
LEFT_SEPARATOR = "；"
"""Between the figures of the header's `left`: no figure has one in it."""

_GUIDE = """<!--
“#”开头是一个部分的分隔页，“##”开头是一页，“###”是卡片的标题，“-”是一条要点，**加粗**的是要点的引导词。
改字、删页、调换次序、增加要点都可以直接动手；保存后用 speechdeck build 生成，内容一字不差。
{#…} 是页的编号和类型：目录靠编号链接，请保留；自己新增的页可以不写。
每页标题下写着选用这种形式的理由和可以改用的形式：例如把 kind=cards 写进花括号，这一页就排成卡片。
-->"""
REASON_MARK = "形式："
OTHERS_MARK = "可改写为 "
"""In the comment below a slide's heading: why it has its shape, and which others may be asked for."""
LINE_BREAK = "<br>"
"""Between two lines of one cell."""
_VALUE_MARKS = frozenset("\"'#:{}[]&*!|>%@`\\")
_CHART_HEADER = ("名称", Label.VALUE.value, "绘图数值")


def to_markdown(storyboard: Storyboard) -> str:
    """The plan as Pandoc-flavoured Markdown; `from_markdown` gives the same storyboard again, without the spans."""
    parts = {part.id: part for part in storyboard.parts}
    pieces = [_header(storyboard), _GUIDE]
    current: str | None = None
    numbers = 0
    for slide in storyboard.slides:
        part = parts.get(slide.part) if slide.part is not None else None
        opens_part = part is not None and part.id != current
        current = part.id if part else current
        is_own_divider = part is not None and opens_part and _is_divider_of(slide, part)
        if part and opens_part and not is_own_divider:
            pieces.append(f"# {escaped(part.name.text)} {{#{part.id} .part}}")
        numbers += isinstance(slide.content, Divider)
        pieces.append(_slide(slide, "#" if is_own_divider else "##", numbers))
    return "\n\n".join(pieces) + "\n"


def _is_divider_of(slide: Slide, part: Part) -> bool:
    """Whether one `#` line says both: the part and the divider that opens it."""
    return (
        isinstance(slide.content, Divider)
        and slide.id == part.id == part.divider
        and slide.content.title.text == part.name.text
    )


def _header(storyboard: Storyboard) -> str:
    cover = next((s.content for s in storyboard.slides if isinstance(s.content, Cover)), None)
    values = {"format": PLAN_FORMAT, "version": str(storyboard.version), "title": storyboard.title.text}
    if cover:
        values |= {"unit": cover.unit or "", "speaker": cover.speaker or "", "date": cover.date or ""}
    if storyboard.meeting:
        values["occasion"] = storyboard.meeting
    values["source"] = storyboard.source
    if storyboard.left_to_notes:
        # The figures that the plan leaves to the notes, so that the check of its deck does not miss them.
        values["left"] = LEFT_SEPARATOR.join(figure.text for figure in storyboard.left_to_notes)
    return "\n".join(["---", *(f"{name}: {_value(value)}".rstrip() for name, value in values.items()), "---"])


def _value(text: str) -> str:
    """A value of the header: bare where YAML reads it as it stands, in double quotes elsewhere."""
    is_whole = all(map(survives, text))
    is_bare = is_whole and text == text.strip() and not _VALUE_MARKS & set(text) and text[:1] not in set("-?,=")
    # Quoted, what a text file cannot hold is written as \u….
    return text if is_bare else json.dumps(text, ensure_ascii=not is_whole)


def _slide(slide: Slide, hashes: str, number: int) -> str:
    content = slide.content
    kind, body = _body(content, number)
    continued = getattr(content, "continued", False)
    title = content.title.text
    if isinstance(content, Chart | Comparison) and content.group:
        title += GROUP_MARK + content.group.text
    heading = f"{hashes} {titled(title, continued)} {{#{slide.id} {kind}}}"
    pieces = [heading, *_shape(slide), *body]
    if slide.notes:
        spoken = "\n\n".join(escaped(paragraph.text) for paragraph in slide.notes)
        pieces.append(f"::: notes\n{spoken}\n:::")
    return "\n\n".join(pieces)


def _shape(slide: Slide) -> Iterator[str]:
    """Why the slide has its shape, and the others that its words fit: a comment, which a reader of the plan may use."""
    others = "、".join(f"kind={kind}" for kind in possible_kinds(slide.content))
    said = [f"{REASON_MARK}{slide.why}"] if slide.why else []
    said += [f"{OTHERS_MARK}{others}"] if others else []
    if said:
        yield f"<!-- {'。'.join(said)} -->"


def _body(content: Content, number: int) -> tuple[str, list[str]]:
    """The class of a slide, and the blocks under its heading."""
    match content:
        case Cover():
            return ".cover", [escaped(content.subtitle.text)] if content.subtitle else []
        case Agenda():
            return ".agenda", [_bullets(f"[{escaped(e.text.text)}](#{e.target})" for e in content.entries)]
        case Divider():
            counted = ".divider" if content.number == number else f".divider number={content.number}"
            return counted, [_bullets(escaped(item.text) for item in content.items)] if content.items else []
        case Points():
            return ".points", [_bullets(map(_point, content.points)), *map(_callout, content.callouts)]
        case Cards():
            shape = kind_of(content)
            return ".cards" if shape == "cards" else f".cards kind={shape}", list(_cards(content.cards))
        case Timeline():
            stages = tuple(Card(stage.when, stage.body) for stage in content.stages)
            return ".timeline", list(_under_heads(stages))
        case Quotation():
            said_by = f"\n:   {escaped(content.source.text)}" if content.source else ""
            return ".quotation", [escaped(content.words.text) + said_by]
        case Pairs():
            lines = [(_cell(pair.left), _cell(pair.right)) for pair in content.pairs]
            heads = (escaped(content.left_head.text), escaped(content.right_head.text))
            return ".pairs", [_written_table(heads, ":---", lines)]
        case BigNumbers():
            points = [_bullets(map(_point, content.points))] if content.points else []
            return ".numbers", [*map(_callout, content.callouts), *points]
        case Table():
            header = (Label.INDICATOR.value, Label.VALUE.value, Label.SECTION.value)
            rows = [(row.indicator.text, row.value.text, row.section.text) for row in content.rows]
            caption = [f": {escaped(content.group.text)}"] if content.group else []
            return ".table", [_pipe_table(header, rows), *caption]
        case Chart():
            drawn = [(p.name.text, p.surface.text, _number(p.value)) for p in content.points]
            caption = [f": 单位：{escaped(content.unit)}"]
            return f".chart kind={content.kind.value}", [_pipe_table(_CHART_HEADER, drawn), *caption]
        case Comparison():
            return ".comparison", [_callout(content.before), _callout(content.after)]
        case Closing():
            return ".closing", []
        case _:
            assert_never(content)


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _point(point: Point) -> str:
    words, lead = point.words.text, point.lead
    if not lead:
        return escaped(words)
    return f"**{_inside(words[:lead])}**{_at_end(words[lead:])}"


def _inside(text: str) -> str:
    """A piece from inside a line: what opens a list at the beginning of one, or blanks at the ends, are plain here."""
    return escaped(f"。{text}。")[1:-1]


def _at_end(text: str) -> str:
    """The last piece of a line."""
    return escaped(f"。{text}")[1:]


def _callout(callout: Callout) -> str:
    """A figure set big as a definition: the quantity with its number in bold, and below it what it measures."""
    quantity = callout.quantity
    before = escaped(quantity.before) if quantity.before else ""
    term = f"{before}**{_inside(quantity.number)}**{_at_end(quantity.after)}"
    return f"{term}\n:   {escaped(callout.label.text)}".rstrip(" ")


def _cards(cards: tuple[Card, ...]) -> Iterator[str]:
    if all(card.head is None and len(card.body) == 1 for card in cards):
        yield _bullets(escaped(card.body[0].text) for card in cards)
        return
    yield from _under_heads(cards)


def _under_heads(cards: Iterable[Card]) -> Iterator[str]:
    for card in cards:
        yield f"### {escaped(card.head.text)}" if card.head else "###"
        if card.body:
            yield _bullets(escaped(line.text) for line in card.body)


def _pipe_table(header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    return _written_table(header, "---:", [tuple(map(escaped, row)) for row in rows])


def _written_table(header: tuple[str, ...], second: str, rows: Sequence[tuple[str, ...]]) -> str:
    """The table of cells that are escaped already; `second` is the border under the second column."""
    written = [f"| {' | '.join(line)} |" for line in (header, *rows)]
    written.insert(1, "|" + "|".join([":---", second, *([":---"] * (len(header) - 2))]) + "|")
    return "\n".join(written)


def _cell(lines: Iterable[Excerpt]) -> str:
    return LINE_BREAK.join(escaped(line.text) for line in lines)


def _number(value: float) -> str:
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
