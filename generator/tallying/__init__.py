"""Step 3: which quantities of a speech are data, what each measures, and which of them can be compared."""

from generator.tallying.ledger import find_figures

__all__ = ["find_figures"]
