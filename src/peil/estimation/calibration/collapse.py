"""Rows collapsed to the cells of a joint table: a few hundred cells are fitted, and not a million rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from peil.estimation.arrays import Counts, Floats, Positions
from peil.estimation.calibration.add_up import add_up
from peil.estimation.calibration.margin import Margin
from peil.estimation.calibration.unfitted import Contradiction, EmptyClass, Unclassed

DENSE = 1 << 14
"""Joint tables up to this size are counted as a whole; of larger ones only the cells that occur."""
LARGEST = 1 << 62
BLOCK = 1 << 16
"""So many rows at a time stay in the processor's cache from their codes to their counts."""
AGREE = 1e-9
"""Totals of margins may differ by so much of themselves: that is arithmetic, not another population."""


@dataclass(frozen=True)
class Cells:
    """The joint cells of margins that have rows. What weighting does to a row depends on its cell alone.

    Args:
        margins: Margins that the cells are of.
        joint: The place of each row in the joint table.
        there: The places of the cells in that table, in order.
        size: Its size.
        classes: Cells × margins: the class of each cell.
        base: Sum of the base weights of each cell.
        n: Number of rows of each cell.
    """

    margins: tuple[Margin, ...]
    joint: NDArray[np.integer]
    there: Positions
    size: int
    classes: Positions
    base: Floats
    n: Counts

    @property
    def total(self) -> float:
        """Size of the population."""
        return self.margins[0].total

    @cached_property
    def of_row(self) -> Positions:
        """The cell of each row."""
        places = np.zeros(self.size, np.int64)
        places[self.there] = np.arange(len(self.there))
        return np.asarray(places[self.joint], np.int64)

    def spread(self, cells: Floats, base: Floats | None = None) -> Floats:
        """Give each row what its cell has, times its base weight if there is one."""
        whole = np.zeros(self.size)
        whole[self.there] = cells
        found = np.empty(len(self.joint))
        for start in range(0, len(found), BLOCK):
            part = slice(start, start + BLOCK)
            whole.take(self.joint[part], out=found[part], mode="clip")  # unlike "raise", without a copy
            if base is not None:
                found[part] *= base[part]
        return found

    def add_up(self, margin: int, cells: Floats) -> Floats:
        """Add up cells by the classes of a margin."""
        return add_up(self.classes[:, margin], cells, len(self.margins[margin].classes))


def collapse(margins: Sequence[Margin], base: Floats | None = None) -> Cells:
    """Give the joint cells that occur.

    Args:
        margins: One at least, of the same rows.
        base: Weight of each row to begin with, above zero; None when rows begin alike.

    Raises:
        Contradiction: Margins add up to different totals.
        Unclassed: Rows have no class of a margin.
        EmptyClass: A class has no row.
    """
    for margin in margins[1:]:
        first = margins[0]
        if abs(margin.total - first.total) > AGREE * first.total:
            raise Contradiction((first.name, first.total), (margin.name, margin.total))
    size = 1
    for margin in margins:
        size *= len(margin.classes)
    cells = _dense(tuple(margins), base, size) if size <= DENSE else _sparse(tuple(margins), base)
    for place, margin in enumerate(margins):
        empty = cells.add_up(place, cells.n.astype(np.float64)) == 0
        if empty.any():
            raise EmptyClass(margin.name, [margin.classes[one] for one in np.flatnonzero(empty)])
    return cells


def _dense(margins: tuple[Margin, ...], base: Floats | None, size: int) -> Cells:
    rows = len(margins[0].codes)
    joint = np.empty(rows, np.uint16)  # a fourth of the memory: it is filling that which takes time
    places = np.empty(BLOCK, np.int64)
    n, weighted = np.zeros(size, np.int64), np.zeros(size)
    for start in range(0, rows, BLOCK):
        part = slice(start, start + BLOCK)
        block = places[: len(joint[part])]
        so_far = _checked(margins[0], part)
        for margin in margins[1:]:
            np.multiply(so_far, len(margin.classes), out=block)
            block += _checked(margin, part)
            so_far = block
        joint[part] = so_far
        n += np.bincount(so_far, minlength=size)
        if base is not None:
            weighted += add_up(so_far, base[part], size)
    there = np.flatnonzero(n)
    shape = tuple(len(margin.classes) for margin in margins)
    classes = np.stack(np.unravel_index(there, shape), axis=1).astype(np.int64)
    counts = n[there]
    sums = counts.astype(np.float64) if base is None else weighted[there]
    return Cells(margins, joint, there, size, classes, sums, counts)


def _sparse(margins: tuple[Margin, ...], base: Floats | None) -> Cells:
    joint, size = np.zeros(len(margins[0].codes), np.int64), 1
    for margin in margins:
        codes = _checked(margin, slice(None))
        if size * len(margin.classes) > LARGEST:
            there, joint = np.unique(joint, return_inverse=True)
            size = len(there)
        joint = joint * len(margin.classes) + codes
        size *= len(margin.classes)
    there, first, of_row, n = np.unique(joint, return_index=True, return_inverse=True, return_counts=True)
    classes = np.stack([margin.codes[first] for margin in margins], axis=1).astype(np.int64)
    size = len(there)
    sums = n.astype(np.float64) if base is None else add_up(of_row, base, size)
    return Cells(margins, of_row.astype(np.int64), np.arange(size), size, classes, sums, n.astype(np.int64))


def _checked(margin: Margin, rows: slice) -> Positions:
    """Give the codes of some rows of a margin; none may lie outside its classes."""
    codes = np.ascontiguousarray(margin.codes[rows], np.int64)
    # Seen as unsigned, -1 is the largest number there is: one look finds all that is outside.
    if len(codes) and int(codes.view(np.uint64).max()) >= len(margin.classes):
        raise Unclassed(margin.name, int(((margin.codes < 0) | (margin.codes >= len(margin.classes))).sum()))
    return codes
