"""The colour that data and figures take where the theme has none of the design: one that is seen on its page."""

from functools import cache

import pytest
from pptx.util import Inches
from sample_decks import LOREM, WHITE, Deck

from generator.template.sample_slides.color import color_on, main_colors
from generator.template.sample_slides.numbering import number_shapes
from generator.template.sample_slides.shapes import view_of

RED, YELLOW, BLUE, GREEN, GOLD = "B30000", "FFEB3B", "2493D2", "6AD15A", "D8B26A"
INK, PALE_INK = "333333", "D9D9D9"


def views(deck):
    found = []
    for number, slide in enumerate(deck.presentation.slides, 1):
        number_shapes(slide)
        found.append(view_of(slide, number, Inches(13.333), Inches(7.5)))
    return found


def slides(ink, page, *fills):
    """Three pages of text with small drawings in each of the colours, the first twice."""
    deck = Deck()
    for _ in range(3):
        deck.page(page)
        deck.text(LOREM, 1, 2, 11, 3, 18, ink)
        for index, fill in enumerate((*fills, fills[0])):
            deck.block(1 + index, 6, 0.5, 0.5, fill)
    return deck


@pytest.mark.parametrize(
    ("ink", "page", "fills", "main"),
    [
        (INK, "FFF8E1", (YELLOW, RED), RED),  # the yellow of the stars cannot be seen on cream
        (INK, "FFFFFF", (RED, BLUE), RED),  # both can: what most have
        (PALE_INK, "0E0E10", (GOLD, RED), GOLD),  # on black the pale one is the one that is seen
        (INK, "FFFFFF", (YELLOW,), YELLOW),  # nothing else is there
    ],
)
def test_the_main_colour_can_be_seen_on_the_pages(ink, page, fills, main):
    assert main_colors(views(slides(ink, page, *fills)))[0] == main


def test_a_theme_that_most_shapes_take_is_left_alone():
    deck = slides(INK, "FFFFFF", RED)
    for shape in [s for slide in deck.presentation.slides for s in slide.shapes if not s.has_text_frame or not s.text]:
        shape.fill.solid()
        shape.fill.fore_color.theme_color = 5  # accent1
    assert main_colors(views(deck)) == ()


@cache
def two_grounds():
    """Most pages white, the last one blue with white words."""
    deck = slides(INK, "FFFFFF", BLUE, GREEN)
    deck.page("1F87C4")
    deck.text(LOREM, 1, 2, 11, 3, 18, WHITE)
    return deck, views(deck)


def test_a_page_of_its_own_ground_gets_a_colour_that_can_be_told_from_it():
    deck, seen = two_grounds()
    colors = main_colors(seen)
    assert colors[0] == BLUE
    assert color_on(deck.presentation.slides[0], seen[0], colors) == BLUE
    assert color_on(deck.presentation.slides[3], seen[3], colors) == GREEN


def test_without_any_other_the_main_colour_stays():
    deck, seen = two_grounds()
    assert color_on(deck.presentation.slides[3], seen[3], (BLUE,)) == BLUE
    assert color_on(deck.presentation.slides[3], seen[3], ()) is None
