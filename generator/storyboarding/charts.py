"""Charts of comparable figures, and one figure before and after. Where a picture would mislead there is none."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from generator.errors import finding
from generator.model import (
    Callout,
    ChangeKind,
    Chart,
    ChartKind,
    ChartPoint,
    Comparison,
    Excerpt,
    Figure,
    FigureKind,
    Finding,
    Label,
    Reason,
    Series,
    SeriesKind,
    Span,
)
from generator.storyboarding.callouts import importance, quantity
from generator.storyboarding.material import Material, label
from generator.storyboarding.notes import Draft
from generator.storyboarding.summary_rows import short_name

FIGURES_PART = "part-figures"
"""Id of the part that holds the summary of figures."""
_FIGURES_NAMED = 4
"""Figures that a finding names."""
_WHOLE = 100.0
"""Percent of all shares together."""
_FEWEST_SHARES = 3
"""Shares. Two are a sentence, not a chart."""
_MOST_SHARES = 4
"""Shares of a ring: a look has no more colours that are told apart; more shares are bars."""
_SHARE_VERBS = "占达为比例"
"""Characters at the end of what a share is called: 中央资金占, 男生比例为."""
_INEXACT = ("约", "近", "超", "逾")
_LONGEST_SIDE = 10
"""Characters. A longer figure cannot be set big beside another."""
_LONGEST_SUBJECT = 26
"""Characters. What is compared stands in the title behind 数据对比：, in two lines at most."""


@dataclass(frozen=True, slots=True)
class Charts:
    """The slides, the figures that are better told there than by a row each, and why some series have no chart."""

    drafts: tuple[Draft, ...]
    shown: frozenset[Span]
    findings: tuple[Finding, ...]


def make_charts(material: Material, *, spare_rows: bool = False) -> Charts:
    """A chart a series that can be compared, then the most telling changes.

    The years of a series (2021年至2024年分别为…) have no row of their own, where they would read the same but for a
    year; with `spare_rows` no figure of a chart has one.
    """
    drafts: list[Draft] = []
    findings: list[Finding] = []
    shown: set[Span] = set()
    for series in material.ledger.series:
        trouble = _trouble(material, series)
        if trouble:
            findings.append(trouble)
            continue
        drafts.append(Draft(f"chart-{len(drafts) + 1}", _chart(material, series), FIGURES_PART, why=Reason.CHART))
        if spare_rows or series.kind is SeriesKind.PERIODS:
            shown |= {figure.span for figure in series.figures}
    for series in _shares_of_a_whole(material):
        drafts.append(Draft(f"chart-{len(drafts) + 1}", _chart(material, series), FIGURES_PART, why=Reason.CHART))
    drafts += _comparisons(material, shown)
    return Charts(tuple(drafts), frozenset(shown), tuple(findings))


def _trouble(material: Material, series: Series) -> Finding | None:
    """Why a series is not drawn, or None where it is."""
    listed = "、".join(figure.text for figure in series.figures[:_FIGURES_NAMED])
    title = series.title.text or Label.COMPARISON.value
    spans = tuple(figure.span for figure in series.figures)
    sizes = [abs(float(figure.base_value)) for figure in series.figures if figure.base_value]
    widest = material.settings.widest_chart_range
    if sizes and max(sizes) > widest * min(sizes):
        return finding("series_too_far_apart", spans=spans, title=title, listed=listed, range=f"{widest:g}")
    why = _two_readings(series)
    return finding("series_two_readings", spans=spans, title=title, listed=listed, why=why) if why else None


def _two_readings(series: Series) -> str | None:
    """Why a series can be read in two ways: two values of one name, things at different times, signs that differ."""
    if max(Counter(name.text for name in series.names).values(), default=0) > 1:
        return "有两个用同一个名称"
    periods = {figure.period for figure in series.figures if figure.period}
    if series.kind is SeriesKind.ITEMS and len(periods) > 1:
        return "不是同一时间的数"
    directions = {figure.change.direction for figure in series.figures if figure.change}
    if series.kind is SeriesKind.ITEMS and len(directions) > 1:
        return "有升有降"
    return None


def _chart(material: Material, series: Series) -> Chart:
    # 7000万元 beside 1.2亿元 can only be drawn multiplied out; what is printed stays as the text has it.
    one_unit = len({figure.unit for figure in series.figures}) == 1
    points = tuple(
        ChartPoint(name, float(figure.value if one_unit else figure.base_value), Excerpt(figure.text, (figure.span,)))
        for name, figure in zip(_names(series), series.figures, strict=True)
    )
    return Chart(label(Label.COMPARISON), _chart_kind(material, series), series.unit, points, series.title or None)


def _names(series: Series) -> tuple[Excerpt, ...]:
    """What stands at the bars. Where they are changes and the title does not say so, the whole label of each figure.

    立案数、事故数分别下降13.5%、2.7% under 社会治理创新持续深化: a bar of 立案数 would be read as its height.
    """
    verbs = {_verb(figure) for figure in series.figures} - {""}
    told = series.kind is SeriesKind.PERIODS or all(verb in series.title.text for verb in verbs)
    labels = tuple(figure.label for figure in series.figures)
    return series.names if told or len({label.text for label in labels}) < len(labels) else labels


def _verb(figure: Figure) -> str:
    """The word of a change at the end of a label: 下降 of 立案数下降."""
    return figure.label.text[-2:] if figure.change and figure.change.kind is not ChangeKind.FROM_TO else ""


def _chart_kind(material: Material, series: Series) -> ChartKind:
    """Bars for things, whose names are long; a ring where they are all shares of a whole; columns for periods, since
    time runs to the right; a line for many periods."""
    if series.kind is SeriesKind.PERIODS:
        many = len(series.figures) >= material.settings.periods_for_a_line
        return ChartKind.LINE if many else ChartKind.COLUMN
    is_whole = len(series.figures) <= _MOST_SHARES and are_all_shares(series.figures)
    return ChartKind.DOUGHNUT if is_whole else ChartKind.BAR


def are_all_shares(figures: tuple[Figure, ...]) -> bool:
    """Whether figures are the shares of one whole, all of them stated: they come to 100 % within their rounding.

    30%、45%和25% do. Counter-examples: 30%和45% (a complement is never made up); 约30%, 45%, 25% (none is exact);
    增长30%、45%、25% (changes, no shares).
    """
    if any(f.kind is not FigureKind.PERCENT or f.qualifier or f.upper is not None or f.change for f in figures):
        return False
    decimals = [max(0, -int(figure.value.normalize().as_tuple().exponent)) for figure in figures]
    rounding = sum(0.5 * 10.0**-places for places in decimals)
    return abs(sum(float(figure.value) for figure in figures) - _WHOLE) <= min(rounding, 1.0)


def _shares_of_a_whole(material: Material) -> list[Series]:
    """中央资金占30%、省级资金占45%、县级资金占25%: all shares of one sentence, which come to a whole.

    Counter-examples: 合格率98%、优良率2% of two sentences; 增长30%、45%、25%; shares that a series of the ledger has.
    """
    charted = {figure.span for series in material.ledger.series for figure in series.figures}
    found = []
    for _, members in groupby(material.ledger.figures, key=lambda figure: (figure.sentence, figure.kind)):
        figures = tuple(members)
        names = tuple(_name_of_share(material, figure) for figure in figures)
        if len(figures) < _FEWEST_SHARES or charted & {figure.span for figure in figures}:
            continue
        distinct = len({name.text for name in names}) == len(names) and all(name.text for name in names)
        if any(name.text.endswith(_INEXACT) for name in names):
            continue  # 约占30%: the words around the number say that it is none to reckon with
        if distinct and are_all_shares(figures):
            section = material.outline.section_at(figures[0].span.start)
            title = (short_name(material, section) if section else None) or Excerpt("")
            found.append(Series(SeriesKind.ITEMS, title, figures[0].unit, names, figures))
    return found


def _name_of_share(material: Material, figure: Figure) -> Excerpt:
    """What a share is the share of: the last words of its label, without the verb. 中央资金占30% → 中央资金."""
    if not figure.label.spans:
        return figure.label
    last = figure.label.spans[-1]
    words = last.of(material.manuscript.text)
    return material.one_line(Span(last.start, last.start + len(words.rstrip(_SHARE_VERBS))))


def _comparisons(material: Material, charted: set[Span]) -> list[Draft]:
    """The most telling changes from one figure to another, in the order of the speech, one of a name.

    由14.3%下降到9.7% is one. Counter-examples: 同比增长5% (nothing says from what), 由XX户增加到30户 (a blank),
    2021年至2024年分别为… (a series of its own).
    """
    known = {figure.span: figure for figure in material.ledger.figures}
    found: list[tuple[int, Figure, Figure]] = []
    names: set[str] = set()
    for after in material.ledger.figures:
        change = after.change
        if change is None or change.kind is not ChangeKind.FROM_TO or change.origin not in known:
            continue
        before = known[change.origin]
        if not _can_be_compared(before, after) or after.label.text in names or {before.span, after.span} & charted:
            continue
        names.add(after.label.text)
        section = material.outline.section_at(after.span.start)
        title = material.title(section) if section else Excerpt("")
        found.append((importance(material, after, title), before, after))
    chosen = sorted(found, key=lambda one: (-one[0], one[2].span))[: material.settings.comparisons]
    return [
        Draft(f"comparison-{number}", _comparison(material, before, after), FIGURES_PART, why=Reason.FROM_TO)
        for number, (_, before, after) in enumerate(sorted(chosen, key=lambda one: one[2].span), 1)
    ]


def _can_be_compared(before: Figure, after: Figure) -> bool:
    """One thing in one unit, short enough to be set big: 由3.5万吨提高到6.2万吨, not 由3家发展到5000户."""
    one_unit = before.base_unit == after.base_unit and before.kind is after.kind
    short = max(len(before.text), len(after.text)) <= _LONGEST_SIDE
    named = 0 < len(after.label.text) <= _LONGEST_SUBJECT
    return one_unit and short and named and before.kind is not FigureKind.RATIO


def _comparison(material: Material, before: Figure, after: Figure) -> Comparison:
    words = material.one_line(after.change.words) if after.change else Excerpt("")
    sides = (
        Callout(quantity(before), Excerpt(""), Excerpt(before.text, (before.span,))),
        Callout(quantity(after), words, Excerpt(after.text, (after.span,))),
    )
    return Comparison(label(Label.COMPARISON), after.label, *sides)
