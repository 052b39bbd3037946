"""What every kind of slide needs to be placed: the template's layouts, the way through the speech, the settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeVar

from generator.errors import TemplateError
from generator.fitting.breaking import place_title
from generator.fitting.measure import one_line_size
from generator.model import (
    Layout,
    LayoutRole,
    Page,
    Paragraph,
    Placement,
    Run,
    Slide,
    SlotPurpose,
    Storyboard,
    Template,
    TextPlacement,
)
from generator.settings import FittingSettings

T = TypeVar("T")

SMALLEST_BREADCRUMB_PT = 11.0
"""Points. The way through the speech is read by who lost it, not by the last row."""


@dataclass(frozen=True, slots=True)
class Context:
    """The same for all slides of a deck."""

    storyboard: Storyboard
    template: Template
    settings: FittingSettings
    point_sizes: Mapping[str, float] = field(default_factory=dict)
    """Points, by group of sibling pages: the size of their bodies."""
    table_size: float | None = None
    """Points: what all tables share."""

    def layout(self, role: LayoutRole, units: int = 0) -> Layout | None:
        """The tightest layout of a role that holds `units` repeated things, or None."""
        return next((layout for layout in self.template.layouts_for(role) if layout.units >= units), None)

    def content_layout(self) -> Layout:
        """The layout that holds a title and a body: what everything falls back to.

        Raises:
            TemplateError: there is none (`template_holds_nothing`).
        """
        layout = self.layout(LayoutRole.CONTENT)
        if layout is None:
            raise TemplateError.of("template_holds_nothing", where=self.template.name)
        return layout

    def most_units(self, role: LayoutRole) -> int:
        """How many repeated things the roomiest layout of a role holds; 0 where there is none."""
        return max((layout.units for layout in self.template.layouts_for(role)), default=0)

    def page(self, slide: Slide, layout: Layout, title: str, placements: list[Placement], part: int = 0) -> Page:
        """A page with its title and breadcrumb. `part` counts the pages of one slide; its notes go to the first."""
        framed: list[Placement] = []
        slot = layout.slot(SlotPurpose.TITLE)
        if slot:
            framed.append(place_title(title, slot, self.settings.widest_title_lines, self.settings))
        framed += self._breadcrumb(slide, layout)
        notes = tuple(note.text for note in slide.notes) if part == 0 else ()
        return Page(page_id(slide.id, part), layout, (*framed, *placements), notes)

    def _breadcrumb(self, slide: Slide, layout: Layout) -> list[Placement]:
        """Which part of how many: 2/3　注重“三维度”学思践悟. One line; a heading too long for it stops at a comma."""
        slot = layout.slot(SlotPurpose.BREADCRUMB)
        divided = [part for part in self.storyboard.parts if part.divider]
        part = self.storyboard.part(slide.part)
        if slot is None or part is None or part not in divided:
            return []
        name = part.name.text
        text = f"{divided.index(part) + 1}/{len(divided)}　{name}"
        size = one_line_size(text, slot, SMALLEST_BREADCRUMB_PT, self.settings)
        return [TextPlacement(slot, (Paragraph((Run(text),)),), size if size != slot.size_pt else None)]


def page_id(slide_id: str, part: int) -> str:
    """The id of the `part`-th page of a slide (from 0): point-1-2, point-1-2.2, point-1-2.3."""
    return slide_id if part == 0 else f"{slide_id}.{part + 1}"


def plain(text: str) -> Paragraph:
    """A paragraph that inherits everything."""
    return Paragraph((Run(text),))


def even_groups(count: int, most: int) -> list[int]:
    """`count` things in as few groups of at most `most` as possible, as even as possible, larger ones first.

    >>> even_groups(7, 5), even_groups(6, 5), even_groups(3, 5)
    ([4, 3], [3, 3], [3])
    """
    groups = -(-count // most)
    small, more = divmod(count, groups)
    return [small + 1] * more + [small] * (groups - more)


def parts(things: Sequence[T], count: int) -> list[Sequence[T]]:
    """`things` in `count` runs of about equal length, in order.

    >>> parts("一二三四五", 2)
    ['一二', '三四五']
    """
    cuts = [round(index * len(things) / count) for index in range(count + 1)]
    return [things[start:end] for start, end in pairwise(cuts)]
