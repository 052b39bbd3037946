"""Write report.docx from report.txt, in the forms that offices give their Word files: same words, same bytes.

    python seeds/make_docx.py

- the title: a centred bold paragraph without a heading style; the signature: right-aligned, at the end
- 一、 … 四、: typed markers in Word's built-in Heading 1
- （一） in parts one to three: typed markers in bold paragraphs of the body style, no heading style
- （一） in part four: automatic numbering (chineseCounting), so the marker is in no text of the file
- 1. 2. 3.: automatic decimal numbering that starts again under every （一）, the lead in bold
"""

from __future__ import annotations

import re
import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

SEEDS = Path(__file__).parent
FIXED_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip can hold
DECIMAL, CHINESE = 9001, 9002  # ids that python-docx's own default numbering does not use


def define_numbering(document: WordDocument) -> None:
    """Add one abstract numbering `1.` and one `（一）` to the document."""
    numbering = document.part.numbering_part.element
    first_number = numbering.find(qn("w:num"))
    for abstract_id, number_format, text in ((DECIMAL, "decimal", "%1."), (CHINESE, "chineseCounting", "（%1）")):
        element = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract_id}"><w:multiLevelType w:val="singleLevel"/>'
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/><w:suff w:val="nothing"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
        )
        # The schema wants every abstractNum before the first num.
        first_number.addprevious(element)


def start_list(document: WordDocument, abstract_id: int) -> int:
    """Begin a list that counts from 1 and return its id."""
    number = document.part.numbering_part.element.add_num(abstract_id)
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(number.numId)


def put_in_list(paragraph: Paragraph, list_id: int) -> None:
    """Let Word number the paragraph."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = list_id


def add_with_lead(paragraph: Paragraph, text: str) -> None:
    """Add the text with its first sentence in bold."""
    lead, stop, rest = text.partition("。")
    paragraph.add_run(lead + stop).bold = True
    paragraph.add_run(rest)


def make(text: str) -> bytes:
    """The Word file of a report whose title is the first line and whose signature is the last two."""
    document = Document()
    define_numbering(document)
    document.styles["Normal"].paragraph_format.first_line_indent = Pt(32)
    lines = text.strip().split("\n")
    decimal = chinese = 0
    for at, line in enumerate(lines):
        paragraph = document.add_paragraph()
        if at == 0:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.add_run(line).bold = True
        elif at >= len(lines) - 2:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            paragraph.add_run(line)
        elif re.match("[一二三四]、", line):
            paragraph.style = document.styles["Heading 1"]
            paragraph.add_run(line)
            chinese = start_list(document, CHINESE) if line.startswith("四、") else 0
        elif line.startswith("（"):
            decimal = start_list(document, DECIMAL)
            if chinese:
                put_in_list(paragraph, chinese)
                add_with_lead(paragraph, line.partition("）")[2])
            elif "。" in line:
                add_with_lead(paragraph, line)
            else:
                paragraph.add_run(line).bold = True
        elif marker := re.match(r"\d\. ", line):
            put_in_list(paragraph, decimal)
            add_with_lead(paragraph, line[marker.end() :])
        else:
            paragraph.add_run(line)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = lines[0], "", ""
    properties.created = properties.modified = datetime(2024, 12, 26)
    saved = BytesIO()
    document.save(saved)
    return with_fixed_dates(saved.getvalue())


def with_fixed_dates(package: bytes) -> bytes:
    """The same zip with every member's date fixed, so that the bytes depend on the words alone."""
    result = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, FIXED_DATE), source.read(name), zipfile.ZIP_DEFLATED)
    return result.getvalue()


if __name__ == "__main__":
    (SEEDS / "report.docx").write_bytes(make((SEEDS / "report.txt").read_text(encoding="utf-8")))
