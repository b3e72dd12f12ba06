"""Hadamard matrices: half samples that balance each other."""

from math import isqrt

import numpy as np

from peil.estimation.arrays import Counts


def make_hadamard(at_least: int) -> Counts:
    """Give a small matrix of 1 and -1 with orthogonal columns, the first one of ones.

    Its order is the smallest from ``at_least`` on that Paley's first construction reaches, doubled as often
    as it takes (Sylvester): 1, 2, 4, 8, 12, 16, 20, 24, … (Wolter 2007, appendix A).
    """
    order = max(at_least, 1)
    while True:
        found = _of_order(order)
        if found is not None:
            return found
        order += 1


def _of_order(order: int) -> Counts | None:
    if order in (1, 2):
        return np.array([[1, 1], [1, -1]], np.int64)[:order, :order]
    if order % 4:
        return None
    if _is_prime(order - 1):
        return _paley(order - 1)
    half = _of_order(order // 2)
    return None if half is None else np.block([[half, half], [half, -half]])


def _paley(prime: int) -> Counts:
    """Give the matrix of order ``prime + 1``, for a prime that leaves 3 when divided by 4."""
    squares = np.unique(np.arange(1, prime) ** 2 % prime)
    character = np.full(prime, -1, np.int64)
    character[squares] = 1
    character[0] = 0
    numbers = np.arange(prime)
    skew = np.zeros((prime + 1, prime + 1), np.int64)
    skew[0, 1:], skew[1:, 0] = 1, -1
    skew[1:, 1:] = character[(numbers[:, None] - numbers) % prime]
    found = skew + np.eye(prime + 1, dtype=np.int64)
    return np.asarray(found * found[:, :1])


def _is_prime(number: int) -> bool:
    return number > 1 and all(number % divisor for divisor in range(2, isqrt(number) + 1))
