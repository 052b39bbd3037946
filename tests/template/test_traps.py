"""Every trap × every seed: the deck is sound, complete, and holds nothing of the template's author."""

import io
import zipfile
from functools import cache

import pytest
from packages import package_faults, unused_media
from template_files import texts_of
from trapped_templates import LEFTOVERS, TRAPPED, trapped

import generator
from generator.model import LayoutRole
from generator.pipeline import Request, TemplateFile
from generator.template import inspect_template, template_of

SPEECHES = ("township", "report", "enterprise", "short", "school", "duty", "exchange", "government")


@cache
def codes_on_the_built_in_look(speech):
    """What is to be told of the speech itself, whatever it is drawn on."""
    return frozenset(finding.code for finding in generator.build(speech).findings)


def built_on(name, speech):
    return generator.build(speech, Request(template=TemplateFile(trapped(name), f"{name}.pptx")))


@pytest.mark.parametrize("speech", SPEECHES)
@pytest.mark.parametrize("name", TRAPPED)
def test_a_deck_is_sound_whatever_the_template_holds(name, speech, seeds):
    source = seeds / f"{speech}.txt"
    built = built_on(name, source)
    known = codes_on_the_built_in_look(source)
    new = [f for f in built.findings if f.code not in known and not f.code.startswith("template_")]
    assert [finding for finding in new if finding.severity != "info"] == []
    assert package_faults(built.deck) == []
    assert unused_media(built.deck) == []
    shown = "\n".join(texts_of(built.deck))
    assert [words for words in LEFTOVERS if words in shown] == []
    assert built.slides >= 3


@pytest.mark.parametrize("name", TRAPPED)
def test_the_validator_finds_nothing_that_the_template_did_not_have(name, township, office_errors):
    own = {error["description"] for error in office_errors(trapped(name))}
    found = [error for error in office_errors(built_on(name, township).deck) if error["description"] not in own]
    assert found == []


def roles(name):
    return inspect_template(trapped(name), f"{name}.pptx").roles


def parts(package):
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_name_that_lies_is_not_believed():
    found = {role: candidate.layout.position for role, candidate in roles("lying_names").items()}
    assert (found[LayoutRole.COVER], found[LayoutRole.CONTENT], found[LayoutRole.SECTION]) == (2, 3, 4)


def test_the_master_that_carries_the_design_is_used():
    assert {candidate.layout.master for candidate in roles("two_masters").values()} == {1}


def test_the_lead_line_is_not_the_body():
    body = roles("lead_line")[LayoutRole.CONTENT].layout.slots[1]
    assert body.index == 12


def test_the_numbers_of_an_agenda_stand_before_their_texts():
    layout = roles("agenda_of_twenty_four")[LayoutRole.AGENDA].layout
    assert layout.units == 24


@pytest.mark.parametrize(("name", "told"), [("of_office", True), ("a_potx", False)])
def test_what_becomes_of_macros_is_told(name, told):
    codes = [finding.code for finding in inspect_template(trapped(name), "单位.pptm").findings]
    assert ("template_macros" in codes) is told


def test_embedded_typefaces_stay_and_macros_and_diagrams_go(township):
    names = parts(built_on("of_office", township).deck)
    assert names["ppt/fonts/font1.fntdata"] == b"typeface" * 200
    assert b"embeddedFont" in names["ppt/presentation.xml"]
    assert not [name for name in names if "vba" in name or "diagrams" in name]


def test_nothing_moves_sounds_or_turns_by_itself(township):
    names = parts(built_on("moving", township).deck)
    slides = [part for name, part in names.items() if name.startswith("ppt/slides/slide")]
    assert len(slides) > 10
    for word in (b"<p:timing", b"sndAc", b"advTm", b"videoFile", b"p14:media"):
        assert not [part for part in slides if word in part], word
    assert not [name for name in names if name.endswith((".wav", ".mp4"))]


def test_the_design_of_the_moving_slides_is_still_used():
    assert roles("moving")[LayoutRole.COVER].layout.sample_slide == 1


def test_a_template_keeps_its_masters_layouts_and_theme():
    package = template_of(inspect_template(trapped("two_masters"), "a.pptx")).package
    names = parts(package)
    assert len([name for name in names if name.startswith("ppt/slideLayouts/slide")]) == 8
    assert len([name for name in names if name.startswith("ppt/slideMasters/slide")]) == 2
