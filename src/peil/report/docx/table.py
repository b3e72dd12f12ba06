"""A grid as a Word table: its header rows stand again on each page, rows stay whole."""

from itertools import accumulate

from docx.document import Document as WordFile
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.table import Table, _Cell, _Row

from peil.report.document import Grid, Run, TableCell
from peil.report.docx.inline import Writer
from peil.report.docx.styles import CELL
from peil.report.docx.xml import add_child, child_of, element_of
from peil.report.pdf.widths import TEXT_WIDTH, column_widths

Row = tuple[TableCell, ...]


def write_table(file: WordFile, grid: Grid, writer: Writer, room: float) -> None:
    """Add a table as wide as a printed report's, in proportion to the room in pt."""
    _, printed = column_widths(grid)
    widths = [width * room / TEXT_WIDTH for width in printed]
    table = file.add_table(rows=0, cols=len(widths), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
    for place, row in enumerate((*grid.head, *grid.body)):
        _write_row(table, row, widths, writer, head=place < len(grid.head))
    _say_headers(table, grid)


def _write_row(table: Table, row: Row, widths: list[float], writer: Writer, *, head: bool) -> None:
    made: _Row = table.add_row()  # type: ignore[no-untyped-call]  # python-docx leaves it without types
    properties = element_of(made).get_or_add_trPr()
    add_child(properties, "w:cantSplit")
    if head:
        add_child(properties, "w:tblHeader")
    starts = list(accumulate((cell.columns for cell in row), initial=0))
    for cell, start in zip(row, starts, strict=False):
        end = start + cell.columns - 1
        place = made.cells[start] if cell.columns == 1 else made.cells[start].merge(made.cells[end])
        place.width = Pt(sum(widths[start : end + 1]))
        _write_cell(place, cell, writer, bold=head or (cell.header and cell.columns > 1))


def _write_cell(place: _Cell, cell: TableCell, writer: Writer, *, bold: bool) -> None:
    paragraph = place.paragraphs[0]
    paragraph.style = CELL
    if cell.numeric:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    runs = tuple(Run(r.text, r.bold or bold, r.italic, r.link, r.note, r.origin) for r in cell.text)
    writer.write(paragraph, runs)
    if cell.mark:
        writer.plain(paragraph, f" {cell.mark}")


def _say_headers(table: Table, grid: Grid) -> None:
    """Say which row and column head the others, for those who hear the table."""
    look = child_of(element_of(table).tblPr, "w:tblLook")
    for name in list(look.attrib):
        del look.attrib[name]
    flags = {"firstRow": bool(grid.head), "lastRow": False, "firstColumn": grid.row_headers > 0}
    flags |= {"lastColumn": False, "noHBand": True, "noVBand": True}
    for name, on in flags.items():
        look.set(f"{{{element_of(table).nsmap['w']}}}{name}", "1" if on else "0")
