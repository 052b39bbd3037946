"""The public names are what they say, in whatever order they are used."""

import subprocess
import sys

import generator

STATEMENTS = """
import generator
generator.build("工作汇报\\n一、抓学习\\n全年学习12次。\\n二、抓落实\\n办结30件。")
assert callable(generator.figures), generator.figures
for name in generator.__all__:
    assert type(getattr(generator, name)).__name__ != "module", name
from generator import *
assert [figure.text for figure in figures("汇报\\n全年增收2万元。").figures] == ["2万元"]
"""


def test_no_room_hides_a_public_function():
    done = subprocess.run([sys.executable, "-c", STATEMENTS], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_public_name_is_there_and_documented():
    for name in generator.__all__:
        assert getattr(generator, name) is not None


def test_an_unknown_name_is_an_attribute_error():
    assert not hasattr(generator, "no_such_name")
