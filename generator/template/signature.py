"""What the eye sees in a layout's placeholders: the title, the content areas, columns and the heads above them.

Geometry and counts alone. The type of a placeholder says what it may hold, not what it is for: the visual title may be
a body, the first body a lead line of a tenth of the height.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Box
from generator.template.facts import LayoutFacts, Place

TEXT_KINDS = frozenset({"title", "ctrTitle", "subTitle", "body", "obj"})
"""Placeholder types that hold text."""
_AREA_HEIGHT = 0.2
_AREA_WIDTH = 0.2
"""Shares of the slide. What is lower or narrower is a line, a label, a caption, not a content area."""
_TITLE_HEIGHT = 0.3
"""Share of the slide's height. A place without a title's type stands for the title only where it is no higher."""
_SAME_LINE = 0.06
_SAME_SIZE = 0.2
"""Shares of the slide: how far columns may differ in top and in size and still be a row of columns."""
_HEAD_HEIGHT = 0.18
_FIGURE_PT = 36.0
"""Points on 7.5 in. What is set larger beside its like is a figure; a title stands alone."""
_FEWEST_FIGURES = 2
_SLIDE_HEIGHT = 6_858_000
_STEPS = 10
"""Points each way in which a box is looked at for what is drawn over it."""
_TITLE_WORDS = re.compile(r"标题|標題|title|titel|titre|タイトル", re.IGNORECASE)
_SUBTITLE_WORDS = re.compile(r"副标题|副標題|sub-?\s?title|untertitel|sous-titre|サブタイトル", re.IGNORECASE)
_NUMERAL_PROMPT = re.compile(
    r"(?:0?[1-9oO]|#+|xx|[一二三四五六七八九十]|part\s*\S{0,3}|编号|序号|数字|number|no\.?)", re.I
)


@dataclass(frozen=True, slots=True)
class Signature:
    """What a layout offers. All but `title` are without it.

    `areas` are large enough for points, largest first; `columns` those of them that stand side by side, from the left;
    `heads` the line above each column, or empty; `lines` every other place for text, from the top; `entries` are equal
    small places, three or more, in reading order, and `numerals` theirs. `figures` are places of large type in a row,
    from the left, each with the small one under it or None: they are none of the others.
    """

    title: Place | None
    areas: tuple[Place, ...]
    columns: tuple[Place, ...]
    heads: tuple[Place, ...]
    lines: tuple[Place, ...]
    entries: tuple[Place, ...]
    numerals: tuple[Place, ...]
    tables: tuple[Place, ...]
    charts: tuple[Place, ...]
    pictures: tuple[Place, ...]
    figures: tuple[tuple[Place, Place | None], ...] = ()

    @property
    def holds_text(self) -> bool:
        """Whether any text can be put into it."""
        return bool(self.title or self.areas or self.lines or self.entries)

    @property
    def body(self) -> Place | None:
        """The largest content area."""
        return self.areas[0] if self.areas else None


def signature_of(layout: LayoutFacts, width: int, height: int) -> Signature:
    """The signature of a layout on a slide of that size."""
    texts = [p for p in layout.places if p.kind in TEXT_KINDS and not p.vertical and p.box.width and p.box.height]
    title = _visual_title(texts, width, height)
    figures = _figures([p for p in texts if p is not title], height)
    set_big = [place for figure in figures for place in figure if place is not None]
    others = [p for p in texts if p is not title and p not in set_big]
    areas = sorted(
        (p for p in others if p.box.height >= _AREA_HEIGHT * height and p.box.width >= _AREA_WIDTH * width),
        key=lambda p: (-_extent(p.box), p.box.top, p.box.left),
    )
    columns = _columns(areas, width, height)
    heads = _heads(columns, [p for p in others if p not in areas], height)
    rest = [p for p in others if p not in areas and p not in heads]
    entries, numerals = _entries(rest, width, height)
    if not entries and len(areas) >= 3:
        entries, numerals = (), ()
    lines = sorted((p for p in rest if p not in entries and p not in numerals), key=lambda p: (p.box.top, p.box.left))
    return Signature(
        title,
        tuple(areas),
        tuple(columns),
        heads,
        tuple(lines),
        entries,
        numerals,
        tuple(p for p in layout.places if p.kind == "tbl"),
        tuple(p for p in layout.places if p.kind == "chart"),
        tuple(p for p in layout.places if p.kind in ("pic", "media", "clipArt")),
        figures,
    )


def _figures(places: Sequence[Place], height: int) -> tuple[tuple[Place, Place | None], ...]:
    """Two places or more of one large type beside each other, and what stands under each. 01, 02, 03 are numbers of
    entries, not figures."""
    large = [p for p in places if p.size_pt >= _FIGURE_PT * height / _SLIDE_HEIGHT]
    best: list[Place] = []
    for first in large:
        row = [p for p in large if p.size_pt == first.size_pt and abs(p.box.top - first.box.top) <= _SAME_LINE * height]
        if len(row) > len(best):
            best = sorted(row, key=lambda p: p.box.left)
    if len(best) < _FEWEST_FIGURES or all(is_numeral(place) for place in best):
        return ()
    found: list[tuple[Place, Place | None]] = []
    for place in best:
        under = [
            p
            for p in places
            if p.size_pt < place.size_pt / 2
            and 0 <= p.box.top - (place.box.top + place.box.height // 2) <= 0.3 * height
            and _shared_width(p.box, place.box) >= 0.6 * min(p.box.width, place.box.width)
        ]
        found.append((place, min(under, key=lambda p: p.box.top) if under else None))
    return tuple(found)


def is_numeral(place: Place) -> bool:
    """Whether a place asks for a number: 01, PART 1, #."""
    return bool(_NUMERAL_PROMPT.fullmatch(place.prompt.strip()))


def middle(box: Box) -> float:
    """The height of a box's centre."""
    return box.top + box.height / 2


def cut_share(box: Box, layout: LayoutFacts) -> float:
    """The share of a box that drawings cut into; one that holds all of it is the ground that it stands on."""
    right, bottom = box.left + box.width, box.top + box.height
    cutting = [
        d
        for d in layout.drawings
        if not (d.left <= box.left and d.top <= box.top and d.left + d.width >= right and d.top + d.height >= bottom)
    ]
    steps = [(step + 0.5) / _STEPS for step in range(_STEPS)]
    points = [(box.left + across * box.width, box.top + down * box.height) for across in steps for down in steps]
    hit = [any(d.left <= x <= d.left + d.width and d.top <= y <= d.top + d.height for d in cutting) for x, y in points]
    return sum(hit) / len(hit)


def _visual_title(texts: Sequence[Place], width: int, height: int) -> Place | None:
    titles = [p for p in texts if p.is_title]
    content = [p for p in texts if not p.is_title and p.box.height >= _TITLE_HEIGHT * height]
    if titles:
        own = max(titles, key=lambda p: _extent(p.box))
        if content:
            return own
        # A cover whose band is a content placeholder that asks for the title, the title's own type below it for the
        # speaker: the band is what the audience reads as the title.
        above = [
            p
            for p in texts
            if not p.is_title
            and _asks_for_title(p)
            and p.box.top < own.box.top
            and p.box.height >= 0.8 * own.box.height
            and p.box.width >= 0.8 * own.box.width
        ]
        return above[0] if above else own
    low = [p for p in texts if p.box.height <= _TITLE_HEIGHT * height and p.box.width >= 2 * _AREA_WIDTH * width]
    asking = [p for p in low if _asks_for_title(p)]
    if asking:
        return min(asking, key=lambda p: p.box.top)
    above = [p for p in low if all(p.box.top < other.box.top for other in content)]
    if content:
        return min(above, key=lambda p: (-p.size_pt, p.box.top)) if above else None
    return max(low, key=lambda p: (p.size_pt, -p.box.top)) if low else None


def _asks_for_title(place: Place) -> bool:
    return bool(_TITLE_WORDS.search(place.prompt)) and not _SUBTITLE_WORDS.search(place.prompt)


def _extent(box: Box) -> int:
    return box.width * box.height


def _columns(areas: Sequence[Place], width: int, height: int) -> list[Place]:
    """The longest row of equal areas beside each other."""
    best: list[Place] = []
    for first in areas:
        row = [
            p
            for p in areas
            if abs(p.box.top - first.box.top) <= _SAME_LINE * height
            and abs(p.box.height - first.box.height) <= _SAME_SIZE * height
            and abs(p.box.width - first.box.width) <= _SAME_SIZE * width
        ]
        row.sort(key=lambda p: p.box.left)
        apart = [
            p for i, p in enumerate(row) if i == 0 or p.box.left >= row[i - 1].box.left + 0.8 * row[i - 1].box.width
        ]
        if len(apart) > len(best):
            best = apart
    return best if len(best) > 1 else []


def _heads(columns: Sequence[Place], others: Sequence[Place], height: int) -> tuple[Place, ...]:
    """The low place right above each column, as wide as it; none unless every column has one."""
    found: list[Place] = []
    for column in columns:
        above = [
            p
            for p in others
            if p not in found
            and p.box.height <= _HEAD_HEIGHT * height
            and p.box.top < column.box.top
            and p.box.top + p.box.height >= column.box.top - 0.1 * height
            and _shared_width(p.box, column.box) >= 0.6 * min(p.box.width, column.box.width)
            and p.box.width >= 0.4 * column.box.width
            and p.box.width <= 1.3 * column.box.width
        ]
        if not above:
            return ()
        found.append(max(above, key=lambda p: p.box.top))
    return tuple(found)


def _shared_width(one: Box, other: Box) -> int:
    return min(one.left + one.width, other.left + other.width) - max(one.left, other.left)


def _entries(places: Sequence[Place], width: int, height: int) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """Equal small places, three or more: the texts of an agenda; a second set as numerous and narrower: its numbers."""
    groups: list[list[Place]] = []
    for place in places:
        for group in groups:
            if (
                abs(group[0].box.width - place.box.width) <= 0.02 * width
                and abs(group[0].box.height - place.box.height) <= 0.02 * height
                and is_numeral(group[0]) == is_numeral(place)
            ):
                group.append(place)
                break
        else:
            groups.append([place])
    sets = sorted((g for g in groups if len(g) >= 3), key=lambda g: (is_numeral(g[0]), -g[0].box.width))
    if not sets or sets[0][0].box.width < 0.1 * width:
        return (), ()
    entries = in_reading_order(sets[0])
    narrow = next((g for g in sets[1:] if len(g) == len(entries) and g[0].box.width < entries[0].box.width), None)
    if narrow is None:
        return tuple(entries), ()
    free = list(narrow)
    numerals = []
    for entry in entries:
        nearest = min(free, key=lambda p: _distance(p.box, entry.box))
        free.remove(nearest)
        numerals.append(nearest)
    return tuple(entries), tuple(numerals)


def _distance(one: Box, other: Box) -> float:
    across = (one.left + one.width / 2) - (other.left + other.width / 2)
    return float(across**2 + (middle(one) - middle(other)) ** 2)


def in_reading_order(places: Sequence[Place]) -> list[Place]:
    """Row by row from the top, each from the left; two columns of rows are read column by column."""
    lefts = sorted({p.box.left for p in places})
    if len(lefts) > 1 and len({p.box.top for p in places}) > 2:
        columns: list[list[Place]] = []
        for place in sorted(places, key=lambda p: p.box.left):
            if columns and place.box.left < columns[-1][0].box.left + 0.5 * columns[-1][0].box.width:
                columns[-1].append(place)
            else:
                columns.append([place])
        if len(columns) < len(places) and all(len(c) >= 3 for c in columns):
            return [p for column in columns for p in sorted(column, key=lambda p: p.box.top)]
    half = max(1, places[0].box.height // 2)
    return sorted(places, key=lambda p: (round(p.box.top / half / 2), p.box.left))
