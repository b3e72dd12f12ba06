"""Covariances of the totals of stacked tables."""

import numpy as np

from peil.estimation.arrays import Floats
from peil.estimation.covariance import total_covariance
from peil.estimation.design import Lonely
from peil.estimation.frame import Frame
from peil.estimation.moments import Moments, Sums
from peil.estimation.variance import CENSUS


def cell_covariances(stack: Sums, frame: Frame, lonely: Lonely) -> Floats:
    """Give covariances of the weighted totals of cells that no row is in two of: tables × cells × cells.

    For rows drawn in strata all tables go at once: a cell's own variance comes from its squared weights, and
    what two cells have to do with each other from the totals of the strata alone
    (Särndal, Swensson & Wretman 1992, section 3.7).

    Args:
        stack: Tables × units × groups × options.
        frame: The design's units.
        lonely: What is done with strata that have a single unit.

    Raises:
        LonelyUnit: A stratum has a single unit, and this fails.
    """
    tables, strata, groups, options = stack.w.shape
    cells = groups * options
    level = frame.levels[0]
    if len(frame.levels) > 1 or not frame.rows_drawn or np.any(level.drawn == 1):
        found: Floats = np.zeros((tables, cells, cells))
        for place, each in enumerate(_one_by_one(stack)):
            found[place] = total_covariance(each, frame, lonely)
        return found
    drawn = level.drawn.astype(np.float64)
    left = 1 - drawn / level.population
    factor = np.where(left < CENSUS, 0.0, left) * drawn / np.maximum(drawn - 1, 1)
    w, w2 = (each.reshape(tables, strata, cells) for each in (stack.w, stack.w2))
    scaled = w * np.sqrt(factor / np.maximum(drawn, 1))[:, None]
    found = np.negative(np.matmul(scaled.transpose(0, 2, 1), scaled))
    places = np.arange(cells)
    found[:, places, places] += np.tensordot(w2, factor, axes=(1, 0))
    return found


def _one_by_one(stack: Sums) -> list[Moments]:
    """Give stacked tables as moments whose base is the rows in their cells."""
    found = []
    for n, positive, w, w2 in zip(stack.n, stack.positive, stack.w, stack.w2, strict=True):
        base = Sums(n.sum(axis=2), positive.sum(axis=2), w.sum(axis=2), w2.sum(axis=2))
        found.append(Moments(base, Sums(n, positive, w, w2)))
    return found
