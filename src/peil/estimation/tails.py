"""Tails and quantiles of t, F and chi-square; NaN where there are no degrees of freedom.

Up to ``beta_tail.MOST`` degrees of freedom they are made of our own beta function, beyond by scipy: which of
them depends on nothing else, so that the same numbers always give the same.
"""

import math
from functools import lru_cache
from statistics import NormalDist

import numpy as np

from peil.estimation.arrays import Floats, Mask
from peil.estimation.beta_tail import MOST, beta_tail, log_gamma

MOST_ODDS = 1e300
"""As good as without end."""

NEWTON = 60
"""More steps than a quantile takes, also where it has to halve its way there."""


def f_tail(statistic: Floats, df1: Floats, df2: Floats) -> Floats:
    """Give the chance of an F at least as large."""
    statistic, df1, df2 = (np.asarray(each, np.float64) for each in np.broadcast_arrays(statistic, df1, df2))
    found = np.full(statistic.shape, np.nan)
    usable = (df1 > 0) & (df2 > 0) & ~np.isnan(statistic)
    found[usable & (statistic <= 0)] = 1.0
    usable &= statistic > 0
    few = usable & (df1 <= MOST) & (df2 <= MOST)
    over, under = df1[few], df2[few]
    odds = np.minimum(over * statistic[few] / under, MOST_ODDS)
    found[few] = beta_tail(1 / (1 + odds), odds / (1 + odds), under / 2, over / 2)
    many = usable & ~few
    if many.any():
        from scipy.special import fdtrc  # noqa: PLC0415 - slow to load, and small samples don't need it

        found[many] = fdtrc(df1[many], df2[many], statistic[many])
    return found


def chi_square_tail(statistic: Floats, df: Floats) -> Floats:
    """Give the chance of a chi-square at least as large, on one degree of freedom or more."""
    from scipy.special import chdtrc  # noqa: PLC0415 - as above

    return np.asarray(chdtrc(df, statistic))


def t_tails(statistic: Floats, df: Floats) -> Floats:
    """Give the chance of a t at least as far from 0, on either side."""
    statistic, df = np.broadcast_arrays(np.asarray(statistic, np.float64), df)
    return f_tail(statistic * statistic, np.ones(statistic.shape), df)


def t_reach(level: float, df: Floats) -> Floats:
    """Give how many standard errors an interval of this level reaches to each side."""
    return t_quantile(df, (1 + level) / 2)


def t_quantile(df: Floats, upper: float) -> Floats:
    """Give quantiles of Student's t, of a chance from 0.5 to 1; NaN without degrees of freedom."""
    df = np.asarray(df, np.float64)
    found = np.full(df.shape, np.nan)
    few = (df > 0) & (df <= MOST)
    if few.any():
        distinct, places = np.unique(df[few], return_inverse=True)
        found[few] = np.array(_few_quantiles(tuple(distinct.tolist()), 2 * (1 - upper)))[places]
    many = df > MOST
    if many.any():
        from scipy.special import stdtrit  # noqa: PLC0415 - as above

        found[many] = stdtrit(df[many], upper)
    return found


@lru_cache(maxsize=256)
def _few_quantiles(freedom: tuple[float, ...], tails: float) -> tuple[float, ...]:
    """Find where both tails are so large: by Newton's steps, halving where one leads out of the bounds.

    Remembered, since the tables of a file share their degrees of freedom.
    """
    df = np.array(freedom)
    low, high = np.zeros(df.shape), np.full(df.shape, np.inf)
    at = _near(df, tails)
    for _ in range(NEWTON):
        found = t_tails(at, df)
        over: Mask = found > tails
        low, high = np.where(over, at, low), np.where(over, high, at)
        step = at + (found - tails) / (2 * _density(at, df))
        between = (step > low) & (step < high)
        halved = np.where(np.isinf(high), 2 * at + 1, (low + high) / 2)
        following = np.where(between, step, halved)
        if (np.abs(following - at) <= 1e-14 * at).all():
            break
        at = following
    return tuple(at.tolist())


def _near(df: Floats, tails: float) -> Floats:
    """Give a first guess: the normal quantile, widened for few degrees of freedom (Fisher & Cornish 1960)."""
    z = NormalDist().inv_cdf(1 - tails / 2) if tails < 1 else 0.0
    return z + (z**3 + z) / (4 * df) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * df**2)


def _density(t: Floats, df: Floats) -> Floats:
    front = log_gamma((df + 1) / 2) - log_gamma(df / 2) - np.log(df * math.pi) / 2
    return np.exp(front - (df + 1) / 2 * np.log1p(t * t / df))
