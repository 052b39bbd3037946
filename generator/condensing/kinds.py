"""What a clause does in its sentence, told from how it opens and ends."""

from __future__ import annotations

import re

from generator.condensing.clauses import ClauseKind
from generator.condensing.fillers import filler_cuts
from generator.condensing.lexicon import ending, opening_word, word_list
from generator.condensing.speech import is_verb, opens_with_verb, verb_after, whole
from generator.language import words

_TIME = re.compile(
    r"(?:过去|近|这|最近)?[\d一二三四五六七八九十两几]+(?:年|个月|月|天)(?:多)?(?:来|以来|间|内|中)?"
    r"|(?:\d{2,4}|[一二〇○零]{2,4})年?(?:(?:至|到|—|-|－)(?:\d{2,4}|[一二〇○零]{2,4}))?年"
    r"(?:(?:末|底|初|上半年|下半年|以来|来|间)|\d{1,2}月(?:份|底|\d{1,2}日)?)?"
    r"|新的一年|过去一年|这一年|明年|前些年|[上下]半年|[一二三四]季度|“[^”]{3}”(?:时期|期间|以来)"
    r"|\d{1,2}月(?:份|底|初|末|中旬|上旬|下旬|\d{1,2}日)?(?:上午|下午|晚上?)?|.{0,24}以来"
)
_REMARK = re.compile(r".{0,8}的是")
"""更难得的是，…; 值得一提的是，…"""
_WILL = re.compile(r"让我们|将|要|应|须|必须|继续|还将|还要|始终|一直|也|已|都|全面|切实|进一步|坚持(?=以)")
_GIVING = ("提供", "奠定", "作出", "做出", "贡献", "注入", "打下", "创造", "服务", "赢得")
"""Verbs of giving: 为群众提供便利 says what was done, 为方便群众 only to what end."""
_AS = re.compile(r"^以.{2,}为[^，]{2,}$")
_MEASURE = re.compile(
    r"(?:总投资|投资|累计|共计?|涉及|折合|总额|总量|增长|下降|提高|降低|减少|增加|增至|升至|降至|超过?|高于|低于|达到?|完成率|合格率|满意[率度]"
    r"|面积|为|占|居|排|约|近|年均|平均|户均|人均|[年月]人?均)了?(?:[^\d，]{0,3})[\d一二三四五六七八九十百]"
)
"""覆盖700人, 总投资3亿元: a measure at once followed by its number belongs to what stands before it."""
_RATE = re.compile(r"(?:户均|人均|村均|亩均|[年月]人均|人均[年月])(?:[年月]?增收|增加收入|收入|产值)(?=\D{0,4}\d)")
_SHORT_TOPIC = 12
"""Characters. 对 and a noun in so few leave no room for a verb with its object."""
_LONGEST_TOPIC = 18
"""Characters. A longer circumstance leaves no room for what happened in it."""
_SHORT_CLAUSE = 4
"""Characters. 抓小, 限时销号: so short a clause is a beat of a rhythm, whether the dictionary knows its verb or not."""
_SHORT_TAIL = 4
"""Characters behind the last 的: 通过大家的共同努力 has no verb, whatever the dictionary says of 努力."""
_PLACE_ENDS = ("上", "中", "下", "里", "内", "后", "前", "时", "间", "际")


def kind_of(text: str, body: str, subject: int, has_figures: bool, inner: bool) -> ClauseKind:
    """What a clause does, as far as its own words tell.

    `text` is the clause, `body` the same without its opener, `subject` the length of its subject in `body`; `inner`
    whether another clause stands before it between the same ；.
    """
    if text in word_list("link", "words") or _TIME.fullmatch(text) or _REMARK.fullmatch(text):
        return ClauseKind.LINK
    if any(pattern in text for pattern in word_list("courtesy", "patterns")):
        return ClauseKind.COURTESY
    if not has_figures and any(pattern in text for pattern in word_list("announcement", "patterns")):
        return ClauseKind.COURTESY
    if opens_pair(body) or _is_frame(body, has_figures) or _is_frame(_acting(body, subject), has_figures):
        return ClauseKind.FRAME
    if body.startswith("其中"):
        return ClauseKind.FOLLOWER
    follows = opening_word(body, "follower", "openers")
    if follows in ("较", "比") and not has_figures:
        follows = ""  # 较好完成了任务 compares nothing.
    if inner and (follows or _MEASURE.match(body) or shares_out(body)):
        return ClauseKind.FOLLOWER
    if inner and len(body) > _SHORT_CLAUSE and not (has_figures or opens_with_verb(body) or _may_have_verb(body)):
        return ClauseKind.FOLLOWER
    return ClauseKind.MAIN


def _may_have_verb(body: str) -> bool:
    """Whether some word can be a verb, a verbal noun with its object behind it included (排查隐患418处)."""
    return any(is_verb(word) or (word.flag == "vn" and word.end + 1 < len(body)) for word in words(body))


def opens_pair(body: str) -> bool:
    """Whether a clause opens the first half of a pair: 不仅…, 既…, 只要….

    >>> [opens_pair(text) for text in ("不仅要快", "既立规矩", "既定目标", "是否到位")]
    [True, True, False, False]
    """
    if any(word in body for word in ("不仅", "不但", "虽然", "尽管")):
        return True
    if body.startswith("既"):
        return not body.startswith(("既定", "既有", "既然如此", "既往", "既得"))
    return bool(opening_word(body, "pair", "openers")) and not body.startswith("是否")


def _acting(body: str, subject: int) -> str:
    """What stands behind the subject and the adverbs of time and will: 我局(将)围绕…, 我们(要)以…."""
    acting = body[subject:]
    while match := _WILL.match(acting):
        acting = acting[match.end() :]
    return acting


def _is_frame(text: str, has_figures: bool) -> bool:
    """Whether a clause that opens so is a circumstance.

    By rule: 围绕…, 按照… and the like, unless a second verb with an object shows a clause of its own; 在…中, 以…为…,
    对…, 从…入手; 以… and 通过… without a verb of their own (以自我革命的魄力; but 以优异成绩迎接大会 is none).
    """
    if _AS.match(text) or (ending(text, "frame", "endings") and not opens_with_verb(text)):
        return True
    if text.endswith("中") and not verb_after(text):
        return True
    if word := opening_word(text, "frame", "openers"):
        return len(text) > len(word) and not _acts_behind(text, len(word))
    first = text[:1]
    if first == "在" or text.startswith(("当", "自")):
        return text.endswith(_PLACE_ENDS) or bool(ending(text, "frame", "endings"))
    if text.startswith("通过") or first == "以":
        tail = text.rfind("的") + 1
        effort = 0 < len(text) - tail <= _SHORT_TAIL and tail > 0
        return bool(ending(text, "manner", "endings")) or effort or not (has_figures or verb_after(text, max(tail, 1)))
    if first in ("对", "为", "就", "与", "同", "从", "由", "于", "向"):
        if len(words(text)[0].text) > 1:
            return False
        if first == "对" and len(text) <= _SHORT_TOPIC and words(text)[-1].flag.startswith("n") and not has_figures:
            return True
        if first == "为" and any(verb in text for verb in _GIVING):
            return False
        if first == "为" and (opens_with_verb(text[1:]) or filler_cuts(text)):
            return True
        # 对能够立即整改的98条问题 names what is dealt with, figures or not; the clause behind it says what is done.
        return (first == "对" or not has_figures) and not verb_after(text, max(text.rfind("的") + 1, 1))
    return False


def is_time(text: str) -> bool:
    """Whether words name nothing but a time: 四年, 2023年, 上半年."""
    return bool(_TIME.fullmatch(text))


def is_rate(body: str) -> bool:
    """Whether a clause measures something a head and says itself what: 户均增收约2.6万元; not 户均约2.6万元.

    >>> is_rate("户均增收约2.6万元"), is_rate("户均约2.6万元"), is_rate("平均年龄44.2岁")
    (True, False, False)
    """
    return bool(_RATE.match(body))


def shares_out(body: str) -> bool:
    """Whether 分别 shares out among what only the clause before names: 月人均分别提高90元和30元."""
    at = body.find("分别")
    return 0 <= at <= 4 and "、" not in body[:at] and "和" not in body[:at]


def _acts_behind(text: str, at: int) -> bool:
    """Whether a verb with an object of its own stands behind the circumstance: 围绕主业开展技术攻关.

    It must be one of the verbs of making and doing, not open the object (围绕推进改革) and not stand before 的.
    """
    places = whole(text)
    tail = max(text.rfind("的") + 2, at + 2)
    for verb in word_list("result", "verbs"):
        found = text.find(verb, tail)
        if found >= tail and len(text) - found > len(verb) + 1 and not any(p.start < found < p.end for p in places):
            return text[found - 1] not in "、和与及"
    return False


def is_topic(text: str) -> bool:
    """Whether a circumstance says of whom or of what field is spoken: 对困难家庭, 在农旅融合方面."""
    if opening_word(text, "topic", "openers") and len(text) <= _LONGEST_TOPIC:
        return True
    place = bool(ending(text, "topic", "endings")) and not ending(text, "topic", "never")
    return text.startswith("在") and place and len(text) <= _LONGEST_TOPIC
