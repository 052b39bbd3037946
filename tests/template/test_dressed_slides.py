"""Slides whose words stand in bare stock layouts' placeholders while the design is drawn on each slide itself."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Emu

from generator.model import LayoutRole
from generator.template import inspect_template
from generator.template.candidates import TemplateKind

PAGES = (
    (0, "年度工作汇报", "单击此处添加副标题"),
    (1, "工作回顾", "全年完成重点任务，各项指标稳步提升，群众满意度持续提高，为下一步工作打下了坚实基础。"),
    (1, "存在问题", "对照上级要求还有差距，队伍能力有待提升，机制还不够健全，需要在今后的工作中认真加以解决。"),
    (1, "下步打算", "围绕中心任务，抓重点、补短板、强弱项，推动各项工作再上新台阶，努力实现全年目标任务。"),
)


def band(slide, share):
    width, height = Presentation().slide_width, Presentation().slide_height
    shape = slide.shapes.add_shape(1, 0, 0, width, Emu(int(height * share)))
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor(0x00, 0x54, 0x9A)
    slide.shapes._spTree.remove(shape._element)
    slide.shapes._spTree.insert(2, shape._element)


def photo(slide):
    picture = io.BytesIO()
    Image.new("RGB", (64, 48), (90, 140, 90)).save(picture, "PNG")
    picture.seek(0)
    slide.shapes.add_picture(picture, Emu(5_600_000), Emu(2_000_000), Emu(3_000_000), Emu(2_200_000))


def template(dress=None, loose=True):
    """Four pages in the stock layouts; `loose` adds the free captions that make the kind of template doubtful."""
    presentation = Presentation()
    for number, (layout, title, body) in enumerate(PAGES):
        slide = presentation.slides.add_slide(presentation.slide_layouts[layout])
        slide.shapes.title.text = title
        slide.placeholders[1].text = body
        if dress:
            dress(slide)
        if loose:
            note = slide.shapes.add_textbox(Emu(400_000), Emu(6_200_000), Emu(8_000_000), Emu(400_000))
            note.text_frame.text = f"这里是第{number + 1}页的补充说明文字，用来解释正文中提到的内容和数据来源"
    out = io.BytesIO()
    presentation.save(out)
    return inspect_template(out.getvalue(), "模板.pptx")


def slide_of(diagnosis, role):
    return diagnosis.roles[role].layout.sample_slide


@pytest.mark.parametrize("share", [0.1, 0.25])
def test_pages_with_a_band_of_their_own_are_kept_whole(share):
    diagnosis = template(lambda slide: band(slide, share))
    assert diagnosis.kind is TemplateKind.BOTH
    assert slide_of(diagnosis, LayoutRole.COVER) == 1
    assert slide_of(diagnosis, LayoutRole.CONTENT) in (2, 3, 4)


def test_plain_pages_are_made_from_their_layouts():
    diagnosis = template()
    assert diagnosis.kind is TemplateKind.BOTH
    assert slide_of(diagnosis, LayoutRole.CONTENT) is None


def test_a_photo_on_a_page_is_content_and_no_design():
    assert slide_of(template(photo), LayoutRole.CONTENT) is None


def test_so_are_pages_that_write_into_placeholders_alone():
    diagnosis = template(lambda slide: band(slide, 0.1), loose=False)
    assert diagnosis.kind is TemplateKind.BOTH
    assert slide_of(diagnosis, LayoutRole.COVER) == 1
    assert slide_of(diagnosis, LayoutRole.CONTENT) in (2, 3, 4)


def test_drawings_that_differ_from_page_to_page_are_content():
    shares = iter((0.1, 0.2, 0.3, 0.4))
    diagnosis = template(lambda slide: band(slide, next(shares)), loose=False)
    assert diagnosis.kind is TemplateKind.LAYOUTS
    assert slide_of(diagnosis, LayoutRole.CONTENT) is None
