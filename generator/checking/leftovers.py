"""What no finished deck may still hold: empty placeholders, prompts, scrape marks, blanks, things without a name."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.deck import ChartShape, Picture, SavedDeck, SavedSlide, TableShape, TextShape
from generator.checking.provenance import Origin, Sources, squeezed
from generator.errors import finding
from generator.model import Finding, Manuscript, NoiseKind

_PROMPTS = ("单击此处", "点击此处", "点击添加", "单击添加", "点击输入", "Click to edit", "Click to add", "Click icon")
"""How the instructions of Office, WPS and template sites begin, when they stand on a slide as words."""


def check_leftovers(deck: SavedDeck, manuscript: Manuscript, sources: Sources) -> Iterator[Finding]:
    """`placeholder_empty`, `alternative_text_missing`, `redactions_left`, `scrape_mark_left`."""
    for slide in deck.slides:
        for shape in slide.texts:
            trouble = _placeholder_trouble(shape, sources)
            if trouble:
                yield finding("placeholder_empty", slide=slide.number, name=shape.name, trouble=trouble)
        yield from _unnamed(slide)
    yield from _redactions(deck, manuscript)
    yield from _scrape_marks(deck, manuscript)


def _placeholder_trouble(shape: TextShape, sources: Sources) -> str | None:
    words = squeezed(shape.text)
    if shape.placeholder is not None and not words:
        return None if shape.has_field else "是空的"
    if words.startswith(tuple(squeezed(prompt) for prompt in _PROMPTS)):
        return "还留着提示文字"
    if shape.is_footer or not words or words != squeezed(shape.prompt):
        return None
    # A layout may well prompt 目录 or 01 where the deck says just that.
    is_ours = all(traced.origin is not Origin.NONE for traced in sources.trace(shape.text))
    return None if is_ours else "还留着版式的提示文字"


def _unnamed(slide: SavedSlide) -> Iterator[Finding]:
    for shape in slide.shapes:
        match shape:
            case TableShape():
                kind = "表格"
            case ChartShape():
                kind = "图表"
            case Picture(decorative=False):
                kind = "图片"
            case _:
                continue
        if not shape.alternative_text.strip():
            yield finding("alternative_text_missing", slide=slide.number, kind=kind, name=shape.name)


def _redactions(deck: SavedDeck, manuscript: Manuscript) -> Iterator[Finding]:
    """One warning for all blanks (XX镇) that are still to be filled."""
    blanks = {squeezed(redaction.text) for redaction in manuscript.redactions}
    if not blanks:
        return
    slides = [slide for slide in deck.slides if any(blank in _visible(slide) for blank in blanks)]
    noted = [slide for slide in deck.slides if any(blank in squeezed("".join(slide.notes)) for blank in blanks)]
    if not slides and not noted:
        return
    left = {blank for blank in blanks if any(blank in _visible(s) + squeezed("".join(s.notes)) for s in deck.slides)}
    yield finding(
        "redactions_left",
        slide=slides[0].number if slides else None,
        blanks="、".join(sorted(left)),
        where=f"第 {'、'.join(str(slide.number) for slide in slides)} 页" if slides else "备注",
    )


def _scrape_marks(deck: SavedDeck, manuscript: Manuscript) -> Iterator[Finding]:
    """Marks of a web page (##paidbegin##), sought where the speech itself has no such words (下载)."""
    speech = squeezed(manuscript.words)
    noise = {squeezed(n.span.of(manuscript.text)) for n in manuscript.noise if n.kind is NoiseKind.SCRAPE}
    marks = sorted(mark for mark in noise if mark and mark not in speech)
    for slide in deck.slides:
        words = _visible(slide) + squeezed("".join(slide.notes))
        for mark in marks:
            if mark in words:
                yield finding("scrape_mark_left", slide=slide.number, mark=mark)


def _visible(slide: SavedSlide) -> str:
    """All words on a slide, squeezed, a line break between shapes."""
    texts = [shape.text for shape in slide.texts]
    texts += [cell.text for table in slide.tables for row in table.rows for cell in row]
    texts += [words for chart in slide.charts for series in chart.series for words in (series.name, *series.categories)]
    return "\n".join(squeezed(text) for text in texts)
