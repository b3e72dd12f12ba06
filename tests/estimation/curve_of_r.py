"""A likelihood interval read as R's ``survey`` reads it: from a spline through a few points of the curve."""

import numpy as np
from scipy.special import expit, logit, rel_entr
from scipy.stats import f, norm, t

from peil.estimation.arrays import Floats

STEPS = 9


def read_interval(share: float, variance: float, df: float, rows: int) -> tuple[float, float]:
    """The bounds, with the share's variance; rows all have a weight above zero."""
    spread = share * (1 - share)
    error = np.sqrt(variance) / spread
    cut = t.ppf(0.025, df) * error * np.sqrt(rows * spread)
    furthest = np.sqrt(f.isf(norm.cdf(cut) / 2, 1, rows - 1))
    points = [(logit(share), 0.0)]
    for sign in (-1, 1):
        for step in range(1, STEPS + 1):
            at = logit(share) + sign * step * furthest / 5 * error
            points.append((at, sign * _root_of_deviance(share, expit(at), rows)))
            if abs(points[-1][1]) >= furthest:
                break
    x, y = np.array(sorted(points)).T
    fine = np.linspace(x[0], x[-1], 3 * len(x))
    low, high = expit(np.interp([cut, -cut], _spline(x, y, fine), fine))
    return float(low), float(high)


def _root_of_deviance(share: float, other: float, rows: int) -> float:
    """How many standard deviations another share is off, the dispersion estimated with n - 1."""
    divergence = rel_entr(share, other) + rel_entr(1 - share, 1 - other)
    return float(np.sqrt(2 * rows * divergence * (rows - 1) / rows))


def _spline(x: Floats, y: Floats, at: Floats) -> Floats:
    """A cubic spline whose third derivatives at the ends are those of cubics through the last four points."""
    h, slopes = np.diff(x), np.diff(y) / np.diff(x)
    seconds = np.diff(slopes) / (x[2:] - x[:-2])
    thirds = np.diff(seconds) / (x[3:] - x[:-3])
    n = len(x)
    left, right = np.zeros((n, n)), np.zeros(n)
    left[0, :2], right[0] = (-1, 1), 6 * thirds[0] * h[0]
    left[-1, -2:], right[-1] = (-1, 1), 6 * thirds[-1] * h[-1]
    for i in range(1, n - 1):
        left[i, i - 1 : i + 2] = h[i - 1], 2 * (h[i - 1] + h[i]), h[i]
        right[i] = 6 * (slopes[i] - slopes[i - 1])
    bent = np.linalg.solve(left, right)
    i = np.clip(np.searchsorted(x, at, side="right") - 1, 0, n - 2)
    off = at - x[i]
    rise = slopes[i] - h[i] * (2 * bent[i] + bent[i + 1]) / 6
    found: Floats = y[i] + off * (rise + off * (bent[i] / 2 + off * (bent[i + 1] - bent[i]) / (6 * h[i])))
    return found
