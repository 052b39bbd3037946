"""Many threads build at once and get what one would; nothing is printed and nothing global changes."""

import logging
import os
import subprocess
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor

import generator

NAMES = ("township.txt", "report.txt", "enterprise.txt", "short.txt")


def test_threads_build_what_one_builds(seeds):
    alone = {name: generator.build(seeds / name).deck for name in NAMES}
    with ThreadPoolExecutor(max_workers=8) as pool:
        together = list(pool.map(lambda name: (name, generator.build(seeds / name).deck), NAMES * 4))
    assert all(deck == alone[name] for name, deck in together)


def test_threads_may_be_the_first_to_build(seeds, tmp_path):
    """In a process of its own, where no dictionary, look or table is loaded yet."""
    script = (
        "import sys, pathlib, hashlib, generator\n"
        "from concurrent.futures import ThreadPoolExecutor\n"
        "paths = [pathlib.Path(name) for name in sys.argv[1:]] * 3\n"
        "with ThreadPoolExecutor(max_workers=8) as pool:\n"
        "    decks = list(pool.map(lambda path: generator.build(path).deck, paths))\n"
        "print(*(hashlib.sha256(deck).hexdigest() for deck in decks))\n"
    )
    command = [sys.executable, "-c", script, *(str(seeds / name) for name in NAMES)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=240, check=True)
    prints = done.stdout.split()
    assert len(prints) == 3 * len(NAMES)
    assert len(set(prints)) == len(NAMES)
    assert prints[: len(NAMES)] == prints[len(NAMES) : 2 * len(NAMES)]


def test_nothing_is_printed_and_nothing_global_changes(seeds, capfd):
    def state():
        return dict(os.environ), os.getcwd(), logging.root.level, list(logging.root.handlers), list(warnings.filters)  # noqa: PTH109

    before = state()
    for name in NAMES:
        generator.build(seeds / name)
    assert state() == before
    assert capfd.readouterr() == ("", "")


def test_the_tokenizer_of_others_stays_theirs(township, tmp_path):
    """Whoever uses jieba beside this package finds its own dictionary untouched: not loaded, no words added."""
    script = (
        "import sys, pathlib, warnings\n"
        "warnings.simplefilter('ignore')\n"
        "import jieba, generator\n"
        "generator.build(pathlib.Path(sys.argv[1]))\n"
        "assert not jieba.dt.initialized and not jieba.dt.FREQ and not jieba.user_word_tag_tab\n"
    )
    subprocess.run([sys.executable, "-c", script, str(township)], cwd=tmp_path, timeout=120, check=True)
