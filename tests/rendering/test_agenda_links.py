"""An agenda in a template that has no places for its entries: lines whose numbers lead to the parts."""

from __future__ import annotations

import io
from dataclasses import replace

from pptx import Presentation
from pptx.oxml.ns import qn

from generator.fitting import fit
from generator.model import (
    Agenda,
    AgendaEntry,
    Cover,
    Divider,
    Excerpt,
    LayoutRole,
    Part,
    Slide,
    Storyboard,
)
from generator.rendering import render
from generator.template import open_look

HEADINGS = "织密组织体系", "回应群众期盼", "激发多元活力"


def agenda_slide():
    parts = tuple(Part(f"part-{n}", Excerpt(heading), f"part-{n}") for n, heading in enumerate(HEADINGS, 1))
    entries = tuple(AgendaEntry(part.id, part.name) for part in parts)
    dividers = tuple(Slide(part.id, Divider(part.name, n), part.id) for n, part in enumerate(parts, 1))
    slides = Slide("cover", Cover(Excerpt("发言"))), Slide("agenda", Agenda(Excerpt("目录"), entries)), *dividers
    look = open_look("政务红")
    without_agenda = replace(look, layouts=tuple(lay for lay in look.layouts if lay.role is not LayoutRole.AGENDA))
    pages, _ = fit(Storyboard(Excerpt("发言"), parts, slides, source=""), without_agenda)
    return Presentation(io.BytesIO(render(pages, without_agenda))).slides[1]


def test_only_the_numbers_are_links():
    linked = [
        run for run in agenda_slide()._element.iter(qn("a:r")) if run.find(f".//{qn('a:hlinkClick')}") is not None
    ]
    assert [run.find(qn("a:t")).text for run in linked] == ["01", "02", "03"]


def test_every_line_leads_to_its_part():
    slide = agenda_slide()
    targets = [
        slide.part.related_part(click.get(qn("r:id"))).slide.shapes.title.text_frame.text
        for click in slide._element.iter(qn("a:hlinkClick"))
    ]
    assert targets == list(HEADINGS)
