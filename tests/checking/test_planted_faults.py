"""Every fault that a deck can be given is reported with its code on its slide; the deck without it gives no finding."""

import io
import zipfile

import pytest
from conftest import SPEECH, codes, make_outline, manuscript_of
from pptx.oxml.ns import qn
from pptx.util import Inches

from generator.model import Ledger, Severity

P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"


def test_a_good_deck_gives_no_finding(good_deck, audit):
    assert audit(good_deck) == ()


def test_the_check_leaves_the_deck_as_it_is(good_deck, audit):
    before = bytes(good_deck)
    audit(good_deck)
    assert good_deck == before


@pytest.mark.parametrize(
    ("name", "line", "old", "new", "code"),
    [
        ("point-1-1", 0, "486份", "487份", "number_not_in_speech"),
        # 56 is in the speech, but not in this sentence
        ("point-1-1", 0, "486份", "56份", "number_not_in_speech"),
        # a digit left out is still a subsequence of the sentence's letters
        ("point-1-1", 0, "486份", "48份", "number_not_in_speech"),
        ("point-1-1", 1, "1200余人次", "1200余户", "unit_changed"),
        ("point-2-1", 1, "900余万元", "900余元", "unit_changed"),
        ("point-1-1", 1, "1200余人次", "1200人次", "qualifier_dropped"),
        ("point-1-2", 1, "约2.6万元", "2.6万元", "qualifier_dropped"),
        # both numbers are in this very sentence, in the other order
        ("point-2-1", 0, "21座、垃圾中转站6座", "6座、垃圾中转站21座", "number_misplaced"),
        # 6座 is there, but only once: the 2 of 21座 and then all of it is lost
        ("point-2-1", 0, "21座", "6座", "number_misplaced"),
        # a number that is cut away leaves its unit behind
        ("point-2-1", 0, "6座", "座", "number_misplaced"),
        ("point-2-1", 1, "没有发生一起", "发生一起", "negation_dropped"),
        ("problems", 0, "认识不到位", "认识到位", "negation_dropped"),
        ("point-1-1", 2, "良好格局", "崭新格局", "text_not_in_speech"),
        ("next-steps", 0, "再接再厉，", "撸起袖子，", "text_not_in_speech"),
    ],
)
def test_a_changed_line_is_reported(opened, audit, name, line, old, new, code):
    run = opened.line(name, line)
    assert old in run.text
    run.text = run.text.replace(old, new)
    found = [finding for finding in audit(opened.presentation) if finding.code != "figure_missing"]
    assert codes(found) == [(code, opened.numbers[name])]


def test_words_changed_by_hand_are_a_warning_and_numbers_an_error(opened, audit):
    opened.line("point-1-1", 2).text = "齐抓共管再上新台阶"
    opened.line("point-1-2", 0).text = "组织志愿者319人次"
    found = {finding.code: finding.severity for finding in audit(opened.presentation)}
    assert found == {"text_not_in_speech": Severity.WARNING, "number_not_in_speech": Severity.ERROR}


def test_a_figure_may_be_shown_in_other_words_by_hand(opened, audit):
    opened.line("point-2-1", 1).text = "全年投入资金900余万元，没有发生一起安全事故"
    assert codes(audit(opened.presentation)) == [("text_not_in_speech", opened.numbers["point-2-1"])]


def test_a_figure_that_no_slide_shows_is_reported(opened, audit, ledger):
    opened.line("point-1-1", 0).text = "层层签订责任书"
    opened.table().cell(1, 1).text_frame.paragraphs[0].runs[0].text = ""
    (found,) = audit(opened.presentation)
    assert found.code == "figure_missing"
    assert found.spans == (ledger.figures[0].span,)
    assert "486份" in found.message


def test_a_figure_is_shown_when_the_table_alone_has_it(opened, audit):
    opened.line("point-1-1", 0).text = "层层签订责任书"
    assert audit(opened.presentation) == ()


def test_two_values_of_a_table_swapped(opened, audit):
    table = opened.table()
    first, second = (table.cell(row, 1).text_frame.paragraphs[0].runs[0] for row in (1, 3))
    first.text, second.text = second.text, first.text
    assert codes(audit(opened.presentation)) == [("number_misplaced", opened.numbers["figures"])] * 2


def test_a_changed_value_of_a_table(opened, audit):
    opened.table().cell(7, 1).text_frame.paragraphs[0].runs[0].text = "800余万元"
    found = codes(audit(opened.presentation))
    assert ("number_not_in_speech", opened.numbers["figures"]) in found or (
        "number_misplaced",
        opened.numbers["figures"],
    ) in found


# --- charts ---------------------------------------------------------------------------------------------------------


def test_a_cached_value_alone_changed(opened, audit):
    chart = opened.chart()
    value = chart._chartSpace.xpath(".//c:val//c:pt/c:v")[1]
    value.text = "540"
    found = audit(opened.presentation)
    assert codes(found) == [("chart_value_changed", opened.numbers["chart-1"])] * 2
    assert any("450吨" in finding.message for finding in found)
    assert any("数据表里是 450" in finding.message for finding in found)


def test_the_workbook_alone_changed(opened, audit):
    part = opened.chart().part.chart_workbook.xlsx_part
    part._blob = with_sheet(part.blob, lambda xml: xml.replace(b"<v>450</v>", b"<v>451</v>"))
    (found,) = audit(opened.presentation)
    assert (found.code, found.slide) == ("chart_value_changed", opened.numbers["chart-1"])
    assert "451" in found.message


def test_a_name_changed_in_the_chart(opened, audit):
    name = opened.chart()._chartSpace.xpath(".//c:cat//c:pt/c:v")[0]
    name.text = "2020年"
    assert ("chart_value_changed", opened.numbers["chart-1"]) in codes(audit(opened.presentation))
    assert ("number_not_in_speech", opened.numbers["chart-1"]) in codes(audit(opened.presentation))


@pytest.mark.parametrize(("year", "is_said"), [("2022年", True), ("2025年", False), ("2020年", False)])
def test_a_year_that_a_range_counts_without_naming_it(opened, audit, year, is_said):
    text = SPEECH.replace("2021年、2022年、2023年分别", "2021年至2023年分别")
    outline = make_outline(manuscript_of(text), text)
    names = opened.chart()._chartSpace.xpath(".//c:cat//c:pt/c:v")
    names[1].text = year
    part = opened.chart().part.chart_workbook.xlsx_part
    part._blob = with_part(part.blob, "sharedStrings.xml", lambda xml: xml.replace("2022年".encode(), year.encode()))
    for run in opened.notes("point-2-2").paragraphs[0].runs:
        run.text = run.text.replace("2021年、2022年、2023年分别", "2021年至2023年分别")
    found = codes(audit(opened.presentation, outline=outline, ledger=Ledger(())))
    assert (("number_not_in_speech", opened.numbers["chart-1"]) not in found) == is_said


def test_two_values_of_a_chart_swapped_everywhere(opened, audit):
    """Drawn, printed and in the workbook alike: only the speech knows that 2021年 was not 450吨."""
    chart = opened.chart()
    for path in (".//c:val//c:pt/c:v", ".//c:dLbl//a:t"):
        first, second = chart._chartSpace.xpath(path)[:2]
        first.text, second.text = second.text, first.text
    part = chart.part.chart_workbook.xlsx_part
    part._blob = with_sheet(
        part.blob,
        lambda xml: (
            xml.replace(b"<v>450</v>", b"<v>X</v>")
            .replace(b"<v>320</v>", b"<v>450</v>")
            .replace(b"<v>X</v>", b"<v>320</v>")
        ),
    )
    found = audit(opened.presentation)
    assert codes(found) == [("chart_value_changed", opened.numbers["chart-1"])] * 2


def test_a_chart_without_workbook_cannot_be_edited(opened, audit):
    space = opened.chart()._chartSpace
    space.remove(space.find(qn("c:externalData")))
    assert codes(audit(opened.presentation)) == [("chart_not_editable", opened.numbers["chart-1"])]


def with_sheet(package, change):
    return with_part(package, "sheet1.xml", change)


def with_part(package, ending, change):
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith(ending):
                content = change(content)
            new.writestr(name, content)
    return stream.getvalue()


# --- notes ----------------------------------------------------------------------------------------------------------


def test_a_sentence_dropped_from_the_notes(opened, audit):
    run = opened.notes("point-1-1").paragraphs[0].runs[0]
    run.text = run.text.replace("压实责任链条。", "")
    (found,) = audit(opened.presentation)
    # The slide of the sentence before it: the divider.
    assert (found.code, found.slide) == ("notes_missing", opened.numbers["part-1"])
    assert "压实责任链条。" in found.message
    assert [span.of("x" * span.start + "压实责任链条。") for span in found.spans] == ["压实责任链条。"]


def test_a_sentence_twice_in_the_notes(opened, audit):
    run = opened.notes("point-2-2").paragraphs[0].runs[0]
    run.text += "新建公厕21座、垃圾中转站6座，累计投入资金900余万元，没有发生一起安全事故。"
    assert codes(audit(opened.presentation)) == [("notes_twice", opened.numbers["point-2-2"])]


def test_a_foreign_sentence_in_the_notes(opened, audit):
    opened.notes("problems").paragraphs[0].runs[0].text += "请大家鼓掌。"
    (found,) = audit(opened.presentation)
    assert (found.code, found.slide) == ("notes_foreign", opened.numbers["problems"])
    assert "请大家鼓掌。" in found.message


def test_a_sentence_changed_in_the_notes_is_missing_and_foreign(opened, audit):
    run = opened.notes("problems").paragraphs[0].runs[0]
    run.text = run.text.replace("个别", "少数")
    assert sorted(codes(audit(opened.presentation))) == [
        ("notes_foreign", opened.numbers["problems"]),
        ("notes_missing", opened.numbers["point-2-2"]),
    ]


def test_notes_of_two_slides_swapped(opened, audit):
    first, second = (opened.notes(name).paragraphs[0].runs[0] for name in ("problems", "next-steps"))
    first.text, second.text = second.text, first.text
    assert codes(audit(opened.presentation)) == [("notes_out_of_order", opened.numbers["problems"])]


def test_a_deck_without_any_notes_says_so_once(opened, audit):
    for slide in opened.presentation.slides:
        if slide.has_notes_slide:
            slide.notes_slide.notes_text_frame.text = ""
    (found,) = audit(opened.presentation)
    assert found.code == "notes_missing"


def test_notes_may_be_cut_into_paragraphs_anywhere(opened, audit):
    frame = opened.notes("problems")
    words = frame.text
    frame.text = words[:6] + "\n" + words[6:] + "\n"
    assert audit(opened.presentation) == ()


# --- structure ------------------------------------------------------------------------------------------------------


def test_two_titles_swapped(opened, audit):
    first, second = opened.title("point-1-1"), opened.title("point-2-2")
    first.text, second.text = second.text, first.text
    assert codes(audit(opened.presentation)) == [
        ("title_misplaced", opened.numbers["point-1-1"]),
        ("title_misplaced", opened.numbers["point-2-2"]),
    ]


def test_an_agenda_entry_removed(opened, audit):
    entry = opened.body("agenda").paragraphs[1]._p
    entry.getparent().remove(entry)
    assert codes(audit(opened.presentation)) == [("agenda_mismatch", opened.numbers["part-2"])]


def test_an_agenda_entry_that_leads_elsewhere(opened, audit):
    """Two links swapped: each entry then names another part than the slide it leads to."""
    first, second = opened.slides["agenda"]._element.iter(qn("a:hlinkClick"))
    one, other = first.get(qn("r:id")), second.get(qn("r:id"))
    first.set(qn("r:id"), other)
    second.set(qn("r:id"), one)
    found = codes(audit(opened.presentation))
    assert set(found) == {("agenda_mismatch", opened.numbers["agenda"])}
    assert len(found) == 3  # two entries and their order


def test_an_agenda_entry_without_link(opened, audit):
    click = next(opened.slides["agenda"]._element.iter(qn("a:hlinkClick")))
    click.getparent().remove(click)
    assert codes(audit(opened.presentation)) == [("agenda_unlinked", opened.numbers["agenda"])]


def test_a_section_renamed(opened, audit):
    section = list(opened.presentation.part._element.iter(f"{P14}section"))[1]
    section.set("name", "第一部分小结")
    assert codes(audit(opened.presentation)) == [("agenda_mismatch", opened.numbers["part-1"])]


def test_a_section_lost(opened, audit):
    section = list(opened.presentation.part._element.iter(f"{P14}section"))[2]
    section.getparent().remove(section)
    assert ("agenda_mismatch", opened.numbers["part-2"]) in codes(audit(opened.presentation))


def test_a_divider_under_another_title(opened, audit):
    opened.title("part-2").text = "补齐设施短板"
    found = codes(audit(opened.presentation))
    assert ("agenda_mismatch", opened.numbers["agenda"]) in found
    assert ("agenda_mismatch", opened.numbers["part-2"]) in found


def test_a_title_twice(opened, audit):
    opened.title("problems").text = "健全管护机制"
    found = codes(audit(opened.presentation))
    assert ("title_duplicate", opened.numbers["problems"]) in found


@pytest.mark.parametrize("words", ["存在问题", "健全管护机制（续）"])
def test_nor_may_what_the_deck_itself_says_stand_twice(opened, audit, words):
    for name in ("problems", "next-steps"):
        opened.title(name).text = words
    twice = [finding for finding in audit(opened.presentation) if finding.code == "title_duplicate"]
    assert [finding.slide for finding in twice] == [opened.numbers["next-steps"]]


def test_a_slide_that_goes_on_for_the_second_time(opened, audit):
    for name, words in (("problems", "存在问题（续）"), ("next-steps", "存在问题（续二）")):
        opened.title(name).text = words
    assert "title_duplicate" not in {finding.code for finding in audit(opened.presentation)}


def test_a_deck_made_elsewhere_is_checked_without_its_structure(opened, audit):
    for slide in opened.presentation.slides:
        del slide._element.cSld.attrib["name"]
    opened.line("point-1-1", 0).text = "层层签订责任书487份"
    found = audit(opened.presentation)
    assert {f.code: f.severity for f in found} == {
        "slides_unnamed": Severity.INFO,
        "number_not_in_speech": Severity.ERROR,
    }


def with_text_box(slide, words):
    box = slide.shapes.add_textbox(Inches(0.2), Inches(0.2), Inches(6), Inches(0.5))
    box.text_frame.text = words


def test_numerals_that_count_as_they_should(opened, audit):
    with_text_box(opened.slides["part-2"], "02")
    with_text_box(opened.slides["point-2-1"], "2/2　聚焦短板")
    for words in ("01", "02"):
        with_text_box(opened.slides["agenda"], words)
    assert audit(opened.presentation) == ()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("part-2", ["01"]),
        ("point-2-1", ["1/2　聚焦短板"]),
        ("point-2-1", ["2/3　聚焦短板"]),
        ("point-2-1", ["1/2　2021年清运垃圾"]),
        ("agenda", ["01", "03"]),
    ],
)
def test_numerals_that_count_wrongly(opened, audit, name, words):
    for text in words:
        with_text_box(opened.slides[name], text)
    found = codes(audit(opened.presentation))
    assert ("agenda_mismatch", opened.numbers[name]) in found


def test_the_last_slide_may_say_who_has_spoken(opened, audit):
    cover, last = opened.presentation.slides[0], opened.presentation.slides[-1]
    for slide in (cover, last):
        slide.shapes.add_textbox(Inches(1), Inches(6), Inches(4), Inches(0.5)).text_frame.text = "青禾镇人民政府"
    assert "text_not_in_speech" not in {finding.code for finding in audit(opened.presentation)}


def test_no_other_slide_may_say_so(opened, audit):
    for slide in list(opened.presentation.slides)[:2]:
        slide.shapes.add_textbox(Inches(1), Inches(6), Inches(4), Inches(0.5)).text_frame.text = "青禾镇人民政府"
    assert ("text_not_in_speech", 2) in codes(audit(opened.presentation))
