"""A further look is data alone: one TOML, and single parts that replace those of the base."""

import copy
import io
import re
import tomllib
from importlib.resources import files

import pytest
from drawing import presentation, theme_colors

from generator.template import look_names, open_look
from generator.template.looks import assemble, parts_of

LOOKS = files("generator") / "looks"
BASE = parts_of("base")
TABLE = tomllib.loads((LOOKS / "base.toml").read_text(encoding="utf-8"))
RED = tomllib.loads((LOOKS / "red.toml").read_text(encoding="utf-8"))
SLOTS = [
    "dk1",
    "lt1",
    "dk2",
    "lt2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
]


def test_a_look_gives_every_colour_of_the_theme_and_no_other():
    assert list(RED["colors"]) == SLOTS
    assert all(re.fullmatch(r"[0-9A-F]{6}", value) for value in RED["colors"].values())


def test_colours_and_typefaces_follow_the_toml():
    blue = copy.deepcopy(RED)
    blue["name"] = "深海蓝"
    blue["colors"]["accent1"] = "12355B"
    blue["fonts"]["major"]["east_asian"] = "等线"
    template = assemble(blue, BASE, {}, TABLE)
    assert template.name == "深海蓝"
    assert theme_colors(template)["accent1"] == "12355B"
    assert theme_colors(open_look())["accent1"] == RED["colors"]["accent1"]
    assert template.layouts == open_look().layouts


def test_a_part_of_the_look_replaces_that_of_the_base():
    path = next(path for path, part in BASE.items() if '<p:cSld name="引文">' in part.decode())
    wider = BASE[path].replace(b'sz="3000"', b'sz="3600"')
    assert wider != BASE[path]
    template = assemble(RED, BASE, {path: wider}, TABLE)
    changed = [own for own, base in zip(template.layouts, open_look().layouts, strict=True) if own != base]
    assert [layout.name for layout in changed] == ["引文"]


def test_a_look_without_a_folder_replaces_nothing():
    assert parts_of("red") == {}
    assert parts_of("nowhere") == {}


@pytest.mark.parametrize("name", look_names())
def test_the_package_of_a_look_is_valid(name, office_errors):
    assert office_errors(open_look(name).package) == []


@pytest.mark.parametrize("name", look_names())
def test_a_slide_of_every_layout_is_valid(name, office_errors):
    deck = presentation(open_look(name))
    for layout in deck.slide_layouts:
        for shape in deck.slides.add_slide(layout).placeholders:
            shape.text_frame.text = "坚持“三步走”谋篇布局"
    saved = io.BytesIO()
    deck.save(saved)
    assert office_errors(saved.getvalue()) == []
