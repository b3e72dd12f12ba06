"""The design that the plan says a data set's rows were drawn by."""

from collections.abc import Iterator

import numpy as np

from peil.core.problem import Problem, Unusable
from peil.core.rule import Rule
from peil.core.span import Span
from peil.data.dataset import Dataset
from peil.estimation.arrays import Floats, Mask, Positions
from peil.estimation.design import Design, Lonely, Replicates, make_stages
from peil.estimation.frame import Frame, make_frame
from peil.estimation.impossible_population import ImpossiblePopulation
from peil.estimation.lonely import LonelyUnit
from peil.study.sample_design import SampleDesign
from peil.tabulate.drawn_places import DrawnPlaces
from peil.tabulate.table_problems import ABSENT_UNIT, BAD_POPULATION, BAD_REPLICATES


def design_of(dataset: Dataset) -> Design:
    """Give the design of the rows: where the plan says nothing of it, each row was drawn by itself.

    The rows are the sample: those that the analysis leaves out were not drawn, as far as errors know.

    Raises:
        Unusable: A column that the plan names is absent, or has a cell that says nothing; carries every one.
    """
    given = dataset.study.plan.design
    if given is None:
        return Design(dataset.n, dataset.weights)
    problems = [*_absent(dataset, given), *_unsaid(dataset, given)]
    if problems:
        raise Unusable(problems)
    units = [_places(dataset, name) for name in given.psu]
    populations = [dataset.columns[name].astype(np.float64) for name in given.population]
    return Design(
        dataset.n,
        dataset.weights,
        None if given.strata is None else _places(dataset, given.strata),
        make_stages(units, populations),
        Lonely(given.lonely),
        _replicates(dataset, given),
    )


def frame_of(dataset: Dataset, design: Design) -> Frame:
    """Give what is left of a design when rows are added up.

    Raises:
        Unusable: Fewer units are said to be there than were drawn, or rows of one unit say different numbers.
    """
    try:
        return make_frame(design)
    except ImpossiblePopulation as error:
        raise Unusable([_drawn(dataset).impossible(error)]) from error


def lonely_problem(dataset: Dataset, error: LonelyUnit) -> Problem:
    """Give the problem of strata, or at a later stage of units, that a single unit was drawn in."""
    return _drawn(dataset).lonely(error, 'write lonely = "adjust" or another way under [design]')


def _drawn(dataset: Dataset) -> DrawnPlaces:
    given = dataset.study.plan.design or SampleDesign()
    return DrawnPlaces(
        dataset.n,
        given.strata,
        given.psu,
        given.population,
        dataset.columns,
        lambda row: _span(dataset, row),
    )


def _absent(dataset: Dataset, given: SampleDesign) -> Iterator[Problem]:
    """Tell columns that the data don't have."""
    for name in dict.fromkeys(given.columns):
        if name not in dataset.columns:
            message = f'There is no column "{name}", which plan.toml names under [design].'
            hint = "Add it to the data, or take it out of plan.toml."
            yield _rule(given, name).problem(_span(dataset, None), message, hint=hint, got=name)


def _unsaid(dataset: Dataset, given: SampleDesign) -> Iterator[Problem]:
    """Tell columns with cells that say nothing, at the first such row."""
    for name in dict.fromkeys(given.columns):
        column = dataset.columns.get(name)
        if column is None:
            continue
        bad: Mask = np.asarray(column == "", np.bool_)
        if name in given.numbers:
            numbers = column.astype(np.float64)
            least_fits = numbers >= 0 if _rule(given, name) is BAD_REPLICATES else numbers > 0
            bad = ~(np.isfinite(numbers) & least_fits)
        found = np.flatnonzero(bad)
        if len(found):
            rows = "1 row" if len(found) == 1 else f"{len(found)} rows"
            where = f"row {dataset.ids[found[0]]} ({rows} in all)"
            message = f'Column "{name}" says nothing in {where}.'
            hint = "Give every row its stratum and its units."
            if name in given.numbers:
                message = f'Column "{name}" has no number that can be used in {where}.'
                hint = "Give every row a number above zero, or a replicate weight of zero or more."
            yield _rule(given, name).problem(_span(dataset, int(found[0])), message, hint=hint)


def _rule(given: SampleDesign, name: str) -> Rule:
    if name in given.population:
        return BAD_POPULATION
    return ABSENT_UNIT if name in given.texts else BAD_REPLICATES


def _replicates(dataset: Dataset, given: SampleDesign) -> Replicates | None:
    found = given.replicates
    if found is None:
        return None
    columns: list[Floats] = [dataset.columns[name].astype(np.float64) for name in found.columns]
    rscales = np.array(found.rscales or [1.0] * len(columns), np.float64)
    return Replicates(np.stack(columns, axis=1), found.scale, rscales, found.mse)


def _places(dataset: Dataset, name: str) -> Positions:
    """Give the place of each row's name among all of them in alphabetical order."""
    _, places = np.unique(dataset.columns[name].astype(np.str_), return_inverse=True)
    return places.astype(np.int64, copy=False)


def _span(dataset: Dataset, row: int | None) -> Span:
    if dataset.rows is None:
        return Span("data")
    return Span(dataset.rows.file) if row is None else dataset.rows.span(row)
