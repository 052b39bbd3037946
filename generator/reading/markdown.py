"""Markdown files: which characters are words and which are signs, and what each line is.

markdown-it-py parses the file; what it took for words is kept and every other character that is not white space is
MARKUP noise, so that offsets stay those of the raw text. Rules that would swallow or rewrite words of a speech are
off: indented code (a speech indents its paragraphs), HTML (its debris is already noise), link definitions, entities.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from generator.model import BlockKind, Noise, NoiseKind, Span
from generator.reading.forms import Form, lines_of
from generator.reading.light_markup import emphasis_marks

_OFF = ["code", "html_block", "html_inline", "reference", "entity"]
_ON = ["table", "strikethrough"]
_LONGEST_UNDERLINED = 40
"""Characters. A longer line above --- is a paragraph before a rule, not a heading."""
_SENTENCE_END = re.compile(r"[。；！？]\s*$")
# 2*35万千瓦: by CommonMark the star may open emphasis, though between digits nobody means that. A_B_C: underscores
# inside a word never do, and thousands of them take early releases of the parser a square of the time.
_INSIDE_WORDS = re.compile(r"(?<=\d)\*(?=\d)|(?<=[^\W_])_+(?=[^\W_])")
_IMAGE_LINE = re.compile(r"[\s>*+\-]*(?:!\[[^\]]*\]\([^)]*\)\s*)+$")
_ATX = re.compile(r"[\s>*+\-]*#{1,6}")
_FRONT_MATTER_LINE = re.compile(r"\s*(?:[\w\-\u4e00-\u9fff]{1,40}\s*[:：].*|-\s.*|#.*|\s+\S.*)?$")
_LONGEST_FRONT_MATTER = 60
"""Lines between the two --- at the head of a file."""
_FOOTNOTE_MARK = re.compile(r"\[\^[^\]\s]{1,30}\]:?")


def markdown_markup(text: str) -> tuple[list[Noise], dict[int, Form]]:
    """The signs of `text` as MARKUP noise, and the forms of its lines by index.

    >>> noise, forms = markdown_markup("# 工作**总结**")
    >>> [n.span.of("# 工作**总结**") for n in noise], forms[0].level
    (['#', '**', '**'], 1)
    """
    lines = lines_of(text)
    body = _INSIDE_WORDS.sub(lambda signs: "x" * len(signs[0]), _without_front_matter(text, lines))
    keep = bytearray(len(text))
    forms: dict[int, Form] = {}
    parser = MarkdownIt("commonmark").enable(_ON).disable(_OFF)
    inline = _RecordingInline()
    inline.ruler.disable(["html_inline", "entity"])
    inline.ruler.enable("strikethrough")
    parser.inline = inline
    parser.core.ruler.disable("inline")
    tokens = parser.parse(body)
    inline.md = parser
    cells: dict[int, int] = {}  # for each table row (line), where its last cell ended
    fences: set[int] = set()
    for index, token in enumerate(tokens):
        if token.map is None:
            continue
        first, last = token.map
        if token.type in {"fence", "code_block"}:
            fences.update((first, last - 1))
            for line in lines[first + 1 : last]:
                if not line.of(body).strip().startswith(("```", "~~~")):
                    keep[line.start : line.end] = b"\x01" * len(line)
        elif token.type == "list_item_open":
            forms.setdefault(first, Form(BlockKind.LIST_ITEM))
            if token.info or token.markup in {".", ")"}:
                _keep_number(body, lines[first], keep)
        elif token.type == "tr_open":
            forms[first] = Form(BlockKind.TABLE_ROW)
        elif token.type == "inline":
            before = tokens[index - 1]
            if before.type == "heading_open" and not _is_paragraph_before_rule(before, token):
                for line_index in range(first, last):
                    forms[line_index] = Form(BlockKind.HEADING, int(before.tag[1:]))
            in_cell = before.type in {"td_open", "th_open"}
            places = _places(token.content, body, lines[first:last], before, cells.get(first, 0) if in_cell else 0)
            if places and in_cell:
                cells[first] = places[-1] + 1
            for offset in inline.words_of(token.content):
                if places[offset] >= 0:
                    keep[places[offset]] = 1
    _keep_unread_lines(body, lines, keep, fences)
    return _noise_between(text, keep, lines), forms


class _RecordingInline(ParserInline):
    """The inline parser, noting which characters of its source it took for words."""

    md: MarkdownIt

    def __init__(self) -> None:
        super().__init__()
        self._source = ""
        self._words: set[int] = set()
        self._delimiters: list[tuple[Token, int]] = []
        self.ruler2.after("emphasis", "keep_unpaired", self._keep_unpaired)

    def words_of(self, source: str) -> list[int]:
        """The offsets in `source` of the characters that are words, in order."""
        self._source, self._words, self._delimiters = source, set(), []
        self.parse(source, self.md, {}, [])
        return sorted(self._words)

    def tokenize(self, state: StateInline) -> None:
        """As in the base class: at each place the first rule that applies, else one character of text."""
        rules = self.ruler.getRules("")
        deepest = self.md.options["maxNesting"]
        while state.pos < state.posMax:
            at, pending, pushed = state.pos, len(state.pending), len(state.tokens)
            if not (state.level < deepest and any(rule(state, False) for rule in rules)):
                state.pending += state.src[state.pos]
                state.pos += 1
            if state.src is self._source:
                self._note(state, at, pending, pushed)
        if state.pending:
            state.pushPending()

    def _note(self, state: StateInline, at: int, pending: int, pushed: int) -> None:
        """What the step from `at` to `state.pos` took for words."""
        new = state.tokens[pushed:]
        if not new:
            # Text, or a marker without a partner; a line end drops the spaces before it and adds nothing.
            if len(state.pending) > pending:
                self._words.update(range(at, state.pos))
            return
        if pending:
            new = new[1:]  # the text before, flushed
        kinds = {token.type for token in new}
        if kinds == {"text_special"}:  # \* : the sign itself
            self._words.add(state.pos - 1)
        elif kinds == {"text"} and sum(len(token.content) for token in new) == state.pos - at:
            for token in new:
                self._delimiters.append((token, at))
                at += len(token.content)
        elif kinds == {"code_inline"}:
            marks = len(new[0].markup)
            self._words.update(range(at + marks, state.pos - marks))
        elif new and new[0].type == "link_open" and new[0].markup == "autolink":
            self._words.update(range(at + 1, state.pos - 1))

    def _keep_unpaired(self, state: StateInline) -> None:
        """Stars that found no partner are words: 2*3."""
        if state.src is self._source:
            for token, at in self._delimiters:
                if token.type == "text":
                    self._words.update(range(at, at + len(token.content)))


def _places(content: str, body: str, lines: tuple[Span, ...], before: Token, column: int) -> list[int]:
    """For each character of an inline token's content its offset in `body`, -1 where it has none.

    markdown-it keeps lines, not columns; a content line is what is left of its source line after markers and
    indentation, so it is found from the right, but behind its #s in a heading and from cell to cell in a table row.
    """
    places: list[int] = []
    for line, words in zip(lines, content.split("\n"), strict=False):
        source = line.of(body)
        if before.type in {"td_open", "th_open"}:
            places += _cell_places(words, source, line.start, column)
        elif before.type == "heading_open" and before.markup.startswith("#"):
            marks = _ATX.match(source)
            at = source.find(words, marks.end() if marks else 0)
            places += _run(line.start + at, len(words)) if at >= 0 else [-1] * len(words)
        else:
            at = source.rfind(words)
            places += _run(line.start + at, len(words)) if at >= 0 else [-1] * len(words)
        places.append(line.end)
    return places[: len(content)]


def _run(start: int, length: int) -> list[int]:
    return list(range(start, start + length))


def _cell_places(words: str, source: str, line_start: int, at: int) -> list[int]:
    """A cell's characters in its row, from offset `at` of the whole text on; \\| in the row is | in the cell."""
    column = max(0, at - line_start)
    found = source.find(words, column)
    if found >= 0 and words:
        return _run(line_start + found, len(words))
    places = []
    for char in words:
        found = source.find(char, column)
        places.append(line_start + found if found >= 0 else -1)
        column = found + 1 if found >= 0 else column
    return places


def _is_paragraph_before_rule(heading: Token, inline: Token) -> bool:
    """A sentence or a long line above --- is a paragraph and a rule, though Markdown calls it a heading."""
    if heading.markup != "-":
        return False
    return bool(_SENTENCE_END.search(inline.content)) or len(inline.content) > _LONGEST_UNDERLINED


def _keep_number(body: str, line: Span, keep: bytearray) -> None:
    """The number of an ordered item is a word of the speech: 1. 抓学习."""
    number = re.match(r"[\s>*+\-]*(\d{1,9}[.)])", line.of(body))
    if number:
        keep[line.start + number.start(1) : line.start + number.end(1)] = b"\x01" * len(number[1])


def _keep_unread_lines(body: str, lines: tuple[Span, ...], keep: bytearray, fences: set[int]) -> None:
    """Lines that the parser passed over, as it does inside twenty quotations: from their first letter on."""
    for index, line in enumerate(lines):
        if index in fences or any(keep[line.start : line.end]):
            continue
        words = line.of(body)
        first = next((at for at, char in enumerate(words) if char.isalnum()), None)
        if first is not None and not _IMAGE_LINE.match(words):
            keep[line.start + first : line.end] = b"\x01" * (len(line) - first)


def _without_front_matter(text: str, lines: tuple[Span, ...]) -> str:
    """`text` with the YAML between two --- at its very head blanked: title, author, date of a blog page."""
    if lines[0].of(text).rstrip() != "---":
        return text
    for index in range(1, min(len(lines), _LONGEST_FRONT_MATTER)):
        line = lines[index].of(text)
        if line.rstrip() in {"---", "..."}:
            end = lines[index].end
            return "".join(c if c == "\n" else " " for c in text[:end]) + text[end:]
        if not _FRONT_MATTER_LINE.match(line):
            return text
    return text


def _noise_between(text: str, keep: bytearray, lines: tuple[Span, ...]) -> list[Noise]:
    """Runs of characters that are neither words nor white space, and the signs that are left among the words."""
    noise: list[Noise] = []
    start = -1
    for at, char in enumerate(text):
        dropped = not keep[at] and not char.isspace()
        if dropped and start < 0:
            start = at
        elif not dropped and start >= 0:
            noise.append(Noise(Span(start, at), NoiseKind.MARKUP))
            start = -1
    if start >= 0:
        noise.append(Noise(Span(start, len(text)), NoiseKind.MARKUP))
    for line in lines:
        words = "".join(text[i] if keep[i] else " " for i in range(line.start, line.end))
        # **“重点”**内容: by CommonMark no emphasis, since a quotation mark stands before **; everybody means one.
        if "**" in words:
            for mark in emphasis_marks(words):
                noise.append(Noise(Span(line.start + mark.start, line.start + mark.end), NoiseKind.MARKUP))
        if "[^" in words:
            for found in _FOOTNOTE_MARK.finditer(words):
                noise.append(Noise(Span(line.start + found.start(), line.start + found.end()), NoiseKind.MARKUP))
    return noise
