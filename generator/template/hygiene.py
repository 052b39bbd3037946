"""What a template came with and no deck made from it may keep: its slides, and all that hangs on them.

Parts that nothing refers to any more are not written, so that it is enough to cut the references. Masters, layouts,
themes and embedded fonts stay.
"""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Iterator
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn

_KEPT_RELATIONS = (
    "/slideMaster",
    "/slide",
    "/notesMaster",
    "/handoutMaster",
    "/presProps",
    "/viewProps",
    "/theme",
    "/tableStyles",
    "/font",
)
"""Of the main part's relationships, by the end of their type. Comment authors, tags, custom XML, macros and revision
notes belong to the slides or to other programs."""
_DROPPED_LISTS = ("p:custShowLst", "p:custDataLst", "p:photoAlbum", "p:smartTags")
_SECTION_URIS = frozenset({"{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"})
TEMPLATE_SITE = re.compile(
    r"PPT\s*(?:模板|素材|教程|下载|论坛|之家|设计教程)|模板(?:下载|网|来自|由)|素材(?:下载|网)|更多(?:精品|优质|免费)?\s*(?:模板|素材)|"
    r"(?:关注|微信)\s*公众号|淘宝|稻壳|千图|包图|觅知|摄图|熊猫办公|办公资源|第一\s*PPT|优品\s*PPT|51\s*PPT|1ppt\.com|ypppt\.com|"
    r"51pptmoban|officeplus|docer\.com|588ku|58pic|699pic|ibaotu|tukuppt|slidesgo|slidescarnival|free\s+(?:ppt|powerpoint)|"
    r"(?:ppt|powerpoint)\s+templates?\s+(?:library|download|store)|template\s+library",
    re.IGNORECASE,
)
"""What nobody but a site that hands out templates writes on one."""
_FOOTER_PROMPT = re.compile(
    r"[<＜（(]?(?:your |the |edit |insert )?(?:footer|fußzeile|pied de page|フッター|页脚|頁尾)"
    r"(?: text| goes here| here|文字|文本|内容|占位符)?"
    r"[>＞）)]?|(?:单击|点击|双击|请)\S{0,6}(?:页脚|添加|输入|编辑)\S{0,8}|click to (?:edit|add).{0,30}",
    re.IGNORECASE,
)
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_PACKAGE_KEPT = ("/officeDocument",)
"""Of the package's: its properties name the author, his company and his web site; its thumbnail shows his cover."""


def clean_package(presentation: Any, kept_slides: Collection[int] = ()) -> bytes:
    """The package without its slides but those of `kept_slides` (numbers from 1), sections, shows and comments.

    The presentation itself is changed: read everything from it before.
    """
    main = presentation.part
    element = main._element
    _drop_slides(presentation, kept_slides)
    for tag in _DROPPED_LISTS:
        for found in element.findall(qn(tag)):
            element.remove(found)
    _drop_sections(element)
    for identity, relation in list(main.rels.items()):
        kind = str(relation.reltype)
        if not kind.endswith(_KEPT_RELATIONS):
            _forget(main, identity)
    for identity, relation in list(main.package._rels.items()):
        if not str(relation.reltype).endswith(_PACKAGE_KEPT):
            main.package._rels.pop(identity)
    _drop_slide_links(presentation)
    _still(presentation)
    _empty_footers(presentation)
    drop_adverts(presentation)
    stream = io.BytesIO()
    presentation.save(stream)
    return stream.getvalue()


def linked_files(presentation: Any) -> Iterator[str]:
    """Files that layouts, masters and slides refer to without holding them, web pages left out."""
    for part in _parts(presentation):
        for relation in part.rels.values():
            if relation.is_external and relation.reltype != RELATIONSHIP_TYPE.HYPERLINK:
                yield str(relation.target_ref)


def drop_adverts(presentation: Any) -> None:
    """Take what template sites wrote on masters and layouts off them, drawn texts and links alike.

    A unit's own address on its master stays: only offers of templates and the names of their sites are adverts here.
    """
    for part in _parts(presentation, slides=False):
        for tag in ("p:sp", "p:pic"):
            for shape in list(part._element.iter(qn(tag))):
                words = "".join(t.text or "" for t in shape.iter(qn("a:t")))
                is_drawn = shape.find(f"*/{qn('p:nvPr')}/{qn('p:ph')}") is None
                if is_drawn and TEMPLATE_SITE.search(words) and shape.getparent() is not None:
                    shape.getparent().remove(shape)
        for identity, relation in list(part.rels.items()):
            if relation.is_external and TEMPLATE_SITE.search(str(relation.target_ref)):
                _unlink(part, identity)


def _drop_slides(presentation: Any, kept: Collection[int]) -> None:
    listed = presentation.part._element.find(qn("p:sldIdLst"))
    if listed is None:
        return
    for number, entry in enumerate(list(listed), 1):
        if number not in kept:
            presentation.part.rels.pop(entry.get(qn("r:id")))
            listed.remove(entry)


def _drop_sections(element: Any) -> None:
    extensions = element.find(qn("p:extLst"))
    if extensions is None:
        return
    for extension in list(extensions):
        if extension.get("uri") in _SECTION_URIS:
            extensions.remove(extension)
    if not len(extensions):
        element.remove(extensions)


def _forget(main: Any, identity: str) -> None:
    """Cut a relationship of the main part and whatever names it there."""
    main.rels.pop(identity)
    for element in list(main._element.iter()):
        if identity in (element.get(qn("r:id")), element.get(qn("r:embed"))) and element.getparent() is not None:
            element.getparent().remove(element)


def _empty_footers(presentation: Any) -> None:
    """A footer whose words only name it (LibreOffice's “Footer”, 页脚文字) would stand on every page as they are."""
    for part in _parts(presentation, slides=False):
        for placeholder in part._element.iter(qn("p:ph")):
            if placeholder.get("type") != "ftr":
                continue
            shape = placeholder.getparent().getparent().getparent()
            texts = list(shape.iter(qn("a:t")))
            if _FOOTER_PROMPT.fullmatch("".join(text.text or "" for text in texts).strip()):
                for text in texts:
                    text.text = ""


def _still(presentation: Any) -> None:
    """No animation, sound or timed turn of the author's is left, on kept slides, layouts or masters.

    What he brought in click by click stood for his own words: a cover would stay empty until somebody clicks, a page
    that turns by itself after three seconds would run away from the speaker.
    """
    for part in _parts(presentation):
        root = part._element
        for tag in ("p:transition", "p:timing"):
            for found in root.findall(qn(tag)):
                root.remove(found)
        for choice in root.findall(_CHOICE):
            if any(True for _ in choice.iter(qn("p:transition"), qn("p:timing"))):
                root.remove(choice)
        _drop_sounds(part)


def _drop_sounds(part: Any) -> None:
    """Relationships to sounds that nothing on the slide names any more."""
    used = {value for element in part._element.iter() for value in element.attrib.values()}
    for identity, relation in list(part.rels.items()):
        if str(relation.reltype).endswith(("/audio", "/media", "/video")) and identity not in used:
            part.rels.pop(identity)


def _drop_slide_links(presentation: Any) -> None:
    """Links on masters and layouts that lead to slides or files that are no more (a 返回目录 button, a linked logo)."""
    for part in _parts(presentation, slides=False):
        for identity, relation in list(part.rels.items()):
            gone = str(relation.reltype).endswith("/slide")
            linked = relation.is_external and relation.reltype != RELATIONSHIP_TYPE.HYPERLINK
            if gone or linked:
                _unlink(part, identity)


def _unlink(part: Any, identity: str) -> None:
    part.rels.pop(identity)
    for element in list(part._element.iter()):
        if element.get(qn("r:id")) == identity and element.tag in (qn("a:hlinkClick"), qn("a:hlinkHover")):
            element.getparent().remove(element)
        elif element.get(qn("r:link")) == identity:
            del element.attrib[qn("r:link")]
            if not element.attrib:
                _remove_holder(element)


def _remove_holder(element: Any) -> None:
    """A picture that was only linked, or a film: the frame goes with it."""
    for holder in element.iterancestors(qn("p:pic"), qn("p:sp")):
        holder.getparent().remove(holder)
        return


def _parts(presentation: Any, *, slides: bool = True) -> Iterator[Any]:
    for master in presentation.slide_masters:
        yield master.part
        for layout in master.slide_layouts:
            yield layout.part
    if slides:
        for slide in presentation.slides:
            yield slide.part
