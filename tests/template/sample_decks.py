"""Templates of the kind whose design lives on the slides, with the traps that real ones hold. All of it invented."""

import io

from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

NAVY, PALE, GOLD, WHITE, GREY = "1F3864", "EAF0F9", "C9A227", "FFFFFF", "595959"
LOREM = "点击此处添加文本内容，文字内容需概括精炼，不用多余的文字修饰，言简意赅地说明分项内容。"


def picture(color="#3a5f95", size=(64, 36)):
    stream = io.BytesIO()
    Image.new("RGB", size, color).save(stream, "PNG")
    stream.seek(0)
    return stream


class Deck:
    """A 13.33 × 7.5 in deck on the stock blank layout; every method adds to the current slide."""

    def __init__(self, width=13.333, height=7.5):
        self.presentation = Presentation()
        self.presentation.slide_width, self.presentation.slide_height = Inches(width), Inches(height)
        self.slide = None

    def page(self, background=None):
        self.slide = self.presentation.slides.add_slide(self.presentation.slide_layouts[6])
        if background:
            fill = self.slide.background.fill
            fill.solid()
            fill.fore_color.rgb = RGBColor.from_string(background)
        return self.slide

    def text(self, words, left, top, width, height, size=18, color=NAVY, align="l", bold=False, inside=None):
        shapes = (inside or self.slide).shapes
        box = shapes.add_textbox(Inches(left), Inches(top), Inches(width), Inches(height))
        self._write(box, words, size, color, align, bold)
        return box

    def _write(self, box, words, size, color, align, bold):
        frame = box.text_frame
        frame.word_wrap = True
        for index, line in enumerate(words.split("\n")):
            paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
            paragraph.alignment = {"l": PP_ALIGN.LEFT, "c": PP_ALIGN.CENTER, "r": PP_ALIGN.RIGHT}[align]
            run = paragraph.add_run()
            run.text = line
            run.font.size, run.font.bold = Pt(size), bold
            run.font.color.rgb = RGBColor.from_string(color)

    def block(
        self,
        left,
        top,
        width,
        height,
        color=PALE,
        shape=MSO_SHAPE.RECTANGLE,
        words=None,
        size=18,
        ink=WHITE,
        inside=None,
    ):
        drawn = (inside or self.slide).shapes.add_shape(shape, Inches(left), Inches(top), Inches(width), Inches(height))
        drawn.fill.solid()
        drawn.fill.fore_color.rgb = RGBColor.from_string(color)
        drawn.line.fill.background()
        if words:
            self._write(drawn, words, size, ink, "c", True)
            drawn.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        return drawn

    def photo(self, left, top, width, height, color="#3a5f95"):
        return self.slide.shapes.add_picture(picture(color), Inches(left), Inches(top), Inches(width), Inches(height))

    def head(self, words):
        """The head that all content pages share: a bar, a title, a logo pasted on each page."""
        self.block(0, 0.35, 0.25, 0.6, NAVY)
        self.text(words, 0.45, 0.35, 8, 0.6, 28, NAVY, bold=True)
        self.photo(12.2, 0.3, 0.8, 0.5, "#c9a227")

    def group(self):
        return self.slide.shapes.add_group_shape()

    def own_coordinates(self, group, scale=2):
        """Give a group coordinates of its own: all children `scale` times as large and shifted by an inch."""
        place = group._element.find(f"{qn('p:grpSpPr')}/{qn('a:xfrm')}")
        shift = 914_400
        for name in ("chOff", "chExt"):
            given = place.find(qn(f"a:{name}"))
            for key, value in given.attrib.items():
                given.set(key, str(int(value) * scale + (shift if name == "chOff" else 0)))
        for frame in list(group._element.iter(qn("a:xfrm"))):
            if frame is place:
                continue
            for child in frame:
                moved = shift if child.tag in (qn("a:off"), qn("a:chOff")) else 0
                for key, value in child.attrib.items():
                    child.set(key, str(int(value) * scale + moved))

    def hide(self, shape):
        shape._element.find(f"*/{qn('p:cNvPr')}").set("hidden", "1")
        return shape

    def link(self, shape, address):
        shape.text_frame.paragraphs[0].runs[0].hyperlink.address = address
        return shape

    def animate(self, *shapes):
        targets = "".join(
            f'<p:par><p:cTn id="{3 + i}" presetID="1" presetClass="entr" fill="hold" nodeType="clickEffect">'
            f'<p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst><p:set><p:cBhvr>'
            f'<p:cTn id="{30 + i}" dur="1" fill="hold"/>'
            f'<p:tgtEl><p:spTgt spid="{shape.shape_id}"/></p:tgtEl><p:attrNameLst>'
            f"<p:attrName>style.visibility</p:attrName></p:attrNameLst>"
            f'</p:cBhvr><p:to><p:strVal val="visible"/></p:to></p:set></p:childTnLst></p:cTn></p:par>'
            for i, shape in enumerate(shapes)
        )
        self.slide._element.append(
            parse_xml(
                f'<p:timing xmlns:p="{qn("p:x")[1:-2]}"><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" '
                f'nodeType="tmRoot"><p:childTnLst><p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" '
                f'nodeType="mainSeq"><p:childTnLst>{targets}</p:childTnLst></p:cTn></p:seq></p:childTnLst></p:cTn></p:par>'
                f"</p:tnLst></p:timing>"
            )
        )

    def chart(self, left, top, width, height):
        data = CategoryChartData()
        data.categories = ["类别1", "类别2", "类别3"]
        data.add_series("系列1", (4.3, 2.5, 3.5))
        return self.slide.shapes.add_chart(
            XL_CHART_TYPE.COLUMN_CLUSTERED, Inches(left), Inches(top), Inches(width), Inches(height), data
        )

    def table(self, left, top, width, height, rows=4, columns=3):
        frame = self.slide.shapes.add_table(rows, columns, Inches(left), Inches(top), Inches(width), Inches(height))
        for row in frame.table.rows:
            for cell in row.cells:
                cell.text = "输入文字"
        return frame

    def reorder(self, order):
        """The shapes of the slide in another order of the file: 01 03 04 02 05."""
        tree = self.slide.shapes._spTree
        shapes = [s._element for s in self.slide.shapes]
        for shape in shapes:
            tree.remove(shape)
        for index in order:
            tree.append(shapes[index])

    def bytes(self):
        stream = io.BytesIO()
        self.presentation.save(stream)
        return stream.getvalue()


def business():
    """Blue, sixteen pages: an instruction page first, adverts last, everything in free boxes and groups."""
    deck = Deck()
    deck.page("FFFFFF")  # 1: for whoever downloaded it
    deck.text("模板使用说明", 1, 0.6, 8, 0.8, 32)
    deck.text("字体说明：标题使用思源黑体，正文使用微软雅黑。\n更多精品PPT模板请访问 www.example-ppt.com", 1, 2, 10, 2)
    deck.page(NAVY)  # 2: cover, title in two boxes, year, prompt, people
    deck.photo(7.5, 0, 5.83, 7.5)
    deck.text("2025", 0.8, 0.8, 3, 1, 54, GOLD, bold=True)
    deck.text("年终工作", 0.8, 2.2, 6, 1, 48, WHITE, bold=True)
    deck.text("总结汇报", 0.8, 3.2, 6, 1, 48, WHITE, bold=True)
    deck.text("BUSINESS WORK SUMMARY REPORT", 0.8, 4.3, 6, 0.4, 14, WHITE)
    deck.text("汇报人：某某某", 0.8, 5.4, 2.6, 0.4, 14, WHITE)
    deck.text("时间：20XX年X月", 3.6, 5.4, 2.8, 0.4, 14, WHITE)
    deck.hide(deck.text("更多模板 www.example-ppt.com", 0.5, 7, 4, 0.3, 10))
    deck.page("FFFFFF")  # 3: agenda, zig-zag, groups with own coordinates, O for zero, file order 1 3 4 2
    deck.block(0, 0, 13.333, 1.3, NAVY)
    deck.text("目录", 0.8, 0.3, 2, 0.7, 36, WHITE, bold=True)
    deck.text("CONTENTS", 2.6, 0.55, 3, 0.5, 18, WHITE)
    for index in (0, 2, 3, 1):
        group = deck.group()
        left, top = 0.8 + 3.1 * index, 2.0 if index % 2 == 0 else 4.2
        deck.block(left, top, 0.9, 0.9, GOLD, MSO_SHAPE.OVAL, inside=group)
        deck.text(f"O{index + 1}", left, top + 0.15, 0.9, 0.6, 24, WHITE, "c", True, inside=group)
        deck.text("单击添加标题", left, top + 1.0, 2.4, 0.5, 20, NAVY, bold=True, inside=group)
        deck.text("Click to add title here", left, top + 1.5, 2.4, 0.3, 10, GREY, inside=group)
        deck.own_coordinates(group)
    for index in range(4):  # 4, 7, 10, 13: dividers; after each two pages
        deck.page(NAVY)
        deck.photo(0, 0, 4.5, 7.5)
        deck.text(f"PART {index + 1:02d}", 5.2, 2.0, 4, 0.8, 40, GOLD, bold=True)
        deck.text("添加章节标题", 5.2, 3.0, 7, 0.9, 40, WHITE, bold=True)
        deck.text(LOREM, 5.2, 4.1, 7, 0.9, 12, WHITE)
        (_contents, _columns, _grid, _steps)[index](deck)
    deck.page(NAVY)  # the last but one
    deck.photo(7.5, 0, 5.83, 7.5)
    deck.text("感谢您的聆听", 0.8, 2.6, 6, 1, 48, WHITE, bold=True)
    deck.text("THANK YOU", 0.8, 3.8, 6, 0.6, 20, WHITE)
    deck.text("汇报人：某某某", 0.8, 5.4, 3, 0.4, 14, WHITE)
    deck.page("FFFFFF")
    deck.text("版权声明", 1, 0.6, 8, 0.8, 32)
    deck.link(deck.text("感谢下载，更多模板素材请访问第一PPT", 1, 2, 10, 1), "http://www.example-ppt.com/")
    return deck.bytes()


def _contents(deck):
    deck.page("FFFFFF")
    deck.head("单击此处添加标题")
    deck.photo(0.6, 1.5, 4.6, 5.2)
    deck.text("添加小标题", 5.8, 1.6, 6.8, 0.5, 24, NAVY, bold=True)
    deck.text("\n".join([LOREM] * 4), 5.8, 2.3, 6.8, 4.3, 16, GREY)
    deck.page("FFFFFF")
    deck.head("单击此处添加标题")
    for index, figure in enumerate(("85%", "1200+", "3.6亿")):
        left = 0.8 + 4.1 * index
        deck.block(left, 2.0, 3.6, 3.2, PALE)
        deck.text(figure, left, 2.4, 3.6, 1.1, 54, NAVY, "c", True)
        deck.text("关键指标", left, 3.7, 3.6, 0.5, 18, GREY, "c")


def _columns(deck):
    deck.page("FFFFFF")
    deck.head("单击此处添加标题")
    for index in range(3):
        left = 0.7 + 4.1 * index
        group = deck.group()
        deck.block(left, 1.6, 3.7, 5.0, PALE, MSO_SHAPE.ROUNDED_RECTANGLE, inside=group)
        deck.block(left + 1.35, 1.9, 1.0, 1.0, NAVY, MSO_SHAPE.OVAL, inside=group)
        deck.text("添加标题", left + 0.3, 3.1, 3.1, 0.5, 20, NAVY, "c", True, inside=group)
        deck.text(LOREM, left + 0.3, 3.7, 3.1, 2.4, 14, GREY, "c", inside=group)
    deck.page("FFFFFF")
    deck.head("单击此处添加标题")
    deck.chart(0.8, 1.5, 7.6, 5.2)
    deck.text(LOREM, 8.8, 2.0, 3.8, 3.0, 14, GREY)


def _grid(deck):
    deck.page("FFFFFF")
    deck.head("单击此处添加标题")
    for index in range(4):
        left, top = 0.8 + 6.1 * (index % 2), 1.6 + 2.6 * (index // 2)
        deck.block(left, top, 0.8, 0.8, GOLD, MSO_SHAPE.OVAL, words=f"{index + 1}", size=24)
        deck.text("添加标题", left + 1.0, top, 4.6, 0.5, 20, NAVY, bold=True)
        deck.text(LOREM, left + 1.0, top + 0.55, 4.6, 1.4, 14, GREY)
    deck.page("FFFFFF")
    deck.head("单击此处添加标题")
    deck.table(0.8, 1.6, 11.7, 4.8)


def _steps(deck):
    deck.page("FFFFFF")
    deck.head("工作流程")
    shapes = []
    for index in range(4):
        left = 0.6 + 3.1 * index
        arrow = deck.block(left, 2.0, 2.9, 1.1, NAVY, MSO_SHAPE.CHEVRON, words=f"步骤{'一二三四'[index]}", size=20)
        shapes.append(arrow)
        deck.text(LOREM, left + 0.1, 3.4, 2.6, 2.2, 14, GREY)
    deck.animate(*shapes)
    deck.page("FFFFFF")
    deck.head("优势对比")
    for index, name in enumerate(("优势", "劣势")):
        left = 0.8 + 6.1 * index
        deck.block(left, 1.6, 5.6, 0.8, (NAVY, GOLD)[index], words=name, size=24)
        deck.text("\n".join([LOREM] * 2), left, 2.6, 5.6, 3.6, 16, GREY)


BUSINESS_ROLES = {
    "cover": {2},
    "agenda": {3},
    "section": {4, 7, 10, 13},
    "content": {5},
    "two_content": {15},
    "three_content": {8},
    "cards": {8, 11},
    "steps": {14},
    "table": {12},
    "chart": {9},
    "big_number": {6},
    "comparison": {15},
    "closing": {16},
}


def xml_of(slide):
    """The slide as text."""
    return etree.tostring(slide._element, encoding="unicode")


RED, CREAM = "B01E23", "FFF6E9"


def party():
    """Red, 4:3: counted entries in one box each, 第一部分, an advert at the foot of every page, prompts in ovals."""
    deck = Deck(10, 7.5)

    def page():
        deck.page()
        deck.photo(0, 0, 10, 7.5, "#fff6e9")
        deck.block(0, 7.1, 10, 0.4, RED)
        deck.text("更多PPT模板：www.example-ppt.com", 6.4, 6.75, 3.4, 0.3, 10, GREY)

    page()  # 1: cover, no place for people but a pill
    deck.text("不忘初心 牢记使命", 0.8, 2.2, 8.4, 1, 44, RED, "c", True)
    deck.text("党支部工作汇报模板", 0.8, 3.3, 8.4, 0.6, 24, RED, "c")
    deck.block(3.4, 4.6, 3.2, 0.5, RED, MSO_SHAPE.ROUNDED_RECTANGLE, words="汇报人：XXX", size=16)
    page()  # 2: agenda, 一、 in the same box as the entry
    deck.block(0.6, 0.8, 1.2, 4.5, RED)
    deck.text("目", 0.75, 1.4, 0.9, 1, 44, WHITE, "c", True)
    deck.text("录", 0.75, 2.8, 0.9, 1, 44, WHITE, "c", True)
    for index, number in enumerate("一二三四五"):
        deck.block(2.4, 0.8 + 1.1 * index, 6.6, 0.8, CREAM, MSO_SHAPE.ROUNDED_RECTANGLE)
        deck.text(f"{number}、请输入您的标题", 2.8, 0.9 + 1.1 * index, 5.8, 0.6, 24, RED, bold=True)
    for index, number in enumerate("一二三"):  # 3, 5, 7
        page()
        deck.block(0, 2.4, 10, 2.4, RED)
        deck.text(f"第{number}部分", 0.8, 2.6, 8.4, 0.7, 28, "FFD966", "c", True)
        deck.text("请输入您的标题", 0.8, 3.5, 8.4, 0.9, 40, WHITE, "c", True)
        page()
        deck.text("请输入您的标题", 0.6, 0.4, 7, 0.7, 28, RED, bold=True)
        deck.block(0.6, 1.15, 8.8, 0.03, RED)
        if index == 0:  # 4: text only
            deck.block(0.6, 1.5, 8.8, 5.0, CREAM, MSO_SHAPE.ROUNDED_RECTANGLE)
            deck.text("\n".join([LOREM] * 3), 0.9, 1.8, 8.2, 4.4, 18, GREY)
        elif index == 1:  # 6: four columns of counted ovals
            for column in range(4):
                deck.block(0.7 + 2.25 * column, 1.6, 1.9, 1.9, RED, MSO_SHAPE.OVAL, words=f"0{column + 1}", size=32)
                deck.text("输入标题", 0.7 + 2.25 * column, 3.7, 1.9, 0.5, 18, RED, "c", True)
                deck.text(LOREM, 0.7 + 2.25 * column, 4.3, 1.9, 2.0, 12, GREY, "c")
        else:  # 8: picture left, two texts
            deck.photo(0.6, 1.5, 3.6, 4.8, "#b01e23")
            for row in range(2):
                deck.text("输入标题", 4.6, 1.6 + 2.5 * row, 4.8, 0.5, 20, RED, bold=True)
                deck.text(LOREM * 2, 4.6, 2.2 + 2.5 * row, 4.8, 1.7, 14, GREY)
    page()  # 9
    deck.text("感谢聆听 敬请指正", 0.8, 2.6, 8.4, 1, 48, RED, "c", True)
    return deck.bytes()


PARTY_ROLES = {
    "cover": {1},
    "agenda": {2},
    "section": {3, 5, 7},
    "content": {4},
    "two_content": {8},
    "cards": {6},
    "closing": {9},
}


def listed():
    """Green, 10 × 5.63 in: the agenda is one box with a paragraph an entry; the unit's name on each page."""
    deck = Deck(10, 5.625)

    def page():
        deck.page("F4FAF4")
        deck.text("青禾县农业农村局", 7.4, 0.15, 2.4, 0.3, 12, GREY, "r")

    page()
    deck.text("项目进展报告", 0.7, 1.6, 8.6, 0.9, 40, "2E7D32", "c", True)
    deck.text("汇报单位：某某单位", 0.7, 3.0, 8.6, 0.4, 16, GREY, "c")
    deck.text("20XX年X月X日", 0.7, 3.5, 8.6, 0.4, 16, GREY, "c")
    page()
    deck.text("汇报提纲", 0.7, 0.5, 4, 0.7, 30, "2E7D32", bold=True)
    deck.text("一、项目背景\n二、主要进展\n三、存在问题\n四、下步安排", 1.2, 1.5, 7.6, 3.4, 24, GREY)
    for index in range(3):
        page()
        deck.text(f"{index + 1}", 0.9, 1.9, 1.4, 1.4, 72, "2E7D32", "c", True)
        deck.text("项目背景", 2.6, 2.2, 6.5, 0.8, 36, "2E7D32", bold=True)
        page()
        deck.text("项目背景", 0.5, 0.4, 6, 0.6, 26, "2E7D32", bold=True)
        deck.text("\n".join(["项目自启动以来，各项工作按计划推进，取得了阶段性成果"] * 4), 0.7, 1.2, 8.6, 3.8, 18, GREY)
    page()
    deck.text("谢谢！", 0.7, 2.0, 8.6, 1.2, 60, "2E7D32", "c", True)
    return deck.bytes()


LISTED_ROLES = {"cover": {1}, "agenda": {2}, "section": {3, 5, 7}, "content": {4, 6, 8}, "closing": {9}}


TEAL, SAND = "00796B", "FFE0B2"
ENGLISH = "Lorem ipsum dolor sit amet, consectetuer adipiscing elit. Maecenas porttitor congue massa."


def nested():
    """Teal: groups in groups, heads in pills, PART ONE, titles in placeholders, a logo's prompt, English thanks."""
    deck = Deck()

    def page(title=None):
        layout = deck.presentation.slide_layouts[5 if title else 6]
        deck.slide = deck.presentation.slides.add_slide(layout)
        deck.block(0, 0, 13.333, 7.5, "F5FBFA")
        deck.text("YOUR LOGO", 11.4, 0.2, 1.6, 0.4, 14, GREY, "r")
        if title:
            holder = deck.slide.shapes.title
            holder.left, holder.top, holder.width, holder.height = (Inches(v) for v in (0.9, 0.3, 9.5, 0.8))
            holder.text_frame.text = title
            holder.text_frame.paragraphs[0].runs[0].font.size = Pt(28)
            deck.slide.shapes._spTree.append(holder._element)

    def inner(parent):
        return parent.shapes.add_group_shape()

    page()  # 1
    deck.block(0, 0, 5.2, 7.5, TEAL)
    deck.text("工作汇报", 6, 2.0, 6.5, 1.1, 54, TEAL, bold=True)
    deck.text("Work Report", 6, 3.1, 6.5, 0.5, 20, GREY)
    group = deck.group()
    deck.block(6, 4.4, 2.8, 0.5, TEAL, MSO_SHAPE.ROUNDED_RECTANGLE, words="汇报人：张某某", size=14, inside=group)
    deck.block(9.2, 4.4, 2.8, 0.5, TEAL, MSO_SHAPE.ROUNDED_RECTANGLE, words="日期：20XX.XX", size=14, inside=group)
    page()  # 2: 2 × 2 entries, each a group with a group for its number
    deck.text("CONTENTS", 0.9, 0.7, 5, 0.7, 36, TEAL, bold=True)
    deck.text("目 录", 0.9, 1.4, 3, 0.6, 24, GREY)
    outer = deck.group()
    for index in range(4):
        left, top = 1.2 + 5.9 * (index % 2), 2.6 + 2.1 * (index // 2)
        unit = inner(outer)
        number = inner(unit)
        deck.block(left, top, 1, 1, TEAL, MSO_SHAPE.DIAMOND, inside=number)
        deck.text(f"0{index + 1}", left, top + 0.25, 1, 0.5, 20, WHITE, "c", True, inside=number)
        deck.text("输入目录标题", left + 1.2, top + 0.05, 3.6, 0.5, 22, TEAL, bold=True, inside=unit)
        deck.text("Please enter the title", left + 1.2, top + 0.55, 3.6, 0.3, 11, GREY, inside=unit)
    deck.own_coordinates(outer)
    for number in ("ONE", "TWO", "THREE", "FOUR"):  # 3, 5, 7, 9
        page()
        deck.block(0, 2.2, 13.333, 2.8, TEAL)
        deck.text(f"PART {number}", 1, 2.4, 11.3, 0.6, 24, SAND, "c")
        deck.text("输入章节标题", 1, 3.1, 11.3, 1, 44, WHITE, "c", True)
        deck.text(ENGLISH, 2, 4.2, 9.3, 0.5, 12, WHITE, "c")
        if number == "ONE":  # 4: five pills in a row with texts
            page("输入标题")
            for index in range(5):
                left = 0.7 + 2.45 * index
                deck.block(left, 1.8, 2.1, 0.6, TEAL, MSO_SHAPE.ROUNDED_RECTANGLE, words="关键词", size=18)
                deck.text(ENGLISH, left, 2.6, 2.1, 3.2, 14, GREY)
        elif number == "TWO":  # 6: a long text beside a picture
            page("输入标题")
            deck.photo(7.4, 1.5, 5.2, 5.2, "#00796b")
            deck.text("\n".join([ENGLISH] * 4), 0.9, 1.6, 6.2, 5.0, 16, GREY)
        elif number == "THREE":  # 8: text left and right of a line
            page("输入标题")
            for side in range(2):
                deck.text("输入小标题", 0.9 + 6.1 * side, 1.6, 5.4, 0.6, 22, TEAL, bold=True)
                deck.text(ENGLISH * 3, 0.9 + 6.1 * side, 2.4, 5.4, 3.8, 16, GREY)
        else:  # 10: a time line of years
            page("发展历程")
            deck.block(0.8, 3.6, 11.7, 0.06, TEAL)
            for index in range(4):
                left = 0.9 + 3.0 * index
                deck.block(left + 0.9, 3.45, 0.35, 0.35, SAND, MSO_SHAPE.OVAL)
                deck.text(f"202{index}", left, 2.7, 2.2, 0.6, 24, TEAL, "c", True)
                deck.text(ENGLISH, left, 4.1, 2.4, 1.8, 12, GREY, "c")
    page()  # 11
    deck.block(0, 0, 5.2, 7.5, TEAL)
    deck.text("THANKS", 6, 2.4, 6.5, 1.2, 66, TEAL, bold=True)
    return deck.bytes()


NESTED_ROLES = {
    "cover": {1},
    "agenda": {2},
    "section": {3, 5, 7, 9},
    "content": {6},
    "two_content": {8},
    "cards": {4},
    "steps": {10},
    "closing": {11},
}


def upright():
    """Ink style: the title of the cover and the agenda's name run down, entries too."""
    deck = Deck()

    def down(box):
        box.text_frame._txBody.bodyPr.set("vert", "eaVert")
        return box

    deck.page("FFFFFF")
    deck.photo(0, 0, 13.333, 7.5, "#e8e2d4")
    down(deck.text("水墨中国风", 6.0, 0.8, 1.3, 4.2, 54, "333333", bold=True))
    deck.text("汇报人：某某", 5.2, 6.0, 3, 0.4, 16, "333333", "c")
    deck.page("FFFFFF")
    deck.photo(0, 0, 13.333, 7.5, "#e8e2d4")
    down(deck.text("目录", 11.2, 1.0, 1.2, 2.4, 48, "333333", bold=True))
    for index, number in enumerate("壹贰叁肆"):
        deck.block(2.0 + 2.2 * index, 1.4, 0.8, 0.8, "8B1A1A", MSO_SHAPE.OVAL, words=number, size=24)
        down(deck.text("请输入标题", 2.05 + 2.2 * index, 2.4, 0.7, 3.6, 24, "333333"))
    for index, number in enumerate("壹贰叁肆"):
        deck.page("FFFFFF")
        deck.photo(0, 0, 13.333, 7.5, "#e8e2d4")
        deck.block(6.2, 1.2, 1.0, 1.0, "8B1A1A", MSO_SHAPE.OVAL, words=number, size=36)
        deck.text("请输入标题", 2.5, 2.8, 8.3, 1.0, 44, "333333", "c", True)
        deck.page("FFFFFF")
        deck.text("请输入标题", 0.8, 0.4, 8, 0.7, 28, "333333", bold=True)
        deck.text("\n".join([LOREM] * (4 + index)), 0.8, 1.5, 11.7, 5.2, 16, "333333")
    deck.page("FFFFFF")
    deck.photo(0, 0, 13.333, 7.5, "#e8e2d4")
    deck.text("谢谢观赏", 2.5, 2.8, 8.3, 1.2, 60, "333333", "c", True)
    return deck.bytes()


UPRIGHT_ROLES = {"cover": {1}, "agenda": {2}, "section": {3, 5, 7, 9}, "content": {4, 6, 8, 10}, "closing": {11}}
