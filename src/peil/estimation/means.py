"""Means and totals of numbers, with their errors.

Sums of squares tell a spread to some seven digits of the number: take a constant off numbers, such as times
in seconds, that differ by less than a ten-millionth of their size.
"""

from dataclasses import dataclass

import numpy as np

from peil.estimation.arrays import Counts, Floats
from peil.estimation.design import Lonely
from peil.estimation.design_effects import effect_with_replacement, effect_without_replacement
from peil.estimation.frame import Frame
from peil.estimation.freedom import degrees_of_freedom
from peil.estimation.intervals import SymmetricKind, symmetric_interval
from peil.estimation.moments import NumberMoments
from peil.estimation.rounding import drop_rounding
from peil.estimation.variance import variances


@dataclass(frozen=True)
class Means:
    """What is estimated of a number, one a group. NaN where a number doesn't exist.

    Args:
        n: Rows with a number.
        positive: Those with a weight above zero.
        weighted: Their weights.
        df: Degrees of freedom.
        mean: Weighted mean.
        se: Its standard error.
        low: Lower bound.
        high: Upper bound.
        variance: Of the number in the population.
        deff: Design effect of the mean against sampling with replacement.
        deff_without: Against sampling without replacement from a population as large as the sum of weights.
        total: Weighted sum.
        total_se: Its standard error.
    """

    n: Counts
    positive: Counts
    weighted: Floats
    df: Floats
    mean: Floats
    se: Floats
    low: Floats
    high: Floats
    variance: Floats
    deff: Floats
    deff_without: Floats
    total: Floats
    total_se: Floats


def estimate_means(
    moments: NumberMoments,
    frame: Frame,
    *,
    lonely: Lonely = Lonely.FAIL,
    interval: SymmetricKind = "t",
    level: float = 0.95,
) -> Means:
    """Give each group's mean and total over the rows that have a number, linearised.

    Raises:
        LonelyUnit: A stratum with rows that have a number has a single unit, and this fails.
    """
    sums = moments.sums
    mean, divisor = weighted_means(moments)
    error = variances(frame, *_linearised(moments, mean, divisor), sums.n > 0, lonely)
    total_error = variances(frame, moments.wx, moments.w2x2, sums.n > 0, lonely)
    return describe_means(moments, error, total_error, degrees_of_freedom(sums, frame), interval, level)


def weighted_means(moments: NumberMoments) -> tuple[Floats, Floats]:
    """Give each group's mean, NaN without weight, and what its sums are divided by, never zero."""
    weighted = moments.sums.w.sum(axis=0)
    divisor = np.where(weighted > 0, weighted, 1.0)
    return np.where(weighted > 0, moments.wx.sum(axis=0) / divisor, np.nan), divisor


def describe_means(
    moments: NumberMoments,
    error: Floats,
    total_error: Floats,
    df: Floats,
    interval: SymmetricKind,
    level: float,
) -> Means:
    """Give all that follows from the variances of means and totals, wherever these come from."""
    sums = moments.sums
    mean, divisor = weighted_means(moments)
    error = np.where(np.isnan(mean), np.nan, error)
    weighted, rows = sums.w.sum(axis=0), sums.positive.sum(axis=0).astype(np.float64)
    square = moments.wx2.sum(axis=0) / divisor
    spread = np.where(np.isnan(mean), np.nan, drop_rounding(square - np.nan_to_num(mean) ** 2, square))
    bounds = symmetric_interval(mean, error, df, interval, level)
    return Means(
        sums.n.sum(axis=0),
        sums.positive.sum(axis=0),
        weighted,
        df,
        mean,
        np.sqrt(error),
        bounds.low,
        bounds.high,
        spread * rows / np.where(rows > 1, rows - 1, np.nan),
        effect_with_replacement(error, spread, rows),
        effect_without_replacement(error, spread, rows, weighted),
        moments.wx.sum(axis=0),
        np.sqrt(total_error),
    )


def _linearised(moments: NumberMoments, mean: Floats, divisor: Floats) -> tuple[Floats, Floats]:
    """Give totals and squares per unit of ``w (x - mean) / sum(w)``."""
    centre = np.where(np.isnan(mean), 0.0, mean)
    totals = (moments.wx - centre * moments.sums.w) / divisor
    squares = moments.w2x2 - 2 * centre * moments.w2x + centre**2 * moments.sums.w2
    return totals, drop_rounding(squares, moments.w2x2) / divisor**2
