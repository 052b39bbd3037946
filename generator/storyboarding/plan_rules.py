"""What every plan has to hold, whichever form it came in."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import assert_never

from generator.errors import StoryboardError
from generator.model import (
    STORYBOARD_VERSION,
    Agenda,
    BigNumbers,
    Cards,
    Chart,
    Closing,
    Comparison,
    Content,
    Cover,
    Divider,
    Pairs,
    Points,
    Quotation,
    Storyboard,
    Table,
    Timeline,
)
from generator.storyboarding.turning import kind_of, possible_kinds

_ID = re.compile(r"[\w-]+")
"""Letters (Chinese ones too), digits, hyphens: what a link can carry without being escaped."""


def check_version(version: object, where: str | None) -> int:
    """The version of a plan.

    Raises:
        StoryboardError: `plan_version` when it is no number, or newer than this program.
    """
    text = str(version)
    if isinstance(version, bool) or not (text.isascii() and text.isdigit()) or not 1 <= int(text) <= STORYBOARD_VERSION:
        raise StoryboardError.of("plan_version", where=where, found=text or "（空）", known=STORYBOARD_VERSION)
    return int(text)


def check_plan(storyboard: Storyboard, where: Callable[[int], str]) -> None:
    """Holds a plan against the rules. `where` names the place of a slide, counted from 0.

    Raises:
        StoryboardError: `plan_no_slides`, `plan_id`, `plan_duplicate_id`, `plan_title`, `plan_empty`, `plan_link`,
            `plan_part` or `plan_covers`, for the first fault in the order of the slides.
    """
    if not storyboard.slides:
        raise StoryboardError.of("plan_no_slides")
    _check_ids(storyboard, where)
    _check_parts(storyboard, where)
    known = {slide.id for slide in storyboard.slides}
    covers = [number for number, slide in enumerate(storyboard.slides) if isinstance(slide.content, Cover)]
    if len(covers) > 1:
        raise StoryboardError.of("plan_covers", where=where(covers[1]), first=where(covers[0]))
    for number, slide in enumerate(storyboard.slides):
        content = slide.content
        if not content.title.text.strip():
            raise StoryboardError.of("plan_title", where=where(number))
        lacking = _what_is_lacking(content)
        if lacking:
            raise StoryboardError.of("plan_empty", where=where(number), title=content.title.text, expected=lacking)
        if isinstance(content, Agenda):
            for entry in content.entries:
                if entry.target not in known:
                    listed = "、".join(f"#{slide_id}" for slide_id in _openings(storyboard))
                    raise StoryboardError.of(
                        "plan_link", where=where(number), text=entry.text.text, found=entry.target, known=listed
                    )


def impossible_kind(where: str, content: Content, wanted: object) -> StoryboardError:
    """The error of a slide whose words do not fit the shape that was asked for, with the shapes that they fit."""
    possible = "、".join(f"kind={kind}" for kind in possible_kinds(content))
    code = "plan_shape" if possible else "plan_shape_only"
    return StoryboardError.of(
        code, where=where, title=content.title.text, found=str(wanted), own=kind_of(content), possible=possible
    )


def _check_ids(storyboard: Storyboard, where: Callable[[int], str]) -> None:
    first: dict[str, int] = {}
    for number, slide in enumerate(storyboard.slides):
        if not _ID.fullmatch(slide.id):
            raise StoryboardError.of("plan_id", where=where(number), found=slide.id)
        if slide.id in first:
            raise StoryboardError.of(
                "plan_duplicate_id", where=where(number), found=slide.id, first=where(first[slide.id])
            )
        first[slide.id] = number


def _check_parts(storyboard: Storyboard, where: Callable[[int], str]) -> None:
    """A part is a run of neighbouring slides, as a PowerPoint section is; only the first slides may be in none."""
    known = [part.id for part in storyboard.parts]
    seen: list[str | None] = []
    for number, slide in enumerate(storyboard.slides):
        if seen and slide.part == seen[-1]:
            continue
        if slide.part in seen or (slide.part is None and seen) or (slide.part is not None and slide.part not in known):
            raise StoryboardError.of("plan_part", where=where(number), found=slide.part, known="、".join(known))
        seen.append(slide.part)


def _openings(storyboard: Storyboard) -> list[str]:
    """The slides that an agenda usually leads to: dividers, or else all."""
    dividers = [slide.id for slide in storyboard.slides if isinstance(slide.content, Divider)]
    return dividers or [slide.id for slide in storyboard.slides]


def _what_is_lacking(content: Content) -> str | None:
    """What a slide without anything on it should hold, or None where it holds something."""
    match content:
        case Points():
            return None if content.points or content.callouts else "一条要点"
        case Cards():
            filled = content.cards and all(card.head or card.body for card in content.cards)
            return None if filled else "一张有文字的卡片"
        case Timeline():
            told = content.stages and all(stage.when and stage.body for stage in content.stages)
            return None if told else "一段时间和这段时间的内容"
        case Quotation():
            return None if content.words else "一句引文"
        case Pairs():
            paired = content.pairs and all(pair.left and pair.right for pair in content.pairs)
            return None if paired else "左右都有文字的一行"
        case BigNumbers():
            return None if content.callouts else "一个数据"
        case Table():
            return None if content.rows else "一行数据"
        case Chart():
            return None if content.points else "一行数据"
        case Agenda():
            return None if content.entries else "一行目录"
        case Comparison():
            both = content.before.quantity.surface and content.after.quantity.surface
            return None if both else "前后两个数据"
        case Cover() | Divider() | Closing():
            return None
        case _:
            assert_never(content)
