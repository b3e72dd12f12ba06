"""The units of a design crossed with calibration cells: what moments are added up over after calibration."""

from dataclasses import dataclass

import numpy as np

from peil.estimation.arrays import Floats, Positions
from peil.estimation.calibration.add_up import add_up
from peil.estimation.calibration.calibration import Calibration
from peil.estimation.frame import Frame
from peil.estimation.moments import Sums

DENSE = 1 << 22
"""So many pairs are counted as a whole, which is quicker than sorting the rows."""


@dataclass(frozen=True)
class ResidualFrame:
    """A frame for residuals.

    An engine that is given ``unit_of`` in place of the frame's own makes the moments that residual errors
    need: they still add up over parts of a file, and nothing in them is of one row. A design of 20 strata
    and 300 cells has 6,000 pairs at most; only those that have rows are kept.

    Args:
        frame: The design's units.
        calibration: How the weights came about.
        unit_of: For each row its place among the pairs of a unit and a calibration cell.
        unit: The unit of each pair.
        cell: The calibration cell of each pair.
        w: Sum of the weights of all rows of each pair, whether in a question's base or not.
        w2: Sum of their squares.
    """

    frame: Frame
    calibration: Calibration
    unit_of: Positions
    unit: Positions
    cell: Positions
    w: Floats
    w2: Floats

    def by_unit(self, pairs: Floats) -> Floats:
        """Add up pairs by unit: units × the rest."""
        starts = np.flatnonzero(np.diff(self.unit, prepend=-1))
        found = np.zeros((self.frame.size, *pairs.shape[1:]))
        found[self.unit[starts]] = np.add.reduceat(pairs, starts, axis=0)
        return found

    def by_units(self, pairs: Sums) -> Sums:
        """Add up sums over pairs by unit."""
        n, positive, w, w2 = (
            self.by_unit(np.asarray(each, np.float64))
            for each in (pairs.n, pairs.positive, pairs.w, pairs.w2)
        )
        return Sums(n.astype(np.int64), positive.astype(np.int64), w, w2)

    def by_cell(self, pairs: Floats) -> Floats:
        """Add up pairs by calibration cell: cells × the rest."""
        found = np.zeros((len(self.calibration.factors), *pairs.shape[1:]))
        np.add.at(found, self.cell, pairs)
        return found

    def fit(self, n: Floats, w: Floats) -> Floats:
        """Give what the margins foretell of cells of a table, for each pair.

        Args:
            n: Counts, pairs × anything.
            w: Sums of weights, of the same shape.
        """
        factors = self.calibration.factors.reshape(-1, *(1,) * (w.ndim - 1))
        fitted = self.calibration.fit(self.by_cell(n), self.by_cell(w) / factors)
        return np.asarray(fitted[self.cell], np.float64)


def make_residual_frame(frame: Frame, calibration: Calibration, weights: Floats) -> ResidualFrame:
    """Cross a design's units with the calibration cells; units come first, in their order."""
    size = len(calibration.factors)
    joint = frame.unit_of * size + calibration.cells.of_row
    if frame.size * size <= DENSE:
        there = np.flatnonzero(np.bincount(joint, minlength=frame.size * size))
        places = np.zeros(frame.size * size, np.int64)
        places[there] = np.arange(len(there))
        unit_of = places[joint]
    else:
        there, unit_of = np.unique(joint, return_inverse=True)
    w, w2 = (add_up(unit_of, each, len(there)) for each in (weights, weights**2))
    return ResidualFrame(frame, calibration, unit_of, there // size, there % size, w, w2)
