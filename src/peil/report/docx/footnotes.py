"""Word's own footnotes."""

from dataclasses import dataclass, field
from typing import Any

from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph as WordParagraph

from peil.report.document import Inline, Run
from peil.report.docx.field import add_field
from peil.report.docx.styles import NOTE, NOTE_SIGN
from peil.report.docx.xml import add_child, element_of

_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RULES = ((-1, "separator"), (0, "continuationSeparator"))
"""The lines between text and notes, which Word wants as notes of their own."""


@dataclass
class Footnotes:
    """The notes of a file, in order of first call.

    Word numbers notes itself, and each is called once: a second call is a reference to the first.
    """

    file: WordFile
    texts: dict[str, Inline]
    called: dict[str, int] = field(default_factory=dict)

    def call(self, paragraph: WordParagraph, note: str) -> int:
        """Call a note; gives its number."""
        first = note not in self.called
        number = self.called.setdefault(note, len(self.called) + 1)
        if first:
            sign = self._sign(element_of(paragraph))
            add_child(sign, "w:footnoteReference", {"w:id": str(number)})
        else:
            self._again(paragraph, number)
        return number

    def bookmark(self, note: str) -> str:
        """Give the name of the bookmark around a note's first call."""
        return f"_RefNote{self.called[note]}"

    def without_calls(self, text: Inline) -> Inline:
        """Give a note's text with the notes that it calls written out: a Word note has no notes."""
        found: list[Run] = []
        for run in text:
            if run.note:
                told = tuple(part for part in self.texts[run.note] if not part.note)
                found += (Run(" ["), *told, Run("]"))
            else:
                found.append(run)
        return tuple(found)

    def part(self) -> tuple[XmlPart, dict[str, WordParagraph]] | None:
        """Make the part that holds the notes, with a paragraph to write each one's text in."""
        if not self.called:
            return None
        package: Any = self.file.part.package
        root = parse_xml(f"<w:footnotes {nsdecls('w', 'r')}/>")
        for number, kind in _RULES:
            rule = add_child(root, "w:footnote", {"w:type": kind, "w:id": str(number)})
            add_child(add_child(add_child(rule, "w:p"), "w:r"), f"w:{kind}")
        part = XmlPart(PackURI("/word/footnotes.xml"), _KIND, root, package)
        made = {note: self._paragraph(root, number, part) for note, number in self.called.items()}
        self.file.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        self._settle()
        return part, made

    def _paragraph(self, root: Any, number: int, part: XmlPart) -> WordParagraph:  # noqa: ANN401 - lxml elements are untyped
        element = add_child(add_child(root, "w:footnote", {"w:id": str(number)}), "w:p")
        style = self.file.styles[NOTE].style_id
        add_child(add_child(element, "w:pPr"), "w:pStyle", {"w:val": str(style)})
        add_child(self._sign(element), "w:footnoteRef")
        paragraph = WordParagraph(element, _Story(part))  # type: ignore[arg-type]  # it asks for no more than a part
        paragraph.add_run(" ")
        return paragraph

    def _sign(self, parent: Any) -> Any:  # noqa: ANN401 - lxml elements are untyped
        run = add_child(parent, "w:r")
        style = self.file.styles[NOTE_SIGN].style_id
        add_child(add_child(run, "w:rPr"), "w:rStyle", {"w:val": str(style)})
        return run

    def _again(self, paragraph: WordParagraph, number: int) -> None:
        def fill() -> None:
            add_child(self._sign(element_of(paragraph)), "w:t", text=str(number))

        add_field(paragraph, f"NOTEREF _RefNote{number} \\f \\h", fill)

    def _settle(self) -> None:
        """Name the two lines in the settings, where Word looks for them."""
        settings = self.file.settings.element
        compat = settings.find(qn("w:compat"))
        if compat is None or settings.find(qn("w:footnotePr")) is not None:
            return
        place = list(settings).index(compat)
        told = add_child(settings, "w:footnotePr")
        for number, _ in _RULES:
            add_child(told, "w:footnote", {"w:id": str(number)})
        settings.insert(place, told)


@dataclass(frozen=True)
class _Story:
    """What a paragraph asks of where it stands."""

    part: XmlPart
