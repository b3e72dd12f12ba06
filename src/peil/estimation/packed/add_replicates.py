"""Replicate weights added up."""

from typing import TYPE_CHECKING

import numpy as np

from peil.estimation.arrays import Floats, Positions
from peil.estimation.moments import ReplicateNumberMoments
from peil.estimation.packed.cells import Cells
from peil.estimation.packed.coded import Coded
from peil.estimation.packed.codes import Bits, Codes
from peil.estimation.packed.count_with_numpy import add_rows_with_numpy, chose, slot_of
from peil.estimation.packed.split import Split

if TYPE_CHECKING:
    from peil.estimation.packed.kernel import Kernel

AT_ONCE = 1 << 13
"""Rows whose weights are multiplied by a number at once."""


def add_replicates(data: Coded, cells: Cells, answers: Codes | Bits, kernel: "Kernel | None") -> Floats:
    """Give the sums of each replicate's weights: cells × slots × replicates."""
    replicates = replicates_of(data)
    width = replicates.shape[1]
    sums = np.zeros((cells.size * answers.slots, width))
    add = kernel.add_rows if kernel else add_rows_with_numpy
    for places in _places(cells, answers):
        add(places, replicates, sums)
    return sums.reshape(cells.size, answers.slots, width)


def add_replicate_numbers(
    data: Coded, column: str, split: Split, kernel: "Kernel | None"
) -> ReplicateNumberMoments:
    """Give the sums of each replicate's weights over the rows that have a number.

    Args:
        data: The rows.
        column: The column of numbers.
        split: The rows split by the banner, units together.
        kernel: What adds up; None is numpy.
    """
    replicates, numbers = replicates_of(data), data.numbers[column]
    places = np.where(np.isnan(numbers), -1, split.places)
    w, wx = (np.zeros((len(split.banner.groups), replicates.shape[1])) for _ in range(2))
    add = kernel.add_rows if kernel else add_rows_with_numpy
    for start in range(0, data.rows, AT_ONCE):
        rows = slice(start, start + AT_ONCE)
        add(places[rows], replicates[rows], w)
        add(places[rows], replicates[rows] * numbers[rows, None], wx)
    return ReplicateNumberMoments(np.ascontiguousarray(w.T), np.ascontiguousarray(wx.T))


def replicates_of(data: Coded) -> Floats:
    """Give the replicate weights.

    Raises:
        ValueError: There are none.
    """
    if data.replicates is None:
        raise ValueError("the data have no replicate weights")
    return data.replicates


def _places(cells: Cells, answers: Codes | Bits) -> list[Positions]:
    """Give, once or once a slot, each row's place among cells × slots, -1 for none."""
    every = slice(None)
    first = cells.of.astype(np.int64) * answers.slots
    if isinstance(answers, Codes):
        slots = slot_of(answers, every)
        return [np.where(slots <= answers.options, first + slots, -1)]
    return [np.where(chose(answers, slot, every), first + slot, -1) for slot in range(answers.slots)]
