"""The regularised incomplete beta function, from which the tails of t and F come.

scipy has it too, but loading scipy takes longer than all tables of a small file; it is asked where there are
more degrees of freedom than ``MOST``, for which this would lose digits.
"""

import math

import numpy as np

from peil.estimation.arrays import Floats

MOST = 1e4
"""Degrees of freedom up to which this is right to nine digits: beyond, logarithms of gamma lose some."""

STEPS = 1000
"""More steps than the fraction takes for any of these."""

CLOSE = 5e-16
TINY = 1e-300

_lgamma = np.frompyfunc(math.lgamma, 1, 1)


def beta_tail(x: Floats, rest: Floats, a: Floats, b: Floats) -> Floats:
    """Give the chance that a beta variable of shapes a and b is at most x.

    By its continued fraction (DLMF 8.17.22), evaluated from the front (Lentz 1976), at the side where it
    converges fast.

    Args:
        x: From 0 to 1.
        rest: What is left of 1: told apart, as it may be too little to be seen beside x.
        a: Above 0.
        b: Above 0.
    """
    x, rest, a, b = np.broadcast_arrays(x, rest, a, b)
    turned = x > (a + 1) / (a + b + 2)
    near, far = np.where(turned, rest, x), np.where(turned, x, rest)
    first, second = np.where(turned, b, a), np.where(turned, a, b)
    with np.errstate(divide="ignore", invalid="ignore"):
        front = np.exp(first * np.log(near) + second * np.log(far) - _log_beta(first, second)) / first
    found = np.where(near > 0, front / _fraction(near, first, second), 0.0)
    return np.where(turned, 1 - found, found)


def _log_beta(a: Floats, b: Floats) -> Floats:
    return log_gamma(a) + log_gamma(b) - log_gamma(a + b)


def log_gamma(x: Floats) -> Floats:
    """Give the logarithm of gamma."""
    return np.asarray(_lgamma(x), np.float64)


def _fraction(x: Floats, a: Floats, b: Floats) -> Floats:
    """Give the continued fraction's denominator."""
    value = ahead = np.ones(x.shape)
    behind = np.zeros(x.shape)
    for step in range(1, STEPS):
        half, odd = divmod(step, 2)
        if odd:
            part = -(a + half) * (a + b + half) * x / ((a + 2 * half) * (a + 2 * half + 1))
        else:
            part = half * (b - half) * x / ((a + 2 * half - 1) * (a + 2 * half))
        behind = _not_nought(1 + part * behind)
        ahead = _not_nought(1 + part / ahead)
        behind = 1 / behind
        value = value * ahead * behind
        if (np.abs(ahead * behind - 1) <= CLOSE).all():
            break
    return value


def _not_nought(value: Floats) -> Floats:
    return np.where(np.abs(value) < TINY, TINY, value)
