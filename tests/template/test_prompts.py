"""What prompts look like becomes the look of what is typed there; what prompts say stands on no page."""

import io
import re
from html import unescape

import pptx
import pytest
from lxml import etree
from pptx.oxml.ns import qn
from template_files import BODY, COVER, NUMBER, ORDINARY, TITLE, presentation, rewritten, saved, template_file, texts_of

import generator
from generator.model import LayoutRole, SlotPurpose
from generator.pipeline import Request, TemplateFile
from generator.template import inspect_template, template_of

FOOTER = ("ftr", 11, (35, 92, 30, 5), "")


def as_libreoffice_writes(package):
    """No text styles in the master, all formatting in the prompts, empty prompts in the layouts."""

    def change(name, part):
        if re.match(r"ppt/slideMasters/[^/]+\.xml", name):
            root = etree.fromstring(part)
            root.remove(root.find(qn("p:txStyles")))
            for shape in root.iter(qn("p:sp")):
                kind = shape.find(f"*/{qn('p:nvPr')}/{qn('p:ph')}").get("type")
                body = shape.find(qn("p:txBody"))
                body.remove(body.find(qn("a:lstStyle")))
                for run in body.iter(qn("a:rPr")):
                    run.set("sz", {"title": "3600", "body": "2200"}.get(kind, "1200"))
                    fill = etree.SubElement(run, qn("a:solidFill"))
                    etree.SubElement(fill, qn("a:srgbClr")).set("val", "204060")
                for paragraph in body.findall(qn("a:p")):
                    given = paragraph.find(qn("a:pPr"))
                    given = etree.Element(qn("a:pPr")) if given is None else given
                    paragraph.insert(0, given)
                    if kind == "body":
                        given.set("marL", "432000")
                        given.set("indent", "-324000")
                        etree.SubElement(given, qn("a:buChar")).set("char", "•")
            return etree.tostring(root)
        if re.match(r"ppt/slideLayouts/[^/]+\.xml", name):
            root = etree.fromstring(part)
            for body in root.iter(qn("p:txBody")):
                body.remove(body.find(qn("a:lstStyle")))
                for run in list(body.iter(qn("a:r"))):
                    run.getparent().remove(run)
                for paragraph in body.iter(qn("a:p")):
                    etree.SubElement(paragraph, qn("a:pPr")).set("algn", "ctr")
                    end = etree.SubElement(paragraph, qn("a:endParaRPr"))
                    end.set("sz", "4400")  # what the first master says, whichever the layout's is
            return etree.tostring(root)
        return part

    return rewritten(package, change)


def layouts_of(package):
    return {role: c.layout for role, c in inspect_template(package, "a.pptx").roles.items()}


def test_the_sizes_of_the_masters_prompts_hold_where_there_are_no_text_styles():
    layout = layouts_of(as_libreoffice_writes(template_file(ORDINARY)))[LayoutRole.CONTENT]
    title, body = layout.slot(SlotPurpose.TITLE), layout.slot(SlotPurpose.BODY)
    assert (title.size_pt, body.size_pt) == (36.0, 22.0)
    assert body.indent == 432_000


def test_where_text_styles_are_given_prompts_do_not_count():
    package = template_file([("封面", None, COVER), ("正文", None, [TITLE, BODY])])
    grown = rewritten(
        package,
        lambda name, part: (
            part.replace(b'<a:rPr lang="zh-CN"/>', b'<a:rPr lang="zh-CN" sz="9900"/>')
            if "slideLayout" in name
            else part
        ),
    )
    sizes = [layouts_of(p)[LayoutRole.CONTENT].slot(SlotPurpose.BODY).size_pt for p in (package, grown)]
    assert sizes[0] == sizes[1]


def cleaned(package):
    return pptx.Presentation(io.BytesIO(template_of(inspect_template(package, "a.pptx")).package))


def level(shape):
    return shape._element.find(f"{qn('p:txBody')}/{qn('a:lstStyle')}/{qn('a:lvl1pPr')}")


def test_an_empty_prompt_tells_how_it_is_aligned_and_nothing_else():
    made = cleaned(as_libreoffice_writes(template_file(ORDINARY)))
    cover, content = made.slide_layouts[0], made.slide_layouts[3]
    subtitle = next(s for s in cover.placeholders if s.placeholder_format.idx == 1)
    body = next(s for s in content.placeholders if s.placeholder_format.idx == 1)
    assert level(subtitle).find(qn("a:buNone")) is not None
    assert level(subtitle).get("marL") == "0"
    assert level(body).get("algn") == "ctr"
    assert level(body).find(qn("a:defRPr")) is None
    master = next(s for s in made.slide_master.placeholders if s.placeholder_format.type == 2)
    assert level(master).find(qn("a:buChar")) is not None
    assert level(master).find(f"{qn('a:defRPr')}/{qn('a:solidFill')}/{qn('a:srgbClr')}").get("val") == "204060"


def test_the_validator_takes_what_was_written(township, office_errors):
    package = as_libreoffice_writes(template_file(ORDINARY))
    built = generator.build(township, Request(template=TemplateFile(package, "a.pptx")))
    own = {error["description"] for error in office_errors(package)}
    assert [error for error in office_errors(built.deck) if error["description"] not in own] == []


def footers(words, township):
    made = presentation([("封面", None, COVER), ("正文", None, [TITLE, BODY, NUMBER, (*FOOTER[:3], words)])])
    built = generator.build(township, Request(template=TemplateFile(saved(made), "a.pptx")))
    return [text for text in texts_of(built.deck) if text == unescape(words)]


@pytest.mark.parametrize("words", ["Footer", "&lt;footer&gt;", "页脚文字", "单击此处编辑页脚", "Footer text"])
def test_a_footer_that_only_names_itself_stands_on_no_page(words, township):
    assert footers(words, township) == []


@pytest.mark.parametrize("words", ["永昌镇人民政府", "内部资料 注意保存", "为人民服务"])
def test_a_footer_of_the_units_own_stands_on_the_pages(words, township):
    assert len(footers(words, township)) > 5


def test_a_template_without_table_styles_gets_the_list_of_them():
    def without(name, part):
        if name == "ppt/tableStyles.xml":
            return None
        return re.sub(rb'<(?:Relationship|Override)[^>]*tableStyles\.xml"[^>]*/>', b"", part)

    package = rewritten(template_file(ORDINARY), without)
    made = cleaned(package)
    assert any(str(part.partname) == "/ppt/tableStyles.xml" for part in made.part.package.iter_parts())
