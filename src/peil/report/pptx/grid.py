"""A table on a slide: widths of its columns, heights of its rows."""

from peil.report.charts.wrap import wrap_text
from peil.report.document import Grid, TableCell
from peil.report.fonts import Face, measure
from peil.report.outline import plain_text
from peil.report.pdf.widths import column_widths
from peil.report.pptx.flow import LEADING

INSET = 5.0
_ABOVE = 2.5


def columns_on(grid: Grid, width: float) -> tuple[float, ...]:
    """Give the widths of columns that together take a width."""
    _, printed = column_widths(grid)
    return tuple(width * one / sum(printed) for one in printed)


def row_heights(grid: Grid, size: float, width: float) -> tuple[float, ...]:
    """Give the height of each row, header rows first."""
    columns = columns_on(grid, width)
    rows = (*((row, True) for row in grid.head), *((row, False) for row in grid.body))
    return tuple(_row(row, columns, size, head=head) for row, head in rows)


def table_height(grid: Grid, size: float, width: float) -> float:
    """Give the height of a table."""
    return sum(row_heights(grid, size, width))


def words_fit(grid: Grid, size: float, width: float) -> bool:
    """Say whether each word of a table can stand on one line of its column."""
    columns = columns_on(grid, width)
    rows = (*((row, True) for row in grid.head), *((row, False) for row in grid.body))
    for row, head in rows:
        start = 0
        for cell in row:
            room = sum(columns[start : start + cell.columns]) - 2 * INSET
            start += cell.columns
            face = Face.BOLD if head or cell.header else Face.REGULAR
            if any(measure(word, size, face) > room for word in cell_words(cell).split()):
                return False
    return True


def cell_words(cell: TableCell) -> str:
    """Give what is written in a cell, its mark too."""
    return f"{plain_text(cell.text)} {cell.mark}".strip()


def _row(row: tuple[TableCell, ...], columns: tuple[float, ...], size: float, *, head: bool) -> float:
    tallest, start = 1, 0
    for cell in row:
        room = sum(columns[start : start + cell.columns]) - 2 * INSET
        start += cell.columns
        face = Face.BOLD if head or cell.header else Face.REGULAR
        tallest = max(tallest, len(wrap_text(cell_words(cell), max(room, size), size, face)))
    return tallest * size * LEADING + 2 * _ABOVE
