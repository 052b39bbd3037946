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


@dataclass
class Item:
    """A marked or announced place and the paragraphs that are its own: from `first` up to, not including, `end`."""

    first: int
    end: int
    token: Token | None = None
    announcement: Announcement | None = None
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


def nest(tokens: list[Token], announcements: Mapping[int, Announcement], first: int, end: int) -> Item:
    """The whole speech as an item whose series hold everything that is marked or announced.

    `announcements` are by paragraph; a paragraph that is marked too counts as marked.
    """
    root = Item(first, end)
    chain = [root]
    marked = {token.paragraph: token for token in tokens}
    for index in range(first, end):
        token = marked.get(index)
        announcement = announcements.get(index)
        if token:
            _place(chain, token)
        elif announcement:
            _announce(chain, announcement, index)
        for item in chain:
            item.end = index + 1
    root.end = end
    _release_tails(root)
    return root


def _place(chain: list[Item], token: Token) -> None:
    depth, series = _series_of(chain, token)
    del chain[depth + 1 :]
    if series is None:
        series = Series(token.key)
        chain[depth].series.append(series)
    item = Item(token.paragraph, token.paragraph + 1, token)
    series.items.append(item)
    chain.append(item)


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
        if above is None and rank >= 3:
            break
        depth -= 1
    return depth


def _announce(chain: list[Item], announcement: Announcement, index: int) -> None:
    if announcement.purpose is Purpose.ASIDE:
        # 各位代表，过去的一年… closes the sub-points before it; the part stays open.
        del chain[2:]
        return
    if announcement.purpose is Purpose.LIST:
        while len(chain) > 1 and _ends_here(chain):
            chain.pop()
        if len(chain) > 1:
            return
    del chain[1:]
    item = Item(index, index + 1, announcement=announcement)
    chain[0].series.append(Series("", [item]))
    chain.append(item)


def _ends_here(chain: list[Item]) -> bool:
    """Whether the innermost open item may end before a paragraph that announces a new list."""
    if chain[-1].announcement:
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
