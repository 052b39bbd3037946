"""Open a built-in look: its package without slides, and its layouts with the slots that text goes into."""

from generator.template.looks import look_names, open_look

__all__ = ["look_names", "open_look"]
