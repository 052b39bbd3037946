"""Step 4, condense: sections to points, by deletion; the lexicon of fillers."""

from generator.condensing.condense import condense

__all__ = ["condense"]
