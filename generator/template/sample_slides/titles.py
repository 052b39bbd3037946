"""What a sample slide is read as, and its title: the words set large, whatever box they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.model import LayoutRole, SlotPurpose
from generator.template.sample_slides.grounds import usable_texts
from generator.template.sample_slides.shapes import Shape, SlideView, is_title_type
from generator.template.sample_slides.units import Units, in_reading_order, is_long
from generator.template.sample_slides.words import (
    OCCASION,
    is_figure,
    is_han,
    is_ornament,
    is_prompt,
    numeral_of,
    squeezed,
)

_HEAD = 0.22
"""Share of the height in which a slide's title stands."""
_ENTRIES = 3
"""Texts of one size and width: the first of them is no title, however high it stands."""

CARD_ROLES = frozenset(
    {
        LayoutRole.CARDS,
        LayoutRole.TWO_CONTENT,
        LayoutRole.THREE_CONTENT,
        LayoutRole.COMPARISON,
        LayoutRole.STEPS,
    }
)
"""Roles of parallel things with a text each."""


@dataclass(frozen=True)
class Reading:
    """A sample slide in a role: the shape of each purpose and unit, by id.

    `kept` are texts that stay as they are (CONTENTS). `stripped` says that the page between title and foot is to be
    cleared for the body, which is stretched over it; `panel` is the drawing under the body that is stretched with it.
    `sides` are panels that are cleared each for its own head and body.
    """

    role: LayoutRole
    fields: Mapping[tuple[SlotPurpose, int], int]
    units: Units | None = None
    kept: frozenset[int] = frozenset()
    stripped: bool = False
    panel: int | None = None
    sides: tuple[int, ...] = ()
    spared: Mapping[int, int] = field(default_factory=dict)
    """By unit, the heading that it does without: its ground goes with it, its room falls to the text."""
    dropped: frozenset[int] = frozenset()
    """Shapes that go: the other entries of an agenda of which one is lit."""
    lone: frozenset[int] = frozenset()
    """What is left of those, to be put in their middle."""
    joined: Mapping[int, frozenset[int]] = field(default_factory=dict)
    """By the id of a shape that stays: others whose room it takes over (a title in two boxes, lines of the cover)."""


def title_of(view: SlideView) -> Shape | None:
    """The title of a slide with content: its placeholder, else the largest text at the head."""
    texts = [s for s in usable_texts(view) if numeral_of(s.words) is None and not is_ornament(s.words)]
    own = next((s for s in texts if is_title_type(s)), None)
    if own is not None:
        return own
    at_head = [
        s
        for s in texts
        if s.middle[1] < _HEAD * view.height
        and not is_figure(s.words)
        and not _is_wordy(s)
        and sum(_same_box(s, other) for other in texts) < _ENTRIES
    ]
    chinese = [s for s in at_head if is_han(s.words)]
    found = chinese or at_head
    if found:
        return max(found, key=lambda s: (round(s.size_pt), -s.box.top, -s.box.left))
    return None


def _same_box(one: Shape, other: Shape) -> bool:
    return abs(one.size_pt - other.size_pt) < 1 and abs(one.box.width - other.box.width) < 0.05 * one.box.width


def great_title(texts: Sequence[Shape], view: SlideView) -> tuple[Shape | None, frozenset[int]]:
    """The text set largest, Chinese before Latin; and what belongs to it: 年终 and 总结 in a box each, of one size."""
    own = next((s for s in texts if is_title_type(s)), None)
    chinese = [s for s in texts if is_han(s.words)] or list(texts)
    if not chinese:
        return None, frozenset()
    great = own or max(chinese, key=lambda s: (s.size_pt, len(squeezed(s.words))))
    parts = [
        s
        for s in chinese
        if s is not great
        and abs(s.size_pt - great.size_pt) <= 0.15 * great.size_pt
        and great.size_pt >= 24
        and not is_long(s)
        and near(s, great, view)
    ]
    spelled = [s for s in chinese if _spells(s, great)]
    if len(squeezed(great.words)) == 1 and len(spelled) > 1:
        parts = [s for s in spelled if s is not great]
    ordered = in_reading_order([great, *parts])
    return ordered[0], frozenset(s.identity for s in ordered[1:])


def _spells(one: Shape, great: Shape) -> bool:
    """Whether two characters in a box each belong to one word: 主 题 班 会, of one size, on about one line."""
    alike = abs(one.size_pt - great.size_pt) < 1 and len(squeezed(one.words)) == 1
    return alike and abs(one.middle[1] - great.middle[1]) < great.box.height


def near(one: Shape, other: Shape, view: SlideView) -> bool:
    """Whether two texts stand close enough to be lines of one."""
    a, b = one.box, other.box
    across = max(a.left, b.left) - min(a.left + a.width, b.left + b.width)
    down = max(a.top, b.top) - min(a.top + a.height, b.top + b.height)
    return across < 0.06 * view.width and down < 0.06 * view.height


def is_occasion(shape: Shape) -> bool:
    """Whether a text names who speaks, for whom or when: 汇报人：某某."""
    return bool(OCCASION.search(shape.words)) and len(squeezed(shape.words)) <= 60 and shape.size_pt < 32


def _is_wordy(shape: Shape) -> bool:
    return len(squeezed(shape.words)) > 40 or (is_prompt(shape.words) and is_long(shape) and len(shape.words) > 24)


def only(view: SlideView, texts: Iterable[Shape]) -> SlideView:
    """The view without the texts that are no good."""
    good = {s.identity for s in texts}
    shapes = tuple(s for s in view.shapes if not s.is_text or s.identity in good)
    return replace(view, shapes=shapes)
