"""Which role each sample slide plays: by words, position, numerals, what repeats on it, and which slides are alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pptx.oxml.ns import qn

from generator.model import LayoutRole
from generator.template.candidates import combined
from generator.template.sample_slides.frame_roles import agenda_signs, closing_signs, cover_signs, section_signs
from generator.template.sample_slides.grounds import body_of, panel_of, sides_of, usable_texts
from generator.template.sample_slides.seen import Seen, Sign, says
from generator.template.sample_slides.shapes import ARROWS, Kind, SlideView
from generator.template.sample_slides.titles import title_of
from generator.template.sample_slides.units import Units, is_long, units_of
from generator.template.sample_slides.words import (
    AGENDA,
    COMPARING,
    INSTRUCTION,
    QUOTE_MARKS,
    QUOTING,
    STEPPING,
    THANKS,
    is_advert,
    is_figure,
    is_han,
    is_prompt,
    is_year,
    squeezed,
)

_OF_WORDS = (
    *(LayoutRole.CONTENT, LayoutRole.TWO_CONTENT, LayoutRole.THREE_CONTENT, LayoutRole.CARDS),
    *(LayoutRole.STEPS, LayoutRole.COMPARISON, LayoutRole.BIG_NUMBER),
)
_PAIR, _HALF = 2, 0.05
"""Things that make a pair, and what the text of one of them counts as the text of a page."""
_LEAST = 0.3
"""Confidence: what is less sure is no candidate."""
_PHOTO, _BESIDE_PHOTOS = 0.025, 0.85
"""Share of the slide from which a picture is looked at, and what a page with one is worth as a page of words."""
_ALIKE = 0.6
"""Share of the shapes that two slides of one pattern have in common."""


@dataclass(frozen=True)
class Judged:
    """A sample slide in a role that it may play."""

    number: int
    role: LayoutRole
    confidence: float
    evidence: tuple[str, ...]


def judged_slides(views: Sequence[SlideView]) -> list[Judged]:
    """Every role that a slide may play, with confidence; slides that give instructions or advertise play none."""
    usable = [view for view in views if not is_instruction(view)]
    prints = {view.number: _print(view) for view in usable}
    first = prints.get(usable[0].number, frozenset()) if usable else frozenset()
    found: list[Judged] = []
    for place, view in enumerate(usable):
        alike = tuple(
            other for other, shapes in prints.items() if other != view.number and _likeness(prints[view.number], shapes)
        )
        texts = tuple(usable_texts(view))
        title = title_of(view)
        good = {s.identity for s in texts}
        shown = SlideView(
            view.number,
            tuple(s for s in view.shapes if not s.is_text or s.identity in good),
            view.width,
            view.height,
        )
        seen = Seen(
            view,
            texts,
            title,
            units_of(shown, {title.identity} if title else ()),
            sum(len(squeezed(s.words)) for s in texts if not is_prompt(s.words)),
            place == 0,
            place == len(usable) - 1,
            place,
            alike,
            place > 0 and _likeness(first, prints[view.number]),
            frozenset(squeezed(s.words) for later in usable[place + 1 :] for s in later.texts),
        )
        found += _roles(seen)
    return _settled(found)


def is_instruction(view: SlideView) -> bool:
    """字体说明, 更多模板, 版权声明, 关注公众号: a page for whoever downloaded the template, never for an audience."""
    own = [s for s in view.texts if INSTRUCTION.search(s.words) or is_advert(s.words)]
    if not own:
        return False
    large = max(s.size_pt for s in view.texts)
    if any(s.size_pt >= 0.8 * large and INSTRUCTION.search(s.words) for s in own):
        return True
    # A line at the foot of a cover that advertises does not make it one.
    rest = [s for s in view.texts if s not in own]
    said, other = (sum(len(squeezed(s.words)) for s in texts) for texts in (own, rest))
    return said >= other and not any(s.size_pt >= 24 and (is_han(s.words) or THANKS.search(s.words)) for s in rest)


def _settled(found: list[Judged]) -> list[Judged]:
    """A slide that frames the speech carries no content: its sure role keeps it from the doubtful ones."""
    best: dict[int, Judged] = {}
    frames = (LayoutRole.COVER, LayoutRole.CLOSING, LayoutRole.AGENDA, LayoutRole.SECTION)
    for one in found:
        if one.role in frames and (one.number not in best or one.confidence > best[one.number].confidence):
            best[one.number] = one
    kept = []
    for one in found:
        frame = best.get(one.number)
        sure = frame is not None and frame.role is not one.role and frame.confidence >= 0.6
        # The agenda with one entry lit may be both.
        both = sure and frame is not None and {frame.role, one.role} == {LayoutRole.AGENDA, LayoutRole.SECTION}
        if not sure or (both and one.confidence >= 0.6):
            kept.append(one)
    return sorted(kept, key=lambda one: (-one.confidence, one.number))


def _roles(seen: Seen) -> Iterator[Judged]:
    for role, judge in (
        (LayoutRole.COVER, cover_signs),
        (LayoutRole.AGENDA, agenda_signs),
        (LayoutRole.SECTION, section_signs),
        (LayoutRole.CLOSING, closing_signs),
        (LayoutRole.CONTENT, _content),
        (LayoutRole.TWO_CONTENT, _two),
        (LayoutRole.COMPARISON, _comparison),
        (LayoutRole.THREE_CONTENT, _three),
        (LayoutRole.CARDS, _cards),
        (LayoutRole.STEPS, _steps),
        (LayoutRole.TABLE, _table),
        (LayoutRole.CHART, _chart),
        (LayoutRole.BIG_NUMBER, _big_number),
        (LayoutRole.QUOTATION, _quotation),
    ):
        signs = list(judge(seen))
        confidence = min(0.95, combined(sign.weight for sign in signs))
        if confidence >= _LEAST:
            if role in _OF_WORDS and _shows_photos(seen):
                confidence *= _BESIDE_PHOTOS  # somebody else's photos would stand among the words
            yield Judged(
                seen.view.number, role, round(confidence, 3), tuple(s.words for s in signs if s.weight and s.words)
            )


def _shows_photos(seen: Seen) -> bool:
    """Whether pictures stand among the words that are neither the ground of the page nor its head nor a mark on it."""
    area, height = seen.view.width * seen.view.height, seen.view.height
    pictures = [s for s in seen.view.shapes if s.kind is Kind.PICTURE and _PHOTO * area < s.area < 0.6 * area]
    return any(s.middle[1] > 0.2 * height for s in pictures)


def _has_head(seen: Seen) -> bool:
    return seen.title is not None and seen.title.middle[1] < 0.3 * seen.view.height


def _content(seen: Seen) -> Iterator[Sign]:
    body = body_of(seen.view, seen.title)
    if body is None or seen.title is None or says(seen, AGENDA) or says(seen, THANKS):
        return
    if any(s.kind in (Kind.TABLE, Kind.CHART) for s in seen.view.shapes):
        return
    panel = panel_of(seen.view, body)
    area = max(body.area, panel.area if panel and body.area > 0.4 * panel.area else 0)
    share = area / (seen.view.width * seen.view.height)
    if _has_head(seen):
        yield Sign(0.3, "标题在页首")
    if is_long(body):
        # One of two columns is half of what a page says.
        half = seen.units is not None and seen.units.count == _PAIR and seen.units.row
        yield Sign(_HALF if half else min(0.5, 0.1 + 1.2 * share), f"有一段占页面 {share:.0%} 的正文")
    if seen.units is None or seen.units.count == 1:
        yield Sign(0.15, "只有一处正文")


def _two(seen: Seen) -> Iterator[Sign]:
    if not _has_head(seen):
        return
    if seen.units and seen.units.count == 2 and seen.units.first(long=True):
        yield Sign(0.55 if seen.units.row else 0.3, "两个并列的区域")
    if sides_of(seen.view):
        yield Sign(0.55, "左右两个大区域")


def _comparison(seen: Seen) -> Iterator[Sign]:
    word = says(seen, COMPARING)
    if word and seen.units and seen.units.count == 2:
        yield Sign(0.45, f"写着“{word}”")
        yield Sign(0.35, "两个并列的区域")


def _three(seen: Seen) -> Iterator[Sign]:
    if _has_head(seen) and seen.units and seen.units.count == 3 and _explains(seen.units):
        yield Sign(0.6 if seen.units.row else 0.4, "三个并列的区域")
        if not _arrows(seen):
            yield Sign(0.15, "")


def _cards(seen: Seen) -> Iterator[Sign]:
    units = seen.units
    if not _has_head(seen) or units is None or units.count < 3 or says(seen, AGENDA):
        return
    if not _explains(units):
        return
    yield Sign(0.5, f"{units.count} 个并列的区域")
    if units.first(long=False) and units.first(long=True):
        yield Sign(0.25, "各有小标题和说明")
    if not _arrows(seen) and not units.first(figures=True):
        yield Sign(0.1, "")


def _explains(units: Units) -> bool:
    return units.first(long=True) is not None or (units.first() is not None and units.first(figures=True) is None)


def _arrows(seen: Seen) -> int:
    return sum(s.geometry in ARROWS for s in seen.view.shapes)


def _leading_lines(seen: Seen) -> int:
    """Lines that lead from one thing to the next: bent ones, and those with a head."""
    lines = [s for s in seen.view.shapes if s.kind is Kind.LINE]
    return sum(
        s.geometry.startswith(("curved", "bent"))
        or s.element.find(f".//{qn('a:tailEnd')}") is not None
        or s.element.find(f".//{qn('a:headEnd')}") is not None
        for s in lines
    )


def _steps(seen: Seen) -> Iterator[Sign]:
    units = seen.units
    if not _has_head(seen) or units is None or units.count < 3 or says(seen, AGENDA):
        return
    word = says(seen, STEPPING)
    arrows = _arrows(seen) + _leading_lines(seen)
    years = sum(is_year(s.words) for s in seen.texts)
    if word:
        yield Sign(0.4, f"写着“{word}”")
    if arrows >= units.count - 1:
        yield Sign(0.45, f"{arrows} 个箭头")
    if years >= 3:
        yield Sign(0.3, "按年份排列")
    if (word or arrows >= units.count - 1 or years >= 3) and (units.row or units.column):
        yield Sign(0.2, f"{units.count} 个区域排成一列")
    elif word and _climbs(units):
        yield Sign(0.3, f"{units.count} 个区域逐级上升")
    if units.first(counts=True) and (word or arrows):
        yield Sign(0.2, "带序号")


def _climbs(units: Units) -> bool:
    """Whether things stand like stairs, each beside and above (or below) the one before."""
    places = [shape.middle for shape in units.series[0].shapes]
    rises = [b[1] - a[1] for a, b in pairwise(places)]
    onward = all(b[0] > a[0] for a, b in pairwise(places))
    return onward and (all(rise < 0 for rise in rises) or all(rise > 0 for rise in rises))


def _table(seen: Seen) -> Iterator[Sign]:
    tables = [s for s in seen.view.shapes if s.kind is Kind.TABLE]
    if tables:
        share = max(s.area for s in tables) / (seen.view.width * seen.view.height)
        yield Sign(0.6, "有表格")
        yield Sign(min(0.5, share), f"表格占页面 {share:.0%}")


def _chart(seen: Seen) -> Iterator[Sign]:
    charts = [s for s in seen.view.shapes if s.kind is Kind.CHART]
    if charts:
        share = max(s.area for s in charts) / (seen.view.width * seen.view.height)
        yield Sign(0.6, "有图表")
        yield Sign(min(0.5, share), f"图表占页面 {share:.0%}")
        if len(charts) == 1:
            yield Sign(0.15, "")


def _big_number(seen: Seen) -> Iterator[Sign]:
    units = seen.units
    figures = units.first(figures=True) if units else None
    data = [s for s in seen.view.shapes if s.kind in (Kind.TABLE, Kind.CHART)]
    # A ring around each figure belongs to it.
    if units is None or figures is None or len(data) not in (0, units.count):
        return
    yield Sign(0.4, f"{units.count} 个并列的数字")
    if figures.shapes[0].size_pt >= 20 and figures.shapes[0].size_pt >= 0.75 * _body_pt(seen):
        yield Sign(0.35, "数字字号突出")
    if not units.first(long=True):
        yield Sign(0.1, "")


def _body_pt(seen: Seen) -> float:
    return max((s.size_pt for s in seen.texts if s is not seen.title and not is_figure(s.words)), default=0.0)


def _quotation(seen: Seen) -> Iterator[Sign]:
    said = [s for s in seen.texts if QUOTING.search(s.words.strip()) and len(squeezed(s.words)) > 10]
    marks = [s for s in seen.texts if squeezed(s.words) in QUOTE_MARKS]
    if (
        (said or marks)
        and len([s for s in seen.texts if is_long(s)]) <= 2
        and not (seen.units and seen.units.count > 2)
    ):
        yield Sign(0.5, "引号里的一段话")
        if marks:
            yield Sign(0.3, "有大号引号")


def _print(view: SlideView) -> frozenset[tuple[str, int, int, int, int]]:
    """The shapes of a slide in coarse places: two slides of one pattern share most of them."""
    unit = max(1, view.width // 40)
    return frozenset(
        (
            shape.kind.name,
            round(shape.box.left / unit),
            round(shape.box.top / unit),
            round(shape.box.width / unit / 2),
            round(shape.box.height / unit / 2),
        )
        for shape in view.shapes
        if not shape.is_field
    )


def _likeness(one: frozenset[object], other: frozenset[object]) -> bool:
    return bool(one and other) and len(one & other) / len(one | other) >= _ALIKE
