"""Strict Open XML → transitional, part by part: the same elements under other namespace names.

ISO/IEC 29500-1 (strict) against 29500-4 (transitional). PowerPoint writes the strict form under “Strict Open XML
演示文稿”; python-pptx knows the transitional names only.
"""

from __future__ import annotations

import re

_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/"
_NAMES = (
    # The three whose last word is spelt otherwise come before the general rule.
    (b"officeDocument/relationships/extendedProperties", b"officeDocument/2006/relationships/extended-properties"),
    (b"officeDocument/relationships/customProperties", b"officeDocument/2006/relationships/custom-properties"),
    (b"officeDocument/extendedProperties", b"officeDocument/2006/extended-properties"),
    (b"officeDocument/customProperties", b"officeDocument/2006/custom-properties"),
)
_GENERAL = re.compile(re.escape(_STRICT) + rb"(\w+)/")
_CONFORMANCE = re.compile(rb"""\s+conformance=(?:"strict"|'strict')""")
# ST_Percentage is 90% in the strict form and 90000 in the transitional one. Only these attributes hold one; a name or
# a description may say 90% as well.
_PERCENT = re.compile(
    rb"""\b(val|l|t|r|b|sx|sy|tx|ty|pos|amt|thresh|bright|contrast|fontScale|lnSpcReduction|baseline|hue|sat|lum|kx|ky|stA|endA|stPos|endPos)="(-?\d+(?:\.\d+)?)%\""""
)


def is_strict(part: bytes) -> bool:
    """Whether an XML part is written in strict names."""
    return _STRICT in part


def to_transitional(part: bytes) -> bytes:
    """The part in transitional names.

    >>> to_transitional(b'<a:off xmlns:a="http://purl.oclc.org/ooxml/drawingml/main"/>')
    b'<a:off xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/>'
    """
    if not is_strict(part):
        return part
    for strict, transitional in _NAMES:
        part = part.replace(_STRICT + strict, _TRANSITIONAL + transitional)
    part = _GENERAL.sub(_TRANSITIONAL + rb"\g<1>/2006/", part)
    part = _CONFORMANCE.sub(b"", part)
    return _PERCENT.sub(lambda m: b'%s="%d"' % (m[1], round(float(m[2]) * 1000)), part)
