"""What repeats on a sample slide: agenda entries, cards, figures. Each unit is all that belongs to one of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from generator.language import width_em
from generator.model import Box
from generator.template.sample_slides.shapes import Shape, SlideView
from generator.template.sample_slides.words import is_figure, is_ornament, numeral_of, squeezed

_EMU_PER_POINT = 12_700
_LINE_EM = 1.45
"""Em from line to line."""
_SAME_SIZE_PT = 0.6
_SAME_HEIGHT = 0.4
"""Share by which the boxes of one series may differ in height."""
_LONG = 13
"""Characters. A longer text, or one of several lines, explains; a shorter one is a heading."""
_MOST_UNITS = 10
_PANEL = 0.4
"""Share of the slide. A larger drawing is no part of a unit but a ground."""


@dataclass(frozen=True, slots=True)
class Series:
    """Texts of one form, a unit each, in the order of the units."""

    shapes: tuple[Shape, ...]

    @property
    def counts(self) -> bool:
        """Whether they are numerals."""
        return all(numeral_of(shape.words) is not None for shape in self.shapes)

    @property
    def figures(self) -> bool:
        """Whether most of them are figures: 85%, 500+."""
        return sum(is_figure(shape.words) for shape in self.shapes) * 2 > len(self.shapes)

    @property
    def letters(self) -> bool:
        """Whether each is a single letter or character."""
        return all(len(squeezed(shape.words)) == 1 for shape in self.shapes)

    @property
    def long(self) -> bool:
        """Whether they explain: most have more characters than a heading."""
        return sum(_is_long(shape) for shape in self.shapes) * 2 > len(self.shapes)


@dataclass(frozen=True, slots=True)
class Units:
    """Repeated things: the series of their texts, and the ids of all shapes of each unit.

    `row` says that they stand beside each other, `column` below each other; neither: in a grid or zig-zag.
    """

    series: tuple[Series, ...]
    members: tuple[frozenset[int], ...]
    row: bool
    column: bool

    @property
    def count(self) -> int:
        """How many."""
        return len(self.members)

    def first(self, *, counts: bool = False, figures: bool = False, long: bool | None = None) -> Series | None:
        """The largest-typed series of that form; numerals and figures only where they are asked for."""
        fitting = [
            s
            for s in self.series
            if s.counts == counts and (s.figures and not s.counts) == figures and (long is None or s.long == long)
        ]
        # A letter on each (S W O T) is drawn for the eye: the words beside it say what it is.
        return max(fitting, key=lambda s: (not s.letters, s.shapes[0].size_pt), default=None)


def units_of(view: SlideView, apart: Iterable[int] = ()) -> Units | None:
    """The repeated things on a slide, the shapes in `apart` (title, page number) left out; None without any."""
    left_out = set(apart)
    texts = [s for s in view.texts if s.identity not in left_out and not is_ornament(s.words)]
    found = [group for group in _alike(texts) if 2 <= len(group) <= _MOST_UNITS]
    if not found:
        return None
    count = _count(found)
    chosen = [group for group in found if len(group) == count]
    base = max(chosen, key=lambda g: (all(numeral_of(s.words) is not None for s in g), g[0].size_pt))
    numbered = next(
        (g for g in chosen if sorted(numeral_of(s.words) or 0 for s in g) == list(range(1, count + 1))), None
    )
    ordered = sorted(numbered, key=lambda s: numeral_of(s.words) or 0) if numbered else in_reading_order(base)
    return _units(view, tuple(Series(tuple(_beside(ordered, group))) for group in chosen), left_out)


def units_around(view: SlideView, ordered: Sequence[Shape], apart: Iterable[int] = ()) -> Units:
    """The units that a person has marked, `ordered` being a text of each; other texts of as many units join them."""
    left_out = set(apart)
    own = {shape.identity for shape in ordered}
    texts = [s for s in view.texts if s.identity not in left_out | own]
    groups = [group for group in _alike(texts) if len(group) == len(ordered)]
    series = (Series(tuple(ordered)), *(Series(tuple(_beside(ordered, group))) for group in groups))
    return _units(view, series, left_out)


def _units(view: SlideView, series: tuple[Series, ...], left_out: set[int]) -> Units:
    count = len(series[0].shapes)
    members = _members(view, [[s.shapes[i] for s in series] for i in range(count)], left_out)
    boxes = [_around([view.shape(i) for i in ids]) for ids in members]
    return Units(
        series,
        members,
        row=all(a.left + a.width <= b.left + b.width * 0.35 for a, b in pairwise(boxes)) and _level(boxes, across=True),
        column=all(a.top + a.height <= b.top + b.height * 0.35 for a, b in pairwise(boxes))
        and _level(boxes, across=False),
    )


def in_reading_order(shapes: Sequence[Shape]) -> list[Shape]:
    """Left to right where all stand beside each other (zig-zag too), top to bottom where below, else line by line."""
    across = sorted(shapes, key=lambda s: s.box.left)
    if all(a.box.left + 0.6 * a.box.width <= b.box.left for a, b in pairwise(across)):
        return across
    down = sorted(shapes, key=lambda s: s.middle[1])
    if all(a.box.top + 0.6 * a.box.height <= b.box.top for a, b in pairwise(down)):
        return down
    lines: list[list[Shape]] = []
    for shape in down:
        if lines and abs(shape.middle[1] - lines[-1][0].middle[1]) < 0.75 * max(
            shape.box.height, lines[-1][0].box.height
        ):
            lines[-1].append(shape)
        else:
            lines.append([shape])
    return [shape for line in lines for shape in sorted(line, key=lambda s: s.box.left)]


def _alike(texts: Sequence[Shape]) -> list[list[Shape]]:
    """Groups of texts of one form: the same kind of words, type size, height and (where it is drawn) width."""
    groups: list[list[Shape]] = []
    for shape in texts:
        for group in groups:
            if _same_form(shape, group[0]):
                group.append(shape)
                break
        else:
            groups.append([shape])
    return groups


def _same_form(one: Shape, other: Shape) -> bool:
    counts = numeral_of(one.words) is not None
    if counts != (numeral_of(other.words) is not None):
        # 12 beside 3200 and 8.6, of one size in boxes of one height, is a figure as they are.
        figures = is_figure(one.words) or is_figure(other.words)
        digits = all(squeezed(shape.words)[:1].isdigit() for shape in (one, other))
        return (
            figures
            and digits
            and abs(one.size_pt - other.size_pt) <= _SAME_SIZE_PT
            and one.box.height == other.box.height
        )
    if abs(one.size_pt - other.size_pt) > _SAME_SIZE_PT or one.geometry != other.geometry:
        return False
    if counts:
        return True
    if is_figure(one.words) != is_figure(other.words) and min(one.size_pt, other.size_pt) < 20:
        return False
    tallest = max(one.box.height, other.box.height, 1)
    # A line under the title is no third column beside two texts of its size.
    unlike = _is_long(one) != _is_long(other) or one.align != other.align
    if abs(one.box.height - other.box.height) > _SAME_HEIGHT * tallest and unlike:
        return False
    widest = max(one.box.width, other.box.width, 1)
    # Boxes that hug their words differ in width; then they share an edge or the middle, or a line.
    return abs(one.box.width - other.box.width) <= 0.15 * widest or (
        _is_long(one) == _is_long(other) and abs(one.box.width - other.box.width) <= 0.5 * widest
    )


def _count(groups: Sequence[Sequence[Shape]]) -> int:
    """The number of units that most of the words on the slide agree on; numerals count double."""
    weights: dict[int, float] = {}
    for group in groups:
        weight = 2.0 if all(numeral_of(s.words) is not None for s in group) else 1.0
        weights[len(group)] = weights.get(len(group), 0.0) + weight * (1.0 + 0.05 * len(group))
    return max(weights, key=lambda count: (weights[count], count))


def _beside(ordered: Sequence[Shape], group: Sequence[Shape]) -> list[Shape]:
    """Each unit's own of a series: pairs by nearness, the nearest first."""
    if group is ordered:
        return list(ordered)
    pairs = sorted(
        ((_distance(unit, shape), i, j) for i, unit in enumerate(ordered) for j, shape in enumerate(group)),
    )
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in pairs:
        if i not in taken and j not in used:
            taken[i] = j
            used.add(j)
    return [group[taken[i]] for i in range(len(ordered))]


def _distance(one: Shape, other: Shape) -> tuple[bool, float, float]:
    """How near a text stands to another: in one group, by the gap between their boxes, then by their middles.

    In a column that steps aside (一, and 二 a little to the right) the middle of the next entry may be the nearer one.
    """
    a, b = one.box, other.box
    across = max(0, max(a.left, b.left) - min(a.left + a.width, b.left + b.width))
    down = max(0, max(a.top, b.top) - min(a.top + a.height, b.top + b.height))
    (x1, y1), (x2, y2) = _middle_of_words(one), _middle_of_words(other)
    grouped = one.group is not None and one.group == other.group
    return not grouped, float(across**2 + down**2), float((x1 - x2) ** 2 + (y1 - y2) ** 2)


def _middle_of_words(shape: Shape) -> tuple[float, float]:
    """Where a text's words are: 01 at the head of a box two rows high belongs to the first row."""
    x, y = shape.middle
    if not shape.is_text or shape.vertical:
        return x, y
    line = shape.size_pt * _LINE_EM * _EMU_PER_POINT
    lines = ceil(width_em(shape.words) * shape.size_pt * _EMU_PER_POINT / max(1, shape.box.width))
    free = max(0.0, shape.box.height - max(1, lines) * line) / 2
    return x, y + {"t": -free, "b": free}.get(shape.anchor, 0.0)


def _members(view: SlideView, texts: Sequence[Sequence[Shape]], left_out: set[int]) -> tuple[frozenset[int], ...]:
    """The shapes of each unit: its texts, drawings that repeat with them, and what stands inside its bounds."""
    area = view.width * view.height
    count = len(texts)
    ids = [{shape.identity for shape in unit} for unit in texts]
    taken = {identity for unit in ids for identity in unit}
    rest = [
        s
        for s in view.shapes
        if s.identity not in taken and s.identity not in left_out and not s.is_field and s.area < _PANEL * area
    ]
    anchors = [unit[0] for unit in texts]
    for group in _same_drawings(rest):
        if len(group) == count:
            for unit, shape in zip(ids, _beside(anchors, group), strict=True):
                unit.add(shape.identity)
                taken.add(shape.identity)
    for shape in rest:
        if shape.identity in taken:
            continue
        owners = [i for i, unit in enumerate(ids) if _contains(_around([view.shape(x) for x in unit]), shape)]
        grouped = [
            i for i, unit in enumerate(ids) if shape.group and any(view.shape(x).group == shape.group for x in unit)
        ]
        if len(owners) == 1 or (not owners and len(grouped) == 1):
            ids[(owners or grouped)[0]].add(shape.identity)
    return tuple(frozenset(unit) for unit in ids)


def _same_drawings(shapes: Sequence[Shape]) -> list[list[Shape]]:
    groups: list[list[Shape]] = []
    for shape in shapes:
        if shape.is_text:
            continue
        for group in groups:
            other = group[0]
            if (
                other.kind is shape.kind
                and other.geometry == shape.geometry
                and abs(other.box.width - shape.box.width) <= 0.15 * max(other.box.width, 12_700)
                and abs(other.box.height - shape.box.height) <= 0.1 * max(other.box.height, 12_700)
            ):
                group.append(shape)
                break
        else:
            groups.append([shape])
    return groups


def _around(shapes: Iterable[Shape]) -> Box:
    boxes = [shape.box for shape in shapes]
    left, top = min(b.left for b in boxes), min(b.top for b in boxes)
    right, bottom = max(b.left + b.width for b in boxes), max(b.top + b.height for b in boxes)
    return Box(left, top, right - left, bottom - top)


def _contains(box: Box, shape: Shape) -> bool:
    x, y = shape.middle
    inside = box.left <= x <= box.left + box.width and box.top <= y <= box.top + box.height
    # A line that leads through all units has its middle in one of them and belongs to none.
    return inside and shape.box.width <= 1.2 * box.width and shape.box.height <= 1.2 * box.height


def _level(boxes: Sequence[Box], *, across: bool) -> bool:
    """Whether all stand on one line: their middles differ by less than half a unit."""
    middles = [b.top + b.height / 2 if across else b.left + b.width / 2 for b in boxes]
    extent = max(b.height if across else b.width for b in boxes)
    return max(middles) - min(middles) <= 0.5 * extent


def is_long(shape: Shape) -> bool:
    """Whether a text explains rather than heads."""
    return _is_long(shape)


def _is_long(shape: Shape) -> bool:
    return len(squeezed(shape.words)) > _LONG or "\n" in shape.words.strip()
