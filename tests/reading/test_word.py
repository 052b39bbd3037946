import io
import zipfile

import docx
import pytest
from word_files import paragraph, run, table, text_box, with_part, word_file

from generator.errors import InputError
from generator.model import BlockKind, Severity, SourceFormat
from generator.reading import read_manuscript

HEADING, ITEM, ROW, PLAIN = BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.PARAGRAPH
BREAK = "<w:r><w:br/></w:r>"


def read(*body, **parts):
    return read_manuscript(word_file(*body, **parts), name="讲话.docx")


def lines(*body, **parts):
    return read(*body, **parts)[0].text.split("\n")


def codes(findings):
    return [found.code for found in findings]


def style(style_id, name, paragraph_properties="", run_properties="", based_on=None):
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/>{base}'
        f"<w:pPr>{paragraph_properties}</w:pPr><w:rPr>{run_properties}</w:rPr></w:style>"
    )


def test_paragraphs_in_order():
    manuscript, findings = read("工作汇报", "各位领导：", "", "　　一、抓学习。")
    assert manuscript.source_format is SourceFormat.DOCX
    assert manuscript.text == "工作汇报\n各位领导：\n\n　　一、抓学习。"
    assert [block.span.of(manuscript.text) for block in manuscript.blocks] == ["工作汇报", "各位领导：", "一、抓学习。"]
    assert findings == ()


def test_headings_by_python_docx():
    document = docx.Document()
    document.add_heading("工作汇报", 0)
    document.add_heading("一、抓学习", 1)
    document.add_heading("（一）学理论", 2)
    document.add_paragraph("正文。")
    buffer = io.BytesIO()
    document.save(buffer)
    manuscript, _ = read_manuscript(buffer.getvalue())
    got = [(block.kind, block.level, block.prominent) for block in manuscript.blocks]
    assert got == [(PLAIN, None, True), (HEADING, 1, False), (HEADING, 2, False), (PLAIN, None, False)]


@pytest.mark.parametrize(
    ("styles", "properties", "level"),
    [
        (style("1", "heading 1"), '<w:pStyle w:val="1"/>', 1),
        (style("a3", "标题 2"), '<w:pStyle w:val="a3"/>', 2),
        (style("a3", "三级标题"), '<w:pStyle w:val="a3"/>', 3),
        (style("a3", "标题一"), '<w:pStyle w:val="a3"/>', 1),
        (style("a3", "我的", based_on="Heading2"), '<w:pStyle w:val="a3"/>', 2),
        (style("a3", "我的", '<w:outlineLvl w:val="2"/>'), '<w:pStyle w:val="a3"/>', 3),
        ("", '<w:outlineLvl w:val="0"/>', 1),
        ("", '<w:pStyle w:val="Heading1"/><w:outlineLvl w:val="9"/>', None),
        (style("a3", "正文 1"), '<w:pStyle w:val="a3"/>', None),
        (style("a3", "标题列表"), '<w:pStyle w:val="a3"/>', None),
        ("", '<w:pStyle w:val="没有"/>', None),
        (style("a3", "圈", based_on="a3"), '<w:pStyle w:val="a3"/>', None),
    ],
)
def test_what_makes_a_heading(styles, properties, level):
    manuscript, _ = read(paragraph("抓学习", properties=properties), "正文。", styles=styles)
    assert manuscript.blocks[0].level == level
    assert (manuscript.blocks[0].kind is HEADING) == (level is not None)


BODY_TEXT = "今年以来，我镇认真落实上级部署，各项工作取得新进展，群众满意度不断提高。"


@pytest.mark.parametrize(
    ("element", "prominent"),
    [
        (paragraph(run("一、抓学习", "<w:b/>")), True),
        (paragraph(run("一、", "<w:b/>"), run("抓学习", "<w:b/>"), run(" ", "")), True),
        (paragraph(run("一、抓学习。", "<w:b/>"), run("正文")), False),
        (paragraph(run("一、抓学习", '<w:b w:val="0"/>')), False),
        (paragraph("工作汇报", properties='<w:jc w:val="center"/>'), True),
        (paragraph("工作汇报", properties='<w:jc w:val="both"/>'), False),
        (paragraph("抓学习", properties='<w:pStyle w:val="粗"/>'), True),
        (paragraph(run("抓学习", '<w:b w:val="false"/>'), properties='<w:pStyle w:val="粗"/>'), False),
        (paragraph(run("一、抓学习", '<w:rFonts w:eastAsia="黑体"/>')), True),
        (paragraph(run("（一）学理论", '<w:rFonts w:eastAsia="楷体_GB2312"/>')), True),
        (paragraph(run("正文", '<w:rFonts w:eastAsia="仿宋_GB2312"/>')), False),
        (paragraph(run("工作汇报", '<w:sz w:val="44"/>')), True),
        ("抓学习", False),
    ],
)
def test_what_stands_out_without_a_heading_style(element, prominent):
    styles = style("粗", "粗", run_properties="<w:b/>")
    manuscript, _ = read(element, *[BODY_TEXT] * 5, styles=styles)
    assert manuscript.blocks[0].prominent is prominent
    assert not any(block.prominent for block in manuscript.blocks[1:])


def test_bold_says_nothing_where_everything_is_bold():
    manuscript, _ = read(*[paragraph(run(BODY_TEXT, "<w:b/>"))] * 4)
    assert not any(block.prominent for block in manuscript.blocks)


def test_a_line_break_parts_a_heading_from_its_text():
    manuscript, _ = read(paragraph(run("一、抓学习", "<w:b/>"), BREAK, run(BODY_TEXT)), BODY_TEXT)
    assert manuscript.text.split("\n")[:2] == ["一、抓学习", BODY_TEXT]
    assert [block.prominent for block in manuscript.blocks] == [True, False, False]


def test_a_table_gives_a_line_a_row():
    manuscript, _ = read("见下表：", table(["指标", "数值"], ["收入", "350万元"], ["", ""]), "完")
    assert manuscript.text == "见下表：\n指标\t数值\n收入\t350万元\n完"
    assert [block.kind for block in manuscript.blocks] == [PLAIN, ROW, ROW, PLAIN]


def test_a_cell_of_several_paragraphs_and_a_table_inside_a_cell():
    inner = table(["甲", "乙"])
    two = paragraph("收入") + paragraph("（万元）")
    assert lines(table([two, "350"], ["合计", inner + paragraph("")])) == ["收入 （万元）\t350", "合计\t甲 乙"]


def test_a_frame_of_one_cell_is_no_table():
    framed = paragraph("一、抓学习", properties='<w:pStyle w:val="Heading1"/>') + paragraph("正文。")
    manuscript, _ = read(table([framed]))
    assert [block.kind for block in manuscript.blocks] == [HEADING, PLAIN]


def test_a_table_that_lays_out_the_page_is_no_table():
    left = "".join(paragraph(BODY_TEXT) for _ in range(8))
    manuscript, _ = read(table([left, "右栏"]))
    assert {block.kind for block in manuscript.blocks} == {PLAIN}
    assert len(manuscript.blocks) == 9


def test_merged_cells_are_read_once():
    document = docx.Document()
    grid = document.add_table(2, 3)
    grid.cell(0, 0).merge(grid.cell(0, 1)).text = "合并"
    grid.cell(0, 2).text = "三"
    grid.cell(1, 0).text = "四"
    buffer = io.BytesIO()
    document.save(buffer)
    assert read_manuscript(buffer.getvalue())[0].text.split("\n") == ["合并\t三", "四\t\t"]


def test_a_text_box_is_read_once_and_told_of():
    manuscript, findings = read(
        "前文", paragraph(text_box("框中一", "框中二"), "段落"), paragraph("段落", text_box("框后"))
    )
    assert manuscript.text == "前文\n框中一\n框中二\n段落\n段落\n框后"
    assert codes(findings) == ["word_text_boxes"]
    assert "2 个文本框" in findings[0].message


def test_only_the_old_way_of_writing_a_text_box():
    content = f"<w:txbxContent>{paragraph('框中')}</w:txbxContent>"
    old = f"<w:r><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></w:r>"
    assert lines(paragraph(old)) == ["框中", ""]


def test_insertions_count_and_deletions_do_not():
    inserted = f'<w:ins w:id="1" w:author="a">{run("12")}</w:ins>'
    deleted = '<w:del w:id="2" w:author="a"><w:r><w:delText>10</w:delText></w:r></w:del>'
    moved = f'<w:moveFrom w:id="3" w:author="a">{run("旧处")}</w:moveFrom>'
    arrived = f'<w:moveTo w:id="4" w:author="a">{run("新处")}</w:moveTo>'
    manuscript, findings = read(paragraph("共", deleted, inserted, "次", moved), paragraph(arrived))
    assert manuscript.text == "共12次\n新处"
    assert codes(findings) == ["word_revisions"]
    assert findings[0].severity is Severity.WARNING
    assert "插入 2 处、删除 2 处" in findings[0].message


def test_a_deleted_paragraph_end_joins_the_paragraphs():
    gone = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
    assert lines(paragraph("一、抓", properties=gone), paragraph("学习。"), "完") == ["一、抓学习。", "完"]


def test_a_deleted_paragraph_end_before_the_end_of_the_file_loses_nothing():
    gone = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
    assert lines("一", paragraph("二", properties=gone)) == ["一", "二"]
    assert lines(paragraph("一", properties=gone), table(["甲", "乙"]), "完") == ["一", "甲\t乙", "完"]


def test_a_deleted_row():
    row = table(["甲", "乙"], ["丙", "丁"]).replace(
        "<w:tr>", '<w:tr><w:trPr><w:del w:id="1" w:author="a"/></w:trPr>', 1
    )
    assert lines(row) == ["丙\t丁"]


def test_footnotes_and_comments_are_left_out_and_told_of():
    marks = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r>'
    manuscript, findings = read(paragraph("抓学习", marks, "。"))
    assert manuscript.text == "抓学习。"
    assert codes(findings) == ["word_notes", "word_comments"]


def test_hidden_text_is_left_out_and_told_of():
    manuscript, findings = read(
        paragraph("看得见", run("看不见", "<w:vanish/>")), paragraph(run("也看得见", '<w:vanish w:val="0"/>'))
    )
    assert manuscript.text == "看得见\n也看得见"
    assert codes(findings) == ["word_hidden"]


def test_what_stands_around_a_run():
    smart = f'<w:smartTag w:element="date">{run("5月3日")}</w:smartTag>'
    link = f"<w:hyperlink>{run('链接')}</w:hyperlink>"
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>"
    field = f'<w:fldSimple w:instr="DATE">{run("2024年")}</w:fldSimple>'
    complex_field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("域值")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    ruby = (
        "<w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>拼</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    )
    signs = "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>丙</w:t></w:r>"
    formula = "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"
    assert lines(paragraph(smart, link, control, field, complex_field, ruby, signs, formula)) == [
        "5月3日链接控件2024年域值拼甲\t乙-丙x=1"
    ]


def test_a_content_control_around_paragraphs_rows_and_cells():
    rows = (
        table(["甲", "乙"])
        .replace("<w:tr>", "<w:sdt><w:sdtContent><w:tr>")
        .replace("</w:tr>", "</w:tr></w:sdtContent></w:sdt>")
    )
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('段')}</w:sdtContent></w:sdt>"
    assert lines(control, rows) == ["段", "甲\t乙"]


def test_a_prompt_that_nobody_answered():
    control = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('单击此处输入')}</w:sdtContent></w:sdt>"
    manuscript, findings = read(paragraph("汇报人：", control))
    assert manuscript.text == "汇报人："
    assert codes(findings) == ["word_prompts"]


def test_a_table_of_contents_is_left_out():
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    control = f"<w:sdt>{gallery}<w:sdtContent>{paragraph('目录')}</w:sdtContent></w:sdt>"
    by_style = paragraph("一、抓学习\t1", properties='<w:pStyle w:val="TOC1"/>')
    manuscript, findings = read(control, by_style, "一、抓学习", styles=style("TOC1", "toc 1"))
    assert manuscript.text == "一、抓学习"
    assert codes(findings) == ["word_contents"]


def test_pictures_and_charts_are_told_of():
    def drawing(inner):
        return f"<w:r><w:drawing><wp:inline><a:graphic>{inner}</a:graphic></wp:inline></w:drawing></w:r>"

    chart = drawing('<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/>')
    picture = drawing('<a:graphicData uri="x"><pic:pic/></a:graphicData>')
    _, findings = read(paragraph("如图", picture, chart))
    assert codes(findings) == ["word_pictures", "word_objects"]


def test_headers_and_footers_are_not_read():
    document = docx.Document()
    document.add_paragraph("正文")
    document.sections[0].header.paragraphs[0].text = "页眉"
    document.sections[0].footer.paragraphs[0].text = "页脚"
    buffer = io.BytesIO()
    document.save(buffer)
    assert read_manuscript(buffer.getvalue())[0].text == "正文"


def test_line_ends_inside_the_words_and_pasted_separators():
    assert lines("<w:p><w:r><w:t>抓\n学习</w:t></w:r><w:r><w:t>一\u2028二</w:t></w:r></w:p>") == ["抓 学习一", "二"]


def test_a_symbol_font_leaves_no_box():
    symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r><w:r><w:sym w:font="宋体" w:char="2460"/></w:r>'
    assert lines(paragraph(symbol, "完成")) == ["①完成"]


def test_fills_and_noise_in_a_word_file():
    data = word_file(
        paragraph("XX镇汇报", properties='<w:pStyle w:val="Heading1"/>'), "##paidbegin##各位领导：", "XX镇"
    )
    manuscript, findings = read_manuscript(data, fills={"XX镇": "永昌镇"})
    assert manuscript.text == "永昌镇汇报\n##paidbegin##各位领导：\n永昌镇"
    assert manuscript.blocks[0].kind is HEADING
    assert codes(findings) == ["scrape_mark"]


DATA = word_file(paragraph("一、抓学习", properties='<w:pStyle w:val="Heading1"/>'), "正文。")


def test_a_relation_that_leads_nowhere():
    broken = with_part(
        DATA,
        "word/_rels/document.xml.rels",
        lambda rels: rels.replace(
            "</Relationships>",
            '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
            'Target="NULL"/></Relationships>',
        ),
    )
    assert read_manuscript(broken)[0].text == "一、抓学习\n正文。"


def test_a_template_and_a_file_with_macros():
    for kind in ("template.main+xml", "document.macroEnabled.main+xml"):
        other = with_part(
            DATA, "[Content_Types].xml", lambda types, kind=kind: types.replace("document.main+xml", kind)
        )
        assert read_manuscript(other)[0].blocks[0].kind is HEADING


def test_strict_namespaces():
    strict = DATA
    for part in ("word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels", "_rels/.rels"):
        strict = with_part(
            strict,
            part,
            lambda xml: xml.replace(
                "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                "http://purl.oclc.org/ooxml/wordprocessingml/main",
            ).replace(
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                "http://purl.oclc.org/ooxml/officeDocument/relationships",
            ),
        )
    manuscript, _ = read_manuscript(strict)
    assert manuscript.text == "一、抓学习\n正文。"
    assert manuscript.blocks[0].kind is HEADING


def test_backslashes_in_the_zip_and_no_styles():
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(DATA)) as old, zipfile.ZipFile(buffer, "w") as new:
        new.writestr("word\\document.xml", old.read("word/document.xml"))
    assert read_manuscript(buffer.getvalue())[0].text == "一、抓学习\n正文。"


def test_deep_nesting_is_no_traceback():
    cell = paragraph("字")
    for _ in range(75):
        cell = table([cell])
    assert lines(cell) == ["字"]


def test_nesting_without_end_is_an_error():
    deep = with_part(DATA, "word/document.xml", lambda xml: xml.replace("<w:body>", "<w:body>" + "<w:sdt>" * 400))
    with pytest.raises(InputError) as raised:
        read_manuscript(deep)
    assert raised.value.code == "word_damaged"
