"""A template of our own making for each trap that real templates hold. All of it invented."""

import io
import re
from functools import cache

import pptx
from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part, XmlPart
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Inches
from sample_decks import Deck, picture
from template_files import (
    BODY,
    COLUMNS,
    CONTENT,
    COVER,
    DIVIDER,
    HEIGHT,
    NAMESPACES,
    NUMBER,
    ORDINARY,
    TITLE,
    WIDTH,
    as_strict,
    drawing,
    presentation,
    rewritten,
    saved,
    template_file,
    with_main_type,
)

LONG = "这里是示例正文，写在占位符里，足够长，长到不会被当成封面、目录或者章节页。"
LEFTOVERS = ("示例正文", "单击此处", "点击添加", "模板下载", "example-ppt", "某某设计", "Lorem ipsum")
"""Words of an author that no finished deck may show."""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = b"application/vnd.openxmlformats-officedocument.presentationml."
SITE = "更多PPT模板下载请访问 www.example-ppt.com"


def lying_names():
    """An empty 标题和内容, a 标题幻灯片 without placeholders, three layouts of one name."""
    return template_file(
        [
            ("标题和内容", "obj", []),
            ("标题幻灯片", "title", [], [((0, 0, 100, 20), "")]),
            ("节标题", None, COVER),
            ("节标题", None, CONTENT),
            ("节标题", "secHead", DIVIDER),
        ]
    )


def swapped_types():
    """ctrTitle on the content page, title and secHead swapped, a decoy called Title Slide."""
    content = [("ctrTitle", 0, (5, 4, 90, 14), ""), BODY, NUMBER]
    return template_file([("封面", "secHead", COVER), ("章节", "title", DIVIDER), ("Title Slide", None, content)])


def two_masters():
    """The first master is the stock one, the second carries the design."""
    made = copied_master(ORDINARY[:4], copies=1, renamed=True)
    made.slide_masters[1]._element.cSld.spTree.insert(2, drawing(98, (0, 0, 100, 3)))
    return saved(made)


def copied_master(layouts, copies, renamed):
    """A presentation whose master stands in it several times, layouts and theme with it; `renamed`: 1_封面 for 封面."""
    made = presentation(layouts)
    first, package = made.slide_masters[0], made.part.package
    theme = first.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    for copy in range(1, copies + 1):
        uri = PackURI(f"/ppt/slideMasters/slideMaster{copy + 1}.xml")
        master = XmlPart.load(uri, first.part.content_type, package, etree.tostring(first._element))
        own = Part(PackURI(f"/ppt/theme/theme{copy + 6}.xml"), theme.content_type, package, theme.blob)
        master.relate_to(own, RELATIONSHIP_TYPE.THEME)
        listed = master._element.find(qn("p:sldLayoutIdLst"))
        for entry in list(listed):
            listed.remove(entry)
        for number, layout in enumerate(first.slide_layouts, 20 * copy + 1):
            uri = PackURI(f"/ppt/slideLayouts/slideLayout{number}.xml")
            copied = XmlPart.load(uri, layout.part.content_type, package, etree.tostring(layout._element))
            copied._element.cSld.set("name", f"{copy}_{layout.name}" if renamed else layout.name)
            copied.relate_to(master, RELATIONSHIP_TYPE.SLIDE_MASTER)
            _listed(listed, "p:sldLayoutId", 2_147_483_800 + number, master.relate_to(copied, f"{_OFFICE}/slideLayout"))
        identity = made.part.relate_to(master, RELATIONSHIP_TYPE.SLIDE_MASTER)
        _listed(made.part._element.find(qn("p:sldMasterIdLst")), "p:sldMasterId", 2_147_483_700 + copy, identity)
    stream = io.BytesIO()
    made.save(stream)
    return pptx.Presentation(stream)


def _listed(owner, tag, number, relation):
    entry = etree.SubElement(owner, qn(tag))
    entry.set("id", str(number))
    entry.set(qn("r:id"), relation)


def adverts():
    """A site's offer on a layout and on slides, a hidden one, the author's name, prompts."""
    layouts = [*ORDINARY[:3], ("标题和内容", "obj", CONTENT, [((60, 90, 38, 6), SITE)])]
    slides = [
        (0, {0: "单击此处添加标题", 1: "某某设计"}, [SITE]),
        (3, {0: "点击添加标题", 1: LONG}, ["Lorem ipsum dolor sit amet"]),
    ]
    made = presentation(layouts, slides)
    hidden = drawing(96, (10, 60, 40, 10), "模板下载 www.example-ppt.com")
    hidden.find(f"*/{qn('p:cNvPr')}").set("hidden", "1")
    made.slides[1].shapes._spTree.append(hidden)
    made.core_properties.author = "某某设计"
    return saved(made)


def lead_line():
    """The first body is a line of a tenth of the height, a breadcrumb stands above the title."""
    lead = ("body", 1, (5, 18, 90, 8), "一句话要点")
    crumb = ("body", 10, (5, 1, 50, 3), "所在部分", 12)
    return template_file([("封面", None, COVER), ("正文", None, [TITLE, lead, crumb, (None, 12, (5, 30, 90, 60), "")])])


def agenda_of_twenty_four():
    """Twenty-four pairs of numbers and texts, whose unused prompts have to go."""
    pairs = []
    for number in range(24):
        left, top = 4 + 32 * (number % 3), 20 + 9 * (number // 3)
        pairs.append(("body", 20 + number, (left, top, 5, 7), f"{number + 1:02d}", 18))
        pairs.append(("body", 60 + number, (left + 6, top, 24, 7), "单击此处编辑文本", 18))
    return template_file([("封面", None, COVER), ("目录", None, [TITLE, *pairs]), ("正文", None, CONTENT)])


def running_down():
    """A layout with upright text beside ordinary ones."""
    package = template_file(
        [("封面", None, COVER), ("竖排标题与文本", "vertTx", [TITLE, BODY]), ("正文", "obj", CONTENT)]
    )
    return rewritten(
        package,
        lambda name, part: (
            part.replace(b"<a:bodyPr/>", b'<a:bodyPr vert="eaVert"/>') if name.endswith("slideLayout2.xml") else part
        ),
    )


def on_black():
    """A dark theme by the colour map alone: bg1 is the theme's dark colour."""
    return rewritten(
        template_file(ORDINARY),
        lambda name, part: (
            part.replace(b'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"', b'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"')
            if name.startswith("ppt/slideMasters/")
            else part
        ),
    )


def scaled(package, width, height):
    """The same on slides of another size, everything in proportion."""
    across, down = width / WIDTH, height / HEIGHT

    def change(name, part):
        if name == "ppt/presentation.xml":
            return re.sub(rb"<p:sldSz[^>]*/>", f'<p:sldSz cx="{width}" cy="{height}"/>'.encode(), part)
        if not re.match(r"ppt/slide(Layouts|Masters)/[^/]+\.xml", name):
            return part
        for attribute, factor in ((b"x", across), (b"y", down), (b"cx", across), (b"cy", down)):
            part = re.sub(
                rb"(<a:(?:off|ext)\b[^>]*?\b" + attribute + rb'=")(\d+)(")',
                lambda m, factor=factor: m[1] + str(round(int(m[2]) * factor)).encode() + m[3],
                part,
            )
        return part

    return rewritten(package, change)


def with_fonts(east_asian, hans):
    """The theme's east-asian typeface, and the one of its script map."""

    def change(name, part):
        if not name.startswith("ppt/theme/"):
            return part
        part = re.sub(rb'<a:ea typeface="[^"]*"', f'<a:ea typeface="{east_asian}"'.encode(), part)
        return re.sub(rb'(script="Hans" typeface=")[^"]*', rb"\g<1>" + hans.encode(), part)

    return rewritten(template_file(ORDINARY), change)


def shouting():
    """A run-level 微软雅黑 that overrides the theme, all capitals for Latin letters."""
    return rewritten(
        template_file(ORDINARY),
        lambda name, part: (
            part.replace(
                b'<a:rPr lang="zh-CN"/>', '<a:rPr lang="zh-CN" cap="all"><a:ea typeface="微软雅黑"/></a:rPr>'.encode()
            )
            if name.startswith("ppt/slideLayouts/")
            else part
        ),
    )


def moving():
    """Animations, a timed turn with a sound and a film on every slide; the design lives on the slides."""
    deck = Deck()

    def page(*words):
        deck.page("FFFFFF")
        shapes = [deck.text(*one) for one in words]
        film = deck.slide.shapes.add_movie(
            io.BytesIO(b"film" * 900),
            *(Inches(12), Inches(6.5), Inches(1), Inches(0.6)),
            poster_frame_image=picture(),
            mime_type="video/mp4",
        )
        for old in deck.slide._element.findall(qn("p:timing")):
            deck.slide._element.remove(old)
        uri = PackURI(f"/ppt/media/ring{deck.slide.slide_id}.wav")
        ring = Part(uri, "audio/x-wav", deck.presentation.part.package, b"RIFF" + b"ring" * 100)
        relation = deck.slide.part.relate_to(ring, f"{_OFFICE}/audio")
        deck.slide._element.append(
            parse_xml(
                f'<p:transition {NAMESPACES} spd="slow" advClick="0" advTm="3000"><p:push dir="u"/><p:sndAc><p:stSnd>'
                f'<p:snd r:embed="{relation}" name="ring.wav"/></p:stSnd></p:sndAc></p:transition>'
            )
        )
        deck.animate(*shapes, film)

    navy = "1F3864"
    page(("年度工作汇报", 1, 2.6, 11.3, 1.2, 48, navy, "c", True))
    for name in ("第一部分", "第二部分", "第三部分"):
        page((name, 1, 1.8, 11.3, 0.9, 28, navy, "c", True), ("输入章节标题", 1, 3.0, 11.3, 1.1, 40, navy, "c", True))
        page(
            ("单击添加标题", 0.6, 0.3, 9, 0.7, 28, navy, "l", True),
            ("\n".join([LONG] * 4), 0.9, 1.7, 11.5, 4.6, 18, "333333"),
        )
    page(("谢谢观看", 1, 2.8, 11.3, 1.4, 60, navy, "c", True))
    return deck.bytes()


def of_office():
    """SmartArt, a chart linked to a file of its author's, a hidden slide, an embedded typeface, macros."""
    made = presentation(ORDINARY, [(0, {0: "汇报"}, []), (3, {0: "成效", 1: LONG}, []), (3, {0: "图示", 1: LONG}, [])])
    main, package = made.part, made.part.package
    made.slides[1]._element.set("show", "0")
    diagram = made.slides[2]
    data = Part(
        PackURI("/ppt/diagrams/data1.xml"),
        "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml",
        package,
        b'<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"/>',
    )
    relation = diagram.part.relate_to(data, f"{_OFFICE}/diagramData")
    diagram.shapes._spTree.append(
        parse_xml(
            f'<p:graphicFrame {NAMESPACES}><p:nvGraphicFramePr><p:cNvPr id="80" name="图示"/><p:cNvGraphicFramePr/>'
            '<p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></p:xfrm>'
            '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram"><dgm:relIds '
            f'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="{relation}"/></a:graphicData>'
            "</a:graphic></p:graphicFrame>"
        )
    )
    diagram.part.rels.get_or_add_ext_rel(f"{_OFFICE}/package", "file:///C:/Users/zhang/数据.xlsx")
    typeface = Part(PackURI("/ppt/fonts/font1.fntdata"), "application/x-fontdata", package, b"typeface" * 200)
    embedded = parse_xml(
        f'<p:embeddedFontLst {NAMESPACES}><p:embeddedFont><p:font typeface="单位黑体"/>'
        f'<p:regular r:id="{main.relate_to(typeface, f"{_OFFICE}/font")}"/></p:embeddedFont></p:embeddedFontLst>'
    )
    main._element.insert(list(main._element).index(main._element.find(qn("p:notesSz"))) + 1, embedded)
    macros = Part(PackURI("/ppt/vbaProject.bin"), "application/vnd.ms-office.vbaProject", package, b"macro" * 9)
    main.relate_to(macros, "http://schemas.microsoft.com/office/2006/relationships/vbaProject")
    return with_main_type(saved(made), b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml")


TRAPPED = {
    "lying_names": lying_names,
    "swapped_types": swapped_types,
    "two_masters": two_masters,
    "adverts": adverts,
    "lead_line": lead_line,
    "agenda_of_twenty_four": agenda_of_twenty_four,
    "running_down": running_down,
    "on_black": on_black,
    "four_to_three": lambda: scaled(template_file(ORDINARY), 9_144_000, 6_858_000),
    "sixteen_to_ten": lambda: scaled(template_file(ORDINARY), 12_192_000, 7_620_000),
    "twenty_inches": lambda: scaled(template_file(ORDINARY), 18_288_000, 10_287_000),
    "odd_canvas": lambda: scaled(template_file(ORDINARY), 12_190_095, 6_859_270),
    "no_east_asian_font": lambda: with_fonts("", ""),
    "latin_for_east_asian": lambda: with_fonts("Century Gothic", "宋体"),
    "script_map_alone": lambda: with_fonts("", "方正小标宋简体"),
    "shouting": shouting,
    "moving": moving,
    "of_office": of_office,
    "columns_only": lambda: template_file([("封面", None, COVER), ("两栏", "twoObj", COLUMNS)]),
    "a_potx": lambda: with_main_type(template_file(ORDINARY), _MAIN + b"template.main+xml"),
    "a_slideshow": lambda: with_main_type(template_file(ORDINARY), _MAIN + b"slideshow.main+xml"),
    "strict": lambda: as_strict(template_file(ORDINARY)),
}


@cache
def trapped(name):
    """The bytes of a template by the name of its trap."""
    return TRAPPED[name]()
