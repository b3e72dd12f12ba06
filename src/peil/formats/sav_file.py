"""An SPSS file as columns of distinct cells."""

from collections.abc import Collection, Mapping
from pathlib import Path

import numpy as np
import pyreadstat
from numpy.typing import NDArray

from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.data.data_problems import UNREADABLE_FILE
from peil.formats.cell_table import CellColumn, CellTable
from peil.formats.first_come import first_come
from peil.formats.plain_number import plain_number


def read_sav_table(path: Path, wanted: Collection[str], numbers: Collection[str] | None) -> CellTable:
    """Read columns of an SPSS file as ``read_file_table`` does; what it declares missing is absent.

    A value that has a label is read as its label, unless two values of the variable share that one. All else
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
        name: _column(np.asarray(cells[name]), told.variable_value_labels.get(name, {})) for name in chosen
    }
    columns = tuple(read.get(name, unread) for name in header)
    kept = {
        name: column
        for name in numbers
        if name in cells and (column := np.asarray(cells[name])).dtype == np.float64
    }
    return CellTable(path, header, columns, np.arange(1, rows + 1), kept)


def _column(cells: NDArray[np.generic], labels: Mapping[float | int, str]) -> CellColumn:
    if cells.dtype == object:
        same: dict[object, int] = {}
        places = np.array([same.setdefault(cell, len(same)) for cell in cells.tolist()], np.int32)
        values = list(same)
    else:
        distinct, found = np.unique(cells, return_inverse=True)
        values, places = distinct.tolist(), found.astype(np.int32)
    shared = [label for label in labels.values() if [*labels.values()].count(label) > 1]
    named = {value: label for value, label in labels.items() if label not in shared and label.strip()}
    return first_come([_text(value, named) for value in values], places)


def _text(value: object, named: Mapping[float | int, str]) -> str:
    if isinstance(value, float):
        return named.get(value) or plain_number(value)
    return "" if value is None else str(value)


def _unreadable(path: Path) -> Problem:
    message = "The SPSS file can't be read."
    hint = "Save it anew in SPSS or PSPP, or as CSV, and name that file."
    return UNREADABLE_FILE.problem(Span(str(path)), message, hint=hint)
