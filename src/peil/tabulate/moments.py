"""Additive moments: what a share needs, summed over rows, and nothing that can't be added up.

Moments of two parts of a file add up to those of the whole, so a table can be made in pieces.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.int64]
Floats = NDArray[np.float64]
Positions = NDArray[np.int64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Sums:
    """Four sums over rows, as arrays of one shape.

    Args:
        n: Number of rows.
        positive: Number of rows with a weight above zero.
        w: Sum of weights.
        w2: Sum of squared weights.
    """

    n: Counts
    positive: Counts
    w: Floats
    w2: Floats

    def __add__(self, other: "Sums") -> "Sums":
        """Give the sums over both parts."""
        return Sums(self.n + other.n, self.positive + other.positive, self.w + other.w, self.w2 + other.w2)


@dataclass(frozen=True)
class Moments:
    """Moments of one item by group.

    Args:
        rows: Rows of the whole design, in the base or not: a domain's variance needs them.
        base: Sums over the base, one for each group.
        cells: Sums over those who chose, groups × cells.
    """

    rows: int
    base: Sums
    cells: Sums

    def __add__(self, other: "Moments") -> "Moments":
        """Give the moments of both parts of the rows."""
        return Moments(self.rows + other.rows, self.base + other.base, self.cells + other.cells)

    def only(self, places: Sequence[int]) -> "Moments":
        """Give the moments with only the cells at these places, in this order."""
        cells, kept = self.cells, list(places)
        chosen = Sums(cells.n[:, kept], cells.positive[:, kept], cells.w[:, kept], cells.w2[:, kept])
        return Moments(self.rows, self.base, chosen)


def add_up(positions: Positions, size: int, weights: Floats | None) -> Sums:
    """Sum over rows that fall in each of ``size`` places.

    Args:
        positions: One place a row, each from 0 to size - 1.
        size: Number of places.
        weights: One a row, or None when every row counts once.
    """
    n = np.bincount(positions, minlength=size).astype(np.int64, copy=False)
    if weights is None:
        once = n.astype(np.float64)
        return Sums(n, n, once, once)
    return Sums(
        n,
        np.bincount(positions[weights > 0], minlength=size).astype(np.int64, copy=False),
        np.bincount(positions, weights, size).astype(np.float64, copy=False),
        np.bincount(positions, weights * weights, size).astype(np.float64, copy=False),
    )


def count_choices(
    groups: Positions, size: int, codes: Positions, cells: int, weights: Floats | None
) -> Moments:
    """Count an item of which everyone chose at most one option.

    Args:
        groups: Class of each row, -1 for rows outside the base or in no class.
        size: Number of classes.
        codes: Option of each row, -1 for none.
        cells: Number of options.
        weights: One a row, or None.
    """
    inside, chose = groups >= 0, (groups >= 0) & (codes >= 0)
    base = add_up(groups[inside], size, _of(weights, inside))
    flat = add_up(groups[chose] * cells + codes[chose], size * cells, _of(weights, chose))
    return Moments(len(groups), base, _shaped(flat, size, cells))


def count_ticks(groups: Positions, size: int, ticks: Sequence[Mask], weights: Floats | None) -> Moments:
    """Count options of which everyone may have chosen several: one mask an option."""
    inside = groups >= 0
    base = add_up(groups[inside], size, _of(weights, inside))
    chosen = [inside & tick for tick in ticks]
    sums = [add_up(groups[mask], size, _of(weights, mask)) for mask in chosen]
    return Moments(len(groups), base, _side_by_side(sums, size))


def _of(weights: Floats | None, mask: Mask) -> Floats | None:
    return None if weights is None else weights[mask]


def _shaped(sums: Sums, size: int, cells: int) -> Sums:
    shape = (size, cells)
    return Sums(
        sums.n.reshape(shape), sums.positive.reshape(shape), sums.w.reshape(shape), sums.w2.reshape(shape)
    )


def _side_by_side(sums: Sequence[Sums], size: int) -> Sums:
    if not sums:
        none, zero = np.zeros((size, 0), np.int64), np.zeros((size, 0))
        return Sums(none, none, zero, zero)
    return Sums(
        np.stack([each.n for each in sums], axis=1),
        np.stack([each.positive for each in sums], axis=1),
        np.stack([each.w for each in sums], axis=1),
        np.stack([each.w2 for each in sums], axis=1),
    )


def join_cells(one: Moments, other: Moments) -> Moments:
    """Put the cells of two counts over the same base side by side."""
    left, right = one.cells, other.cells
    cells = Sums(
        np.concatenate([left.n, right.n], axis=1),
        np.concatenate([left.positive, right.positive], axis=1),
        np.concatenate([left.w, right.w], axis=1),
        np.concatenate([left.w2, right.w2], axis=1),
    )
    return Moments(one.rows, one.base, cells)


@dataclass(frozen=True)
class MeanMoments:
    """What a mean needs for each group: how many gave a value, Σw and Σwx."""

    n: Counts
    w: Floats
    wx: Floats

    def __add__(self, other: "MeanMoments") -> "MeanMoments":
        """Give the moments of both parts of the rows."""
        return MeanMoments(self.n + other.n, self.w + other.w, self.wx + other.wx)


def count_values(groups: Positions, size: int, values: Floats, weights: Floats | None) -> MeanMoments:
    """Sum values by group over the rows that gave one (others hold NaN)."""
    gave = (groups >= 0) & ~np.isnan(values)
    where, what = groups[gave], values[gave]
    w = np.ones(len(what)) if weights is None else weights[gave]
    return MeanMoments(
        np.bincount(where, minlength=size).astype(np.int64, copy=False),
        np.bincount(where, w, size).astype(np.float64, copy=False),
        np.bincount(where, w * what, size).astype(np.float64, copy=False),
    )
