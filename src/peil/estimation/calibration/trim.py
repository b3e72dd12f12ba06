"""Trimming: weights held between a least and a most, and what that takes away spread over the others."""

import numpy as np

from peil.estimation.arrays import Floats
from peil.estimation.calibration.unfitted import Untrimmable

MOST_ROUNDS = 1000


def trim(weights: Floats, low: float, high: float) -> Floats:
    """Give weights from ``low`` to ``high`` with the same sum.

    What is cut off is shared evenly among the weights that lay between the bounds, again and again until none
    lies outside, as R's ``trimWeights`` does when it is strict (Lumley 2010). The order of the
    weights is kept; the margins that they met, aren't.

    Raises:
        Untrimmable: The mean weight doesn't lie between the bounds: no such weights have the same sum.
    """
    mean = float(weights.mean()) if len(weights) else low
    if not low <= mean <= high:
        raise Untrimmable(f"the mean weight is {mean:g}: not from {low:g} to {high:g}")
    for _ in range(MOST_ROUNDS):
        outside = (weights < low) | (weights > high)
        if not outside.any():
            return weights
        held = np.clip(weights, low, high)
        over = float((weights - held).sum())
        inside = ~outside
        if not inside.any():
            break
        weights = np.where(inside, weights + over / int(inside.sum()), held)
    return _moved(np.clip(weights, low, high), mean, low, high)


def _moved(weights: Floats, mean: float, low: float, high: float) -> Floats:
    """Give weights moved towards the bound that leaves room, so that their mean is right to a digit."""
    lacks = mean * len(weights) - float(weights.sum())
    room = (high - weights) if lacks > 0 else (weights - low)
    if not room.any():
        return weights
    return np.clip(weights + lacks * room / float(room.sum()), low, high)
