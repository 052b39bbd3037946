"""The options that several verbs share, each with its one wording."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.cli.chinese import ARGUMENTS, OPTIONS

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
DetailOption = Annotated[
    str,
    typer.Option(
        "--detail",
        metavar="详略",
        show_default=False,
        help="brief 概览，normal 适中（默认，长稿自动归并），full 全部展开；备注里始终是讲稿全文。",
        rich_help_panel=OPTIONS,
    ),
]
MostSlides = Annotated[
    int | None,
    typer.Option(
        "--max-slides", metavar="页数", help="最多多少页，超出的归并；比 --detail 优先。", rich_help_panel=OPTIONS
    ),
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
