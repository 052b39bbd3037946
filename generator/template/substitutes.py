"""What stands in for a role that a template lacks, always inside the same template, and what is told of it.

comparison → columns → points → a title with a body drawn on its grid; cover, agenda, divider and closing go to the
layout that is nearest to them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from generator.errors import finding
from generator.model import Finding, LayoutRole, SlotPurpose
from generator.settings import TemplateSettings
from generator.template.candidates import Candidate, TemplateKind, in_role
from generator.template.completing import borrow_placeholders, draw_body
from generator.template.evidence import role_name
from generator.template.facts import LayoutFacts, TemplateFacts, read_facts
from generator.template.roles import layout_candidates, roles_of
from generator.template.signature import Signature, cut_share, middle, signature_of
from generator.template.slots import layout_in_role

_STANDING_IN = 0.25
"""Confidence of a layout that stands in for a role that the template lacks."""
_LAST_RESORT = 0.2
"""Confidence of a title over an empty page, or of the only place that holds text."""
_UNNAMED = 0.5
"""Confidence. A content layout below it has neither a name nor a type that says so, only a place that is large."""
_LOPSIDED = 0.7
"""Share of the title's width. A body narrower than that beside another area leaves half of the page empty."""
_CUT = 0.5
"""Share of a title that drawings may cut into before another layout is better for it."""
_AT_TOP = 0.25
"""Share of the height: where the middle of a content page's title lies above."""
_STANDS_IN: Mapping[LayoutRole, tuple[LayoutRole, ...]] = {
    LayoutRole.COVER: (LayoutRole.SECTION, LayoutRole.CONTENT),
    LayoutRole.AGENDA: (LayoutRole.CONTENT,),
    LayoutRole.SECTION: (LayoutRole.COVER, LayoutRole.CONTENT),
    LayoutRole.CARDS: (LayoutRole.THREE_CONTENT, LayoutRole.TWO_CONTENT, LayoutRole.COMPARISON),
    LayoutRole.TABLE: (LayoutRole.CONTENT,),
    LayoutRole.CHART: (LayoutRole.CONTENT,),
    LayoutRole.COMPARISON: (LayoutRole.TWO_CONTENT,),
    LayoutRole.CLOSING: (LayoutRole.COVER, LayoutRole.SECTION, LayoutRole.CONTENT),
}
"""What serves instead of a missing role; roles that are not named become points."""
_OF_LAYOUTS_ALONE = frozenset({LayoutRole.CARDS, LayoutRole.COMPARISON})
"""Roles whose stand-in needs columns that a sample slide of another role does not promise."""
_UNTOLD = frozenset({LayoutRole.TABLE, LayoutRole.CHART, LayoutRole.CARDS})
"""Nobody misses a layout of its own for a table under a title, or for cards in columns."""
_SHAPES = (
    *(LayoutRole.CARDS, LayoutRole.STEPS, LayoutRole.BIG_NUMBER),
    *(LayoutRole.COMPARISON, LayoutRole.QUOTATION),
)
"""Roles that are nothing but another shape of what points can say as well."""


class Completed(NamedTuple):
    """A template's roles after what it lacks was made of what it has.

    `drawn_on` names the layout that a body was drawn on, `borrowed` those that took their master's placeholders.
    """

    facts: TemplateFacts
    chosen: dict[LayoutRole, Candidate]
    drawn_on: str | None = None
    borrowed: tuple[str, ...] = ()


def with_content(
    presentation: Any, facts: TemplateFacts, chosen: Mapping[LayoutRole, Candidate], settings: TemplateSettings
) -> Completed:
    """A content page for a template that has none worth the name, where it can be made of its own layouts."""
    given = chosen.get(LayoutRole.CONTENT)
    if given is None and not any(_seen(layout, facts).holds_text for layout in facts.layouts):
        borrowed = borrow_placeholders(presentation, facts)
        if borrowed:
            facts = read_facts(presentation)
            own = roles_of(layout_candidates(facts, settings))
            return _with_body(presentation, facts, {**own, **chosen})._replace(borrowed=borrowed)
    if given is None or given.layout.slot(SlotPurpose.BODY) is None:
        return _with_body(presentation, facts, chosen)
    empty = _better_drawn(given, facts)
    return _drawn(presentation, facts, chosen, empty) if empty else Completed(facts, dict(chosen))


def standing_in(chosen: Mapping[LayoutRole, Candidate], facts: TemplateFacts) -> dict[LayoutRole, Candidate]:
    """For each missing role that another layout of the template can serve: that layout, with its slots for the role."""
    by_key = {layout.key: layout for layout in facts.layouts}
    found: dict[LayoutRole, Candidate] = {}
    for role, others in _STANDS_IN.items():
        if role in chosen:
            continue
        for other in _clear_first(role, others, chosen, facts):
            candidate = chosen.get(other)
            if candidate is None or (role in _OF_LAYOUTS_ALONE and candidate.layout.sample_slide is not None):
                continue
            layout = candidate.layout
            facts_of = by_key.get((layout.master, layout.position or 0))
            if facts_of is not None and layout.sample_slide is None:
                layout = layout_in_role(role, facts_of, _seen(facts_of, facts), facts)
            words = f"没有专门的“{role_name(role)}”版式，用“{role_name(other)}”的版式代替"
            found[role] = Candidate(
                role, in_role(layout, role), min(_STANDING_IN, candidate.confidence), (words,), instead=True
            )
            break
    return found


def _clear_first(
    role: LayoutRole, others: tuple[LayoutRole, ...], chosen: Mapping[LayoutRole, Candidate], facts: TemplateFacts
) -> tuple[LayoutRole, ...]:
    """For a divider the layouts whose title nothing is drawn over before those where it is: coloured splinters."""
    if role is not LayoutRole.SECTION:
        return others
    titles = {
        layout.key: seen.title.box for layout in facts.layouts if (seen := _seen(layout, facts)).title is not None
    }
    by_key = {layout.key: layout for layout in facts.layouts}

    def is_cut(other: LayoutRole) -> bool:
        candidate = chosen.get(other)
        key = (candidate.layout.master, candidate.layout.position or 0) if candidate else (-1, -1)
        return key in titles and cut_share(titles[key], by_key[key]) > _CUT

    return tuple(sorted(others, key=is_cut))


def lacking(
    kind: TemplateKind, facts: TemplateFacts, chosen: Mapping[LayoutRole, Candidate], made: Completed, name: str
) -> Iterator[Finding]:
    """What the template lacks and what will be used instead."""
    if kind is TemplateKind.UNUSABLE:
        yield finding("template_no_text" if facts.layouts else "template_no_layouts", name=name)
        return
    if made.borrowed:
        yield finding("template_placeholders_borrowed", layouts="、".join(made.borrowed))
    if made.drawn_on:
        yield finding("template_body_drawn", layout=made.drawn_on)
    instead = [
        f"{role_name(role)}用“{_named(candidate)}”"
        for role, candidate in chosen.items()
        if candidate.instead and role not in _UNTOLD
    ]
    if instead:
        yield finding("template_roles_missing", listed="，".join(instead))
    as_points = [role_name(role) for role in _SHAPES if role not in chosen]
    if as_points:
        yield finding("template_roles_as_points", listed="、".join(as_points))
    on_slides = any(candidate.layout.sample_slide is not None for candidate in chosen.values())
    if kind is TemplateKind.SAMPLE_SLIDES and not on_slides:
        yield finding("template_design_on_slides", pages=len(facts.slides))


def _named(candidate: Candidate) -> str:
    number = candidate.layout.sample_slide
    return candidate.layout.name if number is None else f"第 {number} 张示例页"


def _seen(layout: LayoutFacts, facts: TemplateFacts) -> Signature:
    return signature_of(layout, facts.width, facts.height)


def _with_body(presentation: Any, facts: TemplateFacts, chosen: Mapping[LayoutRole, Candidate]) -> Completed:
    """The content layout given, or the one that can hold most, with a body drawn under its title if need be."""
    given = chosen.get(LayoutRole.CONTENT)
    if given is None:
        layout = _last_resort(facts)
    else:
        key = (given.layout.master, given.layout.position or 0)
        layout = next(found for found in facts.layouts if found.key == key)
    if layout is None:
        return Completed(facts, dict(chosen))
    if _seen(layout, facts).body is None:
        return _drawn(presentation, facts, chosen, layout)
    words = given.evidence if given else ("没有专门的正文版式，这是最能放下正文的一个",)
    return Completed(facts, {**chosen, LayoutRole.CONTENT: _content(layout, facts, given, words)})


def _drawn(
    presentation: Any, facts: TemplateFacts, chosen: Mapping[LayoutRole, Candidate], layout: LayoutFacts
) -> Completed:
    """A body under the title of a layout that has none; nothing where there is no room for it."""
    if not draw_body(presentation, layout, _seen(layout, facts), facts):
        return Completed(facts, dict(chosen))
    facts = read_facts(presentation)
    layout = next(found for found in facts.layouts if found.key == layout.key)
    given = chosen.get(LayoutRole.CONTENT)
    own = given if given and (given.layout.master, given.layout.position) == layout.key else None
    words = own.evidence if own else ("没有专门的正文版式，这一个有标题，标题下是空的",)
    content = _content(layout, facts, own, (*words, "标题下另画正文框"))
    return Completed(facts, {**chosen, LayoutRole.CONTENT: content}, layout.name)


def _content(layout: LayoutFacts, facts: TemplateFacts, given: Candidate | None, words: tuple[str, ...]) -> Candidate:
    own = layout_in_role(LayoutRole.CONTENT, layout, _seen(layout, facts), facts)
    confidence = given.confidence if given else _LAST_RESORT
    return Candidate(LayoutRole.CONTENT, own, confidence, words, instead=given is None)


def _better_drawn(given: Candidate, facts: TemplateFacts) -> LayoutFacts | None:
    """A layout with nothing but a title, where the only content layout is lopsided: a narrow area beside a wide one.

    An area of a quarter beside one of a half is for special pages; points in one of them leave half of the page empty.
    """
    layout = next((found for found in facts.layouts if found.key == (given.layout.master, given.layout.position)), None)
    if layout is None or given.layout.sample_slide is not None or given.confidence >= _UNNAMED:
        return None
    seen = _seen(layout, facts)
    if seen.title is None or seen.body is None or len(seen.areas) == 1:
        return None
    if seen.body.box.width >= _LOPSIDED * seen.title.box.width:
        return None
    empty = [other for other in facts.layouts if other.master == layout.master and _is_title_only(other, facts)]
    return min(empty, key=lambda other: other.drawn, default=None)


def _is_title_only(layout: LayoutFacts, facts: TemplateFacts) -> bool:
    seen = _seen(layout, facts)
    return len(layout.places) == 1 and seen.title is not None and middle(seen.title.box) < _AT_TOP * facts.height


def _last_resort(facts: TemplateFacts) -> LayoutFacts | None:
    """The layout with a title and the most room under it, where none is a content layout; None without any."""
    best: tuple[tuple[bool, bool, int], LayoutFacts] | None = None
    for layout in facts.layouts:
        seen = _seen(layout, facts)
        if not seen.holds_text:
            continue
        body, title = seen.body, seen.title
        room = body.box.height if body else facts.height - (title.box.top + title.box.height if title else 0)
        rank = (title is not None, body is not None, room)
        if best is None or rank > best[0]:
            best = (rank, layout)
    return best[1] if best else None
