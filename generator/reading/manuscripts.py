"""From what was handed in to a `Manuscript`: the order of reading."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from generator.errors import InputError, finding
from generator.model import Block, Finding, LineJoint, Manuscript, Noise, NoiseKind, SourceFormat, Span
from generator.reading.chrome import chrome_lines
from generator.reading.encodings import decode
from generator.reading.files import BYTES_A_CHARACTER, Container, display_name, identify, printable, read_file
from generator.reading.forms import Form, lines_of
from generator.reading.light_markup import light_markup
from generator.reading.noise import Scrap, first_of_overlapping, merged, scraps_in_lines
from generator.reading.redactions import fill_blanks, find_redactions
from generator.reading.reports import report_redactions, report_scraps, report_unreadable
from generator.reading.wrapping import moved, unwrapped
from generator.settings import ReadingSettings

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_MARKDOWN_SUFFIXES = (".md", ".markdown")
_NO_FILE = "讲话稿"
_NO_FILLS: Mapping[str, str] = {}
_DEFAULTS = ReadingSettings()


class _Source(NamedTuple):
    """The text before anybody looks for noise. `forms` say what the source's own format tells of a line, by index."""

    text: str
    source_format: SourceFormat
    forms: Mapping[int, Form]
    findings: tuple[Finding, ...] = ()
    joints: tuple[LineJoint, ...] = ()


def read_manuscript(
    source: Path | bytes | str,
    *,
    name: str | None = None,
    fills: Mapping[str, str] = _NO_FILLS,
    settings: ReadingSettings = _DEFAULTS,
) -> tuple[Manuscript, tuple[Finding, ...]]:
    """Read a speech: a file's path, a file's bytes, or the text itself.

    `name` is what messages call it, and its suffix tells Markdown from text; a path has its own. What a file is else
    is told by its content. `fills` replaces blanks ({"XX镇": "永昌镇"}) before anything else is looked at.

    Offsets of the result count characters of the decoded text, line ends as one `\\n`, no byte-order mark, lines that
    only a page broke joined. Nothing else is changed but lone surrogates and unreadable bytes, which become U+FFFD and
    a finding.

    Raises:
        InputError: the file cannot be read, is no text, or holds no words; the codes are in `errors.ERRORS`.

    >>> manuscript, findings = read_manuscript("交流发言\\n各位领导：XX镇的做法如下。")
    >>> [block.span.of(manuscript.text) for block in manuscript.blocks]
    ['交流发言', '各位领导：XX镇的做法如下。']
    >>> [redaction.text for redaction in manuscript.redactions]
    ['XX镇']
    """
    shown = printable(name) if name else (display_name(source) if isinstance(source, Path) else _NO_FILE)
    opened = _open(source, shown, settings)
    text, joints, findings = opened.text, opened.joints, list(opened.findings)
    if len(text) > settings.longest_text:
        raise InputError.of("text_too_long", where=shown, name=shown, limit=settings.longest_text)
    if not text.strip():
        raise InputError.of("text_blank", where=shown, name=shown)
    if fills:
        filled = fill_blanks(text, fills, [n.span for n in _look(text, opened).noise])
        text, joints = filled.text, moved(joints, filled.replaced)
        findings += [finding("fill_unused", key=key) for key in filled.unused]
    look = _look(text, opened)
    blocks = _blocks(text, look)
    if not blocks:
        raise InputError.of("text_only_scrape", where=shown, name=shown)
    redactions = find_redactions(text, [n.span for n in look.noise])
    manuscript = Manuscript(text, shown, opened.source_format, blocks, look.noise, redactions, joints)
    findings += report_unreadable(manuscript)
    findings += report_scraps(manuscript, look.scraps)
    findings += report_redactions(manuscript)
    return manuscript, tuple(findings)


class _Look(NamedTuple):
    """What a text shows before its words are read."""

    noise: tuple[Noise, ...]
    scraps: tuple[Scrap, ...]
    forms: Mapping[int, Form]
    lines: tuple[Span, ...]


def _open(source: Path | bytes | str, shown: str, settings: ReadingSettings) -> _Source:
    if isinstance(source, str):
        text = source.removeprefix("\ufeff")
    else:
        data = source if isinstance(source, bytes) else read_file(source, settings)
        file = identify(data, shown)
        if file.container is Container.WORD:
            from generator.reading.word import read_word  # deferred: python-docx costs time that a .txt need not pay

            lines, findings = read_word(data, shown, settings)
            return _Source(
                "\n".join(line.text for line in lines),
                SourceFormat.DOCX,
                dict(enumerate(line.form for line in lines)),
                findings,
            )
        if len(data) > settings.longest_text * BYTES_A_CHARACTER:
            raise InputError.of("text_too_long", where=shown, name=shown, limit=settings.longest_text)
        text = decode(data, where=shown).text
    text = _SURROGATES.sub("\ufffd", _LINE_ENDS.sub("\n", text))
    is_markdown = shown.lower().endswith(_MARKDOWN_SUFFIXES)
    source_format = SourceFormat.MARKDOWN if is_markdown else SourceFormat.TEXT
    joined = unwrapped(text)
    return _Source(joined.text, source_format, {}, joints=joined.joints)


def _look(text: str, opened: _Source) -> _Look:
    lines = lines_of(text)
    scraps = scraps_in_lines(text)
    words = _blanked(text, [scrap.span for scrap in scraps])
    chrome = chrome_lines([line.of(words) for line in lines])
    scraps = first_of_overlapping([*scraps, *(Scrap(lines[i], "scrape_chrome") for i in sorted(chrome))])
    words = _blanked(text, [scrap.span for scrap in scraps])
    if opened.source_format is SourceFormat.MARKDOWN:
        from generator.reading.markdown import markdown_markup  # deferred: only a Markdown file needs its parser

        markup, forms = markdown_markup(words)
    else:
        markup, forms = light_markup(lines, words)
    noise = merged([*markup, *(Noise(scrap.span, NoiseKind.SCRAPE) for scrap in scraps)])
    return _Look(noise, tuple(scraps), {**forms, **{i: f for i, f in opened.forms.items() if f != Form()}}, lines)


def _blanked(text: str, spans: list[Span]) -> str:
    """`text` with spaces in the place of `spans`, line ends kept: the same offsets."""
    return Manuscript(text, "", noise=tuple(Noise(span, NoiseKind.SCRAPE) for span in spans)).words


def _blocks(text: str, look: _Look) -> tuple[Block, ...]:
    """One block a line that has words, from its first to its last character that is neither white space nor noise."""
    words = _blanked(text, [noise.span for noise in look.noise])
    blocks = []
    for index, line in enumerate(look.lines):
        of_line = line.of(words)
        kept = of_line.strip()
        if kept:
            start = line.start + len(of_line) - len(of_line.lstrip())
            form = look.forms.get(index, Form())
            blocks.append(Block(Span(start, start + len(kept)), form.kind, form.level, form.prominent))
    return tuple(blocks)
