import io
import zipfile

import pytest
from template_files import (
    COMPOUND,
    ORDINARY,
    as_strict,
    presentation,
    rewritten,
    saved,
    template_file,
    with_main_type,
)

from generator.errors import TemplateError
from generator.model import LayoutRole
from generator.settings import TemplateSettings
from generator.template import TemplateKind, inspect_template, template_of
from generator.template.opening import open_presentation
from generator.template.strict import to_transitional

ROOT = b"application/vnd."
TYPES = [
    ROOT + b"openxmlformats-officedocument.presentationml.template.main+xml",
    ROOT + b"openxmlformats-officedocument.presentationml.slideshow.main+xml",
    ROOT + b"ms-powerpoint.presentation.macroEnabled.main+xml",
    ROOT + b"ms-powerpoint.template.macroEnabled.main+xml",
    ROOT + b"ms-powerpoint.slideshow.macroEnabled.main+xml",
]


@pytest.fixture(scope="module")
def ordinary():
    return template_file(ORDINARY)


def code(content, name="单位.pptx", settings=None):
    with pytest.raises(TemplateError) as raised:
        open_presentation(content, name, settings)
    assert name in raised.value.message
    assert raised.value.hint
    return raised.value.code


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.decode().split(".", 2)[-1])
def test_every_form_of_presentation_is_read_and_becomes_a_plain_one(ordinary, kind):
    template = template_of(inspect_template(with_main_type(ordinary, kind), "单位.potx"))
    assert template.layouts_for(LayoutRole.CONTENT)
    types = zipfile.ZipFile(io.BytesIO(template.package)).read("[Content_Types].xml")
    assert b"presentationml.presentation.main+xml" in types
    assert kind not in types


def test_a_strict_file_is_read_like_its_transitional_twin(ordinary):
    strict = as_strict(ordinary)
    assert b"purl.oclc.org" in zipfile.ZipFile(io.BytesIO(strict)).read("ppt/presentation.xml")
    one, other = inspect_template(ordinary, "a.pptx"), inspect_template(strict, "a.pptx")
    assert {role: c.layout for role, c in one.roles.items()} == {role: c.layout for role, c in other.roles.items()}
    package = template_of(other).package
    assert not any(b"purl.oclc.org" in zipfile.ZipFile(io.BytesIO(package)).read(n) for n in names(package))


def names(package):
    return zipfile.ZipFile(io.BytesIO(package)).namelist()


def test_percent_signs_of_names_are_left_alone():
    strict = b'<a:x xmlns:a="http://purl.oclc.org/ooxml/drawingml/main" val="62.5%" descr="90%"/>'
    assert b'val="62500"' in to_transitional(strict)
    assert b'descr="90%"' in to_transitional(strict)


def test_a_transitional_part_is_left_as_it_is():
    part = b'<a:x xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" val="62%"/>'
    assert to_transitional(part) is part


def test_each_way_of_being_unreadable_has_its_own_code(ordinary):
    middle = len(ordinary) // 2
    damaged = ordinary[:middle] + bytes(4000) + ordinary[middle + 4000 :]
    assert code(b"") == "template_empty"
    assert code(COMPOUND + bytes(600) + "EncryptedPackage".encode("utf-16-le")) == "template_encrypted"
    assert code(COMPOUND + bytes(600) + "PowerPoint Document".encode("utf-16-le"), "旧.ppt") == "template_legacy"
    assert code(COMPOUND + bytes(600)) == "template_not_pptx"
    assert code("这是一篇文字".encode()) == "template_not_pptx"
    assert code(ordinary[:middle]) == "template_truncated"
    assert code(damaged) == "template_damaged"


def test_a_word_file_is_no_template(seeds):
    assert code((seeds / "report.docx").read_bytes(), "report.docx") == "template_not_pptx"


def test_a_package_that_lost_a_part_is_damaged(ordinary):
    assert (
        code(rewritten(ordinary, lambda n, part: None if n.endswith("slideMaster1.xml") else part))
        == "template_damaged"
    )


def test_a_package_made_to_fill_the_memory_is_refused(ordinary):
    assert code(ordinary, settings=TemplateSettings(largest_unpacked_mb=0)) == "template_oversized"


def without_places():
    """A layout that holds a drawing alone, on a master that holds nothing."""
    made = presentation([("空", None, [], [((0, 0, 100, 10), "")])])
    tree = made.slide_master._element.cSld.spTree
    for shape in list(tree)[2:]:
        tree.remove(shape)
    return saved(made)


def test_without_layouts_or_without_places_for_text_it_is_unusable():
    for package, found in ((template_file([]), "template_no_layouts"), (without_places(), "template_no_text")):
        diagnosis = inspect_template(package, "单位.pptx")
        assert diagnosis.kind is TemplateKind.UNUSABLE
        assert found in [finding.code for finding in diagnosis.findings]
        with pytest.raises(TemplateError) as raised:
            template_of(diagnosis)
        assert raised.value.code == found


def test_large_media_are_left_in_the_file_until_a_deck_is_made(ordinary):
    film = bytes(range(256)) * 1000
    made = rewritten(ordinary, lambda name, part: film if name == "docProps/thumbnail.jpeg" else part)
    opened = open_presentation(made, "单位.pptx")
    assert opened.left_out == {"docProps/thumbnail.jpeg"}
    stream = io.BytesIO()
    opened.presentation.save(stream)
    with zipfile.ZipFile(io.BytesIO(stream.getvalue())) as light:
        assert light.read("docProps/thumbnail.jpeg") == b""
    with zipfile.ZipFile(io.BytesIO(opened.whole(stream.getvalue()))) as whole:
        assert whole.read("docProps/thumbnail.jpeg") == film


def test_media_that_cannot_be_read_are_told_when_they_are_needed(ordinary):
    film = bytes(range(256)) * 1000
    made = rewritten(ordinary, lambda name, part: film if name == "docProps/thumbnail.jpeg" else part)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        entry = archive.getinfo("docProps/thumbnail.jpeg")
    start = entry.header_offset + 200
    opened = open_presentation(made[:start] + bytes(100) + made[start + 100 :], "单位.pptx")
    stream = io.BytesIO()
    opened.presentation.save(stream)
    with pytest.raises(TemplateError) as raised:
        opened.whole(stream.getvalue())
    assert raised.value.code == "template_damaged"
