"""Totals that are not the sum of their parts, and parts that are more than their whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from generator.model import Figure, FigureKind, Finding, Ledger, Span
from generator.proofreading.bounds import bounds, is_exact
from generator.proofreading.places import Places
from generator.settings import ProofreadingSettings

_COUNTED = (FigureKind.QUANTITY, FigureKind.MONEY)
_TOTAL_BEHIND = re.compile(
    r"[^，。；、（）()\d]{0,8}[，,、]?\s*(?:以上)?(?:共计|合计|总计|一共|总共|共)(?:为|达到?|有|是)?\s*"
)
_LIST_JOINT = re.compile(r"[^，。；：:、（）()\d]{0,14}[、，,和及与]+[^，。；：:（）()\d]{1,14}")
_BRACKET = re.compile(r"[^，。；：:、（）()\d]{0,8}[（(][^（）()；。]{2,}[）)]")
_NOT_ALL = re.compile(r"其中|含|包括|包含|等|另|除|如|主要|约|比|较|增|减|升|降|从|由|每|原|占|人均|户均|合\d|折合")
_PER = re.compile(r"每|均")
"""每千人6.6批次，其中…5万批次: a share of each is no total."""
_OVERLAPPING = re.compile(r"党员|团员|女|少数民族|岁|学历|本科|硕士|博士|职称|骨干|干部")
"""48人（党员30人、女性25人）: one person may be both; 男 beside 女 says that they are not."""
_OF_THEM = re.compile(r"其中[^，。；]{0,24}$")


def totals_off_their_parts(places: Places, ledger: Ledger, settings: ProofreadingSettings) -> Iterator[Finding]:
    """甲5个、乙4个、丙3个，共计13个; 新建学校3所（甲2所、乙2所）; 党员48人，其中女党员51人.

    Only numbers of one unit without qualifiers are added up, and only where the text says that they are all there are.
    """
    for _, members in groupby(ledger.figures, key=lambda figure: figure.sentence):
        figures = [figure for figure in members if figure.kind in _COUNTED]
        if len(figures) > settings.most_summed:
            continue
        for place, figure in enumerate(figures):
            yield from _total_behind(places, figures[:place], figure)
            yield from _bracket(places, figure, figures[place + 1 :], settings)
            yield from _part_of(places, figures[:place], figure)


def _total_behind(places: Places, before: list[Figure], total: Figure) -> Iterator[Finding]:
    """A list and the total behind it. The list may begin at any of its numbers: 投入3万元，新建甲5个、乙4个，共9个."""
    if not before or not _TOTAL_BEHIND.fullmatch(places.text, before[-1].span.end, total.span.start):
        return
    parts: list[Figure] = []
    for figure in reversed(before):
        joined = not parts or _LIST_JOINT.fullmatch(places.text, figure.span.end, parts[0].span.start)
        if figure.base_unit != total.base_unit or not joined:
            break
        parts.insert(0, figure)
    if any(figure.base_unit == total.base_unit for figure in before[: len(before) - len(parts)]):
        return  # more of the same unit stands outside the list
    sums = [sum((part.base_value for part in parts[at:]), Decimal(0)) for at in range(len(parts) - 1)]
    if sums and all(map(is_exact, [*parts, total])) and not any(_fits(total, parts[i:]) for i in range(len(sums))):
        yield _finding(places, total, parts, sums[0])


def _bracket(places: Places, total: Figure, after: list[Figure], settings: ProofreadingSettings) -> Iterator[Finding]:
    """3所（甲2所、乙2所）: a bracket right behind a number that holds nothing but its parts."""
    match = _BRACKET.match(places.text, total.span.end)
    if not match or _NOT_ALL.search(match.group()):
        return
    inside = Span(*match.span())
    parts = [figure for figure in after if inside.contains(figure.span)]
    numbers = re.findall(r"\d+(?:\.\d+)?", match.group())
    if len(parts) < 2 or len(numbers) != len(parts) or parts[-1].span.end != inside.end - 1:
        return
    if any(part.base_unit != total.base_unit for part in parts) or not all(map(is_exact, [*parts, total])):
        return
    true = sum((part.base_value for part in parts), Decimal(0))
    near = abs(true - total.base_value) <= total.base_value * Decimal(str(settings.nearest_total))
    if near and not _fits(total, parts) and not (_OVERLAPPING.search(match.group()) and "男" not in match.group()):
        yield _finding(places, total, parts, true)


def _part_of(places: Places, before: list[Figure], part: Figure) -> Iterator[Finding]:
    """党员48人，其中女党员51人: more than all that was counted in that unit before 其中."""
    lead = Span(before[-1].span.end if before else part.sentence.start, part.span.start)
    if not before or not _OF_THEM.search(lead.of(places.text)) or part.change is not None:
        return
    wholes = [figure for figure in before if figure.base_unit == part.base_unit]
    if not wholes or wholes[-1] is not before[-1] or wholes[-1].change is not None:
        return
    if _PER.search(places.text, max(wholes[-1].sentence.start, wholes[-1].span.start - 12), part.span.start):
        return
    # 12个村、3个社区，其中示范村5个: of all of them, so all of them are the whole.
    if bounds(part).low > sum((bounds(whole).high for whole in wholes), Decimal(0)):
        span = Span(wholes[-1].span.start, part.span.end)
        yield places.report("part_over_whole", span, part=part.text, whole=wholes[-1].text)


def _fits(total: Figure, parts: list[Figure]) -> bool:
    spans = [bounds(part) for part in parts]
    low, high = sum((s.low for s in spans), Decimal(0)), sum((s.high for s in spans), Decimal(0))
    whole = bounds(total)
    return low <= whole.high and whole.low <= high


def _finding(places: Places, total: Figure, parts: list[Figure], true: Decimal) -> Finding:
    scale = total.base_value / total.value if total.value else Decimal(1)
    listed = "、".join(part.text for part in parts)
    span = Span(min(total.span.start, parts[0].span.start), max(total.span.end, parts[-1].span.end))
    return places.report(
        "total_off_its_parts", span, total=total.text, parts=listed, true=f"{(true / scale).normalize():f}{total.unit}"
    )
