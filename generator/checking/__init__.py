"""Step 8: the saved deck held against its manuscript. Knows the file alone, nothing of storyboards or pages."""

from generator.checking.audit import check

__all__ = ["check"]
