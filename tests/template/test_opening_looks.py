import io
import zipfile
from importlib.resources import files

import pptx
import pytest
from lxml import etree

from generator.errors import TemplateError
from generator.model import LayoutRole
from generator.template import look_names, open_look
from generator.template.looks import _open


def test_the_default_look_comes_first():
    assert look_names()[0] == "政务红"
    assert open_look().name == "政务红"


@pytest.mark.parametrize("name", ["政务红", "red"])
def test_a_look_opens_by_name_and_by_file_stem(name):
    assert open_look(name).name == "政务红"


@pytest.mark.parametrize("name", ["", "政务", "Red", "base", "../base", "政务红 "])
def test_any_other_name_is_refused_with_the_known_ones(name):
    with pytest.raises(TemplateError) as caught:
        open_look(name)
    assert caught.value.code == "look_unknown"
    assert caught.value.exit_code == 5
    assert all(known in caught.value.hint for known in look_names())


@pytest.mark.parametrize("name", look_names())
def test_the_same_bytes_every_time(name):
    first = open_look(name).package
    _open.cache_clear()
    assert open_look(name).package == first


@pytest.mark.parametrize("name", look_names())
def test_the_package_opens_and_has_no_slides(name):
    presentation = pptx.Presentation(io.BytesIO(open_look(name).package))
    assert len(presentation.slides) == 0
    assert (presentation.slide_width, presentation.slide_height) == (12_192_000, 6_858_000)
    assert presentation.core_properties.language == "zh-CN"


def test_every_part_of_the_tree_is_package_data():
    # Setuptools drops hidden files, hatchling keeps them: without _rels/.rels no program opens the package.
    base = files("generator") / "looks" / "base"
    assert (base / "_rels" / ".rels").is_file()
    with zipfile.ZipFile(io.BytesIO(open_look().package)) as archive:
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert "_rels/.rels" in archive.namelist()
        assert all(entry.date_time == (1980, 1, 1, 0, 0, 0) for entry in archive.infolist())


def test_every_part_has_a_content_type_and_every_content_type_a_part():
    with zipfile.ZipFile(io.BytesIO(open_look().package)) as archive:
        types = etree.fromstring(archive.read("[Content_Types].xml"))
        declared = {entry.get("PartName").lstrip("/") for entry in types if entry.get("PartName")}
        parts = {name for name in archive.namelist() if not name.endswith(".rels") and name != "[Content_Types].xml"}
    assert declared == parts


@pytest.mark.parametrize("name", look_names())
@pytest.mark.parametrize(
    ("role", "units"),
    [
        (LayoutRole.COVER, [0]),
        (LayoutRole.AGENDA, [2, 3, 4, 5, 6, 7, 8]),
        (LayoutRole.SECTION, [0, 1]),
        (LayoutRole.CONTENT, [0, 1, 2, 3]),
        (LayoutRole.TWO_CONTENT, [2]),
        (LayoutRole.THREE_CONTENT, [3]),
        (LayoutRole.CARDS, [2, 2, 3, 3, 4, 4, 5, 5]),
        (LayoutRole.STEPS, [3, 3, 4, 4, 5, 5]),
        (LayoutRole.BIG_NUMBER, [1, 1, 2, 2, 3, 3, 4]),
        (LayoutRole.TABLE, [0]),
        (LayoutRole.CHART, [0]),
        (LayoutRole.COMPARISON, [2, 2, 4, 6, 8]),
        (LayoutRole.QUOTATION, [0]),
        (LayoutRole.CLOSING, [0]),
    ],
)
def test_a_look_is_complete(name, role, units):
    assert [layout.units for layout in open_look(name).layouts_for(role)] == units


def test_no_role_is_left_out_above():
    assert {layout.role for layout in open_look().layouts} == set(LayoutRole)
