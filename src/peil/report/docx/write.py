"""A document as a Word file."""

from io import BytesIO

import docx
from docx.document import Document as WordFile
from docx.enum.text import WD_BREAK

from peil.report.document import Document, Figure, Heading, NumberedTable
from peil.report.docx.blocks import BlockWriter
from peil.report.docx.contents import write_contents
from peil.report.docx.footnotes import Footnotes
from peil.report.docx.house import House, open_house
from peil.report.docx.inline import Writer
from peil.report.docx.page import set_page, write_edges
from peil.report.docx.properties import set_properties
from peil.report.docx.styles import add_own_styles, drop_unused, set_language, set_styles, with_region
from peil.report.sound import sound
from peil.report.vocabulary import words_of
from peil.report.zipped import settle


def to_docx(document: Document, house: House | None = None) -> bytes:
    """Give the document as a Word file; the same document gives the same bytes.

    Headings, lists, captions, notes and tables are Word's own, so that its navigation and a screen reader
    know them. Charts are drawn by Word from a workbook that holds the printed numbers; route maps are
    pixels. Where a bound number comes from isn't told: Word has nothing for it that can be read.

    Args:
        document: What to write.
        house: The file whose styles, page and headers to take; None for our own.
    """
    file = open_house(house) if house else _own()
    add_own_styles(file)
    set_language(file, with_region(document.language))
    set_properties(file, document)
    words = words_of(document)
    writer = _writer(file, document)
    write_edges(file, document, numbered=house is None)
    _write_title(file, document, writer)
    write_contents(file, document, writer, words)
    blocks = BlockWriter(file, writer, words, document)
    for position, block in enumerate(document.blocks):
        blocks.write(block, position)
    writer.write_notes()
    made = BytesIO()
    file.save(made)
    return settle(made.getvalue())


def _own() -> WordFile:
    file = docx.Document()
    drop_unused(file)
    set_page(file)
    set_styles(file)
    return file


def _writer(file: WordFile, document: Document) -> Writer:
    """Give a writer that knows what can be referred to."""
    words = words_of(document)
    held = [block for block in document.blocks if isinstance(block, Heading | Figure | NumberedTable)]
    exhibits = {
        block.anchor: f"{words['figure' if isinstance(block, Figure) else 'table']} {block.number}"
        for block in held
        if not isinstance(block, Heading) and block.number
    }
    anchors = frozenset(block.anchor for block in held)
    return Writer(anchors, Footnotes(file, document.notes), exhibits)


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
