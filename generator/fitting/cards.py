"""Slides of cards: parallel things side by side."""

from __future__ import annotations

from generator.fitting.context import Context, even_groups, plain
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
    Paragraph,
    Placement,
    Point,
    Points,
    Run,
    Slide,
    SlotPurpose,
    Span,
    TextPlacement,
)

_COLUMNS_OF_A_PAIR = 2
_NO_SENTENCE = Span(0, 0)


def cards_pages(slide: Slide, content: Cards, context: Context) -> list[Page]:
    """All cards at one size, on as many pages as the roomiest layout asks for; as points where they do not fit."""
    if content.listed:
        return points_pages(slide, as_points(content), context)
    drawn = _steps_page(slide, content, context) if content.steps else None
    if drawn is not None:
        return [drawn]
    with_heads = any(card.head for card in content.cards)
    most = max((layout.units for layout in _layouts(context, with_heads)), default=0)
    # A layout of two columns would leave a third card alone on a page.
    if most == 0 or (most == _COLUMNS_OF_A_PAIR and len(content.cards) > most):
        return points_pages(slide, as_points(content), context)
    pages: list[Page] = []
    first = 0
    for part, count in enumerate(even_groups(len(content.cards), most)):
        cards = content.cards[first : first + count]
        layout = next((layout for layout in _layouts(context, with_heads) if layout.units == count), None)
        if layout is None:  # three cards in a layout of four would leave a hole
            return points_pages(slide, as_points(content), context)
        placements = _placements(layout, cards, first, context)
        if placements is None:
            return points_pages(slide, as_points(content), context)
        continued = content.continued or part
        title = content.title.text + (Label.CONTINUED if continued else "")
        pages.append(context.page(slide, layout, title, placements, part))
        first += count
    return pages


def _steps_page(slide: Slide, content: Cards, context: Context) -> Page | None:
    """The steps in a row of arrows, where a layout has exactly as many and holds them; None: they stand as cards.

    An arrow holds a step's heading, the panel below it what is said of it: with one of them missing it stands empty.
    """
    if not all(card.head and card.body for card in content.cards):
        return None
    layouts = (lay for lay in context.template.layouts_for(LayoutRole.STEPS) if not lay.slot(SlotPurpose.CAPTION))
    layout = next((layout for layout in layouts if layout.units == len(content.cards)), None)
    placements = _placements(layout, content.cards, 0, context) if layout else None
    if layout is None or placements is None:
        return None
    return context.page(slide, layout, content.title.text + (Label.CONTINUED if content.continued else ""), placements)


def _layouts(context: Context, with_heads: bool) -> list[Layout]:
    """Card layouts with a slot for heads or without, as the cards ask for; the other kind where there is none.

    Columns without slots for heads carry them as the first line of their text.
    """
    layouts = context.template.layouts_for(LayoutRole.CARDS)
    fitting = [layout for layout in layouts if (layout.slot(SlotPurpose.HEAD) is not None) == with_heads]
    return fitting or list(layouts)


def _placements(layout: Layout, cards: tuple[Card, ...], first: int, context: Context) -> list[Placement] | None:
    heads = fillings(layout, SlotPurpose.HEAD, [[plain(card.head.text)] if card.head else [] for card in cards])
    bodies = fillings(layout, SlotPurpose.BODY, [_lines(card, with_head=not heads) for card in cards])
    floor = context.settings.smallest_body_pt
    numerals: list[Placement] = [
        TextPlacement(slot, (plain(f"{first + unit + 1:02d}"),))
        for unit in range(len(cards))
        if (slot := layout.slot(SlotPurpose.NUMERAL, unit)) is not None
    ]
    placed_heads = at_one_size(heads, floor, context.settings, balanced=True)
    largest = largest_under(placed_heads, context.settings.largest_card_pt)
    placed_bodies = at_one_size(bodies, floor, context.settings, largest_pt=largest)
    if placed_heads is None or placed_bodies is None:
        return None
    return [*numerals, *placed_heads, *placed_bodies]


def _lines(card: Card, *, with_head: bool) -> list[Paragraph]:
    head = [Paragraph((Run(card.head.text, bold=True),))] if with_head and card.head else []
    return [*head, *(plain(line.text) for line in card.body)]


def as_points(content: Cards) -> Points:
    """The same words as points: a head above its own lines, so that no page break parts them."""
    points: list[Point] = []
    for card in content.cards:
        if card.head:
            texts = (card.head, *card.body)
            words = Excerpt("\n".join(text.text for text in texts), tuple(span for t in texts for span in t.spans))
            points.append(Point(words, _NO_SENTENCE, len(card.head.text)))
        else:
            points += [Point(line, _NO_SENTENCE) for line in card.body]
    return Points(content.title, tuple(points), continued=content.continued)
