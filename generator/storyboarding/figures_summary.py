"""The summary of figures: the few that carry the speech, tables by part, a chart for each comparable series."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from generator.model import (
    BigNumbers,
    Callout,
    Figure,
    Finding,
    Label,
    Points,
    Reason,
    Role,
    Section,
    Table,
)
from generator.storyboarding.callouts import callout
from generator.storyboarding.charts import FIGURES_PART, make_charts
from generator.storyboarding.chunks import continued_id, even_chunks
from generator.storyboarding.material import Material, label
from generator.storyboarding.notes import Draft
from generator.storyboarding.summary_rows import KEY_IMPORTANCE, Row, rows_of, short_name

_FIGURES = "figures"
"""Id of the first table of the summary."""
_KEY_FIGURES = "key-figures"
"""Id of the slide of the figures that carry a longer speech."""
_FEWEST_ROWS = 4
"""A table with fewer rows leaves half of its slide empty and joins its neighbour."""
_MOST_BIG_NUMBERS = 4
"""So many figures at most are set big instead of in a table, which would stand half empty."""
_FEWEST_FOR_KEY_FIGURES = 12
"""Figures. In a shorter summary the key figures stand at the top of the one table anyway."""
_LONGEST_CAPTION = 24
"""Characters. A figure with a longer label needs a table's row."""
_LONGEST_QUANTITY = 10
"""Characters. A longer one cannot be set big."""
_LONGEST_NAME = 30
"""Characters of a part's name that stand in a title behind 主要数据：."""
_FEW_LONG = 0.2
"""Share of long indicators that a full slide still holds."""
_SHORT_INDICATOR = 18
"""Characters. So long an indicator stands on one line where two rows share one line of the slide."""

__all__ = ["FIGURES_PART", "Summary", "make_summary"]


@dataclass(frozen=True, slots=True)
class Summary:
    """The slides of the summary, the figures that it has no room for, and what is to be said of it."""

    drafts: tuple[Draft, ...]
    left: tuple[Figure, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of one table, and the parts of the speech that they come from, in order."""

    parts: tuple[Section | None, ...]
    rows: tuple[Row, ...]


def make_summary(material: Material, so_far: Iterable[Draft], most_tables: int | None = None) -> Summary:
    """The summary; empty for a speech without figures, or when its only one already stands out.

    With `most_tables` the weightiest rows that so many tables hold; the other figures are `left`.
    """
    figures = _told_once(material.ledger.figures)
    called_out = [c for draft in so_far if isinstance(draft.content, Points) for c in draft.content.callouts]
    charts = make_charts(material, spare_rows=most_tables is not None)
    tabled = tuple(figure for figure in figures if figure.span not in charts.shown)
    if _stand_out_already(tabled, called_out) and not material.ledger.blanks:
        return Summary(charts.drafts, (), charts.findings)
    if 2 <= len(tabled) <= _MOST_BIG_NUMBERS and not material.ledger.blanks and all(map(_can_be_big, tabled)):
        content = BigNumbers(label(Label.FIGURES), tuple(callout(figure) for figure in tabled))
        return Summary(
            (Draft(_FIGURES, content, FIGURES_PART, why=Reason.KEY_FIGURES), *charts.drafts), (), charts.findings
        )
    rows = rows_of(material, tabled, material.ledger.blanks)
    tables, left = _tables_within(material, rows, most_tables)
    key_figures = _key_figures(rows) if len(figures) >= _FEWEST_FOR_KEY_FIGURES else []
    return Summary((*key_figures, *_table_drafts(material, tables), *charts.drafts), left, charts.findings)


def _stand_out_already(figures: tuple[Figure, ...], called_out: list[Callout]) -> bool:
    return not figures or (len(figures) == 1 and any(c.origin.spans == (figures[0].span,) for c in called_out))


def _can_be_big(figure: Figure) -> bool:
    return 0 < len(figure.label.text) <= _LONGEST_CAPTION


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


def _key_figures(rows: Sequence[Row]) -> list[Draft]:
    """The two to four figures that carry the speech, in its order, none of one sentence or of one name twice.

    What was reached goes before what is planned. What is wanting (建会率仅为58%) carries no speech, however telling it
    is: it stands among the problems.
    """
    chosen: list[Row] = []
    said: set[object] = set()
    for row in sorted(rows, key=lambda row: (row.role is Role.NEXT_STEPS, -row.own, row.at)):
        if row.role is Role.PROBLEMS:
            continue
        alone = row.figures[0] if len(row.figures) == 1 else None
        if alone is None or row.own < KEY_IMPORTANCE or not _can_be_big(alone) or len(alone.text) > _LONGEST_QUANTITY:
            continue
        if len(chosen) < _MOST_BIG_NUMBERS and not said & {alone.sentence, alone.label.text}:
            said |= {alone.sentence, alone.label.text}
            chosen.append(row)
    if len(chosen) < 2:
        return []
    figures = sorted((row.figures[0] for row in chosen), key=lambda figure: figure.span)
    content = BigNumbers(label(Label.KEY_FIGURES), tuple(callout(figure) for figure in figures))
    return [Draft(_KEY_FIGURES, content, FIGURES_PART, why=Reason.KEY_FIGURES)]


def _tables_within(
    material: Material, rows: list[Row], most_tables: int | None
) -> tuple[list[_Rows], tuple[Figure, ...]]:
    """The tables of all rows; of the weightiest where there would be more than `most_tables` of them."""
    tables = _tables(material, rows)
    kept = rows
    while most_tables is not None and len(tables) > most_tables:
        # A table less at a time: how many rows a table holds depends on which rows they are.
        fewer = max(1, len(kept) - max(1, (len(tables) - most_tables) * material.settings.rows_a_table // 2))
        by_weight = sorted(kept, key=lambda row: (-row.weight, row.at))[:fewer]
        if len(by_weight) == len(kept):
            break
        kept = sorted(by_weight, key=lambda row: row.at)
        tables = _tables(material, kept)
    shown = {figure.span for row in kept for figure in row.figures}
    left = tuple(figure for row in rows for figure in row.figures if figure.span not in shown)
    return tables, left


def _tables(material: Material, rows: Sequence[Row]) -> list[_Rows]:
    broken = [table for group in _by_part(rows) for table in _broken(group, material)]
    return _without_scraps(broken, material.settings.rows_a_table)


def _table_drafts(material: Material, tables: Sequence[_Rows]) -> list[Draft]:
    drafts: list[Draft] = []
    told: set[str | None] = set()
    for table in tables:
        part = table.parts[0] if len(table.parts) == 1 else None
        name = short_name(material, part, _LONGEST_NAME) if part else None
        if name and len(name.text) > _LONGEST_NAME:
            name = None  # a title of three lines is none; the column of the section tells as much
        key = name.text if name else None
        content = Table(label(Label.FIGURES), name, tuple(row.row for row in table.rows), continued=key in told)
        told.add(key)
        drafts.append(Draft(continued_id(_FIGURES, len(drafts)), content, FIGURES_PART, why=Reason.TABLE))
    return drafts


def _by_part(rows: Sequence[Row]) -> list[_Rows]:
    """The rows of each part, key figures first, each in the order of the text."""
    groups: list[_Rows] = []
    for row in rows:
        if groups and groups[-1].parts[0] is row.part:
            groups[-1] = _Rows((row.part,), (*groups[-1].rows, row))
        else:
            groups.append(_Rows((row.part,), (row,)))
    return [_Rows(group.parts, tuple(sorted(group.rows, key=lambda row: not row.is_key))) for group in groups]


def _broken(group: _Rows, material: Material) -> list[_Rows]:
    """A part's rows in tables that fit a slide each: side by side where they are many and short.

    A sub-point's rows stay together where that leaves no scrap.
    """
    rows = group.rows
    most = material.settings.rows_a_table
    if len(rows) > most and _are_short(rows):
        # Side by side there is no column of the section, and nothing that a border would keep together.
        long = sum(len(row.row.indicator.text) > _SHORT_INDICATOR for row in rows)
        side_by_side = material.settings.rows_side_by_side
        # A long indicator takes two lines: with many of them three quarters of the rows fill the slide.
        most = side_by_side if long <= _FEW_LONG * len(rows) else side_by_side * 3 // 4
        chunks = even_chunks(len(rows), most)
        return [_Rows(group.parts, rows[chunk.start : chunk.stop]) for chunk in chunks]
    borders = {i for i in range(1, len(rows)) if rows[i].row.section != rows[i - 1].row.section}
    chunks, kept_together = even_chunks(len(rows), most), even_chunks(len(rows), most, borders)
    if min(len(chunk) for chunk in kept_together) >= _FEWEST_ROWS:
        chunks = kept_together
    return [_Rows(group.parts, rows[chunk.start : chunk.stop]) for chunk in chunks]


def _are_short(rows: Sequence[Row]) -> bool:
    return median(len(row.row.indicator.text) for row in rows) <= _SHORT_INDICATOR


def _without_scraps(tables: list[_Rows], most: int) -> list[_Rows]:
    """Tables of fewer than four rows joined with the smaller of their neighbours, or given some of its rows.

    A table of one row is no table, and one of three leaves its slide empty; it stays where its neighbours are full.
    """
    tables = list(tables)
    settled: set[int] = set()
    while len(tables) > 1:
        scraps = [i for i, t in enumerate(tables) if len(t.rows) < _FEWEST_ROWS and t.rows[0].at not in settled]
        if not scraps:
            break
        at = min(scraps, key=lambda i: len(tables[i].rows))
        neighbours = [i for i in (at - 1, at + 1) if 0 <= i < len(tables)]
        first = min(at, min(neighbours, key=lambda i: len(tables[i].rows)))
        joined = _joined(tables[first], tables[first + 1], most)
        if len(joined) > 1:
            settled |= {table.rows[0].at for table in (*joined, tables[at])}
        tables[first : first + 2] = joined
    return tables


def _joined(one: _Rows, other: _Rows, most: int) -> list[_Rows]:
    """Two neighbouring tables as one, or as two of even length where one does not hold all their rows."""
    rows = one.rows + other.rows
    parts = one.parts if one.parts == other.parts else (*one.parts, *other.parts)
    if len(rows) <= most:
        return [_Rows(parts, rows)]
    if len(rows) > 2 * most:
        # Beside a table whose rows stand two and two, a short one stands better alone than mixed with half of it.
        return [one, other]
    half = -(-len(rows) // 2)
    first = one.parts if half <= len(one.rows) else parts
    second = other.parts if half >= len(one.rows) else parts
    return [_Rows(first, rows[:half]), _Rows(second, rows[half:])]
