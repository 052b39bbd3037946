"""Templates whose design lives on sample slides: which slide may serve which role, and the patterns made of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from pptx.oxml.ns import qn

from generator.model import Finding, Layout, LayoutRole, SlotPurpose
from generator.template.candidates import Candidate, TemplateKind, in_role
from generator.template.sample_slides.color import color_on, main_colors
from generator.template.sample_slides.dress import MOSTLY, dressed_slides, is_bare, wear_one_design
from generator.template.sample_slides.numbering import number_shapes
from generator.template.sample_slides.patterns import Pattern, card_patterns, patterns_of, removed_by
from generator.template.sample_slides.reading import read_in_role
from generator.template.sample_slides.roles import judged_slides
from generator.template.sample_slides.shapes import Kind, Shape, SlideView, view_of
from generator.template.sample_slides.slots import slots_of
from generator.template.sample_slides.splitting import split_counts
from generator.template.sample_slides.titles import CARD_ROLES, Reading
from generator.template.sample_slides.words import squeezed
from generator.template.tokens import has_tokens, read_tokens, token_findings, token_role

_STANDING_IN = 0.25
"""Confidence of a slide that serves a role which no sample slide was drawn for."""
_INSTEAD: Mapping[LayoutRole, tuple[LayoutRole, ...]] = {
    LayoutRole.CONTENT: (
        LayoutRole.TWO_CONTENT,
        LayoutRole.THREE_CONTENT,
        LayoutRole.CARDS,
        LayoutRole.QUOTATION,
        LayoutRole.STEPS,
        LayoutRole.BIG_NUMBER,
        LayoutRole.CHART,
        LayoutRole.TABLE,
    ),
    LayoutRole.TABLE: (LayoutRole.CONTENT, LayoutRole.CHART),
    LayoutRole.CHART: (LayoutRole.CONTENT, LayoutRole.TABLE),
    LayoutRole.BIG_NUMBER: (LayoutRole.THREE_CONTENT, LayoutRole.CARDS),
    LayoutRole.COMPARISON: (LayoutRole.TWO_CONTENT, LayoutRole.BIG_NUMBER, LayoutRole.THREE_CONTENT, LayoutRole.CARDS),
    LayoutRole.SECTION: (LayoutRole.COVER,),
    LayoutRole.CLOSING: (LayoutRole.COVER, LayoutRole.SECTION),
    LayoutRole.COVER: (LayoutRole.CLOSING, LayoutRole.SECTION),
}
"""What serves instead of a missing role among sample slides: its page is read again in that role."""
_OFTEN, _SHARE = 3, 0.4
"""Slides, and share of them, on which a shape stands in the same place: then it belongs to all pages."""
_SUREST, _DRAWN_BONUS = 0.95, 0.1
"""Confidence of a slide at most, and what is added for one whose words no layout holds."""
_PARALLEL = (LayoutRole.TWO_CONTENT, LayoutRole.THREE_CONTENT, LayoutRole.CARDS)
_SURE_CARDS = 0.5
"""Confidence of a slide that serves as cards beside the one that was chosen for them."""
_FRAMES = (LayoutRole.COVER, LayoutRole.AGENDA, LayoutRole.SECTION, LayoutRole.CLOSING)
_SURE_FRAME, _FRAME_BONUS = 0.6, 0.2
"""Confidence from which a freely drawn page of these is its author's own in any case, and what is added for it."""
_BARE = 0.5
"""Factor for a layout that draws nothing, where a slide in the same role wears a design."""
_PHOTO = 0.025
"""Share of the slide: a smaller picture is an icon."""
_NEAR = 60_000
"""EMU: what differs by less stands in one place."""
_Look: TypeAlias = tuple[Kind, str, tuple[int, ...]]


class _Samples:
    """The sample slides of a presentation, read once."""

    def __init__(self, presentation: Any) -> None:
        self.presentation = presentation
        self.slides = list(presentation.slides)
        width, height = int(presentation.slide_width or 0), int(presentation.slide_height or 0)
        self.views = [_view(slide, number, width, height) for number, slide in enumerate(self.slides, 1)]
        self._places = {
            layout.part.partname: (index, position)
            for index, master in enumerate(presentation.slide_masters)
            for position, layout in enumerate(master.slide_layouts)
        }
        self._often = max(_OFTEN, round(_SHARE * len(self.views)))
        self._seen: Counter[_Look] = Counter()
        for view in self.views:
            self._seen.update({_look(shape) for shape in view.shapes})

    def view(self, number: int) -> SlideView | None:
        """The slide of that number, from 1."""
        return self.views[number - 1] if 1 <= number <= len(self.views) else None

    def repeated(self, view: SlideView) -> frozenset[int]:
        """The shapes of a slide that stand alike on many: the same words, or drawings of one place and size."""
        return frozenset(shape.identity for shape in view.shapes if self._seen[_look(shape)] >= self._often)

    def layout(self, view: SlideView, role: LayoutRole) -> Layout | None:
        """The slide as a layout in a role; None where it cannot serve it."""
        reading = _reading(view, role)
        if reading is None:
            return None
        slide = self.slides[view.number - 1]
        master, position = self._places.get(slide.slide_layout.part.partname, (0, None))
        gone = removed_by(view, reading, self.repeated(view))
        return Layout(
            slide._element.cSld.get("name") or f"示例页 {view.number}",
            master,
            role,
            _units(reading),
            slots_of(view, reading.fields, role, gone),
            sample_slide=view.number,
            position=position,
        )


def _candidates(samples: _Samples) -> tuple[Candidate, ...]:
    """Every sample slide that may serve a role, the surest first; where a role has none, another slide `instead`."""
    found = list(_marked(samples))
    for one in judged_slides([view for view in samples.views if not has_tokens(view)]):
        layout = samples.layout(samples.views[one.number - 1], one.role)
        if layout is not None:
            found.append(Candidate(one.role, layout, one.confidence, (f"第 {one.number} 张示例页", *one.evidence)))
    return (*found, *_standing_in(samples, found))


def _marked(samples: _Samples) -> Iterator[Candidate]:
    """What a person has marked with tokens is sure."""
    opens = True
    seen: set[LayoutRole] = set()
    for view in samples.views:
        role = token_role(view, opens=opens)
        if role is None:
            continue
        opens = False
        if role in CARD_ROLES and role in seen:
            role = LayoutRole.CARDS
        seen.add(role)
        layout = samples.layout(view, role)
        if layout is not None:
            yield Candidate(role, layout, 1.0, (f"第 {view.number} 张示例页上写着记号",))


def has_marks(presentation: Any) -> bool:
    """Whether a person has marked a sample slide with tokens."""
    return _may_have_marks(presentation) and any(has_tokens(view) for view in _Samples(presentation).views)


def design_is_on_slides(presentation: Any) -> bool:
    """Whether the slides fill the placeholders of stock layouts, and what makes the design is drawn on each of them."""
    samples = _Samples(presentation)
    return wear_one_design(presentation, samples.views, samples.repeated)


def marks_findings(presentation: Any) -> tuple[Finding, ...]:
    """What is wrong with the tokens on the sample slides."""
    return tuple(token_findings(_Samples(presentation).views)) if _may_have_marks(presentation) else ()


def _may_have_marks(presentation: Any) -> bool:
    """Whether a brace stands anywhere on the slides or in their charts; far cheaper than reading them."""
    for slide in presentation.slides:
        trees = [slide._element]
        trees += [
            relation.target_part._element
            for relation in slide.part.rels.values()
            if not relation.is_external and str(relation.reltype).endswith("/chart")
        ]
        if any(brace in (text.text or "") for tree in trees for text in tree.iter(qn("a:t")) for brace in "{｛"):
            return True
    return False


def _reading(view: SlideView, role: LayoutRole) -> Reading | None:
    """A slide in a role: by its tokens where it has some that say so, else by what it looks like."""
    marked = read_tokens(view, role) if has_tokens(view) else None
    return marked or read_in_role(view, role)


def with_sample_slides(candidates: Sequence[Candidate], presentation: Any, kind: TemplateKind) -> list[Candidate]:
    """The candidates among layouts and those among sample slides, as the kind of the template weighs them.

    Where the design lives on slides, tidy layouts beside them carry none of it and do not count.
    """
    if kind in (TemplateKind.LAYOUTS, TemplateKind.UNUSABLE):
        marked = _marked(_Samples(presentation)) if _may_have_marks(presentation) else ()
        return [*marked, *candidates]
    samples = _Samples(presentation)
    own, views = _candidates(samples), samples.views
    dressed = dressed_slides(presentation, views)
    on_slides = kind is TemplateKind.SAMPLE_SLIDES or len(dressed) >= MOSTLY * len(views)
    if on_slides and any(candidate.role is LayoutRole.CONTENT for candidate in own):
        return list(own)
    drawn = list(_drawn(own, views, dressed))
    worn = {one.role for one in drawn if one.layout.sample_slide in dressed and not one.instead}
    bare = {
        (index, position)
        for index, master in enumerate(presentation.slide_masters)
        for position, layout in enumerate(master.slide_layouts)
        if is_bare(layout)
    }
    return [
        replace(one, confidence=round(_BARE * one.confidence, 3))
        if one.role in worn and (one.layout.master, one.layout.position) in bare
        else one
        for one in candidates
    ] + drawn


def _drawn(candidates: Sequence[Candidate], views: Sequence[SlideView], dressed: frozenset[int]) -> Iterator[Candidate]:
    """The slides whose words stand beside the placeholders, where layouts carry some of the design too.

    Their author did not find a layout for them; those filled as a layout asks are better made from it, if it draws
    what the slides show: a page that is `dressed` on the slide itself is not.
    """
    for candidate in candidates:
        view = views[(candidate.layout.sample_slide or 1) - 1]
        sizes = [(len(squeezed(shape.words)), shape.placeholder is None) for shape in view.texts]
        free = sum(size for size, is_free in sizes if is_free)
        if candidate.confidence == 1.0:
            yield candidate
        elif 2 * free >= sum(size for size, _ in sizes) or view.number in dressed:
            frames = candidate.role in _FRAMES and candidate.confidence >= _SURE_FRAME
            bonus = 0.0 if candidate.instead else _FRAME_BONUS if frames else _DRAWN_BONUS
            yield replace(candidate, confidence=min(_SUREST, candidate.confidence + bonus))


def sample_slide_candidate(presentation: Any, role: LayoutRole, number: int) -> Candidate | None:
    """The slide of that number (from 1) in a role that the user gives it; None where it cannot serve."""
    samples = _Samples(presentation)
    view = samples.view(number)
    layout = None if view is None else samples.layout(view, role)
    return None if layout is None else Candidate(role, layout, 1.0, ("映射文件指定",))


def sample_slide_layouts(presentation: Any, layouts: Sequence[Layout]) -> tuple[tuple[Layout, ...], frozenset[int]]:
    """The layouts with those of sample slides replaced by their patterns, which are added to the presentation's slides.

    Gives with them the numbers of the slides to be kept. `Layout.sample_slide` of a pattern counts among the kept
    slides: so it stays right when all others are dropped.
    """
    if all(layout.sample_slide is None for layout in layouts):
        return tuple(layouts), frozenset()
    samples = _Samples(presentation)
    colors = main_colors(samples.views)
    found: list[Layout] = []
    patterns: list[Pattern] = []
    cards: dict[tuple[int, bool], tuple[tuple[bool, bool], Pattern]] = {}
    for layout in [*layouts, *_further_cards(layouts, samples)]:
        view = None if layout.sample_slide is None else samples.view(layout.sample_slide)
        if view is None:
            found.append(layout)
            continue
        reading = _reading(view, layout.role) or _reading(view, LayoutRole.CONTENT)
        if reading is None:
            continue
        slide = samples.slides[view.number - 1]
        color = color_on(slide, view, colors)
        if layout.role is not LayoutRole.CARDS:
            patterns += patterns_of(presentation, slide, reading, layout, samples.repeated(view), color)
            continue
        for pattern in card_patterns(presentation, slide, reading, layout, samples.repeated(view), color):
            # Without photos, and drawn for so many, it holds them best; of the rest the first in the order of roles.
            kind = pattern.layout.units, pattern.layout.slot(SlotPurpose.HEAD) is not None
            less_fit = _has_photos(view, reading), _units(reading) != pattern.layout.units
            if kind not in cards or less_fit < cards[kind][0]:
                cards[kind] = less_fit, pattern
    patterns += [pattern for _, pattern in cards.values()]
    numbers = {slide.part: number for number, slide in enumerate(presentation.slides, 1)}
    patterns.sort(key=lambda pattern: numbers[pattern.slide.part])
    found += [replace(pattern.layout, sample_slide=place) for place, pattern in enumerate(patterns, 1)]
    return tuple(found), frozenset(numbers[pattern.slide.part] for pattern in patterns)


def _has_photos(view: SlideView, reading: Reading) -> bool:
    """Whether pictures larger than icons belong to what repeats."""
    members = [view.shape(i) for unit in reading.units.members for i in unit] if reading.units else []
    return any(s.kind is Kind.PICTURE and s.area > _PHOTO * view.width * view.height for s in members)


def _further_cards(layouts: Sequence[Layout], samples: _Samples) -> list[Layout]:
    """Columns and steps hold cards as well, and so do slides of parallel things that no role has chosen.

    Those drawn for it come first; arrows last, since cards do not follow from each other.
    """
    own = [layout for layout in layouts if layout.role in CARD_ROLES and layout.sample_slide is not None]
    if not own:
        return []
    done = {layout.sample_slide for layout in own if layout.role is LayoutRole.CARDS}
    found = [layout for layout in own if layout.role not in (LayoutRole.CARDS, LayoutRole.STEPS)]
    if done:
        views = [view for view in samples.views if not has_tokens(view)]
        judged = [one for one in judged_slides(views) if one.role in _PARALLEL and one.confidence >= _SURE_CARDS]
        further = [samples.layout(samples.views[one.number - 1], LayoutRole.CARDS) for one in judged]
        found += [layout for layout in further if layout is not None]
    found += [layout for layout in own if layout.role is LayoutRole.STEPS]
    first = {layout.sample_slide: layout for layout in reversed(found) if layout.sample_slide not in done}
    return [in_role(layout, LayoutRole.CARDS) for layout in found if first.get(layout.sample_slide) is layout]


def _standing_in(samples: _Samples, found: Sequence[Candidate]) -> list[Candidate]:
    """For each role that no slide was drawn for, the surest slide of another role that can be read so."""
    surest: dict[LayoutRole, Candidate] = {}
    for candidate in found:
        surest.setdefault(candidate.role, candidate)
    instead = []
    for role, others in _INSTEAD.items():
        for given in [surest[other] for other in others if other in surest] if role not in surest else []:
            view = samples.view(given.layout.sample_slide or 0)
            layout = None if view is None else samples.layout(view, role)
            if view is None or layout is None:
                continue
            words = (f"没有专门的示例页，用第 {view.number} 张代替",)
            surest[role] = Candidate(role, layout, min(_STANDING_IN, given.confidence), words, instead=True)
            instead.append(surest[role])
            break
    return instead


def _view(slide: Any, number: int, width: int, height: int) -> SlideView:
    number_shapes(slide)
    view = view_of(slide, number, width, height)
    return view_of(slide, number, width, height) if split_counts(view) else view


def _units(reading: Reading) -> int:
    return reading.units.count if reading.units else len(reading.sides)


def _look(shape: Shape) -> _Look:
    box = shape.box
    place = tuple(round(side / _NEAR) for side in (box.left, box.top, box.width, box.height))
    return shape.kind, squeezed(shape.words), place
