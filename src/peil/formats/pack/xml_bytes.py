"""XML as bytes: indented, the same of the same tree."""

import re
import xml.etree.ElementTree as ET

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""Characters that XML can't hold at all."""


def put(parent: ET.Element, name: str, text: str | None = None, /, **attributes: str) -> ET.Element:
    """Put an element into another."""
    found = ET.SubElement(parent, name, {key: clean(value) for key, value in attributes.items()})
    found.text = None if text is None else clean(text)
    return found


def clean(text: str) -> str:
    """Take out what XML can't hold."""
    return UNPRINTABLE.sub("", text)


def xml_bytes(root: ET.Element) -> bytes:
    """Give the file."""
    ET.indent(root)
    return (
        b'<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode").encode() + b"\n"
    )
