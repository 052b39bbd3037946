"""All rules over one speech."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.model import Finding, Ledger, Outline
from generator.proofreading.announced import announced_counts
from generator.proofreading.changes import changes_that_do_not_fit
from generator.proofreading.markers import markers_out_of_order
from generator.proofreading.marks import mixed_widths, unclosed_marks
from generator.proofreading.places import Places
from generator.proofreading.repeats import doubled
from generator.proofreading.shares import shares_off_the_whole
from generator.proofreading.totals import totals_off_their_parts
from generator.proofreading.values import indicators_with_two_values
from generator.settings import ProofreadingSettings

_DEFAULTS = ProofreadingSettings()

_RULES: tuple[Callable[[Places, Ledger, ProofreadingSettings], Iterator[Finding]], ...] = (
    announced_counts,
    markers_out_of_order,
    shares_off_the_whole,
    indicators_with_two_values,
    changes_that_do_not_fit,
    totals_off_their_parts,
    unclosed_marks,
    mixed_widths,
    doubled,
)


def proofread(outline: Outline, ledger: Ledger, settings: ProofreadingSettings | None = None) -> tuple[Finding, ...]:
    """What in the speech does not agree with itself, in the order of the text.

    A finding's code is the name of its rule; its message holds line, section and sentence; its first span is the
    place, the others are what it is held against. Nothing is raised.

    >>> from generator.model import Block, Manuscript, Span
    >>> text = "办理时限由120天缩短到58天，压缩61%。"
    >>> speech = Outline(Manuscript(text, "发言", blocks=(Block(Span(0, len(text))),)), Span(0, 0), ())
    >>> proofread(speech, Ledger(()))
    ()
    """
    settings = settings or _DEFAULTS
    places = Places(outline, settings.longest_quote)
    found = [*_blanks(places), *(made for rule in _RULES for made in rule(places, ledger, settings))]
    return tuple(sorted(found, key=lambda made: (made.spans[0], made.code)))


def _blanks(places: Places) -> Iterator[Finding]:
    """XX镇, XXX万元: what the author left to be filled; all blanks of one sentence together."""
    by_sentence: dict[int, list[int]] = {}
    redactions = places.outline.manuscript.redactions
    for number, redaction in enumerate(redactions):
        by_sentence.setdefault(places.sentence(redaction.span).start, []).append(number)
    for numbers in by_sentence.values():
        spans = [redactions[number].span for number in numbers]
        listed = "、".join(dict.fromkeys(redactions[number].text for number in numbers))
        yield places.report("blank_left", *spans, listed=listed)
