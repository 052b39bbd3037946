"""The last slide: what the speaker says last, brought down to the courtesy that closes a speech."""

from __future__ import annotations

import re

from generator.language import clauses
from generator.model import Excerpt, Label, Section, Span
from generator.storyboarding.material import Material, label

# 不妥之处，敬请各位领导批评指正。 → 敬请各位领导批评指正. The clause is taken from its asking verb on.
# Counter-example: 请各单位抓好落实 asks for work, not for patience.
_REQUEST = re.compile(
    "(?:敬请|恳请|诚请|请)(?:[^，。；！？]{0,12}?)(?:批评指正|指正|批评|审议|评议|提出宝贵意见|多提宝贵意见)"
)
# 谢谢大家！ 感谢各位领导的聆听。 Counter-example: 感谢组织的培养，我将继续努力。 goes on.
_THANKS = re.compile("(?:谢谢|感谢)(?:大家|各位|领导|同志|聆听|倾听)?[^，。；！？]{0,10}$|^谢谢$")
# 祝大家身体健康、阖家幸福！ Counter-example: 祝贺 in 向获奖单位表示祝贺 looks back.
_WISH = re.compile("^(?:预祝|恭祝|敬祝|谨祝|祝愿|祝)(?!贺)[^，。；！？]{4,20}$")
_LONGEST_WHOLE = 24
"""Characters. A closing sentence up to this length stands on the slide as it is; a longer one is no title."""
_MARKS = "，。；！？、：,.;!?: \t　\n"


def closing_words(material: Material, section: Section | None) -> Excerpt:
    """The speaker's own closing words, by deletion; 谢谢 where there are none that a slide could show.

    A request (敬请批评指正) goes before thanks and wishes: it says what the meeting is to do next.
    """
    own = spoken_courtesy(material, section) if section else None
    return own or label(Label.CLOSING_SLIDE)


def spoken_courtesy(material: Material, section: Section) -> Excerpt | None:
    """The request, the thanks or the wish among the closing words, or a closing short enough to stand whole."""
    text = material.manuscript.words
    end = material.outline.signature.start if material.outline.signature else section.span.end
    pieces = [_bare(text, clause) for clause in clauses(text, Span(section.span.start, max(section.span.start, end)))]
    pieces = [piece for piece in pieces if len(piece)]
    # A request may be followed by thanks; thanks and wishes close a speech only where nothing follows them.
    for pattern, places in ((_REQUEST, pieces[::-1]), (_THANKS, pieces[-1:]), (_WISH, pieces[-1:])):
        for piece in places:
            match = pattern.search(piece.of(text))
            if match:
                return material.one_line(Span(piece.start + match.start(), piece.end))
    if len(pieces) == 1 and len(pieces[0]) <= _LONGEST_WHOLE:
        return material.one_line(pieces[0])
    return None


def _bare(text: str, clause: Span) -> Span:
    """A clause without the marks and blanks at both ends."""
    words = clause.of(text)
    start = clause.start + len(words) - len(words.lstrip(_MARKS))
    return Span(start, max(start, clause.start + len(words.rstrip(_MARKS))))
