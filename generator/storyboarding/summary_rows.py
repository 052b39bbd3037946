"""The figures of the speech as rows of the summary: what each measures, its value, and how much it matters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.language import clauses
from generator.model import Blank, Excerpt, Figure, Label, Role, Section, Span, TableRow, without
from generator.storyboarding.callouts import importance
from generator.storyboarding.material import ROLE_LABELS, Material, label

KEY_IMPORTANCE = 4
"""Reasons (see `importance`) from which on a figure is a key figure: a change and a share, a total that is repeated."""
_LONGEST_VALUE = 20
"""Characters of two figures told together in a row."""
_LONGEST_CHANGE = 32
"""Characters. 由12.4∶45.3∶42.3调整为11.8∶46.1∶42.1 is a value; a longer change is told by two rows, one a figure."""
_TOLD_TOGETHER = frozenset({"", "、", "和"})
"""Between two figures of one thing: 每年至少带动300余户|1500余人, 城乡居民收入分别达到41260元|、|22870元."""
_LONGEST_SECTION = 20
"""Characters. A longer heading would give its column three lines; one of its clauses names it as well."""
_SHORTEST_CLAUSE = 6
_NUMBERS = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Row:
    """A row before it has a table: its figures, the part of the speech, its weight, and where it stands.

    `weight` is the heaviest of its sentence, so that 300余户 and 900余万元 of one sentence stay neighbours; `own` is
    the weight of its figures alone. `role` is that of the section that says it.
    """

    row: TableRow
    figures: tuple[Figure, ...]
    part: Section | None
    weight: int
    own: int
    at: int
    role: Role | None = None

    @property
    def is_key(self) -> bool:
        """Whether it is among the rows that come first."""
        return self.weight >= KEY_IMPORTANCE


def rows_of(material: Material, figures: Sequence[Figure], blanks: Sequence[Blank] = ()) -> list[Row]:
    """All rows in the order of the text. Figures of one change, or told together of one thing, share a row."""
    known = {figure.span: figure for figure in figures}
    rows: list[Row] = []
    taken: set[int] = set()
    for number, figure in enumerate(figures):
        if number in taken:
            continue
        together = _change(material, figure, figures, number, known) or _told_together(material, figures, number)
        members, value = together if together else ((figure,), Excerpt(figure.text, (figure.span,)))
        taken |= set(range(number, number + len(members)))
        rows.append(_row(material, members, value))
    # 全镇XXX个村总收入突破XXX万元: two blanks of one name are one thing that is still open.
    rows += [_blank_row(material, blank) for blank in {blank.label.text: blank for blank in blanks}.values()]
    return _told_apart(material, sorted(_weighed_by_sentence(rows), key=lambda row: row.at))


def _row(material: Material, figures: tuple[Figure, ...], value: Excerpt) -> Row:
    first = figures[0]
    section = material.outline.section_at(first.span.start)
    name = short_name(material, section) if section else None
    row = TableRow(_indicator(material, *figures), value, name or Excerpt(""))
    title = material.title(section) if section else Excerpt("")
    weight = max(importance(material, figure, title) for figure in figures)
    at, role = first.span.start, section.role if section else None
    return Row(row, figures, material.outline.part_of(at), weight, weight, at, role)


def _blank_row(material: Material, blank: Blank) -> Row:
    """XXX万元 as 待填: what it will measure is known, and somebody has to fill it before the meeting."""
    section = material.outline.section_at(blank.span.start)
    name = short_name(material, section) if section else None
    row = TableRow(blank.label, label(Label.BLANK), name or Excerpt(""))
    return Row(row, (), material.outline.part_of(blank.span.start), KEY_IMPORTANCE, 0, blank.span.start)


def _change(
    material: Material, figure: Figure, figures: Sequence[Figure], number: int, known: dict[Span, Figure]
) -> tuple[tuple[Figure, ...], Excerpt] | None:
    """由14.3%下降到9.7%: the figure that it changed from and the one that follows, in the words between them."""
    after = figures[number + 1] if number + 1 < len(figures) else None
    if after is None or after.change is None or after.change.origin != figure.span or figure.span not in known:
        return None
    value = material.one_line(after.change.words)
    if not value.text or len(value.text) > _LONGEST_CHANGE or not after.change.words.contains(figure.span):
        return None
    return (figure, after), value


def _told_together(
    material: Material, figures: Sequence[Figure], number: int
) -> tuple[tuple[Figure, ...], Excerpt] | None:
    """每年至少带动300余户1500余人, 城乡居民收入分别达到41260元、22870元: one name, and no row of it reads alone.

    Counter-example: 一组36人，二组48人 (two names).
    """
    first = figures[number]
    together = [first]
    for after in figures[number + 1 :]:
        before = together[-1]
        gap = material.manuscript.words[before.span.end : after.span.start]
        fits = after.span.end - first.span.start <= _LONGEST_VALUE
        if after.label.text != first.label.text or gap not in _TOLD_TOGETHER or not fits:
            break
        together.append(after)
    if len(together) < 2 or not first.label:
        return None
    return tuple(together), material.one_line(Span(first.span.start, together[-1].span.end))


def _weighed_by_sentence(rows: list[Row]) -> list[Row]:
    """A sentence carries all its rows: what stands beside a key figure explains it."""
    heaviest: Counter[Span] = Counter()
    for row in rows:
        for figure in row.figures:
            heaviest[figure.sentence] = max(heaviest[figure.sentence], row.weight)
    return [replace(row, weight=heaviest[row.figures[0].sentence]) if row.figures else row for row in rows]


def _told_apart(material: Material, rows: list[Row]) -> list[Row]:
    """Rows that would read the same get the time that they hold for, where the sentence says it."""
    seen = Counter(row.row.indicator.text for row in rows)
    apart = []
    for row in rows:
        period = _period(material, row.figures[0]) if row.figures and seen[row.row.indicator.text] > 1 else None
        if period is not None and all(not span.overlaps(period) for span in row.row.indicator.spans):
            spans = sorted((period, *row.row.indicator.spans))
            indicator = material.one_line(*spans)
            row = replace(row, row=replace(row.row, indicator=indicator))
        apart.append(row)
    return apart


def _period(material: Material, figure: Figure) -> Span | None:
    """Where the sentence names the time of a figure before it; None where it does not, or where the label has it."""
    if not figure.period or figure.period in figure.label.text:
        return None
    at = material.manuscript.words.rfind(figure.period, figure.sentence.start, figure.span.start)
    return Span(at, at + len(figure.period)) if at >= 0 else None


def _indicator(material: Material, figure: Figure, *others: Figure) -> Excerpt:
    """What the figure measures; without a label the clause around it, the figure itself and the marks left out.

    Of several figures what all their names have: 客户投诉, not 客户投诉去年, for 由去年的87起减少到52起.
    """
    shared = [s for s in figure.label.spans if all(s in other.label.spans for other in others)]
    if shared and len(shared) < len(figure.label.spans):
        return material.one_line(*shared)
    if figure.label:
        return figure.label
    text = material.manuscript.words
    clause = next((c for c in clauses(text, figure.sentence) if c.overlaps(figure.span)), figure.sentence)
    end = clause.end
    while end > clause.start and not text[end - 1].isalnum():
        end -= 1
    return material.one_line(*without(Span(clause.start, max(end, clause.start)), [figure.span]))


def name_of(material: Material, section: Section) -> Excerpt | None:
    """What a part or sub-point is called in a table; its parent's name where it has none, None for an opening."""
    found = material.heading(section) if section.role not in ROLE_LABELS else material.title(section)
    if found:
        return found
    parent = next((s for s in material.outline.walk() if section in s.children), None)
    return name_of(material, parent) if parent else None


def short_name(material: Material, section: Section, longest: int = _LONGEST_SECTION) -> Excerpt | None:
    """The name of a section in one or two lines of a narrow column: a long heading by its longest clause.

    过去的一年，面对经济下行压力，我们综合施策，发展质效持续提高 → 发展质效持续提高. A clause with a number is none.
    """
    name = name_of(material, section)
    if name is None or len(name.text) <= longest or not name.spans:
        return name
    whole = Span(name.spans[0].start, name.spans[-1].end)
    pieces = []
    for clause in clauses(material.manuscript.words, whole):
        words = material.manuscript.words[clause.start : clause.end]
        bare = Span(clause.start, clause.start + len(words.rstrip("，。；！？、：,;: \t　")))
        if _SHORTEST_CLAUSE <= len(bare) <= longest and not _NUMBERS.search(words):
            pieces.append(bare)
    chosen = max(pieces, key=lambda piece: (len(piece), piece.start), default=None)
    return material.one_line(chosen) if chosen else name
