"""The sample slides that carry content: which text is the body, which repeat, where a table or chart stands."""

from __future__ import annotations

from dataclasses import replace

from generator.model import LayoutRole, SlotPurpose
from generator.template.sample_slides.grounds import body_of, panel_of, sides_of, stands_on, usable_texts
from generator.template.sample_slides.shapes import Kind, Shape, SlideView
from generator.template.sample_slides.titles import Reading, only, title_of
from generator.template.sample_slides.units import Series, Units, is_long, units_of
from generator.template.sample_slides.words import QUOTE_MARKS, QUOTING, is_han, numeral_of, squeezed

_ROOMY = 0.26
"""Share of the slide that a body needs to hold points as it stands; a smaller one is stretched over the page."""
_TWO_SIDES = 2


def figures_reading(view: SlideView) -> Reading | None:
    """Figures set big, each with what it measures; texts that repeat serve where a slide shows no figures.

    Those give each unit's text its room: see `figures`.
    """
    drawn = _drawn_figures(view)
    if drawn is None:
        return _units_for_figures(view)
    return replace(drawn, fields={key: i for key, i in drawn.fields.items() if key[0] is not SlotPurpose.HEAD})


def _units_for_figures(view: SlideView) -> Reading | None:
    found = cards_reading(view, LayoutRole.BIG_NUMBER)
    if found is None or (SlotPurpose.BODY, 1) not in found.fields:
        return None
    # A figure needs no heading and no count beside it.
    fields = {key: i for key, i in found.fields.items() if key[0] not in (SlotPurpose.HEAD, SlotPurpose.NUMERAL)}
    return replace(found, fields=fields)


def comparison_reading(view: SlideView) -> Reading | None:
    """Before and after: two figures, else two texts with a heading each."""
    drawn = _drawn_figures(view)
    if drawn is not None and drawn.units is not None and drawn.units.count == _TWO_SIDES:
        return _headed(view, replace(drawn, role=LayoutRole.COMPARISON))
    found = cards_reading(view, LayoutRole.COMPARISON)
    if found is None or (SlotPurpose.BODY, 1) not in found.fields:
        return None
    return found


def _headed(view: SlideView, figures: Reading) -> Reading:
    """Captions that stand above their figures say which side it is: before, after."""
    fields = dict(figures.fields)
    for unit in range(_TWO_SIDES):
        caption = view.shape(fields[SlotPurpose.CAPTION, unit])
        if caption.middle[1] < view.shape(fields[SlotPurpose.VALUE, unit]).box.top:
            fields[SlotPurpose.HEAD, unit] = fields.pop((SlotPurpose.CAPTION, unit))
    return replace(figures, fields=fields)


def quotation_reading(view: SlideView) -> Reading | None:
    """What somebody said, its marks kept, and who said it: —— 某某, or a short line below."""
    title = title_of(view)
    texts = [s for s in usable_texts(view) if s is not title and numeral_of(s.words) is None]
    marks = [s for s in texts if squeezed(s.words) in QUOTE_MARKS]
    rest = [s for s in texts if s not in marks]
    said = [s for s in rest if QUOTING.search(s.words.strip()) and not _names(s)] or [s for s in rest if is_long(s)]
    if not said:
        return None
    body = max(said, key=lambda s: (len(squeezed(s.words)), s.area))
    fields = {(SlotPurpose.BODY, 0): body.identity}
    if title is not None:
        fields[SlotPurpose.TITLE, 0] = title.identity
    below = [s for s in rest if s is not body and s.box.top >= body.middle[1] and not is_long(s)]
    named = [s for s in below if _names(s)] or [s for s in below if s.align == "r" or s.area < body.area]
    if named:
        fields[SlotPurpose.CAPTION, 0] = min(named, key=lambda s: s.box.top).identity
    return Reading(LayoutRole.QUOTATION, fields, kept=frozenset(s.identity for s in marks))


def _names(shape: Shape) -> bool:
    """Whether a text says who spoke: —— 焦裕禄."""
    return squeezed(shape.words).startswith(("——", "—", "--"))


def _drawn_figures(view: SlideView) -> Reading | None:
    title = title_of(view)
    units = units_of(only(view, usable_texts(view)), {title.identity} if title else ())
    if units is None:
        return None
    values = units.first(figures=True)
    if values is None:
        return None
    above, below = _around(values, units)
    captions = below or above
    if captions is None:
        return None
    fields = {(SlotPurpose.VALUE, i): s.identity for i, s in enumerate(values.shapes)}
    fields |= {(SlotPurpose.CAPTION, i): s.identity for i, s in enumerate(captions.shapes)}
    if above is not None and above is not captions:
        fields |= {(SlotPurpose.HEAD, i): s.identity for i, s in enumerate(above.shapes)}
    if title:
        fields[SlotPurpose.TITLE, 0] = title.identity
    return Reading(LayoutRole.BIG_NUMBER, fields, units)


def _around(values: Series, units: Units) -> tuple[Series | None, Series | None]:
    """The texts above the figures, and those below or beside them; short ones before long ones."""
    others = [s for s in (units.first(long=False), units.first(long=True)) if s is not None]
    above = [s for s in others if all(a.middle[1] < b.box.top for a, b in zip(s.shapes, values.shapes, strict=True))]
    below = [s for s in others if s not in above]
    return (above[0] if above else None), (below[0] if below else None)


def _both_sides(view: SlideView, role: LayoutRole) -> Reading | None:
    """Two panels: on each the topmost text is its head, the longest other one its body, which gets the whole panel."""
    sides = sides_of(view)
    if sides is None:
        return None
    fields: dict[tuple[SlotPurpose, int], int] = {}
    for unit, side in enumerate(sides):
        texts = sorted((s for s in usable_texts(view) if stands_on(s, side)), key=lambda s: s.box.top)
        if len(texts) < _TWO_SIDES:
            return None
        body = max(texts[1:], key=lambda s: (len(squeezed(s.words)), s.area))
        fields[SlotPurpose.HEAD, unit], fields[SlotPurpose.BODY, unit] = texts[0].identity, body.identity
    title = title_of(view)
    if title is not None:
        fields[SlotPurpose.TITLE, 0] = title.identity
    return Reading(role, fields, sides=(sides[0].identity, sides[1].identity))


def cards_reading(view: SlideView, role: LayoutRole) -> Reading | None:
    """Things that repeat: heading, text and count of each."""
    both = _both_sides(view, role)
    if both is not None:
        return both
    title = title_of(view)
    units = units_of(only(view, usable_texts(view)), {title.identity} if title else ())
    if units is None:
        return None
    bodies = units.first(long=True)
    heads = units.first(long=False)
    if bodies is None and heads is None:
        return None
    fields: dict[tuple[SlotPurpose, int], int] = {}
    for series, purpose in ((heads, SlotPurpose.HEAD), (bodies, SlotPurpose.BODY)):
        if series:
            fields |= {(purpose, i): s.identity for i, s in enumerate(series.shapes)}
    if bodies is None and heads is not None:
        # Heads alone hold the text.
        fields = {(SlotPurpose.BODY, i): s.identity for i, s in enumerate(heads.shapes)}
    numerals = units.first(counts=True)
    if numerals:
        fields |= {(SlotPurpose.NUMERAL, i): s.identity for i, s in enumerate(numerals.shapes)}
    if title:
        fields[SlotPurpose.TITLE, 0] = title.identity
    return Reading(role, fields, units)


def data_reading(view: SlideView, kind: Kind, purpose: SlotPurpose) -> Reading | None:
    """The largest table or chart of the slide gives its place."""
    frames = [s for s in view.shapes if s.kind is kind]
    if not frames:
        return None
    title = title_of(view)
    frame = max(frames, key=lambda s: s.area)
    fields = {(purpose, 0): frame.identity}
    if title:
        fields[SlotPurpose.TITLE, 0] = title.identity
    role = LayoutRole.TABLE if kind is Kind.TABLE else LayoutRole.CHART
    return Reading(role, fields, stripped=frame.area < 0.3 * view.width * view.height)


def page_reading(view: SlideView, role: LayoutRole, purpose: SlotPurpose) -> Reading | None:
    """A page of text: the largest long text is the body; with its panel it is stretched where it is too small."""
    title = title_of(view)
    body = body_of(view, title)
    if body is None:
        return None
    fields = {(purpose, 0): body.identity}
    if title:
        fields[SlotPurpose.TITLE, 0] = title.identity
    panel = panel_of(view, body)
    room = max(body.area, panel.area if panel and body.area > 0.5 * panel.area else 0)
    roomy = room >= _ROOMY * view.width * view.height and purpose is SlotPurpose.BODY
    crowded = [s for s in usable_texts(view) if s.identity not in fields.values() and is_han(s.words)]
    return Reading(
        role, fields, stripped=not roomy or len(crowded) > _TWO_SIDES, panel=panel.identity if panel else None
    )
