"""What weighting did: the diagnostics that go with weights."""

from dataclasses import dataclass

from peil.estimation.calibration.calibration import Calibration
from peil.estimation.calibration.margin_fit import MarginFit
from peil.estimation.calibration.spread import WeightSpread


@dataclass(frozen=True)
class Weighted:
    """Diagnostics of weights.

    Args:
        spread: Of the weights.
        margins: Each margin before and after, beside its target.
        trimmed: How many weights trimming cut off; what was cut off the others took over.
        calibration: What standard errors after calibration are made of. None for weights that came with the
            data, and for trimmed ones: these meet the margins no longer, so that errors are those of weights
            as they are, which are mostly larger.
    """

    spread: WeightSpread
    margins: tuple[MarginFit, ...] = ()
    trimmed: int = 0
    calibration: Calibration | None = None
