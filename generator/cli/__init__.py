"""The command line: commands → public API → messages, progress, exit codes. The only room that prints."""

from generator.cli.commands import main

__all__ = ["main"]
