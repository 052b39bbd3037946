"""A template's own chart and table: their look kept, their figures and words replaced, their workbook too."""

import io
from dataclasses import replace

import pytest
import sample_decks
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from generator.checking.opened import open_deck
from generator.model import ChartKind, ChartPlacement, LayoutRole, Page, Pages, SlotPurpose, TablePlacement
from generator.rendering import render
from generator.template import inspect_template, template_of

NAMES, VALUES, SURFACES = ("覆盖人数", "走访群众", "集中清洁"), (700.0, 4800.0, 60.0), ("700余人", "4800余人", "60余人")


def deck_with(kind=XL_CHART_TYPE.COLUMN_CLUSTERED, series=2, own_colors=True, colors=("C9A227", "C9A227", "C9A227")):
    """Cover, page of text, a page with a chart beside a text, a page with a table."""
    deck = sample_decks.Deck()
    deck.page("1F3864")
    deck.text("年终工作总结", 1, 2.2, 11, 1.2, 54, "FFFFFF", "c", True)
    deck.text("汇报人：某某某", 1, 5, 4, 0.5, 18, "FFFFFF")
    for _ in range(2):
        deck.page("FFFFFF")
        deck.head("请输入标题")
        deck.text("\n".join([sample_decks.LOREM] * 4), 0.8, 1.5, 11.7, 5, 16)
    deck.page("FFFFFF")
    deck.head("请输入标题")
    data = CategoryChartData()
    data.categories = ["类别1", "类别2", "类别3", "类别4"]
    for number in range(series):
        data.add_series(f"系列{number + 1}", (4.3, 2.5, 3.5, 4.5))
    frame = deck.slide.shapes.add_chart(kind, Inches(0.8), Inches(1.5), Inches(7.6), Inches(5.2), data)
    frame.chart.has_title = True
    frame.chart.chart_title.text_frame.text = "图表标题"
    frame.chart.has_legend = True
    frame.chart.font.size = Pt(9)
    if own_colors:
        for each, color in zip(frame.chart.plots[0].series, colors, strict=False):
            each.format.fill.solid()
            each.format.fill.fore_color.rgb = RGBColor.from_string(color)
    deck.text(sample_decks.LOREM, 8.8, 2.0, 3.8, 3.0, 14)
    deck.page("FFFFFF")
    deck.head("请输入标题")
    table = deck.table(0.8, 1.6, 11.7, 4.8).table
    for number, row in enumerate(table.rows):
        for cell in row.cells:
            cell.fill.solid()
            cell.fill.fore_color.rgb = RGBColor.from_string(
                "8B1A1A" if number == 0 else ("FFF6E9", "FFFFFF")[number % 2]
            )
            cell.text_frame.paragraphs[0].runs[0].font.bold = number == 0
    return deck.bytes()


def template_from(content):
    return template_of(inspect_template(content, "模板.pptx"))


def charted(template, kind):
    layout = template.layouts_for(LayoutRole.CHART)[0]
    placement = ChartPlacement(
        layout.slot(SlotPurpose.CHART), kind, "参与情况", NAMES, VALUES, SURFACES, 16.0, "图表：参与情况"
    )
    return render(Pages((Page("data-1", layout, (placement,)),), (), "", ""), template)


def chart_of(deck):
    slide = Presentation(io.BytesIO(deck)).slides[0]
    return next(shape.chart for shape in slide.shapes if shape.has_chart)


@pytest.mark.parametrize("kind", [ChartKind.BAR, ChartKind.COLUMN, ChartKind.LINE])
def test_the_own_chart_shows_the_figures_of_the_speech_and_its_workbook_holds_them(kind):
    deck = charted(template_from(deck_with()), kind)
    chart = chart_of(deck)
    assert [series.name for series in chart.plots[0].series] == ["参与情况"]
    assert tuple(chart.plots[0].categories) == NAMES
    shown = next(shape for shape in open_deck(deck).slides[0].charts)
    series = shown.series[0]
    assert series.values == VALUES
    assert series.labels == SURFACES
    assert series.workbook_values == VALUES
    assert series.workbook_categories == NAMES
    assert series.workbook_name == "参与情况"
    assert shown.smallest_pt >= 16
    assert not chart.has_title
    assert not chart.has_legend
    assert "C9A227" in chart.part.blob.decode()
    assert "系列" not in chart.part.blob.decode()


@pytest.mark.parametrize(
    ("colors", "kept"),
    [
        (("C9CED6", "1B2A41"), "1B2A41"),  # last year pale, this year strong: alone, the pale one says nothing
        (("1B2A41", "C9CED6"), "1B2A41"),
        (("2C7A7B", "1B2A41"), "2C7A7B"),  # both are seen: the first
        (("C9CED6", "E3E6EA"), "C9CED6"),  # none is
    ],
)
def test_one_series_takes_the_look_of_the_first_that_is_seen(colors, kept):
    chart = chart_of(charted(template_from(deck_with(colors=colors)), ChartKind.BAR))
    (series,) = chart.plots[0].series
    assert str(series.format.fill.fore_color.rgb) == kept


def test_bars_lie_or_stand_as_the_data_asks():
    template = template_from(deck_with())
    assert chart_of(charted(template, ChartKind.BAR)).chart_type == XL_CHART_TYPE.BAR_CLUSTERED
    assert chart_of(charted(template, ChartKind.COLUMN)).chart_type == XL_CHART_TYPE.COLUMN_CLUSTERED


def test_stacked_bars_of_shares_do_not_fill_the_height_with_one_series():
    template = template_from(deck_with(XL_CHART_TYPE.COLUMN_STACKED_100, 3))
    assert chart_of(charted(template, ChartKind.COLUMN)).chart_type == XL_CHART_TYPE.COLUMN_CLUSTERED


@pytest.mark.parametrize(
    ("drawn", "kind", "expected"),
    [
        (XL_CHART_TYPE.LINE_MARKERS, ChartKind.LINE, XL_CHART_TYPE.LINE_MARKERS),
        (XL_CHART_TYPE.PIE, ChartKind.DOUGHNUT, XL_CHART_TYPE.PIE),
        (XL_CHART_TYPE.DOUGHNUT, ChartKind.DOUGHNUT, XL_CHART_TYPE.DOUGHNUT),
        # A line between things that do not follow each other, and bars of a whole, would say what is not so.
        (XL_CHART_TYPE.LINE_MARKERS, ChartKind.COLUMN, XL_CHART_TYPE.COLUMN_CLUSTERED),
        (XL_CHART_TYPE.COLUMN_CLUSTERED, ChartKind.DOUGHNUT, XL_CHART_TYPE.DOUGHNUT),
        (XL_CHART_TYPE.PIE, ChartKind.BAR, XL_CHART_TYPE.BAR_CLUSTERED),
        (XL_CHART_TYPE.AREA, ChartKind.LINE, XL_CHART_TYPE.LINE_MARKERS),
    ],
)
def test_the_kind_is_kept_where_it_suits_the_data(drawn, kind, expected):
    deck = charted(template_from(deck_with(drawn, 1, own_colors=drawn != XL_CHART_TYPE.LINE_MARKERS)), kind)
    assert chart_of(deck).chart_type == expected
    assert next(iter(open_deck(deck).slides[0].charts)).series[0].labels == SURFACES


def test_two_pages_with_the_chart_have_a_chart_and_a_workbook_each():
    template = template_from(deck_with())
    layout = template.layouts_for(LayoutRole.CHART)[0]
    one = ChartPlacement(
        layout.slot(SlotPurpose.CHART), ChartKind.COLUMN, "甲", NAMES, VALUES, SURFACES, 16.0, "图表：甲"
    )
    pages = (Page("data-1", layout, (one,)), Page("data-2", layout, (replace(one, values=(1.0, 2.0, 3.0)),)))
    presentation = Presentation(io.BytesIO(render(Pages(pages, (), "", ""), template)))
    charts = [next(s.chart for s in slide.shapes if s.has_chart) for slide in presentation.slides]
    assert [tuple(chart.plots[0].series[0].values) for chart in charts] == [VALUES, (1.0, 2.0, 3.0)]
    names = [str(part.partname) for part in presentation.part.package.iter_parts()]
    assert sum(name.startswith("/ppt/charts/chart") for name in names) == 2
    assert sum(name.startswith("/ppt/embeddings/") for name in names) == 2


@pytest.mark.parametrize("kind", list(ChartKind))
@pytest.mark.parametrize("drawn", [XL_CHART_TYPE.COLUMN_STACKED, XL_CHART_TYPE.PIE, XL_CHART_TYPE.LINE_MARKERS])
def test_the_validator_finds_nothing_in_own_charts(drawn, kind, office_errors):
    assert office_errors(charted(template_from(deck_with(drawn)), kind)) == []


def test_a_chart_in_theme_colours_takes_the_colour_that_the_design_has_on_its_slides():
    chart = chart_of(charted(template_from(deck_with(own_colors=False)), ChartKind.COLUMN))
    assert str(chart.plots[0].series[0].format.fill.fore_color.rgb) != "C9A227"
    assert "srgbClr" in chart.part.blob.decode()


def test_a_chart_takes_the_room_of_the_text_that_went_off_beside_it():
    slot = template_from(deck_with()).layouts_for(LayoutRole.CHART)[0].slot(SlotPurpose.CHART)
    assert slot.box.left + slot.box.width > 0.9 * 12_192_000


def tabled(template, rows):
    layout = template.layouts_for(LayoutRole.TABLE)[0]
    slot = layout.slot(SlotPurpose.TABLE)
    widths = (slot.box.width // 2, slot.box.width - slot.box.width // 2)
    placement = TablePlacement(
        slot, ("指标", "数据"), rows, widths, 400_000, 150_000, 18.0, frozenset({1}), "表格：指标"
    )
    deck = render(Pages((Page("data-1", layout, (placement,)),), (), "", ""), template)
    return deck, next(s.table for s in Presentation(io.BytesIO(deck)).slides[0].shapes if s.has_table)


def test_the_own_table_keeps_the_look_of_its_head_and_of_its_bands(office_errors):
    rows = tuple((f"指标{i}", f"{i}00余人") for i in range(1, 6))
    deck, table = tabled(template_from(deck_with()), rows)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["指标", "数据"], *map(list, rows)]
    fills = [str(row.cells[0].fill.fore_color.rgb) for row in table.rows]
    assert fills == ["8B1A1A", "FFFFFF", "FFF6E9", "FFFFFF", "FFF6E9", "FFFFFF"]
    assert table.first_row
    assert table.cell(0, 0).text_frame.paragraphs[0].runs[0].font.bold
    assert {run.get("sz") for run in table._tbl.iter(qn("a:rPr"))} == {"1800"}
    assert office_errors(deck) == []


def test_a_table_of_merged_cells_is_drawn_anew():
    presentation = Presentation(io.BytesIO(deck_with()))
    table = next(s.table for s in presentation.slides[4].shapes if s.has_table)
    for row in range(4):
        table.cell(row, 0).merge(table.cell(row, 2))
    stream = io.BytesIO()
    presentation.save(stream)
    _, drawn = tabled(template_from(stream.getvalue()), (("指标1", "700余人"),))
    assert [cell.text for cell in drawn.rows[1].cells] == ["指标1", "700余人"]


@pytest.mark.parametrize("role", [LayoutRole.TABLE, LayoutRole.CHART])
def test_the_unit_s_name_stays_on_a_page_that_is_cleared_for_data_and_an_advert_does_not(role):
    for content, kept, gone in (
        (sample_decks.listed(), "青禾县农业农村局", "项目自启动"),
        (sample_decks.party(), "", "更多PPT模板"),
    ):
        template = template_from(content)
        (layout,) = template.layouts_for(role)
        slide = Presentation(io.BytesIO(template.package)).slides[layout.sample_slide - 1]
        words = " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        assert kept in words
        assert gone not in words
