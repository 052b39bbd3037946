"""No more than three neighbours of one kind where the text offers another shape with the same words.

Points with telling figures may set the figures large above the points; points that are parallel and of similar weight
may stand as cards; cards may stand as a list. Nothing is left out and nothing added: the slide says the same before and
after. Where no neighbour has another shape, dull is better than wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.model import BigNumbers, Callout, Cards, Content, Excerpt, Points, Reason
from generator.storyboarding.callouts import importance
from generator.storyboarding.items import are_cards
from generator.storyboarding.material import Material
from generator.storyboarding.notes import Draft
from generator.storyboarding.turning import kind_of, points_as_cards

_CHARACTERS_OF_A_LINE = 36
"""Characters of a line of points over the whole width, at 22 pt."""
_LINES_BELOW_FIGURES = 5
"""Lines of points below figures that are set large; more would need a second page."""
_FIGURES_OVER_POINTS = 3
_TELLING = 2
_TELLING_ALONE = 3
"""Reasons (see `importance`) for a figure of a sub-point to be set over its points: a share, a change, money, a total.
Below it the figure is a mere circumstance (25项, 六条), which the points tell well enough."""
_CARDS_WITH_HEADS = 2
"""How well cards with heads fit, and figures without weight."""
_FEWEST_PARALLEL = 3
_MOST_PARALLEL = 4
"""Points that stand as cards; two are told better as points, five make low rows."""
_LONGEST_PARALLEL = 34
"""Characters of such a point: two lines of a row."""
_EVEN_WEIGHT = 2.2
"""The longest point over the shortest one. Above it they are no equals."""
# 说到底，…; 如…; 其中…: such a point goes on with the one before, and is no thing of its own.
_GOES_ON = re.compile(
    "^(?:如|比如|例如|其中|同时|此外|另外|而且|并且|并|也|还|又|但|不过|因此|所以|这|那|说到底|特别是|尤其|从而|进而)"
)


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another shape of a slide, why it is taken, and how well it fits: the larger the better."""

    content: Content
    why: Reason
    fitness: int


def varied(material: Material, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The slides, every run of one kind longer than `settings.neighbours_of_a_kind` broken where it can be.

    The shape that fits best among the slides that would break the run is taken; of equals the last one, since so the
    fewest slides change.
    """
    most = material.settings.neighbours_of_a_kind
    left = list(drafts)
    start = 0
    for at in range(len(left)):
        if at and kind_of(left[at].content) != kind_of(left[at - 1].content):
            start = at
        if at - start < most:
            continue
        found = [(alternative, i) for i in range(start, at + 1) if (alternative := another_shape(material, left[i]))]
        if not found:
            continue
        chosen, place = max(found, key=lambda one: (one[0].fitness, one[1]))
        left[place] = replace(left[place], content=chosen.content, why=chosen.why)
        start = place if place == at else place + 1
    return tuple(left)


def another_shape(material: Material, draft: Draft) -> Alternative | None:
    """The other shape that the words of a slide offer by themselves, or None."""
    match draft.content:
        case Points():
            return _of_points(material, draft.content)
        case Cards() if not draft.content.steps and not draft.content.listed and _have_heads(draft.content):
            listed = replace(draft.content, listed=True)
            return Alternative(listed, Reason.AS_LIST, 1)
        case _:
            return None


def _of_points(material: Material, content: Points) -> Alternative | None:
    if content.callouts:
        lines = sum(-(-len(point.words.text) // _CHARACTERS_OF_A_LINE) for point in content.points)
        fits = content.points and len(content.callouts) <= _FIGURES_OVER_POINTS and lines <= _LINES_BELOW_FIGURES
        weights = [_weight(material, callout, content.title) for callout in content.callouts]
        if not fits or max(weights) < (_TELLING if len(weights) > 1 else _TELLING_ALONE):
            return None
        over = BigNumbers(content.title, content.callouts, content.points, content.continued)
        return Alternative(over, Reason.NUMBERS_FIRST, _CARDS_WITH_HEADS + sum(weights))
    if not are_parallel(content):
        return None
    cards = points_as_cards(content)
    if cards is None or not are_cards(cards):
        return None
    return Alternative(
        Cards(content.title, cards, content.continued), Reason.IN_CARDS, _CARDS_WITH_HEADS if cards[0].head else 1
    )


def _weight(material: Material, callout: Callout, title: Excerpt) -> int:
    """How telling a figure that is set big is; 0 where the ledger does not know it."""
    figures = (figure for span in callout.origin.spans for figure in material.figures(span))
    return max((importance(material, figure, title) for figure in figures), default=0)


def are_parallel(content: Points) -> bool:
    """Whether points are things of one rank: three or four of similar length, each of a sentence of its own.

    Counter-examples: two points of one sentence; 说到底，不是设备不行… (it draws the conclusion of the point before).
    """
    texts = [point.words.text for point in content.points]
    if not _FEWEST_PARALLEL <= len(texts) <= _MOST_PARALLEL:
        return False
    lengths = sorted(map(len, texts))
    even = lengths[-1] <= min(_LONGEST_PARALLEL, _EVEN_WEIGHT * lengths[0])
    apart = len({point.sentence for point in content.points}) == len(texts)
    return even and apart and not any(_GOES_ON.match(text) for text in texts)


def _have_heads(content: Cards) -> bool:
    return all(card.head for card in content.cards)
