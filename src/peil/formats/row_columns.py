"""Columns that say something of the rows and are no answers: weights, and where each row was drawn."""

from collections.abc import Collection, Sequence

import numpy as np

from peil.core.problem import Unusable
from peil.data.data_problems import DUPLICATE_ID, MISSING_ID
from peil.data.dataset import Column
from peil.formats.cell_span import cell_span
from peil.formats.cell_table import CellTable, read_cell_table
from peil.formats.read_columns import ANY_NUMBER, ColumnReader
from peil.study.sample_design import ReplicateColumns
from peil.study.study import Study

ID = "id"


def read_row_columns(reader: ColumnReader, ids: Sequence[str], answers: Collection[str]) -> dict[str, Column]:
    """Read those that the plan names, from the data file or the file of its replicates.

    Names are texts without blanks around them; what isn't there is left out.

    Args:
        reader: Reads the data file.
        ids: The rows' ids.
        answers: Columns of answers, which are none of these.

    Raises:
        Unusable: The file of replicates can't be read, or doesn't say whose its rows are.
    """
    table, design = reader.table, reader.study.plan.design
    names = design.texts if design else ()
    found: dict[str, Column] = {}
    for name in reader.study.plan.row_columns:
        if name not in table.header or name in answers:
            continue
        place = table.header.index(name)
        if name in names:
            cells = table.columns[place]
            found[name] = type(cells)(tuple(text.strip() for text in cells.texts), cells.places).cells()
        else:
            found[name] = reader.numbers(place, ANY_NUMBER)
    if design and design.replicates and design.replicates.file:
        found |= _read_replicates(reader.study, design.replicates, ids)
    return found


def _read_replicates(study: Study, replicates: ReplicateColumns, ids: Sequence[str]) -> dict[str, Column]:
    """Read replicates from their own file, in the order of the data's rows; NaN for a row without."""
    table = read_cell_table(study.folder / replicates.file)
    rows = _rows_by_id(table)
    places = np.array([rows.get(row_id, -1) for row_id in ids], np.int64)
    reader = ColumnReader(study, table)
    found = {}
    for name in replicates.columns:
        if name in table.header:
            column = np.append(
                reader.numbers(table.header.index(name), ANY_NUMBER).astype(np.float64), np.nan
            )
            found[name] = column[places]
    if reader.problems:
        raise Unusable(reader.problems)
    return found


def _rows_by_id(table: CellTable) -> dict[str, int]:
    """Give id to row.

    Raises:
        Unusable: There is no column of ids, or two rows have one.
    """
    if ID not in table.header:
        message, hint = "There is no column id.", "Add one with the ids of the data's rows."
        raise Unusable([MISSING_ID.problem(cell_span(table.path, 1, 0), message, hint=hint)])
    place = table.header.index(ID)
    rows: dict[str, int] = {}
    for row, text in enumerate(table.columns[place].cells()):
        if rows.setdefault(str(text), row) != row:
            span = cell_span(table.path, int(table.lines[row]), place)
            raise Unusable(
                [DUPLICATE_ID.problem(span, f'The id "{text}" stands here again.', hint="Keep one.")]
            )
    return rows
