"""What LibreOffice draws, as words with their places: the other side of what fitting reckons."""

import io
import re
import subprocess
from html import unescape
from itertools import pairwise
from typing import NamedTuple

import pptx
from PIL import Image
from pptx.util import Emu

from generator.checking.provenance import squeezed

_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>', re.DOTALL)

_HANGING = frozenset("，。；：、！？”’》）")
"""Marks that a full line lets hang into the margin: ECMA-376 part 1, 21.1.2.2.7 hangingPunct."""


class Word(NamedTuple):
    """A word of a drawn page and its box, in points from the upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


class Place(NamedTuple):
    """A shape of a slide that shows words: its name, the words (None: a chart's, which it draws by itself), its box."""

    name: str
    words: str | None
    left: float
    top: float
    right: float
    bottom: float


def drawn_words(pdf):
    """The words of each page of a PDF, bullets left out."""
    told = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, check=True, timeout=120).stdout
    return [
        [
            Word(squeezed(unescape(text)), *map(float, box))
            for *box, text in _WORD.findall(page)
            if any(char.isalnum() for char in unescape(text))
        ]
        for _, _, page in _PAGE.findall(told.decode())
    ]


def places(slide):
    """The shapes of a slide that show words, as the file says where they stand; tables and charts as a whole."""
    found = []
    for shape in slide.shapes:
        box = (shape.left, shape.top, shape.left + shape.width, shape.top + shape.height)
        points = tuple(Emu(edge).pt for edge in box)
        if shape.has_chart:
            found.append(Place(shape.name, None, *points))
        elif shape.has_table:
            cells = [cell.text for row in shape.table.rows for cell in row.cells]
            found.append(Place(shape.name, squeezed("".join(cells)), *points))
        elif shape.has_text_frame and squeezed(shape.text_frame.text):
            found.append(Place(shape.name, squeezed(_shown(shape)), *points))
    return found


def _shown(shape):
    """The words of a shape, those of its fields (the slide's number) too."""
    return "".join(text.text or "" for text in shape._element.txBody.iter("{*}t"))


def outside(words, shapes):
    """The words that stand in no shape that says them: what has left its box, or was never meant to be there.

    A line of the typeface is 1.45 em high and its characters one em: the air above and below them may leave the box.
    """
    return [word for word in words if not any(_holds(place, word) for place in shapes)]


def _holds(place, word):
    if place.words is not None and word.text not in place.words:
        return False
    air = (word.bottom - word.top) * 0.16
    hanging = (word.right - word.left) / len(word.text) if word.text[-1] in _HANGING else 0.0
    slack = 1.5
    return (
        place.left - slack <= word.left
        and word.right - hanging <= place.right + slack
        and place.top - slack <= word.top + air
        and word.bottom - air <= place.bottom + slack
    )


def title_lines(words, slide):
    """In how many lines a slide's title is drawn, and in how many fitting has set it."""
    title = slide.shapes.title
    (place,) = (place for place in places(slide) if place.name == title.name)
    tops = sorted((word.top, word.bottom) for word in words if _holds(place, word))
    drawn = sum(after[0] > before[1] - 0.5 * (before[1] - before[0]) for before, after in pairwise(tops)) + 1
    return drawn, title.text_frame.text.count("\v") + 1


def slides_of(deck):
    """The slides of a deck in bytes."""
    return list(pptx.Presentation(io.BytesIO(deck)).slides)


PIXELS_A_POINT = 1.6
LARGE_PT = 24.0


class Seen(NamedTuple):
    """A word as the eye meets it: its size in points, and how far it stands out from what lies around it."""

    word: Word
    size_pt: float
    contrast: float


def seen_words(pdf, folder):
    """The words of each page of a PDF with their contrast, measured on the drawn page, whatever lies under them."""
    as_pixels = ["pdftoppm", "-r", str(72 * PIXELS_A_POINT), pdf, f"{folder}/seen"]
    subprocess.run(as_pixels, capture_output=True, check=True, timeout=240)
    pictures = sorted(folder.glob("seen-*.ppm"))
    pages = []
    for words, path in zip(drawn_words(pdf), pictures, strict=True):
        with Image.open(path) as picture:
            pages.append([_seen(word, picture) for word in words])
        path.unlink()
    return pages


def _seen(word, picture):
    box = [round(edge * PIXELS_A_POINT) for edge in (word.left, word.top, word.right, word.bottom)]
    # Five bits a channel: a gradient is one colour, and the softened edge of a stroke is few.
    reduced = picture.crop(box).point(lambda value: value & 0xF8 | value >> 5)
    counted = sorted(reduced.getcolors(1 << 20), reverse=True)
    ground = _shares(counted[0][1])
    strongest = max(contrast(_shares(color), ground) for _, color in counted)
    return Seen(word, (word.bottom - word.top) / 1.45, strongest)


def _shares(color):
    return tuple(channel / 255 for channel in color)


def contrast(one, other):
    """WCAG 2.2, 1.4.3: from 1 (the same) to 21 (black on white)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color):
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
