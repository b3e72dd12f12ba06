"""Joint cells: rows in the same unit and in the same group of each of several banners."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from peil.estimation.asked import WHOLE, Banner
from peil.estimation.packed.coded import Coded
from peil.estimation.packed.codes import Codes

BLOCK = 1 << 17
"""Rows in a block: a column of bytes stays near the processor while it is read in the order of the cells."""

MOST_CELLS = 4096
"""Banners are counted together while they and the units make no more cells than this: so runs of rows stay
long and the sums of a question stay near the processor."""

CELL_TYPES: tuple[type[np.integer[Any]], ...] = (np.uint16, np.uint32, np.int64)


@dataclass(frozen=True, eq=False)
class Cells:
    """The joint cell of each row, for some of the banners.

    Args:
        of: The cell of each row.
        units: Number of units, the first axis of the cells.
        banners: The banners, in order.
        levels: For each the number of groups, and one more, the last, when rows lie in none.
        signs: 2 when weights of zero have cells of their own, before those above zero; else 1.
    """

    of: NDArray[np.integer[Any]]
    units: int
    banners: tuple[Banner, ...]
    levels: tuple[int, ...]
    signs: int

    @property
    def size(self) -> int:
        """Number of cells, empty ones included."""
        return self.units * prod(self.levels) * self.signs

    @property
    def block(self) -> int:
        """Rows that are added up before they are added to those before them: all, where cells are many."""
        return BLOCK if self.size <= MOST_CELLS else max(1, len(self.of))

    def around(self, banner: Banner) -> tuple[int, int, int]:
        """Give how many levels there are before the banner, how many it has, and how many after it."""
        place = self.banners.index(banner)
        return prod(self.levels[:place]), self.levels[place], prod(self.levels[place + 1 :])


def share_out(data: Coded, banners: Sequence[Banner], units: int, most: int) -> list[tuple[Banner, ...]]:
    """Give the banners in lots that are counted together, in their order; one that is large stands alone."""
    signs = 2 if _has_zero_weights(data) else 1
    lots: list[tuple[Banner, ...]] = []
    size = 0
    for banner in banners:
        levels = _levels(data, banner)
        if not lots or size * levels > most:
            lots.append((banner,))
            size = units * signs * levels
        else:
            lots[-1] += (banner,)
            size *= levels
    return lots


def join(data: Coded, banners: tuple[Banner, ...], *, units: bool = True, signs: bool = True) -> Cells:
    """Give the joint cell of each row: unit, groups in the order of the banners, whether it has a weight.

    Args:
        data: The rows.
        banners: The banners.
        units: Cells of each unit apart.
        signs: Cells of zero weights apart, where there are any.
    """
    levels = tuple(_levels(data, banner) for banner in banners)
    apart = 2 if signs and _has_zero_weights(data) else 1
    many = data.units if units else 1
    size = many * prod(levels) * apart
    of = np.zeros(data.rows, next(kind for kind in CELL_TYPES if size <= np.iinfo(kind).max))
    if units and data.unit_of is not None:
        of += data.unit_of.astype(of.dtype)
    for banner, many_levels in zip(banners, levels, strict=True):
        if many_levels > 1:
            of *= of.dtype.type(many_levels)
            of += group_of(data, banner).astype(of.dtype)
    if apart == 2 and data.weights is not None:
        of *= of.dtype.type(2)
        of += data.weights > 0
    return Cells(of, many, banners, levels, apart)


def group_of(data: Coded, banner: Banner) -> NDArray[np.unsignedinteger[Any]]:
    """Give the place of each row's group, the number of groups for rows in none."""
    codes = _codes(data, banner)
    if codes is None:
        return np.zeros(data.rows, np.uint8)
    return np.minimum(codes.of, codes.of.dtype.type(codes.options))


def _codes(data: Coded, banner: Banner) -> Codes | None:
    return None if banner == WHOLE else data.banners[banner]


def _levels(data: Coded, banner: Banner) -> int:
    codes = _codes(data, banner)
    if codes is None:
        return 1
    return codes.options + int(bool((codes.of >= codes.options).any()))


def _has_zero_weights(data: Coded) -> bool:
    return data.weights is not None and bool((data.weights <= 0).any())
