"""Which layout serves which role: every layout of every master is judged for every role."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.model import LayoutRole
from generator.settings import TemplateSettings
from generator.template.candidates import Candidate, combined
from generator.template.evidence import judged, role_name
from generator.template.facts import LayoutFacts, TemplateFacts
from generator.template.signature import Signature, cut_share, signature_of
from generator.template.slots import layout_in_role

_LEAST = 0.3
"""Confidence. What is less sure is no candidate: the role is missing and another layout stands in."""
_PLAIN_MASTER = 0.5
"""Factor for the layouts of a master on which nothing is drawn, where another carries the design."""
_USED_BONUS = 0.04
"""Added where the author's own slides use the master."""
_FRAMES = frozenset({LayoutRole.COVER, LayoutRole.CLOSING})
_UNUSED_COPY = 0.85
"""Factor for a layout that no slide uses, where slides use one of the same name on another master."""
_COVERED = 0.3
"""How much of its confidence a copy loses when drawings cover all of its text."""


def layout_candidates(facts: TemplateFacts, settings: TemplateSettings) -> tuple[Candidate, ...]:
    """Every layout that may serve a role, the surest first."""
    signatures = {layout.key: signature_of(layout, facts.width, facts.height) for layout in facts.layouts}
    brands = _brands(facts)
    found = []
    for role in LayoutRole:
        for layout in facts.layouts:
            seen = signatures[layout.key]
            if not seen.holds_text and role is not LayoutRole.CLOSING:
                continue
            fitness, evidence = judged(role, layout, seen, facts)
            confidence = combined(item.weight for item in evidence) * fitness * brands[layout.master][0]
            confidence *= _among_copies(role, layout, seen, facts)
            confidence = min(settings.surest, confidence + (brands[layout.master][1] if confidence else 0.0))
            if confidence < _LEAST:
                continue
            words = tuple(item.words for item in evidence)
            found.append(Candidate(role, layout_in_role(role, layout, seen, facts), round(confidence, 3), words))
    return tuple(sorted(found, key=lambda candidate: -candidate.confidence))


def further_cards(chosen: Iterable[Candidate], facts: TemplateFacts) -> tuple[Candidate, ...]:
    """Columns hold cards as well: two, three, with heads or without."""
    by_key = {layout.key: layout for layout in facts.layouts}
    found = []
    for candidate in chosen:
        roles = (LayoutRole.TWO_CONTENT, LayoutRole.THREE_CONTENT, LayoutRole.COMPARISON)
        layout = by_key.get((candidate.layout.master, candidate.layout.position or 0))
        if candidate.role not in roles or candidate.layout.sample_slide is not None or layout is None:
            continue
        seen = signature_of(layout, facts.width, facts.height)
        if len(seen.columns) > 1:
            found.append(
                Candidate(
                    LayoutRole.CARDS,
                    layout_in_role(LayoutRole.CARDS, layout, seen, facts),
                    candidate.confidence,
                    (f"“{role_name(candidate.role)}”的版式可以放并列的内容",),
                    instead=True,
                )
            )
    return tuple(found)


def _brands(facts: TemplateFacts) -> dict[int, tuple[float, float]]:
    """Factor and bonus of each master's layouts: the design is where something is drawn and where slides come from."""
    drawn = {
        master.index: master.drawn
        + sum(layout.drawn + layout.background for layout in facts.layouts if layout.master == master.index)
        for master in facts.masters
    }
    used = {slide.layout[0] for slide in facts.slides}
    one_is_branded = any(drawn.values())
    return {
        index: (
            _PLAIN_MASTER if one_is_branded and not count and index not in used else 1.0,
            (_USED_BONUS if index in used else 0.0) + (_USED_BONUS / 2 if count else 0.0),
        )
        for index, count in drawn.items()
    }


def _among_copies(role: LayoutRole, layout: LayoutFacts, seen: Signature, facts: TemplateFacts) -> float:
    """A factor for layouts that stand under one name on several masters, the way LibreOffice saves a design.

    The copy that the author's own slides use is meant, and one whose master leaves its text free.
    """
    copies = [other for other in facts.layouts if other.name == layout.name and other.master != layout.master]
    if not copies or role in _FRAMES:
        return 1.0
    factor = _UNUSED_COPY if not facts.uses(layout) and any(facts.uses(other) for other in copies) else 1.0
    if seen.body:
        factor *= 1.0 - _COVERED * cut_share(seen.body.box, layout)
    return factor


def roles_of(chosen: Sequence[Candidate]) -> dict[LayoutRole, Candidate]:
    """The surest candidate of each role, in the order of the roles.

    Of layouts that stand under one name on several masters the pages between cover and closing take those of one
    master: that of the content page.
    """
    found: dict[LayoutRole, Candidate] = {}
    for role in LayoutRole:
        candidates = [candidate for candidate in chosen if candidate.role is role]
        if candidates:
            found[role] = max(candidates, key=lambda candidate: candidate.confidence)
    content = found.get(LayoutRole.CONTENT)
    for role, best in found.items() if content else ():
        own = [
            c
            for c in chosen
            if c.role is role
            and c.layout.name == best.layout.name
            and c.layout.sample_slide == best.layout.sample_slide
        ]
        if content and role not in _FRAMES and best.layout.master != content.layout.master:
            found[role] = next((c for c in own if c.layout.master == content.layout.master), best)
    return found
