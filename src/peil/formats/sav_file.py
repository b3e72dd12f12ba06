"""An SPSS file as columns of distinct cells."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pyreadstat
from numpy.typing import NDArray

from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.data.data_problems import UNREADABLE_FILE
from peil.formats.cell_table import CellColumn, CellTable
from peil.formats.first_come import first_come
from peil.formats.plain_number import plain_number

_MOMENT = re.compile(r"[AEJS]?DATE|DATETIME|YMDHMS")
"""Formats of numbers that count seconds from the day on which the Gregorian calendar begins."""
_FIRST = dt.datetime(1582, 10, 14)  # noqa: DTZ001 - SPSS knows no time zones
_LAST = (dt.datetime(9999, 12, 31) - _FIRST).total_seconds()  # noqa: DTZ001 - as above


def read_sav_table(path: Path, wanted: Collection[str], numbers: Collection[str] | None) -> CellTable:
    """Read columns of an SPSS file as ``read_file_table`` does; what it declares missing is absent.

    A value that has a label is read as its label, unless that is also another value's label or text. All else
    is the text that a CSV file would have.

    Raises:
        Unusable: It can't be read.
    """
    try:
        _, told = pyreadstat.read_sav(path, metadataonly=True, output_format="dict")
        header = tuple(told.column_names)
        numbers = header if numbers is None else numbers
        chosen = [name for name in header if name in {*wanted, *numbers}]
        cells, _ = pyreadstat.read_sav(
            path, usecols=chosen or list(header[:1]), disable_datetime_conversion=True, output_format="dict"
        )
    except (pyreadstat.ReadstatError, OSError, ValueError) as error:
        raise Unusable([_unreadable(path)]) from error
    rows = len(next(iter(cells.values()), ()))
    unread = CellColumn((), np.zeros(0, np.int32))
    read = {
        name: _column(
            np.asarray(cells[name]),
            told.variable_value_labels.get(name, {}),
            moment=_MOMENT.match(str(told.original_variable_types.get(name, ""))) is not None,
        )
        for name in chosen
    }
    columns = tuple(read.get(name, unread) for name in header)
    kept = {
        name: column
        for name in numbers
        if name in cells and (column := np.asarray(cells[name])).dtype == np.float64
    }
    return CellTable(path, header, columns, np.arange(1, rows + 1), kept)


def _column(cells: NDArray[np.generic], labels: Mapping[Any, str], *, moment: bool) -> CellColumn:
    """Give a column; ``moment`` says that its numbers are dates."""
    if cells.dtype == object:
        same: dict[object, int] = {}
        places = np.array([same.setdefault(cell, len(same)) for cell in cells.tolist()], np.int32)
        values = list(same)
    else:
        distinct, found = np.unique(cells, return_inverse=True)
        values, places = distinct.tolist(), found.astype(np.int32)
    times = Counter(labels.values())
    owners = {_text(value, {}, moment=moment): value for value in values}
    named = {
        value: label
        for value, label in labels.items()
        if times[label] == 1 and label.strip() and owners.get(label, value) == value
    }
    return first_come([_text(value, named, moment=moment) for value in values], places)


def _text(value: object, named: Mapping[object, str], *, moment: bool) -> str:
    if value in named:
        return named[value]
    if moment and isinstance(value, float) and 0 <= value < _LAST:
        told = _FIRST + dt.timedelta(seconds=value)
        return str(told if told.time() != dt.time() else told.date())
    if isinstance(value, float):
        return plain_number(value)
    return "" if value is None else str(value)


def _unreadable(path: Path) -> Problem:
    message = "The SPSS file can't be read."
    hint = "Save it anew in SPSS or PSPP, or as CSV, and name that file."
    return UNREADABLE_FILE.problem(Span(str(path)), message, hint=hint)
