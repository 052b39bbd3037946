"""The seeds are what their README says they are."""

import io
import re
import runpy
import zipfile

from docx import Document


def members(package):
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_word_file_is_made_from_the_text_file(seeds):
    make = runpy.run_path(str(seeds / "make_docx.py"))["make"]
    made = members(make((seeds / "report.txt").read_text(encoding="utf-8")))
    committed = members((seeds / "report.docx").read_bytes())
    # Compression and the library's own default styles may differ from release to release; the words and forms may not.
    assert made["word/document.xml"] == committed["word/document.xml"]


def test_the_word_file_holds_all_three_forms_of_headings(seeds):
    paragraphs = Document(str(seeds / "report.docx")).paragraphs
    styled = [p.text for p in paragraphs if p.style.name == "Heading 1"]
    bold = [p.text for p in paragraphs if p.style.name == "Normal" and p.runs and all(run.bold for run in p.runs)]
    numbered = [p for p in paragraphs if p._p.pPr is not None and p._p.pPr.numPr is not None]
    assert [text[:2] for text in styled] == ["一、", "二、", "三、", "四、"]
    assert any(text.startswith("（一）") for text in bold)
    assert len(numbered) > 15
    assert not any(re.match(r"\d\.|（", p.text) for p in numbered), "their numbers stand in no text"


def test_the_gold_is_made_from_the_marks(seeds):
    made = runpy.run_path(str(seeds / "make_gold.py"))["all_gold"]()
    assert {path: path.read_text(encoding="utf-8") for path in (seeds / "gold").iterdir()} == made
    manuscripts = {path.stem for path in seeds.glob("*.txt")}
    assert {path.stem for path in made} == manuscripts


def test_every_seed_is_listed(seeds):
    listed = (seeds / "README.md").read_text(encoding="utf-8")
    for path in seeds.iterdir():
        if path.suffix in {".txt", ".docx", ".md"} and path.name != "README.md":
            assert f"`{path.name}`" in listed, path.name


def test_the_township_speech_mirrors_the_main_case(township):
    text = township.read_text(encoding="utf-8")
    lines = text.splitlines()
    assert lines[1].startswith("尊敬的XX")
    assert lines[1].endswith("领导：")
    assert [line[:2] for line in lines[3:5]] == ["一是", "二是"]
    assert lines[5].startswith("##paidbegin##三是")
    assert "##paidend##" in text
    assert 2_300 <= len(text) <= 2_600
    assert text.count("；") >= 2
    assert re.search(r"\d+余|约\d", text)


def test_the_short_address_has_no_structure(seeds):
    text = (seeds / "short.txt").read_text(encoding="utf-8")
    assert len(text) < 300
    assert not re.search(r"一是|[一二三]、|（一）|首先|第一，|\d", text)
