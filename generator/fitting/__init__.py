"""Step 6: the storyboard into a template's boxes. Every geometric decision is made here."""

from generator.fitting.fit import fit

__all__ = ["fit"]
