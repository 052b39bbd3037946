"""What a user set, and where: later places go before earlier ones.

1. `speechdeck.toml` in the user's configuration folder,
2. `speechdeck.toml` in the working folder,
3. the file of `--settings`,
4. `--set name=value`.

Each may hold thresholds (one table a group, see `settings`) and a unit's own look: `[colors]`, `[fonts]`, `logo`,
`footer`.
"""

from __future__ import annotations

import os
import sys
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.errors import SettingsError
from generator.settings import Settings

if TYPE_CHECKING:
    from generator.template import Brand

FILE_NAME = "speechdeck.toml"
_FOLDER = "speechdeck"
_BRAND_TABLES = ("colors", "fonts")
_BRAND_WORDS = ("logo", "footer")


@dataclass(frozen=True, slots=True)
class Configuration:
    """Thresholds, and what a unit gives of its own."""

    settings: Settings = field(default_factory=Settings)
    own: Mapping[str, Any] = field(default_factory=dict)

    @property
    def brand(self) -> Brand | None:
        """The unit's own look, or None where it gives nothing.

        Raises:
            SettingsError: a name, a colour or the logo's file that does not hold.
        """
        return _brand(self.own) if self.own else None


def configured(settings_file: Path | None = None, sets: Iterable[str] = ()) -> Configuration:
    """Everything that the user set, from all places.

    Raises:
        SettingsError: a file that cannot be read or holds something unknown, or a `--set` that is none.
    """
    merged: dict[str, Any] = {}
    places = [user_folder() / FILE_NAME, Path(FILE_NAME)]
    layers = [_layer(place) for place in places if place.is_file()]
    if settings_file is not None:
        layers.append(_layer(settings_file))
    layers += [_single(written) for written in sets]
    for layer in layers:
        for name, value in layer.items():
            both = isinstance(value, dict) and isinstance(merged.get(name), dict)
            merged[name] = {**merged[name], **value} if both else value
    known = (*_BRAND_TABLES, *_BRAND_WORDS)
    own = {name: merged.pop(name) for name in known if name in merged}
    groups = [group.name for group in fields(Settings)]
    for name in merged:
        if name not in groups:
            raise SettingsError.of("setting_unknown", name=name, known="、".join((*known, *sorted(groups))))
    return Configuration(Settings.from_mapping(merged), own)


def user_folder() -> Path:
    """Where the user's own configuration lies: XDG_CONFIG_HOME or ~/.config, on Windows APPDATA."""
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming") / _FOLDER
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / _FOLDER


def _layer(path: Path) -> dict[str, Any]:
    """A file's tables; the path of a logo is meant from the file's own folder."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise SettingsError.of("setting_file", where=str(path), path=path, reason=str(error)) from error
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "不是 UTF-8 文本"
        raise SettingsError.of("setting_file", where=str(path), path=path, reason=reason) from error
    if isinstance(table.get("logo"), str):
        table["logo"] = str(path.parent / table["logo"])
    return table


def _single(written: str) -> dict[str, Any]:
    """`colors.accent1=#9E1B32`, `footer=…`, `fitting.smallest_body_pt=20`."""
    name, equals, value = written.partition("=")
    name, value = name.strip(), value.strip()
    if not (name and equals and value):
        raise SettingsError.of("set_form", given=written)
    table, dot, key = name.partition(".")
    if not dot:
        return {name: value}
    if table in _BRAND_TABLES:
        return {table: {key: value}}
    try:
        number: object = int(value) if value.lstrip("-").isdigit() else float(value)
    except ValueError:
        number = value
    return {table: {key: number}}


def _brand(own: Mapping[str, Any]) -> Brand:
    from generator.template import Brand  # python-pptx, which most verbs do without
    from generator.template.brand import COLOR_SLOTS, FONT_SLOTS, color_digits

    colors, fonts = _table(own, "colors", COLOR_SLOTS), _table(own, "fonts", FONT_SLOTS)
    logo = _words(own, "logo")
    return Brand(
        {slot: color_digits(f"colors.{slot}", digits) for slot, digits in colors.items()},
        fonts.get("latin"),
        fonts.get("ea"),
        _picture(logo) if logo else None,
        _words(own, "footer"),
    )


def _table(own: Mapping[str, Any], name: str, known: Iterable[str]) -> dict[str, str]:
    table = own.get(name, {})
    if not isinstance(table, dict):
        raise SettingsError.of("setting_value", name=name, value=table, expected="一个 TOML 表")
    for key, value in table.items():
        if key not in known:
            listed = "、".join(f"{name}.{k}" for k in known)
            raise SettingsError.of("setting_unknown", name=f"{name}.{key}", known=listed)
        if not isinstance(value, str):
            raise SettingsError.of("setting_value", name=f"{name}.{key}", value=value, expected="文字")
    return table


def _words(own: Mapping[str, Any], name: str) -> str | None:
    value = own.get(name)
    if value is not None and not isinstance(value, str):
        raise SettingsError.of("setting_value", name=name, value=value, expected="文字")
    return value


def _picture(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise SettingsError.of("brand_logo_file", where=path, path=path, reason=reason) from error
