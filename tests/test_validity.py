"""Every seed's deck opens without a repair dialog, and every slide of it is drawn."""

import io

import pytest
from PIL import Image
from pptx import Presentation

import generator
from generator import preview


def test_the_validator_finds_no_error(seed, office_errors):
    assert office_errors(generator.build(seed).deck) == []


def test_the_validator_would_find_one(township, office_errors):
    presentation = Presentation(io.BytesIO(generator.build(township).deck))
    shape = presentation.slides[1].shapes[0]._element
    shape.append(shape.nvSpPr)  # the schema wants it first
    saved = io.BytesIO()
    presentation.save(saved)
    assert office_errors(saved.getvalue())


def test_the_word_seed_is_valid_too(seeds, office_errors):
    assert office_errors((seeds / "report.docx").read_bytes(), ".docx") == []


@pytest.mark.usefixtures("drawing_tools")
def test_every_slide_is_drawn(seed, tmp_path):
    built = generator.build(seed)
    *slides, sheet = preview.draw_pictures(built.deck, tmp_path, width=640)
    assert len(slides) == built.slides
    for path in (*slides, sheet):
        with Image.open(path) as picture:
            # A slide has at least its paper and its ink.
            assert len(picture.convert("L").getcolors()) > 2, path.name
