"""Standard errors after calibration, row by row: for numbers and anything else that has a value a row."""

from dataclasses import dataclass

import numpy as np

from peil.estimation.arrays import Floats, Mask
from peil.estimation.calibration.add_up import add_up
from peil.estimation.calibration.calibration import Calibration
from peil.estimation.design import Lonely
from peil.estimation.frame import Frame
from peil.estimation.variance import variances


@dataclass(frozen=True)
class CalibratedMean:
    """A mean and a total with their standard errors, of what calibration leaves to chance."""

    mean: float
    mean_se: float
    total: float
    total_se: float


def estimate_calibrated_mean(
    values: Floats, weights: Floats, calibration: Calibration, frame: Frame, lonely: Lonely = Lonely.FAIL
) -> CalibratedMean:
    """Give the mean and the total of a number over the rows that have one.

    The variance is that of the residuals times the calibrated weights (Deville & Särndal 1992, the g-weighted
    variance of Särndal, Swensson & Wretman 1992); the mean is linearised as a ratio first. Rows without a
    number have residuals too: the margins foretell something of them.

    Args:
        values: One a row; NaN for none.
        weights: The calibrated weights.
        calibration: How they came about.
        frame: The design's units.
        lonely: What is done with single units.

    Returns:
        NaN for a mean of nobody.

    Raises:
        LonelyUnit: As ``variances`` says.
    """
    given = ~np.isnan(values)
    known = np.where(given, values, 0.0)
    total, base = float(weights @ known), float(weights @ given)
    mean = total / base if base else np.nan
    shifted = np.where(given, values - mean, 0.0) / base if base else np.zeros_like(known)
    left = take_residuals(np.stack([shifted, known], axis=1), weights, calibration)
    found = _variances(left * weights[:, None], given, frame, lonely)
    mean_se, total_se = np.sqrt(found).tolist()
    return CalibratedMean(mean, mean_se if base else np.nan, total, total_se)


def take_residuals(values: Floats, weights: Floats, calibration: Calibration) -> Floats:
    """Give what the margins leave of variables, rows × variables."""
    cells = calibration.cells
    size = len(cells.n)
    base = weights / calibration.factors[cells.of_row]
    counted = np.stack([add_up(cells.of_row, each, size) for each in values.T], axis=1)
    weighted = np.stack([add_up(cells.of_row, each * base, size) for each in values.T], axis=1)
    return np.asarray(values - calibration.fit(counted, weighted)[cells.of_row], np.float64)


def _variances(weighted: Floats, given: Mask, frame: Frame, lonely: Lonely) -> Floats:
    units, size = frame.unit_of, frame.size
    totals = np.stack([add_up(units, each, size) for each in weighted.T], axis=1)
    squares = np.stack([add_up(units, each**2, size) for each in weighted.T], axis=1)
    present = add_up(units, given, size) > 0
    found: Floats = variances(frame, totals[:, None], squares[:, None], present[:, None], lonely)
    return np.asarray(found[0], np.float64)
