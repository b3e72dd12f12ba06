"""Rows counted with numpy alone: the same bits as the compiled kernel's, row by row in blocks of the file."""

import numpy as np

from peil.estimation.arrays import Counts, Floats, Mask, Positions
from peil.estimation.packed.cells import Cells
from peil.estimation.packed.codes import MOST_OPTIONS, Bits, Codes, outside
from peil.estimation.packed.counted import Counted


def count_with_numpy(cells: Cells, weights: Floats | None, answers: Codes | Bits) -> Counted:
    """Count a question."""
    slots = answers.slots
    n = np.zeros((cells.size, slots), np.int64)
    sums = None if weights is None else np.zeros((cells.size, slots, 2))
    for start in range(0, len(cells.of), cells.block):
        block = slice(start, start + cells.block)
        own = None if weights is None else weights[block]
        where = cells.of[block].astype(np.int64)
        if isinstance(answers, Codes):
            places = where * slots + slot_of(answers, block)
            _add(n.reshape(-1), None if sums is None else sums.reshape(-1, 2), places, own)
            continue
        for slot in range(slots):
            rows = np.flatnonzero(chose(answers, slot, block))
            weighed = None if own is None else own.take(rows)
            _add(n[:, slot], None if sums is None else sums[:, slot], where.take(rows), weighed)
    return Counted(n, sums)


def slot_of(answers: Codes, rows: slice) -> Positions:
    """Give each row's slot."""
    codes, none = answers.of[rows], outside(answers.of) - 1
    if codes.itemsize > 1:
        return np.where(codes < none, codes, codes.astype(np.int64) + (answers.options - none))
    slots = np.arange(256)
    slots[none:] = answers.options, answers.options + 1
    return slots.take(codes)


def chose(answers: Bits, slot: int, rows: slice) -> Mask:
    """Tell of each row whether it is counted in a slot."""
    if slot == answers.options:
        asked: Mask = answers.asked[rows] != 0
        return asked
    word = answers.words[slot // MOST_OPTIONS]
    ticked: Mask = (word[rows] & word.dtype.type(1 << slot % MOST_OPTIONS)) != 0
    return ticked


def add_rows_with_numpy(places: Positions, numbers: Floats, sums: Floats) -> None:
    """Add whole rows of numbers to the rows of ``sums`` that they belong to, in order; to none below zero."""
    inside = places >= 0
    where = places[inside]
    for column in range(numbers.shape[1]):
        sums[:, column] += np.bincount(where, numbers[inside, column], len(sums))


def _add(n: Counts, sums: Floats | None, places: Positions, weights: Floats | None) -> None:
    n += np.bincount(places, minlength=len(n))
    if sums is not None and weights is not None:
        sums[:, 0] += np.bincount(places, weights, len(n))
        sums[:, 1] += np.bincount(places, np.square(weights), len(n))
