"""An item that says less than a point usually holds."""

import pytest
from condensing_cases import brief_of


@pytest.mark.parametrize(
    ("text", "point"),
    [("一体推进“三不腐”。", "一体推进“三不腐”"), ("举办各类培训50期以上。", "举办各类培训50期以上")],
)
def test_all_that_a_short_item_says_is_its_point(text, point):
    brief = brief_of(text, heading="从严从实带队伍")
    assert [point.words.text for point in brief.points] == [point]


@pytest.mark.parametrize(
    "text",
    [
        "人人过关。",  # too short to say anything beside its heading
        "今年要采取四项措施。",  # leads over to what follows
        "共计560万元。",  # the rest of a sentence
        "谢谢大家！",
    ],
)
def test_a_scrap_is_none(text):
    assert brief_of(text, heading="从严从实带队伍") is None


def test_a_short_sentence_among_longer_ones_is_none_either():
    text = "一体推进“三不腐”。组织干警参加警示教育36场次，通报典型案例12起，完善内控制度18项。"
    assert "一体推进“三不腐”" not in [point.words.text for point in brief_of(text).points]
