"""What else a clerk should know of a template: adverts, leftovers, macros, fonts, backgrounds on slides, links out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.errors import finding
from generator.model import Finding
from generator.template.candidates import TemplateKind
from generator.template.facts import TemplateFacts
from generator.template.fonts import has_chinese_signs, installed_fonts, theme_fonts
from generator.template.hygiene import linked_files

ADVERT = re.compile(
    r"(?:www\.|https?://)\S+|\b[\w-]+\.(?:com|cn|net|org)\b|PPT\s*(?:模板|素材|下载|教程)|模板下载|素材下载|"
    r"更多(?:模板|素材)|微信公众号|关注公众号|扫码|淘宝|版权(?:声明|所有)|稻壳|千图|包图|觅知|摄图|第一PPT|优品PPT|51PPT|"
    r"template library|free (?:ppt|powerpoint|template)|powered by|designed by",
    re.IGNORECASE,
)
"""What template sites and authors leave behind: addresses, offers, names of sites."""
PROMPT = re.compile(
    r"(?:单击|点击|双击)(?:此处|这里|图标)?\s*(?:添加|输入|编辑|替换)|请(?:在此)?(?:输入|替换|填写)|"
    r"(?:添加|输入|替换)(?:您的|你的)?(?:文字|文本|标题|内容)|"
    r"click to (?:edit|add)|add (?:your )?(?:text|title)|enter (?:your )?(?:text|title)|lorem ipsum|type here|"
    r"your (?:text|title) here",
    re.IGNORECASE,
)
"""What tells a person to write something there."""
_LONGEST_QUOTED = 24
_MOST_QUOTED = 3


def symptoms(presentation: Any, facts: TemplateFacts, kind: TemplateKind) -> Iterator[Finding]:
    """All of them."""
    texts = [(f"示例页 {slide.number}", text) for slide in facts.slides for text in slide.texts]
    drawn = [(f"版式“{layout.name}”", words) for layout in facts.layouts for words in layout.words]
    drawn += [
        (f"母版 {index}", words)
        for index, master in enumerate(presentation.slide_masters)
        for shape in master.shapes
        if not shape.is_placeholder and shape.has_text_frame and (words := shape.text_frame.text.strip())
    ]
    adverts = [(place, match[0]) for place, text in (*texts, *drawn) if (match := ADVERT.search(text))]
    if adverts:
        yield finding("template_adverts", count=len(adverts), listed=_quoted(adverts))
    prompts = [(place, match[0]) for place, text in texts if (match := PROMPT.search(text))]
    if prompts:
        yield finding("template_prompts", count=len(prompts), listed=_quoted(prompts))
    if any(str(relation.reltype).endswith("/vbaProject") for relation in presentation.part.rels.values()):
        yield finding("template_macros")
    yield from _design(facts, kind)
    yield from _fonts(presentation)
    linked = sorted(set(linked_files(presentation)))
    if linked:
        yield finding("template_linked_files", count=len(linked), listed="、".join(linked[:_MOST_QUOTED]))


def _design(facts: TemplateFacts, kind: TemplateKind) -> Iterator[Finding]:
    with_background = [slide.number for slide in facts.slides if slide.background]
    if with_background and kind is not TemplateKind.LAYOUTS:
        listed = "、".join(str(number) for number in with_background[:8])
        yield finding("template_slide_background", count=len(with_background), listed=listed)
    if len(facts.masters) > 1:
        listed = "、".join(
            f"{master.index} {master.names[0] if master.names else ''}（{master.layouts} 个版式）"
            for master in facts.masters
        )
        yield finding("template_masters", count=len(facts.masters), listed=listed)


def _fonts(presentation: Any) -> Iterator[Finding]:
    fonts = theme_fonts(presentation)
    if not has_chinese_signs(fonts.east_asian):
        yield finding("template_no_east_asian_font", latin=fonts.latin or "无")
    installed = installed_fonts()
    if installed is None:
        return
    missing = [name for name in fonts.all if name.lower() not in installed]
    if missing:
        yield finding("template_fonts_missing", listed="、".join(missing))


def _quoted(found: list[tuple[str, str]]) -> str:
    return "；".join(f"{place}“{words[:_LONGEST_QUOTED]}”" for place, words in found[:_MOST_QUOTED])
