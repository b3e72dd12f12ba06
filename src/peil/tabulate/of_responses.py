"""Shares of responses: what part each option has of all that was ticked."""

import numpy as np

from peil.estimation.arrays import Floats
from peil.estimation.moments import Moments, TickMoments
from peil.estimation.replicate_variance import replicate_variance
from peil.estimation.responses import estimate_responses
from peil.tabulate.coded_item import CodedItem
from peil.tabulate.count_items import Counted
from peil.tabulate.sample import Sample


def share_responses(counted: Counted, item: CodedItem, sample: Sample) -> tuple[Floats, Floats] | None:
    """Give each cell's share of responses and its standard error, groups × cells; NaN where there is none.

    Options that are no response, nets and blanks have none; None for items that weren't counted so.

    Raises:
        LonelyUnit: A stratum with rows in a base has a single unit, and this fails.
    """
    if counted.ticks is None or item.responses is None:
        return None
    places, replicates = list(item.responses.places), sample.design.replicates
    shape = counted.moments.cells.w.shape[1:]
    share, se = np.full(shape, np.nan), np.full(shape, np.nan)
    totals = counted.moments.cells.w[..., places].sum(axis=0)
    share[:, places] = _parts(totals)
    if sample.frame is None:
        return share, se
    if replicates is not None and counted.replicates is not None:
        each = _parts(counted.replicates.cells[..., places])
        se[:, places] = np.sqrt(replicate_variance(each, share[:, places], replicates))
        return share, se
    moments, ticks, over = counted.moments, counted.ticks, sample.residual
    if over is not None:
        moments = Moments(over.by_units(moments.base), over.by_units(moments.cells))
        ticks = TickMoments(over.by_unit(ticks.overlap))
    found = estimate_responses(moments, ticks, sample.frame, counted=places, lonely=sample.design.lonely)
    se[:, places] = found.se
    return share, se


def _parts(totals: Floats) -> Floats:
    """Give each total's part of them all, the last axis; NaN where there is nothing."""
    whole = totals.sum(axis=-1, keepdims=True)
    found = np.full(totals.shape, np.nan)
    np.divide(totals, whole, out=found, where=whole > 0)
    return found
