"""Shares of a base, linearised: their totals and squares per unit, free of differences of near equals."""

from dataclasses import dataclass

import numpy as np

from peil.estimation.arrays import Floats, Mask
from peil.estimation.moments import Moments

ROUNDING = 1e-13
"""A smaller part of a base, left over when its options are taken off, is what rounding left."""


@dataclass(frozen=True)
class Linearised:
    """Shares and what their variances need.

    With c one for rows that chose an option and b one for rows in the base, the variable of a share p is
    ``w (c - p b) / sum(w b)`` (Särndal, Swensson & Wretman 1992, section 5.5).

    Args:
        share: Groups × options; NaN for a base without weight.
        totals: Units × groups × options.
        squares: As ``totals``: sums over rows of the squared variable.
        present: Units × groups: there are rows of the base.
        empty: Of each group: its base has no weight.
    """

    share: Floats
    totals: Floats
    squares: Floats
    present: Mask
    empty: Mask


def linearise_shares(moments: Moments) -> Linearised:
    """Give a table's shares, linearised; they are exactly 0 and 1 where nobody or everybody chose."""
    base, cells = moments.base, moments.cells
    whole = base.w.sum(axis=0)
    empty = whole <= 0
    divisor = np.where(empty, 1.0, whole)[:, None]
    others = without(base.w, cells.w)
    chose, refused = cells.w.sum(axis=0) / divisor, others.sum(axis=0) / divisor
    share = np.where(refused == 0, 1.0, chose)
    totals = (cells.w * refused - others * share) / divisor
    squares = (cells.w2 * refused**2 + without(base.w2, cells.w2) * share**2) / divisor / divisor
    share[empty] = np.nan
    return Linearised(share, totals, squares, base.n > 0, empty)


def without(base: Floats, cells: Floats) -> Floats:
    """Give what a base holds outside each of its cells.

    It is what lies outside all cells and the other cells together, added up rather than taken off the base: a
    row with a weight of 1e9 would leave nothing of its neighbours in a difference.

    Args:
        base: Units × groups.
        cells: Units × groups × options, of one choice or of several.
    """
    rest = base - cells.sum(axis=-1)
    rest = np.where(np.abs(rest) > ROUNDING * base, rest, 0.0)
    before, after = np.zeros_like(cells), np.zeros_like(cells)
    np.cumsum(cells[..., :-1], axis=-1, out=before[..., 1:])
    np.cumsum(cells[..., :0:-1], axis=-1, out=after[..., -2::-1])
    return np.maximum(rest[..., None] + before + after, 0.0)
