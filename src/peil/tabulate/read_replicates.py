"""Replicate weights from files of their own."""

from math import isfinite
from pathlib import Path

import numpy as np

from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.estimation.arrays import Floats
from peil.estimation.design import Replicates
from peil.formats.file_table import read_file_table
from peil.tabulate.categories import MOST, read_numbers
from peil.tabulate.sample_columns import SampleColumns
from peil.tabulate.table_problems import BAD_REPLICATES


def read_replicates(file: Path, rows: int, sample: SampleColumns) -> Replicates:
    """Give replicate weights: a file with a header, a column a replicate, the rows in the data's order.

    Raises:
        Unusable: It can't be read, has other rows than the data, or holds something that is no weight.
    """
    weights = _matrix(file)
    if len(weights) != rows:
        message = f"There {_are(len(weights), 'row')} of replicate weights and {rows} of data."
        raise Unusable(
            [_problem(file, message, "Give a row of replicate weights for each row, in the same order.")]
        )
    below = np.argwhere(weights < 0)
    if len(below):
        row, column = below[0] + 1
        message = f"The replicate weight in row {row}, column {column} is below zero."
        raise Unusable([_problem(file, message, "Give whole weights, not factors.")])
    above = np.argwhere(weights > MOST)
    if len(above):
        row, column = above[0] + 1
        message = f"The replicate weight in row {row}, column {column} is above {MOST:g}."
        raise Unusable([_problem(file, message, "Divide all of them by the same number.")])
    return Replicates(
        weights, _scale(file, sample, weights.shape[1]), _rscales(sample, weights.shape[1]), sample.mse
    )


def _scale(file: Path, sample: SampleColumns, replicates: int) -> float:
    if sample.scale is None:
        message = "Nothing says what the replicates' variance is multiplied by."
        hint = (
            "Say it with --scale: (R - 1)/R for JK1, 1/R for BRR, 1/(R - 1) for a bootstrap of R replicates."
        )
        raise Unusable([_problem(file, message, hint)])
    if not (isfinite(sample.scale) and sample.scale > 0):
        message = f"The replicates' variance can't be multiplied by {sample.scale:g}."
        hint = f"Write a number above zero: {(replicates - 1) / replicates:.6g} for JK1, say."
        raise Unusable([_problem(file, message, hint)])
    return sample.scale


def _rscales(sample: SampleColumns, replicates: int) -> Floats:
    if sample.rscales is None:
        return np.ones(replicates)
    found = _matrix(sample.rscales).ravel()
    if len(found) != replicates:
        message = f"There {_are(len(found), 'factor')} for {replicates} replicates."
        raise Unusable([_problem(sample.rscales, message, "Give one factor a replicate, under a header.")])
    below = np.flatnonzero(found < 0)
    if len(below):
        message = f"Factor {below[0] + 1} of the replicates is {found[below[0]]:g}, which is below zero."
        raise Unusable([_problem(sample.rscales, message, "Give factors of zero or more.")])
    if not found.any():
        message = "The factors of all replicates are zero: nothing is left of them."
        raise Unusable([_problem(sample.rscales, message, "Leave the factors out where each is 1.")])
    return found


def _matrix(file: Path) -> Floats:
    """Give all columns of a file as numbers, rows × columns."""
    table = read_file_table(file, numbers=None)
    columns = [
        read_numbers(table, column, name, BAD_REPLICATES)
        for name, column in zip(table.header, table.columns, strict=True)
    ]
    return np.column_stack(columns) if columns else np.zeros((table.n, 0))


def _are(count: int, word: str) -> str:
    return f"is 1 {word}" if count == 1 else f"are {count} {word}s"


def _problem(file: Path, message: str, hint: str) -> Problem:
    return BAD_REPLICATES.problem(Span(str(file), 1, 1), message, hint=hint)
