"""What a shape of a saved deck inherits: run → paragraph → shape → layout → master → presentation.

ECMA-376 part 1, 19.3.1.36 (`p:ph`), 21.1.2.4 (list styles) and 19.3.1.52 (`p:txStyles`): a placeholder takes its place
and its text style from the layout's placeholder of the same `idx`, and that one from the master's of the same type.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pptx.oxml import ns

from generator.template.layouts import Lineage, lineages

_DEFAULT_SIZE_PT = 18.0
"""ECMA-376 part 1, 21.1.2.3.9: the size of a run where nobody gives one."""
_STYLE_TAGS = {
    "title": "p:titleStyle",
    "ctrTitle": "p:titleStyle",
    "dt": "p:otherStyle",
    "ftr": "p:otherStyle",
    "sldNum": "p:otherStyle",
}
"""The master's text style by placeholder type; every other type takes the body's."""


@lru_cache(maxsize=256)
def qn(name: str) -> str:
    """A prefixed name as lxml wants it: `a:p` → `{http://…}p`. Kept: a deck asks a hundred thousand times."""
    return str(ns.qn(name))


@dataclass(frozen=True, slots=True)
class LevelStyle:
    """How a paragraph of one level is set. Sizes in points, margins in EMU.

    `line_factor` multiplies the natural line, `line_pt` replaces it. Gaps are in points, or in parts of the size
    (`*_factor`) where the file gives them as percent.
    """

    size_pt: float
    line_factor: float = 1.0
    line_pt: float | None = None
    before_pt: float = 0.0
    before_factor: float = 0.0
    after_pt: float = 0.0
    after_factor: float = 0.0
    margin: int = 0
    indent: int = 0


class TextStyle:
    """How the text of a shape is set, level by level: elements with `a:lvlNpPr`, nearest first."""

    def __init__(self, chain: tuple[Any, ...]) -> None:
        self._chain = chain
        self._levels: dict[int, LevelStyle] = {}

    def under(self, own: Any | None) -> TextStyle:
        """The same with a shape's own `a:lstStyle` before all; itself where that is empty or missing."""
        return self if own is None or not len(own) else TextStyle((own, *self._chain))

    def of(self, paragraph: Any | None) -> LevelStyle:
        """The style of a paragraph by its `a:pPr`."""
        level = 0 if paragraph is None else int(paragraph.get("lvl", "0"))
        if paragraph is not None and (len(paragraph) or paragraph.get("marL") or paragraph.get("indent")):
            return _level_style([paragraph, *self._properties(level)], self._size(level))
        if level not in self._levels:
            self._levels[level] = _level_style(self._properties(level), self._size(level))
        return self._levels[level]

    def _properties(self, level: int) -> list[Any]:
        tag = qn(f"a:lvl{level + 1}pPr")
        return [found for style in self._chain if (found := style.find(tag)) is not None]

    def _size(self, level: int) -> float:
        # PowerPoint does not heed `a:defRPr` inside a paragraph's own `a:pPr`: only the chain gives sizes.
        runs = (properties.find(qn("a:defRPr")) for properties in self._properties(level))
        size = next((size for run in runs if run is not None and (size := run.get("sz"))), None)
        return int(size) / 100 if size else _DEFAULT_SIZE_PT


class Inheritance:
    """The layouts' and masters' placeholders of one presentation, looked up once and kept."""

    def __init__(self, presentation: Any) -> None:
        self._default = presentation.part._element.find(qn("p:defaultTextStyle"))
        self._lineages: dict[int, dict[int, Lineage]] = {}
        self._styles: dict[tuple[int, int | None], TextStyle] = {}
        self.cell_style = TextStyle(() if self._default is None else (self._default,))
        """The cells of a table take nothing from layout or master."""

    def ancestors(self, layout: Any, placeholder: Any) -> tuple[Any, ...]:
        """The `p:sp` elements that a slide's `p:ph` inherits from, nearest first: the layout's, then the master's."""
        key = id(layout._element)
        if key not in self._lineages:
            self._lineages[key] = lineages(layout)
        lineage = self._lineages[key].get(int(placeholder.get("idx", "0")))
        return lineage.holders if lineage else ()

    def style(self, layout: Any, placeholder: Any | None) -> TextStyle:
        """What a shape of a layout inherits, its own list style left out; `placeholder` is its `p:ph`, if any."""
        key = (id(layout._element), None if placeholder is None else int(placeholder.get("idx", "0")))
        if key not in self._styles:
            self._styles[key] = TextStyle(
                tuple(style for style in self._chain(layout, placeholder) if style is not None)
            )
        return self._styles[key]

    def _chain(self, layout: Any, placeholder: Any | None) -> Iterator[Any | None]:
        master_styles = layout.slide_master._element.find(qn("p:txStyles"))
        if placeholder is None:
            yield self._default
            tag = "p:otherStyle"
        else:
            ancestors = self.ancestors(layout, placeholder)
            yield from (_list_style(shape) for shape in ancestors)
            kind = placeholder_type(ancestors[0]) if ancestors else placeholder.get("type", "obj")
            tag = _STYLE_TAGS.get(kind, "p:bodyStyle")
        if master_styles is not None:
            yield master_styles.find(qn(tag))
        yield self._default


def placeholder_of(shape: Any) -> Any | None:
    """The `p:ph` of a shape element, or None where it is none."""
    return shape.find(f"*/{qn('p:nvPr')}/{qn('p:ph')}")


def placeholder_type(shape: Any) -> str:
    """The `type` of a placeholder element; `obj` where the file does not say."""
    placeholder = placeholder_of(shape)
    return "obj" if placeholder is None else str(placeholder.get("type", "obj"))


def _level_style(properties: list[Any], size_pt: float) -> LevelStyle:
    values: dict[str, Any] = {}
    _take_spacing(values, properties, "a:lnSpc", "line")
    _take_spacing(values, properties, "a:spcBef", "before")
    _take_spacing(values, properties, "a:spcAft", "after")
    for attribute, name in (("marL", "margin"), ("indent", "indent")):
        value = next((found for p in properties if (found := p.get(attribute)) is not None), None)
        if value is not None:
            values[name] = int(value)
    return LevelStyle(size_pt=size_pt, **values)


def _take_spacing(values: dict[str, Any], properties: list[Any], tag: str, name: str) -> None:
    for element in properties:
        spacing = element.find(qn(tag))
        if spacing is None or len(spacing) == 0:
            continue
        amount = str(spacing[0].get("val", "0"))
        if spacing[0].tag == qn("a:spcPts"):
            values[f"{name}_pt"] = int(amount) / 100
        else:
            values[f"{name}_factor"] = fraction(amount)
        return


def fraction(amount: str) -> float:
    """An `ST_Percentage`: `90000` and, in newer files, `90%` are both 0.9."""
    return float(amount[:-1]) / 100 if amount.endswith("%") else int(amount) / 100_000


def _list_style(shape: Any) -> Any | None:
    body = shape.find(qn("p:txBody"))
    return None if body is None else body.find(qn("a:lstStyle"))
