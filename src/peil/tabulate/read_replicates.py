"""Replicate weights from files of their own."""

from pathlib import Path

import numpy as np

from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.estimation.arrays import Floats
from peil.estimation.design import Replicates
from peil.formats.file_table import read_file_table
from peil.tabulate.categories import read_numbers
from peil.tabulate.sample_columns import SampleColumns
from peil.tabulate.table_problems import BAD_REPLICATES


def read_replicates(file: Path, rows: int, sample: SampleColumns) -> Replicates:
    """Give replicate weights: a file with a header, a column a replicate, the rows in the data's order.

    Raises:
        Unusable: It can't be read, has other rows than the data, or holds something that is no weight.
    """
    weights = _matrix(file)
    if len(weights) != rows:
        message = f"There are {len(weights)} rows of replicate weights and {rows} rows of data."
        raise Unusable(
            [_problem(file, message, "Give a row of replicate weights for each row, in the same order.")]
        )
    if not (weights >= 0).all():
        raise Unusable(
            [_problem(file, "A replicate weight is below zero.", "Give whole weights, not factors.")]
        )
    if sample.scale is None:
        message = "Nothing says what the replicates' variance is multiplied by."
        hint = (
            "Say it with --scale: (R - 1)/R for JK1, 1/R for BRR, 1/(R - 1) for a bootstrap of R replicates."
        )
        raise Unusable([_problem(file, message, hint)])
    return Replicates(weights, sample.scale, _rscales(sample, weights.shape[1]), sample.mse)


def _rscales(sample: SampleColumns, replicates: int) -> Floats:
    if sample.rscales is None:
        return np.ones(replicates)
    found = _matrix(sample.rscales).ravel()
    if len(found) != replicates:
        message = f"There are {len(found)} factors for {replicates} replicates."
        raise Unusable([_problem(sample.rscales, message, "Give one factor a replicate, under a header.")])
    return found


def _matrix(file: Path) -> Floats:
    """Give all columns of a file as numbers, rows × columns."""
    table = read_file_table(file, numbers=None)
    columns = [
        read_numbers(table, column, name, BAD_REPLICATES)
        for name, column in zip(table.header, table.columns, strict=True)
    ]
    return np.column_stack(columns) if columns else np.zeros((table.n, 0))


def _problem(file: Path, message: str, hint: str) -> Problem:
    return BAD_REPLICATES.problem(Span(str(file), 1, 1), message, hint=hint)
