"""Rows counted with numpy alone: the same bits as the compiled kernel's, row by row in blocks of the file."""

import numpy as np

from peil.estimation.arrays import Counts, Floats, Mask, Positions
from peil.estimation.packed.cells import Cells
from peil.estimation.packed.codes import MOST_OPTIONS, Bits, Codes, outside
from peil.estimation.packed.counted import Counted
from peil.estimation.packed.runs import BLOCK


def count_with_numpy(cells: Cells, weights: Floats | None, answers: Codes | Bits) -> Counted:
    """Count a question."""
    slots = answers.slots
    n = np.zeros((cells.size, slots), np.int64)
    sums = None if weights is None else np.zeros((cells.size, slots, 2))
    for start in range(0, len(cells.of), BLOCK):
        block = slice(start, start + BLOCK)
        own = None if weights is None else weights[block]
        where = cells.of[block].astype(np.int64)
        if isinstance(answers, Codes):
            places = where * slots + slot_of(answers, block)
            _add(n.reshape(-1), None if sums is None else sums.reshape(-1, 2), places, own)
            continue
        for slot in range(slots):
            mask = chose(answers, slot, block)
            _add(n[:, slot], None if sums is None else sums[:, slot], where[mask], _of(own, mask))
    return Counted(n, sums)


def slot_of(answers: Codes, rows: slice) -> Positions:
    """Give each row's slot."""
    codes = answers.of[rows].astype(np.int64)
    none = outside(answers.of) - 1
    return np.where(codes < none, codes, codes + (answers.options - none))


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


def _of(weights: Floats | None, mask: Mask) -> Floats | None:
    return None if weights is None else weights[mask]
