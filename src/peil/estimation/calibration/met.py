"""How well weights meet the margins."""

import numpy as np

from peil.estimation.arrays import Floats
from peil.estimation.calibration.collapse import Cells
from peil.estimation.calibration.unfitted import NotConverged, Vanished

MET = 1e-8
"""Margins are met when each class misses its total by no more than this part of it."""
LEAST = 1e-9
"""Rows whose weights are multiplied by less than this, next to the others, count for nothing."""
AIM = 1e-13
"""Fitting goes on to here, where it can: what is left of a difference is then arithmetic."""


def miss(cells: Cells, weighted: Floats) -> list[Floats]:
    """Give by which part of its total each class of each margin is missed.

    Args:
        cells: The cells.
        weighted: Sum of the weights of each cell.
    """
    return [
        np.abs(cells.add_up(place, weighted) - margin.totals) / margin.totals
        for place, margin in enumerate(cells.margins)
    ]


def worst(cells: Cells, weighted: Floats) -> float:
    """Give the largest miss; infinity where a sum is no number."""
    found = max(float(part.max()) for part in miss(cells, weighted))
    return found if np.isfinite(found) else np.inf


def demand_met(cells: Cells, weighted: Floats) -> None:
    """Refuse weights that don't meet the margins.

    Raises:
        NotConverged: They don't; carries where they miss most.
    """
    misses = [np.where(np.isfinite(part), part, np.inf) for part in miss(cells, weighted)]
    most = max(range(len(misses)), key=lambda place: float(misses[place].max()))
    if not misses[most].max() <= MET:
        kind = int(misses[most].argmax())
        margin = cells.margins[most]
        raise NotConverged(margin.name, margin.classes[kind], float(misses[most][kind]))


def demand_above_zero(cells: Cells, weighted: Floats) -> None:
    """Refuse weights that meet the margins by leaving rows out in all but name.

    Raises:
        Vanished: Rows count for next to nothing; carries which.
    """
    part = weighted / weighted.sum() / (cells.base / cells.base.sum())
    least = int(part.argmin())
    if part[least] < LEAST:
        raise Vanished(
            {
                margin.name: margin.classes[int(cells.classes[least, place])]
                for place, margin in enumerate(cells.margins)
            }
        )
