"""Captions that Word numbers: ``Figuur 3`` is a field, and references to it are too."""

from docx.document import Document as WordFile

from peil.report.document import Figure, NumberedTable
from peil.report.docx.field import add_field
from peil.report.docx.inline import Writer
from peil.report.docx.styled import add_styled


def write_caption(file: WordFile, block: Figure | NumberedTable, word: str, writer: Writer) -> None:
    """Write a caption; the bookmark holds its name and number, which is what a reference repeats."""
    line = add_styled(file, "Caption")
    line.paragraph_format.keep_with_next = True
    if block.number:
        writer.plain(line, f"{word}\u00a0", bold=True)
        add_field(line, f"SEQ {word} \\* ARABIC", lambda: writer.plain(line, str(block.number), bold=True))
        writer.mark(line, block.anchor)
        writer.plain(line, ". ", bold=True)
    writer.plain(line, caption_words(block))


def caption_words(block: Figure | NumberedTable) -> str:
    """Give what stands after the number."""
    return f"{block.caption} ({block.source})" if block.source else block.caption
