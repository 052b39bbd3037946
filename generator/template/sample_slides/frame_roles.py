"""What speaks for a sample slide as the cover, the agenda, a divider or the closing slide."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import LayoutRole
from generator.template.sample_slides.lit import lit_unit
from generator.template.sample_slides.reading import read_in_role
from generator.template.sample_slides.seen import Seen, Sign, is_frame, says
from generator.template.sample_slides.shapes import Kind
from generator.template.sample_slides.units import Series, is_long
from generator.template.sample_slides.words import (
    AGENDA,
    DIVIDER,
    OCCASION,
    THANKS,
    counted_lines,
    is_filling,
    is_han,
    is_ornament,
    is_prompt,
    is_year,
    numeral_of,
    squeezed,
)

_BODY = 0.3
"""Share of the slide of a text that makes the page one of content."""
_WORDY = 0.12
"""Share of the slide that a text takes which explains."""
_LONE = 2
"""Texts of a page that shows a title and perhaps a line under it."""
_FEW_WORDS = 70
"""Characters of a section slide at most, prompts not counted."""


def cover_signs(seen: Seen) -> Iterator[Sign]:
    """The first page, a large title, people and dates."""
    if not is_frame(seen) or says(seen, AGENDA) or (says(seen, THANKS) and not seen.first):
        return
    occasions = [s for s in seen.texts if OCCASION.search(s.words) or is_year(s.words)]
    large = [s for s in seen.texts if s.size_pt >= 28 and 0.1 < s.middle[1] / seen.view.height < 0.8]
    if seen.first:
        yield Sign(0.55, "第一张可用的示例页")
    elif not occasions or (seen.place > 2 and not seen.like_cover):
        return
    if large:
        yield Sign(0.25, "大号标题居于页面中部")
    if occasions:
        yield Sign(0.35 if seen.first else 0.25, f"写着“{squeezed(occasions[0].words)[:12]}”")


def closing_signs(seen: Seen) -> Iterator[Sign]:
    """Words of thanks, the last page, a page like the cover."""
    if seen.first or not is_frame(seen):
        return
    thanks = says(seen, THANKS)
    if seen.last and not seen.texts and any(s.kind is Kind.PICTURE for s in seen.view.shapes):
        yield Sign(0.4, "只有画面，没有文字")
    if thanks:
        yield Sign(0.65, f"写着“{thanks}”")
    if seen.like_cover:
        yield Sign(0.35 if not seen.last else 0.45, "画面与封面相同")
    if seen.last and (thanks or seen.like_cover or seen.characters <= 40):
        yield Sign(0.3, "最后一张可用的示例页")


def agenda_signs(seen: Seen) -> Iterator[Sign]:
    """Its name, entries that repeat and count."""
    word = says(seen, AGENDA) or ("目录" if {"目", "录"} <= {squeezed(s.words) for s in seen.texts} else None)
    reading = read_in_role(seen.view, LayoutRole.AGENDA)
    entries = reading.units if reading else None
    listed = [s for s in seen.texts if len(s.words.strip().split("\n")) > 1 and counted_lines(s.words)]
    if word and entries is None and listed:
        yield Sign(0.6, f"写着“{word}”")
        yield Sign(0.4, "一个文本框里有带序号的条目")
    if entries is None or (not word and (seen.place > 3 or seen.first)):
        return
    heads = entries.first(long=False)
    numbered = entries.first(counts=True)
    if heads is None or heads.figures or all(len(squeezed(s.words)) == 1 for s in heads.shapes):
        return
    if word:
        yield Sign(0.6, f"写着“{word}”")
        yield Sign(max(0.0, 0.25 - 0.05 * seen.place), "")
    elif entries.count < 3 or not (numbered or _echoed(seen, heads)):
        return
    yield Sign(0.3 if entries.count > 2 else 0.1, f"{entries.count} 个并列的条目")
    if numbered:
        yield Sign(0.2, "条目带序号")
    if _echoed(seen, heads):
        yield Sign(0.4, "条目在后面的页上又是标题")
    if numbered and seen.place == 1 and not word:
        yield Sign(0.35, "紧跟封面")


def _echoed(seen: Seen, heads: Series) -> bool:
    """Whether most entries stand on later pages once more, each in a box of its own: as the titles of dividers."""
    said = [squeezed(s.words) for s in heads.shapes if is_han(s.words) and not is_filling(s.words)]
    return len(set(said)) > 2 and 2 * sum(words in seen.elsewhere for words in said) > len(heads.shapes)


def section_signs(seen: Seen) -> Iterator[Sign]:
    """A count and a large title, on several pages alike; or the agenda once more with one entry lit."""
    if seen.first or says(seen, THANKS):
        return
    agenda = read_in_role(seen.view, LayoutRole.AGENDA) if says(seen, AGENDA) and seen.alike else None
    if agenda is not None and agenda.units is not None and lit_unit(seen.view, agenda.units) is not None:
        yield Sign(0.6, "目录页重复出现，只有一项突出")
        yield Sign(0.35 if len(seen.alike) > 1 else 0.2, f"与第 {'、'.join(map(str, seen.alike[:4]))} 张同一样式")
        return
    if not is_frame(seen):
        return
    words = [s for s in seen.texts if not is_ornament(s.words) and is_han(s.words) and not is_prompt(s.words)]
    size = sum(len(squeezed(s.words)) for s in words)
    if size > _FEW_WORDS or (seen.units and seen.units.count > 3):
        return
    if seen.units and seen.units.first(figures=True):
        return
    wordy = [s for s in seen.texts if is_long(s) and s.area > _BODY * seen.view.width * seen.view.height]
    divider = says(seen, DIVIDER)
    if wordy and not divider:
        return
    if seen.title is not None and seen.title.middle[1] < 0.16 * seen.view.height and seen.units:
        # A page with a head and things that repeat under it holds content, whatever its head counts.
        return
    numerals = [s for s in seen.texts if numeral_of(s.words) is not None]
    if divider:
        yield Sign(0.5, f"写着“{divider}”")
    if len(numerals) == 1 and numerals[0].size_pt >= 0.7 * seen.largest_pt:
        yield Sign(0.45, f"大号序号“{squeezed(numerals[0].words)}”")
    titles = [s for s in seen.texts if s.size_pt >= 24 and 0.22 < s.middle[1] / seen.view.height < 0.85]
    if titles and (divider or numerals or seen.alike) and not says(seen, AGENDA):
        yield Sign(0.25, "标题居于页面中部，没有正文")
    explained = any(is_long(s) and s.area > _WORDY * seen.view.width * seen.view.height for s in seen.texts)
    alone = not (divider or numerals or seen.alike or seen.last or seen.units or explained)
    if titles and alone and len(seen.texts) <= _LONE:
        yield Sign(0.4, "只有居中的大标题")
    if seen.alike and (divider or numerals or titles):
        yield Sign(0.35 if len(seen.alike) > 1 else 0.2, f"与第 {'、'.join(map(str, seen.alike[:4]))} 张同一样式")
