"""Sums by place."""

import numpy as np
from numpy.typing import ArrayLike

from peil.estimation.arrays import Floats, Positions


def add_up(places: Positions, values: ArrayLike, size: int) -> Floats:
    """Add up one value a row by the row's place.

    Args:
        places: One a row, from 0.
        values: One a row.
        size: Number of places.
    """
    return np.asarray(np.bincount(places, values, size), np.float64)
