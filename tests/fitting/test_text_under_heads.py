"""Text below a heading grows into its box, and never above the heading."""

import pytest

from generator.fitting.siblings import at_one_size, largest_under
from generator.model import Box, Paragraph, Run, Slot, SlotPurpose
from generator.settings import FittingSettings

SETTINGS = FittingSettings()
PT = 12_700


def heads(size):
    slot = Slot(1, SlotPurpose.HEAD, 0, Box(0, 0, 300 * PT, 60 * PT), size)
    return at_one_size([([Paragraph((Run("培育社会组织"),))], slot)], 18, SETTINGS)


def body_pt(largest, own=16.0):
    slot = Slot(2, SlotPurpose.BODY, 0, Box(0, 0, 300 * PT, 300 * PT), own)
    (placed,) = at_one_size([([Paragraph((Run("孵化社区社会组织34个"),))], slot)], 16, SETTINGS, largest_pt=largest)
    return placed.size_pt or own


@pytest.mark.parametrize(("head", "body"), [(20.0, 20.0), (32.0, SETTINGS.largest_card_pt)])
def test_text_grows_up_to_its_heading(head, body):
    assert body_pt(largest_under(heads(head), SETTINGS.largest_card_pt)) == body


def test_without_a_heading_it_grows_as_far_as_cards_do():
    assert largest_under((), SETTINGS.largest_card_pt) == SETTINGS.largest_card_pt
    assert largest_under(None, SETTINGS.largest_card_pt) == SETTINGS.largest_card_pt


def test_what_was_drawn_larger_than_its_heading_stays_so():
    assert body_pt(largest_under(heads(18.0), SETTINGS.largest_card_pt), own=22.0) == 22
