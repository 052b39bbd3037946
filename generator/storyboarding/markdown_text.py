"""Words inside a line of the plan: escaped so that they come back as they were, whatever they hold.

Pandoc's rules: a backslash before ASCII punctuation makes it plain, `&#10;` stands for the character of that number,
two stars open and close bold type.
"""

from __future__ import annotations

import re
import string
import unicodedata
from html.entities import html5

from generator.model import Label

_SPECIAL = frozenset("\\`*_{}[]<>#|~^$@&")
"""Characters that mean something in Pandoc's Markdown wherever they stand."""
_LIST_OPENING = re.compile(r"^(\(?[0-9A-Za-z#]{1,9})([.)])(?=[ \t]|$)")
"""1. or (a) and a blank at the beginning of a line would open a list; 1.5 does not."""
_TOKEN = re.compile(
    r"\\(?P<plain>[" + re.escape(string.punctuation) + r"])"
    r"|&(?P<entity>#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
    r"|(?P<stars>\*\*)"
)
_BLANKS = " \t"


def escaped(text: str) -> str:
    r"""`text` as it is written into the plan, on one line.

    >>> escaped("3*2 #1"), escaped("1.5个亿"), escaped("1. 抓学习"), escaped("第一行\n第二行")
    ('3\\*2 \\#1', '1.5个亿', '1\\. 抓学习', '第一行&#10;第二行')
    """
    body = text.strip(_BLANKS)
    if not body:
        return "".join(_by_number(char) for char in text)
    start = text.index(body)
    # Blanks at both ends would be taken for layout.
    before, after = text[:start], text[start + len(body) :]
    written = "".join(_written(char) for char in body)
    opens_block = body[0] in "-+=:%"
    written = "\\" + written if opens_block else _LIST_OPENING.sub(r"\1\\\2", written)
    return "".join(map(_by_number, before)) + written + "".join(map(_by_number, after))


def _written(char: str) -> str:
    if char in _SPECIAL:
        return "\\" + char
    return char if survives(char) else _by_number(char)


def survives(char: str) -> bool:
    """Whether a character comes back from a text file: control characters, line separators and halves of one do not."""
    return unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp")


def _by_number(char: str) -> str:
    return f"&#{ord(char)};"


def plain(written: str) -> str:
    """The words of a line of the plan; bold type is dropped.

    >>> plain("3\\\\*2 **重**点&#10;&amp;")
    '3*2 重点\\n&'
    """
    return "".join(text for text, _bold in runs(written))


def runs(written: str) -> list[tuple[str, bool]]:
    """The words of a line of the plan in runs of plain and bold type. Two stars that nothing closes are two stars."""
    found: list[tuple[str, bool]] = []
    bold = False
    at = 0
    pieces: list[str] = []
    tokens = list(_TOKEN.finditer(written))
    stars = [match.start() for match in tokens if match["stars"]]
    unclosed = stars[-1] if len(stars) % 2 else None
    for match in tokens:
        pieces.append(written[at : match.start()])
        at = match.end()
        if match["stars"] and match.start() != unclosed:
            found.append(("".join(pieces), bold))
            pieces, bold = [], not bold
        elif match["stars"]:
            pieces.append("**")
        else:
            pieces.append(match["plain"] or _character(match["entity"], match.group()))
    pieces.append(written[at:])
    found.append(("".join(pieces), bold))
    return [(text, is_bold) for text, is_bold in found if text]


def _character(entity: str, written: str) -> str:
    """What an entity stands for; the entity itself where there is no such."""
    if entity[0] != "#":
        return html5.get(entity + ";", written)
    number = int(entity[2:], 16) if entity[1] in "xX" else int(entity[1:])
    return chr(number) if number <= 0x10FFFF else written


def titled(text: str, continued: bool) -> str:
    """A title as it is written; a slide that goes on with another one shows it as the deck does: （续） at the end."""
    written = escaped(text)
    if continued:
        return written + Label.CONTINUED.value
    if written.endswith(Label.CONTINUED.value):
        # The speaker's own words end like that: its first character is written by number to tell the two apart.
        cut = len(written) - len(Label.CONTINUED.value)
        return written[:cut] + _by_number(written[cut]) + written[cut + 1 :]
    return written


def title_and_continued(written: str) -> tuple[str, bool]:
    """A title of the plan, and whether its slide goes on with another one.

    >>> title_and_continued("建好需求单（续）"), title_and_continued("建好需求单")
    (('建好需求单', True), ('建好需求单', False))
    """
    if written.endswith(Label.CONTINUED.value):
        return plain(written[: -len(Label.CONTINUED.value)].rstrip(_BLANKS)), True
    return plain(written), False
