"""One tree makes them all: agenda, dividers, PowerPoint sections and titles say the same in the same order.

Rendering leaves each slide's storyboard id in `p:cSld/@name`: `agenda`, `part-1`, `point-1-2` (a page that goes on:
`agenda.2`). A deck without these names was made elsewhere; then only its titles are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checking.deck import SavedDeck, SavedSection, SavedSlide, TextShape
from generator.checking.provenance import Origin, Sources, fewest_runs, squeezed
from generator.errors import finding
from generator.language import bare_title, goes_on
from generator.model import Finding, Outline, Span

_COVER, _CLOSING = "cover", "closing"
_AGENDA = re.compile(r"agenda(?:[-.].*)?")
_DIVIDER = re.compile(r"part-\d+(?:-\d+)*")
_CRUMB = re.compile(r"(\d{1,2})\s?/\s?(\d{1,2})(?!\d)")
_NUMERAL = re.compile(r"\d{1,2}")
_NUMBER = re.compile(r"\s*\d{1,2}\s*[.、　]?\s*")


def check_structure(deck: SavedDeck, outline: Outline, sources: Sources) -> Iterator[Finding]:
    """Agenda, dividers, sections, and whether each title stands over its own part of the speech."""
    yield from _duplicate_titles(deck)
    yield from _misplaced_titles(deck, outline, sources)
    if not any(slide.name for slide in deck.slides):
        yield finding("slides_unnamed")
        return
    dividers = [slide for slide in deck.slides if _DIVIDER.fullmatch(slide.name)]
    agendas = [slide for slide in deck.slides if _AGENDA.fullmatch(slide.name)]
    if agendas:
        yield from _agenda(deck, agendas, dividers)
        yield from _numerals(deck, dividers)
    yield from _sections(deck, dividers)


def _agenda(deck: SavedDeck, agendas: list[SavedSlide], dividers: list[SavedSlide]) -> Iterator[Finding]:
    """Each entry leads to the slide that opens its part and says what that slide says; no divider is left out.

    Parts of one slide each have no divider; then the entry leads to that slide.
    """
    followed: list[int] = []
    for slide in agendas:
        for text, target in _entries(slide):
            opening = _slide_of(deck, target) if target else next((d for d in dividers if _same(_title(d), text)), None)
            if target is None:
                yield finding("agenda_unlinked", slide=slide.number, entry=text)
            if opening is None:
                yield finding("agenda_mismatch", slide=slide.number, trouble=f"目录条目“{text}”没有对应的分隔页")
                continue
            followed.append(opening.number)
            if not _same(_title(opening), text):
                trouble = f"目录条目为“{text}”，它对应的第 {opening.number} 页标题是“{_title(opening)}”"
                yield finding("agenda_mismatch", slide=slide.number, trouble=trouble)
    for divider in dividers:
        if divider.number not in followed:
            yield finding("agenda_mismatch", slide=divider.number, trouble=f"分隔页“{_title(divider)}”不在目录里")
    if followed != sorted(set(followed)):
        yield finding("agenda_mismatch", slide=agendas[0].number, trouble="目录条目有重复，或次序与分隔页不同")


def _numerals(deck: SavedDeck, dividers: list[SavedSlide]) -> Iterator[Finding]:
    """02 on the second divider, 2/3 on the slides of the second of three parts, 01 02 03 over entries and cards."""
    opening = {divider.number for divider in dividers}
    part = 0
    for slide in deck.slides:
        opens = slide.number in opening
        part += opens
        crumbs = [found for shape in slide.texts if (found := _CRUMB.match(shape.text.strip()))]
        numerals = [int(shape.text) for shape in slide.texts if _NUMERAL.fullmatch(shape.text.strip())]
        wrong = [crumb[0] for crumb in crumbs if crumb.groups() != (str(part), str(len(dividers)))]
        if opens:
            wrong += [f"{numeral:02d}" for numeral in numerals if numeral != part]
        for shown in wrong:
            trouble = f"序号写的是“{shown}”，这里是第 {part} 部分，共 {len(dividers)} 部分"
            yield finding("agenda_mismatch", slide=slide.number, trouble=trouble)
        first = numerals[0] if numerals and goes_on(squeezed(_title(slide))) else 1
        if len(numerals) > 1 and numerals != list(range(first, first + len(numerals))):
            listed = "、".join(f"{numeral:02d}" for numeral in numerals)
            yield finding("agenda_mismatch", slide=slide.number, trouble=f"本页的序号不连续：{listed}")


def _slide_of(deck: SavedDeck, number: int) -> SavedSlide | None:
    return next((slide for slide in deck.slides if slide.number == number), None)


def _entries(slide: SavedSlide) -> Iterator[tuple[str, int | None]]:
    """The lines of an agenda and where they lead; numerals (01) and the title are none.

    On a layout that has 目录 drawn on it and no title, the topmost text is the entries: what leads on is no title.
    """
    for shape in slide.texts:
        leads_on = shape.target is not None or any(paragraph.target is not None for paragraph in shape.paragraphs)
        if shape.is_footer or (shape is slide.title and not leads_on):
            continue
        for paragraph in shape.paragraphs:
            words = _NUMBER.sub("", paragraph.text.replace("\n", ""), count=1).strip() if paragraph.text else ""
            if words:
                yield words, shape.target or paragraph.target


def _sections(deck: SavedDeck, dividers: list[SavedSlide]) -> Iterator[Finding]:
    """Each divider opens a PowerPoint section of its name, and each slide is in exactly one."""
    if not deck.sections:
        if dividers:
            yield finding(
                "agenda_mismatch",
                slide=None,
                trouble="文件里没有 PowerPoint 分节，分隔页却有" + str(len(dividers)) + "页",
            )
        return
    by_first = {section.slides[0]: section for section in deck.sections if section.slides}
    for divider in dividers:
        section = by_first.get(divider.number)
        if section is None:
            yield finding("agenda_mismatch", slide=divider.number, trouble=f"分隔页“{_title(divider)}”没有开始新的分节")
        elif not _same(section.name, _title(divider)):
            yield finding(
                "agenda_mismatch",
                slide=divider.number,
                trouble=f"分节名为“{section.name}”，分隔页写的是“{_title(divider)}”",
            )
    yield from _membership(deck, deck.sections)


def _membership(deck: SavedDeck, sections: tuple[SavedSection, ...]) -> Iterator[Finding]:
    listed = [number for section in sections for number in section.slides]
    if len(listed) != len(set(listed)):
        yield finding("agenda_mismatch", slide=None, trouble="有幻灯片同时属于两个分节")
    outside = [slide.number for slide in deck.slides if slide.number not in set(listed)]
    if outside:
        pages = "、".join(str(number) for number in outside)
        yield finding("agenda_mismatch", slide=outside[0], trouble=f"第 {pages} 页不属于任何分节")


def _duplicate_titles(deck: SavedDeck) -> Iterator[Finding]:
    """Two slides of one title: whoever hears the slides listed, or looks for one by its title, cannot tell them apart.

    Cover and closing are known by their places and not counted: a speech may well end in the words that it is called.
    """
    first: dict[str, int] = {}
    for slide in deck.slides:
        words = squeezed(_title(slide))
        if words and slide.name not in (_COVER, _CLOSING) and first.setdefault(words, slide.number) != slide.number:
            yield finding("title_duplicate", slide=slide.number, title=words, first=first[words])


def _misplaced_titles(deck: SavedDeck, outline: Outline, sources: Sources) -> Iterator[Finding]:
    """A heading of the speech over notes from another part of it: two titles were swapped.

    A slide's notes say which stretch of the speech it belongs to; that stretch and the section that the title heads
    must meet. A title that its own notes say, or that is no heading but a point, proves nothing and is left alone,
    and so is the cover: a speech without a title is called by its first words, and its notes are the salutation.
    """
    words, offsets = _with_offsets(outline.manuscript.words)
    headed = [(squeezed(s.heading.whole.of(outline.manuscript.words)), s.span) for s in outline.walk() if s.heading]
    for slide in deck.slides:
        notes = squeezed("".join(slide.notes))
        title = bare_title(squeezed(_title(slide)))
        if (
            not notes
            or len(title) < 2
            or slide.name == _COVER
            or title in notes
            or any(t.origin is not Origin.SPEECH for t in sources.trace(_title(slide)))
        ):
            continue
        at = words.find(notes)
        spans = [span for heading, span in headed if fewest_runs(title, heading) is not None]
        if at < 0 or not spans or words.find(notes, at + 1) >= 0:
            continue  # said twice, the notes do not tell which stretch is meant
        spoken = Span(offsets[at], offsets[at + len(notes) - 1] + 1)
        if not any(span.overlaps(spoken) for span in spans):
            yield finding("title_misplaced", slide=slide.number, spans=(spoken,), title=title)


def _with_offsets(text: str) -> tuple[str, list[int]]:
    """The squeezed text and, for each of its characters, the offset in `text`."""
    words = squeezed(text)
    offsets, at = [], -1
    for char in words:
        at = text.index(char, at + 1)
        offsets.append(at)
    return words, offsets


def _same(one: str, other: str) -> bool:
    """The same words, or the one shortened from the other by leaving words out."""
    a, b = sorted((squeezed(one), squeezed(other)), key=len)
    return a == b or (len(a) >= 4 and fewest_runs(a, b) is not None)


def _title(slide: SavedSlide) -> str:
    title: TextShape | None = slide.title
    return title.text.replace("\n", "").strip() if title else ""
