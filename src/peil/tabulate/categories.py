"""Columns of any data file, read as categories or as weights."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from peil.core.ids import did_you_mean
from peil.core.problem import Problem, Unusable
from peil.core.rule import Rule
from peil.core.span import Span
from peil.data.data_problems import BAD_WEIGHT, DUPLICATE_COLUMN, UNKNOWN_COLUMN
from peil.estimation.arrays import Floats
from peil.formats.cell_table import CellColumn, CellTable

MOST_LISTED = 12
MOST_TOLD = 20
LEAST, MOST = 1e-15, 1e15
"""Weights other than zero lie between these; sums of any that lie further apart lose the small ones."""


@dataclass(frozen=True)
class Categories:
    """A column as positions in its list of values; -1 where the cell says there is no answer."""

    values: tuple[str, ...]
    codes: NDArray[np.int32]


def find_columns(table: CellTable, names: Iterable[str]) -> Mapping[str, CellColumn]:
    """Give the columns of these names.

    Raises:
        Unusable: A name is no column, or several columns bear it; carries every such name.
    """
    wanted = tuple(dict.fromkeys(names))
    problems = [problem for name in wanted if (problem := _bad_name(table, name))]
    if problems:
        raise Unusable(problems)
    return {name: table.columns[table.header.index(name)] for name in wanted}


def read_categories(column: CellColumn, absent: Collection[str]) -> Categories:
    """Give a column as categories, in the order in which they first occur.

    Args:
        column: The column.
        absent: Cells that say there is no answer.
    """
    values = tuple(text for text in column.texts if text not in absent)
    places = {value: place for place, value in enumerate(values)}
    codes = np.array([places.get(text, -1) for text in column.texts] or [-1], np.int32)
    return Categories(values, codes[column.places])


def read_weights(table: CellTable, column: CellColumn, name: str) -> Floats:
    """Give a column of weights as numbers.

    Raises:
        Unusable: A cell is not zero and no number from ``LEAST`` to ``MOST``; carries the first row of
            every such cell, twenty at most.
    """
    if name in table.numbers:
        return _kept_weights(table, table.numbers[name])
    weights = [_weight(text) for text in column.texts]
    bad = [place for place, weight in enumerate(weights) if weight is None]
    if bad:
        raise Unusable(_bad_weight(table, column, place) for place in bad[:MOST_TOLD])
    return np.array(weights, np.float64)[column.places] if weights else np.zeros(0)


def read_numbers(table: CellTable, column: CellColumn, name: str, rule: Rule) -> Floats:
    """Give a column as numbers.

    Raises:
        Unusable: A cell is no number: a problem of this rule, at the first such row.
    """
    if name in table.numbers:
        numbers = table.numbers[name]
        bad = np.flatnonzero(~np.isfinite(numbers))
        if not len(bad):
            return numbers
        row, text = int(bad[0]), f"{numbers[bad[0]]:g}"
    else:
        found = [_number(text) for text in column.texts]
        places = [place for place, number in enumerate(found) if number is None]
        if not places:
            return np.array(found, np.float64)[column.places] if found else np.zeros(0)
        row, text = column.first_row(places[0]), column.texts[places[0]]
    message = f'Column "{name}" has "{text}", which is no number.'
    span = Span(str(table.path), int(table.lines[row]), 1)
    raise Unusable([rule.problem(span, message, hint="Write it with a point as decimal mark.", got=text)])


def _kept_weights(table: CellTable, weights: Floats) -> Floats:
    fine = (weights == 0) | ((weights >= LEAST) & (weights <= MOST))
    bad = np.flatnonzero(~fine)
    if len(bad):
        raise Unusable(_bad_number(table, int(row), weights[row]) for row in bad[:MOST_TOLD])
    return weights


def _bad_number(table: CellTable, row: int, weight: float) -> Problem:
    got = "absent" if np.isnan(weight) else f"{weight:g}"
    message = f"The weight of this row is {got}, not a number of zero or more."
    hint = f"Give every row a weight of zero, or between {LEAST:g} and {MOST:g}."
    return BAD_WEIGHT.problem(Span(str(table.path), int(table.lines[row]), 1), message, hint=hint, got=got)


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if np.isfinite(number) and "_" not in text else None


def _weight(text: str) -> float | None:
    try:
        weight = float(text)
    except ValueError:
        return None
    return weight if "_" not in text and (weight == 0 or LEAST <= weight <= MOST) else None


def _bad_weight(table: CellTable, column: CellColumn, place: int) -> Problem:
    text, line = column.texts[place], int(table.lines[column.first_row(place)])
    rows = column.rows_with(place)
    message = f'The weight "{text}" is not a number of zero or more ({rows} row{"" if rows == 1 else "s"}).'
    hint = f"Write weights with a point as decimal mark, zero or between {LEAST:g} and {MOST:g}."
    return BAD_WEIGHT.problem(Span(str(table.path), line, 1), message, hint=hint, got=text)


def _bad_name(table: CellTable, name: str) -> Problem | None:
    """Give the problem of a name that is no column, or of more than one; None where there is none."""
    span = Span(str(table.path), 1, 1)
    if table.header.count(name) > 1:
        return DUPLICATE_COLUMN.problem(
            span, f'Several columns are named "{name}".', hint="Rename all but one."
        )
    if name in table.header:
        return None
    listed = ", ".join(table.header[:MOST_LISTED]) + (" …" if len(table.header) > MOST_LISTED else "")
    hint = did_you_mean(name, table.header) or f"The file has: {listed}."
    return UNKNOWN_COLUMN.problem(span, f'There is no column "{name}".', hint=hint, got=name)
