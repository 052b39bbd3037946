"""A template's own chart with other figures: its part cloned with its colours and style, its workbook written anew."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml.ns import qn
from pptx.parts.chart import ChartPart

from generator.model import ChartKind, ChartPlacement
from generator.rendering.charts import number_axes
from generator.rendering.package import workbook_without_times
from generator.template.colors import contrast
from generator.template.sample_slides.color import lightness

_SEEN = 2.5
"""Contrast with the page at which bars are seen."""
_LIGHT_INK = 0.6
"""Lightness of words on a dark page."""
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SUITS = {
    ChartKind.BAR: ("c:barChart",),
    ChartKind.COLUMN: ("c:barChart",),
    ChartKind.LINE: ("c:lineChart", "c:barChart"),
    ChartKind.DOUGHNUT: ("c:doughnutChart", "c:pieChart"),
}
"""What a kind of data may be drawn as, the best first: a series of years stands as columns too, shares never do."""
_AXES = tuple(qn(f"c:{name}") for name in ("catAx", "valAx", "dateAx", "serAx"))
_OF_OLD_FIGURES = tuple(
    qn(f"c:{name}")
    for name in ("title", "dTable", "userShapes", "trendline", "errBars", "externalData", "majorUnit", "minorUnit")
)
"""What belongs to the figures that were there: names of axes, scales, lines of averages, drawings over the bars."""
_GRID = tuple(qn(f"c:{name}") for name in ("majorGridlines", "minorGridlines"))
_LABEL_TAGS = ("c:showLegendKey", "c:showVal", "c:showCatName", "c:showSerName", "c:showPercent", "c:showBubbleSize")
_ROUND = (qn("c:pieChart"), qn("c:doughnutChart"))
_OWN_PARTS = {"chartStyle": "/ppt/charts/style%d.xml", "chartColorStyle": "/ppt/charts/colors%d.xml"}
"""Parts that each chart has for itself, by the end of their relationship's type."""


def fill_chart(slide: Any, frame: Any, placement: ChartPlacement) -> bool:
    """Give a chart's frame a chart of the same look with other figures; False, and nothing done, where it suits none.

    A bar chart lies or stands as the data asks; a chart of three dimensions, of points or areas is not filled.
    """
    reference = frame.find(f".//{qn('c:chart')}")
    relation = None if reference is None else slide.part.rels.get(reference.get(f"{_R}id"))
    if relation is None or relation.is_external or not isinstance(relation.target_part, ChartPart):
        return False
    old = relation.target_part
    tag = _plot(old._element, placement.kind)
    if tag is None:
        return False
    part = _cloned(old)
    _keep_one_plot(part._element, tag)
    plot = part._element.find(f".//{tag}")
    _settle_plot(plot, placement.kind)
    data = CategoryChartData()
    data.categories = placement.categories
    data.add_series(placement.series_name, placement.values)
    part.chart.replace_data(data)
    workbook = part.chart_workbook.xlsx_part
    workbook._blob = workbook_without_times(workbook.blob)
    _settle_axes(part._element, placement.kind)
    number_axes(part._element)
    _settle_legend(part._element, plot)
    _label(plot, placement, _ink(part._element))
    _enlarge(part._element, placement.size_pt)
    slide.part.rels.pop(reference.get(f"{_R}id"))
    reference.set(f"{_R}id", slide.part.relate_to(part, RELATIONSHIP_TYPE.CHART))
    properties = frame.find(f"{qn('p:nvGraphicFramePr')}/{qn('p:cNvPr')}")
    properties.set("descr", placement.alternative_text)
    properties.attrib.pop("title", None)
    return True


def chart_look(slide: Any, frame: Any) -> tuple[str | None, Any | None]:
    """The colour of a chart's first bar or share (six hex digits or a name of the theme's), and the fill of its words.

    Each is None where the chart gives none.
    """
    reference = frame.find(f".//{qn('c:chart')}")
    relation = None if reference is None else slide.part.rels.get(reference.get(f"{_R}id"))
    if relation is None or relation.is_external or not isinstance(relation.target_part, ChartPart):
        return None, None
    space = relation.target_part._element
    properties = [each for series in space.iter(qn("c:ser")) for each in series.iter(qn("c:spPr"))]
    fills = [fill for each in properties if (fill := each.find(qn("a:solidFill"))) is not None and len(fill)]
    return (str(fills[0][0].get("val")) if fills else None), _ink(space)


def _plot(space: Any, kind: ChartKind) -> str | None:
    """The tag of the plot that the data suits, where it has a series whose look can be kept; dates need other axes."""
    if space.find(f".//{qn('c:dateAx')}") is not None:
        return None
    for tag in _SUITS[kind]:
        found = space.find(f".//{qn('c:plotArea')}/{qn(tag)}")
        if found is not None and found.find(qn("c:ser")) is not None:
            return str(qn(tag))
    return None


def _cloned(old: ChartPart) -> ChartPart:
    """A chart part of its own with the same tree, its colours, style and pictures; without the old workbook."""
    package = old.package
    tree: Any = copy.deepcopy(old._element)
    part = ChartPart(package.next_partname(ChartPart.partname_template), old.content_type, package, tree)
    for gone in list(tree.iter(*_OF_OLD_FIGURES)):
        gone.getparent().remove(gone)
    names: dict[str, str] = {}
    for identity, relation in old.rels.items():
        kind = str(relation.reltype).rsplit("/", 1)[-1]
        if relation.is_external or kind in ("package", "oleObject", "chartUserShapes"):
            continue
        target = relation.target_part
        if kind in _OWN_PARTS:
            name: PackURI = package.next_partname(_OWN_PARTS[kind])
            target = Part(name, target.content_type, package, target.blob)
        names[identity] = part.relate_to(target, relation.reltype)
    for element in part._element.iter():
        for attribute, value in list(element.attrib.items()):
            if str(attribute).startswith(_R) and value in names:
                element.set(attribute, names[value])
    return part


def _keep_one_plot(space: Any, tag: str) -> None:
    """The first plot of that tag and its axes, with one series; a second measure would need second figures."""
    area = space.find(f".//{qn('c:plotArea')}")
    kept = area.find(tag)
    for child in list(area):
        if str(child.tag).endswith("Chart") and child is not kept:
            area.remove(child)
    axes = {axis.get("val") for axis in kept.findall(qn("c:axId"))}
    for axis in [child for child in area if child.tag in _AXES]:
        if axis.find(qn("c:axId")).get("val") not in axes:
            area.remove(axis)
    series = _seen_series(kept.findall(qn("c:ser")), _ink(space))
    for other in kept.findall(qn("c:ser")):
        if other is not series:
            kept.remove(other)
    for tag_of_number in ("c:idx", "c:order"):
        series.find(qn(tag_of_number)).set("val", "0")
    for extensions in (*series.findall(qn("c:extLst")), *kept.findall(qn("c:extLst"))):
        extensions.getparent().remove(extensions)


def _seen_series(series: Sequence[Any], ink: Any | None) -> Any:
    """The first series; where it is pale, the first that is not: last year's grey stands for nothing without this
    year's blue beside it. Dark words (`ink`) stand on a light page."""
    page = "000000" if ink is not None and _lightness_of(ink) > _LIGHT_INK else "FFFFFF"
    colors = [(each, _own_color(each)) for each in series]
    if colors[0][1] is None or contrast(colors[0][1], page) >= _SEEN:
        return series[0]
    return next((each for each, color in colors if color is not None and contrast(color, page) >= _SEEN), series[0])


def _own_color(series: Any) -> str | None:
    """Six hex digits of a series' bars or line; None where it takes the theme's."""
    for place in (qn("c:spPr"), f"{qn('c:spPr')}/{qn('a:ln')}"):
        color = series.find(f"{place}/{qn('a:solidFill')}/{qn('a:srgbClr')}")
        if color is not None:
            return str(color.get("val")).upper()
    return None


def _lightness_of(ink: Any) -> float:
    """HLS lightness of a fill of words; 0 where it is the theme's or no colour."""
    color = ink.find(qn("a:srgbClr"))
    return 0.0 if color is None else lightness(str(color.get("val")))


def _strongest(series: list[Any]) -> Any:
    """The series in the most vivid colour of its own, the first of equals: one alone in the palest would look lost."""

    def saturation(one: Any) -> float:
        color = one.find(f"{qn('c:spPr')}/{qn('a:solidFill')}/{qn('a:srgbClr')}")
        if color is None:
            return 0.0
        red, green, blue = (int(str(color.get("val"))[i : i + 2], 16) / 255 for i in (0, 2, 4))
        return max(red, green, blue) - min(red, green, blue)

    return max(series, key=saturation)


def _settle_plot(plot: Any, kind: ChartKind) -> None:
    """Bars beside each other, lying or standing as the data asks: stacked, one series would fill the whole height."""
    if plot.tag != qn("c:barChart"):
        return
    plot.find(qn("c:barDir")).set("val", "bar" if kind is ChartKind.BAR else "col")
    grouping = plot.find(qn("c:grouping"))
    if grouping is not None:
        grouping.set("val", "clustered")
    for overlap in plot.findall(qn("c:overlap")):
        plot.remove(overlap)


def _settle_axes(space: Any, kind: ChartKind) -> None:
    """The axes where the bars want them, their scale left to the new figures; bars begin at zero.

    The values stand at the bars: the axis that says them once more, and its grid, go.
    """
    lying = kind is ChartKind.BAR
    for tag, places in (("c:catAx", ("l", "b")), ("c:valAx", ("b", "l"))):
        axis = space.find(f".//{qn(tag)}")
        if axis is None:
            continue
        place = axis.find(qn("c:axPos"))
        if place is not None:
            place.set("val", places[0] if lying else places[1])
        scaling = axis.find(qn("c:scaling"))
        for child in list(scaling):
            scaling.remove(child)
        orientation = etree.SubElement(scaling, qn("c:orientation"))
        # The first thing said is the topmost bar.
        orientation.set("val", "maxMin" if lying and tag == "c:catAx" else "minMax")
        if tag == "c:valAx":
            etree.SubElement(scaling, qn("c:min")).set("val", "0")
            axis.find(qn("c:delete")).set("val", "1")
            for line in [child for child in axis if child.tag in _GRID]:
                axis.remove(line)
            number = axis.find(qn("c:numFmt"))
            if number is not None:
                number.set("formatCode", "General")
                number.set("sourceLinked", "0")
            crossing = axis.find(qn("c:crosses"))
            if crossing is not None:
                crossing.set("val", "max" if lying else "autoZero")


def _settle_legend(space: Any, plot: Any) -> None:
    """One series needs no legend; shares do, as the designer placed it, else at the right."""
    chart = space.find(qn("c:chart"))
    deleted = chart.find(qn("c:autoTitleDeleted"))
    if deleted is None:
        deleted = etree.Element(qn("c:autoTitleDeleted"))
        chart.insert(0, deleted)
    deleted.set("val", "1")
    legend = chart.find(qn("c:legend"))
    if plot.tag not in _ROUND:
        if legend is not None:
            chart.remove(legend)
        return
    if legend is None:
        legend = etree.Element(qn("c:legend"))
        chart.find(qn("c:plotArea")).addnext(legend)
        etree.SubElement(legend, qn("c:legendPos")).set("val", "r")
        etree.SubElement(legend, qn("c:overlay")).set("val", "0")
    for entry in legend.findall(qn("c:legendEntry")):
        legend.remove(entry)


def _ink(space: Any) -> Any | None:
    """The fill of the words under the bars; None where they inherit it."""
    for place in (f".//{qn('c:catAx')}/{qn('c:txPr')}", qn("c:txPr")):
        words = space.find(place)
        fill = None if words is None else words.find(f".//{qn('a:defRPr')}/{qn('a:solidFill')}")
        if fill is not None:
            return fill
    return None


def _label(plot: Any, placement: ChartPlacement, ink: Any | None) -> None:
    """Each value as the text has it (700余人): shares where the designer set theirs, bars above their ends."""
    series = plot.find(qn("c:ser"))
    given = next((place.find(qn("c:dLbls")) for place in (series, plot) if place.find(qn("c:dLbls")) is not None), None)
    is_round = plot.tag in _ROUND
    look = None if given is None else given.find(f"{qn('c:txPr')}//{qn('a:defRPr')}")
    fill = look.find(qn("a:solidFill")) if is_round and look is not None else ink
    position = None
    if is_round:
        own = None if given is None else given.find(qn("c:dLblPos"))
        position = "outEnd" if own is None else str(own.get("val"))
        position = position if plot.tag == qn("c:pieChart") else None
    else:
        position = "t" if plot.tag == qn("c:lineChart") else "outEnd"
    for place in (series, plot):
        for old in place.findall(qn("c:dLbls")):
            place.remove(old)
    labels = etree.Element(qn("c:dLbls"))
    for index, surface in enumerate(placement.surfaces):
        label = etree.SubElement(labels, qn("c:dLbl"))
        etree.SubElement(label, qn("c:idx")).set("val", str(index))
        rich = etree.SubElement(etree.SubElement(label, qn("c:tx")), qn("c:rich"))
        etree.SubElement(rich, qn("a:bodyPr"))
        run = etree.SubElement(etree.SubElement(rich, qn("a:p")), qn("a:r"))
        properties = etree.SubElement(run, qn("a:rPr"), {"lang": "zh-CN", "altLang": "en-US", "b": "1"})
        properties.set("sz", str(round((placement.size_pt + 2) * 100)))
        if fill is not None:
            properties.append(copy.deepcopy(fill))
        etree.SubElement(run, qn("a:t")).text = surface
        _show(label, position)
    _show(labels, position)
    before = [child for child in series if child.tag in _BEFORE_LABELS]
    before[-1].addnext(labels)


_BEFORE_LABELS = tuple(
    qn(f"c:{name}")
    for name in ("idx", "order", "tx", "spPr", "invertIfNegative", "pictureOptions", "marker", "explosion", "dPt")
)
"""ECMA-376, 21.2.2.163 to 21.2.2.170 CT_BarSer and its kind: what stands before `c:dLbls` in a series."""


def _show(element: Any, position: str | None) -> None:
    if position:
        etree.SubElement(element, qn("c:dLblPos")).set("val", position)
    for tag in _LABEL_TAGS:
        etree.SubElement(element, qn(tag)).set("val", "1" if tag == "c:showVal" else "0")


def _enlarge(space: Any, size_pt: float) -> None:
    """No words of the chart smaller than a hall can read."""
    words = space.find(qn("c:txPr"))
    if words is None:
        words = etree.Element(qn("c:txPr"))
        etree.SubElement(words, qn("a:bodyPr"))
        paragraph = etree.SubElement(etree.SubElement(words, qn("a:p")), qn("a:pPr"))
        etree.SubElement(paragraph, qn("a:defRPr"))
        space.find(qn("c:chart")).getparent().insert(_after_chart(space), words)
    for run in _runs(space):
        if int(run.get("sz", "0")) < size_pt * 100:
            run.set("sz", str(round(size_pt * 100)))


def _runs(space: Any) -> Iterator[Any]:
    for properties in space.iter(qn("c:txPr"), qn("c:rich")):
        yield from properties.iter(qn("a:defRPr"), qn("a:rPr"))


def _after_chart(space: Any) -> int:
    """The place of `c:txPr` among the children of `c:chartSpace`: after the chart and its look."""
    last = space.find(qn("c:spPr"))
    return int(space.index(last if last is not None else space.find(qn("c:chart")))) + 1
