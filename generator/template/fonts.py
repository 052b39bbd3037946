"""The typefaces that a template's theme names, and whether they are on this machine."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from typing import Any

from lxml import etree
from pptx.oxml.ns import qn

_LONGEST_WAIT = 10
"""Seconds for fc-list; it takes a tenth of one."""


@dataclass(frozen=True, slots=True)
class ThemeFonts:
    """The first master's typefaces, headings before text. `east_asian` is empty where the theme leaves it so.

    An `a:ea` that is empty is filled from the `Hans` script, as PowerPoint does; a Latin face in it has no Chinese
    signs, but is what the theme says.
    """

    latin: str
    east_asian: str
    all: tuple[str, ...]


_CHINESE_NAMES = re.compile(
    r"sim(?:hei|sun|li|you)|hei|song|kai|fang|yahei|dengxian|youyuan|lisu|^st|han|cjk|pingfang|hiragino|gothic\s*(?:mc|std|ui)|"
    r"^ms\s|^yu\s|meiryo|mincho|jheng|mingliu|noto\s+s|source\s+han|wenquanyi|misans|harmonyos|alibaba|founder|^fz|^hy",
    re.IGNORECASE,
)
"""Latin spellings of typefaces with Chinese or Japanese signs: SimHei, FZXiaoBiaoSong, Source Han Sans."""


def has_chinese_signs(typeface: str) -> bool:
    """Whether a typeface has Chinese signs, by its name: 微软雅黑 and SimHei do, Century Gothic does not."""
    return bool(typeface) and (not typeface.isascii() or bool(_CHINESE_NAMES.search(typeface)))


def theme_fonts(presentation: Any) -> ThemeFonts:
    """What the theme of the first master names."""
    for master in presentation.slide_masters:
        for relation in master.part.rels.values():
            if relation.reltype.endswith("/theme") and not relation.is_external:
                return _of(etree.fromstring(relation.target_part.blob))
    return ThemeFonts("", "", ())


def _of(theme: Any) -> ThemeFonts:
    found: list[str] = []
    latin = east_asian = ""
    for kind in ("a:majorFont", "a:minorFont"):
        fonts = theme.find(f".//{qn('a:fontScheme')}/{qn(kind)}")
        if fonts is None:
            continue
        own_latin = _typeface(fonts.find(qn("a:latin")))
        own_asian = _typeface(fonts.find(qn("a:ea"))) or next(
            (_typeface(font) for font in fonts.iterfind(qn("a:font")) if font.get("script") == "Hans"), ""
        )
        latin, east_asian = own_latin or latin, own_asian or east_asian
        found += [own_latin, own_asian]
    return ThemeFonts(latin, east_asian, tuple(dict.fromkeys(name for name in found if name)))


def _typeface(element: Any | None) -> str:
    return "" if element is None else str(element.get("typeface", "")).strip()


@cache
def installed_fonts() -> frozenset[str] | None:
    """The names of the typefaces on this machine in small letters; None where `fc-list` is missing."""
    command = shutil.which("fc-list")
    if command is None:
        return None
    try:
        done = subprocess.run([command, ":", "family"], capture_output=True, timeout=_LONGEST_WAIT, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    listed = done.stdout.decode("utf-8", "replace")
    return frozenset(name.strip().lower() for line in listed.splitlines() for name in line.split(","))
