"""The words of a table's cells break as a person would break them."""

from generator.fitting import fit
from generator.model import (
    Excerpt,
    Slide,
    Storyboard,
    Table,
    TablePlacement,
    TableRow,
)
from generator.template import open_look


def table_of(*indicators, value="3590户15804人"):
    rows = tuple(TableRow(Excerpt(name), Excerpt(value), Excerpt("")) for name in indicators)
    content = Table(Excerpt("主要数据"), Excerpt("转化成果"), rows)
    board = Storyboard(Excerpt("发言"), (), (Slide("figures", content),), source="")
    pages, _ = fit(board, open_look("政务红"))
    (table,) = [p for page in pages.pages for p in page.placements if isinstance(p, TablePlacement)]
    return table


def test_a_cell_of_two_lines_parts_between_words_and_no_character_stands_alone():
    names = [
        "制订并完成“三服务”任务清单",
        "全镇预计实现农民人均可支配收入",
        *(f"完成第{n}批改造任务" for n in "一二三四五六七八"),
    ]
    cells = [cell for row in table_of(*names).rows for cell in row if cell]
    broken = [cell for cell in cells if "\n" in cell]
    assert "制订并完成\n“三服务”任务清单" in broken
    for cell in broken:
        assert min(map(len, cell.split("\n"))) >= 2


def test_a_cell_that_fits_stays_on_its_line():
    assert all("\n" not in cell for row in table_of("户均增收", "联系群众").rows for cell in row)


def test_no_word_is_lost_at_a_break():
    names = [f"第{n}批全镇村（社区）集体经济总收入和农民人均可支配收入" for n in "一二三四五六七八九"]
    shown = {cell.replace("\n", "") for row in table_of(*names).rows for cell in row}
    assert set(names) <= shown


def test_tables_of_a_deck_differ_by_two_points_at_most():
    dense = tuple(
        TableRow(Excerpt(f"第{n}批全镇村（社区）集体经济项目"), Excerpt("由去年的87起减少到52起"), Excerpt(""))
        for n in "一二三四五六七八九十"
    )
    sparse = tuple(TableRow(Excerpt(n), Excerpt("12件"), Excerpt("抓落实")) for n in ("户均增收", "联系群众"))
    slides = (
        Slide("figures", Table(Excerpt("主要数据"), Excerpt("转化成果"), dense)),
        Slide("figures-b", Table(Excerpt("主要数据"), None, sparse)),
    )
    pages, _ = fit(Storyboard(Excerpt("发言"), (), slides, source=""), open_look("政务红"))
    sizes = {p.size_pt for page in pages.pages for p in page.placements if isinstance(p, TablePlacement)}
    assert len(sizes) > 1
    assert max(sizes) - min(sizes) <= 2
