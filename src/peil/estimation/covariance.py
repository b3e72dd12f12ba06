"""Covariances between the cells of a table, over a design."""

import numpy as np

from peil.estimation.arrays import Floats
from peil.estimation.design import Lonely
from peil.estimation.frame import Frame
from peil.estimation.linearised import linearise_shares
from peil.estimation.moments import Moments
from peil.estimation.variance import covariances


def total_covariance(moments: Moments, frame: Frame, lonely: Lonely = Lonely.FAIL) -> Floats:
    """Give the covariances of the weighted totals of a table's cells, for a question with one choice.

    Of a question with several choices only those between cells of different groups and the variances hold:
    how options overlap is in no moment.

    Returns:
        (groups · options) × (groups · options), the options of each group together.

    Raises:
        LonelyUnit: A stratum with rows in a base has a single unit, and this fails.
    """
    units, groups, options = moments.cells.w.shape
    cells = moments.cells
    totals, squares = (each.reshape(units, groups * options) for each in (cells.w, cells.w2))
    return covariances(frame, totals, squares, np.asarray((moments.base.n > 0).any(axis=1)), lonely)


def share_covariance(moments: Moments, frame: Frame, lonely: Lonely = Lonely.FAIL) -> Floats:
    """Give the linearised covariances of the shares of a table's cells, for a question with one choice.

    Groups exclude each other but share strata and clusters, so shares of different groups are correlated too.

    Returns:
        As ``total_covariance``; NaN for groups without a base.

    Raises:
        LonelyUnit: A stratum with rows in a base has a single unit, and this fails.
    """
    units, groups, options = moments.cells.w.shape
    lines = linearise_shares(moments)
    totals = lines.totals.reshape(units, groups * options)
    share = np.where(lines.empty[:, None], 0.0, lines.share)
    whole = np.where(lines.empty, 1.0, moments.base.w.sum(axis=0))[:, None, None]
    inside = _products(share, moments) / whole / whole
    inside[..., np.arange(options), np.arange(options)] = lines.squares
    found = covariances(frame, totals, inside, np.asarray(lines.present.any(axis=1)), lonely)
    nothing = np.repeat(lines.empty, options)
    found[nothing, :] = np.nan
    found[:, nothing] = np.nan
    return found


def _products(share: Floats, moments: Moments) -> Floats:
    """Give the sums of w² (c_j - p_j b)(c_k - p_k b) for two different options, units × groups × options²."""
    cells, base = moments.cells.w2, moments.base.w2
    crossed = cells[..., :, None] * share[:, None, :] + cells[..., None, :] * share[:, :, None]
    return base[..., None, None] * (share[:, :, None] * share[:, None, :]) - crossed
