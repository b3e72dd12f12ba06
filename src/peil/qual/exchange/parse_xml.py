"""Read XML from elsewhere: without document types, and not deeper than trees of codes go.

Expat itself resolves nothing outside the file. A document type is refused as soon as it begins: without one
there are no entities of the file's own, so that a small file can't unfold into a large one.
"""

from xml.parsers import expat

from peil.core.problem import Unusable
from peil.core.span import Span
from peil.qual.exchange.xml_node import XmlNode
from peil.qual.exchange_problems import UNREADABLE_EXCHANGE, UNSAFE_EXCHANGE

DEEPEST = 200
"""Elements in elements: no codebook comes near it."""


def parse_xml(content: bytes, file: str) -> XmlNode:
    """Give the first element.

    Args:
        content: The file.
        file: What problems call it.

    Raises:
        Unusable: It is no XML, or it does what a file from elsewhere may not do.
    """
    reading = expat.ParserCreate(namespace_separator=" ")
    reading.buffer_text = True
    open_nodes = [XmlNode("", "", {}, 0)]

    def refuse(what: str) -> Unusable:
        place = Span(file, reading.CurrentLineNumber, reading.CurrentColumnNumber + 1)
        hint = "Ask who made it for an export of the tool itself."
        return Unusable([UNSAFE_EXCHANGE.problem(place, what, hint=hint)])

    def doctype(*_: object) -> None:
        raise refuse("The file has a document type.")

    def start(name: str, attributes: dict[str, str]) -> None:
        if len(open_nodes) > DEEPEST:
            raise refuse(f"Elements stand in each other more than {DEEPEST} deep.")
        namespace, _, tag = name.rpartition(" ")
        told = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        node = XmlNode(tag, namespace, told, reading.CurrentLineNumber)
        open_nodes[-1].children.append(node)
        open_nodes.append(node)

    def end(_: str) -> None:
        open_nodes.pop()

    def text(found: str) -> None:
        open_nodes[-1].parts.append(found)

    reading.StartDoctypeDeclHandler = doctype
    reading.StartElementHandler, reading.EndElementHandler = start, end
    reading.CharacterDataHandler = text
    try:
        reading.Parse(content, True)  # noqa: FBT003 - expat takes it by place: this is all of it
    except expat.ExpatError as error:
        message = f"The XML is broken: {expat.ErrorString(error.code)}."
        place = Span(file, error.lineno, error.offset + 1)
        raise Unusable(
            [UNREADABLE_EXCHANGE.problem(place, message, hint="Export it from the tool anew.")]
        ) from error
    return open_nodes[0].children[0]
