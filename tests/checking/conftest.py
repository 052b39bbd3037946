"""A small speech, read by hand, and a deck of it without a fault, made by python-pptx alone."""

import io
from decimal import Decimal

import pytest
from lxml import etree
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from generator.checking import check
from generator.language import sentences
from generator.model import (
    Block,
    Excerpt,
    Figure,
    FigureKind,
    Heading,
    HeadingPlace,
    Ledger,
    Manuscript,
    Occasion,
    Outline,
    Role,
    Section,
    Series,
    SeriesKind,
    Span,
)

SPEECH = """在全镇人居环境整治推进会上的发言
各位领导：
根据会议安排，现将有关情况汇报如下。
一、抓在日常，村庄面貌焕然一新
压实责任链条。镇党委坚持每月专题研究，层层签订责任书486份，组织党员1200余人次参加清扫，推动形成齐抓共管的良好格局。
注重群众参与。广泛发动群众参与庭院整治，评选清洁户56户，户均投入约2.6万元，经费报销不够规范的问题得到纠正。
二、聚焦短板，基础设施不断完善
补齐设施短板。新建公厕21座、垃圾中转站6座，累计投入资金900余万元，没有发生一起安全事故。
健全管护机制。2021年、2022年、2023年分别清运垃圾320吨、450吨、610吨，处置能力稳步提高。
同时，也存在一些问题：个别村组认识不到位，长效管护仍需加强。
下一步，我们将再接再厉，不断提升整治水平。
"""

FIGURES = (
    ("486份", 486, "份", None, "签订责任书"),
    ("1200余人次", 1200, "人次", "余", "参加清扫"),
    ("56户", 56, "户", None, "评选清洁户"),
    ("约2.6万元", "2.6", "万元", "约", "户均投入"),
    ("21座", 21, "座", None, "新建公厕"),
    ("6座", 6, "座", None, "垃圾中转站"),
    ("900余万元", 900, "万元", "余", "累计投入资金"),
    ("320吨", 320, "吨", None, "清运垃圾"),
    ("450吨", 450, "吨", None, "清运垃圾"),
    ("610吨", 610, "吨", None, "清运垃圾"),
)

LINES = {
    "agenda": ["抓在日常，村庄面貌焕然一新", "聚焦短板，基础设施不断完善"],
    "part-1": ["压实责任链条", "注重群众参与"],
    "point-1-1": ["层层签订责任书486份", "组织党员1200余人次参加清扫", "形成齐抓共管的良好格局"],
    "point-1-2": ["发动群众参与庭院整治", "评选清洁户56户，户均投入约2.6万元"],
    "part-2": ["补齐设施短板", "健全管护机制"],
    "point-2-1": ["新建公厕21座、垃圾中转站6座", "累计投入资金900余万元，没有发生一起安全事故"],
    "point-2-2": ["处置能力稳步提高"],
    "problems": ["个别村组认识不到位", "长效管护仍需加强"],
    "next-steps": ["再接再厉，不断提升整治水平"],
}

# id, title, which lines of the speech its notes hold
SLIDES = (
    ("cover", "在全镇人居环境整治推进会上的发言", (0, 1)),
    ("agenda", "目录", (2,)),
    ("part-1", "抓在日常，村庄面貌焕然一新", (3,)),
    ("point-1-1", "压实责任链条", (4,)),
    ("point-1-2", "注重群众参与", (5,)),
    ("part-2", "聚焦短板，基础设施不断完善", (6,)),
    ("point-2-1", "补齐设施短板", (7,)),
    ("point-2-2", "健全管护机制", (8,)),
    ("chart-1", "数据对比", ()),
    ("figures", "主要数据", ()),
    ("problems", "存在问题", (9,)),
    ("next-steps", "下一步工作", (10,)),
)
SECTIONS = (
    ("在全镇人居环境整治推进会上的发言", ("cover", "agenda")),
    ("抓在日常，村庄面貌焕然一新", ("part-1", "point-1-1", "point-1-2")),
    ("聚焦短板，基础设施不断完善", ("part-2", "point-2-1", "point-2-2")),
    ("主要数据", ("chart-1", "figures")),
    ("存在问题", ("problems",)),
    ("下一步工作", ("next-steps",)),
)
OCCASION = Occasion(speaker="陈立新", unit="柳溪镇人民政府", date="2024年3月")
_SECTION_EXTENSION = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def span_of(words, start=0):
    at = SPEECH.index(words, start)
    return Span(at, at + len(words))


def blocks_of(text):
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(Span(at, at + len(line))))
        at += len(line) + 1
    return tuple(blocks)


def manuscript_of(text, **more):
    return Manuscript(text, "speech.txt", blocks=blocks_of(text), **more)


def make_outline(manuscript, text=SPEECH):
    lines = [block.span for block in manuscript.blocks]

    def part(number, heading_line, last_line):
        heading = lines[heading_line]
        children = []
        for child_number, line in enumerate(lines[heading_line + 1 : last_line + 1], 1):
            lead = Span(line.start, text.index("。", line.start))
            child = Heading(lead, place=HeadingPlace.LEAD)
            children.append(Section(f"{number}.{child_number}", 2, Role.BODY, line, child))
        words = Heading(Span(heading.start + 2, heading.end), "一、", Span(heading.start, heading.start + 2))
        whole = Span(heading.start, lines[last_line].end)
        return Section(str(number), 1, Role.BODY, whole, words, tuple(children))

    sections = (
        Section("1", 1, Role.OPENING, lines[2]),
        part(2, 3, 5),
        part(3, 6, 8),
        Section("4", 1, Role.PROBLEMS, lines[9]),
        Section("5", 1, Role.NEXT_STEPS, lines[10]),
    )
    return Outline(manuscript, Span(0, lines[1].end), sections, title=(lines[0],), salutation=lines[1])


def make_ledger():
    figures, at = [], 0
    whole = [s for block in blocks_of(SPEECH) for s in sentences(SPEECH, block.span)]
    for surface, value, unit, qualifier, label in FIGURES:
        span = span_of(surface, at)
        at = span.end
        sentence = next(s for s in whole if s.contains(span))
        name = span_of(label, sentence.start)
        base = Decimal(value) * (10_000 if unit == "万元" else 1)
        figures.append(
            Figure(
                span,
                surface,
                span,
                Decimal(value),
                unit,
                base,
                unit.removeprefix("万"),
                FigureKind.QUANTITY,
                Excerpt(label, (name,)),
                sentence,
                None,
                qualifier,
            )
        )
    years = tuple(Excerpt(year, (span_of(year),)) for year in ("2021年", "2022年", "2023年"))
    series = Series(SeriesKind.PERIODS, Excerpt("清运垃圾", (span_of("清运垃圾"),)), "吨", years, tuple(figures[-3:]))
    return Ledger(tuple(figures), (series,))


@pytest.fixture(scope="session")
def outline():
    return make_outline(manuscript_of(SPEECH))


@pytest.fixture(scope="session")
def ledger():
    return make_ledger()


@pytest.fixture(scope="session")
def good_deck():
    return _build()


@pytest.fixture
def audit(outline, ledger):
    """The findings of a deck, given as bytes or as an open presentation."""

    def run(deck, **more):
        if not isinstance(deck, bytes):
            stream = io.BytesIO()
            deck.save(stream)
            deck = stream.getvalue()
        return check(deck, more.pop("outline", outline), more.pop("ledger", ledger), occasion=OCCASION, **more)

    return run


@pytest.fixture
def opened(good_deck):
    """The good deck, open for a fault to be planted; its slides by id."""
    return Opened(Presentation(io.BytesIO(good_deck)))


class Opened:
    def __init__(self, presentation):
        self.presentation = presentation
        self.slides = {slide._element.cSld.get("name"): slide for slide in presentation.slides}
        self.numbers = {name: number for number, name in enumerate(self.slides, 1)}

    def body(self, name):
        return self.slides[name].placeholders[1].text_frame

    def line(self, name, index=0):
        """The first run of a line of a slide's body."""
        return self.body(name).paragraphs[index].runs[0]

    def title(self, name):
        return self.slides[name].shapes.title.text_frame.paragraphs[0].runs[0]

    def notes(self, name):
        return self.slides[name].notes_slide.notes_text_frame

    def table(self):
        return next(shape.table for shape in self.slides["figures"].shapes if shape.has_table)

    def chart(self):
        return next(shape.chart for shape in self.slides["chart-1"].shapes if shape.has_chart)

    def save(self):
        stream = io.BytesIO()
        self.presentation.save(stream)
        return stream.getvalue()


def codes(findings):
    return [(finding.code, finding.slide) for finding in findings]


def _build():
    presentation = Presentation()
    speech = [line for line in SPEECH.split("\n") if line]
    slides = {}
    for name, title, notes in SLIDES:
        kind = 0 if name == "cover" else 5 if name in ("figures", "chart-1") else 1
        slide = presentation.slides.add_slide(presentation.slide_layouts[kind])
        slide._element.cSld.set("name", name)
        slides[name] = slide
        slide.shapes.title.text = title
        slide.shapes.title.text_frame.paragraphs[0].runs[0].font.size = Pt(28)
        if name == "cover":
            slide.placeholders[1].text = "柳溪镇人民政府\n陈立新\n2024年3月"
        elif kind == 1:
            frame = slide.placeholders[1].text_frame
            frame.text = "\n".join(LINES[name])
            for paragraph in frame.paragraphs:
                paragraph.runs[0].font.size = Pt(24)
        if notes:
            slide.notes_slide.notes_text_frame.text = "\n".join(speech[index] for index in notes)
    _link_agenda(slides)
    _add_chart(slides["chart-1"])
    _add_table(slides["figures"])
    _add_sections(presentation, slides)
    stream = io.BytesIO()
    presentation.save(stream)
    return stream.getvalue()


def _link_agenda(slides):
    for paragraph, target in zip(
        slides["agenda"].placeholders[1].text_frame.paragraphs, ("part-1", "part-2"), strict=True
    ):
        properties = paragraph.runs[0]._r.get_or_add_rPr()
        relation = slides["agenda"].part.relate_to(
            slides[target].part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide"
        )
        click = etree.SubElement(properties, qn("a:hlinkClick"))
        click.set(qn("r:id"), relation)
        click.set("action", "ppaction://hlinksldjump")


def _add_chart(slide):
    data = CategoryChartData()
    data.categories = ("2021年", "2022年", "2023年")
    data.add_series("清运垃圾", (320, 450, 610))
    frame = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Inches(1), Inches(2), Inches(8), Inches(4.5), data)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", "图表：清运垃圾")
    chart = frame.chart
    chart.has_legend = False
    chart.has_title = False
    chart.font.size = Pt(16)
    for index, surface in enumerate(("320吨", "450吨", "610吨")):
        run = chart.plots[0].series[0].points[index].data_label.text_frame.paragraphs[0].add_run()
        run.text = surface
        run.font.size = Pt(16)


def _add_table(slide):
    rows = FIGURES[:7]
    frame = slide.shapes.add_table(len(rows) + 1, 3, Inches(0.6), Inches(1.5), Inches(8.8), Inches(4))
    frame._element.nvGraphicFramePr.cNvPr.set("descr", "表格：主要数据")
    sections = ["压实责任链条"] * 2 + ["注重群众参与"] * 2 + ["补齐设施短板"] * 3
    lines = [("指标", "数据", "所属部分")]
    lines += [(row[4], row[0], section) for row, section in zip(rows, sections, strict=True)]
    for row, texts in zip(frame.table.rows, lines, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
            cell.text_frame.paragraphs[0].runs[0].font.size = Pt(16)


def _add_sections(presentation, slides):
    element = presentation.part._element
    extensions = etree.SubElement(element, qn("p:extLst"))
    extension = etree.SubElement(extensions, qn("p:ext"))
    extension.set("uri", _SECTION_EXTENSION)
    listed = etree.SubElement(extension, f"{{{_P14}}}sectionLst", nsmap={"p14": _P14})
    for name, members in SECTIONS:
        section = etree.SubElement(listed, f"{{{_P14}}}section")
        section.set("name", name)
        section.set("id", "{00000000-0000-0000-0000-000000000000}")
        ids = etree.SubElement(section, f"{{{_P14}}}sldIdLst")
        for member in members:
            etree.SubElement(ids, f"{{{_P14}}}sldId").set("id", str(slides[member].slide_id))
