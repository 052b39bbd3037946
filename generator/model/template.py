"""What a template offers: layouts by role, and the slots that text, tables and charts go into."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LayoutRole(StrEnum):
    """What a layout is for."""

    COVER = "cover"
    AGENDA = "agenda"
    SECTION = "section"
    CONTENT = "content"
    TWO_CONTENT = "two_content"
    THREE_CONTENT = "three_content"
    CARDS = "cards"
    STEPS = "steps"
    TABLE = "table"
    CHART = "chart"
    BIG_NUMBER = "big_number"
    COMPARISON = "comparison"
    QUOTATION = "quotation"
    CLOSING = "closing"


class SlotPurpose(StrEnum):
    """What a placeholder of a layout is meant to hold."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    SPEAKER = "speaker"  # unit, speaker and date on the cover, a line each
    BREADCRUMB = "breadcrumb"  # which part of how many
    BODY = "body"  # points; the text of a card
    HEAD = "head"  # the heading of a card, the text of an agenda entry
    NUMERAL = "numeral"  # 01, 02 of an agenda entry, a divider, a card
    VALUE = "value"  # a figure set big
    CAPTION = "caption"  # what it measures
    TABLE = "table"
    CHART = "chart"
    DATE = "date"
    FOOTER = "footer"
    SLIDE_NUMBER = "slide_number"


class Ratio(StrEnum):
    """The shape of a built-in look's slides, width to height."""

    WIDE = "16:9"
    STANDARD = "4:3"


class ThemeColor(StrEnum):
    """A colour of the theme, by its name in `a:schemeClr`."""

    ACCENT1 = "accent1"
    ACCENT2 = "accent2"
    ACCENT3 = "accent3"
    TEXT1 = "tx1"
    TEXT2 = "tx2"
    BACKGROUND1 = "bg1"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the slide, in EMU (914,400 an inch, 12,700 a point)."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Slot:
    """A placeholder of a layout, or a box of a sample slide.

    `index` is the placeholder's `idx`, on a sample slide the shape's id; `unit` counts repeated slots of one purpose
    (the second card's body is BODY, unit 1). `box` is the room for text, insets taken off. `size_pt` is the type size
    that the first level inherits, `line_spacing` a factor of the size, `paragraph_gap_pt` the space between two
    paragraphs, `indent` (EMU) how far its first level stands in. `prefix` are words of the template that
    stay before what is filled in: 汇报人：. `spacing_pt` is set between characters on top of their widths; `widest` is
    the room of a plate that a longer title may widen, None where its width is fixed.
    """

    index: int
    purpose: SlotPurpose
    unit: int
    box: Box
    size_pt: float
    line_spacing: float = 1.0
    paragraph_gap_pt: float = 0.0
    indent: int = 0
    prefix: str = ""
    spacing_pt: float = 0.0
    widest: Box | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout in one role. `units` is how many repeated things it holds: agenda entries, cards, callouts.

    `sample_slide` is the number (from 1) of the template's own slide that is the pattern, where the design lives on
    slides and not in layouts; a page of it is that slide, cloned whole, its boxes filled. `master` is its master's
    index from 0, `position` its own among the layouts of that master: names repeat (three layouts called 节标题).
    `carried` is which of date, footer and slide number its pages show; None: all that the layout has.
    """

    name: str
    master: int
    role: LayoutRole
    units: int
    slots: tuple[Slot, ...]
    sample_slide: int | None = None
    position: int | None = None
    carried: frozenset[SlotPurpose] | None = None

    def slot(self, purpose: SlotPurpose, unit: int = 0) -> Slot | None:
        """The slot for a purpose, or None where the layout has none."""
        return next((s for s in self.slots if s.purpose is purpose and s.unit == unit), None)


@dataclass(frozen=True, slots=True)
class Template:
    """A template ready to be filled: its package without slides as bytes, and its layouts by role.

    `emphasis` is the colour in which words stand out on its pages; None where no accent can be read on them.
    `ink` is the colour of words that inherit none from a placeholder, those of charts; None: the page's own.
    `progress` is where the line runs that shows how far the speech has come; None: no place was kept for one.
    """

    name: str
    package: bytes
    width: int
    height: int
    layouts: tuple[Layout, ...]
    emphasis: ThemeColor | None = ThemeColor.ACCENT1
    progress: Box | None = None
    ink: ThemeColor | None = None

    def layouts_for(self, role: LayoutRole) -> tuple[Layout, ...]:
        """All layouts of a role, fewest units first."""
        return tuple(sorted((lay for lay in self.layouts if lay.role is role), key=lambda lay: lay.units))
