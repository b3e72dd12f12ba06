"""Counting a selection on a data set, straight from states and columns.

Deliberately not by way of tables: an audit that shared their code could not find their mistakes.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from peil.audit.claim import Filter, Selection
from peil.core.percent import percent, percent_of_share
from peil.data.dataset import Dataset
from peil.interview.state import State
from peil.study.codebook import ValueKind
from peil.study.question import Kind

Mask = NDArray[np.bool_]
COMPLETE = "complete"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of how many, unweighted; ``share`` is weighted where the data are, None of an empty base."""

    n: int
    base: int
    share: float | None
    weighted: bool

    def percent(self, decimals: int) -> Decimal | None:
        """Give the percentage, rounded half up, from the counts where nothing is weighted."""
        if self.share is None:
            return None
        return (
            percent_of_share(self.share, decimals) if self.weighted else percent(self.n, self.base, decimals)
        )

    @property
    def exact(self) -> Fraction:
        """The percentage unrounded, so that a comparison with a bound is exact; 0 of an empty base."""
        if self.weighted:
            return Fraction(repr(round(self.share or 0.0, 12))) * 100
        return Fraction(100 * self.n, self.base) if self.base else Fraction(0)


def tally(dataset: Dataset, selection: Selection) -> Tally:
    """Count a selection."""
    base = base_rows(dataset, selection)
    chosen = base & has_any(dataset, selection.item, selection.options)
    n, size = int(chosen.sum()), int(base.sum())
    if not size:
        return Tally(0, 0, None, weighted=False)
    if dataset.weights is None:
        return Tally(n, size, n / size, weighted=False)
    share = float(dataset.weights[chosen].sum() / dataset.weights[base].sum())
    return Tally(n, size, share, weighted=True)


def base_rows(dataset: Dataset, selection: Selection) -> Mask:
    """Say which rows count in the base: asked and answered, as the base settings say."""
    states = dataset.states[selection.item]
    counted = [State.ANSWERED]
    if not selection.base.without_missing:
        counted.append(State.DONT_KNOW)
    if selection.base.blanks:
        counted.append(State.BLANK)
    rows = np.isin(states, counted) & filtered_rows(dataset, selection.filters)
    return rows & ~has_any(dataset, selection.item, selection.base.without)


def filtered_rows(dataset: Dataset, filters: tuple[Filter, ...]) -> Mask:
    """Say which rows pass all filters."""
    rows = np.ones(dataset.n, np.bool_)
    for one in filters:
        if one.name == COMPLETE:
            rows &= np.isin(dataset.complete, [value == "yes" for value in one.values])
        elif one.name in dataset.states:
            rows &= has_any(dataset, one.name, one.values)
        else:
            rows &= np.isin(dataset.columns[one.name].astype(str), one.values)
    return rows


def has_any(dataset: Dataset, item_key: str, options: tuple[str, ...]) -> Mask:
    """Say who chose (or ticked) any of the options of an item."""
    codebook = dataset.study.codebook
    item = codebook.items[item_key]
    rows = np.zeros(dataset.n, np.bool_)
    if item.kind is Kind.MULTI:
        for name in item.variables:
            variable = codebook.variables[name]
            if variable.value is ValueKind.TICK and variable.option in options:
                rows |= dataset.columns[name].astype(np.bool_)
        return rows
    positions = [item.option_ids.index(option) for option in options]
    column = dataset.columns[item_key if item.derived else item.variables[0]]
    return np.isin(column, positions)


def ticks(dataset: Dataset, item_key: str) -> NDArray[np.int64]:
    """Count the options each row ticked."""
    variables = dataset.study.codebook.variables
    names = dataset.study.codebook.items[item_key].variables
    total = np.zeros(dataset.n, np.int64)
    for name in names:
        if variables[name].value is ValueKind.TICK:
            total += dataset.columns[name].astype(np.int64)
    return total
