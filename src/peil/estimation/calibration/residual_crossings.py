"""Tables for tests, with the covariances that calibration leaves."""

from collections.abc import Sequence

import numpy as np

from peil.estimation.arrays import Floats
from peil.estimation.calibration.residual_frame import ResidualFrame
from peil.estimation.crossing import Crossings
from peil.estimation.design import Lonely
from peil.estimation.frame import Frame
from peil.estimation.moments import Moments
from peil.estimation.variance import covariances


def cross_calibrated(
    tables: Sequence[Moments], over: ResidualFrame, lonely: Lonely = Lonely.FAIL
) -> Crossings:
    """Give tables of questions with one choice, for ``test_crossings`` and its likes.

    Degrees of freedom are those of all rows: rows outside a table's base have residuals too. R's ``svychisq``
    has it so.

    Args:
        tables: Of one shape: sums over the pairs of ``over``, with the calibrated weights.
        over: The design's units and the calibration cells.
        lonely: What is done with single units.

    Raises:
        LonelyUnit: A stratum with rows in a base has a single unit, and this fails.
    """
    found = np.stack([residual_covariance(each, over, lonely) for each in tables])
    return Crossings(
        np.stack([each.cells.positive.sum(axis=0) for each in tables]),
        np.stack([each.cells.w.sum(axis=0) for each in tables]),
        found,
        found,
        np.full(len(tables), _freedom(over.frame)),
    )


def residual_covariance(moments: Moments, over: ResidualFrame, lonely: Lonely = Lonely.FAIL) -> Floats:
    """Give the covariance matrix of the calibrated totals of a table's cells, for a question with one choice.

    Args:
        moments: Sums over the pairs of ``over``, with the calibrated weights.
        over: The design's units and the calibration cells.
        lonely: What is done with single units.

    Returns:
        Cells flattened, groups × options in C order: (G·K, G·K).

    Raises:
        LonelyUnit: A stratum with rows in a base has a single unit, and this fails.
    """
    pairs = len(over.unit)
    w, w2 = moments.cells.w.reshape(pairs, -1), moments.cells.w2.reshape(pairs, -1)
    foretold = over.fit(moments.cells.n.reshape(pairs, -1).astype(np.float64), w)
    totals = w - over.w[:, None] * foretold
    products = (
        over.w2[:, None, None] * foretold[:, :, None] * foretold[:, None, :]
        - w2[:, :, None] * foretold[:, None, :]
        - foretold[:, :, None] * w2[:, None, :]
    )
    own = np.arange(w.shape[1])
    others2 = np.maximum(over.w2[:, None] - w2, 0.0)
    products[:, own, own] = w2 * (1 - foretold) ** 2 + others2 * foretold**2
    present = over.by_unit(moments.base.n.sum(axis=1).astype(np.float64)) > 0
    return covariances(over.frame, over.by_unit(totals), over.by_unit(products), present, lonely)


def _freedom(frame: Frame) -> float:
    """Give first-stage units less strata."""
    strata = frame.levels[0]
    return float(strata.drawn.sum() - len(strata.drawn))
