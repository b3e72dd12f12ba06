"""A banner's columns, two by two."""

import numpy as np

from peil.estimation.covariance import share_covariance
from peil.estimation.design import Lonely, Replicates
from peil.estimation.differences import Differences, compare
from peil.estimation.frame import Frame
from peil.estimation.freedom import degrees_of_freedom
from peil.estimation.linearised import linearise_shares
from peil.estimation.moments import Moments, ReplicateMoments, Sums
from peil.estimation.replicate_variance import replicate_shares, replicate_variance

ROUNDING = 1e-12
"""A variance smaller than this part of those that it is a difference of is what rounding left."""


def compare_columns(moments: Moments, frame: Frame, lonely: Lonely) -> Differences:
    """Give each column's share less each other's, columns × columns × options.

    Columns share strata and clusters, so what they have in common is taken off. Degrees of freedom are those
    of the whole table's base.

    Args:
        moments: A question by a banner, of one choice or of several.
        frame: The design's units.
        lonely: What is done with strata that have a single unit.

    Raises:
        LonelyUnit: A stratum with rows in a base has a single unit, and this fails.
    """
    groups, options = moments.cells.w.shape[1:]
    share = linearise_shares(moments).share
    covariance = share_covariance(moments, frame, lonely).reshape(groups, options, groups, options)
    between = np.einsum("gkhk->ghk", covariance)
    own = np.einsum("ggk->gk", between)
    apart = own[:, None] + own[None, :]
    variance = apart - 2 * between
    variance = np.where(variance <= ROUNDING * apart, 0.0, variance)
    difference = share[:, None] - share[None, :]
    return compare(difference, variance, np.asarray(table_freedom(moments, frame)))


def compare_columns_by_replicates(
    moments: Moments, made: ReplicateMoments, replicates: Replicates, df: float
) -> Differences:
    """Give the same with errors from replicates.

    Args:
        moments: Of the whole sample.
        made: Of the replicates.
        replicates: How they tell a variance.
        df: ``replicate_freedom`` of the replicates with the weights of the base's rows alone.
    """
    share, each = linearise_shares(moments).share, replicate_shares(made)
    difference = share[:, None] - share[None, :]
    variance = replicate_variance(each[:, :, None] - each[:, None, :], difference, replicates)
    return compare(difference, variance, np.asarray(df))


def table_freedom(moments: Moments, frame: Frame) -> float:
    """Give the degrees of freedom among the rows of all groups' bases together."""
    base = moments.base
    every = Sums(*(part.sum(axis=1, keepdims=True) for part in (base.n, base.positive, base.w, base.w2)))
    return float(degrees_of_freedom(every, frame)[0])
