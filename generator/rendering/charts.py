"""Native charts of one series, with their workbook, values printed at the bars as the text has them."""

from __future__ import annotations

from typing import Any

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.shapes.placeholder import ChartPlaceholder
from pptx.util import Pt

from generator.model import ChartKind, ChartPlacement, ThemeColor
from generator.rendering.package import workbook_without_times
from generator.rendering.tables import free_from_text_placeholder

_CHART_TYPES = {
    ChartKind.BAR: XL_CHART_TYPE.BAR_CLUSTERED,
    ChartKind.COLUMN: XL_CHART_TYPE.COLUMN_CLUSTERED,
    ChartKind.LINE: XL_CHART_TYPE.LINE_MARKERS,
    ChartKind.DOUGHNUT: XL_CHART_TYPE.DOUGHNUT,
}
_GAP_WIDTH = 70
"""Percent of a bar's thickness between two bars."""


def draw_chart(placeholder: Any, placement: ChartPlacement) -> Any:
    """Put a chart into a placeholder; gives the graphic frame."""
    data = CategoryChartData()
    data.categories = placement.categories
    data.add_series(placement.series_name, placement.values)
    slot = ChartPlaceholder(placeholder._element, placeholder._parent)
    frame = slot.insert_chart(_CHART_TYPES[placement.kind], data)
    free_from_text_placeholder(frame)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", placement.alternative_text)
    chart = frame.chart
    workbook = chart.part.chart_workbook.xlsx_part
    workbook._blob = workbook_without_times(workbook.blob)
    chart.has_title = False
    chart.has_legend = False
    chart.font.size = Pt(placement.size_pt)
    if placement.ink is not None:
        chart.font.color.theme_color = _INKS[placement.ink]
    _use_theme_fonts(chart)
    if placement.kind is ChartKind.DOUGHNUT:
        _name_shares(chart, placement)
    else:
        number_axes(chart._chartSpace)
        _quiet_axes(chart, placement.kind)
    _label_values(chart, placement)
    return frame


def _use_theme_fonts(chart: Any) -> None:
    """<a:defRPr><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>: Chinese labels take the theme's typeface too."""
    _set_theme_fonts(chart._chartSpace.find(qn("c:txPr")).find(f".//{qn('a:defRPr')}"))


def _set_theme_fonts(properties: Any) -> None:
    for tag, typeface in (("a:latin", "+mn-lt"), ("a:ea", "+mn-ea")):
        etree.SubElement(properties, qn(tag)).set("typeface", typeface)


def number_axes(space: Any) -> None:
    """python-pptx 1.0 numbers the axes below zero, where ECMA-376, 21.2.2.9 axId asks for an unsigned one."""
    numbers: dict[str, str] = {}
    for element in space.iter(qn("c:axId"), qn("c:crossAx")):
        element.set("val", numbers.setdefault(element.get("val"), str(len(numbers) + 1)))


def _quiet_axes(chart: Any, kind: ChartKind) -> None:
    """No grid, no value axis: the values stand at the bars."""
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    chart.value_axis.minimum_scale = 0
    axis = chart.category_axis
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.format.line.fill.solid()
    axis.format.line.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
    # darkened: a hair line that follows the theme
    axis.format.line.fill.fore_color.brightness = -0.25
    if kind is ChartKind.BAR:
        axis.reverse_order = True  # the first thing said is the topmost bar


_INKS = {
    ThemeColor.BACKGROUND1: MSO_THEME_COLOR.BACKGROUND_1,
    ThemeColor.TEXT1: MSO_THEME_COLOR.TEXT_1,
    ThemeColor.TEXT2: MSO_THEME_COLOR.TEXT_2,
    ThemeColor.ACCENT1: MSO_THEME_COLOR.ACCENT_1,
    ThemeColor.ACCENT2: MSO_THEME_COLOR.ACCENT_2,
    ThemeColor.ACCENT3: MSO_THEME_COLOR.ACCENT_3,
}
_SHARE_COLORS = (
    MSO_THEME_COLOR.ACCENT_1,
    MSO_THEME_COLOR.ACCENT_2,
    MSO_THEME_COLOR.ACCENT_6,
    MSO_THEME_COLOR.TEXT_2,
)
"""Theme colours of the shares of a ring, told apart by hue, and dark enough in every look for the label in the page's
own colour."""


def _name_shares(chart: Any, placement: ChartPlacement) -> None:
    """A ring has no axis that names its shares: a legend does, and each share its own colour of the theme."""
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.RIGHT
    chart.legend.include_in_layout = False
    chart.legend.font.size = Pt(placement.size_pt)
    _set_theme_fonts(chart.legend._element.find(f".//{qn('a:defRPr')}"))
    series = chart.plots[0].series[0]
    for index in range(len(placement.values)):
        fill = series.points[index].format.fill
        fill.solid()
        fill.fore_color.theme_color = _SHARE_COLORS[index % len(_SHARE_COLORS)]


def _label_values(chart: Any, placement: ChartPlacement) -> None:
    plot = chart.plots[0]
    series = plot.series[0]
    position: Any = None
    if placement.kind is ChartKind.DOUGHNUT:
        pass  # the labels of a ring stand in it, and have no position of their own
    elif placement.kind is ChartKind.LINE:
        position = XL_LABEL_POSITION.ABOVE
        series.smooth = False
    else:
        position = XL_LABEL_POSITION.OUTSIDE_END
        plot.gap_width = _GAP_WIDTH
        plot.vary_by_categories = False
    for index, surface in enumerate(placement.surfaces):
        label = series.points[index].data_label
        paragraph = label.text_frame.paragraphs[0]
        run = paragraph.add_run()
        run.text = surface
        run.font.size = Pt(placement.size_pt + 2)
        run.font.bold = True
        if position is not None:
            label.position = position
            if placement.ink is not None:
                run.font.color.theme_color = _INKS[placement.ink]
        else:
            run.font.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
