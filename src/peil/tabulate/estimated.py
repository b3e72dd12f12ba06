"""What is estimated of an item: shares of each base and means, with errors where the sample has them."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from peil.estimation.arrays import Floats
from peil.estimation.calibration.residual_shares import estimate_calibrated_shares
from peil.estimation.moments import Moments
from peil.estimation.replicate_variance import estimate_shares_by_replicates
from peil.estimation.shares import estimate_shares
from peil.tabulate.coded_item import CodedItem
from peil.tabulate.count_items import Counted
from peil.tabulate.estimate_each_mean import estimate_each_mean
from peil.tabulate.inside_groups import freedom_inside
from peil.tabulate.of_responses import share_responses
from peil.tabulate.sample import Sample
from peil.tabulate.table import Mean

Numbers = list[list[float | None]]
"""Groups × cells, None where there is no number."""


@dataclass(frozen=True)
class Estimated:
    """An item's tables as numbers of Python's own, the groups of all banners in their order.

    Args:
        n: Respondents who chose, groups × cells.
        share: Of the base's weight.
        se: Standard error of the share; None where the study prints no errors, as are the bounds.
        low: Lower bound.
        high: Upper bound.
        base_n: Respondents in each base.
        base_weighted: Their weights.
        means: Each group's mean, None for a group without a number; None for an item without means.
        ranks: Of a ranking: option to its mean rank in each group.
        of_responses: Shares of responses and their standard errors, where they were asked for.
    """

    n: list[list[int]]
    share: Numbers
    se: Numbers | None
    low: Numbers | None
    high: Numbers | None
    base_n: list[int]
    base_weighted: list[float]
    means: list[Mean | None] | None
    ranks: Mapping[str, list[Mean | None]]
    of_responses: tuple[Numbers, Numbers] | None = None


def estimate_item(counted: Counted, item: CodedItem, sample: Sample) -> Estimated:
    """Give what an item's moments tell.

    Raises:
        LonelyUnit: A stratum with rows in a base has a single unit, and this fails.
    """
    moments = counted.moments
    se, low, high = _errors(counted, item, sample)
    responses = share_responses(counted, item, sample)
    return Estimated(
        moments.cells.n.sum(axis=0).tolist(),
        as_lists(_shares(moments)),
        se,
        low,
        high,
        moments.base.n.sum(axis=0).tolist(),
        moments.base.w.sum(axis=0).tolist(),
        None
        if counted.value is None or item.value is None
        else estimate_each_mean(counted.value, item.value, counted.classes, sample),
        {
            option: estimate_each_mean(ranks, item.ranks[option], counted.classes, sample)
            for option, ranks in counted.ranks.items()
        },
        (as_lists(responses[0]), as_lists(responses[1])) if responses else None,
    )


def _errors(
    counted: Counted, item: CodedItem, sample: Sample
) -> tuple[Numbers | None, Numbers | None, Numbers | None]:
    if sample.frame is None:
        return None, None, None
    moments, frame, lonely, replicates = (
        counted.moments,
        sample.frame,
        sample.design.lonely,
        sample.design.replicates,
    )
    if replicates is not None and counted.replicates is not None:
        df = freedom_inside(item.base, counted.classes, replicates)
        found = estimate_shares_by_replicates(moments, counted.replicates, replicates, df=df)
    elif sample.residual is not None:
        found = estimate_calibrated_shares(moments, sample.residual, lonely=lonely)
    else:
        found = estimate_shares(moments, frame, lonely=lonely)
    return as_lists(found.se), as_lists(found.low), as_lists(found.high)


def _shares(moments: Moments) -> Floats:
    """Give each cell's share of its group's weighted base; NaN for an empty base."""
    base, cells = moments.base.w.sum(axis=0)[:, None], moments.cells.w.sum(axis=0)
    found = np.full(cells.shape, np.nan)
    np.divide(cells, base, out=found, where=base > 0)
    everyone = moments.cells.positive.sum(axis=0) == moments.base.positive.sum(axis=0)[:, None]
    found[everyone & (base > 0)] = 1.0
    return found


def as_lists(array: Floats) -> Numbers:
    """Give an array as numbers of Python's own, None where it holds NaN."""
    found: Numbers = array.tolist()
    if np.isnan(array).any():
        return [[None if value != value else value for value in row] for row in found]  # noqa: PLR0124 - NaN
    return found
