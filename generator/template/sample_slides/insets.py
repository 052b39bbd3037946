"""What stays free between the edge of a shape and its words: by its outline, and by its own insets."""

from __future__ import annotations

from generator.settings import FittingSettings
from generator.template.sample_slides.shapes import Shape

_EMU_PER_POINT = 12_700


def inner_insets(shape: Shape) -> tuple[int, int, int, int]:
    """Left, top, right, bottom in EMU between a shape's box and the words that it may hold."""
    own, drawn = lean_insets(shape), shape.drawn_insets
    return own[0] + drawn[0], own[1] + drawn[1], own[2] + drawn[2], own[3] + drawn[3]


def lean_insets(shape: Shape) -> tuple[int, int, int, int]:
    """A text's own insets, above and below as thin as a line of its type asks for in a low box."""
    left, top, right, bottom = shape.insets
    line = round(shape.size_pt * FittingSettings().line_height_em * _EMU_PER_POINT)
    _, above, _, below = shape.drawn_insets
    spare = max(0, shape.box.height - above - below - line)
    if shape.vertical or top + bottom <= spare:
        return shape.insets
    share = spare / (top + bottom)
    return left, round(top * share), right, round(bottom * share)
