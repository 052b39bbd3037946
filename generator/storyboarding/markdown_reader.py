"""The plan's Markdown read back: exactly what a person left standing there, word for word."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.errors import StoryboardError, finding
from generator.model import (
    Agenda,
    AgendaEntry,
    BigNumbers,
    Callout,
    Cards,
    Chart,
    ChartKind,
    ChartPoint,
    Closing,
    Comparison,
    Content,
    Cover,
    Divider,
    Excerpt,
    Finding,
    Label,
    Part,
    Point,
    Points,
    Slide,
    Span,
    Storyboard,
    Table,
    TableRow,
)
from generator.storyboarding.markdown_blocks import BlockForm, PlanBlock, PlanSlide, place, rows, take_apart
from generator.storyboarding.markdown_shapes import (
    cards_of,
    number,
    pairs,
    quantity_of,
    quotation,
    reason_of,
    table_blocks,
    three,
    timeline,
    title_and_group,
)
from generator.storyboarding.markdown_text import plain, runs, title_and_continued
from generator.storyboarding.markdown_writer import LEFT_SEPARATOR
from generator.storyboarding.plan_format import PLAN_FORMAT
from generator.storyboarding.plan_rules import check_plan, check_version, impossible_kind
from generator.storyboarding.turning import KINDS, turned

_PART = "part"
_DIVIDER = "divider"
_GOING_ON = ("points", "cards", "timeline", "quotation", "pairs", "numbers", "table")
"""Kinds whose slide may go on with another one: （续）."""
_SIDES = 2
"""Before and after."""
_NO_PLACE = Span(0, 0)
"""A point of a plan comes from no sentence."""
_LINK = re.compile(r"^\[(.*)\]\(#([^()\s]+)\)$")
_UNIT = re.compile(r"^单位[：:]")
_TABLE_HEADER = (Label.INDICATOR.value, Label.VALUE.value, Label.SECTION.value)

_FORMS: dict[str, tuple[BlockForm, ...]] = {
    _PART: (),
    "cover": (BlockForm.PARAGRAPH,),
    "agenda": (BlockForm.BULLET,),
    _DIVIDER: (BlockForm.BULLET, BlockForm.PARAGRAPH),
    "points": (BlockForm.BULLET, BlockForm.PARAGRAPH, BlockForm.DEFINITION),
    "cards": (BlockForm.HEAD, BlockForm.BULLET, BlockForm.PARAGRAPH),
    "timeline": (BlockForm.HEAD, BlockForm.BULLET, BlockForm.PARAGRAPH),
    "quotation": (BlockForm.PARAGRAPH, BlockForm.DEFINITION),
    "pairs": (BlockForm.ROW,),
    "numbers": (BlockForm.PARAGRAPH, BlockForm.DEFINITION, BlockForm.BULLET),
    "table": (BlockForm.ROW, BlockForm.DEFINITION),
    "chart": (BlockForm.ROW, BlockForm.DEFINITION),
    "comparison": (BlockForm.PARAGRAPH, BlockForm.DEFINITION),
    "closing": (),
}
"""The kinds of a `#` or `##` line, and what may stand below each."""


def from_markdown(text: str) -> Storyboard:
    """The storyboard of a plan; its texts carry no spans.

    Raises:
        StoryboardError: see `read_markdown`.
    """
    return read_markdown(text)[0]


def read_markdown(text: str) -> tuple[Storyboard, tuple[Finding, ...]]:
    """The storyboard of a plan, and what was taken otherwise than it was perhaps meant.

    Raises:
        StoryboardError: `plan_not_plan`, `plan_header`, `plan_version`, `plan_kind`, `plan_content`, `plan_columns`,
            `plan_value`, or one of `check_plan`; `where` names the line.
    """
    parts = take_apart(text)
    if parts.header.get("format") != PLAN_FORMAT:
        raise StoryboardError.of("plan_not_plan", where=place(1), found=parts.header.get("format", "---"))
    version = check_version(parts.header.get("version", ""), place(1))
    reader = _Reader(parts.header, parts.slides)
    storyboard = reader.storyboard(version)
    check_plan(storyboard, lambda number: place(reader.lines[number]))
    found = [finding("plan_notes_open", line=line) for line in parts.unclosed]
    if parts.outside:
        found.append(finding("plan_outside", line=parts.outside[0], count=len(parts.outside)))
    return storyboard, (*found, *reader.findings)


class _Reader:
    """Builds the slides one after the other; lives for one call of `read_markdown`."""

    def __init__(self, header: dict[str, str], plan_slides: list[PlanSlide]) -> None:
        self.findings: list[Finding] = []
        self.lines: list[int] = []
        """The line of each slide."""
        self._header = header
        self._plan_slides = plan_slides
        self._taken = {slide.slide_id for slide in plan_slides if slide.slide_id}
        self._parts: list[Part] = []
        self._slides: list[Slide] = []
        self._dividers = 0

    def storyboard(self, version: int) -> Storyboard:
        """The whole."""
        for plan_slide in self._plan_slides:
            self._add(plan_slide)
        used = {slide.part for slide in self._slides}
        # A part all of whose slides were taken out goes with them.
        parts = tuple(part for part in self._parts if part.id in used)
        title = self._header.get("title") or (self._slides[0].content.title.text if self._slides else "")
        left = tuple(Excerpt(text) for text in self._header.get("left", "").split(LEFT_SEPARATOR) if text)
        source, meeting = self._header.get("source", ""), self._header.get("occasion") or None
        return Storyboard(Excerpt(title), parts, tuple(self._slides), source, version, left, meeting)

    def _add(self, plan_slide: PlanSlide) -> None:
        kind = _kind(plan_slide)
        for block in plan_slide.blocks:
            if block.form not in _FORMS[kind]:
                self._refuse(plan_slide, kind, block)
        slide_id = plan_slide.slide_id or self._new_id()
        if kind == _PART:
            if plan_slide.notes:
                raise StoryboardError.of(
                    "plan_content",
                    where=place(plan_slide.line),
                    kind=kind,
                    title=plain(plan_slide.title),
                    found="备注",
                    allowed="只有标题",
                )
            self._parts.append(Part(slide_id, Excerpt(plain(plan_slide.title))))
            return
        self.lines.append(plan_slide.line)
        content = self._content(plan_slide, kind)
        if kind == _DIVIDER:
            self._open_part(plan_slide, slide_id, content.title)
        part = self._parts[-1].id if self._parts else None
        notes = tuple(Excerpt(plain(paragraph)) for paragraph in plan_slide.notes)
        self._slides.append(Slide(slide_id, content, part, notes, reason_of(plan_slide, content)))

    def _open_part(self, plan_slide: PlanSlide, slide_id: str, title: Excerpt) -> None:
        """A divider under `#` is a part of its own; one under `##` belongs to the part that a line above opened."""
        if plan_slide.level == 1 or not self._parts:
            self._parts.append(Part(slide_id, title, slide_id))
        elif self._parts[-1].divider is None:
            self._parts[-1] = Part(self._parts[-1].id, self._parts[-1].name, slide_id)

    def _new_id(self) -> str:
        """An id for a slide that a person added: added-1, added-2 … from the top."""
        number = 1
        while f"added-{number}" in self._taken:
            number += 1
        self._taken.add(f"added-{number}")
        return f"added-{number}"

    def _content(self, plan_slide: PlanSlide, kind: str) -> Content:
        build: dict[str, Callable[[PlanSlide, Excerpt, bool], Content]] = {
            "cover": self._cover,
            "agenda": self._agenda,
            _DIVIDER: self._divider,
            "points": self._points,
            "cards": lambda slide, title, continued: Cards(title, cards_of(slide.blocks), continued),
            "timeline": timeline,
            "quotation": quotation,
            "pairs": pairs,
            "numbers": self._numbers,
            "table": self._table,
            "chart": self._chart,
            "comparison": self._comparison,
            "closing": lambda _slide, title, _continued: Closing(title),
        }
        has_second_slides = kind in _GOING_ON
        title, continued = title_and_continued(plan_slide.title)
        if not has_second_slides:
            title, continued = plain(plan_slide.title), False
        content = build[kind](plan_slide, Excerpt(title), continued)
        wanted = plan_slide.values.get("kind")
        if wanted is None or (kind == "chart" and wanted in list(ChartKind)):
            return content
        shaped = turned(content, wanted)
        if shaped is None:
            raise impossible_kind(place(plan_slide.line), content, wanted)
        return shaped

    def _cover(self, plan_slide: PlanSlide, title: Excerpt, _continued: bool) -> Content:
        lines = [plain(block.text) for block in plan_slide.blocks]
        header = self._header
        return Cover(
            title,
            Excerpt("".join(lines)) if lines else None,
            header.get("unit") or None,
            header.get("speaker") or None,
            header.get("date") or None,
        )

    def _agenda(self, plan_slide: PlanSlide, title: Excerpt, _continued: bool) -> Content:
        entries = []
        for block in plan_slide.blocks:
            link = _LINK.match(block.text)
            if not link:
                raise StoryboardError.of(
                    "plan_value", where=place(block.line), name="目录行", found=block.text, expected="- [文字](#编号)"
                )
            entries.append(AgendaEntry(link[2], Excerpt(plain(link[1]))))
        return Agenda(title, tuple(entries))

    def _divider(self, plan_slide: PlanSlide, title: Excerpt, _continued: bool) -> Content:
        self._dividers += 1
        written = plan_slide.values.get("number", str(self._dividers))
        if not (written.isascii() and written.isdigit()):
            raise StoryboardError.of(
                "plan_value", where=place(plan_slide.line), name="number", found=written, expected="整数"
            )
        return Divider(title, int(written), tuple(Excerpt(plain(b.text)) for b in plan_slide.blocks if b.text))

    def _points(self, plan_slide: PlanSlide, title: Excerpt, continued: bool) -> Content:
        callouts, rest = self._callouts(plan_slide, "points")
        points = []
        for block in rest:
            if block.form is BlockForm.PARAGRAPH:
                self.findings.append(finding("plan_bare_text", line=block.line))
            if block.text:
                points.append(self._point(block))
        return Points(title, tuple(points), callouts, continued)

    def _point(self, block: PlanBlock) -> Point:
        pieces = runs(block.text)
        if any(bold for _text, bold in pieces[1:]):
            self.findings.append(finding("plan_bold", line=block.line))
        lead = len(pieces[0][0]) if pieces and pieces[0][1] else 0
        return Point(Excerpt("".join(text for text, _bold in pieces)), _NO_PLACE, lead)

    def _numbers(self, plan_slide: PlanSlide, title: Excerpt, continued: bool) -> Content:
        callouts, rest = self._callouts(plan_slide, "numbers")
        unnamed = next((block for block in rest if block.form is BlockForm.PARAGRAPH), None)
        if unnamed:
            raise StoryboardError.of(
                "plan_value",
                where=place(unnamed.line),
                name="数据",
                found=unnamed.text,
                expected="数据一行、下一行以“:   ”开头写它的说明",
            )
        points = tuple(self._point(block) for block in rest if block.text)
        return BigNumbers(title, callouts, points, continued)

    def _callouts(self, plan_slide: PlanSlide, kind: str) -> tuple[tuple[Callout, ...], list[PlanBlock]]:
        """The figures that are set big (a paragraph and the definition below it), and the other blocks."""
        callouts: list[Callout] = []
        rest: list[PlanBlock] = []
        for block in plan_slide.blocks:
            if block.form is not BlockForm.DEFINITION:
                rest.append(block)
            elif rest and rest[-1].form is BlockForm.PARAGRAPH:
                quantity = quantity_of(rest.pop().text)
                callouts.append(Callout(quantity, Excerpt(plain(block.text)), Excerpt(quantity.surface)))
            else:
                self._refuse(plan_slide, kind, block)
        return tuple(callouts), rest

    def _table(self, plan_slide: PlanSlide, title: Excerpt, continued: bool) -> Content:
        table, captions = table_blocks(plan_slide)
        header = tuple(plain(cell) for cell in table[0].cells) if table else _TABLE_HEADER
        if header != _TABLE_HEADER:
            self.findings.append(finding("plan_table_header", line=table[0].line, header=" | ".join(_TABLE_HEADER)))
        found = [TableRow(*(Excerpt(plain(cell)) for cell in three(row))) for row in rows(table)]
        group = Excerpt(plain(captions[0].text)) if captions else None
        self._refuse_second(plan_slide, "table", captions)
        return Table(title, group or None, tuple(found), continued)

    def _chart(self, plan_slide: PlanSlide, title: Excerpt, _continued: bool) -> Content:
        table, captions = table_blocks(plan_slide)
        self._refuse_second(plan_slide, "chart", captions)
        unit = plain(_UNIT.sub("", captions[0].text)) if captions else ""
        written = plan_slide.values.get("kind", ChartKind.COLUMN.value)
        if written not in {kind.value for kind in ChartKind} and written not in KINDS:
            allowed = "、".join(kind.value for kind in ChartKind)
            raise StoryboardError.of(
                "plan_value", where=place(plan_slide.line), name="kind", found=written, expected=allowed
            )
        drawn = ChartKind(written) if written in list(ChartKind) else ChartKind.COLUMN
        points = []
        for row in rows(table):
            name, surface, value = three(row)
            points.append(ChartPoint(Excerpt(plain(name)), number(row, value), Excerpt(plain(surface))))
        words, group = title_and_group(title)
        return Chart(words, drawn, unit, tuple(points), group)

    def _comparison(self, plan_slide: PlanSlide, title: Excerpt, _continued: bool) -> Content:
        callouts, rest = self._callouts(plan_slide, "comparison")
        if rest or len(callouts) != _SIDES:
            raise StoryboardError.of(
                "plan_value",
                where=place(rest[0].line if rest else plan_slide.line),
                name="前后两个数据",
                found=rest[0].text if rest else f"{len(callouts)} 个",
                expected="数据一行、下一行以“:   ”开头写它的说明，前后各一个",
            )
        words, group = title_and_group(title)
        return Comparison(words, group, *callouts)

    def _refuse_second(self, plan_slide: PlanSlide, kind: str, captions: list[PlanBlock]) -> None:
        if len(captions) > 1:
            self._refuse(plan_slide, kind, captions[1])

    def _refuse(self, plan_slide: PlanSlide, kind: str, block: PlanBlock) -> None:
        allowed = "、".join(form.value for form in _FORMS[kind]) or ("只有标题" if kind == _PART else "只有标题和备注")
        raise StoryboardError.of(
            "plan_content",
            where=place(block.line),
            kind=kind,
            title=plain(plan_slide.title),
            found=block.form.value,
            allowed=allowed,
        )


def _kind(plan_slide: PlanSlide) -> str:
    """The kind that a heading's class names; without one what stands below it tells."""
    if plan_slide.classes:
        unknown = [name for name in plan_slide.classes if name not in _FORMS]
        if unknown or len(plan_slide.classes) > 1:
            found = " .".join(unknown or plan_slide.classes)
            known = "、".join(f".{name}" for name in _FORMS)
            raise StoryboardError.of("plan_kind", where=place(plan_slide.line), found=found, known=known)
        return plan_slide.classes[0]
    if plan_slide.level == 1:
        return _DIVIDER
    forms = {block.form for block in plan_slide.blocks}
    if BlockForm.HEAD in forms:
        return "cards"
    return "table" if BlockForm.ROW in forms else "points"
