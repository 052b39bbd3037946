"""Which layout serves which role: every layout of every master is judged for every role."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.model import LayoutRole
from generator.settings import TemplateSettings
from generator.template.candidates import Candidate, combined, in_role
from generator.template.evidence import judged, role_name
from generator.template.facts import LayoutFacts, TemplateFacts
from generator.template.signature import Signature, signature_of
from generator.template.slots import layout_in_role

_LEAST = 0.3
"""Confidence. What is less sure is no candidate: the role is missing and another layout stands in."""
_STANDING_IN = 0.25
"""Confidence of a layout that stands in for a role that the template lacks."""
_PLAIN_MASTER = 0.5
"""Factor for the layouts of a master on which nothing is drawn, where another carries the design."""
_USED_BONUS = 0.04
"""Added where the author's own slides use the master."""

STANDS_IN: Mapping[LayoutRole, tuple[LayoutRole, ...]] = {
    LayoutRole.COVER: (LayoutRole.SECTION, LayoutRole.CONTENT),
    LayoutRole.AGENDA: (LayoutRole.CONTENT,),
    LayoutRole.SECTION: (LayoutRole.COVER, LayoutRole.CONTENT),
    LayoutRole.TABLE: (LayoutRole.CONTENT,),
    LayoutRole.CHART: (LayoutRole.CONTENT,),
    LayoutRole.CLOSING: (LayoutRole.COVER, LayoutRole.SECTION, LayoutRole.CONTENT),
}
"""What serves instead of a missing role, inside the same template; roles that are not named become points."""


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
            confidence = min(settings.surest, confidence + (brands[layout.master][1] if confidence else 0.0))
            if confidence < _LEAST:
                continue
            words = tuple(item.words for item in evidence)
            found.append(Candidate(role, layout_in_role(role, layout, seen, facts), round(confidence, 3), words))
    return tuple(sorted(found, key=lambda candidate: -candidate.confidence))


def standing_in(chosen: Mapping[LayoutRole, Candidate], facts: TemplateFacts) -> dict[LayoutRole, Candidate]:
    """For each missing role that another layout of the template can serve: that layout, with its slots for the role."""
    by_key = {layout.key: layout for layout in facts.layouts}
    found: dict[LayoutRole, Candidate] = {}
    for role, others in STANDS_IN.items():
        if role in chosen:
            continue
        for other in others:
            candidate = chosen.get(other)
            if candidate is None:
                continue
            layout = candidate.layout
            facts_of = by_key.get((layout.master, layout.position or 0))
            if facts_of is not None and layout.sample_slide is None:
                seen = signature_of(facts_of, facts.width, facts.height)
                layout = layout_in_role(role, facts_of, seen, facts)
            words = f"没有专门的“{role_name(role)}”版式，用“{role_name(other)}”的版式代替"
            found[role] = Candidate(
                role, in_role(layout, role), min(_STANDING_IN, candidate.confidence), (words,), instead=True
            )
            break
    return found


def content_of_last_resort(facts: TemplateFacts) -> tuple[LayoutFacts, Signature] | None:
    """The layout with a title and the most room under it, where none is a content layout; None without any."""
    best: tuple[tuple[bool, bool, int], LayoutFacts, Signature] | None = None
    for layout in facts.layouts:
        seen = signature_of(layout, facts.width, facts.height)
        if not seen.holds_text:
            continue
        body, title = seen.body, seen.title
        room = body.box.height if body else facts.height - (title.box.top + title.box.height if title else 0)
        rank = (title is not None, body is not None, room)
        if best is None or rank > best[0]:
            best = (rank, layout, seen)
    return (best[1], best[2]) if best else None


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


def roles_of(chosen: Sequence[Candidate]) -> dict[LayoutRole, Candidate]:
    """The surest candidate of each role, in the order of the roles."""
    found: dict[LayoutRole, Candidate] = {}
    for role in LayoutRole:
        candidates = [candidate for candidate in chosen if candidate.role is role]
        if candidates:
            found[role] = max(candidates, key=lambda candidate: candidate.confidence)
    return found
