"""Marks that a person writes on a sample slide to say what goes where: {{标题}}, {{要点1}}. They win over guesses.

    {{章节序号}}  {{章节标题}}      a divider
    {{数字1}} {{单位1}} {{指标1}}   a figure set big, its unit, what it measures

English twins mean the same ({{title}}), and so do full-width braces, which a Chinese keyboard writes: ｛｛标题｝｝.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum, auto

from generator.errors import finding
from generator.model import Finding, LayoutRole, SlotPurpose
from generator.template.sample_slides.shapes import ARROWS, Kind, Shape, SlideView
from generator.template.sample_slides.titles import CARD_ROLES, Reading
from generator.template.sample_slides.units import in_reading_order, units_around
from generator.template.sample_slides.words import AGENDA, is_advert, is_prompt

_WRITTEN = re.compile(r"[{｛]{2}\s*([^{}｛｝\s][^{}｛｝]{0,23}?)\s*[}｝]{2}")
_NUMBERED = re.compile(r"(.*?)\s*([0-9０-９]{1,2})")
_NEAR = 0.5
"""How like a right token a wrong one has to be to be meant for it (difflib's ratio)."""


class Mark(Enum):
    """What a token stands for."""

    TITLE = auto()
    SUBTITLE = auto()
    UNIT = auto()
    SPEAKER = auto()
    DATE = auto()
    SECTION_NUMBER = auto()
    SECTION_TITLE = auto()
    POINT = auto()
    POINTS = auto()
    NUMBER = auto()
    NUMBER_UNIT = auto()
    LABEL = auto()
    TABLE = auto()
    CHART = auto()
    PAGE = auto()


_NAMES = {
    Mark.TITLE: ("标题", "title"),
    Mark.SUBTITLE: ("副标题", "subtitle"),
    Mark.UNIT: ("单位", "unit"),
    Mark.SPEAKER: ("发言人", "speaker"),
    Mark.DATE: ("日期", "date"),
    Mark.SECTION_NUMBER: ("章节序号", "section_number"),
    Mark.SECTION_TITLE: ("章节标题", "section_title"),
    Mark.POINT: ("要点", "point"),
    Mark.POINTS: ("要点", "points"),
    Mark.NUMBER: ("数字", "number"),
    Mark.NUMBER_UNIT: ("单位", "unit"),
    Mark.LABEL: ("指标", "label"),
    Mark.TABLE: ("表格", "table"),
    Mark.CHART: ("图表", "chart"),
    Mark.PAGE: ("页码", "page"),
}
"""In Chinese and in English."""


_COUNTED = (Mark.POINT, Mark.NUMBER, Mark.NUMBER_UNIT, Mark.LABEL)
"""Tokens that carry a number: {{要点1}}."""
_PLAIN = tuple(mark for mark in Mark if mark not in _COUNTED)


@dataclass(frozen=True, slots=True)
class Token:
    """A token in a text; `number` counts from 1, None where it carries none. `mark` is None for a wrong one."""

    written: str
    mark: Mark | None
    number: int | None = None


def tokens_in(words: str) -> tuple[Token, ...]:
    """All tokens of a text.

    >>> [(token.mark.name, token.number) for token in tokens_in("{{要点2}}　{{title}}")]
    [('POINT', 2), ('TITLE', None)]
    >>> tokens_in("{{标提}}")[0].mark is None
    True
    """
    return tuple(_token(match[0], match[1]) for match in _WRITTEN.finditer(words))


def _token(written: str, name: str) -> Token:
    plain = name.strip().lower().replace(" ", "_")
    for mark in _PLAIN:
        if plain in _NAMES[mark]:
            return Token(written, mark)
    counted = _NUMBERED.fullmatch(plain)
    if counted:
        for mark in _COUNTED:
            if counted[1].rstrip("_") in _NAMES[mark]:
                return Token(written, mark, int(counted[2]))
    return Token(written, None)


def all_tokens(language: int) -> tuple[str, ...]:
    """Every token as a person writes it, those that count with a 1: 0 in Chinese, 1 in English.

    >>> all_tokens(0)[:2], all_tokens(1)[-1]
    (('{{标题}}', '{{副标题}}'), '{{page}}')
    """
    names = [_NAMES[mark][language] + ("1" if mark in _COUNTED else "") for mark in Mark]
    return tuple("{{" + name + "}}" for name in names)


def nearest_token(written: str) -> str | None:
    """The right token that a wrong one resembles most; None where it resembles none.

    >>> nearest_token("{{标提}}"), nearest_token("{{subtitel}}")
    ('{{标题}}', '{{subtitle}}')
    """
    name = _WRITTEN.sub(lambda match: match[1], written).strip().lower()
    counted = _NUMBERED.fullmatch(name)
    known = {alias: alias for mark in _PLAIN for alias in _NAMES[mark]}
    if counted:
        number = str(int(counted[2]))
        known |= {alias + number: alias + number for mark in _COUNTED for alias in _NAMES[mark]}
    near = get_close_matches(name, list(known), n=1, cutoff=_NEAR)
    return "{{" + known[near[0]] + "}}" if near else None


def has_tokens(view: SlideView) -> bool:
    """Whether a person has marked the slide: one right token is enough."""
    return any(token.mark for shape in view.shapes for token in tokens_in(shape.words))


def token_findings(views: Sequence[SlideView]) -> Iterator[Finding]:
    """`template_token_unknown` for each token that means nothing."""
    for view in views:
        for shape in view.shapes:
            for token in tokens_in(shape.words):
                if token.mark is None:
                    nearest = nearest_token(token.written)
                    meant = f"是不是想写 {nearest}？" if nearest else "没有相近的记号。"
                    yield finding("template_token_unknown", number=view.number, written=token.written, meant=meant)


def token_role(view: SlideView, *, opens: bool) -> LayoutRole | None:
    """The role that a slide's tokens say; `opens` is whether it is the first marked slide. None without tokens."""
    marks = {token.mark for shape in view.shapes for token in tokens_in(shape.words)} - {None}
    counted = [t.number for s in view.shapes for t in tokens_in(s.words) if t.mark is Mark.POINT]
    if not marks:
        return None
    if Mark.TABLE in marks:
        return LayoutRole.TABLE
    if Mark.CHART in marks:
        return LayoutRole.CHART
    if Mark.NUMBER in marks:
        return LayoutRole.BIG_NUMBER
    if counted:
        if any(AGENDA.search(shape.words) for shape in view.texts):
            return LayoutRole.AGENDA
        if sum(shape.geometry in ARROWS for shape in view.shapes) >= len(set(counted)) - 1 > 0:
            return LayoutRole.STEPS
        return {2: LayoutRole.TWO_CONTENT, 3: LayoutRole.THREE_CONTENT}.get(len(set(counted)), LayoutRole.CARDS)
    if Mark.SECTION_NUMBER in marks or (Mark.SECTION_TITLE in marks and Mark.TITLE not in marks):
        return LayoutRole.SECTION
    if Mark.POINTS in marks:
        return LayoutRole.CONTENT
    if marks & {Mark.SUBTITLE, Mark.SPEAKER, Mark.UNIT, Mark.DATE}:
        return LayoutRole.COVER
    return LayoutRole.COVER if opens else LayoutRole.CLOSING if Mark.TITLE in marks else None


def read_tokens(view: SlideView, role: LayoutRole) -> Reading | None:
    """The slide in the role that its tokens say; None where they say nothing for that role."""
    by_mark: dict[Mark, list[tuple[int, Shape]]] = {}
    for shape in view.shapes:
        for token in tokens_in(shape.words):
            if token.mark:
                by_mark.setdefault(token.mark, []).append((token.number or 1, shape))
    first = {mark: found[0][1].identity for mark, found in by_mark.items()}
    fields: dict[tuple[SlotPurpose, int], int] = {}
    title = first.get(Mark.TITLE) or first.get(Mark.SECTION_TITLE)
    if title is not None:
        fields[SlotPurpose.TITLE, 0] = title
    if Mark.TITLE in first and Mark.SECTION_TITLE in first:
        fields[SlotPurpose.BREADCRUMB, 0] = first[Mark.SECTION_TITLE]
    match role:
        case LayoutRole.COVER:
            fields |= _people(first)
        case LayoutRole.SECTION:
            fields |= _one(first, Mark.SECTION_NUMBER, SlotPurpose.NUMERAL)
            fields |= _one(first, Mark.POINTS, SlotPurpose.BODY)
        case LayoutRole.CONTENT:
            fields |= _one(first, Mark.POINTS, SlotPurpose.BODY)
        case LayoutRole.TABLE:
            fields |= _one(first, Mark.TABLE, SlotPurpose.TABLE)
        case LayoutRole.CHART:
            fields |= _one(first, Mark.CHART, SlotPurpose.CHART)
        case LayoutRole.AGENDA:
            return _repeated(view, role, fields, {SlotPurpose.HEAD: by_mark.get(Mark.POINT, [])})
        case LayoutRole.BIG_NUMBER:
            figures = {
                SlotPurpose.VALUE: by_mark.get(Mark.NUMBER, []),
                SlotPurpose.CAPTION: by_mark.get(Mark.LABEL, []),
            }
            return _repeated(view, role, fields, figures)
        case _ if role in CARD_ROLES:
            return _repeated(view, role, fields, {SlotPurpose.BODY: by_mark.get(Mark.POINT, [])})
        case LayoutRole.CLOSING:
            pass
        case _:
            return None
    needed = {
        LayoutRole.CONTENT: SlotPurpose.BODY,
        LayoutRole.TABLE: SlotPurpose.TABLE,
        LayoutRole.CHART: SlotPurpose.CHART,
    }.get(role, SlotPurpose.TITLE)
    if (needed, 0) not in fields:
        return None
    return Reading(role, fields, kept=_labels(view, fields.values()))


def _one(first: dict[Mark, int], mark: Mark, purpose: SlotPurpose) -> dict[tuple[SlotPurpose, int], int]:
    return {(purpose, 0): first[mark]} if mark in first else {}


def _people(first: dict[Mark, int]) -> dict[tuple[SlotPurpose, int], int]:
    """Unit, speaker and date: each in its own box, or all in one."""
    found = _one(first, Mark.SUBTITLE, SlotPurpose.SUBTITLE)
    marks = [mark for mark in (Mark.UNIT, Mark.SPEAKER, Mark.DATE) if mark in first]
    if len({first[mark] for mark in marks}) < len(marks):
        return {**found, (SlotPurpose.SPEAKER, 0): first[marks[0]]}
    order = (Mark.UNIT, Mark.SPEAKER, Mark.DATE)
    return found | {(SlotPurpose.SPEAKER, order.index(mark)): first[mark] for mark in marks}


def _repeated(
    view: SlideView,
    role: LayoutRole,
    fields: dict[tuple[SlotPurpose, int], int],
    series: dict[SlotPurpose, list[tuple[int, Shape]]],
) -> Reading | None:
    """Counted tokens: a unit each, in the order of their numbers; numerals drawn beside them count along."""
    main = next((found for found in series.values() if found), None)
    if main is None:
        return None
    ordered = [shape for _, shape in sorted(dict(reversed(main)).items())]
    if len({shape.identity for shape in ordered}) < len(ordered):
        ordered = in_reading_order(list({shape.identity: shape for shape in ordered}.values()))
    for purpose, found in series.items():
        numbers = sorted({number for number, _ in main})
        fields |= {(purpose, numbers.index(n)): s.identity for n, s in found if n in numbers}
    if role is LayoutRole.AGENDA and (SlotPurpose.TITLE, 0) not in fields:
        named = [s for s in view.texts if AGENDA.search(s.words) and s.identity not in fields.values()]
        if named:
            fields[SlotPurpose.TITLE, 0] = max(named, key=lambda s: s.size_pt).identity
    units = units_around(view, ordered, [i for (purpose, _), i in fields.items() if purpose is SlotPurpose.TITLE])
    numerals = units.first(counts=True)
    if numerals:
        fields |= {(SlotPurpose.NUMERAL, i): s.identity for i, s in enumerate(numerals.shapes)}
    return Reading(role, fields, units, kept=_labels(view, fields.values()))


def _labels(view: SlideView, used: Iterable[int]) -> frozenset[int]:
    """What else is written there stays, as the person who marked the slide wants it; prompts, adverts and tokens go."""
    taken = set(used)
    return frozenset(
        shape.identity
        for shape in view.texts
        if shape.identity not in taken
        and shape.kind is Kind.TEXT
        and all(token.mark is Mark.PAGE for token in tokens_in(shape.words))
        and not is_prompt(shape.words)
        and not is_advert(shape.words)
    )
