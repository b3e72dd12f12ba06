"""How wide a table's columns are on paper, from the texts in them."""

from collections.abc import Callable, Iterator, Sequence

from peil.report.document import Grid, TableCell
from peil.report.fonts import Face, measure
from peil.report.outline import plain_text

TEXT_WIDTH = 425.0  # pt: A4 with margins of 30 mm
SIZES = (9.0, 8.5, 8.0, 7.5, 7.0, 6.5)
_INSET = 8.5  # pt, left and right of a cell's text together
_LONGEST_WORD = 95.0  # pt; a wider word may be broken
_LABEL = 140.0  # pt for a row header, where its text is that long
_AIR = 14.0  # pt that a column of a narrow table gets beside its longest text
_NARROWEST = 240.0  # pt; a narrower table looks lost on the page
_TOGETHER = 20  # lines, somewhat more where words are long; a page holds over forty


def column_widths(grid: Grid, largest: float = SIZES[0]) -> tuple[float, tuple[float, ...]]:
    """Give the size of type that a table is set in, and the widths of its columns, in pt.

    The largest size (but none above ``largest``) is taken in which every column holds its longest word and
    row headers have room for a few. What is left of the page goes to row headers first, up to half of it,
    then to columns in proportion to what they lack of their longest text. Columns of numbers get the same
    width where the page allows. A table of little text stays narrower than the page. Where widths are given,
    row headers have the room that they give, and it is enough that each column holds its longest word.
    """
    sizes = [size for size in SIZES if size <= largest]
    size = next((size for size in sizes if sum(least_widths(grid, size)) <= TEXT_WIDTH), SIZES[-1])
    if grid.widths:
        given = tuple(round(TEXT_WIDTH * width / sum(grid.widths), 2) for width in grid.widths)
        return max(size, _fitting(grid, sizes, given)), given
    least, most = least_widths(grid, size), _widths(grid, size, measure)
    numeric = _numeric_columns(grid)
    if sum(least := _even(least, numeric)) > TEXT_WIDTH:
        least = least_widths(grid, size)
    goal = max(sum(most) + _AIR * len(most), _spanning(grid, size), _NARROWEST)
    return size, _share_out(least, _even(most, numeric), grid.row_headers, min(goal, TEXT_WIDTH))


def too_wide(cell: TableCell, size: float, width: float) -> bool:
    """Say whether a word of the cell can't stand on one line."""
    words = plain_text(cell.text).split()
    return any(measure(word, size, Face.BOLD) > width - _INSET for word in words)


def too_tall(cell: TableCell, size: float, width: float) -> bool:
    """Say whether a cell has so many lines that its row can't be asked to stay on one page."""
    return measure(plain_text(cell.text), size, Face.REGULAR) > _TOGETHER * (width - _INSET)


def _fitting(grid: Grid, sizes: Sequence[float], given: Sequence[float]) -> float:
    """The largest size in which each column holds its longest word in the width that it is given."""
    for size in sizes:
        if all(word <= width for word, width in zip(_widths(grid, size, _word), given, strict=False)):
            return size
    return sizes[-1]


def _numeric_columns(grid: Grid) -> frozenset[int]:
    in_body = {column: cell.numeric for column, cell, face in _single_cells(grid) if face is Face.REGULAR}
    return frozenset(column for column, numeric in in_body.items() if numeric)


def _even(widths: list[float], columns: frozenset[int]) -> list[float]:
    widest = max((widths[column] for column in columns), default=0.0)
    return [widest if column in columns else width for column, width in enumerate(widths)]


def least_widths(grid: Grid, size: float) -> list[float]:
    """The least that each column needs in a size of type: its longest word, a few words for a row header."""
    least = _widths(grid, size, _word)
    whole = _widths(grid, size, measure)
    heads = range(min(grid.row_headers, len(least)))
    return [max(low, min(whole[i], _LABEL)) if i in heads else low for i, low in enumerate(least)]


def _spanning(grid: Grid, size: float) -> float:
    """The widest text that runs over several columns."""
    cells = [cell for row in (*grid.head, *grid.body) for cell in row if cell.columns > 1]
    return max((_INSET + measure(plain_text(cell.text), size, Face.BOLD) for cell in cells), default=0.0)


def _share_out(least: list[float], most: list[float], row_headers: int, goal: float) -> tuple[float, ...]:
    """Widths from least up that add to the goal."""
    widths = list(least)
    for column in range(min(row_headers, len(widths))):
        room = max(goal - sum(widths), 0.0)
        widths[column] += min(
            max(most[column] - widths[column], 0.0), max(goal / 2 - widths[column], 0.0), room
        )
    lacks = [max(high - low, 0.0) for low, high in zip(widths, most, strict=True)]
    part = min(max(goal - sum(widths), 0.0) / sum(lacks), 1.0) if sum(lacks) else 0.0
    widths = [low + lack * part for low, lack in zip(widths, lacks, strict=True)]
    factor = goal / sum(widths)
    return tuple(round(width * factor, 2) for width in widths)


def _widths(grid: Grid, size: float, of: Callable[[str, float, Face], float]) -> list[float]:
    """The widest cell of each column; cells that span columns don't count."""
    widths = [_INSET] * _column_count(grid)
    for column, cell, face in _single_cells(grid):
        widths[column] = max(
            widths[column], _INSET + of(plain_text(cell.text), size, face), _mark(cell, size)
        )
    return widths


def _single_cells(grid: Grid) -> Iterator[tuple[int, TableCell, Face]]:
    for rows, face in ((grid.head, Face.BOLD), (grid.body, Face.REGULAR)):
        for row in rows:
            column = 0
            for cell in row:
                if cell.columns == 1:
                    yield column, cell, face
                column += cell.columns


def _column_count(grid: Grid) -> int:
    return max((sum(cell.columns for cell in row) for row in (*grid.head, *grid.body)), default=1)


def _word(text: str, size: float, face: Face) -> float:
    widest = max((measure(word, size, face) for word in text.replace("\u00ad", "- ").split()), default=0.0)
    return min(widest, _LONGEST_WORD)


def _mark(cell: TableCell, size: float) -> float:
    return _INSET + measure(cell.mark, size * 0.8)
