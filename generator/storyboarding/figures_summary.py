"""The summary of figures: tables by part, then a chart for each series of comparable values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.language import clauses
from generator.model import (
    BigNumbers,
    Callout,
    Chart,
    ChartKind,
    ChartPoint,
    Excerpt,
    Figure,
    Label,
    Points,
    Section,
    Series,
    SeriesKind,
    Span,
    Table,
    TableRow,
    without,
)
from generator.storyboarding.callouts import callout
from generator.storyboarding.chunks import continued_id, even_chunks
from generator.storyboarding.material import ROLE_LABELS, Material, label
from generator.storyboarding.notes import Draft

FIGURES_PART = "part-figures"
"""Id of the part that holds the summary."""
_FIGURES = "figures"
"""Id of the first slide of the summary."""

_FEWEST_ROWS = 4
"""A table with fewer rows leaves half of its slide empty and joins its neighbour."""
_MOST_BIG_NUMBERS = 4
"""So many figures at most are set big instead of in a table, which would stand half empty."""
_LONGEST_CAPTION = 24
"""Characters. A figure with a longer label needs a table's row."""


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of one table, and the parts of the speech that they come from, in order."""

    parts: tuple[Section | None, ...]
    rows: tuple[TableRow, ...]


def summary_drafts(material: Material, so_far: Iterable[Draft]) -> list[Draft]:
    """The slides of the summary; none for a speech without figures, or when its only one already stands out."""
    figures = _told_once(material.ledger.figures)
    called_out = [c for draft in so_far if isinstance(draft.content, Points) for c in draft.content.callouts]
    return [*_figure_slides(material, figures, called_out), *_chart_slides(material)]


def _figure_slides(material: Material, figures: tuple[Figure, ...], called_out: list[Callout]) -> list[Draft]:
    if not figures or (len(figures) == 1 and any(c.origin.spans == (figures[0].span,) for c in called_out)):
        return []
    if 2 <= len(figures) <= _MOST_BIG_NUMBERS and all(0 < len(f.label.text) <= _LONGEST_CAPTION for f in figures):
        content = BigNumbers(label(Label.FIGURES), tuple(callout(figure) for figure in figures))
        return [Draft(_FIGURES, content, FIGURES_PART)]
    tables = [table for group in _by_part(material, figures) for table in _broken(group, material)]
    drafts: list[Draft] = []
    last_part: Section | None = None
    for table in _without_scraps(tables, material.settings.rows_a_table):
        goes_on = bool(drafts) and table.parts[0] is last_part
        name = _name(material, part) if len(table.parts) == 1 and (part := table.parts[0]) else None
        content_of_table = Table(label(Label.FIGURES), name, table.rows, goes_on)
        drafts.append(Draft(continued_id(_FIGURES, len(drafts)), content_of_table, FIGURES_PART))
        last_part = table.parts[-1]
    return drafts


def _told_once(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Figures without those that say the same of the same thing again, as a summing-up at the end does."""
    seen: set[tuple[str, str, str | None]] = set()
    kept = []
    for figure in figures:
        key = (figure.label.text, figure.text, figure.period)
        if key not in seen or not figure.label:
            seen.add(key)
            kept.append(figure)
    return tuple(kept)


def _by_part(material: Material, figures: tuple[Figure, ...]) -> list[_Rows]:
    groups: list[_Rows] = []
    for figure in figures:
        part, row = material.outline.part_of(figure.span.start), _row(material, figure)
        if groups and groups[-1].parts[0] is part:
            groups[-1] = _Rows((part,), (*groups[-1].rows, row))
        else:
            groups.append(_Rows((part,), (row,)))
    return groups


def _broken(group: _Rows, material: Material) -> list[_Rows]:
    """A part's rows in tables that fit a slide each; a sub-point's rows stay together where that leaves no scrap."""
    rows, most = group.rows, material.settings.rows_a_table
    borders = {i for i in range(1, len(rows)) if rows[i].section != rows[i - 1].section}
    chunks, kept_together = even_chunks(len(rows), most), even_chunks(len(rows), most, borders)
    if min(len(chunk) for chunk in kept_together) >= _FEWEST_ROWS:
        chunks = kept_together
    return [_Rows(group.parts, rows[chunk.start : chunk.stop]) for chunk in chunks]


def _without_scraps(tables: list[_Rows], most: int) -> list[_Rows]:
    """Tables of fewer than four rows joined with the smaller of their neighbours, or given some of its rows.

    A table of one row is no table, and one of three leaves its slide empty.
    """
    tables = list(tables)
    settled = 0
    while len(tables) > 1 and settled < len(tables):
        at = min(range(len(tables)), key=lambda i: len(tables[i].rows))
        if len(tables[at].rows) >= _FEWEST_ROWS:
            break
        neighbours = [i for i in (at - 1, at + 1) if 0 <= i < len(tables)]
        first = min(at, min(neighbours, key=lambda i: len(tables[i].rows)))
        joined = _joined(tables[first], tables[first + 1], most)
        settled = settled + 1 if len(joined) == 2 else 0
        tables[first : first + 2] = joined
    return tables


def _joined(one: _Rows, other: _Rows, most: int) -> list[_Rows]:
    """Two neighbouring tables as one, or as two of even length where one does not hold all their rows."""
    rows = one.rows + other.rows
    parts = one.parts if one.parts == other.parts else (*one.parts, *other.parts)
    if len(rows) <= most:
        return [_Rows(parts, rows)]
    half = -(-len(rows) // 2)
    first = one.parts if half <= len(one.rows) else parts
    second = other.parts if half >= len(one.rows) else parts
    return [_Rows(first, rows[:half]), _Rows(second, rows[half:])]


def _row(material: Material, figure: Figure) -> TableRow:
    section = material.outline.section_at(figure.span.start)
    name = _name(material, section) if section else None
    return TableRow(_indicator(material, figure), Excerpt(figure.text, (figure.span,)), name or Excerpt(""))


def _indicator(material: Material, figure: Figure) -> Excerpt:
    """What the figure measures; without a label the clause around it, the figure itself and the marks left out."""
    if figure.label:
        return figure.label
    text = material.manuscript.words
    clause = next((c for c in clauses(text, figure.sentence) if c.overlaps(figure.span)), figure.sentence)
    end = clause.end
    while end > clause.start and not text[end - 1].isalnum():
        end -= 1
    return material.one_line(*without(Span(clause.start, max(end, clause.start)), [figure.span]))


def _name(material: Material, section: Section) -> Excerpt | None:
    """What a part or sub-point is called in a table; its parent's name where it has none, None for an opening."""
    found = material.heading(section) if section.role not in ROLE_LABELS else material.title(section)
    if found:
        return found
    parent = next((s for s in material.outline.walk() if section in s.children), None)
    return _name(material, parent) if parent else None


def _chart_slides(material: Material) -> list[Draft]:
    return [
        Draft(f"chart-{number}", _chart(material, series), FIGURES_PART)
        for number, series in enumerate(material.ledger.series, 1)
    ]


def _chart(material: Material, series: Series) -> Chart:
    # 7000万元 beside 1.2亿元 can only be drawn multiplied out; what is printed stays as the text has it.
    one_unit = len({figure.unit for figure in series.figures}) == 1
    points = tuple(
        ChartPoint(name, float(figure.value if one_unit else figure.base_value), Excerpt(figure.text, (figure.span,)))
        for name, figure in zip(series.names, series.figures, strict=True)
    )
    title = series.title if series.title else label(Label.COMPARISON)
    return Chart(title, _chart_kind(material, series), series.unit, points)


def _chart_kind(material: Material, series: Series) -> ChartKind:
    """Bars for things, whose names are long; columns for periods, since time runs to the right; a line for many."""
    if series.kind is SeriesKind.ITEMS:
        return ChartKind.BAR
    return ChartKind.LINE if len(series.figures) >= material.settings.periods_for_a_line else ChartKind.COLUMN
