"""The inside of a section: its sub-points, by markers first, then by un-numbered leads, down to the deepest level."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from generator.language import clauses, sentences
from generator.model import Heading, HeadingPlace, Span
from generator.outlining.draft import Draft, Paragraph, joined
from generator.outlining.headings import behind, heading_of, trim
from generator.outlining.lead import Lead
from generator.outlining.leads import (
    FRONT_RULE,
    announced_count,
    inner_leads,
    paragraph_leads,
    repeated_leads,
    strong_leads,
)
from generator.outlining.markers import Token, inline_series
from generator.outlining.nesting import Item, Series

_DEEPEST_ENUMERATION = 3
"""Level. A list inside one sentence (一是…；二是…) below it is a detail of its sentence, not a node."""
_DEEPEST_LEAD = 3
"""Level. Below it only a marker makes a node: a sentence's build alone is no evidence there."""
_LONGEST_ANNOUNCER = 45
"""Characters of a sentence that heads the list in its paragraph."""
_PARALLEL_FROM = 80
"""Characters. A shorter paragraph is not searched for parallel leads: there is nothing below them."""
_COUNTS_OFF = re.compile(r"\s*一[是要]")
_LONGEST_LEAD_IN = 12
"""Characters of a line that only leads in: 主要是："""
_LONGEST_ENTRY = 60
"""Characters of an entry of a ；-list that is a heading as a whole."""


@dataclass(frozen=True, slots=True)
class Divider:
    """Divides the sections of one speech."""

    paragraphs: tuple[Paragraph, ...]
    lined: bool
    deepest: int

    def item(self, item: Item, level: int, convention: bool = False) -> Draft:
        """A marked item with everything below it; `convention` as in `inside`."""
        assert item.token is not None  # announced items are made where the parts are made
        paragraph = self.paragraphs[item.first]
        heading = self._marked_heading(paragraph, item.token)
        pieces = self.pieces(item, behind(paragraph, heading))
        text = heading.span.of(" " * paragraph.span.start + paragraph.text)
        return Draft(
            paragraph.span.start,
            self.end(item),
            heading,
            self.inside(pieces, item.series, level + 1, text, convention),
            None,
            f"序号“{item.token.family.name}”",
            (f"段首标记“{heading.marker or item.token.family.name}”",),
        )

    def _marked_heading(self, paragraph: Paragraph, token: Token) -> Heading:
        if token.text_start >= paragraph.span.end:
            return Heading(token.marker)
        marker = token.marker if len(token.marker) else None
        return heading_of(paragraph, token.text_start, marker)

    def pieces(self, item: Item, body: int) -> list[Paragraph]:
        """What the paragraphs of an item hold from offset `body` on."""
        found = [p.after(body) if p.span.start < body else p for p in self.paragraphs[item.first : item.end]]
        if item.stop is not None:
            found[-1] = found[-1].before(item.stop)
        return [p for p in found if len(p.span)]

    def end(self, item: Item) -> int:
        """The offset behind an item."""
        return self.paragraphs[item.end - 1].span.end if item.stop is None else item.stop

    def inside(
        self, pieces: Sequence[Paragraph], series: Sequence[Series], level: int, heading: str, convention: bool = False
    ) -> tuple[Draft, ...]:
        """The sub-points at `level` of a section with this text; `series` are the marked ones among its paragraphs.

        `convention` says that its siblings have leads at the head of their paragraphs.
        """
        if level > self.deepest or not pieces:
            return ()
        if series:
            return self._by_series(pieces, series, level)
        leads = paragraph_leads(pieces, self.lined, convention) if len(pieces) > 1 or convention else []
        if level == 1 and len(leads) == 2 and leads[0].heading.place is not HeadingPlace.LINE:
            # A speech of two parts without any marker: two headline-like sentences are too little to say so.
            leads = []
        if leads:
            return self._by_leads(pieces, leads, level)
        if len(pieces) == 1:
            return self._in_paragraph(pieces[0], level, heading)
        if self.lined:
            # Where each sentence has its own line, the lines of a section are one paragraph.
            return self._in_paragraph(joined(pieces), level, heading)
        return tuple(self._list_paragraphs(pieces, level))

    def _by_series(self, pieces: Sequence[Paragraph], series: Sequence[Series], level: int) -> tuple[Draft, ...]:
        """The marked items, and what the text before, between and behind the series holds of its own."""
        found: list[Draft] = []
        for one in series:
            items = [self.item(item, level) for item in one.items]
            led = sum(1 for draft in items if draft.children and draft.children[0].rule == FRONT_RULE)
            if led >= 2 and 2 * led >= len(items):
                # Where most siblings have leads, the one lead of another is believed too.
                items = [
                    draft if draft.children else self.item(item, level, True)
                    for draft, item in zip(items, one.items, strict=True)
                ]
            found += items
        marked = [
            Span(self.paragraphs[i.first].span.start, self.paragraphs[i.end - 1].span.end)
            for s in series
            for i in s.items
        ]
        run: list[Paragraph] = []
        for piece in [*pieces, None]:
            if piece is not None and not any(span.overlaps(piece.span) for span in marked):
                run.append(piece)
            elif run:
                leads = strong_leads(run, self.lined)
                found += self._by_leads(run, leads, level) if leads else self._list_paragraphs(run, level)
                run = []
        return tuple(sorted(found, key=lambda draft: draft.start))

    def _by_leads(self, pieces: Sequence[Paragraph], leads: list[Lead], level: int) -> tuple[Draft, ...]:
        at = {lead.start: lead for lead in leads}
        heads = [i for i, p in enumerate(pieces) if p.span.start in at]
        gaps = {b - a for a, b in pairwise(heads)}
        usual = gaps.pop() if len(gaps) == 1 else 0
        drafts = []
        for number, head in enumerate(heads):
            lead = at[pieces[head].span.start]
            if number + 1 < len(heads):
                end = heads[number + 1]
            elif usual == 1 or (usual == 2 and lead.heading.place is HeadingPlace.LINE):
                # What follows the last lead's usual paragraph belongs to the section around.
                end = head + usual
            else:
                end = len(pieces)
            drafts.append(self._led(pieces[head:end], lead, level))
        before = self._list_paragraphs(pieces[: heads[0]], level)
        return (*before, *drafts)

    def _led(self, pieces: Sequence[Paragraph], lead: Lead, level: int) -> Draft:
        first = pieces[0]
        if lead.heading.place is HeadingPlace.TRAIL:
            inside: tuple[Draft, ...] = ()
        else:
            rest = first.after(behind(first, lead.heading))
            below = ([rest] if len(rest.span) else []) + list(pieces[1:])
            text = lead.heading.span.of(" " * first.span.start + first.text)
            inside = self.inside(below, (), level + 1, text)
        return Draft(first.span.start, pieces[-1].span.end, lead.heading, inside, None, lead.rule, lead.evidence)

    def _in_paragraph(self, piece: Paragraph, level: int, heading: str) -> tuple[Draft, ...]:
        """The list, or the parallel leads, inside one paragraph."""
        # 一是深化学习，二是改善环境，三是带好队伍，争取… : where nothing stands before it, commas part a list too.
        listed = self.listed(piece, level, commas=level == 2 and bool(_COUNTS_OFF.match(piece.text)))
        if listed:
            return listed
        if len(piece.text) < _PARALLEL_FROM or level > _DEEPEST_LEAD:
            return ()
        return self._inner(piece, inner_leads(piece, announced_count(heading)))

    def _inner(self, piece: Paragraph, leads: list[Lead]) -> tuple[Draft, ...]:
        drafts = []
        for lead, following in zip_longest(leads, leads[1:]):
            end = following.start if following else piece.span.end
            drafts.append(Draft(lead.start, end, lead.heading, (), None, lead.rule, lead.evidence))
        return tuple(drafts)

    def listed(self, piece: Paragraph, level: int, commas: bool = False) -> tuple[Draft, ...]:
        """The items that are counted off inside one paragraph; `commas` allows 一是…，二是…，三是…。 too."""
        if level > self.deepest:
            return ()

        def accept(tokens: list[Token]) -> bool:
            texts = self._item_texts(piece, tokens)
            if any(len(t.strip()) < 4 for t in texts):
                return False
            ends = [text.rstrip()[-1:] for text in texts[:-1]]
            if all(end in "。！”" for end in ends):
                return True
            marks = "；;。" + ("，," if commas and len(tokens) > 2 else "")
            return level <= _DEEPEST_ENUMERATION and all(end in marks for end in ends)

        tokens = inline_series(piece.text, piece.span.start, accept)
        drafts = []
        for token, following in zip_longest(tokens, tokens[1:]):
            end = following.marker.start if following else piece.span.end
            item = Paragraph(Span(token.marker.start, end), self._slice(piece, token.marker.start, end))
            heading = heading_of(item, token.text_start, token.marker, end)
            body = item.after(behind(item, heading))
            inside = self.inside(
                [body] if len(body.span) else [], (), level + 1, heading.span.of(" " * item.span.start + item.text)
            )
            mark = heading.marker or ""
            drafts.append(
                Draft(
                    token.marker.start,
                    end,
                    heading,
                    inside,
                    None,
                    f"段内序号“{token.family.name}”",
                    (f"句首标记“{mark}”",),
                )
            )
        return tuple(drafts)

    def _item_texts(self, piece: Paragraph, tokens: list[Token]) -> list[str]:
        ends = [t.marker.start for t in tokens[1:]] + [piece.span.end]
        return [self._slice(piece, t.text_start, end) for t, end in zip(tokens, ends, strict=True)]

    def _slice(self, piece: Paragraph, start: int, end: int) -> str:
        return piece.text[start - piece.span.start : end - piece.span.start]

    def _list_paragraphs(self, pieces: Sequence[Paragraph], level: int) -> list[Draft]:
        """Paragraphs that open with a sentence and count off the rest: 一年来，…稳中有进。一是…。二是…。"""
        drafts: list[Draft] = []
        for piece in pieces:
            items = self.listed(piece, level + 1)
            if not items and level < _DEEPEST_LEAD:
                items = self._inner(piece, repeated_leads(piece))
            if not items:
                continue
            before = Paragraph(
                Span(piece.span.start, items[0].start), self._slice(piece, piece.span.start, items[0].start)
            )
            if not before.text.strip():
                continue
            last = sentences(before.text)[-1]
            text = last.of(before.text)
            whole_sentences = text.rstrip().endswith(("。", "！", "：", ":"))
            if not whole_sentences or len(text) > _LONGEST_ANNOUNCER:
                continue
            span = trim(before.text, last)
            base = piece.span.start
            heading = Heading(Span(base + span.start, base + span.end), place=HeadingPlace.LEAD)
            drafts.append(
                Draft(
                    base + last.start,
                    piece.span.end,
                    heading,
                    items,
                    None,
                    "领起段内列举的句子",
                    (f"其后列出 {len(items)} 项",),
                )
            )
        return drafts

    def problems(self, pieces: Sequence[Paragraph], series: Sequence[Series], level: int) -> tuple[Draft, ...]:
        """The problems that an announcing sentence introduces: marked, parted by ；, or one a sentence."""
        if series:
            return self.inside(pieces, series, level, "")
        if self.lined and pieces:
            pieces = [joined(pieces)]
        for piece in pieces[:2]:
            listed = self.listed(piece, level, commas=True)
            if listed:
                return listed
            entries = _entries(piece)
            if len(entries) > 1:
                return tuple(_entry(piece, span) for span in entries)
        return self.inside(pieces, (), level, "") if len(pieces) > 1 else ()


_ANSWER = re.compile(r"对此|为此|针对|这些|以上|我们(?:要|将|一定|必须|高度)|今后|下一步|要|在今后|今天")
"""How the sentence begins that turns from problems to what is done about them."""


def _entries(piece: Paragraph) -> list[Span]:
    """The entries of a list without markers in `piece`: parted by ； in a sentence, else one a sentence."""
    text = piece.text
    told = []
    for sentence in sentences(text):
        words = sentence.of(text).strip()
        if _ANSWER.match(words):
            break
        if not words.endswith("：") or len(words) > _LONGEST_LEAD_IN:
            told.append(sentence)
    parted = [_by_semicolon(text, s) for s in told]
    most = max(parted, key=len, default=[])
    if len(most) > 1:
        return most
    return told if len(told) > 2 else []


def _by_semicolon(text: str, sentence: Span) -> list[Span]:
    entries = []
    start = sentence.start
    for clause in clauses(text, sentence):
        if clause.of(text).rstrip().endswith(("；", ";")) or clause.end == sentence.end:
            entries.append(Span(start, clause.end))
            start = clause.end
    return entries


def _entry(piece: Paragraph, span: Span) -> Draft:
    base = piece.span.start
    words = trim(piece.text, span)
    if len(words) > _LONGEST_ENTRY:
        words = trim(piece.text, clauses(piece.text, span)[0])
    heading = Heading(Span(base + words.start, base + words.end), place=HeadingPlace.LEAD)
    mark = "分号" if piece.text[span.start : span.end].rstrip().endswith(("；", ";")) else "句号"
    return Draft(base + span.start, base + span.end, heading, (), None, "无序号的列举", (f"以{mark}并列的一项",))
