"""A cover stands with whatever was given: a title of four characters or of forty, a long unit, nobody's name."""

import pytest

from generator.fitting import fit
from generator.fitting.measure import EMU_PER_POINT, text_height
from generator.language import width_em
from generator.model import Closing, Cover, Divider, Excerpt, Ratio, Slide, SlotPurpose, Storyboard
from generator.settings import FittingSettings
from generator.template import look_names, open_look

EVERY_LOOK_AND_RATIO = pytest.mark.parametrize(
    ("look", "ratio"), [(look, ratio) for look in look_names() for ratio in Ratio], ids=str
)
FORTY = "在全市农村人居环境整治提升暨乡村治理现代化建设工作现场推进会上的典型经验交流发言"
LONG_UNIT = "云麓县农业农村和乡村振兴工作领导小组办公室（县委农办）"
SMALLEST_PT = 30


def page_of(content, look, ratio, *others):
    slides = tuple(Slide(f"slide-{at}", each) for at, each in enumerate((content, *others)))
    return fit(Storyboard(Excerpt("发言"), (), slides, source=""), open_look(look, ratio))[0].pages


def texts(page):
    return {text.slot.purpose: text for text in page.placements}


@EVERY_LOOK_AND_RATIO
@pytest.mark.parametrize("title", ["述职报告", "2024年第三季度农村人居环境整治推进会上的典型经验交流发言", FORTY])
def test_a_title_stands_in_its_box_in_even_lines(look, ratio, title):
    (page,) = page_of(Cover(Excerpt(title)), look, ratio)
    (placed,) = page.placements
    size = placed.size_pt or placed.slot.size_pt
    lines = placed.paragraphs[0].text.split("\n")
    assert "".join(lines) == title
    assert size >= SMALLEST_PT
    assert len(lines) <= 3
    assert max(map(width_em, lines)) * size * EMU_PER_POINT <= placed.slot.box.width
    assert min(map(width_em, lines)) >= 0.5 * max(map(width_em, lines))
    height = text_height(placed.paragraphs, placed.slot, size, FittingSettings())
    assert height * EMU_PER_POINT <= placed.slot.box.height


@EVERY_LOOK_AND_RATIO
def test_a_short_title_is_as_large_as_the_cover_has_it(look, ratio):
    (page,) = page_of(Cover(Excerpt("政府工作报告")), look, ratio)
    assert page.placements[0].size_pt is None


@EVERY_LOOK_AND_RATIO
def test_two_lines_a_little_smaller_are_better_than_three(look, ratio):
    (page,) = page_of(Cover(Excerpt("2024年农村人居环境整治推进会上的经验交流发言")), look, ratio)
    assert len(page.placements[0].paragraphs[0].text.split("\n")) == 2


@EVERY_LOOK_AND_RATIO
def test_a_long_unit_leaves_no_line_outside(look, ratio):
    cover = Cover(
        Excerpt(FORTY), Excerpt("——中共云麓县青禾镇委员会"), LONG_UNIT, "党委书记、镇长　陈立新", "2024年3月18日"
    )
    people = texts(page_of(cover, look, ratio)[0])[SlotPurpose.SPEAKER]
    size = people.size_pt or people.slot.size_pt
    assert text_height(people.paragraphs, people.slot, size, FittingSettings()) <= (
        people.slot.box.height / EMU_PER_POINT
    )
    assert size >= FittingSettings().smallest_body_pt


@EVERY_LOOK_AND_RATIO
def test_what_nobody_gave_leaves_no_gap(look, ratio):
    people = texts(page_of(Cover(Excerpt("述职报告"), speaker="陈立新"), look, ratio)[0])[SlotPurpose.SPEAKER]
    assert [paragraph.text for paragraph in people.paragraphs] == ["陈立新"]


@EVERY_LOOK_AND_RATIO
def test_the_closing_belongs_to_the_cover(look, ratio):
    cover = Cover(Excerpt("述职报告"), None, "青禾镇人民政府", "陈立新", "2024年3月")
    first, last = page_of(cover, look, ratio, Closing(Excerpt("谢谢大家")))
    on_cover, on_closing = texts(first), texts(last)
    assert [line.text for line in on_closing[SlotPurpose.SPEAKER].paragraphs] == ["青禾镇人民政府", "2024年3月"]
    for purpose in (SlotPurpose.TITLE, SlotPurpose.SPEAKER):
        assert on_closing[purpose].slot.box == on_cover[purpose].slot.box


def test_a_closing_says_nothing_that_nobody_gave():
    _, last = page_of(Cover(Excerpt("述职报告"), speaker="陈立新"), "政务红", Ratio.WIDE, Closing(Excerpt("谢谢")))
    assert [text.slot.purpose for text in last.placements] == [SlotPurpose.TITLE]


@EVERY_LOOK_AND_RATIO
def test_a_divider_without_items_stands_in_the_middle(look, ratio):
    template = open_look(look, ratio)
    with_items, without = page_of(
        Divider(Excerpt("抓学习"), 1, (Excerpt("学理论"), Excerpt("学业务"))),
        look,
        ratio,
        Divider(Excerpt("抓落实"), 2),
    )
    assert SlotPurpose.BODY in texts(with_items)
    box = texts(without)[SlotPurpose.NUMERAL].slot.box
    middle = (box.top + box.height / 2) / template.height
    assert 0.3 <= middle <= 0.55
    assert box.top > texts(with_items)[SlotPurpose.NUMERAL].slot.box.top


@EVERY_LOOK_AND_RATIO
def test_the_items_of_all_dividers_are_of_one_size(look, ratio):
    few, many = (Divider(Excerpt("抓学习"), 1, items_of(count)) for count in (2, 6))
    sizes = [texts(page)[SlotPurpose.BODY].size_pt or 24 for page in page_of(few, look, ratio, many)]
    assert sizes[0] == sizes[1] >= FittingSettings().smallest_body_pt
    (alone,) = page_of(few, look, ratio)
    assert (texts(alone)[SlotPurpose.BODY].size_pt or 24) > sizes[0]


@EVERY_LOOK_AND_RATIO
def test_items_that_no_divider_can_hold_do_not_shrink_the_others(look, ratio):
    few, endless = (Divider(Excerpt("抓学习"), 1, items_of(count)) for count in (2, 30))
    first, second = page_of(few, look, ratio, endless)
    (alone,) = page_of(few, look, ratio)
    assert texts(first)[SlotPurpose.BODY] == texts(alone)[SlotPurpose.BODY]
    assert SlotPurpose.BODY not in texts(second)


def items_of(count):
    return tuple(Excerpt(f"把第{number}件实事办好") for number in range(count))
