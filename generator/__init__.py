"""Speechdeck."""
