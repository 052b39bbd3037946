"""The doctor: what a template can do, by which evidence, what it lacks and what will be used instead.

Candidates come from layouts (`roles`) and from sample slides, in one form; the surest of each role is chosen, the
user's own mapping before all. Inspecting reads the file alone; `template_of` makes of the same diagnosis what fitting
and rendering work with.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.errors import TemplateError, finding
from generator.model import Finding, Layout, LayoutRole, SlotPurpose, Template
from generator.settings import TemplateSettings
from generator.template.accents import better_accent, set_first_accent
from generator.template.candidates import Candidate, TemplateKind
from generator.template.colors import emphasis_on, mend_table_style
from generator.template.completing import add_table_styles, number_apart
from generator.template.contrast import contrast_findings, ground_of, ink_of_charts, mend_contrast, weak_texts
from generator.template.facts import TemplateFacts, read_facts
from generator.template.fonts import installed_fonts, theme_fonts
from generator.template.framed_layouts import plain_lines, with_frames, with_room
from generator.template.hygiene import clean_package
from generator.template.looks import layouts_of_a_look
from generator.template.mapping import RoleMapping, mapped_candidates
from generator.template.opening import Opened, open_presentation
from generator.template.prompts import promote_prompts
from generator.template.roles import further_cards, layout_candidates, roles_of
from generator.template.sample_slides.choosing import (
    design_is_on_slides,
    has_marks,
    marks_findings,
    sample_slide_candidate,
    sample_slide_layouts,
    with_sample_slides,
)
from generator.template.substitutes import lacking, standing_in, with_content
from generator.template.symptoms import symptoms

_OWN_LOOK = 0.99
"""Confidence of a layout that this program drew itself."""


@dataclass(frozen=True)
class Diagnosis:
    """What a template is: its kind, sizes in EMU, the choice for each role that is served, and what is worth telling.

    `further` are more layouts for repeated things. `opened` is the file; `template_of` consumes it.
    """

    name: str
    kind: TemplateKind
    facts: TemplateFacts
    roles: Mapping[LayoutRole, Candidate]
    further: tuple[Candidate, ...]
    findings: tuple[Finding, ...]
    opened: Opened

    @property
    def presentation(self) -> Any:
        """The opened file as python-pptx sees it."""
        return self.opened.presentation

    @property
    def usable(self) -> bool:
        """Whether a deck can be made of it."""
        return self.kind is not TemplateKind.UNUSABLE

    @property
    def fonts(self) -> tuple[str, ...]:
        """The typefaces that its theme names."""
        return theme_fonts(self.presentation).all

    @property
    def fonts_missing(self) -> tuple[str, ...] | None:
        """Those of them that do not stand on this machine; None where nobody can tell."""
        installed = installed_fonts()
        return None if installed is None else tuple(name for name in self.fonts if name.lower() not in installed)


def inspect_template(
    content: bytes, name: str, mapping: RoleMapping | None = None, settings: TemplateSettings | None = None
) -> Diagnosis:
    """The diagnosis of a template file.

    A template that opens but holds no text is of the kind `unusable`, with a finding that says why.

    Raises:
        TemplateError: the file cannot be opened (see `opening.open_presentation`), or the mapping names what the
            template does not have.
    """
    settings = settings or TemplateSettings()
    opened = open_presentation(content, name, settings)
    presentation = opened.presentation
    number_apart(presentation)
    promote_prompts(presentation)
    facts = read_facts(presentation)
    kind = _kind(facts, settings)
    if kind is TemplateKind.LAYOUTS and design_is_on_slides(presentation):
        kind = TemplateKind.BOTH
    is_look = not has_marks(presentation)  # what a person marks on slides counts before the look it was made from
    own_look = [_of_a_look(layout, facts) for layout in layouts_of_a_look(presentation)] if is_look else []
    candidates = own_look or with_sample_slides(layout_candidates(facts, settings), presentation, kind)
    if mapping:
        given = (*mapped_candidates(mapping, facts), *_mapped_slides(mapping, presentation, facts))
        decided = {choice.role for choice in mapping.choices}
        candidates = [*(c for c in candidates if c.role not in decided), *given]
    made = with_content(presentation, facts, roles_of(candidates), settings)
    facts, chosen = made.facts, made.chosen
    if LayoutRole.CONTENT in chosen:
        stand_ins = standing_in(chosen, facts)
        chosen |= {role: c for role, c in stand_ins.items() if not mapping or role not in mapping.without}
        chosen = with_room(presentation, facts, with_frames(presentation, facts, chosen))
    further = tuple(own_look) or further_cards(chosen.values(), facts)
    if LayoutRole.CONTENT not in chosen:
        kind = TemplateKind.UNUSABLE
    found = (
        *lacking(kind, facts, chosen, made, name),
        *symptoms(presentation, facts, kind),
        *_accent_findings(presentation, chosen),
        *contrast_findings(weak_texts(presentation, (*chosen.values(), *further))),
        *marks_findings(presentation),
    )
    ordered = {role: chosen[role] for role in LayoutRole if role in chosen}
    return Diagnosis(opened.name, kind, facts, ordered, further, found, opened)


def template_of(diagnosis: Diagnosis) -> Template:
    """The template that fitting and rendering work with, cleaned of what its author left in it.

    Raises:
        TemplateError: `template_no_layouts` or `template_no_text`.
    """
    if not diagnosis.usable:
        code = "template_no_text" if diagnosis.facts.layouts else "template_no_layouts"
        raise TemplateError.of(code, where=diagnosis.name, name=diagnosis.name)
    master = diagnosis.presentation.slide_masters[diagnosis.roles[LayoutRole.CONTENT].layout.master]
    add_table_styles(diagnosis.presentation)
    accent, ground = _accent_and_ground(diagnosis.presentation, diagnosis.roles)
    if accent is not None:
        set_first_accent(master, accent)
    mend_table_style(diagnosis.presentation, master)
    candidates = (*diagnosis.roles.values(), *diagnosis.further)
    ink = ink_of_charts(diagnosis.presentation, diagnosis.roles[LayoutRole.CONTENT].layout)
    plain_lines(diagnosis.presentation, diagnosis.roles)
    mend_contrast(weak_texts(diagnosis.presentation, candidates))
    layouts = tuple(dict.fromkeys(candidate.layout for candidate in candidates))
    layouts, kept = sample_slide_layouts(diagnosis.presentation, layouts)
    package = diagnosis.opened.whole(clean_package(diagnosis.presentation, kept))
    width, height = diagnosis.facts.width, diagnosis.facts.height
    return Template(diagnosis.name, package, width, height, layouts, emphasis_on(master, ground), ink=ink)


def _accent_and_ground(presentation: Any, roles: Mapping[LayoutRole, Candidate]) -> tuple[str | None, str | None]:
    """A better first accent for the content page's theme, and what lies under its points; None: not to be told."""
    content = roles[LayoutRole.CONTENT].layout
    body = content.slot(SlotPurpose.BODY)
    ground = ground_of(presentation, content, body) if body else None
    layouts = (content, *(candidate.layout for candidate in roles.values()))
    return (better_accent(presentation, layouts, ground) if content.sample_slide is None else None), ground


def _accent_findings(presentation: Any, roles: Mapping[LayoutRole, Candidate]) -> Iterator[Finding]:
    if LayoutRole.CONTENT in roles:
        accent, _ = _accent_and_ground(presentation, roles)
        if accent is not None:
            yield finding("template_accent_taken", color=accent)


def _kind(facts: TemplateFacts, settings: TemplateSettings) -> TemplateKind:
    """By what the author's slides are made of; without slides only layouts can carry a design."""
    inside = sum(slide.inside for slide in facts.slides)
    outside = sum(slide.outside for slide in facts.slides)
    if not inside + outside:
        return TemplateKind.LAYOUTS
    share = inside / (inside + outside)
    if share < settings.sample_share:
        return TemplateKind.SAMPLE_SLIDES
    return TemplateKind.LAYOUTS if share >= settings.layout_share else TemplateKind.BOTH


def _mapped_slides(mapping: RoleMapping, presentation: Any, facts: TemplateFacts) -> Iterator[Candidate]:
    """The sample slides that a person chose.

    Raises:
        TemplateError: `mapping_slide` where there is none of that number, or it has no place for what the role needs.
    """
    for choice in mapping.choices:
        if choice.sample_slide is None:
            continue
        candidate = sample_slide_candidate(presentation, choice.role, choice.sample_slide)
        if candidate is None:
            known = choice.sample_slide in [slide.number for slide in facts.slides]
            code = "mapping_slide_unfit" if known else "mapping_slide"
            raise TemplateError.of(
                code,
                where=mapping.where,
                role=choice.role.value,
                number=choice.sample_slide,
                count=len(facts.slides),
            )
        yield candidate


def _of_a_look(layout: Layout, facts: TemplateFacts) -> Candidate:
    """A layout of an exported look, with its place among those of its master."""
    position = next(found.position for found in facts.layouts if (found.master, found.name) == (0, layout.name))
    return Candidate(layout.role, replace(layout, position=position), _OWN_LOOK, ("内置样式的版式",))
