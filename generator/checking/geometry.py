"""What an audience would see go wrong: text that leaves its box, type too small for the hall, shapes off the slide."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import ceil

from generator.checking.deck import (
    ChartShape,
    Picture,
    SavedDeck,
    SavedParagraph,
    SavedShape,
    SavedSlide,
    TableShape,
    TextShape,
)
from generator.checking.provenance import squeezed
from generator.checking.words import quoted
from generator.errors import finding
from generator.language import break_lines, width_em
from generator.language.quantities import quantities
from generator.model import Box, Finding
from generator.settings import CheckingSettings, FittingSettings

_EMU_PER_POINT = 12_700
_ROUNDING = 12_700
"""EMU. A point over the edge is a rounding, no fault."""
_HAIR = 1e-6
"""Lines. A text that fills its line exactly takes one."""


def check_geometry(deck: SavedDeck, settings: CheckingSettings, fitting: FittingSettings) -> Iterator[Finding]:
    """`text_overflow`, `table_off_slide`, `shape_outside`, `type_too_small`, `title_orphan`."""
    ruler = _Ruler(deck, settings, fitting)
    for slide in deck.slides:
        for shape in slide.shapes:
            yield from ruler.check(slide, shape)


class _Ruler:
    """Measures shapes by the settings of one deck."""

    def __init__(self, deck: SavedDeck, settings: CheckingSettings, fitting: FittingSettings) -> None:
        self._deck = deck
        self._settings = settings
        self._fitting = fitting.for_height(deck.height)

    def check(self, slide: SavedSlide, shape: SavedShape) -> Iterator[Finding]:
        match shape:
            case TextShape():
                if squeezed(shape.text):
                    yield from self._outside(slide, shape.name, shape.box)
                    yield from self._text(slide, shape, self._floor(slide, shape))
            case TableShape():
                yield from self._table(slide, shape)
            case ChartShape():
                yield from self._outside(slide, shape.name, shape.box)
                if shape.smallest_pt < self._fitting.smallest_label_pt:
                    yield self._too_small(slide, "图表文字", shape.smallest_pt, self._fitting.smallest_label_pt)
            case Picture():
                if not shape.decorative:
                    yield from self._outside(slide, shape.name, shape.box)

    def _outside(self, slide: SavedSlide, name: str, box: Box | None) -> Iterator[Finding]:
        if box is None:
            return
        over = max(
            -box.left, -box.top, box.left + box.width - self._deck.width, box.top + box.height - self._deck.height
        )
        if over > _ROUNDING:
            yield finding("shape_outside", slide=slide.number, name=name)

    def _text(self, slide: SavedSlide, shape: TextShape, floor: float) -> Iterator[Finding]:
        small = [p for p in shape.paragraphs if p.text.strip() and self._counted_pt(p) < floor]
        if small:
            worst = min(small, key=self._counted_pt)
            yield self._too_small(slide, f"“{quoted(squeezed(worst.text))}”", self._counted_pt(worst), floor)
        if shape.room is None or shape.vertical:
            return
        width = shape.room.width / shape.columns if shape.wraps else float(self._deck.width)
        room_pt = shape.room.height * shape.columns / _EMU_PER_POINT
        needed = sum(self._height(p, width, shape.line_reduction) for p in shape.paragraphs) + _gaps(shape.paragraphs)
        last = max(self._line(p, shape.line_reduction) for p in shape.paragraphs)
        if shape.grows:
            room_pt = max(room_pt, (self._deck.height - shape.room.top) / _EMU_PER_POINT)
        over = needed - room_pt
        if over > self._settings.overflow_lines * last:
            yield finding(
                "text_overflow",
                slide=slide.number,
                words=quoted(squeezed(shape.text)),
                over=max(1, ceil(over / last - self._settings.overflow_lines)),
            )
        if shape.is_title and _has_orphan(shape.paragraphs, width):
            yield finding("title_orphan", slide=slide.number, title=squeezed(shape.text))

    def _counted_pt(self, paragraph: SavedParagraph) -> float:
        """The size that has to be read: the smallest, but of 约|2.6|万元 set big the number's."""
        words = squeezed(paragraph.text)
        found = quantities(words) if paragraph.smallest_pt != paragraph.size_pt else ()
        whole = len(found) == 1 and len(found[0].span) == len(words)
        return paragraph.size_pt if whole else paragraph.smallest_pt

    def _floor(self, slide: SavedSlide, shape: TextShape) -> float:
        """The smallest size that is right for a shape, in points.

        What the layout itself sets small in a low box (breadcrumb, caption) is an aside; the body never is.
        """
        if shape.is_footer:
            return min(self._settings.smallest_footer_pt, shape.designed_pt or self._settings.smallest_footer_pt)
        if shape.placeholder is None or shape.designed_pt is None:
            return self._fitting.smallest_label_pt
        if shape.is_title and not _stands_under_a_title(slide, shape):
            return min(shape.designed_pt, self._title_floor(shape))
        low = shape.box is not None and shape.box.height <= self._settings.aside_height * self._deck.height
        if low and shape.designed_pt < self._fitting.smallest_label_pt:
            return self._settings.smallest_aside_pt
        if low and shape.designed_pt < self._fitting.smallest_body_pt:
            return self._fitting.smallest_label_pt
        return self._fitting.smallest_body_pt

    def _title_floor(self, shape: TextShape) -> float:
        """Where a template leaves its title one low line, smaller type is better than words outside of it."""
        floor = self._fitting.smallest_title_pt
        two_lines_pt = 2 * floor * self._fitting.line_height_em
        is_low = shape.room is not None and shape.room.height < two_lines_pt * _EMU_PER_POINT
        return self._fitting.smallest_body_pt if is_low else floor

    def _too_small(self, slide: SavedSlide, what: str, size_pt: float, floor_pt: float) -> Finding:
        return finding("type_too_small", slide=slide.number, what=what, size=f"{size_pt:g}", floor=f"{floor_pt:g}")

    def _line(self, paragraph: SavedParagraph, reduction: float = 0.0) -> float:
        """The height of one line, in points."""
        if paragraph.style.line_pt is not None:
            return paragraph.style.line_pt
        factor = max(0.1, paragraph.style.line_factor - reduction)
        return paragraph.size_pt * self._fitting.line_height_em * factor

    def _height(self, paragraph: SavedParagraph, width: float, reduction: float = 0.0) -> float:
        return _line_count(paragraph, width) * self._line(paragraph, reduction)

    def _table(self, slide: SavedSlide, table: TableShape) -> Iterator[Finding]:
        small = [
            paragraph.smallest_pt
            for row in table.rows
            for cell in row
            for paragraph in cell.paragraphs
            if paragraph.text.strip() and paragraph.smallest_pt < self._fitting.smallest_label_pt
        ]
        if small:
            yield self._too_small(slide, "表格文字", min(small), self._fitting.smallest_label_pt)
        if table.box is None:
            return
        height = sum(self._row_height(table, index) for index in range(len(table.rows)))
        top_pt = table.box.top / _EMU_PER_POINT
        over = top_pt + height - self._deck.height / _EMU_PER_POINT
        if over > 1:
            yield finding("table_off_slide", slide=slide.number, over=ceil(over))
        right = table.box.left + sum(table.column_widths)
        yield from self._outside(slide, table.name, Box(table.box.left, table.box.top, right - table.box.left, 0))

    def _row_height(self, table: TableShape, index: int) -> float:
        """Points. A row grows with its fullest cell, whatever height the file gives it."""
        needed = [table.row_heights[index] / _EMU_PER_POINT]
        for at, cell in enumerate(table.rows[index]):
            left, top, right, bottom = cell.insets
            width = sum(table.column_widths[at : at + cell.spans]) - left - right
            words = [p for p in cell.paragraphs if p.text.strip()]
            needed.append(sum(self._height(p, width) for p in words) + (top + bottom) / _EMU_PER_POINT)
        return max(needed)


def _stands_under_a_title(slide: SavedSlide, shape: TextShape) -> bool:
    """Whether a title placeholder only holds what stands under the real title: a template may set the title of its
    cover in a band of its own, and the speaker in the placeholder that is called the title."""
    if shape.box is None:
        return False
    largest = max((p.size_pt for p in shape.paragraphs), default=0.0)
    return any(
        other.box.top < shape.box.top and max((p.size_pt for p in other.paragraphs), default=0.0) > largest
        for other in slide.texts
        if other is not shape and other.box is not None and other.placeholder in ("obj", "body") and other.text.strip()
    )


def _line_count(paragraph: SavedParagraph, width: float) -> int:
    return sum(max(1, count) for count in _lines_of_breaks(paragraph, width))


def _lines_of_breaks(paragraph: SavedParagraph, width: float) -> Iterator[int]:
    """For each stretch between explicit breaks, how many lines it takes in `width` EMU."""
    width_pt = max(1.0, (width - paragraph.style.margin) / _EMU_PER_POINT)
    size = paragraph.size_pt
    if paragraph.smallest_pt == size:
        for line in paragraph.text.split("\n"):
            yield len(break_lines(line, width_pt / size))
        return
    used = [0.0]
    for run in paragraph.runs:
        first, *others = run.text.split("\n")
        used[-1] += width_em(first) * run.size_pt
        used += [width_em(other) * run.size_pt for other in others]
    for length in used:
        yield ceil(length / width_pt - _HAIR)


def _gaps(paragraphs: tuple[SavedParagraph, ...]) -> float:
    """Points between the paragraphs: the space after one and before the next add up."""
    total = 0.0
    for before, after in pairwise(paragraphs):
        total += before.style.after_pt + before.style.after_factor * before.size_pt
        total += after.style.before_pt + after.style.before_factor * after.size_pt
    return total


def _has_orphan(paragraphs: tuple[SavedParagraph, ...], width: float) -> bool:
    """Whether a title has several lines and one of them is a single character, its closing mark not counted."""
    lines = [
        line
        for paragraph in paragraphs
        for stretch in paragraph.text.split("\n")
        for line in break_lines(
            stretch, max(1.0, (width - paragraph.style.margin) / _EMU_PER_POINT) / paragraph.size_pt
        )
    ]
    return len(lines) > 1 and any(sum(char.isalnum() for char in line) == 1 for line in lines)
