"""The units of a table, from the combinations of strata and units that occur in it."""

from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from peil.estimation.arrays import Floats, Positions
from peil.estimation.design import Design, Stage
from peil.estimation.frame import Frame, make_frame
from peil.estimation.sql.columns import Columns
from peil.estimation.sql.grouped import Grouped
from peil.estimation.sql.moved_table import MovedTable
from peil.estimation.sql.statement import Statement
from peil.estimation.sql.table import SqlTable
from peil.estimation.sql.unusable_table import UnusableTable


@dataclass(frozen=True, eq=False)
class Units:
    """A table's units.

    Args:
        frame: They, without any rows of theirs: rows stay where they are.
        names: The names that occur in each of the table's columns of strata and units, in their order.
        codes: The combinations that occur, as numbers, sorted.
        places: For each combination its place on the moments' first axis.
    """

    frame: Frame
    names: tuple[pa.Array, ...]
    codes: Positions
    places: Positions

    def find(self, read: pa.Table) -> Positions:
        """Give the place of each row of what was read by the columns that make a unit.

        Raises:
            MovedTable: A unit wasn't there when the units were read.
        """
        codes = _codes(read, self.names)
        if not np.isin(codes, self.codes).all():
            raise MovedTable
        return self.places[np.searchsorted(self.codes, codes)]


def unit_columns(columns: Columns, table: SqlTable) -> dict[str, str]:
    """Give the columns that make a row's unit."""
    return {f"unit{place}": columns.answer(name) for place, name in enumerate(table.path)}


def ask_units(columns: Columns, table: SqlTable) -> Statement:
    """Ask how many rows each combination of units and populations has, and how many of valid weight."""
    populations = {
        f"population{place}": columns.number(stage.population)
        for place, stage in enumerate(table.stages)
        if stage.population
    }
    weight = columns.number(table.weight) if table.weight else columns.draft.double("1")
    made = {**unit_columns(columns, table), **populations, "w": weight}
    keys = (*unit_columns(columns, table), *populations)
    sums = ("COUNT(*)", "COUNT(CASE WHEN w >= 0 THEN 1 END)")
    return Grouped(made, keys, sums).write(columns, table.name)


def read_units(table: SqlTable, read: pa.Table) -> Units:
    """Make the units of what that statement gave.

    Raises:
        UnusableTable: Rows lack a unit or a valid weight.
        ImpossiblePopulation: As ``make_frame`` raises it.
    """
    rows = _numbers(read, "sum0").astype(np.int64)
    there = rows > 0
    read, rows = read.filter(pa.array(there)), rows[there]
    _refuse_weights(table, rows, _numbers(read, "sum1"))
    for place, name in enumerate(table.path):
        missing = rows[read[f"key_unit{place}"].is_null().to_numpy()].sum()
        if missing:
            raise UnusableTable(name, int(missing), "rows without a unit")
    names = tuple(_sorted(read[f"key_unit{place}"]) for place in range(len(table.path)))
    frame = make_frame(_design(table, read, names), rows)
    codes, first = np.unique(_codes(read, names), return_index=True)
    return Units(replace(frame, unit_of=np.zeros(0, np.int64)), names, codes, frame.unit_of[first])


def _design(table: SqlTable, read: pa.Table, names: tuple[pa.Array, ...]) -> Design:
    """Give the design with one row for each combination."""
    numbers = iter([_places(read[f"key_unit{place}"], each) for place, each in enumerate(names)])
    strata = next(numbers) if table.strata else None
    stages = tuple(
        Stage(
            next(numbers) if stage.units else None,
            _numbers(read, f"key_population{place}") if stage.population else None,
        )
        for place, stage in enumerate(table.stages)
    )
    return Design(len(read), strata=strata, stages=stages)


def _refuse_weights(table: SqlTable, rows: Positions, valid: Floats) -> None:
    wrong = int(rows.sum() - valid.sum())
    if wrong:
        raise UnusableTable(table.weight, wrong, "rows without a weight of zero or more")


def _codes(read: pa.Table, names: tuple[pa.Array, ...]) -> Positions:
    """Give the combination of units of each row as one number, in the columns' order; -1 for new names."""
    codes, known = np.zeros(len(read), np.int64), np.ones(len(read), bool)
    for place, each in enumerate(names):
        of = _places(read[f"key_unit{place}"], each)
        codes, known = codes * len(each) + of, known & (of >= 0)
    return np.where(known, codes, -1)


def _places(column: pa.ChunkedArray, names: pa.Array) -> Positions:
    """Give the place of each name; -1 for one that isn't there."""
    found = pc.index_in(column.cast(pa.string()), names)
    places: Positions = pc.fill_null(found, -1).to_numpy().astype(np.int64)
    return places


def _sorted(column: pa.ChunkedArray) -> pa.Array:
    names = pc.unique(column.cast(pa.string()))
    return names.take(pc.sort_indices(names))


def _numbers(read: pa.Table, name: str) -> Floats:
    numbers: Floats = read[name].to_numpy().astype(np.float64)
    return numbers
