"""`check` and `trace`: a finished deck held against its speech, and its words led back to their sentences."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator import checking
from generator.answers import ANSWER_VERSION, check_answer
from generator.cli import requests
from generator.cli.chinese import ARGUMENTS, OPTIONS
from generator.cli.messages import answer_json, say, say_findings
from generator.cli.options import (
    AsJson,
    Date,
    Fill,
    FillFrom,
    Force,
    Quiet,
    SettingsFile,
    Speaker,
    Speech,
    Strict,
    Unit,
)
from generator.model import Occasion
from generator.pipeline import audit, understand


def check(
    deck: Annotated[Path, typer.Argument(metavar="演示文稿", help="要核对的 .pptx。", rich_help_panel=ARGUMENTS)],
    speech: Speech,
    speaker: Speaker = None,
    unit: Unit = None,
    date: Date = None,
    fill: Fill = None,
    fill_from: FillFrom = None,
    settings: SettingsFile = None,
    report: Annotated[
        Path | None,
        typer.Option(
            "--report",
            metavar="文件",
            help="另写一页核对单（.html 或 .md）：每个数据的页码和原句，可签字存档。",
            rich_help_panel=OPTIONS,
        ),
    ] = None,
    force: Force = False,
    strict: Strict = False,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """把演示文稿逐页对照讲稿：数字、用语、备注、目录、版面，一处不漏。"""
    request = requests.request(fill, fill_from, settings, Occasion(speaker, unit, date))
    content = requests.deck_bytes(deck)
    source, name = requests.source(speech)
    understood = understand(source, request, name)
    findings = audit(content, understood, request)
    if report is not None:
        is_markdown = report.suffix.lower() in {".md", ".markdown"}
        page = checking.report_markdown if is_markdown else checking.report_html
        text = page(content, understood.outline, understood.ledger, findings)
        requests.write(report, text.encode("utf-8"), force)
    if as_json:
        answer_json(check_answer(findings))
    else:
        say_findings(findings)
        if not quiet:
            say(requests.verdict(findings))
    requests.finish(findings, strict)


def trace(
    deck: Annotated[Path, typer.Argument(metavar="演示文稿", help="本程序生成的 .pptx。", rich_help_panel=ARGUMENTS)],
    slide: Annotated[
        int | None, typer.Option("--slide", metavar="页码", help="只看这一页；不写则看全部。", rich_help_panel=OPTIONS)
    ] = None,
    as_json: AsJson = False,
) -> None:
    """逐条列出页面上的文字出自讲稿的哪一句。"""
    traced = checking.trace(requests.deck_bytes(deck), slide)
    if as_json:
        texts = [
            {
                "slide": text.slide,
                "text": text.text,
                "sentence": text.sentence,
                "spans": [[span.start, span.end] for span in text.spans],
            }
            for text in traced
        ]
        answer_json({"version": ANSWER_VERSION, "texts": texts})
    else:
        from generator.cli.answers_shown import trace_table  # rich, and only for a person

        trace_table(traced)
