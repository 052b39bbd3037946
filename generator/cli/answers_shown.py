"""Outline and figures as a person reads them in a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from generator.checking import TracedText
from generator.model import Finding, Ledger, Outline, Role, Section

_ROLE_NAMES = {
    Role.OPENING: "开头",
    Role.BODY: "",
    Role.RESULTS: "成效",
    Role.PROBLEMS: "问题",
    Role.NEXT_STEPS: "下一步",
    Role.CLOSING: "结尾",
}
_FIRST_WORDS = 24
"""Characters of a section without a heading that are shown in its stead."""


def outline_tree(outline: Outline, *, why: bool) -> None:
    """The outline as a tree, with the role of each section where it is not the body."""
    title = outline.manuscript.excerpt(*outline.title).text or "（无标题）"
    tree = Tree(Text(title, style="bold"))
    for section in outline.sections:
        _branch(tree, section, outline, why)
    Console(highlight=False).print(tree)


def _branch(tree: Tree, section: Section, outline: Outline, why: bool) -> None:
    text = outline.manuscript.text
    line = Text(f"{section.id} ", style="dim")
    role = _ROLE_NAMES[section.role]
    if role and section.level == 1:
        line.append(f"[{role}] ", style="cyan")
    if section.heading:
        line.append(section.heading.marker or "", style="dim")
        line.append(outline.manuscript.excerpt(section.heading.span).text)
    else:
        line.append(section.span.of(text).strip()[:_FIRST_WORDS].replace("\n", " ") + "……", style="dim italic")
    if why:
        line.append(f"\n    规则：{section.rule}　依据：{'；'.join(section.evidence) or '无'}", style="dim")
    branch = tree.add(line)
    for child in section.children:
        _branch(branch, child, outline, why)


def figures_table(outline: Outline, ledger: Ledger, *, why: bool) -> None:
    """The figures as a table in the order of the speech, and below it the figures left blank."""
    table = Table("序号", "指标", "原文数值", "数值", "单位", "所在", header_style="bold", row_styles=["", "dim"])
    for number, figure in enumerate(ledger.figures, 1):
        section = next((s for s in outline.walk() if s.id == figure.section_id), None)
        heading = outline.manuscript.excerpt(section.heading.span).text if section and section.heading else ""
        table.add_row(
            str(number),
            Text(figure.label.text),
            Text(figure.text),
            f"{figure.value:f}",
            figure.unit,
            Text(f"{figure.section_id or ''} {heading}".strip()),
        )
        if why:
            table.add_row("", Text(f"规则：{figure.rule}　依据：{'；'.join(figure.evidence) or '无'}"), "", "", "", "")
    for blank in ledger.blanks:
        place = Text(blank.section_id or "")
        table.add_row("", Text(blank.label.text), Text(blank.text), Text("待填", style="yellow"), blank.unit, place)
    Console(highlight=False).print(table)


def proofread_list(findings: Iterable[Finding]) -> None:
    """What in the speech does not agree with itself, in its order."""
    console = Console(highlight=False, soft_wrap=True)
    for number, finding in enumerate(findings, 1):
        console.print(Text(f"{number}. ", style="dim").append(finding.message, style="not dim"))
        console.print(Text(f"   {finding.hint}", style="dim"))


def trace_table(traced: Iterable[TracedText]) -> None:
    """Each text of a slide beside the sentence that it comes from."""
    table = Table("页码", "页面文字", "讲稿原句", header_style="bold", show_lines=True)
    for text in traced:
        table.add_row(str(text.slide), Text(text.text.replace("\v", "")), Text(text.sentence or "（标签或人工修改）"))
    Console(highlight=False).print(table)
