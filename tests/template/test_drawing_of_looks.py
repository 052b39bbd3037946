import io
import re
import zipfile

import pytest
from drawing import (
    ORNAMENT,
    PANEL,
    contrast,
    drawn,
    of_box,
    of_shape,
    outline,
    presentation,
    shown_colors,
    theme_colors,
    touches,
)
from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn

from generator.model import LayoutRole, SlotPurpose
from generator.template import look_names, open_look
from generator.template.layouts import lineages

CASES = [(name, layout) for name in look_names() for layout in open_look(name).layouts]
EVERY_LAYOUT = pytest.mark.parametrize(("name", "layout"), CASES, ids=[f"{n}-{lay.name}" for n, lay in CASES])
EVERY_LOOK = pytest.mark.parametrize("name", look_names())
LEAST_CONTRAST = 4.5  # WCAG 2.2 AA, held at every size


def parts(name):
    with zipfile.ZipFile(io.BytesIO(open_look(name).package)) as archive:
        return {path: archive.read(path).decode() for path in archive.namelist()}


def layout_of(name, layout):
    return next(own for own in presentation(open_look(name)).slide_layouts if own.name == layout.name)


@EVERY_LOOK
def test_colours_live_in_the_theme(name):
    for path, text in parts(name).items():
        if not path.startswith("ppt/theme/"):
            assert not re.search(r"srgbClr|sysClr|prstClr|scrgbClr|hslClr", text), path


@EVERY_LOOK
def test_typefaces_live_in_the_theme(name):
    for path, text in parts(name).items():
        if not path.startswith("ppt/theme/"):
            assert all(face.startswith("+") for face in re.findall(r'typeface="([^"]*)"', text)), path


@EVERY_LOOK
def test_every_theme_carries_the_look(name):
    themes = [text for path, text in parts(name).items() if path.startswith("ppt/theme/")]
    assert len(themes) == 3  # slides, notes, handouts
    assert len(set(themes)) == 1
    assert f'<a:ea typeface="{"微软雅黑"}"/>' in themes[0]
    assert 'script="Hans" typeface="微软雅黑"' in themes[0]


@EVERY_LOOK
def test_nothing_is_a_picture_and_nothing_leads_outside(name):
    for path, text in parts(name).items():
        assert path.endswith((".xml", ".rels"))
        assert "a:blip" not in text
        assert 'TargetMode="External"' not in text


@EVERY_LOOK
def test_every_run_says_its_language(name):
    for path, text in parts(name).items():
        if path.endswith(".xml"):
            for tag in re.findall(r"<a:(?:rPr|endParaRPr)\b[^>]*>", text):
                assert 'lang="zh-CN"' in tag, path
                assert 'altLang="en-US"' in tag, path


@EVERY_LOOK
def test_layouts_and_placeholders_are_named_and_prompt_in_chinese(name):
    for layout in presentation(open_look(name)).slide_layouts:
        assert re.search(r"[一-鿿]", layout.name)
        for shape in layout.placeholders:
            assert re.search(r"[一-鿿]", shape.name), layout.name
            if shape.placeholder_format.type in (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER):
                assert shape.text_frame.text == ""
            elif shape.placeholder_format.type != PP_PLACEHOLDER.SLIDE_NUMBER:
                assert re.search(r"[一-鿿]|^0\d$", shape.text_frame.text), (layout.name, shape.name)


@EVERY_LOOK
def test_text_stands_in_placeholders_alone(name):
    deck = presentation(open_look(name))
    for holder in (deck.slide_master, *deck.slide_layouts):
        for shape in holder.shapes:
            if not shape.is_placeholder:
                assert shape.text_frame.text == ""
                assert shape.name.startswith((ORNAMENT, PANEL))


@EVERY_LOOK
def test_drawings_are_marked_as_decoration_and_named_once(name):
    deck = presentation(open_look(name))
    for holder in (deck.slide_master, *deck.slide_layouts):
        names = [shape.name for shape in holder.shapes]
        assert len(set(names)) == len(names), holder.name
        for shape in holder.shapes:
            if not shape.is_placeholder:
                marks = shape._element.xpath('.//*[local-name()="decorative"]')
                assert [mark.get("val") for mark in marks] == ["1"]


@EVERY_LAYOUT
def test_no_ornament_lies_under_text(name, layout):
    for shape in drawn(layout_of(name, layout)):
        if shape.name.startswith(ORNAMENT):
            points = outline(shape)
            for slot in layout.slots:
                assert not touches(points, of_box(slot.box)), (shape.name, slot)


@EVERY_LAYOUT
def test_text_lies_on_one_panel_or_on_none(name, layout):
    for shape in drawn(layout_of(name, layout)):
        if shape.name.startswith(PANEL):
            panel = of_shape(shape)
            for slot in layout.slots:
                box = of_box(slot.box)
                assert panel.contains(box) or not panel.overlaps(box), (shape.name, slot)


@EVERY_LAYOUT
def test_every_text_stands_out_from_what_lies_behind_it(name, layout):
    own, colors = layout_of(name, layout), theme_colors(open_look(name))
    by_index = lineages(own)
    for slot in layout.slots:
        text = text_fill(by_index[slot.index])
        for behind in shown_colors(behind_of(own, of_box(slot.box)), colors):
            (shown,) = shown_colors(text, colors)
            assert contrast(shown, behind) >= LEAST_CONTRAST, slot


@EVERY_LAYOUT
def test_bold_leads_in_the_first_accent_stand_out_from_the_page(name, layout):
    if layout.role is not LayoutRole.CONTENT:
        return
    own, colors = layout_of(name, layout), theme_colors(open_look(name))
    accent = etree.fromstring(f'<a:x xmlns:a="{qn("a:x")[1:-2]}"><a:schemeClr val="accent1"/></a:x>')
    for purpose in (SlotPurpose.BODY, SlotPurpose.BREADCRUMB):
        for behind in shown_colors(behind_of(own, of_box(layout.slot(purpose).box)), colors):
            (shown,) = shown_colors(accent, colors)
            assert contrast(shown, behind) >= LEAST_CONTRAST


def text_fill(lineage):
    """The fill of the first level's text, as it is inherited."""
    for level in lineage.levels:
        fill = level.find(f"{qn('a:defRPr')}/{qn('a:solidFill')}")
        if fill is not None:
            return fill
    raise AssertionError("no colour")


def behind_of(own, box):
    """The fill that lies behind a box: the topmost panel that carries it, else the background."""
    fills = [holder._element.find(f".//{qn('p:bg')}/{qn('p:bgPr')}") for holder in (own.slide_master, own)]
    fills += [
        next(child for child in shape._element.spPr if child.tag in (qn("a:solidFill"), qn("a:gradFill")))
        for shape in drawn(own)
        if shape.name.startswith(PANEL) and of_shape(shape).contains(box)
    ]
    return [fill for fill in fills if fill is not None][-1]


def test_the_measures_themselves():
    assert contrast((0, 0, 0), (1, 1, 1)) == pytest.approx(21)
    assert contrast((1, 1, 1), (1, 1, 1)) == 1
    grey = 0x76 / 255  # the lightest grey that is text on white by WCAG
    assert contrast((grey,) * 3, (1, 1, 1)) == pytest.approx(4.54, abs=0.01)
