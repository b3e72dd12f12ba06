"""How unequal weights are, and what that costs."""

from dataclasses import dataclass

import numpy as np

from peil.estimation.arrays import Floats


@dataclass(frozen=True)
class WeightSpread:
    """Measures of weights.

    Args:
        n: How many.
        low: The least.
        high: The most.
        total: Their sum.
        cv: Standard deviation (of a sample: over n - 1) over mean; zero for a single weight.
        kish_n: How many unweighted answers are as exact, if the weights have nothing to do with the answers:
            the squared sum over the sum of squares (Kish 1965).
        kish_deff: By what the variance grows: n over ``kish_n``.
    """

    n: int
    low: float
    high: float
    total: float
    cv: float
    kish_n: float
    kish_deff: float


def measure_spread(weights: Floats) -> WeightSpread:
    """Measure weights: one at least, and one above zero."""
    n, mean = len(weights), float(weights.mean())
    relative = weights / mean  # squares of very large weights would be infinite
    cv = float(relative.std(ddof=1)) if n > 1 else 0.0
    deff = float(np.mean(relative**2))
    total = float(weights.sum())
    return WeightSpread(n, float(weights.min()), float(weights.max()), total, cv, n / deff, deff)
