"""Words that cannot be read on their own ground take a colour of the theme; every other colour stays the designer's."""

import io

import pptx
import pytest
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from sample_decks import Deck
from template_files import COVER, NAMESPACES, NUMBER, TITLE, presentation, saved

import generator
from generator.model import LayoutRole, ThemeColor
from generator.pipeline import Request, TemplateFile
from generator.template import inspect_template, template_of
from generator.template.colors import Ink, blended, contrast, ink_of, theme_colors

DARK_RED, LIGHT_RED = "C0392B", "F26666"
LONG = "这里是示例正文，足够长，长到不会被当成封面、目录或者章节页，写满一页的样子。"


def codes(diagnosis):
    return {finding.code: finding.message for finding in diagnosis.findings}


def filled(color, geometry='<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>', alpha=None):
    changed = f'<a:alpha val="{alpha}"/>' if alpha else ""
    return (
        f"{geometry}<a:solidFill><a:srgbClr val='{color}'>{changed}</a:srgbClr></a:solidFill><a:ln><a:noFill/></a:ln>"
    )


def band(color, geometry='<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>', alpha=None):
    """A drawing over the whole slide."""
    return parse_xml(
        f'<p:sp {NAMESPACES}><p:nvSpPr><p:cNvPr id="70" name="底"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext cx="12192000" cy="6858000"/></a:xfrm>{filled(color, geometry, alpha)}</p:spPr>'
        "</p:sp>"
    )


def with_ground(ground, ink="tx1", size=28):
    """A content layout over a drawing, its body in a colour of the theme."""
    body = (None, 1, (5, 22, 90, 65), "单击此处编辑文本", size, ink)
    made = presentation([("封面", None, COVER), ("标题和内容", None, [TITLE, body, NUMBER])])
    layout = made.slide_layouts[1]
    layout._element.cSld.spTree.insert(2, ground)
    return saved(made)


def body_color(package, position=1):
    """The colour that the body's list style gives in the cleaned template."""
    template = template_of(inspect_template(package, "单位.pptx"))
    layout = pptx.Presentation(io.BytesIO(template.package)).slide_layouts[position]
    shape = next(shape for shape in layout.placeholders if shape.placeholder_format.idx == 1)
    fill = shape._element.find(f"{qn('p:txBody')}/{qn('a:lstStyle')}/{qn('a:lvl1pPr')}/{qn('a:defRPr')}/*/*")
    return None if fill is None else fill.get("val")


def test_white_on_white_becomes_black():
    package = with_ground(band("FFFFFF"), "bg1")
    assert "要点页的正文（1.0:1）" in codes(inspect_template(package, "a.pptx"))["template_contrast_mended"]
    assert body_color(package) == "tx1"


def test_black_on_a_dark_panel_becomes_white():
    assert body_color(with_ground(band("0B1F3A"))) == "bg1"


@pytest.mark.parametrize(
    ("ground", "ink"),
    [
        (band("FFFFFF"), "tx1"),
        (band("0B1F3A"), "bg1"),
        (band("0B1F3A", "<a:custGeom><a:avLst/><a:pathLst/></a:custGeom>"), "tx1"),  # a curve covers what it will
        (band("0B1F3A", '<a:prstGeom prst="wave"><a:avLst/></a:prstGeom>'), "tx1"),
        (band("0B1F3A", alpha=10_000), "tx1"),  # a breath of blue over white
    ],
)
def test_what_can_be_read_or_not_be_judged_stays(ground, ink):
    package = with_ground(ground, ink)
    assert "要点页的正文" not in "".join(codes(inspect_template(package, "a.pptx")).values())
    assert body_color(package) == ink


def test_white_on_a_pale_panel_becomes_dark_in_the_panels_own_hue():
    package = with_ground(band("8FA2B5"), "bg1", size=18)  # 2.6:1
    assert "template_contrast_mended" in codes(inspect_template(package, "a.pptx"))
    assert body_color(package) == "8FA2B5"  # with a lumMod that darkens it


def test_what_is_hard_to_read_but_can_be_read_is_told_and_stays():
    package = with_ground(band("76899C"), "bg1", size=18)
    assert "template_contrast_low" in codes(inspect_template(package, "a.pptx"))
    assert body_color(package) == "bg1"


def test_large_text_needs_less():
    package = with_ground(band("76899C"), "bg1", size=28)
    assert not [code for code in codes(inspect_template(package, "a.pptx")) if "contrast" in code]


def red_deck(ink):
    deck = Deck()
    deck.page(DARK_RED)
    deck.text("年度工作汇报", 1, 2.6, 11.3, 1.2, 48, "FFFFFF", "c", True)
    for index in range(3):
        deck.page(DARK_RED)
        deck.block(0, 2.6, 13.333, 2, LIGHT_RED)
        deck.text("章节标题", 1, 3.0, 11.3, 1.1, 40, ink, "c", True)
        deck.page(DARK_RED)
        deck.block(0.6, 1.4, 12.1, 5.6, "FFFFFF")
        deck.text("单击添加标题", 0.6, 0.4, 9, 0.8, 28, "FFFFFF", bold=True)
        deck.text("\n".join([LONG] * (3 + index)), 0.9, 1.7, 11.5, 5.0, 18, "333333")
    deck.page(DARK_RED)
    deck.text("谢谢观看", 1, 2.8, 11.3, 1.4, 60, "FFFFFF", "c", True)
    return deck.bytes()


def title_ink(package):
    """The colour of the divider's title in the pattern that pages are cloned from."""
    template = template_of(inspect_template(package, "单位.pptx"))
    layout = template.layouts_for(LayoutRole.SECTION)[0]
    slide = pptx.Presentation(io.BytesIO(template.package)).slides[layout.sample_slide - 1]
    title = next(shape for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text.strip())
    return ink_of(next(title._element.iter(qn("a:solidFill"))), {}).color


def test_a_sample_slides_dark_red_on_light_red_becomes_a_darker_red():
    diagnosis = inspect_template(red_deck(DARK_RED), "a.pptx")
    assert "章节页的标题" in codes(diagnosis)["template_contrast_mended"]
    assert "封面" not in codes(diagnosis)["template_contrast_mended"]
    mended = title_ink(red_deck(DARK_RED))
    assert contrast(mended, LIGHT_RED) >= 3
    red, green, blue = (int(mended[at : at + 2], 16) for at in (0, 2, 4))
    assert red > 2 * green
    assert red > 2 * blue


def test_a_sample_slide_that_can_be_read_keeps_its_colours():
    assert "template_contrast_mended" not in codes(inspect_template(red_deck("000000"), "a.pptx"))
    assert title_ink(red_deck("000000")) == "000000"


def test_white_on_a_bright_plate_stays_where_it_is_large_and_bold():
    deck = red_deck("FFFFFF")  # 2.9:1, a bold title of 40 pt
    assert title_ink(deck) == "FFFFFF"


def test_words_stand_out_in_a_colour_that_can_be_read_on_the_panel_under_them():
    assert template_of(inspect_template(with_ground(band("FFFFFF")), "a.pptx")).emphasis is ThemeColor.ACCENT1
    dark = template_of(inspect_template(with_ground(band("3B6AA0"), "bg1"), "a.pptx"))  # the theme's blue on blue
    master = pptx.Presentation(io.BytesIO(dark.package)).slide_master
    assert dark.emphasis is None or contrast(theme_colors(master)[dark.emphasis.value], "3B6AA0") >= 3


def fill(content):
    return parse_xml(f"<a:solidFill {NAMESPACES}>{content}</a:solidFill>")


@pytest.mark.parametrize(
    ("content", "ink"),
    [
        ('<a:srgbClr val="C00000"/>', Ink("C00000")),
        ('<a:schemeClr val="accent1"/>', Ink("4472C4")),
        ('<a:schemeClr val="accent1"><a:alpha val="50000"/></a:schemeClr>', Ink("4472C4", 0.5)),
        ('<a:sysClr val="window"/>', Ink("FFFFFF")),
        ('<a:prstClr val="black"/>', Ink("000000")),
        ('<a:srgbClr val="808080"><a:lumMod val="50000"/></a:srgbClr>', Ink("404040")),
        ('<a:srgbClr val="000000"><a:lumMod val="50000"/><a:lumOff val="50000"/></a:srgbClr>', Ink("808080")),
    ],
)
def test_colours_are_worked_out(content, ink):
    assert ink_of(fill(content), {"accent1": "4472C4"}) == ink


def test_a_colour_that_nobody_knows_is_none():
    assert ink_of(fill('<a:schemeClr val="phClr"/>'), {}) is None


def test_a_veil_is_blended_with_what_lies_under_it():
    assert blended(Ink("FFFFFF", 0.5), "000000") == "808080"
    assert contrast("C0392B", "F26666") < 3


def chart_inks(package, seeds):
    """The colours of words in the charts of a deck on a template."""
    built = generator.build(seeds / "report.txt", Request(template=TemplateFile(package, "单位.pptx")))
    charts = [
        shape.chart
        for slide in pptx.Presentation(io.BytesIO(built.deck)).slides
        for shape in slide.shapes
        if shape.has_chart
    ]
    assert charts
    return {
        color.get("val")
        for chart in charts
        for words in chart._chartSpace.iter(qn("a:defRPr"), qn("a:rPr"))
        for color in words.iterfind(f"{qn('a:solidFill')}/{qn('a:schemeClr')}")
    }


def test_the_words_of_charts_take_the_colour_of_the_points(seeds):
    assert chart_inks(with_ground(band("111111"), "bg1"), seeds) == {"bg1"}


def test_where_points_are_in_the_pages_own_colour_charts_inherit_it(seeds):
    assert chart_inks(with_ground(band("FFFFFF")), seeds) == set()
