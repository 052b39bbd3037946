"""Whatever the outline is, the deck is whole: every word in the notes once and in order, every slide fit to be read."""

import re
from collections import Counter
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from generator.model import (
    Agenda,
    BigNumbers,
    Block,
    Brief,
    Briefs,
    Cards,
    Chart,
    Divider,
    Excerpt,
    Figure,
    FigureKind,
    Heading,
    HeadingPlace,
    Ledger,
    Manuscript,
    Noise,
    NoiseKind,
    Outline,
    Point,
    Points,
    Role,
    Section,
    Series,
    SeriesKind,
    Span,
    Table,
)
from generator.settings import StoryboardSettings
from generator.storyboarding import from_json, from_markdown, make_storyboard, to_json, to_markdown

MARK = "##pb##"


class Speech:
    """A speech that is written while its outline is drawn, so that every span is right by construction."""

    def __init__(self, draw):
        self.draw = draw
        self.text = ""
        self.noise, self.briefs, self.figures, self.series = [], {}, [], []

    def write(self, words):
        span = Span(len(self.text), len(self.text) + len(words))
        self.text += words
        return span

    def flag(self, chance=2):
        return self.draw(st.integers(1, chance)) == 1

    def break_line(self):
        if self.flag():
            self.text += self.draw(st.sampled_from(["\n", "\n\n", "\n　　"]))
        if self.flag(9):
            self.noise.append(Noise(self.write(MARK), NoiseKind.SCRAPE))

    def sentence(self):
        length = self.draw(st.integers(2, 40))
        end = self.draw(st.sampled_from("。！；"))
        span = self.write("做" * length)
        number = None
        if self.flag(3):
            number = self.write("12")
            self.write("件")
        sentence = Span(span.start, self.write(end).end)
        if number:
            label = Excerpt(span.of(self.text), (span,)) if self.flag(9) is False else Excerpt("")
            surface = Span(number.start, number.end + 1)
            figure = Figure(
                surface,
                "12件",
                number,
                Decimal(12),
                "件",
                Decimal(12),
                "件",
                FigureKind.QUANTITY,
                label,
                sentence,
                None,
            )
            self.figures.append(figure)
        return span, sentence

    def sentences(self, most):
        points = []
        for _ in range(self.draw(st.integers(0, most))):
            words, sentence = self.sentence()
            if self.flag(4) is False:
                points.append(Point(Excerpt(words.of(self.text), (words,)), sentence))
            self.break_line()
        return tuple(points)

    def section(self, section_id, level, role):
        start = len(self.text)
        place = (
            self.draw(st.sampled_from([None, *HeadingPlace]))
            if level == 1
            else self.draw(st.sampled_from(HeadingPlace))
        )
        heading = None
        if place and place is not HeadingPlace.TRAIL:
            heading = self.heading(place)
        points = self.sentences(6)
        children = ()
        if level < 3 and self.flag():
            count = self.draw(st.integers(1, 4))
            children = tuple(self.section(f"{section_id}.{n}", level + 1, role) for n in range(1, count + 1))
        elif place is HeadingPlace.TRAIL:
            heading = self.heading(place)
        if len(self.text) == start:
            self.write("话。")
        if points:
            self.briefs[section_id] = Brief(section_id, None, points)
        return Section(section_id, level, role, Span(start, len(self.text)), heading, children)

    def heading(self, place):
        marker = self.write(self.draw(st.sampled_from(["一是", "（一）", "1."]))) if self.flag() else None
        words = self.write("题" * self.draw(st.integers(2, 20)))
        self.text += "\n" if place is HeadingPlace.LINE else self.draw(st.sampled_from("。，："))
        return Heading(words, marker.of(self.text) if marker else None, marker, place)


ROLES = [Role.OPENING, Role.BODY, Role.BODY, Role.BODY, Role.RESULTS, Role.PROBLEMS, Role.NEXT_STEPS, Role.CLOSING]


@st.composite
def speeches(draw):
    speech = Speech(draw)
    title = speech.write("关于工作的汇报") if speech.flag(4) is False else None
    speech.break_line()
    front = Span(0, len(speech.text))
    roles = draw(st.lists(st.sampled_from(ROLES), max_size=5))
    sections = tuple(speech.section(str(n), 1, role) for n, role in enumerate(roles, 1))
    manuscript = Manuscript(speech.text, "发言.txt", noise=tuple(speech.noise))
    blocks = tuple(
        Block(Span(match.start() + len(words) - len(words.lstrip()), match.start() + len(words.rstrip())))
        for match in re.finditer(r"[^\n]+", manuscript.words)
        if (words := match.group()).strip()
    )
    manuscript = Manuscript(speech.text, "发言.txt", blocks=blocks, noise=tuple(speech.noise))
    outline = Outline(manuscript, front, sections, title=(title,) if title else ())
    figures = tuple(speech.figures)
    series = ()
    if len(figures) >= 3:
        series = (Series(SeriesKind.PERIODS, figures[0].label, "件", tuple(f.label for f in figures), figures),)
    return outline, Briefs(speech.briefs), Ledger(figures, series)


def bare(text):
    return re.sub(r"\s", "", text)


@given(
    speeches(),
    st.builds(StoryboardSettings, points_a_slide=st.integers(2, 6), own_slide_characters=st.integers(20, 300)),
)
def test_the_deck_is_whole(speech, settings):
    outline, briefs, ledger = speech
    storyboard, _ = make_storyboard(outline, briefs, ledger, settings=settings)

    spoken = [paragraph for slide in storyboard.slides for paragraph in slide.notes]
    assert bare("".join(paragraph.text for paragraph in spoken)) == bare(outline.manuscript.words)
    spans = [span for paragraph in spoken for span in paragraph.spans]
    assert spans == sorted(spans)

    ids = Counter(slide.id for slide in storyboard.slides)
    assert max(ids.values()) == 1
    order = [part.id for part in storyboard.parts]
    assert list(dict.fromkeys(slide.part for slide in storyboard.slides)) == order
    assert [slide.part for slide in storyboard.slides] == sorted((s.part for s in storyboard.slides), key=order.index)

    for slide in storyboard.slides:
        content = slide.content
        if isinstance(content, Points):
            assert 1 <= len(content.points) <= settings.points_a_slide
            assert len(content.callouts) <= settings.callouts_a_slide
        elif isinstance(content, Cards):
            assert 1 <= len(content.cards) <= settings.cards_a_slide
            assert all(card.body for card in content.cards)
        elif isinstance(content, Table):
            assert 1 <= len(content.rows) <= settings.rows_side_by_side
        elif isinstance(content, BigNumbers):
            assert (1 if content.points else 2) <= len(content.callouts) <= 4
        elif isinstance(content, Agenda):
            assert len(content.entries) >= 2
            assert all(entry.target in ids for entry in content.entries)
    dividers = [slide.content.number for slide in storyboard.slides if isinstance(slide.content, Divider)]
    assert dividers == sorted(dividers)


@given(speeches())
def test_every_figure_is_on_a_slide(speech):
    storyboard, _ = make_storyboard(*speech)
    shown = str([s.content for s in storyboard.slides if isinstance(s.content, Table | BigNumbers | Points | Chart)])
    for figure in speech[2].figures:
        assert figure.text in shown


@given(speeches())
def test_the_plan_of_any_deck_comes_back(speech):
    outline, briefs, ledger = speech
    if not outline.manuscript.words.strip():
        return  # a manuscript without a word has no title to write down, and reading refuses it
    storyboard, _ = make_storyboard(outline, briefs, ledger)
    assert from_json(to_json(storyboard)) == storyboard
    written = to_markdown(storyboard)
    assert to_markdown(from_markdown(written)) == written


@given(speeches(), st.integers(1, 30))
def test_a_folded_deck_is_whole_too(speech, most):
    outline, briefs, ledger = speech
    full, _ = make_storyboard(outline, briefs, ledger)
    storyboard, _ = make_storyboard(outline, briefs, ledger, most_slides=most)

    spoken = [paragraph for slide in storyboard.slides for paragraph in slide.notes]
    assert bare("".join(paragraph.text for paragraph in spoken)) == bare(outline.manuscript.words)
    assert len({slide.id for slide in storyboard.slides}) == len(storyboard.slides) <= len(full.slides)
    ids = {slide.id for slide in storyboard.slides}
    for slide in storyboard.slides:
        if isinstance(slide.content, Agenda):
            assert all(entry.target in ids for entry in slide.content.entries)
    order = [part.id for part in storyboard.parts]
    assert list(dict.fromkeys(slide.part for slide in storyboard.slides)) == order
