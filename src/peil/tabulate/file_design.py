"""The design of a file's rows, read from the columns that say it."""

from collections.abc import Mapping

import numpy as np

from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.estimation.arrays import Floats, Positions
from peil.estimation.design import Design, Replicates, make_stages
from peil.estimation.frame import Frame, make_frame
from peil.estimation.impossible_population import ImpossiblePopulation
from peil.estimation.lonely import LonelyUnit
from peil.formats.cell_table import CellColumn, CellTable
from peil.tabulate.categories import read_categories, read_numbers, read_weights
from peil.tabulate.drawn_places import DrawnPlaces
from peil.tabulate.read_replicates import read_replicates
from peil.tabulate.sample_columns import SampleColumns
from peil.tabulate.table_problems import ABSENT_UNIT, BAD_POPULATION


def read_design(
    table: CellTable, columns: Mapping[str, CellColumn], sample: SampleColumns, absent: frozenset[str]
) -> Design:
    """Give the design that a file's columns say.

    Raises:
        Unusable: A cell says no weight, no stratum or unit, or no population, or a population is one of a
            stage that there isn't.
    """
    _refuse_idle(table, sample)
    codes = {name: _codes(table, columns[name], name, absent) for name in sample.codes}
    units = [codes[name] for name in sample.psu]
    populations = [read_numbers(table, columns[name], name, BAD_POPULATION) for name in sample.fpc]
    weights = _weights(table, columns, sample)
    return Design(
        table.n,
        weights,
        None if sample.strata is None else codes[sample.strata],
        make_stages(units, populations),
        sample.lonely,
        _replicates(table, sample),
    )


def read_frame(
    table: CellTable, columns: Mapping[str, CellColumn], sample: SampleColumns, design: Design
) -> Frame:
    """Give a design's frame.

    Raises:
        Unusable: Units were drawn out of a population that can't be.
    """
    try:
        return make_frame(design)
    except ImpossiblePopulation as error:
        raise Unusable([_drawn(table, columns, sample).impossible(error)]) from error


def lonely_problem(
    table: CellTable, columns: Mapping[str, CellColumn], sample: SampleColumns, error: LonelyUnit
) -> Problem:
    """Give the problem of strata, or at a later stage of units, that a single unit was drawn in."""
    drawn = _drawn(table, columns, sample)
    return drawn.lonely(error, "say --lonely adjust, average, certainty or remove")


def _drawn(table: CellTable, columns: Mapping[str, CellColumn], sample: SampleColumns) -> DrawnPlaces:
    file = str(table.path)
    return DrawnPlaces(
        table.n,
        sample.strata,
        sample.psu,
        sample.fpc,
        {name: columns[name].cells() for name in sample.codes},
        lambda row: Span(file, 1 if row is None else int(table.lines[row]), 1),
    )


def _codes(table: CellTable, column: CellColumn, name: str, absent: frozenset[str]) -> Positions:
    found = read_categories(column, absent)
    order = np.argsort(np.argsort(np.array(found.values, object))) if found.values else np.zeros(0, np.int64)
    missing = np.flatnonzero(found.codes < 0)
    if len(missing):
        rows = "1 row" if len(missing) == 1 else f"{len(missing)} rows"
        message = f'Column "{name}" says nothing here ({rows} in all).'
        hint = "Give every row its stratum and its units."
        raise Unusable(
            [ABSENT_UNIT.problem(Span(str(table.path), int(table.lines[missing[0]]), 1), message, hint=hint)]
        )
    return order[found.codes]


def _weights(table: CellTable, columns: Mapping[str, CellColumn], sample: SampleColumns) -> Floats | None:
    if sample.weights is None:
        return None
    return read_weights(table, columns[sample.weights], sample.weights)


def _refuse_idle(table: CellTable, sample: SampleColumns) -> None:
    """Refuse populations of stages after that in which rows themselves are drawn: there are none."""
    if len(sample.fpc) <= len(sample.psu) + 1:
        return
    message = f'No units are drawn out of the population in column "{sample.fpc[len(sample.psu) + 1]}".'
    hint = "Name the units of the stages before it with --psu, or leave the population out."
    raise Unusable([BAD_POPULATION.problem(Span(str(table.path), 1, 1), message, hint=hint)])


def _replicates(table: CellTable, sample: SampleColumns) -> Replicates | None:
    return read_replicates(sample.replicates, table.n, sample) if sample.replicates else None
