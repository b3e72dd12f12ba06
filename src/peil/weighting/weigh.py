"""Weights: none, or a column of the data."""

from dataclasses import replace

import numpy as np

from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.data.data_problems import BAD_WEIGHT, MISSING_WEIGHT
from peil.data.dataset import Dataset
from peil.study.plan import Plan

MOST_TOLD = 20


def weigh(dataset: Dataset) -> Dataset:
    """Give the data set with the weights that the plan names.

    Raises:
        Unusable: The column of weights is absent, or a weight is not a positive, finite number.
    """
    weighting = dataset.study.plan.weighting
    if weighting.method == "none":
        return dataset
    column = dataset.columns.get(weighting.column or "")
    if column is None:
        name = f'"{weighting.column}"' if weighting.column else "that plan.toml names"
        message = f"there is no column {name} of weights."
        hint = 'Add it to the data, or set method = "none" in plan.toml.'
        raise Unusable([MISSING_WEIGHT.problem(place(dataset, None), message, hint=hint)])
    weights = column.astype(np.float64)
    bad = np.flatnonzero(~(np.isfinite(weights) & (weights > 0)))
    if len(bad):
        raise Unusable(bad_weight(dataset, int(row), weights[row], len(bad)) for row in bad[:MOST_TOLD])
    return replace(dataset, weights=weights)


def bad_weight(dataset: Dataset, row: int, weight: float, how_many: int) -> Problem:
    """Give the problem of one bad weight."""
    got = "absent" if np.isnan(weight) else f"{weight:g}"
    message = f"the weight of row {dataset.ids[row]} is {got}; {how_many} such weights in all."
    hint = "Give every row a weight above zero, or leave the row out."
    return BAD_WEIGHT.problem(place(dataset, row), message, hint=hint, expected="a positive number", got=got)


def place(dataset: Dataset, row: int | None) -> Span:
    """Give the place of a row, or of the file."""
    if dataset.rows is None:
        return Span("data")
    return Span(dataset.rows.file) if row is None else dataset.rows.span(row)


def describe_weighting(plan: Plan, language: str) -> str:
    """Say in a sentence how the rows were weighted, for the methodology; Dutch, or else English."""
    weighting = plan.weighting
    reason = weighting.reason.plain(language)
    if weighting.method == "none":
        opening = "De antwoorden zijn niet gewogen." if language == "nl" else "Answers are not weighted."
        return f"{opening} {reason}".strip()
    opening = (
        "De antwoorden zijn gewogen met gewichten die bij de gegevens zijn geleverd."
        if language == "nl"
        else "Answers are weighted with weights that came with the data."
    )
    return f"{opening} {reason}".strip()
