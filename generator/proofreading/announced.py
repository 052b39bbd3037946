"""Counts that are announced and not kept: 我讲三点意见, and then two or four."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from generator.language import chinese_number, sentences
from generator.model import Finding, Ledger, Section, Span
from generator.proofreading.counting import Counter, heading_counter, inline_counters, runs
from generator.proofreading.places import Places
from generator.settings import ProofreadingSettings

_NOUN = (
    r"(?:方面|问题|工作|任务|措施|举措|建议|意见|要求|希望|体会|做法|环节|特点|经验|层面|不足|困难|认识|感受|想法|情况"
    r"|事情?|部分|点|条|内容|短板|启示|打算)"
)
_KIND = r"(?:大?主要|主要|重点|突出|具体|方面的?|深刻|基本|关键|重要|明显|粗浅|工作)"
_COUNT = re.compile(
    rf"(?<![第十百千万\d前后这那上述午晚早晨])(?P<n>[二两三四五六七八九十]{{1,2}}|\d{{1,2}})(?:个|项|点|件|条|大)?{_KIND}{{0,2}}的?{_NOUN}"
)
"""Not 上午十点, and not 以上三点, 前三个方面, which look back."""
_ANY_COUNT = re.compile(r"(?<!第)(?:[二两三四五六七八九十]{1,2}|\d+)(?:个|项|点|件|条|大|方面)")
_ANNOUNCES = re.compile(
    r"以下|下面|如下|从[^，。；：]{0,4}(?:个|方面|点)|(?:讲|谈|提|说|做好|抓好|做到|办好|突出|强化|处理好|抓住|汇报)[^，。；：]{0,4}"
    r"(?=[二两三四五六七八九十\d]{1,2}(?:个|项|点|件|条|方面|大))"
)
_QUOTED = re.compile(r"“[^“”]*”|《[^《》]*》|（[^（）]*）")
_COURTESY = re.compile(
    r"[^。！？\n]{0,40}(?:批评指正|不当之处|不妥之处|敬请|谢谢|供大家参考|抛砖引玉)[^。！？\n]{0,20}[。！？]?"
)


def announced_counts(places: Places, _ledger: Ledger, _settings: ProofreadingSettings) -> Iterator[Finding]:
    """An announcing sentence with one count, and a numbered series that begins right behind it.

    Announcing is 从三个方面…, 提三点希望, 做好以下四项工作, or a count in the last clause before a colon. A count in
    quotation marks (“三个一”) is a name; a sentence with two counts may mean either.
    """
    numbered = [(section, counter) for section in places.outline.walk() if (counter := heading_counter(section))]
    starts = [counter.span.start for _, counter in numbered]
    for block in places.blocks:
        counters = list(inline_counters(places.text, block.span))
        for sentence in sentences(places.text, block.span):
            found = _announcement(places.text, sentence, counters)
            if found is None:
                continue
            count, end = found
            first = _first_after(places.text, end)
            given = _inline_series(places, counters, first)
            if given is None:
                at = bisect_left(starts, first)
                if at < len(starts) and starts[at] - first <= 1 and numbered[at][1].number == 1:
                    given = _sibling_series(places, numbered[at][0], numbered[at][1])
            if given and len(given) > 1 and given[-1].number != _value(count) and _is_whole(given):
                span = Span(*count.span())
                yield places.report(
                    "count_announced", span, given[-1].span, announced=count.group(), given=given[-1].number
                )


def _announcement(text: str, sentence: Span, counters: Sequence[Counter]) -> tuple[re.Match[str], int] | None:
    """The count that a sentence announces, and where the series may begin; None where it announces none."""
    inside = [counter.span.start for counter in counters if sentence.start < counter.span.start < sentence.end]
    end = min(inside, default=sentence.end)
    lead = _QUOTED.sub(lambda match: "　" * len(match.group()), text[sentence.start : end])
    counts = list(_ANY_COUNT.finditer(lead))
    found = list(_COUNT.finditer(lead))
    if len(counts) != 1 or len(found) != 1:
        return None
    behind = lead[found[0].end() :].rstrip()
    announces = _ANNOUNCES.search(lead) or (behind.endswith(("：", ":")) and not re.search(r"[，。；]", behind))
    if not announces:
        return None
    count = _COUNT.search(text, sentence.start + found[0].start(), end)
    return (count, end) if count else None


def _value(count: re.Match[str]) -> int:
    written = count["n"]
    return int(written) if written.isdigit() else int(chinese_number(written) or 0)


def _first_after(text: str, at: int) -> int:
    """Where the text goes on behind white space and a courtesy (不妥之处，敬请批评指正。)."""
    while at < len(text) and text[at].isspace():
        at += 1
    courtesy = _COURTESY.match(text, at)
    if courtesy:
        at = courtesy.end()
        while at < len(text) and text[at].isspace():
            at += 1
    return at


def _inline_series(places: Places, counters: Sequence[Counter], first: int) -> list[Counter] | None:
    """The series in the paragraph that begins at `first`; None where none does, or where the next goes on with it."""
    opener = next((counter for counter in counters if counter.span.start == first and counter.number == 1), None)
    if opener is None:
        return None
    family = [counter for counter in counters if counter.family == opener.family and counter.span.start >= first]
    run = next(run for run in runs(family)[0] if run.counters[0] is opener)
    at = next((i for i, block in enumerate(places.blocks) if block.span.start > first), len(places.blocks))
    following = places.blocks[at].span if at < len(places.blocks) else Span(first, first)
    later = next(inline_counters(places.text, following), None)
    goes_on = later is not None and later.span.start == following.start and later.number == run.last + 1
    rest = places.text[run.counters[-1].span.end : following.start]
    return None if goes_on or opener.stands_in(rest, run.last + 1) else run.counters


def _sibling_series(places: Places, first: Section, opener: Counter) -> list[Counter] | None:
    """The headings that count on from `first`; None where the next number stands in the text but heads nothing."""
    above = places.parent(first)
    siblings = above.children if above else places.outline.sections
    given: list[Counter] = []
    for section in siblings[siblings.index(first) :]:
        counter = heading_counter(section)
        if counter is None or counter.family != opener.family:
            continue
        if given and counter.number == 1:
            break
        given.append(counter)
    end = above.span.end if above else len(places.text)
    rest = "".join(places.text[given[-1].span.end : end].split())
    return None if opener.stands_in(rest, given[-1].number + 1) else given


def _is_whole(given: Sequence[Counter]) -> bool:
    return [counter.number for counter in given] == list(range(1, len(given) + 1))
