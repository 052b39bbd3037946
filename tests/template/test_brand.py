import io
import re
import zipfile

import pptx
import pytest
from lxml import etree
from PIL import Image
from pptx.oxml.ns import qn
from sample_decks import Deck
from template_files import BODY, CONTENT, COVER, NUMBER, ORDINARY, TITLE, template_file

import generator
from generator.errors import SettingsError
from generator.model import SlotPurpose
from generator.pipeline import Request, TemplateFile
from generator.template import Brand, branded, inspect_template, look_names, open_look, template_of
from generator.template.brand import color_digits
from generator.template.facts import kind_of
from generator.template.layouts import frame_of, lineages

FOOTER = ("ftr", 11, (35, 92, 30, 5), "")


def logo(width=300, height=100):
    stream = io.BytesIO()
    Image.new("RGB", (width, height), "red").save(stream, "PNG")
    return stream.getvalue()


def opened(template):
    return pptx.Presentation(io.BytesIO(template.package))


def themes(template):
    with zipfile.ZipFile(io.BytesIO(template.package)) as archive:
        return [archive.read(name).decode() for name in archive.namelist() if name.startswith("ppt/theme/theme1")]


def own(layouts):
    return template_of(inspect_template(template_file(layouts), "单位.pptx"))


@pytest.fixture(params=["look", "template"])
def template(request):
    return open_look() if request.param == "look" else own([*ORDINARY[:3], ("正文", None, [*CONTENT, FOOTER])])


def logos(template):
    return [
        (owner, shape)
        for master in opened(template).slide_masters
        for owner in (master, *master.slide_layouts)
        for shape in owner.shapes
        if shape.name == "单位标志"
    ]


def test_colours_and_typefaces_go_into_the_theme(template):
    changed, findings = branded(template, Brand({"accent1": "9E1B32"}, "Georgia", "方正小标宋简体"))
    (theme,) = themes(changed)
    assert re.search(r'<a:accent1>\s*<a:srgbClr val="9E1B32"/>\s*</a:accent1>', theme)
    assert theme.count('typeface="方正小标宋简体"') >= 2
    assert theme.count('typeface="Georgia"') >= 2
    assert "9E1B32" not in themes(template)[0]
    assert findings == ()


def test_a_typeface_that_a_layout_names_for_itself_gives_way():
    made = pptx.Presentation(io.BytesIO(template_file(ORDINARY)))
    run = made.slide_layouts[0].placeholders[0].text_frame.paragraphs[0].runs[0]
    run.font.name = "黑体"
    stream = io.BytesIO()
    made.save(stream)
    plain = template_of(inspect_template(stream.getvalue(), "a.pptx"))
    changed, _ = branded(plain, Brand(latin="Georgia"))
    with zipfile.ZipFile(io.BytesIO(changed.package)) as archive:
        layouts = [archive.read(n).decode() for n in archive.namelist() if n.startswith("ppt/slideLayouts/slideL")]
    assert not any("黑体" in layout for layout in layouts)
    assert any("+mn-lt" in layout for layout in layouts)


def test_nothing_given_changes_nothing(template):
    assert branded(template, Brand()) == (template, ())


@pytest.mark.parametrize("shape", [(300, 100), (100, 100), (80, 120)])
def test_the_logo_stands_on_the_slide_and_covers_no_text(template, shape):
    changed, findings = branded(template, Brand(logo=logo(*shape)))
    assert findings == ()
    found = logos(changed)
    assert found
    used = {(layout.master, layout.name) for layout in template.layouts}
    for owner, picture in found:
        assert picture.left >= 0
        assert picture.left + picture.width <= changed.width
        assert picture.top + picture.height <= changed.height
        assert abs(picture.width / picture.height - shape[0] / shape[1]) < 0.05
        is_master = not hasattr(owner, "slide_master")
        layouts = [lay for lay in owner.slide_layouts if (0, lay.name) in used] if is_master else [owner]
        for layout in layouts:
            if is_master and layout._element.get("showMasterSp") == "0":
                continue
            for placeholder in layout.placeholders:
                if kind_of(placeholder._element.ph) == "dt":
                    continue
                box = frame_of(lineages(layout)[placeholder.placeholder_format.idx].holders)
                apart = (
                    box.left >= picture.left + picture.width
                    or box.left + box.width <= picture.left
                    or box.top >= picture.top + picture.height
                    or box.top + box.height <= picture.top
                )
                assert apart, (layout.name, placeholder.name)


def test_where_every_corner_holds_text_it_is_told():
    crowded = [("title", 0, (0, 0, 100, 20), ""), (None, 1, (0, 20, 100, 80), "")]
    changed, findings = branded(own([("封面", None, COVER), ("正文", None, crowded)]), Brand(logo=logo()))
    assert [finding.code for finding in findings] == ["brand_logo_no_place"]
    assert logos(changed) == []


def test_the_footer_is_on_every_page_of_the_deck(township):
    package = template_file([("封面", None, COVER), ("正文", None, [TITLE, BODY, NUMBER, FOOTER])])
    request = Request(template=TemplateFile(package, "单位.pptx"), brand=Brand(footer="临溪县水务局"))
    deck = pptx.Presentation(io.BytesIO(generator.build(township, request).deck))
    pages = [slide for slide in deck.slides if slide.slide_layout.name == "正文"]
    assert len(pages) > 5
    for page in pages:
        assert "临溪县水务局" in [shape.text_frame.text for shape in page.shapes if shape.has_text_frame]


def test_a_footer_without_a_place_is_told():
    changed, findings = branded(own([("正文", None, CONTENT)]), Brand(footer="某某局"))
    assert [finding.code for finding in findings] == ["brand_footer_no_place"]
    assert SlotPurpose.FOOTER in changed.layouts[0].carried


def test_a_logo_that_is_no_picture_is_refused(template):
    with pytest.raises(SettingsError) as raised:
        branded(template, Brand(logo=b"no picture"))
    assert raised.value.code == "brand_logo"


def test_colours_are_written_as_people_write_them():
    assert color_digits("colors.accent1", " #9e1b32 ") == "9E1B32"
    for wrong in ("红色", "#FFF", "9E1B3", "#9E1B3G", "rgb(1,2,3)"):
        with pytest.raises(SettingsError):
            color_digits("colors.accent1", wrong)


@pytest.mark.parametrize("name", look_names())
def test_a_branded_deck_is_valid(name, township, office_errors):
    brand = Brand({"accent1": "1B5E9E", "hlink": "1B5E9E"}, "Georgia", "宋体", logo(), "临溪县水务局")
    assert office_errors(generator.build(township, Request(look=name, brand=brand)).deck) == []


@pytest.mark.parametrize("name", look_names())
def test_an_exported_look_keeps_all_its_roles(name, township):
    look = open_look(name)
    again = template_of(inspect_template(look.package, "我的.pptx"))
    assert {(lay.role, lay.name, lay.slots) for lay in again.layouts} == {
        (lay.role, lay.name, lay.slots) for lay in look.layouts
    }
    deck = generator.build(township, Request(template=TemplateFile(look.package, "我的.pptx")))
    assert deck.slides == generator.build(township, Request(look=name)).slides


def by_hand(color, typeface):
    """A design on slides whose every run names its typeface and its colour."""
    deck = Deck()
    deck.page("FFFFFF")
    deck.text("年度工作汇报", 1, 2.6, 11.3, 1.2, 48, color, "c", True)
    for count in (3, 4, 5):
        deck.page("FFFFFF")
        deck.text("添加章节标题", 1, 3.0, 11.3, 1.1, 40, color, "c", True)
        deck.page("FFFFFF")
        deck.block(0, 0, 13.333, 1.2, color)
        deck.text("单击添加标题", 0.6, 0.3, 9, 0.7, 28, "FFFFFF", bold=True)
        body = "这里是示例正文，足够长，长到不会被当成封面、目录或者章节页。\n" * count
        deck.text(body.strip(), 0.9, 1.7, 11.5, 5.0, 18, color)
    deck.page("FFFFFF")
    deck.text("谢谢观看", 1, 2.8, 11.3, 1.4, 60, color, "c", True)
    for slide in deck.presentation.slides:
        for run in slide._element.iter(qn("a:rPr")):
            for tag in ("a:latin", "a:ea"):
                etree.SubElement(run, qn(tag)).set("typeface", typeface)
    return template_of(inspect_template(deck.bytes(), "单位.pptx"))


def slide_typefaces(template):
    tags = (qn("a:latin"), qn("a:ea"))
    return {e.get("typeface") for slide in opened(template).slides for e in slide._element.iter(*tags)}


def test_a_typeface_that_sample_slides_name_for_themselves_gives_way_too():
    plain = by_hand("1F3864", "微软雅黑")
    assert slide_typefaces(plain) == {"微软雅黑"}
    changed, _ = branded(plain, Brand(latin="Georgia", east_asian="方正小标宋简体"))
    assert slide_typefaces(changed) == {"+mn-lt", "+mn-ea"}


def test_a_typeface_that_nobody_changes_stays_on_sample_slides():
    changed, _ = branded(by_hand("1F3864", "微软雅黑"), Brand(footer="永昌镇"))
    assert slide_typefaces(changed) == {"微软雅黑"}


def test_colours_that_sample_slides_give_for_themselves_are_told():
    def codes(template):
        return [finding.code for finding in branded(template, Brand({"accent1": "9E1B32"}))[1]]

    assert codes(by_hand("1F3864", "微软雅黑")) == ["brand_colors_on_slides"]
    assert codes(open_look()) == []


def test_the_logo_stands_on_kept_sample_slides_too():
    changed, findings = branded(by_hand("1F3864", "微软雅黑"), Brand(logo=logo()))
    slides = list(opened(changed).slides)
    assert slides
    assert findings == ()
    for slide in slides:
        (found,) = [shape for shape in slide.shapes if shape.name == "单位标志"]
        for shape in slide.shapes:
            if shape.has_text_frame and shape.text_frame.text.strip():
                inset = 45_720  # a text stands off the edge of its box by a twentieth of an inch
                apart = (
                    found.left >= shape.left + shape.width - 2 * inset
                    or shape.left + 2 * inset >= found.left + found.width
                    or found.top >= shape.top + shape.height - inset
                    or shape.top + inset >= found.top + found.height
                )
                assert apart, shape.text_frame.text


def test_a_footer_that_no_kept_sample_slide_can_show_is_told():
    _, findings = branded(by_hand("1F3864", "微软雅黑"), Brand(footer="永昌镇"))
    assert [finding.code for finding in findings] == ["brand_footer_no_place"]
