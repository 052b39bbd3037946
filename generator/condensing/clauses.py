"""What a clause of a sentence is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model import Figure, Span


class ClauseKind(StrEnum):
    """What a clause does in its sentence."""

    MAIN = "main"  # says what was done, is, or came of it
    FRAME = "frame"  # a circumstance or the first half of a pair: needs the clause behind it
    FOLLOWER = "follower"  # says more of what stands before it: needs the clause before it
    LINK = "link"  # joins or dates: goes
    COURTESY = "courtesy"  # words to the audience or an announcement: goes


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause without its end mark. Offsets into the manuscript, but for `text` and the spans in `fillers`."""

    span: Span
    text: str
    mark: Span | None
    kind: ClauseKind
    opener: int
    """Characters at its head that only tie it to what stands before (并, 同时, 我们)."""
    subject: int
    """Characters behind the opener that are its subject."""
    fillers: tuple[Span, ...]
    figures: tuple[Figure, ...]
    topic: bool
    """A circumstance that says of whom or of what field is spoken."""
    pair: bool
    """The first half of a pair (不仅…): the second half may not go."""
    redacted: bool
    blank: bool = False
    """A blank stands behind its head: not who acted (XX镇落实…) but what or how much (总收入突破XXX万元) is missing."""
    empty: bool = False
    """Nothing but assurances (精心部署、扎实推进): no deed, no result."""
