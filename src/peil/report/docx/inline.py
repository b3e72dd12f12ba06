"""Runs of text in a Word paragraph: bold, italic, links, references, calls of notes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.text.paragraph import Paragraph as WordParagraph

from peil.report.document import Inline, Run
from peil.report.docx.field import add_field
from peil.report.docx.footnotes import Footnotes
from peil.report.docx.xml import add_child, bookmark_name, element_of
from peil.report.sound import sound
from peil.report.typography import keep_together

_INK = "17436B"


@dataclass
class Writer:
    """Writes runs. Knows which anchors there are; numbers bookmarks as it goes.

    ``exhibits`` are figures and tables by their anchor, as a reference names them: such a reference is a
    field, so that it follows when figures move. A bookmark's name is short, so two anchors can come to the
    same one: the later gets a number.
    """

    anchors: frozenset[str]
    footnotes: Footnotes
    exhibits: Mapping[str, str] = field(default_factory=dict)
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
        if anchor:
            around = element_of(paragraph)
            self._mark(around, self.name(anchor), 0 if around.pPr is None else 1)

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
        """Add words that lead to an anchor, in the paragraph's own looks."""
        add_child(
            add_child(self._to(paragraph, anchor), "w:r"),
            "w:t",
            {"xml:space": "preserve"},
            sound(keep_together(words)),
        )

    def write_notes(self) -> None:
        """Write the text of every note that was called."""
        made = self.footnotes.part()
        for note, paragraph in made[1].items() if made else ():
            self.write(paragraph, self.footnotes.without_calls(self.footnotes.texts[note]))

    def _mark(self, around: Any, name: str, start: int) -> None:  # noqa: ANN401 - lxml elements are untyped
        """Put a bookmark around the children of an element, from a position on."""
        self.marked += 1
        number = str(self.marked)
        begin = add_child(around, "w:bookmarkStart", {"w:id": number, "w:name": name})
        around.insert(start, begin)
        add_child(around, "w:bookmarkEnd", {"w:id": number})

    def _to(self, paragraph: WordParagraph, anchor: str) -> Any:  # noqa: ANN401 - lxml elements are untyped
        values = {"w:anchor": self.name(anchor), "w:history": "1"}
        return add_child(element_of(paragraph), "w:hyperlink", values)

    def _run(self, paragraph: WordParagraph, run: Run) -> None:
        anchor = run.link[1:]
        if run.note:
            self._call(paragraph, run.note)
        elif run.link.startswith("#") and anchor in self.anchors:
            if self.exhibits.get(anchor) == run.text:
                fill = lambda: _words(element_of(paragraph), run)  # noqa: E731 - one line, used once
                add_field(paragraph, f"REF {self.name(anchor)} \\h \\* CHARFORMAT", fill)
            else:
                _words(self._to(paragraph, anchor), run)
        elif run.link and not run.link.startswith("#"):
            to = paragraph.part.relate_to(run.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            _words(add_child(element_of(paragraph), "w:hyperlink", {"r:id": to}), run)
        else:
            made = paragraph.add_run(sound(keep_together(run.text)))
            if run.bold:  # to say that it isn't would add a part to every run
                made.bold = True
            if run.italic:
                made.italic = True

    def _call(self, paragraph: WordParagraph, note: str) -> None:
        """Call a note; its first call gets a bookmark, which later ones refer to."""
        first = note not in self.footnotes.called
        before = len(element_of(paragraph))
        self.footnotes.call(paragraph, note)
        if first:
            self._mark(element_of(paragraph), self.footnotes.bookmark(note), before)


def _words(parent: Any, run: Run) -> None:  # noqa: ANN401 - lxml elements are untyped
    """Add a run that leads somewhere."""
    element = add_child(parent, "w:r")
    kind = add_child(element, "w:rPr")
    if run.bold:
        add_child(kind, "w:b")
    if run.italic:
        add_child(kind, "w:i")
    add_child(kind, "w:color", {"w:val": _INK})
    add_child(element, "w:t", {"xml:space": "preserve"}, sound(keep_together(run.text)))
