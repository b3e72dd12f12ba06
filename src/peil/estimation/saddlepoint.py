"""The distribution of a weighted sum of chi-squares over another chi-square, by its saddlepoint."""

import math

import numpy as np

from peil.estimation.arrays import Floats
from peil.estimation.tails import f_tail

EDGE = 0.99999
"""How far along the way to where the cumulants end one looks."""

ROUNDING = 1e-9
"""Degrees of freedom this part short of a whole number are that number."""

FLAT = 1e-4
"""This near to the mean the formula divides nothing by nothing."""


def saddlepoint_tail(statistic: float, weights: Floats, df: float) -> float:
    """Give the chance that Σ weight · chi-square(1) is at least ``statistic``, its scale known on ``df``.

    The chance that Σ weight · chi-square(1) - statistic / df · chi-square(df) is above zero, by the formula
    of Lugannani and Rice in the form of Barndorff-Nielsen (Kuonen 1999). Like ``pFsum`` of R's ``survey``
    4.1 it counts whole degrees of freedom, and takes Satterthwaite's F where the mean is too near.

    Args:
        statistic: Above zero for anything but 1.
        weights: Of the sum; those that aren't above zero add nothing.
        df: Degrees of freedom, at least 1.
    """
    if statistic <= 0:
        return 1.0
    whole = float(math.floor(df * (1 + ROUNDING)))
    values = np.append(weights, -statistic / df)
    counts = np.append(np.ones(len(weights)), whole)
    scale = values.max()
    values = values / scale
    low, high = _ends(values)
    root = _root(values, counts, low, high)
    if abs(root) < FLAT:
        return _satterthwaite(statistic, weights, df)
    cumulant = -float(np.sum(counts * np.log1p(-2 * root * values))) / 2
    curvature = 2 * float(np.sum(counts * values**2 / (1 - 2 * root * values) ** 2))
    way = math.copysign(math.sqrt(-2 * cumulant), root)
    slope = root * math.sqrt(curvature)
    return math.erfc((way + math.log(slope / way) / way) / math.sqrt(2)) / 2


def _ends(values: Floats) -> tuple[float, float]:
    """Give the points between which the cumulants are there."""
    return EDGE / (2 * float(values.min())), EDGE / (2 * float(values.max()))


def _root(values: Floats, counts: Floats, low: float, high: float) -> float:
    """Give where the cumulants' slope, which only rises, is zero."""
    from scipy.optimize import brentq  # noqa: PLC0415 - scipy is slow to load and most tables need none

    def slope(at: float) -> float:
        return float(np.sum(counts * values / (1 - 2 * at * values)))

    if slope(high) <= 0:
        return high
    if slope(low) >= 0:
        return low
    return float(brentq(slope, low, high, xtol=1e-12))


def _satterthwaite(statistic: float, weights: Floats, df: float) -> float:
    """Give the chance by an F with the sum's mean and variance."""
    df1 = float(weights.sum()) ** 2 / float(np.sum(weights**2))
    found = f_tail(np.asarray(statistic / float(weights.sum())), np.asarray(df1), np.asarray(df))
    return float(found)
