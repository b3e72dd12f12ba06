"""Ratios of the totals of two numbers, with their errors."""

from dataclasses import dataclass

import numpy as np

from peil.estimation.arrays import Floats
from peil.estimation.design import Lonely
from peil.estimation.frame import Frame
from peil.estimation.freedom import degrees_of_freedom
from peil.estimation.intervals import SymmetricKind, symmetric_interval
from peil.estimation.moments import NumberMoments
from peil.estimation.rounding import drop_rounding
from peil.estimation.variance import variances


@dataclass(frozen=True)
class Ratios:
    """A ratio of totals, one a group. NaN where a number doesn't exist.

    Args:
        ratio: The total of one number over that of the other.
        se: Its standard error.
        low: Lower bound.
        high: Upper bound.
        df: Degrees of freedom.
    """

    ratio: Floats
    se: Floats
    low: Floats
    high: Floats
    df: Floats


@dataclass(frozen=True)
class RatioMoments:
    """Moments of two numbers, all over the rows that have both.

    Args:
        above: Of the number y that is divided.
        below: Of the number x that it is divided by.
        both: Of y + x: it tells the products, as ``2 y x = (y + x)^2 - y^2 - x^2``.
    """

    above: NumberMoments
    below: NumberMoments
    both: NumberMoments


def estimate_ratios(
    moments: RatioMoments,
    frame: Frame,
    *,
    lonely: Lonely = Lonely.FAIL,
    interval: SymmetricKind = "t",
    level: float = 0.95,
) -> Ratios:
    """Give each group's ratio of totals, linearised (Särndal, Swensson & Wretman 1992, section 5.6).

    Raises:
        LonelyUnit: A stratum with rows that have the numbers has a single unit, and this fails.
    """
    above, below, both = moments.above, moments.below, moments.both
    sums = above.sums
    divisor = below.wx.sum(axis=0)
    nothing = divisor == 0
    whole = np.where(nothing, 1.0, divisor)
    ratio = above.wx.sum(axis=0) / whole
    crossed = both.w2x2 - above.w2x2 - below.w2x2
    squares = drop_rounding(above.w2x2 - ratio * crossed + ratio**2 * below.w2x2, both.w2x2) / whole**2
    error = variances(frame, (above.wx - ratio * below.wx) / whole, squares, sums.n > 0, lonely)
    ratio, error = np.where(nothing, np.nan, ratio), np.where(nothing, np.nan, error)
    df = degrees_of_freedom(sums, frame)
    bounds = symmetric_interval(ratio, error, df, interval, level)
    return Ratios(ratio, np.sqrt(error), bounds.low, bounds.high, df)
