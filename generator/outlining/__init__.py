"""Step 2, outline: from the manuscript to the tree of its parts."""

from generator.outlining.outlines import find_outline

__all__ = ["find_outline"]
