"""Every page under a title of its own: what the storyboard calls alike is told apart when the pages are known.

The words come from the speech and from `Label` alone. In the order in which they are tried:

- a page that goes on: 主要数据（续）, 主要数据（续二）;
- the slide that says what its divider announces: 严守纪律规矩，保持清廉本色（要点）;
- the same heading in two parts of a speech: 存在的问题：2024年工作回顾;
- anything else that comes twice: （续）.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.fitting.breaking import place_title
from generator.fitting.context import Context, named
from generator.language import bare_title, continued, goes_on
from generator.model import Agenda, Closing, Cover, Divider, Label, Page, Part, Slide, SlotPurpose, TextPlacement


def named_apart(pages: Sequence[tuple[Slide, Page]], context: Context) -> list[Page]:
    """The pages, those of a title that another page has under one of their own."""
    taken = {title: slide.part for slide, page in pages if (title := _title(page)) and _names_itself(slide, title)}
    dividers = {slide.part: _title(page) for slide, page in pages if isinstance(slide.content, Divider)}
    told: list[Page] = []
    for slide, page in pages:
        title = _title(page)
        if title is None or _names_itself(slide, title):
            told.append(page)
            continue
        if title in taken:
            part = context.storyboard.part(slide.part) if taken[title] != slide.part else None
            own = next(new for new in _others(title, dividers.get(slide.part), part) if new not in taken)
            page, title = _retitled(page, own, context), own
        taken[title] = slide.part
        told.append(page)
    return told


def _names_itself(slide: Slide, title: str) -> bool:
    """Cover, agenda, dividers and closing keep their words: the others are told apart from them."""
    return isinstance(slide.content, Cover | Agenda | Divider | Closing) and not goes_on(title)


def _others(title: str, divider: str | None, part: Part | None) -> Iterator[str]:
    """The titles that a page may have instead, best first, without end."""
    bare = bare_title(title)
    if not goes_on(title):
        if divider == title:
            yield title + Label.KEY_POINTS
        elif part is not None and part.divider and part.name.text not in title:
            yield named(title, part.name)
    times = 0
    while True:
        times += 1
        yield continued(bare, times)


def _title(page: Page) -> str | None:
    placement = _placement(page.placements)
    return placement.paragraphs[0].text.replace("\n", "") if placement else None


def _placement(placements: Iterable[object]) -> TextPlacement | None:
    return next(
        (text for text in placements if isinstance(text, TextPlacement) and text.slot.purpose is SlotPurpose.TITLE),
        None,
    )


def _retitled(page: Page, title: str, context: Context) -> Page:
    old = _placement(page.placements)
    if old is None:
        return page
    new = place_title(title, old.slot, context.settings.widest_title_lines, context.settings)
    return replace(page, placements=tuple(new if placement is old else placement for placement in page.placements))
