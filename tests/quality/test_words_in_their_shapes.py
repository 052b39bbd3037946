"""Every word that LibreOffice draws stands inside the shape that says it, and out from what lies under it.

Footers, breadcrumbs, numbers and the labels of charts too. Own widths decide what fits; this is the second opinion,
over every look, every seed, both ratios, and a deck with every kind of slide. Many decks are drawn in one run of
LibreOffice, since most of a run is its start.
"""

from pathlib import Path

import pytest
from drawn import LARGE_PT, Place, Word, contrast, drawn_words, outside, places, seen_words, slides_of, title_lines
from every_kind import every_kind

from generator.fitting import fit
from generator.model import Occasion, Ratio
from generator.pipeline import Request, build_from_speech
from generator.preview import draw_pdfs
from generator.rendering import render
from generator.template import look_names, open_look

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
GIVEN = Occasion(speaker="陈立新", unit="青禾镇人民政府", date="2024年3月", meeting="全县经验交流会")
ON_THE_PAGE = "kinds-16x9"
"""The deck whose contrast is measured on the drawn pages: every kind of slide; 4:3 has the same colours."""
LEAST, LEAST_OF_LARGE = 4.5, 3.0


def decks_of(look):
    """By name, the decks of a look: each seed and every kind of slide, in both ratios."""
    for ratio in Ratio:
        wide = ratio.replace(":", "x")
        template = open_look(look, ratio)
        yield f"kinds-{wide}", render(fit(every_kind(), template)[0], template)
        for at, seed in enumerate(SEEDS):
            occasion = GIVEN if at % 2 else Occasion()
            yield (
                f"{seed.stem}-{wide}",
                build_from_speech(seed, Request(occasion=occasion, look=look, ratio=ratio)).deck,
            )


@pytest.mark.parametrize("look", look_names())
@pytest.mark.usefixtures("drawing_tools")
def test_every_word_stands_in_its_shape(look, tmp_path):
    decks = dict(decks_of(look))
    wrong = []
    for name, deck, pdf in zip(decks, decks.values(), draw_pdfs(decks, tmp_path), strict=True):
        pages, slides = drawn_words(pdf), slides_of(deck)
        assert len(pages) == len(slides), name
        for number, (words, slide) in enumerate(zip(pages, slides, strict=True), 1):
            shapes = places(slide)
            assert words, (name, number)
            wrong += [(name, number, word) for word in outside(words, shapes)]
            drawn, given = title_lines(words, slide)
            assert drawn == given, (name, number, slide.shapes.title.text_frame.text)
            drawn_letters = sum(char.isalnum() for word in words for char in word.text)
            own_letters = sum(char.isalnum() for place in shapes for char in place.words or "")
            assert drawn_letters >= own_letters, (name, number, "words are missing")
    assert not wrong, "\n".join(map(str, wrong))
    faint = [
        (number, seen)
        for number, page in enumerate(seen_words(tmp_path / f"{ON_THE_PAGE}.pdf", tmp_path), 1)
        for seen in page
        if seen.contrast < (LEAST_OF_LARGE if seen.size_pt >= LARGE_PT else LEAST)
    ]
    assert not faint, "\n".join(map(str, faint))


@pytest.mark.parametrize(
    "word",
    [
        Word("抓落实", 90, 60, 130, 75),  # over the right edge
        Word("抓落实", 20, 95, 60, 110),  # below the box
        Word("抓学习", 20, 60, 60, 75),  # another's words
    ],
)
def test_a_word_that_has_left_its_shape_is_found(word):
    shapes = [Place("正文", "推动工作抓落实", 10, 50, 100, 100)]
    assert outside([word], shapes) == [word]
    assert outside([Word("抓落实", 20, 60, 60, 75)], shapes) == []


def test_the_measure_of_contrast():
    assert contrast((0, 0, 0), (1, 1, 1)) == pytest.approx(21)
    grey = 0x76 / 255  # the lightest grey that is text on white by WCAG
    assert contrast((grey,) * 3, (1, 1, 1)) == pytest.approx(4.54, abs=0.01)
    assert contrast((grey + 0.1,) * 3, (1, 1, 1)) < LEAST
