"""Several masters with layouts of the same names, the way LibreOffice saves a design with one page for each."""

import io

from lxml import etree
from pptx import Presentation
from template_files import ORDINARY, drawing
from trapped_templates import copied_master

from generator.model import LayoutRole
from generator.template import inspect_template

R = LayoutRole


def with_copies(used, drawn=()):
    """Three masters with the layouts of an ordinary template; `used` are master and layout of the author's slides.

    `drawn` are a master and the box of a drawing on it, in percent.
    """
    made = copied_master(ORDINARY, copies=2, renamed=False)
    masters = list(made.slide_masters)
    for master, box in drawn:
        masters[master]._element.cSld.spTree.insert(2, drawing(98, box))
    for master, position in used:
        slide = made.slides.add_slide(masters[master].slide_layouts[position])
        for shape in list(slide.placeholders):
            shape._element.getparent().remove(shape._element)
    stream = io.BytesIO()
    made.save(stream)
    return inspect_template(stream.getvalue(), "a.pptx")


def masters_of(diagnosis):
    return {role: candidate.layout.master for role, candidate in diagnosis.roles.items()}


def test_the_copy_that_a_slide_uses_is_meant_and_all_inner_pages_follow_it():
    found = masters_of(with_copies([(0, 0), (2, 3)], drawn=[(index, (0, 95, 100, 5)) for index in range(3)]))
    assert found[R.COVER] == 0
    assert {found[role] for role in (R.CONTENT, R.AGENDA, R.TWO_CONTENT, R.TABLE)} == {2}


def test_a_master_that_draws_over_the_text_loses_against_one_that_leaves_it_free():
    over = [(0, (0, 0, 60, 100)), (1, (0, 0, 45, 60)), (2, (0, 92, 100, 8))]
    assert masters_of(with_copies([(0, 0)], over))[R.CONTENT] == 2


def test_a_ground_under_everything_covers_nothing():
    ground = [(index, (0, 0, 100, 100)) for index in range(3)]
    assert masters_of(with_copies([(0, 0), (1, 3)], ground))[R.CONTENT] == 1


def test_copies_share_their_names_and_stand_apart():
    made = copied_master(ORDINARY, copies=1, renamed=False)
    first, second = made.slide_masters
    assert [layout.name for layout in first.slide_layouts] == [layout.name for layout in second.slide_layouts]
    stream = io.BytesIO()
    made.save(stream)
    again = Presentation(io.BytesIO(stream.getvalue()))
    assert etree.tostring(again.slide_masters[1]._element)
    assert again.slide_masters[1].slide_layouts[0].slide_master.part.partname == again.slide_masters[1].part.partname
