"""Line breaks that a person would choose: titles in even lines, points without a stub at their end.

No line of a single character, no word or quotation torn, no number parted from its unit.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.fitting.measure import EMU_PER_POINT, line_count, line_width, set_lines, sizes, ugly_breaks
from generator.language import width_em, words
from generator.model import Page, Paragraph, Run, Slot, SlotPurpose, TextPlacement
from generator.settings import FittingSettings

_PAIRS = {"“": "”", "《": "》", "（": "）", "‘": "’"}
_NUMBER_BEFORE = re.compile(r"\d[余多]?$")
_LONGEST_NUMBER = 12
"""Characters behind which a number before a break is looked for."""
_GOOD_BREAKS = frozenset("，；：、—")
_BOLDER_EM = 0.06
"""Em that a bold letter or digit takes more: a title that breaks by itself leaves 作 alone in the largest type."""
_SHORTEST_LAST_LINE = 4
"""Characters of a last line that does not look left over."""
_RUNNING_TEXT = frozenset({SlotPurpose.BODY, SlotPurpose.HEAD, SlotPurpose.CAPTION, SlotPurpose.SUBTITLE})
"""What breaks into lines by itself; titles are broken when they are placed, a numeral or figure never is."""
_SPARE_EM = 0.1
"""Em of a plate's line that stay free: what fills it exactly breaks elsewhere."""
_UNEVENNESS_OF_A_WORD_BREAK = 6.0
"""Em. A break after a comma may be that much less even than one between two words and is still the better one."""


def place_title(text: str, slot: Slot, most_lines: int, settings: FittingSettings) -> TextPlacement:
    """The title at its slot's own size on one line, else balanced over more, else smaller, down to the floor.

    A plate that may be widened is as wide as the title asks for before the type gets smaller.
    """
    slot = _as_wide_as_needed(text, slot, most_lines, settings)
    height_pt = slot.box.height / EMU_PER_POINT
    bolder = _BOLDER_EM * sum(char.isascii() and char.isalnum() for char in text)
    lower = replace(slot, size_pt=min(slot.size_pt, settings.smallest_title_pt))
    lines: tuple[str, ...] | None = None
    size = slot.size_pt
    # Too long even at the floor: a line more is better than type that the last row cannot read. Then a template with
    # room for one low line: smaller type is better than words outside of it.
    for largest, floor, most in (
        (slot, settings.smallest_title_pt, most_lines),
        (lower, settings.smallest_title_pt, most_lines + 1),
        (lower, settings.smallest_label_pt, most_lines),
    ):
        for size in sizes(largest, floor, settings):
            line_pt = size * settings.line_height_em * slot.line_spacing
            room = max(1, min(most, int(height_pt / line_pt + 0.01)))
            lines = balanced_lines(text, line_width(slot, size) - bolder, room)
            if lines:
                break
        if lines:
            break
    shown = "\n".join(lines) if lines else text
    return TextPlacement(slot, (Paragraph((Run(shown),)),), size if size != slot.size_pt else None)


def _as_wide_as_needed(text: str, slot: Slot, most_lines: int, settings: FittingSettings) -> Slot:
    """The slot with a plate as wide as its title on one line, at most as wide as it may be; most of it where it was."""
    widest, box = slot.widest, slot.box
    if widest is None or widest.width <= box.width:
        return slot
    line_pt = slot.size_pt * settings.line_height_em * slot.line_spacing
    room = max(1, min(most_lines, int(box.height / EMU_PER_POINT / line_pt + 0.01)))
    if balanced_lines(text, line_width(slot, slot.size_pt), room):
        return slot
    needed = (width_em(text) + _SPARE_EM) * (slot.size_pt + slot.spacing_pt) * EMU_PER_POINT + slot.indent
    width = min(widest.width, round(needed))
    left = box.left - (box.left - widest.left) * (width - box.width) // (widest.width - box.width)
    return replace(slot, box=replace(box, left=left, width=width))


def balanced_text(text: str, slot: Slot, size_pt: float) -> str:
    """The text with its line breaks set evenly where it takes more than one line of a slot at that size."""
    lines = balanced_lines(text, line_width(slot, size_pt), line_count(text, slot, size_pt))
    return "\n".join(lines) if lines else text


def without_stub(text: str, slot: Slot, size_pt: float) -> str:
    """A point whose box would break it badly, with a break of its own set a little earlier, between two words.

    抓好整改落|实。 becomes 抓好整改|落实。 as late as leaves a last line of a few characters.
    """
    if "\n" in text:
        return "\n".join(without_stub(line, slot, size_pt) for line in text.split("\n"))
    if not ugly_breaks(text, slot, size_pt):
        return text
    as_it_breaks = {hanging: len(set_lines(text, slot, size_pt, hanging=hanging)) for hanging in (False, True)}
    breaks = [at for at in reversed(_breaks(text)) if len(text) - at >= _SHORTEST_LAST_LINE - 1]
    # A last line of three characters (压力传导|不到位) is better than a line of two before it (压力|传导不到位), not as
    # good as one of four.
    late = [at for at in breaks if len(text) - at < _SHORTEST_LAST_LINE]
    near = [at for at in breaks if at not in late and line_count(text[at:], slot, size_pt) == 1]
    for at in [*near, *late, *(at for at in breaks if at not in late and at not in near)]:
        broken = f"{text[:at]}\n{text[at:]}"
        if ugly_breaks(broken, slot, size_pt) or ugly_breaks(text[:at], slot, size_pt):
            continue
        # A mark that hangs before a break of our own makes an empty line; and the size was chosen for as many lines as
        # the text takes by itself.
        hangs = set_lines(text[:at], slot, size_pt, hanging=True) != set_lines(text[:at], slot, size_pt, hanging=False)
        more = any(len(set_lines(broken, slot, size_pt, hanging=way)) > most for way, most in as_it_breaks.items())
        if not hangs and not more:
            return broken
    return text


def well_broken(paragraph: Paragraph, slot: Slot, size_pt: float) -> Paragraph:
    """The paragraph with line breaks of its own where the box would break it badly; its runs keep their looks."""
    broken = without_stub(paragraph.text, slot, size_pt)
    if broken == paragraph.text:
        return paragraph
    runs, at = [], 0
    for run in paragraph.runs:
        start = at
        for char in run.text:
            at += 2 if broken[at] != char else 1  # a break of our own stands before it
        runs.append(replace(run, text=broken[start:at]))
    return replace(paragraph, runs=tuple(runs))


def well_broken_page(page: Page) -> Page:
    """The page with no text that ends in a stub or parts a number from its unit: of a card, a caption, an entry."""
    return replace(
        page,
        placements=tuple(
            replace(
                text,
                paragraphs=tuple(well_broken(p, text.slot, text.size_pt or text.slot.size_pt) for p in text.paragraphs),
            )
            if isinstance(text, TextPlacement) and text.slot.purpose in _RUNNING_TEXT
            else text
            for text in page.placements
        ),
    )


def balanced_lines(text: str, width: float, most_lines: int) -> tuple[str, ...] | None:
    """`text` in as few lines of at most `width` em as it needs, or None when `most_lines` are too few.

    >>> balanced_lines("坚持问题导向，抓好整改落实", 8, 2)
    ('坚持问题导向，', '抓好整改落实')
    """
    if width_em(text) <= width:
        return (text,)
    for count in range(2, most_lines + 1):
        lines = _in_lines(text, width, count)
        if lines:
            return lines
    return None


def _in_lines(text: str, width: float, count: int) -> tuple[str, ...] | None:
    """`text` in exactly `count` lines, as even as its breaks allow."""
    if count == 1:
        return (text,) if width_em(text) <= width else None
    even = width_em(text) / count
    best: tuple[float, tuple[str, ...]] | None = None
    for at in _breaks(text):
        head, tail = text[:at], text[at:]
        if width_em(head) > width or min(len(head), len(tail)) < 2:
            continue
        rest = _in_lines(tail, width, count - 1)
        if rest is None:
            continue
        cost = abs(width_em(head) - even) + (0.0 if head[-1] in _GOOD_BREAKS else _UNEVENNESS_OF_A_WORD_BREAK)
        if best is None or cost < best[0]:
            best = (cost, (head.rstrip(), *rest))
    return best[1] if best else None


def _breaks(text: str) -> list[int]:
    """Offsets between two words, outside of every pair of marks, never before a closing mark or inside a quantity."""
    offsets: list[int] = []
    waiting: list[str] = []
    for word in words(text):
        # 守正铸魂育桃李 |笃行实干谱新章: the space ends the line before; at the head of the next one it would be seen.
        opens = word.text[0] not in "，。；：、！？”》）’" and not word.text[0].isspace()
        if word.start and not waiting and opens:
            offsets.append(word.start)
        for char in word.text:
            if char in _PAIRS:
                waiting.append(_PAIRS[char])
            elif waiting and char == waiting[-1]:
                waiting.pop()
    return [at for at in offsets if text[at - 1] not in _PAIRS and not _is_inside_a_quantity(text, at)]


def _is_inside_a_quantity(text: str, at: int) -> bool:
    """Whether a break would part a number from its unit: 14.2|公里, 1200余|人次, 约|2.6万元."""
    number_before = _NUMBER_BEFORE.search(text, max(0, at - _LONGEST_NUMBER), at)
    return bool(number_before and text[at].isalpha()) or (text[at - 1] in "约近超逾" and text[at].isdigit())
