"""Shares and totals after calibration, with the errors that it leaves, from moments over calibration cells.

A statistic is linearised to a value on those who chose, on the rest of the base and on everyone else (zero);
what the margins foretell of it is taken away; the weighted squares of what is left are added up in each pair
of unit and calibration cell, which loses no digits where little is left (Deville & Särndal 1992).
"""

from dataclasses import dataclass

import numpy as np

from peil.estimation.arrays import Floats
from peil.estimation.calibration.residual_frame import ResidualFrame
from peil.estimation.design import Lonely
from peil.estimation.design_effects import effect_with_replacement, effect_without_replacement
from peil.estimation.freedom import degrees_of_freedom
from peil.estimation.intervals import IntervalKind, SymmetricKind, symmetric_interval
from peil.estimation.linearised import without
from peil.estimation.moments import Moments
from peil.estimation.shares import Shares, describe_shares
from peil.estimation.totals import Totals
from peil.estimation.variance import variances

ROUNDING = 1e-13
"""A smaller part of everyone, left over when a base is taken off, is what rounding left."""


@dataclass(frozen=True)
class _Line:
    """A linearised statistic: its value on those who chose and on the rest of the base, groups × options.

    ``foretold`` is what the margins foretell of it, pairs × groups × options.
    """

    chose: Floats
    rest: Floats
    foretold: Floats


def estimate_calibrated_shares(
    moments: Moments,
    over: ResidualFrame,
    *,
    lonely: Lonely = Lonely.FAIL,
    interval: IntervalKind = "logit",
    level: float = 0.95,
) -> Shares:
    """Give each option's share of its group's base, of one choice or several.

    Args:
        moments: Sums over the pairs of ``over``, with the calibrated weights.
        over: The design's units and the calibration cells.
        lonely: What is done with single units.
        interval: Kind of interval.
        level: Of the interval.

    Raises:
        LonelyUnit: A stratum with rows in a base has a single unit, and this fails.
    """
    base, chosen = moments.base.w.sum(axis=0)[:, None], moments.cells.w.sum(axis=0)
    empty, divisor = base <= 0, np.where(base > 0, base, 1.0)
    refused = without(moments.base.w, moments.cells.w).sum(axis=0) / divisor
    share = np.where(refused == 0, 1.0, chosen / divisor)
    of_option, of_base = _fit(moments, over)
    line = _Line(refused / divisor, -share / divisor, (of_option - share * of_base) / divisor)
    variance = np.where(empty, np.nan, _variance(moments, over, line, lonely))
    df = degrees_of_freedom(over.by_units(moments.base), over.frame)
    return describe_shares(moments, np.where(empty, np.nan, share), variance, df, interval, level)


def estimate_calibrated_totals(
    moments: Moments,
    over: ResidualFrame,
    *,
    lonely: Lonely = Lonely.FAIL,
    interval: SymmetricKind = "t",
    level: float = 0.95,
) -> Totals:
    """Give the weighted number of those who chose each option; arguments and errors as of the shares."""
    base = moments.base.w.sum(axis=0)[:, None]
    total = moments.cells.w.sum(axis=0)
    ones = np.ones_like(total)
    variance = _variance(moments, over, _Line(ones, 0 * ones, _fit(moments, over)[0]), lonely)
    df = degrees_of_freedom(over.by_units(moments.base), over.frame)
    bounds = symmetric_interval(total, variance, df[:, None], interval, level)
    rows = moments.base.positive.sum(axis=0).astype(np.float64)[:, None]
    spread = total * (1 - total / np.where(base > 0, base, 1.0)) * base
    return Totals(
        total,
        np.sqrt(variance),
        bounds.low,
        bounds.high,
        effect_with_replacement(variance, spread, rows),
        effect_without_replacement(variance, spread, rows, base),
    )


def _fit(moments: Moments, over: ResidualFrame) -> tuple[Floats, Floats]:
    """Give what the margins foretell of each option and of each base, pairs × groups × options."""
    of_option = over.fit(moments.cells.n.astype(np.float64), moments.cells.w)
    of_base = over.fit(moments.base.n.astype(np.float64), moments.base.w)
    return of_option, of_base[:, :, None]


def _variance(moments: Moments, over: ResidualFrame, line: _Line, lonely: Lonely) -> Floats:
    """Give the variance of the sum of a statistic's values times the weights."""
    w, w2 = moments.cells.w, moments.cells.w2
    others, others2 = without(moments.base.w, w), without(moments.base.w2, w2)
    whole, whole2 = over.w[:, None, None], over.w2[:, None, None]
    outside2 = whole2 - moments.base.w2[:, :, None]
    outside2 = np.where(outside2 > ROUNDING * whole2, outside2, 0.0)
    totals = w * line.chose + others * line.rest - whole * line.foretold
    squares = (
        w2 * (line.chose - line.foretold) ** 2
        + others2 * (line.rest - line.foretold) ** 2
        + outside2 * line.foretold**2
    )
    present = over.by_unit(moments.base.n.astype(np.float64)) > 0
    return variances(over.frame, over.by_unit(totals), over.by_unit(squares), present, lonely)
