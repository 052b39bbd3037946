"""The rules of the outline, by example: what must be read as structure, and what must not.

tests/spec/outline_positive.md and outline_negative.md hold an entry for each rule: its reason, a manuscript, and the
outline that a careful reader gives it.
"""

import re
from pathlib import Path

import pytest

from generator.model import Role
from generator.outlining import find_outline
from generator.reading import read_manuscript

SPEC = Path(__file__).parent.parent / "spec"
ENTRY = re.compile(
    r"^## (?P<rule>.+)\n\n(?P<reason>(?!```).+)\n\n```\n(?P<text>[\s\S]*?)```\n\n(?P<tree>(?: *- .+\n?)+)", re.M
)
RUNNING_TEXT = {
    "{甲}": "全年走访农户三百多户，收集意见建议四十多条，逐条建立台账，逐件明确责任人，做到件件有着落、事事有回音。",
    "{乙}": "我们组织骨干力量到一线蹲点，把难题摆到桌面上，把办法写进方案里，把成效交给群众评，半年时间打开了新局面。",
    "{丙}": "每月组织一次集中研讨，每季开展一次专题辅导，引导党员干部在学思践悟中坚定信念，在为民服务中提升本领。",
}
"""Text that is no heading, so that an entry shows only what it is about."""


def entries(name):
    text = (SPEC / name).read_text(encoding="utf-8")
    found = list(ENTRY.finditer(text))
    outside = re.sub(r"^```\n.*?^```$", "", text, flags=re.M | re.S)
    assert len(found) == outside.count("\n## "), f"{name}: an entry does not have the form of the others"
    return found


def tree(sections, depth=0):
    """The sections as the files write them: marker｜heading @role, （role） for one without a heading."""
    lines = []
    for section in sections:
        text = section.heading.span if section.heading else None
        lines.append((depth, section, text))
        lines += tree(section.children, depth + 1)
    return lines


def written(outline):
    words = outline.manuscript.text
    lines = []
    for depth, section, span in tree(outline.sections):
        if span is None:
            line = f"（{section.role}）"
        else:
            marker = section.heading.marker
            line = (f"{marker}｜" if marker else "") + span.of(words)
            if section.role is not Role.BODY and depth == 0:
                line += f" @{section.role}"
        lines.append("  " * depth + "- " + line)
    return "\n".join(lines)


@pytest.mark.parametrize(
    "entry",
    [
        pytest.param(entry, id=f"{name[8:11]}-{entry['rule']}")
        for name in ("outline_positive.md", "outline_negative.md")
        for entry in entries(name)
    ],
)
def test_a_rule_reads_its_example_as_a_reader_does(entry):
    text = entry["text"]
    for short, long in RUNNING_TEXT.items():
        text = text.replace(short, long)
    manuscript, _ = read_manuscript(text, name="例.md" if text.startswith("# ") else "例.txt")
    outline, _ = find_outline(manuscript)
    assert written(outline) == entry["tree"].rstrip()


def test_what_must_not_be_read_is_as_well_covered_as_what_must():
    positive, negative = entries("outline_positive.md"), entries("outline_negative.md")
    assert len(negative) >= len(positive)


def test_every_entry_has_its_own_rule():
    names = [entry["rule"] for name in ("outline_positive.md", "outline_negative.md") for entry in entries(name)]
    assert len(names) == len(set(names))
