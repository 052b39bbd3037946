"""Step 1, read: a file's bytes become a `Manuscript`, with noise and blanks marked."""

from generator.reading.manuscripts import read_manuscript

__all__ = ["read_manuscript"]
