"""Which slides are made, in which order: step 5."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.errors import finding
from generator.model import (
    AgendaEntry,
    Briefs,
    Closing,
    Excerpt,
    Figure,
    Finding,
    Label,
    Ledger,
    Occasion,
    Outline,
    Part,
    Role,
    Section,
    Slide,
    Storyboard,
    Table,
)
from generator.settings import StoryboardSettings
from generator.storyboarding.answers import with_answers
from generator.storyboarding.closing import closing_words, spoken_courtesy
from generator.storyboarding.figures_summary import FIGURES_PART, make_summary
from generator.storyboarding.front import agenda, cover
from generator.storyboarding.items import section_drafts
from generator.storyboarding.material import Material, deck_title, is_counted, label
from generator.storyboarding.notes import Draft, deal_notes
from generator.storyboarding.parts import ROLE_IDS, PartPlan, has_dividers, part_plan, untitled_drafts
from generator.storyboarding.reduction import RULE_NAMES, Reduced, reduced
from generator.storyboarding.variety import varied

FRONT_PART = "part-front"
"""Id of the part that holds cover and agenda."""
_WORTH_A_SLIDE = 60
"""Characters. A paragraph of the body that is shorter may well stand in the notes alone."""
_WORDS_OF_A_FINDING = 15
"""Characters of a section by which a finding names it."""
CLOSING_PART = "part-closing"
"""Id of the part that holds the last slide."""


def make_storyboard(
    outline: Outline,
    briefs: Briefs,
    ledger: Ledger,
    occasion: Occasion = Occasion(),  # noqa: B008 - frozen and without fields: the same value every time
    settings: StoryboardSettings = StoryboardSettings(),  # noqa: B008 - frozen: the same value every time
    most_slides: int | None = None,
) -> tuple[Storyboard, tuple[Finding, ...]]:
    """The deck of a speech: which slides, what stands on each, which words are spoken to it.

    The order is the speech's own, so that the notes of all slides, read one after the other, are the manuscript. The
    summary of figures, which no words are spoken to, follows the last part of the body.

    A deck of more than `most_slides` (None: any number) is folded together, see `reduction`: its figures in fewer
    tables first, then its slides. Where even that leaves more, it is as short as it can be.
    """
    material = Material(outline, briefs, ledger, settings)
    plans = _part_plans(material)
    whole = sequence = _sequence(material, occasion, plans, None)
    drafts = tuple(sequence.drafts)
    folding: Reduced | None = None
    if most_slides is not None and len(drafts) > most_slides:
        for most_tables in (max(1, int(most_slides * settings.summary_share)), 1):
            sequence = _sequence(material, occasion, plans, most_tables)
            folding = reduced(material, sequence.drafts, most_slides)
            if len(folding.drafts) <= most_slides:
                break
        drafts = folding.drafts if folding else drafts
    slides = deal_notes(varied(material, drafts), outline.manuscript)
    left = tuple(Excerpt(figure.text, (figure.span,)) for figure in sequence.left)
    parts = _parts(sequence.parts, slides)
    storyboard = Storyboard(deck_title(material), parts, slides, outline.manuscript.name, left_to_notes=left)
    found = _findings(outline, sequence)
    if folding:
        found = (*found, *_folding_findings(folding, len(whole.drafts), whole.tables - sequence.tables))
    return storyboard, found


def _parts(parts: Iterable[Part], slides: Iterable[Slide]) -> tuple[Part, ...]:
    """The parts that still have slides."""
    used = {slide.part for slide in slides}
    return tuple(part for part in parts if part.id in used)


def _folding_findings(folding: Reduced, before: int, tables: int) -> Iterator[Finding]:
    said = [f"{RULE_NAMES[rule]} {count} 页" for rule, count in folding.folded.items() if count]
    if tables > 0:
        said.append(f"数据表只列要紧的，减 {tables} 页")
    if said:
        yield finding("slides_folded", before=before, after=len(folding.drafts), rules="，".join(said))


def _part_plans(material: Material) -> dict[str, PartPlan]:
    """The parts that the speaker counts, by the id of their section, in order, whatever is asked."""
    counted = tuple(section for section in material.outline.sections if is_counted(section))
    with_divider = has_dividers(material, counted)
    return {
        section.id: part_plan(material, section, number, with_divider=with_divider)
        for number, section in enumerate(counted, 1)
    }


def _sequence(material: Material, occasion: Occasion, plans: dict[str, PartPlan], most_tables: int | None) -> _Sequence:
    """All slides in order; `most_tables` is how many the summary of figures may have."""
    outline = material.outline
    sequence = _Sequence(material, plans, most_tables)
    sequence.add_front(occasion)
    last_body = _last_body(outline)
    for is_untitled, group in groupby(outline.sections, _is_untitled):
        # Paragraphs without headings are laid out together, every other section alone.
        for sections in [tuple(group)] if is_untitled else [(section,) for section in group]:
            sequence.add(sections)
            if last_body in sections:
                sequence.add_summary()
    if last_body is None:
        sequence.add_summary()
    sequence.add_closing()
    sequence.drafts = list(with_answers(material, sequence.drafts))
    return sequence


def _is_untitled(section: Section) -> bool:
    return section.role is Role.BODY and not is_counted(section) and not section.children


def _last_body(outline: Outline) -> Section | None:
    """The section after which the figures are summed up: the last of the body, else the last of the results."""
    for role in (Role.BODY, Role.RESULTS):
        found = [section for section in outline.sections if section.role is role]
        if found:
            return found[-1]
    return None


class _Sequence:
    """The slides and parts as they are lined up; lives for one call of `make_storyboard`."""

    def __init__(self, material: Material, plans: dict[str, PartPlan], most_tables: int | None) -> None:
        self.material = material
        self._most_tables = most_tables
        self.drafts: list[Draft] = []
        self.parts: list[Part] = []
        self.plans = plans
        self.untold: list[Section] = []
        """Sections that say something to no slide: nobody but the speaker would notice, so it is told."""
        self.left: tuple[Figure, ...] = ()
        """Figures that the summary has no room for."""
        self.tables = 0
        """Tables of the summary."""
        self.noticed: tuple[Finding, ...] = ()
        """What the summary could not show as it might have been expected."""
        self._paragraph = 1
        self._ids: Counter[str] = Counter()
        self._closing_section = _closing_section(material.outline)

    def add_front(self, occasion: Occasion) -> None:
        """The cover, and the agenda of a speech of two parts or more, to which the opening is spoken."""
        self.drafts.append(Draft("cover", cover(self.material, occasion), FRONT_PART, 0))
        entries = tuple(AgendaEntry(p.drafts[0].id, p.part.name) for p in self.plans.values())
        name = deck_title(self.material)
        if len(entries) >= 2:
            name = label(Label.AGENDA)
            self.drafts.append(Draft("agenda", agenda(entries), FRONT_PART, self.material.outline.front.end))
        self.parts.append(Part(FRONT_PART, name))

    def add(self, sections: tuple[Section, ...]) -> None:
        """The slides of a section, or of a run of untitled ones. What gets none is spoken to the slide before it."""
        before = len(self.drafts)
        self._add(sections)
        if len(self.drafts) == before:
            self.untold += [section for section in sections if _should_be_told(section)]

    def _add(self, sections: tuple[Section, ...]) -> None:
        section = sections[0]
        if section.id in self.plans:
            plan = self.plans[section.id]
            self.parts.append(plan.part)
            self.drafts += plan.drafts
        elif section.role in ROLE_IDS:
            self._add_uncounted(section)
        elif _is_untitled(section):
            more, self._paragraph = untitled_drafts(self.material, sections, self._paragraph, self.parts[-1].id)
            self.drafts += more
        elif section.role is Role.BODY:
            # Sub-points under no part: each has its slide, as under one.
            base = self._new_id("passage")
            for number, child in enumerate(section.children, 1):
                slide_id, title = f"{base}-{number}", self.material.title(child)
                self.drafts += section_drafts(
                    self.material, child, slide_id=slide_id, part=self.parts[-1].id, title=title, span=child.span
                )
        elif section.role is Role.OPENING and section.heading:
            # An opening with a heading of its own (基本情况) says something; one without leads over to the agenda.
            slide_id = self._new_id("opening")
            part, title = self.parts[-1].id, self.material.title(section)
            self.drafts += section_drafts(
                self.material, section, slide_id=slide_id, part=part, title=title, span=section.span
            )

    def _new_id(self, base: str) -> str:
        """problems for the first section of its kind, problems-section-2 for another: problems-2 is an item's slide."""
        self._ids[base] += 1
        return base if self._ids[base] == 1 else f"{base}-section-{self._ids[base]}"

    def _add_uncounted(self, section: Section) -> None:
        """Results, problems or next steps that are no part of the speaker's count: slides of their own, no divider."""
        slide_id = self._new_id(ROLE_IDS[section.role])
        part_id = f"part-{slide_id}"
        title = self.material.title(section)
        more = section_drafts(self.material, section, slide_id=slide_id, part=part_id, title=title, span=section.span)
        if more:
            self.parts.append(Part(part_id, title))
            self.drafts += more

    def add_summary(self) -> None:
        """The figures of the whole speech."""
        summary = make_summary(self.material, self.drafts, self._most_tables)
        self.left, self.noticed = summary.left, summary.findings
        self.tables = sum(isinstance(draft.content, Table) for draft in summary.drafts)
        if summary.drafts:
            self.parts.append(Part(FIGURES_PART, label(Label.FIGURES)))
            self.drafts += summary.drafts

    def add_closing(self) -> None:
        """The last slide. A manuscript without any part gets one only when the speaker says goodbye in it."""
        section = self._closing_section
        if not self.parts[1:] and not (section and spoken_courtesy(self.material, section)):
            return
        words = closing_words(self.material, section)
        self.parts.append(Part(CLOSING_PART, words))
        self.drafts.append(Draft("closing", Closing(words), CLOSING_PART, section.span.start if section else None))


def _should_be_told(section: Section) -> bool:
    """Whether a section without a slide is worth a word: 各位代表！成绩来之不易。 between two parts is none."""
    if section.role in (Role.OPENING, Role.CLOSING):
        return False
    return section.role in ROLE_IDS or len(section.span) >= _WORTH_A_SLIDE


def _closing_section(outline: Outline) -> Section | None:
    """The closing words, when they are what the speech ends with; anywhere else they are words like others."""
    last = outline.sections[-1] if outline.sections else None
    return last if last and last.role is Role.CLOSING else None


def _findings(outline: Outline, sequence: _Sequence) -> tuple[Finding, ...]:
    found = []
    if not outline.title:
        shown: Excerpt = deck_title(sequence.material)
        found.append(finding("title_missing", slide=1, spans=shown.spans, words=shown.text))
    if not sequence.plans:
        found.append(finding("parts_missing"))
    words = outline.manuscript.words
    for section in sequence.untold:
        start = "".join(section.span.of(words).split())[:_WORDS_OF_A_FINDING]
        if start:
            found.append(finding("section_untold", spans=(section.span,), words=start))
    return (*found, *sequence.noticed)
