"""Shares of groups, with their errors."""

from dataclasses import dataclass

import numpy as np

from peil.estimation.arrays import Counts, Floats
from peil.estimation.design import Lonely
from peil.estimation.design_effects import effect_with_replacement, effect_without_replacement, kish_n
from peil.estimation.frame import Frame
from peil.estimation.freedom import degrees_of_freedom
from peil.estimation.intervals import IntervalKind, Known, share_interval
from peil.estimation.linearised import linearise_shares
from peil.estimation.moments import Moments
from peil.estimation.variance import variances


@dataclass(frozen=True)
class Shares:
    """What is estimated of a table's cells. NaN where a number doesn't exist.

    Args:
        n: Rows that chose, groups × options, as are all but those of the base.
        weighted: Their weights.
        base_n: Rows in each group's base.
        base_positive: Those with a weight above zero.
        base_weighted: The base's weights.
        kish_n: Kish's effective size of each base.
        df: Degrees of freedom, one a group.
        share: Of the base's weight.
        se: Standard error of the share.
        low: Lower bound.
        high: Upper bound.
        deff: Design effect against sampling with replacement.
        deff_without: Against sampling without replacement from a population as large as the sum of weights.
    """

    n: Counts
    weighted: Floats
    base_n: Counts
    base_positive: Counts
    base_weighted: Floats
    kish_n: Floats
    df: Floats
    share: Floats
    se: Floats
    low: Floats
    high: Floats
    deff: Floats
    deff_without: Floats


def estimate_shares(
    moments: Moments,
    frame: Frame,
    *,
    lonely: Lonely = Lonely.FAIL,
    interval: IntervalKind = "logit",
    level: float = 0.95,
) -> Shares:
    """Give each option's share of its group's base with its linearised error, of one choice or several.

    Raises:
        LonelyUnit: A stratum with rows in a base has a single unit, and this fails.
    """
    lines = linearise_shares(moments)
    variance = variances(frame, lines.totals, lines.squares, lines.present, lonely)
    variance[lines.empty] = np.nan
    return describe_shares(
        moments, lines.share, variance, degrees_of_freedom(moments.base, frame), interval, level
    )


def describe_shares(
    moments: Moments, share: Floats, variance: Floats, df: Floats, interval: IntervalKind, level: float
) -> Shares:
    """Give all that follows from shares and their variances, wherever these come from."""
    base, shape = moments.base, share.shape
    n, positive = base.n.sum(axis=0), base.positive.sum(axis=0)
    whole, effective = base.w.sum(axis=0), kish_n(base)
    wide = [
        np.broadcast_to(each[:, None], shape)
        for each in (df, n.astype(np.float64), positive.astype(np.float64), effective)
    ]
    found = share_interval(Known(share, variance, *wide), interval, level)
    spread, rows = share * (1 - share), positive.astype(np.float64)[:, None]
    return Shares(
        moments.cells.n.sum(axis=0),
        moments.cells.w.sum(axis=0),
        n,
        positive,
        whole,
        effective,
        df,
        share,
        np.sqrt(variance),
        found.low,
        found.high,
        effect_with_replacement(variance, spread, rows),
        effect_without_replacement(variance, spread, rows, whole[:, None]),
    )
