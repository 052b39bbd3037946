"""A template's diagnosis as a person reads it in a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from generator.model import LayoutRole
from generator.template import Candidate, Diagnosis, Spot, TemplateKind, purpose_name, role_name, spots_of

_KINDS = {
    TemplateKind.LAYOUTS: "版式型：样子在版式里",
    TemplateKind.SAMPLE_SLIDES: "示例页型：样子画在示例页上",
    TemplateKind.BOTH: "版式和示例页都有用",
    TemplateKind.UNUSABLE: "不能用",
}
_EMU_PER_CM = 360_000
_PICTURE = "图片（不填）"
_UNBROKEN = "\u00a0"
"""A blank at which no line ends: 第 1 张 stays whole, Chinese may break between any two characters anyway."""


def diagnosis_shown(diagnosis: Diagnosis) -> None:
    """Kind, size, fonts; a table of the roles and what serves them, and one of what each page holds where."""
    screen = Console(highlight=False)
    facts = diagnosis.facts
    screen.print(Text(f"{diagnosis.name}　{_KINDS[diagnosis.kind]}", style="bold"))
    screen.print(
        f"页面 {facts.width / _EMU_PER_CM:.1f} × {facts.height / _EMU_PER_CM:.1f} 厘米，"
        f"母版 {len(facts.masters)} 个，版式 {len(facts.layouts)} 个，示例页 {len(facts.slides)} 张"
    )
    screen.print(Text("主题字体：" + ("、".join(_fonts(diagnosis)) or "无")))
    if diagnosis.usable:
        screen.print(_choices(diagnosis))
        screen.print(_spots(diagnosis))


def _fonts(diagnosis: Diagnosis) -> list[str]:
    missing = diagnosis.fonts_missing
    if missing is None:
        return list(diagnosis.fonts)
    return [f"{name}（本机{'没有' if name in missing else '有'}）" for name in diagnosis.fonts]


def _choices(diagnosis: Diagnosis) -> Table:
    table = Table(title="各种页用什么", title_justify="left", header_style="bold")
    for heading in ("页", "用哪个版式", "把握", "依据"):
        table.add_column(heading, overflow="fold", justify="right" if heading == "把握" else "left")
    for role in LayoutRole:
        candidate = diagnosis.roles.get(role)
        if candidate is None:
            table.add_row(role_name(role), Text("—", style="dim"), "", Text("没有，内容改为要点", style="dim"))
            continue
        style = "dim" if candidate.instead else ""
        table.add_row(
            role_name(role),
            Text(_where(candidate, diagnosis), style=style),
            f"{candidate.confidence:.0%}",
            Text("；".join(candidate.evidence).replace(" ", _UNBROKEN), style=style),
        )
    return table


def _where(candidate: Candidate, diagnosis: Diagnosis) -> str:
    layout = candidate.layout
    where = f"第 {layout.sample_slide} 张示例页" if layout.sample_slide else layout.name
    return f"{where}（母版 {layout.master}）" if len(diagnosis.facts.masters) > 1 else where


def _spots(diagnosis: Diagnosis) -> Table:
    table = Table(title="页上有什么（厘米）", title_justify="left", header_style="bold")
    for heading in ("页", "位置", "左", "上", "宽", "高", "字号", "容量"):
        is_number = heading in ("左", "上", "宽", "高", "字号")
        table.add_column(heading, justify="right" if is_number else "left", no_wrap=True)
    for role, candidate in diagnosis.roles.items():
        for number, spot in enumerate(spots_of(candidate, diagnosis.facts)):
            table.add_row(role_name(role) if number == 0 else "", *_spot(spot))
        table.add_section()
    return table


def _spot(spot: Spot) -> tuple[str, ...]:
    name = _PICTURE if spot.purpose is None else purpose_name(spot.purpose)
    box = (spot.box.left, spot.box.top, spot.box.width, spot.box.height)
    return (
        f"{name} × {spot.count}" if spot.count > 1 else name,
        *(f"{value / _EMU_PER_CM:.1f}" for value in box),
        f"{spot.size_pt:g} 磅" if spot.size_pt else "",
        f"{spot.capacity[0]} 字 × {spot.capacity[1]} 行" if spot.capacity else "",
    )
