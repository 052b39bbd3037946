"""`speechdeck looks`, and the options that decide how a deck looks and moves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from generator.cli.chinese import OPTIONS
from generator.cli.messages import answer_json, say, write_out
from generator.errors import SettingsError
from generator.model import Ratio, Transition
from generator.pipeline import Request

RatioOption = Annotated[
    str,
    typer.Option(
        "--ratio",
        metavar="比例",
        show_default=False,
        help="页面比例：16:9（默认）或 4:3，用于内置样式。",
        rich_help_panel=OPTIONS,
    ),
]
TransitionOption = Annotated[
    str,
    typer.Option(
        "--transitions",
        metavar="切换",
        show_default=False,
        help="换页：fade 淡出（默认），none 无。",
        rich_help_panel=OPTIONS,
    ),
]
Animate = Annotated[
    bool, typer.Option("--animate", metavar="", help="要点、卡片随单击逐条出现。", rich_help_panel=OPTIONS)
]
Meeting = Annotated[
    str | None,
    typer.Option("--occasion", metavar="场合", help="会议或活动的名称，与单位一起写在页脚。", rich_help_panel=OPTIONS),
]


def with_appearance(asked: Request, ratio: str, transitions: str, animate: bool) -> Request:
    """The request with the shape of its slides and how they move.

    Raises:
        SettingsError: `ratio_unknown`, `ratio_of_template`, or `transition_unknown`.
    """
    ratios, kinds = [known.value for known in Ratio], [known.value for known in Transition]
    shape = ratio.strip().replace("：", ":")  # as a Chinese keyboard types it
    if shape not in ratios:
        raise SettingsError.of("ratio_unknown", given=ratio, known="、".join(ratios))
    if transitions not in kinds:
        raise SettingsError.of("transition_unknown", given=transitions, known="、".join(kinds))
    if asked.template is not None and shape != Ratio.WIDE:
        raise SettingsError.of("ratio_of_template", given=ratio)
    return replace(asked, ratio=Ratio(shape), transition=Transition(transitions), animate=animate)


def looks(
    png: Annotated[
        Path | None,
        typer.Option("--png", metavar="文件夹", help="把每种样式画成 PNG，写到这个文件夹。", rich_help_panel=OPTIONS),
    ] = None,
    ratio: RatioOption = Ratio.WIDE.value,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", metavar="", help="不显示说明，只报错误。", rich_help_panel=OPTIONS)
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", metavar="", help="以 JSON 回答，供其他程序使用。", rich_help_panel=OPTIONS)
    ] = False,
) -> None:
    """列出内置样式；加 --png 把每种样式的封面、目录、章节、要点等页画出来看。"""
    from generator.template import look_descriptions

    asked = with_appearance(Request(), ratio, Transition.NONE.value, animate=False)
    described = look_descriptions()
    pictures: dict[str, Path] = {}
    if png is not None:
        from generator.preview import draw_sheet
        from generator.specimen import look_specimen

        for look in described:
            pictures[look.stem] = draw_sheet(look_specimen(look.stem, asked.ratio), png / f"{look.stem}.png")
    if as_json:
        entries = [
            {"name": look.name, "stem": look.stem, "description": look.description}
            | ({"picture": str(pictures[look.stem])} if look.stem in pictures else {})
            for look in described
        ]
        answer_json({"version": 1, "looks": entries})
        return
    width = max(len(look.name) for look in described)
    lines = [f"{look.name}{'　' * (width - len(look.name))}　{look.description}" for look in described]
    write_out(("\n".join(lines) + "\n").encode("utf-8"))
    if quiet:
        return
    if png is not None:
        say(f"{len(pictures)} 种样式已画到 {png}")
    say(f"用法：speechdeck build 讲稿 --look {described[-1].name}")


__all__ = ["Animate", "Meeting", "RatioOption", "TransitionOption", "looks", "with_appearance"]
