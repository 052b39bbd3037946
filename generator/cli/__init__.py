"""The command line: commands → public API → messages, progress, exit codes. The only room that prints."""

from __future__ import annotations

import gc
import sys
from typing import NoReturn

_COLLECT_AFTER = 200_000
"""New objects between two collections. A run lasts a second; Python's 700 would spend a tenth of it on looking."""


def main() -> NoReturn:
    """Run the command line in this process and leave with its exit code."""
    gc.set_threshold(_COLLECT_AFTER)
    # jieba 0.42.1 opens its files through pkg_resources where it finds it, which costs 100 ms to import, and by
    # itself where it does not. This process is ours alone, so nobody else misses it.
    sys.modules.setdefault("pkg_resources", None)  # type: ignore[arg-type]  # None is how a module is kept away
    from generator.cli.commands import run

    sys.exit(run(sys.argv[1:]))


__all__ = ["main"]
