"""Slides whose shape follows the speech: a quotation, a timeline, two columns that answer each other.

The slots that each fills, in a look or in a user's template:

- quotation (role QUOTATION): TITLE, BODY the words, CAPTION who said them;
- timeline (role STEPS, a CAPTION a unit): TITLE, CAPTION the time, BODY what is said of it; a STEPS layout without
  CAPTION takes the time as HEAD, like any step;
- pairs (role COMPARISON): TITLE, HEAD 0 and 1 over the columns, BODY 0 and 1 the first row, 2 and 3 the second;
  a COMPARISON layout with two bodies takes each column as a list.

Where none of these is there, the same words are told as points: nothing is lost in any template.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.fitting.breaking import balanced_lines, balanced_text
from generator.fitting.cards import cards_pages
from generator.fitting.context import Context, even_groups, plain
from generator.fitting.measure import grown, largest_size, line_count, line_width
from generator.fitting.points import points_pages
from generator.fitting.siblings import at_one_size, fillings, largest_under
from generator.model import (
    Card,
    Cards,
    Excerpt,
    Label,
    Layout,
    LayoutRole,
    Page,
    Pair,
    Pairs,
    Paragraph,
    Placement,
    Point,
    Points,
    Quotation,
    Run,
    Slide,
    Slot,
    SlotPurpose,
    Span,
    TextPlacement,
    Timeline,
)

_NO_SENTENCE = Span(0, 0)
_LARGEST_QUOTATION_PT = 36.0
"""Points. A short quotation may grow to this: larger it would compete with the title."""
_FEWEST_STAGES = 3


def quotation_pages(slide: Slide, content: Quotation, context: Context) -> list[Page]:
    """The words as large as their box allows, in even lines, and below them who said them."""
    layout = context.layout(LayoutRole.QUOTATION)
    body = layout.slot(SlotPurpose.BODY) if layout else None
    if layout is None or body is None:
        return points_pages(slide, quotation_as_points(content), context)
    caption = layout.slot(SlotPurpose.CAPTION)
    words = [plain(content.words.text)]
    if caption is None and content.source:
        words.append(plain(content.source.text))
    settings = context.settings
    roomy = grown(body, _LARGEST_QUOTATION_PT)
    size = largest_size(words, roomy, settings.smallest_body_pt, settings)
    if size is None:
        return points_pages(slide, quotation_as_points(content), context)
    shown = (plain(_in_even_lines(words[0].text, body, size)), *words[1:])
    placements: list[Placement] = [TextPlacement(body, shown, size if size != body.size_pt else None)]
    if caption is not None and content.source:
        placed = at_one_size([([plain(content.source.text)], caption)], settings.smallest_label_pt, settings)
        if placed is None:
            return points_pages(slide, quotation_as_points(content), context)
        placements += placed
    return [context.page(slide, layout, _title(content.title, content.continued), placements)]


def _in_even_lines(words: str, body: Slot, size_pt: float) -> str:
    """The words broken between two of their clauses or words; their own outer marks tear nothing apart there."""
    opening, closing = ("“", "”") if words.startswith("“") and words.endswith("”") else ("", "")
    inner = words.removeprefix(opening).removesuffix(closing)
    room = line_width(body, size_pt) - len(opening)
    lines = balanced_lines(inner, room, line_count(words, body, size_pt)) if opening else None
    return opening + "\n".join(lines) + closing if lines else balanced_text(words, body, size_pt)


def quotation_as_points(content: Quotation) -> Points:
    """Who said it, and below the words, whole: one point that no page break parts."""
    point = _headed(content.source, (content.words,))
    return Points(content.title, (point,), continued=content.continued)


def timeline_pages(slide: Slide, content: Timeline, context: Context) -> list[Page]:
    """The stages along their axis, all of one size; as steps or points where a template has no such layout."""
    layouts = [layout for layout in context.template.layouts_for(LayoutRole.STEPS) if layout.slot(SlotPurpose.CAPTION)]
    most = max((layout.units for layout in layouts), default=0)
    instead = as_steps(content)
    if most < _FEWEST_STAGES:
        return cards_pages(slide, instead, context)
    pages: list[Page] = []
    first = 0
    for part, count in enumerate(even_groups(len(content.stages), most)):
        stages = content.stages[first : first + count]
        first += count
        layout = next((layout for layout in layouts if layout.units == count), None)
        if layout is None:
            return cards_pages(slide, instead, context)
        times = fillings(layout, SlotPurpose.CAPTION, [[plain(stage.when.text)] for stage in stages])
        bodies = fillings(layout, SlotPurpose.BODY, [_lines(stage.body) for stage in stages])
        settings = context.settings
        placed_times = at_one_size(times, settings.smallest_body_pt, settings, balanced=True)
        placed_bodies = at_one_size(
            bodies, settings.smallest_body_pt, settings, largest_pt=settings.largest_card_pt, balanced=True
        )
        if placed_times is None or placed_bodies is None:
            return cards_pages(slide, instead, context)
        title = _title(content.title, content.continued or part > 0)
        pages.append(context.page(slide, layout, title, [*placed_times, *placed_bodies], part))
    return pages


def as_steps(content: Timeline) -> Cards:
    """The stages as steps that follow each other, the time over what is said of it."""
    cards = tuple(Card(stage.when, stage.body) for stage in content.stages)
    return Cards(content.title, cards, content.continued, steps=True)


def pairs_pages(slide: Slide, content: Pairs, context: Context) -> list[Page]:
    """Row by row side by side; as two lists where the template has but two columns, else as points."""
    comparisons = context.template.layouts_for(LayoutRole.COMPARISON)
    worded = [layout for layout in comparisons if layout.slot(SlotPurpose.BODY, 1)]
    most = max((layout.units // 2 for layout in worded), default=0)
    pages: list[Page] = []
    first = 0
    for part, count in enumerate(even_groups(len(content.pairs), max(1, most)) if most > 1 else ()):
        pairs = content.pairs[first : first + count]
        first += count
        layout = next((layout for layout in worded if layout.units == 2 * count), None)
        placements = _rows(layout, content, pairs, context) if layout else None
        if layout is None or placements is None:
            pages = []
            break
        title = _title(content.title, content.continued or part > 0)
        pages.append(context.page(slide, layout, title, placements, part))
    return pages or _in_two_lists(slide, content, worded, context)


def _in_two_lists(slide: Slide, content: Pairs, worded: Sequence[Layout], context: Context) -> list[Page]:
    """Each column as a numbered list, so that what belongs together can still be told; else as points."""
    layout = next((layout for layout in worded if layout.units == 2), None)
    if layout is not None:
        numbered = [
            Pair(
                (Excerpt("\n".join(_numbered(number, [line.text for line in pair.left]))),),
                (Excerpt("\n".join(_numbered(number, [line.text for line in pair.right]))),),
            )
            for number, pair in enumerate(content.pairs, 1)
        ]
        column = Pair(
            tuple(line for pair in numbered for line in pair.left),
            tuple(line for pair in numbered for line in pair.right),
        )
        is_list = len(content.pairs) > 1
        placements = _rows(layout, content, (column,) if is_list else content.pairs, context, is_list=is_list)
        if placements is not None:
            return [context.page(slide, layout, _title(content.title, content.continued), placements)]
    return points_pages(slide, pairs_as_points(content), context)


def _numbered(number: int, lines: Sequence[str]) -> list[str]:
    return [f"{number}\u3000{lines[0]}", *lines[1:]]


def _rows(
    layout: Layout, content: Pairs, pairs: Sequence[Pair], context: Context, *, is_list: bool = False
) -> list[Placement] | None:
    """Heads and cells, each of the two at one size; None where they do not fit.

    The lines of a list (`is_list`) bring their numbers with them, and need no bullets beside them.
    """
    settings = context.settings
    heads = fillings(layout, SlotPurpose.HEAD, [[plain(content.left_head.text)], [plain(content.right_head.text)]])
    columns = [lines for pair in pairs for lines in (pair.left, pair.right)]
    cells = [_numbered_lines(lines) if is_list else _cell(lines) for lines in columns]
    if not heads:  # two plain columns: each begins with what it is about
        for cell, head in zip(cells[:2], (content.left_head, content.right_head), strict=True):
            cell.insert(0, Paragraph((Run(head.text, bold=True),)))
    bodies = fillings(layout, SlotPurpose.BODY, cells)
    placed_heads = at_one_size(heads, settings.smallest_body_pt, settings)
    largest = largest_under(placed_heads, settings.largest_card_pt)
    placed_bodies = at_one_size(bodies, settings.smallest_body_pt, settings, largest_pt=largest)
    if placed_heads is None or placed_bodies is None or len(bodies) < len(cells):
        return None
    return [*placed_heads, *placed_bodies]


def pairs_as_points(content: Pairs) -> Points:
    """Each pair as one point: what is answered in bold, the answer below it; a change as two, 变化前 and 变化后."""
    heads = (content.left_head, content.right_head)
    points = []
    for pair in content.pairs:
        if tuple(head.text for head in heads) == (Label.BEFORE, Label.AFTER):
            for head, (first, *others) in zip(heads, (pair.left, pair.right), strict=True):
                said = Excerpt(f"{head.text}：{first.text}", first.spans)
                points.append(Point(said, _NO_SENTENCE, len(head.text) + 1))
                points += [Point(line, _NO_SENTENCE) for line in others]
            continue
        head, *rest = pair.left
        points.append(_headed(head, (*rest, *pair.right)))
    return Points(content.title, tuple(points), continued=content.continued)


def _headed(head: Excerpt, lines: Sequence[Excerpt]) -> Point:
    texts = (head, *lines) if head else tuple(lines)
    words = Excerpt("\n".join(text.text for text in texts), tuple(span for text in texts for span in text.spans))
    return Point(words, _NO_SENTENCE, len(head.text))


def _lines(texts: Sequence[Excerpt]) -> list[Paragraph]:
    return [plain(text.text) for text in texts]


def _numbered_lines(texts: Sequence[Excerpt]) -> list[Paragraph]:
    return [replace(plain(text.text), listed=False) for text in texts]


def _cell(texts: Sequence[Excerpt]) -> list[Paragraph]:
    """The lines of a cell; the first of several says what it is about, and is bold."""
    first, *rest = texts
    return [Paragraph((Run(first.text, bold=True),)) if rest else plain(first.text), *_lines(rest)]


def _title(title: Excerpt, continued: bool) -> str:
    return title.text + (Label.CONTINUED if continued else "")
