"""A sample slide in a role: what each of its texts is there, and what has to go."""

from __future__ import annotations

from generator.model import LayoutRole, SlotPurpose
from generator.template.sample_slides.contents import (
    cards_reading,
    comparison_reading,
    data_reading,
    figures_reading,
    page_reading,
    quotation_reading,
)
from generator.template.sample_slides.frames import agenda_reading, closing_reading, cover_reading, section_reading
from generator.template.sample_slides.shapes import Kind, SlideView
from generator.template.sample_slides.titles import Reading


def read_in_role(view: SlideView, role: LayoutRole) -> Reading | None:
    """The slide in a role; None where it lacks what the role needs."""
    match role:
        case LayoutRole.COVER:
            return cover_reading(view)
        case LayoutRole.CLOSING:
            return closing_reading(view)
        case LayoutRole.AGENDA:
            return agenda_reading(view)
        case LayoutRole.SECTION:
            return section_reading(view)
        case LayoutRole.TABLE:
            return data_reading(view, Kind.TABLE, SlotPurpose.TABLE) or page_reading(
                view, LayoutRole.TABLE, SlotPurpose.TABLE
            )
        case LayoutRole.CHART:
            return data_reading(view, Kind.CHART, SlotPurpose.CHART) or page_reading(
                view, LayoutRole.CHART, SlotPurpose.CHART
            )
        case LayoutRole.BIG_NUMBER:
            return figures_reading(view)
        case LayoutRole.COMPARISON:
            return comparison_reading(view)
        case LayoutRole.QUOTATION:
            return quotation_reading(view)
        case LayoutRole.CONTENT:
            return page_reading(view, role, SlotPurpose.BODY)
        case _:
            return cards_reading(view, role)
