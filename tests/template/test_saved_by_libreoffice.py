"""Templates that went through LibreOffice: read, mapped and filled as before; and decks that it draws page by page."""

import subprocess

import pytest
from packages import package_faults, unused_media
from template_files import ORDINARY, presentation, saved
from trapped_templates import LONG, trapped

import generator
from generator.model import LayoutRole
from generator.pipeline import Request, TemplateFile
from generator.preview import draw_pictures
from generator.template import TemplateKind, inspect_template

SECONDS = 240
MADE = {
    "layouts": lambda: saved(presentation(ORDINARY, [(0, {0: "汇报"}, []), (3, {0: "成效", 1: LONG * 2}, [])])),
    "slides": lambda: trapped("moving"),
    "black": lambda: trapped("on_black"),
}


@pytest.fixture(scope="module")
def through_libreoffice(tmp_path_factory, soffice):
    """The templates as LibreOffice saves them, by name; one start of the program for all."""
    folder = tmp_path_factory.mktemp("libreoffice")
    sources = []
    for name, make in MADE.items():
        source = folder / f"{name}.pptx"
        source.write_bytes(make())
        sources.append(str(source))
    target = folder / "saved"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pptx", "--outdir", str(target), *sources]
    subprocess.run(command, capture_output=True, timeout=SECONDS, check=True)
    return {name: (target / f"{name}.pptx").read_bytes() for name in MADE}


@pytest.mark.parametrize("speech", ["township", "exchange", "short"])
@pytest.mark.parametrize("name", MADE)
def test_a_deck_on_it_is_sound(name, speech, through_libreoffice, seeds, office_errors):
    source, package = seeds / f"{speech}.txt", through_libreoffice[name]
    built = generator.build(source, Request(template=TemplateFile(package, f"{name}.pptx")))
    known = {finding.code for finding in generator.build(source).findings}
    new = [f for f in built.findings if f.code not in known and not f.code.startswith("template_")]
    assert [finding for finding in new if finding.severity != "info"] == []
    assert package_faults(built.deck) == []
    assert unused_media(built.deck) == []
    own = {error["description"] for error in office_errors(package)}
    assert [error for error in office_errors(built.deck) if error["description"] not in own] == []


def test_what_was_a_template_of_layouts_or_of_slides_still_is(through_libreoffice):
    kinds = {name: inspect_template(package, "a.pptx").kind for name, package in through_libreoffice.items()}
    assert kinds["layouts"] is TemplateKind.LAYOUTS
    assert kinds["slides"] is TemplateKind.SAMPLE_SLIDES


def test_sizes_come_from_the_masters_prompts(through_libreoffice):
    layout = inspect_template(through_libreoffice["layouts"], "a.pptx").roles[LayoutRole.CONTENT].layout
    title, body = layout.slots[0], layout.slots[1]
    assert title.size_pt > 30
    assert 20 < body.size_pt <= 36


@pytest.mark.usefixtures("drawing_tools")
@pytest.mark.parametrize("name", ["two_masters", "lead_line", "moving"])
def test_every_page_of_a_deck_is_drawn(name, township, tmp_path):
    built = generator.build(township, Request(template=TemplateFile(trapped(name), f"{name}.pptx")))
    written = draw_pictures(built.deck, tmp_path / name)
    assert len(written) == built.slides + 1
