"""No more than three neighbours of one kind where the text offers another; the share that keeps to it may only rise."""

import json
import math
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest

from generator.condensing import condense
from generator.fitting import fit
from generator.model import LayoutRole
from generator.pipeline import Request, make_plan, understand
from generator.settings import StoryboardSettings
from generator.storyboarding.material import Material
from generator.storyboarding.notes import Draft
from generator.storyboarding.turning import kind_of
from generator.storyboarding.variety import another_shape
from generator.template import open_look

FLOORS = Path(__file__).parent / "floors.json"
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
MOST = StoryboardSettings().neighbours_of_a_kind
EVERY_SEED = pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)


@cache
def understood(seed):
    return understand(seed, Request())


@cache
def storyboard_of(seed):
    return make_plan(understood(seed), Request())[0]


def material_of(seed):
    speech = understood(seed)
    briefs, _ = condense(speech.outline, speech.ledger)
    return Material(speech.outline, briefs, speech.ledger, StoryboardSettings())


def variety(pages):
    """The share of pages that are not a fourth neighbour of one kind or a later one; figures in tables are left out."""
    told = [page.layout.role for page in pages if page.layout.role is not LayoutRole.TABLE]
    beyond = sum(max(0, len(list(run)) - MOST) for _, run in groupby(told))
    return 1 - beyond / len(told)


@EVERY_SEED
def test_variety_never_falls(seed, record):
    reached = variety(fit(storyboard_of(seed), open_look())[0].pages)
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    floor = floors.get(seed.stem, {}).get("variety", 0)
    if record:
        floors.setdefault(seed.stem, {})["variety"] = max(floor, math.floor(reached * 1000) / 1000)
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        return
    assert reached >= floor


@EVERY_SEED
def test_a_longer_run_offers_no_other_shape(seed):
    slides = storyboard_of(seed).slides
    for kind, run in groupby(slides, key=lambda slide: kind_of(slide.content)):
        members = list(run)
        if len(members) > MOST:
            offered = [
                slide.id for slide in members if another_shape(material_of(seed), Draft(slide.id, slide.content))
            ]
            assert offered == [], kind


def test_the_measure_notices_a_dull_deck():
    points, cards = (open_look().layouts_for(role)[0] for role in (LayoutRole.CONTENT, LayoutRole.CARDS))

    class Page:
        def __init__(self, layout):
            self.layout = layout

    dull = [Page(points)] * 9
    assert variety(dull) == pytest.approx(1 / 3)
    assert variety([*dull[:3], Page(cards), *dull[:3]]) == 1
