"""A template of thirty megabytes works within three hundred: in layouts, and drawn on slides that are kept."""

import io
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from pptx.oxml.shapes.picture import CT_Picture
from pptx.util import Inches
from sample_decks import Deck
from template_files import HEIGHT, ORDINARY, WIDTH, presentation, saved

MEGABYTES = 300
SIZE = 30_000_000
SECONDS = 2.0
"""Of the processor's time: how long the machine has other things to do is not the doctor's fault."""
STATUS = Path("/proc/self/status")
"""Its VmHWM is the program's own peak. `ru_maxrss` is handed down by whoever started it: a test run of a gigabyte."""
MEASURED = (
    "import pathlib, re, sys, time\n"
    "from generator.cli.commands import run\n"
    "code = run(sys.argv[1:])\n"
    f"peak = re.search(r'VmHWM:\\s+(\\d+)', pathlib.Path({str(STATUS)!r}).read_text())[1]\n"
    "print('peak', int(peak) // 1024, 'code', code, time.process_time())\n"
)


def noise(seed, width=1000, height=560):
    """A picture that no packer makes smaller: 1.7 megabytes."""
    stream = io.BytesIO()
    pixels = random.Random(seed).randbytes(width * height * 3)
    Image.frombytes("RGB", (width, height), pixels).save(stream, "PNG", compress_level=0)
    stream.seek(0)
    return stream


def in_layouts():
    made = presentation(ORDINARY, [(3, {0: "成效", 1: "这里是示例正文，足够长。" * 4}, []) for _ in range(12)])
    for seed, slide in enumerate(made.slides):
        slide.shapes.add_picture(noise(seed), 0, 0)
    for seed, layout in enumerate(made.slide_layouts, 100):
        _, relation = layout.part.get_or_add_image_part(noise(seed))
        layout._element.cSld.spTree.insert(2, CT_Picture.new_pic(95, "底图", "底图", relation, 0, 0, WIDTH, HEIGHT))
    return saved(made)


def on_slides():
    deck = Deck()

    def page(seed):
        deck.page("FFFFFF")
        deck.slide.shapes.add_picture(noise(seed), 0, 0, Inches(13.333), Inches(7.5))

    page(0)
    deck.text("年度工作汇报", 1, 2.6, 11.3, 1.2, 48, align="c", bold=True)
    for number in range(1, 9):
        page(2 * number)
        deck.text("添加章节标题", 1, 3.0, 11.3, 1.1, 40, align="c", bold=True)
        page(2 * number + 1)
        deck.text("单击添加标题", 0.6, 0.3, 9, 0.7, 28, bold=True)
        deck.text("这里是示例正文，足够长，长到不会被当成封面。\n" * (4 + number % 3), 0.9, 1.7, 11.5, 5.0, 18)
    page(99)
    deck.text("谢谢观看", 1, 2.8, 11.3, 1.4, 60, align="c", bold=True)
    return deck.bytes()


def measured(command, folder):
    """Peak in megabytes and seconds of one run, its start included."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, *command], capture_output=True, text=True, timeout=120, cwd=folder
    )
    peak, code, seconds = re.search(r"peak (\d+) code (\d+) ([\d.]+)", done.stdout).groups()
    assert code == "0", done.stderr
    return int(peak), float(seconds)


@pytest.mark.skipif(not STATUS.exists(), reason="only Linux tells a program's own peak")
@pytest.mark.parametrize("made", [in_layouts, on_slides], ids=["in_layouts", "on_slides"])
def test_thirty_megabytes_are_worked_through_within_three_hundred(made, township, tmp_path):
    template = tmp_path / "单位.pptx"
    template.write_bytes(made())
    assert template.stat().st_size > SIZE
    target = tmp_path / "deck.pptx"
    peak, _ = measured(["build", str(township), "--template", str(template), "-o", str(target), "--quiet"], tmp_path)
    assert peak <= MEGABYTES
    assert target.exists()
    peak, seconds = measured(["template", "inspect", str(template)], tmp_path)
    assert peak <= MEGABYTES
    assert seconds <= SECONDS
