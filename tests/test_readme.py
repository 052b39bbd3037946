"""What README promises a newcomer is what CI runs."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CHINESE_README = (ROOT / "README.zh-CN.md").read_text(encoding="utf-8")
SET_UP = "python3 -m venv .venv && .venv/bin/pip install -q "
COMMANDS = {
    "deck": SET_UP + ". && .venv/bin/speechdeck build seeds/township.txt",
    "tests": SET_UP + '-e ".[test]" && .venv/bin/python -m pytest',
}


def code_lines(document):
    """The lines of all fenced blocks of a document, in order."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", document, re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


@pytest.mark.parametrize("document", [README, CHINESE_README], ids=["english", "chinese"])
def test_the_two_commands_come_first(document):
    assert code_lines(document)[:2] == [COMMANDS["deck"], COMMANDS["tests"]]


@pytest.mark.parametrize(("name", "ending"), [("tests", "-m pytest"), ("deck", "build seeds/township.txt")])
def test_ci_runs_exactly_those_lines(name, ending):
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert f"readme_command '{ending}'" in script
    pattern = re.search(r"grep -m 1 -E \"(.*?)\"", script)[1].replace("$1", re.escape(ending)).replace("\\$", "$")
    assert [line for line in README.splitlines() if re.search(pattern, line)] == [COMMANDS[name]]


@pytest.mark.parametrize("document", [README, CHINESE_README], ids=["english", "chinese"])
def test_what_it_links_to_is_there(document):
    for target in re.findall(r"\]\((?!https?://|#)([^)#]+)\)", document):
        assert (ROOT / target).exists(), target


def test_the_python_example_runs():
    example = re.search(r"^```python\n(.*?)^```", README, re.MULTILINE | re.DOTALL)[1]
    done = subprocess.run([sys.executable, "-c", example], cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
