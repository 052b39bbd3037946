"""A deck of sample text: a page for each role of a template, to see what the doctor chose, or the faces of a look."""

from __future__ import annotations

from generator.model import (
    ChartKind,
    ChartPlacement,
    LayoutRole,
    Page,
    Pages,
    Paragraph,
    Placement,
    Ratio,
    Run,
    Slot,
    SlotPurpose,
    TablePlacement,
    Template,
    TextPlacement,
)
from generator.rendering import render
from generator.template import Diagnosis, open_look, role_name, slot_capacity, template_of

_SENTENCE = "坚持问题导向，把群众的急难愁盼放在心上，一件一件抓落实、见成效"
_MOST_LINES = 4
_USUAL_UNITS = 3
"""Parts of a usual speech: of several agendas the one for so many is shown."""
_EMU_PER_POINT = 12_700


def specimen_deck(diagnosis: Diagnosis) -> bytes:
    """The .pptx: a page for each role that is served, in the order of the roles.

    Raises:
        TemplateError: the template holds no text.
    """
    template = template_of(diagnosis)
    pages = tuple(_page(role, template) for role in diagnosis.roles if template.layouts_for(role))
    return render(Pages(pages, (), diagnosis.name, ""), template)


_FACES = (
    *(LayoutRole.COVER, LayoutRole.AGENDA, LayoutRole.SECTION),
    *(LayoutRole.CONTENT, LayoutRole.CARDS, LayoutRole.CHART),
)
"""Roles by which a look is known."""


_EDGES = frozenset({SlotPurpose.DATE, SlotPurpose.FOOTER, SlotPurpose.SLIDE_NUMBER})
"""Rendering carries these over from the layout by itself."""


def look_specimen(look: str, ratio: Ratio) -> bytes:
    """The .pptx of the six pages by which a built-in look is known.

    Raises:
        TemplateError: `look_unknown`.
    """
    template = open_look(look, ratio)
    return render(Pages(tuple(_page(role, template) for role in _FACES), (), template.name, ""), template)


def _page(role: LayoutRole, template: Template) -> Page:
    layout = min(template.layouts_for(role), key=lambda layout: abs(layout.units - _USUAL_UNITS))
    slots = (slot for slot in layout.slots if slot.purpose not in _EDGES)
    return Page(role.value, layout, tuple(_placement(slot, role) for slot in slots))


def _placement(slot: Slot, role: LayoutRole) -> Placement:
    match slot.purpose:
        case SlotPurpose.TABLE:
            width = slot.box.width // 2
            rows = (("办结事项", "30件"), ("走访群众", "700余人"), ("投入资金", "900余万元"))
            height = round(min(slot.box.height / 4, slot.size_pt * 2.2 * _EMU_PER_POINT))
            return TablePlacement(
                slot, ("指标", "数据"), rows, (width, width), height, 90_000, slot.size_pt, frozenset({1}), "示例表格"
            )
        case SlotPurpose.CHART:
            names, values = ("学习", "走访", "办结"), (12.0, 30.0, 18.0)
            surfaces = ("12次", "30户", "18件")
            return ChartPlacement(slot, ChartKind.BAR, "示例", names, values, surfaces, slot.size_pt, "示例图表")
        case _:
            return TextPlacement(slot, tuple(Paragraph((Run(text),)) for text in _texts(slot, role)))


def _texts(slot: Slot, role: LayoutRole) -> list[str]:
    characters, lines = slot_capacity(slot)
    match slot.purpose:
        case SlotPurpose.TITLE:
            whole = f"{role_name(role)}：标题写在这里"
            return [whole if len(whole) <= characters * max(1, min(lines, 2)) else role_name(role)]
        case SlotPurpose.NUMERAL:
            return [f"{slot.unit + 1:02d}"]
        case SlotPurpose.VALUE:
            return ["900"]
        case SlotPurpose.BODY:
            return [_SENTENCE[: max(2, characters)]] * max(1, min(_MOST_LINES, lines))
        case SlotPurpose.SLIDE_NUMBER:
            return ["1"]
        case _:
            return [_SENTENCE[: max(2, min(12, characters))]]
