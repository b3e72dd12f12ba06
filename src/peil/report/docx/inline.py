"""Runs of text in a Word paragraph: bold, italic, links, calls of notes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.text.paragraph import Paragraph as WordParagraph

from peil.report.document import Inline, Run
from peil.report.docx.xml import add_child, bookmark_name, element_of, sound
from peil.report.typography import keep_together


@dataclass
class Writer:
    """Writes runs. Knows which anchors there are and how notes are numbered; numbers bookmarks as it goes.

    A bookmark's name is short, so two anchors can come to the same one: the later gets a number.
    """

    anchors: frozenset[str]
    notes: Mapping[str, int]
    names: dict[str, str] = field(default_factory=dict)
    marked: int = 0

    def write(self, paragraph: WordParagraph, inline: Inline) -> None:
        """Add runs to a paragraph."""
        for run in inline:
            self._run(paragraph, run)

    def plain(self, paragraph: WordParagraph, words: str, *, bold: bool = False) -> None:
        """Add plain words to a paragraph."""
        paragraph.add_run(sound(keep_together(words))).bold = bold or None

    def mark(self, paragraph: WordParagraph, anchor: str) -> None:
        """Put a bookmark around what is in a paragraph."""
        if not anchor:
            return
        self.marked += 1
        number = str(self.marked)
        around = element_of(paragraph)
        start = add_child(around, "w:bookmarkStart", {"w:id": number, "w:name": self.name(anchor)})
        around.insert(0 if around.pPr is None else 1, start)
        add_child(around, "w:bookmarkEnd", {"w:id": number})

    def name(self, anchor: str) -> str:
        """Give the name of an anchor's bookmark, the same each time and no other's."""
        if anchor not in self.names:
            name = bookmark_name(anchor)
            taken = set(self.names.values())
            number = 2
            while name in taken:
                name = f"{bookmark_name(anchor)[:36]}_{number}"
                number += 1
            self.names[anchor] = name
        return self.names[anchor]

    def link(self, paragraph: WordParagraph, anchor: str, words: str) -> None:
        """Add words that lead to an anchor."""
        _words(self._to(paragraph, anchor), Run(words))

    def _to(self, paragraph: WordParagraph, anchor: str) -> Any:  # noqa: ANN401 - lxml elements are untyped
        values = {"w:anchor": self.name(anchor), "w:history": "1"}
        return add_child(element_of(paragraph), "w:hyperlink", values)

    def _run(self, paragraph: WordParagraph, run: Run) -> None:
        anchor = f"note-{run.note}" if run.note else run.link[1:]
        if run.note:
            _words(self._to(paragraph, anchor), Run(str(self.notes[run.note])), raised=True)
        elif run.link.startswith("#") and anchor in self.anchors:
            _words(self._to(paragraph, anchor), run)
        elif run.link and not run.link.startswith("#"):
            to = paragraph.part.relate_to(run.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            _words(add_child(element_of(paragraph), "w:hyperlink", {"r:id": to}), run)
        else:
            made = paragraph.add_run(sound(keep_together(run.text)))
            made.bold, made.italic = run.bold or None, run.italic or None


def _words(parent: Any, run: Run, *, raised: bool = False) -> None:  # noqa: ANN401 - lxml elements are untyped
    """Add a run within a link."""
    element = add_child(parent, "w:r")
    kind = add_child(element, "w:rPr")
    if run.bold:
        add_child(kind, "w:b")
    if run.italic:
        add_child(kind, "w:i")
    add_child(kind, "w:color", {"w:val": "17436B"})
    if raised:
        add_child(kind, "w:vertAlign", {"w:val": "superscript"})
    add_child(element, "w:t", {"xml:space": "preserve"}, sound(keep_together(run.text)))
