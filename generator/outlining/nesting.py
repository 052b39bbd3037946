"""From markers to a tree: which series lies in which item.

Not the rank alone decides but where a series was first seen: the open items are walked from the deepest to the whole
speech, and a marker goes on in the first series that waits for its number. Only a series that begins anew is placed
by rank: 一、 never opens under （一）.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.outlining.announcing import Announcement, Purpose
from generator.outlining.markers import Token

_BELOW_UNRANKED = 3
"""Rank from which a series may open below an item without rank: 1. below 一是, but never （一）."""


@dataclass
class Item:
    """A marked or announced place and the paragraphs that are its own: from `first` up to, not including, `end`.

    `stop` is the offset at which another announcement takes over inside its last paragraph. An item with both a
    token and an announcement is a marked one whose heading the announcement takes up.
    """

    first: int
    end: int
    token: Token | None = None
    announcement: Announcement | None = None
    stop: int | None = None
    series: list[Series] = field(default_factory=list)

    @property
    def rank(self) -> int | None:
        """The rank of its marker; an announcement outside the parts ranks above all of them."""
        return self.token.family.rank if self.token else -20


@dataclass
class Series:
    """Items that count on from each other."""

    key: str
    items: list[Item] = field(default_factory=list)

    @property
    def number(self) -> int:
        """The number of the last item."""
        token = self.items[-1].token
        return token.number or 0 if token else 0

    def tight(self) -> bool:
        """Whether there are two items or more and every one of them is a single paragraph."""
        return len(self.items) > 1 and all(item.end - item.first == 1 for item in self.items)


def nest(
    tokens: list[Token],
    announcements: Mapping[int, tuple[Announcement, ...]],
    colons: frozenset[int],
    first: int,
    end: int,
) -> Item:
    """The whole speech as an item whose series hold everything that is marked or announced.

    `announcements` are by paragraph; a paragraph that is marked too counts as marked. `colons` are the paragraphs
    that end with a colon and so announce what follows.
    """
    root = Item(first, end)
    chain = [root]
    marked = {token.paragraph: place for place, token in enumerate(tokens)}
    for index in range(first, end):
        if index in marked:
            _place(chain, tokens, marked[index], index - 1 in colons)
        else:
            for number, announcement in enumerate(announcements.get(index, ())):
                if number and len(chain) > 1:
                    # What the same paragraph told before ends where this begins.
                    chain[1].stop, chain[1].end = announcement.start, index + 1
                _announce(chain, announcement, index)
        for item in chain:
            item.end = index + 1
    root.end = end
    _release_tails(root)
    return root


def _place(chain: list[Item], tokens: list[Token], place: int, after_colon: bool) -> None:
    token = tokens[place]
    _reopen(chain, token)
    depth, series = _series_of(chain, token)
    if series is None and (token.family.rank is None or token.family.rank >= _BELOW_UNRANKED):
        # 第一，… below —— items belongs to the last of them only if that one announces it, or more —— items follow.
        while depth > 0 and not (after_colon and chain[depth].first == token.paragraph - 1):
            if _goes_on(chain, depth, tokens, place):
                break
            depth -= 1
    del chain[depth + 1 :]
    if series is None:
        series = Series(token.key)
        chain[depth].series.append(series)
    item = Item(token.paragraph, token.paragraph + 1, token)
    series.items.append(item)
    chain.append(item)


def _reopen(chain: list[Item], token: Token) -> None:
    """Open the announced parts again where 第二，… goes on after a turn to problems that ended 第一，…

    The turn stands beside the parts; it is no part that the later ones lie in. Only the parts that the agenda of the
    whole speech announces are looked at: a list that was ended elsewhere stays so.
    """
    lists = [s.items[0] for s in chain[0].series if not s.key and _is_list(s.items[0])]
    if len(lists) != 1 or lists[0] in chain or any(s.key for s in chain[0].series) or (token.number or 0) < 2:
        return
    if any(series.key == token.key for item in chain[1:] for series in item.series):
        return
    if any(series.key == token.key and series.number + 1 == token.number for series in lists[0].series):
        chain[1:] = [lists[0]]


def _is_list(item: Item) -> bool:
    return item.announcement is not None and item.announcement.purpose is Purpose.LIST


def _goes_on(chain: list[Item], depth: int, tokens: list[Token], place: int) -> bool:
    """Whether the series of the open item at `depth` has a rank, or an item more after the new series began."""
    token = chain[depth].token
    if token is None or token.family.rank is not None:
        return True
    above = max((item.token.family.rank or 0 for item in chain[:depth] if item.token), default=0)
    for at in range(place + 1, len(tokens)):
        later = tokens[at]
        if later.key == token.key:
            return later.number is None or later.number > 1
        if later.family.rank is not None and later.family.rank <= above:
            return False
    return False


def _series_of(chain: list[Item], token: Token) -> tuple[int, Series | None]:
    """At which depth of the open items the token stands, and the series that it goes on in (None: a new one)."""
    same = [
        (depth, series)
        for depth in range(len(chain) - 1, -1, -1)
        for series in reversed(chain[depth].series)
        if series.key == token.key
    ]
    if token.number is None:
        if same:
            return same[0]
        return _depth_by_rank(chain, token), None
    for depth, series in same:
        if token.number == series.number + 1 or token.number == 99:
            return depth, series
    if token.number > 1:
        # The source skips or repeats a number (一、二、四、 or 三、三、): still the same series.
        for depth, series in same:
            if series.number <= token.number <= series.number + 4:
                return depth, series
        if same:
            return same[0]
    elif same and token.family.rank is None and len(same[0][1].items) > 1:
        # 一是 again after 一是…三是: a new series beside the old one, not below its last item.
        return same[0][0], None
    return _depth_by_rank(chain, token), None


def _depth_by_rank(chain: list[Item], token: Token) -> int:
    """The deepest open item under which a new series of this rank may begin."""
    rank = token.family.rank
    if rank is None:
        # A series without rank begins where the text stands: —— items that follow 一是 items are not below them.
        return len(chain) - 1
    depth = len(chain) - 1
    while depth > 0:
        above = chain[depth].rank
        if above is not None and above < rank:
            break
        if above is None and rank >= _BELOW_UNRANKED:
            break
        depth -= 1
    return depth


def _announce(chain: list[Item], announcement: Announcement, index: int) -> None:
    if announcement.purpose is Purpose.ASIDE:
        # 各位代表，过去的一年… closes the sub-points before it; the part stays open.
        del chain[2:]
        return
    if announcement.purpose is Purpose.LIST and not announcement.apart:
        while len(chain) > 1 and _ends_here(chain):
            chain.pop()
        if len(chain) > 1:
            return
    if announcement.inner and len(chain) > 1:
        del chain[2:]
        chain[1].announcement = announcement
        return
    del chain[1:]
    item = Item(index, index + 1, announcement=announcement)
    chain[0].series.append(Series("", [item]))
    chain.append(item)


def _ends_here(chain: list[Item]) -> bool:
    """Whether the innermost open item may end before a paragraph that announces a new list."""
    if chain[-1].token is None:
        return True
    series = chain[-2].series[-1]
    return series.tight() and chain[-1].rank is None


def _release_tails(item: Item) -> None:
    """Where every item of a series is one paragraph but the last, what follows the last one's is not its own."""
    for series in item.series:
        *before, last = series.items
        single = len(before) > 0 and all(other.end - other.first == 1 for other in before)
        if single and not last.series and last.end - last.first > 1:
            last.end = last.first + 1
        for child in series.items:
            _release_tails(child)
