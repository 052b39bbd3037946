import json

import pytest
from PIL import Image

from generator.cli.commands import run
from generator.template import look_names


def test_looks_lists_every_look(capsys):
    assert run(["looks"]) == 0
    listed = capsys.readouterr().out
    assert all(name in listed for name in look_names())


def test_looks_as_json(capsys):
    assert run(["looks", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["version"] == 1
    assert [look["name"] for look in answer["looks"]] == list(look_names())
    assert all(look["description"] and "picture" not in look for look in answer["looks"])


@pytest.mark.usefixtures("drawing_tools")
def test_looks_as_pictures(tmp_path, capsys):
    assert run(["looks", "--png", str(tmp_path / "样式"), "--json"]) == 0
    looks = json.loads(capsys.readouterr().out)["looks"]
    for look in looks:
        with Image.open(look["picture"]) as picture:
            assert picture.width > 1000
            assert len(set(picture.convert("L").resize((40, 40)).tobytes())) > 10
    assert len({look["picture"] for look in looks}) == len(look_names())


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--ratio", "16:10"], "16:9、4:3"),
        (["--transitions", "fly"], "fade、none"),
        (["--ratio", "4:3", "--template", "TEMPLATE"], "--ratio"),
        (["--look", "深红"], "深色"),
    ],
)
def test_what_does_not_exist_is_refused(options, told, seeds, tmp_path, capsys):
    if "TEMPLATE" in options:
        template = tmp_path / "模板.pptx"
        assert run(["template", "export", "政务红", "-o", str(template), "-q"]) == 0
        options = [str(template) if option == "TEMPLATE" else option for option in options]
    assert run(["build", str(seeds / "short.txt"), "-o", str(tmp_path / "a.pptx"), *options]) != 0
    assert told in capsys.readouterr().err.replace("\n", "")
    assert not (tmp_path / "a.pptx").exists()


def test_a_ratio_typed_on_a_chinese_keyboard(seeds, tmp_path):
    assert run(["build", str(seeds / "short.txt"), "-o", str(tmp_path / "a.pptx"), "-q", "--ratio", "4：3"]) == 0
