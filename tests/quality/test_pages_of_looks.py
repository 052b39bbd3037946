"""The gate over every look, every seed and both ratios: nothing overflows, nothing is too small, pages are well filled.

Shares are floors in floors.json that may only rise; `--record` raises them.
"""

import json
import math
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from generator.fitting import fit
from generator.fitting.measure import EMU_PER_POINT, text_height
from generator.model import LayoutRole, Occasion, Ratio, SlotPurpose, TablePlacement, TextPlacement
from generator.pipeline import Request, build_from_speech, make_plan, understand
from generator.settings import FittingSettings
from generator.template import look_names, open_look

FLOORS = Path(__file__).parent / "floors.json"
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
SETTINGS = FittingSettings()
OCCASION = Occasion(speaker="陈立新", unit="青禾镇人民政府", date="2024年3月", meeting="全县经验交流会")
WANTED_FILL = (0.35, 0.85)
HALL = {SlotPurpose.TITLE, SlotPurpose.BODY, SlotPurpose.HEAD}
"""What is read from the last row."""
EVERY_LOOK_AND_RATIO = pytest.mark.parametrize(
    ("look", "ratio"), [(look, ratio) for look in look_names() for ratio in Ratio]
)


@cache
def storyboard_of(seed):
    request = Request(occasion=OCCASION)
    return make_plan(understand(seed, request), request)[0]


@cache
def pages_of(look, ratio):
    """The pages of all seeds in a look."""
    template = open_look(look, ratio)
    return [page for seed in SEEDS for page in fit(storyboard_of(seed), template)[0].pages]


def texts(look, ratio):
    for page in pages_of(look, ratio):
        for placement in page.placements:
            if isinstance(placement, TextPlacement):
                yield page, placement


def filled(placement):
    """The share of its box's height that a text takes, reckoned with the tallest typeface."""
    slot = placement.slot
    if placement.gap_pt is not None:
        slot = replace(slot, paragraph_gap_pt=placement.gap_pt)
    size = placement.size_pt or slot.size_pt
    return text_height(placement.paragraphs, slot, size, SETTINGS) / (slot.box.height / EMU_PER_POINT)


@EVERY_LOOK_AND_RATIO
def test_no_text_stands_over_its_box(look, ratio):
    half_a_line = 0.5
    for page, text in texts(look, ratio):
        if text.slot.purpose is SlotPurpose.VALUE:
            continue  # one line whose numeral alone is as large: its width is what decides
        size = text.size_pt or text.slot.size_pt
        over = (filled(text) - 1) * text.slot.box.height / EMU_PER_POINT
        assert over <= half_a_line * size, (page.slide_id, text.paragraphs[0].text)


@EVERY_LOOK_AND_RATIO
def test_no_type_is_under_its_floor(look, ratio):
    for page, text in texts(look, ratio):
        size = text.size_pt or text.slot.size_pt
        note = page.layout.role is LayoutRole.CHART and text.slot.purpose is SlotPurpose.BODY
        if text.slot.purpose in HALL and not note:
            assert size >= SETTINGS.smallest_body_pt, (page.slide_id, text.paragraphs[0].text)
        elif text.slot.purpose is SlotPurpose.CAPTION:
            assert size >= SETTINGS.smallest_label_pt, (page.slide_id, text.paragraphs[0].text)
    for page in pages_of(look, ratio):
        for placement in page.placements:
            if isinstance(placement, TablePlacement):
                assert placement.size_pt >= SETTINGS.smallest_label_pt, page.slide_id


@EVERY_LOOK_AND_RATIO
def test_title_lines_hold_more_than_one_character(look, ratio):
    for page, text in texts(look, ratio):
        if text.slot.purpose is SlotPurpose.TITLE:
            assert min(map(len, text.paragraphs[0].text.split("\n"))) > 1, page.slide_id


@EVERY_LOOK_AND_RATIO
@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_every_page_has_a_title_of_its_own(look, ratio, seed):
    pages = fit(storyboard_of(seed), open_look(look, ratio))[0].pages
    titles = [
        text.paragraphs[0].text.replace("\n", "")
        for page in pages
        for text in page.placements
        if isinstance(text, TextPlacement) and text.slot.purpose is SlotPurpose.TITLE
    ]
    assert len(titles) == len(pages)
    assert sorted(set(titles)) == sorted(titles)


@pytest.mark.parametrize("ratio", list(Ratio))
def test_point_slides_are_well_filled(ratio, record):
    """The layouts of points are the same in every look; the first one stands for all."""
    for look in look_names()[1:]:
        assert fills(look, ratio) == fills(look_names()[0], ratio)
    shares = fills(look_names()[0], ratio)
    low, high = WANTED_FILL
    reached = sum(low <= share <= high for _, share in shares) / len(shares)
    key = f"pages {ratio}"
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    floor = floors.get(key, {}).get("well_filled", 0)
    if record:
        floors[key] = {"well_filled": max(floor, math.floor(reached * 1000) / 1000)}
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        return
    outside = [(slide, round(share, 2)) for slide, share in shares if not low <= share <= high]
    assert reached >= floor, outside


def fills(look, ratio):
    return [
        (page.slide_id, filled(text))
        for page, text in texts(look, ratio)
        if page.layout.role in (LayoutRole.CONTENT, LayoutRole.BIG_NUMBER) and text.slot.purpose is SlotPurpose.BODY
    ]


@EVERY_LOOK_AND_RATIO
def test_content_keeps_to_the_grid(look, ratio):
    """Titles, breadcrumbs and the line of progress begin at one margin; the line ends at the other."""
    template = open_look(look, ratio)
    lefts = {
        text.slot.box.left
        for page, text in texts(look, ratio)
        if text.slot.purpose in (SlotPurpose.TITLE, SlotPurpose.BREADCRUMB) and page.frame
    }
    assert len(lefts) == 1
    (left,) = lefts
    for page in pages_of(look, ratio):
        for bar in page.frame.bars if page.frame else ():
            assert bar.box.left == left
            assert bar.box.left + bar.box.width <= template.width - left + 1


@pytest.mark.parametrize(
    ("look", "ratio", "seed"),
    [
        (look, ratio, SEEDS[at % len(SEEDS)])
        for at, (look, ratio) in enumerate((name, ratio) for name in look_names() for ratio in Ratio)
    ],
    ids=str,
)
def test_the_check_finds_nothing_wrong(look, ratio, seed):
    found = build_from_speech(seed, Request(occasion=OCCASION, look=look, ratio=ratio, animate=True)).findings
    codes = {finding.code for finding in found if finding.slide is not None} - {"redactions_left"}
    assert codes == set()
