"""Manuscripts of any length, made from the seeds: the same structure over and over, each time in other words."""

from __future__ import annotations

import random
import re
from pathlib import Path

SEEDS = Path(__file__).parent.parent / "seeds"
SEED_OF_CHANCE = 20240930
"""Fixed, so that every run measures the same manuscripts."""

_PLACES = [a + b for a in "青柳白松云石玉龙凤平" for b in ("河", "桥", "岭", "湾", "坪", "塘", "溪", "洲")]
_TASKS = [
    a + b for a in ("供水", "防汛", "灌溉", "节水", "清淤", "管护", "监测", "调度") for b in ("工作", "工程", "项目")
]


def manuscript(length: int) -> str:
    """A report of at least `length` characters and less than one part more: title, opening, parts 一、…, ending."""
    chance = random.Random(SEED_OF_CHANCE)
    source = (SEEDS / "report.txt").read_text(encoding="utf-8").strip().split("\n")
    starts = [at for at, line in enumerate(source) if re.match("[一二三四]、", line)]
    ending = source[-3:]
    parts = [source[a:b] for a, b in zip(starts, [*starts[1:], len(source) - 3], strict=True)]
    lines, size, number = source[: starts[0]], 0, 0
    while size < length:
        for part in parts:
            number += 1
            heading = f"{_chinese(number)}、" + part[0].partition("、")[2]
            varied = [_varied(line, chance) for line in (heading, *part[1:])]
            lines += varied
            size += sum(len(line) + 1 for line in varied)
            if size >= length:
                break
    return "\n".join([*lines, *ending]) + "\n"


def _varied(line: str, chance: random.Random) -> str:
    """Other places, other tasks, other numbers; markers, years and percentages below 100 stay what they are."""
    line = re.sub("临溪|柳湾|青石", lambda _: chance.choice(_PLACES), line)
    line = re.sub("工作|工程", lambda _: chance.choice(_TASKS), line)
    return re.sub(r"(?<![\d.])\d{2,}(?![\d年.%])", lambda match: str(int(match[0]) + chance.randrange(90)), line)


def _chinese(number: int) -> str:
    """1 to 199 as parts are numbered."""
    digits = "零一二三四五六七八九"
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    head = "一百" if hundreds else ""
    if hundreds and rest and not tens:
        head += "零"
    if tens:
        head += ("" if tens == 1 and not hundreds else digits[tens]) + "十"
    return head + (digits[ones] if ones else "")
