"""Which figures of a slide are set big.

What makes a figure telling stands in the text around it, never in its size: 56件 can be the result of a year and
15804人 a mere circumstance.
"""

from __future__ import annotations

import re

from generator.language import clauses
from generator.model import Callout, Excerpt, Figure, FigureKind, Quantity, Span
from generator.storyboarding.material import Material

_LONGEST_LABEL = 24
"""Characters. A caption under a large number has two short lines; a longer label belongs in the table."""

_MARKS = "，。；！？、：,.;!?: \t　\n”’）)"

# 增长18.5%, 由40元提高到80元: the speaker reports a movement. Counter-example: 开展培训12次 reports an activity.
_CHANGE = re.compile("增长|增加|增收|提高|提升|上升|下降|降低|减少|压减|翻番|缩短|同比|由.{1,12}[到至]")
# 突破900万元, 首次, 全市第一: the speaker points at the figure. Counter-example: 约30人 only rounds.
_EMPHASIS = re.compile("突破|首次|首个|第一|率先|超额|超过|高于|领先|全覆盖")
# 截至目前，累计完成56件: a sentence that draws the balance. Counter-example: 每次由2名干部带队.
_BALANCE = re.compile("截[止至]|目前|累计|共计|总共|全年|实现|完成|建成|达到|带动|覆盖|荣获|获得|落实|解决|化解")


def choose_callouts(material: Material, span: Span, title: Excerpt) -> tuple[Callout, ...]:
    """The most telling figures of `span`, in the order of the text, at most `settings.callouts_a_slide`.

    A figure without a label, or with one too long for a caption, cannot stand alone; nor can the 7.6% of
    由7.6%提升到9.2%, which is what was left behind. The summary has them all the same.
    """
    told: set[tuple[str, str]] = set()
    candidates = []
    figures = material.figures(span)
    left_behind = {figure.change.origin for figure in figures if figure.change and figure.change.origin}
    for figure in figures:
        key = (figure.label.text, figure.text)
        if figure.span in left_behind:
            continue
        if figure.label and len(figure.label.text) <= _LONGEST_LABEL and key not in told:
            told.add(key)
            candidates.append(figure)
    weights = {figure.span: importance(material, figure, title) for figure in candidates}
    chosen: list[Figure] = []
    while candidates and len(chosen) < material.settings.callouts_a_slide:
        # 56件 and 6件 say less side by side than 56件 and 1200余人次: a unit that is there already counts one less.
        units = {figure.unit for figure in chosen}
        best = max(candidates, key=lambda figure: (weights[figure.span] - (figure.unit in units), -figure.span.start))
        candidates.remove(best)
        chosen.append(best)
    return tuple(callout(figure) for figure in sorted(chosen, key=lambda figure: figure.span.start))


def importance(material: Material, figure: Figure, title: Excerpt) -> int:
    """How much the words around a figure make of it; a count of reasons, each weighed by how plainly it speaks."""
    text = material.manuscript.words
    clause = next((c for c in clauses(text, figure.sentence) if c.overlaps(figure.span)), figure.sentence)
    score = 0
    if _CHANGE.search(clause.of(text)):
        score += 3
    if _EMPHASIS.search(clause.of(text)):
        score += 2
    if _BALANCE.search(clause.of(text)) or _BALANCE.search(figure.sentence.of(text)[:8]):
        score += 1
    opening, ending = clause.of(text)[: figure.span.start - clause.start], text[figure.span.end : clause.end]
    if not ending.strip(_MARKS):
        # 联系服务群众15804人， : the clause runs up to its figure and reports it.
        score += 1
    elif not opening.strip():
        # 486名党员走进村组 : the figure counts who acts, not what came of it.
        score -= 1
    if figure.kind in (FigureKind.MONEY, FigureKind.PERCENT, FigureKind.MULTIPLE):
        # Money and shares are what a leader is asked for afterwards; a duration (58天) rarely is.
        score += 2
    elif figure.kind in (FigureKind.DURATION, FigureKind.RATIO):
        score -= 1
    if _shared_words(figure.label.text, title.text):
        # The heading promises what the figure measures: 增收 under 农民增收有路子.
        score += 1
    if _is_repeated(material, figure):
        # Said twice in the speech: the speaker wants it to be remembered.
        score += 2
    return score


def callout(figure: Figure) -> Callout:
    """A figure as it is set big."""
    return Callout(quantity(figure), figure.label, Excerpt(figure.text, (figure.span,)))


def quantity(figure: Figure) -> Quantity:
    """The surface of a figure around its number: 约 | 2.6 | 万元. All of it is the number where that is not inside."""
    start, end = figure.number.start - figure.span.start, figure.number.end - figure.span.start
    if 0 <= start < end <= len(figure.text):
        return Quantity(figure.text[:start], figure.text[start:end], figure.text[end:])
    return Quantity("", figure.text, "")


def _shared_words(one: str, other: str) -> bool:
    """Whether two texts share a pair of neighbouring characters: most Chinese words are two characters long."""
    return bool({one[i : i + 2] for i in range(len(one) - 1)} & {other[i : i + 2] for i in range(len(other) - 1)})


def _is_repeated(material: Material, figure: Figure) -> bool:
    return material.said[figure.label.text, figure.base_value, figure.base_unit] > 1
