"""Typer's own words in Chinese: usage line, help option, panels, and what is wrong with an option.

Typer carries a copy of click that it does not name as its own; the classes are reached through typer.
"""

from __future__ import annotations

import re
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

UsageError: Any = typer.BadParameter.__mro__[1]
"""click's UsageError, wherever this typer has it from."""

ARGUMENTS = "参数"
OPTIONS = "选项"
COMMANDS = "命令"

_HELP = "显示这份帮助。"

_USAGE_ERRORS = (
    (r"No such command '(.+?)'.*", "没有 {0} 这个命令。"),
    (r"No such option: (\S+?)\.?(?: .*)?", "没有 {0} 这个选项。"),
    (r"Missing argument '(.+?)'.*", "缺少参数：{0}。"),
    (r"Missing option '(.+?)'.*", "缺少选项：{0}。"),
    (r"Missing command.*", "请给出一个命令。"),
    (r"Got unexpected extra argument(?:s|\(s\))? \((.+)\)\s*", "多出了参数：{0}。路径中有空格时请加引号。"),
    (r"Option '?(\S+?)'? requires an argument\.?", "选项 {0} 后面要有内容。"),
    (r"Invalid value for '?(.+?)'?: (.+)", "{0} 的值不合适：{1}"),
)


def usage_message(error: Any) -> str:
    """What is wrong with the command as it was typed, in Chinese; click's own words where they are not known."""
    text = error.format_message()
    for pattern, wording in _USAGE_ERRORS:
        match = re.fullmatch(pattern, text, re.DOTALL)
        if match:
            return wording.format(*match.groups())
    return str(text)


def _usage(text: str) -> str:
    return text.replace("Usage:", "用法：").replace("[OPTIONS]", "[选项]").replace("COMMAND [ARGS]...", "命令 …")


def _help_option(option: Any) -> Any:
    if option is not None:
        option.help = _HELP
        option.rich_help_panel = OPTIONS
        option.metavar = ""
    return option


class ChineseCommand(TyperCommand):
    """A command whose help is in Chinese."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The whole help page."""
        from typer import rich_utils  # costs 100 ms, and only a help page needs it

        rich_utils.REQUIRED_LONG_STRING = "[必填]"
        super().format_help(ctx, formatter)

    def get_usage(self, ctx: Any) -> str:
        """The usage line."""
        return _usage(super().get_usage(ctx))

    def get_help_option(self, ctx: Any) -> Any:
        """`--help`."""
        return _help_option(super().get_help_option(ctx))


class ChineseGroup(TyperGroup):
    """A group of commands whose help is in Chinese."""

    def get_usage(self, ctx: Any) -> str:
        """The usage line."""
        return _usage(super().get_usage(ctx))

    def get_help_option(self, ctx: Any) -> Any:
        """`--help`."""
        return _help_option(super().get_help_option(ctx))
