"""Native tables in the template's own table style."""

from __future__ import annotations

from typing import Any

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.shapes.placeholder import TablePlaceholder
from pptx.util import Emu

from generator.model import Paragraph, Run, TablePlacement
from generator.rendering.paragraphs import write_text_body

_HOLDS_FRAMES = frozenset({"obj", "tbl", "chart"})
"""Placeholder types that PowerPoint itself puts a table or a chart into."""


def draw_table(placeholder: Any, placement: TablePlacement) -> Any:
    """Put a table into a placeholder, header row marked as one; gives the graphic frame."""
    # A generic content placeholder takes a table just as one of type `tbl` does, and keeps its link to the layout.
    slot = TablePlaceholder(placeholder._element, placeholder._parent)
    lines = (placement.header, *placement.rows)
    frame = slot.insert_table(len(lines), len(placement.header))
    free_from_text_placeholder(frame)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", placement.alternative_text)
    table = frame.table
    table.first_row = True
    table.horz_banding = False
    _use_default_style(table, placeholder.part)
    for column, width in zip(table.columns, placement.column_widths, strict=True):
        column.width = Emu(width)
    heights = placement.row_heights or (placement.row_height,) * len(lines)
    for row, texts, height in zip(table.rows, lines, heights, strict=True):
        row.height = Emu(height)
        for index, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            alignment = "r" if index in placement.right_aligned else "l"
            write_text_body(cell.text_frame._txBody, [Paragraph((Run(text),))], placement.size_pt, alignment)
            properties = cell._tc.get_or_add_tcPr()
            properties.set("anchor", "ctr")
            properties.set("marL", str(placement.column_margin))
            behind = 2 if index in placement.right_aligned else 1
            properties.set("marR", str(placement.column_margin * behind))
    frame.height = Emu(sum(heights))
    return frame


def free_from_text_placeholder(frame: Any) -> None:
    """A text placeholder holds no table or chart: there the frame stands free, in the same place."""
    properties = frame._element.nvGraphicFramePr.nvPr
    placeholder = properties.find(qn("p:ph"))
    if placeholder is not None and placeholder.get("type", "obj") not in _HOLDS_FRAMES:
        properties.remove(placeholder)


def _use_default_style(table: Any, slide_part: Any) -> None:
    """Take the style that the template's `tableStyles.xml` names as its default, as PowerPoint does."""
    presentation_part = slide_part.package.presentation_part
    try:
        styles = presentation_part.part_related_by(RELATIONSHIP_TYPE.TABLE_STYLES)
    except KeyError:  # a template may leave the part out; python-pptx's own style is one that every program knows
        return
    default = etree.fromstring(styles.blob).get("def")
    if default:
        table._tbl.tblPr.find(qn("a:tableStyleId")).text = default
