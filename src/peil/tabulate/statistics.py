"""Statistics from moments: shares, standard errors, intervals and design effects.

The design is sampling of rows with replacement, weights as given. The variance of a share p = Σwy / Σw in
a domain is Taylor-linearised over all rows of the design (Särndal, Swensson & Wretman 1992, section 5.5;
``svymean`` of R's survey package): with influence u = w(y - p) / Σw in the domain and 0 outside,
``m / (m - 1) · Σu²`` for m rows, where Σu² = ((1 - p)² Σw²y + p² (Σw² - Σw²y)) / (Σw)².
"""

import math
from dataclasses import dataclass

import numpy as np

from peil.tabulate.moments import Floats, Mask, Moments

CONFIDENCE = 0.95


@dataclass(frozen=True)
class Intervals:
    """Lower and upper bounds, groups × cells; NaN where there is none."""

    low: Floats
    high: Floats


def shares(moments: Moments) -> Floats:
    """Give each cell's share of its group's weighted base, groups × cells; NaN for an empty base."""
    base = moments.base.w[:, None]
    found = np.full(moments.cells.w.shape, np.nan)
    np.divide(moments.cells.w, base, out=found, where=base > 0)
    return found


def standard_errors(moments: Moments) -> Floats:
    """Give the Taylor-linearised standard error of each share.

    Zero at shares 0 and 1; NaN for an empty base or a design of one row.
    """
    p, cells = shares(moments), moments.cells
    w, w2 = moments.base.w[:, None], moments.base.w2[:, None]
    spread = (1 - p) ** 2 * cells.w2 + p**2 * np.maximum(w2 - cells.w2, 0)
    variance = np.full(p.shape, np.nan)
    if moments.rows > 1:
        np.divide(moments.rows / (moments.rows - 1) * spread, w**2, out=variance, where=w > 0)
        variance[(w > 0) & ((p <= 0) | _is_one(moments))] = 0
    return np.asarray(np.sqrt(variance))


def logit_intervals(moments: Moments) -> Intervals:
    """Give 95 % logit intervals with t on (rows of positive weight in the base - 1) degrees of freedom.

    The interval of log(p / (1 - p)) is carried back to the share (Korn & Graubard 1999, section 3.2). NaN
    at shares 0 and 1, and where there are no degrees of freedom.
    """
    from scipy.special import expit, stdtrit  # noqa: PLC0415 - scipy is slow to load and most tables need none

    p, se = shares(moments), standard_errors(moments)
    freedom = moments.base.positive[:, None] - 1.0
    inside = (p > 0) & (p < 1) & ~_is_one(moments) & (freedom > 0) & ~np.isnan(se)
    low, high = np.full(p.shape, np.nan), np.full(p.shape, np.nan)
    quantile = np.broadcast_to(stdtrit(np.maximum(freedom, 1.0), (1 + CONFIDENCE) / 2), p.shape)[inside]
    p, se = p[inside], se[inside]
    centre, reach = np.log(p / (1 - p)), quantile * se / (p * (1 - p))
    low[inside], high[inside] = expit(centre - reach), expit(centre + reach)
    return Intervals(low, high)


def design_effects(moments: Moments) -> Floats:
    """Give each share's variance over that of a simple random sample with replacement, p(1 - p) / (n - 1).

    n counts the base's rows of positive weight. NaN at shares 0 and 1 and in bases of fewer than two rows.
    """
    p, se = shares(moments), standard_errors(moments)
    freedom = moments.base.positive[:, None] - 1.0
    simple = np.where((p > 0) & (p < 1) & ~_is_one(moments) & (freedom > 0), p * (1 - p), np.nan)
    return se**2 * freedom / simple


def _is_one(moments: Moments) -> Mask:
    """Say which cells hold their whole base, told by counts, since sums of weights may differ in a bit."""
    return np.asarray(moments.cells.positive == moments.base.positive[:, None])


def as_lists(array: Floats) -> list[list[float | None]]:
    """Give an array as numbers of Python's own, None where it holds NaN."""
    return [[None if math.isnan(value) else value for value in row] for row in array.tolist()]
