"""Banners that are counted together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from peil.estimation.arrays import Floats
from peil.estimation.asked import Banner
from peil.estimation.packed.cells import MOST_CELLS, Cells, join, share_out
from peil.estimation.packed.coded import Coded
from peil.estimation.packed.codes import Bits, Codes
from peil.estimation.packed.count_with_numpy import chose, count_with_numpy
from peil.estimation.packed.counted import Counted
from peil.estimation.packed.runs import Runs, order_rows

if TYPE_CHECKING:
    from peil.estimation.packed.kernel import Kernel

FEW_CELLS = 64
"""Small data make no more cells than this, or than a quarter of their rows: adding them up costs more."""


@dataclass(frozen=True, eq=False)
class Lot:
    """Joint cells of some banners, and the rows in their order where a kernel counts them.

    Args:
        cells: The cells.
        weights: One a row, or None.
        runs: The rows in the order of the cells; None where numpy counts.
        kernel: What counts; None is numpy.
    """

    cells: Cells
    weights: Floats | None
    runs: Runs | None
    kernel: "Kernel | None"

    @property
    def banners(self) -> tuple[Banner, ...]:
        """The banners."""
        return self.cells.banners

    def count(self, answers: Codes | Bits) -> Counted:
        """Count a question by cell."""
        if self.kernel is None or self.runs is None:
            return count_with_numpy(self.cells, self.weights, answers)
        return self.kernel.count(self.cells, self.runs, answers)

    def with_weights(self, weights: Floats) -> "Lot":
        """Give the same cells for rows of other weights."""
        runs = self.runs and replace(self.runs, weights=weights[self.runs.order])
        return Lot(self.cells, weights, runs, self.kernel)


def make_lots(data: Coded, banners: Sequence[Banner], kernel: "Kernel | None") -> list[Lot]:
    """Give lots that hold every banner once."""
    lots = []
    most = min(MOST_CELLS, max(FEW_CELLS, data.rows // 4))
    for together in share_out(data, banners, data.units, most):
        cells = join(data, together)
        lots.append(Lot(cells, data.weights, order_rows(cells, data.weights) if kernel else None, kernel))
    return lots


def weigh_ticks(data: Coded, answers: Codes | Bits) -> Floats:
    """Give each row's squared weight times the number of options that it chose."""
    squared = np.ones(data.rows) if data.weights is None else np.square(data.weights)
    if isinstance(answers, Codes):
        return squared
    ticks = np.zeros(data.rows)
    for option in range(answers.options):
        ticks += chose(answers, option, slice(None))
    return squared * ticks
