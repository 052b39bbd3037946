"""The user's own word on which layout serves which role: a TOML file, written by `template map`, edited by a person.

[roles]
cover = "封面"                                # a layout by its name
closing = { layout = "结束页", master = 3 }      # where two masters have layouts of one name
agenda = { sample_slide = 2 }                  # a slide of the template itself
steps = false                                  # do without
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.errors import TemplateError
from generator.model import LayoutRole
from generator.template.candidates import Candidate
from generator.template.evidence import role_name
from generator.template.facts import LayoutFacts, SampleSlide, TemplateFacts
from generator.template.signature import signature_of
from generator.template.slots import layout_in_role

if TYPE_CHECKING:
    from generator.template.doctor import Diagnosis

_KEYS = ("layout", "master", "sample_slide")
_TABLES = ("roles",)
_MOST_WORDS = 20
"""Characters by which a sample slide is known again."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person chose for a role: a layout by name (and master from 0), or a sample slide by number from 1."""

    role: LayoutRole
    layout: str | None = None
    master: int | None = None
    sample_slide: int | None = None

    @property
    def is_none(self) -> bool:
        """Whether the role is to go without."""
        return self.layout is None and self.sample_slide is None


@dataclass(frozen=True, slots=True)
class RoleMapping:
    """The choices of one file; `where` names it."""

    choices: tuple[Choice, ...]
    where: str

    @property
    def without(self) -> frozenset[LayoutRole]:
        """The roles that are to go without."""
        return frozenset(choice.role for choice in self.choices if choice.is_none)


def read_mapping(text: str, where: str) -> RoleMapping:
    """The mapping in the text of a TOML file.

    Raises:
        TemplateError: `mapping_form`, `mapping_key` (with the keys that there are), `mapping_value`.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TemplateError.of("mapping_form", where=where, path=where, reason=str(error)) from error
    _known(table, _TABLES, where)
    roles = table.get("roles", {})
    if not isinstance(roles, dict):
        raise TemplateError.of("mapping_value", where=where, key="roles", expected="一个 TOML 表 [roles]")
    _known(roles, [role.value for role in LayoutRole], where)
    return RoleMapping(tuple(_choice(LayoutRole(key), value, where) for key, value in roles.items()), where)


def _known(table: dict[str, Any], known: Sequence[str], where: str) -> None:
    for key in table:
        if key not in known:
            raise TemplateError.of("mapping_key", where=where, key=key, known="、".join(known))


def _choice(role: LayoutRole, value: object, where: str) -> Choice:
    if isinstance(value, str):
        return Choice(role, layout=value)
    if value is False:
        return Choice(role)
    if not isinstance(value, dict):
        raise TemplateError.of(
            "mapping_value", where=where, key=role.value, expected="版式名称、{ layout = … } 或 false"
        )
    _known(value, _KEYS, where)
    for key, kind, expected in (("layout", str, "版式名称"), ("master", int, "整数"), ("sample_slide", int, "整数")):
        if key in value and (not isinstance(value[key], kind) or isinstance(value[key], bool)):
            raise TemplateError.of("mapping_value", where=where, key=f"{role.value}.{key}", expected=expected)
    if "layout" not in value and "sample_slide" not in value:
        raise TemplateError.of("mapping_value", where=where, key=role.value, expected="layout 或 sample_slide")
    return Choice(role, value.get("layout"), value.get("master"), value.get("sample_slide"))


def mapped_candidates(mapping: RoleMapping, facts: TemplateFacts) -> tuple[Candidate, ...]:
    """The layouts that a person chose, as certain as can be.

    Raises:
        TemplateError: `mapping_layout` or `mapping_slide`, naming those that there are.
    """
    found = []
    for choice in mapping.choices:
        if choice.layout is None:
            continue
        layout = _layout(choice, facts, mapping.where)
        seen = signature_of(layout, facts.width, facts.height)
        found.append(Candidate(choice.role, layout_in_role(choice.role, layout, seen, facts), 1.0, ("由映射文件指定",)))
    return tuple(found)


def _layout(choice: Choice, facts: TemplateFacts, where: str) -> LayoutFacts:
    matching = [
        layout for layout in facts.layouts if layout.name == choice.layout and choice.master in (None, layout.master)
    ]
    if not matching:
        known = "、".join(
            f"{layout.name}（母版 {layout.master}）" if len(facts.masters) > 1 else layout.name
            for layout in facts.layouts
        )
        wanted = choice.layout if choice.master is None else f"{choice.layout}（母版 {choice.master}）"
        raise TemplateError.of("mapping_layout", where=where, role=choice.role.value, name=wanted, known=known or "无")
    return matching[0]


def mapping_text(diagnosis: Diagnosis) -> str:
    """A mapping file that says what the doctor chose, every role, with the evidence beside it, to be edited."""
    facts = diagnosis.facts
    lines = [
        f"# {diagnosis.name} 的版式映射，由 speechdeck template map 写出。",
        '# 每行为一种页指定版式：写版式的名称；几个母版里有同名版式时写 { layout = "名称", master = 序号 }；',
        "# 用模板自带的示例页作样子时写 { sample_slide = 页号 }；不要这种页时写 false；删去一行就由程序自己选。",
        "# 用法：speechdeck build 讲稿 --template 模板 --template-map 本文件（放在模板旁边并与它同名时可以不写）。",
        "#",
        "# 模板里的版式：",
    ]
    lines += [f"#   母版 {layout.master}　{layout.name}" for layout in facts.layouts]
    if facts.slides:
        lines += ["#", "# 模板里的示例页："]
        lines += [f"#   第 {slide.number} 张　{_first_words(slide)}" for slide in facts.slides]
    lines += ["", "[roles]"]
    for role in LayoutRole:
        candidate = diagnosis.roles.get(role)
        lines.append(f"# {role_name(role)}：" + _why(candidate))
        if candidate is None:
            lines.append(f"# {role.value} = false")
        else:
            mark = "# " if candidate.instead else ""
            lines.append(f"{mark}{role.value} = {_written(candidate, facts)}")
    return "\n".join(lines) + "\n"


def _first_words(slide: SampleSlide) -> str:
    words = " ".join((slide.title or (slide.texts[0] if slide.texts else "")).split())
    return words[:_MOST_WORDS] or "（没有文字）"


def _why(candidate: Candidate | None) -> str:
    if candidate is None:
        return "没有合适的版式，内容改为要点"
    return f"把握 {candidate.confidence:.0%}，" + "；".join(candidate.evidence)


def _written(candidate: Candidate, facts: TemplateFacts) -> str:
    layout = candidate.layout
    if layout.sample_slide is not None:
        return f"{{ sample_slide = {layout.sample_slide} }}"
    name = json.dumps(layout.name, ensure_ascii=False)
    alike = [other for other in facts.layouts if other.name == layout.name]
    return name if len(alike) == 1 else f"{{ layout = {name}, master = {layout.master} }}"
