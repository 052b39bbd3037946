"""The same speech gives the same bytes: in one process, in two, under any hash seed, time zone and folder."""

import os
import shutil
import subprocess
import sys

import generator


def deck_of_a_process(manuscript, folder, **environment):
    output = folder / f"{environment['PYTHONHASHSEED']}.pptx"
    script = (
        "import sys, pathlib, generator\n"
        "pathlib.Path(sys.argv[2]).write_bytes(generator.build(pathlib.Path(sys.argv[1])).deck)\n"
    )
    subprocess.run(
        [sys.executable, "-c", script, str(manuscript), str(output)],
        env={**os.environ, **environment},
        check=True,
        capture_output=True,
        timeout=120,
    )
    return output.read_bytes()


def test_two_builds_in_one_process(seed):
    assert generator.build(seed).deck == generator.build(seed).deck


def test_two_processes_with_different_hash_seeds_and_clocks(township, tmp_path):
    first = deck_of_a_process(township, tmp_path, PYTHONHASHSEED="1", TZ="UTC")
    second = deck_of_a_process(township, tmp_path, PYTHONHASHSEED="4242", TZ="Asia/Shanghai", LC_ALL="C")
    assert first == second


def test_the_folder_does_not_matter(township, tmp_path):
    elsewhere = tmp_path / "别处" / township.name
    elsewhere.parent.mkdir()
    shutil.copy(township, elsewhere)
    assert generator.build(elsewhere).deck == generator.build(township).deck


def test_what_was_built_before_does_not_matter(seeds, township):
    first = generator.build(township).deck
    generator.build(seeds / "report.txt")
    generator.build("关于犇羴鱻的说明\n今天讲犇羴鱻。\n")
    assert generator.build(township).deck == first


def test_another_speech_gives_another_deck(seeds, township):
    assert generator.build(seeds / "short.txt").deck != generator.build(township).deck
