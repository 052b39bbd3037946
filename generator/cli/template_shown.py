"""A template's diagnosis as a person reads it in a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from generator.model import LayoutRole, Slot, SlotPurpose
from generator.template import Diagnosis, TemplateKind, role_name, slot_capacity

_KINDS = {
    TemplateKind.LAYOUTS: "版式型：样子在版式里",
    TemplateKind.SAMPLE_SLIDES: "示例页型：样子画在示例页上",
    TemplateKind.BOTH: "版式和示例页都有用",
    TemplateKind.UNUSABLE: "不能用",
}
_EMU_PER_CM = 360_000
_SHOWN = {
    SlotPurpose.TITLE: "标题",
    SlotPurpose.SUBTITLE: "副标题",
    SlotPurpose.SPEAKER: "落款",
    SlotPurpose.BODY: "正文",
    SlotPurpose.HEAD: "小标题",
    SlotPurpose.NUMERAL: "序号",
    SlotPurpose.TABLE: "表格",
    SlotPurpose.CHART: "图表",
    SlotPurpose.BREADCRUMB: "所在部分",
}


def diagnosis_shown(diagnosis: Diagnosis) -> None:
    """Kind, size, fonts, and a table of the roles."""
    screen = Console(highlight=False)
    facts = diagnosis.facts
    screen.print(Text(f"{diagnosis.name}　{_KINDS[diagnosis.kind]}", style="bold"))
    screen.print(
        f"页面 {facts.width / _EMU_PER_CM:.1f} × {facts.height / _EMU_PER_CM:.1f} 厘米，"
        f"母版 {len(facts.masters)} 个，版式 {len(facts.layouts)} 个，示例页 {len(facts.slides)} 张"
    )
    screen.print(Text("主题字体：" + ("、".join(diagnosis.fonts) or "无")))
    table = Table(header_style="bold", show_lines=True)
    for heading in ("页", "用哪个版式", "把握", "依据", "位置（厘米）与容量"):
        table.add_column(heading, overflow="fold")
    for role in LayoutRole:
        candidate = diagnosis.roles.get(role)
        if candidate is None:
            table.add_row(role_name(role), Text("—", style="dim"), "", Text("没有，内容改为要点", style="dim"), "")
            continue
        layout = candidate.layout
        where = f"第 {layout.sample_slide} 张示例页" if layout.sample_slide else layout.name
        if len(facts.masters) > 1:
            where += f"（母版 {layout.master}）"
        table.add_row(
            role_name(role),
            Text(where),
            f"{candidate.confidence:.0%}",
            Text("；".join(candidate.evidence)),
            Text("\n".join(_slot(slot) for slot in layout.slots if slot.purpose in _SHOWN)),
        )
    screen.print(table)


def _slot(slot: Slot) -> str:
    box = slot.box
    place = "，".join(f"{value / _EMU_PER_CM:.1f}" for value in (box.left, box.top))
    size = f"{box.width / _EMU_PER_CM:.1f}×{box.height / _EMU_PER_CM:.1f}"
    characters, lines = slot_capacity(slot)
    number = f" {slot.unit + 1}" if slot.unit else ""
    return f"{_SHOWN[slot.purpose]}{number}：({place}) {size}，{slot.size_pt:g} 磅，{characters} 字 × {lines} 行"
