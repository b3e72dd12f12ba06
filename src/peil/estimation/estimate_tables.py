"""Shares of many tables at once."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import fields

import numpy as np

from peil.estimation.design import Lonely
from peil.estimation.frame import Frame
from peil.estimation.intervals import IntervalKind
from peil.estimation.moments import Moments, Sums
from peil.estimation.shares import Shares, estimate_shares

CELLS = 1_000_000
"""So many cells of units × groups × options are estimated at once, 8 MB an array."""


def estimate_tables(
    tables: Sequence[Moments],
    frame: Frame,
    *,
    lonely: Lonely = Lonely.FAIL,
    interval: IntervalKind = "logit",
    level: float = 0.95,
) -> list[Shares]:
    """Give of each table what ``estimate_shares`` gives of it, at the price of few.

    All that is estimated of a group is its own, so the groups of tables with as many options are put beside
    each other as if they were one table's.

    Raises:
        LonelyUnit: As in ``estimate_shares``, of any of the tables.
    """
    found: dict[int, Shares] = {}
    for places in _batches(tables):
        joined = _join([tables[place] for place in places])
        shares = estimate_shares(joined, frame, lonely=lonely, interval=interval, level=level)
        ends = np.cumsum([tables[place].cells.w.shape[1] for place in places]).tolist()
        for place, start, end in zip(places, [0, *ends], ends, strict=False):
            found[place] = _cut(shares, start, end)
    return [found[place] for place in range(len(tables))]


def _batches(tables: Sequence[Moments]) -> Iterator[list[int]]:
    """Give the places of tables that are estimated together: with as many options, and not too many cells."""
    waiting: defaultdict[int, list[int]] = defaultdict(list)
    cells: defaultdict[int, int] = defaultdict(int)
    for place, table in enumerate(tables):
        options, size = table.cells.w.shape[2], table.cells.w.size
        if waiting[options] and cells[options] + size > CELLS:
            yield waiting.pop(options)
            cells.pop(options)
        waiting[options].append(place)
        cells[options] += size
    yield from waiting.values()


def _join(tables: Sequence[Moments]) -> Moments:
    """Put the groups of tables beside each other."""
    return Moments(_beside([table.base for table in tables]), _beside([table.cells for table in tables]))


def _beside(sums: Sequence[Sums]) -> Sums:
    return Sums(
        np.concatenate([each.n for each in sums], axis=1),
        np.concatenate([each.positive for each in sums], axis=1),
        np.concatenate([each.w for each in sums], axis=1),
        np.concatenate([each.w2 for each in sums], axis=1),
    )


def _cut(shares: Shares, start: int, end: int) -> Shares:
    """Give the shares of some groups."""
    return Shares(*(getattr(shares, each.name)[start:end] for each in fields(Shares)))
