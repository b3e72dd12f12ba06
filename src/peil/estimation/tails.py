"""Tail probabilities of F, chi-square and t; NaN where there are no degrees of freedom."""

import numpy as np

from peil.estimation.arrays import Floats


def f_tail(statistic: Floats, df1: Floats, df2: Floats) -> Floats:
    """Give the chance of an F at least as large."""
    from scipy.special import fdtrc  # noqa: PLC0415 - scipy is slow to load and most tables need none

    return np.asarray(fdtrc(df1, df2, statistic))


def chi_square_tail(statistic: Floats, df: Floats) -> Floats:
    """Give the chance of a chi-square at least as large, on one degree of freedom or more."""
    from scipy.special import chdtrc  # noqa: PLC0415 - as above

    return np.asarray(chdtrc(df, statistic))


def t_tails(statistic: Floats, df: Floats) -> Floats:
    """Give the chance of a t at least as far from 0, on either side."""
    from scipy.special import stdtr  # noqa: PLC0415 - as above

    return np.asarray(2 * stdtr(df, -np.abs(statistic)))


def t_reach(level: float, df: Floats) -> Floats:
    """Give how many standard errors an interval of this level reaches to each side."""
    from scipy.special import stdtrit  # noqa: PLC0415 - as above

    return np.asarray(stdtrit(df, (1 + level) / 2))
