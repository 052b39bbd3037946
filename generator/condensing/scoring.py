"""What a candidate is worth: named features, each with its weight and the reason for it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from generator.condensing.clauses import Clause, ClauseKind
from generator.condensing.lexicon import opening, opening_word, word_list
from generator.condensing.speech import members, whole


class Feature(NamedTuple):
    """A weight and why it is what it is. A main clause without any feature is worth 1."""

    weight: float
    reason: str


FEATURES: dict[str, Feature] = {
    "main": Feature(1.0, "The unit: a clause that says what was done, is, or came of it."),
    "figure": Feature(1.5, "A figure is what an audience writes down; each must find its point before anything else."),
    "quotation": Feature(0.35, "A quoted term is the speaker's own brand for what was done (“三级联动”)."),
    "result": Feature(0.45, "构建, 形成, 完成: what was made stays in the mind, how it was prepared does not."),
    "heading": Feature(0.25, "Words of the heading: the clause says what the slide promises."),
    "last": Feature(0.2, "A Chinese sentence leads up to its result: the last main clause holds it."),
    "first": Feature(0.15, "The first main clause names the matter."),
    "topic": Feature(0.4, "Of whom or of what field (对困难家庭): tells parallel points apart."),
    "topic lost": Feature(-1.1, "对甲，…；对乙，…: without the topic the points cannot be told apart."),
    "subject lost": Feature(-0.6, "展览总营收7亿元，带动消费30亿元: alone nobody knows what brought the 30."),
    "frame": Feature(-0.3, "Any other circumstance costs room and says little."),
    "follower": Feature(0.3, "覆盖700人: belongs to the clause before, worth little alone."),
    "rhythm": Feature(
        -0.55, "Four-character pairs without object (因地制宜、分类施教) sound well and say little on a slide."
    ),
    "empty": Feature(
        -0.9, "深入思考、贯彻落实: assurances stand on every slide of every speech; the deed is what differs."
    ),
    "gap": Feature(-0.35, "A clause left out from between two that stay: the second one was said of what it named."),
    "redacted": Feature(-0.2, "A blank name is filled in by whoever knows it, but should not stand in every point."),
    "blank": Feature(-1.3, "A blank figure looks like a mistake on the wall: 总收入突破XXX万元."),
    "another clause": Feature(
        -0.55, "Two clauses in one point are worth less than two points, as long as there is room."
    ),
    "loss": Feature(-0.35, "Everything left out within a clause is a risk to sense and rhythm."),
    "long": Feature(-0.03, "Each character above the comfortable length."),
    "short": Feature(-0.05, "Each character below a full thought."),
    "over a semicolon": Feature(-0.4, "； parts what the speaker holds apart."),
    "whole": Feature(0.25, "All clauses between two ；: nothing to misread."),
    "pointing": Feature(-0.6, "这些措施…: what it points at does not stand on the slide."),
    "sentence": Feature(0.8, "The first point of a sentence: each sentence should be heard of."),
}

_MANNER = re.compile(r"^以.{2,}的..(?=.{4}(?:、.{4})+$)")
_COMFORTABLE = range(16, 31)
"""Characters. One line to one and a half at 24 pt."""


def weight(feature: str) -> float:
    """The weight of a named feature."""
    return FEATURES[feature].weight


def clause_value(clause: Clause, heading_pairs: frozenset[str], *, first: bool, last: bool) -> float:
    """What a clause is worth to a point, by the features of its own."""
    value = len(clause.figures) * weight("figure")
    body = clause.text[clause.opener :]
    if clause.kind is ClauseKind.FRAME:
        return value + weight("topic" if clause.topic else "frame")
    value += weight("follower") if clause.kind is ClauseKind.FOLLOWER else weight("main")
    value += weight("quotation") if "“" in body or "《" in body else 0
    value += weight("result") if _has_result(body) else 0
    value += weight("heading") if heading_pairs & pairs(body) else 0
    value += weight("rhythm") if is_rhythm(body) else 0
    value += weight("redacted") if clause.redacted else 0
    value += weight("blank") if clause.blank else 0
    value += weight("first") if first else 0
    value += weight("pointing") if opening_word(body, "pointing", "openers") else 0
    return value + (weight("last") if last else 0)


def length_value(length: int) -> float:
    """What the length of a point costs."""
    if length > _COMFORTABLE[-1]:
        return (length - _COMFORTABLE[-1]) * weight("long")
    return max(0, _COMFORTABLE[0] - length) * weight("short")


def pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of `text`, marks left out: how texts are compared for sameness.

    >>> sorted(pairs("抓早，抓小"))
    ['抓小', '抓早', '早抓']
    """
    bare = [char for char in text if char.isalnum()]
    return frozenset(a + b for a, b in pairwise(bare))


def repeats(text: str, other: str) -> bool:
    """Whether a listener would take `text` for a repetition of `other`: most pairs of the shorter stand in the longer.

    >>> repeats("深入开展走访活动", "开展走访活动"), repeats("开展走访活动28场", "建立走访台账")
    (True, False)
    """
    mine, others = pairs(text), pairs(other)
    if not mine or not others:
        return False
    shared = len(mine & others)
    longer = max(len(mine), len(others))
    return shared >= 0.8 * min(len(mine), len(others)) and shared >= 0.45 * longer


def _has_result(text: str) -> bool:
    return bool(opening(text, "result", "verbs")) or any(verb + "了" in text for verb in word_list("result", "verbs"))


def is_rhythm(text: str) -> bool:
    """Whether a clause is nothing but four-character members: 因地制宜、分类施教; 以快的作风迅速铺开、全面摸排."""
    if whole(text):
        return False
    text = _MANNER.sub("", text)
    runs = members(text)
    pieces = [member.of(text) for member in runs[0]] if runs else [text]
    return all(len(piece) <= 4 for piece in pieces)
