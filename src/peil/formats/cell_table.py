"""A CSV file as columns of distinct cells: each different text is kept and read once."""

import csv
from collections import defaultdict
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.data.data_problems import UNEVEN_ROW, UNREADABLE_FILE

if TYPE_CHECKING:
    from _csv import Reader

ROWS_AT_ONCE = 4096
MOST_TOLD = 20

csv.field_size_limit(1 << 24)


@dataclass(frozen=True)
class CellColumn:
    """A column: its distinct texts, and for each row the position of its text among them."""

    texts: tuple[str, ...]
    places: NDArray[np.int32]

    def cells(self) -> NDArray[np.object_]:
        """Give the text of every row."""
        return np.array(self.texts, object)[self.places] if self.texts else np.array([], object)

    def first_row(self, text_place: int) -> int:
        """Give the first row that holds a text."""
        return int(np.argmax(self.places == text_place))

    def rows_with(self, text_place: int) -> int:
        """Count the rows that hold a text."""
        return int((self.places == text_place).sum())


@dataclass(frozen=True)
class CellTable:
    """A file's header and columns; ``lines`` gives the line on which each row starts."""

    path: Path
    header: tuple[str, ...]
    columns: tuple[CellColumn, ...]
    lines: NDArray[np.int64]

    @property
    def n(self) -> int:
        """Number of rows under the header."""
        return len(self.lines)


def read_cell_table(path: Path) -> CellTable:
    """Read a CSV file: UTF-8 (a byte order mark is allowed), commas, quotes doubled inside quotes.

    Raises:
        Unusable: The file can't be read, or rows are longer or shorter than the header.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return read_rows(path, csv.reader(file, strict=True))
    except OSError as error:
        message = f"the file can't be read: {error.strerror}."
    except UnicodeDecodeError as error:
        message = f"byte {error.start} is not UTF-8; save the file as CSV UTF-8."
    except csv.Error as error:
        message = f"the file is not well-formed CSV: {error}."
    raise Unusable([UNREADABLE_FILE.problem(Span(str(path)), message)])


def read_rows(path: Path, reader: "Reader") -> CellTable:
    """Read header and rows, some thousands at a time so that each text is kept only once."""
    header = next(reader, None)
    if not header:
        message = "the file is empty; its first line should name the columns."
        raise Unusable([UNREADABLE_FILE.problem(Span(str(path)), message)])
    seen: list[defaultdict[str, int]] = [defaultdict(count().__next__) for _ in header]
    parts: list[list[NDArray[np.int32]]] = [[] for _ in header]
    lines: list[int] = []
    uneven: list[Problem] = []
    start = reader.line_num + 1
    while True:
        chunk = []
        for row in islice(reader, ROWS_AT_ONCE):
            if len(row) == len(header):
                chunk.append(row)
                lines.append(start)
            elif row:
                uneven.append(uneven_row(Span(str(path), start, 1), len(row), len(header)))
            start = reader.line_num + 1
        for index, cells in enumerate(zip(*chunk, strict=True)):
            places = np.fromiter(map(seen[index].__getitem__, cells), np.int32, len(cells))
            parts[index].append(places)
        if len(uneven) >= MOST_TOLD or not chunk:
            break
    if uneven:
        raise Unusable(uneven[:MOST_TOLD])
    columns = tuple(
        CellColumn(tuple(texts), np.concatenate(part) if part else np.array([], np.int32))
        for texts, part in zip(seen, parts, strict=True)
    )
    return CellTable(path, tuple(header), columns, np.array(lines, np.int64))


def uneven_row(span: Span, got: int, expected: int) -> Problem:
    """Give the problem of a row that doesn't fit under the header."""
    message = f"the row has {got} cells, the header {expected}."
    hint = "Put a text that holds a comma or a line break between double quotes."
    return UNEVEN_ROW.problem(span, message, hint=hint, expected=str(expected), got=str(got))
