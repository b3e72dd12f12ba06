"""Strata and units by the cells that name them, for what is said of a design that can't be."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from peil.core.problem import Problem
from peil.core.span import Span
from peil.estimation.arrays import Positions
from peil.estimation.impossible_population import ImpossiblePopulation
from peil.estimation.lonely import LonelyUnit
from peil.tabulate.table_problems import BAD_POPULATION, LONELY_UNIT

MOST_NAMED = 3
WHY = {
    "smaller": "is smaller than the number of those drawn",
    "differs": "isn't the same in all rows of it",
    "none": "is no number above zero",
}


@dataclass(frozen=True)
class DrawnPlaces:
    """The columns that name strata and units of each stage.

    Args:
        n: Number of rows.
        strata: Column of strata, or None.
        units: Columns of units, a stage each.
        populations: Columns of populations, a stage each.
        cells: The cells of these columns, a row each.
        span_of: Gives where a row stands, or for None the file.
    """

    n: int
    strata: str | None
    units: tuple[str, ...]
    populations: tuple[str, ...]
    cells: Mapping[str, NDArray[Any]]
    span_of: Callable[[int | None], Span]

    def impossible(self, error: ImpossiblePopulation) -> Problem:
        """Give the problem of a population that can't be."""
        name = self.populations[error.stage - 1]
        told = self.tell(error.stage, error.places)
        message = f'The population in column "{name}" {WHY[error.why]}: {told}.'
        hint = "Give how many there are in the row's stratum or unit, or the share that was drawn."
        return BAD_POPULATION.problem(self.span(error.stage, error.places), message, hint=hint)

    def lonely(self, error: LonelyUnit, instead: str) -> Problem:
        """Give the problem of strata, or at a later stage of units, that a single unit was drawn in.

        Args:
            error: What was found.
            instead: How another way with single units is chosen, for the hint.
        """
        told = self.tell(error.stage, error.strata)
        message = f"A single unit was drawn: {told}. How much such units vary can't be known from it."
        hint = f"Join it to another stratum, or {instead}."
        return LONELY_UNIT.problem(self.span(error.stage, error.strata), message, hint=hint)

    def tell(self, stage: int, places: Sequence[int]) -> str:
        """Name strata or units by their cells, a few of them."""
        names = self._names(stage)
        if not names:
            return "in the whole sample"
        levels = self._levels(stage)
        told = []
        for place in places[:MOST_NAMED]:
            row = int(np.flatnonzero(levels == place)[0])
            told.append(" ".join(f'{name} "{self.cells[name][row]}"' for name in names))
        more = len(places) - len(told)
        return "in " + ", ".join(told) + (f" and {more} more" if more else "")

    def span(self, stage: int, places: Sequence[int]) -> Span:
        """Give where the first row of these strata or units stands."""
        rows = np.flatnonzero(np.isin(self._levels(stage), places))
        return self.span_of(int(rows[0]) if len(rows) else None)

    def _names(self, stage: int) -> tuple[str, ...]:
        return ((self.strata,) if self.strata else ()) + self.units[: stage - 1]

    def _levels(self, stage: int) -> Positions:
        """Give each row's place in the level above a stage, as the frame numbers them."""
        found = np.zeros(self.n, np.int64)
        for name in self._names(stage):
            _, places = np.unique(self.cells[name].astype(np.str_), return_inverse=True)
            joined = found * (int(places.max(initial=0)) + 1) + places
            found = np.unique(joined, return_inverse=True)[1].astype(np.int64, copy=False)
        return found
