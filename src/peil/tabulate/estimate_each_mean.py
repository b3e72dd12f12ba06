"""Means of groups, with errors of whichever kind the sample has."""

from collections.abc import Iterator, Sequence

import numpy as np

from peil.estimation.arrays import Floats, Mask
from peil.estimation.calibration.residual_rows import estimate_calibrated_mean
from peil.estimation.design import Replicates
from peil.estimation.frame import Frame
from peil.estimation.freedom import degrees_of_freedom
from peil.estimation.intervals import symmetric_interval
from peil.estimation.means import estimate_means
from peil.estimation.moments import NumberMoments
from peil.estimation.packed.codes import Codes
from peil.estimation.replicate_variance import replicate_variance
from peil.tabulate.inside_groups import freedom_inside, inside_groups
from peil.tabulate.sample import Sample
from peil.tabulate.table import Mean

Errors = tuple[Floats, Floats, Floats]
"""Standard error, lower and upper bound of each group's mean."""


def estimate_each_mean(
    moments: NumberMoments, values: Floats, classes: Sequence[Codes | None], sample: Sample
) -> list[Mean | None]:
    """Give each group's mean, None for a group in which nobody gave a number.

    Args:
        moments: Of the numbers, the groups of all banners side by side.
        values: The number of each row, NaN for none.
        classes: The groups of the rows by each banner, None for the whole sample.
        sample: The rows.

    Raises:
        LonelyUnit: A stratum with rows that have a number has a single unit, and this fails.
    """
    n, w, wx = (each.sum(axis=0) for each in (moments.sums.n, moments.sums.w, moments.wx))
    with np.errstate(invalid="ignore", divide="ignore"):
        means = np.where(w > 0, wx / w, np.nan)
    errors = _errors(moments, means, (values, classes), sample)
    columns = [[None if np.isnan(value) else value for value in each.tolist()] for each in errors]
    rows = zip(n.tolist(), means.tolist(), *(columns or [[None] * len(n)] * 3), strict=True)
    return [None if np.isnan(mean) else Mean(mean, count, *given) for count, mean, *given in rows]


def _errors(
    moments: NumberMoments, means: Floats, rows: tuple[Floats, Sequence[Codes | None]], sample: Sample
) -> Errors | tuple[()]:
    if sample.frame is None:
        return ()
    if sample.design.replicates is not None:
        return _by_replicates(means, *rows, sample.design.replicates)
    if sample.residual is not None:
        return _after_fitting(moments, means, inside_groups(~np.isnan(rows[0]), rows[1]), rows[0], sample)
    found = estimate_means(moments, sample.frame, lonely=sample.design.lonely)
    return found.se, found.low, found.high


def _by_replicates(
    means: Floats, values: Floats, classes: Sequence[Codes | None], replicates: Replicates
) -> Errors:
    weights, given = replicates.weights, ~np.isnan(values)
    thetas = np.full((weights.shape[1], len(means)), np.nan)
    for place, rows in enumerate(inside_groups(given, classes)):
        base = weights[rows].sum(axis=0)
        np.divide(values[rows] @ weights[rows], base, out=thetas[:, place], where=base > 0)
    variance = replicate_variance(thetas, means, replicates)
    df = freedom_inside(given, classes, replicates)
    bounds = symmetric_interval(means, variance, df, "t", 0.95)
    return np.sqrt(variance), bounds.low, bounds.high


def _after_fitting(
    moments: NumberMoments, means: Floats, inside: Iterator[Mask], values: Floats, sample: Sample
) -> Errors:
    over, frame, weights = sample.residual, sample.frame, sample.design.weights
    if over is None or frame is None or weights is None:
        raise ValueError("weights were not fitted")
    se = np.array([_fitted_se(np.where(rows, values, np.nan), weights, frame, sample) for rows in inside])
    df = degrees_of_freedom(over.by_units(moments.sums), frame)
    bounds = symmetric_interval(means, se**2, df, "t", 0.95)
    return se, bounds.low, bounds.high


def _fitted_se(values: Floats, weights: Floats, frame: Frame, sample: Sample) -> float:
    if sample.residual is None:
        raise ValueError("weights were not fitted")
    return estimate_calibrated_mean(
        values, weights, sample.residual.calibration, frame, sample.design.lonely
    ).mean_se
