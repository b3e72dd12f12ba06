"""Read the parts of a Word document."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
from docx.table import Table

from peil.audit.reading.caption import is_caption
from peil.audit.reading.passage import Part, Passage, Spot, TextTable


def read_word(path: Path) -> Iterator[Part]:
    """Give headings, paragraphs, captions and tables in order; a caption belongs to what follows it.

    Raises:
        Exception: What python-docx raises for a file that is no Word document.
    """
    spot = Spot()
    for block in docx.Document(str(path)).iter_inner_content():
        if isinstance(block, Table):
            rows = tuple(tuple(words(cell.text) for cell in row.cells) for row in block.rows)
            if rows:
                yield TextTable(rows, spot)
            continue
        said = words(block.text)
        style = (block.style.name if block.style is not None else "") or ""
        if not said or style.lower().startswith(("toc", "inhopg")):
            continue
        if style.lower().startswith(("heading", "kop", "title", "titel")):
            spot = Spot(section=said)
        else:
            captioned = style.lower() in {"caption", "bijschrift"} or is_caption(said)
            spot = replace(spot, caption=said if captioned else "")
        yield Passage(said, spot)


def words(text: str) -> str:
    """Give text on one line."""
    return " ".join(text.split())
