"""The data's column of weights: those that count, or those that fitting begins with."""

import numpy as np

from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.data.data_problems import BAD_WEIGHT, MISSING_WEIGHT
from peil.data.dataset import Dataset, Numbers

MOST_TOLD = 20
LEAST, MOST = 1e-15, 1e15
"""Sums of weights that lie further apart lose the small ones."""


def read_base_weights(dataset: Dataset) -> Numbers:
    """Give the weights of the column that the plan names; ones where it names none.

    Raises:
        Unusable: The column is absent, or a weight is no number from ``LEAST`` to ``MOST``.
    """
    weighting = dataset.study.plan.weighting
    if weighting.fitted and weighting.column is None:
        return np.ones(dataset.n)
    column = dataset.columns.get(weighting.column or "")
    if column is None:
        name = f'"{weighting.column}"' if weighting.column else "that plan.toml names"
        message = f"There is no column {name} of weights."
        hint = 'Add it to the data, or set method = "none" in plan.toml.'
        if weighting.fitted:
            hint = 'Add it to the data, or take "column" out of plan.toml: all rows then begin alike.'
        raise Unusable([MISSING_WEIGHT.problem(_place(dataset, None), message, hint=hint)])
    weights = column.astype(np.float64)
    bad = np.flatnonzero(~((weights >= LEAST) & (weights <= MOST)))
    if len(bad):
        raise Unusable(_bad_weight(dataset, int(row), weights[row], len(bad)) for row in bad[:MOST_TOLD])
    return weights


def _bad_weight(dataset: Dataset, row: int, weight: float, how_many: int) -> Problem:
    """Give the problem of one bad weight."""
    got = "absent" if np.isnan(weight) else f"{weight:g}"
    rows = "1 such row" if how_many == 1 else f"{how_many} such rows"
    message = f"The weight of row {dataset.ids[row]} is {got} ({rows} in all)."
    hint = f"Give every row a weight above zero, from {LEAST:g} to {MOST:g}, or leave the row out."
    return BAD_WEIGHT.problem(_place(dataset, row), message, hint=hint, expected="a positive number", got=got)


def _place(dataset: Dataset, row: int | None) -> Span:
    """Give the place of a row, or of the file."""
    if dataset.rows is None:
        return Span("data")
    return Span(dataset.rows.file) if row is None else dataset.rows.span(row)
