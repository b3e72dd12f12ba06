"""Design effects: a variance beside that of a simple random sample; what weights alone cost."""

import numpy as np

from peil.estimation.arrays import Floats
from peil.estimation.moments import Sums
from peil.estimation.rounding import drop_rounding


def effect_with_replacement(variance: Floats, spread: Floats, rows: Floats) -> Floats:
    """Give variance over that of a simple random sample with replacement.

    Args:
        variance: Of a mean or a share.
        spread: The variable's variance in the population times ``(n - 1) / n``: p (1 - p) for a share.
        rows: Rows of positive weight n.

    Returns:
        NaN where the simple sample has no variance.
    """
    simple = spread / np.where(rows > 1, rows - 1, np.nan)
    found: Floats = variance / np.where(simple > 0, simple, np.nan)
    return found


def effect_without_replacement(variance: Floats, spread: Floats, rows: Floats, population: Floats) -> Floats:
    """Give variance over that of a simple random sample without replacement.

    Args:
        variance: As in ``effect_with_replacement``.
        spread: As there.
        rows: As there.
        population: What the weights add to, which is how many the sample is from.

    Returns:
        NaN too where the weights don't add to more than the rows.
    """
    left = np.where(population > rows, 1 - rows / np.where(population > 0, population, 1.0), np.nan)
    return effect_with_replacement(variance, spread, rows) / left


def kish_n(sums: Sums) -> Floats:
    """Give Kish's effective size (Kish 1965): the squared sum of weights over the sum of their squares."""
    w, w2 = sums.w.sum(axis=0), sums.w2.sum(axis=0)
    found: Floats = w**2 / np.where(w2 > 0, w2, np.nan)
    return found


def kish_effect(sums: Sums) -> Floats:
    """Give the design effect of unequal weights (Kish 1965): rows of positive weight over Kish's size."""
    found: Floats = sums.positive.sum(axis=0) / kish_n(sums)
    return found


def weight_variation(sums: Sums) -> Floats:
    """Give the coefficient of variation of weights above zero: their standard deviation over their mean."""
    rows = sums.positive.sum(axis=0).astype(np.float64)
    w, w2 = sums.w.sum(axis=0), sums.w2.sum(axis=0)
    several, some = np.where(rows > 1, rows, np.nan), np.where(w > 0, w, np.nan)
    found: Floats = np.sqrt(drop_rounding(w2 - w**2 / several, w2) / (several - 1)) * several / some
    return found
