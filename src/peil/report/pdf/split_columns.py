"""A table with more columns than a page is wide, in parts that each repeat the row headers."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from peil.report.document import Grid, TableCell
from peil.report.pdf.widths import SIZES, TEXT_WIDTH, least_widths

READS_WELL = 8.0  # pt

Row = tuple[TableCell, ...]


def split_columns(grid: Grid) -> tuple[Grid, ...]:
    """Give the parts that a table is set in, one under the other: itself, where it fits on a page.

    It fits where each column holds its longest word in the smallest type. Else its columns are shared out
    over as few parts as hold them in a type that reads well, about as many to each. A cell that spans
    columns stands over those that each part has of them.
    """
    heads = grid.row_headers
    least = least_widths(grid, READS_WELL)
    columns = range(heads, len(least))
    if grid.widths or sum(least_widths(grid, SIZES[-1])) <= TEXT_WIDTH or len(columns) < 2:
        return (grid,)
    room = TEXT_WIDTH - sum(least[:heads])
    every = (share_out(columns, count) for count in range(2, len(columns) + 1))
    fits = (parts for parts in every if all(sum(least[x] for x in part) <= room for part in parts))
    parts = next(fits, share_out(columns, len(columns)))
    return tuple(take_columns(grid, frozenset((*range(heads), *part))) for part in parts)


def share_out(columns: range, count: int) -> tuple[range, ...]:
    """Cut columns into so many stretches of about the same length."""
    edges = [columns.start + round(len(columns) * part / count) for part in range(count + 1)]
    return tuple(range(*pair) for pair in pairwise(edges))


def take_columns(grid: Grid, columns: frozenset[int]) -> Grid:
    """Give a table with some of its columns alone."""
    head = tuple(tuple(cells_within(row, columns)) for row in grid.head)
    body = tuple(tuple(cells_within(row, columns)) for row in grid.body)
    return replace(grid, head=head, body=body)


def cells_within(row: Sequence[TableCell], columns: frozenset[int]) -> Iterator[TableCell]:
    """Give a row's cells as far as they stand in these columns."""
    start = 0
    for cell in row:
        width = len(columns.intersection(range(start, start + cell.columns)))
        if width:
            yield replace(cell, columns=width)
        start += cell.columns
