"""Un-numbered sub-points in a region of the speech: at the head of its paragraphs, as lines, behind, or inside one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from generator.language import chinese_number, clauses, sentences
from generator.model import BlockKind, HeadingPlace, Span
from generator.outlining.draft import Paragraph
from generator.outlining.lead import FEWEST_WORDS_BELOW, Lead, heading_at
from generator.outlining.parallel import (
    bare,
    common_start,
    has_headline_build,
    likeness,
    mean_likeness,
)
from generator.outlining.trailing import trailing_leads

_LONGEST_LINE = 60
"""Characters of a paragraph that stands as a heading line without a marker."""
_LONGEST_ALIKE = 75
"""Characters of a lead that begins like its neighbours (过去的一年，面对…，我们…)."""
_ALIKE = 0.62
"""Mean likeness from which sentences inside one paragraph count as parallel."""
_ANNOUNCED = 0.5
"""The same where their number was announced: 三步走 and three sentences."""
_LONGEST_NAME = 14
"""Characters of a name before a colon that heads its paragraph."""
_LONGEST_PATTERN = 45
"""Characters of a first sentence that is compared with its neighbours'."""
_ONE_PATTERN = 0.6
"""Likeness from which first sentences count as of one pattern whatever they say."""
_PAIR = 0.4
"""Likeness that two leads need: three headlines in a row are no chance, two may be."""
_SHORT_LEAD = 18
"""Characters of a lead inside a paragraph; longer sentences there are ordinary ones."""

_ADDRESS = re.compile(
    r"[^，。！：]{0,6}(?:各位|(?:同志|同学|老师|朋友|代表|委员|女士|先生|乡亲|战友|工友|家人|家长)们)"
)
"""同学们，… at the head of paragraph after paragraph is an address, not a lead."""
_COUNT = re.compile(
    r"(?P<n>[两二三四五六七八九十])(?:个|步|项|大|维|方面|点|字|条|种|度|抓|有|强|化|心|新|力|招|线|本|张|道|关)"
)


_STATED = re.compile(r"(?P<what>(?!我|这|那|此|其|他|她|它|就|也|都|还)[^，。；：]{2,12}?)是[^，。；：\d]{4,14}")
"""招商引资是转型升级的关键之举"""

FRONT_RULE = "段首小标题句"


def announced_count(text: str) -> int | None:
    """The number that a heading announces: “三步走” and 三个方面 announce three."""
    match = _COUNT.search(text)
    if not match:
        return None
    number = 2 if match["n"] == "两" else chinese_number(match["n"])
    return int(number) if number else None


def paragraph_leads(paragraphs: Sequence[Paragraph], lined: bool, convention: bool) -> list[Lead]:
    """Leads at the head of paragraphs, heading lines, or closing sentences; empty where there are none.

    `convention` says that the speech uses such leads elsewhere, so that one alone is believed.
    """
    lines = _heading_lines(paragraphs, lined)
    if lines:
        return lines
    if lined:
        return []
    fronts = _front_leads(paragraphs, convention)
    if fronts:
        return fronts
    return trailing_leads(paragraphs)


def strong_leads(paragraphs: Sequence[Paragraph], lined: bool) -> list[Lead]:
    """Leads beside a marked series, where only three or more that begin alike are believed: 这五年，我们…"""
    leads = paragraph_leads(paragraphs, lined, False) if len(paragraphs) > 2 else []
    texts = [p.text for p in paragraphs for lead in leads if lead.start == p.span.start]
    return leads if len(leads) > 2 and len(common_start(texts)) >= 2 else []


def repeated_leads(paragraph: Paragraph) -> list[Lead]:
    """Sentences inside one paragraph that begin with the same words: 这五年，…。全市… 这五年，…。金融… 这五年，…。"""
    text = paragraph.text
    pieces = sentences(text)
    opened: dict[str, list[int]] = {}
    for index, sentence in enumerate(pieces):
        clause = clauses(text, sentence)[0].of(text)
        if 3 <= len(clause) <= 12 and clause.endswith("，") and len(sentence) <= 48:
            opened.setdefault(clause, []).append(index)
    best = max(opened.values(), key=len, default=[])
    ends = [pieces[i].start for i in best[1:]] + [len(text)]
    if len(best) < 3 or any(end - pieces[i].end < FEWEST_WORDS_BELOW for i, end in zip(best, ends, strict=True)):
        return []
    reason = f"{len(best)} 句都以“{clauses(text, pieces[best[0]])[0].of(text)}”开头"
    return [
        Lead(
            paragraph.span.start + pieces[i].start,
            heading_at(paragraph, pieces[i], HeadingPlace.LEAD),
            "段内反复句首",
            (reason,),
        )
        for i in best
    ]


def named_leads(paragraph: Paragraph) -> list[Lead]:
    """Names before a colon at the head of sentences in one paragraph: 安全生产方面：…。市场开拓方面：…。

    The first opens the paragraph. Two that say 方面 are enough; of other names three.
    """
    text = paragraph.text
    pieces = sentences(text)
    spans = [_name_before_colon(text, sentence) for sentence in pieces]
    chosen = [span for span in spans if span]
    fewest = 2 if all("方面" in span.of(text) for span in chosen) else 3
    if len(chosen) < fewest or spans[0] is None:
        return []
    ends = [span.start for span in chosen[1:]] + [len(text)]
    if any(end - span.end < FEWEST_WORDS_BELOW for span, end in zip(chosen, ends, strict=True)):
        return []
    reason = f"{len(chosen)} 句都以“名称加冒号”开头"
    return [
        Lead(
            paragraph.span.start + span.start,
            heading_at(paragraph, span, HeadingPlace.LEAD),
            "段内冒号小标题",
            (reason,),
        )
        for span in chosen
    ]


def _name_before_colon(text: str, sentence: Span) -> Span | None:
    first = clauses(text, sentence)[0]
    words = first.of(text).rstrip()
    name = words.rstrip("：:")
    if name != words and len(name) <= _LONGEST_NAME and has_headline_build(name) and name[-1] not in "是为有":
        return first
    aspect = re.fullmatch(r"在?[^，]{2,10}方面，", words)
    return first if aspect else None


def stated_leads(paragraph: Paragraph) -> list[Lead]:
    """Short sentences in one paragraph that say of one thing what it is: 创新是动力之源。…创新是立身之本。…

    A sentence that states is no headline by its build. Three or more with the same words before 是 are: each is
    followed by what proves it, which the rhetoric of one sentence after the other (必须坚持甲。必须坚持乙。) is not.
    """
    text = paragraph.text
    pieces = sentences(text)
    opened: dict[str, list[int]] = {}
    for index, sentence in enumerate(pieces):
        said = _STATED.match(bare(sentence.of(text)))
        if said:
            opened.setdefault(said["what"], []).append(index)
    best = max(opened.values(), key=len, default=[])
    if len(best) < 3 or best[0] > 1:
        return []
    ends = [pieces[i].start for i in best[1:]] + [len(text)]
    if any(end - pieces[i].end < max(FEWEST_WORDS_BELOW, len(pieces[i])) for i, end in zip(best, ends, strict=True)):
        return []
    return [
        Lead(
            paragraph.span.start + pieces[i].start,
            heading_at(paragraph, pieces[i], HeadingPlace.LEAD),
            "段内反复句首",
            (f"{len(best)} 句都以同样的词开头，各说一层意思",),
        )
        for i in best
    ]


def _heading_lines(paragraphs: Sequence[Paragraph], lined: bool) -> list[Lead]:
    """Short paragraphs each of which stands over longer text."""
    found = []
    for index, paragraph in enumerate(paragraphs[:-1]):
        below = paragraphs[index + 1]
        if _is_heading_line(paragraph, below, lined):
            found.append(index)
    styled = [i for i in found if paragraphs[i].prominent or paragraphs[i].kind is BlockKind.HEADING]
    if styled:
        found = styled
    texts = [paragraphs[i].text.strip() for i in found]
    stopped = [t for t in texts if t.endswith(("。", "！"))]
    if stopped and len(stopped) == len(texts) and mean_likeness(texts) < 0.45:
        return []
    if len(found) < 2 and not styled:
        return []
    if found and found[0] > max(2, len(paragraphs) // 3):
        return []
    return [
        Lead(
            paragraphs[i].span.start,
            heading_at(paragraphs[i], Span(0, len(paragraphs[i].text)), HeadingPlace.LINE),
            "独立成行的短标题",
            (f"{len(found)} 个短行各自领起后面的段落",),
        )
        for i in found
    ]


def _is_heading_line(paragraph: Paragraph, below: Paragraph, lined: bool) -> bool:
    text = paragraph.text.strip()
    if paragraph.kind is BlockKind.TABLE_ROW or len(text) > _LONGEST_LINE or len(text) < 3:
        return False
    if len(below.text) < max(FEWEST_WORDS_BELOW, len(text)):
        return False
    if text.endswith(("。", "！", "；")):
        if lined or len(sentences(text)) > 1 or len(below.text) < 2 * len(text):
            return False
        return len(text) <= 45 and not re.match(r"各位|同志|下面|具体|现|主要做|重点|我", text)
    if text.endswith(("：", ":")):
        return len(text) <= 12 and not re.search(r"各位|同志|以下|如下|尊敬|大家", text)
    return not re.match(r"各位|同志|尊敬", text) and "。" not in text


def _front_leads(paragraphs: Sequence[Paragraph], convention: bool) -> list[Lead]:
    firsts = [sentences(p.text)[0] if p.text.strip() else Span(0, 0) for p in paragraphs]
    texts = [s.of(p.text) for s, p in zip(firsts, paragraphs, strict=True)]
    named = _named(paragraphs)
    if len(named) > 1 and 2 * len(named) > len(paragraphs):
        return named
    heads = [i for i, p in enumerate(paragraphs) if _opens_paragraph(p, firsts[i])]
    heads = _without_introduction(paragraphs, texts, heads)
    rule, evidence = FRONT_RULE, ""
    if len(heads) >= 2:
        evidence = f"{len(heads)} 个自然段都以标题式短句开头"
    alike = _begin_alike(texts, [len(p.text) - s.end for p, s in zip(paragraphs, firsts, strict=True)])
    if len(alike) >= 2 and len(alike) > len(heads):
        heads = alike
        rule = "段首排比句"
        evidence = f"{len(alike)} 个自然段都以“{bare(common_start([texts[i] for i in alike]))}”开头"
    built = _of_one_pattern(paragraphs, firsts)
    if len(built) > max(2, len(heads)):
        heads = built
        rule, evidence = "段首排比句", f"{len(built)} 个自然段的首句句式相同"
    if len(heads) == 1 and convention and heads[0] <= 1:
        evidence = "全文各部分都以标题式短句开头"
    elif len(heads) < 2 or (heads[-1] - heads[0] + 1) > 2 * len(heads):
        return []
    if len(heads) == 2 and not convention and mean_likeness([texts[i] for i in heads]) < _PAIR:
        return []
    return [
        Lead(paragraphs[i].span.start, heading_at(paragraphs[i], firsts[i], HeadingPlace.LEAD), rule, (evidence,))
        for i in heads
    ]


def _of_one_pattern(paragraphs: Sequence[Paragraph], firsts: list[Span]) -> list[int]:
    """The longest run of paragraphs whose first sentences are of one pattern: …是根本，必须…。 …是关键，必须…。"""
    best: list[int] = []
    run: list[int] = []
    for index, (paragraph, first) in enumerate(zip(paragraphs, firsts, strict=True)):
        text = first.of(paragraph.text)
        fits = 8 <= len(bare(text)) <= _LONGEST_PATTERN and len(paragraph.text) - first.end >= FEWEST_WORDS_BELOW
        if not fits or _ADDRESS.match(text):
            run = []
            continue
        before = firsts[run[-1]].of(paragraphs[run[-1]].text) if run else ""
        run = [*run, index] if run and likeness(before, text).score >= _ONE_PATTERN else [index]
        best = max(best, run, key=len)
    return best


def _named(paragraphs: Sequence[Paragraph]) -> list[Lead]:
    """Paragraphs that begin with what they are about and a colon: 培育社会组织：街道设立…"""
    found = []
    for paragraph in paragraphs:
        first = clauses(paragraph.text)[0]
        text = first.of(paragraph.text).rstrip()
        name = text.rstrip("：:")
        if name != text and len(name) <= _LONGEST_NAME and has_headline_build(name) and name[-1] not in "是为有":
            reason = "各段都以“名称加冒号”开头"
            found.append(
                Lead(paragraph.span.start, heading_at(paragraph, first, HeadingPlace.LEAD), "段首冒号小标题", (reason,))
            )
    return found


def _without_introduction(paragraphs: Sequence[Paragraph], texts: list[str], heads: list[int]) -> list[int]:
    """The heads without the first, where that is the section's introduction: much shorter, or of another build.

    新征程提出新要求。…… before 当好忠诚老实的明白人。…… 当好敢闯敢干的领路人。……
    """
    if len(heads) < 3 or heads[0] != 0:
        return heads
    first, *others = heads
    usual = median(len(paragraphs[i].text) for i in others)
    among = mean_likeness([texts[i] for i in others])
    own = max(likeness(texts[first], texts[i]).score for i in others)
    if len(paragraphs[first].text) < 0.4 * usual or (own < among - 0.2 and len(paragraphs[first].text) < 0.6 * usual):
        return others
    return heads


def _opens_paragraph(paragraph: Paragraph, first: Span) -> bool:
    rest = len(paragraph.text) - first.end
    text = first.of(paragraph.text)
    return (
        not _ADDRESS.match(text)
        and rest >= max(FEWEST_WORDS_BELOW, len(text))
        and text.rstrip().endswith(("。", "！", "”"))
        and has_headline_build(text)
    )


def _begin_alike(texts: list[str], below: list[int]) -> list[int]:
    """The longest run of neighbouring paragraphs whose first sentences begin with the same four characters or more."""
    best: list[int] = []
    run: list[int] = []
    for index, text in enumerate(texts):
        fitting = 8 <= len(bare(text)) <= _LONGEST_ALIKE and below[index] >= FEWEST_WORDS_BELOW
        if run and fitting and len(common_start([texts[run[-1]], text])) >= 4:
            run.append(index)
        else:
            run = [index] if fitting else []
        if len(run) > len(best):
            best = list(run)
    if len(best) < 3 or any(_ADDRESS.match(texts[i]) for i in best):
        return []
    return best if mean_likeness([texts[i] for i in best]) >= _ANNOUNCED else []


def inner_leads(paragraph: Paragraph, announced: int | None) -> list[Lead]:
    """Parallel short sentences inside one paragraph, each with a run of text below it.

    摸底调查先行一着。…… 方案论证细走一着。…… The first one opens the paragraph, or follows a sentence of introduction.
    """
    found = repeated_leads(paragraph) or named_leads(paragraph) or stated_leads(paragraph)
    if found:
        return found
    pieces = sentences(paragraph.text)
    short = [
        i
        for i, s in enumerate(pieces[:-1])
        if has_headline_build(s.of(paragraph.text), _SHORT_LEAD)
        and s.of(paragraph.text).rstrip().endswith(("。", "！", "”"))
    ]
    if len(short) < 2 or short[0] > 1:
        return []
    best = _best_group(paragraph, pieces, short, announced)
    if not best:
        return []
    texts = [pieces[i].of(paragraph.text) for i in best]
    score = mean_likeness(texts)
    reasons = [f"{len(best)} 个短句句式相同（相似度 {score:.2f}）"]
    shared = likeness(texts[0], texts[1]).shared
    if shared:
        reasons.append(f"都有“{shared}”")
    if announced == len(best):
        reasons.append(f"与标题预告的数目 {announced} 相符")
    base = paragraph.span.start
    return [
        Lead(
            base + pieces[i].start,
            heading_at(paragraph, pieces[i], HeadingPlace.LEAD),
            "段内排比小标题句",
            tuple(reasons),
        )
        for i in best
    ]


def _best_group(paragraph: Paragraph, pieces: tuple[Span, ...], short: list[int], announced: int | None) -> list[int]:
    """The parallel sentences that begin with the first one, each far enough from the next."""
    text = paragraph.text
    for first in short[:2]:
        group = [first]
        for index in short:
            if index <= group[-1]:
                continue
            if pieces[index].start - pieces[group[-1]].end < FEWEST_WORDS_BELOW:
                continue
            if any(likeness(pieces[g].of(text), pieces[index].of(text)).score >= _ANNOUNCED for g in group):
                group.append(index)
        if len(text) - pieces[group[-1]].end < FEWEST_WORDS_BELOW:
            group.pop()
        score = mean_likeness([pieces[i].of(text) for i in group])
        if len(group) >= 2 and announced == len(group) and score >= _ANNOUNCED:
            return group
        if len(group) >= 3 and score >= _ALIKE and _share_an_edge([pieces[i].of(text) for i in group]):
            return group
    return []


def _share_an_edge(texts: list[str]) -> bool:
    """Whether all begin, or all end, with the same two characters: without an announced number the only sure sign.

    Of leads of one length one character is enough: 做大做强主导产业 / 做优做实园区平台, 带头学 / 带头讲.
    """
    backwards = [bare(text)[::-1] for text in texts]
    if len({len(bare(text)) for text in texts}) == 1:
        return bool(common_start([bare(text) for text in texts]) or common_start(backwards))
    return len(common_start([bare(text) for text in texts])) >= 2 or len(common_start(backwards)) >= 2
