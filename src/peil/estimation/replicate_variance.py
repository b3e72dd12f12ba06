"""Errors from replicate weights: a statistic's spread over the replicates."""

from dataclasses import replace

import numpy as np

from peil.estimation.arrays import Floats, Positions
from peil.estimation.design import Replicates
from peil.estimation.intervals import IntervalKind, SymmetricKind
from peil.estimation.linearised import linearise_shares
from peil.estimation.means import Means, describe_means, weighted_means
from peil.estimation.moments import Moments, NumberMoments, ReplicateMoments, ReplicateNumberMoments
from peil.estimation.shares import Shares, describe_shares

INDEPENDENT = 1e-10
"""Squared length, as a part of the longest, below which a replicate says nothing new."""


def replicate_variance(thetas: Floats, whole: Floats, replicates: Replicates) -> Floats:
    """Give the variance of statistics (Wolter 2007).

    Args:
        thetas: The statistics of each replicate, replicates × anything.
        whole: Those of the whole sample.
        replicates: How their spread is scaled.

    Returns:
        As ``whole``. A replicate without the statistic is left out, as R's ``survey`` does; NaN where none
        has it or the whole sample hasn't.
    """
    known = np.isfinite(thetas)
    shape = (-1,) + (1,) * (thetas.ndim - 1)
    rscales = replicates.rscales.reshape(shape)
    filled = np.where(known, thetas, 0.0)
    counted = known & (rscales > 0)
    times = counted.sum(axis=0)
    middle = (filled * counted).sum(axis=0) / np.where(times > 0, times, 1)
    centre = np.where(np.isnan(whole), 0.0, whole) if replicates.mse else middle
    found = replicates.scale * (rscales * np.where(known, filled - centre, 0.0) ** 2).sum(axis=0)
    return np.where((times > 0) & ~np.isnan(whole), found, np.nan)


def replicate_covariance(thetas: Floats, whole: Floats, replicates: Replicates) -> Floats:
    """Give the covariances of statistics, as ``replicate_variance``.

    Args:
        thetas: Replicates × statistics. Replicates without one of them are left out.
        whole: Those of the whole sample.
        replicates: How their spread is scaled.

    Returns:
        Statistics × statistics; NaN where no replicate has them all.
    """
    known = np.isfinite(thetas).all(axis=1)
    if not known.any():
        return np.full((len(whole), len(whole)), np.nan)
    kept, rscales = thetas[known], replicates.rscales[known]
    centre = whole if replicates.mse else kept[rscales > 0].mean(axis=0)
    off = kept - centre
    found: Floats = replicates.scale * (off.T @ (off * rscales[:, None]))
    return found


def replicate_shares(moments: ReplicateMoments) -> Floats:
    """Give each replicate's shares of its bases, replicates × groups × options; NaN without a base."""
    there = moments.base > 0
    found: Floats = moments.cells / np.where(there, moments.base, np.nan)[..., None]
    return found


def replicate_freedom(replicates: Replicates) -> float:
    """Give the degrees of freedom of replicates: how many are independent, less one (Lumley 2010).

    Zero where there are no rows.
    """
    lengths = np.linalg.eigvalsh(replicates.weights.T @ replicates.weights)
    independent = int((lengths > INDEPENDENT * lengths.max(initial=0.0)).sum())
    return float(max(independent - 1, 0))


def replicate_freedoms(replicates: Replicates, groups: Positions, count: int) -> Floats:
    """Give each group's degrees of freedom: those of its rows' weights, as R's ``survey`` takes a subset.

    Args:
        replicates: The replicates.
        groups: Of each row the group whose base it is in; -1 for none.
        count: How many groups there are.
    """
    weights = replicates.weights
    found = [
        replicate_freedom(replace(replicates, weights=weights[groups == group])) for group in range(count)
    ]
    return np.array(found, np.float64)


def estimate_shares_by_replicates(
    moments: Moments,
    of_replicates: ReplicateMoments,
    replicates: Replicates,
    *,
    df: Floats | None = None,
    interval: IntervalKind = "logit",
    level: float = 0.95,
) -> Shares:
    """Give each option's share of its group's base, with its error from replicates.

    Args:
        moments: Of the whole sample.
        of_replicates: Of its replicates.
        replicates: How their spread is scaled.
        df: Degrees of freedom of each group's base (``replicate_freedoms``); None for those of all rows.
        interval: Kind of interval.
        level: Its level.
    """
    share = linearise_shares(moments).share
    variance = replicate_variance(replicate_shares(of_replicates), share, replicates)
    freedom = np.full(len(share), replicate_freedom(replicates)) if df is None else df
    return describe_shares(moments, share, variance, freedom, interval, level)


def estimate_means_by_replicates(
    moments: NumberMoments,
    of_replicates: ReplicateNumberMoments,
    replicates: Replicates,
    *,
    df: Floats | None = None,
    interval: SymmetricKind = "t",
    level: float = 0.95,
) -> Means:
    """Give each group's mean and total, with their errors from replicates; arguments as for shares."""
    mean, total = weighted_means(moments)[0], moments.wx.sum(axis=0)
    weights = np.where(of_replicates.w > 0, of_replicates.w, np.nan)
    error = replicate_variance(of_replicates.wx / weights, mean, replicates)
    total_error = replicate_variance(of_replicates.wx, total, replicates)
    freedom = np.full(len(mean), replicate_freedom(replicates)) if df is None else df
    return describe_means(moments, error, total_error, freedom, interval, level)
