"""The words at the head of a point that carry it and are set bold, where the text offers some."""

from __future__ import annotations

from generator.condensing.kinds import is_topic, opens_pair
from generator.condensing.lexicon import ending, opening
from generator.condensing.speech import is_empty, members, opens_with_verb, stands_in, subject_length, verb_after, whole
from generator.language import words
from generator.settings import CondensingSettings

_PREDICATES = ("是", "还是", "就是", "都是", "正是", "归根到底", "归根结底", "最终", "均", "都", "已", "就", "才")
"""Behind these a first clause was but the subject: 整治环境的成效，归根到底要体现在收入上."""
_LONGEST_MEMBER = 6
"""Characters. 拧紧责任链条 is a member; 统筹抓好稳增长 is the head of a list whose verb governs them all."""
_NOUNS = ("n", "vn", "a")
"""What a quoted term is followed by when it only says which: “三项制度”改革, “三服务”清单 (to jieba an adjective)."""


def lead_length(text: str, settings: CondensingSettings) -> int:
    """How many characters at the head of a point stand out; 0 where none make sense alone.

    By rule, first that fits: a short first clause with a verb (制定学习计划，…), the first of parallel verb-object
    members (压实责任、拧紧链条), a quoted term with the noun that it belongs to (“三服务”清单|6件), the person or
    body that acts (各党支部制定…).

    >>> settings = CondensingSettings()
    >>> lead_length("制定学习计划，细化分解目标任务", settings), lead_length("明确步骤、任务、时间", settings)
    (6, 0)
    """
    for rule in (_first_clause, _first_member, _quoted_term, _actor):
        length = rule(text)
        if settings.shortest_lead <= length <= settings.longest_lead and length < len(text):
            return length
    return 0


def _first_clause(text: str) -> int:
    places = whole(text)
    end = next((i for i, char in enumerate(text) if char in "，：" and not stands_in(i, places)), 0)
    clause = text[:end]
    if len(clause) < 4 or "、" in clause or any(char.isdigit() for char in clause):
        return 0
    if opening(clause, "topic", "openers") or (clause.startswith("在") and is_topic(clause)):
        return end
    if clause.startswith("在") or is_empty(clause) or text.startswith(_PREDICATES, end + 1):
        return 0
    if opening(clause, "frame", "openers") or opens_pair(clause) or clause[0] in "谁哪":
        return 0
    return end if verb_after(clause) or opens_with_verb(clause) else 0


def _first_member(text: str) -> int:
    clause = text.partition("，")[0]
    runs = members(clause)
    if not runs:
        return 0
    pieces = [member.of(clause) for member in runs[0]]
    alike = max(map(len, pieces)) - min(map(len, pieces)) <= 1
    parallel = (
        alike
        and 4 <= len(pieces[0]) <= _LONGEST_MEMBER
        and all(opens_with_verb(piece) and "的" not in piece for piece in pieces)
    )
    return len(pieces[0]) if parallel and not (is_empty(pieces[0]) or any(c.isdigit() for c in pieces[0])) else 0


def _quoted_term(text: str) -> int:
    places = whole(text)
    if not places or places[0].start != 0 or text[0] not in "“《":
        return 0
    end = places[0].end
    if text[end : end + 1] in tuple("、和与及“《"):
        return 0  # “上海标准”、“上海品牌” would lose its other half.
    for word in words(text[end:]):
        if len(word.text) < 2 or not word.flag.startswith(_NOUNS):
            break
        end += len(word.text)  # “三公”|经费压减9.5%: the term alone would part what belongs together.
    return end


def _actor(text: str) -> int:
    length = subject_length(text)
    actor = text[:length]
    if not length or not ending(actor, "agent", "endings") or any(char.isdigit() or char in "年月" for char in actor):
        return 0
    return 0 if opening(actor, "own", "words") or "X" in actor else length
