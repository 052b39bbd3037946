import io
import re
import zipfile

import pytest
from lxml import etree
from PIL import Image
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from template_files import NAMESPACES, ORDINARY, part_names, presentation, saved, texts_of

import generator
from generator.pipeline import Request, TemplateFile
from generator.template import inspect_template, template_of

ADVERT = "更多模板请访问 www.example.cn"
LONG = "这里是示例正文，写在占位符里，足够长，长到不会被当成封面、目录或者章节页。"
SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"


def picture(color):
    stream = io.BytesIO()
    Image.new("RGB", (60, 40), color).save(stream, "PNG")
    return stream


@pytest.fixture(scope="module")
def lived_in():
    """A template as somebody left it: slides, comments, sections, a custom show, links to files, macros."""
    made = presentation(ORDINARY, [(0, {0: "年度汇报", 1: "张三"}, []), (3, {0: "成效", 1: LONG}, [ADVERT])])
    main, slide = made.part, made.slides[1]
    slide.shapes.add_picture(picture("red"), 0, 0)
    for uri, kind, owner in (
        ("/ppt/comments/comment1.xml", RELATIONSHIP_TYPE.COMMENTS, slide.part),
        ("/ppt/commentAuthors.xml", RELATIONSHIP_TYPE.COMMENT_AUTHORS, main),
        ("/ppt/vbaProject.bin", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", main),
        ("/customXml/item1.xml", RELATIONSHIP_TYPE.CUSTOM_XML, main),
    ):
        owner.relate_to(Part(PackURI(uri), "application/octet-stream", main.package, b"<left/>"), kind)
    identities = [entry.get("id") for entry in main._element.sldIdLst]
    p14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
    listed = "".join(f'<p14:sldId id="{identity}"/>' for identity in identities)
    main._element.append(
        parse_xml(
            f'<p:extLst {NAMESPACES}><p:ext uri="{SECTIONS}"><p14:sectionLst xmlns:p14="{p14}"><p14:section name="旧" '
            f'id="{{6B5E84F0-0000-0000-0000-000000000001}}"><p14:sldIdLst>{listed}</p14:sldIdLst></p14:section>'
            "</p14:sectionLst></p:ext></p:extLst>"
        )
    )
    first = main._element.sldIdLst[0].get(qn("r:id"))
    shows = parse_xml(
        f'<p:custShowLst {NAMESPACES}><p:custShow name="放映" id="0"><p:sldLst><p:sld r:id="{first}"/></p:sldLst>'
        "</p:custShow></p:custShowLst>"
    )
    main._element.insert(list(main._element).index(main._element.sldIdLst) + 3, shows)
    layout = made.slide_layouts[3]
    linked = layout.part.rels.get_or_add_ext_rel(RELATIONSHIP_TYPE.IMAGE, "file:///C:/Users/zhang/logo.png")
    layout._element.cSld.spTree.append(
        parse_xml(
            f'<p:pic {NAMESPACES}><p:nvPicPr><p:cNvPr id="77" name="标志"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
            "<p:blipFill>"
            f'<a:blip r:link="{linked}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>'
            '<a:off x="9" y="9"/><a:ext cx="9" cy="9"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            "</p:spPr></p:pic>"
        )
    )
    made.core_properties.author = "模板作者"
    made.core_properties.comments = ADVERT
    return saved(made)


@pytest.fixture(scope="module")
def cleaned(lived_in):
    return template_of(inspect_template(lived_in, "单位.pptx")).package


def test_nothing_that_hangs_on_the_slides_is_left(lived_in, cleaned):
    gone = [name for name in part_names(lived_in) if name not in part_names(cleaned)]
    for pattern in (r"slides/slide\d", "comments/", "commentAuthors", "vbaProject", "customXml", "media/", "docProps/"):
        assert any(re.search(pattern, name) for name in gone), pattern
        assert not any(re.search(pattern, name) for name in part_names(cleaned) if "core.xml" not in name), pattern


def test_layouts_masters_and_themes_stay(lived_in, cleaned):
    kept = [
        name for name in part_names(lived_in) if re.search(r"ppt/(slideLayouts|slideMasters|theme)/[^/]+\.xml", name)
    ]
    assert len(kept) > 8
    assert set(kept) <= set(part_names(cleaned))


def test_main_part_and_layouts_point_to_nothing_that_is_gone(cleaned):
    with zipfile.ZipFile(io.BytesIO(cleaned)) as archive:
        names = set(archive.namelist())
        assert len(names) == len(archive.namelist())
        for path in names:
            if not path.endswith(".xml") or not path.startswith("ppt/"):
                continue
            folder, _, base = path.rpartition("/")
            relations = f"{folder}/_rels/{base}.rels"
            known = set()
            if relations in names:
                for relation in etree.fromstring(archive.read(relations)):
                    assert relation.get("TargetMode") != "External"
                    known.add(relation.get("Id"))
            used = re.findall(rb'r:(?:id|embed|link)="([^"]+)"', archive.read(path))
            assert {identity.decode() for identity in used} <= known, path
        main = archive.read("ppt/presentation.xml")
    assert b"custShow" not in main
    assert b"section" not in main


def test_a_picture_that_was_only_linked_is_gone_and_told(lived_in, cleaned):
    with zipfile.ZipFile(io.BytesIO(cleaned)) as archive:
        layouts = [archive.read(name) for name in archive.namelist() if name.startswith("ppt/slideLayouts/slide")]
    assert not any("标志".encode() in layout for layout in layouts)
    codes = [finding.code for finding in inspect_template(lived_in, "a.pptx").findings]
    assert "template_linked_files" in codes
    assert "template_adverts" in codes


def test_the_deck_holds_nothing_of_the_authors(lived_in, township):
    built = generator.build(township, Request(template=TemplateFile(lived_in, "单位.pptx")))
    shown = "\n".join(texts_of(built.deck))
    assert ADVERT not in shown
    assert "示例正文" not in shown
    assert "单击此处" not in shown
    with zipfile.ZipFile(io.BytesIO(built.deck)) as archive:
        assert len(set(archive.namelist())) == len(archive.namelist())
        core = archive.read("docProps/core.xml").decode()
    assert "模板作者" not in core
    assert ADVERT not in core
    assert [f for f in built.findings if f.severity == "error"] == []


def test_the_template_file_is_not_changed(lived_in):
    before = bytes(lived_in)
    template_of(inspect_template(lived_in, "a.pptx"))
    assert lived_in == before


def test_two_builds_are_the_same_bytes(lived_in, township):
    request = Request(template=TemplateFile(lived_in, "单位.pptx"))
    assert generator.build(township, request).deck == generator.build(township, request).deck


def with_advert(words):
    layouts = [*ORDINARY[:3], ("标题和内容", "obj", ORDINARY[3][2], [((70, 90, 20, 5), words)])]
    return template_of(inspect_template(saved(presentation(layouts)), "单位.pptx")).package


@pytest.mark.parametrize(
    "words", ["更多模板请访问 www.1ppt.com", "第一PPT模板网", "关注公众号领取素材", "Free PPT templates"]
)
def test_what_a_template_site_wrote_on_a_layout_goes(words):
    assert words not in texts_of(with_advert(words), "ppt/slideLayouts/")


@pytest.mark.parametrize("words", ["www.linxi.gov.cn", "临溪县水务局", "内部资料 注意保存", "模范机关"])
def test_what_the_unit_wrote_on_it_stays(words):
    assert words in texts_of(with_advert(words), "ppt/slideLayouts/")
