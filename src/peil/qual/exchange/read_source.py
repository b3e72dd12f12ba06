"""A text of a project with its pieces, as any tool writes it."""

from dataclasses import dataclass, field

from peil.core.problem import Problem
from peil.core.span import Span
from peil.qual.exchange.archive import Archive
from peil.qual.exchange.count_positions import Placed, choose_way
from peil.qual.exchange.guid import canonical
from peil.qual.exchange.read_codes import references
from peil.qual.exchange.selection import CodeUse, Selection
from peil.qual.exchange.text_source import TextSource
from peil.qual.exchange.xml_node import XmlNode
from peil.qual.exchange_problems import MISPLACED

INTERNAL = "internal://"
MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig"))
"""How a file begins to what it is written in; a byte order mark is no part of the text."""


@dataclass
class SourceReader:
    """Reads the texts of one project.

    Args:
        archive: The file.
        place: What problems call ``project.qde``.
        origin: The tool that wrote it.
        codes: GUIDs of the codes that there are.
        problems: What couldn't be read, as it is found.
    """

    archive: Archive
    place: str
    origin: str
    codes: frozenset[str]
    problems: list[Problem] = field(default_factory=list)

    def source(self, node: XmlNode) -> TextSource | None:
        """Give a text, or None where its words can't be had."""
        content = node.first("PlainTextContent")
        text = content.text if content else self.text(node)
        if text is None:
            pieces = sum(1 for _ in node.all("PlainTextSelection"))
            self.lost(node, f'The text "{node.get("name")}" isn\'t in the file, with {pieces} pieces of it.')
            return None
        coder = node.get("creatingUser")
        return TextSource(
            guid=canonical(node.get("guid")),
            name=node.get("name"),
            text=text,
            description=node.told("Description"),
            coder=canonical(coder) if coder else "",
            selections=self.selections(node, text),
            uses=self.uses(node),
            notes=references(node, "NoteRef"),
        )

    def text(self, node: XmlNode) -> str | None:
        """Give the words in a file of their own, or None where they can't be had."""
        path = node.get("plainTextPath").strip()
        if not path.casefold().startswith(INTERNAL):
            return None
        content = self.archive.source(path[len(INTERNAL) :].replace("\\", "/"))
        return None if content is None else decoded(content)

    def selections(self, node: XmlNode, text: str) -> tuple[Selection, ...]:
        """Give the pieces, in code points of the text however the tool counted them."""
        written = [(one, placed) for one in node.all("PlainTextSelection") if (placed := self.placed(one))]
        way, places = choose_way(text, self.origin, [placed for _, placed in written])
        found = []
        for one, placed in written:
            if 0 <= placed.start <= placed.end < len(places):
                found.append(self.selection(one, places[placed.start], places[placed.end]))
            else:
                beyond = f"from {placed.start} to {placed.end}, counted in {way}"
                self.lost(one, f'A piece lies {beyond}: that isn\'t in the text "{node.get("name")}".')
        return tuple(found)

    def placed(self, node: XmlNode) -> Placed | None:
        """Give where a piece is said to lie, or None where that is no number."""
        try:
            start, end = int(node.get("startPosition")), int(node.get("endPosition"))
        except ValueError:
            self.lost(node, "A piece doesn't say where it begins and ends.")
            return None
        return Placed(start, end, node.get("name"))

    def selection(self, node: XmlNode, start: int, end: int) -> Selection:
        """Give a piece."""
        coder = node.get("creatingUser")
        return Selection(
            guid=canonical(node.get("guid")),
            start=start,
            end=end,
            name=node.get("name"),
            description=node.told("Description"),
            coder=canonical(coder) if coder else "",
            uses=self.uses(node),
            notes=references(node, "NoteRef"),
        )

    def uses(self, node: XmlNode) -> tuple[CodeUse, ...]:
        """Give the codes that a piece or text was given."""
        found = []
        for coding in node.all("Coding"):
            codes = [code for code in references(coding, "CodeRef") if code in self.codes]
            if not codes:
                self.lost(coding, "A coding names a code that isn't in the file.")
            coder = coding.get("creatingUser")
            by = canonical(coder) if coder else ""
            notes = references(coding, "NoteRef")
            found += [CodeUse(canonical(coding.get("guid")), code, by, notes) for code in codes]
        return tuple(found)

    def lost(self, node: XmlNode, message: str) -> None:
        """Tell what can't be read."""
        hint = "Look it up in the tool that wrote the file."
        self.problems.append(MISPLACED.problem(Span(self.place, node.line, 1), message, hint=hint))


def decoded(content: bytes) -> str | None:
    """Give a text file's words, without its byte order mark; None where it is no Unicode."""
    encoding = next(encoding for mark, encoding in MARKS if content.startswith(mark))
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None
