"""Templates of our own making: layouts from a table, put on the parts of python-pptx's default presentation."""

import io
import re
import zipfile

import pptx
from lxml import etree
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

WIDTH, HEIGHT = 12_192_000, 6_858_000
NAMESPACES = " ".join(f'xmlns:{p}="{qn(p + ":x")[1:-2]}"' for p in ("p", "a", "r"))
COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1")

TITLE = ("title", 0, (5, 4, 90, 14), "单击此处编辑标题")
BODY = (None, 1, (5, 22, 90, 65), "单击此处编辑文本")
LEFT = (None, 1, (5, 22, 44, 65), "")
RIGHT = (None, 2, (51, 22, 44, 65), "")
NUMBER = ("sldNum", 12, (86, 92, 9, 5), "‹#›")
COVER = [("ctrTitle", 0, (10, 25, 80, 22), ""), ("subTitle", 1, (10, 52, 80, 20), "")]
DIVIDER = [("title", 0, (8, 40, 84, 18), ""), ("body", 1, (8, 60, 84, 10), "")]
CONTENT = [TITLE, BODY, NUMBER]
COLUMNS = [TITLE, LEFT, RIGHT]


def placeholder(identity, kind, index, box, prompt, size=None, color=None):
    """A `p:sp` with a `p:ph`; `box` is in percent of the slide, None inherits it."""
    left, top, width, height = box or (0, 0, 0, 0)
    frame = (
        f'<a:xfrm><a:off x="{left * WIDTH // 100}" y="{top * HEIGHT // 100}"/>'
        f'<a:ext cx="{width * WIDTH // 100}" cy="{height * HEIGHT // 100}"/></a:xfrm>'
        if box
        else ""
    )
    attributes = (f' type="{kind}"' if kind else "") + (f' idx="{index}"' if index else "")
    level = f'<a:lvl1pPr><a:defRPr sz="{size * 100}"/></a:lvl1pPr>' if size else ""
    fill = f'<a:solidFill><a:schemeClr val="{color}"/></a:solidFill>' if color else ""
    return parse_xml(
        f'<p:sp {NAMESPACES}><p:nvSpPr><p:cNvPr id="{identity}" name="占位符 {identity}"/><p:cNvSpPr/>'
        f"<p:nvPr><p:ph{attributes}/></p:nvPr></p:nvSpPr><p:spPr>{frame}</p:spPr><p:txBody><a:bodyPr/>"
        f'<a:lstStyle>{level}</a:lstStyle><a:p><a:r><a:rPr lang="zh-CN">{fill}</a:rPr><a:t>{prompt}</a:t></a:r></a:p>'
        f"</p:txBody></p:sp>"
    )


def drawing(identity, box, words=""):
    """A rectangle that is no placeholder."""
    left, top, width, height = box
    return parse_xml(
        f'<p:sp {NAMESPACES}><p:nvSpPr><p:cNvPr id="{identity}" name="图形"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{left * WIDTH // 100}" y="{top * HEIGHT // 100}"/>'
        f'<a:ext cx="{width * WIDTH // 100}" cy="{height * HEIGHT // 100}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f'</a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="zh-CN"/><a:t>{words}</a:t>'
        "</a:r>"
        f"</a:p></p:txBody></p:sp>"
    )


def presentation(layouts, slides=()):
    """A presentation whose layouts are (name, type, places[, drawings]) and nothing else.

    `slides` are (layout's position, {idx: text}, [free texts]).
    """
    made = pptx.Presentation()
    made.slide_width, made.slide_height = WIDTH, HEIGHT
    parts = list(made.slide_layouts)
    assert len(layouts) <= len(parts)
    for layout, (name, kind, places, *drawn) in zip(parts, layouts, strict=False):
        element = layout._element
        element.attrib.pop("type", None)
        if kind:
            element.set("type", kind)
        element.cSld.set("name", name)
        tree = element.cSld.spTree
        for shape in list(tree)[2:]:
            tree.remove(shape)
        for identity, place in enumerate(places, 2):
            tree.append(placeholder(identity, *place))
        for identity, box_and_words in enumerate(drawn[0] if drawn else (), 90):
            tree.append(drawing(identity, *box_and_words))
    for layout in parts[len(layouts) :]:
        made.slide_layouts.remove(layout)
    for position, filled, free in slides:
        slide = made.slides.add_slide(made.slide_layouts[position])
        for shape in list(slide.placeholders):
            text = filled.get(shape.placeholder_format.idx)
            if text is None:
                shape._element.getparent().remove(shape._element)
            else:
                shape.text_frame.text = text
        for count, text in enumerate(free):
            box = slide.shapes.add_textbox(WIDTH // 10, HEIGHT // 10 * (count + 1), WIDTH // 2, HEIGHT // 12)
            box.text_frame.text = text
    return made


def saved(made):
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def template_file(layouts, slides=()):
    """The bytes of such a presentation."""
    return saved(presentation(layouts, slides))


def rewritten(package, change):
    """The package with every part as `change(path, content)` gives it; None leaves the part out."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return stream.getvalue()


def with_main_type(package, kind):
    """The package with another content type of its main part: template, slideshow, macro-enabled."""
    old = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    assert old in zipfile.ZipFile(io.BytesIO(package)).read("[Content_Types].xml")
    return rewritten(package, lambda name, part: part.replace(old, kind) if name == "[Content_Types].xml" else part)


def as_strict(package):
    """The package in strict names, as PowerPoint's “Strict Open XML” writes them."""

    def change(name, part):
        if not name.endswith((".xml", ".rels")) or name == "[Content_Types].xml":
            return part
        part = part.replace(b"/2006/relationships/extended-properties", b"/2006/relationships/extendedProperties")
        part = re.sub(
            rb"http://schemas\.openxmlformats\.org/(officeDocument|drawingml|presentationml)/2006/",
            rb"http://purl.oclc.org/ooxml/\g<1>/",
            part,
        )
        return part.replace(b'val="100000"', b'val="100%"')

    return rewritten(package, change)


def part_names(package):
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return archive.namelist()


def texts_of(package, folder="ppt/slides/"):
    """Everything that is written on the slides."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        roots = [
            etree.fromstring(archive.read(n)) for n in archive.namelist() if re.fullmatch(folder + r"[^/]+\.xml", n)
        ]
    return ["".join(t.text or "" for t in p.iter(qn("a:t"))) for root in roots for p in root.iter(qn("a:p"))]


ORDINARY = [
    ("封面", "title", COVER),
    ("目录", None, [("title", 0, (5, 30, 22, 30), ""), (None, 1, (35, 15, 58, 70), "")]),
    ("章节页", "secHead", DIVIDER),
    ("标题和内容", "obj", CONTENT),
    ("两栏内容", "twoObj", COLUMNS),
    ("空白", "blank", []),
    ("结束页", None, [("title", 0, (10, 38, 80, 20), "")]),
]
"""What a well-made Chinese template has."""
