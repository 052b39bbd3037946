"""What the seeds come down to, slide by slide: read `tests/cases/<seed>/points.md` as a speaker would, aloud.

`--record` writes what the program makes now; whoever re-records reads the difference.
"""

from pathlib import Path

import pytest

from generator import api
from generator.condensing import condense

CASES = Path(__file__).parent.parent / "cases"
SEEDS_READ = ("township", "report", "enterprise", "short", "school", "duty", "exchange", "government", "village")


def points_shown(path):
    """The title of every brief and its points, the lead in bold, as Markdown."""
    outline = api.outline(path)
    briefs, _ = condense(outline, api.figures(path))
    lines = [f"# {path.stem}"]
    for section in outline.walk():
        brief = briefs.of(section.id)
        if not brief:
            continue
        title = brief.title.text if brief.title else f"({section.role.value})"
        lines += ["", f"## {section.id} {title}", ""]
        for point in brief.points:
            words = point.words.text
            lines.append(f"- **{words[: point.lead]}**{words[point.lead :]}" if point.lead else f"- {words}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", SEEDS_READ)
def test_the_points_of_a_seed_are_those_that_were_read_and_agreed_to(name, seeds, record):
    shown = points_shown(seeds / f"{name}.txt")
    case = CASES / name / "points.md"
    if record:
        case.parent.mkdir(parents=True, exist_ok=True)
        case.write_text(shown, encoding="utf-8", newline="\n")
    assert shown == case.read_text(encoding="utf-8")


def test_every_seed_has_its_case(seeds):
    assert {path.stem for path in seeds.glob("*.txt")} == set(SEEDS_READ)
