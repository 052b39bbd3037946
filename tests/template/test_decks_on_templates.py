from functools import cache

import pytest
from template_files import (
    BODY,
    COLUMNS,
    CONTENT,
    COVER,
    DIVIDER,
    NUMBER,
    ORDINARY,
    TITLE,
    template_file,
    with_main_type,
)

import generator
from generator import pipeline
from generator.pipeline import Request, TemplateFile

STRANGE = {
    "ordinary": ORDINARY,
    "no_placeholders": [("封面页", None, []), ("过渡页", None, []), ("内容页", None, []), ("结束页", None, [])],
    "lopsided": [
        ("甲", None, COVER),
        ("乙", None, [TITLE, NUMBER]),
        ("丙", None, [TITLE, (None, 13, (7, 32, 26, 50), ""), (None, 15, (36, 32, 57, 50), "")]),
    ],
    "one_layout": [("Title and Content", "obj", CONTENT)],
    "no_body": [
        ("表紙", None, COVER),
        ("汎用", None, [("title", 0, (5, 6, 90, 8), ""), ("body", 1, (5, 16, 90, 8), "")]),
    ],
    "no_title": [("正文", None, [("subTitle", 1, (5, 6, 88, 14), "添加标题"), (None, 12, (5, 22, 88, 68), "")])],
    "band": [
        ("封面", None, [(None, 13, (0, 25, 100, 23), "编辑标题", 28, "bg1"), ("title", 0, (0, 52, 100, 16), "")]),
        ("正文", None, CONTENT),
    ],
    "shared_index": [
        ("封面", None, COVER),
        ("正文", None, [("title", 0, (5, 4, 90, 14), ""), ("body", 0, (5, 22, 90, 65), "")]),
        (
            "两栏",
            None,
            [("title", 0, (5, 4, 90, 14), ""), ("body", 0, (5, 22, 44, 65), ""), ("body", 0, (51, 22, 44, 65), "")],
        ),
    ],
    "agenda_of_six": [
        ("封面", None, COVER),
        ("目录", None, [TITLE, *(("body", 20 + i, (10, 22 + 11 * i, 60, 9), "标题") for i in range(6))]),
        ("正文", None, [*CONTENT, ("dt", 10, (5, 92, 20, 5), "2019年1月")]),
    ],
    "small_type": [("封面", None, COVER), ("章节", None, DIVIDER), ("正文", None, [TITLE, (*BODY, 12), NUMBER])],
    "comparison": [
        ("封面", None, COVER),
        ("正文", None, CONTENT),
        ("两栏", None, COLUMNS),
        ("三栏", None, [TITLE, *((None, 1 + i, (4 + 32 * i, 22, 29, 65), "") for i in range(3))]),
    ],
}


def built_on(name, speech):
    package = template_file(STRANGE[name])
    return package, generator.build(speech, Request(template=TemplateFile(package, f"{name}.pptx")))


@cache
def codes_on_the_built_in_look(speech):
    """What is to be told of the speech itself, whatever it is drawn on."""
    return frozenset(finding.code for finding in generator.build(speech).findings)


@pytest.mark.parametrize("name", STRANGE)
@pytest.mark.parametrize("speech", ["township.txt", "enterprise.txt", "report.txt", "school.txt", "short.txt"])
def test_a_deck_on_a_strange_template_is_as_sound_as_on_our_own(name, speech, seeds):
    _, built = built_on(name, seeds / speech)
    known = codes_on_the_built_in_look(seeds / speech)
    new = [f for f in built.findings if f.code not in known and not f.code.startswith("template_")]
    assert [finding for finding in new if finding.severity != "info"] == []
    assert built.slides >= 3


@pytest.mark.parametrize("name", STRANGE)
def test_the_validator_finds_no_error(name, township, office_errors):
    package, built = built_on(name, township)
    assert office_errors(package) == []
    assert office_errors(built.deck) == []


def test_a_potx_gives_a_pptx(township, office_errors):
    kind = b"application/vnd.openxmlformats-officedocument.presentationml.template.main+xml"
    package = with_main_type(template_file(ORDINARY), kind)
    built = generator.build(township, Request(template=TemplateFile(package, "单位.potx")))
    assert office_errors(built.deck) == []


def test_agenda_lines_lead_to_their_dividers(township):
    _, built = built_on("one_layout", township)
    codes = [finding.code for finding in built.findings]
    assert "agenda_unlinked" not in codes
    assert "agenda_mismatch" not in codes


def test_an_agenda_without_a_title_of_its_own_is_still_an_agenda(township):
    layouts = [*ORDINARY[:1], ("目录页", None, [BODY], [((5, 4, 30, 12), "目录")]), *ORDINARY[2:6]]
    built = generator.build(township, Request(template=TemplateFile(template_file(layouts), "单位.pptx")))
    assert [finding.message for finding in built.findings if finding.code == "agenda_mismatch"] == []
    assert "agenda_unlinked" not in [finding.code for finding in built.findings]


def test_words_without_a_place_are_told_and_not_called_an_edit(township):
    layouts = [*ORDINARY[:6], ("结束页", None, [], [((20, 40, 60, 20), "Thank you")])]
    request = Request(template=TemplateFile(template_file(layouts), "单位.pptx"))
    codes = {finding.code: finding for finding in generator.build(township, request).findings}
    assert "words_not_on_slide" in codes
    assert "edited_by_hand" not in codes


def test_where_every_word_has_its_place_nothing_is_told(township):
    _, built = built_on("ordinary", township)
    assert "words_not_on_slide" not in [finding.code for finding in built.findings]


def test_a_template_is_opened_once_a_deck(township, monkeypatch):
    opened = []
    once = pipeline.template_for
    monkeypatch.setattr(pipeline, "template_for", lambda request: opened.append(request) or once(request))
    request = Request(template=TemplateFile(template_file(ORDINARY), "单位.pptx"), most_slides=12)
    assert generator.build(township, request).slides <= 12
    assert len(opened) == 1
