"""Differences of squares, without what rounding leaves of them."""

import numpy as np

from peil.estimation.arrays import Floats

ROUNDING = 1e-13
"""A difference smaller than this part of what it is taken from is what rounding left."""


def drop_rounding(difference: Floats, of: Floats) -> Floats:
    """Give a difference of sums of squares, zero where it is no more than rounding.

    Args:
        difference: The difference.
        of: The largest of the sums that it is made of, none below zero.
    """
    return np.where(difference > ROUNDING * of, difference, 0.0)
