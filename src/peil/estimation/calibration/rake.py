"""Raking: weights fitted to one margin after another until all are met (Deming & Stephan 1940)."""

import numpy as np

from peil.estimation.arrays import Floats
from peil.estimation.calibration.calibrate import calibrate
from peil.estimation.calibration.collapse import Cells
from peil.estimation.calibration.distance import Distance, Method
from peil.estimation.calibration.met import AIM, demand_above_zero, demand_met, worst

MOST_ROUNDS = 100
SLOW = 1e-11
"""What a hundred rounds haven't brought below this is left to Newton's method."""


def rake(cells: Cells) -> Floats:
    """Give by what the base weights of each cell are multiplied: above zero, and the margins are met to 1e-8.

    Of all weights that meet the margins they are those nearest to the base weights by the raking distance
    (Deville & Särndal 1992). So where rounds gain too little, Newton's method finds the same ones.

    Raises:
        NotConverged: No weights meet the margins.
        Vanished: None do that leave every row a weight.
    """
    weighted = cells.base * (cells.total / cells.base.sum())
    missed = worst(cells, weighted)
    for _ in range(MOST_ROUNDS):
        if missed <= AIM or not np.isfinite(missed):
            break
        for place, margin in enumerate(cells.margins):
            weighted = weighted * (margin.totals / cells.add_up(place, weighted))[cells.classes[:, place]]
        missed = worst(cells, weighted)
    if missed > SLOW:
        return calibrate(cells, Distance(Method.RAKING))
    demand_met(cells, weighted)
    demand_above_zero(cells, weighted)
    return np.asarray(weighted / cells.base, np.float64)


def poststratify(cells: Cells) -> Floats:
    """Give by what the base weights of each class of a single margin are multiplied (Holt & Smith 1979).

    Args:
        cells: Of one margin: its classes are the strata.
    """
    (margin,) = cells.margins
    stratum = cells.classes[:, 0]
    return np.asarray(margin.totals[stratum] / cells.base, np.float64)
