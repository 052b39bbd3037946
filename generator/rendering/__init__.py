"""Step 7: pages → the bytes of the .pptx. Everything here draws; nothing decides."""

from generator.rendering.presentation import render

__all__ = ["render"]
