"""A CSV file as columns of distinct cells: each different text is kept and read once."""

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.data.data_problems import UNEVEN_ROW, UNREADABLE_FILE
from peil.study.reader.decode import decode

if TYPE_CHECKING:
    from _csv import Reader

ROWS_AT_ONCE = 4096
MOST_TOLD = 20
ZIPPED = b"PK\x03\x04"
"""How a workbook of Excel or LibreOffice begins."""

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
    """A file's header and columns.

    Args:
        path: The file.
        header: Names of its columns.
        columns: The columns, in the order of the header.
        lines: The line on which each row starts; of a file without lines the row's number.
        numbers: Columns that the file itself keeps as numbers, NaN where there is none, as far as they were
            asked for as such.
    """

    path: Path
    header: tuple[str, ...]
    columns: tuple[CellColumn, ...]
    lines: NDArray[np.int64]
    numbers: Mapping[str, NDArray[np.float64]] = field(default_factory=dict)

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
            reader = csv.reader(file, strict=True)
            try:
                return read_rows(path, reader)
            except csv.Error as error:
                raise Unusable([badly_quoted(path, reader.line_num, str(error))]) from error
    except OSError as error:
        message = f"The file can't be read: {error.strerror}."
        hint = "Name a CSV file that is there and that you may read."
        raise Unusable([UNREADABLE_FILE.problem(Span(str(path)), message, hint=hint)]) from error
    except UnicodeDecodeError as error:
        raise Unusable([no_text(path)]) from error


def badly_quoted(path: Path, line: int, what: str) -> Problem:
    """Give the problem of a quote that is never closed, or that other text follows."""
    message = f"The quotes on or above this line can't be read: {what}."
    hint = "Put a text that holds a quote between quotes, with its own quotes doubled."
    return UNREADABLE_FILE.problem(Span(str(path), line, 1), message, hint=hint)


def no_text(path: Path) -> Problem:
    """Give the problem of a file that is no UTF-8, or holds what no text holds, at the first such place."""
    data = path.read_bytes()
    if data.startswith(ZIPPED):
        hint = "Open it in Excel or LibreOffice and save it as CSV UTF-8."
        return UNREADABLE_FILE.problem(Span(str(path)), "The file is a workbook, not a CSV file.", hint=hint)
    found: list[Problem] = []
    decode(data, str(path), UNREADABLE_FILE, found)
    return found[0]


def other_delimiter(path: Path, header: list[str]) -> Problem | None:
    """Give the problem that the columns are not separated by commas, or None."""
    for delimiter, name in ((";", "semicolons"), ("\t", "tabs")):
        if len(header) == 1 and delimiter in header[0]:
            message = f"The columns are separated by {name}, not by commas."
            hint = "Save the file with commas between columns and points, not commas, in numbers."
            return UNREADABLE_FILE.problem(Span(str(path), 1, 1), message, hint=hint)
    return None


def read_header(path: Path, reader: "Reader") -> list[str]:
    """Read the names of the columns.

    Raises:
        Unusable: There are none, or they are not separated by commas, or not text.
    """
    header = next(reader, None)
    if not any(header or ()):
        message = "The file is empty." if header is None else "The first line is empty."
        hint = "The first line should name the columns."
        raise Unusable([UNREADABLE_FILE.problem(Span(str(path)), message, hint=hint)])
    names = header or []
    if any("\0" in name for name in names):
        raise Unusable([no_text(path)])
    if problem := other_delimiter(path, names):
        raise Unusable([problem])
    return [name.strip() for name in names]


def read_rows(path: Path, reader: "Reader") -> CellTable:
    """Read header and rows, some thousands at a time so that each text is kept only once."""
    header = read_header(path, reader)
    seen: list[defaultdict[str, int]] = [defaultdict(count().__next__) for _ in header]
    parts: list[list[NDArray[np.int32]]] = [[] for _ in header]
    lines: list[int] = []
    uneven: list[Problem] = []
    start = reader.line_num + 1
    while True:
        chunk, passed = [], 0
        for passed, row in enumerate(islice(reader, ROWS_AT_ONCE), 1):  # noqa: B007 - 0 at the file's end
            if len(row) == len(header):
                chunk.append(row)
                lines.append(start)
            elif row:
                uneven.append(uneven_row(Span(str(path), start, 1), len(row), len(header)))
            start = reader.line_num + 1
        for index, cells in enumerate(zip(*chunk, strict=True)):
            places = np.fromiter(map(seen[index].__getitem__, cells), np.int32, len(cells))
            parts[index].append(places)
        if len(uneven) >= MOST_TOLD or not passed:
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
    message = f"The row has {got} cells, the header {expected}."
    hint = "Put a text that holds a comma or a line break between double quotes."
    return UNEVEN_ROW.problem(span, message, hint=hint, expected=str(expected), got=str(got))
