"""One indicator with two values."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Figure, FigureKind, Finding, Ledger, Role
from generator.proofreading.bounds import bounds
from generator.proofreading.places import Places
from generator.settings import ProofreadingSettings

_INDICATOR = re.compile(
    r"(?:率|收入|总值|产值|总量|总额|余额|总面积|面积|产量|总人口|人口|总数|占比|比重|指数|均值|密度|里程|总投资|营收|税收|支出)$"
)
"""What has one value at a time. Of 开展培训 12次 and 20次 can both be true, of 就业率 only one."""
_CHANGED = re.compile(r"增|减|升|降|提高|新|扩|缩|压|改|完成|实现|同比|环比|其中|每|涨|落|争取|落实|投入|发放")
_SCOPE = re.compile(
    r"(?:全[国球省市县区镇乡州旗校院厂村]|我[国省市县区镇乡州旗校院厂村]|[\u4e00-\u9fff]{2}(?:省|市|县|区|镇|乡|州|村|社区|公司|学校))"
)
"""全县…巩固率 says of what it is; 一本上线率 may be of one class here and of another there."""
_LATEST_SCOPE = 12
"""Characters of a name within which its scope is said."""
_AIM = re.compile(r"目标|力争|预期|计划|确保|争取|规划|将|要|拟|预计|累计|五年|期间|分别|以上|以下|左右")
_COMPARABLE = (FigureKind.QUANTITY, FigureKind.MONEY, FigureKind.PERCENT)


def indicators_with_two_values(places: Places, ledger: Ledger, settings: ProofreadingSettings) -> Iterator[Finding]:
    """就业率93.2% in one part of the speech and 就业率92.3% in another, of the same time and place.

    Only what has one value at a time (a rate, an income, a total), said in two sentences with the same words, with
    the same period or with none, of a scope that is said (全县…), neither of them an aim.
    """
    by_label: dict[tuple[str, str, str | None], list[Figure]] = {}
    for figure in ledger.figures:
        if _is_state(places, figure, settings):
            by_label.setdefault((figure.label.text, figure.base_unit, figure.period), []).append(figure)
    for figures in by_label.values():
        one = figures[0]
        for other in figures[1:]:
            if one.sentence == other.sentence or bounds(one).meets(bounds(other)):
                continue
            yield places.report(
                "indicator_two_values",
                other.span,
                one.span,
                label=other.label.text,
                value=other.text,
                first=one.text,
                line=places.line(one.span.start),
            )
            break


def _is_state(places: Places, figure: Figure, settings: ProofreadingSettings) -> bool:
    label = figure.label.text
    if figure.kind not in _COMPARABLE or figure.change is not None or len(label) < settings.shortest_indicator:
        return False
    if not _INDICATOR.search(label) or _CHANGED.search(label) or not _SCOPE.search(label[:_LATEST_SCOPE]):
        return False
    section = places.outline.part_of(figure.span.start)
    if section and section.role is Role.NEXT_STEPS:
        return False
    # 由X到Y gives the first of its numbers the same label.
    behind = places.text[figure.span.end : figure.span.end + 8]
    before = places.text[max(figure.sentence.start, figure.span.start - 24) : figure.span.end]
    return not _AIM.search(before) and not re.match(r"[\u4e00-\u9fff]{0,4}(?:到|至|为)", behind) and "由" not in before
