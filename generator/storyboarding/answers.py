"""The slides of problems and next steps drawn together where the speech answers one with the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.model import Card, Cards, Excerpt, Label, Pair, Pairs, Reason, Role, Section
from generator.storyboarding.answering import announces_answers, answer_one_by_one
from generator.storyboarding.material import Material, is_counted, label
from generator.storyboarding.notes import Draft

_LONGEST_HEAD = 14
"""Characters of a column's head; a longer title of the next steps has a slide of its own."""
# 做好三件事, 抓好四个方面: such a title only announces the steps, and heads no column.
_ANNOUNCING = re.compile("(?:工作|事|事情|方面|重点|任务|功夫|文章|举措|措施)$")
_OPENING = 40
"""Characters at the beginning of the next steps in which they may be said to answer the problems."""


def with_answers(material: Material, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The slides, with one of pairs in place of a slide of problems and the slide of next steps that follows it.

    Both must be whole slides of cards, one of each, so that every word of theirs stands on the pairs; next steps that
    the speaker counts among the parts, or heads with a long title of their own, keep their slide.
    """
    left = list(drafts)
    for at in range(len(left) - 1):
        pairs = _pairs(material, left[at : at + 3], left[at - 1] if at else None)
        if pairs is not None:
            merged = replace(left[at], content=pairs, why=Reason.ANSWERED)
            return (*left[:at], merged, *left[at + 2 :])
    return tuple(left)


def _pairs(material: Material, following: Sequence[Draft], before: Draft | None) -> Pairs | None:
    problems, measures = following[0], following[1]
    if not isinstance(problems.content, Cards) or not isinstance(measures.content, Cards):
        return None
    outer = [following[2]] if len(following) > 2 else []
    alone = not any(_role(material, draft) in (Role.PROBLEMS, Role.NEXT_STEPS) and _is_cards(draft) for draft in outer)
    first, second = _section(material, problems), _section(material, measures)
    roles = (first.role if first else None, second.role if second else None)
    if roles != (Role.PROBLEMS, Role.NEXT_STEPS) or first is None or second is None or not alone:
        return None
    if before is not None and _role(material, before) is Role.PROBLEMS and _is_cards(before):
        return None
    if is_counted(second) or len(measures.content.title.text) > _LONGEST_HEAD:
        return None
    own = measures.content.title
    head = own if own.spans and not _ANNOUNCING.search(own.text) else label(Label.NEXT_STEPS)
    words = material.manuscript.words
    announced = announces_answers(words[second.span.start : second.span.start + _OPENING])
    left, right = ([_lines(card) for card in cards] for cards in (problems.content.cards, measures.content.cards))
    if not answer_one_by_one(_whole(material, first, left), _whole(material, second, right), announced=announced):
        return None
    rows = tuple(Pair(one, other) for one, other in zip(left, right, strict=True))
    return Pairs(problems.content.title, label(Label.PROBLEMS), head, rows)


def _whole(material: Material, section: Section, cells: Sequence[tuple[Excerpt, ...]]) -> list[str]:
    """What the speech says of each thing: more than its card has room for, and perhaps the word that answers."""
    if len(section.children) == len(cells):
        return [child.span.of(material.manuscript.words) for child in section.children]
    return ["\n".join(line.text for line in lines) for lines in cells]


def _lines(card: Card) -> tuple[Excerpt, ...]:
    return (card.head, *card.body) if card.head else card.body


def _section(material: Material, draft: Draft) -> Section | None:
    """The section of problems or next steps that a slide tells, however deep it stands."""
    if draft.starts_at is None:
        return None
    found = material.outline.part_of(draft.starts_at)
    while found is not None and found.role not in (Role.PROBLEMS, Role.NEXT_STEPS):
        found = next((s for s in found.children if s.span.start <= (draft.starts_at or 0) < s.span.end), None)
    return found


def _role(material: Material, draft: Draft) -> Role | None:
    section = _section(material, draft)
    return section.role if section else None


def _is_cards(draft: Draft) -> bool:
    return isinstance(draft.content, Cards)
