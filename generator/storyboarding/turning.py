"""The other shapes that a slide's content can take, word for word: what `{kind=cards}` in a plan asks for.

A shape is offered only where every word of the slide finds its place in it: points become cards one by one, and stay
points where a figure beside them is told nowhere else. What cannot be turned is refused with what can.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import assert_never

from generator.model import (
    Agenda,
    BigNumbers,
    Card,
    Cards,
    Chart,
    Closing,
    Comparison,
    Content,
    Cover,
    Divider,
    Excerpt,
    Label,
    Pair,
    Pairs,
    Point,
    Points,
    Quotation,
    Span,
    Stage,
    Table,
    TableRow,
    Timeline,
)
from generator.storyboarding.changing import worded_changes
from generator.storyboarding.dating import FEWEST_STAGES, MOST_STAGES, date_length, in_order
from generator.storyboarding.excerpts import after, piece
from generator.storyboarding.quoting import quotations

KINDS = ("points", "cards", "steps", "timeline", "quotation", "pairs", "numbers", "table")
"""The shapes that a person may ask for."""
_ONLY_A_QUOTATION = re.compile("(?:(?P<source>[^“”：\n]{2,40})[：:，])?(?P<words>“[^“”]+”)")
_NO_SENTENCE = Span(0, 0)
_MOST_CARDS = 5
_STEPS = range(3, 6)
_MOST_PAIRS = 8
_MOST_NUMBERS = 4
_MOST_NUMBERS_OVER_POINTS = 3
_MOST_LISTED = 6
"""Rows of a table that may stand as points instead."""


def kind_of(content: Content) -> str:
    """The shape of a slide, as a plan names it."""
    match content:
        case Cover():
            return "cover"
        case Agenda():
            return "agenda"
        case Divider():
            return "divider"
        case Points():
            return "points"
        case Cards():
            return "steps" if content.steps else "points" if content.listed else "cards"
        case Timeline():
            return "timeline"
        case Quotation():
            return "quotation"
        case Pairs():
            return "pairs"
        case BigNumbers():
            return "numbers"
        case Table():
            return "table"
        case Chart():
            return "chart"
        case Comparison():
            return "comparison"
        case Closing():
            return "closing"
        case _:
            assert_never(content)


def possible_kinds(content: Content) -> tuple[str, ...]:
    """The shapes that a slide can be turned into, without its own."""
    return tuple(kind for kind in KINDS if kind != kind_of(content) and turned(content, kind) is not None)


def turned(content: Content, kind: str) -> Content | None:
    """The content in another shape, every word in its place; None where the shape does not fit it."""
    if kind == kind_of(content):
        return content
    match content:
        case Points():
            return _from_points(content, kind)
        case Cards():
            return _from_cards(content, kind)
        case Timeline():
            cards = tuple(Card(stage.when, stage.body) for stage in content.stages)
            return _from_cards(Cards(content.title, cards, content.continued), kind)
        case Pairs():
            return _from_pairs(content, kind)
        case Quotation():
            return _quotation_as_points(content) if kind == "points" else None
        case BigNumbers():
            return _from_numbers(content, kind)
        case Table() | Chart() | Comparison():
            return _from_figures(content, kind)
        case Cover() | Agenda() | Divider() | Closing():
            return None
        case _:
            assert_never(content)


def points_as_cards(content: Points) -> tuple[Card, ...] | None:
    """The points one by one, a bold lead as the head of its card; the lines under a bold heading stay with it."""
    groups: list[list[Point]] = []
    headings = [_is_heading(point) for point in content.points]
    for point, is_heading in zip(content.points, headings, strict=True):
        if is_heading or not (groups and any(headings) and _is_heading(groups[-1][0])):
            groups.append([])
        groups[-1].append(point)
    if not 2 <= len(groups) <= _MOST_CARDS or not _are_told(content):
        return None
    if any(headings):
        return tuple(Card(group[0].words, tuple(point.words for point in group[1:])) for group in groups)
    parted = [(piece(p.words, 0, p.lead), after(p.words, p.lead)) if p.lead else None for (p,) in groups]
    if all(parts and parts[1] for parts in parted):
        return tuple(Card(parts[0], (parts[1],)) for parts in parted if parts)
    return tuple(Card(None, (point.words,)) for (point,) in groups)


def _is_heading(point: Point) -> bool:
    return 0 < point.lead == len(point.words.text)


def _are_told(content: Points) -> bool:
    """Whether the points themselves say each figure that stands beside them."""
    said = "\n".join(point.words.text for point in content.points)
    return all(callout.quantity.surface in said for callout in content.callouts)


def _from_points(content: Points, kind: str) -> Content | None:
    title, continued = content.title, content.continued
    texts = tuple(point.words.text for point in content.points)
    match kind:
        case "cards" | "steps":
            cards = points_as_cards(content)
            if cards is None or (kind == "steps" and not _can_be_steps(cards)):
                return None
            return Cards(title, cards, continued, steps=kind == "steps")
        case "numbers":
            most = _MOST_NUMBERS_OVER_POINTS if content.points else _MOST_NUMBERS
            fits = 1 <= len(content.callouts) <= most
            return BigNumbers(title, content.callouts, content.points, continued) if fits else None
        case "timeline" if not content.callouts and FEWEST_STAGES <= len(texts) <= MOST_STAGES and in_order(texts):
            cut = [(p.words, date_length(p.words.text)) for p in content.points]
            stages = tuple(Stage(piece(words, 0, at), (after(words, at),)) for words, at in cut)
            return Timeline(title, stages, continued) if all(stage.body[0] for stage in stages) else None
        case "quotation" if len(texts) == 1 and not content.callouts:
            return _quotation_in(content.points[0].words, title, continued)
        case "pairs" if texts and not content.callouts:
            return _changes_in(content)
        case _:
            return None


def _quotation_in(words: Excerpt, title: Excerpt, continued: bool) -> Quotation | None:
    """The only point of a slide as a quotation: 习近平总书记强调：“……”, or the words in marks alone."""
    text = words.text
    match = _ONLY_A_QUOTATION.fullmatch(text)
    if match is None:
        return None
    found = quotations(text)
    start, end = (found[0].source.start, found[0].source.end) if found else match.span("source")
    source = piece(words, start, end) if start < end else Excerpt("")
    return Quotation(title, piece(words, match.start("words")), source, continued)


def _changes_in(content: Points) -> Pairs | None:
    """A change in words in every point: 从被动应付变为主动作为."""
    pairs = []
    for point in content.points:
        changes = worded_changes(point.words.text, Span(0, len(point.words.text)))
        if len(changes) != 1 or len(changes[0].clause) < len(point.words.text):
            return None
        left, right = changes[0].left, changes[0].right
        pairs.append(Pair((piece(point.words, left.start, left.end),), (piece(point.words, right.start, right.end),)))
    if len(pairs) > _MOST_PAIRS:
        return None
    before, behind = Excerpt(Label.BEFORE.value), Excerpt(Label.AFTER.value)
    return Pairs(content.title, before, behind, tuple(pairs), content.continued)


def _can_be_steps(cards: Sequence[Card]) -> bool:
    return len(cards) in _STEPS and all(card.head and card.body for card in cards)


def _from_cards(content: Cards, kind: str) -> Content | None:
    match kind:
        case "cards" if 2 <= len(content.cards) <= _MOST_CARDS:
            return Cards(content.title, content.cards, content.continued)
        case "points":
            return Cards(content.title, content.cards, content.continued, listed=True)
        case "steps" if _can_be_steps(content.cards):
            return Cards(content.title, content.cards, content.continued, steps=True)
        case "timeline" if FEWEST_STAGES <= len(content.cards) <= MOST_STAGES:
            heads = tuple(card.head.text if card.head else "" for card in content.cards)
            if not in_order(heads):
                return None
            stages = tuple(_stage(card.head, card.body) for card in content.cards if card.head)
            return Timeline(content.title, stages, content.continued) if all(s.body for s in stages) else None
        case _:
            return None


def _stage(head: Excerpt, body: tuple[Excerpt, ...]) -> Stage:
    at = date_length(head.text)
    rest = after(head, at)
    return Stage(piece(head, 0, at), (rest, *body) if rest else body)


def _from_pairs(content: Pairs, kind: str) -> Content | None:
    cards = tuple(Card(pair.left[0], (*pair.left[1:], *pair.right)) for pair in content.pairs if pair.left)
    if len(cards) < len(content.pairs):
        return None
    return _from_cards(Cards(content.title, cards, content.continued), kind) if kind in ("cards", "points") else None


def _quotation_as_points(content: Quotation) -> Points:
    said_by = content.source.text
    words = Excerpt(f"{said_by}：{content.words.text}") if said_by else content.words
    return Points(content.title, (Point(words, _NO_SENTENCE, len(said_by)),), continued=content.continued)


def _from_numbers(content: BigNumbers, kind: str) -> Content | None:
    if kind == "points":
        if content.points or len(content.callouts) <= _MOST_NUMBERS_OVER_POINTS:
            return Points(content.title, content.points, content.callouts, content.continued)
        named = [(callout.label, Excerpt(callout.quantity.surface)) for callout in content.callouts]
        return Points(content.title, _named_figures(named), continued=content.continued)
    if kind == "table" and not content.points:
        rows = tuple(TableRow(c.label, Excerpt(c.quantity.surface), Excerpt("")) for c in content.callouts)
        return Table(content.title, None, rows, content.continued)
    return None


def _from_figures(content: Table | Chart | Comparison, kind: str) -> Content | None:
    match content:
        case Table():
            named = [(row.indicator, row.value) for row in content.rows]
        case Chart():
            named = [(point.name, point.surface) for point in content.points]
        case Comparison():
            labels = (Excerpt(Label.BEFORE.value), Excerpt(Label.AFTER.value))
            named = list(zip(labels, (content.before.origin, content.after.origin), strict=True))
    group = content.group
    continued = content.continued if isinstance(content, Table) else False
    if kind == "points" and len(named) <= _MOST_LISTED:
        title = Excerpt(f"{content.title.text}：{group.text}") if group else content.title
        return Points(title, _named_figures(named), continued=continued)
    if kind == "table" and isinstance(content, Chart):
        rows = tuple(TableRow(name, value, Excerpt("")) for name, value in named)
        return Table(content.title, group, rows)
    return None


def _named_figures(named: Sequence[tuple[Excerpt, Excerpt]]) -> tuple[Point, ...]:
    return tuple(
        Point(Excerpt(f"{name.text}：{figure.text}"), _NO_SENTENCE, len(name.text) + 1) for name, figure in named
    )
