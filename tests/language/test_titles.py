"""What the deck adds to a title can be told from what the speaker called it."""

import pytest

from generator.language import bare_title, continued, goes_on


@pytest.mark.parametrize("times", range(1, 30))
def test_what_goes_on_is_found_again(times):
    title = continued("主要数据", times)
    assert goes_on(title)
    assert bare_title(title) == "主要数据"


def test_no_two_pages_that_go_on_are_called_alike():
    assert len({continued("主要数据", times) for times in range(1, 100)}) == 99


@pytest.mark.parametrize("title", ["《三体》（续集）", "后续工作", "（续）写新篇", "工作要点", "接续奋斗（二）"])
def test_the_speakers_own_words_are_left_alone(title):
    assert not goes_on(title)
    assert bare_title(title) == title
