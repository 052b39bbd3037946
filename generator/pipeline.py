"""The eight steps, in order, and the two ways through them: from a manuscript, and from a plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from generator.checking import check
from generator.condensing import condense
from generator.errors import finding
from generator.fitting import fit
from generator.model import (
    Detail,
    Excerpt,
    Finding,
    Ledger,
    Manuscript,
    Occasion,
    Outline,
    Ratio,
    Storyboard,
    Template,
    Transition,
)
from generator.outlining import find_outline
from generator.proofreading import proofread
from generator.proving import only_shown, prove, to_xml
from generator.reading import read_manuscript
from generator.rendering import render
from generator.settings import Settings
from generator.storyboarding import is_plan, make_storyboard, read_plan
from generator.tallying import find_figures
from generator.template import DEFAULT_LOOK, open_look

if TYPE_CHECKING:
    from generator.template import Brand

Source: TypeAlias = Path | bytes | str
"""A manuscript: a file, the content of one, or the text itself."""


class Step(IntEnum):
    """The steps as progress, docs and log name them."""

    READ = 1
    OUTLINE = 2
    FIGURES = 3
    CONDENSE = 4
    STORYBOARD = 5
    FIT = 6
    RENDER = 7
    CHECK = 8

    @property
    def title(self) -> str:
        """The step's name for the user."""
        return _STEP_TITLES[self]


_STEP_TITLES = {
    Step.READ: "读取讲稿",
    Step.OUTLINE: "梳理提纲",
    Step.FIGURES: "提取数据",
    Step.CONDENSE: "提炼要点",
    Step.STORYBOARD: "编排页面",
    Step.FIT: "排版",
    Step.RENDER: "绘制",
    Step.CHECK: "核对",
}

Listener: TypeAlias = Callable[[Step], None]
"""Told before each step."""

ReadyTemplate: TypeAlias = tuple[Template, tuple[Finding, ...]]
"""A template or look that can be filled, and what is worth telling about it."""


def unheard(_step: Step) -> None:
    """The listener of a caller that does not ask."""


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """A user's template: the content of the file, its name, and the text of a mapping file with its place."""

    content: bytes
    name: str
    mapping: str | None = None
    mapping_place: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """What a deck is asked to be. `fills` are redactions and what they stand for: {"XX镇": "永昌镇"}.

    A `template` of the user's own goes before the built-in `look`, the `brand` is put on either. `most_slides` goes
    before `detail`. The `ratio` is that of a built-in look; a template has its own.
    """

    occasion: Occasion = field(default_factory=Occasion)
    look: str | None = None
    fills: Mapping[str, str] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)
    template: TemplateFile | None = None
    detail: Detail = Detail.NORMAL
    most_slides: int | None = None
    brand: Brand | None = None
    ratio: Ratio = Ratio.WIDE
    transition: Transition = Transition.FADE
    animate: bool = False

    @property
    def limit(self) -> int | None:
        """Slides that the deck may have; None: as many as it needs."""
        if self.most_slides is not None:
            return self.most_slides
        storyboard = self.settings.storyboard
        limits = {Detail.BRIEF: storyboard.brief_slides, Detail.NORMAL: storyboard.normal_slides}
        return limits.get(self.detail)


@dataclass(frozen=True, slots=True)
class Understanding:
    """A manuscript after the first three steps, and what was noticed on the way."""

    manuscript: Manuscript
    outline: Outline
    ledger: Ledger
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """A deck: its bytes, what it was drawn from, and everything worth telling about it.

    `understood` is the speech that it tells; None for a plan whose notes hold none.
    """

    deck: bytes
    storyboard: Storyboard
    findings: tuple[Finding, ...]
    slides: int
    understood: Understanding | None = None


def understand(
    source: Source, request: Request, name: str | None = None, listener: Listener = unheard
) -> Understanding:
    """Steps 1 to 3.

    Raises:
        InputError: the source is no readable manuscript.
    """
    listener(Step.READ)
    manuscript, noticed = read_manuscript(source, name=name, fills=request.fills, settings=request.settings.reading)
    findings = list(noticed)
    listener(Step.OUTLINE)
    outline, noticed = find_outline(manuscript, request.settings.outlining)
    findings += noticed
    listener(Step.FIGURES)
    ledger, noticed = find_figures(outline, request.settings.figures)
    findings += noticed
    return Understanding(manuscript, outline, ledger, tuple(findings))


def make_plan(
    understood: Understanding, request: Request, listener: Listener = unheard, ready: ReadyTemplate | None = None
) -> tuple[Storyboard, tuple[Finding, ...]]:
    """Steps 4 and 5; where the number of slides is limited, step 6 is asked how many pages they come to.

    `ready` is what `template_for` gave; without it the template is opened only where pages have to be counted.

    Raises:
        TemplateError: no look of that name, or a template that cannot be used.
    """
    listener(Step.CONDENSE)
    briefs, noticed = condense(understood.outline, understood.ledger, request.settings.condensing)
    findings = list(noticed)
    listener(Step.STORYBOARD)

    def planned(most: int | None) -> tuple[Storyboard, tuple[Finding, ...]]:
        return make_storyboard(
            understood.outline, briefs, understood.ledger, request.occasion, request.settings.storyboard, most
        )

    storyboard, noticed = planned(request.limit)
    if request.limit is not None and 2 * len(storyboard.slides) > request.limit:
        template, _ = ready or template_for(request)
        storyboard, noticed = _within(request.limit, request, template, planned, (storyboard, noticed))
    return replace(storyboard, meeting=request.occasion.meeting), (*findings, *noticed)


_TRIES = 6
"""Storyboards that are made to meet a number of pages; each halves what is still unknown."""


def _within(
    limit: int,
    request: Request,
    template: Template,
    planned: Callable[[int | None], tuple[Storyboard, tuple[Finding, ...]]],
    first: tuple[Storyboard, tuple[Finding, ...]],
) -> tuple[Storyboard, tuple[Finding, ...]]:
    """The longest storyboard found whose pages are at most `limit`, since a full slide may take two pages.

    Where none is that short, the shortest there is, with `slides_over`.
    """

    def pages_of(storyboard: Storyboard) -> int:
        return len(fit(storyboard, template, request.settings.fitting)[0].pages)

    most_pages = pages_of(first[0])
    if most_pages <= limit:
        return first
    best: tuple[Storyboard, tuple[Finding, ...]] | None = None
    best_pages = 0
    too_many, few_enough = limit, 0
    for _ in range(_TRIES):
        over = most_pages - limit
        most = max(few_enough + 1, too_many - over) if best is None else (too_many + few_enough) // 2
        if most >= too_many or most <= few_enough:
            break
        tried = planned(most)
        pages = pages_of(tried[0])
        if pages <= limit:
            few_enough = most
            best, best_pages = (tried, pages) if best is None or pages > best_pages else (best, best_pages)
        else:
            too_many, most_pages = most, pages
    if best is not None:
        return best
    storyboard, noticed = planned(1)
    least = pages_of(storyboard)
    if least > limit:
        parts = len([part for part in storyboard.parts if part.divider]) or len(storyboard.parts)
        noticed = (*noticed, finding("slides_over", most=limit, parts=parts, least=least))
    return storyboard, noticed


def draw(
    storyboard: Storyboard,
    request: Request,
    listener: Listener = unheard,
    manuscript: Manuscript | None = None,
    ready: ReadyTemplate | None = None,
) -> tuple[bytes, int, tuple[Finding, ...]]:
    """Steps 6 and 7: the bytes, the number of slides, the findings.

    With the manuscript that the storyboard was made from, the deck carries the proof of where its words come from.
    `ready` is what `template_for` gave, where it has been asked before.

    Raises:
        TemplateError: no look of that name, or a template that cannot be used.
    """
    listener(Step.FIT)
    template, noticed = ready or template_for(request)
    storyboard = replace(storyboard, meeting=request.occasion.meeting or storyboard.meeting)
    pages, findings = fit(
        storyboard, template, request.settings.fitting, transition=request.transition, animate=request.animate
    )
    listener(Step.RENDER)
    if manuscript is None:
        return render(pages, template), len(pages.pages), (*noticed, *findings)
    proof, left_off = only_shown(prove(storyboard, manuscript), pages)
    return render(pages, template, to_xml(proof)), len(pages.pages), (*noticed, *findings, *left_off)


def audit(
    deck: bytes,
    understood: Understanding,
    request: Request,
    listener: Listener = unheard,
    left_to_notes: tuple[Excerpt, ...] = (),
) -> tuple[Finding, ...]:
    """Step 8. `left_to_notes` are figures that a plan leaves to the notes; a deck from a speech records its own.

    Raises:
        OutputError: the deck cannot be opened.
    """
    listener(Step.CHECK)
    return check(
        deck,
        understood.outline,
        understood.ledger,
        request.settings.checking,
        request.settings.fitting,
        occasion=request.occasion,
        left_to_notes=left_to_notes,
    )


def build_from_speech(source: Source, request: Request, name: str | None = None, listener: Listener = unheard) -> Built:
    """All eight steps."""
    understood = understand(source, request, name, listener)
    ready = template_for(request)  # once: planning counts its pages, drawing fills them
    storyboard, planned = make_plan(understood, request, listener, ready)
    deck, slides, drawn = draw(storyboard, request, listener, understood.manuscript, ready)
    checked = audit(deck, understood, request, listener)
    findings = (*understood.findings, *_untold(understood, request), *planned, *drawn, *checked)
    return Built(deck, storyboard, findings, slides, understood)


def proofread_findings(understood: Understanding, request: Request) -> tuple[Finding, ...]:
    """What in the speech does not agree with itself.

    No part of `understand`: it is about the speech and not about a deck, so that `check`, `outline` and `figures`,
    which only read the speech, stay silent on it.
    """
    return proofread(understood.outline, understood.ledger, request.settings.proofreading)


def _untold(understood: Understanding, request: Request) -> tuple[Finding, ...]:
    """The same without what reading and outlining have told of the same place: blanks, numbers that skip."""
    told = {span.start for finding in understood.findings for span in finding.spans}
    found = proofread_findings(understood, request)
    return tuple(finding for finding in found if finding.spans[0].start not in told)


def plan_of(source: Source, name: str) -> tuple[Storyboard, tuple[Finding, ...]] | None:
    """The storyboard that a plan file (Markdown or JSON) holds, or None where the source is no plan but a speech.

    Raises:
        StoryboardError: it is a plan, and a broken one.
    """
    text = _plan_text(source, name)
    return read_plan(text) if text is not None and is_plan(text) else None


def build_from_plan(
    storyboard: Storyboard, noticed: tuple[Finding, ...], request: Request, listener: Listener = unheard
) -> Built:
    """Steps 6 to 8 on a plan, word for word. Its own notes, which hold the speech, are what the deck is checked by."""
    deck, slides, found = draw(storyboard, request, listener)
    drawn = (*noticed, *found)
    spoken = _spoken(storyboard)
    if not spoken.strip():
        return Built(deck, storyboard, drawn, slides)
    understood = understand(spoken, request, storyboard.source)
    checked = audit(deck, understood, request, listener, storyboard.left_to_notes)
    return Built(deck, storyboard, (*drawn, *checked), slides, understood)


def _spoken(storyboard: Storyboard) -> str:
    """The speech as the notes tell it. A （续） slide goes on in the paragraph that the slide before it began."""
    text = ""
    for slide in storyboard.slides:
        continued = getattr(slide.content, "continued", False)
        for position, note in enumerate(slide.notes):
            text += ("" if not text or (continued and position == 0) else "\n") + note.text
    return text


def _plan_text(source: Source, name: str) -> str | None:
    """The text of what may be a plan; a plan is always UTF-8."""
    if isinstance(source, str):
        return source
    if Path(name).suffix.lower() not in {".md", ".markdown", ".json", ""}:
        return None
    try:
        content = source.read_bytes() if isinstance(source, Path) else source
        return content.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None


def template_for(request: Request) -> ReadyTemplate:
    """The user's template, or else the look, ready to be filled, and what is worth telling about it.

    Raises:
        TemplateError: it cannot be opened, or holds no text; or no look of that name.
    """
    template, findings = _unbranded(request)
    if request.brand is None:
        return template, findings
    from generator.template import branded  # brands and templates of one's own cost 40 ms that most decks save

    template, noticed = branded(template, request.brand)
    return template, (*findings, *noticed)


def _unbranded(request: Request) -> ReadyTemplate:
    own = request.template
    if own is None:
        return open_look(request.look or DEFAULT_LOOK, request.ratio), ()
    from generator.template import inspect_template, read_mapping, template_of  # see `branded` above

    mapping = read_mapping(own.mapping, own.mapping_place) if own.mapping is not None else None
    diagnosis = inspect_template(own.content, own.name, mapping, request.settings.template)
    return template_of(diagnosis), diagnosis.findings
