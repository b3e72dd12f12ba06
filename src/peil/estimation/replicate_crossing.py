"""Stacked tables with covariances from replicates."""

import numpy as np

from peil.estimation.arrays import Counts, Floats
from peil.estimation.crossing import Crossings, beside, left_over
from peil.estimation.design import Replicates
from peil.estimation.moments import Moments, ReplicateMoments
from peil.estimation.replicate_variance import replicate_covariance


def cross_choices(moments: Moments, made: ReplicateMoments, replicates: Replicates, df: float) -> Crossings:
    """Give a question with one choice as a stack of one table.

    Args:
        moments: Of the whole sample.
        made: Of the replicates.
        replicates: How they tell a variance.
        df: ``replicate_freedom`` of the replicates with the weights of the rows in the cells alone, as R's
            ``survey`` has it of a subset.
    """
    positive, w = moments.cells.positive.sum(axis=0), moments.cells.w.sum(axis=0)
    return _crossed(positive[None], w[None], made.cells[None], replicates, df)


def cross_options(moments: Moments, made: ReplicateMoments, replicates: Replicates, df: float) -> Crossings:
    """Give every option of a question as a table: who chose it beside who is in the base and didn't.

    Args:
        moments: Of the whole sample.
        made: Of the replicates.
        replicates: How they tell a variance.
        df: As in ``cross_choices``, of the rows of the base.
    """
    rest = left_over(moments)
    positive = beside(moments.cells.positive, rest.positive).sum(axis=1)
    w = beside(moments.cells.w, rest.w).sum(axis=1)
    return _crossed(positive, w, beside(made.cells, replicate_others(moments, made)), replicates, df)


def replicate_others(moments: Moments, made: ReplicateMoments) -> Floats:
    """Give for each option each replicate's weight of the base that didn't choose it, as ``left_over``."""
    somebody = left_over(moments).positive.sum(axis=0) > 0
    return np.where(somebody, np.maximum(made.base[..., None] - made.cells, 0), 0.0)


def _crossed(positive: Counts, w: Floats, cells: Floats, replicates: Replicates, df: float) -> Crossings:
    tables, samples = cells.shape[:2]
    totals, whole = cells.reshape(tables, samples, -1), w.reshape(tables, -1)
    of_totals = [replicate_covariance(*each, replicates) for each in zip(totals, whole, strict=True)]
    of_shares = [
        replicate_covariance(_parts(each), _parts(all_rows), replicates) * all_rows.sum() ** 2
        for each, all_rows in zip(totals, whole, strict=True)
    ]
    return Crossings(positive, w, np.stack(of_totals), np.stack(of_shares), np.full(tables, float(df)))


def _parts(totals: Floats) -> Floats:
    """Give totals as parts of their sum; NaN where that is zero."""
    whole = totals.sum(axis=-1, keepdims=True)
    return np.asarray(totals / np.where(whole > 0, whole, np.nan))
