"""Which slides are made, and the plan as a file. Step 5."""

from generator.storyboarding.sequence import make_storyboard

__all__ = ["make_storyboard"]
