"""Totals of groups, with their errors."""

from dataclasses import dataclass

import numpy as np

from peil.estimation.arrays import Floats
from peil.estimation.design import Lonely
from peil.estimation.design_effects import effect_with_replacement, effect_without_replacement
from peil.estimation.frame import Frame
from peil.estimation.freedom import degrees_of_freedom
from peil.estimation.intervals import SymmetricKind, symmetric_interval
from peil.estimation.linearised import linearise_shares
from peil.estimation.moments import Moments
from peil.estimation.variance import variances


@dataclass(frozen=True)
class Totals:
    """How many there are in the population who chose, groups × options. NaN where a number doesn't exist.

    Args:
        total: Sum of the weights of those who chose.
        se: Its standard error.
        low: Lower bound.
        high: Upper bound.
        deff: Design effect against sampling with replacement.
        deff_without: Against sampling without replacement from a population as large as the base's weights.
    """

    total: Floats
    se: Floats
    low: Floats
    high: Floats
    deff: Floats
    deff_without: Floats


def estimate_totals(
    moments: Moments,
    frame: Frame,
    *,
    lonely: Lonely = Lonely.FAIL,
    interval: SymmetricKind = "t",
    level: float = 0.95,
) -> Totals:
    """Give the weighted number of those who chose each option.

    Raises:
        LonelyUnit: A stratum with rows in a base has a single unit, and this fails.
    """
    base, cells = moments.base, moments.cells
    variance = variances(frame, cells.w, cells.w2, base.n > 0, lonely)
    total, whole = cells.w.sum(axis=0), base.w.sum(axis=0)[:, None]
    bounds = symmetric_interval(total, variance, degrees_of_freedom(base, frame)[:, None], interval, level)
    share = linearise_shares(moments).share
    rows = base.positive.sum(axis=0).astype(np.float64)[:, None]
    spread = whole**2 * share * (1 - share)
    return Totals(
        total,
        np.sqrt(variance),
        bounds.low,
        bounds.high,
        effect_with_replacement(variance, spread, rows),
        effect_without_replacement(variance, spread, rows, whole),
    )
