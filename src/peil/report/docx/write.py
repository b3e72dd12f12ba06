"""A document as a Word file."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as WordFile
from docx.enum.text import WD_BREAK
from docx.shared import Mm

from peil.report.document import Document, Figure, Heading, NumberedTable
from peil.report.docx.blocks import BlockWriter
from peil.report.docx.contents import write_contents
from peil.report.docx.inline import Writer
from peil.report.docx.properties import set_properties
from peil.report.docx.styles import set_styles
from peil.report.docx.xml import sound
from peil.report.vocabulary import words_of

_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def to_docx(document: Document) -> bytes:
    """Give the document as a Word file; the same document gives the same bytes.

    Headings, lists, captions and tables are Word's own, so that its navigation and a screen reader know
    them. Pictures are pixels with the same words as a printed report's. Notes stand at the end, each with a
    way back. Where a bound number comes from isn't told: Word has nothing for it that can be read.
    """
    file = docx.Document()
    _set_page(file)
    set_styles(file, document.language)
    set_properties(file, document)
    anchors = {
        block.anchor for block in document.blocks if isinstance(block, Heading | Figure | NumberedTable)
    }
    notes = {note: number for number, note in enumerate(document.notes, start=1)}
    writer = Writer(frozenset(anchors), notes)
    words = words_of(document)
    _write_title(file, document, writer)
    write_contents(file, document, writer, words["contents"])
    blocks = BlockWriter(file, writer, words, document)
    for position, block in enumerate(document.blocks):
        blocks.write(block, position)
    blocks.write_notes()
    return _settled(file)


def _set_page(file: WordFile) -> None:
    page = file.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(25)
    page.top_margin, page.bottom_margin = Mm(22), Mm(20)


def _write_title(file: WordFile, document: Document, writer: Writer) -> None:
    file.add_paragraph(sound(document.title), style="Title")
    if document.subtitle:
        file.add_paragraph(sound(document.subtitle), style="Subtitle")
    if document.warning:
        writer.plain(file.add_paragraph(), document.warning, bold=True)
    for name, value in document.front:
        line = file.add_paragraph()
        writer.plain(line, f"{name}: ", bold=True)
        writer.plain(line, value)
    file.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _settled(file: WordFile) -> bytes:
    """Give the file's bytes without the time at which it was made."""
    made, settled = BytesIO(), BytesIO()
    file.save(made)
    with ZipFile(made) as parts, ZipFile(settled, "w", ZIP_DEFLATED) as packed:
        for name in parts.namelist():
            entry = ZipInfo(name, _LONG_AGO)
            entry.compress_type = ZIP_DEFLATED
            packed.writestr(entry, parts.read(name))
    return settled.getvalue()
