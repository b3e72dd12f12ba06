"""Calibration: weights that meet the margins, as near to the base weights as they can be."""

import numpy as np

from peil.estimation.arrays import Floats
from peil.estimation.calibration.collapse import Cells
from peil.estimation.calibration.distance import Distance, Method
from peil.estimation.calibration.met import AIM, demand_above_zero, demand_met

MOST_STEPS = 200
MOST_HALVINGS = 40
RIDGE = 1e-12


def calibrate(cells: Cells, distance: Distance) -> Floats:
    """Give by what the base weights of each cell are multiplied.

    The equations of Deville & Särndal (1992) by Newton's method, over cells instead of rows. Base
    weights count relative to each other: they are first brought to the size of the population, and the bounds
    hold for what comes after that.

    Raises:
        NotConverged: No weights within the bounds meet the margins.
        Vanished: None do that leave every row a weight, where the distance keeps weights above zero.
    """
    scale = cells.total / float(cells.base.sum())
    base, classes = cells.base * scale, indicators(cells)
    totals = np.concatenate([margin.totals for margin in cells.margins])
    found = distance.factor(classes @ _solve(base, classes, totals, distance))
    demand_met(cells, base * found)
    if distance.method is not Method.LINEAR:
        demand_above_zero(cells, base * found)
    return found * scale


def indicators(cells: Cells) -> Floats:
    """Give for each cell a 1 for its class of each margin, and else 0: cells × classes of all margins."""
    return np.concatenate(
        [
            (cells.classes[:, [place]] == np.arange(len(margin.classes))).astype(np.float64)
            for place, margin in enumerate(cells.margins)
        ],
        axis=1,
    )


def _solve(base: Floats, classes: Floats, totals: Floats, distance: Distance) -> Floats:
    """Give a multiplier of each class; where no weights fit, the nearest that was found."""
    at = np.zeros(classes.shape[1])
    with np.errstate(over="ignore", invalid="ignore"):
        height, missed, slopes = _look(at, base, classes, totals, distance)
        for _ in range(MOST_STEPS):
            if np.max(np.abs(missed) / totals) <= AIM:
                break
            bend = (classes * (base * slopes)[:, None]).T @ classes
            # The classes of a margin add up to 1, as those of any other do: of all the steps that fit, the
            # least one is taken. Where all of a class is cut off there is no bend: the ridge gives it one.
            bend += np.eye(len(at)) * (RIDGE * max(float(np.trace(bend)), float(base.sum())))
            step = np.linalg.lstsq(bend, -missed, rcond=None)[0]
            for halving in range(MOST_HALVINGS):
                there = at + step / 2**halving
                seen = _look(there, base, classes, totals, distance)
                if np.isfinite(seen[0]) and (
                    seen[0] < height or np.abs(seen[1]).max() < np.abs(missed).max()
                ):
                    at, (height, missed, slopes) = there, seen
                    break
            else:
                break
    return at


def _look(
    at: Floats, base: Floats, classes: Floats, totals: Floats, distance: Distance
) -> tuple[float, Floats, Floats]:
    """Give the height of what is made least, how far the totals are missed, and the slopes."""
    u = classes @ at
    height = float(base @ distance.whole(u) - totals @ at)
    return height, classes.T @ (base * distance.factor(u)) - totals, distance.slope(u)
