"""The storyboard's slides, one after the other, into pages; the sections over them."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import assert_never

from generator.fitting.breaking import well_broken_page
from generator.fitting.cards import cards_pages
from generator.fitting.context import Context
from generator.fitting.data import big_numbers_pages, chart_pages, comparison_pages
from generator.fitting.frames import agenda_pages, closing_pages, cover_pages, divider_pages
from generator.fitting.framing import framed, revealing
from generator.fitting.naming import named_apart
from generator.fitting.points import drawn_sizes, points_pages, shared_sizes
from generator.fitting.shapes import pairs_pages, quotation_pages, timeline_pages
from generator.fitting.tables import shared_table_sizes, table_pages
from generator.fitting.titles import alike_titles
from generator.model import (
    Agenda,
    BigNumbers,
    Cards,
    Chart,
    Closing,
    Comparison,
    Cover,
    Divider,
    Finding,
    Page,
    Pages,
    PageSection,
    Pairs,
    Points,
    Quotation,
    Slide,
    Storyboard,
    Table,
    Template,
    Timeline,
    Transition,
)
from generator.settings import FittingSettings


def fit(
    storyboard: Storyboard,
    template: Template,
    settings: FittingSettings | None = None,
    *,
    transition: Transition = Transition.NONE,
    animate: bool = False,
) -> tuple[Pages, tuple[Finding, ...]]:
    """Choose layouts, sizes and breaks for every slide; with `animate`, points and cards appear click by click.

    Raises:
        TemplateError: the template has no layout at all that can hold text (`template_holds_nothing`).
    """
    context = Context(storyboard, template, (settings or FittingSettings()).for_height(template.height))
    context = replace(
        context,
        point_sizes=shared_sizes(storyboard, context),
        table_sizes=shared_table_sizes(storyboard, context),
    )
    drawn = [(slide, page) for slide in storyboard.slides for page in _pages(slide, context)]
    if smaller := drawn_sizes(drawn):
        # Which cards have to be told as points is known only now; the smallest of them decides for its siblings.
        context = replace(context, point_sizes={**context.point_sizes, **smaller})
        drawn = [(slide, page) for slide in storyboard.slides for page in _pages(slide, context)]
    pages = [well_broken_page(page) for page in alike_titles(named_apart(drawn, context), context)]
    part_of_page = [slide.part for slide, _ in drawn]
    whole = framed(pages, storyboard, template, context.settings)
    return (
        Pages(
            pages=tuple(revealing(page) for page in whole) if animate else whole,
            sections=_sections(storyboard, pages, part_of_page),
            title=storyboard.title.text,
            author=_author(storyboard),
            transition=transition,
        ),
        (),
    )


def _pages(slide: Slide, context: Context) -> list[Page]:
    match slide.content:
        case Cover():
            return cover_pages(slide, slide.content, context)
        case Agenda():
            return agenda_pages(slide, slide.content, context)
        case Divider():
            return divider_pages(slide, slide.content, context)
        case Points():
            return points_pages(slide, slide.content, context)
        case Cards():
            return cards_pages(slide, slide.content, context)
        case Timeline():
            return timeline_pages(slide, slide.content, context)
        case Quotation():
            return quotation_pages(slide, slide.content, context)
        case Pairs():
            return pairs_pages(slide, slide.content, context)
        case BigNumbers():
            return big_numbers_pages(slide, slide.content, context)
        case Table():
            return table_pages(slide, slide.content, context)
        case Chart():
            return chart_pages(slide, slide.content, context)
        case Comparison():
            return comparison_pages(slide, slide.content, context)
        case Closing():
            return closing_pages(slide, slide.content, context)
        case _:
            assert_never(slide.content)


def _sections(storyboard: Storyboard, pages: list[Page], part_of_page: list[str | None]) -> tuple[PageSection, ...]:
    sections = []
    for part_id, members in groupby(zip(pages, part_of_page, strict=True), key=lambda pair: pair[1]):
        part = storyboard.part(part_id)
        if part:
            sections.append(PageSection(part.name.text, tuple(page.slide_id for page, _ in members)))
    return tuple(sections)


def _author(storyboard: Storyboard) -> str:
    cover = next((slide.content for slide in storyboard.slides if isinstance(slide.content, Cover)), None)
    return (cover.speaker or cover.unit or "") if cover else ""
