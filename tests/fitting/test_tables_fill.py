"""Few rows are set apart, many smaller; no cell is broken only to be a little larger."""

import pytest

from generator.fitting import fit
from generator.model import Excerpt, Label, Slide, Storyboard, Table, TablePlacement, TableRow
from generator.settings import FittingSettings
from generator.template import open_look

SETTINGS = FittingSettings()
SHORT = ("返乡青年", "妇女骨干", "办结率", "开展屋场会", "化解纠纷", "发动群众", "流转土地", "户均增收")


def drawn(*rows):
    table = Table(Excerpt(Label.FIGURES), Excerpt("抓落实"), tuple(rows))
    storyboard = Storyboard(Excerpt("发言"), (), (Slide("figures", table),), source="")
    pages = fit(storyboard, open_look("政务红"))[0].pages
    return [placement for page in pages for placement in page.placements if isinstance(placement, TablePlacement)]


def row(name, value="94人"):
    return TableRow(Excerpt(name), Excerpt(value), Excerpt("抓落实"))


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_few_rows_are_set_apart(count):
    (table,) = drawn(*map(row, SHORT[:count]))
    assert table.size_pt == table.slot.size_pt
    assert sum(table.row_heights) >= (count + 1) * table.size_pt * 2.2 * 12_700


def test_many_rows_stay_on_one_slide_and_above_the_floor():
    (table,) = drawn(*map(row, SHORT))
    assert SETTINGS.smallest_label_pt <= table.size_pt < table.slot.size_pt
    assert sum(table.row_heights) <= table.slot.box.height


def test_no_cell_is_broken_only_to_be_a_little_larger():
    (table,) = drawn(row("返乡青年"), row("全镇农村人居环境整治志愿者服务总队各分队中有党员志愿者和入党积极分子骨干"))
    assert table.size_pt < table.slot.size_pt
    assert len(set(table.row_heights)) == 1


def test_a_cell_that_has_to_break_in_any_case_makes_nothing_smaller():
    (table,) = drawn(row("返乡青年"), row("全镇农村人居环境整治志愿者服务总队" * 4))
    assert table.size_pt == table.slot.size_pt
