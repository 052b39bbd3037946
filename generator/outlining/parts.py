"""The whole speech: opening, parts, what stands between them, closing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.model import Heading, HeadingPlace, Role, Span
from generator.outlining.announcing import Announcement, Purpose, find_announcements, next_steps, problems
from generator.outlining.division import Divider
from generator.outlining.draft import Draft, Paragraph
from generator.outlining.front import read_signature
from generator.outlining.markers import Token, block_tokens
from generator.outlining.nesting import Item, nest
from generator.outlining.roles import RESULTS, goes_on_planning, looks_back, role_of_heading, role_of_sub_point

_AGENDA = re.compile(r"(?:汇报|发言|交流|介绍|谈|讲|说|报告|述职|分享|提)[^。]*$")
_ENDING = re.compile(
    r"(?:发言|汇报|报告|演讲|讲话|述职)(?:就到这里|到此结束|完毕|完了)|谢谢|批评指正|敬请|不妥之处|不当之处|以上(?:是|就是|汇报|发言|报告)|让我们|预祝|祝愿|最后，?祝|衷心祝|恭祝|再创辉煌|共同努力|而努力奋斗|而不懈奋斗|作出新的更大(?:的)?贡献|请予审议|请评议|恳请|新篇章|美好明天|美好未来"
)
_ADDRESS = re.compile(r"(?:各位|同志们|同学们|老师们|朋友们|代表们|女士们)")
_APPENDIX = re.compile(
    r"附件\s*[\d一二三四五六七八九十]*[：:]?(?=$|\s|[^。]{0,30}$)|附[：:录表注]|名词解释|名词注释|有关名词|部分名词|注释[：:]?$|相关(?:报道|文档|链接|阅读)[：:]?$|（来源[：:]|\(来源|》》"
)
_LONGEST_OPENING = 200
"""Characters of a first paragraph that opens a speech without structure."""
_LONGEST_CLOSING = 500
"""Characters of a paragraph of closing words."""
_LONGEST_THANKS = 40
"""Characters of a first paragraph that may be closing words all the same."""
_CLOSING_AT_MOST = 6
"""Paragraphs of closing words."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Paragraph indexes: the body from `first`, closing words from `closing`."""

    first: int
    closing: int
    end: int


def closing_from(paragraphs: Sequence[Paragraph], tokens: list[Token], first: int, lined: bool) -> int:
    """The index at which the closing words begin (the number of paragraphs where there are none)."""
    last_token = max((t.paragraph for t in tokens), default=first - 1)
    end = len(paragraphs)
    appendix = next(
        (
            i
            for i in range(first, end)
            if _APPENDIX.match(paragraphs[i].text) and len(paragraphs[i].text) < 40 and i > end // 3
        ),
        end,
    )
    marked = max((t.paragraph for t in tokens if t.paragraph < appendix), default=first - 1)
    last_token = marked if appendix < end else last_token
    body_end = appendix
    signature = (
        read_signature(paragraphs[:appendix], paragraphs[max(first, last_token + 1)].span.start)
        if last_token + 1 < appendix
        else None
    )
    while signature and body_end > first and paragraphs[body_end - 1].span.start >= signature.start:
        body_end -= 1
    start = body_end
    if lined:
        addresses = [
            i for i in range(max(last_token + 1, body_end - 25), body_end) if _ADDRESS.match(paragraphs[i].text)
        ]
        return addresses[-1] if addresses else min(start, body_end)
    for index in range(body_end - 1, max(last_token, first - 1, body_end - _CLOSING_AT_MOST - 1), -1):
        paragraph = paragraphs[index]
        if problems(paragraph) or next_steps(paragraph) or len(paragraph.text) > _LONGEST_CLOSING:
            break
        if index == first and len(paragraph.text) > _LONGEST_THANKS:
            break
        if _ENDING.search(paragraph.text[-160:]) or (
            _ADDRESS.match(paragraph.text) and (index == body_end - 1 or len(paragraph.text) < 20)
        ):
            start = index
        elif index < body_end - 3:
            break
    return start


def find_parts(paragraphs: tuple[Paragraph, ...], first: int, lined: bool, deepest: int) -> list[Draft]:
    """The top-level sections from paragraph `first` on; together they cover all the text."""
    tokens = block_tokens(paragraphs, first)
    closing = closing_from(paragraphs, tokens, first, lined)
    tokens = [t for t in tokens if t.paragraph < closing]
    announcements = find_announcements(paragraphs, tokens, first, closing, lined)
    colons = frozenset(i for i in range(first, closing) if paragraphs[i].text.rstrip().endswith(("：", ":")))
    root = nest(tokens, announcements, colons, first, closing)
    divider = Divider(paragraphs, lined, deepest)
    items = _parts_of(root)
    drafts = [_part(divider, item) for item in items]
    end = paragraphs[-1].span.end
    closing_start = paragraphs[closing].span.start if closing < len(paragraphs) else end
    if not any(item.token for item in items):
        drafts = [*_unmarked(divider, first, drafts[0].start if drafts else closing_start), *drafts]
    drafts = _with_roles(divider, drafts)
    return _filled(divider, drafts, paragraphs[first].span.start, closing_start, end)


def _parts_of(root: Item) -> list[Item]:
    """The items of the top level; a list that is only the agenda's gives its items."""
    announced = [s.items[0] for s in root.series if not s.key]
    lists = [i for i in announced if i.announcement and i.announcement.purpose is Purpose.LIST]
    ranked = any(s.key for s in root.series)
    items: list[Item] = []
    for series in root.series:
        for item in series.items:
            opens = item in lists and item is lists[0] and not ranked
            text = item.announcement.evidence[0] if item.announcement else ""
            agenda = opens and (len(lists) == 1 or bool(_AGENDA.search(text)))
            if agenda and item.series:
                items.extend(child for inner in item.series for child in inner.items)
            else:
                items.append(item)
    return sorted(items, key=lambda item: item.first)


def _part(divider: Divider, item: Item) -> Draft:
    said = item.announcement
    if said is None:
        return divider.item(item, 1)
    pieces = divider.pieces(item, said.body)
    end = divider.end(item)
    if item.token:
        return _taken_up(divider, item, said, pieces)
    paragraph = divider.paragraphs[item.first]
    heading = Heading(said.heading, place=HeadingPlace.LEAD)
    text = said.heading.of(" " * paragraph.span.start + paragraph.text)
    if said.purpose is Purpose.PROBLEMS:
        children = divider.problems(pieces, item.series, 2)
        return Draft(said.start, end, heading, children, Role.PROBLEMS, "说问题的转折句", said.evidence)
    children = divider.inside(pieces, item.series, 2, text)
    if said.purpose is Purpose.NEXT_STEPS and not children and not any(p.text.strip() for p in pieces):
        # 下一步，我们将继续努力。 alone heads nothing: it is what it says.
        return Draft(said.start, end, None, (), Role.NEXT_STEPS, "说打算的句子", said.evidence)
    if said.purpose is Purpose.NEXT_STEPS or said.ahead:
        return Draft(said.start, end, heading, children, Role.NEXT_STEPS, "说打算的句子", said.evidence)
    return Draft(said.start, end, heading, children, None, "引出列举的句子", said.evidence)


def _taken_up(divider: Divider, item: Item, said: Announcement, pieces: list[Paragraph]) -> Draft:
    """A marked part whose text announces what its heading promises: 三、正视差距 … 也存在不少问题。如：…；…"""
    draft = divider.item(item, 1)
    if said.purpose is not Purpose.PROBLEMS:
        return draft
    children = divider.problems(pieces, item.series, 2)
    return replace(draft, children=children, role=Role.PROBLEMS, evidence=(*draft.evidence, *said.evidence))


def _unmarked(divider: Divider, first: int, stop: int) -> list[Draft]:
    """The parts of a stretch without markers: by its leads, by the list in a paragraph, else paragraph by paragraph."""
    pieces = [p for p in divider.paragraphs[first:] if p.span.start < stop]
    if not pieces:
        return []
    if pieces[-1].span.end > stop:
        pieces[-1] = pieces[-1].before(stop)
    whole = stop >= divider.paragraphs[-1].span.end
    return list(divider.inside(pieces, (), 1, "")) or _plain(pieces, stop, whole)


def _with_roles(divider: Divider, drafts: list[Draft]) -> list[Draft]:
    found = []
    reviewed = planning = False
    for index, draft in enumerate(drafts):
        role = draft.role
        if draft.heading:
            heading = _text(divider, draft.heading.span)
            role = role or role_of_heading(heading, index > 0, reviewed)
            if role is None and planning and goes_on_planning(heading):
                role = Role.NEXT_STEPS
            reviewed = reviewed or looks_back(heading)
        reviewed = reviewed or role is Role.PROBLEMS
        planning = role is Role.NEXT_STEPS and reviewed
        children = draft.children
        if role in (None, Role.PROBLEMS):
            children = tuple(_with_own_role(divider, child, role) for child in draft.children)
        found.append(replace(draft, children=children, role=role or Role.BODY))
    return found


def _with_own_role(divider: Divider, child: Draft, above: Role | None) -> Draft:
    """A sub-point with the role that its heading gives it; below 存在的问题 only 下步打算 is another."""
    role = role_of_sub_point(_text(divider, child.heading.span)) if child.heading else None
    return child if role in (None, above) else replace(child, role=role)


def _text(divider: Divider, span: Span) -> str:
    for paragraph in divider.paragraphs:
        if paragraph.span.start <= span.start < paragraph.span.end:
            return paragraph.text[span.start - paragraph.span.start : span.end - paragraph.span.start]
    return ""


def _filled(divider: Divider, drafts: list[Draft], start: int, closing: int, end: int) -> list[Draft]:
    """The parts with an opening before, a closing behind, and what stands between as sections without heading."""
    filled: list[Draft] = []
    at = start
    for index, draft in enumerate(drafts):
        if draft.start > at:
            role = Role.OPENING if index == 0 else None
            filled.extend(_loose(divider, at, draft.start, role))
        filled.append(draft)
        at = max(at, draft.end)
    if at < closing:
        filled.extend(_loose(divider, at, closing, Role.BODY if closing < end or not drafts else Role.CLOSING))
    if closing < end:
        filled.append(Draft(closing, end, role=Role.CLOSING, rule="结束语", evidence=("全文最后的致意、号召或落款",)))
    return filled


def _loose(divider: Divider, start: int, end: int, role: Role | None) -> list[Draft]:
    pieces = [p for p in divider.paragraphs if p.span.start < end and start < p.span.end]
    text = "".join(p.text for p in pieces)
    if not text.strip():
        return []
    if role is None:
        role = Role.RESULTS if RESULTS.search(text) else Role.BODY
    rule = {Role.OPENING: "开场白", Role.RESULTS: "概括成效的段落", Role.CLOSING: "结束语"}.get(role, "无标题的段落")
    return [Draft(start, end, role=role, rule=rule, evidence=("不属于任何一个部分",))]


def _plain(pieces: Sequence[Paragraph], end: int, whole: bool) -> list[Draft]:
    """A stretch without structure, paragraph by paragraph; a short first one opens, unless it is all there is."""
    drafts = []
    for index, piece in enumerate(pieces):
        stop = pieces[index + 1].span.start if index + 1 < len(pieces) else end
        opening = index == 0 and not (whole and len(pieces) == 1) and len(piece.text) < _LONGEST_OPENING
        role = Role.OPENING if opening else Role.BODY
        drafts.append(Draft(piece.span.start, stop, role=role, rule="逐段", evidence=("没有可依据的层次标志",)))
    return drafts
