"""What may serve a role: a layout or a sample slide of the template, how surely, and by which evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.model import Layout, LayoutRole


class TemplateKind(StrEnum):
    """Where the design lives: in layouts, on the slides that the template came with, in both; or in neither."""

    LAYOUTS = "layouts"
    SAMPLE_SLIDES = "sample_slides"
    BOTH = "both"
    UNUSABLE = "unusable"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A layout (or a sample slide, see `Layout.sample_slide`) for a role.

    `confidence` is between 0 and 1, 1 only for what the user said. `evidence` says in Chinese what speaks for it.
    `instead` marks a layout of another role that stands in for one that the template lacks.
    `key` tells layouts and slides apart whatever their names.
    """

    role: LayoutRole
    layout: Layout
    confidence: float
    evidence: tuple[str, ...] = ()
    instead: bool = False

    @property
    def key(self) -> tuple[int, int | None, int | None]:
        """Master and position of the layout, and the sample slide's number."""
        return self.layout.master, self.layout.position, self.layout.sample_slide


def surest(candidates: Iterable[Candidate]) -> Candidate | None:
    """The candidate of the highest confidence, the first of equal ones; None where there is none."""
    best: Candidate | None = None
    for candidate in candidates:
        if best is None or candidate.confidence > best.confidence:
            best = candidate
    return best


def combined(weights: Iterable[float]) -> float:
    """Several pieces of evidence as one: 1 − Π(1 − w). Each adds what the others left open.

    >>> combined([0.5, 0.5])
    0.75
    """
    open_share = 1.0
    for weight in weights:
        open_share *= 1.0 - weight
    return 1.0 - open_share


def in_role(layout: Layout, role: LayoutRole) -> Layout:
    """The same layout in another role."""
    return replace(layout, role=role)
