"""Differences between estimates, tested by t."""

from dataclasses import dataclass

import numpy as np

from peil.estimation.arrays import Floats
from peil.estimation.tails import t_reach, t_tails
from peil.estimation.tested import Untestable


@dataclass(frozen=True)
class Differences:
    """Differences and what they are worth, arrays of one shape; NaN where a number doesn't exist.

    Args:
        difference: One estimate less another.
        se: Its standard error.
        df: Degrees of freedom.
        t: Difference over standard error; none where there is no standard error or it is zero.
        p: Chance of a t at least as far from zero, on either side.
        low: Lower bound of the difference at the level asked for.
        high: Upper bound.
    """

    difference: Floats
    se: Floats
    df: Floats
    t: Floats
    p: Floats
    low: Floats
    high: Floats

    def reason_at(self, *place: int) -> Untestable | None:
        """Say why there is no p at a place; None where there is one."""
        if not np.isnan(self.p[place]):
            return None
        if np.isnan(self.difference[place]):
            return Untestable.NOBODY
        return Untestable.NO_SPREAD if self.se[place] == 0 else Untestable.NO_FREEDOM


def compare(difference: Floats, variance: Floats, df: Floats, level: float = 0.95) -> Differences:
    """Give differences with their t, p and interval.

    Args:
        difference: Of any shape; NaN where a side has no base.
        variance: Of the difference.
        df: Degrees of freedom, of a shape that broadcasts.
        level: Of the intervals.
    """
    se = np.where(np.isnan(difference), np.nan, np.sqrt(variance))
    freedom = np.broadcast_to(df, difference.shape)
    t = np.full(difference.shape, np.nan)
    np.divide(difference, se, out=t, where=se > 0)
    reach = np.where(se > 0, t_reach(level, freedom), np.nan) * se
    return Differences(
        difference, se, freedom, t, t_tails(t, freedom), difference - reach, difference + reach
    )
