"""Measure speed and memory, as ratios from one run on one machine.

    python benchmarks/run.py [--rounds 7]

Targets: a warm build takes at most 2 x python-pptx alone writing the same slides from ready data; a cold process at
most 4 x `python -c "import pptx"`; time grows with the length of the speech and no faster; memory stays under 300 MB.
All times are CPU time, so that what else the machine does counts little.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import bare
import manuscripts

import generator
from generator.template import open_look

TOWNSHIP = manuscripts.SEEDS / "township.txt"
LENGTHS = (2_500, 25_000, 100_000)
WITH_FINDINGS = 1
"""The exit code of a build that wrote a deck and found something in it."""
WARM_LIMIT, COLD_LIMIT, MEMORY_LIMIT = 2.0, 4.0, 300
SPEECHDECK = (sys.executable, "-m", "generator")


def seconds(action: Callable[[], object]) -> float:
    """What one call costs, in seconds of CPU time."""
    start = time.process_time()
    action()
    return time.process_time() - start


def process(*command: str, accepted: tuple[int, ...] = (0,)) -> tuple[float, float]:
    """CPU seconds and peak memory (MB) of a process of its own. Raises RuntimeError when it fails."""
    # As after an installation: all bytecode is there, wherever this environment keeps it.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment)
    _, errors = child.stderr, child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    elapsed = usage.ru_utime + usage.ru_stime
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in accepted:
        raise RuntimeError(f"{command}: {errors.decode('utf-8', 'replace')[-400:]}")
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, KiB elsewhere
    return elapsed, usage.ru_maxrss * unit / 1e6


def alternating(rounds: int, *actions: Callable[[], float]) -> list[float]:
    """The median of each action, taken in turns, so that a busy moment of the machine hits all of them."""
    taken = [[action() for action in actions] for _ in range(rounds)]
    return [median(column) for column in zip(*taken, strict=True)]


def row(name: str, value: str, note: str = "") -> None:
    """Print one line of the table."""
    print(f"{name:<58}{value:>12}  {note}")


def main() -> None:
    """Run all measurements and print them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7, help="measurements each; the median counts")
    rounds = parser.parse_args().rounds

    result = generator.build(TOWNSHIP)
    slides = bare.ready_slides(result.deck)
    package = open_look().package
    bare.write(slides, package)  # both are warm now
    text = TOWNSHIP.read_text(encoding="utf-8")
    print(f"{TOWNSHIP.name}: {len(text)} characters, {len(slides)} slides; Python {sys.version.split()[0]}\n")

    build, alone = alternating(
        rounds, lambda: seconds(lambda: generator.build(TOWNSHIP)), lambda: seconds(lambda: bare.write(slides, package))
    )
    row("warm build", f"{build * 1000:.0f} ms")
    row("python-pptx alone, same slides from ready data", f"{alone * 1000:.0f} ms")
    row("ratio", f"{build / alone:.2f} x", f"at most {WARM_LIMIT:g} x")

    with tempfile.TemporaryDirectory() as folder:
        deck, plan, other = Path(folder, "deck.pptx"), Path(folder, "plan.md"), Path(folder, "pandoc.pptx")
        command = (*SPEECHDECK, "build", str(TOWNSHIP), "-o", str(deck), "--force", "--quiet")
        process(*command)  # the disk's cache is warm now
        cold, imports = alternating(
            rounds, lambda: process(*command)[0], lambda: process(sys.executable, "-c", "import pptx")[0]
        )
        print()
        row("cold process: speechdeck build", f"{cold * 1000:.0f} ms")
        row('cold process: python -c "import pptx"', f"{imports * 1000:.0f} ms")
        row("ratio", f"{cold / imports:.2f} x", f"at most {COLD_LIMIT:g} x")

        print()
        pandoc = shutil.which("pandoc")
        if pandoc:
            process(*SPEECHDECK, "plan", str(TOWNSHIP), "-o", str(plan), "--force", "--quiet")
            converted = median(process(pandoc, str(plan), "-o", str(other))[0] for _ in range(rounds))
            row("pandoc on the same outline (the plan, already condensed)", f"{converted * 1000:.0f} ms")
            row("cold process: speechdeck build against pandoc", f"{cold / converted:.2f} x")
        else:
            row("pandoc on the same outline", "missing", "Debian package pandoc")

        print(f"\n{'characters':>12}{'slides':>8}{'CPU s':>10}{'per 1,000':>12}{'peak memory':>14}")
        for length in LENGTHS:
            speech = Path(folder, f"{length}.txt")
            speech.write_text(manuscripts.manuscript(length), encoding="utf-8")
            output = str(speech.with_suffix(".pptx"))
            elapsed, memory = process(
                *SPEECHDECK, "build", str(speech), "-o", output, "--quiet", accepted=(0, WITH_FINDINGS)
            )
            characters = len(speech.read_text(encoding="utf-8"))
            count = len(bare.ready_slides(Path(output).read_bytes()))
            rate = f"{elapsed / characters * 1e6:.0f} ms"
            print(f"{characters:>12,}{count:>8}{elapsed:>10.2f}{rate:>12}{memory:>11.0f} MB")
        print(f"at most {MEMORY_LIMIT} MB")


if __name__ == "__main__":
    main()
