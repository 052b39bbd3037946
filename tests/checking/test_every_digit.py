"""No digit of a deck can be changed, and no letter of its notes, without the check noticing."""

import io
import random
import re
import zipfile

import pytest
from lxml import etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def parts_of(deck):
    with zipfile.ZipFile(io.BytesIO(deck)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def places(parts, pattern, wanted):
    """Part, number of the text in it, offset in the text: of every character that is wanted."""
    for name in sorted(parts):
        if re.fullmatch(pattern, name):
            for index, element in enumerate(etree.fromstring(parts[name]).iter(f"{A}t")):
                for offset, char in enumerate(element.text or ""):
                    if wanted(char):
                        yield name, index, offset


def changed(parts, place, change):
    name, index, offset = place
    root = etree.fromstring(parts[name])
    element = list(root.iter(f"{A}t"))[index]
    element.text = element.text[:offset] + change(element.text[offset]) + element.text[offset + 1 :]
    return packed(parts | {name: etree.tostring(root)})


def another_digit(char):
    return str((int(char) + 1) % 10)


def no_digit(_char):
    return ""


@pytest.mark.parametrize("change", [another_digit, no_digit])
def test_a_digit_changed_anywhere_on_a_slide(good_deck, audit, change):
    parts = parts_of(good_deck)
    found = list(places(parts, r"ppt/slides/slide\d+\.xml", str.isdigit))
    assert len(found) > 30
    missed = [place for place in found if not any(f.severity == "error" for f in audit(changed(parts, place, change)))]
    assert missed == []


def test_a_letter_changed_anywhere_in_the_notes(good_deck, audit):
    parts = parts_of(good_deck)
    found = list(places(parts, r"ppt/notesSlides/notesSlide\d+\.xml", str.isalpha))
    for place in random.Random(3).sample(found, 40):
        codes = {finding.code for finding in audit(changed(parts, place, lambda _char: "卍"))}
        assert {"notes_missing", "notes_foreign"} <= codes
