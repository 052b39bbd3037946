"""Decks that the steps make of the seeds: nothing is wrong with them until somebody changes them."""

import io
import random
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from generator.checking import check
from generator.condensing import condense
from generator.fitting import fit
from generator.model import Occasion
from generator.outlining import find_outline
from generator.reading import read_manuscript
from generator.rendering import render
from generator.storyboarding import make_storyboard
from generator.tallying import find_figures
from generator.template import open_look

SEEDS = sorted(path for path in (Path(__file__).parents[2] / "seeds").iterdir() if path.suffix in (".txt", ".docx"))
OCCASION = Occasion("陈立新", "柳溪镇人民政府", "2024年3月")


@pytest.fixture(scope="module")
def made():
    """Outline, ledger and deck of a seed, each seed once."""
    kept = {}

    def make(path):
        if path not in kept:
            manuscript, _ = read_manuscript(path)
            outline, _ = find_outline(manuscript)
            ledger, _ = find_figures(outline)
            briefs, _ = condense(outline, ledger)
            storyboard, _ = make_storyboard(outline, briefs, ledger, OCCASION)
            look = open_look()
            pages, _ = fit(storyboard, look)
            kept[path] = outline, ledger, render(pages, look)
        return kept[path]

    return make


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name)
def test_nothing_is_wrong_with_a_fresh_deck(made, seed):
    outline, ledger, deck = made(seed)
    found = check(deck, outline, ledger, occasion=OCCASION)
    assert [finding for finding in found if finding.code != "redactions_left"] == []


def test_every_point_changed_in_a_letter_is_noticed(made):
    outline, ledger, deck = made(next(path for path in SEEDS if path.stem == "township"))
    dice = random.Random(11)
    count = len(Presentation(io.BytesIO(deck)).slides)
    for number in range(2, count):
        presentation = Presentation(io.BytesIO(deck))
        slide = presentation.slides[number]
        runs = [
            run
            for shape in slide.placeholders
            if shape.has_text_frame and shape.placeholder_format.type is not PP_PLACEHOLDER.FOOTER
            for paragraph in shape.text_frame.paragraphs
            for run in paragraph.runs
            if len(run.text) > 5
        ]
        if not runs:
            continue
        run = dice.choice(runs)
        at = dice.randrange(len(run.text))
        run.text = run.text[:at] + "卍" + run.text[at + 1 :]
        stream = io.BytesIO()
        presentation.save(stream)
        found = check(stream.getvalue(), outline, ledger, occasion=OCCASION)
        slides = {finding.slide for finding in found if finding.code != "redactions_left"}
        assert number + 1 in slides, run.text
