"""Lines that a page broke, put together again: text copied out of a PDF or an e-mail ends a line every 38 characters.

Such a line end stands in the middle of words and numbers (23⏎267元), so that it has to go before anybody reads them. It
is the only thing that reading takes out of a text, and where it stood is kept.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.language import width_em
from generator.model import LineJoint, Span

_NARROWEST = 18
"""Characters. No page is narrower."""
_RAGGED = 2
"""Characters, or em, by which lines broken at a width differ: full-width marks are not parted from their words."""
_FEWEST_WRAPPED = 8
"""Lines. Fewer show no width."""
_FEWEST_BROKEN = 0.25
"""Share of the lines that are as wide as the page and end no sentence. Headings and short paragraphs are the rest."""
_MOST_WIDER = 0.02
"""Share of the lines that are wider than the page: hardly one where it broke them, many where lines are paragraphs."""
_MOSTLY = 0.7
"""Share of the paragraphs that are indented where indenting is the style."""
_ENDS = ("。", "！", "？", "；", "：", "”", "）", "…", "!", "?", ";", ":", ")", "|")
# Lines that open with a sign of Markdown or of a list begin something of their own.
_SIGNED = re.compile(r"\s*(?:#{1,6}(?!\w)|[>|]|[-*•●▪◦·—](?=\s)|[-=_*]{3,})")
# Lines that open with a counter do so too, as long as the line above has ended its sentence.
_COUNTED = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十]{1,3}[）)、．]|[（(]?\d{1,2}[）)、．.](?!\d)"
    r"|第[一二三四五六七八九十]{1,3}|[一二三四五六七八九十][是要]|[①-⑳])"
)


class Unwrapped(NamedTuple):
    """A text without the line ends that a page made, and where they were, in order."""

    text: str
    joints: tuple[LineJoint, ...]


def unwrapped(text: str) -> Unwrapped:
    """`text` with its broken lines joined; the text itself where a line is a paragraph, as in most files.

    A line goes on below when it is as wide as most broken ones. Where the paragraphs of the text are indented, an
    indented line begins one; elsewhere one that is counted off (（二）…) behind a sentence's end does. An empty line, a
    shorter line, a list or a heading in Markdown ends a paragraph. Between two Latin letters one space is kept.

    >>> lines = ["坚持党建引领，组织党员干部下沉一线，投入资金23", "267元用于修路。"] * 4
    >>> unwrapped("\\n".join(lines)).text.splitlines()[0]
    '坚持党建引领，组织党员干部下沉一线，投入资金23267元用于修路。'
    """
    lines = text.split("\n")
    full = _full_lines(lines)
    if full is None:
        return Unwrapped(text, ())
    indented = _is_indented(lines, full)
    parts, joints, length = [lines[0]], list[LineJoint](), len(lines[0])
    for at, line in enumerate(lines[1:]):
        above = lines[at]
        if full[at] and _goes_on(above, line, indented):
            kept = " " if _parts_latin(above, line) else ""
            trailing = len(above) - len(above.rstrip())
            words = line.lstrip()
            if trailing:
                parts[-1] = parts[-1][:-trailing]
            length += len(kept) + len(words) - trailing
            removed = trailing + 1 + len(line) - len(words) - len(kept)
            joints.append(LineJoint(length - len(words), removed))
            parts.append(kept + words)
        else:
            length += 1 + len(line)
            parts.append("\n" + line)
    return Unwrapped("".join(parts), tuple(joints))


def moved(joints: Sequence[LineJoint], replaced: Sequence[tuple[Span, str]]) -> tuple[LineJoint, ...]:
    """The joints of a text in which words were then replaced: spans of the text before, in order, and the new words."""
    kept, shift, at = list[LineJoint](), 0, 0
    for joint in joints:
        while at < len(replaced) and replaced[at][0].end <= joint.offset:
            span, words = replaced[at]
            shift += len(words) - len(span)
            at += 1
        kept.append(LineJoint(joint.offset + shift, joint.removed))
    return tuple(kept)


def _full_lines(lines: Sequence[str]) -> list[bool] | None:
    """Which lines are as wide as the page, or None where there is no such width.

    Pages are filled by width (a digit takes half a character), terminals by count: what the lines agree in counts.
    """
    said = sum(1 for line in lines if line.strip())
    if said < _FEWEST_WRAPPED:
        return None
    measures: tuple[Callable[[str], float], ...] = (len, width_em)
    best: list[bool] | None = None
    for measure in measures:
        widths = [measure(line.rstrip()) for line in lines]
        modes = Counter(round(width) for width in widths if width >= _NARROWEST)
        if not modes:
            continue
        mode = modes.most_common(1)[0][0]
        full = [abs(width - mode) <= _RAGGED for width in widths]
        broken = sum(1 for line, is_full in zip(lines, full, strict=True) if is_full and not _ends(line))
        wider = sum(1 for width in widths if width > mode + _RAGGED)
        if broken >= _FEWEST_BROKEN * said and wider <= _MOST_WIDER * said and (best is None or sum(full) > sum(best)):
            best = full
    return best


def _is_indented(lines: Sequence[str], full: Sequence[bool]) -> bool:
    """Whether paragraphs begin with a space: most lines behind a short one that ends a sentence do."""
    openings = [
        below[:1].isspace()
        for (above, below), is_full in zip(pairwise(lines), full, strict=False)
        if not is_full and _ends(above) and below.strip()
    ]
    return bool(openings) and sum(openings) >= _MOSTLY * len(openings)


def _goes_on(above: str, line: str, indented: bool) -> bool:
    if not line.strip() or _SIGNED.match(line) or _SIGNED.match(above):
        return False
    if indented:
        return not line[:1].isspace()
    return not (_ends(above) and (line[:1].isspace() or _COUNTED.match(line)))


def _ends(line: str) -> bool:
    return line.rstrip().endswith(_ENDS)


def _parts_latin(above: str, line: str) -> bool:
    """“the⏎whole” are two words; 23⏎267 and APP⏎平台 are none."""
    before, after = above.rstrip()[-1:], line.lstrip()[:1]
    return before.isascii() and before.isalpha() and after.isascii() and after.isalpha()
