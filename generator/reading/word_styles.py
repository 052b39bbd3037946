"""What the styles of a Word file say of a paragraph and its runs: heading level, bold, centred, typeface, numbering.

A property counts where it stands nearest: run, character style, paragraph style and what it is based on, defaults.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# Word, WPS and LibreOffice write “heading 1” whatever the language; people name their own 标题 1, 一级标题, 标题一.
_HEADING_NAME = re.compile(
    r"(?:heading|标题|標題)\s*([1-9])(?!\d)|([一二三四五六七八九])级标题|标题([一二三四五六七八九])$", re.IGNORECASE
)
_CONTENTS_NAME = re.compile(r"(?:toc|目录|目次)\s*(?:\d|heading|标题)?$|table of contents", re.IGNORECASE)
_TITLE_NAME = re.compile(r"(?:title|subtitle|标题|副标题|文章标题|公文标题)$", re.IGNORECASE)
_DIGITS = "一二三四五六七八九"
_DEEPEST_BASE = 20
"""Styles in a row, each based on the next; a longer chain runs in a circle."""


def is_on(element: etree._Element | None) -> bool | None:
    """A switch of WordprocessingML: None when it is not there; `w:val` of 0, false, off switches it off."""
    if element is None:
        return None
    return element.get(f"{W}val", "1") not in {"0", "false", "off", "none"}


def value(element: etree._Element | None) -> str | None:
    """The `w:val` of an element, None without one."""
    return None if element is None else element.get(f"{W}val")


class NumberingRef(NamedTuple):
    """Which list a paragraph belongs to, and its level in it from 0; `style` when the style says so."""

    list_id: str
    level: int | None
    style: str | None = None


class Styles:
    """The styles of a file, by id."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._default_paragraph: str | None = None
        self._default_run: etree._Element | None = None
        self._level_of: dict[str | None, int | None] = {}
        if root is None:
            return
        self._default_run = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        for style in root.iterfind(f"{W}style"):
            style_id = style.get(f"{W}styleId")
            if style_id is None:
                continue
            self._styles[style_id] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true", "on"}:
                self._default_paragraph = style_id

    def heading_level(self, properties: etree._Element | None) -> int | None:
        """The level, from 1, of a paragraph with these properties when it is a heading; None when it is none.

        Its own outline level decides, then its style's; level 10 is Word's 正文文本, no heading.
        """
        own = _outline_level(properties)
        if own is not None:
            return own if own <= 9 else None
        style_id = self.style_of(properties)
        if style_id not in self._level_of:
            self._level_of[style_id] = self._style_level(style_id)
        return self._level_of[style_id]

    def _style_level(self, style_id: str | None) -> int | None:
        for style in self._chain(style_id):
            level = _outline_level(style.find(f"{W}pPr"))
            if level is not None:
                return level if level <= 9 else None
            match = _HEADING_NAME.match(_name(style))
            if match:
                return int(match[1]) if match[1] else _DIGITS.index(match[2] or match[3]) + 1
        return None

    def is_contents(self, properties: etree._Element | None) -> bool:
        """Whether it is a line of a table of contents by its style."""
        return any(_CONTENTS_NAME.match(_name(style)) for style in self._chain(self.style_of(properties)))

    def is_title(self, properties: etree._Element | None) -> bool:
        """Whether its style is the one of the title or subtitle."""
        return any(_TITLE_NAME.match(_name(style)) for style in self._chain(self.style_of(properties)))

    def is_centred(self, properties: etree._Element | None) -> bool:
        """Whether the paragraph is centred."""
        for place in self._paragraph_places(properties):
            alignment = value(place.find(f"{W}jc"))
            if alignment is not None:
                return alignment == "center"
        return False

    def numbering(self, properties: etree._Element | None) -> NumberingRef | None:
        """The list that the paragraph belongs to; list 0 means: taken out of its style's list."""
        own = None if properties is None else properties.find(f"{W}numPr")
        own_level = None if own is None else _number(value(own.find(f"{W}ilvl")))
        own_id = None if own is None else value(own.find(f"{W}numId"))
        if own_id is not None:
            return None if own_id == "0" else NumberingRef(own_id, own_level or 0)
        style_id = self.style_of(properties)
        level = own_level
        for style in self._chain(style_id):
            found = style.find(f"{W}pPr/{W}numPr")
            if found is not None:
                if level is None:
                    level = _number(value(found.find(f"{W}ilvl")))
                list_id = value(found.find(f"{W}numId"))
                if list_id is not None:
                    return None if list_id == "0" else NumberingRef(list_id, level, style_id)
        return None

    def run_switch(self, tag: str, run: etree._Element | None, paragraph: etree._Element | None) -> bool:
        """Whether a switch (`b`, `vanish`) is on for a run with these run and paragraph properties."""
        for place in self._run_places(run, paragraph):
            switched = is_on(place.find(f"{W}{tag}"))
            if switched is not None:
                return switched
        return False

    def typeface(self, run: etree._Element | None, paragraph: etree._Element | None) -> str:
        """The east-asian typeface of a run; empty where a theme decides."""
        for place in self._run_places(run, paragraph):
            fonts = place.find(f"{W}rFonts")
            if fonts is not None and fonts.get(f"{W}eastAsia"):
                return fonts.get(f"{W}eastAsia", "")
        return ""

    def half_points(self, run: etree._Element | None, paragraph: etree._Element | None) -> int:
        """The type size of a run in half points; 20, the standard's default, where nothing says so."""
        for place in self._run_places(run, paragraph):
            size = _number(value(place.find(f"{W}sz")))
            if size is not None:
                return size
        return 20

    def style_of(self, properties: etree._Element | None) -> str | None:
        """The id of the paragraph's style, or of the default one."""
        own = None if properties is None else value(properties.find(f"{W}pStyle"))
        return own if own in self._styles else self._default_paragraph

    def _chain(self, style_id: str | None) -> Iterator[etree._Element]:
        """The style and what it is based on."""
        for _ in range(_DEEPEST_BASE):
            style = self._styles.get(style_id) if style_id else None
            if style is None:
                return
            yield style
            style_id = value(style.find(f"{W}basedOn"))

    def _paragraph_places(self, properties: etree._Element | None) -> Iterator[etree._Element]:
        if properties is not None:
            yield properties
        for style in self._chain(self.style_of(properties)):
            place = style.find(f"{W}pPr")
            if place is not None:
                yield place

    def _run_places(self, run: etree._Element | None, paragraph: etree._Element | None) -> Iterator[etree._Element]:
        if run is not None:
            yield run
            for style in self._chain(value(run.find(f"{W}rStyle"))):
                place = style.find(f"{W}rPr")
                if place is not None:
                    yield place
        for style in self._chain(self.style_of(paragraph)):
            place = style.find(f"{W}rPr")
            if place is not None:
                yield place
        if self._default_run is not None:
            yield self._default_run


def _outline_level(properties: etree._Element | None) -> int | None:
    level = None if properties is None else _number(value(properties.find(f"{W}outlineLvl")))
    return None if level is None else level + 1


def _name(style: etree._Element) -> str:
    return (value(style.find(f"{W}name")) or "").strip()


def _number(text: str | None) -> int | None:
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) <= 9 else None
