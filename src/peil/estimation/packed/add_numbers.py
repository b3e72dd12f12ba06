"""Columns of numbers added up."""

import numpy as np

from peil.estimation.arrays import Floats
from peil.estimation.moments import NumberMoments, Sums
from peil.estimation.packed.cells import BLOCK
from peil.estimation.packed.coded import Coded
from peil.estimation.packed.split import Split


def add_numbers(data: Coded, column: str, split: Split) -> NumberMoments:
    """Give the moments of a column by a banner.

    Args:
        data: The rows.
        column: The column.
        split: The rows split by the banner, and by units.
    """
    numbers, places = data.numbers[column], split.places
    kept = np.flatnonzero((places >= 0) & ~np.isnan(numbers))
    where, x = places[kept], numbers[kept]
    w = np.ones(len(kept)) if data.weights is None else data.weights[kept]
    shape = (data.units, len(split.banner.groups))

    def add(values: Floats) -> Floats:
        found = np.zeros(shape[0] * shape[1])
        for start in range(0, len(kept), BLOCK):
            block = slice(start, start + BLOCK)
            found += np.bincount(where[block], values[block], len(found))
        return found.reshape(shape)

    wx, w2, whole = w * x, w * w, shape[0] * shape[1]
    n = np.bincount(where, minlength=whole).astype(np.int64, copy=False).reshape(shape)
    positive = np.bincount(where[w > 0], minlength=whole).astype(np.int64, copy=False).reshape(shape)
    sums = Sums(n, positive, add(w), add(w2))
    return NumberMoments(sums, add(wx), add(wx * x), add(w2 * x), add(w2 * x * x))
