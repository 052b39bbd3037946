"""`speechdeck template …`: look into a template, write a mapping for it, hand out a built-in look as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.chinese import ARGUMENTS, COMMANDS, OPTIONS, ChineseCommand, ChineseGroup
from generator.cli.messages import answer_json, say, say_findings, write_out
from generator.errors import TemplateError
from generator.pipeline import TemplateFile

if TYPE_CHECKING:
    from generator.template import Diagnosis

MAPPING_SUFFIX = ".toml"
"""A mapping lies beside its template as 单位模板.pptx.toml or 单位模板.toml."""

template_app = typer.Typer(
    cls=ChineseGroup,
    add_completion=False,
    rich_markup_mode="rich",
    help="查看单位模板能做什么，写出版式映射，导出内置样式。",
)

TemplateOption = Annotated[
    Path | None,
    typer.Option("--template", metavar="模板", help="单位自己的模板：.pptx、.potx 或 .ppsx。", rich_help_panel=OPTIONS),
]
TemplateMap = Annotated[
    Path | None,
    typer.Option(
        "--template-map",
        metavar="文件",
        help="版式映射（TOML），由 template map 写出；不写时用模板旁边同名的 .toml。",
        rich_help_panel=OPTIONS,
    ),
]
Own = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="名称=值",
        help="单位自己的颜色、字体、标志和页脚，如 --set colors.accent1=#9E1B32 --set fonts.ea=方正小标宋简体 "
        "--set logo=logo.png --set footer=永昌镇人民政府；可多次使用，也可写在 speechdeck.toml 里。",
        rich_help_panel=OPTIONS,
    ),
]
TemplatePath = Annotated[
    Path, typer.Argument(metavar="模板", help="模板文件：.pptx、.potx 或 .ppsx。", rich_help_panel=ARGUMENTS)
]
AsJson = Annotated[
    bool, typer.Option("--json", metavar="", help="以 JSON 回答，供其他程序使用。", rich_help_panel=OPTIONS)
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", metavar="", help="不显示说明，只报错误。", rich_help_panel=OPTIONS)
]
Force = Annotated[bool, typer.Option("--force", metavar="", help="覆盖已有的文件。", rich_help_panel=OPTIONS)]


@template_app.command(cls=ChineseCommand, rich_help_panel=COMMANDS)
def inspect(
    template: TemplatePath,
    template_map: TemplateMap = None,
    png: Annotated[
        Path | None,
        typer.Option(
            "--png", metavar="文件夹", help="把每种页填上示例文字画成 PNG，写到这个文件夹。", rich_help_panel=OPTIONS
        ),
    ] = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """诊断模板：每种页用哪个版式、凭什么、能放多少字，缺什么、改用什么。"""
    from generator.answers import template_answer, unusable_template_answer
    from generator.cli.template_shown import diagnosis_shown

    try:
        diagnosis = _diagnosis(template, template_map)
    except TemplateError as error:
        if as_json:
            answer_json(unusable_template_answer(error))
            raise typer.Exit(error.exit_code) from error
        raise
    if as_json:
        answer_json(template_answer(diagnosis))
    else:
        diagnosis_shown(diagnosis)
        if not quiet:
            say_findings(diagnosis.findings)
    if not diagnosis.usable:
        raise typer.Exit(TemplateError.exit_code)
    if png is not None:
        _draw(diagnosis, png, quiet)


@template_app.command(name="map", cls=ChineseCommand, rich_help_panel=COMMANDS)
def write_map(
    template: TemplatePath,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="文件", help="写到哪里。", rich_help_panel=OPTIONS)
    ] = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """写出版式映射（TOML，带说明），改好后用 --template-map 指定，或放在模板旁边。"""
    from generator.output import write_file
    from generator.template import mapping_text

    # Without the mapping that lies beside it: a broken one has to be writable anew.
    text = mapping_text(_diagnosis(template, None, mapped=False)).encode("utf-8")
    if output is None:
        write_out(text)
        return
    write_file(output, text, force=force)
    if not quiet:
        say(f"版式映射已写到 {output}。改好后：speechdeck build 讲稿 --template {template} --template-map {output}")


@template_app.command(cls=ChineseCommand, rich_help_panel=COMMANDS)
def export(
    look: Annotated[str, typer.Argument(metavar="样式", help="内置样式的名称。", rich_help_panel=ARGUMENTS)],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="文件", help="写到哪里（.pptx）。", rich_help_panel=OPTIONS)
    ],
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """把内置样式存成一份 .pptx，可在 PowerPoint 或 WPS 里修改后当模板用。"""
    from generator.output import write_file
    from generator.template import open_look

    write_file(output, open_look(look).package, force=force)
    if not quiet:
        say(f"样式“{look}”已写到 {output}。修改母版和版式后：speechdeck build 讲稿 --template {output}")


@template_app.command(cls=ChineseCommand, rich_help_panel=COMMANDS)
def new(
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="文件", help="写到哪里（.pptx）。", rich_help_panel=OPTIONS)
    ],
    look: Annotated[
        str | None, typer.Option(metavar="样式", help="以哪个内置样式为底；不写用默认样式。", rich_help_panel=OPTIONS)
    ] = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """写一份起步模板：每种页面一张样板，{{标题}} 等记号已放好，备注里有说明，改好就能用。"""
    from generator.output import write_file
    from generator.template import DEFAULT_LOOK, starting_template

    write_file(output, starting_template(look or DEFAULT_LOOK), force=force)
    if not quiet:
        say(f"起步模板已写到 {output}。在 PowerPoint 或 WPS 里改好后：speechdeck build 讲稿 --template {output}")


def template_file(template: Path | None, mapping: Path | None) -> TemplateFile | None:
    """The template that the options name, with its mapping: the one given, else one that lies beside it.

    Raises:
        TemplateError: `template_missing`, `template_unreadable`, or `mapping_form` where the mapping cannot be read.
    """
    if template is None:
        return None
    try:
        content = template.read_bytes()
    except FileNotFoundError as error:
        raise TemplateError.of("template_missing", where=str(template), name=template) from error
    except OSError as error:
        reason = "它是一个文件夹" if template.is_dir() else error.strerror
        raise TemplateError.of("template_unreadable", where=str(template), name=template, reason=reason) from error
    beside = (template.with_name(template.name + MAPPING_SUFFIX), template.with_suffix(MAPPING_SUFFIX))
    place = mapping or next((path for path in beside if path.is_file()), None)
    if place is None:
        return TemplateFile(content, template.name)
    try:
        return TemplateFile(content, template.name, place.read_text(encoding="utf-8-sig"), str(place))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "不是 UTF-8 文本"
        raise TemplateError.of("mapping_form", where=str(place), path=place, reason=reason) from error


def _diagnosis(template: Path, mapping: Path | None, *, mapped: bool = True) -> Diagnosis:
    from generator.template import inspect_template, read_mapping

    file = template_file(template, mapping)
    assert file is not None  # a path was given
    own = read_mapping(file.mapping, file.mapping_place) if mapped and file.mapping is not None else None
    return inspect_template(file.content, file.name, own)


def _draw(diagnosis: Diagnosis, folder: Path, quiet: bool) -> None:
    from generator.preview import draw_pictures
    from generator.specimen import specimen_deck

    written = draw_pictures(specimen_deck(diagnosis), folder)
    if not quiet:
        say(f"{len(written) - 1} 种页已画到 {folder}，总览图：{written[-1]}")


__all__ = ["Own", "TemplateMap", "TemplateOption", "template_app", "template_file"]
