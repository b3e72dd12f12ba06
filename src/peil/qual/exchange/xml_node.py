"""An element of an XML file, with its place."""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class XmlNode:
    """An element: its local name, attributes, own text, elements in it, and line.

    ``namespace`` is that of its name. It grows while the file is read; afterwards nobody changes it.
    """

    tag: str
    namespace: str
    attributes: dict[str, str]
    line: int
    parts: list[str] = field(default_factory=list)
    children: list["XmlNode"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its own text, whitespace and all."""
        return "".join(self.parts)

    def get(self, name: str) -> str:
        """Give an attribute, or an empty text."""
        return self.attributes.get(name, "")

    def all(self, tag: str) -> Iterator["XmlNode"]:
        """Give the elements of that name directly in it."""
        return (child for child in self.children if child.tag == tag)

    def first(self, tag: str) -> "XmlNode | None":
        """Give the first element of that name directly in it."""
        return next(self.all(tag), None)

    def within(self, *tags: str) -> Iterator["XmlNode"]:
        """Give the elements at the end of a path of names."""
        found = [self]
        for tag in tags:
            found = [child for node in found for child in node.all(tag)]
        return iter(found)

    def told(self, tag: str) -> str:
        """Give the text of the first element of that name in it, or an empty text."""
        found = self.first(tag)
        return found.text if found else ""
