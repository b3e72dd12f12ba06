"""A calibration that was carried out, as standard errors need it."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from peil.estimation.arrays import Floats
from peil.estimation.calibration.calibrate import indicators
from peil.estimation.calibration.collapse import Cells

SWEEPS = 10


class Regression(StrEnum):
    """How a variable is regressed on the margins, for what the margins leave of it.

    ``BASE``: least squares with the base weights, as Deville & Särndal (1992) have it for calibration of any
    distance. ``SWEEPS``: ten rounds in which each margin's class means are taken away, unweighted: near to
    least squares, and what R's ``survey`` does after raking (Lumley 2010), so that its numbers are ours.
    """

    BASE = "base"
    SWEEPS = "sweeps"


@dataclass(frozen=True)
class Calibration:
    """Weights that meet margins.

    Args:
        cells: The cells that rows were collapsed to.
        factors: By what the base weights of each cell were multiplied.
        regression: How residuals are made.
    """

    cells: Cells
    factors: Floats
    regression: Regression

    def fit(self, counted: Floats, weighted: Floats) -> Floats:
        """Give what the margins foretell of variables in each cell.

        Args:
            counted: Sums of the variables over the rows of each cell, cells × anything.
            weighted: The same times the base weights.

        Returns:
            An array of the same shape.
        """
        if self.regression is Regression.SWEEPS:
            return self._swept(counted)
        shape = weighted.shape
        classes = indicators(self.cells)
        bend = (classes * self.cells.base[:, None]).T @ classes
        slopes = np.linalg.lstsq(bend, classes.T @ weighted.reshape(shape[0], -1), rcond=None)[0]
        return np.asarray((classes @ slopes).reshape(shape), np.float64)

    def _swept(self, counted: Floats) -> Floats:
        shape = counted.shape
        left = counted.reshape(shape[0], -1)
        n = self.cells.n[:, None].astype(np.float64)
        fitted = np.zeros_like(left)
        joined = [
            (self.cells.classes[:, [place]] == np.arange(len(margin.classes))).astype(np.float64)
            for place, margin in enumerate(self.cells.margins)
        ]
        for _ in range(SWEEPS):
            for classes in joined:
                means = (classes.T @ (left - n * fitted)) / (classes.T @ n)
                fitted = fitted + classes @ means
        return fitted.reshape(shape)
