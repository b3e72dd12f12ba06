"""Degrees of freedom of estimates from a design."""

import numpy as np

from peil.estimation.arrays import Floats
from peil.estimation.frame import Frame
from peil.estimation.moments import Sums
from peil.estimation.variance import sum_by_level


def degrees_of_freedom(base: Sums, frame: Frame) -> Floats:
    """Give first-stage units less strata, among rows of a base with a weight above zero, one a group.

    Args:
        base: Units × groups.
        frame: The design's units.
    """
    rows = sum_by_level(frame, base.positive.astype(np.float64))
    units = rows[0].sum(axis=0) if len(rows) == 1 else (rows[1] > 0).sum(axis=0).astype(np.float64)
    found: Floats = units - (rows[0] > 0).sum(axis=0)
    return found
