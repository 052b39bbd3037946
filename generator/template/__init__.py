"""Open a built-in look or a user's template: its package without slides, and its layouts with their slots."""

from generator.template.brand import Brand, branded
from generator.template.candidates import Candidate, TemplateKind
from generator.template.doctor import Diagnosis, inspect_template, template_of
from generator.template.evidence import role_name
from generator.template.looks import look_names, open_look
from generator.template.mapping import RoleMapping, mapping_text, read_mapping
from generator.template.slots import slot_capacity

__all__ = [
    "Brand",
    "Candidate",
    "Diagnosis",
    "RoleMapping",
    "TemplateKind",
    "branded",
    "inspect_template",
    "look_names",
    "mapping_text",
    "open_look",
    "read_mapping",
    "role_name",
    "slot_capacity",
    "template_of",
]
