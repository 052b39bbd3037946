"""Shares of one whole that do not come to 100 %."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby, pairwise

from generator.model import Figure, FigureKind, Finding, Ledger, Span
from generator.proofreading.bounds import is_exact
from generator.proofreading.places import Places
from generator.settings import ProofreadingSettings

_OF_A_WHOLE = re.compile(r"结构|构成|占比|比重|比例")
_TERM = re.compile(r"\d+(?:\.\d+)?")
_RATIO_LIKE_SHARES = (Decimal(90), Decimal(110))
"""The terms of 三次产业结构为8.7∶41.2∶50.1 are shares when their sum lies here; those of 配比为1∶2∶3 are not."""
_NEAR_THE_WHOLE = (Decimal(95), Decimal(105))
"""Percentages whose sum lies here were meant to come to 100; others need not be all the shares there are."""
_FEWEST = 3
"""Two percentages may come near 100 by chance."""
_TAKES = re.compile(r"占(?!地|用)")
_OF_A_REGION = re.compile(r"全[国省市县区镇乡州球校]|世界|我[国省市县区]")
"""粮食、蔬菜、水果产量分别占全省的45%、30%和26%: each of a whole of its own."""
_JOINT = re.compile(r"\s*(?:[、，,；;]|和|及|与)[^，。；\d]{0,14}")


def shares_off_the_whole(places: Places, ledger: Ledger, _settings: ProofreadingSettings) -> Iterator[Finding]:
    """三次产业结构为8.7∶41.2∶52.1; 分别占45.2%、30.1%和25.7%."""
    for figure in ledger.figures:
        if figure.kind is FigureKind.RATIO:
            yield from _structure(places, figure)
    for _, members in groupby(ledger.figures, key=lambda figure: figure.sentence):
        yield from _listed(places, [figure for figure in members if figure.kind is FigureKind.PERCENT])


def _structure(places: Places, figure: Figure) -> Iterator[Finding]:
    terms = [Decimal(term) for term in _TERM.findall(figure.text)]
    before = Span(max(figure.sentence.start, figure.span.start - 40), figure.span.start)
    if len(terms) < _FEWEST or not _OF_A_WHOLE.search(before.of(places.text)):
        return
    total = sum(terms, Decimal(0))
    if _RATIO_LIKE_SHARES[0] <= total <= _RATIO_LIKE_SHARES[1] and not _is_whole(terms):
        yield places.report("shares_off_the_whole", figure.span, shares=figure.text, total=f"{total:f}")


def _listed(places: Places, figures: list[Figure]) -> Iterator[Finding]:
    """Three percentages or more in a row, each of which is said to be what something takes (占) of the same whole."""
    run: list[Figure] = []
    for before, after in [*pairwise(figures), *((figure, None) for figure in figures[-1:])]:
        run = run or [before]
        if after and _JOINT.fullmatch(places.text, before.span.end, after.span.start):
            run.append(after)
            continue
        if len(run) >= _FEWEST and all(map(is_exact, run)) and _all_take(places, run):
            values = [figure.value for figure in run]
            total = sum(values, Decimal(0))
            if _NEAR_THE_WHOLE[0] <= total <= _NEAR_THE_WHOLE[1] and not _is_whole(values):
                shares = "、".join(figure.text for figure in run)
                span = Span(run[0].span.start, run[-1].span.end)
                yield places.report("shares_off_the_whole", span, shares=shares, total=f"{total:f}%")
        run = []


def _all_take(places: Places, run: list[Figure]) -> bool:
    """Whether 占 stands before each share, or once before all of them with 分别 (or 占比, 比重) in the same clause."""
    text = places.text
    leads = [Span(run[0].sentence.start, run[0].span.start)]
    leads += [Span(a.span.end, b.span.start) for a, b in pairwise(run)]
    if any(_OF_A_REGION.search(lead.of(text)) for lead in leads):
        return False
    if all(_TAKES.search(lead.of(text)) for lead in leads):
        return True
    clause = re.split(r"[；。]", leads[0].of(text))[-1]
    return "分别" in clause and bool(_TAKES.search(clause) or _OF_A_WHOLE.search(clause))


def _is_whole(shares: list[Decimal]) -> bool:
    """Whether rounding alone can explain the distance from 100: half a step of the last digit for each share."""
    places = max(0, *(-int(share.as_tuple().exponent) for share in shares))
    step = Decimal(1).scaleb(-places)
    return abs(sum(shares, Decimal(0)) - 100) <= step * len(shares) / 2
