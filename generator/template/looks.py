"""The built-in looks: data under `generator/looks`, put together into a template.

A look is one TOML file (name, theme colours, theme fonts) on a base: an unpacked OOXML tree without slides and, beside
it, the table of its layouts. A folder with the TOML file's stem may replace single parts of the tree.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple

from generator.errors import TemplateError
from generator.model import Box, Layout, Ratio, Template
from generator.template.layouts import layouts_by_table, read_layouts
from generator.template.package import pack
from generator.template.ratios import MARGIN, in_ratio
from generator.template.theme import with_theme

DEFAULT_LOOK = "政务红"
_DEFAULT_STEM = "red"

_THEMES = "ppt/theme/"


class LookDescription(NamedTuple):
    """A built-in look: its file's stem (red), its name (政务红), and in a few words what it is for."""

    stem: str
    name: str
    description: str


def look_descriptions() -> tuple[LookDescription, ...]:
    """The built-in looks, the default first.

    >>> look_descriptions()[0].stem
    'red'
    """
    described = {look["name"]: LookDescription(stem, look["name"], look["for"]) for stem, look in _looks().items()}
    return tuple(described[name] for name in look_names())


def look_names() -> tuple[str, ...]:
    """The names of the built-in looks, the default first.

    >>> look_names()[0]
    '政务红'
    """
    names = sorted(look["name"] for look in _looks().values())
    return tuple(sorted(names, key=lambda name: name != DEFAULT_LOOK))


def open_look(name: str = DEFAULT_LOOK, ratio: Ratio = Ratio.WIDE) -> Template:
    """The built-in look of that name (政务红), or of that file stem (red), for slides of that shape.

    Raises:
        TemplateError: `look_unknown`, naming the looks that there are.

    >>> open_look("red").name
    '政务红'
    """
    if name == DEFAULT_LOOK:  # most decks: the files of the other looks are not read
        return _open(_DEFAULT_STEM, ratio)
    for stem, look in _looks().items():
        if name in (stem, look["name"]):
            return _open(stem, ratio)
    raise TemplateError.of("look_unknown", name=name, known="、".join(look_names()))


def assemble(
    look: Mapping[str, Any],
    base: Mapping[str, bytes],
    overrides: Mapping[str, bytes],
    table: Mapping[str, Any],
    ratio: Ratio = Ratio.WIDE,
) -> Template:
    """A template from a look's TOML, the parts of its base, the parts that replace some of them, and the base's table.

    The table holds the `layouts` and where the `progress` line runs.
    """
    parts = {
        path: with_theme(part, look["name"], look["colors"], look["fonts"]) if path.startswith(_THEMES) else part
        for path, part in {**base, **overrides}.items()
    }
    package = pack(in_ratio(parts, ratio))
    width, height, layouts = read_layouts(package, table["layouts"])
    line = table["progress"]
    progress = Box(MARGIN, line["top"], width - 2 * MARGIN, line["height"])
    return Template(look["name"], package, width, height, layouts, progress=progress)


def layouts_of_a_look(presentation: Any) -> tuple[Layout, ...]:
    """The layouts of a presentation that is a built-in look by its layouts' names and placeholders; else none.

    A look that was exported and changed by hand keeps all its roles, whatever its colours and shapes have become.
    """
    for base in dict.fromkeys(str(look["base"]) for look in _looks().values()):
        try:
            return layouts_by_table(presentation, _table(base)["layouts"])
        except KeyError:
            continue
    return ()


@cache  # a template is frozen, and putting one together costs more than the rest of a short deck
def _open(stem: str, ratio: Ratio) -> Template:
    look = _table(stem)
    base = look["base"]
    return assemble(look, parts_of(base), parts_of(stem), _table(base), ratio)


@cache
def _table(stem: str) -> Mapping[str, Any]:
    """The TOML of a look, or the table of a base's layouts."""
    return tomllib.loads((_folder() / f"{stem}.toml").read_text(encoding="utf-8"))


@cache
def _looks() -> dict[str, dict[str, Any]]:
    """The TOML of every look by file stem; the table of a base's layouts lies beside them and has no name."""
    tables = {
        entry.name.removesuffix(".toml"): tomllib.loads(entry.read_text(encoding="utf-8"))
        for entry in _folder().iterdir()
        if entry.name.endswith(".toml")
    }
    return {stem: table for stem, table in sorted(tables.items()) if "name" in table}


def _folder() -> Traversable:
    return files("generator") / "looks"


def parts_of(stem: str) -> dict[str, bytes]:
    """The parts in the folder of a base or a look by their path in the package; none where it has no folder."""
    return dict(_files(_folder() / stem, ""))


def _files(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir() if folder.is_dir() else ():
        if entry.is_dir():
            yield from _files(entry, f"{prefix}{entry.name}/")
        else:
            yield prefix + entry.name, entry.read_bytes()
