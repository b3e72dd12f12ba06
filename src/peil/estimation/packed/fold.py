"""Joint cells added up to the groups of one banner."""

from typing import TypeVar

import numpy as np

from peil.estimation.arrays import Counts, Floats
from peil.estimation.asked import Banner
from peil.estimation.moments import Moments, Sums
from peil.estimation.packed.cells import Cells
from peil.estimation.packed.codes import Bits, Codes
from peil.estimation.packed.counted import Counted

T = TypeVar("T", Counts, Floats)


def fold(counted: Counted, cells: Cells, banner: Banner, answers: Codes | Bits) -> Moments:
    """Give the moments of a question by one of the cells' banners."""
    n = _to_groups(counted.n, cells, banner, slice(None))
    if counted.sums is None:
        return _moments(n, n, n.astype(np.float64), n.astype(np.float64), answers)
    positive = n if cells.signs == 1 else _to_groups(counted.n, cells, banner, slice(1, None))
    sums = _to_groups(counted.sums, cells, banner, slice(None))
    return _moments(n, positive, sums[..., 0], sums[..., 1], answers)


def fold_sums(sums: Floats, cells: Cells, banner: Banner, answers: Codes | Bits) -> tuple[Floats, Floats]:
    """Give the base and the options of sums with further axes after cells and slots; units in front."""
    return _split(_to_groups(sums, cells, banner, slice(None)), answers)


def _to_groups(array: T, cells: Cells, banner: Banner, signs: slice) -> T:
    """Add up over the other banners and over the signs: units × groups × slots and on."""
    before, levels, after = cells.around(banner)
    shape = (cells.units, before, levels, after, cells.signs, *array.shape[1:])
    kept: T = array.reshape(shape)[:, :, : len(banner.groups), :, signs]
    if kept.shape[1] == kept.shape[3] == kept.shape[4] == 1:
        return kept[:, 0, :, 0, 0]
    summed: T = kept.sum(axis=(1, 3, 4))
    return summed


def _moments(n: Counts, positive: Counts, w: Floats, w2: Floats, answers: Codes | Bits) -> Moments:
    base, cells = zip(*(_split(each, answers) for each in (w, w2)), strict=True)
    counts, counted = zip(*(_split(each, answers) for each in (n, positive)), strict=True)
    return Moments(Sums(*counts, *base), Sums(*counted, *cells))


def _split(array: T, answers: Codes | Bits) -> tuple[T, T]:
    """Give the sums over the base and those of the options; slots stand on the third axis."""
    options: T = array[:, :, : answers.options]
    if isinstance(answers, Bits):
        return array[:, :, answers.options], options
    return array[:, :, : answers.options + 1].sum(axis=2), options
