"""A grid as a Word table: its header rows stand again on each page, rows stay whole."""

from dataclasses import dataclass
from itertools import accumulate

from docx.document import Document as WordFile
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table, _Cell, _Row

from peil.report.document import Grid, NumberedTable, Run, TableCell
from peil.report.docx.inline import Writer
from peil.report.docx.styled import set_style
from peil.report.docx.styles import CELL
from peil.report.docx.xml import add_child, child_of, element_of
from peil.report.pdf.widths import SIZES, TEXT_WIDTH, column_widths
from peil.report.sound import sound

Row = tuple[TableCell, ...]
_OF_MARK = 0.8  # of the size of type
_MARGIN = 85  # twentieths of a pt


def write_table(file: WordFile, block: NumberedTable, writer: Writer, room: float) -> None:
    """Add a table as wide as a printed report's, in proportion to the room in pt."""
    grid = block.grid
    size, printed = column_widths(grid)
    widths = tuple(width * room / TEXT_WIDTH for width in printed)
    table = file.add_table(rows=0, cols=len(widths), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
    _narrow_margins(table)
    rows = _Rows(table, writer, widths, size if size < SIZES[0] else 0.0)
    for row in grid.head:
        rows.write(row, headers=len(row), head=True)
    for row in grid.body:
        rows.write(row, headers=grid.row_headers)
    _say_headers(table, grid)
    _describe(table, block)


@dataclass(frozen=True)
class _Rows:
    """Writes rows; ``smaller`` is the size of type where a table has too many columns for its style's."""

    table: Table
    writer: Writer
    widths: tuple[float, ...]
    smaller: float

    def write(self, row: Row, *, headers: int, head: bool = False) -> None:
        """Write a row, of which the first ``headers`` cells head others."""
        made: _Row = self.table.add_row()  # type: ignore[no-untyped-call]  # python-docx leaves it without types
        properties = element_of(made).get_or_add_trPr()
        add_child(properties, "w:cantSplit")
        if head:
            add_child(properties, "w:tblHeader")
        starts = list(accumulate((cell.columns for cell in row), initial=0))
        for number, (cell, start) in enumerate(zip(row, starts, strict=False)):
            end = start + cell.columns - 1
            place = made.cells[start] if cell.columns == 1 else made.cells[start].merge(made.cells[end])
            place.width = Pt(sum(self.widths[start : end + 1]))
            self._cell(place, cell, bold=number < headers)

    def _cell(self, place: _Cell, cell: TableCell, *, bold: bool) -> None:
        paragraph = place.paragraphs[0]
        set_style(paragraph, CELL)
        if cell.numeric:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        runs = tuple(Run(r.text, r.bold or bold, r.italic, r.link, r.note, r.origin) for r in cell.text)
        self.writer.write(paragraph, runs)
        for run in paragraph.runs if self.smaller else ():
            run.font.size = Pt(self.smaller)
        if cell.mark:
            self.writer.plain(paragraph, f" {cell.mark}")
            paragraph.runs[-1].font.size = Pt(_OF_MARK * (self.smaller or SIZES[0]))


def _narrow_margins(table: Table) -> None:
    """Leave as much room beside words as the widths were measured with."""
    properties = element_of(table).tblPr
    margins = add_child(properties, "w:tblCellMar")
    for side in ("w:left", "w:right"):
        add_child(margins, side, {"w:w": str(_MARGIN), "w:type": "dxa"})
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        look.addprevious(margins)


def _say_headers(table: Table, grid: Grid) -> None:
    """Say which row and column head the others, for those who hear the table."""
    look = child_of(element_of(table).tblPr, "w:tblLook")
    for name in list(look.attrib):
        del look.attrib[name]
    flags = {"firstRow": bool(grid.head), "lastRow": False, "firstColumn": grid.row_headers > 0}
    flags |= {"lastColumn": False, "noHBand": True, "noVBand": True}
    for name, on in flags.items():
        look.set(f"{{{element_of(table).nsmap['w']}}}{name}", "1" if on else "0")


def _describe(table: Table, block: NumberedTable) -> None:
    """Give the table the title and description that Word has for it."""
    for tag, words in (("w:tblCaption", block.caption), ("w:tblDescription", block.base)):
        if words:
            add_child(element_of(table).tblPr, tag, {"w:val": sound(words)})
