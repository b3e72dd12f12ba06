"""XML of the exchange format as bytes: indented, the same of the same tree."""

import xml.etree.ElementTree as ET
from collections.abc import Mapping

from peil.formats.pack.xml_bytes import clean

INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
PROJECT = "urn:QDA-XML:project:1.0"
CODEBOOK = "urn:QDA-XML:codebook:1.0"
SCHEMAS = {
    PROJECT: "http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd",
    CODEBOOK: "http://schema.qdasoftware.org/versions/Codebook/v1.0/Codebook.xsd",
}


def root_of(tag: str, namespace: str) -> ET.Element:
    """Make a file's first element."""
    return ET.Element(
        tag,
        {
            "xmlns": namespace,
            "xmlns:xsi": INSTANCE,
            "xsi:schemaLocation": f"{namespace} {SCHEMAS[namespace]}",
        },
    )


def put(parent: ET.Element, tag: str, told: Mapping[str, str], text: str = "") -> ET.Element:
    """Put an element into another; attributes that say nothing stay out."""
    kept = {name: clean(value) for name, value in told.items() if value}
    found = ET.SubElement(parent, tag, kept)
    if text:
        found.text = clean(text)
    return found


def describe(parent: ET.Element, text: str) -> None:
    """Put a description, where there is one."""
    if text:
        put(parent, "Description", {}, text)


def refer(parent: ET.Element, tag: str, guids: tuple[str, ...]) -> None:
    """Put references to other parts of the project."""
    for guid in guids:
        put(parent, tag, {"targetGUID": guid})


def file_bytes(root: ET.Element) -> bytes:
    """Give the file. A carriage return is written by its number: read bare, it would become a line feed."""
    ET.indent(root)
    told = ET.tostring(root, encoding="unicode").replace("\r", "&#13;")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + told.encode() + b"\n"
