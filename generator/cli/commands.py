"""The verbs. Each reads its options, calls the pipeline, says what came of it."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from generator.cli import requests
from generator.cli.check_commands import check, trace
from generator.cli.chinese import ARGUMENTS, COMMANDS, OPTIONS, ChineseCommand, ChineseGroup, UsageError, usage_message
from generator.cli.ledger_commands import LedgerFile, checked_ledger_path, figures, ledger_file, proofread
from generator.cli.look_commands import Animate, Meeting, RatioOption, TransitionOption, looks, with_appearance
from generator.cli.messages import Progress, answer_json, say, say_error, say_findings, say_usage, write_out
from generator.cli.options import (
    AsJson,
    Date,
    DetailOption,
    Fill,
    FillFrom,
    Force,
    Look,
    MostSlides,
    Output,
    Quiet,
    SettingsFile,
    Speaker,
    Speech,
    Strict,
    Unit,
    Why,
)
from generator.cli.template_commands import Own, TemplateMap, TemplateOption, template_app, template_file
from generator.errors import GeneratorError
from generator.model import Occasion, Severity
from generator.pipeline import (
    Built,
    Request,
    build_from_plan,
    build_from_speech,
    make_plan,
    plan_of,
    understand,
)

_EXIT_USAGE = 2
_EXIT_UNEXPECTED = 70
"""EX_SOFTWARE of sysexits.h."""
_EXIT_INTERRUPTED = 130
_DEBUG = "SPEECHDECK_DEBUG"
"""Environment variable: faults of the program itself show where they happened."""
_OUTPUT_FOLDER = Path("output")

app = typer.Typer(
    cls=ChineseGroup,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    help="把中文讲稿（发言稿、经验交流、工作汇报、述职报告……）变成会议用的演示文稿。全程本机运行，不联网，不改一个数字，不添一个字。",
)


@app.command(cls=ChineseCommand, rich_help_panel=COMMANDS)
def build(
    speech: Speech,
    output: Output = None,
    speaker: Speaker = None,
    unit: Unit = None,
    date: Date = None,
    meeting: Meeting = None,
    look: Look = None,
    ratio: RatioOption = "16:9",
    transitions: TransitionOption = "fade",
    animate: Animate = False,
    detail: DetailOption = "normal",
    most_slides: MostSlides = None,
    template: TemplateOption = None,
    template_map: TemplateMap = None,
    own: Own = None,
    fill: Fill = None,
    fill_from: FillFrom = None,
    settings: SettingsFile = None,
    ledger: LedgerFile = None,
    force: Force = False,
    strict: Strict = False,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """由讲稿（或 plan 写出的页面计划）生成演示文稿，并当场核对。"""
    checked_ledger_path(ledger)
    request = requests.request(fill, fill_from, settings, Occasion(speaker, unit, date, meeting), look, own)
    request = replace(request, template=template_file(template, template_map))
    request = with_appearance(request, ratio, transitions, animate)
    request = requests.with_detail(request, detail, most_slides)
    source, name = requests.source(speech)
    progress = Progress(quiet=quiet or as_json)
    written_plan = plan_of(source, name)
    if written_plan is not None:
        built = build_from_plan(*written_plan, request, progress)
    else:
        built = build_from_speech(source, request, name, progress)
    progress.done()
    target = output or _OUTPUT_FOLDER / f"{requests.stem(name)}.pptx"
    requests.write(target, built.deck, force)
    if ledger is not None:
        requests.write(ledger, ledger_file(built.understood, ledger), force)
    _report_build(built, target, ledger, quiet, as_json)
    requests.finish(built.findings, strict)


@app.command(cls=ChineseCommand, rich_help_panel=COMMANDS)
def plan(
    speech: Speech,
    output: Output = None,
    speaker: Speaker = None,
    unit: Unit = None,
    date: Date = None,
    meeting: Meeting = None,
    detail: DetailOption = "normal",
    most_slides: MostSlides = None,
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

    request = requests.request(fill, fill_from, settings, Occasion(speaker, unit, date, meeting))
    request = requests.with_detail(request, detail, most_slides)
    source, name = requests.source(speech)
    progress = Progress(quiet=quiet)
    understood = understand(source, request, name, progress)
    storyboard, planned = make_plan(understood, request, progress)
    progress.done()
    findings = (*understood.findings, *planned)
    text = to_json(storyboard) if as_json else to_markdown(storyboard)
    if output is None:
        write_out(text.encode("utf-8"))
    else:
        requests.write(output, text.encode("utf-8"), force)
        if not quiet:
            say(f"页面计划已写到 {output}（{len(storyboard.slides)} 页）。改好后运行：speechdeck build {output}")
    if not quiet:
        say_findings(findings)
    requests.finish(findings, strict)


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

    understood, _ = requests.understanding(speech, fill, fill_from, settings)
    if as_json:
        answer_json(outline_answer(understood.outline, why=why))
    else:
        outline_tree(understood.outline, why=why)
    if not quiet and not as_json:
        say_findings(understood.findings)
    requests.finish(understood.findings, strict)


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
        content = requests.deck_bytes(deck)
    else:
        source, name = requests.source(deck)
        content = build_from_speech(source, Request(), name).deck
    folder = output or _OUTPUT_FOLDER / f"{deck.stem}-图片"
    written = draw_pictures(content, folder)
    if as_json:
        answer_json({"version": 1, "pictures": [str(path) for path in written]})
    elif not quiet:
        say(f"{len(written) - 1} 页已画到 {folder}，总览图：{written[-1]}")


def _report_build(built: Built, target: Path, ledger: Path | None, quiet: bool, as_json: bool) -> None:
    if as_json:
        from generator.answers import check_answer

        answer = check_answer(built.findings)
        answer["output"] = str(target)
        answer["slides"] = built.slides
        if ledger is not None:
            answer["ledger"] = str(ledger)
        answer_json(answer)
        return
    if not quiet:
        say_findings(built.findings)
        say(f"{target}　共 {built.slides} 页。{requests.verdict(built.findings)}")
        if ledger is not None:
            say(f"数据台账已写到 {ledger}。")
    else:
        say_findings(finding for finding in built.findings if finding.severity is Severity.ERROR)


for own_verb in (figures, proofread, check, trace, looks):
    app.command(cls=ChineseCommand, rich_help_panel=COMMANDS)(own_verb)
app.add_typer(template_app, name="template", rich_help_panel=COMMANDS)


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
