"""Columns of answers become cells of a data file."""

import re
from collections.abc import Sequence
from enum import Enum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from peil.data.build import data_variables
from peil.data.columns import empty_column
from peil.data.dataset import Column, Dataset
from peil.formats.csv_header import ROW_COLUMNS
from peil.formats.option_names import option_names
from peil.interview.state import State
from peil.study.codebook import Item, ValueKind, Variable

ROWS_AT_ONCE = 4096
SPECIAL = re.compile(r'[,"\r\n]')


class CellStyle(Enum):
    """What stands in a cell for an option."""

    IDS = "ids"
    LABELS = "labels"
    CODES = "codes"


def write_dataset(path: Path, dataset: Dataset, style: CellStyle) -> None:
    """Write a data set: a line feed after each row, quotes only where needed.

    Every variable has a column, in questionnaire order; rows that were read from a file keep its columns.
    """
    variables = data_variables(dataset.study)
    own = dataset.study.plan.row_columns
    extra = [name for name in own if name in dataset.columns and name not in variables]
    header = (dataset.rows.header if dataset.rows else ()) or (*ROW_COLUMNS, *variables, *extra)
    about = row_columns(dataset)
    columns = [about[name] if name in about else cells_of(dataset, name, style) for name in header]
    cell = QuotedCells().__getitem__
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(map(cell, header)) + "\n")
        for start in range(0, dataset.n, ROWS_AT_ONCE):
            part = (column[start : start + ROWS_AT_ONCE] for column in columns)
            file.writelines(",".join(map(cell, row)) + "\n" for row in zip(*part, strict=True))


class QuotedCells(dict[str, str]):
    """Texts as they stand in a cell; each different text is quoted once.

    Python's own writer leaves a lone carriage return bare when rows end in a line feed, and its reader then
    takes it for the end of the row.
    """

    def __missing__(self, text: str) -> str:
        """Quote a text that holds a comma, a quote or a line break."""
        quoted = '"' + text.replace('"', '""') + '"' if SPECIAL.search(text) else text
        self[text] = quoted
        return quoted


def row_columns(dataset: Dataset) -> dict[str, Sequence[str]]:
    """Give id, synthetic, last page and outcome of each row."""
    rows = dataset.rows
    if rows is None:
        pages = ("", *dataset.study.route.pages)
        return {
            "id": dataset.ids,
            "synthetic": ["1" if dataset.synthetic else "0"] * dataset.n,
            "last_page": [pages[number] for number in dataset.progress],
            "outcome": ["complete" if complete else "" for complete in dataset.complete],
        }
    return {
        "id": dataset.ids,
        "synthetic": ["1" if made else "0" for made in rows.synthetic],
        "last_page": list(rows.last_pages),
        "outcome": list(rows.outcomes),
    }


def cells_of(dataset: Dataset, name: str, style: CellStyle) -> Sequence[str]:
    """Give the cells of one column; one that is no variable holds weights or a part of the design."""
    variable = dataset.study.codebook.variables.get(name)
    if variable is None:
        column = dataset.columns[name]
        return [*column] if column.dtype == object else number_cells(column)
    item = dataset.study.codebook.items[variable.item]
    column = dataset.columns.get(name, empty_column(variable.value, dataset.n))
    match variable.value:
        case ValueKind.OPTION:
            return pick(option_cells(item, style), column)
        case ValueKind.TICK:
            return tick_cells(column, dataset.states[item.key])
        case ValueKind.STEP:
            return step_cells(dataset, item, variable, column, style)
        case ValueKind.NUMBER | ValueKind.RANK:
            return number_cells(column)
        case ValueKind.TEXT | ValueKind.DATE:
            return list(column)


def pick(names: Sequence[str], positions: Column) -> list[str]:
    """Give the name at each position, "" for -1."""
    return [*np.array([*names, ""], object)[positions.astype(np.int64)]]


def option_cells(item: Item, style: CellStyle) -> list[str]:
    """Give what stands for each option: an id also where its label or code could be misread."""
    names = option_names(item)
    found = []
    for position, option in enumerate(item.options):
        name = option.id
        if style is CellStyle.CODES and option.code is not None:
            name = str(option.code)
        if style is CellStyle.LABELS:
            label = option.wording.plain(next(iter(option.wording.default), ""))
            own = names.labels.get(label) == position and label not in names.ids | names.codes
            name = label if own and label == label.strip() else option.id
        found.append(name)
    return found


def tick_cells(column: Column, states: NDArray[np.uint8]) -> list[str]:
    """Give 1 or 0 where the question was asked and reached, else an empty cell."""
    reached = (states != State.NOT_ASKED) & (states != State.LEFT_BEFORE)
    return [*np.where(column.astype(np.bool_), "1", np.where(reached, "0", "")).astype(object)]


def step_cells(
    dataset: Dataset, item: Item, variable: Variable, column: Column, style: CellStyle
) -> list[str]:
    """Give steps, or the missing option chosen in place of one."""
    missing = dataset.missing_steps.get(variable.name)
    steps = number_cells(column)
    if missing is None:
        return steps
    own = CellStyle.IDS if style is CellStyle.CODES else style
    return [step or name for step, name in zip(steps, pick(option_cells(item, own), missing), strict=True)]


def number_cells(column: Column) -> list[str]:
    """Give numbers as short as they can be read back, "" for none."""
    distinct, places = np.unique(column.astype(np.float64), return_inverse=True)
    texts = ["" if np.isnan(number) else spell(float(number)) for number in distinct]
    return [*np.array(texts, object)[places]] if texts else []


def spell(number: float) -> str:
    """Write a number with a point and without an exponent."""
    if number.is_integer():
        return str(int(number))
    return np.format_float_positional(number, trim="-")
