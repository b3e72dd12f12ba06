"""Each kind of block as Word has it."""

from collections.abc import Mapping
from io import BytesIO

from docx.document import Document as WordFile
from docx.shared import Emu, Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from peil.report.charts.picture import alternative_text, draw_picture
from peil.report.document import (
    Block,
    Bullets,
    Document,
    Figure,
    Heading,
    NumberedTable,
    Paragraph,
    Quote,
    Run,
)
from peil.report.docx.inline import Writer
from peil.report.docx.numbering import restart
from peil.report.docx.styles import SOURCE
from peil.report.docx.table import write_table
from peil.report.docx.xml import element_of, sound
from peil.report.outline import heading_levels
from peil.report.pdf.raster import to_png

_DEEPEST = 4
_LEVELS = 3  # of lists that Word has a style for
_TALLEST = Mm(225)


class BlockWriter:
    """Writes blocks at the end of a file."""

    def __init__(self, file: WordFile, writer: Writer, words: Mapping[str, str], document: Document) -> None:
        self.file = file
        self.writer = writer
        self.words = words
        self.document = document
        self.levels = heading_levels(document.blocks)
        page = file.sections[0]
        self.room = Emu((page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0))

    def write(self, block: Block, position: int = -1, style: str = "") -> None:
        """Write a block; ``style`` is that of a list's first paragraph."""
        match block:
            case Heading():
                self._heading(block, self.levels.get(position, block.level))
            case Paragraph():
                self.writer.write(self.file.add_paragraph(style=style or None), block.text)
            case Quote():
                for text in block.paragraphs:
                    self.writer.write(self.file.add_paragraph(style="Quote"), text)
            case Bullets():
                self._list(block, 1)
            case Figure():
                self._figure(block)
            case NumberedTable():
                self._table(block)

    def write_notes(self) -> None:
        """Write the notes under a heading of their own."""
        if not self.document.notes:
            return
        self.writer.plain(self.file.add_paragraph(style="Heading 1"), self.words["notes"])
        for note, text in self.document.notes.items():
            line = self.file.add_paragraph()
            self.writer.plain(line, f"{self.writer.notes[note]}. ")
            self.writer.mark(line, f"note-{note}")
            self.writer.write(line, text)

    def _heading(self, block: Heading, level: int) -> None:
        line = self.file.add_paragraph(style=f"Heading {min(level, _DEEPEST)}")
        number = (Run(f"{block.number} "),) if block.number else ()
        self.writer.write(line, (*number, *block.text))
        self.writer.mark(line, block.anchor)

    def _list(self, block: Bullets, level: int) -> None:
        name = "List Number" if block.ordered else "List Bullet"
        style = name if level == 1 else f"{name} {min(level, _LEVELS)}"
        numbering = restart(self.file, style) if block.ordered else None
        for item in block.items:
            for place, part in enumerate(item):
                if isinstance(part, Bullets):
                    self._list(part, level + 1)
                    continue
                self.write(part, style=style if place == 0 else "List Continue")
                if numbering is not None and place == 0:
                    number_of(self.file.paragraphs[-1], numbering)

    def _figure(self, block: Figure) -> None:
        self._caption(self.words["figure"], block)
        drawing = draw_picture(block.chart, block.anchor)
        picture = self.file.add_picture(BytesIO(to_png(drawing, self.room.pt)), width=self.room)
        if picture.height > _TALLEST:
            picture.width = Emu(round(picture.width * _TALLEST / picture.height))
            picture.height = _TALLEST
        described = picture._inline.docPr  # noqa: SLF001 - python-docx has no other door
        described.set("descr", sound(alternative_text(block.chart)))
        described.set("title", sound(block.chart.title))
        self._lines(block)

    def _table(self, block: NumberedTable) -> None:
        if block.caption or block.number:
            self._caption(self.words["table"], block)
        write_table(self.file, block.grid, self.writer, self.room.pt)
        if not self._lines(block):
            after = self.file.add_paragraph()
            after.paragraph_format.space_after = Pt(2)

    def _caption(self, word: str, block: Figure | NumberedTable) -> None:
        line = self.file.add_paragraph(style="Caption")
        if block.number:
            self.writer.plain(line, f"{word} {block.number}.", bold=True)
            self.writer.mark(line, block.anchor)
            self.writer.plain(line, " ")
        self.writer.plain(line, block.caption)
        if block.source:
            self.writer.plain(line, f" ({block.source})")

    def _lines(self, block: Figure | NumberedTable) -> bool:
        """Write what stands under a table or figure; says whether there was something."""
        said = " ".join(part for part in (block.base, block.cautions) if part)
        lines = [*([(Run(said),)] if said else []), *block.notes]
        for line in lines:
            self.writer.write(self.file.add_paragraph(style=SOURCE), line)
        return bool(lines)


def number_of(paragraph: WordParagraph, numbering: int) -> None:
    """Make a paragraph count in a list of its own."""
    numbered = element_of(paragraph).get_or_add_pPr().get_or_add_numPr()
    numbered.get_or_add_ilvl().val = 0
    numbered.get_or_add_numId().val = numbering
