"""What holds for the points of every speech, however odd."""

from itertools import pairwise

from condensing_cases import figures_in, section_outline
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import manuscripts
from strategies import sentences as made_sentences

from generator.condensing import condense
from generator.condensing.speech import whole
from generator.model import Noise, NoiseKind, Outline, Span
from generator.settings import CondensingSettings

PAIRS = ["“”", "《》", "（）", "‘’"]


def briefs_of(text):
    outline = section_outline(text, heading="重点工作")
    ledger = figures_in(outline.manuscript.text)
    briefs, _ = condense(outline, ledger)
    return outline, ledger, briefs


def is_subsequence(part, text):
    rest = iter(text)
    return all(char in rest for char in part)


def check(outline, ledger, briefs, limits=None):
    limits = limits or CondensingSettings()
    text = outline.manuscript.text
    spoken = {section.id: sum(map(len, section.own)) for section in outline.walk()}
    for section_id, brief in briefs.by_section.items():
        last = 0
        assert len(brief.points) <= limits.most_points
        assert len({point.words.text for point in brief.points}) == len(brief.points)
        for point in brief.points:
            words, spans = point.words.text, point.words.spans
            assert words == "".join(span.of(text) for span in spans)
            assert all(a.end < b.start for a, b in pairwise(spans)), "sorted, and joined where they meet"
            assert all(len(span) for span in spans)
            assert point.sentence.start <= spans[0].start
            assert spans[-1].end <= point.sentence.end
            assert spans[0].start >= last, "points follow the speech"
            last = spans[0].start
            assert is_subsequence(words, point.sentence.of(text))
            assert "\n" not in words
            assert len(words) <= limits.longest_point
            told = any(figure.span.overlaps(span) for figure in ledger.inside(point.sentence) for span in spans)
            shortest = min(limits.shortest_point, limits.shortest_figure_point) if told else limits.shortest_point
            if spoken[section_id] <= limits.short_text:
                shortest = min(shortest, limits.shortest_only_point)
            assert len(words) >= shortest
            assert point.lead == 0 or limits.shortest_lead <= point.lead <= limits.longest_lead
            assert all(words.count(a) == words.count(b) for a, b in PAIRS)
            assert words[-1] not in "，、；：。！？的"
            assert words[0] not in "，、；：。！？的”》）"
            sentence = point.sentence
            quoted = [Span(sentence.start + q.start, sentence.start + q.end) for q in whole(sentence.of(text))]
            for place in [*quoted, *(figure.span for figure in ledger.inside(sentence))]:
                touched = [span for span in spans if span.overlaps(place)]
                assert not touched or any(span.contains(place) for span in touched), place.of(text)


@given(st.lists(made_sentences(), min_size=1, max_size=8))
def test_points_are_words_of_the_speech_and_nothing_is_cut_within(pieces):
    check(*briefs_of("".join(pieces)))


@settings(max_examples=60)
@given(manuscripts())
def test_they_are_so_in_soiled_manuscripts(text):
    check(*briefs_of(text.replace("\r\n", "\n")))


@given(st.lists(made_sentences(), min_size=1, max_size=4))
def test_the_answer_is_the_same_every_time(pieces):
    text = "".join(pieces)
    assert briefs_of(text)[2] == briefs_of(text)[2]


@given(st.lists(made_sentences(), min_size=1, max_size=5), st.integers(8, 20), st.integers(24, 60))
def test_the_limits_are_the_settings_limits(pieces, shortest, longest):
    limits = CondensingSettings(shortest_point=shortest, longest_point=longest, most_points=4)
    outline = section_outline("".join(pieces))
    ledger = figures_in(outline.manuscript.text)
    check(outline, ledger, condense(outline, ledger, limits)[0], limits)


def test_noise_is_in_no_point():
    text = "建立**服务台账**，逐户走访困难群众260户，办成实事45件。"
    outline = section_outline(text, heading="走访")
    marks = tuple(Noise(Span(i, i + 2), NoiseKind.MARKUP) for i in (5, 11))
    old = outline.manuscript
    manuscript = type(old)(old.text, old.name, blocks=old.blocks, noise=marks)
    outline = Outline(manuscript, outline.front, outline.sections)
    briefs, _ = condense(outline, figures_in(old.text))
    words = [point.words.text for point in briefs.of("1").points]
    assert any("建立服务台账" in point for point in words)
    assert not any("*" in point for point in words)
