"""A saved deck as the checks see it: what the file says, with everything inherited worked out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from generator.checking.inheritance import LevelStyle
from generator.model import Box, Proof

TITLE_TYPES = frozenset({"title", "ctrTitle"})
FOOTER_TYPES = frozenset({"sldNum", "dt", "ftr", "hdr"})
"""Placeholder types of the lines at a slide's edge: number, date, footer."""


@dataclass(frozen=True, slots=True)
class SavedRun:
    """Characters of one size, in points as they are shown (autofit counted in)."""

    text: str
    size_pt: float


@dataclass(frozen=True, slots=True)
class SavedParagraph:
    """A paragraph. Slide numbers and dates that the program fills in (`a:fld`) are no part of it; a break is `\\n`.

    `target` is the number of the slide that a link in it leads to.
    """

    runs: tuple[SavedRun, ...]
    style: LevelStyle
    target: int | None = None

    @property
    def text(self) -> str:
        """The words of all runs."""
        return "".join(run.text for run in self.runs)

    @property
    def size_pt(self) -> float:
        """The largest size in the paragraph, which decides its line height."""
        return max((run.size_pt for run in self.runs), default=self.style.size_pt)

    @property
    def smallest_pt(self) -> float:
        """The smallest size among its words."""
        return min((run.size_pt for run in self.runs if run.text.strip()), default=self.style.size_pt)


@dataclass(frozen=True, slots=True)
class TextShape:
    """A shape with text, or an empty placeholder.

    `placeholder` is its type (`title`, `body`, `obj` …), None for a free shape. `box` is where it stands on the slide
    and `room` the same without insets, in EMU; both None where the file gives no place. `designed_pt` is the size that
    the layout meant for it, `prompt` the layout's instruction. `target` is the number of the slide that it leads to.
    """

    name: str
    placeholder: str | None
    box: Box | None
    room: Box | None
    paragraphs: tuple[SavedParagraph, ...]
    designed_pt: float | None = None
    prompt: str = ""
    target: int | None = None
    wraps: bool = True
    vertical: bool = False
    grows: bool = False
    columns: int = 1
    has_field: bool = False
    line_reduction: float = 0.0

    @property
    def text(self) -> str:
        """All words, a line a paragraph."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def is_title(self) -> bool:
        """Whether this is the slide's title placeholder."""
        return self.placeholder in TITLE_TYPES

    @property
    def is_footer(self) -> bool:
        """Whether this is the slide's number, date or footer."""
        return self.placeholder in FOOTER_TYPES


@dataclass(frozen=True, slots=True)
class TableShape:
    """A native table. Widths and heights in EMU; a merged cell's words stand in the first of its cells."""

    name: str
    box: Box | None
    column_widths: tuple[int, ...]
    row_heights: tuple[int, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    alternative_text: str


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell: its paragraphs, how many columns it spans, and its insets in EMU (left, top, right, bottom)."""

    paragraphs: tuple[SavedParagraph, ...]
    spans: int = 1
    insets: tuple[int, int, int, int] = (91_440, 45_720, 91_440, 45_720)

    @property
    def text(self) -> str:
        """All words, a line a paragraph."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """A series as the chart shows it (cached) and as its workbook has it (None where a cell is missing)."""

    name: str
    categories: tuple[str, ...]
    values: tuple[float | None, ...]
    labels: tuple[str | None, ...]
    workbook_name: str | None
    workbook_categories: tuple[str | None, ...]
    workbook_values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class ChartShape:
    """A native chart. `has_workbook` is false where nobody could edit its data."""

    name: str
    box: Box | None
    title: str
    series: tuple[ChartSeries, ...]
    has_workbook: bool
    smallest_pt: float
    alternative_text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, a drawing or an embedded object: nothing in it is read but its alternative text."""

    name: str
    box: Box | None
    alternative_text: str
    decorative: bool


SavedShape: TypeAlias = TextShape | TableShape | ChartShape | Picture


@dataclass(frozen=True, slots=True)
class SavedSlide:
    """A slide. `number` counts from 1; `name` is the storyboard's id, which rendering leaves in `p:cSld/@name`."""

    number: int
    name: str
    shapes: tuple[SavedShape, ...]
    notes: tuple[str, ...]

    @property
    def texts(self) -> Iterator[TextShape]:
        """The shapes with text, in the order of the file."""
        return (shape for shape in self.shapes if isinstance(shape, TextShape))

    @property
    def tables(self) -> Iterator[TableShape]:
        """The tables."""
        return (shape for shape in self.shapes if isinstance(shape, TableShape))

    @property
    def charts(self) -> Iterator[ChartShape]:
        """The charts."""
        return (shape for shape in self.shapes if isinstance(shape, ChartShape))

    @property
    def title(self) -> TextShape | None:
        """The title placeholder; on a layout without one the topmost text."""
        own = next((shape for shape in self.texts if shape.is_title and shape.text.strip()), None)
        if own is not None:
            return own
        shown = [s for s in self.texts if s.box is not None and s.placeholder and not s.is_footer and s.text.strip()]
        return min(shown, key=lambda shape: shape.box.top if shape.box else 0, default=None)


@dataclass(frozen=True, slots=True)
class SavedSection:
    """A PowerPoint section and the numbers of its slides, in order."""

    name: str
    slides: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SavedDeck:
    """A whole deck; width and height in EMU. `proof` is what it carries of where its words come from."""

    width: int
    height: int
    slides: tuple[SavedSlide, ...]
    sections: tuple[SavedSection, ...]
    proof: Proof | None = None
