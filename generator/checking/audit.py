"""The whole audit, in the order in which a careful reader would go."""

from __future__ import annotations

from generator.checking.chart_values import check_charts
from generator.checking.figures_shown import check_figures_shown
from generator.checking.geometry import check_geometry
from generator.checking.leftovers import check_leftovers
from generator.checking.notes import check_notes
from generator.checking.opened import open_deck
from generator.checking.proof import check_proof
from generator.checking.provenance import Sources, squeezed
from generator.checking.structure import check_structure
from generator.checking.texts import shown_texts
from generator.checking.words import check_words
from generator.model import Excerpt, Finding, Ledger, Occasion, Outline
from generator.settings import CheckingSettings, FittingSettings


def check(
    deck: bytes,
    outline: Outline,
    ledger: Ledger,
    settings: CheckingSettings | None = None,
    fitting: FittingSettings | None = None,
    *,
    occasion: Occasion | None = None,
    left_to_notes: tuple[Excerpt, ...] = (),
) -> tuple[Finding, ...]:
    """Reopen a saved deck and hold it against its manuscript.

    Knows only what the file says and what the speech says; `occasion` is what the user gave for the cover, and
    `left_to_notes` are the figures that no slide was asked to show, beside those that the deck itself records so.
    Findings of one kind stand together, slide by slide; the same finding on the same slide is told once.

    Raises:
        OutputError: the deck cannot be opened: `deck_empty`, `deck_encrypted`, `deck_old_format`, `deck_not_pptx`,
            `deck_damaged`.
    """
    settings = settings or CheckingSettings()
    fitting = fitting or FittingSettings()
    saved = open_deck(deck)
    sources = Sources(outline, ledger, occasion)
    texts = shown_texts(saved, frozenset(squeezed(figure.text) for figure in ledger.figures))
    left = (*left_to_notes, *(saved.proof.left_to_notes if saved.proof else ()))
    findings = [
        *check_words(texts, sources, ledger),
        *check_figures_shown(texts, sources, ledger, left),
        *check_charts(saved, ledger),
        *check_notes(saved, outline.manuscript),
        *check_structure(saved, outline, sources),
        *check_geometry(saved, settings, fitting),
        *check_leftovers(saved, outline.manuscript, sources),
        *check_proof(saved, texts, outline.manuscript),
    ]
    return tuple(dict.fromkeys(findings))
