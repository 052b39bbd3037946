"""The verbs. Each reads its options, calls the pipeline, says what came of it."""

from __future__ import annotations

import os
import sys
import tomllib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from generator.cli.chinese import ARGUMENTS, COMMANDS, OPTIONS, ChineseCommand, ChineseGroup, UsageError, usage_message
from generator.cli.messages import Progress, answer_json, say, say_error, say_findings, say_usage, write_out
from generator.cli.template_commands import TemplateMap, TemplateOption, template_app, template_file
from generator.errors import GeneratorError, OutputError, SettingsError
from generator.model import Finding, Occasion, Severity
from generator.pipeline import (
    Built,
    Request,
    Source,
    audit,
    build_from_plan,
    build_from_speech,
    make_plan,
    plan_of,
    understand,
)
from generator.settings import Settings

_EXIT_FINDINGS = 1
"""A deck that lost something, or with --strict one with warnings."""
_EXIT_USAGE = 2
_EXIT_UNEXPECTED = 70
"""EX_SOFTWARE of sysexits.h."""
_EXIT_INTERRUPTED = 130
_DEBUG = "SPEECHDECK_DEBUG"
"""Environment variable: faults of the program itself show where they happened."""
_STANDARD_INPUT = "-"
_OUTPUT_FOLDER = Path("output")

app = typer.Typer(
    cls=ChineseGroup,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    help="把中文讲稿（发言稿、经验交流、工作汇报、述职报告……）变成会议用的演示文稿。全程本机运行，不联网，不改一个数字，不添一个字。",
)
app.add_typer(template_app, name="template", rich_help_panel=COMMANDS)

Speech = Annotated[
    Path,
    typer.Argument(
        metavar="讲稿", help="讲稿文件：.txt、.docx、.md；- 表示从标准输入读取。", rich_help_panel=ARGUMENTS
    ),
]
Fill = Annotated[
    list[str] | None,
    typer.Option(
        "--fill",
        metavar="占位=内容",
        help="填写讲稿里的占位，如 --fill XX镇=永昌镇；可多次使用。",
        rich_help_panel=OPTIONS,
    ),
]
FillFrom = Annotated[
    Path | None,
    typer.Option("--fill-from", metavar="文件", help="从 TOML 文件读取要填写的占位。", rich_help_panel=OPTIONS),
]
SettingsFile = Annotated[
    Path | None,
    typer.Option("--settings", metavar="文件", help="从 TOML 文件读取各项阈值。", rich_help_panel=OPTIONS),
]
Speaker = Annotated[
    str | None, typer.Option("--speaker", metavar="姓名", help="发言人，写在封面上。", rich_help_panel=OPTIONS)
]
Unit = Annotated[str | None, typer.Option("--unit", metavar="单位", help="单位，写在封面上。", rich_help_panel=OPTIONS)]
Date = Annotated[
    str | None, typer.Option("--date", metavar="日期", help="日期，照原样写在封面上。", rich_help_panel=OPTIONS)
]
Look = Annotated[
    str | None, typer.Option("--look", metavar="样式", help="内置样式，默认“政务红”。", rich_help_panel=OPTIONS)
]
Output = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="文件", help="结果写到哪里。", rich_help_panel=OPTIONS)
]
AsJson = Annotated[
    bool, typer.Option("--json", metavar="", help="以 JSON 回答，供其他程序使用。", rich_help_panel=OPTIONS)
]
Why = Annotated[
    bool, typer.Option("--why", metavar="", help="说明每一项是按哪条规则、凭什么认出来的。", rich_help_panel=OPTIONS)
]
Strict = Annotated[
    bool, typer.Option("--strict", metavar="", help="有“注意”一级的发现也以失败的退出码结束。", rich_help_panel=OPTIONS)
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", metavar="", help="不显示进度和说明，只报错误。", rich_help_panel=OPTIONS)
]
Force = Annotated[bool, typer.Option("--force", metavar="", help="覆盖已有的文件。", rich_help_panel=OPTIONS)]


@app.command(cls=ChineseCommand, rich_help_panel=COMMANDS)
def build(
    speech: Speech,
    output: Output = None,
    speaker: Speaker = None,
    unit: Unit = None,
    date: Date = None,
    look: Look = None,
    template: TemplateOption = None,
    template_map: TemplateMap = None,
    fill: Fill = None,
    fill_from: FillFrom = None,
    settings: SettingsFile = None,
    force: Force = False,
    strict: Strict = False,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """由讲稿（或 plan 写出的页面计划）生成演示文稿，并当场核对。"""
    request = _request(fill, fill_from, settings, Occasion(speaker, unit, date), look)
    request = replace(request, template=template_file(template, template_map))
    source, name = _source(speech)
    progress = Progress(quiet=quiet or as_json)
    written_plan = plan_of(source, name)
    if written_plan is not None:
        built = build_from_plan(*written_plan, request, progress)
    else:
        built = build_from_speech(source, request, name, progress)
    progress.done()
    target = output or _OUTPUT_FOLDER / f"{_stem(name)}.pptx"
    _write(target, built.deck, force)
    _report_build(built, target, quiet, as_json)
    _finish(built.findings, strict)


@app.command(cls=ChineseCommand, rich_help_panel=COMMANDS)
def plan(
    speech: Speech,
    output: Output = None,
    speaker: Speaker = None,
    unit: Unit = None,
    date: Date = None,
    fill: Fill = None,
    fill_from: FillFrom = None,
    settings: SettingsFile = None,
    force: Force = False,
    strict: Strict = False,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """写出页面计划（Markdown），可在任何编辑器里修改，再用 build 照样生成。"""
    from generator.storyboarding import to_json, to_markdown  # only this verb writes plans

    request = _request(fill, fill_from, settings, Occasion(speaker, unit, date))
    source, name = _source(speech)
    progress = Progress(quiet=quiet)
    understood = understand(source, request, name, progress)
    storyboard, planned = make_plan(understood, request, progress)
    progress.done()
    findings = (*understood.findings, *planned)
    text = to_json(storyboard) if as_json else to_markdown(storyboard)
    if output is None:
        write_out(text.encode("utf-8"))
    else:
        _write(output, text.encode("utf-8"), force)
        if not quiet:
            say(f"页面计划已写到 {output}（{len(storyboard.slides)} 页）。改好后运行：speechdeck build {output}")
    if not quiet:
        say_findings(findings)
    _finish(findings, strict)


@app.command(cls=ChineseCommand, rich_help_panel=COMMANDS)
def outline(
    speech: Speech,
    why: Why = False,
    fill: Fill = None,
    fill_from: FillFrom = None,
    settings: SettingsFile = None,
    strict: Strict = False,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """看讲稿的提纲：分几部分、每部分几个要点、哪里是问题和下一步。"""
    from generator.answers import outline_answer
    from generator.cli.answers_shown import outline_tree

    request = _request(fill, fill_from, settings)
    source, name = _source(speech)
    understood = understand(source, request, name)
    if as_json:
        answer_json(outline_answer(understood.outline, why=why))
    else:
        outline_tree(understood.outline, why=why)
    if not quiet and not as_json:
        say_findings(understood.findings)
    _finish(understood.findings, strict)


@app.command(cls=ChineseCommand, rich_help_panel=COMMANDS)
def figures(
    speech: Speech,
    why: Why = False,
    fill: Fill = None,
    fill_from: FillFrom = None,
    settings: SettingsFile = None,
    strict: Strict = False,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """列出讲稿里的全部数据：指标、原文数值、所在部分和句子。"""
    from generator.answers import figures_answer
    from generator.cli.answers_shown import figures_table

    request = _request(fill, fill_from, settings)
    source, name = _source(speech)
    understood = understand(source, request, name)
    if as_json:
        answer_json(figures_answer(understood.ledger, why=why))
    else:
        figures_table(understood.outline, understood.ledger, why=why)
    if not quiet and not as_json:
        say_findings(understood.findings)
    _finish(understood.findings, strict)


@app.command(cls=ChineseCommand, rich_help_panel=COMMANDS)
def check(
    deck: Annotated[Path, typer.Argument(metavar="演示文稿", help="要核对的 .pptx。", rich_help_panel=ARGUMENTS)],
    speech: Speech,
    speaker: Speaker = None,
    unit: Unit = None,
    date: Date = None,
    fill: Fill = None,
    fill_from: FillFrom = None,
    settings: SettingsFile = None,
    strict: Strict = False,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """把演示文稿逐页对照讲稿：数字、用语、备注、目录、版面，一处不漏。"""
    from generator.answers import check_answer

    request = _request(fill, fill_from, settings, Occasion(speaker, unit, date))
    content = _deck_bytes(deck)
    source, name = _source(speech)
    understood = understand(source, request, name)
    findings = audit(content, understood, request)
    if as_json:
        answer_json(check_answer(findings))
    else:
        say_findings(findings)
        if not quiet:
            say(_verdict(findings))
    _finish(findings, strict)


@app.command(cls=ChineseCommand, rich_help_panel=COMMANDS)
def look(
    deck: Annotated[
        Path,
        typer.Argument(metavar="文件", help="演示文稿 .pptx，或讲稿（先生成再画）。", rich_help_panel=ARGUMENTS),
    ],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="文件夹", help="图片写到哪个文件夹。", rich_help_panel=OPTIONS),
    ] = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """用 LibreOffice 把每一页画成 PNG，并拼一张总览图。"""
    from generator.preview import draw_pictures  # Pillow, and only here

    if deck.suffix.lower() == ".pptx":
        content = _deck_bytes(deck)
    else:
        source, name = _source(deck)
        content = build_from_speech(source, Request(), name).deck
    folder = output or _OUTPUT_FOLDER / f"{deck.stem}-图片"
    written = draw_pictures(content, folder)
    if as_json:
        answer_json({"version": 1, "pictures": [str(path) for path in written]})
    elif not quiet:
        say(f"{len(written) - 1} 页已画到 {folder}，总览图：{written[-1]}")


def _request(
    fill: list[str] | None,
    fill_from: Path | None,
    settings: Path | None,
    occasion: Occasion | None = None,
    look: str | None = None,
) -> Request:
    fills: dict[str, str] = {}
    if fill_from is not None:
        fills |= _fills_from(fill_from)
    for pair in fill or ():
        blank, equals, content = pair.partition("=")
        if not (blank and equals):
            raise SettingsError.of("fill_form", given=pair)
        fills[blank] = content
    own = Settings.from_toml(_text_of(settings)) if settings is not None else Settings()
    return Request(occasion or Occasion(), look, fills, own)


def _fills_from(path: Path) -> dict[str, str]:
    try:
        table = tomllib.loads(_text_of(path))
    except tomllib.TOMLDecodeError as error:
        raise SettingsError.of("fill_file", where=str(path), path=path, reason=str(error)) from error
    for blank, content in table.items():
        if not isinstance(content, str):
            raise SettingsError.of("fill_file", where=str(path), path=path, reason=f"{blank} 的内容不是文字")
    return table


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "不是 UTF-8 文本"
        raise SettingsError.of("setting_file", where=str(path), path=path, reason=reason) from error


def _source(path: Path) -> tuple[Source, str]:
    if str(path) == _STANDARD_INPUT:
        return sys.stdin.buffer.read(), "标准输入"
    return path, path.name


def _stem(name: str) -> str:
    return Path(name).stem or "讲稿"


def _deck_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise OutputError.of("deck_unreadable", where=str(path), path=path, reason=error.strerror) from error


def _write(path: Path, content: bytes, force: bool) -> None:
    from generator.output import write_file

    write_file(path, content, force=force)


def _report_build(built: Built, target: Path, quiet: bool, as_json: bool) -> None:
    if as_json:
        from generator.answers import check_answer

        answer = check_answer(built.findings)
        answer["output"] = str(target)
        answer["slides"] = built.slides
        answer_json(answer)
        return
    if not quiet:
        say_findings(built.findings)
        say(f"{target}　共 {built.slides} 页。{_verdict(built.findings)}")
    else:
        say_findings(finding for finding in built.findings if finding.severity is Severity.ERROR)


def _verdict(findings: Iterable[Finding]) -> str:
    severities = [finding.severity for finding in findings]
    errors, warnings = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
    if errors:
        return f"核对未通过：{errors} 处错误，请先处理。"
    return f"核对通过，另有 {warnings} 处请留意。" if warnings else "核对通过。"


def _finish(findings: Iterable[Finding], strict: bool) -> None:
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    if any(finding.severity in failing for finding in findings):
        raise typer.Exit(_EXIT_FINDINGS)


def run(arguments: list[str]) -> int:
    """Run one command; gives its exit code."""
    try:
        code = app(arguments or ["--help"], prog_name="speechdeck", standalone_mode=False)
    except GeneratorError as error:
        say_error(error)
        return error.exit_code
    except UsageError as error:
        say_usage(usage_message(error))
        return _EXIT_USAGE
    except (typer.Abort, KeyboardInterrupt):
        say("已中断，没有写出文件。")
        return _EXIT_INTERRUPTED
    except BrokenPipeError:
        return 0
    except Exception as error:  # a fault of ours: the clerk gets a sentence and a code, never a traceback
        if os.environ.get(_DEBUG):
            raise
        say_error(GeneratorError.of("unexpected", kind=type(error).__name__, debug=_DEBUG))
        return _EXIT_UNEXPECTED
    return code if isinstance(code, int) else 0
