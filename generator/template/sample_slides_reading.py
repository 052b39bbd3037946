"""What each text of a sample slide is in a role: the title, an entry's number, its head; and what has to go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.model import LayoutRole, SlotPurpose
from generator.template.sample_slides_grounds import body_of, panel_of, sides_of, stands_on, usable_texts
from generator.template.sample_slides_shapes import Kind, Shape, SlideView, is_title_type
from generator.template.sample_slides_units import Units, in_reading_order, is_long, units_of
from generator.template.sample_slides_words import (
    AGENDA,
    OCCASION,
    THANKS,
    is_figure,
    is_han,
    is_ornament,
    is_prompt,
    is_year,
    numeral_of,
    squeezed,
)

_HEAD = 0.22
"""Share of the height in which a slide's title stands."""
_ROOMY = 0.26
"""Share of the slide that a body needs to hold points as it stands; a smaller one is stretched over the page."""
_TWO_SIDES = 2
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


def read_in_role(view: SlideView, role: LayoutRole) -> Reading | None:
    """The slide in a role; None where it lacks what the role needs."""
    match role:
        case LayoutRole.COVER:
            return _cover(view)
        case LayoutRole.CLOSING:
            return _closing(view)
        case LayoutRole.AGENDA:
            return _agenda(view)
        case LayoutRole.SECTION:
            return _section(view)
        case LayoutRole.TABLE:
            return _data(view, Kind.TABLE, SlotPurpose.TABLE) or _page(view, LayoutRole.TABLE, SlotPurpose.TABLE)
        case LayoutRole.CHART:
            return _data(view, Kind.CHART, SlotPurpose.CHART) or _page(view, LayoutRole.CHART, SlotPurpose.CHART)
        case LayoutRole.BIG_NUMBER:
            return _figures(view)
        case LayoutRole.CONTENT | LayoutRole.QUOTATION:
            return _page(view, role, SlotPurpose.BODY)
        case _:
            return _cards(view, role)


def _cover(view: SlideView) -> Reading | None:
    texts = [s for s in usable_texts(view) if not is_ornament(s.words) and numeral_of(s.words) is None]
    title, joined = _great_title([s for s in texts if not is_year(s.words) and not _is_occasion(s)], view)
    if title is None:
        return None
    fields = {(SlotPurpose.TITLE, 0): title.identity}
    taken = {title.identity, *joined}
    rest = [s for s in texts if s.identity not in taken and not is_year(s.words)]
    people = [s for s in rest if _is_occasion(s)]
    under = [s for s in rest if s not in people and s.size_pt >= 9]
    takes: dict[int, frozenset[int]] = {title.identity: frozenset(joined)}
    if people:
        speaker = max(people, key=lambda s: (s.area, -s.box.top))
        fields[SlotPurpose.SPEAKER, 0] = speaker.identity
        takes[speaker.identity] = frozenset(s.identity for s in people if s is not speaker)
    if not under and not people:
        # A year or an advert may stand where the line under the title belongs; its box serves, its words go.
        places = sorted(
            (s for s in view.texts if s.identity not in taken and _stands_under(s, title, view)),
            key=lambda s: s.box.top,
        )
        under = places[:1]
        if len(places) > 1:
            fields[SlotPurpose.SPEAKER, 0] = places[1].identity
    if under:
        below = [s for s in under if s.middle[1] > title.middle[1]] or under
        subtitle = max(below, key=lambda s: (is_han(s.words), s.size_pt, s.box.width))
        fields[SlotPurpose.SUBTITLE, 0] = subtitle.identity
    return Reading(LayoutRole.COVER, fields, joined=takes)


def _stands_under(shape: Shape, title: Shape, view: SlideView) -> bool:
    x, y = shape.middle
    box = title.box
    below = box.top + box.height * 0.6 < y < box.top + box.height + 0.3 * view.height
    return below and box.left <= x <= box.left + box.width and shape.box.width > 0.15 * view.width


def _closing(view: SlideView) -> Reading | None:
    texts = [s for s in usable_texts(view) if numeral_of(s.words) is None and not is_year(s.words)]
    chinese = [s for s in texts if is_han(s.words) and not _is_occasion(s)]
    thanks = [s for s in texts if THANKS.search(s.words) and not _is_occasion(s)]
    title, joined = _great_title([s for s in thanks if is_han(s.words)] or chinese or thanks or texts, view)
    if title is None:
        return None
    taken = {title.identity, *joined}
    ornaments = [s for s in texts if s.identity not in taken and is_ornament(s.words)]
    return Reading(
        LayoutRole.CLOSING,
        {(SlotPurpose.TITLE, 0): title.identity},
        kept=frozenset(s.identity for s in ornaments),
        joined={title.identity: frozenset(joined)},
    )


def _agenda(view: SlideView) -> Reading | None:
    texts = usable_texts(view)
    said = Counter(squeezed(s.words) for s in texts)
    # What is said once names the page; 输入目录标题 in four places prompts for its entries.
    named = [
        s for s in texts if AGENDA.search(s.words) and len(squeezed(s.words)) <= 16 and said[squeezed(s.words)] == 1
    ]
    title = max(named, key=lambda s: (is_han(s.words), s.size_pt), default=None)
    single = _split_title(texts) if title is None else ()
    apart = {s.identity for s in (*named, *single)}
    units = units_of(_only(view, texts), apart)
    heads = (units.first(long=False) or units.first(long=True)) if units else None
    if units is None or heads is None:
        return _agenda_list(view, title)
    fields = {(SlotPurpose.HEAD, i): s.identity for i, s in enumerate(heads.shapes)}
    numerals = units.first(counts=True)
    if numerals:
        fields |= {(SlotPurpose.NUMERAL, i): s.identity for i, s in enumerate(numerals.shapes)}
    joined: dict[int, frozenset[int]] = {}
    if title is not None:
        fields[SlotPurpose.TITLE, 0] = title.identity
    elif single:
        fields[SlotPurpose.TITLE, 0] = single[0].identity
        joined[single[0].identity] = frozenset(s.identity for s in single[1:])
    ornaments = {s.identity for s in texts if is_ornament(s.words)} - set(fields.values())
    return Reading(LayoutRole.AGENDA, fields, units, frozenset(ornaments), joined=joined)


def _agenda_list(view: SlideView, title: Shape | None) -> Reading | None:
    """An agenda whose entries are paragraphs of one box."""
    lists = [s for s in usable_texts(view) if s is not title and len(s.words.strip().split("\n")) > 1]
    if title is None or not lists:
        return None
    body = max(lists, key=lambda s: s.area)
    return Reading(LayoutRole.AGENDA, {(SlotPurpose.TITLE, 0): title.identity, (SlotPurpose.BODY, 0): body.identity})


def _split_title(texts: Sequence[Shape]) -> tuple[Shape, ...]:
    """目 and 录 in boxes of their own."""
    first = [s for s in texts if squeezed(s.words) == "目"]
    second = [s for s in texts if squeezed(s.words) in ("录", "錄")]
    return (first[0], second[0]) if first and second else ()


def _section(view: SlideView) -> Reading | None:
    texts = usable_texts(view)
    numerals = [s for s in texts if numeral_of(s.words) is not None]
    rest = [s for s in texts if s not in numerals and not is_ornament(s.words)]
    title, joined = _great_title([s for s in rest if not AGENDA.search(s.words)] or rest, view)
    if title is None:
        return None
    fields = {(SlotPurpose.TITLE, 0): title.identity}
    if numerals:
        fields[SlotPurpose.NUMERAL, 0] = max(numerals, key=lambda s: s.size_pt).identity
    taken = {title.identity, *joined}
    wordy = [s for s in rest if s.identity not in taken and is_long(s) and s.area > 0.04 * view.width * view.height]
    if wordy:
        fields[SlotPurpose.BODY, 0] = max(wordy, key=lambda s: s.area).identity
    kept = {s.identity for s in texts if is_ornament(s.words)} - set(fields.values())
    return Reading(LayoutRole.SECTION, fields, kept=frozenset(kept), joined={title.identity: frozenset(joined)})


def _figures(view: SlideView) -> Reading | None:
    title = title_of(view)
    units = units_of(_only(view, usable_texts(view)), {title.identity} if title else ())
    if units is None:
        return None
    values = units.first(figures=True)
    captions = units.first(long=False) or units.first(long=True)
    if values is None or captions is None:
        return None
    fields = {(SlotPurpose.VALUE, i): s.identity for i, s in enumerate(values.shapes)}
    fields |= {(SlotPurpose.CAPTION, i): s.identity for i, s in enumerate(captions.shapes)}
    if title:
        fields[SlotPurpose.TITLE, 0] = title.identity
    return Reading(LayoutRole.BIG_NUMBER, fields, units)


def _both_sides(view: SlideView, role: LayoutRole) -> Reading | None:
    """Two panels: on each the topmost text is its head, the longest other one its body, which gets the whole panel."""
    sides = sides_of(view)
    if sides is None:
        return None
    fields: dict[tuple[SlotPurpose, int], int] = {}
    for unit, side in enumerate(sides):
        texts = sorted((s for s in usable_texts(view) if stands_on(s, side)), key=lambda s: s.box.top)
        if len(texts) < _TWO_SIDES:
            return None
        body = max(texts[1:], key=lambda s: (len(squeezed(s.words)), s.area))
        fields[SlotPurpose.HEAD, unit], fields[SlotPurpose.BODY, unit] = texts[0].identity, body.identity
    title = title_of(view)
    if title is not None:
        fields[SlotPurpose.TITLE, 0] = title.identity
    return Reading(role, fields, sides=(sides[0].identity, sides[1].identity))


def _cards(view: SlideView, role: LayoutRole) -> Reading | None:
    both = _both_sides(view, role)
    if both is not None:
        return both
    title = title_of(view)
    units = units_of(_only(view, usable_texts(view)), {title.identity} if title else ())
    if units is None:
        return None
    bodies = units.first(long=True)
    heads = units.first(long=False)
    if bodies is None and heads is None:
        return None
    fields: dict[tuple[SlotPurpose, int], int] = {}
    for series, purpose in ((heads, SlotPurpose.HEAD), (bodies, SlotPurpose.BODY)):
        if series:
            fields |= {(purpose, i): s.identity for i, s in enumerate(series.shapes)}
    if bodies is None and heads is not None:
        # Heads alone hold the text.
        fields = {(SlotPurpose.BODY, i): s.identity for i, s in enumerate(heads.shapes)}
    numerals = units.first(counts=True)
    if numerals:
        fields |= {(SlotPurpose.NUMERAL, i): s.identity for i, s in enumerate(numerals.shapes)}
    if title:
        fields[SlotPurpose.TITLE, 0] = title.identity
    return Reading(role, fields, units)


def _data(view: SlideView, kind: Kind, purpose: SlotPurpose) -> Reading | None:
    """The largest table or chart of the slide gives its place."""
    frames = [s for s in view.shapes if s.kind is kind]
    if not frames:
        return None
    title = title_of(view)
    frame = max(frames, key=lambda s: s.area)
    fields = {(purpose, 0): frame.identity}
    if title:
        fields[SlotPurpose.TITLE, 0] = title.identity
    role = LayoutRole.TABLE if kind is Kind.TABLE else LayoutRole.CHART
    return Reading(role, fields, stripped=frame.area < 0.3 * view.width * view.height)


def _page(view: SlideView, role: LayoutRole, purpose: SlotPurpose) -> Reading | None:
    """A page of text: the largest long text is the body; with its panel it is stretched where it is too small."""
    title = title_of(view)
    body = body_of(view, title)
    if body is None:
        return None
    fields = {(purpose, 0): body.identity}
    if title:
        fields[SlotPurpose.TITLE, 0] = title.identity
    panel = panel_of(view, body)
    room = max(body.area, panel.area if panel and body.area > 0.5 * panel.area else 0)
    roomy = room >= _ROOMY * view.width * view.height and purpose is SlotPurpose.BODY
    crowded = [s for s in usable_texts(view) if s.identity not in fields.values() and is_han(s.words)]
    return Reading(
        role, fields, stripped=not roomy or len(crowded) > _TWO_SIDES, panel=panel.identity if panel else None
    )


def _great_title(texts: Sequence[Shape], view: SlideView) -> tuple[Shape | None, frozenset[int]]:
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
        and _near(s, great, view)
    ]
    ordered = in_reading_order([great, *parts])
    return ordered[0], frozenset(s.identity for s in ordered[1:])


def _near(one: Shape, other: Shape, view: SlideView) -> bool:
    a, b = one.box, other.box
    across = max(a.left, b.left) - min(a.left + a.width, b.left + b.width)
    down = max(a.top, b.top) - min(a.top + a.height, b.top + b.height)
    return across < 0.06 * view.width and down < 0.06 * view.height


def _is_occasion(shape: Shape) -> bool:
    return bool(OCCASION.search(shape.words)) and len(squeezed(shape.words)) <= 60 and shape.size_pt < 32


def _is_wordy(shape: Shape) -> bool:
    return len(squeezed(shape.words)) > 40 or (is_prompt(shape.words) and is_long(shape) and len(shape.words) > 24)


def _only(view: SlideView, texts: Iterable[Shape]) -> SlideView:
    """The view without the texts that are no good."""
    good = {s.identity for s in texts}
    shapes = tuple(s for s in view.shapes if not s.is_text or s.identity in good)
    return SlideView(view.number, shapes, view.width, view.height)
