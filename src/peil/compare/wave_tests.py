"""Tests of differences between waves that were drawn independently, from what each released.

The difference of two independent estimates has the sum of their variances. Its t has the degrees of freedom
of Welch (1947) and Satterthwaite (1946), as ``estimation.trend.compare_waves`` has them; its p-values are
adjusted over the whole trend by Holm's method (1979).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from peil.disclose.trend import TrendCell, Untested, WaveChange
from peil.estimation.adjust_p import Adjustment, adjust
from peil.estimation.differences import compare
from peil.estimation.tails import t_quantile

UPPER = 0.975
MOST = 1e7
"""Degrees of freedom beyond which t is the normal distribution in every digit that is told."""
STEPS = 80
NEAR = 1e-3


@dataclass(frozen=True)
class TestedShare:
    """A share with its standard error and degrees of freedom."""

    share: float
    se: float
    df: float


def tested_share(cell: TrendCell) -> TestedShare | None:
    """Give what a test needs of a cell; None where it has no standard error.

    A release tells no degrees of freedom. They follow from the interval, which is symmetric in log odds:
    its half width there is the t quantile times ``se / (share * (1 - share))``.
    """
    if cell.se is None or cell.low is None or cell.high is None or not cell.se or not 0 < cell.share < 1:
        return None
    half = (_log_odds(cell.high) - _log_odds(cell.low)) / 2
    return TestedShare(cell.share, cell.se, freedom_of(half * cell.share * (1 - cell.share) / cell.se))


def freedom_of(reach: float) -> float:
    """Give the degrees of freedom of which the 97.5 % quantile of t is ``reach``; at most ``MOST``."""
    low, high = math.log(0.5), math.log(MOST)
    for _ in range(STEPS):
        middle = (low + high) / 2
        if float(t_quantile(np.array(math.exp(middle)), UPPER)) > reach:
            low = middle
        else:
            high = middle
    found = math.exp((low + high) / 2)
    return float(round(found)) if abs(found - round(found)) < NEAR * found else found


def test_change(since: str, earlier: TrendCell, later: TrendCell) -> WaveChange:
    """Give the change between two independent waves with its test and 95 % interval."""
    difference = later.share - earlier.share
    one, other = tested_share(earlier), tested_share(later)
    if one is None or other is None:
        return WaveChange(since, difference, Untested.NO_ERROR)
    parts = one.se**2, other.se**2
    df = sum(parts) ** 2 / sum(part**2 / each.df for part, each in zip(parts, (one, other), strict=True))
    found = compare(np.array([difference]), np.array([sum(parts)]), np.array([df]))
    low, high, p = (float(each[0]) for each in (found.low, found.high, found.p))
    return WaveChange(since, difference, None, low, high, df, p)


def adjust_changes(
    changes: Mapping[tuple[str, str], WaveChange],
) -> tuple[dict[tuple[str, str], WaveChange], int]:
    """Adjust every p of a trend by Holm's method; beside them how many there are."""
    tested = [name for name, change in changes.items() if change.p is not None]
    p = np.array([changes[name].p for name in tested], np.float64)
    adjusted = dict(zip(tested, adjust(p, Adjustment.HOLM).tolist(), strict=True))
    found = {
        name: replace(change, adjusted=adjusted[name]) if name in adjusted else change
        for name, change in changes.items()
    }
    return found, len(tested)


def _log_odds(share: float) -> float:
    return math.log(share) - math.log1p(-share)
