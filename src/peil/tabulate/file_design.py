"""The design of a file's rows, read from the columns that say it."""

from collections.abc import Mapping

import numpy as np

from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.estimation.arrays import Floats, Positions
from peil.estimation.design import Design, Replicates, Stage
from peil.estimation.frame import Frame, make_frame
from peil.estimation.impossible_population import ImpossiblePopulation
from peil.estimation.lonely import LonelyUnit
from peil.formats.cell_table import CellColumn, CellTable
from peil.tabulate.categories import read_categories, read_numbers, read_weights
from peil.tabulate.read_replicates import read_replicates
from peil.tabulate.sample_columns import SampleColumns
from peil.tabulate.table_problems import ABSENT_UNIT, BAD_POPULATION, LONELY_UNIT

NAMED = 5
"""How many strata a problem names."""


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
    populations = [read_numbers(table, columns[name], name, BAD_POPULATION) for name in sample.fpc]
    stages = [
        Stage(
            codes[sample.psu[place]] if place < len(sample.psu) else None,
            populations[place] if place < len(populations) else None,
        )
        for place in range(max(len(sample.psu), len(sample.fpc), 1))
    ]
    weights = _weights(table, columns, sample)
    return Design(
        table.n,
        weights,
        None if sample.strata is None else codes[sample.strata],
        tuple(stages),
        sample.lonely,
        _replicates(table, sample),
    )


def read_frame(table: CellTable, sample: SampleColumns, design: Design) -> Frame:
    """Give a design's frame.

    Raises:
        Unusable: Units were drawn out of a population that can't be.
    """
    try:
        return make_frame(design)
    except ImpossiblePopulation as error:
        raise Unusable([_impossible(table, sample, error)]) from error


def lonely_problem(
    table: CellTable, columns: Mapping[str, CellColumn], sample: SampleColumns, error: LonelyUnit
) -> Problem:
    """Give the problem of strata with a single unit."""
    named = [] if sample.strata is None or error.stage > 1 else sorted(columns[sample.strata].texts)
    listed = [f'"{named[place]}"' for place in error.strata[:NAMED] if place < len(named)]
    more = len(error.strata) - len(listed)
    told = ", ".join(listed) + (f" and {more} more" if listed and more else "")
    strata = "Stratum" if len(error.strata) == 1 else "Each of the strata"
    where = (
        f"{strata} {told}" if listed else "The sample" if error.stage == 1 else "A unit of the first stage"
    )
    message = f"{where} has a single unit: how much such units vary can't be said."
    hint = "Join it to another stratum, or say --lonely adjust, average, certainty or remove."
    return LONELY_UNIT.problem(Span(str(table.path), 1, 1), message, hint=hint)


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


def _impossible(table: CellTable, sample: SampleColumns, error: ImpossiblePopulation) -> Problem:
    name = sample.fpc[error.stage - 1]
    said = {
        "smaller": "is smaller than the number of units drawn of it",
        "differs": "differs between rows of one stratum or unit",
        "none": "is no number above zero",
    }[error.why]
    places = len(error.places)
    message = f'The population in column "{name}" {said} ({places} time{"" if places == 1 else "s"}).'
    hint = "Give each row how many units of that stage there are in its stratum, or the share drawn."
    return BAD_POPULATION.problem(Span(str(table.path), 1, 1), message, hint=hint)
