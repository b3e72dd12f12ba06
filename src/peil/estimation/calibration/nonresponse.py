"""Adjustment for non-response by cells: who answered takes over the weight of who didn't, within the cell."""

import numpy as np

from peil.estimation.arrays import Floats
from peil.estimation.calibration.margin import Margin
from peil.estimation.calibration.unfitted import EmptyClass, Unclassed, Unfitted


class OverResponse(Unfitted):
    """More answered in a class than were in the sample.

    Args:
        margin: Name of the variable.
        kind: The class.
        rows: How many answered.
        sampled: How many were in the sample.
    """

    def __init__(self, margin: str, kind: str, rows: int, sampled: float) -> None:
        self.margin, self.kind, self.rows, self.sampled = margin, kind, rows, sampled
        super().__init__(f"{rows} answered in {kind} of {margin}, of a sample of {sampled:g}")


def adjust_for_nonresponse(base: Floats, cells: Margin) -> Floats:
    """Give the base weights divided by the response rate of each row's cell.

    Rates are of people and not of weights: weighting them makes estimates vary more and mends no bias that
    cells by the variables of the design don't (Little & Vartivarian 2003).

    Args:
        base: Weight of each respondent.
        cells: The cell of each respondent; its totals are how many the sample had in each cell.

    Raises:
        Unclassed: A respondent is in no cell.
        EmptyClass: Nobody in a cell answered: there is nobody to take over the weight.
        OverResponse: A cell has more respondents than the sample had.
    """
    outside = (cells.codes < 0) | (cells.codes >= len(cells.classes))
    if outside.any():
        raise Unclassed(cells.name, int(outside.sum()))
    answered = np.bincount(cells.codes, minlength=len(cells.classes))
    empty = np.flatnonzero(answered == 0)
    if len(empty):
        raise EmptyClass(cells.name, [cells.classes[one] for one in empty])
    over = np.flatnonzero(answered > cells.totals)
    if len(over):
        one = int(over[0])
        raise OverResponse(cells.name, cells.classes[one], int(answered[one]), float(cells.totals[one]))
    return np.asarray(base * (cells.totals / answered)[cells.codes], np.float64)
