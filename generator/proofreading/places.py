"""Where something stands, as the author finds it again: line, section, sentence."""

from __future__ import annotations

from bisect import bisect_right

from generator.errors import finding
from generator.language import sentences
from generator.model import Block, Finding, Outline, Section, Span

_ELLIPSIS = "…"


class Places:
    """The places of one speech. `longest` is how many characters of a sentence a message quotes."""

    def __init__(self, outline: Outline, longest: int = 60) -> None:
        self.outline = outline
        self.text = outline.manuscript.words
        self.blocks: tuple[Block, ...] = outline.manuscript.blocks
        self._longest = longest
        self._block_starts = [block.span.start for block in self.blocks]
        self._sections = {section.id: section for section in outline.walk()}
        self._sentences: dict[int, tuple[Span, ...]] = {}

    def line(self, offset: int) -> int:
        """The line of the character at `offset`, from 1, as an editor shows it."""
        return self.outline.manuscript.line(offset)

    def sentence(self, span: Span) -> Span:
        """The sentence that `span` begins in."""
        at = bisect_right(self._block_starts, span.start) - 1
        if at < 0:
            return span
        if at not in self._sentences:
            self._sentences[at] = sentences(self.text, self.blocks[at].span)
        found = self._sentences[at]
        return found[max(0, bisect_right(found, span.start, key=lambda sentence: sentence.start) - 1)]

    def parent(self, section: Section) -> Section | None:
        """The section that `section` lies in."""
        return self._sections.get(section.id.rpartition(".")[0])

    def report(self, code: str, span: Span, *others: Span, **fields: object) -> Finding:
        """The finding of that rule at `span`, with its place and its sentence; `others` are shown beside it."""
        return finding(
            code,
            slide=None,
            spans=(span, *others),
            place=self._place(span),
            sentence=self._quoted(self.sentence(span), span),
            **fields,
        )

    def _place(self, span: Span) -> str:
        heading = self._heading(self.outline.section_at(span.start))
        return f"第 {self.line(span.start)} 行" + (f"（{heading}）" if heading else "")

    def _heading(self, section: Section | None) -> str:
        while section:
            if section.heading:
                return self._shortened(self.outline.manuscript.excerpt(section.heading.span).text.replace("\n", ""), 20)
            section = self.parent(section)
        return ""

    def _shortened(self, words: str, longest: int) -> str:
        return words if len(words) <= longest else words[: longest - 1] + _ELLIPSIS

    def _quoted(self, sentence: Span, span: Span) -> str:
        """The sentence, or of a long one what stands around `span`."""
        start, end = sentence.start, max(sentence.end, min(span.end, sentence.start + self._longest))
        if end - start > self._longest:
            start = max(start, span.start - self._longest // 2)
            end = min(end, start + self._longest)
        words = " ".join(self.text[start:end].split())
        return (_ELLIPSIS if start > sentence.start else "") + words + (_ELLIPSIS if end < sentence.end else "")
