"""The proof as a custom XML part: <customXml/itemN.xml> with its properties, related to the presentation."""

from __future__ import annotations

import uuid
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

_PART_TYPE = "application/xml"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_IDENTITY = "{" + str(uuid.uuid5(uuid.NAMESPACE_URL, "urn:speechdeck:proof:1")).upper() + "}"
_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>'
    '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
    f'ds:itemID="{_IDENTITY}"><ds:schemaRefs><ds:schemaRef ds:uri="urn:speechdeck:proof:1"/></ds:schemaRefs>'
    "</ds:datastoreItem>"
)
"""ECMA-376 part 1, 22.5: what makes Office keep a custom XML part over a save."""


def write_proof(presentation: Any, proof: bytes) -> None:
    """Add the part under the first free number: a template may carry parts of its own."""
    package = presentation.part.package
    taken = {str(part.partname) for part in package.iter_parts()}
    number = next(n for n in range(1, len(taken) + 2) if f"/customXml/item{n}.xml" not in taken)
    part = Part(PackURI(f"/customXml/item{number}.xml"), _PART_TYPE, package, proof)
    properties = Part(
        PackURI(f"/customXml/itemProps{number}.xml"), _PROPERTIES_TYPE, package, _PROPERTIES.encode("utf-8")
    )
    part.relate_to(properties, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    presentation.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)
