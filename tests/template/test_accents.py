"""Tables and charts take the colour that the design is drawn in, not the one of a theme that nobody looked at."""

import io
import re
import zipfile

import pptx
import pytest
from lxml import etree
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from template_files import CONTENT, COVER, NAMESPACES, presentation, saved

from generator.template import inspect_template, template_of

BLUE = '<a:srgbClr val="144189"/>'


def band(fill, box=(0, 0, 12_192_000, 900_000), style=""):
    left, top, width, height = box
    return parse_xml(
        f'<p:sp {NAMESPACES}><p:nvSpPr><p:cNvPr id="70" name="带"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
        f'<a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f"</a:prstGeom>{fill}</p:spPr>{style}</p:sp>"
    )


def drawn_in(color, accent="660874", **place):
    """A content layout with a band of a colour, under a theme whose first accent is purple."""
    made = presentation([("封面", None, COVER), ("正文", None, CONTENT)])
    master = made.slide_master
    master._element.cSld.spTree.insert(2, band(f"<a:solidFill>{color}</a:solidFill>", **place))
    theme = next(rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme"))
    theme._blob = re.sub(
        rb"(<a:accent1>).*?(</a:accent1>)", f'\\g<1><a:srgbClr val="{accent}"/>\\g<2>'.encode(), theme.blob, flags=re.S
    )
    return saved(made)


def accent_of(package):
    """The first accent of the finished template's theme, and whether a change was told."""
    diagnosis = inspect_template(package, "a.pptx")
    told = "template_accent_taken" in [finding.code for finding in diagnosis.findings]
    with zipfile.ZipFile(io.BytesIO(template_of(diagnosis).package)) as archive:
        theme = archive.read("ppt/theme/theme1.xml").decode()
    return re.search(r'<a:accent1>\s*<a:srgbClr val="(\w+)"', theme)[1], told


def test_the_colour_of_the_band_becomes_the_first_accent():
    assert accent_of(drawn_in(BLUE)) == ("144189", True)


@pytest.mark.parametrize(
    ("color", "accent", "place"),
    [
        ('<a:schemeClr val="accent1"/>', "660874", {}),  # the band is drawn in it
        (BLUE, "3A6FC4", {}),  # another blue
        ('<a:srgbClr val="FFD54F"/>', "660874", {}),  # white words on it could not be read
        ('<a:srgbClr val="DDDDDD"/>', "660874", {}),  # a grey is no colour of a design
        (BLUE, "660874", {"box": (0, 0, 90_000, 90_000)}),  # a dot in a logo
        (BLUE, "660874", {"box": (-9_000_000, 0, 8_000_000, 900_000)}),  # a palette beside the page
    ],
)
def test_the_themes_own_accent_stays(color, accent, place):
    assert accent_of(drawn_in(color, accent, **place)) == (accent, False)


def test_the_titles_colour_tells_where_all_art_is_pictures():
    made = pptx.Presentation(io.BytesIO(drawn_in('<a:srgbClr val="DDDDDD"/>', "4F81BD")))
    style = made.slide_master._element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}/{qn('a:defRPr')}")
    fill = style.find(qn("a:solidFill"))
    fill.remove(fill[0])
    etree.SubElement(fill, qn("a:srgbClr")).set("val", "8E1B1B")
    assert accent_of(saved(made)) == ("8E1B1B", True)


def test_an_accent_too_pale_for_bars_gives_way_to_the_next():
    changed, told = accent_of(drawn_in('<a:srgbClr val="DDDDDD"/>', "E6E6E6"))
    assert told
    assert changed not in ("E6E6E6", "DDDDDD")


def test_a_style_that_its_own_fill_covers_shows_nothing():
    style = (
        '<p:style><a:lnRef idx="0"><a:schemeClr val="accent1"/></a:lnRef><a:fillRef idx="1">'
        '<a:schemeClr val="accent1"/></a:fillRef><a:effectRef idx="0"><a:schemeClr val="accent1"/></a:effectRef>'
        '<a:fontRef idx="minor"/></p:style>'
    )
    assert accent_of(drawn_in(BLUE, style=style)) == ("144189", True)
