"""Pearson's X² of weighted tables, and the design effects that its distribution is made of."""

from dataclasses import dataclass

import numpy as np

from peil.estimation.arrays import Floats, Mask
from peil.estimation.crossing import Crossings
from peil.estimation.tested import Untestable

NO_SPREAD = 1e-10
"""A mean design effect under this is what rounding left of none."""


@dataclass(frozen=True)
class Pearson:
    """X² of stacked tables, and what the design makes of it.

    Args:
        statistic: X² of the shares, times the rows of positive weight; one a table.
        delta: Δ: the covariance of the interaction's contrasts under the design, over that of a multinomial
            sample of as many rows; tables × contrasts × contrasts, symmetric. Its eigenvalues are design
            effects.
        df: The design's degrees of freedom.
        reasons: Why a table can't be tested, None where it can.
    """

    statistic: Floats
    delta: Floats
    df: Floats
    reasons: tuple[Untestable | None, ...]

    @property
    def effects(self) -> Floats:
        """The sum of the design effects."""
        return np.asarray(np.einsum("tcc->t", self.delta))

    @property
    def df1(self) -> Floats:
        """Satterthwaite's degrees of freedom; 0 where nothing varies."""
        squares = np.sum(self.delta**2, axis=(1, 2))
        return np.asarray(self.effects**2 / np.where(squares > 0, squares, 1.0))


def correct(crossings: Crossings) -> Pearson:
    """Give X² and Δ of tables, as ``svychisq`` of R's ``survey`` takes Δ: at the shares observed.

    With D the shares on a diagonal and C the contrasts that sum to zero over groups and over options, Δ is
    ``(C'D⁻¹C / n)⁻¹ C'D⁻¹VD⁻¹C`` (Rao & Scott 1984), where cells without cases take no part in D⁻¹. Here it
    stands in an orthonormal basis of D^-½C. Where there are empty cells it matters that V is that of shares:
    what each total has of the sum is taken off.

    Args:
        crossings: At least two groups and two options, none without cases.
    """
    tables, groups, options = crossings.w.shape
    rows = crossings.positive.sum(axis=(1, 2)).astype(np.float64)
    whole = crossings.w.sum(axis=(1, 2))
    share = crossings.w / whole[:, None, None]
    expected = share.sum(axis=2, keepdims=True) * share.sum(axis=1, keepdims=True)
    statistic = rows * np.sum((share - expected) ** 2 / expected, axis=(1, 2))
    flat = share.reshape(tables, -1)
    root = np.where(flat > 0, 1 / np.sqrt(np.where(flat > 0, flat, 1.0)), 0.0)
    basis = np.linalg.qr(root[:, :, None] * _contrasts(groups, options)).Q
    scaled = basis * (root / whole[:, None])[:, :, None]
    scaled -= np.matmul(flat[:, None, :], scaled)
    delta = np.matmul(scaled.transpose(0, 2, 1), np.matmul(crossings.of_shares, scaled))
    delta *= rows[:, None, None]
    return Pearson(statistic, delta, crossings.df, _reasons(crossings, delta))


def has_empty_ring(empty: Mask) -> Mask:
    """Say which tables have empty cells in a ring: two groups without the same two options, or a longer one.

    Then a contrast stands on empty cells alone and nothing says how it varies. Cells that are the only empty
    one of their group or option are in no ring; they are struck out until none is left.

    Args:
        empty: Tables × groups × options.
    """
    left = empty
    while True:
        fewer = left & (left.sum(axis=2, keepdims=True) > 1) & (left.sum(axis=1, keepdims=True) > 1)
        if np.array_equal(fewer, left):
            return np.asarray(left.any(axis=(1, 2)))
        left = fewer


def _reasons(crossings: Crossings, delta: Floats) -> tuple[Untestable | None, ...]:
    """Say why tables can't be tested."""
    effects = np.einsum("tcc->t", delta)
    ways = (
        (has_empty_ring(crossings.positive == 0), Untestable.EMPTY_CELLS),
        (crossings.df <= 0, Untestable.NO_FREEDOM),
        (effects <= NO_SPREAD * delta.shape[1], Untestable.NO_SPREAD),
        (np.isnan(effects), Untestable.EMPTY_REPLICATES),
    )
    found: list[Untestable | None] = [None] * len(delta)
    for mask, reason in reversed(ways):
        for place in np.flatnonzero(mask).tolist():
            found[place] = reason
    return tuple(found)


def _contrasts(groups: int, options: int) -> Floats:
    """Give contrasts of a table's cells that sum to zero over groups and over options, cells × contrasts."""
    return np.kron(_sum_to_zero(groups), _sum_to_zero(options)).astype(np.float64, copy=False)


def _sum_to_zero(size: int) -> Floats:
    """Give contrasts of a level with the mean of those before it (Helmert's), of length one."""
    found: Floats = np.zeros((size, size - 1))
    for place in range(1, size):
        found[:place, place - 1] = -1.0
        found[place, place - 1] = place
        found[:, place - 1] /= np.sqrt(place * (place + 1))
    return found
