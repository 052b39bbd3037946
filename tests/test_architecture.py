"""Rules about the code, held by walking its imports."""

import ast
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parent.parent / "generator"

STEPS = {"reading", "outlining", "tallying", "condensing", "storyboarding", "fitting", "rendering", "checking"}
BESIDE = {"proofreading", "exporting"}
"""Functions of what the steps gave; the same imports are theirs."""
FOUNDATION = ["model", "errors", "settings", "language", "proving", "template"]
ALLOWED = {room: set(FOUNDATION[:i]) | {room} for i, room in enumerate(FOUNDATION)}
ALLOWED |= {step: set(FOUNDATION) | {step} for step in STEPS | BESIDE}
ALLOWED["looks"] = set()

LIBRARY_HOMES = {
    "jieba": {"language"},
    "pptx": {"template", "rendering", "checking"},
    "docx": {"reading"},
    "typer": {"cli"},
    "rich": {"cli"},
    "xlsxwriter": {"exporting"},
}
FORBIDDEN_NAMES = {"utils", "helpers", "common", "misc"}
LONGEST_FILE = 420


def modules():
    return sorted(GENERATOR.rglob("*.py"))


def room_of(path):
    parts = path.relative_to(GENERATOR).with_suffix("").parts
    return parts[0]


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(GENERATOR)))
def test_a_room_imports_only_what_lies_before_it(path):
    room = room_of(path)
    for name in imported(path):
        top, _, rest = name.partition(".")
        if top == "generator" and room in ALLOWED:
            target = rest.split(".")[0]
            assert target in ALLOWED[room], f"{room} imports {name}"
        if top in LIBRARY_HOMES:
            assert room in LIBRARY_HOMES[top], f"{top} is not for {room}"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(GENERATOR)))
def test_a_file_has_one_subject(path):
    assert path.stem not in FORBIDDEN_NAMES
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


def test_only_the_command_line_prints():
    for path in modules():
        if room_of(path) == "cli":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_print = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
            assert not is_print, f"{path} prints"
