"""The sheet behind a chart: what a researcher sees who opens the chart's data."""

import datetime as dt
from dataclasses import dataclass
from io import BytesIO

from xlsxwriter.workbook import Workbook

from peil.report.sound import sound

NAME = "Data"
_LONG_AGO = dt.datetime(1980, 1, 1)  # noqa: DTZ001 - a workbook's times have no zone
_LONGEST = 32_000  # characters that a cell holds
_LABELS, _NUMBERS = 44, 16  # widths of columns


@dataclass(frozen=True, slots=True)
class Column:
    """Numbers under a head; None leaves the cell empty. ``percent`` says how they are shown."""

    name: str
    values: tuple[float | None, ...]
    percent: bool = True


@dataclass(frozen=True, slots=True)
class Sheet:
    """Labels down the side and columns of numbers."""

    labels: tuple[str, ...]
    columns: tuple[Column, ...]

    def labels_at(self) -> str:
        """Give the address of the labels."""
        return _rows(0, len(self.labels))

    def head_at(self, column: int) -> str:
        """Give the address of a column's head."""
        return f"{NAME}!${letters(column + 1)}$1"

    def values_at(self, column: int) -> str:
        """Give the address of a column's numbers."""
        return _rows(column + 1, len(self.columns[column].values))


def _rows(place: int, count: int) -> str:
    name = letters(place)
    return f"{NAME}!${name}$2:${name}${count + 1}"


def letters(place: int) -> str:
    """Give a column's letters: A, Z, AA."""
    name = ""
    left = place + 1
    while left:
        left, rest = divmod(left - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def to_workbook(sheet: Sheet) -> bytes:
    """Give the sheet as a workbook; the same sheet gives the same bytes.

    Words are written as words: a label that starts with ``=`` is no formula.
    """
    made = BytesIO()
    book = Workbook(made, {"in_memory": True})
    book.set_properties({"created": _LONG_AGO})
    page = book.add_worksheet(NAME)
    bold, wrapped = book.add_format({"bold": True, "text_wrap": True}), book.add_format({"text_wrap": True})
    shown = {True: book.add_format({"num_format": "0%"}), False: book.add_format()}
    page.set_column(0, 0, _LABELS)
    page.set_column(1, max(1, len(sheet.columns)), _NUMBERS)
    for row, label in enumerate(sheet.labels, start=1):
        page.write_string(row, 0, fitted(label), wrapped)
    for place, column in enumerate(sheet.columns, start=1):
        page.write_string(0, place, fitted(column.name), bold)
        for row, value in enumerate(column.values, start=1):
            if value is not None:
                page.write_number(row, place, value, shown[column.percent])
    book.close()
    return made.getvalue()


def fitted(text: str) -> str:
    """Give text as a cell can hold it."""
    return sound(text)[:_LONGEST]
