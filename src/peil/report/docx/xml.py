"""The few elements of a Word file that python-docx has no words for."""

import re
from collections.abc import Mapping
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from peil.report.sound import sound

_LONGEST_NAME = 40  # of a bookmark


def element_of(part: Any) -> Any:  # noqa: ANN401 - lxml elements are untyped
    """Give the element behind a paragraph, table or row, for what python-docx can't say itself."""
    return part._element  # noqa: SLF001 - python-docx has no other door


def child_of(parent: Any, tag: str) -> Any:  # noqa: ANN401 - as above
    """Give an element's child of that tag, added where there is none."""
    found = parent.find(qn(tag))
    return add_child(parent, tag) if found is None else found


def add_child(parent: Any, tag: str, values: Mapping[str, str] | None = None, text: str = "") -> Any:  # noqa: ANN401 - as above
    """Add an element with its attributes and its text; gives the element."""
    element = OxmlElement(tag)
    for name, value in (values or {}).items():
        element.set(qn(name), value)
    if text:
        element.text = sound(text)
    parent.append(element)
    return element


def bookmark_name(anchor: str) -> str:
    """Give an anchor as the name of a bookmark: letters, digits and lines, 40 at most."""
    name = re.sub(r"\W", "_", anchor, flags=re.ASCII)
    if not name[:1].isalpha():
        name = f"a_{name}"
    return name[:_LONGEST_NAME]
