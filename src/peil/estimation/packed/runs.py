"""Rows ordered by their joint cell, block by block of the file."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from peil.estimation.arrays import Floats, Positions
from peil.estimation.packed.cells import Cells


@dataclass(frozen=True, eq=False)
class Runs:
    """Rows of one cell side by side.

    Args:
        order: The rows: cell by cell within a block, in a cell as they are in the file.
        ends: Where each run ends in ``order``.
        cells: Each run's cell; a cell has at most one run a block.
        weights: Each row's weight, in the order of ``order``; None when every row counts once.
    """

    order: NDArray[np.uint32]
    ends: Positions
    cells: Positions
    weights: Floats | None


def order_rows(cells: Cells, weights: Floats | None) -> Runs:
    """Order the rows."""
    rows = len(cells.of)
    order = np.empty(rows, np.uint32)
    for start in range(0, rows, cells.block):
        block = slice(start, start + cells.block)
        order[block] = _sorted(cells.of[block])
        order[block] += np.uint32(start)
    ordered = cells.of[order]
    begins = np.ones(rows, np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=begins[1:])
    begins[:: cells.block] = True
    first = np.flatnonzero(begins)
    ends = np.append(first, rows)[1:].astype(np.int64, copy=False)
    return Runs(order, ends, ordered[first].astype(np.int64), None if weights is None else weights[order])


def _sorted(cells: NDArray[np.integer[Any]]) -> NDArray[np.int64]:
    """Give the order of cells, equal ones as they stand: 16 bits at a time, which numpy sorts by counting."""
    order = np.argsort(cells.astype(np.uint16), kind="stable")
    for shift in range(16, 8 * cells.dtype.itemsize, 16):
        part = (cells >> shift).astype(np.uint16)
        if part.any():
            order = order[np.argsort(part[order], kind="stable")]
    return order
