"""What a placeholder inherits, on a small package of its own: the look's tree with one part replaced."""

import re

import pytest

from generator.model import Box
from generator.template.layouts import read_layouts
from generator.template.looks import parts_of
from generator.template.package import pack

TREE = parts_of("base")
LAYOUT = next(path for path, part in TREE.items() if '<p:cSld name="要点">' in part.decode())
MASTER = "ppt/slideMasters/slideMaster1.xml"
TABLE = [{"name": "要点", "role": "content", "units": 0, "slots": {"1": "body"}}]


def body(layout_edit=None, master_edit=None):
    """The body slot of 要点 after a substitution in the body of the layout, or in the master."""
    parts = dict(TREE)
    for path, edit in ((LAYOUT, layout_edit), (MASTER, master_edit)):
        if edit:
            pattern, replacement = edit
            text, count = re.subn(pattern, replacement, parts[path].decode(), count=1, flags=re.DOTALL)
            assert count == 1
            parts[path] = text.encode()
    width, height, layouts = read_layouts(pack(parts), TABLE)
    assert (width, height) == (12_192_000, 6_858_000)
    return layouts[0].slots[0]


PLAIN = body()
OWN_STYLE = r'(idx="1".*?)<a:lstStyle/>'


def with_style(inside):
    return OWN_STYLE, rf"\1<a:lstStyle><a:lvl1pPr>{inside}</a:lvl1pPr></a:lstStyle>"


def test_the_size_comes_from_the_styles_of_the_master():
    assert PLAIN.size_pt == 24


def test_a_size_on_the_layout_wins():
    assert body(with_style('<a:defRPr sz="2050"/>')).size_pt == 20.5


def test_a_style_without_a_size_hides_nothing():
    assert body(with_style('<a:defRPr b="1"/>')).size_pt == 24


def test_line_spacing_is_a_factor_of_the_line():
    assert PLAIN.line_spacing == 1.0
    assert body(with_style('<a:lnSpc><a:spcPct val="85000"/></a:lnSpc>')).line_spacing == 0.85


def test_line_spacing_in_points_gives_the_same_height():
    slot = body(with_style('<a:lnSpc><a:spcPts val="3480"/></a:lnSpc>'))
    assert slot.line_spacing * slot.size_pt * 1.45 == pytest.approx(34.8)


def test_the_gap_is_what_stands_before_and_after():
    assert PLAIN.paragraph_gap_pt == 14
    spaced = '<a:spcBef><a:spcPts val="600"/></a:spcBef><a:spcAft><a:spcPts val="300"/></a:spcAft>'
    assert body(with_style(spaced)).paragraph_gap_pt == 9


def test_a_gap_in_per_cent_is_one_of_the_size():
    assert body(with_style('<a:spcBef><a:spcPct val="50000"/></a:spcBef>')).paragraph_gap_pt == 12


def test_the_indent_is_where_the_lines_begin():
    assert PLAIN.indent == 342_900
    indented = body((OWN_STYLE, r'\1<a:lstStyle><a:lvl1pPr marL="0"/></a:lstStyle>'))
    assert indented.indent == 0


def test_the_layouts_frame_wins_over_the_masters():
    frame = r'(idx="1".*?<a:off )x="\d+" y="\d+"(/>\s*<a:ext )cx="\d+" cy="\d+"'
    slot = body((frame, r'\1x="1000000" y="2000000"\2cx="3000000" cy="4000000"'))
    assert slot.box == Box(1_000_000, 2_000_000, 3_000_000, 4_000_000)


def test_a_layout_without_a_frame_takes_the_masters():
    slot = body((r'(idx="1".*?)<p:spPr>.*?</p:spPr>', r"\1<p:spPr/>"))
    assert slot.box.left == 548_640
    assert slot.box.width == 11_094_720


def test_insets_are_taken_off_each_by_itself():
    slot = body((r'(idx="1".*?)<a:bodyPr', r'\1<a:bodyPr lIns="100000" bIns="50000"'))
    assert slot.box.left == PLAIN.box.left + 100_000
    assert slot.box.width == PLAIN.box.width - 100_000
    assert slot.box.top == PLAIN.box.top
    assert slot.box.height == PLAIN.box.height - 50_000


def test_insets_that_nobody_gives_are_those_of_the_standard():
    silent = (r'(<p:ph type="body".*?<a:bodyPr vert="horz") lIns="0" tIns="0" rIns="0" bIns="0"', r"\1")
    slot = body(master_edit=silent)
    assert slot.box.width == PLAIN.box.width - 2 * 91_440
    assert slot.box.height == PLAIN.box.height - 2 * 45_720
