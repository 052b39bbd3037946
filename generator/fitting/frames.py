"""The slides that frame the speech: cover, agenda, dividers, closing."""

from __future__ import annotations

from collections.abc import Sequence

from generator.fitting.breaking import balanced_text, place_title, without_stub
from generator.fitting.context import Context, even_groups, parts, plain
from generator.fitting.measure import (
    EMU_PER_POINT,
    grown,
    largest_common_size,
    largest_size,
    text_height,
    wider_gap,
)
from generator.model import (
    Agenda,
    AgendaEntry,
    Closing,
    Cover,
    Divider,
    Label,
    Layout,
    LayoutRole,
    Page,
    Paragraph,
    Placement,
    Run,
    Slide,
    Slot,
    SlotPurpose,
    TextPlacement,
)

_PEOPLE = 3
"""Unit, speaker, date."""
_COVER_TITLE_LINES = 3
"""A title of forty characters."""
_RATHER_SMALLER = 0.7
"""Share of a cover title's own size. Down to it two lines are better than three."""
_LARGE_BODY = 0.4
"""Share of the slide's height. A divider's body as high as that sets its items larger and further apart."""


def cover_pages(slide: Slide, cover: Cover, context: Context) -> list[Page]:
    """Title, subtitle, and a line each for unit, speaker and date; what nobody gave leaves no gap."""
    layout = context.layout(LayoutRole.COVER) or context.content_layout()
    placements: list[Placement] = []
    slot = layout.slot(SlotPurpose.TITLE)
    if slot:
        placements.append(_cover_title(cover.title.text, slot, context))
    subtitle = [plain(cover.subtitle.text)] if cover.subtitle else []
    lines = [plain(line) for line in (cover.unit, cover.speaker, cover.date) if line]
    first, second = layout.slot(SlotPurpose.SUBTITLE), layout.slot(SlotPurpose.SPEAKER)
    apart = {unit: found for unit in range(_PEOPLE) if (found := layout.slot(SlotPurpose.SPEAKER, unit))}
    if any(apart):
        # The template has places of their own for unit, speaker and date, in that order.
        given = [cover.unit, cover.speaker, cover.date]
        if first is not None and any(slot.prefix for slot in apart.values()):
            # A plate that says 汇报人 holds no date: what has no place of its own stands under the title.
            rest = [line for unit, line in enumerate(given) if line and unit not in apart]
            subtitle += [plain("　".join(rest))] if rest else []
            given = [line if unit in apart else None for unit, line in enumerate(given)]
        places = _people_apart((given[0], given[1], given[2]), apart)
        placements += [_cover_lines(slot, list(shown), context) for slot, shown in places]
        second, lines = None, []
        if first is None:
            return [Page(slide.id, layout, tuple(placements), tuple(note.text for note in slide.notes))]
    if not any(apart) and (first is None or second is None):
        # A template with one place beside the title holds all of it there, a line each.
        first, subtitle, lines = first or second, [*subtitle, *lines], []
    for slot, paragraphs in ((first, subtitle), (second, lines)):
        if slot and paragraphs:
            placements.append(_cover_lines(slot, paragraphs, context))
    return [Page(slide.id, layout, tuple(placements), tuple(note.text for note in slide.notes))]


def _cover_title(text: str, slot: Slot, context: Context) -> TextPlacement:
    """A short title as large as the cover has it, a long one a little smaller in two lines, the longest in three."""
    two = place_title(text, slot, context.settings.widest_title_lines, context.settings)
    if (two.size_pt or slot.size_pt) >= _RATHER_SMALLER * slot.size_pt:
        return two
    return place_title(text, slot, _COVER_TITLE_LINES, context.settings)


def _people_apart(
    lines: tuple[str | None, str | None, str | None], apart: dict[int, Slot]
) -> list[tuple[Slot, tuple[Paragraph, ...]]]:
    """Each line in its own place; one without a place goes to the nearest before it, or else after it."""
    shown: dict[int, list[tuple[int, str]]] = {}
    for unit, line in enumerate(lines):
        if line:
            place = max((at for at in apart if at <= unit), default=min(apart))
            shown.setdefault(place, []).append((unit, line))
    return [(apart[place], tuple(_named(apart[place], place, given))) for place, given in shown.items()]


def _named(slot: Slot, place: int, given: list[tuple[int, str]]) -> list[Paragraph]:
    """The lines of a place, after the template's own word for what stands there (汇报人：张三).

    A unit before the speaker joins him under that word, a date does not; the word goes where only another line stands.
    """
    if not slot.prefix or all(unit != place for unit, _ in given):
        return [plain(line) for _, line in given]
    own = "　".join(line for unit, line in given if unit <= place)
    return [plain(slot.prefix + own), *(plain(line) for unit, line in given if unit > place)]


def _cover_lines(slot: Slot, lines: list[Paragraph], context: Context) -> TextPlacement:
    """A line each where they fit, else the last ones in one line: 永昌镇人民政府　张三　2025年6月."""
    floor = _floor(slot, context)
    for kept in range(len(lines), 0, -1):
        last = plain("　".join(line.text for line in lines[kept - 1 :]))
        shown = [*lines[: kept - 1], last]
        if largest_size(shown, grown(slot, floor), floor, context.settings) is not None:
            return _sized(slot, shown, context)
    return _sized(slot, lines, context)


def agenda_pages(slide: Slide, agenda: Agenda, context: Context) -> list[Page]:
    """A numbered entry a part, each leading to its divider; more parts than the roomiest layout holds go on."""
    most = context.most_units(LayoutRole.AGENDA)
    if most == 0:
        return _agenda_as_points(slide, agenda, context)
    pages, first = [], 0
    for part, count in enumerate(even_groups(len(agenda.entries), most)):
        layout = context.layout(LayoutRole.AGENDA, count)
        if layout is None:
            return _agenda_as_points(slide, agenda, context)
        entries = agenda.entries[first : first + count]
        title = agenda.title.text + (Label.CONTINUED if part else "")
        placements = _entries(layout, entries, first, context)
        if placements is None:
            return _agenda_as_points(slide, agenda, context)
        pages.append(context.page(slide, layout, title, placements, part))
        first += count
    return pages


def _entries(layout: Layout, entries: tuple[AgendaEntry, ...], first: int, context: Context) -> list[Placement] | None:
    """The entries at one size; None where the places of a template are too small for them.

    Twenty-four low lines hold 工作总结 and nothing longer: there the agenda stands as points.
    """
    heads = [
        (slot, entry) for unit, entry in enumerate(entries) if (slot := layout.slot(SlotPurpose.HEAD, unit)) is not None
    ]
    size = largest_common_size(
        (([plain(entry.text.text)], slot) for slot, entry in heads),
        context.settings.smallest_body_pt,
        context.settings,
    )
    if size is None and any(_stands_over(entry.text.text, slot, context) for slot, entry in heads):
        return None
    placements: list[Placement] = []
    for unit, (slot, entry) in enumerate(heads):
        numeral = layout.slot(SlotPurpose.NUMERAL, unit)
        if numeral:
            placements.append(TextPlacement(numeral, (plain(f"{first + unit + 1:02d}"),), link=entry.target))
        own = size if size is not None else context.settings.smallest_body_pt
        text = balanced_text(entry.text.text, slot, own)
        placements.append(TextPlacement(slot, (plain(text),), own if own != slot.size_pt else None, entry.target))
    return placements


def _stands_over(text: str, slot: Slot, context: Context) -> bool:
    """Whether a text at the floor needs half a line more than its place has; less than that nobody sees."""
    size = min(slot.size_pt, context.settings.smallest_body_pt)
    needed = text_height([plain(text)], slot, size, context.settings)
    return needed > slot.box.height / EMU_PER_POINT + 0.5 * size * context.settings.line_height_em


def _agenda_as_points(slide: Slide, agenda: Agenda, context: Context) -> list[Page]:
    """The entries as numbered lines. Only the number leads to the part: programs underline what is a link."""
    layout = context.layout(LayoutRole.AGENDA) or context.content_layout()
    slot = layout.slot(SlotPurpose.BODY)
    if slot is None:
        layout = context.content_layout()
        slot = layout.slot(SlotPurpose.BODY)
    emphasis = context.template.emphasis
    paragraphs = [
        Paragraph((Run(f"{number:02d}", bold=True, color=emphasis), Run(f"　{entry.text.text}")), entry.target)
        for number, entry in enumerate(agenda.entries, 1)
    ]
    if slot is None:
        return [context.page(slide, layout, agenda.title.text, [])]
    floor = context.settings.smallest_body_pt
    pages = []
    for count in range(1, len(paragraphs) + 1):
        groups = parts(paragraphs, count)
        if all(largest_size(group, grown(slot, floor), floor, context.settings) is not None for group in groups):
            break
    for part, group in enumerate(groups):
        title = agenda.title.text + (Label.CONTINUED if part else "")
        pages.append(context.page(slide, layout, title, [_spread(slot, group, context)], part))
    return pages


def divider_pages(slide: Slide, divider: Divider, context: Context) -> list[Page]:
    """The numeral, the heading, and the items of the part where all fit: each has slides of its own."""
    # Without items the numeral and the heading stand in the middle, where a look has a layout for that.
    layout = (divider.items and context.layout(LayoutRole.SECTION, 1)) or context.layout(LayoutRole.SECTION)
    layout = layout or context.content_layout()
    placements: list[Placement] = []
    numeral = layout.slot(SlotPurpose.NUMERAL)
    if numeral:
        agenda = next((other.id for other in context.storyboard.slides if isinstance(other.content, Agenda)), None)
        placements.append(TextPlacement(numeral, (plain(f"{divider.number:02d}"),), link=agenda))
    body = layout.slot(SlotPurpose.BODY)
    items = [plain(item.text) for item in divider.items]
    if body and items and (size := _divider_size(items, body, context)) is not None:
        # The items stand on the slides that follow; where the divider has no room for them, it does without.
        shown = tuple(plain(without_stub(item.text, body, size)) for item in items)
        gap = wider_gap(shown, body, size, context.settings) if _is_large(body, context) else None
        placements.append(TextPlacement(body, shown, size if size != body.size_pt else None, gap_pt=gap))
    return [context.page(slide, layout, divider.title.text, placements)]


def _is_large(body: Slot, context: Context) -> bool:
    return body.box.height >= _LARGE_BODY * context.template.height


def _divider_size(items: Sequence[Paragraph], body: Slot, context: Context) -> float | None:
    """The size at which the items of every divider stand that has room for its own; None: this one has not."""
    settings, floor = context.settings, _floor(body, context)
    slot = grown(body, settings.largest_body_pt if _is_large(body, context) else floor)
    if largest_size(items, slot, floor, settings) is None:
        return None
    dividers = [each.content for each in context.storyboard.slides if isinstance(each.content, Divider)]
    of_all = ([plain(item.text) for item in each.items] for each in dividers if each.items)
    found = [largest_size(each, slot, floor, settings) for each in of_all]
    return min(size for size in found if size is not None)


def closing_pages(slide: Slide, closing: Closing, context: Context) -> list[Page]:
    """The closing words; below them, where the layout has a place, who has spoken and when, as on the cover."""
    layout = context.layout(LayoutRole.CLOSING) or context.layout(LayoutRole.COVER) or context.content_layout()
    slot = layout.slot(SlotPurpose.SPEAKER) if layout.role is LayoutRole.CLOSING else None
    cover = next((other.content for other in context.storyboard.slides if isinstance(other.content, Cover)), None)
    lines = [plain(line) for line in (cover.unit, cover.date) if line] if cover else []
    people = [_cover_lines(slot, lines, context)] if slot and lines else []
    return [context.page(slide, layout, closing.title.text, [*people])]


def _sized(slot: Slot, paragraphs: list[Paragraph], context: Context) -> TextPlacement:
    """The paragraphs at the largest size that fits, else at the floor: the check says so."""
    floor = _floor(slot, context)
    size = largest_size(paragraphs, grown(slot, floor), floor, context.settings)
    own = size if size is not None else floor
    shown = tuple(plain(without_stub(paragraph.text, slot, own)) for paragraph in paragraphs)
    return TextPlacement(slot, shown, own if own != slot.size_pt else None)


def _spread(slot: Slot, paragraphs: Sequence[Paragraph], context: Context) -> TextPlacement:
    """A few lines in a large box: as large as points may grow, and apart."""
    settings = context.settings
    size = largest_size(paragraphs, grown(slot, settings.largest_body_pt), settings.smallest_body_pt, settings)
    own = size if size is not None else settings.smallest_body_pt
    return TextPlacement(slot, tuple(paragraphs), own, gap_pt=wider_gap(paragraphs, slot, own, settings))


def _floor(slot: Slot, context: Context) -> float:
    """Points. What a template sets smaller than a hall can read is set larger, in a line of label size at least."""
    settings = context.settings
    return min(max(slot.size_pt, settings.smallest_label_pt), settings.smallest_body_pt)
