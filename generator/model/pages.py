"""The deck with every geometric decision made: what goes into which slot, at which size, on which page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from generator.model.storyboard import ChartKind
from generator.model.template import Box, Layout, Slot, ThemeColor

MAKER = "speechdeck"
"""The category in a deck's core properties: how a deck of this program is known again."""

SAVED_AT = "2000-01-01T00:00:00Z"
"""The time in a deck's core properties: a fixed one, so that two builds are the same bytes. PowerPoint and WPS replace
it when a person saves the deck, and so an edited deck is known from an untouched one."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look. What is None is inherited from the slot; a `\n` in `text` is a line break."""

    text: str
    bold: bool | None = None
    size_pt: float | None = None
    color: ThemeColor | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of runs. `link` is the id of the slide that its first run leads to.

    `listed` False takes off the bullet and the indent that its place would give it: a figure set big is no item.
    """

    runs: tuple[Run, ...]
    link: str | None = None
    listed: bool = True

    @property
    def text(self) -> str:
        """The words of all runs."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class TextPlacement:
    """Text in a slot. `size_pt` None inherits the slot's size, `gap_pt` None the space between its paragraphs.

    `link` is the id of the slide that the whole shape leads to.
    """

    slot: Slot
    paragraphs: tuple[Paragraph, ...]
    size_pt: float | None = None
    link: str | None = None
    gap_pt: float | None = None


@dataclass(frozen=True, slots=True)
class TablePlacement:
    """A native table in a slot. Widths, heights and margins in EMU; `right_aligned` holds the numeric columns' indexes.

    `column_margin` is the room left and right of a cell's text, doubled behind a right-aligned column. `row_heights`
    are those of the header and of each row where they are not all `row_height`.
    """

    slot: Slot
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    column_widths: tuple[int, ...]
    row_height: int
    column_margin: int
    size_pt: float
    right_aligned: frozenset[int]
    alternative_text: str
    row_heights: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ChartPlacement:
    """A native chart in a slot: one series, `surfaces` printed at the values.

    `ink` is the colour of its words; None: the page's own.
    """

    slot: Slot
    kind: ChartKind
    series_name: str
    categories: tuple[str, ...]
    values: tuple[float, ...]
    surfaces: tuple[str, ...]
    size_pt: float
    alternative_text: str
    ink: ThemeColor | None = None


Placement: TypeAlias = TextPlacement | TablePlacement | ChartPlacement


class Transition(StrEnum):
    """How one slide gives way to the next."""

    FADE = "fade"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Bar:
    """A drawn line without words: a rectangle in one colour of the theme."""

    box: Box
    color: ThemeColor


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a page's content: `footer` at `footer_pt`, its number, of how many, the line of progress.

    What is None or empty is left as the layout has it.
    """

    number: int
    total: int | None = None
    footer: str | None = None
    footer_pt: float | None = None
    bars: tuple[Bar, ...] = ()


@dataclass(frozen=True, slots=True)
class Reveal:
    """A text that appears: a whole placement (`paragraph` None), or one of its paragraphs (from 0)."""

    index: int
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One slide to be drawn. Slots of the layout without a placement are taken off the slide.

    `reveals` are what appears click by click, each click a group.
    """

    slide_id: str
    layout: Layout
    placements: tuple[Placement, ...]
    notes: tuple[str, ...] = ()
    frame: Frame | None = None
    reveals: tuple[tuple[Reveal, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class PageSection:
    """A PowerPoint section: its name and the ids of its slides, in order."""

    name: str
    slide_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """All pages in order, the PowerPoint sections over them, and the core properties of the file."""

    pages: tuple[Page, ...]
    sections: tuple[PageSection, ...]
    title: str
    author: str
    transition: Transition = Transition.NONE
