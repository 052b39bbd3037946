"""Decks that cannot be opened, and what is read of those that can."""

import contextlib
import io
import random
import zipfile

import pytest
from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from generator.checking.deck import TextShape
from generator.checking.opened import open_deck
from generator.checking.workbook import Workbook
from generator.errors import OutputError

COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504)


def saved(presentation):
    stream = io.BytesIO()
    presentation.save(stream)
    return stream.getvalue()


def zipped(parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("deck", "code"),
    [
        (b"", "deck_empty"),
        (b"%PDF-1.7 and so on", "deck_not_pptx"),
        ("讲话稿".encode(), "deck_not_pptx"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "deck_encrypted"),
        (COMPOUND + "PowerPoint Document".encode("utf-16-le"), "deck_old_format"),
        (COMPOUND + "WordDocument".encode("utf-16-le"), "deck_not_pptx"),
        (b"PK\x03\x04 cut off", "deck_damaged"),
        (zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}), "deck_not_pptx"),
        (zipped({"readme.txt": "x"}), "deck_damaged"),
    ],
)
def test_what_cannot_be_opened_says_why(deck, code):
    with pytest.raises(OutputError) as caught:
        open_deck(deck)
    assert caught.value.code == code
    assert caught.value.exit_code == 7


def test_a_word_file_by_another_name():
    from docx import Document

    stream = io.BytesIO()
    Document().save(stream)
    with pytest.raises(OutputError) as caught:
        open_deck(stream.getvalue())
    assert caught.value.code == "deck_not_pptx"


def test_a_cut_off_deck_at_any_length(good_deck):
    for share in (0.1, 0.5, 0.9, 0.999):
        with pytest.raises(OutputError):
            open_deck(good_deck[: int(len(good_deck) * share)])


def test_a_deck_with_flipped_bytes_is_read_or_refused_in_our_words(good_deck):
    dice = random.Random(7)
    for _ in range(60):
        damaged = bytearray(good_deck)
        for _ in range(3):
            damaged[dice.randrange(len(damaged))] ^= 1 << dice.randrange(8)
        # Any other exception fails the test.
        with contextlib.suppress(OutputError):
            open_deck(bytes(damaged))


@pytest.mark.parametrize(
    "part", ["ppt/slides/slide2.xml", "ppt/notesSlides/notesSlide1.xml", "ppt/slideLayouts/slideLayout2.xml"]
)
def test_a_deck_with_a_broken_part(good_deck, part):
    with zipfile.ZipFile(io.BytesIO(good_deck)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert part in parts
    with pytest.raises(OutputError) as caught:
        open_deck(zipped(parts | {part: b"<p:sld"}))
    assert caught.value.code == "deck_damaged"


def test_a_deck_that_lacks_a_slide(good_deck):
    with zipfile.ZipFile(io.BytesIO(good_deck)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    del parts["ppt/slides/slide2.xml"]
    with pytest.raises(OutputError) as caught:
        open_deck(zipped(parts))
    assert caught.value.code == "deck_damaged"


def test_values_that_no_program_writes(slide):
    slide.placeholders[1].text = "正文"
    slide.placeholders[1].text_frame.paragraphs[0].runs[0]._r.get_or_add_rPr().set("sz", "large")
    with pytest.raises(OutputError) as caught:
        open_deck(saved(slide.part.package.presentation_part.presentation))
    assert caught.value.code == "deck_damaged"


def test_a_deck_without_slides():
    assert open_deck(saved(Presentation())).slides == ()


# --- sizes ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def slide():
    presentation = Presentation()
    return presentation.slides.add_slide(presentation.slide_layouts[1])


def first_text(slide, number=1):
    deck = open_deck(saved(slide.part.package.presentation_part.presentation))
    return [shape for shape in deck.slides[0].shapes if isinstance(shape, TextShape)][number]


def test_the_size_comes_from_the_master_when_nobody_nearer_gives_one(slide):
    slide.placeholders[1].text = "正文"
    assert first_text(slide).paragraphs[0].size_pt == 32  # bodyStyle lvl1 of python-pptx's own template
    assert first_text(slide).designed_pt == 32


def test_a_deeper_level_has_its_own_size(slide):
    slide.placeholders[1].text = "正文"
    slide.placeholders[1].text_frame.paragraphs[0].level = 1
    assert first_text(slide).paragraphs[0].size_pt == 28


def test_the_layout_goes_before_the_master(slide):
    slide.placeholders[1].text = "正文"
    on_layout = next(p for p in slide.slide_layout.placeholders if p.placeholder_format.idx == 1)
    styles = on_layout._element.txBody.find(qn("a:lstStyle"))
    level = etree.SubElement(styles, qn("a:lvl1pPr"))
    etree.SubElement(level, qn("a:defRPr")).set("sz", "2100")
    assert first_text(slide).paragraphs[0].size_pt == 21


def test_the_shape_goes_before_the_layout_and_the_run_before_all(slide):
    slide.placeholders[1].text = "正文"
    styles = slide.placeholders[1]._element.txBody.find(qn("a:lstStyle"))
    level = etree.SubElement(styles, qn("a:lvl1pPr"))
    etree.SubElement(level, qn("a:defRPr")).set("sz", "2300")
    assert first_text(slide).paragraphs[0].size_pt == 23
    assert first_text(slide).designed_pt == 32
    slide.placeholders[1].text_frame.paragraphs[0].runs[0].font.size = Pt(19)
    assert first_text(slide).paragraphs[0].size_pt == 19


def test_a_paragraph_of_two_sizes(slide):
    paragraph = slide.placeholders[1].text_frame.paragraphs[0]
    for text, size in (("约", 20), ("2.6", 48), ("万元", 20)):
        run = paragraph.add_run()
        run.text, run.font.size = text, Pt(size)
    read = first_text(slide).paragraphs[0]
    assert (read.text, read.size_pt, read.smallest_pt) == ("约2.6万元", 48, 20)


def test_a_free_box_takes_the_presentations_size(slide):
    slide.shapes.add_textbox(Inches(1), Inches(1), Inches(2), Inches(1)).text_frame.text = "说明"
    shape = first_text(slide, 2)
    assert (shape.placeholder, shape.paragraphs[0].size_pt, shape.designed_pt) == (None, 18, None)


def test_a_box_in_a_group_stands_where_the_group_puts_it(slide):
    group = slide.shapes.add_group_shape()
    box = group.shapes.add_textbox(Inches(1), Inches(1), Inches(2), Inches(1))
    box.text_frame.text = "组内文字"
    group.left, group.top, group.width, group.height = Inches(3), Inches(2), Inches(4), Inches(2)
    shape = first_text(slide, 2)
    assert (shape.box.left, shape.box.top, shape.box.width) == (Inches(3), Inches(2), Inches(4))


def test_a_line_break_and_a_field(slide):
    paragraph = slide.placeholders[1].text_frame.paragraphs[0]
    run = paragraph.add_run()
    run.text = "上行"
    paragraph.add_line_break()
    paragraph.add_run().text = "下行"
    field = etree.SubElement(paragraph._p, qn("a:fld"))
    field.set("type", "slidenum")
    etree.SubElement(field, qn("a:t")).text = "7"
    shape = first_text(slide)
    assert shape.text == "上行\n下行"
    assert shape.has_field


# --- workbooks ------------------------------------------------------------------------------------------------------

SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>户数</t></is></c></row>'
    '<row r="2"><c r="A2" t="str"><v>2021年</v></c><c r="B2"><v>1.5</v></c></row>'
    '<row r="3"><c r="A3"><v>2022</v></c></row></sheetData></worksheet>'
)


def workbook(target="worksheets/sheet1.xml", name="Sheet1"):
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return zipped(
        {
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
            f'<sheet name="{name}" sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{relations}">'
            f'<Relationship Id="rId1" Type="x" Target="{target}"/></Relationships>',
            "xl/worksheets/sheet1.xml": SHEET,
            "xl/sharedStrings.xml": f'<sst xmlns="{main}"><si><r><t>年</t></r><r><t>份</t></r>'
            "<rPh><t>nián</t></rPh></si></sst>",
        }
    )


@pytest.mark.parametrize("target", ["worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml"])
def test_cells_of_every_kind(target):
    book = Workbook(workbook(target))
    assert book.cells("Sheet1!$A$1:$B$3") == ("年份", "户数", "2021年", 1.5, 2022.0, None)
    assert book.cells("Sheet1!$B$2") == (1.5,)


def test_a_sheet_with_a_blank_in_its_name():
    assert Workbook(workbook(name="表 1")).cells("'表 1'!A2") == ("2021年",)


@pytest.mark.parametrize("reference", ["", "Sheet2!A1", "A1", "Sheet1!$A$1:$ZZZ$99999", "[1]Sheet1!A1"])
def test_a_reference_that_leads_nowhere(reference):
    assert Workbook(workbook()).cells(reference) == ()


@pytest.mark.parametrize("package", [b"", b"no zip", zipped({"a.xml": "<a/>"})])
def test_what_is_no_workbook(package):
    with pytest.raises(ValueError, match="not a workbook"):
        Workbook(package)
