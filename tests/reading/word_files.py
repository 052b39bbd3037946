"""Word files made for the tests: python-docx for the package, raw WordprocessingML for what offices put into it."""

import io
import re
import zipfile

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

NAMESPACES = (
    nsdecls("w", "r", "wp", "a", "pic", "m")
    + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    + ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    + ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
NUMBERING_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"


def word_file(*body, styles="", numbering=None):
    """A .docx whose body holds these elements (XML; plain text becomes a paragraph).

    `styles` are further w:style elements; `numbering` is what stands in w:numbering.
    """
    document = docx.Document()
    section = document.element.body[-1]
    for element in body:
        section.addprevious(element_of(element if element.startswith("<") else paragraph(element)))
    for style in re.findall(r"<w:style .*?</w:style>", styles, re.DOTALL):
        document.styles.element.append(element_of(style))
    if numbering is not None:
        root = document.part.numbering_part.element
        for child in list(root):
            root.remove(child)
        holder = element_of(f"<w:numbering>{numbering}</w:numbering>")
        for child in list(holder):
            root.append(child)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def element_of(xml):
    head, rest = re.match(r"<([\w:]+)(.*)$", xml, re.DOTALL).groups()
    return parse_xml(f"<{head} {NAMESPACES}{rest}")


def paragraph(*runs, properties=""):
    """A w:p of these runs; a run given as plain text is wrapped."""
    inner = "".join(r if r.startswith("<") else run(r) for r in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def run(text, properties=""):
    words = text.replace("&", "&amp;").replace("<", "&lt;")
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def listed(text, list_id, level=0, properties=""):
    """A paragraph of a list."""
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return paragraph(text, properties=numbering + properties)


def definition(abstract_id, *levels):
    """A w:abstractNum; each level is (format, text) or (format, text, further XML)."""
    inner = ""
    for at, (style, text, *more) in enumerate(levels):
        inner += (
            f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>{"".join(more)}'
            f'<w:lvlText w:val="{text}"/></w:lvl>'
        )
    return f'<w:abstractNum w:abstractNumId="{abstract_id}">{inner}</w:abstractNum>'


def number(list_id, abstract_id, overrides=""):
    return f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{abstract_id}"/>{overrides}</w:num>'


def table(*rows):
    """A w:tbl of rows of cells; a cell is text or XML."""
    inner = ""
    for row in rows:
        cells = "".join(f"<w:tc>{c if c.startswith('<') else paragraph(c)}</w:tc>" for c in row)
        inner += f"<w:tr>{cells}</w:tr>"
    return f"<w:tbl>{inner}</w:tbl>"


def text_box(*paragraphs):
    """A run with a text box, in the two ways that Word writes it beside each other."""
    content = "<w:txbxContent>" + "".join(paragraph(p) for p in paragraphs) + "</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData uri="x">'
        f"<wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def with_part(data, name, change):
    """The file with `change` applied to the text of one part."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            content = old.read(info)
            new.writestr(info.filename, change(content.decode()).encode() if info.filename == name else content)
    return buffer.getvalue()
