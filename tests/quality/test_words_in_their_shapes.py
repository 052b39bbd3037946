"""Every word that LibreOffice draws stands inside the shape that says it: footers, breadcrumbs and numbers too.

Own widths decide what fits; this is the second opinion, over every look, every seed, both ratios, and a deck with every
kind of slide. Many decks are drawn in one run of LibreOffice, since most of a run is its start.
"""

from pathlib import Path

import pytest
from drawn import Place, Word, drawn_words, outside, places, slides_of
from every_kind import every_kind

from generator.fitting import fit
from generator.model import Occasion, Ratio
from generator.pipeline import Request, build_from_speech
from generator.preview import draw_pdfs
from generator.rendering import render
from generator.template import look_names, open_look

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
GIVEN = Occasion(speaker="陈立新", unit="青禾镇人民政府", date="2024年3月", meeting="全县经验交流会")


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
    for name, deck, drawn in zip(decks, decks.values(), draw_pdfs(decks, tmp_path), strict=True):
        pages, slides = drawn_words(drawn), slides_of(deck)
        assert len(pages) == len(slides), name
        for number, (words, slide) in enumerate(zip(pages, slides, strict=True), 1):
            shapes = places(slide)
            assert words, (name, number)
            wrong += [(name, number, word) for word in outside(words, shapes)]
            drawn_letters = sum(char.isalnum() for word in words for char in word.text)
            own_letters = sum(char.isalnum() for place in shapes for char in place.words or "")
            assert drawn_letters >= own_letters, (name, number, "words are missing")
    assert not wrong, "\n".join(map(str, wrong))


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
