"""What the deck adds to the end of a title, so that no two slides are called alike: 主要数据（续）, （续二）, （要点）.

A screen reader lists the slides by their titles, and a speaker jumps to one by it: two alike cannot be told apart.
"""

from __future__ import annotations

import re

from generator.language.numerals import counting_word
from generator.model import Label

_CONTINUED = re.compile("（续(?:[一二三四五六七八九十]{1,3})?）$")


def continued(title: str, times: int = 1) -> str:
    """The title of a slide that goes on for the `times`-th time.

    >>> continued("主要数据"), continued("主要数据", 2)
    ('主要数据（续）', '主要数据（续二）')
    """
    if times == 1:
        return title + Label.CONTINUED
    return f"{title}{Label.CONTINUED[:-1]}{counting_word(times)}{Label.CONTINUED[-1]}"


def goes_on(title: str) -> bool:
    """Whether a title says that its slide goes on with another one; 《三体》（续集） is a title of its own."""
    return _CONTINUED.search(title) is not None


def bare_title(title: str) -> str:
    """A title without what the deck has added to its end.

    >>> bare_title("主要数据（续二）"), bare_title("2024年工作回顾（要点）"), bare_title("《三体》（续集）")
    ('主要数据', '2024年工作回顾', '《三体》（续集）')
    """
    return _CONTINUED.sub("", title).removesuffix(Label.KEY_POINTS)
