"""Beside the eight steps: what in a manuscript does not agree with itself, found before the meeting."""

from generator.proofreading.places import Places
from generator.proofreading.proofread import proofread

__all__ = ["Places", "proofread"]
