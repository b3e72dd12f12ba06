"""Tables of exclusive cells, stacked: their totals, covariances and degrees of freedom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from peil.estimation.arrays import Counts, Floats, Mask
from peil.estimation.cell_covariances import cell_covariances
from peil.estimation.design import Lonely
from peil.estimation.frame import Frame
from peil.estimation.freedom import degrees_of_freedom
from peil.estimation.linearised import without
from peil.estimation.moments import Moments, Sums

_Numbers = TypeVar("_Numbers", Counts, Floats)


@dataclass(frozen=True)
class Crossings:
    """Tables of one shape; the first axis of every array is the tables.

    Args:
        positive: Rows of positive weight in each cell, tables × groups × options.
        w: Weighted totals, of the same shape.
        of_totals: Covariances of the totals, tables × cells × cells.
        of_shares: Covariances of the cells' shares of their table, times its squared weighted total, of the
            replicates; where variances are linearised ``of_totals`` stands here too.
        df: The design's degrees of freedom: first-stage units less strata, among the rows in the cells.
    """

    positive: Counts
    w: Floats
    of_totals: Floats
    of_shares: Floats
    df: Floats

    def only(self, tables: Counts, groups: Counts, options: Counts) -> "Crossings":
        """Give some of the tables, with some of the groups and options, by their places."""
        cells = (groups[:, None] * self.w.shape[2] + options).ravel()
        shape, square = np.ix_(tables, groups, options), np.ix_(tables, cells, cells)
        of_totals = self.of_totals[square]
        of_shares = of_totals if self.of_shares is self.of_totals else self.of_shares[square]
        return Crossings(self.positive[shape], self.w[shape], of_totals, of_shares, self.df[tables])


def stack_choices(tables: Sequence[Moments]) -> Sums:
    """Give the cells of questions with one choice: tables × units × groups × options."""
    return Sums(
        np.stack([each.cells.n for each in tables]),
        np.stack([each.cells.positive for each in tables]),
        np.stack([each.cells.w for each in tables]),
        np.stack([each.cells.w2 for each in tables]),
    )


def stack_options(tables: Sequence[Moments]) -> Sums:
    """Give every option of questions as a table: who chose it beside who is in the base and didn't.

    (questions · options) × units × groups × 2, for multiple response and for one choice alike.
    """
    found = [(each.cells, left_over(each)) for each in tables]
    return Sums(
        np.concatenate([beside(cells.n, rest.n) for cells, rest in found]),
        np.concatenate([beside(cells.positive, rest.positive) for cells, rest in found]),
        np.concatenate([beside(cells.w, rest.w) for cells, rest in found]),
        np.concatenate([beside(cells.w2, rest.w2) for cells, rest in found]),
    )


def left_over(moments: Moments) -> Sums:
    """Give for each option the rows of the base that didn't choose it, units × groups × options."""
    base, cells = moments.base, moments.cells
    positive = base.positive[..., None] - cells.positive
    return Sums(
        base.n[..., None] - cells.n,
        positive,
        np.where(positive > 0, without(base.w, cells.w), 0.0),
        np.where(positive > 0, without(base.w2, cells.w2), 0.0),
    )


def cross(stack: Sums, frame: Frame, lonely: Lonely) -> Crossings:
    """Give stacked tables with what their rows' design makes of them.

    Args:
        stack: Tables × units × groups × options; no row is in two cells of a table.
        frame: The design's units.
        lonely: What is done with strata that have a single unit.

    Raises:
        LonelyUnit: A stratum with rows in the cells has a single unit, and this fails.
    """
    covariances = cell_covariances(stack, frame, lonely)
    rows = stack.positive.sum(axis=(2, 3)).T
    once = rows.astype(np.float64)
    df = degrees_of_freedom(Sums(rows, rows, once, once), frame)
    return Crossings(stack.positive.sum(axis=1), stack.w.sum(axis=1), covariances, covariances, df)


def without_empty(crossings: Crossings) -> Iterator[tuple[Counts, Crossings]]:
    """Give the tables without groups and options that have no cases, together where the same ones are left.

    Yields:
        The tables' places, and the tables; there may be no groups or options left.
    """
    counts = crossings.positive
    kept = np.concatenate([counts.any(axis=2), counts.any(axis=1)], axis=1)
    if not len(counts):
        return
    if kept.all():
        yield np.arange(len(counts)), crossings
        return
    for pattern, places in _alike(kept):
        groups, options = np.split(pattern, [counts.shape[1]])
        yield places, crossings.only(places, np.flatnonzero(groups), np.flatnonzero(options))


def _alike(kept: Mask) -> Iterator[tuple[Mask, Counts]]:
    """Give each pattern of rows with the rows that have it."""
    patterns, which = np.unique(kept, axis=0, return_inverse=True)
    for place, pattern in enumerate(patterns):
        yield pattern, np.flatnonzero(which.ravel() == place)


def beside(left: _Numbers, right: _Numbers) -> _Numbers:
    """Put rows × groups × options of both beside each other: options × rows × groups × 2."""
    return np.stack([np.moveaxis(left, -1, 0), np.moveaxis(right, -1, 0)], axis=-1)
