"""The sample slides that frame a speech: what each text of a cover, agenda, divider or closing slide is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.model import LayoutRole, SlotPurpose
from generator.template.sample_slides.grounds import usable_texts
from generator.template.sample_slides.lit import lit_unit
from generator.template.sample_slides.shapes import Kind, Shape, SlideView
from generator.template.sample_slides.titles import Reading, great_title, is_occasion, near, only
from generator.template.sample_slides.units import is_long, units_of
from generator.template.sample_slides.words import (
    AGENDA,
    DATE_FIELD,
    SPEAKER_FIELD,
    THANKS,
    UNIT_FIELD,
    field_name,
    is_advert,
    is_han,
    is_ornament,
    is_year,
    numeral_of,
    squeezed,
)

_SMALL_TITLE_PT = 30.0
"""Points. The title of a cover is set larger; where nothing is, it is a picture."""


def cover_reading(view: SlideView) -> Reading | None:
    """The title, the line under it, and the places for who speaks, for whom and when."""
    texts = [s for s in usable_texts(view) if not is_ornament(s.words) and numeral_of(s.words) is None]
    title, joined = great_title([s for s in texts if not is_year(s.words) and not is_occasion(s)], view)
    lettering = _lettering(view, title)
    if title is None and lettering is None:
        return None
    if lettering is not None or title is None:
        # The title is drawn as a picture: the new one takes its place, and what is written stands under it.
        title, joined = lettering, frozenset()
    if title is None:
        return None
    fields = {(SlotPurpose.TITLE, 0): title.identity}
    taken = {title.identity, *joined}
    rest = [s for s in texts if s.identity not in taken and not is_year(s.words)]
    # 汇报人：某某PPT advertises in the speaker's place.
    people = [s for s in rest if is_occasion(s)]
    people += [s for s in view.texts if is_advert(s.words) and field_name(s.words)]
    under = [s for s in rest if s not in people and s.size_pt >= 9]
    takes: dict[int, frozenset[int]] = {title.identity: frozenset(joined)}
    apart = _people_apart(people)
    if apart:
        fields |= {(SlotPurpose.SPEAKER, unit): shape.identity for unit, shape in apart.items()}
    elif people:
        speaker = max(people, key=lambda s: (s.area, -s.box.top))
        fields[SlotPurpose.SPEAKER, 0] = speaker.identity
        takes[speaker.identity] = frozenset(s.identity for s in people if s is not speaker and near(s, speaker, view))
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


def _lettering(view: SlideView, title: Shape | None) -> Shape | None:
    """The picture of a title in art lettering: wide and low in the middle of a cover without large type."""
    if title is not None and title.size_pt > _SMALL_TITLE_PT:
        return None
    wide = [
        s
        for s in view.shapes
        if s.kind is Kind.PICTURE
        and s.box.width > 0.4 * view.width
        and 0.08 * view.height < s.box.height < 0.36 * view.height
        and 0.2 * view.height < s.middle[1] < 0.65 * view.height
    ]
    return max(wide, key=lambda s: s.box.width, default=None)


def _people_apart(people: Sequence[Shape]) -> dict[int, Shape]:
    """The places of unit, speaker and date (0, 1, 2), each after its own word; empty where that is not told apart.

    A box that names two of them (汇报人：某某　时间：某日) holds all.
    """
    found: dict[int, Shape] = {}
    for shape in people:
        names = [
            unit for unit, pattern in enumerate((UNIT_FIELD, SPEAKER_FIELD, DATE_FIELD)) if pattern.search(shape.words)
        ]
        if len(names) > 1 or "\n" in shape.words.strip():
            return {}
        if names and (names[0] not in found or shape.area > found[names[0]].area):
            found[names[0]] = shape
    return found if len(found) > 1 else {}


def _stands_under(shape: Shape, title: Shape, view: SlideView) -> bool:
    x, y = shape.middle
    box = title.box
    below = box.top + box.height * 0.6 < y < box.top + box.height + 0.3 * view.height
    return below and box.left <= x <= box.left + box.width and shape.box.width > 0.15 * view.width


def closing_reading(view: SlideView) -> Reading | None:
    """The words of thanks; what only decorates stays."""
    texts = [s for s in usable_texts(view) if numeral_of(s.words) is None and not is_year(s.words)]
    chinese = [s for s in texts if is_han(s.words) and not is_occasion(s)]
    thanks = [s for s in texts if THANKS.search(s.words) and not is_occasion(s)]
    # END in the largest type is the word of thanks of a page that has a smaller line in Chinese.
    larger = [s for s in thanks if s.size_pt > max((other.size_pt for other in chinese), default=0.0)]
    title, joined = great_title([s for s in thanks if is_han(s.words)] or larger or chinese or thanks or texts, view)
    if title is None:
        # 谢谢大家 drawn as a picture: the page is used as it is.
        drawn = not view.texts and any(s.kind is Kind.PICTURE for s in view.shapes)
        return Reading(LayoutRole.CLOSING, {}) if drawn else None
    taken = {title.identity, *joined}
    ornaments = [s for s in texts if s.identity not in taken and is_ornament(s.words)]
    return Reading(
        LayoutRole.CLOSING,
        {(SlotPurpose.TITLE, 0): title.identity},
        kept=frozenset(s.identity for s in ornaments),
        joined={title.identity: frozenset(joined)},
    )


def agenda_reading(view: SlideView) -> Reading | None:
    """Its name, and the entries with their counts: boxes that repeat, else the lines of one box."""
    texts = usable_texts(view)
    said = Counter(squeezed(s.words) for s in texts)
    # What is said once names the page; 输入目录标题 in four places prompts for its entries.
    named = [
        s for s in texts if AGENDA.search(s.words) and len(squeezed(s.words)) <= 16 and said[squeezed(s.words)] == 1
    ]
    title = max(named, key=lambda s: (is_han(s.words), s.size_pt), default=None)
    single = _split_title(texts) if title is None else ()
    apart = {s.identity for s in (*named, *single)}
    units = units_of(only(view, texts), apart)
    heads = (units.first(long=False) or units.first(long=True)) if units else None
    if units is None or heads is None:
        return _agenda_list(view, title)
    fields = {(SlotPurpose.HEAD, i): s.identity for i, s in enumerate(heads.shapes)}
    numerals = units.first(counts=True)
    if numerals:
        fields |= {(SlotPurpose.NUMERAL, i): s.identity for i, s in enumerate(numerals.shapes)}
    if title is not None:
        fields[SlotPurpose.TITLE, 0] = title.identity
    # 目 and 录 in a box each say what the page is, as the designer set them.
    ornaments = {s.identity for s in texts if is_ornament(s.words)} | {s.identity for s in single}
    return Reading(LayoutRole.AGENDA, fields, units, frozenset(ornaments - set(fields.values())))


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


def section_reading(view: SlideView) -> Reading | None:
    """The heading of the part, its count, and a text for what it holds."""
    lit = _lit_section(view)
    if lit is not None:
        return lit
    texts = usable_texts(view)
    numerals = [s for s in texts if numeral_of(s.words) is not None]
    rest = [s for s in texts if s not in numerals and not is_ornament(s.words)]
    title, joined = great_title([s for s in rest if not AGENDA.search(s.words)] or rest, view)
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


def _lit_section(view: SlideView) -> Reading | None:
    """The agenda with one entry lit: that entry is the heading of the part, the others go."""
    agenda = agenda_reading(view)
    unit = None if agenda is None or agenda.units is None else lit_unit(view, agenda.units)
    if agenda is None or agenda.units is None or unit is None:
        return None
    fields = {(SlotPurpose.TITLE, 0): agenda.fields[SlotPurpose.HEAD, unit]}
    if (SlotPurpose.NUMERAL, unit) in agenda.fields:
        fields[SlotPurpose.NUMERAL, 0] = agenda.fields[SlotPurpose.NUMERAL, unit]
    kept = agenda.kept | {i for (purpose, _), i in agenda.fields.items() if purpose is SlotPurpose.TITLE}
    others = frozenset(i for at, members in enumerate(agenda.units.members) if at != unit for i in members)
    return Reading(LayoutRole.SECTION, fields, kept=kept, dropped=others, lone=agenda.units.members[unit])
