"""The numbers of a text against the sentence that it comes from: the same value, the same unit, the same qualifier."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from generator.checking.provenance import Piece, Sources, digit_runs, numbers_of
from generator.language.quantities import NumberKind, Quantity

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_NAMES_OF_PLACES_IN_TIME_OR_ORDER = frozenset({NumberKind.DATE, NumberKind.ORDINAL, NumberKind.PLAIN})


class Fault(IntEnum):
    """What is wrong with a number, the worst last."""

    QUALIFIER = 1  # 300余户 → 300户
    PLACE = 2  # 21座公厕、6座站 → 6座公厕、21座站
    UNIT = 3  # 900余万元 → 900余元
    VALUE = 4  # 486名 → 487名


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A number that a text shows otherwise than the speech: `shown` there, `said` here (None: nothing like it)."""

    fault: Fault
    shown: str
    said: str | None


def has_numbers(text: str) -> bool:
    """Whether a text shows digits."""
    return _DIGITS.search(text) is not None


def without_numbers(text: str) -> str:
    """A squeezed text without its digits, to find the sentence that it was before somebody changed a number."""
    return _DIGITS.sub("", text)


def mismatches(text: str, pieces: Iterable[Piece]) -> tuple[Mismatch, ...]:
    """The numbers of a squeezed text against the piece that agrees best with it: a text has one origin."""
    best: tuple[Mismatch, ...] | None = None
    for piece in pieces:
        said, digits = numbers_of(piece.text), digit_runs(piece.text)
        found = tuple(_against(text, (piece.text,), said, digits)) or tuple(_out_of_order(text, piece.text))
        if not found:
            return ()
        if best is None or sum(m.fault for m in found) < sum(m.fault for m in best):
            best = found
    return best or ()


def mismatches_anywhere(text: str, sources: Sources) -> tuple[Mismatch, ...]:
    """The same against the whole speech, for words that a person wrote: 全年 before 900余万元 changes no number.

    Chinese numerals are left aside, since 一个 and 三步 are everyday words.
    """
    return tuple(_against(text, sources.texts, sources.numbers, sources.digits, digits_alone=True))


def _against(
    text: str, sources: Sequence[str], said: Sequence[Quantity], digits: Container[str], digits_alone: bool = False
) -> Iterator[Mismatch]:
    """`said` and `digits` are the numbers of the sources, read and as runs of digits."""
    shown = [n for n in numbers_of(text) if not (digits_alone and n.chinese)]
    if not shown and not has_numbers(text):
        return
    for number in shown:
        if number.kind in _NAMES_OF_PLACES_IN_TIME_OR_ORDER:
            # 2023年6月 may come down to 2023年, 第22位 to nothing else: each run of digits is held against the text's.
            runs = _DIGITS.findall(number.text)
            known = all(run in digits for run in runs) if runs else any(number.text in source for source in sources)
            if not known:
                yield Mismatch(Fault.VALUE, number.text, _nearest(number, said))
            continue
        mismatch = _mismatch(number, said)
        if mismatch:
            yield mismatch
    # Digits that no reading claims (in a name, or glued to letters) must still be the speech's.
    covered = [number.span for number in shown]
    for match in _DIGITS.finditer(text):
        inside = any(span.start <= match.start() < span.end for span in covered)
        if not inside and match.group() not in digits:
            yield Mismatch(Fault.VALUE, match.group(), None)


def _out_of_order(text: str, source: str) -> Iterator[Mismatch]:
    """Each number of a text is one of the sentence's, in its order: 56件，…6件 never comes down to 6件，…6件."""
    waiting = iter([n for n in numbers_of(source) if n.unit])
    for number in numbers_of(text):
        if number.unit and not any(_alike(number, said) for said in waiting):
            yield Mismatch(Fault.PLACE, number.text, "、".join(n.text for n in numbers_of(source) if n.unit))
            return


def _alike(one: Quantity, other: Quantity) -> bool:
    return (one.value, one.upper, one.unit, one.qualifier) == (other.value, other.upper, other.unit, other.qualifier)


def _mismatch(number: Quantity, said: Sequence[Quantity]) -> Mismatch | None:
    same_value = [n for n in said if (n.value, n.upper, n.factor) == (number.value, number.upper, number.factor)]
    if not same_value:
        return Mismatch(Fault.VALUE, number.text, _nearest(number, said))
    same_unit = [n for n in same_value if n.unit == number.unit]
    if not same_unit:
        return Mismatch(Fault.UNIT, number.text, same_value[0].text)
    if any(n.qualifier == number.qualifier for n in same_unit):
        return None
    return Mismatch(Fault.QUALIFIER, number.text, same_unit[0].text)


def _nearest(number: Quantity, said: Sequence[Quantity]) -> str | None:
    """What the speech says in the same unit: most likely what stood there before."""
    alike = [n for n in said if n.unit == number.unit and n.kind is number.kind]
    return min(alike, key=lambda n: abs(n.value - number.value)).text if alike else None
