"""What every kind of slide needs to be placed: the template's layouts, the way through the speech, the settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeVar

from generator.errors import TemplateError
from generator.fitting.breaking import place_title
from generator.fitting.measure import EMU_PER_POINT, one_line_size
from generator.language import width_em
from generator.model import (
    Excerpt,
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

_BETWEEN_PARTS = " ｜ "
_MOST_PARTS_NAMED = 4
"""More names in a line are no help to whoever lost the way."""
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
    table_sizes: Mapping[str, float] = field(default_factory=dict)
    """Points, by form: what all tables of one form share."""

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
        """All parts with the current one marked: 强学习 ｜ **抓落实** ｜ 严作风; it leads to the divider of that part.

        Where they are too many or too long for one line, which part of how many: 2/3　注重“三维度”学思践悟.
        """
        slot = layout.slot(SlotPurpose.BREADCRUMB)
        divided = [part for part in self.storyboard.parts if part.divider]
        part = self.storyboard.part(slide.part)
        if slot is None or part is None or part not in divided:
            return []
        at, names = divided.index(part), [each.name.text for each in divided]
        whole, size, room = _BETWEEN_PARTS.join(names), slot.size_pt, slot.box.width - slot.indent
        if 1 < len(names) <= _MOST_PARTS_NAMED and width_em(whole) * size * EMU_PER_POINT <= room:
            before = "".join(name + _BETWEEN_PARTS for name in names[:at])
            after = "".join(_BETWEEN_PARTS + name for name in names[at + 1 :])
            current = Run(names[at], bold=True, color=self.template.emphasis)
            runs = tuple(run for run in (Run(before), current, Run(after)) if run.text)
        else:
            text = f"{at + 1}/{len(names)}　{names[at]}"
            runs, size = (Run(text),), one_line_size(text, slot, SMALLEST_BREADCRUMB_PT, self.settings)
        return [TextPlacement(slot, (Paragraph(runs),), size if size != slot.size_pt else None, part.divider)]


def page_id(slide_id: str, part: int) -> str:
    """The id of the `part`-th page of a slide (from 0): point-1-2, point-1-2.2, point-1-2.3."""
    return slide_id if part == 0 else f"{slide_id}.{part + 1}"


def named(title: str, group: Excerpt | None) -> str:
    """The deck's own label and what it is about: 主要数据：2017年工作回顾. A name with a colon of its own is set off
    by a blank, so that both can be told apart again."""
    if group is None or not group.text:
        return title
    return f"{title}　{group.text}" if "：" in group.text else f"{title}：{group.text}"


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
