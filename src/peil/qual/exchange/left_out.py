"""What of a file Peil has no place for: counted and told, never passed over in silence."""

from collections import Counter
from collections.abc import Iterator, Mapping

from peil.core.problem import Problem
from peil.core.span import Span
from peil.qual.exchange.xml_node import XmlNode
from peil.qual.exchange_problems import LEFT_OUT

NOTES = frozenset({"NoteRef"})
NOTHING: frozenset[str] = frozenset()
CODE = frozenset({"Description", "NoteRef", "Code"})
TEXT = frozenset({"Description", "PlainTextContent"})

CODEBOOK_KNOWN: Mapping[str, frozenset[str]] = {
    "CodeBook": frozenset({"Codes", "Sets"}),
    "Codes": frozenset({"Code"}),
    "Code": CODE,
    "Sets": frozenset({"Set"}),
    "Set": frozenset({"Description", "MemberCode", "MemberSource", "MemberNote"}),
}
"""Names of elements to those in them that are read; a name that isn't here holds none."""

PROJECT_KNOWN: Mapping[str, frozenset[str]] = {
    **CODEBOOK_KNOWN,
    "Project": frozenset({"Users", "CodeBook", "Sources", "Notes", "Sets", "Description"}),
    "CodeBook": frozenset({"Codes"}),
    "Users": frozenset({"User"}),
    "Sources": frozenset({"TextSource"}),
    "TextSource": TEXT | {"PlainTextSelection", "Coding", "NoteRef"},
    "PlainTextSelection": frozenset({"Description", "Coding", "NoteRef"}),
    "Coding": frozenset({"CodeRef", "NoteRef"}),
    "Notes": frozenset({"Note"}),
    "Note": TEXT,
}


def tell_left_out(root: XmlNode, file: str, known: Mapping[str, frozenset[str]]) -> tuple[Problem, ...]:
    """Tell each kind of element that isn't read, with how many there are and where the first one stands."""
    found = list(unknown(root, known))
    counts = Counter(node.tag for node in found)
    firsts = {node.tag: node for node in reversed(found)}
    return tuple(
        LEFT_OUT.problem(
            Span(file, firsts[tag].line, 1),
            f"{number} × {tag} {'is' if number == 1 else 'are'} left out.",
            hint="Keep the file: Peil reads texts, codes, codings, notes and sets of it.",
        )
        for tag, number in sorted(counts.items())
    )


def unknown(node: XmlNode, known: Mapping[str, frozenset[str]]) -> Iterator[XmlNode]:
    """Give the elements that aren't read; of one with others in it only itself, of a mere list its items."""
    for child in node.children:
        if child.tag in known.get(node.tag, NOTHING):
            yield from unknown(child, known)
        elif child.tag in {"Variables", "Cases", "Links", "Graphs"}:
            yield from child.children
        else:
            yield child
