"""The answer of the check as one page that a person can read, sign and file: every figure beside its sentence."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

from generator.checking.opened import open_deck
from generator.checking.provenance import squeezed
from generator.checking.texts import shown_texts
from generator.model import Figure, Finding, Ledger, Outline, Severity

_SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "注意", Severity.INFO: "说明"}
_STYLE = (
    "body{font-family:'Microsoft YaHei','Noto Sans CJK SC',sans-serif;margin:2em auto;max-width:60em;color:#222}"
    "table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #ccc;padding:.4em .6em;text-align:left;"
    "vertical-align:top}th{background:#f3eee4}td.figure{white-space:nowrap}mark{background:#fbe7a8}"
    ".sign{margin-top:3em;display:flex;justify-content:space-between}"
)


def report_html(deck: bytes, outline: Outline, ledger: Ledger, findings: Sequence[Finding]) -> str:
    """One HTML page without anything from elsewhere: verdict, findings, figures with slides and sentences."""
    title = html.escape(outline.manuscript.excerpt(*outline.title).text or outline.manuscript.name)
    listed = "".join(f"<li>{html.escape(line)}</li>" for line in _finding_lines(findings)) or "<li>无</li>"
    rows = "".join(
        f"<tr><td>{number}</td><td>{html.escape(figure.label.text)}</td><td class='figure'>{html.escape(figure.text)}"
        f"</td><td>{html.escape(slides)}</td><td>{_marked(figure, outline)}</td></tr>"
        for number, (figure, slides) in enumerate(_figures(deck, ledger), 1)
    )
    return (
        f"<!doctype html><html lang='zh-CN'><meta charset='utf-8'><title>核对单：{title}</title><style>{_STYLE}</style>"
        f"<h1>核对单</h1><p>讲话稿：{title}（{html.escape(outline.manuscript.name)}）</p><p>{_verdict(findings)}</p>"
        f"<h2>发现</h2><ul>{listed}</ul><h2>数据（{len(ledger.figures)} 项）</h2>"
        "<table><thead><tr><th>序号</th><th>指标</th><th>原文数据</th><th>页码</th><th>原句</th></tr></thead>"
        f"<tbody>{rows}</tbody></table><p class='sign'><span>核对人：</span><span>日期：</span></p></html>\n"
    )


def report_markdown(deck: bytes, outline: Outline, ledger: Ledger, findings: Sequence[Finding]) -> str:
    """The same page in Markdown."""
    title = outline.manuscript.excerpt(*outline.title).text or outline.manuscript.name
    lines = [f"# 核对单：{title}", "", _verdict(findings), "", "## 发现", ""]
    lines += [f"- {line}" for line in _finding_lines(findings)] or ["- 无"]
    lines += ["", f"## 数据（{len(ledger.figures)} 项）", "", "| 序号 | 指标 | 原文数据 | 页码 | 原句 |"]
    lines.append("|---:|---|---|---|---|")
    for number, (figure, slides) in enumerate(_figures(deck, ledger), 1):
        sentence = _sentence(figure, outline)
        cells = (figure.label.text, figure.text, slides, sentence)
        lines.append(f"| {number} | " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join([*lines, "", "核对人：　　　　　　日期：", ""])


def _verdict(findings: Iterable[Finding]) -> str:
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    return f"结论：未通过，{errors} 处错误。" if errors else "结论：通过，数字、用语和备注与讲话稿一致。"


def _finding_lines(findings: Iterable[Finding]) -> list[str]:
    return [
        f"{_SEVERITIES[finding.severity]}{f'（第 {finding.slide} 页）' if finding.slide else ''}：{finding.message}"
        for finding in findings
    ]


def _figures(deck: bytes, ledger: Ledger) -> list[tuple[Figure, str]]:
    """Each figure with the numbers of the slides that show its surface."""
    shown: dict[int, str] = {}
    for text in shown_texts(open_deck(deck), frozenset(squeezed(figure.text) for figure in ledger.figures)):
        shown[text.slide] = shown.get(text.slide, "") + "\n" + squeezed(text.text)
    return [
        (figure, "、".join(str(slide) for slide, words in shown.items() if squeezed(figure.text) in words) or "仅备注")
        for figure in ledger.figures
    ]


def _sentence(figure: Figure, outline: Outline) -> str:
    return outline.manuscript.excerpt(figure.sentence).text.strip().replace("\n", " ")


def _marked(figure: Figure, outline: Outline) -> str:
    """The sentence with the figure marked, where noise does not part it."""
    sentence = _sentence(figure, outline)
    before, surface, after = sentence.partition(figure.text)
    mark = f"<mark>{html.escape(surface)}</mark>" if surface else ""
    return f"{html.escape(before)}{mark}{html.escape(after)}"
