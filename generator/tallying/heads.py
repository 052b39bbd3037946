"""The words before a number: what of them names something, and what only leads to the number."""

from __future__ import annotations

import re

from generator.language.words import Word, words
from generator.model import Span
from generator.tallying.lexicon import either, listed
from generator.tallying.phrases import (
    opens_predicate,
    opens_with_predicate,
    shortened,
    subject_before_predicate,
    tail,
)

LONGEST_SUBJECT = 16
"""Characters of a subject that is taken from an earlier clause."""
LONGEST_HEAD = 30
"""Characters of a label before its number."""

_MARKER = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十]{1,3}[）)、]|[一二三四五六七八九十]{1,2}[是要]|第[一二三四五六七八九十][，,]"
    r"|[（(]?\d{1,2}[）)．.、](?!\d)|[①-⑳]|[—-]{2,})"
)
_LEADING = re.compile(
    r"\s*(?:[、，,]|以及|并且|并|且|而且|同时|此外|另外|另有|如(?!期)|例如|比如|据统计|据不完全统计|统计显示|数据显示"
    r"|目前|截止目前|截至目前|截止到目前|迄今|到目前为止|和(?!谐)|及(?!时)|与(?!会)|还(?![款贷林湿田])|也|又|再(?!就业|生|造|制)|即|则|又有|其余|余下|共(?![享建同产青治融商])|但|虽然|而"
    r"|(?:先后|累计)?共有|我们|就(?![业地近诊学餐医])|了|着(?![力眼重])|的|将|已(?!建))"
)
_COPULA = re.compile(
    r"(?:达到了?|达(?!成)|完成了?|实现了?|为|是|有|共计?|总计|合计|(?<![签契合条预履])约|可达|超过|突破|(?:增加?|提高|提升|上升|升|扩大|发展"
    r"|下降|降低?|减少?|缩小|缩短|缩减|压减|压缩|调整|延长|跃升|攀升|回升|回落|增长|拓展|扩展|扩容|增值|恢复)[到至为]"
    r"|稳定在|保持在|控制在|维持在|[、，,：:\s]|近|仅|只|就|(?<![平人户年月日亩车生校村班队])均|都|已经?|将|分别|平均(?=为|达)"
    r"|最多|至少|连续|高达|多达|了|着|过|总共|先后|一共|全部|不到|不足|从|由|(?<![得受收做实应签报])到|至|(?<!存)在|(?<![面投转])向|给|(?<!应)对|被|(?<![使利运采启费信作应录聘租占公专通民军征商])用|按照?|(?<![予得])以|把|每"
    r"|等(?=达|为|共)|仍然?|依然|却|长期|逾|超|又|再|还|也|左右|价值(?=约)|虽|首次|(?<![需重主])要|连续[一二三四五六七八九十\d]+年|其中有|的)$"
)
_CHANGES = either("changes")
_LEADS_IN = (
    r"(?:近[\d一二三四五六七八九十两]{1,2}年来?|其中|同时|且|并|也|还|又|再|均|都|将|已|共|累计|合计|总计|共计|计|总|同比|环比|同口径|可比口径|按可比价格?计算?|预计|名义"
    r"|实际|年均|月均|日均|月人均|年人均|生均|平均|分别|连续|净|大幅|提前|比[^，。]{1,9}?|较[^，。]{1,9}?|与[^，。]{1,8}?相比|由|从|至|到|每年"
    r"|全年|年|年内|预期|当年|全省|全市|全国|全区|全县|只|仅|可|可达|达|力争|确保|最高|最低|最多|最少)*"
)
_DEPENDENT = re.compile(rf"{_LEADS_IN}(?:(?:{_CHANGES})(?:了|率|幅度|速度)?|{either('carriers')})?")
_CHANGE = re.compile(rf"{_LEADS_IN}(?:{_CHANGES})(?:了|率|幅度|速度)?")
_RELATIVE = re.compile(
    r"(?:只|仅|约|均)?(?:占(?!地(?![方区]))|超过(?=全[国省市区县]|目标|预期|[^，。]{0,6}平均)|高于|低于|快于|优于|好于|高出|低出|相当于|居(?![民住家])|位居|较|比(?![例重率赛亚武学拼对值])|同比|环比|其中|分别)"
)
_PLACE_OR_TIME = re.compile(
    r"(?:(?:我|全|本|各)(?:市|县|区|省|镇|乡|村|校|国|院|局|公司|集团|街道|社区|系统|州|盟|旗|处|站|年|体|厂|行|部|所)?|市区|每年|今年"
    r"|去年|上年|当年|年内|年底前?|目前|现有|先后|累计|共|共有|有|预计|力争|确保|已|\d{2,4}年(?:底|末|前)?|\d{1,2}月(?:份|底)?前?|年底前|要|应|须|上半年|下半年"
    r"|同时|其中|为|由|从|向|对|给|把|被|将|使|让|在|按|以|与|和|等|近|约|达|超过|突破|达到|仅|只|各|还|也|的|\s"
    rf"|{either('manner')})*"
)
_LIGHT_VERBS = re.compile(
    rf"^(?:[^，。]{{0,10}}?(?<![的、]))??(?:先后|累计|全年|共|已|再|新)?(?:{either('light_verbs')})了?(?=.{{2}})"
)
_GROWTH_TAIL = re.compile(rf"(?:同比|环比|比上年|比去年|较上年|累计|年均|平均|预计|又|再|净|分别)*(?:{_CHANGES}|新增)$")
_MANNER = re.compile(rf"(?:{either('manner')})")
_OUTLAY = re.compile(rf"(?:全年|年内|今年|计划|总|累计|共|先后|预计|拟|已)*(?:{either('outlays')})")
_LIGHT_END = re.compile(rf"(?:{either('light_verbs')})了?$")
_WHEN = re.compile(r"(?:19|20)\d{2}年(?:以?前|底|初|末)?[，,]?")
_NEARLY = re.compile(r"(?:几乎|基本|已经?|也|都|还|仍|曾)+$")
_CHANGED = re.compile(rf"(?:继续|再次|持续|不断|逐年|逐步|稳步|大幅|明显|显著|又|进一步)+(?:{_CHANGES})$")
_TOPIC_TAIL = re.compile(r"(?:(?:19|20)\d{2}年|预计|预期|拟|计划)$")
_MEASURE_TAIL = re.compile(
    r"(?:总|种植|播种|养殖|新增|建筑|占地|用地)?(?:面积|产量|数量|规模|产值|总量|存栏|数|个数|总投资额?|投资额|占地|全长|总长|长度|长|宽)$"
)
_FILLER = re.compile(
    r"(?:共|有|为|达|在|由|从|约|超过|突破|达到|向|对|给|把|被|近|仅|将|已|全部|其中|等|是|和|及|与|以|按|至|到|各|每|使|让|用|历时|耗时|仅用|\s)*"
)
_MODALS = frozenset({"要", "将", "拟", "需", "应", "可", "能"})
_VERB_JOINTS = frozenset({"并", "、", "和", "了", "到", "及"})
_PREPOSITION = re.compile(
    r"(?:为(?![了民期主])|向(?!前)|对(?![接标外口照比策话象方手于])|给(?![予水])|将(?!军)|把(?![握关])|使(?![用馆])|让(?!利)|由(?!于))(?=.{2})"
)
_FROM_OR_TO = re.compile(
    r"(?:由|从|[一-鿿]{0,3}[到至])?(?P<when>(?:(?:19|20)\d{2}年|去年|上年|今年|本年)(?:底|末)?|每[人户亩村生](?:每[年月天])?|每[年月])的?$"
)


class Heads:
    """Reads the words before the numbers of one text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def bare(self, span: Span) -> Span:
        """`span` without marker, leading conjunctions and the white space at its ends."""
        match = _MARKER.match(self._text, span.start, span.end)
        span = Span(match.end(), span.end) if match else span
        while match := _LEADING.match(self._text, span.start, span.end):
            span = Span(match.end(), span.end)
        start, end = span.start, span.end
        while start < end and self._text[start] in "　 \n\t，、；。：,;）”":
            start += 1
        while end > start and self._text[end - 1] in "　 \n\t，；。：,;、":
            end -= 1
        return Span(start, end)

    def core(self, span: Span) -> Span:
        """`span` without the words that only lead to a number: 达到, 完成, 为, 增加到."""
        span = self.bare(span)
        when = self._from_or_to(span)
        end = when[0] if when else span.end
        while match := _COPULA.search(self._text[span.start : end]):
            end = span.start + match.start()
        return tail(self._text, Span(span.start, end), LONGEST_HEAD)

    def without_manner(self, span: Span) -> Span:
        """全力打造物流中心 → 打造物流中心."""
        match = _MANNER.match(self._text, span.start, span.end)
        return Span(match.end(), span.end) if match else span

    def when(self, span: Span) -> Span | None:
        """The year that a change starts or ends in: 由|2002年| 7703元增加到|2007年| 13786元."""
        found = self._from_or_to(self.bare(span))
        return found[1] if found else None

    def _from_or_to(self, span: Span) -> tuple[int, Span] | None:
        match = _FROM_OR_TO.search(span.of(self._text))
        if not match or match.start() == match.start("when"):
            return None
        return span.start + match.start(), Span(span.start + match.start("when"), span.start + match.end("when"))

    def noun_of(self, clause: Span) -> Span | None:
        """The subject of a clause, where it has one of its own: 村集体收入|几乎为零."""
        noun = subject_before_predicate(self._text, self.without_manner(self.core(clause)))
        when = _WHEN.match(self._text, noun.start, noun.end)
        noun = Span(when.end(), noun.end) if when else noun
        nearly = _NEARLY.search(noun.of(self._text))
        noun = Span(noun.start, noun.start + nearly.start()) if nearly else noun
        if len(noun) < 3 or self.is_empty(noun) or opens_with_predicate(noun.of(self._text)):
            return None
        return shortened(self._text, noun, LONGEST_SUBJECT)

    def is_empty(self, span: Span) -> bool:
        """Whether the words name nothing but a place or a time: 我市有, 2009年共, 为."""
        piece = span.of(self._text)
        return bool(_PLACE_OR_TIME.fullmatch(piece)) or all(word.flag[0] in "dpcfut" for word in words(piece))

    def is_named(self, span: Span) -> bool:
        """Whether a noun that is more than a place stands in the words: 示范园, not 努力."""
        return any(
            word.flag[0] in "njliabrs" or (word.flag in ("vn", "eng", "x") and word.text.isalnum())
            for word in words(span.of(self._text))
            if not _PLACE_OR_TIME.fullmatch(word.text)
        )

    def is_filler(self, span: Span) -> bool:
        """Whether nothing of the words is worth a place in a label: 共, 为, 从."""
        return bool(_FILLER.fullmatch(span.of(self._text)))

    def is_dependent(self, span: Span) -> bool:
        """Whether the words say what happened to something named elsewhere: 同比增长, 覆盖, 其中市区, 占全省的."""
        piece = span.of(self._text)
        return not piece or bool(_DEPENDENT.fullmatch(piece) or _RELATIVE.match(piece))

    def is_change(self, span: Span) -> bool:
        """Whether the words are 同比增长 and the like, which may follow the thing in a sentence of their own."""
        return bool(_CHANGE.fullmatch(span.of(self._text)))

    def changed_thing(self, clause: Span) -> Span | None:
        """基本养老金|继续提高，: what a clause says has changed, which the next one puts into a number."""
        core = self.bare(clause)
        match = _CHANGED.search(core.of(self._text))
        return Span(core.start, core.start + match.start()) if match and match.start() >= 2 else None

    def is_outlay(self, span: Span) -> bool:
        """投资, 投入 alone: what the money went into stands behind it."""
        return bool(_OUTLAY.fullmatch(span.of(self._text)))

    def is_carrier(self, span: Span) -> bool:
        """总投资, 全长 alone: of what is named before, or behind a 的."""
        return span.of(self._text) in listed("carriers")

    def is_measure(self, span: Span) -> bool:
        """产量, 面积: a measure of something, not the thing."""
        return len(span) <= 4 and bool(_MEASURE_TAIL.search(span.of(self._text)))

    def without_preposition(self, span: Span) -> Span:
        """为公交公司等 → 公交公司等."""
        match = _PREPOSITION.match(self._text, span.start, span.end)
        return Span(match.end(), span.end) if match else span

    def verb(self, span: Span) -> Span | None:
        """The words up to the first predicate, when a noun follows it: 全年办理|人大代表建议, 制订并完成|清单."""
        found = words(span.of(self._text))
        end: int | None = None
        for index, word in enumerate(found[:-1]):
            if self._is_verb(found, index):
                end = word.end
            elif end is not None and word.text not in _VERB_JOINTS:
                break
        return Span(span.start, span.start + end) if end else None

    @staticmethod
    def _is_verb(found: tuple[Word, ...], index: int) -> bool:
        """发放 in 全年发放补贴; 淘汰 in 今年要淘汰钢铁, where no noun stands before it."""
        word = found[index]
        if word.flag[0] in "pcd":
            return False
        if opens_predicate(found, index):
            return True
        first = all(before.flag[0] in "dtfm" or before.text in _MODALS for before in found[:index])
        if not first or len(word.text) < 2 or word.text in listed("intransitive"):
            return False
        if word.text in listed("describing"):
            return word.flag in ("v", "vn")
        return word.flag == "v" and index + 1 < len(found) and found[index + 1].flag[0] == "n"

    def ends_with_predicate(self, span: Span) -> bool:
        """Whether the last word is a verb that takes what follows: 全市共新增."""
        found = words(span.of(self._text))
        known = bool(found) and found[-1].text in listed("predicates")
        outlay = self.is_outlay(span) or span.of(self._text).endswith(("投资", "投入"))
        return known or outlay or bool(_LIGHT_END.search(span.of(self._text)))

    def opens_with_verb(self, span: Span) -> bool:
        """Whether the first word is a verb: 扶持创业, not 就业帮扶车间 behind 建成."""
        found = words(span.of(self._text))
        if not found or found[0].flag != "v":
            return False
        describes = found[0].text in listed("describing") and len(found) > 1 and found[-1].flag[0] == "n"
        return not describes

    def has_predicate(self, span: Span) -> bool:
        """Whether a predicate stands in the words: 新增就业, not 政协委员提案."""
        found = words(span.of(self._text))
        open_ones = any(opens_predicate(found, index) for index in range(len(found)))
        return open_ones or bool(_LIGHT_END.search(span.of(self._text)))

    def has_known_predicate(self, span: Span) -> bool:
        """Whether a verb of the lexicon stands in the words."""
        return any(word.text in listed("predicates") for word in words(span.of(self._text)))

    def has_verb(self, span: Span) -> bool:
        """Whether any verb stands in the words, even one that describes a noun."""
        return self.has_predicate(span) or any(word.flag == "v" for word in words(span.of(self._text)))

    def topic(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """The thing that a later 同比增长 or 覆盖 is about: without the verb in front and the change at the end."""
        last = spans[-1]
        year = _TOPIC_TAIL.search(last.of(self._text))
        if year and year.start() >= 2:
            last = Span(last.start, last.start + year.start())
        change = _GROWTH_TAIL.search(last.of(self._text))
        if change and change.start() >= 2:
            last = Span(last.start, last.start + change.start())
        light = _LIGHT_VERBS.match(last.of(self._text))
        if light and len(last) - light.end() >= 2:
            last = Span(last.start + light.end(), last.end)
        return (last,) if len(spans) > 1 and len(last) >= 2 else (*spans[:-1], last)

    def thing_measured(self, topic: tuple[Span, ...]) -> tuple[Span, ...]:
        """地产蔬菜种植面积 → 地产蔬菜, when another measure of it (产量) follows."""
        if not topic:
            return topic
        match = _MEASURE_TAIL.search(topic[-1].of(self._text))
        if match and match.start() >= 2:
            return (*topic[:-1], Span(topic[-1].start, topic[-1].start + match.start()))
        return topic
