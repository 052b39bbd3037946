"""Open a built-in look or a user's template: its package without slides, and its layouts with their slots.

A built-in look needs a tenth of this room; the doctor, brands and mappings are loaded when somebody asks for them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from generator.template.looks import DEFAULT_LOOK, LookDescription, look_descriptions, look_names, open_look

if TYPE_CHECKING:
    from generator.template.brand import Brand, branded
    from generator.template.candidates import Candidate, TemplateKind
    from generator.template.doctor import Diagnosis, inspect_template, template_of
    from generator.template.evidence import role_name
    from generator.template.inventory import Spot, purpose_name, spots_of
    from generator.template.mapping import RoleMapping, mapping_text, read_mapping
    from generator.template.slots import slot_capacity
    from generator.template.starting import starting_template

__all__ = [
    "DEFAULT_LOOK",
    "Brand",
    "Candidate",
    "Diagnosis",
    "LookDescription",
    "RoleMapping",
    "Spot",
    "TemplateKind",
    "branded",
    "inspect_template",
    "look_descriptions",
    "look_names",
    "mapping_text",
    "open_look",
    "purpose_name",
    "read_mapping",
    "role_name",
    "slot_capacity",
    "spots_of",
    "starting_template",
    "template_of",
]

_HOME_OF = {
    "Brand": "brand",
    "Candidate": "candidates",
    "Diagnosis": "doctor",
    "RoleMapping": "mapping",
    "Spot": "inventory",
    "TemplateKind": "candidates",
    "branded": "brand",
    "inspect_template": "doctor",
    "mapping_text": "mapping",
    "purpose_name": "inventory",
    "read_mapping": "mapping",
    "role_name": "evidence",
    "slot_capacity": "slots",
    "spots_of": "inventory",
    "starting_template": "starting",
    "template_of": "doctor",
}


def __getattr__(name: str) -> Any:
    """The other public names, each from the module that defines it (PEP 562)."""
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
