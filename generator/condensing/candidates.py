"""The points that a sentence offers: runs of its clauses that can be read aloud alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product, zip_longest

from generator.condensing.clauses import Clause, ClauseKind
from generator.condensing.kinds import is_rate, is_time, shares_out
from generator.condensing.lexicon import ending, word_list
from generator.condensing.scoring import clause_value, length_value, weight
from generator.condensing.shortening import Form, forms
from generator.condensing.speech import is_empty
from generator.language import words
from generator.model import Excerpt, Manuscript, Span
from generator.settings import CondensingSettings

_MOST_CLAUSES = 4
"""Clauses a point; more are a paragraph."""
_LONGEST_RUN = 6
"""Clauses from the first to the last one of a point, those that are left out between them included."""
_MOST_FORMS = 8
"""Forms of one clause that are tried; what stands behind them has lost so much that another clause serves better."""
_CONTRAST = ("但", "然而", "不过", "却")
"""They stay between two clauses of one point: 空间几乎没有，(但)增效的空间很大 would say two things at once."""
_GONE = (ClauseKind.LINK, ClauseKind.COURTESY)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words of `sentence` that could be a point. `first` and `last` are the indexes of the clauses that it spends."""

    sentence: Span
    first: int
    last: int
    clauses: tuple[Clause, ...]
    spans: tuple[Span, ...]
    text: str
    value: float


def candidates(
    manuscript: Manuscript,
    sentence: Span,
    groups: tuple[tuple[Clause, ...], ...],
    heading_pairs: frozenset[str],
    settings: CondensingSettings,
) -> Iterator[Candidate]:
    """Every point that can be made of a sentence, given as its clauses between ；."""
    line = [(clause, number) for number, group in enumerate(groups) for clause in group]
    mains = [i for i, (clause, _) in enumerate(line) if clause.kind is ClauseKind.MAIN]
    values = [
        clause_value(clause, heading_pairs, first=bool(mains) and i == mains[0], last=bool(mains) and i == mains[-1])
        for i, (clause, _) in enumerate(line)
    ]
    longest = settings.longest_point
    shapes = [forms(clause, longest)[:_MOST_FORMS] for clause, _ in line]
    second_halves = {
        i: forms(line[i][0], longest, keep_opener=True)[:_MOST_FORMS]
        for i in range(1, len(line))
        if line[i - 1][0].pair or line[i][0].text.startswith(_CONTRAST)
    }
    noisy = any(noise.span.overlaps(sentence) for noise in manuscript.noise)
    for first in range(len(line)):
        for last in range(first, min(len(line), first + _LONGEST_RUN)):
            for chosen in _choices(manuscript.text, line, first, last):
                taken = [line[i][0] for i in chosen]
                halves = {i for i in chosen if i in second_halves and i - 1 in chosen}
                choices = [second_halves[i] if i in halves else shapes[i] for i in chosen]
                fitting = _fitting(taken, choices, longest)
                if fitting is None:
                    continue
                spans, lost = fitting
                words_of = manuscript.excerpt(*spans) if noisy else Excerpt(_text(manuscript, spans), spans)
                shortest = settings.shortest_figure_point if _tells_a_figure(taken) else settings.shortest_point
                if len(words_of.text) < min(shortest, settings.shortest_point) or not reads_alone(words_of.text):
                    continue
                bodies = [clause for clause in taken if clause.kind is not ClauseKind.FRAME]
                if all(clause.empty for clause in bodies) or all(map(is_empty, words_of.text.split("，"))):
                    continue  # The second where what it was done in had no room: (在应对挑战中)冲锋在前、建功立业.
                value = _clauses_value(line, values, chosen)
                value += lost * weight("loss") + length_value(len(words_of.text))
                numbers = {line[i][1] for i in chosen}
                parted = [line[i][0].mark for i in range(first, last) if line[i][1] != line[i + 1][1]]
                crossed = sum(1 for mark in parted if not mark or mark.of(manuscript.text) != "、")
                value += crossed * weight("over a semicolon")
                if len(groups) > 1 and len(numbers) == 1 and len(chosen) == len(groups[line[first][1]]):
                    value += weight("whole")
                yield Candidate(sentence, first, last, tuple(taken), words_of.spans, words_of.text, value)


def _tells_a_figure(taken: list[Clause]) -> bool:
    """Whether a point is one clause that says what its figure measures, however short: 户均增收约2.6万元."""
    clause = taken[0]
    return len(taken) == 1 and bool(clause.figures) and (_names_a_thing(clause) or is_rate(clause.text))


def _names_a_thing(clause: Clause) -> bool:
    """Whether a clause has a subject that is no time: 四年提高9.4个百分点 does not say what rose."""
    subject = clause.text[clause.opener : clause.opener + clause.subject]
    return clause.subject > 1 and not is_time(subject)


def _text(manuscript: Manuscript, spans: tuple[Span, ...]) -> str:
    return "".join(span.of(manuscript.text) for span in spans)


def _clauses_value(line: list[tuple[Clause, int]], values: list[float], chosen: list[int]) -> float:
    """The best clause counts in full, each further one less; circumstances as they are."""
    frames = [i for i in chosen if line[i][0].kind is ClauseKind.FRAME]
    bodies_at = [i for i in chosen if i not in frames]
    bodies = sorted((values[i] for i in bodies_at), reverse=True)
    value = bodies[0] + sum(max(other + weight("another clause"), -0.2) for other in bodies[1:])
    value += sum(values[i] for i in frames)
    value += sum(weight("empty") for i in bodies_at if line[i][0].empty)
    if _lost_subject(line, chosen):
        value += weight("subject lost")
    for i in chosen:
        value += weight("gap") * (i > chosen[0] and i - 1 not in chosen and line[i - 1][0].kind is ClauseKind.FOLLOWER)
        if i and i - 1 not in chosen and line[i - 1][0].topic and line[i - 1][1] == line[i][1]:
            value += weight("topic lost")
    return value


def _lost_subject(line: list[tuple[Clause, int]], chosen: list[int]) -> bool:
    """Whether a point opens with a verb whose subject stands further ahead and is a thing, not somebody who acts.

    Whoever acts can be carried to the point or is the speaker himself; a blank is a place's name, and so is he.
    """
    first, group = line[chosen[0]]
    if first.subject or first.kind is not ClauseKind.MAIN:
        return False
    for clause, number in (line[i] for i in range(chosen[0] - 1, -1, -1)):
        if number != group:
            return False
        if clause.kind in (ClauseKind.MAIN, ClauseKind.FRAME):
            subject = clause.text[clause.opener : clause.opener + clause.subject]
            return bool(subject) and not clause.redacted and not ending(subject, "agent", "endings")
    return False


def _choices(text: str, line: list[tuple[Clause, int]], first: int, last: int) -> Iterator[list[int]]:
    """Which of the clauses from `first` to `last` stand in a point; both ends always do."""
    options: list[tuple[bool, ...]] = []
    for i in range(first, last + 1):
        kind = line[i][0].kind
        if kind in _GONE:
            options.append((False,))
        elif kind is ClauseKind.MAIN or i in (first, last):
            options.append((True,))
        else:
            options.append((True, False))
    for taken in product(*options):
        chosen = [first + k for k, is_in in enumerate(taken) if is_in]
        both_ends = bool(chosen) and chosen[0] == first and chosen[-1] == last
        fits = both_ends and len(chosen) <= _MOST_CLAUSES
        if fits and _parts_at_semicolons(text, line, chosen) and _holds_together(line, chosen):
            yield chosen


def _parts_at_semicolons(text: str, line: list[tuple[Clause, int]], chosen: list[int]) -> bool:
    """Whether a point that runs over ； takes from its first clause on, and to its last, all that stands between two.

    Not the end of one item and the head of the next: (收入15.7亿元，)突破15亿元大关；增速4.1%(，居全市首位).
    """
    first, last = line[chosen[0]][1], line[chosen[-1]][1]
    marks = [line[i][0].mark for i in range(chosen[0], chosen[-1])]
    if first == last or not any(mark and mark.of(text) in "；;、" for mark in marks):
        return True  # What stands behind ： is opened by what stands before it: 目标是：增长6%.
    said = [i for i, (clause, number) in enumerate(line) if number in (first, last) and clause.kind not in _GONE]
    return chosen[0] == said[0] and chosen[-1] == said[-1]


def _holds_together(line: list[tuple[Clause, int]], chosen: list[int]) -> bool:
    """Whether each clause has the one that it leans on: a frame the next, a follower the one before."""
    taken = set(chosen)
    if line[chosen[-1]][0].kind is ClauseKind.FRAME or _leans_back(line[chosen[0]][0]):
        return False
    for i in range(chosen[0] + 1, chosen[-1]):
        if line[i][0].pair and i not in taken:
            return False  # It brought a subject of its own: what follows is said of that one.
    for i in chosen:
        clause, group = line[i]
        if clause.kind is ClauseKind.FRAME:
            following = next((k for k in range(i + 1, len(line)) if line[k][0].kind not in _GONE), None)
            if clause.pair and following not in taken:
                return False
            nearest = next(k for k in chosen if k > i)
            if line[nearest][1] != group:
                return False
            if line[nearest][0].kind is ClauseKind.FOLLOWER and not _brings_about(clause, line[nearest][0]):
                return False
        if _leans_back(clause):
            before = [k for k in range(i - 1, -1, -1) if line[k][0].kind not in _GONE]
            if not before or not taken.issuperset(before[: _clauses_shared_among(clause, line[before[0]][0])]):
                return False
    return True


def _clauses_shared_among(clause: Clause, before: Clause) -> int:
    """How many clauses before it a clause speaks of: one, but as many as it deals out numbers where each names one.

    游客412万人次，收入28.6亿元，分别增长15.2%、18.7% means both; of 游客和收入分别… the one before names them all.
    """
    if not shares_out(clause.text) or len(clause.figures) < 2 or len(before.figures) != 1:
        return 1
    return len(clause.figures)


def _leans_back(clause: Clause) -> bool:
    """Whether a clause needs the one before it; a measure a head names itself (户均增收约2.6万元) does not."""
    return clause.kind is ClauseKind.FOLLOWER and not (clause.figures and is_rate(clause.text))


def _brings_about(frame: Clause, follower: Clause) -> bool:
    """通过…，让…: means and what they bring about make a sentence of their own; so do the halves of a pair."""
    return frame.pair or (
        frame.text[frame.opener :].startswith("通过") and follower.text.startswith(("让", "使", "促使"))
    )


def _fitting(
    clauses: list[Clause], choices: list[tuple[Form, ...]], longest: int
) -> tuple[tuple[Span, ...], int] | None:
    """The clauses with as little left out as `longest` characters allow, and the weight of what is lost."""
    marks = [clause.mark for clause in clauses[:-1]]
    room = longest - len(marks)
    if any(mark is None for mark in marks) or sum(min(form.length for form in forms) for forms in choices) > room:
        return None
    fitting = [taken for taken in product(*choices) if sum(form.length for form in taken) <= room]
    best = min(fitting, key=lambda taken: (sum(form.weight for form in taken), -sum(form.length for form in taken)))
    spans: list[Span] = []
    for form, mark in zip_longest(best, marks):
        spans.extend(form.spans)
        if mark:
            spans.append(mark)
    return _joined(spans), sum(form.weight for form in best)


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    """Neighbouring spans made one."""
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].end == span.start:
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)


def reads_alone(text: str) -> bool:
    """Whether nothing dangles at either end and every bracket has its partner.

    >>> [reads_alone(text) for text in ("及时传达会议精神", "问题依然存在", "和部门一起推进", "把工作落到实处的")]
    [True, True, False, False]
    """
    found = words(text)
    if (
        not found
        or found[0].text in word_list("dangling", "starts")
        or found[-1].text in word_list("dangling", "endings")
    ):
        return False
    return all(text.count(a) == text.count(b) for a, b in ("“”", "《》", "（）", "()", "‘’", "【】"))
