"""The plan as JSON, for programs: exact, with every span, versioned.

One rule writes all types: a dataclass becomes an object of its fields, a span becomes `[start, end]`, and a slide names
the kind of its content.
"""

from __future__ import annotations

import json
import math
import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from generator.errors import StoryboardError
from generator.model import (
    Agenda,
    BigNumbers,
    Cards,
    Chart,
    Closing,
    Comparison,
    Cover,
    Divider,
    Pairs,
    Points,
    Quotation,
    Reason,
    Slide,
    Span,
    Storyboard,
    Table,
    Timeline,
)
from generator.storyboarding.plan_format import PLAN_FORMAT
from generator.storyboarding.plan_rules import check_plan, check_version, impossible_kind
from generator.storyboarding.turning import kind_of, turned

_KINDS: dict[str, type] = {
    "cover": Cover,
    "agenda": Agenda,
    "divider": Divider,
    "points": Points,
    "cards": Cards,
    "timeline": Timeline,
    "quotation": Quotation,
    "pairs": Pairs,
    "numbers": BigNumbers,
    "table": Table,
    "chart": Chart,
    "comparison": Comparison,
    "closing": Closing,
}
_TURN_INTO = "turn_into"
"""What a person or a program adds to a slide that is to have another shape: one of `turning.KINDS`."""
_KIND_OF = {kind: name for name, kind in _KINDS.items()}
_JSON_NAMES = {
    dict: "对象",
    list: "数组",
    str: "文字",
    bool: "true 或 false",
    int: "整数",
    float: "小数",
    type(None): "null",
}


def to_json(storyboard: Storyboard) -> str:
    """The plan as JSON; `from_json` gives an equal storyboard again.

    An object of the storyboard's fields and a `format`; each slide has a `kind` that says what its `content` is.
    """
    plan = {"format": PLAN_FORMAT, **_written(storyboard)}
    plan["slides"] = [{"kind": _KIND_OF[type(slide.content)], **_written(slide)} for slide in storyboard.slides]
    # Halves of a character cannot be encoded; written by number they survive.
    text = json.dumps(plan, ensure_ascii=False, indent=1)
    return text if _can_be_encoded(text) else json.dumps(plan, indent=1)


def _can_be_encoded(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _written(value: Any) -> Any:
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, StrEnum):
        return value.value
    if is_dataclass(value):
        return {item.name: _written(getattr(value, item.name)) for item in fields(value)}
    return [_written(item) for item in value] if isinstance(value, tuple) else value


def from_json(text: str) -> Storyboard:
    """The storyboard of a plan in JSON.

    Raises:
        StoryboardError: `plan_json`, `plan_not_plan`, `plan_version`, `plan_field`, or one of `check_plan`; `where`
            names the line of broken JSON, else the path to what does not hold.
    """
    try:
        plan = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        reason = error.msg if isinstance(error, json.JSONDecodeError) else type(error).__name__
        raise StoryboardError.of("plan_json", where=f"第 {line} 行", reason=reason) from error
    if not isinstance(plan, dict) or plan.get("format") != PLAN_FORMAT:
        raise StoryboardError.of("plan_not_plan", found=text.lstrip()[:20].replace("\n", " "))
    check_version(plan.get("version", ""), "version")
    storyboard: Storyboard = _read(Storyboard, {k: v for k, v in plan.items() if k != "format"}, "")
    for number, slide in enumerate(storyboard.slides):
        if isinstance(slide.content, Points):
            for at, point in enumerate(slide.content.points):
                if not 0 <= point.lead <= len(point.words.text):
                    expected = f"0 至 {len(point.words.text)} 的整数"
                    raise _unfit(f"slides[{number}].content.points[{at}].lead", expected, point.lead)
    check_plan(storyboard, lambda number: f"slides[{number}]")
    return storyboard


def _read(kind: Any, value: Any, path: str) -> Any:
    """`value` as the type `kind`; `path` is where it stands."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        # The model's only unions beside the content are “something or nothing”.
        inner = next(option for option in get_args(kind) if option is not type(None))
        return None if value is None else _read(inner, value, path)
    if origin is tuple:
        if not isinstance(value, list):
            raise _unfit(path, "数组", value)
        return tuple(_read(get_args(kind)[0], item, f"{path}[{i}]") for i, item in enumerate(value))
    if kind is Span:
        return _read_span(value, path)
    if kind is Slide:
        return _read_slide(value, path)
    if is_dataclass(kind):
        return _read_object(kind, value, path)
    return _read_plain(kind, value, path)


def _read_slide(value: Any, path: str) -> Any:
    """A slide, whose `kind` says as what its content is read, and `turn_into` which shape it then takes."""
    name = value.get("kind") if isinstance(value, Mapping) else None
    if not isinstance(name, str) or name not in _KINDS:
        raise _unfit(f"{path}.kind", "、".join(_KINDS), name)
    own = {k: v for k, v in value.items() if k not in ("kind", _TURN_INTO)}
    slide: Slide = _read_object(Slide, own, path, {"content": _KINDS[name]})
    wanted = value.get(_TURN_INTO)
    if wanted is None or wanted == kind_of(slide.content):
        return slide
    content = turned(slide.content, wanted) if isinstance(wanted, str) else None
    if content is None:
        raise impossible_kind(f"{path}.{_TURN_INTO}", slide.content, wanted)
    return replace(slide, content=content, why=Reason.CHOSEN)


def _read_span(value: Any, path: str) -> Span:
    if not isinstance(value, list) or len(value) != 2 or not all(type(offset) is int for offset in value):
        raise _unfit(path, "[起, 止] 两个整数", value)
    if not 0 <= value[0] <= value[1]:
        raise _unfit(path, "起不大于止的两个位置", value)
    return Span(value[0], value[1])


def _read_object(kind: Any, value: Any, path: str, chosen: Mapping[str, type] | None = None) -> Any:
    """`value` as a dataclass; `chosen` says which of several types a field has here."""
    if not isinstance(value, Mapping):
        raise _unfit(path or "方案", "对象", value)
    known = {item.name: item for item in fields(kind)}
    for name in value:
        if name not in known:
            raise _unfit(_below(path, name), "以下名称之一：" + "、".join(known), name)
    hints = {**_hints(kind), **(chosen or {})}
    given: dict[str, Any] = {}
    for name, item in known.items():
        if name in value:
            given[name] = _read(hints[name], value[name], _below(path, name))
        elif item.default is MISSING and item.default_factory is MISSING:
            raise _unfit(_below(path, name), "有这一项", "缺少")
    return kind(**given)


def _read_plain(kind: Any, value: Any, path: str) -> Any:
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        allowed = [member.value for member in kind]
        if value not in allowed:
            raise _unfit(path, "、".join(allowed), value)
        return kind(value)
    if kind is float and type(value) in (int, float) and math.isfinite(value):
        return float(value)
    if type(value) is not kind or (kind is float and not math.isfinite(value)):
        raise _unfit(path, _JSON_NAMES[kind], value)
    return value


@lru_cache(maxsize=64)
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _below(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _unfit(path: str, expected: str, found: object) -> StoryboardError:
    shown = found if isinstance(found, str) else json.dumps(found, ensure_ascii=False, default=str)
    return StoryboardError.of("plan_field", where=path, path=path, expected=expected, found=shown[:40])
