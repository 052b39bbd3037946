"""Write gold/*.json from marks/*.txt: what a careful reader finds in each seed, with the places looked up.

    python seeds/make_gold.py

A mark names words of the manuscript; everything else is written by hand, nothing is found out by the program:

    title|subtitle|byline|date_line|salutation WORDS
    opening|closing FIRST WORDS…LAST WORDS
    body|results|problems|next_steps MARKER | HEADING      a part; MARKER may be missing
    - MARKER | HEADING                                     below it, a dash a level; `< trail` when it ends its text;
                                                           an underscore in MARKER is a line end
    figure WORDS [= VALUE [UNIT [QUALIFIER]]] [~ QUALIFIER] : WHAT IT MEASURES
    figure? …                                              counts neither for nor against (thresholds, idle counts)
    not WORDS : WHY                                        a number that is no figure
    blank WORDS · noise WORDS · until WORDS                what stands behind `until` is not marked

Marks of one kind stand in the order of the text; each is looked up behind the one before it.
"""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

SEEDS = Path(__file__).parent
PARTS = ("body", "results", "problems", "next_steps")
BEFORE = "约|近|超过|超|不少于|不足|不到"
AFTER = "以上|以内|以下|左右"
FIGURE = re.compile(rf"({BEFORE})?(?:\d+×)?([\d.]+)(?:[-～至][\d.]+)?([余多])?(.*?)({AFTER})?")
NUMERALS = {c: i for i, c in enumerate("零一二三四五六七八九十")} | {"两": 2}
MYRIADS = {"万": 10_000, "亿": 100_000_000}


class Places:
    """Where words stand: each kind of mark has its own place behind which it looks on."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at: dict[str, int] = {}

    def find(self, words: str, stream: str) -> int:
        """The next place of the words in this stream. Raises ValueError when there is none."""
        # 5% is not looked for inside 95.5%.
        found = re.compile(r"(?<![\d.])" + re.escape(words)).search(self.text, self.at.get(stream, 0))
        if not found:
            raise ValueError(f"not found behind {self.at.get(stream, 0)}: {words}")
        self.at[stream] = found.end()
        return found.start()


def heading(rest: str, places: Places) -> dict[str, Any]:
    """A node from `MARKER | HEADING`."""
    words, _, trail = rest.partition("<")
    marker, _, title = (piece.strip() for piece in words.rpartition("|"))
    marker = marker.replace("_", "\n")
    pattern = re.compile(re.escape(marker) + r"[ ，、]?" + re.escape(title) if marker else re.escape(title))
    found = pattern.search(places.text, places.at.get("heading", 0))
    if not found:
        raise ValueError(f"no such heading: {rest}")
    places.at["heading"] = found.end()
    node = {"heading": title, "marker": marker.replace("\n", "") or None, "start": found.start(), "full": found[0]}
    return node | {"position": trail.strip() or "lead"}


def segment(rest: str, places: Places, role: str) -> dict[str, Any]:
    """A part without a heading, from `FIRST…LAST`."""
    first, _, last = rest.partition("…")
    start = places.find(first, "heading")
    end = places.find(last, "heading") + len(last) if last else start + len(first)
    return {"heading": None, "marker": None, "role": role, "start": start, "end": end, "subpoints": []}


def value_of(words: str) -> tuple[Decimal, str, str | None]:
    """Value, unit and qualifier of a surface such as 1.8万余只, 约75万元, 三项."""
    found = FIGURE.fullmatch(words)
    if found:
        before, digits, middle, unit, after = found.groups()
        myriad = re.match("(万)?(余|多)?(.*)", unit)
        if myriad and myriad[2] and not middle:
            middle, unit = myriad[2], (myriad[1] or "") + myriad[3]
        return Decimal(digits), unit, before or middle or after
    if words[0] in NUMERALS:
        return Decimal(NUMERALS[words[0]]), words[1:], None
    raise ValueError(f"write out the value of {words}")


def figure(rest: str, places: Places, soft: bool) -> dict[str, Any]:
    """A figure from `WORDS [= VALUE [UNIT [QUALIFIER]]] [~ QUALIFIER] : MEASURES`."""
    left, _, measures = rest.partition(" : ")
    left, _, qualifier = (piece.strip() for piece in left.partition("~"))
    words, _, given = (piece.strip() for piece in left.partition("="))
    if given:
        value, unit, approx = [*given.split(), "", ""][:3]
        number, approx = Decimal(value), approx or None
    else:
        number, unit, approx = value_of(words)
    node: dict[str, Any] = {"text": words, "value": plain(number), "unit": unit, "approx": qualifier or approx}
    node |= {"measures": measures.strip(), "start": places.find(words, "figure")}
    if unit[:1] in MYRIADS:
        node |= {"value_base": plain(number * MYRIADS[unit[0]]), "unit_base": unit[1:]}
    return node | ({"flags": ["soft"]} if soft else {})


def plain(number: Decimal) -> int | float:
    """A whole number stays one."""
    return int(number) if number == number.to_integral_value() else float(number)


def gold(name: str, text: str, marks: str) -> dict[str, Any]:
    """The gold of one manuscript."""
    places = Places(text)
    answer: dict[str, Any] = {"file": name, "title": None, "salutation": None, "sections": [], "figures": []}
    answer |= {"not_figures": [], "placeholders": [], "noise": [], "exhaustive_figures": True}
    path: list[dict[str, Any]] = []
    for line in marks.splitlines():
        kind, _, rest = line.partition(" ")
        if kind in ("title", "subtitle", "byline", "date_line", "salutation"):
            start = places.find(rest, "front")
            answer |= {kind: rest, f"{kind}_start": start}
        elif kind in ("opening", "closing") or (kind in PARTS and "|" not in rest):
            answer["sections"].append(segment(rest, places, kind))
        elif kind in PARTS:
            node = heading(rest, places)
            del node["position"]
            path = [node | {"role": kind, "subpoints": []}]
            answer["sections"].append(path[0])
        elif kind and set(kind) == {"-"}:
            node = heading(rest, places) | {"subpoints": []}
            path = [*path[: len(kind)], node]
            path[-2]["subpoints"].append(node)
        elif kind in ("figure", "figure?"):
            answer["figures"].append(figure(rest, places, kind.endswith("?")))
        elif kind == "not":
            words, _, why = rest.partition(" : ")
            answer["not_figures"].append({"text": words, "why": why, "start": places.find(words, "not")})
        elif kind == "blank":
            answer["placeholders"].append({"text": rest, "start": places.find(rest, "blank")})
        elif kind == "noise":
            places.find(rest, "noise")
            answer["noise"].append(rest)
        elif kind == "until":
            answer["annotated_until"] = text.index(rest)
        elif line:
            raise ValueError(f"unknown mark: {line}")
    return answer


def all_gold() -> dict[Path, str]:
    """The content of every gold file."""
    written = {}
    for marks in sorted((SEEDS / "marks").glob("*.txt")):
        text = (SEEDS / marks.name).read_text(encoding="utf-8")
        answer = gold(marks.name, text, marks.read_text(encoding="utf-8"))
        content = json.dumps(answer, ensure_ascii=False, indent=1) + "\n"
        written[SEEDS / "gold" / f"{marks.stem}.json"] = content
    return written


if __name__ == "__main__":
    for path, content in all_gold().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
