"""`figures` and `proofread`: what numbers a speech has, and what in it does not agree with itself."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.answers import figures_answer, proofread_answer
from generator.cli import requests
from generator.cli.chinese import OPTIONS
from generator.cli.messages import answer_json, say, say_findings, write_out
from generator.cli.options import AsJson, Fill, FillFrom, Force, Quiet, SettingsFile, Speech, Strict, Why
from generator.errors import OutputError
from generator.pipeline import Understanding, proofread_findings

_CSV, _WORKBOOK = ".csv", ".xlsx"

LedgerFile = Annotated[
    Path | None,
    typer.Option(
        "--ledger", metavar="文件", help="另写一份数据台账（.xlsx 或 .csv）：每个数据一行。", rich_help_panel=OPTIONS
    ),
]


def figures(
    speech: Speech,
    why: Why = False,
    fill: Fill = None,
    fill_from: FillFrom = None,
    settings: SettingsFile = None,
    as_csv: Annotated[
        bool,
        typer.Option(
            "--csv", metavar="", help="以 CSV 回答（带 BOM 的 UTF-8，Excel 可直接打开）。", rich_help_panel=OPTIONS
        ),
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="文件", help="CSV 写到哪里；不写则输出到屏幕。", rich_help_panel=OPTIONS
        ),
    ] = None,
    workbook: Annotated[
        Path | None,
        typer.Option("--xlsx", metavar="文件", help="另写一份 Excel 工作簿（.xlsx）。", rich_help_panel=OPTIONS),
    ] = None,
    force: Force = False,
    strict: Strict = False,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """列出讲稿里的全部数据：指标、原文数值、变化、所在部分和句子，也可写成表格。"""
    if as_csv and as_json:
        raise typer.BadParameter("--csv 和 --json 只能选一个。", param_hint="--csv")
    checked_ledger_path(workbook, (_WORKBOOK,))
    understood, _ = requests.understanding(speech, fill, fill_from, settings)
    as_csv = as_csv or output is not None
    if workbook is not None:
        requests.write(workbook, ledger_file(understood, workbook), force)
    if as_csv:
        content = ledger_file(understood, Path(_CSV))
        if output is None:
            write_out(content)
        else:
            requests.write(output, content, force)
    elif as_json:
        answer_json(figures_answer(understood.outline.manuscript, understood.ledger, why=why))
    elif workbook is None:
        from generator.cli.answers_shown import figures_table  # rich, and only for a person

        figures_table(understood.outline, understood.ledger, why=why)
    if not quiet and not as_json:
        say_findings(understood.findings)
        for path in (output, workbook):
            if path is not None:
                say(f"{len(understood.ledger.figures)} 个数据已写到 {path}。")
    requests.finish(understood.findings, strict)


def proofread(
    speech: Speech,
    fill: Fill = None,
    fill_from: FillFrom = None,
    settings: SettingsFile = None,
    strict: Strict = False,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """通读讲稿，找出前后对不上的地方：项数、序号、占比、总数、变化、标点、留空。"""
    understood, request = requests.understanding(speech, fill, fill_from, settings)
    findings = proofread_findings(understood, request)
    if as_json:
        answer_json(proofread_answer(understood.outline, findings))
    else:
        from generator.cli.answers_shown import proofread_list  # rich, and only for a person

        proofread_list(findings)
        if not quiet:
            say(f"共 {len(findings)} 处，请逐处核对。" if findings else "通读完毕，没有发现前后对不上的地方。")
    requests.finish(findings, strict)


def checked_ledger_path(path: Path | None, forms: tuple[str, ...] = (_CSV, _WORKBOOK)) -> None:
    """Refuse a ledger's name before any work is done.

    Raises:
        OutputError: `ledger_form`, none of `forms`.
    """
    if path is not None and path.suffix.lower() not in forms:
        raise OutputError.of("ledger_form", where=str(path), path=path)


def ledger_file(understood: Understanding | None, path: Path) -> bytes:
    """The ledger in the form that the name asks for.

    Raises:
        OutputError: `ledger_without_speech`, a plan whose notes are empty.
    """
    from generator.exporting import ledger_csv, ledger_workbook  # XlsxWriter, and only here

    if understood is None:
        raise OutputError.of("ledger_without_speech", where=str(path), path=path)
    form = ledger_csv if _CSV in (path.suffix.lower(), path.name) else ledger_workbook
    return form(understood.outline, understood.ledger)
